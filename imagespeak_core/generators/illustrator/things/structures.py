"""Bridges, stairs and other building works."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GLASS,
    GOLD,
    INK,
    IRON,
    OAK,
    PAPER,
    STEEL,
    STONE,
    WOOD,
)
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


def bridge(tone: Tone, colour: str, rng: random.Random) -> str:
    """A stone bridge with one arch over a little water."""
    c = shades(tone, colour)
    stones = [(rng.randint(-280, 240), rng.randint(-150, -60)) for _ in range(9)]
    outside = [(x, y) for x, y in stones if abs(x + 18) > 170 or y < -140]
    return in_cm(
        rect(-230, -16, 460, 16, tone("#8cc4dc")),
        path(
            "M-330 0 L-330 -96 Q0 -262 330 -96 L330 0 L190 0 Q170 -124 0 -128 Q-170 -124 -190 0 Z",
            c.base,
        ),
        path(
            "M-190 0 Q-170 -124 0 -128 Q170 -124 190 0 L166 0 Q150 -104 0 -108 Q-150 -104 -166 0 Z",
            c.dark,
        ),
        *(rect(x, y, 36, 14, c.dark, rx=4) for x, y in outside),
        path("M-336 -96 Q0 -266 336 -96 L336 -80 Q0 -250 -336 -80 Z", c.light),
        *(
            rect(x - 10, y, 20, 46, c.base, rx=3)
            for x, y in (
                (-320, -140),
                (-190, -200),
                (-64, -224),
                (64, -224),
                (190, -200),
                (320, -140),
            )
        ),
        stroke("M-324 -136 Q0 -312 324 -136", c.dark, 12),
        *(rect(x, -10, 60, 4, tone("#d4ebf2"), rx=2) for x in (-140, 30)),
    )


def stairs(tone: Tone, colour: str, rng: random.Random) -> str:
    """Stairs that go up to the right, with a handrail."""
    c, rail = shades(tone, colour), tone(rng.choice((OAK, IRON)))
    steps = [(-120 + 34 * k, -24 * (k + 1)) for k in range(7)]
    return in_cm(
        *(rect(x, y, 118 - x, -y, c.base) for x, y in steps),
        *(rect(x, y, 36, 6, c.light, rx=1) for x, y in steps),
        *(rect(x, y + 6, 3, 18, c.dark) for x, y in steps),
        *(stroke(f"M{x + 17} {y} L{x + 17} {y - 76}", rail, 3) for x, y in steps),
        stroke("M-103 -100 L101 -244", rail, 6),
    )


def crane(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tall building crane with a load on its hook."""
    c, load = shades(tone, colour), rng.choice((420, 520))
    mast = "".join(
        f"M-240 {-90 - 120 * k} L-180 {-210 - 120 * k} M-180 {-90 - 120 * k} L-240 {-210 - 120 * k}"
        for k in range(9)
    )
    arm = "".join(
        f"M{-140 + 90 * k} -1270 L{-95 + 90 * k} -1330 L{-50 + 90 * k} -1270" for k in range(8)
    )
    return in_cm(
        rect(-320, -60, 220, 60, tone(STONE)),
        stroke(mast, c.dark, 10),
        stroke("M-240 0 L-240 -1250 M-180 0 L-180 -1250", c.base, 18),
        stroke(arm, c.dark, 10),
        stroke("M-560 -1270 L620 -1270 M-140 -1330 L560 -1330", c.base, 18),
        stroke("M-210 -1500 L-540 -1276 M-210 -1500 L560 -1332", tone(IRON), 7),
        stroke("M-240 -1250 L-210 -1500 L-180 -1250", c.base, 18),
        rect(-580, -1270, 150, 120, tone(STONE)),
        rect(-190, -1250, 120, 130, c.base, rx=10),
        rect(-160, -1230, 80, 66, tone(GLASS), rx=6),
        stroke(f"M{load} -1260 L{load} -760", tone(IRON), 7),
        stroke(f"M{load} -760 L{load - 90} -680 M{load} -760 L{load + 90} -680", tone(IRON), 6),
        rect(load - 110, -680, 220, 50, tone(WOOD)),
    )


def tower(tone: Tone, colour: str, rng: random.Random) -> str:
    """A clock tower."""
    c, roof = shades(tone, colour), shades(tone, "#5f7f8a")
    hand = rng.choice(("L44 -1196", "L-30 -1196", "L38 -1150"))
    return in_cm(
        rect(-170, -1060, 340, 1060, c.base),
        rect(60, -1060, 110, 1060, c.dark),
        rect(-195, -1330, 390, 280, c.light),
        rect(80, -1330, 115, 280, c.base),
        rect(-210, -1070, 420, 30, c.dark),
        rect(-210, -1350, 420, 34, c.dark),
        facet("-190,-1346 0,-1720 190,-1346", roof.base),
        facet("0,-1720 190,-1346 60,-1346", roof.dark),
        circle(0, -1186, 106, tone(GOLD)),
        circle(0, -1186, 90, tone(PAPER)),
        stroke(f"M0 -1186 L0 -1256 M0 -1186 {hand}", tone(INK), 12),
        *(rect(x, y, 46, 110, tone(GLASS), rx=23) for x in (-90, 10) for y in (-920, -640)),
        path("M-60 0 L-60 -170 Q0 -240 60 -170 L60 0 Z", tone(OAK)),
        rect(-190, -30, 380, 30, c.deep),
    )


def well(tone: Tone, colour: str, rng: random.Random) -> str:
    """A well with a roof and a bucket."""
    c, wood = shades(tone, colour), shades(tone, WOOD)
    drop = rng.choice((0, 14))
    return in_cm(
        ellipse(0, -74, 68, 12, c.deep),
        *(rect(x, -186, 10, 116, wood.dark) for x in (-58, 48)),
        stroke("M-52 -136 L62 -136 L62 -124", wood.base, 6),
        stroke(f"M0 -136 L0 -{108 - drop}", tone("#cdbd9a"), 2.4),
        facet(f"-14,-{108 - drop} 14,-{108 - drop} 11,-{84 - drop} -11,-{84 - drop}", tone(STEEL)),
        path("M-68 -74 Q0 -52 68 -74 L64 -6 Q0 6 -64 -6 Z", c.base),
        path("M20 -64 Q48 -66 68 -74 L64 -6 Q40 -1 20 0 Z", c.dark),
        *(
            rect(x, y, 26, 12, c.dark if x < 0 else c.deep, rx=3)
            for x, y in ((-50, -54), (-14, -46), (-36, -28), (28, -40))
        ),
        facet("-92,-180 -56,-222 56,-222 92,-180", tone("#b5573f")),
        facet("-92,-180 92,-180 92,-172 -92,-172", tone("#8f4434")),
    )


def gate(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wide wooden field gate."""
    c = shades(tone, colour)
    latch = tone(rng.choice((IRON, STEEL)))
    return in_cm(
        stroke("M-126 -18 L124 -112", c.dark, 9),
        *(rect(-130, y, 260, 11, c.base, rx=2) for y in (-118, -92, -64, -34)),
        *(rect(x, -120, 11, 102, c.light, rx=2) for x in (-128, 117)),
        rect(-6, -118, 10, 96, c.base, rx=2),
        *(rect(x, -138, 18, 138, c.dark, rx=4) for x in (-150, 132)),
        rect(124, -96, 16, 5, latch, rx=2),
    )


def traffic_cone(tone: Tone, colour: str, rng: random.Random) -> str:
    """A traffic cone with pale stripes."""
    c, pale = shades(tone, colour), tone(PAPER)
    tip = rng.choice((3.4, 3.8))
    return in_cm(
        facet("-24,-5 24,-5 26,0 -26,0", c.dark),
        facet(f"-{tip},-66 {tip},-66 18,-5 -18,-5", c.base),
        facet(f"1,-66 {tip},-66 18,-5 7,-5", c.dark),
        facet("-8,-48 8,-48 11,-36 -11,-36", pale),
        facet("-13.4,-26 13.4,-26 16,-14 -16,-14", pale),
    )


def flag(tone: Tone, colour: str, rng: random.Random) -> str:
    """A flag that waves on its pole."""
    c, swing = shades(tone, colour), rng.choice((-6, 6))
    return in_cm(
        rect(-68, -8, 24, 8, tone(STONE), rx=2),
        rect(-59, -390, 6, 386, tone(STEEL)),
        circle(-56, -393, 6, tone(GOLD)),
        path(
            f"M-53 -380 Q-20 {-396 + swing} 6 -380 Q34 {-366 - swing} "
            f"68 -382 L68 -302 Q34 {-286 - swing} 6 -300 "
            f"Q-20 {-316 + swing} -53 -300 Z",
            c.base,
        ),
        path(f"M6 -380 Q34 {-366 - swing} 68 -382 L68 -302 Q34 {-286 - swing} 6 -300 Z", c.dark),
        path(
            f"M-53 -350 Q-20 {-366 + swing} 6 -350 Q34 {-336 - swing} "
            f"68 -352 L68 -330 Q34 {-314 - swing} 6 -328 "
            f"Q-20 {-344 + swing} -53 -328 Z",
            c.pale,
        ),
    )


STRUCTURES = (
    Thing(
        "bridge",
        6.72,
        2.46,
        bridge,
        "#b0a595",
        "street",
        found_at="river",
        acted_from="on",
    ),
    Thing(
        "stairs",
        2.4,
        2.46,
        stairs,
        "#b9ada0",
        "street",
        words=Words(number="many"),
        traits=("has steps",),
    ),
    Thing("crane", 12.2, 15.1, crane, "#e8b03c", "street", foot_m=2.4),
    Thing("tower", 4.2, 17.2, tower, "#d3b58f", "street", words=Words(also=("clock tower",))),
    Thing("well", 1.84, 2.22, well, "#a8a098", "outdoor"),
    Thing("gate", 3.0, 1.38, gate, "#b58a5c", "outdoor"),
    Thing("traffic cone", 0.52, 0.66, traffic_cone, "#e8753a", "street"),
    Thing("flag", 1.36, 3.99, flag, "#cf4a45", "street", foot_m=0.3),
)
