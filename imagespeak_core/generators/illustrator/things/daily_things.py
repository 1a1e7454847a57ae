"""Small things of every day: for washing, for the time, for the hands, for play."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    INK,
    IRON,
    PAPER,
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
from imagespeak_core.generators.illustrator.things.in_hand import home as held_home
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def toothbrush(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toothbrush with paste on it, in a mug."""
    c, mug = shades(tone, colour), shades(tone, "#dfe8ec")
    return in_cm(
        stroke("M1 -5 L4 -19", c.base, 1.6),
        rect(2.5, -20.6, 2, 3.8, c.base, rx=0.6),
        rect(4.2, -20.4, 1.6, 3.2, tone(PAPER), rx=0.3),
        stroke("M-2 -5 L-3.4 -14", c.dark, 1.3),
        path("M-5 -10 L5 -10 L4.4 0 L-4.4 0 Z", mug.base),
        path("M2.4 -10 L5 -10 L4.4 0 L2 0 Z", mug.dark),
        rect(-4.9, -7, 9.8, 2.4, c.base),
    )


def soap(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bar of soap in its dish, with bubbles."""
    c, dish = shades(tone, colour), shades(tone, "#d5dee2")
    return in_cm(
        path("M-7 -2.2 L7 -2.2 Q6.4 0 4.6 0 L-4.6 0 Q-6.4 0 -7 -2.2 Z", dish.dark),
        rect(-5.4, -5.4, 10.8, 3.6, c.base, rx=1.6),
        rect(-4.4, -4.9, 8.8, 1, c.light, rx=0.5),
        circle(3.6, -6.4, 1.3, tone("#dceff4")),
        circle(5.2, -5.2, 0.8, tone("#c9e4ec")),
        circle(1.8, -7.2, 0.7, tone("#c9e4ec")),
    )


def keys(tone: Tone, colour: str, rng: random.Random) -> str:
    """Two keys on a ring."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M0 -9 a2.4 2.4 0 1 1 .1 0", tone(STEEL), 0.8),
        circle(-3, -7.4, 2, c.base),
        circle(-3, -7.4, 0.8, c.deep),
        path("M-3.6 -5.6 L-2.4 -5.6 L-2.4 0 L-3.6 0 Z M-2.4 -3 H-0.9 V-2 H-2.4 Z"
             " M-2.4 -1.4 H-1.2 V-0.4 H-2.4 Z", c.base),
        circle(2.8, -7.2, 1.9, c.dark),
        path("M2.2 -5.4 L3.4 -5.4 L3.4 -0.6 L2.2 -0.6 Z M3.4 -2.8 H4.8 V-1.8 H3.4 Z", c.dark),
    )  # fmt: skip


def wristwatch(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wristwatch that stands on its strap."""
    c = shades(tone, colour)
    return in_cm(
        path("M-2 -7.6 L-1.6 -11 L1.6 -11 L2 -7.6 Z", c.base),
        path("M-2 -3 L-1.6 0 L1.6 0 L2 -3 Z", c.base),
        rect(-1.5, -10.4, 3, 0.8, c.light),
        circle(0, -5.3, 3.2, tone(GOLD)),
        circle(0, -5.3, 2.5, tone(PAPER)),
        stroke("M0 -5.3 V-7 M0 -5.3 L1.2 -4.8", tone(INK), 0.4),
        rect(3, -5.8, 0.7, 1, tone("#c99a3a"), rx=0.3),
    )


def gloves(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of gloves."""
    c = shades(tone, colour)
    fingers = [rect(-10.6 + 2.2 * k, -20 - (1.4 if k in (1, 2) else 0), 2, 9, c.base, rx=1)
               for k in range(4)]  # fmt: skip
    other = [rect(2.4 + 2.2 * k, -20 - (1.4 if k in (1, 2) else 0), 2, 9, c.dark, rx=1)
             for k in range(4)]  # fmt: skip
    return in_cm(
        *fingers,
        *other,
        rect(-10.6, -14, 8.6, 11, c.base, rx=2),
        rect(2.4, -14, 8.6, 11, c.dark, rx=2),
        stroke("M-2.4 -8 L-0.6 -12", c.base, 2.2),
        stroke("M2.8 -8 L1 -12", c.dark, 2.2),
        rect(-10.8, -4, 9, 4, c.light, rx=1),
        rect(2.2, -4, 9, 4, c.base, rx=1),
    )


def alarm_clock(tone: Tone, colour: str, rng: random.Random) -> str:
    """An alarm clock with two bells."""
    c = shades(tone, colour)
    hour = rng.choice(("L2.6 -6", "L-2.6 -6", "L0 -10.4"))
    return in_cm(
        stroke("M-4.6 -2.2 L-6 -0.4 M4.6 -2.2 L6 -0.4", tone(IRON), 1.2),
        blob("-7,-13 -5,-15.4 -2.4,-15 -5.4,-11.6", tone(GOLD)),
        blob("7,-13 5,-15.4 2.4,-15 5.4,-11.6", tone(GOLD)),
        rect(-0.5, -16, 1, 2, tone(IRON), rx=0.4),
        circle(0, -7.6, 7, c.base),
        circle(0, -7.6, 5.4, tone(PAPER)),
        stroke(f"M0 -7.6 V-11.6 M0 -7.6 {hour}", tone(INK), 0.7),
        circle(0, -7.6, 0.6, tone(INK)),
    )


def ruler(tone: Tone, colour: str, rng: random.Random) -> str:
    """A ruler that leans on a pencil pot."""
    c = shades(tone, colour)
    marks = "".join(f"M{-13 + 2 * k} -4 v{1.6 if k % 5 else 2.6}" for k in range(14))
    return in_cm(
        rect(-15, -4, 30, 4, c.base, rx=0.4),
        rect(-15, -1, 30, 1, c.dark, rx=0.4),
        rect(-15, -4, 30, 0.6, c.light),
        stroke(marks, c.deep, 0.35),
    )


def surfboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A surfboard that stands in the sand."""
    c, other = shades(tone, colour), tone(rng.choice((PAPER, GOLD, "#6fb3c4")))
    return in_cm(
        path("M0 -200 Q28 -150 26 -80 Q24 -20 10 0 L-10 0 Q-24 -20 -26 -80 Q-28 -150 0 -200 Z",
             c.base),
        path("M0 -200 Q28 -150 26 -80 Q24 -20 10 0 L4 0 Q14 -60 12 -110 Q10 -160 0 -200 Z", c.dark),
        path("M-25.6 -96 L25.8 -116 L26 -92 L-26 -72 Z", other),
        stroke("M0 -192 V-6", c.light, 1.6),
    )  # fmt: skip


def spade(tone: Tone, colour: str, rng: random.Random) -> str:
    """A spade stuck in the ground."""
    c = shades(tone, colour)
    return in_cm(
        rect(-2, -96, 4, 62, tone(WOOD), rx=1.4),
        path("M-10 -108 Q-10 -112 -6 -112 L6 -112 Q10 -112 10 -108 L4 -94 L-4 -94 Z "
             "M-5.6 -107 L-2 -98 L2 -98 L5.6 -107 Z", c.dark, fill_rule="evenodd"),
        path("M-12 -38 L12 -38 L12 -12 Q8 -3 0 0 Q-8 -3 -12 -12 Z", c.base),
        path("M3 -38 L12 -38 L12 -12 Q8 -3 3 -1 Z", c.dark),
        rect(-13, -40, 26, 4, tone(STEEL), rx=1),
    )  # fmt: skip


def microwave(tone: Tone, colour: str, rng: random.Random) -> str:
    """A microwave oven."""
    c = shades(tone, colour)
    return in_cm(
        rect(-25, -28, 50, 27, c.base, rx=2),
        rect(-25, -4, 50, 3, c.dark, rx=1.4),
        rect(-22, -25, 31, 19, tone("#3f4a55"), rx=1.4),
        facet("-18,-8 -10,-23 -5,-23 -13,-8", tone("#5f6f7c")),
        rect(12, -25, 10, 5, tone("#9fd0a8"), rx=0.8),
        *(circle(14 + 3 * x, -16 + 3.4 * y, 1, c.deep) for x in range(3) for y in range(3)),
        rect(-22, -1.4, 5, 1.4, tone(IRON)),
        rect(17, -1.4, 5, 1.4, tone(IRON)),
    )


def toaster(tone: Tone, colour: str, rng: random.Random) -> str:
    """A toaster with two slices in it."""
    c, bread = shades(tone, colour), shades(tone, "#d9a35a")
    return in_cm(
        *(path(f"M{x} -14 L{x} -22 Q{x} -25 {x + 4.6} -25 Q{x + 9} -25 {x + 9} -22 L{x + 9} -14 Z",
               fill) for x, fill in ((-9.6, bread.dark), (0.6, bread.base))),
        path("M-14 -2 L-14 -14 Q-14 -18 -10 -18 L10 -18 Q14 -18 14 -14 L14 -2 Z", c.base),
        path("M8 -18 L10 -18 Q14 -18 14 -14 L14 -2 L8 -2 Z", c.dark),
        rect(-11, -15.4, 16, 2.4, c.light, rx=1.2),
        rect(13.4, -12, 3, 2.4, tone(INK), rx=0.8),
        ellipse(-8, -6, 2, 2, tone(PAPER)),
        rect(-13, -2, 26, 2, tone(IRON), rx=0.8),
        right=-1.2,
    )  # fmt: skip


DAILY_THINGS = (
    Thing(
        "toothbrush",
        0.11,
        0.206,
        toothbrush,
        "#4a9fc4",
        "home",
        "surface",
        found_at="bathroom",
        held=Held(held_home.toothbrush, "#3f8fb0", "brush", shown_by=("brush_teeth",)),
        words=Words(also=("tooth brush",)),
    ),
    Thing(
        "soap",
        0.14,
        0.08,
        soap,
        "#e9a0b4",
        "home",
        "surface",
        words=Words(number="mass"),
        found_at="bathroom",
    ),
    Thing(
        "keys",
        0.1,
        0.14,
        keys,
        "#d9a840",
        "home",
        "surface",
        words=Words(also=("key",), number="many"),
    ),
    Thing(
        "wristwatch",
        0.068,
        0.11,
        wristwatch,
        "#8a5a42",
        "home",
        "surface",
        words=Words(also=("wrist watch",)),
    ),
    Thing(
        "gloves",
        0.22,
        0.214,
        gloves,
        "#c8505a",
        "clothes",
        "surface",
        words=Words(number="many"),
    ),
    Thing(
        "alarm clock",
        0.15,
        0.16,
        alarm_clock,
        "#d9574a",
        "home",
        "surface",
        found_at="bedroom",
    ),
    Thing("ruler", 0.3, 0.04, ruler, "#e9c04f", "school", "surface"),
    Thing(
        "surfboard",
        0.54,
        2.0,
        surfboard,
        "#e0705a",
        "sport",
        foot_m=0.2,
        found_at="sea",
    ),
    Thing(
        "spade",
        0.26,
        1.12,
        spade,
        "#c8574a",
        "outdoor",
        words=Words(also=("shovel",)),
        found_at="garden",
    ),
    Thing(
        "microwave",
        0.5,
        0.28,
        microwave,
        "#c9d1d6",
        "kitchen",
        "surface",
        words=Words(also=("microwave oven",)),
        found_at="kitchen",
    ),
    Thing(
        "toaster",
        0.3,
        0.25,
        toaster,
        "#d9654f",
        "kitchen",
        "surface",
        found_at="kitchen",
    ),
)
