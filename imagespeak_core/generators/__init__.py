"""Prompt in, picture out. `base` is the contract; the backends are chosen in `bootstrap`."""
