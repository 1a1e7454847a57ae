"""Toys that roll or rock."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    GOLD,
    INK,
    LEAF,
    OAK,
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
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.thing import Thing


def toy_car(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toy car."""
    c = shades(tone, colour)
    return in_cm(
        path(
            "M-19 -5 L-19 -10 Q-18 -13 -14 -13 L-9 -19 Q-8 -20 -6 "
            "-20 L3 -20 Q5 -20 6 -19 L11 -13 L16 -12 Q20 -11 20 -5 Z",
            c.base,
        ),
        rect(-19, -6, 39, 3, c.dark, rx=1.5),
        facet("-9.6,-13 -6,-18 -1,-18 -1,-13", tone("#a9d3e2")),
        facet("1,-13 1,-18 3.6,-18 8,-13", tone("#a9d3e2")),
        *(circle(x, -4, 4, tone(INK)) + circle(x, -4, 2, tone(GOLD)) for x in (-11, 11)),
        ellipse(18.8, -9, 1.2, 1.6, tone(GOLD)),
    )


def toy_train(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toy engine with one wagon."""
    c, wagon = shades(tone, colour), shades(tone, rng.choice((GOLD, "#5fae6c", BLUE)))
    return in_cm(
        rect(-26, -14, 20, 9, wagon.base, rx=1.4),
        rect(-26, -7, 20, 2, wagon.dark),
        *(circle(x, -15, 3.4, tone(ORANGE)) for x in (-21, -15, -11)),
        rect(-26, -13, 20, 5, wagon.base),
        stroke("M-7 -6 L-1 -6", tone(STEEL), 1.6),
        rect(-1, -24, 11, 19, c.base, rx=1.4),
        rect(-3, -26, 15, 3.4, c.dark, rx=1.4),
        rect(1.4, -21, 6, 6, tone("#a9d3e2"), rx=1),
        rect(9, -16, 17, 11, c.base, rx=3),
        rect(9, -8, 17, 3, c.dark, rx=1.4),
        facet("18,-16 22,-16 23.4,-22 16.6,-22", c.deep),
        *(
            circle(x, -4, 4, tone(INK)) + circle(x, -4, 1.8, tone(GOLD))
            for x in (-21, -11, 4, 14, 22)
        ),
    )


def skateboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A skateboard."""
    c = shades(tone, colour)
    rims = tone(rng.choice((GOLD, PAPER, LEAF)))
    return in_cm(
        *(rect(x - 4, -9, 8, 4, tone(STEEL)) for x in (-24, 24)),
        path(
            "M-42 -16 Q-38 -11 -30 -11 L30 -11 Q38 -11 42 -16 L41 "
            "-13 Q38 -7.6 30 -7.6 L-30 -7.6 Q-38 -7.6 -41 -13 Z",
            c.base,
        ),
        stroke("M-36 -11.4 L36 -11.4", tone(INK), 1.4),
        *(circle(x, -3.6, 3.6, tone(INK)) + circle(x, -3.6, 1.7, rims) for x in (-27, -20, 20, 27)),
    )


def rocking_horse(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wooden rocking horse."""
    c, wood = shades(tone, colour), shades(tone, WOOD)
    return in_cm(
        blob("-28,-40 -40,-38 -43,-26 -36,-30 -30,-34", c.deep),
        limb("-20,-34,10 -26,-18,6 -31,-6,5", c.dark),
        limb("16,-34,10 22,-18,6 27,-6,5", c.dark),
        blob("-30,-40 -18,-46 6,-45 22,-46 24,-34 10,-28 -14,-28 -28,-32", c.base),
        limb("14,-38,20 24,-52,14 29,-64,12", c.base),
        blob("24,-66 32,-71 44,-58 46,-53 40,-50 26,-56", c.base),
        stroke("M14 -50 Q18 -62 28 -70", c.deep, 5),
        facet("26,-68 28,-75 33,-68", c.base),
        eye(tone, 34, -62, 1.6, colour),
        path("M-14 -46 Q-4 -40 8 -46 L10 -38 Q-4 -33 -16 -38 Z", tone(RED)),
        stroke("M22 -54 L38 -58", tone(OAK), 3),
        path(
            "M-50 -14 Q0 12 50 -14 L48 -8 Q0 17 -48 -8 Z", wood.base, transform="translate(0 -1.4)"
        ),
        up=3.1,
    )


WHEELED_TOYS = (
    Thing("toy car", 0.39, 0.2, toy_car, "#d64f45", "toy", "surface", faces=True),
    Thing("toy train", 0.52, 0.261, toy_train, "#d64f45", "toy", "surface", faces=True),
    Thing("skateboard", 0.84, 0.16, skateboard, "#3f9a9a", "sport", top_m=0.115),
    Thing("rocking horse", 1.0, 0.78, rocking_horse, "#c9935a", "toy", faces=True),
)
