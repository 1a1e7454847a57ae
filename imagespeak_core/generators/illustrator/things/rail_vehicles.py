"""Vehicles on rails. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GLASS,
    IRON,
    LAMP,
    PAPER,
    STEEL,
    TYRE,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def train(tone: Tone, colour: str, rng: random.Random) -> str:
    """The head of a train and its first carriage, on a piece of track."""
    c = shades(tone, colour)
    glass, pale, dark = tone(GLASS), tone(PAPER), tone(IRON)
    wheels = (-730, -640, -250, -160, 190, 280, 590, 680)
    return in_cm(
        rect(-820, -8, 1640, 8, tone(STEEL)),
        *(circle(x, -46, 40, dark) for x in wheels),
        *(circle(x, -46, 20, tone(STEEL)) for x in wheels),
        rect(-810, -90, 1560, 34, dark, rx=8),
        rect(-34, -300, 40, 230, dark),
        rect(-815, -345, 790, 280, c.base, rx=20),
        path(
            "M0 -325 Q0 -345 20 -345 L560 -345 Q700 -340 770 -210 Q812 -140 808 -90 "
            "Q806 -65 780 -65 L0 -65 Z",
            c.base,
        ),
        rect(-800, -362, 760, 20, tone(STEEL), rx=8),
        rect(20, -362, 540, 20, tone(STEEL), rx=8),
        rect(-815, -112, 790, 47, c.dark, rx=12),
        path("M0 -112 L812 -112 Q812 -65 780 -65 L0 -65 Z", c.dark),
        rect(-815, -160, 790, 16, pale),
        path("M0 -160 L796 -160 L801 -144 L0 -144 Z", pale),
        *(rect(-690 + 118 * k, -296, 96, 96, glass, rx=12) for k in range(5)),
        *(rect(118 + 118 * k, -296, 96, 96, glass, rx=12) for k in range(3)),
        *(
            facet(
                f"{-666 + 118 * k},-296 {-636 + 118 * k},-296 {-660 + 118 * k},-200 "
                f"{-690 + 118 * k},-200",
                tone("#6f93a8"),
            )
            for k in range(5)
        ),
        *(_train_door(x, glass, c.deep) for x in (-790, -96, 22, 482)),
        path("M594 -318 Q680 -300 736 -206 L594 -206 Z", glass),
        path("M620 -312 L652 -300 L628 -206 L598 -206 Z", tone("#6f93a8")),
        ellipse(786, -132, 12, 16, tone(LAMP)),
    )


def tram(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tram with its current collector up."""
    c = shades(tone, colour)
    glass, cream = tone(GLASS), shades(tone, "#f3ead3")
    return in_cm(
        rect(-610, -6, 1220, 6, tone(STEEL)),
        stroke("M-40 -336 L30 -380 L-30 -424 M-70 -425 L10 -425", tone(IRON), 6),
        rect(-480, -346, 960, 20, tone(STEEL), rx=9),
        path(
            "M-600 -40 L-606 -180 L-580 -310 Q-576 -330 -552 -330 L552 -330 Q576 -330 580 -310 "
            "L606 -180 L600 -40 Z",
            cream.base,
        ),
        path("M-606 -190 L606 -190 L600 -40 L-600 -40 Z", c.base),
        path("M-602 -90 L602 -90 L600 -40 L-600 -40 Z", c.dark),
        rect(-604, -196, 1208, 12, c.light),
        *(rect(-560 + 130 * k, -296, 112, 96, glass, rx=10) for k in range(8) if k not in (2, 5)),
        *(_train_door(x, glass, c.deep, 290) for x in (-302, 88)),
        path("M484 -296 L556 -296 L576 -200 L484 -200 Z", glass),
        ellipse(582, -130, 10, 14, tone(LAMP)),
        *(rect(x, -42, 210, 24, tone(IRON), rx=10) for x in (-500, -105, 290)),
        *(circle(x + dx, -24, 24, tone(TYRE)) for x in (-395, 0, 395) for dx in (-58, 58)),
    )


def _train_door(x: float, glass: str, frame: str, height: float = 240) -> str:
    top = -height - 56 if height < 260 else -302
    return rect(x, top, 76, -top - 72, frame, rx=8) + rect(x + 10, top + 14, 56, 110, glass, rx=8)


def _pane(left: float, right: float, low: float) -> tuple[Point, ...]:
    """The corners of a window whose upper edge is 2.96 m high."""
    return ((left, -2.96), (right, -2.96), (right, low), (left, low))


_TRAIN_WINDOWS = (
    ((5.94, -3.18), (6.6, -3.0), (7.36, -2.06), (5.94, -2.06)),
    *(_pane(1.18 + 1.18 * k, 2.14 + 1.18 * k, -2.0) for k in (2, 1, 0)),
    *(_pane(-6.9 + 1.18 * k, -5.94 + 1.18 * k, -2.0) for k in (4, 3, 2, 1, 0)),
)
_TRAM_WINDOWS = (
    ((4.84, -2.96), (5.56, -2.96), (5.76, -2.0), (4.84, -2.0)),
    *(_pane(-5.6 + 1.3 * k, -4.48 + 1.3 * k, -2.0) for k in (7, 6, 4, 3, 1, 0)),
)

RAIL_VEHICLES = (
    Thing(
        "train",
        16.4,
        3.62,
        train,
        "#2f7a6b",
        "vehicle",
        faces=True,
        windows_m=_TRAIN_WINDOWS,
        words=Words(
            kinds=("steam train", "bullet train", "high-speed train", "freight train"),
            also=("train window",),
        ),
        traits=("traffic", "sat in", "furnishes"),
        found_at="station",
        acted_from="in",
    ),
    Thing(
        "tram",
        12.2,
        4.28,
        tram,
        "#c9453f",
        "vehicle",
        faces=True,
        windows_m=_TRAM_WINDOWS,
        words=Words(also=("tram window",)),
        traits=("rides on the road", "traffic", "boarded", "waited for", "sat in"),
        found_at="street",
        acted_from="in",
    ),
)
