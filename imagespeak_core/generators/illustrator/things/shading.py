"""Shades of a colour, and the colours of common materials."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.svg import Tone

INK = "#30303a"
TYRE = "#3a3c46"
IRON = "#5a616d"
STEEL = "#98a1ac"
CHROME = "#ccd3da"
GLASS = "#4d6f86"
PANE = "#b9dbe8"
SHINE = "#e9f4f7"
WOOD = "#b37d4a"
OAK = "#8e5d36"
BARK = "#7b5540"
STONE = "#a9a59d"
PAPER = "#f6f1e4"
LEAF = "#57a04c"
MOSS = "#3d7d44"
RED = "#d64f45"
GOLD = "#f2bf45"
ORANGE = "#ee8f3c"
BLUE = "#4a83c4"
PINK = "#ea8f9d"
LAMP = "#fff0b8"
CRUST = "#d99f52"

_LOWEST, _HIGHEST = 38, 246


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a share (0 to 1) of `other` in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _written(tuple(round(a + (b - a) * share) for a, b in pairs))


def soft(colour: str) -> str:
    """The colour, kept away from pure black and pure white."""
    kept = _written(tuple(min(max(c, _LOWEST), _HIGHEST) for c in _channels(colour)))
    return mixed(kept, "#3d4252", 0.45) if brightness(kept) < 0.16 else kept


def brightness(colour: str) -> float:
    """How bright a colour looks, from 0 (black) to 1 (white)."""
    red, green, blue = _channels(colour)
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255


@dataclass(frozen=True, slots=True)
class Shades:
    """One colour in the steps that give a flat drawing its volume.

    Attributes:
        base: The colour itself.
        dark: The side away from the light.
        deep: Folds, gaps and what lies far behind.
        light: The side to the light.
        pale: The lightest step: bellies, muzzles, faded edges.
        mark: Shows as a marking on `base`: lighter on a dark coat, darker on any other.
    """

    base: str
    dark: str
    deep: str
    light: str
    pale: str
    mark: str


def shades(tone: Tone, colour: str) -> Shades:
    """The steps of a colour in the picture's light."""
    base = soft(colour)
    if brightness(base) < 0.28:
        dark, deep = mixed(base, "#14141c", 0.42), mixed(base, "#14141c", 0.66)
        light, pale = mixed(base, "#aab2c8", 0.26), mixed(base, "#bcc2d2", 0.44)
        mark = light
    else:
        dark, deep = mixed(base, "#3a2a4c", 0.2), mixed(base, "#33264a", 0.42)
        light, pale = mixed(_brighter(base), "#fff0c4", 0.12), mixed(base, "#fff6e6", 0.6)
        mark = dark
    return Shades(*(tone(step) for step in (base, dark, deep, light, pale, mark)))


def _brighter(colour: str) -> str:
    return _written(tuple(min(round(c * 1.13), _HIGHEST) for c in _channels(colour)))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _written(channels: tuple[int, ...]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)
