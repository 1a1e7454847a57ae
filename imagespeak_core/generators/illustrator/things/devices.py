"""What one works a computer or a television with, and what dries hair."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import INK, IRON, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def keyboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A computer's keyboard, seen from above at a slant."""
    c = shades(tone, colour)
    keys = []
    for row in range(4):
        y, half = -11.4 + 2.7 * row, 17.6 + 0.95 * row
        step = 2 * half / 12
        keys += [rect(-half + step * k + 0.3, y, step - 0.6, 1.9, c.pale, rx=0.4)
                 for k in range(12) if row < 3 or not 3 <= k <= 7]  # fmt: skip
    return in_cm(
        facet("-19,-13 19,-13 23,-1.2 -23,-1.2", c.base),
        facet("-23,-1.2 23,-1.2 23,0 -23,0", c.dark),
        *keys,
        rect(-9.8, -3.3, 16.4, 1.9, c.pale, rx=0.4),
    )


def computer_mouse(tone: Tone, colour: str, rng: random.Random) -> str:
    """A computer mouse with its wheel and cable, seen from above at a slant."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M0 -8.4 Q0 -12 3.4 -12 T7 -15.4", tone(INK), 0.7),
        path("M-4.4 -5.6 Q-4.4 -9 0 -9 Q4.4 -9 4.4 -5.6 L4.4 -3.4 Q4.4 0 0 0 Q-4.4 0 -4.4 -3.4 Z",
             c.dark),
        path("M-4.4 -6 Q-4.4 -9.4 0 -9.4 Q4.4 -9.4 4.4 -6 L4.4 -4.2 Q4.4 -0.9 0 -0.9 "
             "Q-4.4 -0.9 -4.4 -4.2 Z", c.base),
        stroke("M-4.3 -5.4 Q0 -4.6 4.3 -5.4 M0 -9.4 L0 -5", c.deep, 0.4),
        rect(-0.7, -8.4, 1.4, 2.4, tone(INK), rx=0.7),
        right=-1.45,
    )  # fmt: skip


def remote_control(tone: Tone, colour: str, rng: random.Random) -> str:
    """A television's remote control with its buttons."""
    c = shades(tone, colour)
    rows = [circle(x, y, 0.62, c.pale) for y in (-8.4, -6.6, -4.8, -3) for x in (-1.5, 0, 1.5)]
    return in_cm(
        rect(-2.8, -19, 5.6, 19, c.base, rx=1.4),
        rect(1.8, -18, 1, 17, c.dark, rx=0.5),
        circle(-1.4, -17.2, 0.7, tone(RED)),
        circle(0, -13, 1.9, c.pale),
        circle(0, -13, 0.8, c.base),
        *rows,
    )


def hair_dryer(tone: Tone, colour: str, rng: random.Random) -> str:
    """A hair dryer that blows to the right, with its cable."""
    c = shades(tone, colour)
    return in_cm(
        stroke("M-5.4 -1 Q-7 0 -9.4 -0.6 T-13.4 -0.5", tone(INK), 0.8),
        path("M-7 -13 L-0.6 -13 L-2.6 -1.2 Q-4.6 0 -7 -1.2 Z", c.dark),
        rect(-4.6, -10, 1.8, 3.4, tone(IRON), rx=0.6),
        path("M-5.6 -21.6 Q-12 -21.6 -12 -16 Q-12 -10.6 -5.6 -10.6 L9 -12.6 L9 -19.4 Z", c.base),
        path("M-11.9 -15 Q-11.6 -10.6 -5.6 -10.6 L9 -12.6 L9 -14 Z", c.dark),
        facet("9,-19 13,-20.6 13,-11.4 9,-13", tone(INK)),
        circle(-6.4, -16.4, 3.2, c.light),
        ellipse(-6.4, -16.4, 1.6, 1.6, c.deep),
    )


DEVICES = (
    Thing(
        "keyboard",
        0.46,
        0.13,
        keyboard,
        "#4a4f59",
        "school",
        "surface",
        words=Words(also=("computer keyboard", "laptop keyboard")),
        found_at="office",
    ),
    Thing(
        "computer mouse",
        0.12,
        0.157,
        computer_mouse,
        "#6a717c",
        "school",
        "surface",
        words=Words(
            also=("wireless mouse", "pc mouse"),
            plural="computer mice",
            several=("computer mice", "computer mouses"),
        ),
        found_at="office",
    ),
    Thing(
        "remote control",
        0.056,
        0.19,
        remote_control,
        "#3f434c",
        "home",
        "surface",
        words=Words(also=("tv remote", "television remote", "remote controller")),
        held=Held(held_daily.remote_control, "#3f434c", "hold"),
        found_at="living room",
    ),
    Thing(
        "hair dryer",
        0.265,
        0.216,
        hair_dryer,
        "#d5648c",
        "home",
        "surface",
        faces=True,
        words=Words(also=("hair drier", "hairdryer", "hairdrier", "blow dryer", "blow drier")),
        found_at="bathroom",
    ),
)
