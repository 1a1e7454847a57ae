"""The lion and the tiger. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, limb
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.materials import PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, paw
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import LION, TIGER
from imagespeak_core.generators.illustrator.things.thing import Thing


def lion(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A lion with his mane."""
    c = shades(tone, colour)
    mane, inner = tone(mix(colour, "#7a3f1f", 0.6)), tone(mix(colour, "#8a4a22", 0.38))
    tip = rng.choice((-4, 4))
    return Parts(
        tail="".join(
            (
                stroke(f"M-84 -76 Q-112 -70 -108 -46 Q-106 -34 {-114 + tip} -30", c.dark, 5),
                blob(f"{-112 + tip},-34 {-106 + tip},-24 {-113 + tip},-14 {-119 + tip},-26", mane),
            )
        ),
        body="".join(
            (
                blob(
                    "-88,-72 -78,-90 -44,-93 0,-92 36,-98 62,-84 60,-56 38,-42 0,-42 "
                    "-40,-44 -76,-50",
                    c.base,
                ),
                blob("50,-48 30,-42 0,-42 -40,-44 -66,-48 -20,-54 20,-54", c.pale),
            )
        ),
        neck="",
        head="".join(
            (
                blob(
                    "22,-104 40,-124 66,-128 92,-118 102,-92 94,-66 74,-46 46,-44 26,-60 18,-82",
                    mane,
                ),
                blob("34,-100 52,-118 76,-116 92,-98 88,-72 66,-58 44,-64 34,-82", inner),
                *(circle(x, -115, 7.5, c.base) + circle(x, -114, 4, c.dark) for x in (52, 84)),
                blob(
                    "46,-92 54,-110 72,-112 90,-104 96,-92 104,-84 103,-72 90,-66 68,-64 50,-74",
                    c.base,
                ),
                blob("80,-82 96,-88 104,-82 103,-72 90,-66 78,-68", c.pale),
                blob("93,-90 104,-88 101,-81 96,-82", tone("#7a4a44")),
                stroke("M100 -80 L99 -75 Q93 -70 86 -74", tone("#6d4a3a"), 1.6),
            )
        ),
        eyes=(
            (82, -96, 3),
            (66, -96, 3),
        ),
        legs=(
            "".join(
                (
                    limb("44,-50,22 46,-26,15 47,-4,13", c.dark),
                    paw(52, 22, c.dark),
                    limb("-56,-52,28 -48,-30,17 -58,-15,12 -56,-4,12", c.dark),
                    paw(-51, 22, c.dark),
                )
            ),
            "".join(
                (
                    limb("-70,-70,38 -70,-54,36 -70,-34,19 -77,-18,12 -75,-4,13", c.base),
                    paw(-70, 24, c.base),
                    limb("28,-60,28 28,-30,17 28,-4,14", c.base),
                    paw(33, 24, c.base),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
    )


def tiger(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A tiger with dark stripes."""
    c, pale, stripe = shades(tone, colour), tone(PAPER), tone("#453a3c")
    tip = rng.choice((-4, 4))
    bands = (
        "M-70 -92 q-4 18 4 34 M-52 -94 q-6 18 2 30 M-34 -93 q-4 16 4 28 "
        "M-14 -92 q-6 18 0 30 M6 -93 q-2 16 6 26 M26 -97 q-2 16 6 26"
    )
    return Parts(
        tail="".join(
            (
                limb(f"-82,-78,8 -104,-70,7 -112,-88,6 -104,-{108 + tip},6", c.base),
                stroke(
                    f"M-92 -78 l-4 7 M-110 -80 l7 2 M-108 -94 l7 2 M-104 -{106 + tip} l1 4",
                    stripe,
                    4,
                ),
            )
        ),
        body="".join(
            (
                blob(
                    "-88,-70 -80,-90 -44,-94 0,-92 36,-98 62,-86 62,-56 38,-42 0,-42 "
                    "-40,-44 -76,-50",
                    c.base,
                ),
                blob("52,-48 30,-42 0,-42 -40,-44 -66,-48 -20,-53 20,-53", pale),
                stroke(bands, stripe, 5),
            )
        ),
        neck="",
        head="".join(
            (
                *(circle(x, -117, 8, c.base) + circle(x, -116, 4.4, pale) for x in (56, 88)),
                blob(
                    "46,-92 54,-112 72,-118 90,-112 100,-96 104,-84 98,-70 84,-64 64,-64 50,-74",
                    c.base,
                ),
                blob("80,-84 94,-88 104,-84 100,-70 88,-64 74,-68", pale),
                stroke(
                    "M66 -117 l2 9 M72 -118 l0 11 M78 -117 l-2 9 M49 -84 l9 1 M52 -76 l8 -2",
                    stripe,
                    3.6,
                ),
                blob("93,-90 103,-88 100,-82 95,-83", tone("#c9787a")),
                stroke("M99 -81 L98 -76 Q92 -71 86 -75", tone("#6d4a3a"), 1.5),
            )
        ),
        eyes=(
            (84, -97, 3),
            (67, -97, 3),
        ),
        legs=(
            "".join(
                (
                    limb("48,-50,22 50,-26,15 50,-4,13", c.dark),
                    paw(55, 22, c.dark),
                    limb("-56,-52,28 -48,-30,17 -57,-15,12 -55,-4,12", c.dark),
                    paw(-50, 22, c.dark),
                )
            ),
            "".join(
                (
                    limb("-70,-72,36 -70,-56,34 -70,-34,19 -77,-18,12 -75,-4,13", c.base),
                    paw(-70, 24, c.base),
                    limb("30,-62,28 30,-30,17 30,-4,14", c.base),
                    paw(35, 24, c.base),
                    stroke(
                        "M-80 -60 q8 6 20 2 M-74 -40 q6 4 14 1 M20 -44 q8 5 18 1 M23 -28 q6 4 14 0",
                        stripe,
                        4,
                    ),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
        face=PAPER,
    )


BIG_CATS = (
    quadruped(
        Thing(
            "lion",
            2.24,
            1.3,
            stood(lion, right=9.3),
            "#d9a04f",
            "animal",
            faces=True,
            found_at="zoo",
            parts=("mane",),
        ),
        lion,
        LION,
        "walk run jump eat drink look lie sleep sit",
        eats="meat",
    ),
    quadruped(
        Thing(
            "tiger",
            2.19,
            1.26,
            stood(tiger, right=5.3),
            "#e08c3c",
            "animal",
            faces=True,
            found_at="zoo",
            looks=("striped",),
        ),
        tiger,
        TIGER,
        "walk run jump eat drink look lie sleep sit",
        eats="meat",
    ),
)
