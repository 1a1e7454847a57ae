"""The trunk in a shirt, jumper, jacket, coat or dress, and the hips in trousers or a skirt."""

from __future__ import annotations

from itertools import pairwise

from imagespeak_core.generators.illustrator.drawing.capsules import between, capsule, hull
from imagespeak_core.generators.illustrator.drawing.paths import Circle
from imagespeak_core.generators.illustrator.drawing.splines import outline
from imagespeak_core.generators.illustrator.drawing.svg import Point, path
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.skeleton import SIDE_DEPTH, Leg, Skeleton

SIDE_WIDTH = 0.82
"""How wide the trunk looks from the side, as a share of the front."""


def half_widths(person: Person, bones: Skeleton, up: float) -> tuple[float, float]:
    """How far the trunk reaches back and forwards at that height (0 hips, 1 neck), in metres."""
    body = bones.body
    side = bones.view == "side"
    flat = SIDE_WIDTH if side else 1.0
    shoulder = body.shoulder * (SIDE_DEPTH if side else 1.0) + body.arm_radii[0] * 0.9
    rows = (
        (-0.15, body.hip * 0.98 * flat),
        (0.1, body.hip * flat),
        (0.42, body.waist * flat),
        (0.7, body.chest * flat),
        (0.86 if side else 0.82, shoulder * (1.0 if side else 1.03)),
        (0.95, shoulder * (0.8 if side else 0.74)),
        (1.0, neck_width(body) * 1.15),
    )
    width = _interpolate(rows, up)
    bulge = 0.0
    if side:
        grown_woman = person.gender == "woman" and person.age in {"adult", "old"}
        if grown_woman:
            bulge = body.stature * 0.009 * max(0.0, 1 - abs(up - 0.64) / 0.26)
        elif person.age in {"old", "baby"}:
            bulge = body.stature * 0.012 * max(0.0, 1 - abs(up - 0.3) / 0.3)
    return width, width + bulge


def _interpolate(rows: tuple[tuple[float, float], ...], at: float) -> float:
    for (low, first), (high, second) in pairwise(rows):
        if at <= high:
            return first + (second - first) * max(0.0, (at - low) / (high - low))
    return rows[-1][1]


def edge(
    person: Person, bones: Skeleton, ups: tuple[float, ...], side: int, loose: float
) -> list[Point]:
    """Points down or up one edge of the trunk: -1 is its back, 1 its front."""
    return [
        bones.torso(side * (half_widths(person, bones, up)[side > 0] + loose), up) for up in ups
    ]


_UPS = (1.0, 0.955, 0.86, 0.68, 0.42, 0.12)


def trunk(person: Person, bones: Skeleton, hem: float, loose: float) -> str:
    """Path commands of a top whose hem is at that height (0 hips), so much wider than the body."""
    ups = (*_UPS, hem)
    top = bones.torso(0.0, 1.01)
    back = [top, *edge(person, bones, ups, -1, loose)]
    front = [*edge(person, bones, ups, 1, loose)[::-1], top]
    return outline(back, front)


def back_shadow(person: Person, bones: Skeleton, hem: float, loose: float) -> str:
    """Path commands of the shaded strip along the back."""
    ups = (0.86, 0.68, 0.42, 0.12, hem)
    out = edge(person, bones, ups, -1, loose)
    depth = bones.body.waist * 0.42
    share = (0.1, 0.8, 1.0, 0.9, 0.8)
    inside = [
        bones.torso(-half_widths(person, bones, up)[0] - loose + depth * part, up)
        for up, part in zip(ups, share, strict=True)
    ]
    return outline(out, inside[::-1])


def hips(person: Person, bones: Skeleton) -> str:
    """Path commands of the seat of trousers."""
    body = bones.body
    wide = body.leg_radii[0] * 1.08
    waist = half_widths(person, bones, 0.14)[0] * 0.8
    circles: list[Circle] = [
        (*bones.near_leg.hip, wide),
        (*bones.far_leg.hip, wide),
        (*bones.torso(-waist, 0.14), waist * 0.22),
        (*bones.torso(waist, 0.14), waist * 0.22),
    ]
    return hull(circles)


def skirt(person: Person, bones: Skeleton, share: float, flare: float) -> str:
    """Path commands of cloth that hangs over both legs down to `share` of their length."""
    body = bones.body
    waist = half_widths(person, bones, 0.3)[0] * 0.84
    hip = body.hip * (0.72 if bones.view == "side" else 0.6)
    circles: list[Circle] = [
        (*bones.torso(-waist, 0.36), waist * 0.12),
        (*bones.torso(waist, 0.36), waist * 0.12),
        (*bones.near_leg.hip, hip),
        (*bones.far_leg.hip, hip),
    ]
    for leg in (bones.near_leg, bones.far_leg):
        circles += _over_leg(body.leg_radii, leg, share, flare * body.stature)
    return hull(circles)


def _over_leg(
    radii: tuple[float, float, float], leg: Leg, share: float, flare: float
) -> list[Circle]:
    """Cloth around the knee and at the hem of one leg."""
    if share <= 0.5:
        start, end, part = leg.hip, leg.knee, share * 2
        circles: list[Circle] = []
    else:
        start, end, part = leg.knee, leg.ankle, share * 2 - 1
        circles = [(*leg.knee, radii[1] * 1.2)]
    x, y = between(start, end, part)
    length = max(((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5, 1e-6)
    across = ((end[1] - start[1]) / length, -(end[0] - start[0]) / length)
    wide = radii[1] + flare
    hem = [
        (x + across[0] * wide * k, min(y + across[1] * wide * k, -0.012), 0.012) for k in (-1, 1)
    ]
    return circles + hem


def neck_width(body: Body) -> float:
    """Half the neck."""
    return body.head * (0.16 if body.face_width > 0.43 else 0.2)


def neck(bones: Skeleton, skin: str) -> str:
    """The neck, its round lower end the opening of the collar."""
    body = bones.body
    wide = neck_width(body)
    return path(capsule(bones.torso(0.0, 0.98), wide, bones.on_head(-0.04, 0.2), wide * 0.95), skin)
