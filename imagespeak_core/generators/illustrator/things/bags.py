"""Bags, umbrellas and what people carry."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    GOLD,
    INK,
    IRON,
    OAK,
    PAPER,
    STEEL,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.in_hand import play as held_play
from imagespeak_core.generators.illustrator.things.in_hand.colours import UMBRELLAS
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words

UMBRELLA_GRIP = (0.0, -0.08)
"""Where a hand holds the umbrella, in metres."""


def bag(tone: Tone, colour: str, rng: random.Random) -> str:
    """A handbag."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-9 -22 Q-9 -38 0 -38 Q9 -38 9 -22", c.dark, 2.2),
        path("M-15 -24 L15 -24 L18 -2 Q18 0 16 0 L-16 0 Q-18 0 -18 -2 Z", c.base),
        path("M6 -24 L15 -24 L18 -2 Q18 0 16 0 L9 0 Z", c.dark),
        path("M-15.4 -24 L15.4 -24 L16 -16 Q0 -9 -16 -16 Z", c.light),
        circle(0, -13.6, 2.1, tone(GOLD)),
        stroke("M-16 -3 L16 -3", c.dark, 0.8),
    )


def shopping_bag(tone: Tone, colour: str, rng: random.Random) -> str:
    """A paper shopping bag with bread and green leaves in it."""
    c = shades(tone, colour)
    leaf = tone("#6fae54")
    return in_cm(
        path("M-10 -34 Q-15 -46 -9 -50 Q-6 -44 -5 -34 Z", leaf),
        path("M-6 -34 Q-6 -48 1 -50 Q2 -42 0 -34 Z", tone("#4f9350")),
        stroke("M6 -34 L11 -48", tone("#d8a15c"), 5.4),
        stroke("M7 -42 L10.4 -40.6 M8.6 -46 L11.6 -44.8", tone("#b57f42"), 0.9),
        facet("-15,-36 15,-36 17,0 -17,0", c.base),
        facet("5,-36 15,-36 17,0 7,0", c.dark),
        stroke("M-7 -33 Q-7 -23 0 -23 Q7 -23 7 -33", c.deep, 1.4),
        rect(-9, -16, 10, 6, c.light, rx=2),
    )


def basket(tone: Tone, colour: str, rng: random.Random) -> str:
    """An empty wicker basket."""
    c = shades(tone, colour)
    weave = "".join(f"M{x} -17 L{x * 0.86:.1f} -1.6" for x in range(-18, 19, 6))
    return in_cm(
        stroke("M-20 -18 Q-18 -40 0 -40 Q18 -40 20 -18", c.dark, 2.6),
        path("M-22 -18 L22 -18 L18 -1 Q18 0 16 0 L-16 0 Q-18 0 -18 -1 Z", c.base),
        stroke(weave + "M-21 -13 L21 -13 M-20 -8.6 L20 -8.6 M-19 -4.4 L19 -4.4", c.dark, 0.9),
        path("M-23.4 -20.4 L23.4 -20.4 L22.6 -16.6 L-22.6 -16.6 Z", c.light),
    )


def suitcase(tone: Tone, colour: str, rng: random.Random) -> str:
    """A suitcase on wheels, with its handle up."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-9 -66 L-9 -92 L9 -92 L9 -66", tone(STEEL), 2.2),
        stroke("M-9 -93 L9 -93", tone(INK), 4),
        *(circle(x, -3, 3, tone(INK)) for x in (-16, 16)),
        rect(-24, -68, 48, 64, c.base, rx=6),
        rect(8, -68, 16, 64, c.dark, rx=6),
        *(rect(x, -62, 3.4, 52, c.light if x < 8 else c.base, rx=1.7) for x in (-17, -7, 3, 14)),
        rect(-25, -14, 7, 10, c.deep, rx=3),
        rect(18, -14, 7, 10, c.deep, rx=3),
        rect(-7, -71, 14, 4, tone(IRON), rx=2),
    )


def backpack(tone: Tone, colour: str, rng: random.Random) -> str:
    """A school backpack with a front pocket."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-6 -42 Q-6 -48 0 -48 Q6 -48 6 -42", c.deep, 2),
        stroke("M-16 -34 Q-21 -20 -17 -4 M16 -34 Q21 -20 17 -4", c.deep, 3),
        path(
            "M-17 -4 L-17 -30 Q-17 -45 0 -45 Q17 -45 17 "
            "-30 L17 -4 Q17 0 13 0 L-13 0 Q-17 0 -17 -4 Z",
            c.base,
        ),
        path("M7 -43.4 Q17 -40 17 -30 L17 -4 Q17 0 13 0 L8 0 Z", c.dark),
        stroke("M-14 -30 Q0 -25 14 -30", c.deep, 1.2),
        rect(-12, -21, 24, 18, c.light, rx=5),
        stroke("M-9 -15 L9 -15", c.dark, 1.2),
        rect(-1.4, -16, 2.8, 5, tone(GOLD), rx=1.2),
        rect(-4, -38, 8, 5, c.light, rx=2),
    )


def umbrella(tone: Tone, colour: str, rng: random.Random) -> str:
    """An open umbrella, held by the hook below."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M0 -86 L0 -6 Q0 -1.6 4 -1.6 Q8 -1.6 8 -6", tone(OAK), 3),
        stroke("M0 -98 L0 -92", tone(OAK), 2.4),
        path(
            "M-54 -56 Q-52 -95 0 -95 Q52 -95 54 -56 Q45 -64 36 -56 Q27 -64 18 -56 Q9 -64 0 -56 "
            "Q-9 -64 -18 -56 Q-27 -64 -36 -56 Q-45 -64 -54 -56 Z",
            c.base,
        ),
        path("M0 -95 Q52 -95 54 -56 Q45 -64 36 -56 Q34 -82 0 -95 Z", c.dark),
        path("M0 -95 Q-34 -82 -36 -56 Q-27 -64 -18 -56 Q-16 -80 0 -95 Z", c.light),
        path("M0 -95 Q16 -80 18 -56 Q9 -64 0 -56 Z", c.light),
    )


def wallet(tone: Tone, colour: str, rng: random.Random) -> str:
    """A purse with a coin beside it."""
    c = shades(tone, colour)
    return in_cm(
        path("M-8 -8 L6 -8 Q7 -8 7 -7 L7.6 -1 Q7.6 0 6.6 0 L-8.6 0 Q-9.6 0 -9.4 -1 Z", c.base),
        path("M-8 -8 L6 -8 Q7 -8 7 -7 L7.2 -4.4 Q-1 -2.6 -9 -4.4 Z", c.light),
        circle(-1, -3.8, 0.9, tone(GOLD)),
        rect(-9.2, -1, 16.6, 1, c.dark, rx=0.5),
        circle(9, -1.8, 1.8, tone(GOLD)),
        circle(9, -1.8, 1.1, tone("#d99f2e")),
        right=-0.69,
    )


def trolley(tone: Tone, colour: str, rng: random.Random) -> str:
    """A shopping trolley of the main colour, with some goods in it."""
    c = shades(tone, colour)
    steel, handle = c.base, tone(INK)
    bars = "".join(f"M{-34 + 12 * k} -84 L{-28 + 10.6 * k:.1f} -46" for k in range(8))
    return in_cm(
        rect(-26, -78, 18, 30, tone("#d9a05c"), rx=2),
        circle(2, -56, 10, tone("#7fae45")),
        rect(14, -72, 20, 24, tone(PAPER), rx=2),
        rect(14, -62, 20, 7, tone("#c9453f")),
        stroke("M-40 -86 L52 -80 L44 -44 L-28 -44 Z", steel, 2.4),
        stroke(bars + "M-36 -72 L48 -70 M-32 -58 L46 -57", steel, 1.8),
        stroke("M-28 -44 L-34 -18 L46 -18", steel, 2.6),
        stroke("M-40 -86 L52 -80", c.base, 3.4),
        stroke("M-40 -86 L-52 -98", steel, 2.6),
        stroke("M-57 -98 L-47 -99", handle, 5),
        *(circle(x, -7, 7, tone(INK)) for x in (-30, 40)),
        *(circle(x, -7, 3, tone(CHROME)) for x in (-30, 40)),
        right=2.9,
    )


BAGS = (
    Thing(
        "bag",
        0.36,
        0.39,
        bag,
        "#b5603f",
        "bag",
        "surface",
        words=Words(also=("handbag",)),
        traits=("holds things",),
        parts=("handle",),
        held=Held(held_daily.bag, "#b5573f", "hang", in_both_hands="bags"),
    ),
    Thing(
        "shopping bag",
        0.34,
        0.5,
        shopping_bag,
        "#c9a273",
        "bag",
        "surface",
        held=Held(
            held_daily.bag,
            "#6a9c89",
            "hang",
            also=("shopping",),
            shown_by=("shop",),
            in_both_hands="shopping bags",
        ),
    ),
    Thing(
        "basket",
        0.468,
        0.41,
        basket,
        "#c08d54",
        "bag",
        "surface",
        parts=("handle",),
        held=Held(held_food.basket, "#c98f4e", "hang"),
        traits=("holds things",),
        looks=("empty",),
    ),
    Thing(
        "suitcase",
        0.5,
        0.95,
        suitcase,
        "#3f7f9a",
        "bag",
        words=Words(also=("luggage",)),
        found_at="station",
        colours=("#4f7cac", "#c8553d", "#4c9a77", "#8a6bb0"),
        parts=("wheel", "handle"),
        held=Held(held_daily.suitcase, "#4f7cac", "trail", reach=(0.3, 0.05, 0.12), below=0.805),
    ),
    Thing(
        "backpack",
        0.41,
        0.49,
        backpack,
        "#d9703f",
        "bag",
        colours=("#c8673d", "#4f7cac", "#4c9a77", "#8a6bb0"),
        words=Words(also=("back pack", "rucksack")),
    ),
    Thing(
        "umbrella",
        1.08,
        0.99,
        umbrella,
        "#d64f5a",
        "bag",
        "air",
        colours=("#d9573f", "#e5a937", "#4f7cac", "#3f8f8b"),
        held=Held(
            held_play.umbrella,
            "#d9573f",
            "umbrella",
            reach=(0.6, 1.09, 0.6),
            also=("parasol",),
            shown_by=("umbrella",),
            colours=UMBRELLAS,
        ),
        looks=("open",),
    ),
    Thing("wallet", 0.2, 0.08, wallet, "#8a5a3f", "bag", "surface"),
    Thing(
        "shopping trolley",
        1.14,
        1.02,
        trolley,
        STEEL,
        "bag",
        faces=True,
        words=Words(
            also=("shopping cart", "trolley"),
            learned={"A2": "trolley", "B1": "shopping trolley"},
        ),
        traits=("furnishes",),
        found_at="supermarket",
        parts=("wheel",),
        coloured="if asked",
    ),
)
