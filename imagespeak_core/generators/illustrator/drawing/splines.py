"""Smooth lines and outlines through points, as the commands of a path."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.drawing.svg import Point, at, number


def onward(points: Sequence[Point]) -> str:
    """Commands that go smoothly from the first point, where the pen is, through all others."""
    padded = [points[0], *points, points[-1]]
    return "".join(_piece(*padded[i : i + 4]) for i in range(len(points) - 1))


def curve(points: Sequence[Point]) -> str:
    """A smooth open line through all points."""
    return f"M{at(points[0])}{onward(points)}"


def closed_curve(points: Sequence[Point]) -> str:
    """A smooth closed outline through all points, which turns the way they do."""
    count = len(points)
    pieces = (_piece(*(points[(i + k) % count] for k in (-1, 0, 1, 2))) for i in range(count))
    return f"M{at(points[0])}{''.join(pieces)}Z"


def rounded(points: Sequence[Point]) -> str:
    """A smooth closed outline that turns the way a `disc` does, to lie with others in one path."""
    return closed_curve(points[::-1] if _turns_right(points) else points)


def outline(*runs: Sequence[Point]) -> str:
    """A closed outline of smooth runs that meet at corners."""
    pieces = [curve(runs[0])]
    pieces += [f"L{at(points[0])}{onward(points)}" for points in runs[1:]]
    return "".join(pieces) + "Z"


def land(points: Sequence[Point], bottom: float) -> str:
    """A smooth skyline through the points, filled down to `bottom`."""
    left, right = number(points[0][0]), number(points[-1][0])
    return f"{curve(points)}L{right} {number(bottom)}L{left} {number(bottom)}Z"


def _piece(before: Point, start: Point, end: Point, after: Point) -> str:
    """From `start` to `end`, a cubic piece of a Catmull-Rom spline."""
    first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return f"C{at(first)} {at(second)} {at(end)}"


def _turns_right(points: Sequence[Point]) -> bool:
    """Whether the points go round as a clock's hands do on the page."""
    return (
        sum(
            points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1]
            for i in range(len(points))
        )
        > 0
    )
