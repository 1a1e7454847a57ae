"""Animals of the forest and the meadow. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER, PINK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, eye, hoofed_leg, paw
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import BEAR, DEER, FOX
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def bear(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A bear on all fours."""
    c = shades(tone, colour)
    tongue = tone(PINK) if rng.random() < 0.3 else c.deep
    return Parts(
        tail=circle(-86, -82, 8, c.dark),
        body="".join(
            (
                blob(
                    "-88,-70 -78,-100 -40,-110 0,-108 34,-118 62,-106 70,-80 54,-48 10,-36 "
                    "-40,-36 -78,-46",
                    c.base,
                ),
                blob("58,-52 10,-36 -40,-36 -76,-45 -20,-52 24,-54", c.dark),
            )
        ),
        neck="",
        head="".join(
            (
                *(
                    circle(x, y, 9, c.dark) + circle(x, y, 5, c.pale)
                    for x, y in ((56, -122), (82, -124))
                ),
                blob(
                    "46,-96 54,-116 72,-122 90,-114 98,-100 112,-94 114,-84 104,-76 84,-72 58,-76",
                    c.base,
                ),
                blob("92,-98 112,-94 114,-84 104,-76 90,-76", c.pale),
                blob("106,-96 115,-93 112,-87 106,-89", tone(INK)),
                stroke("M108 -82 Q102 -78 95 -82", tongue, 1.8),
            )
        ),
        eyes=((86, -104, 2.8),),
        legs=(
            "".join(
                (
                    limb("46,-50,30 48,-24,23 49,-6,20", c.dark),
                    paw(54, 30, c.dark),
                    limb("-48,-50,34 -44,-24,24 -46,-6,20", c.dark),
                    paw(-41, 30, c.dark),
                )
            ),
            "".join(
                (
                    limb("-66,-66,48 -66,-34,32 -66,-6,24", c.base),
                    paw(-60, 34, c.base),
                    limb("26,-66,42 27,-34,30 27,-6,23", c.base),
                    paw(33, 34, c.base),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
    )


def fox(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A fox with a bushy tail."""
    c, pale, sock = shades(tone, colour), tone(PAPER), tone("#5a4038")
    lift = rng.choice((0, 3))
    return Parts(
        tail="".join(
            (
                blob(
                    f"-20,-30 -34,-{34 + lift} -48,-{26 + lift} -56,-12 -44,-8 -32,-14 -20,-22",
                    c.base,
                ),
                blob(f"-48,-{25 + lift} -56,-12 -46,-8 -42,-16", pale),
            )
        ),
        body="".join(
            (
                blob("-24,-27 -18,-34 0,-33 16,-36 24,-30 22,-20 12,-16 -6,-18 -20,-19", c.base),
                blob("25,-30 22,-20 12,-16 6,-17 16,-24", pale),
            )
        ),
        neck="",
        head="".join(
            (
                facet("19,-42 19,-55 27,-46", c.dark),
                facet("28,-46 34,-55 36,-43", c.base),
                blob("16,-38 22,-46 32,-46 38,-40 50,-33 46,-30 34,-28 22,-30", c.base),
                blob("20,-33 34,-36 50,-33 46,-30 34,-28 24,-29", pale),
                circle(49.6, -33.2, 1.6, tone(INK)),
            )
        ),
        eyes=((35, -39, 1.5),),
        legs=(
            "".join(
                (
                    limb("18,-20,7 20,-11,5 20,-2,4.4", sock),
                    limb("-14,-22,9 -9,-13,6 -14,-7,4.6 -13,-2,4.4", sock),
                )
            ),
            "".join(
                (
                    limb("-17,-28,12 -17,-19,11 -18,-11,6 -20.4,-7,4.8 -19,-2,4.6", c.base),
                    limb("12,-24,9 12,-13,6 12,-2,4.8", c.base),
                    *(
                        limb(f"{x},-9,5 {x + 0.4},-2,5", sock) + paw(x + 1.6, 7, sock)
                        for x in (-19.4, 12)
                    ),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(sock, sock),
    )


def deer(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A deer with antlers and pale spots."""
    c, horn, hoof = shades(tone, colour), tone("#9a7a58"), tone("#4a4048")
    dots = [(rng.uniform(-44, 6), rng.uniform(-92, -80)) for _ in range(7)]
    return Parts(
        tail=facet("-54,-90 -66,-84 -58,-78", c.pale),
        body="".join(
            (
                blob(
                    "-58,-84 -48,-98 -20,-98 14,-96 36,-104 48,-90 42,-72 22,-60 -16,-60 -46,-66",
                    c.base,
                ),
                blob("38,-72 22,-60 -16,-60 -42,-65 -6,-69 20,-68", c.pale),
                *(ellipse(x, y, 2.6, 2, c.pale) for x, y in dots),
            )
        ),
        neck="".join(
            (
                limb("34,-88,34 44,-110,22 52,-128,18", c.base),
                blob("44,-80 50,-96 54,-112 48,-108 42,-94", c.pale),
            )
        ),
        head="".join(
            (
                stroke("M52 -142 Q40 -162 48 -180 M45 -160 L34 -170 M45 -172 L38 -184", horn, 3.6),
                stroke("M60 -143 Q56 -164 68 -180 M58 -160 L70 -164 M62 -172 L62 -186", horn, 3.6),
                facet("50,-138 36,-144 42,-132", c.dark),
                blob("46,-132 52,-144 62,-144 72,-134 84,-126 82,-119 72,-117 56,-120", c.base),
                blob("68,-126 84,-126 82,-119 72,-117 62,-118", c.pale),
                circle(83, -125.4, 2.2, tone(INK)),
            )
        ),
        eyes=((65, -135, 2.3),),
        legs=(
            "".join(hoofed_leg(x, 10, c.dark, hoof, top=-66) for x in (-32, 36)),
            "".join(
                (
                    hoofed_leg(-46, 15, c.base, hoof, top=-76),
                    hoofed_leg(22, 13, c.base, hoof, top=-72),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
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
    quadruped(
        Thing(
            "bear",
            2.1,
            1.34,
            stood(bear, right=-10.5),
            "#7d5740",
            "animal",
            faces=True,
            words=Words(kinds=("polar bear", "grizzly bear")),
        ),
        bear,
        BEAR,
        "walk run eat drink look lie sleep sit",
        eats="fish",
    ),
    quadruped(
        Thing("fox", 1.08, 0.55, stood(fox, right=2.5), "#d9753c", "animal", faces=True),
        fox,
        FOX,
        "walk run jump eat drink dig look lie sleep sit",
        eats="meat",
    ),
    quadruped(
        Thing(
            "deer",
            1.5,
            1.88,
            stood(deer, right=-9.7),
            "#b9804f",
            "animal",
            faces=True,
            words=Words(plural="deer"),
        ),
        deer,
        DEER,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
    Thing("hedgehog", 0.28, 0.16, hedgehog, "#7d6450", "animal", faces=True, usual="walk"),
    Thing("snail", 0.115, 0.063, snail, "#b57a4f", "animal", faces=True, usual="walk"),
)
