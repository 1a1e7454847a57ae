"""For games, parties and presents."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    GOLD,
    INK,
    IRON,
    LAMP,
    LEAF,
    OAK,
    PAPER,
    RED,
    STEEL,
    TYRE,
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
from imagespeak_core.generators.illustrator.things.flowers import petals
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def lantern(tone: Tone, colour: str, rng: random.Random) -> str:
    """A lantern with a candle in it; its frame has the main colour."""
    c, sway = shades(tone, colour), rng.choice((-0.5, 0.5))
    return in_cm(
        stroke("M-6 -24 Q-7 -34 0 -34 Q7 -34 6 -24", c.dark, 1.3),
        rect(-8, -22, 16, 18, tone(LAMP), rx=1),
        rect(-2, -10, 4, 6, tone(PAPER)),
        blob(f"0,-9.6 -1.8,-12 {sway},-17 1.8,-12", tone("#f09a3c")),
        stroke("M-8 -22 L-8 -4 M8 -22 L8 -4 M-3 -22 L-3 -4 M3 -22 L3 -4", c.base, 1.1),
        facet("-10,-22 10,-22 5,-28 -5,-28", c.base),
        facet("1,-22 10,-22 5,-28 1,-28", c.dark),
        rect(-10, -4, 20, 4, c.base, rx=1.4),
        rect(-10, -1.6, 20, 1.6, c.dark, rx=0.8),
    )


def parcel(tone: Tone, colour: str, rng: random.Random) -> str:
    """A parcel tied with string."""
    c, string = shades(tone, colour), tone("#8a5f3f")
    stamp = tone(rng.choice(("#d64f45", "#4a83c4", "#5fae6c")))
    return in_cm(
        rect(-20, -22, 40, 22, c.base, rx=0.8),
        rect(9, -22, 11, 22, c.dark, rx=0.8),
        facet("-20,-22 20,-22 16,-27 -16,-27", c.light),
        stroke("M-20 -11 L20 -11 M-4 -26.6 L-5 -22 L-5 0", string, 1.1),
        stroke("M-4 -26 Q-9 -31 -11 -27 Q-9 -25 -4 -26 Q1 -31 3 -27 Q1 -25 -4 -26", string, 1),
        rect(0, -9, 12, 6, tone(PAPER), rx=0.5),
        rect(13, -20, 4, 4.6, stamp),
    )


def bird_cage(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cage with a little bird in it; the cage has the main colour."""
    c, feather = shades(tone, colour), shades(tone, rng.choice((GOLD, "#5fa5cc", "#7fb55a")))
    bars = "".join(
        f"M{x} -5 L{x} -34 Q{x} -{44 - abs(x) * 0.4:.0f} 0 -47"
        for x in (-16, -10.6, -5.3, 0, 5.3, 10.6, 16)
    )
    return in_cm(
        stroke("M-11 -15 L11 -15", tone(OAK), 1.2),
        blob("-5,-16 -1,-22 3,-26 6,-25 6,-21 3,-16 -1,-15", feather.base),
        facet("-9,-12 -4,-18 -1,-16", feather.dark),
        facet("6.2,-24.6 8.6,-23.4 6.2,-22.6", tone("#e8873c")),
        circle(4.4, -24, 0.7, tone(INK)),
        stroke(bars, c.base, 0.8),
        circle(0, -49.4, 2.2, "none", stroke=c.dark, stroke_width=1),
        rect(-18, -22, 36, 1.2, c.dark),
        rect(-19, -5.6, 38, 5.6, c.base, rx=2),
        rect(-19, -2.2, 38, 2.2, c.dark, rx=1.1),
    )


def chess(tone: Tone, colour: str, rng: random.Random) -> str:
    """A chess board with some men on it; the dark squares have the main colour."""
    c, pale = shades(tone, colour), shades(tone, "#efe3c8")
    rows = ((-4, 23, 20.6), (-6.6, 20.6, 18.2), (-9.2, 18.2, 15.8))
    squares = [
        _square(row, k, c.base if (k + index) % 2 else pale.base)
        for index, row in enumerate(rows)
        for k in range(8)
    ]
    men = [
        (x + rng.uniform(-1, 1), y, fill)
        for x, y, fill in (
            (-14, -9, c.deep),
            (-7, -9.4, c.deep),
            (3, -9, c.deep),
            (11, -9.4, c.deep),
            (-10, -5, pale.light),
            (-1, -5.6, pale.light),
            (8, -5, pale.light),
            (15, -5.4, pale.light),
        )
    ]
    return in_cm(
        facet("-24,-4 24,-4 24,-1 -24,-1", c.dark),
        rect(-24.5, -1.4, 49, 1.4, c.deep),
        *squares,
        *(
            facet(f"{x - 1.3},{y} {x + 1.3},{y} {x + 0.5},{y - 4} {x - 0.5},{y - 4}", fill)
            + circle(x, y - 4.6, 1.1, fill)
            for x, y, fill in men
        ),
    )


def board_game(tone: Tone, colour: str, rng: random.Random) -> str:
    """A board with a path of coloured fields, men in four colours and a die."""
    c, colours = shades(tone, colour), (RED, GOLD, "#5fa5cc", "#7fb55a")
    fields = (
        "-20,-6.4 -13,-6.4 -14,-3.4 -21.4,-3.4",
        "-7,-6.4 0,-6.4 0,-3.4 -7.6,-3.4",
        "6,-6.4 13,-6.4 14,-3.4 6.4,-3.4",
        "-12,-13 -6,-13 -6.4,-10.4 -12.8,-10.4",
        "1,-13 7,-13 7.4,-10.4 1,-10.4",
        "12,-13 17,-13 18,-10.4 12.8,-10.4",
    )
    men = ((-17, -6), (-4, -5.4), (9.6, -6), (-9, -11.8), (15, -11.6))
    shift = rng.randrange(4)
    return in_cm(
        facet("-20,-15 20,-15 27,-1.6 -27,-1.6", c.base),
        facet("-27,-1.6 27,-1.6 27,0 -27,0", c.dark),
        *(
            facet(points, shades(tone, colours[(index + shift) % 4]).light)
            for index, points in enumerate(fields)
        ),
        *(
            facet(f"{x - 2.2},{y} {x + 2.2},{y} {x + 0.6},{y - 5} {x - 0.6},{y - 5}", fill)
            + circle(x, y - 5.6, 1.8, fill)
            for (x, y), fill in zip(
                men, (shades(tone, own).deep for own in (*colours, RED)), strict=True
            )
        ),
        rect(19, -7, 4.4, 4.4, tone("#f6f2ea"), rx=0.8),
        circle(21.2, -4.8, 0.8, tone(INK)),
    )


def volleyball_net(tone: Tone, colour: str, rng: random.Random) -> str:
    """A net between two posts; its tapes have the main colour."""
    c, cord = shades(tone, colour), tone("#e6e8e4")
    mesh = "".join(f"M{x} -230 L{x} -136" for x in range(-230, 231, 18)) + "".join(
        f"M-236 {y} L236 {y}" for y in range(-214, -140, 16)
    )
    stay = rng.choice((-282, -276))
    return in_cm(
        stroke(f"M-240 -236 L{stay} -2 M240 -236 L{-stay} -2", tone("#a9977c"), 1.8),
        stroke(mesh, cord, 1.4),
        rect(-238, -238, 476, 12, c.base, rx=3),
        rect(-238, -142, 476, 7, c.dark, rx=3),
        *(rect(x, -246, 9, 246, tone(STEEL), rx=3) for x in (-246, 237)),
        *(rect(x - 3, -60, 15, 58, c.base, rx=5) for x in (-246, 237)),
    )


def telescope(tone: Tone, colour: str, rng: random.Random) -> str:
    """A telescope on three legs that looks up to the right."""
    c, brass = shades(tone, colour), tone("#d3a54a")
    knee = rng.choice((0, 4))
    return in_cm(
        stroke("M0 -96 L4 -2", tone(OAK), 4),
        stroke(f"M0 -96 L{-38 - knee} -2 M0 -96 L{38 + knee} -2", tone(WOOD), 5),
        circle(0, -98, 6, tone(IRON)),
        facet("-46,-80 -42,-72 -12,-88 -16,-96", tone(INK)),
        facet("-26,-94 -20,-80 34,-110 27,-124", c.base),
        facet("-22,-86 -20,-80 34,-110 31,-116", c.dark),
        facet("26,-126 35,-108 58,-121 48,-139", c.light),
        facet("46,-142 60,-118 64,-120 50,-144", brass),
        facet("-29,-94 -21,-78 -17,-80 -25,-96", brass),
        right=-9,
    )


def bouquet(tone: Tone, colour: str, rng: random.Random) -> str:
    """A bunch of flowers in paper."""
    c, wrap = shades(tone, colour), shades(tone, PAPER)
    second = tone(rng.choice((GOLD, "#e9e0f0", "#f0b5a0")))
    heads = ((-12, -36), (12, -36), (-6, -44), (7, -45), (0, -36), (-1, -50))
    return in_cm(
        *(
            ellipse(x, y, 3, 7, tone(LEAF), transform=f"rotate({a} {x} {y})")
            for x, y, a in ((-16, -40, -30), (16, -40, 30), (-6, -50, -12), (8, -51, 12))
        ),
        *(
            petals(x, y, 7, 6, c.base if k % 3 else c.dark) + circle(x, y, 2.3, second)
            for k, (x, y) in enumerate(heads)
        ),
        facet("-17,-34 0,-28 17,-34 4,0 -4,0", wrap.base),
        facet("0,-28 17,-34 4,0 0,0", wrap.dark),
        stroke("M-6 -12 L6 -12 M0 -12 L-6 -5 M0 -12 L6 -5", c.base, 2),
    )


def blanket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A folded blanket with checks."""
    c = shades(tone, colour)
    shift = rng.choice((0, 4))
    return in_cm(
        *(
            rect(-25, y, 50, 7, fill, rx=3.4)
            for y, fill in ((-7, c.dark), (-13, c.base), (-19, c.light))
        ),
        *(
            rect(x + shift, y, 5, 7, c.pale, opacity=0.7)
            for x in (-19, -7, 5)
            for y in (-7, -13, -19)
        ),
        stroke("M-22 -3.4 L22 -3.4 M-22 -9.4 L22 -9.4 M-22 -15.4 L22 -15.4", c.deep, 0.7),
    )


def tyre(tone: Tone, colour: str, rng: random.Random) -> str:
    """A car's wheel standing by itself; its rubber has the main colour."""
    c, turn, rubber = shades(tone, "#b5bcc4"), rng.choice((0, 20)), shades(tone, colour)
    return in_cm(
        circle(0, -32, 32, rubber.base),
        circle(0, -32, 27, "none", stroke=rubber.light, stroke_width=2),
        circle(0, -32, 20, c.base),
        path("M0 -52 A20 20 0 0 1 0 -12 A26 26 0 0 0 0 -52 Z", c.dark),
        stroke(
            "M0 -46 L0 -18 M-12 -39 L12 -25 M-12 -25 L12 -39",
            c.deep,
            3,
            transform=f"rotate({turn} 0 -32)",
        ),
        circle(0, -32, 5, tone(CHROME)),
    )


def _square(row: tuple[float, float, float], column: int, fill: str) -> str:
    """A square of a board that lies flat and is seen from the front."""
    y, near, far = row
    left, right = column / 4 - 1, (column + 1) / 4 - 1
    return facet(
        f"{near * left:.1f},{y} {near * right:.1f},{y} "
        f"{far * right:.1f},{y - 2.6} {far * left:.1f},{y - 2.6}",
        fill,
    )


GATHERINGS = (
    Thing("lantern", 0.2, 0.346, lantern, "#5a5f6a", "home", "surface", shines_at=(0, -0.13)),
    Thing("parcel", 0.4, 0.295, parcel, "#c99f6a", "home", "surface"),
    Thing("bird cage", 0.38, 0.52, bird_cage, "#c9a04a", "home", "surface"),
    Thing(
        "board game",
        0.54,
        0.195,
        board_game,
        "#4f8f8b",
        "toy",
        "surface",
        traits=("board game",),
        coloured="if asked",
    ),
    Thing(
        "chess",
        0.49,
        0.155,
        chess,
        "#7a5240",
        "toy",
        "surface",
        words=Words(told="chess board"),
        traits=("board game",),
        coloured="if asked",
    ),
    Thing("volleyball net", 5.64, 2.46, volleyball_net, "#3f78b5", "sport"),
    Thing("telescope", 1.1, 1.44, telescope, "#4f6f9a", "outdoor", faces=True),
    Thing("bouquet", 0.42, 0.58, bouquet, "#e0607f", "plant", "surface"),
    Thing("blanket", 0.5, 0.19, blanket, "#c9574f", "home", "surface"),
    Thing("tyre", 0.64, 0.64, tyre, TYRE, "vehicle"),
)
