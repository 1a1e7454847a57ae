"""What hands hold: where it goes, how large it is beside this body."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import between
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, group, number
from imagespeak_core.generators.illustrator.figures.poses import Grip
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton
from imagespeak_core.generators.illustrator.things.catalog import HELD


def hold_point(bones: Skeleton, grip: Grip) -> Point:
    """Where the thing is held."""
    if grip.hand == "both":
        return between(bones.near_arm.grip, bones.far_arm.grip, 0.5)
    return (bones.near_arm if grip.hand == "near" else bones.far_arm).grip


def scale_of(bones: Skeleton, grip: Grip) -> float:
    """How large the thing is beside this body; what stands on the ground reaches down to it."""
    below = HELD[grip.kind].below
    return -hold_point(bones, grip)[1] / below if below else 0.48 + 0.62 * bones.body.stature / 1.7


def held_box(bones: Skeleton, grip: Grip) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the thing in its hand, in metres; as far down as up."""
    x, y = hold_point(bones, grip)
    left, up, right = (scale_of(bones, grip) * reach for reach in HELD[grip.kind].reach)
    return x - left, y - up, x + right, y + up


def held(bones: Skeleton, grip: Grip, colour: str | None, tone: Tone) -> str:
    """The thing in its hand."""
    thing = HELD[grip.kind]
    x, y = hold_point(bones, grip)
    scale = scale_of(bones, grip)
    move = f"translate({number(x)} {number(y)}) rotate({number(grip.turn)}) scale({number(scale)})"
    return group(thing.draw(colour or thing.colour, tone), class_="held", transform=move)
