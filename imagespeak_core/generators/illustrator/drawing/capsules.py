"""Tight shapes around circles: limbs, sleeves, cloth that hangs over them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, cos, dist, pi, sin

from imagespeak_core.generators.illustrator.drawing.paths import Circle, disc, straight
from imagespeak_core.generators.illustrator.drawing.svg import Point, at, number


def between(first: Point, second: Point, share: float) -> Point:
    """The point that is `share` of the way from the first to the second."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def capsule(start: Point, start_radius: float, end: Point, end_radius: float) -> str:
    """The tightest shape around two circles."""
    length = dist(start, end)
    if length <= abs(start_radius - end_radius) + 1e-9:
        big, radius = max((start_radius, start), (end_radius, end))[::-1]
        return disc(*big, radius)
    along = atan2(end[1] - start[1], end[0] - start[0])
    open_ = acos((start_radius - end_radius) / length)

    def on(centre: Point, radius: float, side: int) -> str:
        angle = along + side * open_
        return at((centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)))

    begin, far, near = on(start, start_radius, 1), number(end_radius), number(start_radius)
    wide_end, wide_start = int(open_ > pi / 2), int(open_ < pi / 2)
    return (
        f"M{begin}L{on(end, end_radius, 1)}"
        f"A{far} {far} 0 {wide_end} 0 {on(end, end_radius, -1)}"
        f"L{on(start, start_radius, -1)}"
        f"A{near} {near} 0 {wide_start} 0 {begin}Z"
    )


def chain(circles: Sequence[Circle]) -> str:
    """A limb: the tight shape around each two neighbours, as one path."""
    pairs = pairwise(circles)
    return "".join(capsule((a[0], a[1]), a[2], (b[0], b[1]), b[2]) for a, b in pairs)


def flat_chain(circles: Sequence[Circle]) -> str:
    """A limb that ends in a straight edge: a sleeve, a trouser leg."""
    end_x, end_y, end_radius = circles[-1]
    kept = list(circles[:-1])
    while len(kept) > 1 and dist(kept[-1][:2], (end_x, end_y)) < kept[-1][2]:
        kept.pop()
    x, y, radius = kept[-1]
    end = flat_band((x, y), (end_x, end_y), radius, end_radius)
    return chain(kept) + disc(x, y, radius) + end


def flat_band(start: Point, end: Point, radius: float, end_radius: float | None = None) -> str:
    """A piece of a limb with two straight ends, turning the same way as `capsule`."""
    last = radius if end_radius is None else end_radius
    along = atan2(end[1] - start[1], end[0] - start[0])
    x, y = -sin(along), cos(along)
    corners = (
        (start[0] + x * radius, start[1] + y * radius),
        (end[0] + x * last, end[1] + y * last),
        (end[0] - x * last, end[1] - y * last),
        (start[0] - x * radius, start[1] - y * radius),
    )
    return straight(corners)


def bent(start: Circle, joint: Circle, end: Circle, softness: float = 0.3) -> list[Circle]:
    """Circles along two bones whose joint is rounded off."""

    def part(first: Circle, second: Circle, share: float) -> Circle:
        x, y = between(first[:2], second[:2], share)
        return (x, y, first[2] + (second[2] - first[2]) * share)

    enter, leave = part(joint, start, softness), part(joint, end, softness)
    curve = [
        part(part(enter, joint, share), part(joint, leave, share), share)
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    return [start, *curve, end]


def cut(circles: Sequence[Circle], share: float) -> list[Circle]:
    """The first `share` (0 to 1) of a limb, by length."""
    lengths = [dist(a[:2], b[:2]) for a, b in pairwise(circles)]
    left = share * sum(lengths)
    kept = [circles[0]]
    for (a, b), length in zip(pairwise(circles), lengths, strict=True):
        if left <= length:
            piece = left / length if length else 0.0
            x, y = between(a[:2], b[:2], piece)
            return [*kept, (x, y, a[2] + (b[2] - a[2]) * piece)]
        kept.append(b)
        left -= length
    return kept


def widened(circles: Iterable[Circle], by: float) -> list[Circle]:
    """The same limb with every radius larger by `by`."""
    return [(x, y, radius + by) for x, y, radius in circles]


def hull(circles: Iterable[Circle], steps: int = 24) -> str:
    """The tightest convex shape around circles: cloth that hangs over limbs."""
    points = sorted(
        (x + radius * cos(2 * pi * k / steps), y + radius * sin(2 * pi * k / steps))
        for x, y, radius in circles
        for k in range(steps)
    )
    edge = _half_hull(points)[:-1] + _half_hull(points[::-1])[:-1]
    return straight(edge)


def _half_hull(points: Sequence[Point]) -> list[Point]:
    edge: list[Point] = []
    for x, y in points:
        while len(edge) > 1 and _turn(edge[-2], edge[-1], (x, y)) <= 0:
            edge.pop()
        edge.append((x, y))
    return edge


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
