"""Animals of hot countries. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, limb
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.materials import INK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, hoofed_leg
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import ELEPHANT, GIRAFFE
from imagespeak_core.generators.illustrator.things.gaits import ON_ITS_FEET
from imagespeak_core.generators.illustrator.things.thing import Thing

IVORY = "#f0e6cf"


def elephant(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """An elephant with big ears, tusks and its trunk down or up."""
    c = shades(tone, colour)
    raised = rng.random() < 0.35
    low = _elephant_head(tone, colour, raised=False)
    return Parts(
        tail="".join(
            (
                stroke("M-168 -200 Q-196 -160 -190 -112", c.dark, 8),
                blob("-190,-116 -182,-96 -190,-82 -198,-98", c.deep),
            )
        ),
        body="".join(
            (
                blob(
                    "-170,-190 -150,-244 -90,-272 -10,-276 60,-262 "
                    "110,-250 126,-170 100,-104 20,-84 -70,-84 "
                    "-140,-96 -168,-140",
                    c.base,
                ),
                blob("110,-116 20,-84 -70,-84 -140,-96 -162,-130 -60,-112 40,-116", c.dark),
            )
        ),
        neck="",
        head=_elephant_head(tone, colour, raised=True) if raised else low,
        low_head=low,
        eyes=((158, -236, 6),),
        legs=(
            "".join(
                (
                    _column("66,-110,56 68,-50,46 68,-12,50", c.dark, c.pale, 68),
                    _column("-92,-110,60 -88,-50,48 -88,-12,52", c.dark, c.pale, -88),
                )
            ),
            "".join(
                (
                    _column("-132,-150,82 -134,-60,56 -134,-12,60", c.base, c.pale, -134),
                    _column("26,-150,74 26,-60,56 26,-12,60", c.base, c.pale, 26),
                )
            ),
        ),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
    )


def _elephant_head(tone: Tone, colour: str, *, raised: bool) -> str:
    c = shades(tone, colour)
    trunk = (
        "152,-196,56 178,-150,40 204,-140,30 214,-180,24 206,-206,20"
        if raised
        else "152,-196,58 178,-150,42 184,-100,32 182,-50,25 196,-24,21"
    )
    return "".join(
        (
            blob("92,-240 118,-286 160,-290 190,-262 196,-214 180,-176 140,-164 104,-184", c.base),
            limb(trunk, c.base),
            *(
                stroke(f"M{x} {y} q14 4 26 -1", c.dark, 3)
                for x, y in ((160, -146), (167, -124), (169, -102))
                if not raised
            ),
            path(
                "M158 -164 Q182 -136 214 -138 Q196 -126 172 -132 Q156 -140 150 -156 Z",
                tone(IVORY),
            ),
            blob(
                "120,-274 88,-284 50,-262 40,-214 56,-160 84,-138 104,-158 124,-190 130,-236",
                c.dark,
            ),
            blob("116,-266 90,-272 62,-254 54,-214 66,-170 84,-156 100,-176 114,-206", c.light),
            stroke("M148 -248 Q158 -254 168 -246", c.dark, 3),
        )
    )


def giraffe(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A giraffe; its spots have a darker brown."""
    c, spot = shades(tone, colour), tone(mix(colour, "#7a4420", 0.66))
    hoof = tone("#5a4438")
    spots = (
        (-66, -246, 17),
        (-34, -262, 19),
        (-4, -240, 17),
        (26, -262, 17),
        (-50, -214, 14),
        (10, -212, 14),
        (52, -292, 14),
        (62, -328, 12),
        (76, -364, 11),
        (88, -398, 9),
        (-78, -214, 10),
        (46, -240, 12),
    )
    return Parts(
        tail="".join(
            (
                stroke("M-88 -262 Q-108 -220 -100 -176", c.dark, 5),
                blob("-100,-182 -94,-160 -100,-146 -106,-162", spot),
            )
        ),
        body="".join(
            (
                blob(
                    "-92,-250 -76,-286 -30,-292 20,-304 54,-330 "
                    "78,-300 70,-250 50,-214 0,-198 -56,-204 -84,-218",
                    c.base,
                ),
                limb("52,-276,64 74,-340,42 96,-404,30 108,-434,28", c.base),
                stroke("M44 -324 L92 -432", spot, 7),
                *(
                    blob(
                        f"{x - r},{y} {x - r * 0.3},{y - r} "
                        f"{x + r},{y - r * 0.5} {x + r * 0.7},{y + r * 0.8} "
                        f"{x - r * 0.6},{y + r * 0.7}",
                        spot,
                    )
                    for x, y, r in spots
                ),
            )
        ),
        neck="",
        head="".join(
            (
                *(
                    stroke(f"M{x} -446 L{x - 3} -466", c.dark, 4) + circle(x - 3, -467, 4, spot)
                    for x in (106, 116)
                ),
                facet("98,-444 76,-452 80,-440 96,-434", c.dark),
                blob(
                    "94,-442 106,-454 122,-450 140,-432 152,-422 152,-412 140,-406 "
                    "120,-412 100,-422",
                    c.base,
                ),
                blob("134,-430 152,-422 152,-412 140,-406 128,-409", c.pale),
                ellipse(149, -420, 1.4, 1.8, tone(INK)),
                stroke("M150 -411 Q143 -410 137 -413", c.deep, 1.6),
            )
        ),
        eyes=((120, -438, 3.6),),
        legs=(
            "".join(hoofed_leg(x, 24, c.dark, hoof) for x in (-54, 54)),
            "".join(hoofed_leg(x, 28, c.base, hoof) for x in (-76, 34)),
        ),
        coats=(c.base, c.dark),
        feet=(hoof, hoof),
    )


def _column(joints: str, fill: str, nails: str, foot_x: float) -> str:
    """An elephant's leg with its nails."""
    toes = "".join(ellipse(foot_x + dx, -5, 6, 5, nails) for dx in (2, 14, 24))
    return (
        limb(joints, fill)
        + facet(f"{foot_x - 28},0 {foot_x - 25},-20 {foot_x + 25},-20 {foot_x + 28},0", fill)
        + toes
    )


SAVANNA_ANIMALS = (
    quadruped(
        Thing(
            "elephant",
            4.3,
            2.92,
            stood(elephant, right=-13.5),
            "#9a9aa6",
            "animal",
            faces=True,
            found_at="zoo",
            parts=("trunk",),
            ridden_at=0.9,
        ),
        elephant,
        ELEPHANT,
        "walk run eat drink look sleep",
        eats="grass",
        gaits=ON_ITS_FEET,
    ),
    quadruped(
        Thing(
            "giraffe",
            2.6,
            4.7,
            stood(giraffe, right=-24.2),
            "#e6b85c",
            "animal",
            faces=True,
            found_at="zoo",
            looks=(
                "tall",
                "spotted",
            ),
            coloured="if asked",
        ),
        giraffe,
        GIRAFFE,
        "walk run look",
        eats="grass",
    ),
)
