"""Shoes and bare feet."""

from __future__ import annotations

from math import cos, radians, sin

from imagespeak_core.generators.illustrator.drawing.splines import outline
from imagespeak_core.generators.illustrator.drawing.svg import Point, path
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.skeleton import Leg, View

_SIDE = (
    ((-0.2, -0.1), (-0.29, 0.4), (-0.27, 0.86), (-0.2, 1.0)),
    ((0.62, 1.0), (0.72, 0.86), (0.66, 0.52), (0.46, 0.3), (0.28, 0.05), (0.2, -0.1)),
)
"""Along the foot in foot lengths, down in ankle heights."""
_SIDE_SOLE = (
    ((-0.27, 0.82), (-0.27, 0.95), (-0.2, 1.0)),
    ((0.62, 1.0), (0.71, 0.95), (0.71, 0.82)),
)
_FRONT = (
    (
        (-0.18, -0.1),
        (-0.27, 0.55),
        (-0.25, 1.0),
        (0.0, 1.14),
        (0.25, 1.0),
        (0.27, 0.55),
        (0.18, -0.1),
    ),
)
_FRONT_SOLE = (
    ((-0.262, 0.84), (-0.22, 1.05), (0.0, 1.14), (0.22, 1.05), (0.262, 0.84), (0.0, 1.0)),
)


def shoe(body: Body, leg: Leg, view: View, colour: str, sole: str) -> str:
    """A shoe on that foot; the same colour twice is a bare foot."""
    side = view == "side"
    drawn = path(_placed(body, leg, _SIDE if side else _FRONT), colour)
    if sole == colour:
        return drawn
    return drawn + path(_placed(body, leg, _SIDE_SOLE if side else _FRONT_SOLE), sole)


def _placed(body: Body, leg: Leg, runs: tuple[tuple[Point, ...], ...]) -> str:
    turn = radians(leg.foot)

    def turned(point: Point) -> Point:
        x, y = point[0] * body.foot, point[1] * body.ankle
        return (
            leg.ankle[0] + x * cos(turn) - y * sin(turn),
            leg.ankle[1] + x * sin(turn) + y * cos(turn),
        )

    return outline(*([turned(point) for point in points] for points in runs))
