"""Hats and helmets that tell what somebody does, in head heights around the head."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import outline, rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, path
from imagespeak_core.generators.illustrator.figures.hat_colours import OWN_COLOURS

Draw = Callable[[str, float, Tone], str]
"""Colour, how far the head is turned to the right, tone."""


def dome(top: float, low: float, wide: float = 0.46) -> str:
    """Path commands of a round crown from `low` up to `top`."""
    left = [(-wide, low), (-wide * 0.95, (low + top) / 2), (-wide * 0.6, top + 0.07)]
    return outline([*left, (0.0, top), *((-x, y) for x, y in left[::-1])])


def _hard_hat(colour: str, turn: float, tone: Tone) -> str:
    brim = [(-0.46, -0.22, 0.04), (0.44 + turn, -0.22, 0.04)]
    ridge = [(turn * 0.3 - 0.02, -0.64, 0.06), (turn * 0.9, -0.3, 0.05)]
    return (
        path(dome(-0.66, -0.22, 0.48), tone(colour))
        + path(chain(brim), tone(shade(colour, 0.14)))
        + path(chain(ridge), tone(tint(colour, 0.35)))
    )


def _fire_helmet(colour: str, turn: float, tone: Tone) -> str:
    shield = rounded(
        [
            (turn * 1.6 - 0.12, -0.5),
            (turn * 1.6 + 0.12, -0.5),
            (turn * 1.6 + 0.1, -0.3),
            (turn * 1.6, -0.24),
            (turn * 1.6 - 0.1, -0.3),
        ]
    )
    tail = outline(
        [(-0.5, -0.24), (-0.66, -0.06), (-0.68, 0.0)],
        [(-0.56, 0.0), (-0.3, -0.16), (0.3, -0.16), (0.46 + turn, -0.17)],
        [(0.5 + turn, -0.24)],
    )
    return (
        path(dome(-0.68, -0.2, 0.48), tone(colour))
        + path(tail, tone(shade(colour, 0.2)))
        + path(shield, tone("#f2c14e"))
    )


PEAKED = (
    (-0.44, -0.3), (-0.54, -0.52), (-0.3, -0.66), (0.1, -0.7), (0.5, -0.6), (0.52, -0.46),
    (0.42, -0.3), (0.0, -0.26),
)  # fmt: skip
"""The crown of a uniform's cap."""

STARCHED = (
    ((-0.36, -0.42), (-0.42, -0.66)),
    ((0.0, -0.74), (0.42, -0.66)),
    ((0.38, -0.4), (0.0, -0.48), (-0.36, -0.42)),
)
"""A nurse's cap."""


def _police_cap(colour: str, turn: float, tone: Tone) -> str:
    crown = rounded(PEAKED)
    peak = (
        [(turn + 0.02, -0.16, 0.05), (0.36 + turn * 0.9, -0.15, 0.04)]
        if turn
        else [(-0.26, -0.16, 0.05), (0.26, -0.16, 0.05)]
    )
    return (
        path(crown, tone(OWN_COLOURS["police cap"]))
        + path(chain([(-0.42, -0.26, 0.07), (0.42, -0.26, 0.07)]), tone("#22304f"))
        + path(chain(peak), tone("#2b2936"))
        + circle(turn * 1.5, -0.44, 0.085, tone("#f2c14e"))
    )


def _toque(colour: str, turn: float, tone: Tone) -> str:
    puff = discs([(-0.3, -0.72, 0.22), (0.0, -0.84, 0.27), (0.3, -0.72, 0.22), (0.0, -0.66, 0.3)])
    band = outline([(-0.43, -0.24), (0.0, -0.19), (0.43, -0.24)], [(0.4, -0.56), (-0.4, -0.56)])
    return path(puff, tone(OWN_COLOURS["toque"])) + path(band, tone("#ece3dc"))


def _nurse_cap(colour: str, turn: float, tone: Tone) -> str:
    cap = outline(*STARCHED)
    x = turn * 0.8
    cross = f"M{x - 0.035:.3f} -0.68h0.07v0.05h0.05v0.07h-0.05v0.05h-0.07v-0.05h-0.05v-0.07h0.05z"
    return path(cap, tone(OWN_COLOURS["nurse cap"])) + path(cross, tone("#d9483b"))


def _helmet(colour: str, turn: float, tone: Tone) -> str:
    vents = chain([(-0.26, -0.44, 0.03), (-0.1, -0.54, 0.03)]) + chain(
        [(0.02, -0.46, 0.03), (0.2, -0.5, 0.03)]
    )
    strap = "M-0.2 -0.2L-0.02 0.47" if turn else "M-0.38 -0.2Q-0.3 0.5 0 0.51Q0.3 0.5 0.38 -0.2"
    return (
        path(strap, stroke=tone("#4b3a46"), stroke_width=0.03)
        + path(dome(-0.66, -0.22, 0.5), tone(colour))
        + path(vents, tone(shade(colour, 0.4)))
    )


CROWN = (
    "M-0.38 -0.36L-0.44 -0.78L-0.2 -0.56L0 -0.84L0.2 -0.56"
    "L0.44 -0.78L0.38 -0.36Q0 -0.28 -0.38 -0.36Z"
)


def _crown(colour: str, turn: float, tone: Tone) -> str:
    gold, stone = tone(OWN_COLOURS["crown"]), tone("#d9483b")
    return path(CROWN, gold) + circle(turn * 0.5, -0.46, 0.06, stone)


def _clown_wig(colour: str, turn: float, tone: Tone) -> str:
    curls = [
        (-0.44, -0.3, 0.26),
        (-0.5, 0.02, 0.22),
        (0.44 - turn * 0.6, -0.38, 0.2),
        (-0.2, -0.54, 0.2),
        (0.16, -0.56, 0.2),
    ]
    if not turn:
        curls.append((0.5, 0.0, 0.22))
    hair, nose = tone(OWN_COLOURS["clown wig"]), tone("#d9483b")
    return path(discs(curls), hair) + circle(turn * 1.6, 0.14, 0.1, nose)


WORK_HATS: dict[str, Draw] = {
    "hard hat": _hard_hat,
    "fire helmet": _fire_helmet,
    "police cap": _police_cap,
    "toque": _toque,
    "nurse cap": _nurse_cap,
    "bicycle helmet": _helmet,
    "crown": _crown,
    "clown wig": _clown_wig,
}
