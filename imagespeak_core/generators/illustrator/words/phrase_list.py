"""How tables of words are written that have phrases in them."""

from __future__ import annotations


def phrases(written: str) -> frozenset[str]:
    """The phrases of a text, which are parted by commas or by the ends of lines."""
    parts = (part.strip() for line in written.split("\n") for part in line.split(","))
    return frozenset(part for part in parts if part)
