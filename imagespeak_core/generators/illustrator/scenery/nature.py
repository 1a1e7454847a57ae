"""Bushes, grass, rocks, and the far edges of woods."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.colours import darker, mix
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.materials import SNOW
from imagespeak_core.generators.illustrator.drawing.paths import Circle, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    element,
    ellipse,
    group,
    number,
    path,
    polygon,
)


def bush(rng: random.Random, tone: Tone, leaf: str, width: float, snowy: bool) -> str:
    """A low, round bush; some bloom."""
    height = width * 0.5
    discs = [
        (width * (x - 0.5) * 0.75, -height * rng.uniform(0.3, 0.5), height * rng.uniform(0.36, 0.5))
        for x in (0.05, 0.3, 0.55, 0.8, 1.0)
    ]
    parts = [
        path(dots((x, y + height * 0.06, r) for x, y, r in discs), tone(darker(leaf, 0.25))),
        path(
            dots((x - height * 0.04, y - height * 0.03, r * 0.88) for x, y, r in discs), tone(leaf)
        ),
    ]
    if snowy:
        parts.append(path(dots(((x, y - r * 0.6, r * 0.45) for x, y, r in discs), 0.5), tone(SNOW)))
    elif rng.random() < 0.4:
        bloom = tone(rng.choice(("#f4d35e", "#ee8fa3", "#f6f1e7", "#c89be0")))
        flowers = [
            (x + rng.uniform(-1, 1) * r * 0.6, y + rng.uniform(-0.7, 0.4) * r, height * 0.05)
            for x, y, r in discs * 2
        ]
        parts.append(path(dots(flowers), bloom))
    return group(*parts)


def rock(rng: random.Random, tone: Tone, width: float, snowy: bool) -> str:
    """A grey stone, lit from the left."""
    height = width * rng.uniform(0.45, 0.65)
    peak = rng.uniform(-0.15, 0.1) * width
    outline = [
        (-width / 2, 0),
        (-width * 0.38, -height * 0.65),
        (peak, -height),
        (width * 0.33, -height * 0.7),
        (width / 2, 0),
    ]
    ridge = [
        (peak, -height),
        (width * 0.33, -height * 0.7),
        (width / 2, 0),
        (width * 0.05, 0),
        (width * 0.1, -height * 0.5),
    ]
    cap = [
        (-width * 0.38, -height * 0.65),
        (peak, -height),
        (width * 0.33, -height * 0.7),
        (width * 0.1, -height * 0.6),
        (-width * 0.1, -height * 0.72),
    ]
    parts = [polygon(outline, tone("#a3a7ab")), polygon(ridge, tone("#83888f"))]
    if snowy:
        parts.append(polygon(cap, tone(SNOW)))
    return group(*parts)


def tuft(rng: random.Random, x: float, y: float, size: float) -> str:
    """The path of a small tuft of grass, for a stroke."""
    blades = []
    for lean in (-0.5, -0.1, 0.35):
        tip = lean + rng.uniform(-0.15, 0.15)
        height = size * rng.uniform(0.7, 1.1)
        blades.append(
            f"M{number(x + lean * size * 0.4)} {number(y)}q{number(tip * size * 0.2)}"
            f" {number(-height * 0.6)} {number(tip * size)} {number(-height)}"
        )
    return "".join(blades)


def shade_definition(colour: str, opacity: float) -> str:
    """The soft round gradient that every contact shadow of a picture is filled with."""
    strong = min(1.0, opacity * 2.1)
    stops = [(0.0, colour, strong), (0.45, colour, strong * 0.7), (1.0, colour, 0.0)]
    return element("defs", glow("shade", stops))


def shadow(width: float) -> str:
    """The contact shadow of something this wide, soft at its edge."""
    return ellipse(0, 0, width * 0.6, min(width * 0.13, 0.05 + width * 0.09), "url(#shade)")


def skyline_green(rng: random.Random, width: float, base: float, size: float) -> str:
    """The path of a far wood's edge: many round tops along a base line, down to it."""
    discs: list[Circle] = []
    x = -size
    while x < width + size:
        radius = size * rng.uniform(0.6, 1.2)
        discs.append((x, base - radius * 0.35, radius))
        x += radius * 1.05
    return dots(discs)


def fir_edge(rng: random.Random, width: float, base: float, size: float) -> str:
    """The path of a far fir wood: pointed tops along a base line."""
    d = f"M{number(-size)} {number(base)}"
    x = -size
    while x < width + size:
        height = size * rng.uniform(0.9, 2.1)
        half = height * 0.2
        d += (
            f"L{number(x)} {number(base - height * 0.18)}L{number(x + half)}"
            f" {number(base - height)}L{number(x + half * 2)} {number(base - height * 0.18)}"
        )
        x += half * rng.uniform(1.3, 2.0)
    return d + f"L{number(x + size)} {number(base)}Z"


def tinted(leaf: str, rng: random.Random) -> str:
    """The same green, a little different from tree to tree."""
    return mix(leaf, rng.choice(("#3c7d4e", "#8fbf5d", "#d8c860")), rng.uniform(0.0, 0.22))
