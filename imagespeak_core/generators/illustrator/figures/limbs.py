"""Arms, hands and legs, bare or in sleeves and trousers."""

from __future__ import annotations

from math import dist

from imagespeak_core.generators.illustrator.drawing.capsules import (
    bent,
    between,
    chain,
    cut,
    flat_chain,
    widened,
)
from imagespeak_core.generators.illustrator.drawing.paths import Circle
from imagespeak_core.generators.illustrator.drawing.svg import path
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.poses import Hand
from imagespeak_core.generators.illustrator.figures.skeleton import Arm, Leg

_FINGERS: dict[Hand, tuple[tuple[Circle, ...], ...]] = {
    "relaxed": (
        ((0.05, 0, 0.2), (0.4, 0, 0.26), (0.84, -0.02, 0.17)),
        ((0.3, 0.1, 0.13), (0.66, 0.3, 0.1)),
    ),
    "fist": (((0.05, 0, 0.2), (0.5, 0, 0.3)), ((0.4, 0.16, 0.16), (0.68, 0.2, 0.14))),
    "open": (
        ((0.05, 0, 0.2), (0.45, 0, 0.27)),
        ((0.5, -0.18, 0.11), (0.94, -0.36, 0.085)),
        ((0.5, -0.06, 0.11), (1.04, -0.12, 0.085)),
        ((0.5, 0.08, 0.11), (1.04, 0.12, 0.085)),
        ((0.3, 0.14, 0.12), (0.68, 0.46, 0.09)),
    ),
    "point": (
        ((0.05, 0, 0.2), (0.45, -0.02, 0.28)),
        ((0.5, 0.1, 0.12), (1.2, 0.1, 0.085)),
        ((0.35, 0.16, 0.12), (0.56, 0.36, 0.09)),
    ),
}
"""Fingers as rows of circles: along the hand, towards the thumb, radius; in hand lengths."""


def arm_circles(body: Body, arm: Arm) -> list[Circle]:
    """The bare arm from shoulder to wrist."""
    shoulder, elbow, wrist = body.arm_radii
    return bent((*arm.shoulder, shoulder), (*arm.elbow, elbow), (*arm.wrist, wrist))


def leg_circles(body: Body, leg: Leg) -> list[Circle]:
    """The bare leg from hip to ankle."""
    hip, knee, ankle = body.leg_radii
    return bent((*leg.hip, hip), (*leg.knee, knee), (*leg.ankle, ankle), 0.24)


def hand(body: Body, arm: Arm, shape: Hand) -> str:
    """Path commands of a hand."""
    length = dist(arm.wrist, arm.grip)
    x, y = (arm.grip[0] - arm.wrist[0]) / length, (arm.grip[1] - arm.wrist[1]) / length
    size = body.hand

    def turned(circle: Circle) -> Circle:
        along, aside, radius = circle
        aside *= arm.thumb
        return (
            arm.wrist[0] + size * (along * x + aside * y),
            arm.wrist[1] + size * (along * y - aside * x),
            radius * size,
        )

    return "".join(chain([turned(circle) for circle in row]) for row in _FINGERS[shape])


def arm(
    body: Body,
    bones: Arm,
    shape: Hand,
    skin: str,
    sleeve: str,
    share: float,
    glove: str | None = None,
) -> str:
    """An arm whose sleeve covers `share` of it, from the shoulder; its hand bare or in a glove."""
    circles = arm_circles(body, bones)
    bare = chain(circles) if share < 0.9 else ""
    if glove is None:
        drawn = path(bare + hand(body, bones, shape), skin)
    else:
        drawn = (path(bare, skin) if bare else "") + path(hand(body, bones, shape), glove)
    if share <= 0:
        return drawn
    loose = body.arm_radii[0] * (0.1 if share > 0.9 else 0.2)
    return drawn + path(flat_chain(widened(cut(circles, share), loose)), sleeve)


def bare_leg(body: Body, bones: Leg, skin: str) -> str:
    """A leg without clothes."""
    return path(chain(leg_circles(body, bones)), skin)


def boot_leg(body: Body, bones: Leg, colour: str) -> str:
    """The upper part of a boot, half-way up to the knee."""
    _, knee, ankle = body.leg_radii
    top = (*between(bones.knee, bones.ankle, 0.5), knee * 1.12)
    return path(flat_chain([top, (*bones.ankle, ankle * 1.3)]), colour)


def trouser_leg(body: Body, bones: Leg, colour: str, share: float) -> str:
    """A trouser leg that covers `share` of the leg."""
    hip, knee, ankle = body.leg_radii
    long = share > 0.9
    cuff = between(bones.knee, bones.ankle, 1.04)
    circles = bent(
        (*bones.hip, hip * 1.08),
        (*bones.knee, knee * (1.06 if long else 1.36)),
        (*cuff, ankle * 1.2),
        0.24,
    )
    return path(flat_chain(cut(circles, share)), colour)
