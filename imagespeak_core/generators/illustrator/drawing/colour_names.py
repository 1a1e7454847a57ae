"""The everyday name of a drawn colour."""

from __future__ import annotations

import colorsys

from imagespeak_core.generators.illustrator.drawing.colours import rgb

_HUES = (
    (14, "red"),
    (38, "orange"),
    (66, "yellow"),
    (178, "green"),
    (256, "blue"),
    (300, "purple"),
    (342, "pink"),
    (361, "red"),
)
_BLACK_BELOW, _BROWN_FROM = 0.36, 0.26
_WHITE_FROM, _CREAM_FROM = 0.86, 0.9
_GREYEST = {"green": 0.16, "blue": 0.25}
"""Less vivid than this a hue is grey: of green one sees a little, of blue one does not."""
_GREY_BELOW = 0.16


def name_of_colour(colour: str) -> str:
    """One of twelve simple colour words for a "#rrggbb" as it is in daylight."""
    red, green, blue = (value / 255 for value in rgb(colour))
    turn, vivid, light = colorsys.rgb_to_hsv(red, green, blue)
    hue = turn * 360
    name = next(word for end, word in _HUES if hue < end)
    warm = name in {"orange", "yellow"}
    if light < _BLACK_BELOW:
        return "brown" if hue < 66 and vivid > 0.28 and light > _BROWN_FROM else "black"
    if light >= _WHITE_FROM and (vivid < _GREY_BELOW or _is_cream(vivid, light)):
        return "white"
    if warm and hue < 46 and light >= 0.79 and 0.12 < vivid < 0.45:
        return "beige"
    if vivid < _GREYEST.get(name, _GREY_BELOW if light > _WHITE_FROM else 0.2):
        return "grey"
    if name == "orange":
        return "orange" if _is_orange(hue, vivid, light) else "brown"
    if name == "yellow":
        return "yellow" if light > 0.66 else "brown" if hue < 56 else "green"
    if name == "pink" and light < 0.6:
        return "purple"
    return _of_red(hue, vivid, light) if name == "red" else name


def _is_cream(vivid: float, light: float) -> bool:
    """Whether it is as pale as a white that is a little yellow."""
    return light > _CREAM_FROM and vivid < 0.19


def _is_orange(hue: float, vivid: float, light: float) -> bool:
    """Whether it is too bright, or too near to red, to be called brown."""
    if light > 0.9:
        return vivid > 0.5
    if vivid < 0.62:
        return False
    if hue < 28:
        return light > 0.75
    return light > 0.875 or (light > 0.82 and vivid > 0.7)


def _of_red(hue: float, vivid: float, light: float) -> str:
    """Pale red is pink, most of all where it is a little blue; dark orange red is brown."""
    if vivid < 0.55:
        return "pink" if light > 0.75 else "brown"
    if 340 < hue < 354 and light > 0.78 and vivid < (0.7 if hue < 346 else 0.63):
        return "pink"
    return "brown" if 8 <= hue < 14 and light < 0.72 else "red"
