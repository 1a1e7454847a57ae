"""Two bones that bring a hand or a foot to a place."""

from __future__ import annotations

from math import acos, atan2, cos, degrees, dist, pi, radians, sin

from imagespeak_core.generators.illustrator.drawing.svg import Point


def bone(start: Point, angle: float, length: float) -> Point:
    """The end of a bone that leaves `start` at that angle."""
    return (start[0] + sin(radians(angle)) * length, start[1] + cos(radians(angle)) * length)


def reach(
    start: Point, target: Point, upper: float, lower: float, bend: float
) -> tuple[float, float]:
    """The angles that bring two bones to the target, or as near as they go.

    `bend` 1 puts the middle joint at the greater first angle (a knee), -1 at the smaller one.
    """
    length = min(
        max(dist(start, target), abs(upper - lower) * 1.02 + 1e-6), (upper + lower) * 0.995
    )
    straight = atan2(target[0] - start[0], target[1] - start[1])
    inside = acos(_cosine(upper, length, lower))
    across = acos(_cosine(upper, lower, length))
    first = straight + bend * inside
    return (degrees(first), degrees(first - bend * (pi - across)))


def _cosine(a: float, b: float, opposite: float) -> float:
    return min(1.0, max(-1.0, (a * a + b * b - opposite * opposite) / (2 * a * b)))
