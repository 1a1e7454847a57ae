"""Sweet food."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import CRUST, PAPER, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import food as held_food
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def cake(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cake on a stand; its icing has the main colour."""
    c, sponge, stand = shades(tone, colour), shades(tone, CRUST), shades(tone, PAPER)
    return in_cm(
        ellipse(0, -0.9, 6, 0.9, stand.dark),
        rect(-1.4, -5, 2.8, 4.6, stand.dark),
        ellipse(0, -5.4, 16, 1.6, stand.base),
        rect(-12.5, -17, 25, 11.4, sponge.base, rx=1.6),
        rect(-12.5, -12.2, 25, 2, stand.light),
        path(
            "M-12.6 -14 L-12.6 -18 Q-12 -20 0 -20 Q12 -20 "
            "12.6 -18 L12.6 -14 Q11 -11.4 9 -14 Q7 -10.6 "
            "4.6 -14 Q2.4 -11.6 0 -14 Q-2.4 -10.6 -4.6 -14 Q-7 -11.6 -9 -14 Q-11 -11 -12.6 -14 Z",
            c.base,
        ),
        ellipse(0, -18.4, 12, 1.7, c.light),
        *(circle(x, -20.4, 1.5, tone(RED)) for x in (-8, -2.7, 2.7, 8)),
    )


def birthday_cake(tone: Tone, colour: str, rng: random.Random) -> str:
    """A birthday cake of two tiers with burning candles."""
    c, cream = shades(tone, colour), shades(tone, PAPER)
    sticks = [tone(rng.choice((RED, "#4a83c4", "#5fae6c", "#b07cc0"))) for _ in range(5)]
    return in_cm(
        ellipse(0, -1.6, 20, 1.6, cream.dark),
        rect(-16, -13, 32, 11.6, c.base, rx=2),
        path(
            "M-16 -9 Q-12 -6 -8 -9 Q-4 -6 0 -9 Q4 -6 8 -9 Q12 "
            "-6 16 -9 L16 -12 Q16 -13.6 14 -13.6 L-14 -13.6 "
            "Q-16 -13.6 -16 -12 Z",
            cream.base,
        ),
        rect(-11, -22, 22, 9.4, c.base, rx=2),
        path(
            "M-11 -18.6 Q-8.2 -16 -5.5 -18.6 Q-2.8 -16 0 -18.6 "
            "Q2.8 -16 5.5 -18.6 Q8.2 -16 11 -18.6 L11 -21 "
            "Q11 -22.6 9 -22.6 L-9 -22.6 Q-11 -22.6 -11 -21 Z",
            cream.base,
        ),
        rect(-16, -4, 32, 2.6, c.dark, rx=1.2),
        *(rect(-8.6 + 4 * k, -27, 1.2, 5, stick) for k, stick in enumerate(sticks)),
        *(
            blob(
                f"{-8 + 4 * k},-27 {-9 + 4 * k},-28.4 {-8 + 4 * k},-30.6 {-7 + 4 * k},-28.4",
                tone("#f5b53c"),
            )
            for k in range(5)
        ),
    )


def ice_cream(tone: Tone, colour: str, rng: random.Random) -> str:
    """An ice cream in a cone with two scoops, the upper of the main colour."""
    c, cone = shades(tone, colour), shades(tone, CRUST)
    below = shades(tone, rng.choice(("#f3e6c8", "#8a5a44", "#bfe0c4")))
    return in_cm(
        facet("-3.6,-11 3.6,-11 0,0", cone.base),
        facet("0.6,-11 3.6,-11 0,0", cone.dark),
        stroke(
            "M-2.6 -8 L1.8 -4 M-1.4 -4 L2.8 -8.4 M-0.4 -10.6 L2.4 -7 M0.4 -10.6 L-2.2 -7.4",
            cone.deep,
            0.3,
        ),
        circle(0, -12.4, 4, below.base),
        path("M-4.2 -11.6 Q-3 -9.4 -1.6 -11 Q-0.4 -9 1 -11 Q2.6 -9.4 4.2 -11.6 Z", below.base),
        circle(0, -17, 3.8, c.base),
        path("M-4 -16.4 Q-2.6 -13.8 -1.2 -15.6 Q0.2 -13.6 1.6 -15.6 Q3 -14 4 -16.4 Z", c.base),
        path("M1.4 -20.6 A3.8 3.8 0 0 1 2.2 -13.9 Q2.6 -17.4 1.4 -20.6 Z", c.dark),
        ellipse(-1.5, -18.6, 0.8, 1.1, c.pale),
        circle(0.4, -21.2, 1.1, tone(RED)),
    )


def biscuits(tone: Tone, colour: str, rng: random.Random) -> str:
    """Biscuits with chocolate on a plate."""
    c, plate = shades(tone, colour), shades(tone, "#e3ebee")
    chips = [(rng.uniform(-2.4, 2.4), rng.uniform(-0.7, 0.7)) for _ in range(12)]
    places = ((-5, -3), (5, -3), (0, -5.4))
    return in_cm(
        ellipse(0, -1.1, 12, 1.1, plate.dark),
        ellipse(0, -1.9, 12, 1.9, plate.base),
        *(
            ellipse(x, y + 0.8, 4.2, 1.5, c.dark) + ellipse(x, y, 4.2, 1.5, c.base)
            for x, y in places
        ),
        *(
            circle(places[k // 4][0] + dx, places[k // 4][1] + dy, 0.45, tone("#5f4030"))
            for k, (dx, dy) in enumerate(chips)
        ),
    )


def pancakes(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pile of pancakes with butter and syrup."""
    c, plate = shades(tone, colour), shades(tone, "#e3ebee")
    return in_cm(
        ellipse(0, -1.1, 13, 1.1, plate.dark),
        ellipse(0, -1.9, 13, 1.9, plate.base),
        *(
            rect(-9 + dx, y, 18, 2.2, fill, rx=1.1)
            for y, dx, fill in (
                (-4, 0, c.dark),
                (-5.8, 0.5, c.base),
                (-7.6, -0.4, c.dark),
                (-9.4, 0.2, c.base),
            )
        ),
        ellipse(0.2, -9.4, 8.6, 1.3, c.light),
        path(
            "M-6 -9.6 Q0 -11 6 -9.6 L5.6 -5.6 Q4.8 -4.6 4 -5.8 "
            "L3.8 -8 L-3 -8 L-3.2 -6.4 Q-4 -5.4 -4.8 -6.6 Z",
            tone("#a9642f"),
        ),
        facet("-2,-11.8 2,-11.8 2.6,-9.8 -2,-9.8", tone("#f7e08c")),
    )


SWEETS = (
    Thing(
        "cake",
        0.32,
        0.218,
        cake,
        "#ef9fb0",
        "food",
        "surface",
        found_at="kitchen",
        done_with={"share": ("eat", None)},
        coloured="if asked",
        words=Words(kinds=("wedding cake", "chocolate cake")),
        looks=("whole",),
    ),
    Thing(
        "birthday cake",
        0.4,
        0.306,
        birthday_cake,
        "#e98fa5",
        "food",
        "surface",
        found_at="living room",
        done_with={"share": ("eat", None)},
        coloured="if asked",
        looks=("whole",),
    ),
    Thing(
        "ice cream",
        0.086,
        0.223,
        ice_cream,
        "#f0a3b0",
        "food",
        "surface",
        words=Words(also=("ice-cream",)),
        held=Held(held_food.ice_cream, "#f2b5c4", "bite"),
        coloured="if asked",
    ),
    Thing(
        "biscuits",
        0.24,
        0.07,
        biscuits,
        "#d9a05a",
        "food",
        "surface",
        words=Words(
            also=("cookie", "biscuit", "cookies"),
            number="many",
        ),
        traits=("small scenery",),
        looks=("piled",),
    ),
    Thing(
        "pancakes",
        0.26,
        0.118,
        pancakes,
        "#e0aa5c",
        "food",
        "surface",
        words=Words(number="many"),
        found_at="kitchen",
        looks=("piled",),
    ),
)
