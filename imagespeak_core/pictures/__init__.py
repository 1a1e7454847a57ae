"""A picture's way: its key, its place in line, its making, its storing, its details."""
