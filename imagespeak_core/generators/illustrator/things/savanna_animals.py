"""Animals of hot countries. They face right."""

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
    mixed,
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

IVORY = "#f0e6cf"


def elephant(tone: Tone, colour: str, rng: random.Random) -> str:
    """An elephant with big ears, tusks and its trunk down or up."""
    c = shades(tone, colour)
    raised = rng.random() < 0.35
    trunk = (
        "152,-196,56 178,-150,40 204,-140,30 214,-180,24 206,-206,20"
        if raised
        else "152,-196,58 178,-150,42 184,-100,32 182,-50,25 196,-24,21"
    )
    return in_cm(
        stroke("M-168 -200 Q-196 -160 -190 -112", c.dark, 8),
        blob("-190,-116 -182,-96 -190,-82 -198,-98", c.deep),
        _column("66,-110,56 68,-50,46 68,-12,50", c.dark, c.pale, 68),
        _column("-92,-110,60 -88,-50,48 -88,-12,52", c.dark, c.pale, -88),
        blob(
            "-170,-190 -150,-244 -90,-272 -10,-276 60,-262 "
            "110,-250 126,-170 100,-104 20,-84 -70,-84 "
            "-140,-96 -168,-140",
            c.base,
        ),
        blob("110,-116 20,-84 -70,-84 -140,-96 -162,-130 -60,-112 40,-116", c.dark),
        _column("-132,-150,82 -134,-60,56 -134,-12,60", c.base, c.pale, -134),
        _column("26,-150,74 26,-60,56 26,-12,60", c.base, c.pale, 26),
        blob("92,-240 118,-286 160,-290 190,-262 196,-214 180,-176 140,-164 104,-184", c.base),
        limb(trunk, c.base),
        *(
            stroke(f"M{x} {y} q14 4 26 -1", c.dark, 3)
            for x, y in ((160, -146), (167, -124), (169, -102))
            if not raised
        ),
        path("M158 -164 Q182 -136 214 -138 Q196 -126 172 -132 Q156 -140 150 -156 Z", tone(IVORY)),
        blob("120,-274 88,-284 50,-262 40,-214 56,-160 84,-138 104,-158 124,-190 130,-236", c.dark),
        blob("116,-266 90,-272 62,-254 54,-214 66,-170 84,-156 100,-176 114,-206", c.light),
        eye(tone, 158, -236, 6, colour),
        stroke("M148 -248 Q158 -254 168 -246", c.dark, 3),
        right=-13.5,
    )


def lion(tone: Tone, colour: str, rng: random.Random) -> str:
    """A lion with his mane."""
    c = shades(tone, colour)
    mane, inner = tone(mixed(colour, "#7a3f1f", 0.6)), tone(mixed(colour, "#8a4a22", 0.38))
    tip = rng.choice((-4, 4))
    return in_cm(
        stroke(f"M-84 -76 Q-112 -70 -108 -46 Q-106 -34 {-114 + tip} -30", c.dark, 5),
        blob(f"{-112 + tip},-34 {-106 + tip},-24 {-113 + tip},-14 {-119 + tip},-26", mane),
        limb("44,-50,22 46,-26,15 47,-4,13", c.dark),
        paw(52, 22, c.dark),
        limb("-56,-52,28 -48,-30,17 -58,-15,12 -56,-4,12", c.dark),
        paw(-51, 22, c.dark),
        blob(
            "-88,-72 -78,-90 -44,-93 0,-92 36,-98 62,-84 60,-56 38,-42 0,-42 -40,-44 -76,-50",
            c.base,
        ),
        blob("50,-48 30,-42 0,-42 -40,-44 -66,-48 -20,-54 20,-54", c.pale),
        blob("22,-104 40,-124 66,-128 92,-118 102,-92 94,-66 74,-46 46,-44 26,-60 18,-82", mane),
        blob("34,-100 52,-118 76,-116 92,-98 88,-72 66,-58 44,-64 34,-82", inner),
        *(circle(x, -115, 7.5, c.base) + circle(x, -114, 4, c.dark) for x in (52, 84)),
        blob("46,-92 54,-110 72,-112 90,-104 96,-92 104,-84 103,-72 90,-66 68,-64 50,-74", c.base),
        blob("80,-82 96,-88 104,-82 103,-72 90,-66 78,-68", c.pale),
        blob("93,-90 104,-88 101,-81 96,-82", tone("#7a4a44")),
        eye(tone, 82, -96, 3, colour),
        eye(tone, 66, -96, 3, colour),
        stroke("M100 -80 L99 -75 Q93 -70 86 -74", tone("#6d4a3a"), 1.6),
        limb("-70,-70,38 -70,-54,36 -70,-34,19 -77,-18,12 -75,-4,13", c.base),
        paw(-70, 24, c.base),
        limb("28,-60,28 28,-30,17 28,-4,14", c.base),
        paw(33, 24, c.base),
        right=9.3,
    )


def monkey(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sitting monkey with a curled tail."""
    c, face = shades(tone, colour), shades(tone, "#e8c39a")
    wave = rng.random() < 0.4
    arm = "12,-38,9 25,-44,7 31,-57,6" if wave else "12,-38,9 22,-25,7 22,-11,6"
    hand_x, hand_y = (31.0, -60.0) if wave else (22.4, -8.0)
    return in_cm(
        stroke(
            "M-12 -6 Q-34 -4 -34 -22 Q-34 -36 -24 -36 Q-16 -35 -18 -28 Q-20 -24 -24 -26", c.dark, 4
        ),
        limb("-10,-38,9 -20,-24,7 -16,-10,6", c.dark),
        blob("-15,-12 -13,-34 -6,-44 6,-44 13,-34 15,-12 8,-2 -8,-2", c.base),
        blob("-9,-12 -8,-28 0,-35 8,-28 9,-12 0,-4", face.base),
        limb("-8,-10,12 -18,-14,11 -17,-4,8", c.base),
        ellipse(-18, -2.6, 8, 2.8, face.dark),
        limb("8,-10,12 18,-14,11 17,-4,8", c.base),
        ellipse(19, -2.6, 8, 2.8, face.base),
        limb(arm, c.base),
        circle(hand_x, hand_y, 4, face.base),
        *(circle(x, -58, 6, c.dark) + circle(x, -58, 3.6, face.dark) for x in (-16, 18)),
        ellipse(1, -60, 16, 15, c.base),
        blob(
            "-11,-62 -6,-68 1,-65 8,-68 13,-62 12,-54 14,-50 8,-45 -6,-45 -12,-50 -10,-54",
            face.base,
        ),
        eye(tone, -4, -60, 2),
        eye(tone, 6, -60, 2),
        *(ellipse(x, -54, 0.8, 0.6, face.deep) for x in (-0.4, 2.4)),
        stroke("M-5 -50 Q1 -46.4 7 -50", tone("#8a5244"), 1.2),
    )


def giraffe(tone: Tone, colour: str, rng: random.Random) -> str:
    """A giraffe; its spots have a darker brown."""
    c, spot = shades(tone, colour), tone(mixed(colour, "#7a4420", 0.66))
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
    return in_cm(
        stroke("M-88 -262 Q-108 -220 -100 -176", c.dark, 5),
        blob("-100,-182 -94,-160 -100,-146 -106,-162", spot),
        *(hoofed_leg(x, 24, c.dark, hoof) for x in (-54, 54)),
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
        *(hoofed_leg(x, 28, c.base, hoof) for x in (-76, 34)),
        *(
            stroke(f"M{x} -446 L{x - 3} -466", c.dark, 4) + circle(x - 3, -467, 4, spot)
            for x in (106, 116)
        ),
        facet("98,-444 76,-452 80,-440 96,-434", c.dark),
        blob(
            "94,-442 106,-454 122,-450 140,-432 152,-422 152,-412 140,-406 120,-412 100,-422",
            c.base,
        ),
        blob("134,-430 152,-422 152,-412 140,-406 128,-409", c.pale),
        eye(tone, 120, -438, 3.6, colour),
        ellipse(149, -420, 1.4, 1.8, tone(INK)),
        stroke("M150 -411 Q143 -410 137 -413", c.deep, 1.6),
        right=-24.2,
    )


def zebra(tone: Tone, colour: str, rng: random.Random) -> str:
    """A zebra; its coat has the main colour, its stripes are dark."""
    c, stripe = shades(tone, colour), tone("#3d3a42")
    bands = "".join(
        f"M{x} -122 q{8 + k % 2 * 4} 24 {-2 + k % 3 * 3} 46"
        for k, x in enumerate(range(-66, 40, 15))
    )
    return in_cm(
        stroke("M-78 -114 Q-92 -98 -88 -66", c.dark, 4),
        blob("-88,-74 -83,-60 -88,-48 -93,-62", stripe),
        *(hoofed_leg(x, 14, c.dark, stripe, top=-70) for x in (-48, 50)),
        blob(
            "-82,-104 -70,-124 -36,-126 10,-122 46,-130 60,-112 54,-80 30,-64 -16,-62 -60,-70",
            c.base,
        ),
        stroke(bands, stripe, 6),
        limb("38,-100,52 56,-128,36 72,-154,27", c.base),
        stroke("M30 -122 L48 -106 M40 -136 L60 -120 M50 -150 L70 -136", stripe, 5.4),
        stroke("M28 -128 Q48 -146 64 -172", stripe, 10),
        blob("62,-158 70,-174 84,-174 96,-156 112,-138 112,-128 102,-124 88,-136 70,-146", c.base),
        blob("98,-142 112,-138 112,-128 102,-124 94,-130", stripe),
        stroke("M78 -170 Q82 -160 78 -150 M88 -164 Q90 -156 86 -146", stripe, 3.4),
        facet("66,-170 68,-188 78,-174", c.dark),
        eye(tone, 88, -156, 2.8),
        hoofed_leg(-66, 22, c.base, stripe, top=-88),
        hoofed_leg(32, 18, c.base, stripe, top=-80),
        *(
            stroke(f"M{x - 6} {y} L{x + 6} {y - 3}", stripe, 3.6)
            for x in (-66, 32)
            for y in (-54, -40, -27)
        ),
        right=-10.3,
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
    Thing("elephant", 4.3, 2.92, elephant, "#9a9aa6", "animal", faces=True),
    Thing("lion", 2.24, 1.3, lion, "#d9a04f", "animal", faces=True),
    Thing("monkey", 0.72, 0.75, monkey, "#8a5a3c", "animal", faces=True),
    Thing("giraffe", 2.6, 4.7, giraffe, "#e6b85c", "animal", faces=True),
    Thing("zebra", 2.06, 1.88, zebra, "#eeeae0", "animal", faces=True),
)
