"""Vegetables and an egg, as large as they are; they lie on a surface."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import LEAF, MOSS, PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def carrot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A carrot lying down, with its green."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    return in_cm(
        blob("6,-2.4 9,-5.6 12.6,-6 11,-3.4", green.dark),
        blob("6,-2 10,-3.4 14.4,-2.6 11,-1", green.base),
        blob("6,-1.8 9,-1.4 12,-0.1 9,-0.2", green.dark),
        blob("-14,-0.9 -6,-2.8 3,-4 7,-3.2 7.4,-1.2 4,-0.1 -4,-0.2", c.base),
        blob("-14,-0.9 -4,-1.4 7.2,-1.8 7,-0.9 4,-0.1 -4,-0.2", c.dark),
        stroke(
            "M-6 -2.6 L-5 -1.8 M-1 -3.4 L0 -2.4 M4 -3.6 L4.6 -2.8 M1.6 -0.6 L2.4 -1.4", c.deep, 0.3
        ),
    )


def tomato(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tomato."""
    c = shades(tone, colour)
    return in_cm(
        blob("0,-6 3,-6.4 4.2,-3.4 2.8,-0.5 0,-0.05 -2.8,-0.5 -4.2,-3.4 -3,-6.4", c.base),
        blob("2,-6.4 3.6,-5.8 4.2,-3.4 2.8,-0.5 0,-0.05 -2,-0.3 2,-2 3,-4.4", c.dark),
        ellipse(-2, -4.4, 0.8, 1, c.pale, opacity=0.6),
        facet("0,-5.4 -2.6,-5.6 -1,-6.3 -1.2,-7.2 0,-6.6 1.4,-7.4 1.1,-6.3 2.6,-5.6", tone(LEAF)),
    )


def mushroom(tone: Tone, colour: str, rng: random.Random) -> str:
    """A mushroom with pale spots on its cap."""
    c, stalk = shades(tone, colour), shades(tone, PAPER)
    dots = ((-4, -10.6, 1.1), (0.6, -12, 1.2), (4.4, -9.6, 1), (-0.8, -9, 0.7))
    return in_cm(
        blob("-2,-8 2,-8 2,-4 3,-0.1 -3,-0.1 -2,-4", stalk.base),
        blob("0.8,-8 2,-8 2,-4 3,-0.1 0.6,-0.1", stalk.dark),
        path("M-7.4 -7 Q-7 -14 0 -14 Q7 -14 7.4 -7 Q0 -5.4 -7.4 -7 Z", c.base),
        path("M3 -13.4 Q7 -12 7.4 -7 Q5 -6.4 3.4 -6.3 Q5 -10 3 -13.4 Z", c.dark),
        *(ellipse(x, y, r, r * 0.85, stalk.light) for x, y, r in dots),
        up=0.69,
    )


def potato(tone: Tone, colour: str, rng: random.Random) -> str:
    """Three potatoes."""
    c = shades(tone, colour)
    spots = [
        (x + rng.uniform(-1, 1), y) for x, y in ((-6, -3), (-3, -4.6), (5, -3), (2, -2), (0, -8))
    ]
    return in_cm(
        blob("-5,-6 -2,-10 4,-10 6,-7 3,-4 -3,-4", c.dark),
        blob("-10,-3 -8,-6 -3,-6.4 0,-4 -0.6,-1 -4,-0.1 -9,-0.4", c.base),
        blob("0,-3 2,-6 7,-6.2 10,-3.6 9,-0.6 4,-0.1 0.4,-0.8", c.light),
        *(ellipse(x, y, 0.6, 0.4, c.deep) for x, y in spots),
    )


def onion(tone: Tone, colour: str, rng: random.Random) -> str:
    """An onion."""
    c, tip = shades(tone, colour), rng.choice((0, 0.4))
    return in_cm(
        blob(f"-0.6,-7 -1,-9 {tip},-10.4 0.8,-9 0.6,-7", c.dark),
        blob("0,-7.6 3,-6.4 4.4,-3.6 3,-0.8 0,-0.1 -3,-0.8 -4.4,-3.6 -3,-6.4", c.base),
        blob("1,-7.4 3,-6.4 4.4,-3.6 3,-0.8 0,-0.1 2,-2.6", c.dark),
        stroke(
            "M0 -7.4 Q-3 -4 -1 -0.4 M-0.4 -7.4 Q-5 -4.6 -2.6 -1 M0.2 -7.4 Q2 -4 0.6 -0.4",
            c.light,
            0.35,
        ),
    )


def corn(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cob of corn lying in its leaves."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    seeds = [(x, y) for x in range(-4, 11, 2) for y in (-4.2, -2.8, -1.5)]
    tilt = rng.choice((0, 0.6))
    return in_cm(
        blob("-6,-5.6 2,-6 9,-5.2 12.4,-3 9,-0.8 2,-0.1 -6,-0.4", c.base),
        *(ellipse(x, y, 0.85, 0.6, c.light if x % 4 else c.dark) for x, y in seeds),
        blob(f"-12,-3 -7,-6 0,-{6.4 + tilt} 4,-4.6 -2,-3", green.base),
        blob("-12,-3 -8,0 0,0 6,-1 -1,-3", green.dark),
        up=0.28,
    )


def broccoli(tone: Tone, colour: str, rng: random.Random) -> str:
    """A head of broccoli."""
    c, stalk = shades(tone, colour), shades(tone, "#a9c47a")
    bumps = [
        (x, y + rng.uniform(-0.4, 0.4), r) for x, y, r in ((-5, -9, 3.4), (5, -9, 3.4), (0, -11, 4))
    ]
    return in_cm(
        path("M-2.4 0 L2.4 0 Q2.4 -4 5 -8 L-5 -8 Q-2.4 -4 -2.4 0 Z", stalk.base),
        path("M0.6 0 L2.4 0 Q2.4 -4 5 -8 L1 -8 Z", stalk.dark),
        *(circle(x, y, r, c.dark) for x, y, r in ((-6, -7.4, 2.6), (6, -7.4, 2.6), (0, -8, 3))),
        *(circle(x, y, r, c.base) for x, y, r in bumps),
        *(circle(x - 1, y - 1, r * 0.4, c.light) for x, y, r in bumps),
    )


def pumpkin(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pumpkin."""
    c = shades(tone, colour)
    bend = rng.choice((-2, 2))
    return in_cm(
        *(ellipse(x, -11, 8, 11, c.dark) for x in (-9, 9)),
        *(ellipse(x, -11, 7, 11, c.base) for x in (-5, 5)),
        ellipse(0, -11, 5, 11, c.light),
        stroke(f"M0 -21 Q0 -24 {bend} -25.4", tone(MOSS), 2.4),
        blob("1,-21.6 6,-25 10,-23 5,-21", tone(LEAF)),
    )


def pepper(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bell pepper."""
    c, bend = shades(tone, colour), rng.choice((-0.8, 0.8))
    return in_cm(
        blob(
            "0,-8.6 3,-9.4 4.6,-7 4,-3 2.4,-0.2 0.6,-0.6 -0.6,-0.6 -2.4,-0.2 -4,-3 -4.6,-7 -3,-9.4",
            c.base,
        ),
        blob("2,-9 3.4,-9 4.6,-7 4,-3 2.4,-0.2 1,-0.4 2.4,-4", c.dark),
        stroke("M0 -8 Q-1.2 -4 -0.4 -0.8", c.dark, 0.4),
        ellipse(-2.6, -6, 0.7, 1.6, c.pale, opacity=0.7),
        stroke(f"M0 -8.6 Q0 -10.4 {bend} -11.4", tone(MOSS), 1.1),
        up=0.1,
    )


def cabbage(tone: Tone, colour: str, rng: random.Random) -> str:
    """A head of lettuce or cabbage."""
    c, fold = shades(tone, colour), rng.choice((-1, 1))
    return in_cm(
        blob("-13,-8 -10,-15 -3,-14 0,-6 -4,-1 -10,-2", c.dark),
        blob("13,-8 10,-15 3,-14 0,-6 4,-1 10,-2", c.dark),
        blob("0,-17 7,-14 9,-8 5,-1 0,-0.1 -5,-1 -9,-8 -7,-14", c.base),
        blob(f"-5,-14 {fold},-16 5,-12 4,-5 0,-2 -4,-5", c.light),
        stroke("M0 -1 L0 -13 M0 -5 L4 -9 M0 -5 L-4 -9 M-6 -3 L-10 -9 M6 -3 L10 -9", c.pale, 0.6),
    )


def cucumber(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cucumber with two slices."""
    c, pale = shades(tone, colour), tone("#dfeab8")
    shift = rng.choice((0, 1))
    return in_cm(
        rect(-13, -4.6, 18, 4.6, c.base, rx=2.3),
        rect(-12.6, -1.8, 17, 1.8, c.dark, rx=0.9),
        stroke("M-9 -3.6 L-3 -3.6 M-1 -3 L2 -3", c.light, 0.5),
        *(
            ellipse(x + shift, -2.6, 1.9, 2.6, c.base)
            + ellipse(x + 0.3 + shift, -2.6, 1.4, 2.1, pale)
            for x in (6, 10)
        ),
    )


def egg(tone: Tone, colour: str, rng: random.Random) -> str:
    """An egg in its cup."""
    c, cup = shades(tone, colour), shades(tone, rng.choice(("#6f9fc0", "#e08a6a")))
    return in_cm(
        blob("0,-8.8 2,-7 2.6,-4.6 1.6,-2.6 -1.6,-2.6 -2.6,-4.6 -2,-7", c.base),
        blob("0.8,-8.4 2,-7 2.6,-4.6 1.6,-2.6 0.4,-2.6 1.4,-5", c.dark),
        path(
            "M-2.8 -4.4 L2.8 -4.4 Q2.6 -1.8 0.8 -1.4 L0.8 -0.8 L2 "
            "0 L-2 0 L-0.8 -0.8 L-0.8 -1.4 Q-2.6 -1.8 -2.8 -4.4 Z",
            cup.base,
        ),
        path("M0.8 -4.4 L2.8 -4.4 Q2.6 -1.8 0.8 -1.4 L0.8 -0.8 L2 0 L0.4 0 L0.4 -1.4 Z", cup.dark),
        ellipse(-0.9, -6.6, 0.4, 0.8, c.light),
    )


VEGETABLES = (
    Thing(
        "carrot",
        0.286,
        0.06,
        carrot,
        "#ee8a3c",
        "food",
        "surface",
        words=Words(also=("vegetable",)),
    ),
    Thing(
        "tomato",
        0.084,
        0.074,
        tomato,
        "#d8483c",
        "food",
        "surface",
        words=Words(plural="tomatoes"),
    ),
    Thing(
        "mushroom",
        0.148,
        0.147,
        mushroom,
        "#cf4a3f",
        "food",
        "surface",
        foot_m=0.05,
        traits=("grows on the ground",),
        found_at="forest",
    ),
    Thing(
        "potatoes",
        0.2,
        0.102,
        potato,
        "#c9a060",
        "food",
        "surface",
        words=Words(number="many"),
    ),
    Thing("onion", 0.09, 0.105, onion, "#c98a4a", "food", "surface"),
    Thing(
        "corn",
        0.247,
        0.074,
        corn,
        "#f2c845",
        "food",
        "surface",
        words=Words(number="mass"),
    ),
    Thing(
        "broccoli",
        0.172,
        0.152,
        broccoli,
        "#5a9a4a",
        "food",
        "surface",
        words=Words(number="mass"),
    ),
    Thing(
        "pumpkin",
        0.34,
        0.265,
        pumpkin,
        "#e8863a",
        "food",
        "surface",
        traits=("small scenery", "grows on the ground"),
    ),
    Thing(
        "pepper",
        0.094,
        0.12,
        pepper,
        "#e0483c",
        "food",
        "surface",
        words=Words(also=("bell pepper",)),
    ),
    Thing(
        "cabbage",
        0.261,
        0.17,
        cabbage,
        "#86b85a",
        "food",
        "surface",
        traits=("small scenery", "grows on the ground"),
    ),
    Thing("cucumber", 0.26, 0.052, cucumber, "#5a9a4f", "food", "surface"),
    Thing("egg", 0.056, 0.088, egg, "#e9c9a0", "food", "surface"),
)
