"""What is thrown, caught and hit, and a snowboard."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import sport as held_sport
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def frisbee(tone: Tone, colour: str, rng: random.Random) -> str:
    """A frisbee, seen from above at a slant."""
    c = shades(tone, colour)
    return in_cm(
        ellipse(0, -5, 14, 5, c.deep),
        ellipse(0, -6.4, 14, 5.2, c.base),
        ellipse(0, -6.8, 10.6, 3.6, c.dark),
        ellipse(0, -6.5, 10, 3.3, c.light),
        ellipse(0, -6.5, 4.4, 1.4, c.base),
    )


def baseball_bat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A baseball bat that stands on its thick end."""
    c = shades(tone, colour)
    return in_cm(
        path("M-5.4 -1.4 Q0 1.4 5.4 -1.4 L5.6 -28 Q5 -44 2.4 -56 L1.9 -84 L-1.9 -84 L-2.4 -56 "
             "Q-5 -44 -5.6 -28 Z", c.base),
        path("M5.4 -1.4 L5.6 -28 Q5 -44 2.4 -56 L1.9 -84 L0.6 -84 L0.8 -56 Q2.4 -30 2 0 Q4 -.4 "
             "5.4 -1.4 Z", c.dark),
        rect(-2.2, -84, 4.4, 22, tone(INK), rx=0.8),
        *(rect(-2.2, y, 4.4, 1, tone("#5b5f6b")) for y in (-79, -75, -71, -67)),
        rect(-4, -87, 8, 3.6, c.deep, rx=1.8),
        stroke("M-3.4 -6 L-3.4 -30", c.light, 1.2),
    )  # fmt: skip


def baseball_glove(tone: Tone, colour: str, rng: random.Random) -> str:
    """A baseball glove with a ball in it."""
    c = shades(tone, colour)
    return in_cm(
        *(limb(joints, c.dark) for joints in
          ("-6,-12,7 -9,-22,6.4 -10,-27,5", "-1,-12,7 -2.4,-24,6.6 -2.6,-30,5")),
        *(limb(joints, c.base) for joints in
          ("4,-12,7 4.4,-23,6.6 4.6,-29,5", "9,-10,7 11,-19,6.2 12,-24.4,4.8")),
        limb("-10,-6,8 -14,-12,6.6 -15,-17,5", c.base),
        blob("-13,-8 -10,-15 0,-17 10,-15 13,-9 11,-2 4,-0.2 -6,-0.2 -11,-2", c.base),
        blob("-9,-9 -5,-13.4 3,-13.6 7,-9 4,-4 -4,-3.6", c.dark),
        circle(-1, -9.4, 4.4, tone(PAPER)),
        stroke("M-4 -12.4 Q-1.4 -9.4 -4 -6.4 M2 -12.4 Q-0.6 -9.4 2 -6.4", tone("#c8443c"), 0.7),
        stroke("M-14 -13 L-9.6 -19 M-13 -16 L-9 -22", c.deep, 0.8),
    )  # fmt: skip


def snowboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A snowboard that stands upright, with its two bindings."""
    c, ink = shades(tone, colour), tone(INK)
    return in_cm(
        rect(-15, -154, 30, 154, c.base, rx=15),
        path("M0 -154 Q15 -154 15 -139 L15 -15 Q15 0 0 0 Q9 -8 9 -40 L9 -114 Q9 -146 0 -154 Z",
             c.dark),
        path("M-15 -88 L15 -74 L15 -62 L-15 -76 Z", c.pale),
        *(rect(-11, y, 22, 22, ink, rx=5) for y in (-122, -50)),
        *(rect(-17, y, 34, 6, tone("#777e8a"), rx=2) for y in (-114, -42)),
    )  # fmt: skip


GAMES = (
    Thing(
        "frisbee",
        0.28,
        0.116,
        frisbee,
        "#e2553f",
        "sport",
        words=Words(also=("flying disc",)),
        done_with={"throw": ("throw", "frisbee")},
        held=Held(held_sport.frisbee, "#e2553f", "hold"),
        found_at="park",
    ),
    Thing(
        "baseball bat",
        0.112,
        0.87,
        baseball_bat,
        "#c08a52",
        "sport",
        held=Held(held_sport.baseball_bat, "#c08a52", "hold", reach=(0.08, 0.64, 0.1)),
        found_at="park",
    ),
    Thing(
        "baseball glove",
        0.33,
        0.32,
        baseball_glove,
        "#9a6238",
        "sport",
        words=Words(also=("baseball mitt", "catcher's mitt")),
        found_at="park",
    ),
    Thing("snowboard", 0.34, 1.54, snowboard, "#3f7fb5", "sport", found_at="mountains"),
)
