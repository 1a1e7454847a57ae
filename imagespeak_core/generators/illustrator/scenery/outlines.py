"""Outlines and gradients that scenery is made of, in pixels of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imagespeak_core.generators.illustrator.drawing.svg import Point, element, number


def dots(points: Iterable[tuple[float, float, float]], flat: float = 1.0) -> str:
    """The path of many small discs (x, y, radius), for one element instead of hundreds."""
    written: list[str] = []
    for x, y, radius in points:
        r, ry, across = number(radius), number(radius * flat), number(radius * 2)
        written.append(
            f"M{number(x - radius)} {number(y)}a{r} {ry} 0 1 0 {across} 0a{r} {ry}"
            f" 0 1 0 -{across} 0"
        )
    return "".join(written)


def boxes(rectangles: Iterable[tuple[float, float, float, float]]) -> str:
    """The path of many rectangles (x, y, width, height)."""
    return "".join(
        f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"
        for x, y, width, height in rectangles
    )


def smooth(points: Sequence[Point], *, begin: str = "M") -> str:
    """A soft curve through the points, from the first to the last."""
    path = f"{begin}{number(points[0][0])} {number(points[0][1])}"
    for index in range(len(points) - 1):
        before = points[max(index - 1, 0)]
        start, end = points[index], points[index + 1]
        after = points[min(index + 2, len(points) - 1)]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path += "C" + " ".join(number(value) for point in (first, second, end) for value in point)
    return path


def land(points: Sequence[Point], bottom: float) -> str:
    """A closed shape: a soft skyline through the points, filled down to `bottom`."""
    left, right = number(points[0][0]), number(points[-1][0])
    return f"{smooth(points)}L{right} {number(bottom)}L{left} {number(bottom)}Z"


def closed(points: Sequence[Point]) -> str:
    """A soft closed outline through the points."""
    wrapped = [points[-1], *points, points[0], points[1]]
    path = f"M{number(points[0][0])} {number(points[0][1])}"
    for index in range(1, len(points) + 1):
        before, start, end, after = wrapped[index - 1 : index + 3]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        path += "C" + " ".join(number(value) for point in (first, second, end) for value in point)
    return path + "Z"


def gradient(
    name: str, stops: Sequence[tuple[float, str, float]], *, span: tuple[float, float] | None = None
) -> str:
    """A linear gradient down a shape; a stop is (offset, colour, opacity).

    With a `span` it goes from that upper to that lower edge, in pixels, whatever the shape.
    """
    if span is None:
        return element("linearGradient", _stops(stops), id=name, x1=0.0, y1=0.0, x2=0.0, y2=1.0)
    return element(
        "linearGradient",
        _stops(stops),
        id=name,
        x1=0.0,
        y1=span[0],
        x2=0.0,
        y2=span[1],
        gradientUnits="userSpaceOnUse",
    )


def glow(name: str, stops: Sequence[tuple[float, str, float]]) -> str:
    """A round gradient from the middle outwards."""
    return element("radialGradient", _stops(stops), id=name)


def _stops(stops: Sequence[tuple[float, str, float]]) -> str:
    return "".join(
        element("stop", offset=offset, stop_color=colour, stop_opacity=opacity)
        for offset, colour, opacity in stops
    )
