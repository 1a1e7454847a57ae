"""Shapes that things are made of.

A thing is drawn in centimetres, which keeps its numbers short, and `in_cm` brings the whole of it
to metres. Outlines are written as text: "x,y x,y …" in centimetres.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, pi, sin

from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    element,
    ellipse,
    group,
    line,
    number,
    path,
    polygon,
)
from imagespeak_core.generators.illustrator.things.shading import (
    CHROME,
    INK,
    IRON,
    PAPER,
    SHINE,
    STEEL,
    TYRE,
    brightness,
)

_CAP = 0.4  # how far a limb's rounded ends reach out, as a share of its width


def in_cm(*parts: str, right: float = 0, up: float = 0) -> str:
    """Parts drawn in centimetres, as one part in metres; moved by `right` and `up` centimetres."""
    shift = f"translate({number(right / 100)} {number(-up / 100)}) " if right or up else ""
    return group(*parts, transform=f"{shift}scale(0.01)")


def moved(x: float, y: float, *parts: str, turn: float = 0) -> str:
    """Parts drawn around the origin, moved to (x, y) and turned clockwise by `turn` degrees."""
    turned = f" rotate({number(turn)})" if turn else ""
    return group(*parts, transform=f"translate({number(x)} {number(y)}){turned}")


def scaled(factor: float, *parts: str) -> str:
    """Parts made larger or smaller around the origin."""
    return group(*parts, transform=f"scale({number(factor)})")


def blob(outline: str, fill: str, **more: str | float) -> str:
    """A filled shape with a smooth edge through the points of its outline."""
    return path(_closed_curve(_points(outline)), fill, **more)


def facet(outline: str, fill: str, **more: str | float) -> str:
    """A filled shape with straight edges."""
    return polygon(_points(outline), fill, **more)


def limb(joints: str, fill: str) -> str:
    """A tapering leg, arm, neck or tail along joints "x,y,width x,y,width …"."""
    return path(_limb_outline(joints), fill)


def stroke(d: str, colour: str, width: float, **more: str | float) -> str:
    """An open, round-ended line along a path."""
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        **more,
    )


def eye(tone: Tone, x: float, y: float, radius: float, coat: str = PAPER) -> str:
    """An animal's eye with a spark of light; on a dark coat the iris is bright, to be seen."""
    spark = circle(x + radius * 0.3, y - radius * 0.35, radius * 0.32, tone(SHINE))
    if brightness(coat) < 0.27:
        bright = circle(x, y, radius * 1.25, tone("#e9c65a"))
        return bright + circle(x, y, radius * 0.75, tone(INK)) + spark
    return circle(x, y, radius, tone(INK)) + spark


def closed_eye(tone: Tone, x: float, y: float, radius: float, coat: str = PAPER) -> str:
    """The shut eye of an animal that sleeps; on a dark coat its lid is light, to be seen."""
    lid = tone("#d8d2c6" if brightness(coat) < 0.27 else INK)
    d = f"M{number(x - radius * 1.3)} {number(y)} q{number(radius * 1.3)} {number(radius * 1.3)} "
    return stroke(f"{d}{number(radius * 2.6)} 0", lid, radius * 0.62)


def wheel(tone: Tone, x: float, radius: float, *, y: float | None = None, spokes: int = 5) -> str:
    """A car's or a bus's wheel; it stands on the ground unless `y` gives its hub's height."""
    hub_y = -radius if y is None else y
    rim = radius * 0.62
    ends = [(cos(2 * pi * k / spokes), sin(2 * pi * k / spokes)) for k in range(spokes)]
    return "".join(
        (
            circle(x, hub_y, radius, tone(TYRE)),
            circle(x, hub_y, rim, tone(CHROME)),
            *(
                line(
                    (x + cx * rim * 0.4, hub_y + cy * rim * 0.4),
                    (x + cx * rim * 0.8, hub_y + cy * rim * 0.8),
                    tone(STEEL),
                    radius * 0.13,
                )
                for cx, cy in ends
            ),
            circle(x, hub_y, radius * 0.18, tone(IRON)),
        )
    )


def wheel_arch(x: float, radius: float, fill: str, bottom: float = 24) -> str:
    """The dark hollow above a wheel at x, in a body whose lower edge is `bottom` above ground."""
    return path(
        f"M{x - radius} -{bottom} A{radius} {radius * 1.08:.1f} 0 0 1 {x + radius} -{bottom} Z",
        fill,
    )


def hoofed_leg(x: float, width: float, coat: str, hoof: str, *, top: float = -220) -> str:
    """A long, thin leg with a hoof; `width` is that of its thigh at height `top`."""
    shin = width * 0.42 + 2
    half = shin * 0.62
    leg = limb(f"{x},{top},{width} {x + 1},{top * 0.55:.0f},{shin + 3:.1f} {x},-6,{shin:.1f}", coat)
    return leg + facet(f"{x - half},0 {x - half},-8 {x + half},-8 {x + half + 2},0", hoof)


def leg_with_hoof(joints: str, foot_x: float, coat: str, hoof: str, height: float = 9) -> str:
    """A leg along its joints, with a hoof of that height around `foot_x`."""
    half = height * 0.75
    return limb(joints, coat) + facet(
        f"{foot_x - half},0 {foot_x - half * 0.9},{-height} {foot_x + half * 0.55},{-height} "
        f"{foot_x + half * 1.15},0",
        hoof,
    )


def paw(x: float, length: float, fill: str) -> str:
    """A foot on the ground, around x."""
    half = length * 0.26
    return ellipse(x, -half, length / 2, half, fill)


def petals(x: float, y: float, radius: float, count: int, fill: str) -> str:
    """A ring of petals around a flower's heart."""
    ring = [2 * pi * k / count for k in range(count)]
    return "".join(
        circle(x + cos(a) * radius * 0.58, y + sin(a) * radius * 0.58, radius * 0.46, fill)
        for a in ring
    )


@lru_cache(maxsize=2048)
def _points(outline: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in outline.split())
    return tuple((float(x), float(y)) for x, y in pairs)


@lru_cache(maxsize=2048)
def _closed_curve(points: tuple[Point, ...]) -> str:
    """A Catmull-Rom curve around through the points, as cubic Bézier commands."""
    count = len(points)
    steps = (
        _curve_step(points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count])
        for i in range(count)
    )
    return _written("M", points[0]) + "".join(steps) + "Z"


def _open_curve(points: list[Point]) -> str:
    """A Catmull-Rom curve from the first of the points, where the pen is, to the last."""
    ends = [points[0], *points, points[-1]]
    return "".join(_curve_step(*ends[i : i + 4]) for i in range(len(points) - 1))


def _curve_step(before: Point, start: Point, end: Point, after: Point) -> str:
    first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return _written("C", first, second, end)


@lru_cache(maxsize=2048)
def _limb_outline(joints: str) -> str:
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
    return "".join(
        (
            _written("M", left[0]),
            _open_curve(left),
            _written("Q", caps[-1], right[0]),
            _open_curve(right),
            _written("Q", caps[0], left[0]),
            "Z",
        )
    )


def _written(command: str, *points: Point) -> str:
    return command + " ".join(f"{number(x)} {number(y)}" for x, y in points)
