"""Animals of the water. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.animals import with_poses
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def fish(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fish with a big tail fin."""
    return in_cm(_fish(tone, colour, rng))


def _leaping_fish(tone: Tone, colour: str, rng: random.Random) -> str:
    splash = tone("#d4ebf2")
    drops = ((-15, -6, 1.5), (-9, -9, 1.1), (3, -7, 1.3), (8, -11, 1))
    return (
        moved(6, -14, _fish(tone, colour, rng), turn=-38)
        + "".join(circle(x, y, r, splash) for x, y, r in drops)
        + ellipse(-4, -1.2, 15, 1.2, splash)
    )


def _fish(tone: Tone, colour: str, rng: random.Random) -> str:
    c = shades(tone, colour)
    scales = "".join(
        f"M{x} {y} q2 2.4 0 4.8" for x, y in ((-4, -13), (0, -16), (0, -10), (-8, -12), (4, -13))
    )
    bubble = rng.random() < 0.5
    return "".join(
        (
            facet("-10,-11 -21,-20 -18,-11 -21,-2", c.dark),
            blob("-4,-17 2,-22 8,-19 6,-15", c.dark),
            blob("-2,-5 0,-0.6 6,-2 5,-6", c.dark),
            blob("-12,-11 -4,-17.4 6,-18 14,-14 17,-10.6 14,-7 6,-4 -4,-5", c.base),
            blob("-11,-10 0,-8 12,-8.6 17,-10.4 14,-7 6,-4 -4,-5", c.pale),
            stroke(scales, c.dark, 0.8),
            stroke("M8 -16 Q5.6 -11 8 -6.4", c.dark, 1),
            blob("-1,-10 4,-11 4.6,-8 0,-7", c.light),
            eye(tone, 12, -12.6, 1.5),
            stroke("M16.4 -9.6 Q14.8 -8.8 13.6 -9.4", c.deep, 0.6),
            circle(19, -15, 1, tone("#d4ebf2")) if bubble else "",
        )
    )


def dolphin(tone: Tone, colour: str, rng: random.Random) -> str:
    """A leaping dolphin; y = 0 is the water line."""
    c = shades(tone, colour)
    splash = [(rng.uniform(-120, -80), rng.uniform(-22, -6)) for _ in range(4)]
    return in_cm(
        blob("-96,-8 -112,-22 -104,-34 -92,-24 -78,-26 -74,-14 -86,-6", c.dark),
        blob("-20,-84 -26,-112 -6,-100 8,-86", c.dark),
        blob(
            "-92,-18 -64,-56 -24,-84 24,-88 64,-72 84,-56 "
            "108,-46 100,-36 78,-36 40,-42 -10,-48 -56,-32",
            c.base,
        ),
        blob("100,-38 78,-36 40,-42 -10,-48 -56,-32 -20,-58 30,-58 74,-46", c.pale),
        blob("22,-46 18,-26 4,-14 8,-32 10,-46", c.dark),
        stroke("M104 -43 Q88 -42 76 -47", c.deep, 1.6),
        eye(tone, 70, -56, 3),
        *(circle(x, y, 3.4, tone("#d4ebf2")) for x, y in splash),
        ellipse(-96, -2, 28, 2, tone("#d4ebf2")),
        right=7.6,
    )


def _swimming_dolphin(tone: Tone, colour: str, rng: random.Random) -> str:
    c = shades(tone, colour)
    wave = rng.uniform(0, 4)
    return "".join(
        (
            blob("-92,0 -104,-20 -98,-32 -86,-22 -72,-24 -76,-8 -78,0", c.dark),
            blob("-18,-34 -26,-60 -4,-50 8,-36", c.dark),
            path("M-66 0 Q-30 -40 10 -40 Q52 -40 74 -20 Q92 -16 102 -12 Q98 0 80 0 Z", c.base),
            path("M102 -12 Q98 0 80 0 L34 0 Q60 -4 74 -12 Z", c.pale),
            stroke("M101 -10 Q88 -8 74 -13", c.deep, 1.4),
            eye(tone, 66, -20, 2.6, colour),
            ellipse(10, -2, 86 + wave, 2, tone("#d4ebf2"), opacity=0.85),
        )
    )


def whale(tone: Tone, colour: str, rng: random.Random) -> str:
    """A blowing whale; y = 0 is the water line."""
    c, spray = shades(tone, colour), tone("#d4ebf2")
    jet = rng.choice((-12, 12))
    return in_cm(
        stroke(
            f"M330 -250 Q{330 + jet} -360 250 -390 M330 -250 Q{330 + jet} -370 420 -390", spray, 18
        ),
        blob(
            "-430,-170 -540,-240 -600,-320 -500,-300 -450,-330 -440,-380 -380,-300 -360,-200",
            c.dark,
        ),
        path(
            "M-460 -230 Q-330 -60 -140 -150 Q20 -260 260 "
            "-260 Q520 -250 590 -120 Q610 -40 560 0 L-260 0 "
            "Q-440 -60 -460 -230 Z",
            c.base,
        ),
        path("M596 -100 Q420 -70 300 -90 Q120 -110 -40 0 L560 0 Q606 -40 596 -100 Z", c.pale),
        stroke("M180 -40 L140 0 M280 -50 L250 0 M380 -50 L360 0 M480 -50 L470 0", c.light, 8),
        stroke("M592 -104 Q500 -92 420 -120", c.deep, 8),
        eye(tone, 430, -150, 15),
        blob("200,-80 150,-20 80,-4 120,-50 140,-90", c.dark),
    )


def crab(tone: Tone, colour: str, rng: random.Random) -> str:
    """A crab with raised claws."""
    c = shades(tone, colour)
    pinch = rng.choice((0, 1))
    legs = "".join(
        f"M{s * x} -4 L{s * (x + 5)} -5 L{s * (x + 6.4)} -0.4"
        for s in (-1, 1)
        for x in (4, 6.4, 8.4)
    )
    return in_cm(
        stroke(legs, c.dark, 1.1),
        stroke("M-7 -7 L-12 -9 L-11 -12 M7 -7 L12 -9 L11 -12", c.dark, 1.6),
        *(
            blob(
                f"{s * 11},-11 {s * 8},-13 {s * 8.4},-16.4 {s * 11},-{14 - pinch} "
                f"{s * 12.6},-17 {s * 14.6},-14.4 {s * 13},-11.4",
                c.base,
            )
            for s in (-1, 1)
        ),
        stroke("M-2.4 -8 L-3 -12 M2.4 -8 L3 -12", c.base, 0.9),
        blob("-9.6,-5.4 -7,-9 0,-10 7,-9 9.6,-5.4 6,-2 0,-1.4 -6,-2", c.base),
        blob("9.6,-5.4 6,-2 0,-1.4 -6,-2 -8.6,-3.6 0,-3.6", c.dark),
        *(
            circle(x, -12.2, 1.4, tone(PAPER)) + circle(x + 0.2, -12.2, 0.8, tone(INK))
            for x in (-3, 3)
        ),
        stroke("M-2.4 -5 Q0 -3.6 2.4 -5", c.deep, 0.6),
    )


def turtle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tortoise with a patterned shell of the main colour."""
    c, skin = shades(tone, colour), shades(tone, "#9fb06a")
    look = rng.choice((0, 2))
    return in_cm(
        facet("-19,-5 -25,-3 -19,-2.4", skin.dark),
        *(limb(f"{x},-7,7 {x + 1},-1.6,6.4", skin.dark) for x in (-8, 14)),
        limb(f"13,-7,7 19,-11,6 22,-{14 + look},6", skin.base),
        blob(
            f"18,-{14 + look} 20,-{18 + look} 25,-{18 + look} "
            f"27.4,-{15 + look} 25,-{12.4 + look} 20,-{12 + look}",
            skin.base,
        ),
        path("M-20 -6 Q-18 -22 -1 -22.4 Q16 -22 18 -6 Q0 -2.6 -20 -6 Z", c.base),
        path("M-20.4 -6.4 Q0 -3 18.4 -6.4 L18 -4.4 Q0 -1 -19.6 -4.4 Z", skin.light),
        *(
            facet(p, c.dark)
            for p in (
                "-6,-19 3,-19 6,-13 -1.6,-10 -9,-13",
                "-11,-17 -8.4,-18.4 -11,-12.6 -15.6,-10 -16,-12",
                "6,-18 9,-16.6 14,-10 8.4,-12.4",
                "-9,-10.6 -3,-8 -3,-5.6 -13,-6.4",
                "6,-10.6 11,-8 12,-6.4 1,-5.4 1,-8",
            )
        ),
        *(
            limb(f"{x},-6,8 {x + 1},-1.8,7", skin.base) + ellipse(x + 2, -1.4, 4, 1.4, skin.base)
            for x in (-13, 9)
        ),
        eye(tone, 24, -16.2 - look, 0.9),
        stroke(f"M27 {-14 - look} Q25.6 {-13 - look} 24 {-13.6 - look}", skin.deep, 0.5),
        right=-1.2,
    )


def frog(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sitting frog."""
    c = shades(tone, colour)
    dots = [(rng.uniform(-4, 1), rng.uniform(-6.4, -4.4)) for _ in range(4)]
    return in_cm(
        blob("-7,-1.6 -6,-5 -1,-8 3,-10.4 7,-9.6 7.4,-6 5,-2 0,-0.4", c.base),
        blob("7.4,-6.6 5,-2 0.6,-0.6 2,-3.6 4.6,-5.6", c.pale),
        *(circle(x, y, 0.5, c.dark) for x, y in dots),
        blob("-8,-1.6 -6.6,-4.6 -2,-4.6 0,-2 -2,-0.4 -6,-0.2", c.dark),
        path("M-7 -0.4 L1.6 -0.4 L2.6 0 L-7.4 0 Z", c.base),
        limb("4,-4.6,2 5,-2,1.5 5,-0.4,1.4", c.base),
        path("M4 -0.5 L7.6 -0.3 L7.8 0 L4 0 Z", c.base),
        circle(4.4, -10.2, 1.8, c.base),
        circle(4.7, -10.3, 1.2, tone(PAPER)),
        circle(4.9, -10.3, 0.7, tone(INK)),
        stroke("M7.3 -7 Q5.6 -6 3.4 -6.6", c.deep, 0.45),
    )


WATER_ANIMALS = (
    with_poses(
        Thing(
            "fish",
            0.41,
            0.221,
            fish,
            "#ee8a3f",
            "animal",
            "water",
            faces=True,
            usual="swim",
            words=Words(also=("goldfish",), plural="fish"),
            found_at="lake",
        ),
        {"jump": _leaping_fish},
    ),
    with_poses(
        Thing(
            "dolphin",
            2.3,
            1.1,
            dolphin,
            "#7f9bb5",
            "animal",
            "water",
            faces=True,
            usual="jump",
            found_at="sea",
        ),
        {"swim": _swimming_dolphin},
    ),
    Thing(
        "whale",
        12.0,
        4.0,
        whale,
        "#4f7396",
        "animal",
        "water",
        faces=True,
        usual="swim",
        traits=("swims deep",),
        found_at="sea",
    ),
    Thing("crab", 0.31, 0.171, crab, "#d95f45", "animal", usual="walk"),
    Thing(
        "turtle",
        0.52,
        0.225,
        turtle,
        "#7a8a4a",
        "animal",
        faces=True,
        usual="walk",
        words=Words(kinds=("sea turtle",)),
    ),
    Thing("frog", 0.16, 0.12, frog, "#6aa84f", "animal", faces=True, usual="sit"),
)
