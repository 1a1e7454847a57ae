"""Scene → words: descriptions, names, word lists, what is missing. Knows nothing of pixels."""
