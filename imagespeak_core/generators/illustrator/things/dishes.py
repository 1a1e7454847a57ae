"""What food and drink is served and cooked in."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    INK,
    IRON,
    LEAF,
    OAK,
    PAPER,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words

COFFEE = "#6b4431"


def cup(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cup of coffee on its saucer."""
    c, plate = shades(tone, colour), shades(tone, PAPER)
    return in_cm(
        ellipse(0, -0.9, 7, 0.9, plate.dark),
        ellipse(0, -1.2, 7, 0.9, plate.base),
        stroke("M4 -6.6 Q7.6 -6.8 6.6 -4.6 Q5.8 -3 3.4 -3", c.dark, 1),
        path("M-4.6 -8 L4.6 -8 Q4.6 -2.6 2 -1.2 L-2 -1.2 Q-4.6 -2.6 -4.6 -8 Z", c.base),
        path("M1.6 -8 L4.6 -8 Q4.6 -2.6 2 -1.2 L0 -1.2 Q2.4 -3.6 1.6 -8 Z", c.dark),
        ellipse(0, -8, 4.6, 0.9, c.light),
        ellipse(0, -7.9, 3.9, 0.6, tone(COFFEE)),
    )


def mug(tone: Tone, colour: str, rng: random.Random) -> str:
    """A mug with a stripe."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M3.6 -7.6 Q7.4 -8 7.2 -5 Q7 -2.4 3.6 -2.6", c.dark, 1.1),
        path("M-4.4 -9.4 L4.4 -9.4 L4.2 -0.8 Q4 0 3 0 L-3 0 Q-4 0 -4.2 -0.8 Z", c.base),
        path("M1.8 -9.4 L4.4 -9.4 L4.2 -0.8 Q4 0 3 0 L1.6 0 Z", c.dark),
        path("M-4.35 -6.4 L4.35 -6.4 L4.3 -4.6 L-4.3 -4.6 Z", c.pale),
        ellipse(0, -9.4, 4.4, 0.8, c.light),
        ellipse(0, -9.3, 3.7, 0.5, tone(COFFEE)),
        right=-1.68,
    )


def glass(tone: Tone, colour: str, rng: random.Random) -> str:
    """A glass with a drink, both of the main colour."""
    c = shades(tone, colour)
    return in_cm(
        path(
            "M-3.6 -12 L3.6 -12 L2.9 -0.6 Q2.8 0 2.2 0 L-2.2 0 Q-2.8 0 -2.9 -0.6 Z",
            c.pale,
            opacity=0.8,
        ),
        path(
            "M-3.3 -8.8 L3.3 -8.8 L2.7 -1.2 Q2.6 -0.8 2 -0.8 L-2 -0.8 Q-2.6 -0.8 -2.7 -1.2 Z",
            c.base,
        ),
        ellipse(0, -8.8, 3.3, 0.5, c.light),
        path("M1.2 -8.8 L3.3 -8.8 L2.7 -1.2 Q2.6 -0.8 2 -0.8 L1 -0.8 Z", c.dark),
        ellipse(0, -12, 3.6, 0.55, c.pale),
        stroke("M-2.4 -10.6 L-2 -3", tone("#eef7f9"), 0.5),
    )


def bottle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A glass bottle with a label."""
    c = shades(tone, colour)
    return in_cm(
        path(
            "M-1.5 -26 L1.5 -26 L1.5 -20 Q4 -17.6 4 -14 L4 -1 Q4 0 3 0 L-3 0 Q-4 0 -4 -1 L-4 -14 "
            "Q-4 -17.6 -1.5 -20 Z",
            c.base,
        ),
        path("M0.6 -26 L1.5 -26 L1.5 -20 Q4 -17.6 4 -14 L4 -1 Q4 0 3 0 L1.4 0 L1.8 -14 Z", c.dark),
        rect(-1.9, -27.6, 3.8, 2.6, tone(OAK), rx=0.6),
        rect(-4, -13, 8, 7, tone(PAPER)),
        stroke("M-2.4 -10.8 L2.4 -10.8 M-2.4 -8.6 L1.4 -8.6", c.base, 0.6),
        stroke("M-2.8 -16 L-2.8 -14.4", c.pale, 0.8),
    )


def milk(tone: Tone, colour: str, rng: random.Random) -> str:
    """A carton of milk; its print has the main colour."""
    c, white = shades(tone, colour), shades(tone, PAPER)
    return in_cm(
        path("M-4 -20 L-2.6 -24 L4.6 -24 L4 -20 Z", white.dark),
        rect(-2.8, -25.4, 7.2, 2, c.dark, rx=0.4),
        rect(-4.4, -20, 9, 20, white.base, rx=0.4),
        rect(2, -20, 2.6, 20, white.dark),
        rect(-4.4, -9, 9, 9, c.base),
        rect(2, -9, 2.6, 9, c.dark),
        path("M-4.4 -9 Q-2 -12 0 -9 Q2 -7 4.6 -9.6 L4.6 -6 L-4.4 -6 Z", c.base),
        circle(-1, -15, 2, c.light),
    )


def plate(tone: Tone, colour: str, rng: random.Random) -> str:
    """An empty plate, seen flat from the side."""
    c = shades(tone, colour)
    return in_cm(
        ellipse(0, -1.2, 13, 1.2, c.deep),
        ellipse(0, -2, 13, 2, c.base),
        ellipse(0, -2.1, 9.4, 1.2, c.dark),
        ellipse(0, -1.9, 8.8, 1, c.light),
    )


def bowl(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bowl of soup."""
    c = shades(tone, colour)
    greens = [(rng.uniform(-4.6, 4.6), rng.uniform(-8.3, -7.6)) for _ in range(4)]
    return in_cm(
        path("M-8.6 -8 L8.6 -8 Q8 -2 3.4 -0.8 L3 0 L-3 0 L-3.4 -0.8 Q-8 -2 -8.6 -8 Z", c.base),
        path("M3 -8 L8.6 -8 Q8 -2 3.4 -0.8 L3 0 L0 0 Q5.4 -2 3 -8 Z", c.dark),
        ellipse(0, -8, 8.6, 1.5, c.light),
        ellipse(0, -7.9, 7.4, 1.1, tone("#e59a4a")),
        *(ellipse(x, y, 0.7, 0.3, tone(LEAF)) for x, y in greens),
    )


def teapot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A teapot, its spout on the right."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-7 -12 Q-14 -13 -13 -8 Q-12 -4 -6.6 -4", c.dark, 1.7),
        path("M6 -5 Q10 -6 11 -12 L14.4 -13.4 Q14 -4 6.6 -2 Z", c.dark),
        blob("0,-15 6,-13.4 8.8,-8 6.4,-1.6 0,-0.1 -6.4,-1.6 -8.8,-8 -6,-13.4", c.base),
        blob("4,-14.4 7,-12.4 8.8,-8 6.4,-1.6 0,-0.1 -3,-0.4 4,-3 5.8,-8", c.dark),
        ellipse(0, -14, 5, 1.1, c.light),
        path("M-4.8 -14.4 Q0 -18 4.8 -14.4 Z", c.base),
        circle(0, -17, 1.3, c.dark),
        ellipse(-4, -9.4, 1.2, 2.4, c.pale, opacity=0.7),
    )


def pan(tone: Tone, colour: str, rng: random.Random) -> str:
    """A frying pan with a fried egg, its handle on the right."""
    c = shades(tone, colour)
    return in_cm(
        path("M-15 -6 L11 -6 L9 -1 Q8.6 0 7 0 L-11 0 Q-12.6 0 -13 -1 Z", c.base),
        path("M-14 -3 L10 -3 L9 -1 Q8.6 0 7 0 L-11 0 Q-12.6 0 -13 -1 Z", c.dark),
        stroke("M10.4 -5 L27 -8", tone(IRON), 2),
        stroke("M18 -6.5 L27 -8", tone(OAK), 2.4),
        ellipse(-2, -6, 13, 1.7, c.light),
        ellipse(-2, -5.9, 11.6, 1.2, c.dark),
        blob("-8,-6 -4,-7.2 2,-7 4,-5.8 0,-5.2 -6,-5.3", tone(PAPER)),
        ellipse(-2.4, -6.6, 2, 0.9, tone(GOLD)),
        right=-6.63,
    )


def pot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cooking pot with its lid."""
    c = shades(tone, colour)
    return in_cm(
        stroke(
            "M-12 -11 L-15.4 -11 L-15.4 -8.4 L-12 -8.4 M12 -11 L15.4 -11 L15.4 -8.4 L12 -8.4",
            tone(IRON),
            1.4,
        ),
        path("M-12 -14 L12 -14 L11.4 -1.4 Q11.2 0 9.6 0 L-9.6 0 Q-11.2 0 -11.4 -1.4 Z", c.base),
        path("M5 -14 L12 -14 L11.4 -1.4 Q11.2 0 9.6 0 L5 0 Z", c.dark),
        rect(-9.4, -12, 2, 9, c.light, rx=1),
        path("M-12.6 -14 Q-10 -18 0 -18.4 Q10 -18 12.6 -14 Z", c.light),
        rect(-13, -15, 26, 1.6, c.dark, rx=0.8),
        rect(-2.2, -20.4, 4.4, 2.4, tone(INK), rx=1.1),
    )


def kettle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A kettle with its handle on top."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-7 -14 Q-7 -23 0 -23 Q7 -23 7 -14", tone(INK), 1.8),
        path("M7 -8 L13.4 -13.6 L15 -11.6 L9 -3 Z", c.dark),
        path(
            "M-6.6 -15 Q0 -17.4 6.6 -15 Q10 -8 10.4 -1.4 Q10.4 0 9 0 L-9 0 Q-10.4 0 -10.4 -1.4 "
            "Q-10 -8 -6.6 -15 Z",
            c.base,
        ),
        path("M3 -16 L6.6 -15 Q10 -8 10.4 -1.4 Q10.4 0 9 0 L3 0 Q6 -8 3 -16 Z", c.dark),
        ellipse(0, -15.4, 6.4, 1, c.light),
        circle(0, -17, 1.2, tone(INK)),
        ellipse(-5, -8, 1.1, 3.4, c.pale, opacity=0.7),
        right=-2.27,
    )


DISHES = (
    Thing(
        "cup",
        0.143,
        0.089,
        cup,
        "#e8795f",
        "kitchen",
        "surface",
        faces=True,
        words=Words(also=("coffee", "tea", "coffee cup", "cup of coffee", "cup of tea")),
        colours=("#e9c46a", "#7fa8c9", "#d98a7a"),
        parts=("handle",),
        done_with={"wash": ("wash_up", None)},
        held=Held(
            held_food.cup,
            "#e9c46a",
            "drink",
            also=("mug",),
            shown_by=("drink",),
        ),
    ),
    Thing("mug", 0.12, 0.102, mug, "#4f8fb5", "kitchen", "surface", faces=True),
    Thing(
        "glass",
        0.072,
        0.125,
        glass,
        "#f0a94a",
        "kitchen",
        "surface",
        words=Words(also=("juice", "water")),
        done_with={"drink": ("drink", "glass"), "wash": ("wash_up", None)},
        held=Held(held_food.glass, "#e79a3c", "drink", shown_by=("drink",)),
        coloured="if asked",
        looks=("full",),
    ),
    Thing(
        "bottle",
        0.08,
        0.276,
        bottle,
        "#4f8a5f",
        "kitchen",
        "surface",
        traits=("small scenery",),
        held=Held(held_food.bottle, "#7fb069", "hold"),
    ),
    Thing(
        "milk",
        0.094,
        0.254,
        milk,
        "#4f93c9",
        "food",
        "surface",
        words=Words(number="mass"),
        done_with={"drink": ("drink", "glass")},
        coloured="if asked",
    ),
    Thing(
        "plate",
        0.26,
        0.04,
        plate,
        "#e3ebee",
        "kitchen",
        "surface",
        top_m=0.02,
        words=Words(also=("meal", "food"), several=("dishes",)),
        traits=("holds things",),
        done_with={
            "do": ("wash_up", None),
            "share": ("eat", None),
            "cook": ("cook", None),
            "prepare": ("cook", None),
            "wash": ("wash_up", None),
            "serve": ("hold", "tray"),
        },
        held=Held(held_food.plate, "#f7efe2", "raise", shown_by=("wash_up", "eat")),
        looks=(
            "empty",
            "round",
        ),
    ),
    Thing(
        "bowl",
        0.172,
        0.095,
        bowl,
        "#5f93b8",
        "kitchen",
        "surface",
        done_with={"wash": ("wash_up", None)},
        held=Held(held_food.bowl, "#5b8fb0", "hold"),
        traits=("holds things",),
        looks=("empty",),
    ),
    Thing(
        "teapot",
        0.284,
        0.183,
        teapot,
        "#5aa392",
        "kitchen",
        "surface",
        faces=True,
        traits=("small scenery",),
        parts=("handle",),
        words=Words(also=("tea pot",)),
    ),
    Thing(
        "pan",
        0.43,
        0.092,
        pan,
        "#4c5058",
        "kitchen",
        "surface",
        faces=True,
        words=Words(also=("frying pan",)),
        found_at="kitchen",
        parts=("handle",),
        held=Held(held_food.pan, "#413a4a", "cook", reach=(0.05, 0.08, 0.44), shown_by=("cook",)),
    ),
    Thing(
        "pot",
        0.324,
        0.204,
        pot,
        "#c9503f",
        "kitchen",
        "surface",
        found_at="kitchen",
    ),
    Thing(
        "kettle",
        0.255,
        0.239,
        kettle,
        "#b9434a",
        "kitchen",
        "surface",
        faces=True,
        found_at="kitchen",
        parts=("handle",),
    ),
)
