"""What stands in a kitchen, seen from the front."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    CHROME,
    GLASS,
    GOLD,
    INK,
    IRON,
    ORANGE,
    PAPER,
    RED,
    STEEL,
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
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def fridge(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fridge with a freezer above."""
    c = shades(tone, colour)
    note = tone(rng.choice((GOLD, "#f09aa5", "#8cc4dc")))
    return in_cm(
        rect(-28, -5, 56, 5, tone(IRON)),
        rect(-32, -182, 64, 178, c.base, rx=6),
        rect(18, -182, 14, 178, c.dark, rx=6),
        rect(-32, -122, 64, 2.6, c.deep),
        rect(-26, -156, 4, 26, tone(STEEL), rx=2),
        rect(-26, -112, 4, 40, tone(STEEL), rx=2),
        rect(-4, -104, 15, 15, note, rx=1),
        rect(-12, -166, 12, 9, tone(PAPER), rx=1),
        circle(-6, -167, 1.7, tone(RED)),
        circle(3.5, -104, 1.7, tone(BLUE)),
        rect(-28, -178, 40, 6, c.light, rx=3),
    )


def cooker(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cooker with an oven; pots stand on its rings."""
    c = shades(tone, colour)
    dark, steel = tone(INK), tone(STEEL)
    return in_cm(
        rect(-27, -5, 54, 5, tone(IRON)),
        rect(-30, -88, 60, 84, c.base, rx=3),
        facet("-27,-93 27,-93 31,-87 -31,-87", dark),
        *(ellipse(x, -90, 8, 1.3, tone(IRON)) for x in (-14, 14)),
        rect(-30, -86, 60, 15, c.dark, rx=2),
        *(circle(x, -78.5, 3.4, dark) for x in (-22, -11, 0, 11, 22)),
        *(line((x, -78.5), (x, -81), steel, 0.9) for x in (-22, -11, 0, 11, 22)),
        rect(-24, -65, 48, 3.4, steel, rx=1.7),
        rect(-25, -58, 50, 36, dark, rx=4),
        rect(-20, -53, 40, 26, tone("#5a4238"), rx=3),
        stroke("M-18 -38 L18 -38", tone("#8a6a55"), 1),
        rect(-25, -17, 50, 9, c.light, rx=2),
        facet("-14,-53 -4,-53 -14,-27 -20,-27 -20,-40", tone("#7d5d4c")),
    )


def sink(tone: Tone, colour: str, rng: random.Random) -> str:
    """A kitchen sink over a cupboard; the cupboard has the main colour."""
    c, steel = shades(tone, colour), shades(tone, CHROME)
    return in_cm(
        rect(-46, -8, 92, 8, c.deep),
        rect(-50, -82, 100, 75, c.base, rx=2),
        *(rect(x, -68, 44, 56, c.dark, rx=2) for x in (-47, 3)),
        *(rect(x + 2, -66, 40, 52, c.light, rx=2) for x in (-47, 3)),
        *(rect(x, -56, 3, 12, tone(STEEL), rx=1.5) for x in (-10, 7)),
        rect(-53, -86, 106, 7, tone("#d9cdb8"), rx=2),
        path("M-30 -86 L30 -86 L27 -73 L-27 -73 Z", steel.dark),
        rect(-32, -88, 64, 4, steel.base, rx=2),
        stroke("M0 -88 L0 -112 Q0 -120 8 -120 Q15 -120 15 -110", steel.dark, 3.4),
        *(rect(x, -93, 6, 6, steel.deep, rx=2) for x in (-12, 7)),
    )


def washing_machine(tone: Tone, colour: str, rng: random.Random) -> str:
    """A washing machine with clothes behind its glass."""
    c = shades(tone, colour)
    wash = [tone(rng.choice((RED, BLUE, ORANGE, "#7fb59a"))) for _ in range(3)]
    return in_cm(
        *(rect(x, -4, 8, 4, tone(IRON)) for x in (-26, 18)),
        rect(-30, -86, 60, 83, c.base, rx=4),
        rect(-30, -86, 60, 15, c.dark, rx=4),
        rect(-25, -82, 17, 8, c.light, rx=2),
        circle(12, -78, 4, tone(STEEL)),
        *(circle(x, -78, 1.4, tone(GOLD)) for x in (21, 25)),
        circle(0, -38, 23, tone(STEEL)),
        circle(0, -38, 18, tone(GLASS)),
        blob("-16,-36 -8,-42 0,-34 -4,-24 -12,-26", wash[0]),
        blob("-2,-32 8,-40 16,-34 12,-24 2,-21", wash[1]),
        blob("-10,-28 0,-32 6,-22 -4,-20.6", wash[2]),
        path("M-12 -50 Q-4 -56 6 -54 Q-4 -50 -8 -44 Z", tone("#8fb2c4")),
        rect(-30, -10, 60, 2, c.dark),
    )


KITCHEN = (
    Thing(
        "fridge",
        0.64,
        1.82,
        fridge,
        "#dfe6ea",
        "kitchen",
        words=Words(also=("refrigerator",)),
        traits=("indoors only", "at the wall", "furnishes"),
        found_at="kitchen",
        parts=("door",),
    ),
    Thing(
        "cooker",
        0.62,
        0.93,
        cooker,
        "#dcdad4",
        "kitchen",
        top_m=0.9,
        words=Words(also=("stove", "oven")),
        traits=("indoors only", "at the wall", "furnishes"),
        found_at="kitchen",
    ),
    Thing(
        "sink",
        1.06,
        1.22,
        sink,
        "#7fa8a0",
        "kitchen",
        traits=("at the wall",),
    ),
    Thing(
        "washing machine",
        0.6,
        0.86,
        washing_machine,
        "#e6e8e8",
        "home",
        top_m=0.86,
        traits=("indoors only", "at the wall"),
    ),
)
