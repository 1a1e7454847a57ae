"""What stands at the side of a road."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import INK, IRON, PANE, STEEL
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

_STOP = (
    "M-19 -192 Q-21 -196 -26 -195 Q-30 -193 -28 -189 Q-26 -186 -23 -185 Q-18 -183 -19 -178 "
    "Q-21 -174 -25 -174 Q-29 -175 -29 -178 "
    "M-14 -195 L-3 -195 M-8.5 -195 L-8.5 -174 "
    "M7 -195 Q12 -195 12 -184.5 Q12 -174 7 -174 Q2 -174 2 -184.5 Q2 -195 7 -195 "
    "M18 -174 L18 -195 L24 -195 Q29 -195 29 -189.5 Q29 -184 24 -184 L18 -184"
)
"""The word as strokes, so that it needs no font."""


def stop_sign(tone: Tone, colour: str, rng: random.Random) -> str:
    """A stop sign on its post; its board has the main colour."""
    c, white = shades(tone, colour), tone("#f7f3ea")
    return in_cm(
        rect(-3.4, -160, 6.8, 160, tone(STEEL)),
        rect(1, -160, 2.4, 160, tone(IRON)),
        facet("-16.6,-224.5 16.6,-224.5 40,-201.1 40,-167.9 16.6,-144.5 -16.6,-144.5 -40,-167.9 "
              "-40,-201.1", white),
        facet("-15.2,-221 15.2,-221 36.6,-199.7 36.6,-169.3 15.2,-148 -15.2,-148 -36.6,-169.3 "
              "-36.6,-199.7", c.base),
        stroke(_STOP, white, 3.8),
    )  # fmt: skip


def parking_meter(tone: Tone, colour: str, rng: random.Random) -> str:
    """A parking meter on its post; its head has the main colour."""
    c = shades(tone, colour)
    return in_cm(
        rect(-9, -4, 18, 4, tone(IRON), rx=1),
        rect(-3, -96, 6, 94, tone(STEEL)),
        rect(0.6, -96, 2.4, 94, tone(IRON)),
        rect(-6, -102, 12, 10, c.deep, rx=2),
        path("M-15 -124 Q-15 -144 0 -144 Q15 -144 15 -124 L12 -100 L-12 -100 Z", c.base),
        path("M6 -142.6 Q15 -139 15 -124 L12 -100 L6 -100 Q10 -124 6 -142.6 Z", c.dark),
        path("M-10 -124 Q-10 -138.6 0 -138.6 Q10 -138.6 10 -124 Z", tone(PANE)),
        stroke("M0 -125 L4.4 -134", tone(INK), 1.4),
        rect(-5, -118, 10, 2, tone(INK), rx=1),
        circle(0, -109, 4.2, tone(STEEL)),
        stroke("M0 -111.6 L0 -106.4", tone(INK), 1.3),
    )


def fire_hydrant(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fire hydrant with its caps."""
    c = shades(tone, colour)
    return in_cm(
        rect(-19, -6, 38, 6, c.dark, rx=1.6),
        rect(-13, -54, 26, 50, c.base),
        rect(6, -54, 7, 50, c.dark),
        *(rect(x, -46, 8, 14, c.dark, rx=1.6) for x in (-21, 13)),
        *(rect(x, -43, 4, 8, c.deep, rx=1) for x in (-24, 20)),
        circle(-1, -36, 8.4, c.dark),
        circle(-1, -36, 5.6, c.light),
        circle(-1, -36, 2, c.deep),
        rect(-17, -58, 34, 6, c.dark, rx=1.6),
        blob("-14,-57 -12,-67 -5,-73 5,-73 12,-67 14,-57", c.base),
        blob("5,-57.5 7,-66 3,-72.6 9,-70 12,-66 14,-57", c.dark),
        rect(-4, -79, 8, 7, c.deep, rx=1),
        stroke("M-8 -52 L-8 -8", c.light, 2.4),
    )


ROADSIDE = (
    Thing(
        "stop sign",
        0.8,
        2.245,
        stop_sign,
        "#cf3b36",
        "street",
        foot_m=0.1,
        words=Words(also=("stop-sign",)),
        traits=("open air",),
        found_at="street",
    ),
    Thing(
        "parking meter",
        0.3,
        1.44,
        parking_meter,
        "#5f7f9a",
        "street",
        words=Words(learned={"A2": "machine", "B1": "parking meter"}),
        traits=("open air",),
        found_at="street",
    ),
    Thing(
        "fire hydrant",
        0.48,
        0.79,
        fire_hydrant,
        "#d2403a",
        "street",
        words=Words(also=("hydrant",)),
        traits=("open air",),
        found_at="street",
    ),
)
