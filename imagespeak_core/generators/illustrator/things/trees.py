"""Trees that a prompt asks for. The main colour is that of the leaves."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import BARK, GOLD, LEAF, MOSS, RED
from imagespeak_core.generators.illustrator.drawing.shades import Shades, shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

_CROWN = (
    (-118, -330, 92),
    (118, -325, 94),
    (0, -300, 100),
    (-70, -420, 100),
    (76, -424, 100),
    (0, -490, 100),
)


def tree(tone: Tone, colour: str, rng: random.Random) -> str:
    """A broad, leafy tree."""
    c, bark = shades(tone, colour), shades(tone, BARK)
    return in_cm(_trunk(bark), _crown(c, rng))


def apple_tree(tone: Tone, colour: str, rng: random.Random) -> str:
    """A leafy tree with red apples."""
    c, bark, apple = shades(tone, colour), shades(tone, BARK), shades(tone, RED)
    spots = (
        (-130, -300),
        (-60, -390),
        (20, -300),
        (60, -470),
        (120, -360),
        (-30, -500),
        (-110, -440),
    )
    fruit = [(x + rng.randint(-12, 12), y + rng.randint(-12, 12)) for x, y in spots]
    return in_cm(
        _trunk(bark),
        _crown(c, rng),
        *(circle(x, y, 14, apple.base) + circle(x - 4, y - 4, 4, apple.light) for x, y in fruit),
    )


def autumn_tree(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tree in autumn, some of its leaves on the ground."""
    c, bark, gold = shades(tone, colour), shades(tone, BARK), tone("#e3b04b")
    fallen = [(rng.randint(-150, 150), rng.randint(-12, -4)) for _ in range(9)]
    return in_cm(
        _trunk(bark),
        _crown(c, rng),
        *(
            circle(x, y, r, gold, opacity=0.75)
            for x, y, r in ((-90, -390, 34), (70, -330, 38), (30, -480, 30))
        ),
        *(ellipse(x, y, 9, 4, gold if k % 2 else c.base) for k, (x, y) in enumerate(fallen)),
    )


def bare_tree(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tree in winter, without leaves; its wood has the main colour."""
    c = shades(tone, colour)
    lean = rng.choice((-8, 0, 8))
    return in_cm(
        limb(f"0,-6,44 {lean},-120,32 0,-240,24 {-lean},-400,12 {lean},-520,4", c.base),
        limb(f"{lean},-170,20 -80,-290,13 -130,-420,4", c.base),
        limb("0,-220,20 90,-330,13 136,-450,4", c.dark),
        limb("-60,-262,10 -130,-310,6 -180,-330,2.5", c.dark),
        limb("70,-306,10 140,-330,6 184,-360,2.5", c.base),
        limb("0,-330,11 -50,-420,7 -66,-500,2.5", c.base),
        limb("0,-360,11 54,-450,6 70,-510,2.5", c.dark),
        limb("-96,-330,7 -150,-380,4 -170,-420,2", c.base),
        limb("104,-360,7 100,-420,4 96,-470,2", c.base),
    )


def pine(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pine tree in four tiers."""
    c, bark = shades(tone, colour), shades(tone, BARK)
    return in_cm(rect(-17, -100, 34, 100, bark.base), rect(0, -100, 17, 100, bark.dark), *_tiers(c))


def snowy_pine(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pine tree with snow on its branches."""
    c, bark, snow = shades(tone, colour), shades(tone, BARK), tone("#eef3f6")
    caps = [
        path(
            f"M0 {top} L{half} {top + height} Q{half * 0.6} {top + height - 22} {half * 0.3} "
            f"{top + height + 4} Q0 {top + height - 24} {-half * 0.35} {top + height + 2} "
            f"Q{-half * 0.65} {top + height - 20} {-half} {top + height} Z",
            snow,
        )
        for top, height, half in ((-600, 90, 48), (-468, 76, 66), (-352, 74, 84), (-230, 70, 100))
    ]
    tiers = _tiers(c)
    stacked = [part for pair in zip(tiers, reversed(caps), strict=True) for part in pair]
    return in_cm(rect(-17, -100, 34, 100, bark.base), *stacked)


def christmas_tree(tone: Tone, colour: str, rng: random.Random) -> str:
    """A decorated pine tree with a star."""
    c, gold = shades(tone, colour), tone(GOLD)
    balls = [tone(rng.choice((RED, "#4a83c4", "#e9a23c", "#c96aa8"))) for _ in range(9)]
    places = (
        (0, -150),
        (-24, -118),
        (22, -112),
        (-38, -76),
        (4, -84),
        (40, -70),
        (-50, -40),
        (-8, -46),
        (48, -36),
    )
    return in_cm(
        rect(-6, -26, 12, 20, tone(BARK)),
        path("M-20 -20 L20 -20 L16 0 L-16 0 Z", tone(RED)),
        *(
            path(d, fill)
            for d, fill in (
                ("M0 -128 L72 -26 Q0 -12 -72 -26 Z", c.dark),
                ("M0 -162 L56 -66 Q0 -52 -56 -66 Z", c.base),
                ("M0 -190 L38 -106 Q0 -96 -38 -106 Z", c.light),
            )
        ),
        stroke(
            "M-26 -118 Q10 -104 32 -118 M-42 -82 Q10 -60 50 -80 M-58 -42 Q0 -20 64 -42", gold, 2
        ),
        *(circle(x, y, 5, ball) for (x, y), ball in zip(places, balls, strict=True)),
        facet(
            "0,-212 4,-200 16,-200 7,-192 10,-180 0,-187 -10,-180 -7,-192 -16,-200 -4,-200", gold
        ),
    )


def palm(tone: Tone, colour: str, rng: random.Random) -> str:
    """A palm tree, a little bent."""
    c, bark = shades(tone, colour), shades(tone, "#a47c55")
    rings = "".join(
        f"M{-24 + k * 4.4 - k * k * 0.12:.1f} {-50 - 60 * k} q14 8 28 0" for k in range(8)
    )
    return in_cm(
        limb("-14,-6,40 -18,-150,30 2,-330,24 34,-520,18", bark.base),
        stroke(rings, bark.dark, 4),
        *(
            blob(leaf, c.dark)
            for leaf in (
                "34,-520 -40,-590 -130,-560 -180,-480 -110,-520 -30,-520",
                "34,-520 110,-580 190,-550 218,-470 160,-516 90,-512",
            )
        ),
        *(
            blob(leaf, c.base)
            for leaf in (
                "34,-520 -20,-610 -90,-650 -150,-610 -80,-600 -20,-550",
                "34,-520 90,-620 160,-636 206,-590 140,-590 80,-550",
                "34,-520 20,-460 -40,-420 -120,-400 -70,-470 -10,-510",
                "34,-520 60,-460 120,-420 176,-390 150,-450 90,-506",
            )
        ),
        blob("34,-520 10,-610 40,-668 76,-640 60,-590 50,-550", c.light),
        *(circle(x, y, 13, bark.deep) for x, y in ((22, -506), (46, -502), (36, -494))),
        right=-18.9,
    )


def _crown(c: Shades, rng: random.Random) -> str:
    shift = [(rng.uniform(-9, 9), rng.uniform(-9, 9)) for _ in _CROWN]
    round_ = [(x + dx, y + dy, r) for (x, y, r), (dx, dy) in zip(_CROWN, shift, strict=True)]
    return "".join(
        (
            *(circle(x, y, r, c.dark) for x, y, r in round_[:3]),
            *(circle(x, y, r, c.base) for x, y, r in round_[3:]),
            *(circle(x * 0.9 - 6, y - 34, r * 0.8, c.base) for x, y, r in round_[:3]),
            *(circle(x - 22, y - 26, r * 0.5, c.light) for x, y, r in round_[3:]),
        )
    )


def _trunk(bark: Shades) -> str:
    return "".join(
        (
            limb("0,-10,52 0,-34,38 0,-170,28 0,-320,18", bark.base),
            limb("10,-10,30 10,-34,16 8,-170,12 4,-320,7", bark.dark),
            limb("0,-190,18 -50,-260,13 -80,-330,7", bark.base),
            limb("2,-200,18 50,-270,13 84,-340,7", bark.dark),
        )
    )


def _tiers(c: Shades) -> list[str]:
    return [
        path("M0 -300 L170 -84 Q90 -62 0 -62 Q-90 -62 -170 -84 Z", c.dark),
        path("M0 -410 L142 -194 Q70 -174 0 -174 Q-70 -174 -142 -194 Z", c.base),
        path("M0 -510 L112 -308 Q56 -290 0 -290 Q-56 -290 -112 -308 Z", c.base),
        path("M0 -600 L82 -420 Q40 -404 0 -404 Q-40 -404 -82 -420 Z", c.light),
    ]


TREES = (
    Thing(
        "tree",
        4.35,
        6.03,
        tree,
        LEAF,
        "plant",
        foot_m=0.7,
        traits=("climbed", "plain scenery"),
        looks=(
            "tall",
            "green",
            "leafy",
        ),
        parts=("trunk",),
        seasons={"autumn": "autumn tree", "winter": "bare tree"},
        words=Words(
            kinds=(
                "cherry tree",
                "orange tree",
                "lemon tree",
                "oak tree",
                "maple tree",
                "banana tree",
                "birch tree",
            )
        ),
    ),
    Thing(
        "apple tree",
        4.36,
        5.89,
        apple_tree,
        LEAF,
        "plant",
        foot_m=0.7,
        words=Words(learned={"A1": "tree", "A2": "apple tree"}),
        traits=("climbed",),
    ),
    Thing(
        "autumn tree",
        4.38,
        6.03,
        autumn_tree,
        "#d9793a",
        "plant",
        words=Words(told="tree", behind="tree"),
        traits=("climbed",),
    ),
    Thing(
        "bare tree",
        3.7,
        5.22,
        bare_tree,
        "#7a6456",
        "plant",
        foot_m=0.6,
        words=Words(told="tree", behind="tree"),
        traits=("climbed",),
    ),
    Thing(
        "pine tree",
        3.4,
        6.0,
        pine,
        MOSS,
        "plant",
        foot_m=0.5,
        words=Words(also=("fir tree",), behind="tree", learned={"A1": "tree", "B1": "pine tree"}),
        traits=("climbed",),
        looks=("tall",),
    ),
    Thing(
        "snowy pine tree",
        3.4,
        6.0,
        snowy_pine,
        MOSS,
        "plant",
        foot_m=0.5,
        words=Words(told="pine tree", behind="tree"),
    ),
    Thing(
        "Christmas tree",
        1.44,
        2.12,
        christmas_tree,
        MOSS,
        "plant",
        foot_m=0.36,
        words=Words(also=("christmas", "christmas tree")),
        found_at="living room",
        parts=("light",),
    ),
    Thing(
        "palm tree",
        4.0,
        6.69,
        palm,
        "#4f9c55",
        "plant",
        foot_m=0.6,
        words=Words(also=("palm",), learned={"A1": "tree", "B1": "palm tree"}),
        traits=("climbed",),
        found_at="sea",
    ),
)
