"""For the camp site, the beach and the forest floor."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    MOSS,
    OAK,
    PAPER,
    STONE,
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


def tent(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tent with its door open."""
    c = shades(tone, colour)
    fold = rng.choice((0, 6))
    return in_cm(
        stroke("M-96 -146 L-168 -2 M80 -150 L150 -2", tone("#a9977c"), 1.6),
        facet("-96,-150 80,-150 140,0 -10,0", c.base),
        facet("-96,-150 -46,-150 60,0 -10,0", c.light),
        facet("-96,-150 -10,0 -150,0", c.dark),
        facet(f"-92,-128 -42,0 {-112 - fold},0", tone("#4a4048")),
        blob(f"-92,-130 -84,-60 -100,-20 {-112 - fold},0 -128,0 -112,-60", c.base),
        facet("-92,-130 -28,0 -44,0", c.base),
        stroke("M-96 -150 L80 -150", c.deep, 3.6),
        stroke("M-152 -2 L138 -2", c.deep, 4),
        facet("-96,-150 -96,-166 -78,-158", tone(GOLD)),
        right=9.2,
        up=5.8,
    )


def campfire(tone: Tone, colour: str, rng: random.Random) -> str:
    """A camp fire in a ring of stones; its flames have the main colour."""
    c, sway = shades(tone, colour), rng.choice((-5, 4))
    stones = [shades(tone, STONE).dark, shades(tone, STONE).base]
    return in_cm(
        stroke("M-34 -8 L26 -22 M34 -8 L-26 -22", tone(OAK), 9),
        blob(
            f"0,-12 -22,-18 -26,-36 -16,-54 -10,-42 {sway},-84 12,-52 20,-62 26,-38 20,-18", c.base
        ),
        blob(f"0,-12 -13,-18 -14,-32 -6,-44 {sway},-58 8,-40 14,-30 12,-18", c.light),
        blob(f"0,-12 -7,-18 -6,-28 {sway * 0.5},-38 7,-26 6,-17", tone("#fbe08a")),
        stroke("M-28 -10 L30 -12", tone("#5f4030"), 9),
        *(ellipse(x, -6, 10, 6, stones[k % 2]) for k, x in enumerate((-42, -25, -8, 9, 26, 42))),
    )


def beach_umbrella(tone: Tone, colour: str, rng: random.Random) -> str:
    """A large parasol, leaning a little."""
    c, pale = shades(tone, colour), shades(tone, PAPER)
    return in_cm(
        stroke("M-14 0 L10 -206", tone("#d9c3a0"), 5),
        path("M-104 -146 Q-84 -220 14 -222 Q106 -214 124 -130 Q60 -172 -104 -146 Z", c.base),
        path("M-104 -146 Q-84 -220 14 -222 Q-42 -200 -50 -154 Z", pale.base),
        path("M14 -222 Q-16 -190 4 -158 Q40 -158 62 -153 Q60 -200 14 -222 Z", pale.base),
        path("M14 -222 Q106 -214 124 -130 Q112 -140 100 -144 Q80 -206 14 -222 Z", pale.dark),
        path("M14 -222 Q60 -200 62 -153 Q82 -150 100 -144 Q80 -206 14 -222 Z", c.dark),
        circle(14, -224, 5, c.dark),
        ellipse(-14, -3, 20, 3, tone("#e0c48f")),
        right=-10.2,
        up=2.6,
    )


def towel(tone: Tone, colour: str, rng: random.Random) -> str:
    """A striped towel on the ground."""
    c = shades(tone, colour)
    return in_cm(
        facet("-74,-34 62,-34 92,-1 -92,-1", c.base),
        *(
            facet(
                f"{-60 + 34 * k},-34 {-48 + 34 * k},-34 {-56 + 44 * k},-1 {-72 + 44 * k},-1", c.pale
            )
            for k in range(4)
        ),
        facet("-92,-1 92,-1 92,0 -92,0", c.deep),
        path("M62 -34 Q74 -36 76 -28 Q78 -20 84 -12 L78 -16 Z", c.dark),
    )


def picnic_blanket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A checked blanket on the ground."""
    c = shades(tone, colour)
    return in_cm(
        facet("-84,-50 84,-50 110,-1 -110,-1", c.pale),
        *(
            facet(
                f"{-84 + 42 * k},-50 {-63 + 42 * k},-50 {-82 + 55 * k},-1 {-110 + 55 * k},-1",
                c.base,
            )
            for k in range(4)
        ),
        facet("-87,-44 87,-44 93,-34 -93,-34", c.dark, opacity=0.4),
        facet("-98,-24 98,-24 105,-11 -105,-11", c.dark, opacity=0.4),
        facet("-110,-1 110,-1 110,0 -110,0", c.deep),
    )


def deck_chair(tone: Tone, colour: str, rng: random.Random) -> str:
    """A deck chair with striped cloth; its back is on the left."""
    c, wood = shades(tone, colour), shades(tone, WOOD)
    return in_cm(
        stroke("M-52 -96 L44 -2 M-34 -2 L40 -52", wood.dark, 5),
        path("M-52 -96 Q-20 -26 40 -46 L46 -38 Q-18 -14 -60 -92 Z", c.base),
        path("M-50 -92 Q-18 -22 42 -43 L44 -41 Q-20 -18 -54 -92 Z", c.pale),
        path("M-58 -92 Q-18 -12 46 -38 L48 -35 Q-20 -6 -62 -90 Z", c.dark),
        stroke("M-62 -92 L40 -2 M-40 -2 L46 -38", wood.base, 5),
        stroke("M-63 -93 L-50 -98", wood.base, 5),
        right=8.5,
    )


def rock(tone: Tone, colour: str, rng: random.Random) -> str:
    """A big stone with a little moss."""
    c = shades(tone, colour)
    return in_cm(
        facet("-45,0 -48,-18 -34,-40 -8,-52 18,-46 40,-28 46,-8 42,0", c.base),
        facet("-34,-40 -8,-52 18,-46 2,-34 -20,-30", c.light),
        facet("18,-46 40,-28 46,-8 42,0 14,0 6,-20 2,-34", c.dark),
        stroke("M-20 -30 L-26 -12 L-20 0", c.dark, 1.4),
        blob("-45,0 -44,-7 -34,-9 -28,-3 -22,-5 -18,0", tone(MOSS)),
        up=0.8,
    )


def log(tone: Tone, colour: str, rng: random.Random) -> str:
    """A log lying on the ground."""
    c = shades(tone, colour)
    return in_cm(
        path("M-58 -32 L48 -32 L48 0 L-58 0 Q-66 -16 -58 -32 Z", c.base),
        path("M-62 -12 L48 -12 L48 0 L-58 0 Q-61 -6 -62 -12 Z", c.dark),
        stroke("M-48 -24 L-16 -24 M-30 -18 L14 -18 M0 -26 L30 -26", c.dark, 1.6),
        rect(-22, -42, 9, 12, c.dark, rx=3),
        ellipse(48, -16, 12, 16, tone("#dcb384")),
        ellipse(48, -16, 8, 11, "none", stroke=tone(OAK), stroke_width=1.4),
        ellipse(48, -16, 3.4, 5, "none", stroke=tone(OAK), stroke_width=1.4),
    )


CAMPING = (
    Thing(
        "tent",
        3.2,
        1.72,
        tent,
        "#e08a3c",
        "outdoor",
        found_at="forest",
        colours=("#e0803c", "#3f8f77", "#4f7cac"),
    ),
    Thing(
        "campfire",
        1.04,
        0.84,
        campfire,
        "#ec7f35",
        "outdoor",
        shines_at=(0, -0.4),
        words=Words(also=("fire", "bonfire")),
        found_at="forest",
        indoors="fireplace",
        looks=(
            "lit",
            "burning",
        ),
    ),
    Thing(
        "beach umbrella",
        2.3,
        2.28,
        beach_umbrella,
        "#d9573f",
        "outdoor",
        foot_m=0.5,
        traits=("shelters",),
        colours=("#d9573f", "#3f7fb0", "#e0a33b"),
    ),
    Thing(
        "towel",
        1.84,
        0.35,
        towel,
        "#4f9fc0",
        "outdoor",
        traits=("spread out", "small scenery"),
        colours=("#d9573f", "#3f7fb0", "#e0a33b"),
    ),
    Thing(
        "picnic blanket",
        2.2,
        0.5,
        picnic_blanket,
        "#d9573f",
        "outdoor",
        traits=("spread out",),
    ),
    Thing("deck chair", 1.16, 1.0, deck_chair, "#4f93c9", "outdoor", faces=True, seat_m=0.32),
    Thing(
        "rock",
        0.95,
        0.52,
        rock,
        "#a39e96",
        "outdoor",
        seat_m=0.45,
        words=Words(also=("stone",)),
        traits=("sat on", "small scenery"),
    ),
    Thing(
        "log",
        1.23,
        0.42,
        log,
        "#8e6240",
        "outdoor",
        seat_m=0.3,
        traits=("sat on",),
        looks=("wooden",),
    ),
)
