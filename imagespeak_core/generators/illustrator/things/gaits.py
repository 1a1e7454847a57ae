"""How a four-legged animal holds itself for what it does (data)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Angles = tuple[float, ...]
"""Of a leg's pieces from its top, in degrees from straight down; forward is positive."""

Support = Literal["feet", "belly", "haunches", "water"]


@dataclass(frozen=True, slots=True)
class Gait:
    """A way of standing, going or lying.

    Attributes:
        support: What carries the animal.
        hind: The near and the far hind leg: thigh, shin and foot.
        front: The near and the far front leg: upper and lower part.
        pitch: How far the trunk turns around the hip, down at the front.
        bend: How far the neck turns down.
        nod: How far the head turns down, seen in the picture.
        tail: How far the tail turns, clockwise; who lies or sits has its build's turn.
        grounded: Whether its mouth is at the ground.
        leans: Whether it leans down as far as its build needs to reach the ground.
        shut: Whether its eyes are shut.
        calls: Whether its mouth is open.
    """

    support: Support = "feet"
    hind: tuple[Angles, Angles] = ((14, -30, 2), (20, -24, 2))
    front: tuple[Angles, Angles] = ((4, -3), (8, 0))
    pitch: float = 0
    bend: float = 0
    nod: float = 0
    tail: float = 0
    grounded: bool = False
    leans: bool = False
    shut: bool = False
    calls: bool = False


_BRACED = ((-8, -12), (26, 14))

GAITS: dict[str, Gait] = {
    "walk": Gait(hind=((-8, -42, -16), (38, 2, 8)), front=((30, 12), (-18, -34)), tail=-6),
    "run": Gait(
        hind=((-42, -74, -58), (-20, -58, -40)), front=((66, 58), (44, 70)), pitch=-7, bend=14,
        nod=6, tail=24,
    ),
    "jump": Gait(
        hind=((-22, -58, -30), (-6, -44, -18)), front=((72, 20), (58, 4)), pitch=-27, bend=8,
        nod=-8, tail=14,
    ),
    "eat": Gait(front=((10, -14), (20, 4)), grounded=True, leans=True),
    "drink": Gait(front=((10, -14), (20, 4)), grounded=True, leans=True),
    "dig": Gait(
        front=((38, 8), (14, -34)), pitch=8, grounded=True, leans=True, tail=10,
    ),
    "look": Gait(bend=-10, nod=-13),
    "bark": Gait(front=_BRACED, pitch=-3, bend=-6, nod=-14, tail=-8, calls=True),
    "lie": Gait("belly"),
    "sleep": Gait("belly", nod=4, grounded=True, shut=True),
    "sit": Gait("haunches", pitch=-46),
    "swim": Gait("water", nod=-4),
    "climb": Gait(
        hind=((52, -44, 20), (74, -20, 30)), front=((96, 60), (74, 96)), pitch=-10, bend=-6,
    ),
}  # fmt: skip
"""Action → gait of any animal that can do it."""

FACING_US: dict[str, Gait] = {**GAITS, "climb": replace(GAITS["climb"], nod=66)}
"""The same of one whose face is turned to us, and stays upright."""

ON_ITS_FEET: dict[str, Gait] = {
    **GAITS,
    "walk": Gait(hind=((-6, -20, -10), (18, 4, 6)), front=((16, 6), (-10, -18)), tail=-6),
    "run": Gait(hind=((-16, -34, -20), (30, 8, 10)), front=((34, 20), (-14, -30)), tail=20),
    "eat": Gait(grounded=True),
    "drink": Gait(grounded=True),
    "sleep": Gait(nod=5, shut=True),
}
"""The same of one that is too heavy to lie down."""
