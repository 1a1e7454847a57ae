"""Animals that climb trees: the squirrel and the monkey. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    ellipse,
    moved,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, eye
from imagespeak_core.generators.illustrator.things.animals import quadruped, with_poses
from imagespeak_core.generators.illustrator.things.builds import MONKEY, SQUIRREL
from imagespeak_core.generators.illustrator.things.gaits import FACING_US
from imagespeak_core.generators.illustrator.things.thing import Thing


def squirrel(tone: Tone, colour: str, rng: random.Random) -> str:
    """A squirrel with a nut."""
    c = shades(tone, colour)
    curl = rng.choice((0, 1.4))
    return in_cm(
        blob(f"-4,-2 -13,-4 -15,-14 -12,-23 -5,-{26 + curl} -2,-21 -6,-19 -7,-12", c.dark),
        blob(f"-5,-3 -11,-6 -12.4,-14 -10,-21 -5,-{23.6 + curl} -5,-20 -8.4,-15 -7,-8", c.base),
        blob("-6,-1 -5,-9 0,-15 5,-15 6,-9 4,-1 -1,-0.1", c.base),
        blob("6,-12 6,-8 4,-2 1.6,-1 3,-8", c.pale),
        blob("-6,-2 -4,-8 1,-8 3,-3 1,-0.2 -4,-0.1", c.dark),
        ellipse(2, -0.7, 4, 0.7, c.base),
        facet("1.4,-20 1.6,-24 4.6,-21", c.dark),
        blob("0,-17 3,-21 7,-20.6 10.4,-17.4 8,-14.4 3,-13.6", c.base),
        blob("7,-17 10.4,-17.4 8,-14.4 5,-14", c.pale),
        circle(10.2, -17.3, 0.6, tone(INK)),
        eye(tone, 6.4, -18.2, 0.9),
        limb("3,-12,3 7,-10,2.4 9,-11,2", c.base),
        ellipse(9.6, -11.4, 1.5, 1.8, tone("#a9743f")),
        facet("8,-12.4 11.2,-12.4 10.6,-13.6 8.6,-13.6", tone("#7a5236")),
        right=1.93,
    )


def squirrel_on_all_fours(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A squirrel's parts; its bushy tail goes up behind it."""
    c = shades(tone, colour)
    curl = rng.choice((0, 1))
    return Parts(
        tail=blob(f"-6,-5 -11,-6 -16,-12 -17,-19 -13,-{23 + curl} -9,-20 -11,-15 -8,-9", c.dark)
        + blob(f"-7,-6 -11,-8 -15,-13 -15,-18 -12,-{21 + curl} -12,-15 -9,-9", c.base),
        body=blob("-9,-6 -7,-9.6 -1,-10 5,-9.6 7.6,-7 5,-4 -2,-3.4 -7,-3.6", c.base)
        + blob("7,-6.4 5,-4 -2,-3.4 -6,-3.6 0,-5.2", c.pale),
        neck=limb("3,-7.4,6 6.6,-10.6,5.4", c.base),
        head=facet("4.4,-14 4.6,-18 7.6,-15", c.dark)
        + blob("3,-11 6,-15 10,-14.6 13.4,-11.4 11,-8.4 6,-7.6", c.base)
        + blob("10,-11 13.4,-11.4 11,-8.4 8,-8", c.pale)
        + circle(13.2, -11.3, 0.6, tone(INK)),
        eyes=((9.4, -12.2, 0.9),),
        legs=("", ""),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
    )


def monkey(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sitting monkey with a curled tail."""
    if rng.random() < 0.4:
        return in_cm(_sitting(tone, colour, "12,-38,9 25,-44,7 31,-57,6", (31, -60)))
    return in_cm(_sitting(tone, colour, "12,-38,9 22,-25,7 22,-11,6", (22.4, -8)))


def _eating_monkey(tone: Tone, colour: str, rng: random.Random) -> str:
    """A sitting monkey with a banana before its mouth."""
    peel, fruit = tone("#e8c23c"), tone("#f6ecc8")
    tip = rng.choice((0, 1))
    banana = (
        limb(f"22,-38,5 17,-46,7 12,-{52 + tip},5", fruit)
        + limb("24,-30,3 22.4,-37,6 18,-43,7", peel)
        + blob("14,-45 22,-46 27,-41 21,-42 18,-39 14,-39 10,-36 12,-42", peel)
    )
    sitting = _sitting(tone, colour, "12,-38,9 27,-27,7 24,-34,6", (22.6, -36))
    return sitting + banana + circle(24, -34, 3.6, shades(tone, "#e8c39a").base)


def _sitting(tone: Tone, colour: str, arm: str, hand: Point) -> str:
    c, face = shades(tone, colour), shades(tone, "#e8c39a")
    return "".join(
        (
            stroke(
                "M-12 -6 Q-34 -4 -34 -22 Q-34 -36 -24 -36 Q-16 -35 -18 -28 Q-20 -24 -24 -26",
                c.dark,
                4,
            ),
            limb("-10,-38,9 -20,-24,7 -16,-10,6", c.dark),
            blob("-15,-12 -13,-34 -6,-44 6,-44 13,-34 15,-12 8,-2 -8,-2", c.base),
            blob("-9,-12 -8,-28 0,-35 8,-28 9,-12 0,-4", face.base),
            limb("-8,-10,12 -18,-14,11 -17,-4,8", c.base),
            ellipse(-18, -2.6, 8, 2.8, face.dark),
            limb("8,-10,12 18,-14,11 17,-4,8", c.base),
            ellipse(19, -2.6, 8, 2.8, face.base),
            limb(arm, c.base),
            circle(*hand, 4, face.base),
            monkey_head(tone, colour),
            eye(tone, -4, -60, 2),
            eye(tone, 6, -60, 2),
        )
    )


def monkey_head(tone: Tone, colour: str) -> str:
    """A monkey's head without its eyes."""
    c, face = shades(tone, colour), shades(tone, "#e8c39a")
    return "".join(
        (
            *(circle(x, -58, 6, c.dark) + circle(x, -58, 3.6, face.dark) for x in (-16, 18)),
            ellipse(1, -60, 16, 15, c.base),
            blob(
                "-11,-62 -6,-68 1,-65 8,-68 13,-62 12,-54 14,-50 8,-45 -6,-45 -12,-50 -10,-54",
                face.base,
            ),
            *(ellipse(x, -54, 0.8, 0.6, face.deep) for x in (-0.4, 2.4)),
            stroke("M-5 -50 Q1 -46.4 7 -50", tone("#8a5244"), 1.2),
        )
    )


def monkey_on_all_fours(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A monkey's parts; it looks at us and its tail curls."""
    c, face = shades(tone, colour), shades(tone, "#e8c39a")
    tip = rng.choice((0, 3))
    return Parts(
        tail=stroke(
            f"M-19 -30 Q-36 -30 -35 -46 Q-34 -58 -24 -{57 + tip} Q-18 -55 -21 -49", c.dark, 4
        ),
        body=blob("-22,-28 -18,-36 -4,-37 10,-39 18,-33 17,-23 6,-17 -8,-17 -20,-19", c.base)
        + blob("17,-24 6,-17 -8,-17 -18,-19 -2,-22", c.dark),
        neck="",
        head=moved(18, 18, monkey_head(tone, colour)),
        eyes=((14, -42, 2), (24, -42, 2)),
        legs=("", ""),
        coats=(c.base, c.dark),
        feet=(face.base, face.dark),
        face="#e8c39a",
    )


CLIMBERS = (
    quadruped(
        Thing("squirrel", 0.262, 0.275, squirrel, "#b8623a", "animal", faces=True, usual="sit"),
        squirrel_on_all_fours,
        SQUIRREL,
        "walk run jump eat drink dig lie sleep climb",
        eats="grain",
    ),
    with_poses(
        quadruped(
            Thing("monkey", 0.72, 0.75, monkey, "#8a5a3c", "animal", faces=True, usual="sit"),
            monkey_on_all_fours,
            MONKEY,
            "walk run jump drink lie sleep climb",
            gaits=FACING_US,
        ),
        {"eat": _eating_monkey},
        eats="banana",
    ),
)
