"""The sheep and the goat. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, ellipse, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, leg_with_hoof
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import GOAT, SHEEP
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

HOOF = "#4a4048"
_FLEECE = (
    (-36, -58, 15),
    (-18, -66, 16),
    (4, -67, 16),
    (22, -60, 15),
    (28, -46, 14),
    (-38, -44, 13),
    (-16, -50, 20),
    (8, -50, 20),
)


def sheep(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A woolly sheep with a dark face."""
    c = shades(tone, colour)
    face, far = tone("#57505a"), tone("#443e48")
    curls = tuple((rng.uniform(-1.5, 1.5), rng.uniform(-1.5, 1.5)) for _ in range(6))
    spots = ((-34, -50), (-16, -58), (4, -52), (20, -60), (-20, -40), (8, -38))
    return Parts(
        tail=circle(-49, -54, 7, c.dark),
        body="".join(
            (
                *(
                    circle(x, y, r, c.dark)
                    for x, y, r in ((-32, -38, 15), (-8, -34, 15), (17, -36, 15))
                ),
                *(circle(x, y, r, c.base) for x, y, r in _FLEECE),
                *(
                    stroke(f"M{x + dx - 5:.2f} {y + dy:.2f} q5 6 10 0", c.dark, 1.6)
                    for (x, y), (dx, dy) in zip(spots, curls, strict=True)
                ),
            )
        ),
        neck="",
        head="".join(
            (
                blob("34,-66 24,-67 19,-62 24,-58 34,-59", face),
                blob("32,-70 40,-73 49,-68 56,-56 58,-47 53,-43 45,-46 36,-54", face),
                *(
                    circle(x, y, r, c.base)
                    for x, y, r in ((34, -72, 7), (42, -75, 6.5), (28, -68, 7))
                ),
                stroke("M56 -47.5 Q53 -46.5 50.5 -48", tone("#8a7f88"), 1.1),
            )
        ),
        eyes=((44.6, -61.6, 2),),
        legs=(
            "".join(
                (
                    limb("24,-26,10 25,-14,7.5 25,-1,7", far),
                    limb("-26,-26,10 -25,-14,7.5 -25,-1,7", far),
                )
            ),
            "".join(
                (
                    limb("15,-28,11 16,-14,8 16,-1,7.5", face),
                    limb("-34,-28,11 -34,-14,8 -34,-1,7.5", face),
                )
            ),
        ),
        coats=(face, far),
        feet=(face, far),
        throat=c.base,
        face="#3a343e",
        haunch=c.base,
    )


def goat(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A goat with bent horns and a beard."""
    c = shades(tone, colour)
    hoof, horn = tone(HOOF), tone("#8f8272")
    beard = rng.choice((0, 3))
    return Parts(
        tail=facet("-43,-56 -52,-66 -46,-68 -38,-60", c.dark),
        body="".join(
            (
                blob(
                    "-42,-50 -36,-60 -14,-61 8,-60 26,-64 32,-52 26,-36 8,-29 -14,-29 -34,-34",
                    c.base,
                ),
                blob("26,-38 8,-29 -14,-29 -34,-34 -6,-36 14,-40", c.dark),
            )
        ),
        neck=limb("20,-52,26 30,-66,17 36,-76,14", c.base),
        head="".join(
            (
                stroke("M37 -82 Q34 -93 24 -93", horn, 4),
                stroke("M41 -82 Q40 -94 31 -97", horn, 4),
                blob("34,-78 24,-78 20,-73 26,-70 34,-72", c.dark),
                blob("32,-80 38,-86 45,-83 52,-73 54,-67 50,-62 43,-64 35,-70", c.base),
                blob("46,-70 54,-67 50,-62 43,-64", c.pale),
                blob(f"43,-64 49,-62 48,{-53 + beard} 46,{-51 + beard} 43,-58", c.pale),
                ellipse(52.6, -68.6, 1, 0.9, tone(INK)),
            )
        ),
        eyes=((42, -77, 2),),
        legs=(
            "".join(
                (
                    leg_with_hoof("22,-32,10 24,-18,7 23,-5,6", 23.5, c.dark, hoof, 5),
                    leg_with_hoof("-26,-34,13 -23,-20,8 -28,-12,6 -27,-5,6", -26, c.dark, hoof, 5),
                )
            ),
            "".join(
                (
                    leg_with_hoof(
                        "-31,-50,19 -31,-38,18 -31,-25,10 -35,-14,7 -34,-5,6.5",
                        -33,
                        c.base,
                        hoof,
                        5,
                    ),
                    leg_with_hoof("14,-42,16 15,-22,9 14,-5,7", 15, c.base, hoof, 5),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
    )


SHEEP_AND_GOATS = (
    quadruped(
        Thing(
            "sheep",
            1.16,
            0.83,
            stood(sheep),
            "#f1ece0",
            "animal",
            faces=True,
            words=Words(several=("sheep",), plural="sheep"),
            found_at="farm",
            looks=(
                "fluffy",
                "woolly",
            ),
        ),
        sheep,
        SHEEP,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
    quadruped(
        Thing(
            "goat",
            1.08,
            1.0,
            stood(goat),
            "#cdbfae",
            "animal",
            faces=True,
            found_at="farm",
            parts=("horn",),
            looks=("horned",),
        ),
        goat,
        GOAT,
        "walk run jump eat drink look lie sleep",
        eats="grass",
    ),
)
