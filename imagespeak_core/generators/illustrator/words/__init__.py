"""The vocabulary: which words a prompt may use for what can be drawn (data)."""
