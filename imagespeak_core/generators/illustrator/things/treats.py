"""Quick meals and sweets."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import CRUST, GOLD, PAPER, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def chips(tone: Tone, colour: str, rng: random.Random) -> str:
    """Chips of the main colour in a paper bag."""
    c, chip = shades(tone, PAPER), shades(tone, colour)
    fried = (chip.base, chip.dark)
    sticks = [
        moved(-5.4 + 1.8 * k, -8, rect(-0.8, -rng.uniform(5.5, 8.0), 1.6, 9, fried[k % 2], rx=0.3),
              turn=(k - 3) * 4)
        for k in range(7)
    ]  # fmt: skip
    return in_cm(
        *sticks,
        rect(-0.8, -16, 1.6, 9, fried[0], rx=0.3),
        path("M-7.4 -10 Q0 -7.4 7.4 -10 L5.6 0 L-5.6 0 Z", c.base),
        path("M3.4 -9 Q5.4 -9.4 7.4 -10 L5.6 0 L2.8 0 Z", c.dark),
        circle(-0.6, -4.4, 2, tone(RED)),
    )


def hot_dog(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sausage in a long roll of the main colour, with mustard."""
    c, roll = shades(tone, "#b5603f"), shades(tone, colour)
    return in_cm(
        path("M-9 -4.6 Q-9.4 -6.6 -7 -6.6 L7 -6.6 Q9.4 -6.6 9 -4.6 Z", roll.dark),
        rect(-10, -6.4, 20, 4.2, c.base, rx=2.1),
        rect(-9, -5.9, 18, 1.1, c.light, rx=0.5),
        path("M-9.4 -3.6 Q0 -2.2 9.4 -3.6 Q9.4 0 6.6 0 L-6.6 0 Q-9.4 0 -9.4 -3.6 Z", roll.base),
        stroke("M-7.6 -5.2 q1.3 -1.8 2.6 0 t2.6 0 t2.6 0 t2.6 0 t2.6 0", tone(GOLD), 0.9),
    )


def sausage(tone: Tone, colour: str, rng: random.Random) -> str:
    """Two fried sausages on a plate."""
    c, plate = shades(tone, colour), shades(tone, "#e3ebee")
    return in_cm(
        ellipse(0, -1.1, 13, 1.1, plate.dark),
        ellipse(0, -1.8, 13, 1.7, plate.base),
        path("M-9.6 -4.6 Q-10 -7 -7.4 -6.8 Q0 -5.2 7 -6.8 Q9.6 -6.8 9 -4.6 Q0 -2.6 -9.6 -4.6 Z",
             c.dark),
        path("M-8.6 -3 Q-9 -5.4 -6.4 -5.2 Q1 -3.6 8 -5.2 Q10.6 -5 9.8 -3 Q1 -0.8 -8.6 -3 Z",
             c.base),
        stroke("M-5 -4 L-4 -3 M0 -3.4 L1 -2.4 M5 -3.8 L6 -2.8", c.deep, 0.5),
    )  # fmt: skip


def chocolate(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bar of chocolate of the main colour, half out of its wrapping."""
    c, brown = shades(tone, "#8a5aa0"), shades(tone, colour)
    pieces = [
        rect(-6.4 + 3.3 * x, -16 + 3 * y, 2.7, 2.4, brown.light, rx=0.4)
        for x in range(4)
        for y in range(3)
    ]
    return in_cm(
        rect(-7, -16.6, 14, 13, brown.base, rx=0.8),
        *pieces,
        facet("-7.6,-5.4 -4,-6.6 0,-5.2 4,-6.6 7.6,-5.4 7.6,0 -7.6,0", c.base),
        facet("4,-6.6 7.6,-5.4 7.6,0 4,0", c.dark),
        rect(-5.4, -3.6, 7.6, 1.6, tone(PAPER), rx=0.4),
    )


def lollipop(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round lollipop with a white swirl."""
    c = shades(tone, colour)
    return in_cm(
        rect(-0.4, -9, 0.8, 9, tone(PAPER), rx=0.3),
        circle(0, -12, 4.2, c.base),
        stroke("M0 -12 q1.2 -1 1.4 .6 q-.6 2 -2.6 1 q-2 -2 .4 -3.8 q3 -1.2 4 1.8", tone(PAPER),
               0.8),
        circle(-1.8, -14, 0.7, c.light),
    )  # fmt: skip


def popcorn(tone: Tone, colour: str, rng: random.Random) -> str:
    """Popcorn of the main colour in a striped box."""
    c, corn = shades(tone, RED), shades(tone, colour)
    flakes = [
        circle(-6 + 2.4 * k + rng.uniform(-0.4, 0.4), -15.4 - 1.5 * (k % 2), 2.1,
               corn.base if k % 2 else corn.light)
        for k in range(6)
    ]  # fmt: skip
    return in_cm(
        *flakes,
        circle(-2, -18.4, 1.9, corn.base),
        circle(2, -18.6, 1.9, corn.light),
        facet("-8,-15 8,-15 6,0 -6,0", tone(PAPER)),
        *(facet(f"{x},-15 {x + 3.2},-15 {x * 0.75 + 2.4},0 {x * 0.75},0", c.base)
          for x in (-8, -1.6, 4.8)),
    )  # fmt: skip


def doughnut(tone: Tone, colour: str, rng: random.Random) -> str:
    """A doughnut with icing and sprinkles, seen from above at a slant."""
    c, dough = shades(tone, colour), shades(tone, CRUST)
    bits = [
        (x, y, tone(rng.choice((GOLD, "#6fae7a", "#6f9fd0", PAPER))))
        for x, y in ((-5, -5), (-3, -7.4), (1, -8), (4.6, -6.6), (5.4, -4.2), (-1, -3.2))
    ]
    return in_cm(
        ellipse(0, -3.6, 8.4, 3.6, dough.dark),
        ellipse(0, -4.8, 8.4, 4.2, dough.base),
        blob("-7.4,-5 -5,-8 0,-9 5,-8 7.4,-5 5,-3.4 2,-2.4 -2,-3 -5,-2.6", c.base),
        ellipse(0, -5.6, 2.4, 1.1, dough.deep),
        *(rect(x - 0.6, y - 0.3, 1.2, 0.6, fill, rx=0.3) for x, y, fill in bits),
    )


def croissant(tone: Tone, colour: str, rng: random.Random) -> str:
    """A croissant."""
    c = shades(tone, colour)
    return in_cm(
        blob("-9,-0.6 -9.4,-3 -6,-6.4 0,-7.6 6,-6.4 9.4,-3 9,-0.6 6.4,-1.6 3,-2.4 0,-2.6 -3,-2.4 "
             "-6.4,-1.6", c.base),
        blob("-3,-7 0,-7.8 3,-7 3.4,-3 0,-2.4 -3.4,-3", c.light),
        stroke("M-4 -6.6 Q-5.4 -4 -4.2 -2.2 M4 -6.6 Q5.4 -4 4.2 -2.2", c.dark, 0.6),
        stroke("M-7 -4.6 Q-7.6 -2.8 -7 -1.4 M7 -4.6 Q7.6 -2.8 7 -1.4", c.dark, 0.5),
        rect(-9.2, -0.9, 1.6, 0.9, c.dark, rx=0.4),
        rect(7.6, -0.9, 1.6, 0.9, c.dark, rx=0.4),
    )  # fmt: skip


def cherries(tone: Tone, colour: str, rng: random.Random) -> str:
    """Two cherries on their stalks, with a leaf."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-2.6 -4 Q-1.6 -8 1.4 -9.6 Q2.4 -7 2.6 -4", tone("#6f8a3f"), 0.6),
        blob("1.4,-9.6 3.4,-11 6,-10.4 4,-8.6", tone("#6aa352")),
        circle(-2.6, -2.6, 2.6, c.base),
        circle(2.8, -2.5, 2.5, c.dark),
        circle(-3.4, -3.4, 0.7, c.light),
        circle(2, -3.2, 0.6, c.light),
    )


def soup(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bowl of hot soup; the soup has the main colour."""
    c, bowl = shades(tone, colour), shades(tone, "#e6ddce")
    return in_cm(
        stroke("M-3 -11 q1.6 -1.6 0 -3.2 t0 -3 M3 -11 q1.6 -1.6 0 -3.2 t0 -3", tone("#dfe6ea"),
               0.8),
        path("M-10 -8 Q-9 -1.4 -4 -0.8 L-4 0 L4 0 L4 -0.8 Q9 -1.4 10 -8 Z", bowl.base),
        path("M3 -8 L10 -8 Q9 -1.4 4 -0.8 L4 0 L1 0 Q5 -3 3 -8 Z", bowl.dark),
        ellipse(0, -8, 10, 2.4, bowl.light),
        ellipse(0, -8, 8.8, 1.9, c.base),
        ellipse(-2.4, -8.2, 2, 0.5, c.light),
        rect(2, -8.8, 1.8, 0.8, tone("#7fae55"), rx=0.3),
    )  # fmt: skip


def jam(tone: Tone, colour: str, rng: random.Random) -> str:
    """A jar of jam under a checked lid."""
    c = shades(tone, colour)
    return in_cm(
        path("M-4 -9 Q-5 -8.4 -5 -7 L-5 -1 Q-5 0 -4 0 L4 0 Q5 0 5 -1 L5 -7 Q5 -8.4 4 -9 Z", c.base),
        path("M2.6 -9 Q5 -8.4 5 -7 L5 -1 Q5 0 4 0 L2.6 0 Z", c.dark),
        rect(-4.6, -11.4, 9.2, 2.6, tone(RED if rng.random() < 0.5 else "#4f7fae"), rx=0.8),
        rect(-3.4, -6.6, 6, 4, tone(PAPER), rx=0.4),
        circle(-0.4, -4.6, 1.2, c.light),
        rect(-4.4, -8.4, 0.8, 7, c.light, rx=0.4),
    )


TREATS = (
    Thing(
        "chips",
        0.15,
        0.165,
        chips,
        "#f0c55a",
        "food",
        "surface",
        words=Words(also=("fries", "french fries"), number="many"),
    ),
    Thing("hot dog", 0.2, 0.068, hot_dog, CRUST, "food", "surface", coloured="if asked"),
    Thing("sausage", 0.26, 0.07, sausage, "#a9583c", "food", "surface"),
    Thing(
        "chocolate",
        0.152,
        0.166,
        chocolate,
        "#7a4a33",
        "food",
        "surface",
        words=Words(also=("chocolate bar",), number="mass"),
    ),
    Thing("lollipop", 0.084, 0.162, lollipop, "#e0576f", "food", "surface"),
    Thing(
        "popcorn",
        0.16,
        0.205,
        popcorn,
        "#f3e2b0",
        "food",
        "surface",
        words=Words(number="mass"),
        coloured="never",
    ),
    Thing(
        "doughnut",
        0.168,
        0.09,
        doughnut,
        "#e88fa8",
        "food",
        "surface",
        words=Words(also=("donut",)),
    ),
    Thing("croissant", 0.188, 0.078, croissant, "#dda050", "food", "surface"),
    Thing(
        "cherries",
        0.11,
        0.11,
        cherries,
        "#c8344a",
        "food",
        "surface",
        words=Words(also=("cherry",), number="many"),
    ),
    Thing(
        "soup",
        0.2,
        0.17,
        soup,
        "#e08a45",
        "food",
        "surface",
        words=Words(number="mass"),
        coloured="if asked",
    ),
    Thing(
        "jam",
        0.1,
        0.114,
        jam,
        "#c8445a",
        "food",
        "surface",
        words=Words(number="mass"),
    ),
)
