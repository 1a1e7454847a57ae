"""Prompt → wish: what a text asks for. Knows nothing of pixels."""
