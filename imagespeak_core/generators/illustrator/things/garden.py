"""For the garden and the field."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    INK,
    IRON,
    LEAF,
    MOSS,
    OAK,
    ORANGE,
    STEEL,
    STONE,
    TYRE,
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
from imagespeak_core.generators.illustrator.things.in_hand import tools as held_tools
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def pond(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small pond with reeds and lily pads; its water has the main colour."""
    c, reed = shades(tone, colour), shades(tone, MOSS)
    glints = [(rng.randint(-90, 60), rng.randint(-46, -16)) for _ in range(5)]
    return in_cm(
        ellipse(0, -32, 180, 32, tone("#8a9a62")),
        ellipse(0, -33, 168, 27, c.base),
        ellipse(-10, -28, 140, 18, c.light, opacity=0.55),
        *(stroke(f"M{x} {y} l34 0", c.pale, 1.8) for x, y in glints),
        *(
            ellipse(x, y, 17, 5, tone(LEAF)) + circle(x + 2, y - 4, 4, tone("#ee9fb5"))
            for x, y in ((60, -26), (94, -34))
        ),
        *(
            stroke(f"M{x} -30 Q{x + 2} -60 {x + dx} {y}", reed.base, 3)
            for x, dx, y in ((-150, -8, -86), (-140, 0, -100), (-130, 8, -80))
        ),
        *(rect(x, y, 7, 20, tone("#7a5238"), rx=3.5) for x, y in ((-161, -102), (-143, -116))),
        *(ellipse(x, -6, 14, 6, tone(STONE)) for x in (-70, 20, 128)),
    )


def wheelbarrow(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wheelbarrow with earth, its wheel on the right."""
    c, iron = shades(tone, colour), tone(IRON)
    return in_cm(
        blob("-40,-56 -20,-68 6,-72 34,-66 46,-56 0,-50", tone("#7a5a44")),
        stroke("M-76 -52 L-40 -40 L56 -20 M-30 -38 L-38 -2 M-44 -2 L-32 -2", iron, 4),
        facet("-50,-58 58,-58 34,-28 -30,-28", c.base),
        facet("14,-58 58,-58 34,-28 14,-28", c.dark),
        rect(-54, -61, 116, 6, c.light, rx=3),
        stroke("M-80 -53 L-64 -48", tone(INK), 6),
        circle(58, -18, 18, tone(TYRE)),
        circle(58, -18, 9, tone(STEEL)),
        right=3.4,
    )


def watering_can(tone: Tone, colour: str, rng: random.Random) -> str:
    """A watering can, its spout on the right."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-11 -21 Q-24 -26 -22 -12 Q-20 -5 -12 -5", c.dark, 2.4),
        stroke("M-8 -22 Q-4 -34 8 -28 L9 -22", c.dark, 2.2),
        path("M9 -9 L22 -26 L25 -24 L13 -2 Z", c.dark),
        facet("18,-30 29,-23 27,-20 16,-27", c.base),
        path("M-12 -22 L11 -22 L14 -1 Q14 0 13 0 L-14 0 Q-15 0 -15 -1 Z", c.base),
        path("M3 -22 L11 -22 L14 -1 Q14 0 13 0 L5 0 Z", c.dark),
        rect(-13, -23.4, 25, 3, c.light, rx=1.2),
        rect(-13.6, -13, 26, 1.6, c.light),
        right=-2.7,
    )


def beehive(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wooden beehive."""
    c = shades(tone, colour)
    bees = [(rng.uniform(-40, 40), rng.uniform(-96, -60)) for _ in range(3)]
    return in_cm(
        *(rect(x, -16, 6, 16, tone(OAK)) for x in (-26, 20)),
        *(rect(-32, y, 64, 22, c.base, rx=2) for y in (-38, -61, -84)),
        *(rect(-32, y + 16, 64, 6, c.dark, rx=2) for y in (-38, -61, -84)),
        facet("-38,-84 38,-84 28,-98 -28,-98", tone(STEEL)),
        rect(-10, -24, 20, 5, tone(INK), rx=2),
        *(
            ellipse(x, y, 2.6, 1.8, tone(GOLD))
            + ellipse(x - 0.6, y - 2.2, 1.6, 1.4, tone("#dcebf2"))
            for x, y in bees
        ),
        right=1.7,
    )


def bird_house(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bird house of the main colour on a post; its roof is red."""
    c, wood = shades(tone, "#c9503f"), shades(tone, colour)
    return in_cm(
        rect(-4, -130, 8, 130, wood.dark),
        rect(-20, -162, 40, 34, wood.base, rx=1),
        rect(8, -162, 12, 34, wood.dark, rx=1),
        facet("-20,-161 0,-182 20,-161", wood.base),
        facet("-28,-158 0,-188 28,-158 22,-154 0,-178 -22,-154", c.base),
        facet("0,-188 28,-158 22,-154 0,-178", c.dark),
        circle(-2, -149, 6, tone(INK)),
        stroke("M-2 -137 L-2 -133", tone(OAK), 2.4),
        rect(-25, -130, 50, 4, wood.light, rx=2),
    )


def hay_bale(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round bale of hay."""
    c = shades(tone, colour)
    turn = rng.choice((0, 6))
    return in_cm(
        path("M-60 -134 L20 -134 L20 0 L-60 0 Q-84 -20 -84 -67 Q-84 -114 -60 -134 Z", c.dark),
        path("M-64 -132 L20 -134 L20 -96 L-82 -96 Q-78 -120 -64 -132 Z", c.base),
        stroke(
            "M-58 -124 L-10 -124 M-74 -104 L-20 -104 M-78 "
            "-80 L-30 -80 M-80 -50 L-24 -50 M-74 -26 L-20 -26",
            c.deep,
            1.6,
        ),
        ellipse(20, -67, 62, 67, c.base),
        *(
            ellipse(20, -67, r, r * 1.08, "none", stroke=c.dark, stroke_width=2.4)
            for r in (50, 38, 26, 14)
        ),
        stroke(f"M20 -67 q{10 + turn} -6 8 -14", c.dark, 2.4),
        *(
            stroke(f"M{x} 0 l{dx} -8", c.light, 1.6)
            for x, dx in ((-50, -5), (-20, 4), (10, -4), (44, 5), (62, 4))
        ),
    )


def scarecrow(tone: Tone, colour: str, rng: random.Random) -> str:
    """A scarecrow in a shirt of the main colour."""
    c, straw = shades(tone, colour), tone("#e3bf6a")
    tilt = rng.choice((-1, 1))
    return in_cm(
        rect(-4, -130, 8, 130, tone(OAK)),
        rect(-84, -126, 168, 7, tone(OAK), rx=3),
        *(
            stroke(
                f"M{s * 80} -122 l{s * 10} -8 M{s * 80} -122 "
                f"l{s * 12} 0 M{s * 80} -122 l{s * 10} 8",
                straw,
                2.4,
            )
            for s in (-1, 1)
        ),
        stroke("M-18 -56 l-4 12 M-6 -54 l-1 13 M6 -54 l2 13 M18 -56 l4 12", straw, 2.6),
        path(
            "M-76 -132 L-24 -138 L24 -138 L76 -132 L76 -114 "
            "L26 -112 L26 -54 L-26 -54 L-26 -112 L-76 -114 Z",
            c.base,
        ),
        path("M8 -138 L24 -138 L76 -132 L76 -114 L26 -112 L26 -54 L10 -54 Z", c.dark),
        rect(-18, -96, 15, 15, tone(GOLD), rx=1),
        stroke("M0 -136 L0 -60", c.deep, 1.4),
        circle(0, -154, 19, tone("#ead2a4")),
        circle(-7, -157, 2.4, tone(INK)),
        circle(7, -157, 2.4, tone(INK)),
        facet("0,-154 4,-148 -3,-148", tone(ORANGE)),
        stroke("M-8 -144 Q0 -138 8 -144", tone("#7a4a40"), 1.6),
        ellipse(tilt, -168, 32, 5, tone(OAK)),
        path(
            f"M{-18 + tilt} -168 Q{-14 + tilt} -192 {2 + tilt} "
            f"-192 Q{16 + tilt} -190 {18 + tilt} -168 Z",
            tone("#9a6b42"),
        ),
    )


GARDEN = (
    Thing(
        "pond",
        3.6,
        1.16,
        pond,
        "#6fb0cf",
        "water",
        traits=("pond",),
    ),
    Thing(
        "wheelbarrow",
        1.6,
        0.72,
        wheelbarrow,
        "#4a9a5f",
        "outdoor",
        faces=True,
        words=Words(learned={"A2": "cart", "B2": "wheelbarrow"}),
        traits=("handles",),
    ),
    Thing(
        "watering can",
        0.52,
        0.31,
        watering_can,
        "#5fa08c",
        "outdoor",
        faces=True,
        traits=("small scenery",),
        held=Held(held_tools.watering_can, "#6a9c89", "hang"),
    ),
    Thing("beehive", 0.8, 0.98, beehive, "#f1e6cf", "outdoor", words=Words(also=("bee hive",))),
    Thing(
        "bird house",
        0.56,
        1.88,
        bird_house,
        WOOD,
        "outdoor",
        foot_m=0.15,
        traits=("small scenery",),
        coloured="if asked",
    ),
    Thing(
        "hay bale",
        1.66,
        1.34,
        hay_bale,
        "#e0bb62",
        "outdoor",
        foot_m=1.3,
        words=Words(learned={"B2": "hay bale"}),
        traits=("small scenery",),
    ),
    Thing(
        "scarecrow",
        1.84,
        1.92,
        scarecrow,
        "#b9534a",
        "outdoor",
        foot_m=0.15,
        words=Words(learned={"B1": "scarecrow"}),
        coloured="if asked",
    ),
)
