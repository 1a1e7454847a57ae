"""Trees of any height, as they stand in places: in metres, at (0, 0).

Those that a prompt asks for are drawings of one size (trees.py).
"""

from __future__ import annotations

import math
import random

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.materials import SNOW
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    group,
    line,
    number,
    path,
)


def _trunk(tone: Tone, height: float, width: float, colour: str) -> str:
    left, right = number(-width / 2), number(width / 2)
    foot = number(width * 0.85)
    bark = path(
        f"M-{foot} 0Q{left} {number(-height * 0.12)} {left} {number(-height)}"
        f"L{right} {number(-height)}Q{right} {number(-height * 0.12)} {foot} 0Z",
        tone(colour),
    )
    shade = path(
        f"M0 {number(-height)}L{right} {number(-height)}Q{right} {number(-height * 0.12)} {foot} 0"
        f"Q{number(width * 0.1)} {number(-height * 0.2)} 0 {number(-height)}Z",
        tone(darker(colour, 0.25)),
    )
    return bark + shade


def broadleaf(rng: random.Random, tone: Tone, leaf: str, height: float, snowy: bool) -> str:
    """A round-crowned tree of this height: lumps of leaves, dark below, lit from the left."""
    crown_r = height * rng.uniform(0.27, 0.33)
    middle = -height + crown_r * 1.02
    trunk_w = height * 0.055
    lumps = [(0.0, 0.0, 0.78)]
    count = rng.randint(5, 7)
    for index in range(count):
        angle = 2 * math.pi * (index + rng.uniform(-0.2, 0.2)) / count
        lumps.append((0.55 * math.cos(angle), 0.42 * math.sin(angle), rng.uniform(0.4, 0.52)))
    discs = [(crown_r * x, middle + crown_r * y, crown_r * size) for x, y, size in lumps]
    dark, light = darker(leaf, 0.22), lighter(leaf, 0.2)
    parts = [
        _trunk(tone, height * 0.55, trunk_w, "#8a6243"),
        line(
            (0, -height * 0.36),
            (crown_r * 0.4, middle + crown_r * 0.3),
            tone("#7b5639"),
            trunk_w * 0.5,
        ),
        path(dots((x + crown_r * 0.04, y + crown_r * 0.1, r) for x, y, r in discs), tone(dark)),
        path(
            dots((x - crown_r * 0.05, y - crown_r * 0.05, r * 0.88) for x, y, r in discs),
            tone(leaf),
        ),
    ]
    lit = [
        (x - crown_r * 0.16, y - crown_r * 0.2, r * rng.uniform(0.3, 0.5))
        for x, y, r in discs
        if y < middle + crown_r * 0.25
    ]
    parts.append(
        path(dots(lit), tone(SNOW if snowy else light), fill_opacity=0.85 if snowy else 0.6)
    )
    return group(*parts)


def bare_tree(rng: random.Random, tone: Tone, height: float, snowy: bool) -> str:
    """A tree in winter: trunk and branches without leaves."""
    bark = tone("#6f5747")
    parts = [_trunk(tone, height * 0.5, height * 0.06, "#7a5f4c")]
    tips: list[tuple[float, float]] = []

    def grow(x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
        end = (x + math.sin(angle) * length, y - math.cos(angle) * length)
        parts.append(line((x, y), end, bark, width))
        if depth == 0:
            tips.append(end)
            return
        for turn in (-rng.uniform(0.3, 0.6), rng.uniform(0.3, 0.6)):
            grow(*end, angle + turn, length * rng.uniform(0.62, 0.78), width * 0.62, depth - 1)

    for lean in (-0.5, 0.0, 0.5):
        grow(0, -height * 0.46, lean + rng.uniform(-0.1, 0.1), height * 0.21, height * 0.03, 2)
    if snowy:
        parts.append(path(dots((x, y, height * 0.022) for x, y in tips), tone(SNOW)))
    return group(*parts)


def conifer(
    rng: random.Random, tone: Tone, height: float, snowy: bool, leaf: str = "#2f7358"
) -> str:
    """A fir: three or four skirts, the right side in shade."""
    tiers = rng.randint(3, 4)
    width = height * rng.uniform(0.4, 0.5)
    parts = [_trunk(tone, height * 0.2, height * 0.05, "#7a5740")]
    for index in range(tiers):
        low = -height * (0.1 + 0.62 * index / tiers)
        high = -height * (0.5 + 0.5 * (index + 1) / tiers)
        half = width / 2 * (1 - 0.72 * index / tiers)
        sag = height * 0.025
        parts.append(
            path(
                f"M0 {number(high)}Q{number(-half * 0.35)} {number((low + high) / 2)}"
                f" {number(-half)} {number(low)}"
                f"Q0 {number(low + sag * 2)} {number(half)} {number(low)}"
                f"Q{number(half * 0.35)} {number((low + high) / 2)} 0 {number(high)}Z",
                tone(leaf),
            )
        )
        parts.append(
            path(
                f"M0 {number(high)}L{number(half * 0.12)} {number(low + sag)}"
                f"Q{number(half * 0.5)} {number(low + sag)} {number(half)} {number(low)}"
                f"Q{number(half * 0.35)} {number((low + high) / 2)} 0 {number(high)}Z",
                tone(darker(leaf, 0.22)),
            )
        )
        if snowy:
            cap = low + (high - low) * 0.45
            parts.append(
                path(
                    f"M0 {number(high)}L{number(-half * 0.42)} {number(cap)}"
                    f"Q{number(-half * 0.2)} {number(cap - sag)} 0 {number(cap + sag)}"
                    f"Q{number(half * 0.2)} {number(cap - sag)} {number(half * 0.42)}"
                    f" {number(cap)}Z",
                    tone(SNOW),
                )
            )
    return group(*parts)


def poplar(tone: Tone, leaf: str, height: float) -> str:
    """A slim, upright tree."""
    half = height * 0.13
    top = number(-height)
    return group(
        _trunk(tone, height * 0.25, height * 0.04, "#86644a"),
        path(
            f"M0 {top}C{number(half)} {number(-height * 0.8)} {number(half * 1.3)}"
            f" {number(-height * 0.25)} 0 {number(-height * 0.13)}"
            f"C{number(-half * 1.3)} {number(-height * 0.25)} {number(-half)}"
            f" {number(-height * 0.8)} 0 {top}Z",
            tone(leaf),
        ),
        path(
            f"M0 {top}C{number(half)} {number(-height * 0.8)} {number(half * 1.3)}"
            f" {number(-height * 0.25)} 0 {number(-height * 0.13)}"
            f"C{number(half * 0.5)} {number(-height * 0.4)} {number(half * 0.4)}"
            f" {number(-height * 0.7)} 0 {top}Z",
            tone(darker(leaf, 0.2)),
        ),
    )


def palm(rng: random.Random, tone: Tone, height: float) -> str:
    """A palm tree, leaning a little."""
    lean = height * rng.uniform(0.1, 0.22)
    top = (lean, -height * 0.82)
    parts = [
        path(
            f"M{number(-height * 0.035)} 0Q{number(lean * 0.25)} {number(-height * 0.45)}"
            f" {number(top[0] - height * 0.018)} {number(top[1])}"
            f"h{number(height * 0.036)}Q{number(lean * 0.25 + height * 0.05)}"
            f" {number(-height * 0.42)} {number(height * 0.04)} 0Z",
            tone("#a9825a"),
        )
    ]
    reach = height * 0.34
    for angle, colour in (
        (-170, "#3f8f57"),
        (-10, "#3f8f57"),
        (-145, "#4da463"),
        (-35, "#4da463"),
        (165, "#368050"),
        (15, "#368050"),
        (-90, "#5bb26d"),
    ):
        turn = math.radians(angle + rng.uniform(-8, 8))
        end = (
            top[0] + math.cos(turn) * reach,
            top[1] + math.sin(turn) * reach * 0.55 + reach * 0.22,
        )
        lift = (
            top[0] + math.cos(turn) * reach * 0.55,
            top[1] + math.sin(turn) * reach * 0.55 - reach * 0.22,
        )
        under = (lift[0], lift[1] + reach * 0.26)
        parts.append(
            path(
                f"M{number(top[0])} {number(top[1])}Q{number(lift[0])} {number(lift[1])}"
                f" {number(end[0])} {number(end[1])}"
                f"Q{number(under[0])} {number(under[1])} {number(top[0])} {number(top[1])}Z",
                tone(colour),
            )
        )
    parts.append(
        circle(top[0] - height * 0.02, top[1] + height * 0.03, height * 0.022, tone("#7a5a3c"))
    )
    parts.append(
        circle(top[0] + height * 0.025, top[1] + height * 0.035, height * 0.022, tone("#6d4f34"))
    )
    return group(*parts)
