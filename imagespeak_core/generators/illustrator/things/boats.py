"""Boats, whose y = 0 is the water line. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GLASS,
    INK,
    IRON,
    OAK,
    PANE,
    RED,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def rowing_boat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wooden rowing boat with two oars; y = 0 is the water line."""
    c = shades(tone, colour)
    return in_cm(
        path("M-168 -50 Q0 -34 172 -62 L166 -48 Q0 -22 -164 -38 Z", tone(OAK)),
        *(rect(x, -42, 40, 9, tone(WOOD), rx=3) for x in (-104, -14, 72)),
        path("M-172 -54 Q0 -26 178 -66 Q168 -22 128 0 L-132 0 Q-162 -14 -172 -54 Z", c.base),
        path("M-154 -20 Q0 -2 152 -18 Q142 -6 128 0 L-132 0 Q-146 -6 -154 -20 Z", c.dark),
        stroke("M-171 -53 Q0 -27 176 -64", c.light, 6),
        stroke("M-164 -36 Q0 -12 168 -44", c.dark, 2.4),
        stroke("M-46 -66 L44 -4", tone("#d3a469"), 6),
        blob("36,-14 48,-10 66,0 40,-1", tone("#d3a469")),
        circle(-14, -45, 5, tone(IRON)),
    )


def sailing_boat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small sailing boat; its sails have the main colour and y = 0 is the water line."""
    c, hull = shades(tone, colour), shades(tone, "#e9e0cd")
    flag = tone(rng.choice((RED, "#3f78b5", "#4a9a6a")))
    return in_cm(
        facet("-12,-672 -52,-660 -12,-646", flag),
        path("M-20 -640 Q-150 -400 -196 -128 Q-100 -112 -20 -118 Z", c.base),
        path("M-20 -640 Q-60 -380 -66 -116 Q-40 -115 -20 -118 Z", c.light),
        stroke(
            "M-52 -560 L-20 -552 M-118 -400 Q-60 -384 -20 -386 M-166 -254 Q-80 -236 -20 -240",
            c.dark,
            4,
        ),
        path("M0 -590 Q112 -340 196 -122 Q90 -128 12 -118 Q26 -340 0 -590 Z", c.dark),
        rect(-16, -672, 12, 606, tone(OAK), rx=5),
        rect(-206, -112, 206, 10, tone(OAK), rx=5),
        path("M-120 -94 L-96 -66 L80 -66 L60 -94 Z", hull.light),
        *(circle(x, -78, 9, tone(GLASS)) for x in (-60, -14, 32)),
        path("M-240 -68 L262 -76 Q222 -14 170 0 L-190 0 Q-226 -22 -240 -68 Z", hull.base),
        path("M-228 -34 L238 -38 Q212 -12 170 0 L-190 0 Q-214 -14 -228 -34 Z", tone("#4f6f8f")),
        stroke("M-236 -62 L252 -70", hull.dark, 5),
        right=-10.6,
    )


def ship(tone: Tone, colour: str, rng: random.Random) -> str:
    """A passenger ship with a funnel in its main colour; y = 0 is the water line."""
    c, white = shades(tone, colour), shades(tone, "#f1ede3")
    glass = tone(GLASS)
    return in_cm(
        path("M-420 -1020 L-180 -1020 L-200 -1320 L-400 -1320 Z", c.base),
        path("M-410 -1170 L-190 -1170 L-193 -1230 L-406 -1230 Z", white.base),
        rect(-404, -1340, 208, 40, tone(INK), rx=12),
        rect(560, -1300, 20, 420, tone(STEEL), rx=8),
        rect(-900, -1030, 1500, 200, white.base, rx=30),
        rect(-1300, -840, 2250, 220, white.base, rx=30),
        rect(-1300, -650, 2250, 40, white.dark),
        *(rect(-820 + 170 * k, -970, 110, 80, glass, rx=24) for k in range(8)),
        *(rect(-1210 + 170 * k, -780, 110, 80, glass, rx=24) for k in range(12)),
        path("M-1780 -620 L1840 -660 Q1720 -260 1480 0 L-1560 0 Q-1720 -200 -1780 -620 Z", c.base),
        path("M-1690 -190 L1618 -190 Q1560 -90 1480 0 L-1560 0 Q-1640 -80 -1690 -190 Z", c.dark),
        path("M-1780 -620 L1840 -660 L1822 -590 L-1772 -550 Z", white.base),
        *(circle(-1400 + 220 * k, -400, 46, tone(PANE)) for k in range(13)),
    )


BOATS = (
    Thing(
        "boat",
        3.56,
        0.7,
        rowing_boat,
        "#c06a42",
        "vehicle",
        "water",
        faces=True,
        seat_m=0.42,
        words=Words(
            kinds=("fishing boat", "motor boat", "canoe", "kayak"),
            also=("rowing boat",),
        ),
        traits=("sat in",),
        found_at="lake",
        colours=("#c8653a", "#3f74c0", "#4c9a77"),
        acted_from="in",
    ),
    Thing(
        "sailing boat",
        5.1,
        6.72,
        sailing_boat,
        "#f0e6d2",
        "vehicle",
        "water",
        faces=True,
        words=Words(
            also=("sail boat", "sailboat", "yacht"), learned={"A1": "boat", "B1": "sailing boat"}
        ),
        found_at="sea",
        parts=("sail",),
    ),
    Thing(
        "ship",
        36.4,
        13.4,
        ship,
        "#35618e",
        "vehicle",
        "water",
        faces=True,
        found_at="sea",
        words=Words(kinds=("pirate ship", "container ship", "cargo ship"), also=("cruise ship",)),
    ),
)
