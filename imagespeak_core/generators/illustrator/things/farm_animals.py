"""Four-legged animals of the farm. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.svg import (
    Tone,
    circle,
    ellipse,
)
from imagespeak_core.generators.illustrator.things.shading import (
    INK,
    PINK,
    shades,
)
from imagespeak_core.generators.illustrator.things.shapes import (
    blob,
    eye,
    facet,
    in_cm,
    limb,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing

HOOF = "#4a4048"
HORN = "#d9c9a6"
_FLEECE = (
    (-36, -58, 15),
    (-18, -66, 16),
    (4, -67, 16),
    (22, -60, 15),
    (28, -46, 14),
    (-38, -44, 13),
    (-16, -50, 20),
    (8, -50, 20),
)


def horse(tone: Tone, colour: str, rng: random.Random) -> str:
    """A standing horse with a dark mane and tail."""
    c = shades(tone, colour)
    hoof, mane = tone(HOOF), c.deep
    blaze = tone("#f3efe6") if rng.random() < 0.5 else c.base
    return in_cm(
        blob("-86,-128 -98,-122 -108,-96 -104,-60 -98,-48 -92,-70 -88,-100 -80,-118", mane),
        _leg("54,-70,22 58,-42,14 56,-12,10", 57, c.dark, hoof),
        _leg("-56,-74,30 -50,-46,17 -60,-30,12 -57,-10,10", -55, c.dark, hoof),
        blob(
            "-90,-112 -76,-130 -50,-132 -20,-126 14,-126 42,-132 60,-124 66,-104 60,-82 40,-68 "
            "4,-64 -34,-68 -62,-74 -84,-86",
            c.base,
        ),
        blob("60,-84 40,-68 4,-64 -34,-68 -10,-74 30,-78", c.dark),
        limb("40,-104,62 64,-132,44 84,-166,32 92,-182,30", c.base),
        blob("28,-132 44,-150 66,-182 80,-202 92,-204 86,-186 74,-164 60,-146 46,-128", mane),
        blob(
            "76,-186 84,-200 96,-198 108,-180 124,-160 130,-150 126,-139 115,-138 100,-152 86,-164",
            c.base,
        ),
        blob("113,-162 124,-160 130,-150 126,-139 115,-138 108,-146", c.dark),
        blob("98,-194 106,-182 119,-164 116,-162 102,-180", blaze),
        facet("80,-198 83,-216 92,-200", c.base),
        blob("88,-206 98,-200 102,-188 96,-184 90,-194", mane),
        eye(tone, 98, -180, 3.4, colour),
        ellipse(124.5, -150, 1.7, 2.4, tone(INK)),
        stroke("M123 -142 Q118 -143 114 -146", c.deep, 1.5),
        _leg("-66,-108,44 -67,-82,40 -66,-56,21 -76,-36,13 -74,-10,11", -72, c.base, hoof),
        _leg("36,-86,34 40,-50,17 38,-12,12", 39, c.base, hoof),
        right=-11,
    )


def donkey(tone: Tone, colour: str, rng: random.Random) -> str:
    """A donkey: long ears, a pale muzzle and a tufted tail."""
    c = shades(tone, colour)
    hoof = tone(HOOF)
    ear = rng.choice((0, 4))
    return in_cm(
        stroke("M-66 -88 Q-76 -74 -72 -52", c.dark, 4),
        blob("-72,-56 -68,-44 -73,-34 -76,-46", c.deep),
        _leg("38,-54,16 41,-32,10 40,-8,8", 41, c.dark, hoof, 7),
        _leg("-40,-56,20 -36,-34,12 -44,-20,9 -42,-8,8", -40, c.dark, hoof, 7),
        blob("-68,-84 -56,-98 -24,-98 8,-95 34,-99 46,-86 42,-62 22,-50 -16,-48 -50,-55", c.base),
        blob("42,-64 22,-50 -16,-48 -46,-54 -8,-58 24,-62", c.pale),
        limb("32,-82,44 48,-104,30 58,-122,24", c.base),
        stroke("M24 -101 Q42 -114 52 -133", c.deep, 7),
        blob(f"56,-132 {48 - ear},-150 {49 - ear},-163 57,-156 63,-138", c.dark),
        blob(f"60,-132 {58 + ear},-150 {62 + ear},-164 68,-154 68,-136", c.base),
        blob("50,-126 57,-138 68,-138 78,-122 87,-106 86,-97 77,-94 66,-102 55,-114", c.base),
        blob("76,-113 84,-111 87,-103 85,-96 77,-94 70,-101", c.pale),
        eye(tone, 67, -126, 2.7, colour),
        ellipse(83.5, -104, 1.3, 1.8, tone(INK)),
        _leg("-49,-80,32 -50,-62,30 -50,-42,16 -56,-26,10 -54,-8,9", -52, c.base, hoof, 7),
        _leg("24,-64,25 27,-36,13 26,-8,9", 27, c.base, hoof, 7),
        right=-6,
    )


def cow(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cow with patches of its main colour on a light coat, horns and a pink nose."""
    c, hide = shades(tone, colour), shades(tone, "#f0ebe0")
    hoof, pink, horn = tone(HOOF), tone(PINK), tone(HORN)
    shift = rng.choice((-6, 0, 6))
    return in_cm(
        stroke("M-92 -122 Q-106 -110 -103 -74", hide.dark, 5),
        blob("-103,-78 -98,-64 -103,-50 -108,-64", c.base),
        _leg("50,-66,20 53,-40,14 52,-10,11", 53, hide.dark, hoof),
        _leg("-56,-66,26 -52,-42,15 -58,-26,12 -56,-9,11", -54, hide.dark, hoof),
        blob(
            "-96,-116 -84,-132 -40,-134 0,-130 40,-134 62,-130 72,-112 66,-78 44,-60 0,-54 "
            "-44,-56 -80,-66 -94,-88",
            hide.base,
        ),
        blob("-38,-56 -30,-66 -12,-64 -8,-52 -14,-44 -32,-44", pink),
        blob(
            f"{-66 + shift},-133 {-26 + shift},-133 {-20 + shift},-104 {-44 + shift},-86 "
            f"{-72 + shift},-100",
            c.base,
        ),
        blob("-96,-112 -86,-120 -78,-96 -84,-72 -93,-88", c.base),
        blob(f"{8 - shift},-131 44,-133 50,-112 {26 - shift},-82 {2 - shift},-98", c.base),
        blob("66,-80 44,-60 0,-54 -8,-56 20,-66 50,-82", hide.dark),
        _leg("-72,-104,38 -73,-80,36 -72,-54,20 -78,-34,13 -75,-10,12", -73, hide.base, hoof),
        _leg("34,-80,28 38,-48,17 37,-10,13", 38, hide.base, hoof),
        limb("56,-110,46 74,-124,40 84,-128,36", c.base),
        blob("74,-146 60,-150 54,-144 60,-136 74,-136", c.dark),
        stroke("M82 -150 Q78 -160 84 -165", horn, 4.5),
        stroke("M94 -151 Q98 -160 94 -166", horn, 4.5),
        blob("76,-140 80,-152 94,-154 102,-144 110,-122 110,-108 100,-103 88,-108 80,-122", c.base),
        blob("88,-150 94,-150 100,-132 96,-118 90,-128", hide.light),
        blob("88,-112 96,-120 110,-119 113,-110 107,-102 94,-102", pink),
        ellipse(104, -112, 1.8, 2.6, tone("#b5616f")),
        stroke("M109 -105 Q102 -104 97 -107", tone("#b5616f"), 1.4),
        eye(tone, 88, -136, 3.2, colour),
    )


def sheep(tone: Tone, colour: str, rng: random.Random) -> str:
    """A woolly sheep with a dark face."""
    c = shades(tone, colour)
    face, far = tone("#57505a"), tone("#443e48")
    curls = tuple((rng.uniform(-1.5, 1.5), rng.uniform(-1.5, 1.5)) for _ in range(6))
    spots = ((-34, -50), (-16, -58), (4, -52), (20, -60), (-20, -40), (8, -38))
    return in_cm(
        limb("24,-26,10 25,-14,7.5 25,-1,7", far),
        limb("-26,-26,10 -25,-14,7.5 -25,-1,7", far),
        circle(-49, -54, 7, c.dark),
        *(circle(x, y, r, c.dark) for x, y, r in ((-32, -38, 15), (-8, -34, 15), (17, -36, 15))),
        *(circle(x, y, r, c.base) for x, y, r in _FLEECE),
        *(
            stroke(f"M{x + dx - 5:.2f} {y + dy:.2f} q5 6 10 0", c.dark, 1.6)
            for (x, y), (dx, dy) in zip(spots, curls, strict=True)
        ),
        limb("15,-28,11 16,-14,8 16,-1,7.5", face),
        limb("-34,-28,11 -34,-14,8 -34,-1,7.5", face),
        blob("34,-66 24,-67 19,-62 24,-58 34,-59", face),
        blob("32,-70 40,-73 49,-68 56,-56 58,-47 53,-43 45,-46 36,-54", face),
        *(circle(x, y, r, c.base) for x, y, r in ((34, -72, 7), (42, -75, 6.5), (28, -68, 7))),
        circle(44, -62, 2.7, tone("#f3efe6")),
        circle(44.6, -62, 1.5, tone(INK)),
        stroke("M56 -47.5 Q53 -46.5 50.5 -48", tone("#8a7f88"), 1.1),
    )


def goat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A goat with bent horns and a beard."""
    c = shades(tone, colour)
    hoof, horn = tone(HOOF), tone("#8f8272")
    beard = rng.choice((0, 3))
    return in_cm(
        facet("-43,-56 -52,-66 -46,-68 -38,-60", c.dark),
        _leg("22,-32,10 24,-18,7 23,-5,6", 23.5, c.dark, hoof, 5),
        _leg("-26,-34,13 -23,-20,8 -28,-12,6 -27,-5,6", -26, c.dark, hoof, 5),
        blob("-42,-50 -36,-60 -14,-61 8,-60 26,-64 32,-52 26,-36 8,-29 -14,-29 -34,-34", c.base),
        blob("26,-38 8,-29 -14,-29 -34,-34 -6,-36 14,-40", c.dark),
        limb("20,-52,26 30,-66,17 36,-76,14", c.base),
        stroke("M37 -82 Q34 -93 24 -93", horn, 4),
        stroke("M41 -82 Q40 -94 31 -97", horn, 4),
        blob("34,-78 24,-78 20,-73 26,-70 34,-72", c.dark),
        blob("32,-80 38,-86 45,-83 52,-73 54,-67 50,-62 43,-64 35,-70", c.base),
        blob("46,-70 54,-67 50,-62 43,-64", c.pale),
        blob(f"43,-64 49,-62 48,{-53 + beard} 46,{-51 + beard} 43,-58", c.pale),
        eye(tone, 42, -77, 2, colour),
        ellipse(52.6, -68.6, 1, 0.9, tone(INK)),
        _leg("-31,-50,19 -31,-38,18 -31,-25,10 -35,-14,7 -34,-5,6.5", -33, c.base, hoof, 5),
        _leg("14,-42,16 15,-22,9 14,-5,7", 15, c.base, hoof, 5),
    )


def pig(tone: Tone, colour: str, rng: random.Random) -> str:
    """A round pig with a curly tail."""
    c = shades(tone, colour)
    mud = tone("#8a6a55") if rng.random() < 0.4 else c.base
    hoof = tone("#7d5a5c")
    return in_cm(
        stroke("M-52 -52 q-8 -2 -7 -8 q4 -4 6 1 q-3 6 -9 2", c.dark, 2.6),
        _leg("24,-28,15 25,-16,11 25,-5,9", 25.5, c.dark, hoof, 5),
        _leg("-30,-28,17 -28,-16,12 -29,-5,9", -28.5, c.dark, hoof, 5),
        blob(
            "-54,-46 -46,-66 -20,-72 10,-72 34,-68 44,-54 40,-34 22,-22 -8,-19 -38,-22 -52,-32",
            c.base,
        ),
        blob("40,-36 22,-22 -8,-19 -38,-22 -50,-30 -20,-27 16,-28", c.dark),
        blob("-20,-20 -10,-28 6,-26 14,-20 -4,-18", mud),
        _leg("-40,-36,26 -40,-18,13 -40,-5,10", -39.5, c.base, hoof, 5),
        _leg("12,-34,22 14,-18,13 14,-5,10", 14.5, c.base, hoof, 5),
        facet("44,-76 50,-84 53,-70", c.dark),
        blob("24,-56 28,-70 40,-76 52,-70 57,-58 54,-44 44,-37 32,-40", c.base),
        blob("26,-68 27,-82 42,-74 38,-62 31,-58", c.dark),
        ellipse(57, -51, 6, 8, c.dark),
        ellipse(58, -51, 4.8, 6.8, c.light),
        ellipse(57, -51.5, 1, 2, c.deep),
        ellipse(60.4, -51.5, 0.9, 2, c.deep),
        eye(tone, 46, -61, 2.3, colour),
        stroke("M50 -41 Q46 -38.5 42 -42", c.deep, 1.4),
    )


def _leg(joints: str, foot_x: float, coat: str, hoof: str, height: float = 9) -> str:
    half = height * 0.75
    return limb(joints, coat) + facet(
        f"{foot_x - half},0 {foot_x - half * 0.9},{-height} {foot_x + half * 0.55},{-height} "
        f"{foot_x + half * 1.15},0",
        hoof,
    )


FARM_ANIMALS = (
    Thing("horse", 2.4, 2.16, horse, "#a5673f", "animal", faces=True),
    Thing("donkey", 1.64, 1.64, donkey, "#96908e", "animal", faces=True),
    Thing("cow", 2.22, 1.68, cow, "#5b4a45", "animal", faces=True),
    Thing("sheep", 1.16, 0.83, sheep, "#f1ece0", "animal", faces=True),
    Thing("goat", 1.08, 1.0, goat, "#cdbfae", "animal", faces=True),
    Thing("pig", 1.26, 0.84, pig, "#eeaaa6", "animal", faces=True),
)
