"""Vehicles on two wheels. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    INK,
    IRON,
    LAMP,
    STEEL,
    TYRE,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    line,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

BICYCLE_SADDLE = (-0.22, -0.93)
BICYCLE_HANDLEBAR = (0.36, -1.0)
BICYCLE_PEDAL_NEAR = (0.04, -0.15)
BICYCLE_PEDAL_FAR = (-0.16, -0.43)
"""Where a rider touches the bicycle, in metres; the crank turns around (-0.06, -0.29)."""
MOTORBIKE_SADDLE = (-0.3, -0.82)
MOTORBIKE_HANDLEBAR = (0.33, -1.06)
MOTORBIKE_FOOTREST = (0.0, -0.3)


def bicycle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A city bicycle for a grown-up; the constants above tell where its rider fits."""
    c = shades(tone, colour)
    steel, dark = tone(STEEL), tone(INK)
    return in_cm(
        *(_bicycle_wheel(tone, x, 34) for x in (-53, 53)),
        stroke("M-6 -29 L-16 -43", steel, 2),
        stroke("M-19.5 -43 L-12.5 -43", dark, 3.2),
        stroke("M-53 -34 L-6 -29 M-53 -34 L-18 -74", c.dark, 3),
        stroke("M-88 -42 Q-78 -70 -54 -71 Q-36 -70 -26 -56", c.dark, 2.4),
        stroke("M-6 -29 L-22 -90", steel, 3),
        stroke("M-6 -29 L-18 -74 L38 -76 M-6 -29 L40 -68", c.base, 4.4),
        stroke("M35 -86 L41 -66 Q46 -50 53 -34", c.base, 4),
        stroke("M35 -86 L33 -98", steel, 3),
        stroke("M26 -101 Q32 -104 37 -99 L42 -96", dark, 3.4),
        blob("-34,-95 -26,-94.6 -14,-94 -10,-92 -16,-90 -24,-89 -33,-90.6", dark),
        circle(45, -82, 4, tone(LAMP)),
        line((35, -84), (43, -82), steel, 2),
        circle(-6, -29, 8, "none", stroke=steel, stroke_width=2.6),
        stroke("M-6 -29 L4 -15", tone(IRON), 2.6),
        stroke("M0 -15 L8 -15", dark, 3.4),
    )


def motorbike(tone: Tone, colour: str, rng: random.Random) -> str:
    """A motorbike; saddle, handlebar and footrest are where the constants say, in metres."""
    c = shades(tone, colour)
    iron, steel = tone(IRON), tone(CHROME)
    return in_cm(
        *(circle(x, -32, 32, tone(TYRE)) for x in (-68, 72)),
        *(circle(x, -32, 21, c.base) for x in (-68, 72)),
        *(circle(x, -32, 15, tone("#767d88")) for x in (-68, 72)),
        limb("-68,-32,7 -30,-40,9 6,-34,9", iron),
        stroke("M72 -32 L44 -88 L34 -104", steel, 7),
        stroke("M20 -106 L38 -104 L44 -100", tone(INK), 5),
        path("M-88 -66 Q-70 -78 -50 -74 L-46 -66 Q-70 -64 -88 -66 Z", c.dark),
        path("M-78 -84 Q-60 -90 -36 -82 L-4 -80 L0 -70 L-60 -70 Z", tone(INK)),
        path("M-74 -70 L-6 -70 L-18 -52 Q-52 -50 -74 -62 Z", c.base),
        path("M-8 -82 Q6 -104 32 -97 Q46 -90 43 -76 L30 -60 L-6 -62 Z", c.base),
        path("M-6 -62 L30 -60 L38 -69 Q16 -73 -8 -70 Z", c.dark),
        rect(-26, -64, 48, 34, tone("#7b828d"), rx=9),
        *(line((-20, -57 + 7 * k), (16, -57 + 7 * k), iron, 2) for k in range(4)),
        stroke("M10 -28 L-30 -24 L-84 -28", steel, 8),
        path("M44 -58 Q74 -78 100 -56 Q76 -64 52 -50 Z", c.base),
        circle(51, -88, 9, steel),
        circle(54, -88, 6, tone(LAMP)),
        circle(-66, -32, 5, iron),
        circle(72, -32, 5, iron),
    )


def scooter(tone: Tone, colour: str, rng: random.Random) -> str:
    """A child's scooter."""
    c = shades(tone, colour)
    dark = tone(INK)
    return in_cm(
        stroke("M-32 -9 L22 -9", c.base, 5),
        stroke("M-32 -7 L22 -7", c.dark, 1.6),
        stroke("M24 -10 L30 -22 L24 -74", c.base, 3.4),
        stroke("M14 -75 L31 -73", dark, 3.6),
        stroke("M-44 -20 Q-36 -20 -31 -12", c.dark, 3),
        *(circle(x, -9, 9, tone(TYRE)) for x in (-36, 36)),
        *(circle(x, -9, 4.5, tone(CHROME)) for x in (-36, 36)),
        stroke("M30 -22 L36 -9", c.dark, 3),
    )


def _bicycle_wheel(tone: Tone, x: float, radius: float) -> str:
    spokes = "".join(
        f"M{x - radius * dx:.1f} {-radius - radius * dy:.1f} "
        f"L{x + radius * dx:.1f} {-radius + radius * dy:.1f}"
        for dx, dy in ((0.92, 0), (0.65, 0.65), (0, 0.92), (-0.65, 0.65))
    )
    return (
        circle(x, -radius, radius - 2, "none", stroke=tone(TYRE), stroke_width=4)
        + circle(x, -radius, radius - 5, "none", stroke=tone(CHROME), stroke_width=1.6)
        + stroke(spokes, tone(CHROME), 0.7)
        + circle(x, -radius, 3, tone(STEEL))
    )


CYCLES = (
    Thing(
        "bicycle",
        1.75,
        1.04,
        bicycle,
        "#3f8f7a",
        "vehicle",
        faces=True,
        seat_m=0.93,
        seat_x_m=-0.22,
        bar_m=BICYCLE_HANDLEBAR,
        words=Words(kinds=("mountain bike",), also=("bike",)),
        colours=("#c8443a", "#3f74c0", "#4c9a77", "#e0a33b"),
        shown_by=("ride",),
    ),
    Thing(
        "motorbike",
        2.08,
        1.08,
        motorbike,
        "#c9453f",
        "vehicle",
        faces=True,
        seat_m=0.84,
        seat_x_m=-0.3,
        bar_m=MOTORBIKE_HANDLEBAR,
        words=Words(also=("motor bike", "motorcycle")),
        traits=("rides on the road", "traffic"),
        found_at="street",
    ),
    Thing(
        "scooter",
        0.92,
        0.77,
        scooter,
        "#d65a8a",
        "vehicle",
        faces=True,
        top_m=0.12,
        bar_m=(0.2, -0.74),
    ),
)
