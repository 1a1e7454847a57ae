"""The sky: its colours, sun or moon, stars and clouds, each with its noun as its class."""

from __future__ import annotations

import itertools
import math
import random

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.gradients import glow, gradient
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    element,
    group,
    number,
    path,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame

RAINBOW = "rainbow"
_BOW = ("#e2625c", "#ef9c50", "#f5d868", "#86c07a", "#68abd8", "#9a84ca")
DISC = 0.058
"""Radius of sun and moon, as a share of the picture's shorter side."""


def draw_sky(frame: Frame, bottom_px: float, disc_at: Point | None) -> str:
    """The sky from the top of the picture to `bottom_px`, with sun or moon where there is one."""
    top, middle, low = frame.mood.sky
    stops = [(0.0, top, 1.0), (0.55, middle, 1.0), (1.0, low, 1.0)]
    parts = [banded(0, 0, frame.width, bottom_px, stops)]
    if frame.time == "night" and frame.mood.disc_visible:
        parts.append(_stars(frame, bottom_px))
    if disc_at is not None and frame.mood.disc_visible:
        parts.append(_disc(frame, *disc_at))
    if disc_at is not None and frame.weather == "fog" and frame.time != "night":
        parts.append(_veiled_sun(frame, *disc_at))
    if RAINBOW in frame.brought:
        parts.append(_rainbow(frame, bottom_px))
    parts.append(_clouds(frame, bottom_px, disc_at if frame.mood.disc_visible else None))
    if frame.mood.disc_visible and frame.time != "night" and frame.chance(0.5):
        parts.append(_birds(frame, bottom_px, disc_at))
    return group(*parts, id="sky-area")


def rainbow_reach(frame: Frame, bottom_px: float) -> float:
    """How far a rainbow's outer edge is from its middle, which is at the sky's lower edge."""
    return min(frame.width * 0.46, bottom_px * 0.8)


def _rainbow(frame: Frame, bottom: float) -> str:
    """A bow from side to side; its feet are behind the land."""
    reach, wide = rainbow_reach(frame, bottom), frame.unit * 0.017
    arcs = []
    for index, colour in enumerate(_BOW):
        radius = reach - wide * (index + 0.5)
        bow = f"M{number(frame.width / 2 - radius)} {number(bottom)}"
        bow += f"A{number(radius)} {number(radius)} 0 0 1 {number(frame.width / 2 + radius)}"
        seen = mix(colour, frame.mood.sky[1], 0.18)
        arcs.append(path(f"{bow} {number(bottom)}", stroke=seen, stroke_width=wide * 1.06))
    return group(*arcs, class_=RAINBOW, id=RAINBOW, opacity=0.82)


def _birds(frame: Frame, bottom: float, disc_at: Point | None) -> str:
    sun_left = disc_at is not None and disc_at[0] < frame.width / 2
    share = frame.between(0.1, 0.28)
    x = frame.width * (1 - share if sun_left else share)
    y = bottom * frame.between(0.2, 0.5)
    wings = ""
    for _ in range(frame.rng.randint(3, 6)):
        span = frame.unit * frame.between(0.008, 0.014)
        left = x + frame.unit * frame.between(-0.09, 0.09)
        top = y + frame.unit * frame.between(-0.045, 0.045)
        wings += (
            f"M{number(left - span)} {number(top - span * 0.3)}"
            f"q{number(span * 0.6)} {number(-span * 0.35)} {number(span)} {number(span * 0.4)}"
            f"q{number(span * 0.4)} {number(-span * 0.75)} {number(span)} {number(-span * 0.4)}"
        )
    colour = mix(frame.mood.sky[0], "#2b3350", 0.55)
    width = frame.unit * 0.0026
    return path(wings, stroke=colour, stroke_width=width, stroke_linecap="round")


def _stars(frame: Frame, bottom: float) -> str:
    rng, unit = frame.rng, frame.unit
    count = int(46 * min(3.0, frame.width * bottom / (0.5 * unit * unit)))
    stars = [
        (rng.uniform(0, frame.width), bottom * rng.random() ** 1.4 * 0.9, unit * size)
        for size in (rng.uniform(0.0007, 0.0021) for _ in range(count))
    ]
    return group(path(dots(stars), "#f4f1dc", fill_opacity=0.85), class_="stars")


def _disc(frame: Frame, x: float, y: float) -> str:
    radius, mood = frame.unit * DISC, frame.mood
    strength = {"night": 0.4, "sunset": 0.85}.get(frame.time, 0.7)
    reach = radius * (6.5 if frame.time == "sunset" else 4.2)
    halo = glow(
        "halo", [(0, mood.glow, strength), (0.35, mood.glow, strength / 3), (1, mood.glow, 0)]
    )
    parts = [element("defs", halo), circle(x, y, reach, "url(#halo)")]
    if frame.time != "night":
        return group(*parts, circle(x, y, radius, mood.disc), class_="sun", id="sun")
    moon = _full_moon(x, y, radius, mood.disc)
    return group(*parts, moon, class_="moon", id="moon")


def _veiled_sun(frame: Frame, x: float, y: float) -> str:
    """The sun as fog lets it through: pale, with a wide soft ring of light."""
    radius, pale = frame.unit * DISC, mix(frame.mood.glow, "#ffffff", 0.5)
    ring = glow("veiled", [(0, pale, 0.75), (0.3, pale, 0.3), (1, pale, 0)])
    return group(
        element("defs", ring),
        circle(x, y, radius * 4.5, "url(#veiled)"),
        circle(x, y, radius * 0.8, pale, fill_opacity=0.8),
        class_="sun",
        id="veiled-sun",
    )


def _full_moon(x: float, y: float, radius: float, colour: str) -> str:
    spots = [(-0.35, -0.25, 0.2), (0.25, 0.3, 0.26), (0.38, -0.35, 0.12), (-0.3, 0.42, 0.12)]
    craters = dots((x + radius * dx, y + radius * dy, radius * size) for dx, dy, size in spots)
    return circle(x, y, radius, colour) + path(craters, "#d8d2b4", fill_opacity=0.75)


def _clouds(frame: Frame, bottom: float, disc_at: Point | None) -> str:
    mood, rng = frame.mood, frame.rng
    light, shade = mood.cloud
    strong = mood.cloud_opacity
    stops = [(0.0, light, strong), (0.55, light, strong), (1.0, shade, strong * 0.8)]
    flat = 0.62 if frame.time == "sunset" else 1.0
    count = round(mood.clouds * max(1.0, min(3.0, frame.width / frame.height)))
    heavy = frame.weather in {"rain", "cloudy", "snow"}
    parts = [element("defs", gradient("cloud", stops))]
    for index in range(count):
        width = frame.unit * rng.uniform(0.14, 0.34) * (1.55 if heavy else 1.0)
        x = frame.width * (index + rng.uniform(0.05, 0.95)) / count
        y = bottom * rng.uniform(0.06, 0.42 if heavy else 0.62)
        if disc_at is not None and _hides(frame, (x, y, width), disc_at):
            continue
        small = 1 - 0.45 * y / bottom
        parts.append(_cloud(rng, x, y, width * small, flat))
    return group(*parts)


def _hides(frame: Frame, cloud: tuple[float, float, float], disc: Point) -> bool:
    x, y, width = cloud
    if frame.weather == "cloudy":
        return abs(x - disc[0]) < width * 0.3 and abs(y - disc[1]) < frame.unit * 0.09
    return abs(x - disc[0]) < width / 2 + frame.unit * 0.1 and abs(y - disc[1]) < frame.unit * 0.17


def _cloud(rng: random.Random, x: float, y: float, width: float, flat: float) -> str:
    lobes = rng.randint(4, 6)
    edge = [(x - width / 2, y)]
    for index in range(1, lobes):
        along = index / lobes
        rise = math.sin(math.pi * along) ** 0.8 * width * 0.17 * rng.uniform(0.7, 1.25)
        edge.append((x + width * (along - 0.5), y - rise * flat))
    edge.append((x + width / 2, y))
    outline = f"M{number(edge[0][0])} {number(edge[0][1])}"
    for start, end in itertools.pairwise(edge):
        radius = number(math.dist(start, end) * 0.56)
        outline += f"A{radius} {radius} 0 0 1 {number(end[0])} {number(end[1])}"
    droop = number(width * 0.035)
    outline += (
        f"A{number(width / 12)} {droop} 0 0 1 {number(edge[-1][0] - width / 12)}"
        f" {number(y + width * 0.03)}"
    )
    outline += (
        f"H{number(edge[0][0] + width / 12)}A{number(width / 12)} {droop}"
        f" 0 0 1 {number(edge[0][0])} {number(y)}Z"
    )
    return group(path(outline, "url(#cloud)"), class_="cloud")
