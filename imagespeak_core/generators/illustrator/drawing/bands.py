"""Colours that change softly down the page, in bands of one colour each.

A screen has 256 steps of a colour and no more, so bands a step apart look as a gradient does.
Flat bands are rasterised many times faster, which counts for skies, walls and floors. What is
small, round or across keeps its gradient (gradients.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from imagespeak_core.generators.illustrator.drawing.colours import mix, rgb
from imagespeak_core.generators.illustrator.drawing.gradients import Stop, gradient
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import Point, element, group, number, path

_LAP = 2
"""So many rows each band goes on under the next one, so that nothing shines through between."""


def banded(
    x: float, y: float, width: float, height: float, stops: Sequence[Stop], *, pixel: float = 1.0
) -> str:
    """A rectangle from its upper left corner whose colour changes from stop to stop.

    Args:
        x: Left edge, as all lengths in the units of the group that it is in.
        y: Upper edge.
        width: From left to right.
        height: From top to bottom.
        stops: At least two, from top to bottom.
        pixel: How long a pixel of the picture is; 1 where the units are pixels. What is seen
            through (opacity below 1) needs pixels, so that no two bands share one.
    """
    lap = _LAP * pixel if all(opacity == 1 for _, _, opacity in stops) else 0.0
    begin, across = f'<rect x="{number(x)}" y="', f'" width="{number(width)}" height="'
    parts, top = [], y
    for share, fill in _bands(stops):
        edge = y + height if share >= 1 else round((y + height * share) / pixel) * pixel
        if edge > top:
            low = min(y + height, edge + lap)
            parts.append(f'{begin}{number(top)}{across}{number(low - top)}" {fill}/>')
            top = edge
    return group(*parts)


def banded_land(name: str, points: Sequence[Point], bottom: float, stops: Sequence[Stop]) -> str:
    """Land below a soft skyline through the points, whose colour changes from stop to stop.

    Only the uneven part is a shape with a gradient, which is called `name`.
    """
    top = min(y for _, y in points)
    # The curve of `land` swings out by less than a third of the steps from point to point.
    swing = max(abs(end[1] - start[1]) for start, end in pairwise(points)) / 3
    valley = min(bottom, math.ceil(max(y for _, y in points) + swing))
    left, right = points[0][0], points[-1][0]
    uneven = group(
        element("defs", gradient(name, stops, span=(top, bottom))),
        path(land(points, min(bottom, valley + _LAP)), f"url(#{name})"),
    )
    if valley >= bottom:
        return uneven
    begins = (valley - top) / (bottom - top)
    rest = [((at - begins) / (1 - begins), colour, seen) for at, colour, seen in stops]
    return uneven + banded(left, valley, right - left, bottom - valley, rest)


def _bands(stops: Sequence[Stop]) -> Iterator[tuple[float, str]]:
    """How far down each band goes, and its fill: one for each step of a colour."""
    for (start, above, thick), (stop, below, thin) in pairwise(stops):
        changes = [abs(one - other) for one, other in zip(rgb(above), rgb(below), strict=True)]
        steps = max(1, *changes, round(abs(thick - thin) * 255))
        for step in range(steps):
            middle = (step + 0.5) / steps
            opacity = thick + (thin - thick) * middle
            seen = f' fill-opacity="{number(opacity)}"' if opacity < 1 else ""
            share = start + (stop - start) * (step + 1) / steps
            yield share, f'fill="{mix(above, below, middle)}"{seen}'
    yield 1.0, f'fill="{stops[-1][1]}" fill-opacity="{number(stops[-1][2])}"'
