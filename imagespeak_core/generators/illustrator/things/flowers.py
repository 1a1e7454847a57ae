"""Flowers and small plants. The main colour is that of the flower, or of the leaves."""

from __future__ import annotations

import random
from math import cos, pi, sin

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import GOLD, LEAF, MOSS
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import play as held_play
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words

POT = "#cf7f55"


def petals(x: float, y: float, radius: float, count: int, fill: str) -> str:
    """A ring of petals around a flower's heart."""
    ring = [2 * pi * k / count for k in range(count)]
    return "".join(
        circle(x + cos(a) * radius * 0.58, y + sin(a) * radius * 0.58, radius * 0.46, fill)
        for a in ring
    )


def flower(tone: Tone, colour: str, rng: random.Random) -> str:
    """One flower with two leaves."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    return in_cm(
        stroke("M0 0 Q-1.6 -14 0 -30", green.dark, 1.6),
        blob("-0.8,-8 -9,-15 -11,-20 -4,-16", green.base),
        blob("-0.4,-12 8,-18 10,-24 3,-20", green.dark),
        petals(0, -36, 9, 6, c.dark),
        petals(0, -36.4, 8, 6, c.base),
        circle(0, -36.4, 3, tone(GOLD)),
        up=0.9,
    )


def flowers(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bed of flowers, most of them in the main colour."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    second = shades(tone, rng.choice(("#f2bf45", "#f1ece0", "#e58aa0", "#9a7ac4")))
    heads = [(x + rng.uniform(-3, 3), -rng.uniform(18, 36)) for x in range(-44, 45, 11)]
    stems = "".join(f"M{x:.1f} 0 L{x:.1f} {y:.1f}" for x, y in heads)
    return in_cm(
        stroke(stems, green.dark, 1.4),
        *(
            blob(f"{x},0 {x - 8},-10 {x - 9},-17 {x - 2},-9", green.base)
            for x in range(-38, 50, 14)
        ),
        *(blob(f"{x},0 {x + 7},-9 {x + 8},-16 {x + 1},-8", green.dark) for x in range(-46, 42, 14)),
        *(
            circle(x, y, 5.4, (second if k % 4 == 2 else c).dark)
            + petals(x, y - 0.4, 6.2, 6, (second if k % 4 == 2 else c).base)
            + circle(x, y - 0.4, 2.1, tone("#e0a03c" if k % 4 == 2 else "#f7dc7a"))
            for k, (x, y) in enumerate(heads)
        ),
    )


def sunflower(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tall sunflower."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    lean = rng.choice((-4, 4))
    return in_cm(
        stroke(f"M0 0 Q{lean} -70 0 -140", green.dark, 4.6),
        blob("0,-46 -26,-64 -38,-62 -24,-44", green.base),
        blob("1,-70 24,-92 38,-90 26,-70", green.dark),
        blob("0,-92 -20,-108 -30,-106 -18,-90", green.base),
        petals(0, -150, 27, 14, c.dark),
        petals(0, -150.6, 24, 11, c.base),
        circle(0, -150, 13, tone("#6d4a33")),
        circle(0, -150, 8.6, tone("#8a6242")),
        up=2.5,
    )


def tulip(tone: Tone, colour: str, rng: random.Random) -> str:
    """Three tulips side by side."""
    c, green = shades(tone, colour), shades(tone, LEAF)
    heads = [(x, y + rng.uniform(-2, 2)) for x, y in ((-12, -30), (12, -32), (0, -38))]
    head = path(
        "M-5 -4 Q-6 -11 -5 -13 L-2 -9.6 L0 -13.6 L2 -9.6 L5 -13 Q6 -11 5 -4 Q3 0 0 0 Q-3 0 -5 -4 Z",
        c.base,
    )
    side = path("M1.4 -11 L2 -9.6 L5 -13 Q6 -11 5 -4 Q3 0 0.6 0 Q3 -5 1.4 -11 Z", c.dark)
    return in_cm(
        *(
            stroke(f"M{x * 0.3:.1f} 0 Q{x:.1f} -12 {x:.1f} {y:.1f}", green.dark, 1.6)
            for x, y in heads
        ),
        blob("-1,0 -14,-14 -18,-28 -8,-16", green.base),
        blob("1,0 14,-14 18,-28 8,-16", green.base),
        blob("0,0 -4,-12 2,-26 4,-12", green.dark),
        *(moved(x, y, head, side) for x, y in heads),
        up=0.9,
    )


def rose(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rose."""
    c, green = shades(tone, colour), shades(tone, MOSS)
    return in_cm(
        stroke("M0 0 Q1.4 -18 0 -36", green.base, 1.6),
        blob("0.6,-14 10,-16 14,-23 5,-22", green.base),
        blob("0.6,-20 -8,-22 -12,-29 -4,-28", green.dark),
        facet("-5,-38 0,-34 5,-38 2,-42 -2,-42", green.dark),
        blob("0,-37 -7,-40 -8,-47 -4,-50 0,-48 4,-50 8,-47 7,-40", c.dark),
        blob("0,-38 -5.6,-42 -4.6,-49 0,-51.4 4.6,-49 5.6,-42", c.base),
        stroke(
            "M-3.4 -46 Q0 -43 3.4 -46 M-2 -48.6 Q0.4 -46 2.6 -48.4 M-4.4 -42.6 Q-1 -39.6 3 -41",
            c.deep,
            0.8,
        ),
        right=-1,
        up=0.9,
    )


def potted_plant(tone: Tone, colour: str, rng: random.Random) -> str:
    """A leafy plant in a pot."""
    c, pot = shades(tone, colour), shades(tone, POT)
    sway = rng.choice((-3, 3))
    return in_cm(
        blob(f"0,-24 -20,-40 {-26 + sway},-66 -10,-52", c.dark),
        blob(f"0,-24 20,-40 {26 + sway},-66 10,-52", c.dark),
        blob(f"0,-24 -10,-50 {-6 + sway},-80 4,-78 8,-50", c.base),
        blob("0,-24 -24,-30 -32,-46 -12,-40", c.base),
        blob("0,-24 24,-30 32,-46 12,-40", c.base),
        blob(f"0,-24 8,-44 {16 + sway},-70 20,-58 12,-38", c.light),
        stroke(f"M0 -26 Q-4 -50 {-1 + sway} -70", c.dark, 1),
        facet("-14,-22 14,-22 10,0 -10,0", pot.base),
        facet("4,-22 14,-22 10,0 4,0", pot.dark),
        rect(-16, -27, 32, 7, pot.light, rx=2),
    )


def vase(tone: Tone, colour: str, rng: random.Random) -> str:
    """A vase of the main colour, full of flowers."""
    clay, green = shades(tone, colour), shades(tone, LEAF)
    bloom = shades(tone, "#e8799a")
    heads = ((-11, -34), (11, -35), (-5, -42), (6, -44), (0, -34))
    stems = "".join(f"M0 -18 L{x} {y}" for x, y in heads)
    return in_cm(
        stroke(stems, green.dark, 1),
        *(
            ellipse(x, y, 2, 5, green.base, transform=f"rotate({a} {x} {y})")
            for x, y, a in ((-9, -26, -50), (9, -26, 50), (0, -26, 0))
        ),
        *(
            petals(x, y, 5.4, 6, bloom.dark if k % 2 else bloom.base) + circle(x, y, 2, tone(GOLD))
            for k, (x, y) in enumerate(heads)
        ),
        blob("-5,-25 5,-25 5,-21 11,-12 8,-1 0,-0.1 -8,-1 -11,-12 -5,-21", clay.base),
        blob("1,-25 5,-25 5,-21 11,-12 8,-1 1,-0.1 7,-11", clay.dark),
        rect(-6, -26.4, 12, 2.8, clay.light, rx=1.4),
        up=0.7,
    )


def cactus(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cactus in a pot."""
    c, pot = shades(tone, colour), shades(tone, POT)
    bloom = tone("#e8739a") if rng.random() < 0.6 else c.light
    return in_cm(
        stroke("M-4 -20 L-11 -20 L-11 -27", c.dark, 5),
        stroke("M4 -17 L12 -17 L12 -25", c.dark, 5),
        rect(-6, -39, 12, 30, c.base, rx=6),
        rect(1, -38, 5, 28, c.dark, rx=2.5),
        stroke("M-3 -33 l0 3 M-3 -25 l0 3 M-3 -17 l0 3 M2 -29 l0 3 M2 -21 l0 3", c.pale, 0.7),
        petals(0, -39.4, 3, 5, bloom),
        facet("-9,-12 9,-12 7,0 -7,0", pot.base),
        facet("2,-12 9,-12 7,0 2,0", pot.dark),
        rect(-10, -14, 20, 4, pot.light, rx=1.4),
    )


def grass(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tuft of long grass."""
    c = shades(tone, colour)
    blades = [(x, rng.uniform(-14, 14), rng.uniform(22, 40)) for x in range(-15, 16, 3)]
    fills = (c.dark, c.base, c.light)
    return in_cm(
        *(
            path(
                f"M{x - 1.8} 0 Q{x + dx * 0.3:.1f} {-h * 0.6:.1f} {x * 0.8 + dx:.1f} {-h:.1f} "
                f"Q{x + dx * 0.5:.1f} {-h * 0.5:.1f} {x + 1.8} 0 Z",
                fills[k % 3],
            )
            for k, (x, dx, h) in enumerate(blades)
        ),
        right=-1.5,
    )


def bush(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round bush."""
    c = shades(tone, colour)
    return in_cm(
        *(circle(x, y, r, c.dark) for x, y, r in ((-48, -27, 27), (48, -28, 28), (4, -31, 31))),
        *(circle(x, y, r, c.base) for x, y, r in ((-38, -44, 27), (34, -46, 28), (-2, -58, 32))),
        *(circle(x, y, r, c.light) for x, y, r in ((-16, -66, 15), (26, -56, 10), (-46, -50, 9))),
        rect(-62, -26, 124, 26, c.dark, rx=10),
    )


def hedge(tone: Tone, colour: str, rng: random.Random) -> str:
    """A clipped hedge."""
    c = shades(tone, colour)
    leaves = [(rng.randint(-110, 105), rng.randint(-88, -14)) for _ in range(16)]
    return in_cm(
        rect(-125, -102, 250, 102, c.base, rx=12),
        rect(-120, -102, 240, 18, c.light, rx=9),
        rect(-125, -30, 250, 30, c.dark, rx=10),
        *(
            stroke(f"M{x} {y} q5 -5 10 0", c.dark if k % 2 else c.light, 3)
            for k, (x, y) in enumerate(leaves)
        ),
    )


FLOWERS = (
    Thing(
        "flower",
        0.22,
        0.45,
        flower,
        "#e86f8a",
        "plant",
        words=Words(also=("daisy",)),
        found_at="garden",
        indoors="vase",
    ),
    Thing(
        "flowers",
        1.06,
        0.42,
        flowers,
        "#e0574c",
        "plant",
        words=Words(number="many"),
        traits=("small scenery",),
        found_at="garden",
        colours=("#e0637a", "#f0c43e", "#8a6bb0", "#e8883a"),
        indoors="vase",
        held=Held(held_play.flowers, "#e07a9b", "hold", also=("flower", "bouquet")),
    ),
    Thing(
        "sunflower",
        0.76,
        1.81,
        sunflower,
        "#f4bf3c",
        "plant",
        foot_m=0.15,
        traits=("small scenery",),
        words=Words(also=("sun flower",)),
    ),
    Thing(
        "tulip",
        0.37,
        0.54,
        tulip,
        "#e0554f",
        "plant",
        traits=("small scenery",),
    ),
    Thing(
        "rose",
        0.27,
        0.52,
        rose,
        "#cf3f4f",
        "plant",
        traits=("small scenery",),
    ),
    Thing(
        "potted plant",
        0.64,
        0.82,
        potted_plant,
        LEAF,
        "plant",
        words=Words(
            also=("flower pot", "plant", "flowerpot"), learned={"A1": "plant", "B1": "potted plant"}
        ),
        looks=("green",),
    ),
    Thing(
        "vase",
        0.34,
        0.5,
        vase,
        "#7fb0c4",
        "home",
        "surface",
        words=Words(also=("flowers in a vase", "vase of flowers")),
        traits=("small scenery", "holds things"),
        found_at="living room",
        parts=("flower", "flowers"),
    ),
    Thing("cactus", 0.281, 0.42, cactus, "#5a9f6a", "plant", "surface"),
    Thing(
        "grass",
        0.48,
        0.4,
        grass,
        "#6aa84f",
        "plant",
        words=Words(number="mass"),
        looks=("green",),
    ),
    Thing(
        "bush",
        1.5,
        0.9,
        bush,
        LEAF,
        "plant",
        traits=("small scenery",),
        looks=("green",),
    ),
    Thing(
        "hedge",
        2.5,
        1.02,
        hedge,
        "#4f9350",
        "plant",
        words=Words(learned={"A2": "bush", "B2": "hedge"}),
        looks=("green",),
    ),
)
