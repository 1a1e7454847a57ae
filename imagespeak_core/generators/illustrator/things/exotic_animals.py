"""More animals from far away and long ago. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, ellipse, path, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, eye, hoofed_leg, paw
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import CAMEL
from imagespeak_core.generators.illustrator.things.thing import Thing


def camel(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A camel with two humps."""
    c, foot = shades(tone, colour), tone("#6a5244")
    cloth = shades(tone, rng.choice((RED, "#3f7f9a", "#8a5a9c")))
    return Parts(
        tail=stroke("M-92 -142 Q-104 -120 -98 -94", c.dark, 5),
        body="".join(
            (
                blob(
                    "-96,-130 -84,-150 -66,-160 -58,-196 -40,-200 "
                    "-24,-164 -4,-158 8,-164 18,-198 36,-200 50,-164 "
                    "70,-150 74,-126 56,-104 0,-98 -60,-102 -88,-112",
                    c.base,
                ),
                blob("66,-110 40,-100 0,-98 -60,-102 -80,-110 -30,-110 30,-112", c.dark),
                path("M-26 -164 Q-6 -152 10 -166 L18 -116 Q-6 -108 -30 -116 Z", cloth.base),
                path("M-30 -122 Q-6 -114 17 -122 L18 -116 Q-6 -108 -30 -116 Z", cloth.light),
            )
        ),
        neck=limb("58,-128,46 92,-122,30 104,-158,22 108,-192,20", c.base),
        head="".join(
            (
                facet("102,-204 98,-216 108,-210", c.dark),
                blob(
                    "98,-200 106,-212 122,-212 140,-200 146,-190 142,-182 124,-182 106,-186", c.base
                ),
                blob("130,-200 146,-190 142,-182 128,-183", c.pale),
                ellipse(143, -192, 1.2, 1.6, tone(INK)),
                stroke("M143 -186 Q136 -184 130 -187", c.deep, 1.5),
            )
        ),
        eyes=((120, -203, 2.8),),
        legs=(
            "".join(hoofed_leg(x, 22, c.dark, foot, top=-110) for x in (-58, 56)),
            "".join(hoofed_leg(x, 26, c.base, foot, top=-120) for x in (-76, 42)),
        ),
        coats=(c.base, c.dark),
        feet=(foot, foot),
    )


def kangaroo(tone: Tone, colour: str, rng: random.Random) -> str:
    """A kangaroo with a young one in its pouch."""
    c = shades(tone, colour)
    ear = rng.choice((0, 2))
    return in_cm(
        limb("-20,-40,26 -46,-20,18 -72,-6,11 -96,-4,6", c.dark),
        limb("6,-44,24 14,-24,13 6,-8,9", c.dark),
        path("M-2 -8 L32 -5 Q36 0 30 0 L-2 0 Z", c.dark),
        blob("-28,-40 -22,-70 -4,-96 12,-112 24,-108 26,-88 22,-60 12,-36 -8,-28 -24,-30", c.base),
        blob("24,-96 25,-84 20,-56 10,-38 4,-46 12,-70", c.pale),
        *(blob(f"{x},-72 {x + 3},-80 {x + 5},-72", c.dark) for x in (17, 22)),
        circle(23, -66, 7, c.base),
        eye(tone, 25.4, -67.4, 1.2),
        path("M9 -62 Q22 -54 28 -60 L24 -46 Q16 -42 9 -48 Z", c.light),
        limb("20,-98,9 32,-84,6 40,-80,5", c.base),
        blob(f"16,-122 {8 - ear},-138 {10 - ear},-146 20,-132", c.dark),
        blob(f"22,-124 {20 + ear},-142 {24 + ear},-148 29,-130", c.base),
        blob("12,-112 16,-124 26,-128 36,-120 44,-112 42,-106 30,-104 18,-104", c.base),
        blob("34,-116 44,-112 42,-106 32,-105", c.pale),
        circle(43, -112.6, 2, tone(INK)),
        eye(tone, 29, -118, 2),
        limb("-14,-48,34 -6,-30,22 -16,-8,11", c.base),
        path("M-22 -9 L14 -6 Q20 0 12 0 L-22 0 Z", c.base),
        right=26,
    )


def crocodile(tone: Tone, colour: str, rng: random.Random) -> str:
    """A crocodile with its mouth open."""
    c, tooth = shades(tone, colour), tone(PAPER)
    gape = rng.choice((0, 6))
    ridge = " ".join(f"{x},{-44 if k % 2 else -54}" for k, x in enumerate(range(-110, 60, 10)))
    return in_cm(
        facet(f"-110,-34 {ridge} 60,-34", c.dark),
        *(
            limb(f"{x},-26,16 {x + 6},-12,12 {x + 2},-5,11", c.dark) + paw(x + 8, 24, c.dark)
            for x in (-54, 66)
        ),
        blob(
            "-210,-8 -160,-18 -110,-38 -60,-46 0,-47 50,-46 "
            "90,-42 96,-24 60,-14 0,-11 -70,-12 -140,-4",
            c.base,
        ),
        blob("92,-20 60,-14 0,-11 -70,-12 -130,-5 -60,-18 20,-20", c.pale),
        blob("84,-22 130,-22 190,-16 206,-12 190,-6 130,-6 88,-12", c.dark),
        blob(
            f"80,-28 96,-50 112,-52 130,-{46 + gape} 180,-{44 + gape} "
            f"206,-{42 + gape} 204,-{32 + gape} 150,-28 100,-22",
            c.base,
        ),
        *(
            facet(
                f"{x},-{31 + gape * (x - 110) / 100:.1f} "
                f"{x + 8},-{31 + gape * (x - 110) / 100:.1f} "
                f"{x + 4},-{24 + gape * (x - 110) / 100:.1f}",
                tooth,
            )
            for x in range(136, 200, 14)
        ),
        *(facet(f"{x},-20 {x + 8},-19 {x + 4},-26", tooth) for x in range(130, 196, 14)),
        circle(106, -53, 7, c.base),
        eye(tone, 107, -54, 3.6),
        circle(200, -43 - gape, 3, c.dark),
        *(
            limb(f"{x},-28,20 {x + 8},-14,14 {x + 2},-5,12", c.base) + paw(x + 9, 26, c.base)
            for x in (-80, 44)
        ),
    )


def snake(tone: Tone, colour: str, rng: random.Random) -> str:
    """A snake in its curves, its head up."""
    c, tongue = shades(tone, colour), tone("#d9484f")
    flick = rng.choice((0, 2))
    spots = ((-44, -11), (-30, -6), (-12, -12), (6, -8), (20, -8))
    return in_cm(
        limb(
            "-64,-4,2 -52,-10,6 -40,-12,9 -28,-5,11 -14,-11,12 "
            "2,-10,12 14,-6,12 28,-9,12 33,-22,11 29,-34,10",
            c.base,
        ),
        stroke("M-40 -8 Q-30 -1 -20 -6 M4 -5.4 Q16 0 26 -4.6", c.dark, 2),
        *(ellipse(x, y, 4, 2.4, c.mark) for x, y in spots),
        stroke(
            f"M46 -40 L53 -{41 + flick} L57 -{44 + flick} M53 -{41 + flick} L57 -{39 + flick}",
            tongue,
            1,
        ),
        blob("22,-40 26,-46 36,-47 46,-42 46,-37 36,-34 26,-34", c.base),
        blob("30,-36 46,-38 44,-36 36,-34 28,-33.6", c.pale),
        eye(tone, 37, -43, 1.9),
        right=3.6,
    )


def dinosaur(tone: Tone, colour: str, rng: random.Random) -> str:
    """A long-necked dinosaur with plates along its back."""
    c, plate = shades(tone, colour), tone(mix(colour, "#f0a84a", 0.65))
    head = rng.choice((0, 14))
    plates = ((-150, -216), (-100, -262), (-40, -284), (24, -284), (80, -280), (124, -318))
    return in_cm(
        *(facet(f"{x - 24},{y + 22} {x - 4},{y - 24} {x + 22},{y + 18}", plate) for x, y in plates),
        limb("-130,-170,110 -220,-110,60 -310,-60,28 -390,-50,8", c.base),
        limb("86,-120,70 92,-60,54 90,-16,52", c.dark),
        limb("-90,-120,80 -84,-60,56 -86,-16,54", c.dark),
        blob(
            "-190,-150 -150,-226 -60,-272 40,-276 116,-250 "
            "150,-190 120,-130 30,-96 -80,-96 -150,-110",
            c.base,
        ),
        blob("124,-136 30,-96 -80,-96 -150,-112 -60,-120 50,-124", c.pale),
        limb(f"96,-210,110 150,-290,66 180,-370,48 208,-{420 + head},44", c.base),
        blob(
            f"184,-{416 + head} 196,-{450 + head} 230,-{456 + head} "
            f"272,-{432 + head} 280,-{412 + head} 250,-{398 + head} 206,-{396 + head}",
            c.base,
        ),
        blob(f"240,-{414 + head} 280,-{414 + head} 250,-{398 + head} 214,-{397 + head}", c.pale),
        eye(tone, 230, -434 - head, 7),
        ellipse(270, -426 - head, 3, 4, c.deep),
        *(
            ellipse(x, y, r, r * 0.8, c.dark)
            for x, y, r in ((-90, -220, 16), (-30, -240, 20), (40, -230, 15), (90, -200, 12))
        ),
        limb("40,-130,84 44,-60,60 42,-16,58", c.base),
        limb("-134,-140,92 -132,-60,62 -134,-16,60", c.base),
        *(ellipse(x + dx, -6, 7, 6, c.pale) for x in (-134, 42) for dx in (-8, 8, 24)),
        right=56,
    )


EXOTIC_ANIMALS = (
    quadruped(
        Thing(
            "camel",
            2.5,
            2.16,
            stood(camel, right=-21),
            "#cfa064",
            "animal",
            faces=True,
            ridden_at=0.72,
        ),
        camel,
        CAMEL,
        "walk run eat drink look lie sleep",
        eats="grass",
    ),
    Thing(
        "kangaroo",
        1.44,
        1.48,
        kangaroo,
        "#b57f52",
        "animal",
        faces=True,
        found_at="zoo",
    ),
    Thing(
        "crocodile",
        4.2,
        0.62,
        crocodile,
        "#6a9150",
        "animal",
        faces=True,
        usual="walk",
        found_at="zoo",
    ),
    Thing("snake", 1.22, 0.47, snake, "#7aa14a", "animal", faces=True),
    Thing("dinosaur", 6.7, 4.7, dinosaur, "#5fa583", "animal", faces=True),
)
