"""Animals of the house. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.materials import INK, PINK, RED
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    stroke,
)
from imagespeak_core.generators.illustrator.things.animal_parts import Parts, eye, paw
from imagespeak_core.generators.illustrator.things.animals import quadruped, stood
from imagespeak_core.generators.illustrator.things.builds import CAT, DOG, RABBIT
from imagespeak_core.generators.illustrator.things.gaits import FACING_US
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def dog(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A friendly, medium-sized dog with hanging ears and a raised tail."""
    c = shades(tone, colour)
    collar = tone(rng.choice((RED, "#3f78b5", "#4a9a6a")))
    far = (
        limb("14,-26,9 16,-14,6 16,-3,5.5", c.dark)
        + paw(18, 9, c.dark)
        + limb("-16,-28,12 -11,-17,7.5 -17,-9,5.5 -16,-3,5.5", c.dark)
        + paw(-14, 9, c.dark)
    )
    near = (
        limb("-18,-37,15 -18,-27,15 -19,-17,9 -23,-9,6 -22,-3,6", c.base)
        + paw(-19.5, 10, c.base)
        + limb("11,-30,12 12,-16,8 12,-3,6.5", c.base)
        + paw(14.5, 10, c.base)
        + stroke("M-11 -32 Q-9 -25 -13.6 -18", c.dark, 0.9)
    )
    return Parts(
        tail=limb("-22,-38,6 -31,-44,5.5 -36,-53,4.2 -35,-61,2.4", c.dark),
        body=blob(
            "-26,-33 -22,-41 -8,-43 8,-43.5 18,-47 24,-38 21,-28 13,-22 2,-22.5 -8,-25 -22,-24",
            c.base,
        )
        + blob("22,-37 21.4,-29 16,-24 16,-31", c.pale),
        neck=limb("13,-35,20 20,-45,15 23,-51,13", c.base)
        + stroke("M13 -44 Q18 -37 26 -38", collar, 2.6)
        + circle(24.5, -36, 1.7, tone("#f2bf45")),
        head=blob(
            "14,-51 17,-59 25,-61.5 30,-57 36,-54.5 39.5,-51 37,-46 29,-43.5 20,-44.5", c.base
        )
        + blob("28,-50 35,-53.5 39.5,-51 37,-46 29,-43.5 25,-45.5", c.pale)
        + blob("17,-60 22,-58 22,-50 18.5,-42 13.5,-44 12.5,-53", c.dark)
        + ellipse(38, -52.3, 2.3, 1.8, tone(INK))
        + stroke("M37.5 -48.5 Q34 -46.5 30.5 -48", tone("#6d4a4a"), 0.9),
        eyes=((27.5, -54.5, 1.6),),
        legs=(far, near),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
        mouth=blob("28,-47.4 38,-48.6 37.4,-44.6 33,-40.6 29,-42.6", tone("#6d3f45"))
        + blob("30,-43 34.6,-45.4 34,-41.6 31.6,-40.8", tone(PINK)),
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


def cat(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A walking cat with its tail up; it looks at us."""
    c = shades(tone, colour)
    stripes = ("M-12 -26.5 Q-11 -22 -12.5 -19", "M-6 -26 Q-5 -22 -6.5 -19", "M0 -25.4 Q1 -22 0 -19")
    far = (
        limb("11,-17,5.5 14,-9,4 15,-2,3.6", c.dark)
        + paw(16, 5.5, c.dark)
        + limb("-11,-18,8 -7,-9,5 -8,-2,3.8", c.dark)
        + paw(-7, 5.5, c.dark)
    )
    near = (
        limb("-14,-22,10 -14,-15,9.5 -14,-9,5.6 -15.4,-5.4,4.2 -14,-2,4.2", c.base)
        + paw(-12.6, 6, c.base)
        + limb("8,-18,6.5 7,-9,4.6 7.5,-2,4.2", c.base)
        + paw(8.8, 6, c.base)
    )
    return Parts(
        tail=limb("-17,-22,5 -22,-27,4.2 -23.5,-34,3.6 -20,-40,2.8 -17.5,-41,2", c.base),
        body=blob(
            "-20,-20 -17,-26 -8,-26.5 2,-25.5 10,-28 15,-25 15,-17 8,-13.5 -4,-14.5 -15,-14", c.base
        )
        + "".join(stroke(d, c.mark, 1.5) for d in stripes)
        + blob("14,-23 14.5,-17 8,-13.5 1,-14 8,-17", c.pale),
        neck="",
        head=cat_head(tone, colour),
        eyes=((13.2, -30.4, 1.5), (19.8, -30.4, 1.5)),
        legs=(far, near),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
    )


def cat_head(tone: Tone, colour: str) -> str:
    """A cat's head without its eyes."""
    c, nose = shades(tone, colour), tone(PINK)
    return "".join(
        (
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
            blob("15.4,-28 17.6,-28 16.5,-26.6", nose),
            stroke(
                "M14.6 -25.6 Q15.8 -24.8 16.5 -26.4 Q17.2 -24.8 18.4 -25.6", tone("#6d4a4a"), 0.5
            ),
            *(stroke(f"M21 -26.6 L25.6 {y}", c.pale, 0.35) for y in (-27.6, -25.6)),
            *(stroke(f"M12 -26.6 L7.4 {y}", c.pale, 0.35) for y in (-27.6, -25.6)),
        )
    )


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


def rabbit_on_all_fours(tone: Tone, colour: str, rng: random.Random) -> Parts:
    """A rabbit's parts, with its ears laid back."""
    c = shades(tone, colour)
    lean = rng.choice((0, 1))
    return Parts(
        tail=circle(-16.4, -11, 3.8, c.pale),
        body=blob("-16,-10 -13,-17 -5,-20.4 4,-19 11,-15 10,-9 3,-6 -8,-6 -14,-7", c.base)
        + blob("10,-10 3,-6 -8,-6 -12,-7 0,-9.6", c.pale),
        neck="",
        head=blob(f"5,-25 -3,-{32 + lean} -7,-36 -3,-37 4,-33 8,-27", c.dark)
        + blob("3,-22 5,-28 11,-29.5 15.5,-26 17.6,-22 15,-18.4 8,-17 4,-18.4", c.base)
        + blob("12,-22 15.6,-23.6 17.6,-22 15,-18.4 10.5,-18", c.pale)
        + blob(f"8,-26 1,-{34 + lean} -2,-39 2.4,-39 8,-34 10.6,-28", c.base)
        + blob(f"7.6,-28 2.4,-{34 + lean} 1,-37 3.4,-37 7,-33", tone(PINK))
        + ellipse(17.2, -22.6, 0.9, 0.7, tone(PINK))
        + stroke("M16.6 -20.6 Q15 -19.4 13.6 -20.2", c.deep, 0.5),
        eyes=((11.4, -24.4, 1.5),),
        legs=("", ""),
        coats=(c.base, c.dark),
        feet=(c.base, c.dark),
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


PETS = (
    quadruped(
        Thing(
            "dog",
            0.79,
            0.63,
            stood(dog),
            "#d39a55",
            "animal",
            faces=True,
            colours=("#d9a35f", "#8a5c3e", "#f1e6d2", "#4a4450", "#b97a4a"),
            done_with={"walk": ("walk_pet", None)},
            parts=("collar",),
            words=Words(kinds=("guide dog", "police dog")),
        ),
        dog,
        DOG,
        "walk run jump eat drink dig look bark lie sleep sit swim",
        eats="bowl",
    ),
    quadruped(
        Thing(
            "puppy",
            0.37,
            0.37,
            puppy,
            "#c08a56",
            "animal",
            faces=True,
            usual="sit",
            words=Words(learned={"A1": "dog", "A2": "puppy"}),
            colours=("#d9a35f", "#8a5c3e", "#f1e6d2"),
            done_with={"walk": ("walk_pet", None)},
        ),
        dog,
        DOG,
        "walk run jump eat drink dig bark lie sleep swim",
        eats="bowl",
        factor=0.55,
    ),
    quadruped(
        Thing(
            "cat",
            0.51,
            0.42,
            stood(cat),
            "#8e8c94",
            "animal",
            faces=True,
            usual="walk",
            colours=("#9aa0aa", "#e0a050", "#4a4654", "#f0e9dd", "#8f6a4c"),
            words=Words(kinds=("siamese cat",)),
        ),
        cat,
        CAT,
        "run jump eat drink look lie sleep sit climb",
        eats="bowl",
        gaits=FACING_US,
    ),
    quadruped(
        Thing(
            "kitten",
            0.282,
            0.231,
            stood(cat, factor=0.55),
            "#e0a05a",
            "animal",
            faces=True,
            usual="walk",
            words=Words(also=("kitty",), learned={"A1": "cat", "A2": "kitten"}),
            colours=("#9aa0aa", "#e0a050", "#f0e9dd"),
        ),
        cat,
        CAT,
        "run jump eat drink look lie sleep sit climb",
        eats="bowl",
        gaits=FACING_US,
        factor=0.55,
    ),
    quadruped(
        Thing(
            "rabbit",
            0.38,
            0.43,
            rabbit,
            "#b39a84",
            "animal",
            faces=True,
            usual="sit",
            words=Words(also=("bunny",)),
            colours=("#f0ebe2", "#b59a80", "#9aa0aa"),
        ),
        rabbit_on_all_fours,
        RABBIT,
        "walk run jump eat drink dig lie sleep",
        eats="carrot",
    ),
    Thing(
        "mouse",
        0.18,
        0.08,
        mouse,
        "#9c9aa2",
        "animal",
        faces=True,
        usual="walk",
        words=Words(several=("mice",), plural="mice"),
    ),
)
