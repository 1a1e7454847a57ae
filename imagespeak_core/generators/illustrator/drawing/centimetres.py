"""Shapes written as text: "x,y x,y …" in centimetres, which keeps a drawing's numbers short.

`in_cm` brings the whole of a drawing to metres.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from imagespeak_core.generators.illustrator.drawing.splines import closed_curve, onward
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    at,
    group,
    number,
    path,
    polygon,
)

_CAP = 0.4  # how far a limb's rounded ends reach out, as a share of its width


def in_cm(*parts: str, right: float = 0, up: float = 0) -> str:
    """Parts drawn in centimetres, as one part in metres; moved by `right` and `up` centimetres."""
    shift = f"translate({number(right / 100)} {number(-up / 100)}) " if right or up else ""
    return group(*parts, transform=f"{shift}scale(0.01)")


def blob(outline: str, fill: str, **more: str | float) -> str:
    """A filled shape with a smooth edge through the points of its outline."""
    return path(_smooth_edge(outline), fill, **more)


def facet(outline: str, fill: str, **more: str | float) -> str:
    """A filled shape with straight edges."""
    return polygon(_points(outline), fill, **more)


def limb(joints: str, fill: str) -> str:
    """A tapering leg, arm, neck or tail along joints "x,y,width x,y,width …"."""
    return path(_around(joints), fill)


@lru_cache(maxsize=2048)
def _points(outline: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in outline.split())
    return tuple((float(x), float(y)) for x, y in pairs)


@lru_cache(maxsize=2048)
def _smooth_edge(outline: str) -> str:
    return closed_curve(_points(outline))


@lru_cache(maxsize=2048)
def _around(joints: str) -> str:
    triples = [tuple(float(part) for part in joint.split(",")) for joint in joints.split()]
    left: list[Point] = []
    right: list[Point] = []
    caps: list[Point] = []
    for i, (x, y, width) in enumerate(triples):
        before, after = triples[max(i - 1, 0)], triples[min(i + 1, len(triples) - 1)]
        along_x, along_y = after[0] - before[0], after[1] - before[1]
        length = hypot(along_x, along_y) or 1.0
        unit_x, unit_y = along_x / length * width, along_y / length * width
        left.append((x - unit_y / 2, y + unit_x / 2))
        right.append((x + unit_y / 2, y - unit_x / 2))
        outward = _CAP if i else -_CAP
        caps.append((x + unit_x * outward, y + unit_y * outward))
    right.reverse()
    return (
        f"M{at(left[0])}{onward(left)}Q{at(caps[-1])} {at(right[0])}"
        f"{onward(right)}Q{at(caps[0])} {at(left[0])}Z"
    )
