"""For cleaning, washing and moving about at home."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    GOLD,
    INK,
    IRON,
    PAPER,
    STEEL,
    TYRE,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, path, rect, stroke
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.in_hand import tools as held_tools
from imagespeak_core.generators.illustrator.things.thing import Held, Thing

WHEELCHAIR_SEAT = (-0.08, -0.53)
"""Where a person sits in the wheelchair, in metres; the feet rest at (0.36, -0.12)."""


def broom(tone: Tone, colour: str, rng: random.Random) -> str:
    """A broom of the main colour and a dustpan."""
    c = shades(tone, colour)
    straw = c.base
    lean = rng.choice((0, 2))
    return in_cm(
        stroke(f"M-8 -26 L{-2 + lean} -132", c.dark, 3),
        path("M-20 -26 L4 -26 L8 0 L-24 0 Z", straw),
        stroke("M-16 -20 L-19 -2 M-8 -20 L-8 -2 M0 -20 L3 -2", c.dark, 1),
        rect(-20, -32, 24, 9, c.dark, rx=3),
        rect(-20, -26, 24, 3, c.deep, rx=1.4),
        path("M12 -2 L18 -12 L34 -12 L36 0 L12 0 Z", tone(STEEL)),
        stroke("M30 -12 L34 -30", tone(IRON), 3),
        path("M12 -2 L36 -2 L36 0 L12 0 Z", tone(IRON)),
        right=-5.9,
    )


def ladder(tone: Tone, colour: str, rng: random.Random) -> str:
    """A step ladder."""
    c = shades(tone, colour)
    reach = rng.choice((0, 3))
    return in_cm(
        stroke(f"M8 -176 L{44 + reach} -2 M14 -100 L{30 + reach} -100", tone(STEEL), 5),
        stroke("M-8 -176 L-44 -2", c.base, 6),
        stroke("M14 -176 L-14 -2", c.base, 6),
        *(rect(-12 - 5.6 * k, -152 + 30 * k, 22 + 1.2 * k, 5, c.dark, rx=1.5) for k in range(5)),
        rect(-14, -182, 32, 8, c.light, rx=3),
    )


def iron(tone: Tone, colour: str, rng: random.Random) -> str:
    """An iron, its tip on the right."""
    c = shades(tone, colour)
    light = tone(rng.choice(("#e0574c", "#5fae6c")))
    return in_cm(
        stroke("M-10 -7 Q-12 -13 -6 -13.6 L5 -13.4 Q9 -13 9 -8", c.dark, 2.2),
        path("M-13 -2 L-12 -8 Q-11 -9 -9 -9 L4 -9 Q10 -8.4 14.6 -2 Z", c.base),
        path("M-13 -2 L-12.4 -5 L12.4 -5 Q13.6 -3.6 14.6 -2 Z", c.dark),
        path("M-13.4 -2.4 L15 -2.4 Q16.6 -1 16 0 L-13.4 0 Z", tone(CHROME)),
        circle(-8, -7, 1, light),
        stroke("M-11 -12 Q-17 -12 -16 -18", tone(IRON), 0.9),
    )


def vacuum_cleaner(tone: Tone, colour: str, rng: random.Random) -> str:
    """A vacuum cleaner with its hose."""
    c = shades(tone, colour)
    lift = rng.choice((0, 4))
    return in_cm(
        stroke(f"M-22 -22 Q-20 -{64 + lift} 20 -60 Q34 -58 34 -76", tone(IRON), 4),
        stroke("M34 -88 L34 -80 L58 -6", tone(STEEL), 3.4),
        stroke("M29 -91 L35 -84", tone(INK), 4.4),
        path("M50 0 L54 -6 L66 -6 L70 0 Z", tone(INK)),
        path("M-60 -10 Q-60 -36 -34 -36 L-26 -36 Q-10 -34 -6 -10 Z", c.base),
        path("M-60 -14 L-6.6 -14 Q-6 -8 -10 -8 L-56 -8 Q-60 -8 -60 -14 Z", c.dark),
        circle(-48, -12, 12, tone(TYRE)),
        circle(-48, -12, 5.4, c.light),
        circle(-14, -5, 5, tone(TYRE)),
        stroke("M-40 -36 Q-34 -44 -26 -37", c.dark, 2.6),
        right=-5,
    )


def toilet(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toilet seen from the side, its cistern on the left."""
    c = shades(tone, colour)
    button = tone(rng.choice((STEEL, CHROME)))
    return in_cm(
        rect(-34, -84, 18, 44, c.base, rx=3),
        rect(-36, -87, 22, 6, c.light, rx=2.4),
        rect(-28, -90, 7, 3, button, rx=1.2),
        path("M-30 -42 L28 -42 Q30 -24 10 -18 L8 0 L-22 0 L-22 -18 Q-30 -26 -30 -42 Z", c.base),
        path("M4 -42 L28 -42 Q30 -24 10 -18 L8 0 L-4 0 L0 -18 Q12 -26 4 -42 Z", c.dark),
        rect(-28, -45, 60, 5, c.light, rx=2.4),
        path("M-18 -45 L-22 -80 Q-18 -82 -16 -78 L-10 -45 Z", c.light),
        right=1.9,
    )


def washbasin(tone: Tone, colour: str, rng: random.Random) -> str:
    """A washbasin with soap and a toothbrush mug."""
    c = shades(tone, colour)
    mug = tone(rng.choice(("#6f9fc0", "#e08a6a", "#7fb59a")))
    return in_cm(
        path("M-9 -66 L9 -66 L11 0 L-11 0 Z", c.dark),
        path("M-32 -82 L32 -82 Q30 -62 12 -60 L-12 -60 Q-30 -62 -32 -82 Z", c.base),
        path("M8 -82 L32 -82 Q30 -62 12 -60 L0 -60 Q12 -68 8 -82 Z", c.dark),
        rect(-34, -86, 68, 6, c.light, rx=3),
        stroke("M0 -86 L0 -98 Q0 -102 5 -102 Q10 -102 10 -96", tone(STEEL), 3),
        stroke("M20 -92 L18 -104 M23 -92 L25 -105", tone("#d9705a"), 1.1),
        rect(17, -96, 9, 10, mug, rx=1.4),
        rect(-26, -89, 12, 4, tone("#f0b8c0"), rx=2),
    )


def pram(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pram with its hood up; the handle is on the left."""
    c = shades(tone, colour)
    tilt = rng.choice((0, 2))
    return in_cm(
        stroke("M-34 -22 L20 -58 M34 -22 L-18 -58", tone(STEEL), 3.4),
        stroke(f"M-38 -74 L-56 -{98 + tilt} L-64 -{98 + tilt}", tone(STEEL), 3.4),
        stroke(f"M-66 -{98 + tilt} L-56 -{98 + tilt}", tone(INK), 4.6),
        path("M-40 -78 L46 -78 Q44 -48 14 -48 L-12 -48 Q-38 -50 -40 -78 Z", c.base),
        path("M10 -78 L46 -78 Q44 -48 14 -48 L0 -48 Q18 -56 10 -78 Z", c.dark),
        path("M4 -78 Q-4 -112 26 -114 Q50 -108 48 -78 Z", c.light),
        path("M24 -78 Q20 -104 26 -114 Q50 -108 48 -78 Z", c.base),
        blob("-38,-78 -30,-86 -12,-86 4,-80 2,-76 -36,-76", tone(PAPER)),
        *(
            circle(x, -18, 18, tone(TYRE))
            + circle(x, -18, 13, tone(CHROME))
            + circle(x, -18, 3, tone(IRON))
            for x in (-34, 34)
        ),
        right=6,
    )


def wheelchair(tone: Tone, colour: str, rng: random.Random) -> str:
    """An empty wheelchair; the constant above tells where a person sits."""
    c = shades(tone, colour)
    grip = tone(rng.choice((INK, IRON)))
    return in_cm(
        stroke("M-24 -94 L-24 -46 L24 -46 L34 -14 L48 -12", tone(STEEL), 3.4),
        stroke("M-24 -92 L-36 -94", grip, 4.4),
        rect(-29, -88, 8, 42, c.base, rx=3),
        rect(-26, -53, 50, 8, c.base, rx=3),
        rect(-26, -47, 50, 3, c.dark, rx=1.5),
        stroke("M-22 -70 L16 -70 L16 -48", tone(STEEL), 2.6),
        rect(-16, -73, 32, 5, c.dark, rx=2.5),
        circle(-12, -30, 28, "none", stroke=tone(TYRE), stroke_width=4),
        circle(-12, -30, 23, "none", stroke=tone(CHROME), stroke_width=1.6),
        stroke(
            "M-12 -56 L-12 -4 M-38 -30 L14 -30 M-30 -48 L6 -12 M-30 -12 L6 -48", tone(CHROME), 1
        ),
        circle(-12, -30, 4, tone(IRON)),
        circle(30, -8, 8, tone(TYRE)),
        circle(30, -8, 4, tone(CHROME)),
        right=-3.8,
    )


def radio(tone: Tone, colour: str, rng: random.Random) -> str:
    """A radio with its aerial out."""
    c = shades(tone, colour)
    dial = rng.uniform(-1, 9)
    return in_cm(
        stroke("M9 -18 L15 -36", tone(STEEL), 0.8),
        stroke("M-10 -18 Q-10 -23 0 -23 Q10 -23 10 -18", c.dark, 1.5),
        rect(-15, -19, 30, 19, c.base, rx=3),
        rect(-15, -4, 30, 4, c.dark, rx=2),
        circle(-7, -9, 6, tone(INK)),
        circle(-7, -9, 4.4, tone(IRON)),
        rect(1, -16, 12, 4.4, tone(PAPER), rx=0.8),
        rect(2.4 + dial, -16, 0.7, 4.4, tone("#d9483c")),
        *(circle(x, -8, 1.8, tone(GOLD)) for x in (3.6, 10.4)),
    )


def box(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cardboard box, its flaps open."""
    c = shades(tone, colour)
    flap = rng.choice((-46, -50))
    return in_cm(
        facet(f"-24,-38 -34,{flap} -6,-46 0,-38", c.dark),
        facet(f"24,-38 34,{flap} 6,-46 0,-38", c.deep),
        rect(-24, -39, 48, 39, c.base, rx=0.8),
        facet("24,-39 24,0 8,0 8,-39", c.dark),
        facet("-24,-38 -32,-30 -6,-30 0,-38", c.light),
        facet("24,-38 32,-30 6,-30 0,-38", c.base),
        stroke(
            "M-14 -10 L-14 -16 M-17 -13 L-14 -16.4 L-11 "
            "-13 M-6 -10 L-6 -16 M-9 -13 L-6 -16.4 L-3 -13",
            c.deep,
            1.1,
        ),
    )


HOUSEHOLD = (
    Thing(
        "broom",
        0.62,
        1.34,
        broom,
        "#dcb968",
        "home",
        held=Held(
            held_tools.broom,
            "#d9b35a",
            "sweep",
            reach=(0.15, 0.52, 0.34),
            below=0.88,
            shown_by=("sweep",),
        ),
    ),
    Thing(
        "ladder",
        0.96,
        1.82,
        ladder,
        "#d9a03c",
        "home",
        traits=("has steps",),
        acted_from="on",
    ),
    Thing("iron", 0.33, 0.185, iron, "#5f8fc0", "home", "surface", faces=True),
    Thing("vacuum cleaner", 1.3, 0.93, vacuum_cleaner, "#d9574a", "home", faces=True),
    Thing(
        "toilet",
        0.68,
        0.9,
        toilet,
        "#e8ecec",
        "home",
        faces=True,
        seat_m=0.43,
        found_at="bathroom",
    ),
    Thing(
        "washbasin",
        0.68,
        1.06,
        washbasin,
        "#e4eaea",
        "home",
        foot_m=0.24,
        found_at="bathroom",
    ),
    Thing(
        "pram",
        1.2,
        1.14,
        pram,
        "#4f7fa5",
        "vehicle",
        faces=True,
        traits=("handles",),
        parts=("wheel",),
    ),
    Thing(
        "wheelchair",
        0.9,
        0.96,
        wheelchair,
        "#3f6f9a",
        "vehicle",
        faces=True,
        seat_m=0.5,
        seat_x_m=-0.08,
        parts=("wheel",),
    ),
    Thing("radio", 0.3, 0.364, radio, "#c9704a", "home", "surface"),
    Thing(
        "box",
        0.68,
        0.5,
        box,
        "#c99a62",
        "home",
        held=Held(held_daily.box, "#c99a62", "lug", reach=(0.15, 0.26, 0.26)),
        traits=("holds things",),
        looks=("open",),
    ),
)
