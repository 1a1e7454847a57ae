"""What stands on squares and in parks."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import PAPER, STONE, WOOD
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def market_stall(tone: Tone, colour: str, rng: random.Random) -> str:
    """A market stall with a striped roof and boxes of fruit."""
    c, wood, cloth = shades(tone, colour), shades(tone, WOOD), shades(tone, PAPER)
    fruit = rng.sample(("#d64f45", "#ee9a3c", "#7fae45", "#8a5a9c", "#f0c548", "#e07a8a"), 4)
    return in_cm(
        *(rect(x, -236, 8, 236, wood.dark) for x in (-118, 110)),
        facet("-108,-96 108,-96 122,-72 -122,-72", wood.light),
        *(_fruit_box(tone, -108 + 55 * k, fruit[k], wood.deep) for k in range(4)),
        rect(-124, -74, 248, 74, wood.base, rx=3),
        *(rect(-124, y, 248, 3, wood.dark) for y in (-52, -28)),
        rect(-124, -8, 248, 8, wood.dark),
        *(
            _awning_strip(
                -140 + 40 * k,
                c.base if k % 2 == 0 else cloth.base,
                c.dark if k % 2 == 0 else cloth.dark,
            )
            for k in range(7)
        ),
    )


def fountain(tone: Tone, colour: str, rng: random.Random) -> str:
    """A stone fountain with water falling in two bowls."""
    c = shades(tone, colour)
    water, foam = tone("#8cc4dc"), tone("#d4ebf2")
    return in_cm(
        ellipse(0, -56, 180, 20, c.light),
        ellipse(0, -54, 164, 15, water),
        facet("-14,-54 14,-54 9,-130 -9,-130", c.dark),
        *(stroke(f"M{s * 56} -136 Q{s * 92} -120 {s * 96} -56", water, 5) for s in (-1, 1)),
        *(stroke(f"M{s * 30} -132 Q{s * 46} -110 {s * 48} -54", foam, 3.5) for s in (-1, 1)),
        path("M-68 -140 L68 -140 Q56 -112 0 -110 Q-56 -112 -68 -140 Z", c.base),
        ellipse(0, -140, 68, 8, c.light),
        ellipse(0, -140, 58, 5, water),
        rect(-5, -180, 10, 42, c.dark),
        *(
            stroke(f"M0 -184 Q{s * 10} -236 {s * 28} -214 Q{s * 40} -196 {s * 42} -142", water, 4.5)
            for s in (-1, 1)
        ),
        stroke("M0 -184 L0 -228", foam, 5),
        path("M-182 -56 Q0 -28 182 -56 L174 -10 Q120 0 0 0 Q-120 0 -174 -10 Z", c.base),
        path("M-178 -28 Q0 2 178 -28 L174 -10 Q120 0 0 0 Q-120 0 -174 -10 Z", c.dark),
    )


def statue(tone: Tone, colour: str, rng: random.Random) -> str:
    """A statue of a walking figure on a base."""
    c, base = shades(tone, colour), shades(tone, STONE)
    raised = rng.random() < 0.6
    arm = "14,-276,16 40,-310,12 50,-344,10" if raised else "14,-276,16 36,-244,12 56,-226,10"
    return in_cm(
        rect(-66, -18, 132, 18, base.dark),
        rect(-54, -120, 108, 104, base.base),
        rect(22, -120, 32, 104, base.dark),
        rect(-64, -134, 128, 16, base.light),
        rect(-34, -92, 68, 34, c.dark, rx=3),
        limb("-8,-206,26 -16,-170,18 -18,-136,15", c.dark),
        limb("8,-206,26 12,-170,18 20,-136,15", c.base),
        blob("-26,-284 0,-292 26,-284 24,-240 32,-184 0,-176 -32,-184 -24,-240", c.base),
        blob("6,-290 26,-284 24,-240 32,-184 10,-177 16,-230", c.dark),
        limb("-18,-276,18 -34,-244,13 -28,-212,11", c.light),
        limb(arm, c.dark),
        rect(-7, -304, 14, 18, c.base),
        ellipse(0, -316, 16, 19, c.base),
        path("M-16 -318 Q-18 -338 2 -338 Q18 -336 16 -316 Q8 -328 -6 -326 Z", c.dark),
    )


def _awning_strip(x: float, fill: str, shade: str) -> str:
    left, right = x * 0.86, (x + 40) * 0.86
    return facet(f"{left},-268 {right},-268 {x + 40},-212 {x},-212", fill) + path(
        f"M{x} -213 L{x + 40} -213 L{x + 40} -202 Q{x + 20} -184 {x} -202 Z", shade
    )


def _fruit_box(tone: Tone, x: float, colour: str, wood: str) -> str:
    f = shades(tone, colour)
    rows = ((4, -98), (16, -99), (28, -99), (40, -98), (10, -106), (22, -108), (34, -106))
    return "".join(
        circle(x + dx + 3, y, 7, f.base if k % 2 else f.dark) for k, (dx, y) in enumerate(rows)
    ) + rect(x, -96, 50, 20, wood, rx=2)


SQUARE = (
    Thing(
        "market stall",
        2.8,
        2.68,
        market_stall,
        "#d5524a",
        "street",
        top_m=0.85,
        words=Words(
            also=("stall", "fruit stall"),
            learned={"A1": "shop", "A2": "stall", "B1": "market stall"},
        ),
        traits=("furnishes",),
        found_at="market",
        coloured="if asked",
    ),
    Thing(
        "fountain",
        3.64,
        2.32,
        fountain,
        "#b4aea4",
        "water",
        words=Words(learned={"A2": "water", "B1": "fountain"}),
    ),
    Thing("statue", 1.32, 3.5, statue, "#6f9a8a", "street"),
)
