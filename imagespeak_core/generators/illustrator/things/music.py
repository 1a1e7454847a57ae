"""Instruments to play music on."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    GOLD,
    INK,
    OAK,
    PAPER,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    line,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import play as held_play
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def guitar(tone: Tone, colour: str, rng: random.Random) -> str:
    """A guitar, standing upright."""
    c = shades(tone, colour)
    pegs = [(s * 4.4, y) for s in (-1, 1) for y in (-96, -92, -88)]
    return in_cm(
        blob(
            "0,-46 9,-44 13,-36 9,-28 15,-18 17,-10 10,-1.4 "
            "0,0 -10,-1.4 -17,-10 -15,-18 -9,-28 -13,-36 -9,-44",
            c.dark,
        ),
        blob(
            "-1,-45 8,-43 11,-36 7.6,-28 13,-18 14.6,-10 8,-2.6 "
            "-1,-1.4 -10,-2.6 -15.6,-10 -14,-18 -9,-28 -12,-36 -9,-43",
            c.base,
        ),
        circle(0, -29, 5.4, tone("#4a342a")),
        circle(0, -29, 6.4, "none", stroke=c.pale, stroke_width=0.8),
        rect(-7, -12, 14, 2.6, tone("#4a342a"), rx=1),
        rect(-2.2, -86, 4.4, 58, tone("#6b4632")),
        *(line((-2.2, y), (2.2, y), tone(CHROME), 0.4) for y in range(-82, -36, 6)),
        facet("-3.4,-98 3.4,-98 2.4,-85 -2.4,-85", tone("#8a5a3c")),
        *(circle(x, y, 1.1, tone(CHROME)) for x, y in pegs),
        stroke("M-1.1 -96 L-1.1 -11 M1.1 -96 L1.1 -11 M0 -96 L0 -11", tone("#e6dfcf"), 0.3),
    )


def drum(tone: Tone, colour: str, rng: random.Random) -> str:
    """A drum with its two sticks."""
    c, skin = shades(tone, colour), shades(tone, PAPER)
    zigzag = "M-21 -29 " + " ".join(
        f"L{-21 + 7 * (k + 1)} {-6 if k % 2 == 0 else -29}" for k in range(6)
    )
    return in_cm(
        path("M-22 -32 L22 -32 L22 -5 Q0 3 -22 -5 Z", c.base),
        path("M8 -32 L22 -32 L22 -5 Q15 -2 8 -1.4 Z", c.dark),
        stroke(zigzag, tone(GOLD), 1.1),
        path("M-23 -7 Q0 2 23 -7 L23 -3.6 Q0 4.6 -23 -3.6 Z", c.light, transform="translate(0 -1)"),
        ellipse(0, -32, 23, 5.4, c.light),
        ellipse(0, -33, 21, 4.4, skin.base),
        stroke("M-16 -42 L6 -34", tone(WOOD), 1.5),
        stroke("M18 -44 L-2 -34", tone(OAK), 1.5),
        circle(6.4, -34, 1.3, tone(WOOD)),
        circle(-2.4, -34, 1.3, tone(OAK)),
    )


def piano(tone: Tone, colour: str, rng: random.Random) -> str:
    """An upright piano with a sheet of music."""
    c, keys = shades(tone, colour), tone(PAPER)
    black = [-62 + 7.1 * k for k in range(18) if k % 7 not in (2, 6)]
    return in_cm(
        rect(-74, -8, 148, 6, c.deep),
        *(rect(x, -70, 10, 70, c.dark, rx=2) for x in (-72, 62)),
        rect(-72, -122, 144, 116, c.base, rx=3),
        rect(-64, -56, 128, 44, c.dark, rx=2),
        rect(-60, -52, 120, 36, c.base, rx=2),
        rect(-76, -126, 152, 7, c.light, rx=3),
        rect(-62, -112, 124, 30, c.dark, rx=2),
        rect(-20, -108, 19, 25, keys, rx=1),
        rect(1, -108, 19, 25, keys, rx=1),
        stroke(
            "M-17 -102 L-4 -102 M-17 -96 L-4 -96 M-17 -90 L-7 "
            "-90 M4 -102 L17 -102 M4 -96 L17 -96 M4 -90 L13 -90",
            tone(STEEL),
            0.9,
        ),
        rect(-70, -76, 140, 8, keys),
        *(rect(x, -76, 3.6, 5, tone(INK)) for x in black),
        rect(-74, -68.4, 148, 7, c.light, rx=2),
        *(rect(x, -10, 4, 6, tone(GOLD), rx=1) for x in (-8, 4)),
    )


def violin(tone: Tone, colour: str, rng: random.Random) -> str:
    """A violin with its bow."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M13 -2 L17 -60", tone(OAK), 1.2),
        stroke("M11 -3 L15.4 -59", tone(PAPER), 0.6),
        blob(
            "-3,-36 2,-35 5.6,-31 3.4,-25 2.4,-21 5,-17 7.6,-10 3,-2 -3,-0.6 "
            "-9,-2 -13.6,-10 -11,-17 -8.4,-21 -9.4,-25 -11.6,-31 -8,-35",
            c.base,
        ),
        blob("2,-35 5.6,-31 3.4,-25 2.4,-21 5,-17 7.6,-10 3,-2 -3,-0.6 2,-10 0,-22 1,-30", c.dark),
        rect(-4.4, -52, 2.8, 30, tone("#4a342a")),
        facet("-4.8,-12 -1.2,-12 -2,-2.4 -4,-2.4", tone("#4a342a")),
        stroke("M-8 -15 Q-7 -18 -8.6 -21 M2 -15 Q1 -18 2.6 -21", tone("#4a342a"), 0.7),
        blob("-5,-52 -5.4,-57 -3,-59 -0.6,-57 -1,-52", tone("#7a4a30")),
        stroke("M-3.4 -52 L-3.4 -10 M-2.6 -52 L-2.6 -10", tone("#e6dfcf"), 0.25),
        right=-1.9,
    )


def trumpet(tone: Tone, colour: str, rng: random.Random) -> str:
    """A trumpet, its bell on the right."""
    c = shades(tone, colour)
    return in_cm(
        path("M6 -9.6 Q17 -9.4 23.6 -16 L24.6 -16 L24.6 -1 L23.6 -1 Q17 -7 6 -6.8 Z", c.base),
        path("M6 -8 Q17 -7.8 24.6 -6 L24.6 -1 L23.6 -1 Q17 -7 6 -6.8 Z", c.dark),
        stroke("M-22 -8.2 L8 -8.2", c.base, 2),
        stroke(
            "M8 -8.2 Q12 -8 12 -4.6 Q12 -1.2 8 -1.2 L-8 -1.2 Q-12 -1.2 -12 -4.4 Q-12 -7.6 -8 -8",
            c.dark,
            1.6,
        ),
        *(rect(x, -11.4, 2.6, 9.6, c.light, rx=1) for x in (-5, -1, 3)),
        *(rect(x, -14, 1.6, 3, tone(CHROME), rx=0.8) for x in (-4.5, -0.5, 3.5)),
        facet("-25,-10 -21.6,-8.8 -21.6,-7.6 -25,-6.4", c.dark),
    )


def microphone(tone: Tone, colour: str, rng: random.Random) -> str:
    """A microphone on its stand."""
    c = shades(tone, colour)
    return in_cm(
        ellipse(0, -2.4, 16, 2.4, c.dark),
        stroke("M0 -4 L0 -136 L10 -142", c.base, 2.4),
        limb("4,-138,3 18,-147,5", c.base),
        circle(20, -149, 5, tone(STEEL)),
        circle(20.6, -149.6, 3.4, tone(CHROME)),
        stroke("M0 -70 L0 -66", tone(INK), 4),
        right=-4.7,
    )


MUSIC = (
    Thing(
        "guitar",
        0.34,
        0.98,
        guitar,
        "#c9853f",
        "music",
        parts=("string",),
        shown_by=("guitar",),
        done_with={"play": ("guitar", None)},
        held=Held(
            held_play.guitar, "#d28b45", "guitar", reach=(0.26, 0.4, 0.72), shown_by=("guitar",)
        ),
        words=Words(kinds=("electric guitar", "bass guitar")),
    ),
    Thing(
        "drum",
        0.46,
        0.45,
        drum,
        "#cf4a45",
        "music",
        words=Words(kinds=("drum set", "drum kit"), also=("drums",)),
    ),
    Thing(
        "piano",
        1.52,
        1.26,
        piano,
        "#4a3a38",
        "music",
        top_m=1.26,
        words=Words(kinds=("grand piano",)),
    ),
    Thing(
        "violin",
        0.31,
        0.61,
        violin,
        "#b5683a",
        "music",
        "surface",
        parts=("string",),
        shown_by=("violin",),
        done_with={"play": ("violin", None)},
        held=Held(held_play.violin, "#a8562f", "violin", shown_by=("violin",)),
    ),
    Thing("trumpet", 0.5, 0.16, trumpet, "#e6b54a", "music", "surface", faces=True),
    Thing(
        "microphone",
        0.42,
        1.55,
        microphone,
        "#3f434c",
        "music",
        foot_m=0.34,
        held=Held(held_play.microphone, "#413a4a", "sing", shown_by=("sing",)),
    ),
)
