"""Seats of trains, buses and planes. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import in_cm
from imagespeak_core.generators.illustrator.drawing.materials import STEEL
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, path, rect
from imagespeak_core.generators.illustrator.things.thing import Thing


def seat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A padded seat with a high back and an armrest, seen from the side."""
    c, steel = shades(tone, colour), tone(STEEL)
    return in_cm(
        rect(-22, -30, 7, 30, steel),
        rect(12, -30, 7, 30, steel),
        rect(-28, -4, 54, 4, steel, rx=2),
        path("M-35 -112 Q-33 -120 -22 -118 Q-14 -116 -15 -104 L-8 -44 L-26 -36 Z", c.base),
        path("M-35 -112 Q-33 -120 -28 -119 L-17 -42 L-26 -36 Z", c.dark),
        path("M-31 -118 Q-21 -122 -14 -112 L-14 -94 L-26 -92 Z", tone("#f1ece0")),
        path("M-27 -46 H28 Q35 -45 34 -37 Q33 -29 26 -29 H-24 Q-30 -34 -27 -46 Z", c.base),
        path("M-27 -36 H34 Q33 -29 26 -29 H-24 Q-27 -32 -27 -36 Z", c.dark),
        path("M-14 -66 H14 Q20 -66 20 -61 V-46 H14 V-60 H-14 Z", tone("#5f6b75")),
    )


SEATS = (
    Thing(
        "seat",
        0.7,
        1.22,
        seat,
        "#4f7fae",
        "furniture",
        faces=True,
        seat_m=0.46,
        seat_x_m=0.02,
        traits=("sat in", "of every inside"),
    ),
)
