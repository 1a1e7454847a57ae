"""What hands hold: which thing it is, where it goes, how large it is beside this body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from imagespeak_core.generators.illustrator.drawing.capsules import between
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, group, number
from imagespeak_core.generators.illustrator.figures.held_daily import DAILY
from imagespeak_core.generators.illustrator.figures.held_food import FOOD
from imagespeak_core.generators.illustrator.figures.held_home import HOME
from imagespeak_core.generators.illustrator.figures.held_play import PLAY
from imagespeak_core.generators.illustrator.figures.held_sport import SPORT
from imagespeak_core.generators.illustrator.figures.held_tools import GROUNDED, TOOLS
from imagespeak_core.generators.illustrator.figures.held_words import Draw
from imagespeak_core.generators.illustrator.figures.poses import Grip
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton


@dataclass(frozen=True)
class Thing:
    """A thing that can be held."""

    draw: Draw
    colour: str
    """Its usual colour."""
    gesture: str
    """How it is held when the action leaves the hands free."""
    reach: tuple[float, float, float] = (0.16, 0.16, 0.2)
    """How far it goes to the left, up and to the right of the hand, in metres."""
    below: float = 0.0
    """How far it reaches below the hand when it stands on the ground; 0 for what does not."""


LARGE: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "umbrella": (0.6, 1.09, 0.6),
        "balloon": (0.1, 1.05, 0.22),
        "kite": (0.05, 1.5, 0.75),
        "fishing rod": (0.16, 0.76, 1.02),
        "guitar": (0.26, 0.4, 0.72),
        "pitchfork": (0.1, 0.8, 0.1),
        "racket": (0.05, 0.55, 0.25),
        "box": (0.15, 0.26, 0.26),
        "tray": (0.2, 0.16, 0.22),
        "broom": (0.15, 0.52, 0.34),
        "hose": (0.12, 0.08, 0.2),
        "suitcase": (0.3, 0.05, 0.12),
        "pan": (0.05, 0.08, 0.44),
        "pointer": (0.08, 0.32, 0.52),
        "lead": (0.02, 0.05, 0.57),
        "newspaper": (0.24, 0.22, 0.24),
        "beach ball": (0.14, 0.24, 0.24),
        "knitting": (0.18, 0.14, 0.27),
        "skipping rope": (0.6, 0.05, 0.6),
    }
)
"""The reach of what is larger than a book."""

THINGS: Mapping[str, Thing] = MappingProxyType(
    {
        name: Thing(*row, LARGE.get(name, (0.16, 0.16, 0.2)), GROUNDED.get(name, 0.0))
        for table in (FOOD, DAILY, TOOLS, PLAY, SPORT, HOME)
        for name, row in table.items()
    }
)


def hold_point(bones: Skeleton, grip: Grip) -> Point:
    """Where the thing is held."""
    if grip.hand == "both":
        return between(bones.near_arm.grip, bones.far_arm.grip, 0.5)
    return (bones.near_arm if grip.hand == "near" else bones.far_arm).grip


def scale_of(bones: Skeleton, grip: Grip) -> float:
    """How large the thing is beside this body; what stands on the ground reaches down to it."""
    below = THINGS[grip.kind].below
    return -hold_point(bones, grip)[1] / below if below else 0.48 + 0.62 * bones.body.stature / 1.7


def held(bones: Skeleton, grip: Grip, colour: str | None, tone: Tone) -> str:
    """The thing in its hand."""
    thing = THINGS[grip.kind]
    x, y = hold_point(bones, grip)
    scale = scale_of(bones, grip)
    move = f"translate({number(x)} {number(y)}) rotate({number(grip.turn)}) scale({number(scale)})"
    return group(thing.draw(colour or thing.colour, tone), transform=move)
