"""Hats that have one colour, whatever is asked for (data)."""

from __future__ import annotations

from collections.abc import Mapping

OWN_COLOURS: Mapping[str, str] = {
    "police cap": "#2f4470", "toque": "#fbf6ee", "nurse cap": "#fbf6ee", "crown": "#f2c14e",
    "clown wig": "#ee7b30", "veil": "#e9e4f0",
}  # fmt: skip
"""Hat → the colour of its main part, "#rrggbb" in daylight."""
