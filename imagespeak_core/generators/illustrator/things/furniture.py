"""Furniture to sit on, to lie on and to sit at."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import CHROME, IRON, OAK, PAPER, WOOD
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


def chair(tone: Tone, colour: str, rng: random.Random) -> str:
    """A kitchen chair seen from a little to the side, its back on the left."""
    c = shades(tone, colour)
    return in_cm(
        facet("-12,-44 -8,-44 -9,0 -12,0", c.deep),
        facet("19,-44 23,-44 24,0 21,0", c.deep),
        facet("-20,-46 -14,-46 -20,-92 -24,-92", c.dark),
        facet("-8,-50 -4,-50 -12,-90 -15,-90", c.dark),
        path("M-25 -92 Q-19 -96 -11 -92 L-9 -79 L-23 -80 Z", c.base),
        path("M-22 -72 L-9 -71 L-8 -62 L-20 -63 Z", c.base),
        path(
            "M-22 -49 L-8 -52 L22 -52 Q25 -50 23 -47 L20 -44 L-20 -44 Q-23 -46 -22 -49 Z", c.light
        ),
        path("M-22 -48 L22 -48 L20 -42 L-20 -42 Z", c.base),
        facet("-20,-43 -15,-43 -19,0 -23,0", c.base),
        facet("13,-43 18,-43 20,0 16,0", c.base),
        facet("-19,-20 18,-20 18,-17 -20,-17", c.dark),
    )


def stool(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round stool."""
    c = shades(tone, colour)
    return in_cm(
        facet("-8,-42 -4,-42 -6,-3 -9,-3", c.deep),
        facet("4,-42 8,-42 9,-3 6,-3", c.deep),
        facet("-15,-42 -10,-42 -16,0 -20,0", c.dark),
        facet("10,-42 15,-42 20,0 16,0", c.dark),
        rect(-15, -20, 30, 3, c.dark),
        ellipse(0, -42, 18, 4.6, c.base),
        ellipse(0, -45, 18, 4.6, c.light),
    )


def table(tone: Tone, colour: str, rng: random.Random) -> str:
    """A table for four; things stand on it at `top_m`."""
    c = shades(tone, colour)
    return in_cm(
        facet("-62,-66 -55,-66 -56,-6 -60,-6", c.deep),
        facet("55,-66 62,-66 60,-6 56,-6", c.deep),
        facet("-70,-80 70,-80 82,-70 -82,-70", c.light),
        facet("-72,-66 72,-66 72,-58 -72,-58", c.dark),
        rect(-82, -70.5, 164, 5.5, c.base, rx=2.5),
        facet("-76,-64 -68,-64 -70,0 -75,0", c.base),
        facet("68,-64 76,-64 75,0 70,0", c.base),
        stroke("M-52 -77.5 L8 -77.5 M-24 -73.5 L50 -73.5", c.base, 0.8),
    )


def round_table(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small café table on one leg."""
    c = shades(tone, colour)
    iron = tone(IRON)
    return in_cm(
        path("M-3 -70 L3 -70 L4 -8 L-4 -8 Z", iron),
        path("M-24 0 Q-20 -8 0 -9 Q20 -8 24 0 L16 0 Q8 -4 0 -4 Q-8 -4 -16 0 Z", iron),
        ellipse(0, -70, 36, 6, c.dark),
        ellipse(0, -72.5, 36, 6, c.base),
        ellipse(-3, -73.2, 28, 3.6, c.light),
    )


def desk(tone: Tone, colour: str, rng: random.Random) -> str:
    """A writing desk with drawers on one side."""
    c = shades(tone, colour)
    knob = tone(CHROME)
    return in_cm(
        rect(-58, -68, 62, 50, c.deep),
        facet("-62,-80 62,-80 70,-72 -70,-72", c.light),
        facet("-66,-68 -60,-68 -61,0 -66,0", c.base),
        rect(10, -69, 54, 65, c.base, rx=2),
        rect(12, -4, 50, 4, c.deep),
        *(rect(14, y, 46, 17, c.dark, rx=2) for y in (-64, -44, -24)),
        *(rect(15, y, 44, 14, c.light, rx=2) for y in (-63, -43, -23)),
        *(rect(32, y, 10, 2.4, knob, rx=1.2) for y in (-57, -37, -17)),
        rect(-70, -73, 140, 5.5, c.base, rx=2),
        rect(-60, -67.5, 120, 2, c.dark),
    )


def sofa(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sofa for two or three, with two cushions."""
    c = shades(tone, colour)
    pillow = shades(tone, rng.choice(("#f2c46b", "#e9dfc8", "#e58f6f", "#7fb5a6")))
    leg = tone(OAK)
    return in_cm(
        *(facet(f"{x - 3},-12 {x + 3},-12 {x + 1.6},0 {x - 1.6},0", leg) for x in (-84, 84)),
        rect(-88, -86, 176, 70, c.dark, rx=16),
        rect(-86, -86, 172, 50, c.base, rx=15),
        stroke("M0 -82 L0 -48", c.dark, 1.6),
        rect(-76, -48, 76, 20, c.light, rx=7),
        rect(0, -48, 76, 20, c.light, rx=7),
        stroke("M0 -45 L0 -31", c.dark, 1.6),
        rect(-80, -32, 160, 22, c.base, rx=6),
        rect(-80, -16, 160, 7, c.dark, rx=3),
        rect(-98, -62, 24, 54, c.base, rx=11),
        rect(74, -62, 24, 54, c.base, rx=11),
        ellipse(-86, -53, 8, 6, c.light),
        ellipse(86, -53, 8, 6, c.light),
        blob("-68,-74 -54,-72 -42,-76 -42,-60 -44,-47 -56,-49 -68,-47 -66,-60", pillow.base),
        blob("-42,-76 -42,-60 -44,-47 -56,-49 -48,-60", pillow.dark),
    )


def armchair(tone: Tone, colour: str, rng: random.Random) -> str:
    """An armchair."""
    c = shades(tone, colour)
    leg = tone(OAK)
    return in_cm(
        *(facet(f"{x - 3},-12 {x + 3},-12 {x + 1.6},0 {x - 1.6},0", leg) for x in (-34, 34)),
        path("M-32 -20 L-35 -84 Q-34 -100 -18 -101 L18 -101 Q34 -100 35 -84 L32 -20 Z", c.dark),
        path("M-30 -40 L-32 -84 Q-31 -97 -17 -98 L17 -98 Q31 -97 32 -84 L30 -40 Z", c.base),
        *(
            circle(x, y, 1.5, c.dark)
            for x, y in ((-13, -78), (0, -78), (13, -78), (-6, -66), (6, -66))
        ),
        rect(-28, -48, 56, 19, c.light, rx=7),
        rect(-30, -32, 60, 23, c.base, rx=5),
        rect(-30, -16, 60, 7, c.dark, rx=3),
        rect(-46, -64, 20, 56, c.base, rx=10),
        rect(26, -64, 20, 56, c.base, rx=10),
        ellipse(-36, -56, 7, 5.4, c.light),
        ellipse(36, -56, 7, 5.4, c.light),
    )


def bed(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bed seen from its side, the pillow on the left; the blanket has the main colour."""
    c, wood, sheet = shades(tone, colour), shades(tone, WOOD), shades(tone, PAPER)
    return in_cm(
        rect(-103, -98, 10, 98, wood.base, rx=4),
        rect(93, -62, 10, 62, wood.base, rx=4),
        rect(-98, -36, 196, 18, wood.dark),
        rect(-96, -52, 192, 20, sheet.base, rx=6),
        blob("-92,-52 -93,-64 -82,-70 -62,-69 -50,-62 -50,-52 -70,-50", sheet.light),
        blob("-90,-52 -78,-56 -60,-56 -50,-60 -49,-52 -70,-49", sheet.dark),
        path(
            "M-50 -56 Q-44 -66 -20 -65 L70 -62 Q96 -62 97 -50 L97 -20 Q60 -15 24 -19 "
            "Q-16 -23 -50 -17 Z",
            c.base,
        ),
        path("M-50 -56 Q-44 -66 -28 -65 Q-36 -40 -30 -18 Q-42 -18 -50 -17 Z", c.pale),
        path("M97 -30 L97 -20 Q60 -15 24 -19 Q4 -21 -14 -20 Q40 -30 97 -30 Z", c.dark),
        stroke("M10 -56 Q18 -42 14 -30 M54 -55 Q60 -44 58 -32", c.dark, 1.4),
    )


def cot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A baby's cot with bars of the main colour."""
    c, blanket = shades(tone, colour), shades(tone, "#8fc4e0")
    return in_cm(
        rect(-60, -46, 120, 14, shades(tone, PAPER).base, rx=5),
        path("M-22 -52 Q0 -58 56 -52 L58 -34 L-24 -34 Z", blanket.base),
        ellipse(-40, -50, 14, 6, shades(tone, PAPER).light),
        rect(-60, -34, 120, 8, c.dark),
        *(rect(x, -92, 3.4, 64, c.base, rx=1.5) for x in range(-50, 51, 12)),
        rect(-62, -96, 124, 7, c.base, rx=3.5),
        rect(-62, -31, 124, 8, c.base, rx=3),
        rect(-66, -104, 8, 104, c.dark, rx=4),
        rect(58, -104, 8, 104, c.dark, rx=4),
        rect(-62, -31, 124, 3, blanket.light),
    )


FURNITURE = (
    Thing(
        "chair",
        0.5,
        0.94,
        chair,
        "#b37d4a",
        "furniture",
        faces=True,
        seat_m=0.47,
        seat_x_m=0.02,
        traits=("sat on", "open below", "seen through"),
        found_at="living room",
        looks=("wooden",),
        parts=("leg", "seat"),
        words=Words(kinds=("rocking chair", "high chair", "garden chair")),
    ),
    Thing(
        "stool",
        0.4,
        0.5,
        stool,
        "#b37d4a",
        "furniture",
        top_m=0.45,
        seat_m=0.45,
        words=Words(learned={"A1": "chair", "B1": "stool"}),
        traits=("sat on", "open below", "seen through"),
        found_at="kitchen",
        looks=("wooden",),
        parts=("leg",),
    ),
    Thing(
        "table",
        1.64,
        0.8,
        table,
        "#b98350",
        "furniture",
        top_m=0.74,
        words=Words(
            kinds=("side table", "picnic table", "bedside table"),
            also=("dining table", "meeting table", "kitchen table"),
        ),
        traits=("sat at", "table", "seen through", "furnishes"),
        found_at="kitchen",
        looks=("wooden",),
        parts=("leg",),
        done_with={"set": ("hold", "plate")},
    ),
    Thing(
        "round table",
        0.72,
        0.785,
        round_table,
        "#e9dfca",
        "furniture",
        top_m=0.73,
        foot_m=0.5,
        words=Words(kinds=("coffee table",)),
        traits=("sat at", "table", "seen through"),
    ),
    Thing(
        "desk",
        1.4,
        0.8,
        desk,
        "#b07b4c",
        "furniture",
        top_m=0.75,
        traits=("sat at", "desk", "open below"),
        found_at="office",
        parts=("leg",),
    ),
    Thing(
        "sofa",
        1.96,
        0.86,
        sofa,
        "#5f8fa8",
        "furniture",
        seat_m=0.44,
        words=Words(also=("couch", "settee")),
        traits=("sat on", "seats two", "furnishes", "shows its room", "watched from"),
        found_at="living room",
        colours=("#5f93a8", "#c97b5a", "#7fa36b", "#b0709a"),
        parts=("seat",),
    ),
    Thing(
        "armchair",
        0.92,
        1.01,
        armchair,
        "#c9705a",
        "furniture",
        seat_m=0.44,
        words=Words(learned={"A1": "chair", "A2": "armchair"}),
        traits=("sat on", "sat in", "watched from"),
        found_at="living room",
        colours=("#c9705a", "#5f93a8", "#7fa36b", "#d0a24a"),
    ),
    Thing(
        "bed",
        2.06,
        0.98,
        bed,
        "#6f9fc9",
        "furniture",
        faces=True,
        seat_m=0.6,
        traits=("furnishes", "shows its room"),
        found_at="bedroom",
        words=Words(kinds=("bunk bed",)),
    ),
    Thing("cot", 1.32, 1.04, cot, "#f0e8d8", "furniture"),
)
