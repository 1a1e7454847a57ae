"""A seal, a shark and an octopus; and a spider and a panda, whom one meets elsewhere."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, ellipse, path, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import eye
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def seal(tone: Tone, colour: str, rng: random.Random) -> str:
    """A seal that holds up its head, which is on the right."""
    c = shades(tone, colour)
    tail = rng.choice((0, 3))
    return in_cm(
        blob(f"-52,-10 -70,{-20 - tail} -78,{-14 - tail} -70,-6 -78,-1 -56,-2", c.dark),
        blob("-58,-8 -40,-22 -10,-34 14,-48 24,-66 38,-76 54,-72 58,-60 50,-46 44,-24 36,-6 0,-1 "
             "-40,-1", c.base),
        blob("34,-52 44,-46 42,-24 34,-6 6,-2 20,-20", c.pale),
        blob("8,-18 18,-16 22,-2 14,0 -4,-1", c.dark),
        blob("34,-8 52,-4 54,0 30,0", c.dark),
        blob("48,-66 60,-66 62,-58 52,-56", c.light),
        circle(61, -63, 2.4, tone(INK)),
        eye(tone, 46, -68, 2.6, colour),
        stroke("M56 -59 L66 -60 M56 -58 L65 -55", tone(PAPER), 0.7),
        right=6,
    )  # fmt: skip


def shark(tone: Tone, colour: str, rng: random.Random) -> str:
    """A shark with its fin above the water, its head on the right."""
    c = shades(tone, colour)
    return in_cm(
        blob("-96,-36 -128,-70 -136,-66 -122,-40 -134,-12 -124,-10", c.dark),
        facet("-22,-58 -6,-100 14,-98 16,-56", c.dark),
        blob("-104,-36 -60,-54 0,-64 60,-60 108,-44 130,-30 104,-20 40,-6 -20,-8 -70,-20", c.base),
        blob("126,-28 104,-20 40,-6 -20,-8 -70,-20 -10,-22 60,-26", c.pale),
        blob("10,-24 30,-22 6,0 -10,0 0,-14", c.dark),
        stroke("M58 -46 Q54 -38 58 -30 M66 -46 Q62 -38 66 -31 M74 -45 Q70 -38 74 -32", c.deep, 2),
        stroke("M92 -24 Q106 -30 120 -28", c.deep, 2.4),
        eye(tone, 98, -42, 4, colour),
        right=3,
    )


def octopus(tone: Tone, colour: str, rng: random.Random) -> str:
    """An octopus with its arms spread out."""
    c = shades(tone, colour)
    arms = (
        "M-18 -22 Q-44 -20 -46 -4 Q-54 -2 -56 -10", "M-12 -18 Q-26 -10 -24 -3 Q-32 0 -36 -4",
        "M-4 -16 Q-8 -6 -12 -4", "M4 -16 Q8 -6 12 -4", "M12 -18 Q26 -10 24 -3 Q32 0 36 -4",
        "M18 -22 Q44 -20 46 -4 Q54 -2 56 -10",
    )  # fmt: skip
    lift = rng.choice((0, 2))
    return in_cm(
        *(stroke(arm, c.dark if index % 2 else c.base, 8) for index, arm in enumerate(arms)),
        blob(f"-26,-24 -30,-46 -20,-{68 + lift} 0,-{74 + lift} 20,-{68 + lift} 30,-46 26,-24 "
             "12,-14 -12,-14", c.base),
        ellipse(-12, -60, 7, 5, c.light),
        *(circle(s * 10, -36, 6, tone(PAPER)) + circle(s * 10 + 1, -35, 3, tone(INK))
          for s in (-1, 1)),
        stroke("M-6 -24 Q0 -20 6 -24", c.deep, 2),
    )  # fmt: skip


def spider(tone: Tone, colour: str, rng: random.Random) -> str:
    """A spider on its eight legs."""
    c = shades(tone, colour)
    legs = "".join(
        f"M{s * 2} -4 Q{s * x} -{9 - k} {s * x * 1.25:.1f} 0"
        for s in (-1, 1)
        for k, x in enumerate((9, 6.6, 4.6, 3))
    )
    return in_cm(
        stroke(legs, c.dark, 0.8),
        ellipse(-2, -5, 4.6, 3.6, c.base),
        ellipse(-3, -6, 2, 1, c.light),
        circle(3.4, -4.4, 2.4, c.base),
        circle(4.2, -5.2, 0.7, tone(PAPER)),
        circle(5.2, -4.6, 0.6, tone(PAPER)),
    )


def panda(tone: Tone, colour: str, rng: random.Random) -> str:
    """A panda that sits and eats bamboo; its patches have the main colour."""
    c, fur = shades(tone, colour), shades(tone, PAPER)
    leaf = tone("#6aa352")
    return in_cm(
        blob("-40,-4 -46,-40 -34,-72 0,-80 34,-72 46,-40 40,-4 0,0", fur.base),
        blob("-44,-50 -36,-76 0,-84 36,-76 44,-50 24,-56 0,-58 -24,-56", c.base),
        blob("-52,-12 -50,-30 -30,-32 -18,-18 -24,0 -44,0", c.base),
        blob("52,-12 50,-30 30,-32 18,-18 24,0 44,0", c.base),
        ellipse(-36, -12, 9, 10, fur.dark),
        ellipse(36, -12, 9, 10, fur.dark),
        circle(-28, -128, 13, c.base),
        circle(28, -128, 13, c.base),
        ellipse(0, -104, 40, 34, fur.base),
        blob("-24,-110 -14,-116 -8,-104 -16,-92 -26,-98", c.base),
        blob("24,-110 14,-116 8,-104 16,-92 26,-98", c.base),
        circle(-15, -104, 3.4, tone(PAPER)),
        circle(15, -104, 3.4, tone(PAPER)),
        circle(-14.6, -103.6, 2, tone(INK)),
        circle(15.4, -103.6, 2, tone(INK)),
        ellipse(0, -91, 6, 4, tone(INK)),
        stroke("M-6 -82 Q0 -78 6 -82", c.deep, 1.6),
        stroke("M34 -84 L8 -36", tone("#8fae5a"), 4),
        path("M30 -78 Q46 -92 52 -82 Q42 -74 30 -78 Z", leaf),
        blob("-40,-62 -30,-66 4,-48 14,-40 6,-32 -8,-38 -36,-48", c.base),
        blob("44,-62 36,-66 16,-52 8,-42 14,-34 26,-40 42,-50", c.base),
    )


SEA_ANIMALS = (
    Thing(
        "seal",
        1.5,
        0.77,
        seal,
        "#7f8a96",
        "animal",
        faces=True,
        usual="lie",
        words=Words(kinds=("sea lion",)),
        found_at="sea",
    ),
    Thing(
        "shark",
        2.66,
        1.0,
        shark,
        "#7f93a6",
        "animal",
        "water",
        faces=True,
        usual="swim",
        traits=("swims deep",),
        found_at="sea",
    ),
    Thing(
        "octopus",
        1.18,
        0.76,
        octopus,
        "#d9705f",
        "animal",
        "water",
        usual="swim",
        traits=("swims deep",),
        found_at="sea",
    ),
    Thing("spider", 0.24, 0.09, spider, "#5a4a48", "animal", faces=True, usual="walk"),
    Thing(
        "panda",
        1.04,
        1.42,
        panda,
        "#3f4048",
        "animal",
        usual="sit",
        found_at="zoo",
        coloured="never",
        looks=("black", "white"),
        words=Words(also=("panda bear",)),
    ),
)
