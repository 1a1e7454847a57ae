"""Four-legged animals of the farm. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, limb
from imagespeak_core.generators.illustrator.drawing.colours import darker
from imagespeak_core.generators.illustrator.drawing.materials import PINK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    ellipse,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, leg_with_hoof
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import (
    COW,
    PIG,
)
from imagespeak_core.generators.illustrator.things.thing import Thing

HOOF = "#4a4048"
HORN = "#d9c9a6"


_PATCHES = "#5b4a45"
"""The main colour of a cow that nobody asked to be of one."""


def cow(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A cow with horns and a pink nose: dark patches on a light coat, or all of one colour."""
    c = shades(tone, colour)
    hide = shades(tone, "#f0ebe0") if colour == _PATCHES else c
    if colour != _PATCHES:
        c = shades(tone, darker(colour, 0.12))
    hoof, pink, horn = tone(HOOF), tone(PINK), tone(HORN)
    shift = rng.choice((-6, 0, 6))
    return Parts(
        tail="".join(
            (
                stroke("M-92 -122 Q-106 -110 -103 -74", hide.dark, 5),
                blob("-103,-78 -98,-64 -103,-50 -108,-64", c.base),
            )
        ),
        body="".join(
            (
                blob(
                    "-96,-116 -84,-132 -40,-134 0,-130 40,-134 62,-130 72,-112 66,-78 44,-60 0,-54 "
                    "-44,-56 -80,-66 -94,-88",
                    hide.base,
                ),
                blob(
                    f"{-66 + shift},-133 {-26 + shift},-133 {-20 + shift},-104 {-44 + shift},-86 "
                    f"{-72 + shift},-100",
                    c.base,
                ),
                blob("-96,-112 -86,-120 -78,-96 -84,-72 -93,-88", c.base),
                blob(f"{8 - shift},-131 44,-133 50,-112 {26 - shift},-82 {2 - shift},-98", c.base),
                blob("66,-80 44,-60 0,-54 -8,-56 20,-66 50,-82", hide.dark),
            )
        ),
        neck=limb("56,-110,46 74,-124,40 84,-128,36", c.base),
        head="".join(
            (
                blob("74,-146 60,-150 54,-144 60,-136 74,-136", c.dark),
                stroke("M82 -150 Q78 -160 84 -165", horn, 4.5),
                stroke("M94 -151 Q98 -160 94 -166", horn, 4.5),
                blob(
                    "76,-140 80,-152 94,-154 102,-144 110,-122 110,-108 100,-103 88,-108 80,-122",
                    c.base,
                ),
                blob("88,-150 94,-150 100,-132 96,-118 90,-128", hide.light),
                blob("88,-112 96,-120 110,-119 113,-110 107,-102 94,-102", pink),
                ellipse(104, -112, 1.8, 2.6, tone("#b5616f")),
                stroke("M109 -105 Q102 -104 97 -107", tone("#b5616f"), 1.4),
            )
        ),
        eyes=((88, -136, 3.2),),
        legs=(
            "".join(
                (
                    blob("-38,-56 -30,-66 -12,-64 -8,-52 -14,-44 -32,-44", pink),
                    leg_with_hoof("50,-66,20 53,-40,14 52,-10,11", 53, hide.dark, hoof),
                    leg_with_hoof(
                        "-56,-66,26 -52,-42,15 -58,-26,12 -56,-9,11", -54, hide.dark, hoof
                    ),
                )
            ),
            "".join(
                (
                    leg_with_hoof(
                        "-72,-104,38 -73,-80,36 -72,-54,20 -78,-34,13 -75,-10,12",
                        -73,
                        hide.base,
                        hoof,
                    ),
                    leg_with_hoof("34,-80,28 38,-48,17 37,-10,13", 38, hide.base, hoof),
                )
            ),
        ),
        coats=(hide.base, hide.dark),
        feet=(hoof, hoof),
        throat=c.base,
    )


def pig(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A round pig with a curly tail."""
    c = shades(tone, colour)
    mud = tone("#8a6a55") if rng.random() < 0.4 else c.base
    hoof = tone("#7d5a5c")
    return Parts(
        tail=stroke("M-52 -52 q-8 -2 -7 -8 q4 -4 6 1 q-3 6 -9 2", c.dark, 2.6),
        body="".join(
            (
                blob(
                    "-54,-46 -46,-66 -20,-72 10,-72 34,-68 44,-54 40,-34 22,-22 -8,-19 "
                    "-38,-22 -52,-32",
                    c.base,
                ),
                blob("40,-36 22,-22 -8,-19 -38,-22 -50,-30 -20,-27 16,-28", c.dark),
                blob("-20,-20 -10,-28 6,-26 14,-20 -4,-18", mud),
            )
        ),
        neck="",
        head="".join(
            (
                facet("44,-76 50,-84 53,-70", c.dark),
                blob("24,-56 28,-70 40,-76 52,-70 57,-58 54,-44 44,-37 32,-40", c.base),
                blob("26,-68 27,-82 42,-74 38,-62 31,-58", c.dark),
                ellipse(57, -51, 6, 8, c.dark),
                ellipse(58, -51, 4.8, 6.8, c.light),
                ellipse(57, -51.5, 1, 2, c.deep),
                ellipse(60.4, -51.5, 0.9, 2, c.deep),
                stroke("M50 -41 Q46 -38.5 42 -42", c.deep, 1.4),
            )
        ),
        eyes=((46, -61, 2.3),),
        legs=(
            "".join(
                (
                    leg_with_hoof("24,-28,15 25,-16,11 25,-5,9", 25.5, c.dark, hoof, 5),
                    leg_with_hoof("-30,-28,17 -28,-16,12 -29,-5,9", -28.5, c.dark, hoof, 5),
                )
            ),
            "".join(
                (
                    leg_with_hoof("-40,-36,26 -40,-18,13 -40,-5,10", -39.5, c.base, hoof, 5),
                    leg_with_hoof("12,-34,22 14,-18,13 14,-5,10", 14.5, c.base, hoof, 5),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
    )


FARM_ANIMALS = (
    quadruped(
        Thing(
            "cow",
            2.22,
            1.68,
            stood(cow),
            _PATCHES,
            "animal",
            faces=True,
            found_at="farm",
            parts=("horn",),
            looks=("horned", "spotted"),
            coloured="if asked",
        ),
        cow,
        COW,
        "walk run eat drink look lie sleep",
        eats="grass",
    ),
    quadruped(
        Thing(
            "pig",
            1.26,
            0.84,
            stood(pig),
            "#eeaaa6",
            "animal",
            faces=True,
            found_at="farm",
        ),
        pig,
        PIG,
        "walk run eat drink dig look lie sleep",
        eats="bowl",
    ),
)
