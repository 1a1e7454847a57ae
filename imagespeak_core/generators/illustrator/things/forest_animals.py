"""Animals of the forest and the meadow. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.svg import (
    Tone,
    circle,
    ellipse,
    path,
)
from imagespeak_core.generators.illustrator.things.shading import (
    INK,
    PAPER,
    PINK,
    shades,
)
from imagespeak_core.generators.illustrator.things.shapes import (
    blob,
    eye,
    facet,
    hoofed_leg,
    in_cm,
    limb,
    paw,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing


def bear(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bear on all fours."""
    c = shades(tone, colour)
    tongue = tone(PINK) if rng.random() < 0.3 else c.deep
    return in_cm(
        circle(-86, -82, 8, c.dark),
        limb("46,-50,30 48,-24,23 49,-6,20", c.dark),
        paw(54, 30, c.dark),
        limb("-48,-50,34 -44,-24,24 -46,-6,20", c.dark),
        paw(-41, 30, c.dark),
        blob(
            "-88,-70 -78,-100 -40,-110 0,-108 34,-118 62,-106 70,-80 54,-48 10,-36 -40,-36 -78,-46",
            c.base,
        ),
        blob("58,-52 10,-36 -40,-36 -76,-45 -20,-52 24,-54", c.dark),
        limb("-66,-66,48 -66,-34,32 -66,-6,24", c.base),
        paw(-60, 34, c.base),
        limb("26,-66,42 27,-34,30 27,-6,23", c.base),
        paw(33, 34, c.base),
        *(circle(x, y, 9, c.dark) + circle(x, y, 5, c.pale) for x, y in ((56, -122), (82, -124))),
        blob(
            "46,-96 54,-116 72,-122 90,-114 98,-100 112,-94 114,-84 104,-76 84,-72 58,-76", c.base
        ),
        blob("92,-98 112,-94 114,-84 104,-76 90,-76", c.pale),
        blob("106,-96 115,-93 112,-87 106,-89", tone(INK)),
        eye(tone, 86, -104, 2.8, colour),
        stroke("M108 -82 Q102 -78 95 -82", tongue, 1.8),
        right=-10.5,
    )


def fox(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fox with a bushy tail."""
    c, pale, sock = shades(tone, colour), tone(PAPER), tone("#5a4038")
    lift = rng.choice((0, 3))
    return in_cm(
        blob(f"-20,-30 -34,-{34 + lift} -48,-{26 + lift} -56,-12 -44,-8 -32,-14 -20,-22", c.base),
        blob(f"-48,-{25 + lift} -56,-12 -46,-8 -42,-16", pale),
        limb("18,-20,7 20,-11,5 20,-2,4.4", sock),
        limb("-14,-22,9 -9,-13,6 -14,-7,4.6 -13,-2,4.4", sock),
        blob("-24,-27 -18,-34 0,-33 16,-36 24,-30 22,-20 12,-16 -6,-18 -20,-19", c.base),
        blob("25,-30 22,-20 12,-16 6,-17 16,-24", pale),
        facet("19,-42 19,-55 27,-46", c.dark),
        facet("28,-46 34,-55 36,-43", c.base),
        blob("16,-38 22,-46 32,-46 38,-40 50,-33 46,-30 34,-28 22,-30", c.base),
        blob("20,-33 34,-36 50,-33 46,-30 34,-28 24,-29", pale),
        circle(49.6, -33.2, 1.6, tone(INK)),
        eye(tone, 35, -39, 1.5),
        limb("-17,-28,12 -17,-19,11 -18,-11,6 -20.4,-7,4.8 -19,-2,4.6", c.base),
        limb("12,-24,9 12,-13,6 12,-2,4.8", c.base),
        *(limb(f"{x},-9,5 {x + 0.4},-2,5", sock) + paw(x + 1.6, 7, sock) for x in (-19.4, 12)),
        right=2.5,
    )


def deer(tone: Tone, colour: str, rng: random.Random) -> str:
    """A deer with antlers and pale spots."""
    c, horn, hoof = shades(tone, colour), tone("#9a7a58"), tone("#4a4048")
    dots = [(rng.uniform(-44, 6), rng.uniform(-92, -80)) for _ in range(7)]
    return in_cm(
        facet("-54,-90 -66,-84 -58,-78", c.pale),
        *(hoofed_leg(x, 10, c.dark, hoof, top=-66) for x in (-32, 36)),
        blob("-58,-84 -48,-98 -20,-98 14,-96 36,-104 48,-90 42,-72 22,-60 -16,-60 -46,-66", c.base),
        blob("38,-72 22,-60 -16,-60 -42,-65 -6,-69 20,-68", c.pale),
        *(ellipse(x, y, 2.6, 2, c.pale) for x, y in dots),
        limb("34,-88,34 44,-110,22 52,-128,18", c.base),
        blob("44,-80 50,-96 54,-112 48,-108 42,-94", c.pale),
        stroke("M52 -142 Q40 -162 48 -180 M45 -160 L34 -170 M45 -172 L38 -184", horn, 3.6),
        stroke("M60 -143 Q56 -164 68 -180 M58 -160 L70 -164 M62 -172 L62 -186", horn, 3.6),
        facet("50,-138 36,-144 42,-132", c.dark),
        blob("46,-132 52,-144 62,-144 72,-134 84,-126 82,-119 72,-117 56,-120", c.base),
        blob("68,-126 84,-126 82,-119 72,-117 62,-118", c.pale),
        circle(83, -125.4, 2.2, tone(INK)),
        eye(tone, 65, -135, 2.3, colour),
        hoofed_leg(-46, 15, c.base, hoof, top=-76),
        hoofed_leg(22, 13, c.base, hoof, top=-72),
        right=-9.7,
    )


def squirrel(tone: Tone, colour: str, rng: random.Random) -> str:
    """A squirrel with a nut."""
    c = shades(tone, colour)
    curl = rng.choice((0, 1.4))
    return in_cm(
        blob(f"-4,-2 -13,-4 -15,-14 -12,-23 -5,-{26 + curl} -2,-21 -6,-19 -7,-12", c.dark),
        blob(f"-5,-3 -11,-6 -12.4,-14 -10,-21 -5,-{23.6 + curl} -5,-20 -8.4,-15 -7,-8", c.base),
        blob("-6,-1 -5,-9 0,-15 5,-15 6,-9 4,-1 -1,-0.1", c.base),
        blob("6,-12 6,-8 4,-2 1.6,-1 3,-8", c.pale),
        blob("-6,-2 -4,-8 1,-8 3,-3 1,-0.2 -4,-0.1", c.dark),
        ellipse(2, -0.7, 4, 0.7, c.base),
        facet("1.4,-20 1.6,-24 4.6,-21", c.dark),
        blob("0,-17 3,-21 7,-20.6 10.4,-17.4 8,-14.4 3,-13.6", c.base),
        blob("7,-17 10.4,-17.4 8,-14.4 5,-14", c.pale),
        circle(10.2, -17.3, 0.6, tone(INK)),
        eye(tone, 6.4, -18.2, 0.9),
        limb("3,-12,3 7,-10,2.4 9,-11,2", c.base),
        ellipse(9.6, -11.4, 1.5, 1.8, tone("#a9743f")),
        facet("8,-12.4 11.2,-12.4 10.6,-13.6 8.6,-13.6", tone("#7a5236")),
        right=1.93,
    )


def hedgehog(tone: Tone, colour: str, rng: random.Random) -> str:
    """A hedgehog; its spines have the main colour."""
    c, face = shades(tone, colour), shades(tone, "#e2c09a")
    spines = "".join(
        f"M{x} {y} l-2 -2"
        for x, y in ((-8, -6), (-5, -10), (-1, -12), (3, -11), (-4, -5), (0, -7), (4, -7), (-9, -3))
    )
    nose = tone(INK if rng.random() < 0.8 else PINK)
    return in_cm(
        *(ellipse(x, -0.9, 2.2, 0.9, face.dark) for x in (-6, 5)),
        blob("4,-10 9,-8 13.6,-4 11,-1.6 4,-0.8", face.base),
        facet(
            "-12,-2 -13.4,-5 -11,-5.6 -12,-9 -9,-9.4 -9.4,-12.4 "
            "-6,-12 -5.6,-15 -2.6,-13.6 -1,-16 1,-13.8 "
            "4,-15 4.4,-12 7.4,-12 6.8,-9 8.6,-7.4 6,-5 7,-1.6 -8,-0.8",
            c.base,
        ),
        stroke(spines, c.light, 0.7),
        ellipse(7, -8.4, 1.3, 1.6, face.dark),
        circle(13.2, -4.2, 1, nose),
        eye(tone, 10, -5.8, 0.75),
        stroke("M11.6 -2.4 Q10.6 -1.8 9.6 -2.4", face.deep, 0.4),
    )


def snail(tone: Tone, colour: str, rng: random.Random) -> str:
    """A snail; its shell has the main colour."""
    c, body = shades(tone, colour), shades(tone, "#d9b48a")
    reach = rng.choice((0, 0.5))
    return in_cm(
        stroke(f"M3.2 -3.4 L{3.2 + reach} -5.6 M4.2 -3.4 L{5 + reach} -5.4", body.dark, 0.35),
        circle(3.2 + reach, -5.7, 0.35, tone(INK)),
        circle(5 + reach, -5.5, 0.35, tone(INK)),
        blob(
            "-5.8,-0.2 -3,-1.4 1.6,-1.6 2.6,-3.6 4.4,-3.8 5.2,-2.4 4.4,-0.6 2,-0.05 -3,-0.02",
            body.base,
        ),
        circle(-0.8, -3.4, 2.8, c.base),
        path("M0.6 -5.8 A2.8 2.8 0 1 1 -3.2 -2 A3.2 3.2 0 0 0 0.6 -5.8 Z", c.dark),
        stroke(
            "M-0.8 -3.4 Q-0.2 -4.2 0.4 -3.4 Q0.6 -2 -0.8 "
            "-1.9 Q-2.4 -2.2 -2.2 -3.8 Q-1.6 -5.2 -0.2 -5",
            c.deep,
            0.4,
        ),
    )


FOREST_ANIMALS = (
    Thing("bear", 2.1, 1.34, bear, "#7d5740", "animal", faces=True),
    Thing("fox", 1.08, 0.55, fox, "#d9753c", "animal", faces=True),
    Thing("deer", 1.5, 1.88, deer, "#b9804f", "animal", faces=True),
    Thing("squirrel", 0.262, 0.275, squirrel, "#b8623a", "animal", faces=True),
    Thing("hedgehog", 0.28, 0.16, hedgehog, "#7d6450", "animal", faces=True),
    Thing("snail", 0.115, 0.063, snail, "#b57a4f", "animal", faces=True),
)
