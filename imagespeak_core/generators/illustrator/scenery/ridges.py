"""Mountains, hills and the mirror of water, in pixels of the picture."""

from __future__ import annotations

import random
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.bands import banded, banded_land
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    group,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame


@dataclass(frozen=True, slots=True)
class Ridge:
    """One chain of peaks: its foot line, its height, and where the sun must shine through."""

    base_px: float
    height_px: float
    peak_width_px: float
    distance: float
    rock: str = "#7c86a0"
    snow_share: float = 0.34
    gap_px: float | None = None


def _flank(rng: random.Random, peak: Point, foot: Point, steps: int) -> list[Point]:
    points = []
    for index in range(1, steps):
        along = index / steps
        x = peak[0] + (foot[0] - peak[0]) * along
        y = peak[1] + (foot[1] - peak[1]) * along**0.92
        points.append((x, y + rng.uniform(-0.045, 0.045) * (foot[1] - peak[1])))
    return points


def _peak(frame: Frame, ridge: Ridge, x: float, height: float, half: float) -> str:
    rng, mood = frame.rng, frame.mood
    base = ridge.base_px
    peak = (x, base - height)
    left = _flank(rng, peak, (x - half, base), 6)
    right = _flank(rng, peak, (x + half, base), 6)
    spine = [
        (x + half * (0.06 * index + rng.uniform(-0.1, 0.14)), base - height * (1 - index / 6))
        for index in range(1, 6)
    ]
    rock = mood.far(ridge.rock, ridge.distance)
    shade = mood.far(darker(ridge.rock, 0.3), ridge.distance * 0.92)
    parts = [
        polygon([(x - half, base), *reversed(left), peak, *right, (x + half, base)], rock),
        polygon([peak, *right, (x + half, base), (x + half * 0.3, base), *reversed(spine)], shade),
    ]
    parts.append(_gully(frame, ridge, (x, height, half), lit=True))
    if ridge.snow_share > 0:
        parts.append(_cap(frame, ridge, peak, left, right, spine))
    return group(*parts)


def _gully(frame: Frame, ridge: Ridge, shape: tuple[float, float, float], *, lit: bool) -> str:
    x, height, half = shape
    rng = frame.rng
    colour = frame.mood.far(lighter(ridge.rock, 0.18), ridge.distance * 0.9)
    low = ridge.base_px - height * rng.uniform(0.05, 0.2)
    high = ridge.base_px - height * rng.uniform(0.5, 0.62)
    at = x - half * rng.uniform(0.2, 0.34)
    span = half * 0.2
    return polygon(
        [
            (at, high),
            (at + span * 0.5, (high + low) / 2),
            (at - span * 0.2, low),
            (at - span * 1.4, low),
        ],
        colour,
        fill_opacity=0.55,
    )


def _cap(
    frame: Frame,
    ridge: Ridge,
    peak: Point,
    left: list[Point],
    right: list[Point],
    spine: list[Point],
) -> str:
    rng = frame.rng
    last = max(1, round(ridge.snow_share * 6))
    depth = (ridge.base_px - peak[1]) * ridge.snow_share
    edge: list[Point] = []
    start, end = left[last - 1], right[last - 1]
    teeth = 6
    for index in range(1, teeth):
        along = index / teeth
        drop = depth * (0.32 if index % 2 else -0.22) * rng.uniform(0.6, 1.2)
        edge.append(
            (start[0] + (end[0] - start[0]) * along, start[1] + (end[1] - start[1]) * along + drop)
        )
    snow = frame.mood.far("#f7fafc", ridge.distance * 0.75)
    snow_shade = frame.mood.far("#c3d2e6", ridge.distance * 0.8)
    whole = [peak, *right[:last], *reversed(edge), *reversed(left[:last])]
    middle = edge[len(edge) // 2 :]
    dark = [peak, *right[:last], *reversed(middle), *reversed(spine[: last - 1])]
    return polygon(whole, snow) + polygon(dark, snow_shade)


def draw_ridge(frame: Frame, ridge: Ridge) -> str:
    """A chain of peaks across the picture, the higher ones first and behind."""
    rng = frame.rng
    step = ridge.peak_width_px * 0.62
    count = max(3, round(frame.width / step) + 1)
    peaks = []
    for index in range(count):
        x = (index + rng.uniform(-0.22, 0.22)) * frame.width / (count - 1)
        height = ridge.height_px * rng.uniform(0.62, 1.0)
        half = ridge.peak_width_px * rng.uniform(0.5, 0.72)
        if ridge.gap_px is not None:
            near = abs(x - ridge.gap_px) / ridge.peak_width_px
            height *= min(1.0, 0.42 + near * 1.25)
            half *= min(1.0, 0.65 + near * 0.5)
        peaks.append((height, x, half))
    drawn = [
        _peak(frame, ridge, x, height, half) for height, x, half in sorted(peaks, reverse=True)
    ]
    foot = mix(frame.mood.far(ridge.rock, ridge.distance), frame.mood.haze, 0.3)
    return group(rect(0, ridge.base_px - 1, frame.width, frame.unit * 0.045, foot), *drawn)


def hills(
    frame: Frame,
    base_px: float,
    rise_px: float,
    colour: str,
    distance: float,
    bottom_px: float | None = None,
) -> str:
    """A soft line of hills, filled down to `bottom_px` (the picture's edge when not given)."""
    rng = frame.rng
    count = max(4, round(frame.width / (frame.unit * 0.26)))
    points = [
        (frame.width * index / count, base_px - rise_px * rng.uniform(0.0, 1.0))
        for index in range(-1, count + 2)
    ]
    top = frame.mood.far(lighter(colour, 0.1), distance)
    low = frame.mood.far(darker(colour, 0.06), distance * 0.7)
    name = f"hill{round(base_px)}x{round(distance * 100)}"
    stops = [(0.0, top, 1.0), (0.5, low, 1.0), (1.0, low, 1.0)]
    return banded_land(name, points, bottom_px or frame.height, stops)


def water(
    frame: Frame, top_px: float, bottom_px: float, glint_x: float | None, clear: float = 1.0
) -> str:
    """A sheet of water with light streaks, and the sun's or moon's path on it.

    `clear` below 1 lets what is painted under its far part (a reflection) shine through.
    """
    far, near = frame.mood.water
    stops = [(0.0, far, clear), (0.35, mix(far, near, 0.55), clear), (1.0, near, 1.0)]
    parts = [
        banded(0, top_px, frame.width, bottom_px - top_px, stops),
        _streaks(frame, top_px, bottom_px),
    ]
    if glint_x is not None and frame.mood.disc_visible:
        parts.append(_glints(frame, top_px, bottom_px, glint_x))
    return group(*parts)


def _streaks(frame: Frame, top: float, bottom: float) -> str:
    rng = frame.rng
    light = mix(frame.mood.water[0], "#ffffff", 0.35)
    d = ""
    for _ in range(round(46 * min(3.0, frame.width / frame.height))):
        deep = rng.random() ** 1.3
        y = top + (bottom - top) * (0.02 + 0.95 * deep)
        span = frame.unit * rng.uniform(0.015, 0.05) * (0.6 + 1.3 * deep)
        x = rng.uniform(-0.05, 1) * frame.width
        d += f"M{number(x)} {number(y)}q{number(span / 2)} {number(-span * 0.05)} {number(span)} 0"
    return path(
        d,
        stroke=light,
        stroke_width=frame.unit * 0.0028,
        stroke_linecap="round",
        stroke_opacity=0.5,
    )


def _glints(frame: Frame, top: float, bottom: float, x: float) -> str:
    rng, rows = frame.rng, 15
    d = ""
    for index in range(rows):
        deep = (index + 0.6) / rows
        y = top + (bottom - top) * deep**1.2
        half = frame.unit * (0.03 + 0.055 * deep) * rng.uniform(0.55, 1.15)
        shift = frame.unit * rng.uniform(-0.018, 0.018)
        height = max(1.0, (bottom - top) * 0.012 * (0.6 + deep))
        d += (
            f"M{number(x + shift - half)} {number(y)}q{number(half)} {number(-height)}"
            f" {number(half * 2)} 0"
            f"q{number(-half)} {number(height)} {number(-half * 2)} 0Z"
        )
    return path(d, frame.mood.disc, fill_opacity=0.75 if frame.time != "day" else 0.5)
