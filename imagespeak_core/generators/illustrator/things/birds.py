"""Birds that live free. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.materials import GOLD, INK, ORANGE, PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    line,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.bird_poses import (
    BirdBuild,
    Plumage,
    bird_with_poses,
    perched,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def songbird(tone: Tone, colour: str, rng: random.Random) -> Plumage:
    """A little songbird on its two legs."""
    c = shades(tone, colour)
    leg = tone("#a36a3a")
    song = rng.random() < 0.4
    beak = facet(
        "8.2,-14.6 11,-14.4 8.4,-13.4" if song else "8.2,-14.4 11,-13.2 8.2,-12.2", tone(ORANGE)
    ) + (facet("8.2,-13 10,-12.4 8,-11.8", tone("#c46f2c")) if song else "")
    tail = facet("-10.6,-4.6 -9.4,-7 -2,-8.4 -1,-5", c.deep)
    breast = blob("8.4,-11.4 6.6,-5.4 2,-3 -1.6,-4 2,-6.6 5,-10.6", c.pale)
    wing = blob("-8.6,-5.8 -4,-9.6 1,-11.4 4,-9.6 2.6,-6.4 -2,-5", c.dark) + stroke(
        "M-6 -6.4 Q-2 -6.8 1.6 -8.4", c.deep, 0.5
    )
    whole = blob("-4.6,-6.4 -1,-10.6 2,-15 6,-16.4 9,-14 8.8,-10.4 6.6,-5.4 2,-3 -2.6,-4", c.base)
    trunk = blob("-4.6,-6.4 -1,-10.6 3,-12.2 7,-11.4 8.4,-9 6.6,-5.4 2,-3 -2.6,-4", c.base)
    return Plumage(
        legs=line((0.6, -4), (1, -0.5), leg, 0.6)
        + line((2.8, -4), (3.2, -0.5), leg, 0.6)
        + stroke("M-0.4 -0.3 L2.6 -0.3 M1.8 -0.3 L4.8 -0.3", leg, 0.5),
        body=tail + whole + breast + wing + beak,
        trunk=tail + trunk + breast + wing,
        head=circle(5.4, -13, 3.5, c.base) + beak,
        eyes=((6.6, -13.6, 0.85),),
        neck_coat=c.base,
        wings=(c.dark, c.deep),
        leg_coat=leg,
    )


def pigeon(tone: Tone, colour: str, rng: random.Random) -> Plumage:
    """A town pigeon."""
    c = shades(tone, colour)
    bands, leg = tone("#55586a"), tone("#c9646a")
    lift = rng.choice((0, 0.4))
    tail = facet("-17,-5.4 -16,-9 -6,-12 -5,-7", c.deep)
    wing = blob("-12,-8.4 -6,-13.6 3,-14.6 5,-10 0,-7 -6,-6.6", c.light) + stroke(
        "M-5 -12 L-2.6 -7.4 M-1.2 -13 L1 -8", bands, 1.3
    )
    shine = blob("5.6,-23 7,-20 11.6,-19 11.4,-14 8,-13 4,-17", tone("#6f9a8a"))
    beak = facet(f"11.6,-23 14.4,{-21.6 - lift} 11.4,-20.8", tone("#5a5560"))
    whole = blob("-10,-9 -4,-15 3,-18 6,-24 9.6,-25.4 12,-22 11,-15 8,-8 1,-4.6 -6,-6", c.base)
    trunk = blob("-10,-9 -4,-15 3,-17 8,-16.6 11,-14 8,-8 1,-4.6 -6,-6", c.base)
    return Plumage(
        legs=stroke(
            "M-0.6 -6 L-0.6 -0.6 M3 -6 L3 -0.6 M-1.6 -0.5 L2 -0.5 M2.2 -0.5 L5.6 -0.5", leg, 1
        ),
        body=tail + whole + shine + wing + beak,
        trunk=tail + trunk + wing,
        head=circle(9, -22.2, 3.2, c.base) + beak,
        eyes=((9.4, -22.8, 0.9),),
        neck_coat=tone("#6f9a8a"),
        wings=(c.light, c.dark),
        leg_coat=leg,
    )


def gull(tone: Tone, colour: str, rng: random.Random) -> str:
    """A flying gull, its wings spread."""
    c, tip = shades(tone, colour), tone("#5a606c")
    bend = rng.choice((0, 5))
    return in_cm(
        blob(f"4,-22 16,-38 36,-{46 + bend} 62,-{44 + bend} 34,-34 14,-18", c.dark),
        facet(f"46,-{46 + bend * 0.9:.1f} 66,-{45 + bend} 48,-{40 + bend * 0.6:.1f}", tip),
        facet("-26,-14 -34,-20 -36,-14 -32,-10", c.base),
        blob("-30,-14 -12,-21 8,-23 20,-21 26,-16 16,-10 -6,-8 -20,-10", c.base),
        blob("24,-14 16,-10 -6,-8 -22,-11 -4,-12", c.dark),
        blob(f"-8,-18 -24,-36 -44,-{46 + bend} -66,-{40 + bend} -40,-30 -20,-14 6,-16", c.light),
        facet(f"-50,-{45 + bend * 0.9:.1f} -68,-{40 + bend} -48,-{36 + bend * 0.5:.1f}", tip),
        facet("25,-18 35,-14.6 25,-14", tone(GOLD)),
        eye(tone, 21, -18, 1.1),
        up=-7.8,
    )


def owl(tone: Tone, colour: str, rng: random.Random) -> str:
    """An owl that looks at us."""
    c, disc = shades(tone, colour), tone(mix(colour, "#f7ecd4", 0.72))
    flecks = [(x + rng.uniform(-0.6, 0.6), y) for y in (-14, -10.6, -7.2) for x in (-4, 0, 4)]
    return in_cm(
        *(
            stroke(
                f"M{x} -2 L{x - 1.6} -0.7 M{x} -2 L{x} -0.7 M{x} -2 L{x + 1.6} -0.7",
                tone(ORANGE),
                1.1,
            )
            for x in (-4, 4)
        ),
        blob(
            "-10,-14 -10,-28 -11,-36 -5,-33 0,-33.4 5,-33 11,-36 10,-28 10,-14 6,-3 0,-1.4 -6,-3",
            c.base,
        ),
        blob("-6,-12 -5,-18 0,-20 5,-18 6,-12 3,-4 -3,-4", disc),
        *(stroke(f"M{x - 1.2:.1f} {y} q1.2 1.6 2.4 0", c.base, 0.8) for x, y in flecks),
        blob("-10,-24 -7,-16 -8,-6 -11,-4 -12.4,-14", c.dark),
        blob("10,-24 7,-16 8,-6 11,-4 12.4,-14", c.dark),
        *(circle(x, -26.4, 5.2, disc) for x in (-4.6, 4.6)),
        *(
            circle(x, -26.4, 3.1, tone("#f2b53c"))
            + circle(x, -26.4, 1.8, tone(INK))
            + circle(x + 0.6, -27.1, 0.6, tone(PAPER))
            for x in (-4.4, 4.4)
        ),
        facet("-1.6,-25 1.6,-25 0,-21.4", tone(ORANGE)),
    )


def parrot(tone: Tone, colour: str, rng: random.Random) -> str:
    """A parrot on a branch."""
    c, wing = shades(tone, colour), shades(tone, rng.choice(("#3f7fc0", "#3f9a6a")))
    return in_cm(
        stroke("M-17 -15 Q0 -17.4 17 -14.4", tone("#8a6242"), 3),
        facet("-6,-15 -1,-14 -7,0 -11,-0.6", wing.dark),
        facet("-4,-16 1,-14 -3,-1 -7,-1", c.dark),
        blob("-8,-18 -7,-28 -1,-36 5,-41 11,-40 13,-34 9,-24 4,-15 -4,-12", c.base),
        blob("-8,-17 -8,-26 -2,-33 4,-29 3,-21 -3,-13", wing.base),
        blob("-7,-16 -5,-22 2,-24 2,-19 -3,-13", tone(GOLD)),
        blob("8,-39 12,-38 12,-33 8,-34", tone(PAPER)),
        blob("11.4,-39.6 15.6,-37 15,-32 13.6,-30.6 13.2,-34 11,-34.6", tone("#4f4a50")),
        eye(tone, 9.8, -37, 1),
        stroke("M-1 -14 L-1 -17 M3 -14.6 L3.4 -17", tone("#6a5a58"), 1.3),
    )


def penguin(tone: Tone, colour: str, rng: random.Random) -> str:
    """A penguin; its back has the main colour."""
    c, front = shades(tone, colour), shades(tone, PAPER)
    wave = rng.random() < 0.4
    wing = "17,-66 30,-74 33,-68 20,-48" if wave else "17,-66 26,-44 25,-30 18,-44"
    return in_cm(
        *(ellipse(x, -2.6, 10, 2.6, tone(ORANGE)) for x in (-8, 10)),
        blob("-16,-66 -26,-44 -25,-30 -17,-42", c.dark),
        blob(
            "-20,-30 -19,-58 -14,-74 -10,-88 0,-94 11,-89 15,-74 20,-58 21,-30 13,-6 0,-3 -13,-6",
            c.base,
        ),
        blob("-12,-32 -11,-54 -4,-70 6,-70 14,-56 16,-30 9,-9 -4,-8", front.base),
        blob("10,-64 14,-56 16,-30 9,-9 2,-8 10,-30", front.dark),
        blob(wing, c.light),
        blob("0,-84 8,-88 13,-82 10,-74 2,-75", front.base),
        facet("12,-84 23,-79.6 12,-77", tone(ORANGE)),
        blob("-1,-72 6,-69.6 12,-72 10,-67 2,-67", tone(GOLD)),
        eye(tone, 7.4, -82, 1.8),
        right=-3.4,
    )


_SONGBIRD = BirdBuild(
    legs=((0.6, -4), (2.8, -4)), belly=-3, neck=(3.6, -8.6), head=(5.4, -13), beak=(11, -13.2),
    neck_width=5.6, wing=(0, -8.6), span=11, leg_width=0.6,
)  # fmt: skip
_PIGEON = BirdBuild(
    legs=((-0.6, -6), (3, -6)), belly=-4.6, neck=(5, -12.4), head=(9, -22), beak=(14.4, -21.6),
    neck_width=5, wing=(-1, -12), span=19, leg_width=1,
)  # fmt: skip

BIRDS = (
    bird_with_poses(
        Thing(
            "bird",
            0.22,
            0.165,
            perched(songbird),
            "#5b8fc9",
            "animal",
            faces=True,
            parts=("wing", "beak", "feather"),
        ),
        songbird,
        _SONGBIRD,
        "walk eat drink sleep fly sing",
    ),
    bird_with_poses(
        Thing(
            "pigeon",
            0.31,
            0.255,
            perched(pigeon, right=1.33),
            "#8e97a8",
            "animal",
            faces=True,
            words=Words(learned={"A1": "bird", "A2": "pigeon"}),
        ),
        pigeon,
        _PIGEON,
        "walk eat drink sleep fly",
    ),
    Thing(
        "gull",
        1.34,
        0.44,
        gull,
        "#eef0f0",
        "animal",
        "air",
        faces=True,
        usual="fly",
        words=Words(also=("seagull",), learned={"A1": "bird", "B1": "gull"}),
    ),
    Thing(
        "owl",
        0.249,
        0.36,
        owl,
        "#9a7350",
        "animal",
        "surface",
        parts=("wing", "beak", "feather"),
    ),
    Thing(
        "parrot",
        0.37,
        0.41,
        parrot,
        "#d9473f",
        "animal",
        "surface",
        faces=True,
        found_at="zoo",
        parts=("wing", "beak", "feather"),
        coloured="if asked",
        looks=("colourful",),
    ),
    Thing(
        "penguin",
        0.6,
        0.94,
        penguin,
        "#3f4658",
        "animal",
        faces=True,
        found_at="zoo",
        parts=("beak",),
        coloured="if asked",
        looks=("black", "white"),
    ),
)
