"""Toys."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    GOLD,
    INK,
    LEAF,
    OAK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    STEEL,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    group,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.in_hand import play as held_play
from imagespeak_core.generators.illustrator.things.in_hand import sport as held_sport
from imagespeak_core.generators.illustrator.things.in_hand.colours import UMBRELLAS
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def ball(tone: Tone, colour: str, rng: random.Random) -> str:
    """A beach-style ball with pale stripes."""
    c, pale = shades(tone, colour), tone(PAPER)
    return in_cm(
        circle(0, -14, 14, c.base),
        path("M-3 -27.6 Q-12 -14 -5 -0.9 Q-10.6 -2 -12.6 -8 Q-15 -18 -8 -25.4 Z", pale),
        path("M4 -27.4 Q9 -14 4 -0.6 Q9.6 -2.2 12 -6.6 Q10.6 -18 4 -27.4 Z", pale),
        path("M8 -25.5 A14 14 0 1 1 -11 -5.4 A16 16 0 0 0 8 -25.5 Z", c.deep, opacity=0.28),
        circle(-1, -26, 2, c.dark),
    )


def balloon(tone: Tone, colour: str, rng: random.Random) -> str:
    """A balloon on its string."""
    bend = rng.choice((-3, 3))
    return in_cm(
        stroke(f"M0 -70 Q{bend * 2} -48 0 -34 Q{-bend * 2} -16 {bend} 0", tone("#8a8f98"), 0.8),
        moved(0, -70, _balloon(tone, colour)),
    )


_MIDDLE_BALLOON = "#e0574c"


def balloons(tone: Tone, colour: str, rng: random.Random) -> str:
    """Five balloons tied together, each in another colour if none is asked for."""
    others = rng.sample((RED, GOLD, "#5fae6c", BLUE, "#b07cc0", ORANGE), 4)
    if colour != _MIDDLE_BALLOON:
        others = [colour, darker(colour, 0.1), lighter(colour, 0.1), darker(colour, 0.05)]
    places = ((-30, -104), (30, -106), (-18, -84), (20, -82))
    strings = "".join(f"M{x} {y} Q{x * 0.5:.0f} -50 0 -26" for x, y in places)
    return in_cm(
        stroke(strings + "M0 -92 L0 -26 Q3 -12 0 0", tone("#8a8f98"), 0.9),
        *(
            moved(x, y, _balloon(tone, other), turn=x * 0.5)
            for (x, y), other in zip(places, others, strict=True)
        ),
        moved(0, -96, _balloon(tone, colour)),
    )


def kite(tone: Tone, colour: str, rng: random.Random) -> str:
    """A kite in the air with its tail of bows."""
    c, bow = shades(tone, colour), tone(rng.choice((GOLD, "#4a83c4", "#5fae6c")))
    return in_cm(
        stroke("M4 -70 Q-22 -58 -16 -40 Q-8 -24 -28 -14 Q-38 -9 -36 0", tone("#8a8f98"), 1.2),
        *(
            moved(x, y, facet("0,0 -8,-5 -8,5", bow), facet("0,0 8,-5 8,5", bow), turn=turn)
            for x, y, turn in ((-15, -52, 20), (-14, -33, -20), (-28, -15, 30))
        ),
        facet("10,-150 46,-112 4,-70 -26,-124", c.base),
        facet("10,-150 46,-112 14.5,-116", c.light),
        facet("4,-70 46,-112 14.5,-116", c.dark),
        facet("-26,-124 4,-70 14.5,-116", c.base),
        stroke("M10 -150 L4 -70 M-26 -124 L46 -112", tone(OAK), 1.3),
        right=-4.7,
    )


def teddy_bear(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sitting teddy bear with a bow."""
    c = shades(tone, colour)
    return in_cm(
        *(circle(x, -36, 4.6, c.dark) for x in (-9, 9)),
        *(circle(x, -36, 2.6, c.pale) for x in (-9, 9)),
        limb("-8,-20,7 -15,-15,7 -16,-10,6", c.dark),
        limb("8,-20,7 15,-15,7 16,-10,6", c.dark),
        ellipse(0, -13, 11, 12, c.base),
        ellipse(0, -12, 7, 8.4, c.pale),
        ellipse(-10, -5.4, 6, 5.4, c.base),
        ellipse(10, -5.4, 6, 5.4, c.base),
        ellipse(-10.4, -5, 3.4, 3.2, c.pale),
        ellipse(10.4, -5, 3.4, 3.2, c.pale),
        ellipse(0, -30, 12, 10, c.base),
        ellipse(0, -27, 5.4, 4.2, c.pale),
        ellipse(0, -29, 1.9, 1.4, tone(INK)),
        stroke("M-2 -25.6 Q0 -24.2 2 -25.6", tone(INK), 0.6),
        eye(tone, -5, -32, 1.3, colour),
        eye(tone, 5, -32, 1.3, colour),
        facet("0,-20 -6,-23 -6,-17", tone(RED)),
        facet("0,-20 6,-23 6,-17", tone(RED)),
    )


def doll(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rag doll in a dress of the main colour."""
    c, skin, hair = (
        shades(tone, colour),
        tone(rng.choice(("#f0c8a4", "#c98f66", "#8a5a3c"))),
        tone("#7a4a33"),
    )
    return in_cm(
        *(circle(x, -30, 3.6, hair) for x in (-10, 10)),
        *(rect(x, -9, 4, 9, skin, rx=2) for x in (-5.4, 1.4)),
        *(ellipse(x, -1.2, 3, 1.2, c.deep) for x in (-3.8, 3.8)),
        limb("-4,-21,3.4 -9,-16,3.4 -11,-13,3", skin),
        limb("4,-21,3.4 9,-16,3.4 11,-13,3", skin),
        path("M-4 -24 L4 -24 L10 -7 Q0 -4.6 -10 -7 Z", c.base),
        path("M1 -24 L4 -24 L10 -7 Q6 -5.6 2 -5.6 Z", c.dark),
        circle(0, -31, 8, skin),
        path("M-8.4 -30 Q-9 -40 0 -40 Q9 -40 8.4 -30 Q4 -37 -1 -36 Q-6 -35 -8.4 -30 Z", hair),
        *(circle(x, -30.6, 1, tone(INK)) for x in (-3, 3)),
        *(circle(x, -28, 1.3, tone(PINK), opacity=0.7) for x in (-5, 5)),
        stroke("M-2 -27 Q0 -25.6 2 -27", tone("#b5524c"), 0.7),
    )


def blocks(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tower of three building blocks, each in another colour if none is asked for."""
    paints = (RED, GOLD, "#5a9fc0")
    if colour != RED:
        paints = (darker(colour, 0.1), lighter(colour, 0.14), colour)
    first, second, third = (shades(tone, paint) for paint in paints)
    tilt = rng.choice((-2, 2))
    return in_cm(
        rect(-13, -12, 12, 12, first.base, rx=1),
        rect(-13, -3, 12, 3, first.dark, rx=1),
        rect(1, -12, 12, 12, third.base, rx=1),
        rect(1, -3, 12, 3, third.dark, rx=1),
        rect(-6 + tilt, -24, 12, 12, second.base, rx=1),
        rect(-6 + tilt, -15, 12, 3, second.dark, rx=1),
        facet("-10,-4 -7,-9 -4,-4", first.pale),
        circle(7, -7, 2.6, third.pale),
        rect(-2.2 + tilt, -21, 4.4, 4.4, second.pale),
    )


def robot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toy robot."""
    c = shades(tone, colour)
    steel = tone(STEEL)
    return in_cm(
        stroke("M0 -32 L0 -36", steel, 1),
        circle(0, -37, 1.5, tone(RED)),
        *(rect(x, -9, 5, 8, steel, rx=1) for x in (-7, 2)),
        *(rect(x, -3, 8, 3, c.dark, rx=1.4) for x in (-9, 1)),
        stroke("M-9 -18 L-13 -14 L-13 -10 M9 -18 L13 -14 L13 -10", steel, 2.2),
        rect(-9, -21, 18, 13, c.base, rx=2),
        rect(-9, -11, 18, 3, c.dark, rx=1.4),
        rect(-8, -33, 16, 11, c.base, rx=3),
        rect(-6.4, -30.6, 12.8, 5, tone(INK), rx=2.2),
        *(circle(x, -28, 1.5, tone("#8fe0d0")) for x in (-3, 3)),
        rect(-5, -18.6, 10, 4.4, c.pale, rx=1),
        *(circle(x, -16.4, 1, tone(dot)) for x, dot in ((-3, RED), (0, GOLD), (3, LEAF))),
        stroke("M-2.4 -24 L2.4 -24", c.deep, 0.7),
    )


def gift(tone: Tone, colour: str, rng: random.Random) -> str:
    """A present with a bow."""
    c, band = shades(tone, colour), shades(tone, GOLD if rng.random() < 0.7 else "#e8e0cf")
    return in_cm(
        rect(-14, -21, 28, 21, c.base, rx=1),
        rect(4, -21, 10, 21, c.dark, rx=1),
        rect(-16, -25, 32, 6, c.light, rx=1),
        rect(-3, -25, 6, 25, band.base),
        blob("0,-25 -5,-32 -10,-31 -9,-26", band.dark),
        blob("0,-25 5,-32 10,-31 9,-26", band.base),
        circle(0, -25.6, 2, band.dark),
    )


def _balloon(tone: Tone, colour: str) -> str:
    c = shades(tone, colour)
    return group(
        facet("0,-3 -2.4,1 2.4,1", c.dark),
        blob("0,-2 -9,-11 -14,-22 -10,-32 0,-36 10,-32 14,-22 9,-11", c.base),
        blob("0,-2 9,-11 14,-22 10,-32 4,-35.4 8,-22 5,-11", c.dark),
        ellipse(-6, -27, 2.6, 4.4, c.pale, opacity=0.75),
    )


TOYS = (
    Thing(
        "ball",
        0.28,
        0.28,
        ball,
        "#e0574c",
        "toy",
        words=Words(also=("football", "soccer ball")),
        traits=("ball",),
        colours=("#d9573f", "#3f74c0", "#e0a33b"),
        looks=("round",),
        shown_by=("kick", "basketball", "volleyball"),
        done_with={"play": ("throw", None), "kick": ("kick", None)},
        held=Held(
            held_sport.ball, "#f7efe2", "lug", shown_by=("volleyball", "basketball", "throw")
        ),
    ),
    Thing(
        "balloon",
        0.28,
        1.06,
        balloon,
        "#e0574c",
        "toy",
        "air",
        colours=("#d9483b", "#3f74c0", "#f0c43e", "#4c9a77", "#ec8fb0"),
        looks=("round",),
        parts=("string",),
        held=Held(
            held_play.balloon, "#d9483b", "raise", reach=(0.1, 1.05, 0.22), colours=UMBRELLAS
        ),
    ),
    Thing(
        "balloons",
        1.0,
        1.41,
        balloons,
        _MIDDLE_BALLOON,
        "toy",
        "air",
        words=Words(number="many"),
        coloured="if asked",
        looks=("colourful",),
    ),
    Thing(
        "kite",
        0.84,
        1.5,
        kite,
        "#e0574c",
        "toy",
        "air",
        colours=("#e0933c", "#3f74c0", "#d9483b"),
        parts=("tail", "string"),
        done_with={"fly": ("hold", "kite")},
        held=Held(held_play.kite, "#e0933c", "raise", reach=(0.05, 1.5, 0.75), verb="flying"),
    ),
    Thing(
        "teddy bear",
        0.38,
        0.41,
        teddy_bear,
        "#b98550",
        "toy",
        "surface",
        words=Words(also=("teddy",)),
        parts=("ear", "eye", "nose"),
        held=Held(held_play.teddy, "#b07d4f", "hold"),
    ),
    Thing(
        "doll",
        0.27,
        0.4,
        doll,
        "#d9699a",
        "toy",
        "surface",
        parts=("eye",),
        coloured="if asked",
    ),
    Thing(
        "blocks",
        0.26,
        0.24,
        blocks,
        RED,
        "toy",
        "surface",
        words=Words(also=("toy", "lego", "building blocks", "toy blocks"), number="many"),
        coloured="if asked",
        looks=("piled", "colourful"),
    ),
    Thing("robot", 0.28, 0.385, robot, "#6f9fc0", "toy", "surface"),
    Thing(
        "gift",
        0.32,
        0.325,
        gift,
        "#c94a6a",
        "toy",
        "surface",
        words=Words(also=("gift box", "present", "birthday present"), told="present"),
        colours=("#c9476b", "#3f74c0", "#4c9a77"),
        looks=("wrapped",),
    ),
)
