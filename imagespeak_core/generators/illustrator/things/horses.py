"""Horses and their kin. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, ellipse, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import (
    Parts,
    hoofed_leg,
    leg_with_hoof,
)
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import DONKEY, HORSE, ZEBRA
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

HOOF = "#4a4048"


def horse(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A standing horse with a dark mane and tail."""
    c = shades(tone, colour)
    hoof, mane = tone(HOOF), c.deep
    blaze = tone("#f3efe6") if rng.random() < 0.5 else c.base
    return Parts(
        tail=blob("-86,-128 -98,-122 -108,-96 -104,-60 -98,-48 -92,-70 -88,-100 -80,-118", mane),
        body="".join(
            (
                blob(
                    "-90,-112 -76,-130 -50,-132 -20,-126 14,-126 42,-132 60,-124 66,-104 "
                    "60,-82 40,-68 "
                    "4,-64 -34,-68 -62,-74 -84,-86",
                    c.base,
                ),
                blob("60,-84 40,-68 4,-64 -34,-68 -10,-74 30,-78", c.dark),
            )
        ),
        neck="".join(
            (
                limb("40,-104,62 64,-132,44 84,-166,32 92,-182,30", c.base),
                blob(
                    "28,-132 44,-150 66,-182 80,-202 92,-204 86,-186 74,-164 60,-146 46,-128", mane
                ),
            )
        ),
        head="".join(
            (
                blob(
                    "76,-186 84,-200 96,-198 108,-180 124,-160 130,-150 126,-139 115,-138 "
                    "100,-152 86,-164",
                    c.base,
                ),
                blob("113,-162 124,-160 130,-150 126,-139 115,-138 108,-146", c.dark),
                blob("98,-194 106,-182 119,-164 116,-162 102,-180", blaze),
                facet("80,-198 83,-216 92,-200", c.base),
                blob("88,-206 98,-200 102,-188 96,-184 90,-194", mane),
                ellipse(124.5, -150, 1.7, 2.4, tone(INK)),
                stroke("M123 -142 Q118 -143 114 -146", c.deep, 1.5),
            )
        ),
        eyes=((98, -180, 3.4),),
        legs=(
            "".join(
                (
                    leg_with_hoof("54,-70,22 58,-42,14 56,-12,10", 57, c.dark, hoof),
                    leg_with_hoof("-56,-74,30 -50,-46,17 -60,-30,12 -57,-10,10", -55, c.dark, hoof),
                )
            ),
            "".join(
                (
                    leg_with_hoof(
                        "-66,-108,44 -67,-82,40 -66,-56,21 -76,-36,13 -74,-10,11", -72, c.base, hoof
                    ),
                    leg_with_hoof("36,-86,34 40,-50,17 38,-12,12", 39, c.base, hoof),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
    )


def donkey(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A donkey: long ears, a pale muzzle and a tufted tail."""
    c = shades(tone, colour)
    hoof = tone(HOOF)
    ear = rng.choice((0, 4))
    return Parts(
        tail="".join(
            (
                stroke("M-66 -88 Q-76 -74 -72 -52", c.dark, 4),
                blob("-72,-56 -68,-44 -73,-34 -76,-46", c.deep),
            )
        ),
        body="".join(
            (
                blob(
                    "-68,-84 -56,-98 -24,-98 8,-95 34,-99 46,-86 42,-62 22,-50 -16,-48 -50,-55",
                    c.base,
                ),
                blob("42,-64 22,-50 -16,-48 -46,-54 -8,-58 24,-62", c.pale),
            )
        ),
        neck="".join(
            (
                limb("32,-82,44 48,-104,30 58,-122,24", c.base),
                stroke("M24 -101 Q42 -114 52 -133", c.deep, 7),
            )
        ),
        head="".join(
            (
                blob(f"56,-132 {48 - ear},-150 {49 - ear},-163 57,-156 63,-138", c.dark),
                blob(f"60,-132 {58 + ear},-150 {62 + ear},-164 68,-154 68,-136", c.base),
                blob(
                    "50,-126 57,-138 68,-138 78,-122 87,-106 86,-97 77,-94 66,-102 55,-114", c.base
                ),
                blob("76,-113 84,-111 87,-103 85,-96 77,-94 70,-101", c.pale),
                ellipse(83.5, -104, 1.3, 1.8, tone(INK)),
            )
        ),
        eyes=((67, -126, 2.7),),
        legs=(
            "".join(
                (
                    leg_with_hoof("38,-54,16 41,-32,10 40,-8,8", 41, c.dark, hoof, 7),
                    leg_with_hoof("-40,-56,20 -36,-34,12 -44,-20,9 -42,-8,8", -40, c.dark, hoof, 7),
                )
            ),
            "".join(
                (
                    leg_with_hoof(
                        "-49,-80,32 -50,-62,30 -50,-42,16 -56,-26,10 -54,-8,9", -52, c.base, hoof, 7
                    ),
                    leg_with_hoof("24,-64,25 27,-36,13 26,-8,9", 27, c.base, hoof, 7),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
    )


def zebra(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A zebra; its coat has the main colour, its stripes are dark."""
    c, stripe = shades(tone, colour), tone("#3d3a42")
    bands = "".join(
        f"M{x} -122 q{8 + k % 2 * 4} 24 {-2 + k % 3 * 3} 46"
        for k, x in enumerate(range(-66, 40, 15))
    )
    return Parts(
        tail="".join(
            (
                stroke("M-78 -114 Q-92 -98 -88 -66", c.dark, 4),
                blob("-88,-74 -83,-60 -88,-48 -93,-62", stripe),
            )
        ),
        body="".join(
            (
                blob(
                    "-82,-104 -70,-124 -36,-126 10,-122 46,-130 60,-112 54,-80 30,-64 "
                    "-16,-62 -60,-70",
                    c.base,
                ),
                stroke(bands, stripe, 6),
            )
        ),
        neck="".join(
            (
                limb("38,-100,52 56,-128,36 72,-154,27", c.base),
                stroke("M30 -122 L48 -106 M40 -136 L60 -120 M50 -150 L70 -136", stripe, 5.4),
                stroke("M28 -128 Q48 -146 64 -172", stripe, 10),
            )
        ),
        head="".join(
            (
                blob(
                    "62,-158 70,-174 84,-174 96,-156 112,-138 112,-128 102,-124 88,-136 70,-146",
                    c.base,
                ),
                blob("98,-142 112,-138 112,-128 102,-124 94,-130", stripe),
                stroke("M78 -170 Q82 -160 78 -150 M88 -164 Q90 -156 86 -146", stripe, 3.4),
                facet("66,-170 68,-188 78,-174", c.dark),
            )
        ),
        eyes=((88, -156, 2.8),),
        legs=(
            "".join(hoofed_leg(x, 14, c.dark, stripe, top=-70) for x in (-48, 50)),
            "".join(
                (
                    hoofed_leg(-66, 22, c.base, stripe, top=-88),
                    hoofed_leg(32, 18, c.base, stripe, top=-80),
                    *(
                        stroke(f"M{x - 6} {y} L{x + 6} {y - 3}", stripe, 3.6)
                        for x in (-66, 32)
                        for y in (-54, -40, -27)
                    ),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(stripe, stripe),
    )


HORSES = (
    quadruped(
        Thing(
            "horse",
            2.4,
            2.16,
            stood(horse, right=-11),
            "#a5673f",
            "animal",
            faces=True,
            words=Words(several=("ponies", "pony")),
            found_at="farm",
            colours=("#8f5a38", "#c79a68", "#5b4034", "#e6ded4"),
            parts=("mane",),
            ridden_at=0.6,
        ),
        horse,
        HORSE,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
    quadruped(
        Thing(
            "donkey",
            1.64,
            1.64,
            stood(donkey, right=-6),
            "#96908e",
            "animal",
            faces=True,
            found_at="farm",
            ridden_at=0.62,
        ),
        donkey,
        DONKEY,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
    quadruped(
        Thing(
            "zebra",
            2.06,
            1.88,
            stood(zebra, right=-10.3),
            "#eeeae0",
            "animal",
            faces=True,
            found_at="zoo",
            coloured="if asked",
            looks=(
                "black",
                "white",
                "striped",
            ),
        ),
        zebra,
        ZEBRA,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
)
