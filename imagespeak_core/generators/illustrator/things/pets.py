"""Animals of the house, and the little bird in the garden. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.svg import (
    Tone,
    circle,
    ellipse,
    line,
)
from imagespeak_core.generators.illustrator.things.shading import (
    INK,
    ORANGE,
    PINK,
    RED,
    shades,
)
from imagespeak_core.generators.illustrator.things.shapes import (
    blob,
    eye,
    facet,
    in_cm,
    limb,
    paw,
    scaled,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing


def dog(tone: Tone, colour: str, rng: random.Random) -> str:
    """A friendly, medium-sized dog with hanging ears and a raised tail."""
    c = shades(tone, colour)
    collar = tone(rng.choice((RED, "#3f78b5", "#4a9a6a")))
    return in_cm(
        limb("-22,-38,6 -31,-44,5.5 -36,-53,4.2 -35,-61,2.4", c.dark),
        limb("14,-26,9 16,-14,6 16,-3,5.5", c.dark),
        paw(18, 9, c.dark),
        limb("-16,-28,12 -11,-17,7.5 -17,-9,5.5 -16,-3,5.5", c.dark),
        paw(-14, 9, c.dark),
        blob(
            "-26,-33 -22,-41 -8,-43 8,-43.5 18,-47 24,-38 21,-28 13,-22 2,-22.5 -8,-25 -22,-24",
            c.base,
        ),
        blob("22,-37 21.4,-29 16,-24 16,-31", c.pale),
        limb("13,-35,20 20,-45,15 23,-51,13", c.base),
        stroke("M13 -44 Q18 -37 26 -38", collar, 2.6),
        circle(24.5, -36, 1.7, tone("#f2bf45")),
        blob("14,-51 17,-59 25,-61.5 30,-57 36,-54.5 39.5,-51 37,-46 29,-43.5 20,-44.5", c.base),
        blob("28,-50 35,-53.5 39.5,-51 37,-46 29,-43.5 25,-45.5", c.pale),
        blob("17,-60 22,-58 22,-50 18.5,-42 13.5,-44 12.5,-53", c.dark),
        ellipse(38, -52.3, 2.3, 1.8, tone(INK)),
        eye(tone, 27.5, -54.5, 1.6, colour),
        stroke("M37.5 -48.5 Q34 -46.5 30.5 -48", tone("#6d4a4a"), 0.9),
        limb("-18,-37,15 -18,-27,15 -19,-17,9 -23,-9,6 -22,-3,6", c.base),
        paw(-19.5, 10, c.base),
        limb("11,-30,12 12,-16,8 12,-3,6.5", c.base),
        paw(14.5, 10, c.base),
        stroke("M-11 -32 Q-9 -25 -13.6 -18", c.dark, 0.9),
    )


def puppy(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small sitting dog with a big head."""
    c = shades(tone, colour)
    patch = c.mark if rng.random() < 0.6 else c.base
    return in_cm(
        limb("-10,-4,4 -16,-7,3.4 -18,-13,2.2", c.dark),
        blob("-12,-4 -10,-14 -3,-22 5,-23 9,-17 8,-7 4,-1 -8,-0.5", c.base),
        blob("4,-22 9,-17 8,-9 5,-10 3,-16", c.pale),
        blob("-12,-4 -9,-11 -2,-11 2,-5 0,-0.5 -10,-0.2", c.dark),
        paw(-1, 8, c.dark),
        limb("5,-14,6.5 6,-7,5 6,-1.6,4.6", c.base),
        paw(7.5, 7, c.base),
        blob("-5,-27 -3,-34 4,-37 11,-35 13,-30 17,-28 17,-23.5 12,-21 2,-20.5 -4,-22.5", c.base),
        blob("8,-27 13,-30 17,-28 17,-23.5 12,-21 7,-22.5", c.pale),
        blob("4,-36 10,-35.4 11.5,-30 8,-27.5 4.5,-30", patch),
        blob("-3,-35 1,-34 1,-27 -2,-22 -6,-23.5 -7,-29", c.dark),
        ellipse(16.4, -28, 1.7, 1.3, tone(INK)),
        eye(tone, 8.4, -30.5, 1.5, colour),
        stroke("M15.5 -25 Q13 -23.6 10.5 -24.6", tone("#6d4a4a"), 0.8),
    )


def cat(tone: Tone, colour: str, rng: random.Random) -> str:
    """A walking cat with its tail up; it looks at us."""
    c = shades(tone, colour)
    stripes = ("M-12 -26.5 Q-11 -22 -12.5 -19", "M-6 -26 Q-5 -22 -6.5 -19", "M0 -25.4 Q1 -22 0 -19")
    nose = tone(PINK)
    return in_cm(
        limb("-17,-22,5 -22,-27,4.2 -23.5,-34,3.6 -20,-40,2.8 -17.5,-41,2", c.base),
        limb("11,-17,5.5 14,-9,4 15,-2,3.6", c.dark),
        paw(16, 5.5, c.dark),
        limb("-11,-18,8 -7,-9,5 -8,-2,3.8", c.dark),
        paw(-7, 5.5, c.dark),
        blob(
            "-20,-20 -17,-26 -8,-26.5 2,-25.5 10,-28 15,-25 15,-17 8,-13.5 -4,-14.5 -15,-14", c.base
        ),
        *(stroke(d, c.mark, 1.5) for d in stripes),
        blob("14,-23 14.5,-17 8,-13.5 1,-14 8,-17", c.pale),
        limb("-14,-22,10 -14,-15,9.5 -14,-9,5.6 -15.4,-5.4,4.2 -14,-2,4.2", c.base),
        paw(-12.6, 6, c.base),
        limb("8,-18,6.5 7,-9,4.6 7.5,-2,4.2", c.base),
        paw(8.8, 6, c.base),
        facet("9,-31 9.5,-41 15.5,-36", c.base),
        facet("17.5,-36 23.6,-41 24,-31", c.base),
        facet("10.6,-34 10.8,-38.4 13.6,-36", nose),
        facet("19.6,-36 22.4,-38.4 22.6,-34", nose),
        blob("8,-29 10,-35 16.5,-37 23,-35 25,-29 22,-24.4 16.5,-23 11,-24.4", c.base),
        blob("12.6,-27 16.5,-28.6 20.6,-27 20,-24.2 16.5,-23 13,-24.2", c.pale),
        *(
            stroke(f"M{x} -36.4 L{16.5 + (x - 16.5) * 0.7} -33.6", c.mark, 1.1)
            for x in (14, 16.5, 19)
        ),
        eye(tone, 13.2, -30.4, 1.5, colour),
        eye(tone, 19.8, -30.4, 1.5, colour),
        blob("15.4,-28 17.6,-28 16.5,-26.6", nose),
        stroke("M14.6 -25.6 Q15.8 -24.8 16.5 -26.4 Q17.2 -24.8 18.4 -25.6", tone("#6d4a4a"), 0.5),
        *(stroke(f"M21 -26.6 L25.6 {y}", c.pale, 0.35) for y in (-27.6, -25.6)),
        *(stroke(f"M12 -26.6 L7.4 {y}", c.pale, 0.35) for y in (-27.6, -25.6)),
    )


def kitten(tone: Tone, colour: str, rng: random.Random) -> str:
    """A young cat."""
    return scaled(0.55, cat(tone, colour, rng))


def rabbit(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rabbit that sits, with long ears and a round tail."""
    c = shades(tone, colour)
    lean = rng.choice((0, -2))
    return in_cm(
        circle(-15.6, -6.4, 4, c.pale),
        blob(f"6,-26 {1 + lean},-36 {1 + lean},-42 5,-41 8,-34 9,-26", c.dark),
        blob("-15,-6 -12,-15 -4,-20 4,-20 10,-16 11,-8 8,-1 -10,-0.4", c.base),
        blob("-15,-5 -12,-12 -4,-13 2,-8 1,-1 -10,-0.3", c.dark),
        ellipse(-1, -1.8, 7, 1.8, c.base),
        limb("7,-12,6.5 9,-6,4.6 9,-1.5,4", c.base),
        paw(10.5, 5.6, c.base),
        blob("3,-22 5,-28 11,-29.5 15.5,-26 17.6,-22 15,-18.4 8,-17 4,-18.4", c.base),
        blob("12,-22 15.6,-23.6 17.6,-22 15,-18.4 10.5,-18", c.pale),
        blob("5,-27 4,-36 6.6,-42 10,-38 10.4,-28", c.base),
        blob("6.4,-29 5.8,-36 7,-39.4 8.8,-36 8.9,-29", tone(PINK)),
        eye(tone, 11.4, -24.4, 1.5, colour),
        ellipse(17.2, -22.6, 0.9, 0.7, tone(PINK)),
        stroke("M16.6 -20.6 Q15 -19.4 13.6 -20.2", c.deep, 0.5),
        right=0.74,
    )


def mouse(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small mouse with round ears and a long tail."""
    c = shades(tone, colour)
    tip = rng.choice((-6, -4.6))
    pink = tone(PINK)
    return in_cm(
        stroke(f"M-3 -1.2 Q-6.6 -0.4 -7 -3 Q-7.6 -5 -8.6 {tip}", pink, 0.6),
        blob("-5,-1.6 -3.6,-4.6 0,-5.8 3.4,-5.2 6.6,-4 8.9,-2 6.4,-0.7 0,-0.3 -3.6,-0.4", c.base),
        blob("-4,-0.6 0,-1.5 6,-1.6 8.9,-2 6.4,-0.7 0,-0.3", c.pale),
        circle(2, -6, 1.6, c.dark),
        circle(3.6, -5.9, 1.8, c.base),
        circle(3.7, -5.8, 1.1, pink),
        eye(tone, 5.9, -3.5, 0.6, colour),
        circle(8.6, -2.1, 0.5, pink),
        ellipse(-1, -0.35, 1.5, 0.35, pink),
        ellipse(4.2, -0.35, 1.2, 0.35, pink),
    )


def bird(tone: Tone, colour: str, rng: random.Random) -> str:
    """A little songbird on its two legs."""
    c = shades(tone, colour)
    leg = tone("#a36a3a")
    song = rng.random() < 0.4
    beak = "8.2,-14.6 11,-14.4 8.4,-13.4" if song else "8.2,-14.4 11,-13.2 8.2,-12.2"
    return in_cm(
        line((0.6, -4), (1, -0.5), leg, 0.6),
        line((2.8, -4), (3.2, -0.5), leg, 0.6),
        stroke("M-0.4 -0.3 L2.6 -0.3 M1.8 -0.3 L4.8 -0.3", leg, 0.5),
        facet("-10.6,-4.6 -9.4,-7 -2,-8.4 -1,-5", c.deep),
        blob("-4.6,-6.4 -1,-10.6 2,-15 6,-16.4 9,-14 8.8,-10.4 6.6,-5.4 2,-3 -2.6,-4", c.base),
        blob("8.4,-11.4 6.6,-5.4 2,-3 -1.6,-4 2,-6.6 5,-10.6", c.pale),
        blob("-8.6,-5.8 -4,-9.6 1,-11.4 4,-9.6 2.6,-6.4 -2,-5", c.dark),
        stroke("M-6 -6.4 Q-2 -6.8 1.6 -8.4", c.deep, 0.5),
        facet(beak, tone(ORANGE)),
        facet("8.2,-13 10,-12.4 8,-11.8", tone("#c46f2c")) if song else "",
        eye(tone, 6.6, -13.6, 0.85, colour),
    )


PETS = (
    Thing("dog", 0.79, 0.63, dog, "#d39a55", "animal", faces=True),
    Thing("puppy", 0.37, 0.37, puppy, "#c08a56", "animal", faces=True),
    Thing("cat", 0.51, 0.42, cat, "#8e8c94", "animal", faces=True),
    Thing("kitten", 0.282, 0.231, kitten, "#e0a05a", "animal", faces=True),
    Thing("rabbit", 0.38, 0.43, rabbit, "#b39a84", "animal", faces=True),
    Thing("mouse", 0.18, 0.08, mouse, "#9c9aa2", "animal", faces=True),
    Thing("bird", 0.22, 0.165, bird, "#5b8fc9", "animal", faces=True),
)
