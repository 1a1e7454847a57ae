"""Food that is cooked or put together."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    CRUST,
    GOLD,
    LEAF,
    PAPER,
    RED,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
)
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def bread(tone: Tone, colour: str, rng: random.Random) -> str:
    """A loaf of bread."""
    c = shades(tone, colour)
    return in_cm(
        path(
            "M-14 -2 Q-16 -12 -9 -13 Q0 -15 9 -13 Q16 -12 14 -2 Q14 0 12 0 L-12 0 Q-14 0 -14 -2 Z",
            c.base,
        ),
        path("M-14.2 -4 Q0 -1.6 14.2 -4 L14 -2 Q14 0 12 0 L-12 0 Q-14 0 -14 -2 Z", c.dark),
        *(
            blob(f"{x - 1.6},-7 {x},-12.6 {x + 3.6},-12.4 {x + 1.4},-6.6", c.pale)
            for x in (-8, -1.4, 5.2)
        ),
    )


def sandwich(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sandwich cut in a triangle, in bread of the main colour."""
    crust = shades(tone, colour)
    crumb = tone(PAPER) if colour == CRUST else crust.light
    return in_cm(
        facet("-8.6,-1.6 8.6,-1.6 8.6,0 -8.6,0", crust.base),
        facet("-8.2,-3.2 8.2,-3.2 8.4,-1.4 -8.4,-1.4", crumb),
        path("M-8.8 -3 Q-6 -5 -4 -3.6 Q-1.6 -5.2 0 -3.6 Q2 -5.2 4 -3.6 Q6 -5 8.8 -3 Z", tone(LEAF)),
        rect(-8, -5.2, 16, 1.8, tone("#e8879a"), rx=0.6),
        facet("-7.8,-5.4 7.8,-5.4 9,-4.4 2,-4.4 0.4,-3.2 -1.4,-4.4 -8.6,-4.4", tone(GOLD)),
        facet("-7.6,-7.4 7.6,-7.4 8,-5.2 -8,-5.2", crumb),
        path("M-7.6 -7.2 Q-7.8 -9 -6 -9 L6 -9 Q7.8 -9 7.6 -7.2 Z", crust.base),
        path("M-6.6 -8.6 L6.2 -8.6 L6.6 -8 L-7 -8 Z", crust.light),
    )


def burger(tone: Tone, colour: str, rng: random.Random) -> str:
    """A hamburger; its bun has the main colour."""
    c = shades(tone, colour)
    seeds = [(rng.uniform(-3.6, 3.6), rng.uniform(-10.2, -8.6)) for _ in range(7)]
    return in_cm(
        path("M-5.6 -3 L5.6 -3 L5.2 -1 Q5 0 4 0 L-4 0 Q-5 0 -5.2 -1 Z", c.base),
        rect(-5.6, -1.4, 11.2, 1, c.dark, rx=0.5),
        rect(-6, -5.2, 12, 2.6, tone("#7a4a34"), rx=1.2),
        facet("-5.8,-5.6 5.8,-5.6 6.4,-4.8 3,-4.6 1.6,-3.4 0,-4.6 -6.4,-4.8", tone(GOLD)),
        path(
            "M-6.6 -5.4 Q-5 -7.4 -3.4 -6 Q-1.6 -7.4 0 -6 Q1.8 -7.4 3.4 -6 Q5 -7.4 6.6 -5.4 Z",
            tone(LEAF),
        ),
        rect(-5.4, -7, 10.8, 1.2, tone(RED), rx=0.5),
        path("M-6 -6.8 Q-6 -11.6 0 -11.6 Q6 -11.6 6 -6.8 Z", c.base),
        path("M2.4 -11.2 Q6 -10.4 6 -6.8 L3.2 -6.8 Q4 -9.4 2.4 -11.2 Z", c.dark),
        *(ellipse(x, y, 0.4, 0.24, c.pale) for x, y in seeds),
    )


def pizza(tone: Tone, colour: str, rng: random.Random) -> str:
    """A whole pizza seen from above and the front, on a board."""
    c, crust = shades(tone, colour), shades(tone, CRUST)
    spots = ((-9, -8.4), (0, -10), (8, -8.6), (-4, -5.4), (5, -5.2), (12, -6.4), (-13, -6))
    olives = ((-5, -8.2), (4, -7.6), (-9.4, -5), (9.6, -5.2), (0, -4.2))
    return in_cm(
        ellipse(0, -5.4, 20, 5.4, tone("#9a6b42")),
        ellipse(0, -6.6, 18.4, 5.2, crust.dark),
        ellipse(0, -7.2, 18.4, 5.2, crust.base),
        ellipse(0, -7.2, 16, 4.2, tone("#c94f38")),
        ellipse(0, -7.3, 15.4, 3.9, tone("#f5d783")),
        *(ellipse(x * 0.95, y, 2.3, 0.85, c.base) for x, y in spots),
        *(ellipse(x, y, 0.9, 0.36, tone("#4f5a3c")) for x, y in olives),
        *(ellipse(x, y, 1.3, 0.4, tone(LEAF)) for x, y in ((-1.5, -6.4), (7, -7.2), (-7, -7))),
    )


def cheese(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wedge of cheese with holes."""
    c = shades(tone, colour)
    return in_cm(
        facet("-8,-6 3,-10 8,-6", c.light),
        rect(-8, -6, 16, 6, c.base, rx=0.3),
        rect(-8, -1.4, 16, 1.4, c.dark, rx=0.3),
        *(
            ellipse(x, y, r, r * 0.9, c.dark)
            for x, y, r in ((-5, -3.6, 1.1), (0.4, -2.8, 1.4), (5.2, -4, 0.9), (3.6, -1.4, 0.6))
        ),
        *(ellipse(x, y, r, r * 0.6, c.dark) for x, y, r in ((0, -7.2, 0.8), (3.6, -8, 0.6))),
    )


def fried_egg(tone: Tone, colour: str, rng: random.Random) -> str:
    """Two fried eggs of the main colour on a plate."""
    c, white = shades(tone, "#c5dbe6"), shades(tone, colour)
    return in_cm(
        ellipse(0, -1.2, 13, 1.2, c.deep),
        ellipse(0, -2.2, 13, 2.2, c.base),
        ellipse(0, -2.2, 9.6, 1.4, c.light),
        blob("-8,-2.6 -5,-4 -1,-3.8 1,-2.6 -2,-1.4 -6,-1.5", white.base),
        blob(
            "0,-2 3,-3.4 7,-3.2 8,-2 5,-1 2,-1.1",
            white.base,
        ),
        ellipse(-3.6, -3.2, 1.8, 1, tone("#f3b33c")),
        ellipse(4, -2.6, 1.8, 1, tone("#f3b33c")),
        ellipse(-4, -3.5, 0.6, 0.3, tone("#f9dc8c")),
    )


def salad(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bowl of salad; its leaves have the main colour."""
    c, leaf = shades(tone, "#c98a52"), shades(tone, colour)
    leaves = ((-10, -10, 5), (-3, -12, 5.6), (5, -12, 5.6), (11, -10, 4.6), (1, -9, 5))
    greens = (leaf.base, leaf.light, leaf.dark)
    return in_cm(
        *(circle(x, y, r, greens[k % 3]) for k, (x, y, r) in enumerate(leaves)),
        *(circle(x, y, 2.5, tone(RED)) for x, y in ((-6, -12), (8, -13), (2, -15))),
        *(ellipse(x, y, 2.2, 1.5, tone("#cfe3a8")) for x, y in ((-1, -13), (-11, -11.6))),
        path(
            "M-15 -9.4 L15 -9.4 Q13.4 -1.6 5 -0.8 L4.6 0 L-4.6 0 L-5 -0.8 Q-13.4 -1.6 -15 -9.4 Z",
            c.base,
        ),
        path("M5 -9.4 L15 -9.4 Q13.4 -1.6 5 -0.8 L4.6 0 L0 0 Q8 -3 5 -9.4 Z", c.dark),
        rect(-15.4, -10.4, 30.8, 1.8, c.light, rx=0.9),
    )


MEALS = (
    Thing(
        "bread",
        0.29,
        0.14,
        bread,
        "#c98a48",
        "food",
        "surface",
        words=Words(also=("loaf", "loaves"), number="mass"),
        traits=("small scenery",),
        held=Held(held_food.bread, "#d69a52", "hold"),
        looks=("whole",),
    ),
    Thing(
        "sandwich",
        0.18,
        0.09,
        sandwich,
        CRUST,
        "food",
        "surface",
        held=Held(held_food.sandwich, "#e0b074", "bite"),
        coloured="if asked",
    ),
    Thing(
        "burger",
        0.132,
        0.116,
        burger,
        "#d99a4f",
        "food",
        "surface",
        words=Words(also=("hamburger",)),
        coloured="if asked",
    ),
    Thing(
        "pizza",
        0.4,
        0.124,
        pizza,
        "#c4473c",
        "food",
        "surface",
        done_with={"share": ("eat", None)},
        coloured="never",
        looks=("whole", "round"),
    ),
    Thing(
        "cheese",
        0.16,
        0.1,
        cheese,
        "#f2c94f",
        "food",
        "surface",
        words=Words(number="mass"),
        looks=("whole",),
    ),
    Thing(
        "eggs",
        0.26,
        0.044,
        fried_egg,
        PAPER,
        "food",
        "surface",
        words=Words(number="many"),
        coloured="if asked",
    ),
    Thing(
        "salad",
        0.308,
        0.175,
        salad,
        LEAF,
        "food",
        "surface",
        words=Words(number="mass"),
        coloured="if asked",
    ),
)
