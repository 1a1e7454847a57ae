"""What every drawing of a held thing is: metres around the hand's grip at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.generators.illustrator.drawing.svg import Tone

Draw = Callable[[str, Tone], str]
"""Colour and tone → elements, in metres for a grown person, the hand at (0, 0)."""

Row = tuple[Draw, str, str]
"""Its drawing, its usual colour, and the gesture that holds it."""

WOOD = "#a9713f"
METAL = "#b9bfc9"
CREAM = "#f7efe2"
DARK = "#413a4a"
