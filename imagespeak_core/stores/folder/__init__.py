"""Pictures and documents in a folder."""
