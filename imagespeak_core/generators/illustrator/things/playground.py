"""What children play on, and what they build."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    GOLD,
    INK,
    OAK,
    ORANGE,
    RED,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

SWING_SEATS = ((-0.52, -0.5), (0.52, -0.5))
"""Where two children sit on the swing, in metres."""


def swing(tone: Tone, colour: str, rng: random.Random) -> str:
    """A swing with two seats."""
    c, rope = shades(tone, colour), tone("#a9977c")
    return in_cm(
        stroke("M-118 -222 L-96 0 M118 -222 L96 0", c.dark, 8),
        stroke(
            "M-70 -220 L-70 -50 M-34 -220 L-34 -50 M34 -220 L34 -50 M70 -220 L70 -50", rope, 2.2
        ),
        *(rect(x, -53, 44, 5, tone(WOOD), rx=2) for x in (-74, 30)),
        *(rect(x, -49, 44, 2, tone(OAK), rx=1) for x in (-74, 30)),
        stroke("M-118 -222 L-140 -4 M118 -222 L140 -4", c.base, 9),
        stroke("M-120 -222 L120 -222", c.base, 10),
        stroke("M-120 -219 L120 -219", c.dark, 3),
        *(circle(x, -222, 7, c.dark) for x in (-119, 119)),
    )


def slide(tone: Tone, colour: str, rng: random.Random) -> str:
    """A slide with its ladder on the left."""
    c, frame = shades(tone, colour), shades(tone, BLUE)
    return in_cm(
        stroke("M-84 -150 L-60 0 M-44 -150 L-30 0", frame.dark, 6),
        stroke("M-92 -152 L-124 0", frame.base, 6),
        *(
            stroke(
                f"M{-96 - 5.2 * k:.1f} {-128 + 26 * k} L{-78 + 3 * k} {-128 + 26 * k}",
                frame.light,
                4.4,
            )
            for k in range(5)
        ),
        rect(-96, -154, 56, 8, frame.base, rx=3),
        path(
            "M-42 -158 Q-20 -156 0 -122 L64 -34 Q78 -18 118 -18 "
            "L122 -8 Q72 -4 54 -24 L-12 -110 Q-28 -132 -46 -140 Z",
            c.dark,
        ),
        path(
            "M-42 -162 Q-16 -162 4 -130 L68 -42 Q82 -26 120 -26 "
            "L121 -12 Q76 -10 58 -32 L-8 -118 Q-24 -142 -44 -148 Z",
            c.base,
        ),
        stroke("M-42 -161 Q-16 -161 4 -129 L68 -41 Q82 -25 120 -25", c.light, 4),
        stroke("M70 -34 L70 0", frame.dark, 6),
        stroke(
            "M-92 -152 L-92 -188 Q-92 -194 -84 -194 L-52 -194 Q-44 -194 -44 -186 L-44 -156",
            frame.base,
            4.6,
        ),
        up=3.6,
    )


def seesaw(tone: Tone, colour: str, rng: random.Random) -> str:
    """A see-saw, down on the left."""
    c, base = shades(tone, colour), shades(tone, BLUE)
    return in_cm(
        facet("-26,0 -8,-46 8,-46 26,0 16,0 0,-34 -16,0", base.base),
        stroke("M-150 -30 L150 -72", c.base, 9),
        stroke("M-150 -26.4 L150 -68.4", c.dark, 2.4),
        circle(0, -50, 9, base.dark),
        stroke("M-106 -38 L-110 -64 M-120 -64 L-100 -64", base.base, 4),
        stroke("M106 -68 L102 -94 M92 -94 L112 -94", base.base, 4),
        *(rect(x, y, 36, 7, c.light, rx=3) for x, y in ((-156, -40), (120, -80))),
        ellipse(-150, -8, 12, 8, tone(INK)),
    )


def roundabout(tone: Tone, colour: str, rng: random.Random) -> str:
    """A playground roundabout with bars to hold."""
    c = shades(tone, colour)
    steel, turn = tone(STEEL), rng.choice((0, 8))
    return in_cm(
        ellipse(0, -10, 100, 10, c.deep),
        stroke(
            f"M{-50 + turn} -24 L{-50 + turn} -84 L0 -90 L{50 + turn} -84 L{50 + turn} -24",
            steel,
            5,
        ),
        ellipse(0, -24, 110, 15, c.dark),
        ellipse(0, -28, 110, 15, c.base),
        ellipse(0, -29, 92, 11, c.light),
        facet("0,-29 -60,-37 -84,-32", tone(GOLD)),
        facet("0,-29 60,-21 84,-26", tone(GOLD)),
        stroke("M0 -30 L0 -92 M-84 -24 L-84 -76 L0 -90 L84 -76 L84 -24", steel, 6),
        circle(0, -93, 7, c.base),
    )


def sandcastle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sandcastle with a flag."""
    c, flag = shades(tone, colour), tone(rng.choice((RED, BLUE, "#5fae6c")))
    return in_cm(
        blob("-44,0 -40,-7 -22,-10 0,-9 22,-10 40,-7 44,0 0,1", c.dark),
        rect(-24, -28, 48, 24, c.base),
        *(_crenels(-24 + 10.4 * k, -28, c.base) for k in range(5)),
        *(rect(x, -40, 16, 36, c.light) for x in (-36, 20)),
        *(rect(x + 10, -40, 6, 36, c.base) for x in (-36, 20)),
        *(_crenels(x + 6 * k, -40, c.light) for x in (-36, 20) for k in range(3)),
        rect(-9, -52, 18, 30, c.light),
        rect(3, -52, 6, 30, c.base),
        *(_crenels(-9 + 7 * k, -52, c.light) for k in range(3)),
        path("M-6 -4 L-6 -13 Q0 -20 6 -13 L6 -4 Z", c.deep),
        *(rect(x, -32, 3, 7, c.deep, rx=1.5) for x in (-29, 27)),
        stroke("M0 -56 L0 -74", tone(OAK), 1.2),
        facet("0.6,-74 13,-70 0.6,-66", flag),
        up=1,
    )


def bucket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bucket and a spade."""
    c, spade = shades(tone, colour), shades(tone, GOLD if colour != GOLD else BLUE)
    return in_cm(
        stroke("M11 -16 L20 -36 M16 -38 L24 -34", spade.base, 2.2),
        path("M6 -4 L14 -20 L18 -10 Q16 -2 10 0 Z", spade.dark),
        stroke("M-15 -21 Q-6 -36 6 -21", tone(STEEL), 1.3),
        facet("-17,-22 8,-22 4,0 -13,0", c.base),
        facet("1,-22 8,-22 4,0 -1,0", c.dark),
        rect(-18, -24, 27, 4, c.light, rx=1.6),
        circle(-7, -11, 3.6, c.pale),
        right=-3.54,
    )


def snowman(tone: Tone, colour: str, rng: random.Random) -> str:
    """A snowman of the main colour, with a red hat and scarf."""
    c, snow = shades(tone, "#cf4a4a"), shades(tone, colour)
    coal, twig = tone(INK), tone(OAK)
    return in_cm(
        stroke("M-26 -88 L-62 -108 M-50 -101 L-56 -114 M-50 -101 L-62 -98", twig, 3.4),
        stroke("M26 -88 L60 -102 M48 -97 L52 -110 M48 -97 L60 -92", twig, 3.4),
        ellipse(0, -37, 47, 39, snow.base),
        path("M14 -73 A47 39 0 0 1 -10 0.5 A60 50 0 0 0 14 -73 Z", snow.dark, opacity=0.6),
        circle(0, -88, 32, snow.base),
        path("M12 -118 A32 32 0 0 1 -6 -57 A40 40 0 0 0 12 -118 Z", snow.dark, opacity=0.6),
        circle(0, -128, 24, snow.base),
        path("M-22 -112 Q0 -100 22 -112 L24 -103 Q0 -92 -24 -103 Z", c.base),
        path("M8 -104 L18 -106 L22 -78 L12 -76 Z", c.dark),
        rect(-18, -170, 36, 24, c.base, rx=2),
        rect(-18, -154, 36, 7, c.dark),
        rect(-28, -148, 56, 6, c.base, rx=3),
        *(circle(x, -132, 2.8, coal) for x in (-8, 8)),
        facet("0,-127 24,-122 1,-120", tone(ORANGE)),
        *(circle(x, y, 1.5, coal) for x, y in ((-9, -117), (-4, -114), (2, -113.6), (8, -116))),
        *(circle(0, y, 3, coal) for y in (-94, -82, -70)),
        up=1.9,
    )


def sledge(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sledge with a rope."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M48 -20 Q66 -26 60 -8", tone("#a9977c"), 1.6),
        *(rect(x, -22, 5, 16, c.dark) for x in (-34, -4, 26)),
        path("M-50 -6 L40 -6 Q56 -6 54 -22 L49 -22 Q49 -12 38 -11 L-50 -11 Z", tone(STEEL)),
        rect(-46, -3, 84, 3, tone(STEEL), rx=1.5),
        *(rect(-44, y, 92, 4, c.base, rx=2) for y in (-29, -24)),
        rect(-44, -21, 92, 2, c.deep, rx=1),
        right=-6.2,
    )


def _crenels(x: float, y: float, fill: str) -> str:
    return rect(x, y - 4, 4.2, 5, fill)


PLAYGROUND = (
    Thing(
        "swing",
        2.9,
        2.3,
        swing,
        "#d9573f",
        "toy",
        found_at="playground",
    ),
    Thing(
        "slide",
        2.5,
        1.97,
        slide,
        "#f0b53f",
        "toy",
        faces=True,
        found_at="playground",
    ),
    Thing(
        "see-saw",
        3.12,
        0.98,
        seesaw,
        "#e2674a",
        "toy",
        words=Words(also=("seesaw",), learned={"B1": "see-saw"}),
    ),
    Thing("roundabout", 2.2, 1.0, roundabout, "#4f93c0", "toy", top_m=0.29),
    Thing(
        "sandcastle",
        0.94,
        0.76,
        sandcastle,
        "#e3bf7f",
        "toy",
        found_at="sea",
        traits=("built by hand",),
        words=Words(also=("sand castle",)),
    ),
    Thing(
        "bucket",
        0.43,
        0.39,
        bucket,
        "#d9574a",
        "toy",
        parts=("handle",),
        traits=("holds things",),
    ),
    Thing(
        "snowman",
        1.26,
        1.7,
        snowman,
        "#eef3f6",
        "outdoor",
        found_at="park",
        parts=("nose",),
        weather="snow",
        traits=("built by hand",),
        words=Words(also=("snow man",)),
    ),
    Thing(
        "sledge",
        1.14,
        0.31,
        sledge,
        "#b9743f",
        "toy",
        faces=True,
        seat_m=0.28,
        words=Words(
            kinds=("sleigh",),
            also=("sled",),
            learned={"A2": "sledge"},
        ),
    ),
)
