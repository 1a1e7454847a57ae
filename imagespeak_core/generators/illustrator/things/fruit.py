"""Fruit and vegetables, as large as they are; they lie on a surface."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    LEAF,
    MOSS,
    OAK,
    ORANGE,
    RED,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def apple(tone: Tone, colour: str, rng: random.Random) -> str:
    """An apple with its stalk and a leaf."""
    return in_cm(_apple(tone, colour))


def pear(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pear."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M0 -10 Q0.2 -11.4 1.2 -12", tone(OAK), 0.6),
        blob(
            "0,-10.4 1.8,-9.6 2.4,-7 4,-4.4 3.6,-1.4 1.4,-0.1 -1.4,-0.1 -3.6,-1.4 -4,-4.4 -2.4,-7 "
            "-1.8,-9.6",
            c.base,
        ),
        blob(
            "1,-10.2 1.9,-9.4 2.4,-7 4,-4.4 3.6,-1.4 1.4,-0.1 -0.6,-0.1 2,-2 2.2,-4.6 1.2,-7.4",
            c.dark,
        ),
        ellipse(-1.9, -4.6, 0.7, 1.5, c.pale, opacity=0.7),
        blob("0.2,-10.4 2,-12 4,-11.6 2.6,-10.4", tone(LEAF)),
        up=0.1,
    )


def orange(tone: Tone, colour: str, rng: random.Random) -> str:
    """An orange."""
    c = shades(tone, colour)
    return in_cm(
        circle(0, -4, 4, c.base),
        path("M2.6 -7 A4 4 0 1 1 -3.4 -1.9 A4.6 4.6 0 0 0 2.6 -7 Z", c.dark),
        ellipse(-1.6, -5.6, 1.1, 0.7, c.pale, opacity=0.7),
        blob("0,-7.6 1.6,-9 3.4,-8.6 2,-7.5", tone(LEAF)),
        circle(0, -7.6, 0.4, tone(MOSS)),
        up=0.1,
    )


def banana(tone: Tone, colour: str, rng: random.Random) -> str:
    """Two bananas of a bunch."""
    c = shades(tone, colour)
    tip = tone("#6d5138")
    return in_cm(
        blob("-8.6,-8.8 -6,-4 0,-1.6 6,-2.4 9.4,-5.4 8.6,-1.8 4,0 -3,0 -8,-2.8 -9.8,-7.6", c.dark),
        blob(
            "-8.4,-9.4 -5,-6.4 1,-4.8 6,-6.4 8.8,-9 9.2,-6.4 5.4,-2.4 -1,-1.2 -6.4,-3.6 -9.6,-8.4",
            c.base,
        ),
        stroke("M-7.6 -7 Q-2 -2.6 6.6 -4.6", c.light, 0.6),
        stroke("M-9 -8.8 L-9.4 -10.4", tip, 1.3),
        circle(9, -8.2, 0.6, tip),
        circle(9.3, -4.8, 0.6, tip),
        up=0.29,
    )


def grapes(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bunch of grapes."""
    c = shades(tone, colour)
    rows = ((-9.6, 4), (-7.4, 5), (-5.2, 4), (-3.2, 3), (-1.4, 1))
    spots = [((k - (n - 1) / 2) * 2.5, y) for y, n in rows for k in range(n)]
    return in_cm(
        stroke("M0 -10 L0.6 -13.4 L2.4 -13.8", tone(OAK), 0.7),
        blob("0,-11 -3,-13.6 -6,-12.6 -5,-10.4 -2,-10", tone(LEAF)),
        *(
            circle(x, y, 1.4, c.dark if k % 3 == 0 else c.base)
            + circle(x - 0.4, y - 0.5, 0.38, c.pale)
            for k, (x, y) in enumerate(spots)
        ),
    )


def strawberry(tone: Tone, colour: str, rng: random.Random) -> str:
    """A strawberry."""
    c, seed = shades(tone, colour), tone(GOLD)
    spots = ((-1, -2.6), (0.3, -1.6), (1.2, -2.7), (-0.2, -3.3), (-1.5, -3.4), (1.7, -3.6))
    return in_cm(
        blob("0,-0.02 -1.6,-1.6 -2.5,-3.4 -1.8,-4.6 0,-4.4 1.8,-4.6 2.5,-3.4 1.6,-1.6", c.base),
        blob("0.2,-0.1 1.6,-1.6 2.5,-3.4 1.8,-4.6 1.2,-2.6", c.dark),
        *(ellipse(x, y, 0.14, 0.22, seed) for x, y in spots),
        facet("0,-4.2 -2,-4.3 -1.1,-4.9 -1.2,-5.6 0,-5 1.2,-5.6 1.1,-4.9 2,-4.3", tone(LEAF)),
    )


def watermelon(tone: Tone, colour: str, rng: random.Random) -> str:
    """A slice of watermelon."""
    c, rind = shades(tone, colour), shades(tone, "#4d9a50")
    seeds = ((-7, -8.6), (-2.6, -6), (2.6, -6), (7, -8.6), (0, -9.6), (-4.6, -10.4), (4.6, -10.4))
    return in_cm(
        path("M-15 -13 A15 13 0 0 0 15 -13 Z", rind.base),
        path("M-13.8 -13 A13.8 11.8 0 0 0 13.8 -13 Z", tone("#e6eecb")),
        path("M-12.6 -13 A12.6 10.6 0 0 0 12.6 -13 Z", c.base),
        path("M-12.6 -13 L12.6 -13 L12.2 -11.4 L-12.2 -11.4 Z", c.light),
        *(ellipse(x, y + 0.6, 0.5, 0.85, tone("#4a3a3c")) for x, y in seeds),
    )


def pineapple(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pineapple with its crown of leaves."""
    c, green = shades(tone, colour), shades(tone, MOSS)
    grid = (
        "M-5 -4 L4 -15 M-2 -1 L6 -11 M-6.4 -8 L0.6 -16.4 "
        "M5 -4 L-4 -15 M2 -1 L-6 -11 M6.4 -8 L-0.6 -16.4"
    )
    return in_cm(
        *(facet(f"-2,-16 {x},{y} 2,-16", green.dark) for x, y in ((-6, -22), (6, -22), (-3, -27))),
        *(
            facet(f"-2.4,-15.6 {x},{y} 2.4,-15.6", green.base)
            for x, y in ((0, -29), (-5, -18.6), (5, -18.6), (3, -25))
        ),
        blob("0,-17 4.6,-15.4 6.6,-9.4 5,-2.4 0,-0.05 -5,-2.4 -6.6,-9.4 -4.6,-15.4", c.base),
        stroke(grid, c.dark, 0.5),
    )


def lemon(tone: Tone, colour: str, rng: random.Random) -> str:
    """A lemon."""
    c = shades(tone, colour)
    return in_cm(
        blob(
            "-5,-2.8 -3.8,-3.4 -2,-5.4 1.6,-5.6 4,-3.6 5.2,-2.8 4,-1.8 1.6,-0.05 -2,-0.2 -4,-2",
            c.base,
        ),
        blob("5.2,-2.8 4,-1.8 1.6,-0.05 -2,-0.2 -4,-2 0,-1.4 3,-2.6", c.dark),
        ellipse(-1.4, -4, 1.1, 0.6, c.pale, opacity=0.7),
        up=0.12,
    )


def fruit_bowl(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bowl of fruit; the bowl has the main colour."""
    c = shades(tone, colour)
    ripe = rng.choice((RED, "#9bbf4c"))
    return in_cm(
        moved(-8, -7.4, _apple(tone, ripe)),
        moved(9, -7, circle(0, -4, 4.6, tone(ORANGE)), circle(-1.4, -5.4, 1, tone("#f7bd7c"))),
        moved(0.4, -9, blob("-9,-7 -4,-9 3,-8.6 8,-5 9,-2 4,-4.4 -2,-5 -7,-4", tone(GOLD))),
        moved(1, -7, _apple(tone, "#b8c84f")),
        *(
            circle(x, y, 1.7, tone("#7d5a9c"))
            for x, y in ((-13, -10), (-11.6, -12.6), (-13.6, -12.4), (14, -11))
        ),
        path("M-17 -11 L17 -11 Q15 -2 6 -1 L5 0 L-5 0 L-6 -1 Q-15 -2 -17 -11 Z", c.base),
        path("M2 -11 L17 -11 Q15 -2 6 -1 L5 0 L0 0 Q12 -3 12 -11 Z", c.dark),
        path("M-17 -11 L17 -11 L16.6 -9.4 L-16.6 -9.4 Z", c.light),
    )


def fruit_basket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wicker basket of the main colour, full of fruit."""
    wicker, gleam = shades(tone, colour), shades(tone, "#d9534a").pale
    spots = ((-14, -16), (-5, -17), (5, -17), (14, -16), (-9, -22), (1, -23), (10, -21))
    kinds = [rng.choice(("#d9534a", "#d9534a", ORANGE, "#9bbf4c", GOLD)) for _ in spots]
    weave = "".join(f"M{x} -13 L{x * 0.86:.1f} -1.6" for x in range(-18, 19, 6))
    return in_cm(
        stroke("M-20 -14 Q-18 -36 0 -36 Q18 -36 20 -14", wicker.dark, 2.4),
        *(
            circle(x, y, 5.4, shades(tone, kind).base)
            + circle(x - 1.6, y - 1.8, 1.2, gleam, opacity=0.6)
            for (x, y), kind in zip(spots, kinds, strict=True)
        ),
        path("M-22 -14 L22 -14 L18 -1 Q18 0 16 0 L-16 0 Q-18 0 -18 -1 Z", wicker.base),
        stroke(weave + "M-21 -9.4 L21 -9.4 M-19.6 -5 L19.6 -5", wicker.dark, 0.9),
        path("M-23 -16 L23 -16 L22.4 -12.6 L-22.4 -12.6 Z", wicker.light),
    )


def _apple(tone: Tone, colour: str) -> str:
    c = shades(tone, colour)
    return "".join(
        (
            blob(
                "0,-6.6 2.4,-7.4 4,-5.6 3.8,-3 2.2,-0.3 0,-0.1 -2.2,-0.3 -3.8,-3 -4,-5.6 -2.4,-7.4",
                c.base,
            ),
            blob("2.4,-7.4 4,-5.6 3.8,-3 2.2,-0.3 0,-0.1 -0.6,-0.15 2,-2.2 2.6,-5", c.dark),
            ellipse(-2.2, -5, 0.7, 1.2, c.pale, opacity=0.7),
            stroke("M0 -6.6 Q0 -8 0.8 -8.7", tone(OAK), 0.6),
            blob("0.4,-7.2 2,-9 3.8,-8.8 2.4,-7.3", tone(LEAF)),
        )
    )


FRUIT = (
    Thing(
        "apple",
        0.082,
        0.091,
        apple,
        "#d64f45",
        "food",
        "surface",
        held=Held(held_food.apple, "#cf4a3c", "bite"),
    ),
    Thing("pear", 0.081, 0.122, pear, "#b5c34f", "food", "surface"),
    Thing(
        "orange",
        0.08,
        0.09,
        orange,
        "#ee8f3c",
        "food",
        "surface",
        looks=("round",),
    ),
    Thing("banana", 0.2, 0.11, banana, "#f2cb4c", "food", "surface"),
    Thing(
        "grapes",
        0.128,
        0.142,
        grapes,
        "#7d5a9c",
        "food",
        "surface",
        words=Words(number="many"),
    ),
    Thing("strawberry", 0.05, 0.056, strawberry, "#d8434c", "food", "surface"),
    Thing(
        "watermelon",
        0.3,
        0.13,
        watermelon,
        "#e2565a",
        "food",
        "surface",
        traits=("grows on the ground",),
        coloured="if asked",
        words=Words(also=("water melon",)),
        looks=("whole",),
    ),
    Thing("pineapple", 0.132, 0.29, pineapple, "#e0a83c", "food", "surface"),
    Thing("lemon", 0.103, 0.059, lemon, "#f2d34c", "food", "surface"),
    Thing(
        "fruit bowl",
        0.34,
        0.182,
        fruit_bowl,
        "#6f9fc0",
        "food",
        "surface",
        words=Words(also=("fruits", "fruit"), told="bowl of fruit", behind="bowl of fruit"),
        looks=("fresh",),
        coloured="if asked",
    ),
    Thing("fruit basket", 0.46, 0.37, fruit_basket, WOOD, "food", "surface", coloured="if asked"),
)
