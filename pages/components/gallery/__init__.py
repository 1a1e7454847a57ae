"""All sessions and their pictures."""
