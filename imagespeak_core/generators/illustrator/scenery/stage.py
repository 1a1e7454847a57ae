"""A place, made ready for people and things to be put into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.ruler import px_per_m

GroundKind = Literal["land", "road", "water", "air", "wall"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Its area in square pixels, 0 when it is empty."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    def meets(self, other: Box) -> bool:
        """Whether the two have anything in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def common(self, other: Box) -> Box:
        """What it shares with another box; its area is 0 when that is nothing."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def shared(self, other: Box) -> float:
        """The area of what it has in common with another box."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)

    def grown(self, margin: float) -> Box:
        """The same box with a margin on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


@dataclass(frozen=True, slots=True)
class Prop:
    """Something of the place that stands between its people: a tree, a lamp, a table.

    `foot_px` is where it meets the ground, which decides what it is painted in front of.
    `noun` is empty for what is scenery only, and may be left out; `shows` then says what it is.
    `colour` is the daylight colour of its main part, where it is known.
    """

    svg: str
    foot_px: float
    box: Box
    noun: str = ""
    shows: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where feet (or hulls, or wings) may be: a band of the picture, in pixels."""

    kind: GroundKind
    top_px: float
    bottom_px: float
    left_px: float
    right_px: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place kept for one purpose: an action ("cook") or a role ("teacher")."""

    purpose: str
    x_px: float
    foot_px: float
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Feature:
    """Something of the painted back that is worth telling: what it is, and where it is seen."""

    noun: str
    box: Box


@dataclass(frozen=True, slots=True)
class Stage:
    """A painted place and the rules for standing in it.

    Attributes:
        back: Everything behind the people.
        horizon_px: The vanishing line; a thing's scale grows with its distance below it.
        eye_m: Height of the onlooker's eye above the ground.
        grounds: Where things may be, by kind.
        props: What stands among the people.
        clear: What must stay visible: the sun, a blackboard.
        front: What is painted over the people, such as grass at the lower edge.
        spots: Places kept for somebody.
        indoors: Whether it is a room.
        wall_px: Where a room's wall meets its floor.
        features: What the back shows for certain, each in its box.
        floor: The daylight colour of the ground out of doors, from which things must be told.
    """

    back: str
    horizon_px: float
    eye_m: float
    grounds: tuple[Ground, ...]
    props: tuple[Prop, ...] = ()
    clear: tuple[Box, ...] = ()
    front: str = ""
    spots: tuple[Spot, ...] = ()
    indoors: bool = False
    wall_px: float | None = None
    features: tuple[Feature, ...] = ()
    floor: str = ""

    def px_per_m(self, foot_px: float) -> float:
        """How many pixels a metre is for what stands at this height of the picture."""
        return px_per_m(self.horizon_px, self.eye_m, foot_px)


def eye_height(frame: Frame, horizon_px: float, grown_up: float = 0.36) -> float:
    """The eye height at which an adult near the lower edge is this share of the shorter side."""
    reach = frame.height * 0.94 - horizon_px
    room = min(frame.height, frame.width * 1.15)
    return reach * 1.7 / (grown_up * room * frame.zoom)


def disc_box(frame: Frame, x: float, y: float) -> Box:
    """The place that sun or moon takes in the sky, with a little air around it."""
    return Box(x, y, x, y).grown(frame.unit * 0.085)
