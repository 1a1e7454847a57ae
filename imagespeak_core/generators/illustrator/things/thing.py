"""What is known of a thing before it is drawn."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone

Draw = Callable[[Tone, str, random.Random], str]
"""Draws a thing in a light and a main colour ("#rrggbb"); the generator varies its details."""

Kind = Literal[
    "animal",
    "vehicle",
    "furniture",
    "food",
    "plant",
    "street",
    "toy",
    "sport",
    "school",
    "kitchen",
    "clothes",
    "bag",
    "music",
    "water",
    "outdoor",
    "home",
]
Stand = Literal["ground", "surface", "air", "water", "wall"]

_ANIMAL_M, _THING_M = 0.4, 0.25
"""Animals and things that are smaller are drawn a little larger than they are."""


@dataclass(frozen=True, slots=True)
class Pose:
    """An animal doing something, in a box of its own.

    Attributes:
        action: What it does, as a key of the vocabulary: "sleep".
        width_m: Width of its box as it is in the world.
        height_m: Height of its box as it is in the world.
        draw: Gives its SVG elements.
        stands_on: Where it is found then; None is where it is found anyway.
    """

    action: str
    width_m: float
    height_m: float
    draw: Draw
    stands_on: Stand | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that can be drawn.

    Its drawing fills the box from (-width_m / 2, -height_m) to (width_m / 2, 0), in metres, with
    the ground (or the table, or the water line) at the lower edge.

    Attributes:
        name: The English word for it, in the singular.
        width_m: Width of its box as it is in the world.
        height_m: Height of its box as it is in the world.
        draw: Gives its SVG elements.
        colour: Its main colour when none is asked for.
        kind: What it belongs to.
        stands_on: Where it is found when nothing is said.
        faces: Whether it has a front, which is then drawn on the right.
        top_m: Height of the surface that other things can stand on, if it has one.
        seat_m: Height of the seat that a person can sit on, if it has one.
        seat_x_m: How far to the right of the middle that seat is.
        windows_m: The corners of each window behind which a person can sit, the driver's first.
        foot_m: Width of what touches the ground, where that is far less than its box.
        shines_at: Where its light is, in metres from the contact point, if it gives light.
        usual: What an animal does in its own drawing.
        poses: What else it can be drawn doing.
    """

    name: str
    width_m: float
    height_m: float
    draw: Draw
    colour: str
    kind: Kind
    stands_on: Stand = "ground"
    faces: bool = False
    top_m: float | None = None
    seat_m: float | None = None
    seat_x_m: float = 0.0
    windows_m: tuple[tuple[Point, ...], ...] = ()
    foot_m: float | None = None
    shines_at: Point | None = None
    usual: str = "stand"
    poses: tuple[Pose, ...] = ()

    @property
    def enlarged(self) -> float:
        """How much larger than in the world it is drawn, so that what is tiny is not lost."""
        if self.stands_on == "air":
            return 1.0
        seen_m, most = (_ANIMAL_M, 1.7) if self.kind == "animal" else (_THING_M, 1.4)
        grown = math.pow(seen_m / max(self.width_m, self.height_m), 0.6)
        return min(most, max(1.0, grown))

    def doing(self, action: str | None) -> Thing:
        """The same in the pose for an action; as it usually is when it has none for it."""
        for pose in self.poses:
            if pose.action == action:
                return replace(
                    self,
                    width_m=pose.width_m,
                    height_m=pose.height_m,
                    draw=pose.draw,
                    stands_on=pose.stands_on or self.stands_on,
                    usual=pose.action,
                )
        return self
