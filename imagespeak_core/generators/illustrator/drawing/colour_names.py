"""The everyday name of a drawn colour."""

from __future__ import annotations

import colorsys

from imagespeak_core.generators.illustrator.drawing.colours import rgb

_HUES = (
    (14, "red"),
    (40, "orange"),
    (66, "yellow"),
    (165, "green"),
    (256, "blue"),
    (300, "purple"),
    (342, "pink"),
    (361, "red"),
)
_GREY_BELOW = 0.2
_BLACK_BELOW = 0.36
_WHITE_ABOVE = 0.8


def name_of_colour(colour: str) -> str:
    """One of eleven simple colour words for a "#rrggbb" as it is in daylight."""
    red, green, blue = (value / 255 for value in rgb(colour))
    hue, strength, light = colorsys.rgb_to_hsv(red, green, blue)
    if light < _BLACK_BELOW:
        return "black"
    if strength < _GREY_BELOW:
        return "white" if light > _WHITE_ABOVE else "grey"
    name = next(word for end, word in _HUES if hue * 360 < end)
    if name == "orange" and (strength < 0.62 or light < 0.75):
        return "brown"
    if name == "red" and strength < 0.55:
        return "pink" if light > _WHITE_ABOVE else "brown"
    return name
