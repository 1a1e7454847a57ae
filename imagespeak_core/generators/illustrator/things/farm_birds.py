"""Hens, ducks and their kin. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import GOLD, INK, ORANGE, PAPER, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.bird_poses import (
    BirdBuild,
    Plumage,
    bird_with_poses,
    floating,
    perched,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def hen(tone: Tone, colour: str, rng: random.Random) -> Plumage:
    """A hen with a red comb."""
    c = shades(tone, colour)
    leg, comb = tone("#d9973c"), tone(RED)
    peck = rng.choice((0, 1))
    tail = blob("-10,-20 -20,-29 -19,-36 -13,-37 -6,-28", c.dark)
    wing = blob("-11,-21 -2,-25 7,-22 5,-15 -2,-12 -9,-15", c.dark) + stroke(
        "M-7 -16 Q-1 -15 3 -18", c.deep, 0.9
    )
    breast = blob("15,-24 10,-11 0,-8 -7,-10 4,-14 11,-22", c.light)
    face = (
        blob("8,-36 8,-40 10.5,-39 12,-42 14,-39.4 16.6,-40 16,-35", comb)
        + blob("14.6,-30 17.6,-30 17.4,-25 15,-25", comb)
        + facet(f"16.6,-35 21,{-33 + peck} 16.4,-31", tone(GOLD))
    )
    whole = blob("-12,-20 -8,-26 2,-26 8,-36 14,-37 17,-31 15,-20 10,-11 0,-8 -9,-11", c.base)
    trunk = blob("-12,-20 -8,-26 2,-26 10,-26 15,-20 10,-11 0,-8 -9,-11", c.base)
    return Plumage(
        legs=stroke("M-1 -10 L-1 -1 M-4 -0.8 L3 -0.8 M6 -10 L6 -1 M3.6 -0.8 L10 -0.8", leg, 1.4),
        body=tail + whole + breast + wing + face,
        trunk=tail + trunk + breast + wing,
        head=blob("7.6,-34 11,-37.4 15,-36.6 17,-32 15,-28 10,-28", c.base) + face,
        eyes=((13, -34, 1.2),),
        neck_coat=c.base,
        wings=(c.light, c.dark),
        leg_coat=leg,
    )


_COCKEREL = "#b5532f"


def cockerel(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cock with a tall tail: of many colours, or all of the one that is asked for."""
    c, comb = shades(tone, colour), tone(RED)
    plumes = [tone(p) for p in rng.sample(("#3f6f6a", "#35507a", "#4f4668"), 2)]
    neck = tone(GOLD)
    if colour != _COCKEREL:
        plumes, neck = [c.base, c.dark], c.light
    return in_cm(
        stroke(
            "M0 -16 L0 -1 M-4 -0.9 L4 -0.9 M8 -16 L8 -1 M4.6 -0.9 L12 -0.9", tone("#d9973c"), 1.7
        ),
        blob("-8,-22 -24,-24 -32,-38 -26,-52 -20,-36 -10,-30", plumes[0]),
        blob("-8,-24 -20,-36 -20,-54 -10,-58 -12,-44 -4,-32", plumes[1]),
        blob("-8,-26 -12,-42 -4,-54 0,-44 -2,-32", plumes[0]),
        blob("-13,-24 -6,-32 6,-34 10,-46 16,-50 21,-45 20,-30 14,-17 2,-12 -9,-15", c.base),
        blob("10,-46 16,-44 21,-40 19,-28 12,-24 6,-32", neck),
        blob("-12,-26 0,-31 8,-26 5,-18 -3,-15 -10,-18", c.dark),
        blob("11,-49 10,-56 14,-53 17,-58 19,-53 23,-54 21,-47", comb),
        blob("19,-43 23,-43 22.6,-36 19.4,-36", comb),
        facet("21,-48 27,-45 21,-43", tone(GOLD)),
        eye(tone, 17, -46, 1.3),
        right=2.6,
    )


def chick(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fluffy chick."""
    c = shades(tone, colour)
    leg = tone(ORANGE)
    look = rng.choice((0, 0.4))
    return in_cm(
        stroke("M-0.6 -2 L-0.6 -0.4 L0.8 -0.4 M2 -2 L2 -0.4 L3.4 -0.4", leg, 0.5),
        circle(0, -4.6, 3.6, c.base),
        blob("-4.6,-6.4 -2.4,-5.6 0.6,-3.4 -0.6,-1.8 -3,-2.4", c.dark),
        circle(2, -8.4, 2.7, c.base),
        facet(f"4.4,-9 6.2,{-8 + look} 4.4,-7.4", leg),
        eye(tone, 3, -8.9, 0.55, colour),
        right=-0.79,
    )


def duck(tone: Tone, colour: str, rng: random.Random) -> Plumage:
    """A duck on its feet."""
    c, orange = shades(tone, colour), tone(ORANGE)
    ring = rng.random() < 0.5
    folded = (
        blob("16,-14 7,-7 -7,-7.4 -16,-11.6 -4,-11 8,-12", c.dark)
        + blob("-16,-16.6 -6,-19 6,-17 5,-12 -4,-9.6 -12,-12", c.dark)
        + stroke("M-10 -14 Q-3 -12.4 3 -14.4", c.deep, 0.9)
    )
    collar = stroke("M9.4 -25.6 Q14 -23.4 19 -25.4", tone(PAPER), 1.3) if ring else ""
    bill = path("M20 -33 Q27 -33.4 27.4 -30.6 Q25 -28.6 19.8 -29.4 Z", orange)
    whole = blob(
        "-22,-22 -15,-18 -4,-20 6,-20 9,-28 10,-34 15,-37.6 "
        "20,-35 21,-29 18,-22 16,-13 7,-7 -7,-7.4 -17,-12",
        c.base,
    )
    trunk = blob(
        "-22,-22 -15,-18 -4,-20 6,-20.4 13,-20.6 17,-17 16,-13 7,-7 -7,-7.4 -17,-12", c.base
    )
    return Plumage(
        legs=stroke("M-1 -8 L-1 -1.2 M6 -8 L6 -1.2", orange, 1.6)
        + "".join(facet(f"{x - 1},-1.8 {x + 6},0 {x - 3},0", orange) for x in (-1, 6)),
        body=whole + folded + collar + bill,
        trunk=trunk + folded,
        head=blob("9.6,-31 11,-36 15,-37.6 20,-35 21,-29 17,-25.6 12,-26", c.base) + bill,
        eyes=((16.6, -32.4, 1.2),),
        neck_coat=c.base,
        wings=(c.light, c.dark),
        leg_coat=orange,
    )


def swimming_duck(tone: Tone, colour: str, rng: random.Random) -> str:
    """A duck on the water; y = 0 is the water line."""
    return in_cm(
        path("M-19 -11 L17 -11 Q14 0 4 0 L-8 0 Q-17 -3 -19 -11 Z", shades(tone, colour).dark),
        moved(0, 6, floating(duck(tone, colour, rng), tone, colour)),
        ellipse(0, -0.7, 17, 0.7, tone("#d4ebf2"), opacity=0.8),
        right=-2.64,
    )


def swan(tone: Tone, colour: str, rng: random.Random) -> str:
    """A swan on the water; y = 0 is the water line."""
    c = shades(tone, colour)
    lift = rng.choice((0, 4))
    return in_cm(
        blob("-58,-38 -40,-34 -20,-40 20,-30 44,-24 44,-8 30,0 -20,0 -40,-10", c.base),
        blob("44,-12 30,0 -20,0 -40,-10 -20,-8 20,-10", c.dark),
        limb("36,-22,20 48,-46,11 40,-74,9 44,-92,9 52,-96,9", c.base),
        blob(f"-52,-{46 + lift} -30,-{50 + lift} 0,-44 22,-28 10,-14 -16,-12 -36,-24", c.light),
        stroke("M-32 -30 Q-10 -18 14 -22 M-36 -38 Q-14 -30 10 -32", c.dark, 1.5),
        blob("42,-92 46,-101 54,-102 60,-96 56,-89 48,-88", c.base),
        facet("58,-98 71,-91 57,-90", tone(ORANGE)),
        facet("54,-95 61,-98 59,-92", tone(INK)),
        eye(tone, 53, -97, 1.3),
        right=-6.5,
        up=1.5,
    )


def goose(tone: Tone, colour: str, rng: random.Random) -> Plumage:
    """A goose with its long neck."""
    c, orange = shades(tone, colour), tone("#ee8f3c")
    call = rng.choice((0, 2))
    trunk = blob("-40,-34 -26,-33 0,-38 22,-36 28,-26 18,-14 0,-10 -18,-14 -30,-24", c.base) + blob(
        "24,-22 18,-14 0,-10 -18,-14 -26,-20 0,-18", c.dark
    )
    wing = blob("-38,-35 -20,-36 4,-34 10,-26 0,-20 -18,-22", c.light) + stroke(
        "M-24 -30 Q-8 -23 6 -27 M-28 -33 Q-12 -28 2 -30", c.dark, 1.2
    )
    head = blob("22,-72 25,-79 31,-80 36,-76 35,-70 27,-69", c.base) + facet(
        f"35,-77 46,-{73 + call} 35,-70", orange
    )
    return Plumage(
        legs=stroke("M-3 -14 L-3 -1.4 M8 -14 L8 -1.4", orange, 2.2)
        + "".join(facet(f"{x - 2},-2.4 {x + 9},0 {x - 4},0", orange) for x in (-3, 8)),
        body=trunk + limb("18,-30,18 28,-46,10 24,-62,7 27,-72,8", c.base) + wing + head,
        trunk=trunk + wing,
        head=head,
        eyes=((31, -75.6, 1.3),),
        neck_coat=c.base,
        wings=(c.light, c.dark),
        leg_coat=orange,
    )


_HEN = BirdBuild(
    legs=((-1, -10), (6, -10)), belly=-8, neck=(6, -19), head=(12, -33), beak=(21, -33),
    neck_width=9, wing=(-1, -20), span=22, leg_width=1.4,
)  # fmt: skip
_DUCK = BirdBuild(
    legs=((-1, -8), (6, -8)), belly=-7, neck=(12, -17), head=(15, -31), beak=(27, -30.6),
    neck_width=8, wing=(0, -17), span=26, leg_width=1.6,
)  # fmt: skip
_GOOSE = BirdBuild(
    legs=((-3, -14), (8, -14)), belly=-10, neck=(20, -30), head=(29, -74), beak=(45, -73),
    neck_width=9, wing=(-2, -30), span=44, leg_width=2.2,
)  # fmt: skip

FARM_BIRDS = (
    bird_with_poses(
        Thing(
            "hen",
            0.42,
            0.42,
            perched(hen),
            "#c98552",
            "animal",
            faces=True,
            words=Words(also=("chicken",)),
            found_at="farm",
            parts=("wing", "beak", "feather"),
        ),
        hen,
        _HEN,
        "walk eat drink sleep lie fly",
    ),
    Thing(
        "cockerel",
        0.6,
        0.58,
        cockerel,
        _COCKEREL,
        "animal",
        faces=True,
        words=Words(also=("rooster",), learned={"A1": "bird", "B2": "cockerel"}),
        coloured="if asked",
    ),
    Thing(
        "chick",
        0.108,
        0.111,
        chick,
        "#f4cf55",
        "animal",
        faces=True,
        found_at="farm",
    ),
    bird_with_poses(
        Thing(
            "duck",
            0.5,
            0.38,
            perched(duck, right=-2.64),
            "#f0e4c8",
            "animal",
            faces=True,
            traits=("floats",),
            found_at="lake",
            parts=("wing", "beak", "feather"),
            afloat="swimming duck",
        ),
        duck,
        _DUCK,
        "walk eat drink sleep lie fly swim",
    ),
    Thing(
        "swimming duck",
        0.5,
        0.32,
        swimming_duck,
        "#a07a55",
        "animal",
        "water",
        faces=True,
        usual="swim",
        words=Words(told="duck", plural="ducks"),
    ),
    Thing(
        "swan",
        1.3,
        1.03,
        swan,
        "#f3f0ea",
        "animal",
        "water",
        faces=True,
        usual="swim",
        traits=("floats",),
        parts=("wing",),
    ),
    bird_with_poses(
        Thing(
            "goose",
            0.86,
            0.8,
            perched(goose, right=-3),
            "#eeece4",
            "animal",
            faces=True,
            words=Words(several=("geese",), plural="geese"),
            traits=("floats",),
        ),
        goose,
        _GOOSE,
        "walk eat drink sleep lie fly swim",
    ),
)
