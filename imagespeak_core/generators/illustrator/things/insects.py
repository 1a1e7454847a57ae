"""Insects. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.materials import GOLD, INK, PAPER, PINK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    scaled,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.animals import with_poses
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def butterfly(tone: Tone, colour: str, rng: random.Random) -> str:
    """A butterfly with spread wings."""
    c, spot = shades(tone, colour), tone(rng.choice((GOLD, PAPER, "#7fb8d4")))
    edge = tone(mix(colour, "#33262f", 0.62))
    halves = [
        "".join(
            (
                blob(f"0,-5 {s * 3},-9.4 {s * 6.6},-10.4 {s * 7},-7 {s * 4},-4.6", edge),
                blob(f"0,-4.8 {s * 3},-4.6 {s * 5.4},-3 {s * 4.6},-0.4 {s * 2},-0.8", edge),
                blob(f"0,-5 {s * 3},-8.6 {s * 6},-9.4 {s * 6.2},-7.2 {s * 3.8},-5.2", c.base),
                blob(f"0,-4.6 {s * 2.8},-4.2 {s * 4.7},-2.9 {s * 4},-1 {s * 2},-1.4", c.light),
                circle(s * 5, -8, 0.8, spot),
                circle(s * 3.6, -2.6, 0.6, spot),
            )
        )
        for s in (-1, 1)
    ]
    return in_cm(
        *halves,
        stroke("M0 -7.6 Q-0.8 -10 -2 -10.6 M0 -7.6 Q0.8 -10 2 -10.6", edge, 0.25),
        ellipse(0, -4.4, 0.55, 3.4, tone("#4a3a40")),
        circle(0, -7.6, 0.75, tone("#4a3a40")),
    )


def _resting_butterfly(tone: Tone, colour: str, rng: random.Random) -> str:
    """A butterfly on a leaf, its wings closed over its back."""
    c, spot = shades(tone, colour), tone(rng.choice((GOLD, PAPER, "#7fb8d4")))
    edge, body = tone(mix(colour, "#33262f", 0.62)), tone("#4a3a40")
    return "".join(
        (
            blob("-6,-0.6 -2,-1.6 4,-1.4 7,-0.4 3,0 -3,0", tone("#57a04c")),
            blob("0.6,-2 -1,-8 -5,-11.6 -8,-11 -7,-6.4 -3,-2.6", c.dark),
            blob("1,-2 1.4,-7.6 -1,-11.8 -4.6,-12.6 -5.6,-9 -3.4,-4.6", edge),
            blob("0.8,-2.4 0.9,-7.2 -1.4,-10.8 -4,-11.4 -4.6,-8.8 -2.8,-5", c.base),
            circle(-2.4, -8.8, 0.8, spot),
            stroke("M0 -1.9 L0.4 -0.9 M1.4 -2 L1.8 -0.9", body, 0.25),
            stroke("M3 -2.8 Q4 -4.6 5.2 -4.8 M2.8 -2.8 Q3.4 -5 4.2 -5.6", edge, 0.25),
            ellipse(0.8, -2.2, 2.8, 0.6, body),
            circle(3.2, -2.5, 0.75, body),
        )
    )


def bee(tone: Tone, colour: str, rng: random.Random) -> str:
    """A flying bee, as large as a ladybird, so that one sees what it is."""
    c, dark = shades(tone, colour), tone(INK)
    up = rng.choice((0, 0.2))
    drawn = in_cm(
        ellipse(-0.3, -2 - up, 0.6, 1.1, tone("#dcebf2"), transform="rotate(-24 -0.3 -1.4)"),
        ellipse(0.5, -2 - up, 0.55, 1, tone("#c6dde8"), transform="rotate(14 0.5 -1.4)"),
        ellipse(0, -0.8, 1.5, 0.8, c.base),
        *(_band(x, dark) for x in (-0.75, 0.05)),
        facet("-1.4,-1 -1.9,-0.8 -1.4,-0.6", dark),
        circle(1.3, -0.85, 0.55, dark),
        circle(1.45, -0.95, 0.15, tone(PAPER)),
        stroke("M1.5 -1.3 L1.8 -1.7", dark, 0.1),
    )
    return scaled(2, drawn)


def ladybird(tone: Tone, colour: str, rng: random.Random) -> str:
    """A ladybird."""
    c, dark = shades(tone, colour), tone(INK)
    dots = ((-2.2, -2.4, 0.7), (0.2, -3.8, 0.7), (1.6, -1.8, 0.6), (-0.6, -1.3, 0.5))
    bend = rng.choice((0, 0.3))
    return in_cm(
        stroke("M-2 -0.8 L-2.6 -0.1 M0 -0.8 L0 -0.1 M2 -0.8 L2.6 -0.1", dark, 0.3),
        stroke(f"M4 -3 L{5 + bend} -4.4 M3.4 -3.2 L{3.6 + bend} -4.8", dark, 0.22),
        circle(3.3, -2, 1.5, dark),
        circle(3.9, -2.4, 0.4, tone(PAPER)),
        path("M-4.2 -0.7 Q-4.2 -5 -0.4 -5 Q3 -5 3.2 -0.7 Z", c.base),
        path("M-4.2 -0.7 Q-4.2 -1.6 -4 -2.2 Q0 -1 3.1 -2 L3.2 -0.7 Z", c.dark),
        *(circle(x, y, r, dark) for x, y, r in dots),
        right=-0.4,
    )


def caterpillar(tone: Tone, colour: str, rng: random.Random) -> str:
    """A caterpillar on its many feet."""
    c = shades(tone, colour)
    wave = [rng.uniform(-0.15, 0.15) for _ in range(6)]
    return in_cm(
        *(ellipse(-4.2 + 1.5 * k, -0.25, 0.35, 0.25, tone("#6d5a48")) for k in range(6)),
        *(
            circle(-4.4 + 1.55 * k, -1.3 - 0.5 * (k % 2) + dy, 1.2, c.dark if k % 2 else c.base)
            for k, dy in enumerate(wave)
        ),
        circle(4.6, -2.3, 1.6, c.light),
        stroke("M4.4 -3.8 L3.8 -5 M5.2 -3.8 L5.8 -5", tone(INK), 0.25),
        eye(tone, 5.2, -2.7, 0.4),
        circle(4, -1.8, 0.4, tone(PINK), opacity=0.7),
        stroke("M4.6 -1.6 Q5.2 -1.2 5.8 -1.7", c.deep, 0.22),
        right=-0.29,
    )


def _band(x: float, fill: str) -> str:
    """A stripe across the body of a bee."""
    return path(f"M{x} -1.5 q0.35 0.7 0 1.4 l0.4 0 q0.35 -0.7 0 -1.4 Z", fill)


INSECTS = (
    with_poses(
        Thing(
            "butterfly",
            0.145,
            0.108,
            butterfly,
            "#e8873c",
            "animal",
            "air",
            usual="fly",
            parts=("wing",),
        ),
        {"sit": _resting_butterfly},
    ),
    Thing(
        "bee",
        0.076,
        0.064,
        bee,
        "#f2bf3c",
        "animal",
        "air",
        faces=True,
        usual="fly",
        coloured="if asked",
    ),
    Thing(
        "ladybird",
        0.096,
        0.05,
        ladybird,
        "#d6453c",
        "animal",
        faces=True,
        usual="walk",
        words=Words(also=("ladybug",)),
    ),
    Thing("caterpillar", 0.12, 0.052, caterpillar, "#86b84a", "animal", faces=True, usual="walk"),
)
