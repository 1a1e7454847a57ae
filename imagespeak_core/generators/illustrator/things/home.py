"""What stands in a living room, a bedroom or a bathroom, seen from the front."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GOLD,
    INK,
    IRON,
    LAMP,
    LEAF,
    OAK,
    PAPER,
    RED,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def floor_lamp(tone: Tone, colour: str, rng: random.Random) -> str:
    """A standing lamp; its shade has the main colour."""
    c = shades(tone, colour)
    return in_cm(
        ellipse(0, -2.4, 15, 2.4, tone(IRON)),
        rect(-1.6, -128, 3.2, 126, tone(STEEL)),
        facet("-13,-158 13,-158 24,-122 -24,-122", c.base),
        facet("4,-158 13,-158 24,-122 9,-122", c.dark),
        ellipse(0, -122, 24, 3, tone(LAMP)),
        stroke("M12 -121 L12 -106", tone(STEEL), 0.9),
        circle(12, -105, 1.5, tone(GOLD)),
    )


def table_lamp(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small lamp for a table or a desk."""
    c, foot = shades(tone, colour), shades(tone, "#c9a57c")
    return in_cm(
        ellipse(0, -1.4, 8, 1.4, foot.dark),
        blob("-2,-23 2,-23 6,-12 4,-3 -4,-3 -6,-12", foot.base),
        blob("0.6,-23 2,-23 6,-12 4,-3 1,-2.6 3,-12", foot.dark),
        facet("-8,-42 8,-42 14,-22 -14,-22", c.base),
        facet("2.6,-42 8,-42 14,-22 5,-22", c.dark),
        ellipse(0, -22, 14, 1.7, tone(LAMP)),
    )


def bookcase(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bookcase with four full shelves."""
    c = shades(tone, colour)
    shelf_ys = (-148, -105, -62, -19)
    return in_cm(
        rect(-50, -190, 100, 186, c.dark),
        *(_book_row(tone, rng, y, gap=k == 1) for k, y in enumerate(shelf_ys)),
        moved(26, -105, _small_pot(tone)),
        *(rect(-48, y, 96, 5, c.base) for y in shelf_ys),
        rect(-52, -194, 104, 7, c.light, rx=2),
        rect(-52, -190, 8, 190, c.base),
        rect(44, -190, 8, 190, c.base),
        rect(-46, -14, 92, 10, c.base),
    )


def wardrobe(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wardrobe with two doors and a drawer."""
    c = shades(tone, colour)
    return in_cm(
        *(rect(x, -8, 10, 8, c.deep) for x in (-52, 42)),
        rect(-58, -196, 116, 189, c.base, rx=3),
        rect(-62, -202, 124, 9, c.light, rx=3),
        *(rect(x, -186, 50, 136, c.dark, rx=2) for x in (-52, 2)),
        *(rect(x + 3, -183, 44, 130, c.light, rx=2) for x in (-52, 2)),
        *(rect(x + 8, y, 34, 54, c.base, rx=2) for x in (-52, 2) for y in (-176, -116)),
        rect(-52, -44, 104, 30, c.dark, rx=2),
        rect(-50, -42, 100, 26, c.light, rx=2),
        *(circle(x, y, 2.4, tone(GOLD)) for x, y in ((-6, -116), (6, -116), (0, -29))),
    )


def cupboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A low cupboard with three doors."""
    c = shades(tone, colour)
    return in_cm(
        *(facet(f"{x},-10 {x + 6},-10 {x + 5},0 {x + 1},0", c.deep) for x in (-66, 60)),
        rect(-72, -80, 144, 72, c.base, rx=3),
        *(rect(x, -70, 42, 56, c.dark, rx=2) for x in (-66, -21, 24)),
        *(rect(x + 2, -68, 38, 52, c.light, rx=2) for x in (-66, -21, 24)),
        *(circle(x, -42, 1.9, tone(GOLD)) for x in (-31, 14, 29)),
        facet("-70,-86 70,-86 76,-80 -76,-80", c.light),
        rect(-76, -80.5, 152, 4, c.dark, rx=1),
    )


def television(tone: Tone, colour: str, rng: random.Random) -> str:
    """A television on its foot, showing a landscape; its frame has the main colour."""
    c = shades(tone, colour)
    sky = tone(rng.choice(("#8cc4dc", "#a9cfe0", "#f2c48a")))
    return in_cm(
        facet("-16,-3 16,-3 22,0 -22,0", c.dark),
        rect(-5, -10, 10, 8, c.deep),
        rect(-58, -72, 116, 66, c.base, rx=3),
        rect(-51, -65, 102, 50, sky),
        circle(28, -54, 6, tone(LAMP)),
        path("M-51 -32 L-28 -48 L-8 -34 L10 -43 L51 -26 L51 -15 L-51 -15 Z", tone("#6f9f7a")),
        path("M-51 -24 Q-10 -33 51 -19 L51 -15 L-51 -15 Z", tone("#4f8a5c")),
        facet("-38,-65 -22,-65 -44,-15 -51,-15 -51,-36", tone(PAPER), opacity=0.16),
        circle(50, -9, 1, tone(RED)),
    )


def door(tone: Tone, colour: str, rng: random.Random) -> str:
    """A closed door in its frame."""
    c, frame = shades(tone, colour), shades(tone, "#efe6d4")
    return in_cm(
        rect(-52, -214, 104, 214, frame.base, rx=2),
        rect(-44, -206, 88, 206, c.base),
        *(rect(x, y, 32, h, c.dark, rx=2) for x in (-37, 5) for y, h in ((-196, 84), (-98, 84))),
        *(
            rect(x + 2, y + 2, 30, h - 2, c.light, rx=2)
            for x in (-37, 5)
            for y, h in ((-196, 84), (-98, 84))
        ),
        circle(37, -103, 3.6, tone(GOLD)),
        rect(-44, -8, 88, 8, c.dark),
        rect(-52, -2, 104, 2, frame.dark),
    )


def fireplace(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fireplace with a burning fire."""
    c = shades(tone, colour)
    sway = rng.choice((-2, 2))
    bricks = [(-64 + 26 * k + 13 * (row % 2), -96 + 16 * row) for row in range(6) for k in range(5)]
    return in_cm(
        rect(-66, -106, 132, 106, c.base),
        *(rect(x, y, 12, 5, c.dark if (x + y) % 3 else c.light, rx=1) for x, y in bricks if x < 54),
        path("M-40 0 L-40 -58 Q-40 -80 0 -80 Q40 -80 40 -58 L40 0 Z", tone(INK)),
        blob(
            f"0,-8 -24,-12 -26,-30 -14,-40 -10,-30 {sway},-62 12,-36 20,-44 26,-26 20,-10",
            tone("#ec8a3c"),
        ),
        blob(f"0,-8 -12,-12 -12,-26 {sway},-42 10,-26 12,-12", tone("#f7cf5c")),
        stroke("M-24 -6 L18 -12 M24 -6 L-16 -11", tone(OAK), 7),
        rect(-74, -114, 148, 11, tone(WOOD), rx=3),
        rect(-74, -106, 148, 3, tone(OAK)),
    )


def bathtub(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bathtub full of foam."""
    c, foam = shades(tone, colour), shades(tone, "#e9f3f6")
    puffs = [(x, -58 - rng.uniform(0, 4), rng.uniform(8, 12)) for x in range(-60, 61, 15)]
    return in_cm(
        stroke("M74 -56 L74 -84 Q74 -90 66 -90 L60 -90 L60 -82", tone(STEEL), 3.6),
        *(
            circle(x, y, r, foam.dark if k % 3 == 0 else foam.base)
            for k, (x, y, r) in enumerate(puffs)
        ),
        *(ellipse(x, -4, 7, 4, tone(GOLD)) for x in (-54, 54)),
        path("M-80 -54 L80 -54 Q78 -18 58 -6 L-58 -6 Q-78 -18 -80 -54 Z", c.base),
        path("M-74 -26 Q0 -10 74 -26 Q70 -12 58 -6 L-58 -6 Q-70 -12 -74 -26 Z", c.dark),
        rect(-84, -58, 168, 8, c.light, rx=4),
    )


def candle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A burning candle in a holder."""
    c, sway = shades(tone, colour), rng.choice((-0.5, 0.5))
    return in_cm(
        ellipse(0, -1.2, 6, 1.2, tone("#c99a3c")),
        rect(-2.6, -4, 5.2, 3, tone(GOLD), rx=1),
        rect(-2, -18, 4, 15, c.base, rx=0.6),
        rect(0.6, -18, 1.4, 15, c.dark, rx=0.6),
        blob("-2,-18 -1.4,-13 -0.8,-17", c.light),
        stroke("M0 -18 L0 -19.6", tone(INK), 0.5),
        blob(f"0,-19 -1.6,-20.6 {sway},-25 1.6,-20.6", tone("#f09a3c")),
        blob(f"0,-19.2 -0.8,-20.4 {sway * 0.5},-22.8 0.8,-20.4", tone(LAMP)),
    )


def cushion(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cushion with a striped cover."""
    c = shades(tone, colour)
    return in_cm(
        blob("-21,-38 -10,-36 10,-36 21,-38 19,-20 21,-1 10,-2.6 -10,-2.6 -21,-1 -19,-20", c.base),
        blob("21,-38 19,-20 21,-1 10,-2.6 -4,-2.4 12,-14", c.dark),
        stroke("M-10 -34 Q-12 -20 -10 -5 M0 -34 L0 -5 M10 -34 Q12 -20 10 -5", c.pale, 1.6),
    )


def _book_row(tone: Tone, rng: random.Random, shelf_y: float, *, gap: bool) -> str:
    """Books of varied height and colour, from the left of a shelf to its end."""
    spines = ("#c9534a", "#4a7fb5", "#5f9f6c", "#e0b04a", "#8a6aa5", "#d98a5a", "#e6dcc4")
    parts: list[str] = []
    x, end = -44.0, 8.0 if gap else 40.0
    while x < end:
        width, height = rng.choice((5.0, 6.0, 7.5)), rng.choice((26.0, 29.0, 32.0))
        spine = shades(tone, rng.choice(spines))
        parts.append(rect(x, shelf_y - height, width, height, spine.base))
        parts.append(rect(x, shelf_y - height + 5, width, 2, spine.pale))
        x += width + 0.5
    return "".join(parts)


def _small_pot(tone: Tone) -> str:
    leaves = "".join(
        ellipse(x, -16, 3.4, 7, tone(LEAF), transform=f"rotate({a} 0 -9)")
        for x, a in ((0, -36), (0, 0), (0, 36))
    )
    return leaves + facet("-6,-10 6,-10 4.6,0 -4.6,0", tone("#d98a5a"))


HOME = (
    Thing(
        "lamp",
        0.48,
        1.58,
        floor_lamp,
        "#e9c98a",
        "home",
        shines_at=(0, -1.36),
        foot_m=0.32,
        lifted="table lamp",
    ),
    Thing(
        "table lamp",
        0.28,
        0.42,
        table_lamp,
        "#e8b36a",
        "home",
        "surface",
        shines_at=(0, -0.26),
        traits=("small scenery",),
    ),
    Thing(
        "bookcase",
        1.04,
        1.94,
        bookcase,
        "#9a6b42",
        "furniture",
        words=Words(also=("book shelf", "bookshelf", "bookshelves"), several=("bookshelves",)),
        traits=("at the wall", "furnishes"),
        found_at="library",
        looks=("wooden",),
    ),
    Thing(
        "wardrobe",
        1.24,
        2.02,
        wardrobe,
        "#b98a5a",
        "furniture",
        traits=("at the wall", "furnishes"),
        found_at="bedroom",
        parts=("door",),
    ),
    Thing(
        "cupboard",
        1.52,
        0.86,
        cupboard,
        "#8fb0a5",
        "furniture",
        top_m=0.83,
        words=Words(kinds=("chest of drawers",)),
        traits=("at the wall", "watched from"),
        parts=("door",),
    ),
    Thing(
        "television",
        1.16,
        0.72,
        television,
        "#3c3f48",
        "home",
        "surface",
        words=Words(also=("tv set", "tv", "film", "movie", "telly")),
        traits=("watched from",),
        found_at="living room",
    ),
    Thing(
        "door",
        1.04,
        2.14,
        door,
        "#5f8a80",
        "home",
        traits=("indoors only", "at the wall"),
    ),
    Thing(
        "fireplace",
        1.48,
        1.14,
        fireplace,
        "#b5664f",
        "home",
        shines_at=(0, -0.3),
        traits=("at the wall", "furnishes"),
        found_at="living room",
        words=Words(also=("fire place",)),
    ),
    Thing(
        "bathtub",
        1.68,
        0.92,
        bathtub,
        "#e8ecec",
        "home",
        words=Words(also=("bath tub", "bath")),
        traits=("indoors only", "at the wall"),
        found_at="bathroom",
    ),
    Thing(
        "candle",
        0.12,
        0.25,
        candle,
        "#efe3c8",
        "home",
        "surface",
        shines_at=(0, -0.21),
        looks=("lit", "burning"),
    ),
    Thing(
        "cushion",
        0.43,
        0.39,
        cushion,
        "#e0934f",
        "home",
        "surface",
        words=Words(also=("pillow",)),
        found_at="living room",
    ),
)
