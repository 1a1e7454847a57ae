"""Hats that look different from behind, in head heights around the middle of the head."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import outline, rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, path
from imagespeak_core.generators.illustrator.figures.hat_colours import OWN_COLOURS
from imagespeak_core.generators.illustrator.figures.hats_of_work import (
    CROWN,
    PEAKED,
    STARCHED,
    Draw,
    dome,
)

VEIL = (
    (0.02, -0.575), (0.3, -0.48), (0.445, -0.2), (0.44, 0.14), (0.38, 0.42), (0.46, 0.7),
    (0.2, 0.86), (-0.2, 0.86), (-0.52, 0.74), (-0.46, 0.4), (-0.48, -0.1), (-0.32, -0.48),
)  # fmt: skip
"""The outside of a hijab."""


def _cap(colour: str, turn: float, tone: Tone) -> str:
    return path(dome(-0.62, -0.12), tone(colour))


def _fire_helmet(colour: str, turn: float, tone: Tone) -> str:
    brim = outline(((-0.5, -0.24), (-0.6, 0.0)), ((0.0, 0.06), (0.6, 0.0)), ((0.5, -0.24),))
    return path(dome(-0.68, -0.2, 0.48), tone(colour)) + path(brim, tone(shade(colour, 0.2)))


def _police_cap(colour: str, turn: float, tone: Tone) -> str:
    band = chain([(-0.42, -0.26, 0.07), (0.42, -0.26, 0.07)])
    crown = path(rounded(PEAKED), tone(OWN_COLOURS["police cap"]))
    return crown + path(band, tone("#22304f"))


def _nurse_cap(colour: str, turn: float, tone: Tone) -> str:
    return path(outline(*STARCHED), tone("#ece3dc"))


def _helmet(colour: str, turn: float, tone: Tone) -> str:
    vents = chain([(-0.2, -0.3, 0.03), (-0.14, -0.5, 0.03)])
    vents += chain([(0.2, -0.3, 0.03), (0.14, -0.5, 0.03)])
    return path(dome(-0.66, -0.16, 0.5), tone(colour)) + path(vents, tone(shade(colour, 0.4)))


def _crown(colour: str, turn: float, tone: Tone) -> str:
    return path(CROWN, tone("#d9a93c"))


def _clown_wig(colour: str, turn: float, tone: Tone) -> str:
    curls = [(-0.44, -0.3, 0.26), (0.44, -0.3, 0.26), (-0.4, 0.05, 0.24), (0.4, 0.05, 0.24)]
    return path(discs([(0.0, -0.1, 0.5), *curls]), tone(OWN_COLOURS["clown wig"]))


def _hijab(colour: str, turn: float, tone: Tone) -> str:
    return path(rounded(VEIL), tone(colour))


BACKS: dict[str, Draw] = {
    "cap": _cap,
    "fire helmet": _fire_helmet,
    "police cap": _police_cap,
    "nurse cap": _nurse_cap,
    "bicycle helmet": _helmet,
    "crown": _crown,
    "clown wig": _clown_wig,
    "hijab": _hijab,
}
