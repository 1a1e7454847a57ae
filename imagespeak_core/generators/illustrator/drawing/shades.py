"""One colour in the steps that give a flat drawing its volume."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.colours import brightness, hexed, mix, rgb
from imagespeak_core.generators.illustrator.drawing.svg import Tone

_LOWEST, _HIGHEST = 38, 246


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
    base = _soft(colour)
    if brightness(base) < 0.28:
        dark, deep = mix(base, "#14141c", 0.42), mix(base, "#14141c", 0.66)
        light, pale = mix(base, "#aab2c8", 0.26), mix(base, "#bcc2d2", 0.44)
        mark = light
    else:
        dark, deep = mix(base, "#3a2a4c", 0.2), mix(base, "#33264a", 0.42)
        light, pale = mix(_brighter(base), "#fff0c4", 0.12), mix(base, "#fff6e6", 0.6)
        mark = dark
    return Shades(*(tone(step) for step in (base, dark, deep, light, pale, mark)))


def _soft(colour: str) -> str:
    """The colour, kept away from pure black and pure white."""
    kept = hexed(*(min(max(c, _LOWEST), _HIGHEST) for c in rgb(colour)))
    return mix(kept, "#3d4252", 0.45) if brightness(kept) < 0.16 else kept


def _brighter(colour: str) -> str:
    return hexed(*(min(round(c * 1.13), _HIGHEST) for c in rgb(colour)))
