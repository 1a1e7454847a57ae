"""Clothes that lie, hang or stand by themselves."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import GOLD, PAPER
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


def hat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A hat with a ribbon."""
    c, band = shades(tone, colour), tone(rng.choice(("#c9503f", "#3f6f9a", "#5a4a44")))
    return in_cm(
        ellipse(0, -3, 19, 3, c.dark),
        ellipse(0, -3.8, 19, 2.9, c.base),
        path(
            "M-10 -4 L-9.4 -12 Q-9 -15 -4 -14.4 Q0 -13.4 "
            "4 -14.4 Q9 -15 9.4 -12 L10 -4 Q0 -2 -10 -4 Z",
            c.base,
        ),
        path("M3 -14 Q9 -15 9.4 -12 L10 -4 Q7 -3.2 4 -3 Z", c.dark),
        path("M-9.9 -5.4 L-9.7 -8 Q0 -6 9.7 -8 L9.9 -5.4 Q0 -3.2 -9.9 -5.4 Z", band),
    )


def cap(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cap, its peak on the right."""
    c = shades(tone, colour)
    return in_cm(
        path("M6 -3.6 Q18 -5 20 -1 Q12 -1.6 5 0 Z", c.dark),
        path("M-11 0 Q-13 -12 0 -12.4 Q11 -12 11 -2.4 Q4 -0.4 -11 0 Z", c.base),
        path("M1 -12.4 Q11 -12 11 -2.4 Q8 -1.4 4 -0.9 Q6 -9 1 -12.4 Z", c.light),
        stroke("M-1 -12 Q-6 -7 -5 -0.4", c.dark, 0.7),
        circle(0, -12.6, 1.1, c.dark),
        right=-4.34,
    )


def shirt(tone: Tone, colour: str, rng: random.Random) -> str:
    """A T-shirt."""
    c = shades(tone, colour)
    print_ = rng.random() < 0.5
    return in_cm(
        path(
            "M-14 -62 L-8 -66 Q0 -60 8 -66 L14 -62 L32 -50 L25 "
            "-38 L18 -42 L18 0 L-18 0 L-18 -42 L-25 -38 L-32 -50 Z",
            c.base,
        ),
        path("M8 -66 L14 -62 L32 -50 L25 -38 L18 -42 L18 0 L8 0 Q13 -30 8 -66 Z", c.dark),
        path("M-8 -66 Q0 -60 8 -66 L9.6 -65 Q0 -56 -9.6 -65 Z", c.deep),
        circle(-1, -38, 7, c.pale) if print_ else rect(-18, -40, 36, 7, c.pale),
        stroke("M-18 -2 L18 -2", c.dark, 1),
    )


def trousers(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of trousers."""
    c = shades(tone, colour)
    return in_cm(
        path("M-17 -96 L17 -96 L21 -2 Q21 0 19 0 L7 0 L0 -60 L-7 0 L-19 0 Q-21 0 -21 -2 Z", c.base),
        path("M5 -96 L17 -96 L21 -2 Q21 0 19 0 L7 0 L0 -60 L0 -76 Z", c.dark),
        rect(-17.6, -97, 35.2, 6, c.light, rx=1.4),
        rect(-2.4, -96.4, 4.8, 4.8, tone(GOLD), rx=0.8),
        stroke("M-13 -90 Q-10 -80 -16 -76 M13 -90 Q10 -80 16 -76 M0 -91 L0 -66", c.deep, 0.9),
        rect(-20.6, -5, 13, 4, c.dark, rx=1),
    )


def dress(tone: Tone, colour: str, rng: random.Random) -> str:
    """A summer dress."""
    c = shades(tone, colour)
    dots = [(rng.uniform(-16, 16), rng.uniform(-44, -8)) for _ in range(9)]
    return in_cm(
        stroke("M-9 -88 L-8 -96 M9 -88 L8 -96", c.dark, 2),
        path("M-11 -90 Q0 -82 11 -90 L12 -72 L9 -60 L26 -4 Q0 4 -26 -4 L-9 -60 L-12 -72 Z", c.base),
        path("M6 -87 L11 -90 L12 -72 L9 -60 L26 -4 Q18 -1.4 10 -0.8 Q8 -40 4 -60 Z", c.dark),
        *(circle(x, y, 1.5, c.pale) for x, y in dots),
        path("M-9.4 -62 L9.4 -62 L10 -57 L-10 -57 Z", c.deep),
    )


def coat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A winter coat with buttons."""
    c = shades(tone, colour)
    buttons = tone(rng.choice((GOLD, PAPER)))
    return in_cm(
        path(
            "M-14 -96 L14 -96 L30 -84 L36 -44 L26 -42 L22 -66 "
            "L25 0 L-25 0 L-22 -66 L-26 -42 L-36 -44 L-30 -84 Z",
            c.base,
        ),
        path("M4 -96 L14 -96 L30 -84 L36 -44 L26 -42 L22 -66 L25 0 L6 0 Z", c.dark),
        facet("-12,-98 12,-98 9,-76 0,-66 -9,-76", c.light),
        facet("-6,-98 6,-98 0,-80", tone("#e9d9c0")),
        stroke("M0 -66 L1 0", c.deep, 1),
        *(circle(-4, y, 1.9, buttons) for y in (-58, -44, -30)),
        *(rect(x, -34, 12, 3, c.deep, rx=1.4) for x in (-20, 9)),
    )


def scarf(tone: Tone, colour: str, rng: random.Random) -> str:
    """A long striped scarf, hanging in a loop."""
    c = shades(tone, colour)
    fringe = "".join(f"M{x} -4 l0 4" for x in (-13, -10, -7, 6, 9, 12))
    return in_cm(
        stroke(fringe, c.dark, 1.2),
        path("M-20 -58 Q-22 -72 0 -72 Q22 -72 20 -58 Q0 -46 -20 -58 Z", c.base),
        ellipse(0, -62, 12, 5, c.deep),
        facet("2,-52 13,-54 14,-4 4,-4", c.dark),
        facet("-14,-55 -3,-52 -5,-4 -15,-4", c.base),
        *(
            facet(f"-14.6,{y} -4,{y + 1} -4.2,{y + 6} -14.8,{y + 5}", c.pale)
            for y in (-42, -28, -14)
        ),
        *(facet(f"3,{y + 1} 13.6,{y} 13.8,{y + 5} 3.4,{y + 6}", c.pale) for y in (-42, -28, -14)),
        path("M-20 -58 Q0 -46 20 -58 L18 -52 Q0 -42 -18 -52 Z", c.light),
    )


def shoes(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of trainers, their toes to the right."""
    return in_cm(_shoe(tone, colour, -4, -4.4), _shoe(tone, colour, 3, 0))


def boots(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of rubber boots."""
    c = shades(tone, colour)
    shapes = []
    for x, body, side in ((-12, c.dark, c.deep), (4, c.base, c.dark)):
        shapes.append(
            path(
                f"M{x - 8} -30 L{x + 3} -30 L{x + 3} -11 Q{x + 14} -10 {x + 14} -2 L{x - 8} -2 Z",
                body,
            )
        )
        shapes.append(rect(x - 8.6, -31, 12.2, 4, c.light, rx=1.2))
        shapes.append(rect(x - 8.4, -2.6, 22.8, 2.6, side, rx=1))
    return in_cm(*shapes)


def glasses(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of sunglasses; the frame has the main colour."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-6.6 -4 L-7.6 -3 M6.6 -4 L7.6 -3", c.dark, 0.7),
        *(rect(x, -4.8, 6.2, 4.8, c.base, rx=2) for x in (-7, 0.8)),
        *(rect(x + 0.6, -4.2, 5, 3.6, tone("#4a4f5c"), rx=1.6) for x in (-7, 0.8)),
        *(
            facet(f"{x + 1.6},-4 {x + 2.8},-4 {x + 1.6},-1.2 {x + 0.9},-1.6", tone("#7f8a9c"))
            for x in (-7, 0.8)
        ),
        stroke("M-1 -3.4 Q0 -4.4 1 -3.4", c.base, 0.8),
    )


def crown(tone: Tone, colour: str, rng: random.Random) -> str:
    """A crown with jewels."""
    c = shades(tone, colour)
    gems = [tone(rng.choice(("#d64f5a", "#4a83c4", "#5fae6c"))) for _ in range(3)]
    return in_cm(
        facet("-10,-1 -12,-13 -5.4,-7 0,-16 5.4,-7 12,-13 10,-1", c.base),
        facet("0,-16 5.4,-7 12,-13 10,-1 3,-1", c.dark),
        rect(-10.4, -3.4, 20.8, 3.4, c.light, rx=1),
        *(circle(x, y, 1.3, c.light) for x, y in ((-12, -13.6), (0, -16.6), (12, -13.6))),
        *(circle(x, -5.6, 1.3, gem) for x, gem in zip((-5.6, 0, 5.6), gems, strict=True)),
    )


def socks(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of socks with pale toes."""
    c = shades(tone, colour)
    parts = []
    for x, body in ((-9, c.dark), (4, c.base)):
        parts.append(
            path(
                f"M{x - 5} -24 L{x + 4} -24 L{x + 4} -9 L{x + 10} -6 "
                f"Q{x + 13} -3 {x + 9} 0 L{x - 1} 0 Q{x - 5} -1 {x - 5} -6 Z",
                body,
            )
        )
        parts.append(path(f"M{x + 8} -7 L{x + 10} -6 Q{x + 13} -3 {x + 9} 0 L{x + 6} 0 Z", c.pale))
        parts.append(rect(x - 5, -24, 9, 3.4, c.pale, rx=0.8))
        parts.append(rect(x - 5, -17, 9, 2, c.light))
    return in_cm(*parts, right=-0.6)


def _shoe(tone: Tone, colour: str, x: float, y: float) -> str:
    c, sole, lace = shades(tone, colour), tone(PAPER), tone("#f4f0e6")
    return "".join(
        (
            path(
                f"M{x - 11} {y - 11} L{x - 3} {y - 11} Q{x - 1} {y - 6} {x + 6} "
                f"{y - 5.4} Q{x + 12} {y - 4.6} {x + 12} {y - 1.6} L{x - 11} {y - 1.6} Z",
                c.base,
            ),
            path(
                f"M{x - 11} {y - 5} L{x - 5} {y - 4} L{x - 4} {y - 1.6} L{x - 11} {y - 1.6} Z",
                c.dark,
            ),
            stroke(
                f"M{x - 2} {y - 9} l2.6 -1 M{x} {y - 7.4} l2.4 -1.2 M{x + 2.4} {y - 6.4} l2 -1.4",
                lace,
                0.7,
            ),
            rect(x - 11.4, y - 2.2, 24, 2.2, sole, rx=1),
            path(
                f"M{x - 11} {y - 11} L{x - 3} {y - 11} L{x - 2.6} {y - 9.8} L{x - 11} {y - 9.6} Z",
                c.deep,
            ),
        )
    )


CLOTHES = (
    Thing(
        "hat",
        0.38,
        0.15,
        hat,
        "#d9b87a",
        "clothes",
        "surface",
        words=Words(
            kinds=(
                "top hat",
                "hard hat",
                "cowboy hat",
                "party hat",
                "birthday hat",
                "witch hat",
                "wizard hat",
                "chef hat",
            )
        ),
    ),
    Thing(
        "cap",
        0.31,
        0.138,
        cap,
        "#3f78b5",
        "clothes",
        "surface",
        faces=True,
        words=Words(kinds=("baseball cap",)),
    ),
    Thing("shirt", 0.64, 0.66, shirt, "#4f93c0", "clothes", "wall"),
    Thing(
        "trousers",
        0.42,
        0.97,
        trousers,
        "#46618c",
        "clothes",
        "wall",
        words=Words(number="many"),
    ),
    Thing(
        "dress",
        0.53,
        0.97,
        dress,
        "#d9557a",
        "clothes",
        "wall",
        words=Words(kinds=("wedding dress",)),
    ),
    Thing("coat", 0.72, 0.98, coat, "#9a5f3f", "clothes", "wall"),
    Thing(
        "scarf",
        0.4,
        0.72,
        scarf,
        "#c9503f",
        "clothes",
        "wall",
        words=Words(plural="scarves"),
    ),
    Thing(
        "shoes",
        0.31,
        0.154,
        shoes,
        "#d9573f",
        "clothes",
        "ground",
        faces=True,
        words=Words(also=("trainers", "sneakers", "sandals", "slippers"), number="many"),
    ),
    Thing(
        "boots",
        0.39,
        0.31,
        boots,
        "#e6b53f",
        "clothes",
        "ground",
        faces=True,
        words=Words(number="many"),
    ),
    Thing(
        "glasses",
        0.16,
        0.048,
        glasses,
        "#a5523f",
        "clothes",
        "surface",
        words=Words(several=("glasses",), number="many"),
    ),
    Thing("crown", 0.266, 0.18, crown, "#e6b54a", "clothes", "surface"),
    Thing(
        "socks",
        0.293,
        0.24,
        socks,
        "#d9705a",
        "clothes",
        "ground",
        faces=True,
        words=Words(number="many"),
    ),
)
