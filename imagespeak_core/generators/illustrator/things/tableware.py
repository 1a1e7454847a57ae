"""What one eats with, and a wine glass."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import in_cm
from imagespeak_core.generators.illustrator.drawing.materials import CHROME, WOOD
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    ellipse,
    group,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def spoon(tone: Tone, colour: str, rng: random.Random) -> str:
    """A spoon that lies on the table."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-9 -1 L4 -1.2", c.base, 1.3),
        ellipse(6.6, -1.4, 3.2, 1.4, c.base),
        ellipse(6.8, -1.5, 2.2, 0.8, c.light),
        rect(-9.8, -1.6, 3.4, 1.2, tone(WOOD if rng.random() < 0.3 else "#8a93a0"), rx=0.6),
    )


def _larger(*parts: str) -> str:
    """Something thin, a third larger than it is, so that it is not lost."""
    return group(in_cm(*parts), transform="scale(1.35)")


def fork(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fork that lies on the table, its four tines to the right."""
    c = shades(tone, colour)
    return _larger(
        path("M-11 -3.2 Q-12 -2.3 -11 -1.4 L1 -1.8 L1 -2.8 Z", c.dark),
        path("M0.4 -2.9 Q3 -3.1 4 -4.6 L6.4 -4.6 L6.4 0 L4 0 Q3 -1.5 0.4 -1.7 Z", c.base),
        *(rect(5.8, y, 5.8, 0.7, c.base, rx=0.35) for y in (-4.6, -3.3, -2, -0.7)),
    )


def knife(tone: Tone, colour: str, rng: random.Random) -> str:
    """A table knife that lies on the table, its blade to the right."""
    c = shades(tone, colour)
    return _larger(
        path("M-2.4 -2.9 L8 -3.5 Q12.4 -3.4 11.6 -2.5 Q9 0 4 0 L-2.4 -0.4 Z", c.base),
        path("M-2.4 -1 L4 -0.8 Q8.6 -0.8 11.4 -2.3 Q9 0 4 0 L-2.4 -0.4 Z", c.light),
        path("M-11 -2.9 Q-12.6 -1.6 -11 -0.3 L-2 -0.4 L-2 -2.7 Z", c.deep),
        rect(-2.8, -3.2, 1.1, 3.1, c.dark, rx=0.3),
    )


def cutlery(tone: Tone, colour: str, rng: random.Random) -> str:
    """A knife, a fork and a spoon of the main colour, standing in a jar."""
    c, metal = shades(tone, "#e9e2d2"), shades(tone, colour)
    steel, dim = metal.base, metal.dark
    return in_cm(
        stroke("M-3 -8 L-4.6 -18", dim, 0.9),
        path("M-6.6 -23 L-6 -18.4 L-3.6 -18 L-3.2 -23 L-4 -19.6 L-4.6 -23 L-5.2 -19.6 Z", dim),
        stroke("M0 -8 L0 -17", steel, 0.9),
        ellipse(0, -19.4, 1.7, 2.9, steel),
        path("M2.4 -8 L3.6 -22 Q5.4 -21 5 -15 L3.6 -8 Z", dim),
        path("M-5 -9 L5 -9 L4.4 -0.8 Q4.3 0 3.6 0 L-3.6 0 Q-4.3 0 -4.4 -0.8 Z", c.base),
        path("M1.6 -9 L5 -9 L4.4 -0.8 Q4.3 0 3.6 0 L1.4 0 Z", c.dark),
        rect(-5, -7, 10, 1.3, c.light),
        right=0.76,
    )


def wine_glass(tone: Tone, colour: str, rng: random.Random) -> str:
    """A glass of the main colour on a stem, with a little red wine in it."""
    c, wine = shades(tone, colour), shades(tone, "#a03048")
    return in_cm(
        ellipse(0, -0.8, 3.6, 0.8, c.dark),
        rect(-0.5, -10, 1, 9.2, c.dark),
        path("M-3.9 -20 Q-5.8 -10.4 0 -9.6 Q5.8 -10.4 3.9 -20 Z", c.base),
        path("M-4.6 -14 Q-4.6 -10.4 0 -10 Q4.6 -10.4 4.6 -14 Z", wine.base),
        ellipse(0, -14, 4.6, 0.7, wine.dark),
        ellipse(0, -20, 3.9, 0.6, c.light),
        stroke("M-2.8 -18.6 Q-3.7 -16 -3.6 -14.8", c.pale, 0.7),
    )


TABLEWARE = (
    Thing(
        "spoon",
        0.197,
        0.03,
        spoon,
        "#a9b3bd",
        "kitchen",
        "surface",
        held=Held(held_food.spoon, "#b9bfc9", "bite", asked=False),
    ),
    Thing(
        "fork",
        0.314,
        0.063,
        fork,
        "#a9b3bd",
        "kitchen",
        "surface",
        faces=True,
        held=Held(held_food.fork, "#a9b3bd", "hold"),
    ),
    Thing(
        "knife",
        0.318,
        0.046,
        knife,
        "#a9b3bd",
        "kitchen",
        "surface",
        faces=True,
        words=Words(several=("knives",), plural="knives"),
        held=Held(held_food.knife, "#a9b3bd", "hold"),
    ),
    Thing(
        "cutlery",
        0.118,
        0.229,
        cutlery,
        CHROME,
        "kitchen",
        "surface",
        words=Words(
            also=("knives and forks",),
            number="mass",
            learned={"A1": "spoon", "B1": "cutlery"},
        ),
        coloured="if asked",
    ),
    Thing(
        "wine glass",
        0.095,
        0.206,
        wine_glass,
        "#b4cdd8",
        "kitchen",
        "surface",
        words=Words(also=("wineglass", "glass of wine", "glass of red wine")),
        held=Held(held_food.wine_glass, "#b4cdd8", "hold", reach=(0.08, 0.22, 0.08)),
        coloured="if asked",
    ),
)
