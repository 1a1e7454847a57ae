"""What is used in an office, and to make pictures and news."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    CHROME,
    GLASS,
    GOLD,
    INK,
    IRON,
    LAMP,
    ORANGE,
    PAPER,
    RED,
    STEEL,
    WOOD,
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
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.in_hand import home as held_home
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def laptop(tone: Tone, colour: str, rng: random.Random) -> str:
    """An open laptop, its screen to us."""
    c = shades(tone, colour)
    accent = tone(rng.choice((BLUE, "#5fae8c", ORANGE)))
    return in_cm(
        rect(-16, -22.6, 32, 21, c.base, rx=1.4),
        rect(-13.8, -20.6, 27.6, 16.6, tone("#dcebf2"), rx=0.6),
        rect(-12.6, -16, 10, 9.6, accent, rx=0.6, opacity=0.55),
        stroke(
            "M1 -15 L11 -15 M1 -12.4 L12 -12.4 M1 -9.8 L9 -9.8 M1 -7.2 L11 -7.2",
            tone("#9ab0bf"),
            0.9,
        ),
        path("M-16 -3 L16 -3 L19 -1.4 Q19 0 18 0 L-18 0 Q-19 0 -19 -1.4 Z", c.base),
        rect(-4, -3, 8, 0.9, c.dark, rx=0.3),
    )


def computer(tone: Tone, colour: str, rng: random.Random) -> str:
    """A computer with its screen and keyboard."""
    c = shades(tone, colour)
    bars = [rng.uniform(4, 13) for _ in range(5)]
    return in_cm(
        facet("-8,-4 8,-4 11,-1.4 -11,-1.4", c.dark),
        rect(-2.4, -12, 4.8, 9, c.deep),
        rect(-26, -43, 52, 32, c.base, rx=1.6),
        rect(-24, -41, 48, 28, tone("#dcebf2")),
        *(
            rect(-19 + 6 * k, -17 - h, 4, h, tone(BLUE if k % 2 else "#5fae8c"))
            for k, h in enumerate(bars)
        ),
        stroke("M14 -36 L21 -36 M14 -32 L20 -32 M14 -28 L21 -28", tone("#9ab0bf"), 1.1),
        facet("-19,-2.6 19,-2.6 21,0 -21,0", c.light),
        stroke("M-17.4 -1.6 L17.4 -1.6", c.dark, 0.7, stroke_dasharray="1.6 1.4"),
        ellipse(25, -0.9, 2.4, 0.9, c.light),
    )


def phone(tone: Tone, colour: str, rng: random.Random) -> str:
    """A mobile phone, its screen to us."""
    c = shades(tone, colour)
    tiles = [tone(rng.choice((RED, BLUE, GOLD, "#5fae6c", ORANGE, "#9a6ac0"))) for _ in range(9)]
    return in_cm(
        rect(-3.8, -15, 7.6, 15, c.base, rx=1.2),
        rect(-2.9, -13.7, 5.8, 12, tone("#cfe6ee"), rx=0.5),
        *(
            rect(-2.4 + 1.75 * (k % 3), -12.6 + 2.1 * (k // 3), 1.3, 1.3, tile, rx=0.4)
            for k, tile in enumerate(tiles)
        ),
        path("M-2.9 -4.8 Q0 -7 2.9 -4.4 L2.9 -1.7 L-2.9 -1.7 Z", tone("#8cbf9c")),
        rect(-1, -14.6, 2, 0.35, c.deep, rx=0.15),
        rect(-1, -0.9, 2, 0.4, c.light, rx=0.2),
    )


def newspaper(tone: Tone, colour: str, rng: random.Random) -> str:
    """A folded newspaper; its heading has the main colour."""
    c, page, ink = shades(tone, colour), shades(tone, "#ece6d8"), tone("#a8a298")
    rows = "".join(f"M1.4 {y} L11 {y}" for y in (-20, -17.6, -15.2, -12.8))
    shift = rng.choice((0, 1))
    return in_cm(
        facet("-11,-29 13,-29 14,-1 -10,-1", page.dark),
        rect(-13, -30, 26, 30, page.base, rx=0.5),
        rect(-11, -28, 22, 4.6, c.base, rx=0.4),
        rect(-11, -21.6 + shift, 10, 9, tone("#9ab0bf")),
        path(
            f"M-11 {-15 + shift} L-7 {-18 + shift} L-4 {-15.6 + shift} "
            f"L-1 {-17 + shift} L-1 {-12.6 + shift} L-11 {-12.6 + shift} Z",
            tone("#6f8f9a"),
        ),
        stroke(
            rows + "M-11 -9 L-1 -9 M-11 -6.6 L-1 -6.6 M-11 -4.2 L-3 -4.2 "
            "M1.4 -9 L11 -9 M1.4 -6.6 L11 -6.6 M1.4 -4.2 L9 -4.2",
            ink,
            0.8,
        ),
        right=-0.51,
    )


def letter(tone: Tone, colour: str, rng: random.Random) -> str:
    """A letter in its envelope; the envelope has the main colour."""
    c = shades(tone, colour)
    stamp = tone(rng.choice((RED, "#5f9f6c", BLUE)))
    return in_cm(
        rect(-11, -15, 22, 15, c.base, rx=0.7),
        facet("-11,-0.4 0,-8 11,-0.4 10,0 -10,0", c.light),
        facet("-11,-14.6 0,-5.6 11,-14.6 10.6,-15 -10.6,-15", c.dark),
        facet("-10.4,-15 0,-6.6 10.4,-15", c.light),
        circle(0, -7.4, 1.7, tone("#c9433f")),
        rect(7, -4, 3, 3, stamp, rx=0.2),
    )


def camera(tone: Tone, colour: str, rng: random.Random) -> str:
    """A camera, its lens to us."""
    c = shades(tone, colour)
    gleam = rng.choice((-0.6, 0.6))
    return in_cm(
        rect(-2.6, -9.4, 5.2, 2.4, c.dark, rx=0.8),
        rect(-6, -8.4, 2.4, 1.2, tone(RED), rx=0.5),
        rect(-7, -7.8, 14, 7.8, c.base, rx=1.2),
        rect(-7, -5.6, 14, 3.2, c.dark),
        rect(3.8, -7.2, 2.4, 1.2, tone(LAMP), rx=0.3),
        circle(0, -3.8, 3.3, tone(STEEL)),
        circle(0, -3.8, 2.6, tone(INK)),
        circle(0, -3.8, 1.6, tone(GLASS)),
        circle(gleam, -4.5, 0.5, tone("#dcebf2")),
    )


def scissors(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of scissors, open, the points up."""
    c = shades(tone, colour)
    open_ = rng.choice((0, 0.6))
    return in_cm(
        facet(f"-0.8,-7 {3.4 + open_},-18 {2 + open_},-18.6 -1.6,-9", tone(CHROME)),
        facet(f"0.8,-7 {-3.4 - open_},-18 {-2 - open_},-18.6 1.6,-9", tone(STEEL)),
        ellipse(-3, -3.2, 2.2, 2.8, "none", stroke=c.base, stroke_width=1.3),
        ellipse(3, -3.2, 2.2, 2.8, "none", stroke=c.base, stroke_width=1.3),
        stroke("M-2 -5.8 L0.4 -9 M2 -5.8 L-0.4 -9", c.base, 1.5),
        circle(0, -8.6, 0.6, tone(IRON)),
        up=0.27,
    )


def easel(tone: Tone, colour: str, rng: random.Random) -> str:
    """An easel of the main colour with a painting begun."""
    c, wood = shades(tone, "#5f9fc0"), shades(tone, colour)
    other = tone(rng.choice((GOLD, BLUE, "#5fae6c")))
    return in_cm(
        stroke("M0 -160 L8 -6", wood.deep, 4),
        stroke("M-4 -160 L-40 -2 M4 -160 L40 -2", wood.base, 7),
        rect(-36, -142, 72, 78, tone(PAPER), rx=1),
        blob("-28,-74 -26,-104 -6,-118 12,-100 28,-112 28,-74", c.base),
        blob("-28,-74 -10,-92 12,-86 28,-92 28,-74", c.dark),
        circle(16, -124, 8, other),
        stroke("M-26 -128 Q-16 -134 -6 -128", c.light, 4),
        rect(-42, -66, 84, 10, wood.base, rx=2),
    )


def printer(tone: Tone, colour: str, rng: random.Random) -> str:
    """A printer with a printed page."""
    c = shades(tone, colour)
    ink = tone(rng.choice((BLUE, "#5fae8c", ORANGE)))
    return in_cm(
        facet("-14,-22 14,-22 12,-34 -12,-34", tone(PAPER)),
        rect(-20, -23, 40, 19, c.base, rx=2),
        rect(-20, -10, 40, 6, c.dark, rx=2),
        rect(-14, -12, 28, 3, tone(INK), rx=1),
        facet("-12,-10 12,-10 15,0 -15,0", tone(PAPER)),
        stroke("M-8 -6.6 L6 -6.6 M-9 -3.6 L8 -3.6", ink, 1),
        circle(14, -18, 1.5, tone("#5fae6c")),
        rect(-16, -20, 12, 3, c.light, rx=1),
    )


OFFICE = (
    Thing(
        "laptop",
        0.38,
        0.226,
        laptop,
        "#9aa3ad",
        "school",
        "surface",
        traits=("screen",),
        found_at="office",
        shown_by=("type",),
        done_with={"use": ("type", None)},
        held=Held(held_daily.laptop, "#b9bfc9", "lug", shown_by=("type",)),
        words=Words(also=("laptop computer",)),
    ),
    Thing(
        "computer",
        0.54,
        0.43,
        computer,
        "#4c525c",
        "school",
        "surface",
        words=Words(also=("desktop computer", "desktop")),
        traits=("screen",),
        found_at="office",
        shown_by=("type",),
        done_with={"use": ("type", None)},
    ),
    Thing(
        "phone",
        0.076,
        0.15,
        phone,
        "#3f434c",
        "school",
        "surface",
        shown_by=("phone",),
        done_with={"use": ("phone", None), "look at": ("hold", "phone")},
        held=Held(
            held_daily.phone,
            "#5a9bc4",
            "phone",
            shown_by=("phone",),
        ),
        words=Words(
            also=(
                "cell phone",
                "cellphone",
                "mobile",
                "mobile phone",
                "smartphone",
                "smart phone",
                "telephone",
            )
        ),
    ),
    Thing(
        "newspaper",
        0.27,
        0.3,
        newspaper,
        "#4f5a68",
        "school",
        "surface",
        held=Held(held_daily.newspaper, "#efe9e0", "read", reach=(0.24, 0.22, 0.24)),
        coloured="never",
    ),
    Thing(
        "letter",
        0.22,
        0.15,
        letter,
        "#f0e2c4",
        "school",
        "surface",
        done_with={"write": ("write", None)},
    ),
    Thing(
        "camera",
        0.14,
        0.094,
        camera,
        "#4a4e58",
        "school",
        "surface",
        done_with={"use": ("photo", None)},
        held=Held(held_daily.camera, "#413a4a", "photo", shown_by=("photo",)),
    ),
    Thing(
        "scissors",
        0.116,
        0.186,
        scissors,
        "#d9574a",
        "school",
        "surface",
        words=Words(number="many"),
        held=Held(held_home.scissors, "#c8443a", "hold", asked=False),
    ),
    Thing("easel", 0.86, 1.62, easel, WOOD, "school", coloured="if asked"),
    Thing("printer", 0.4, 0.34, printer, "#cfd4d8", "school", "surface"),
)
