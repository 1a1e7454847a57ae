"""What hangs on a wall or lies on a floor."""

from __future__ import annotations

import random
from math import cos, pi, sin

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    INK,
    LAMP,
    LEAF,
    MOSS,
    OAK,
    PANE,
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
    line,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def clock(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wall clock at some full hour."""
    c = shades(tone, colour)
    hour = rng.randrange(1, 13) * pi / 6
    ticks = [(sin(k * pi / 6), -cos(k * pi / 6)) for k in range(12)]
    return in_cm(
        circle(0, -17, 17, c.dark),
        circle(0, -17, 16.2, c.base),
        circle(0, -17, 13.4, tone(PAPER)),
        *(line((x * 11, y * 11 - 17), (x * 12.2, y * 12.2 - 17), tone(INK), 0.9) for x, y in ticks),
        line((0, -17), (sin(hour) * 6.4, -17 - cos(hour) * 6.4), tone(INK), 1.5),
        line((0, -17), (0, -27), tone(INK), 1),
        circle(0, -17, 1.3, tone(RED)),
    )


def mirror(tone: Tone, colour: str, rng: random.Random) -> str:
    """An oval mirror in a frame of the main colour."""
    c = shades(tone, colour)
    return in_cm(
        ellipse(0, -45, 30, 45, c.dark),
        ellipse(-0.6, -45.6, 29, 44, c.base),
        ellipse(0, -45, 24.6, 39, tone(PANE)),
        blob("-20,-40 -10,-74 -2,-82 6,-82 -14,-26 -18,-22", tone("#dcedf2")),
        blob("2,-14 16,-66 20,-60 8,-10", tone("#dcedf2")),
    )


def picture(tone: Tone, colour: str, rng: random.Random) -> str:
    """A framed painting of hills; the frame has the main colour."""
    c = shades(tone, colour)
    sun = rng.choice((-14, 4, 16))
    return in_cm(
        rect(-37, -56, 74, 56, c.dark, rx=1.5),
        rect(-37, -56, 72, 54, c.base, rx=1.5),
        rect(-32, -51, 63, 45, tone(PAPER)),
        rect(-28, -47, 55, 37, tone("#a9d3e2")),
        circle(sun, -38, 5, tone(LAMP)),
        path("M-28 -24 L-12 -38 L2 -26 L14 -34 L27 -24 L27 -10 L-28 -10 Z", tone("#7f9fb0")),
        path("M-28 -20 Q0 -28 27 -16 L27 -10 L-28 -10 Z", tone("#79aa62")),
        circle(14, -19, 4, tone(MOSS)),
        rect(13.4, -18, 1.2, 6, tone(OAK)),
    )


_PALE_FRAME = "#f1ebdd"


def window(tone: Tone, colour: str, rng: random.Random) -> str:
    """A window with a pale frame and red curtains, or both in the colour that is asked for."""
    frame = shades(tone, colour)
    c = shades(tone, "#d9705a") if colour == _PALE_FRAME else frame
    return in_cm(
        rect(-60, -128, 120, 122, frame.base, rx=2),
        rect(-54, -122, 108, 110, tone("#a9d6ea")),
        path("M-54 -44 Q-20 -60 10 -48 Q34 -40 54 -50 L54 -12 L-54 -12 Z", tone("#8cbf76")),
        *(
            ellipse(x, y, rx, 5, tone("#f1f6f7"))
            for x, y, rx in ((-24, -98, 14), (-14, -102, 9), (24, -84, 11))
        ),
        rect(-3, -122, 6, 110, frame.base),
        rect(-54, -70, 108, 5, frame.base),
        path("M-72 -134 L-22 -134 Q-26 -90 -52 -66 Q-50 -40 -54 -10 L-72 -10 Z", c.base),
        path("M72 -134 L22 -134 Q26 -90 52 -66 Q50 -40 54 -10 L72 -10 Z", c.dark),
        stroke("M-58 -132 Q-56 -90 -64 -66 M-42 -132 Q-44 -96 -58 -68", c.dark, 1.6),
        stroke("M58 -132 Q56 -90 64 -66 M42 -132 Q44 -96 58 -68", c.deep, 1.6),
        rect(-76, -139, 152, 6, tone(OAK), rx=3),
        rect(-64, -9, 128, 9, frame.dark, rx=2),
    )


def shelf(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wall shelf with a plant, books and a jar."""
    c = shades(tone, colour)
    spines = rng.sample(("#c9534a", "#4a7fb5", "#5f9f6c", "#e0b04a", "#8a6aa5"), 4)
    return in_cm(
        *(facet(f"{x},-8 {x + 4},-8 {x + 4},0 {x + 2},0", c.dark) for x in (-42, 38)),
        *(
            rect(-20 + 6.5 * k, -34 - 3 * (k % 2), 6, 22 + 3 * (k % 2), tone(s))
            for k, s in enumerate(spines)
        ),
        blob("-38,-24 -46,-34 -42,-40 -36,-32 -32,-42 -28,-34 -30,-26", tone(LEAF)),
        facet("-42,-25 -27,-25 -30,-12 -39,-12", tone("#d98a5a")),
        rect(20, -28, 16, 16, tone("#8cc4dc"), rx=3),
        rect(19, -31, 18, 4, tone(STEEL), rx=2),
        rect(-52, -13, 104, 6, c.base, rx=1.5),
        rect(-52, -8.6, 104, 2, c.dark, rx=1),
    )


def calendar(tone: Tone, colour: str, rng: random.Random) -> str:
    """A wall calendar, one of its days marked."""
    c = shades(tone, colour)
    marked = rng.randrange(15)
    days = [(-11 + 5 * (k % 5), -18 + 5.4 * (k // 5)) for k in range(15)]
    return in_cm(
        rect(-15, -32, 30, 32, tone(PAPER), rx=1.5),
        path("M-15 -24 L-15 -30.5 Q-15 -32 -13.5 -32 L13.5 -32 Q15 -32 15 -30.5 L15 -24 Z", c.base),
        *(rect(x, -34, 2, 5, tone(STEEL), rx=1) for x in (-9, 7)),
        *(
            rect(x, y, 3, 3, c.base if k == marked else tone("#c9c6bf"), rx=0.6)
            for k, (x, y) in enumerate(days)
        ),
        stroke("M-9 -28 L9 -28", c.pale, 1.2),
    )


def map_(tone: Tone, colour: str, rng: random.Random) -> str:
    """A map of the world; its seas have the main colour."""
    c, land = shades(tone, colour), tone("#9cbf7a")
    return in_cm(
        rect(-62, -84, 124, 78, tone(PAPER)),
        rect(-58, -80, 116, 70, c.base),
        blob("-52,-70 -34,-74 -20,-66 -28,-56 -34,-46 -42,-54", land),
        blob("-34,-46 -24,-42 -20,-34 -28,-18 -33,-30", land),
        blob("-8,-68 6,-74 30,-75 50,-68 46,-56 30,-50 24,-44 10,-54 -4,-58", land),
        blob("-8,-54 8,-54 14,-44 6,-24 0,-26 -8,-42", land),
        blob("36,-32 48,-34 52,-26 42,-22 35,-26", land),
        stroke("M-58 -45 L58 -45 M-20 -80 L-20 -10 M20 -80 L20 -10", c.pale, 0.5),
        rect(-66, -88, 132, 5, tone(OAK), rx=2.5),
        rect(-66, -8, 132, 5, tone(OAK), rx=2.5),
        circle(-14, -61, 2, tone(RED)),
        stroke("M0 -3 L0 -1", tone(OAK), 1.4),
    )


def coat_rack(tone: Tone, colour: str, rng: random.Random) -> str:
    """A coat rack of the main colour on the wall, with a coat and a hat."""
    c, wood = shades(tone, "#7d848e"), shades(tone, colour)
    return in_cm(
        rect(-45, -110, 90, 26, wood.base, rx=4),
        *(stroke(f"M{x} -104 L{x} -98 L{x + 3} -97", tone(STEEL), 2) for x in (-32, 0, 32)),
        path(
            "M-44 -88 Q-32 -104 -20 -88 L-14 -60 L-20 -57 "
            "L-23 -70 L-20 -6 L-44 -6 L-41 -70 L-44 -57 "
            "L-50 -60 Z",
            c.base,
        ),
        path("M-32 -94 L-20 -88 L-14 -60 L-20 -57 L-23 -70 L-20 -6 L-32 -6 Z", c.dark),
        ellipse(32, -90, 16, 4, tone(OAK)),
        path("M22 -90 Q22 -102 32 -102 Q42 -102 42 -90 Z", tone(OAK)),
        path("M-2 -97 L2 -97 L5 -40 L-5 -40 Z", tone("#d9b25a")),
    )


def rug(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rug on the floor with fringes."""
    c = shades(tone, colour)
    fringe = "".join(
        f"M{x} {-2 if x % 2 else -1.4} l{-3 if x < 0 else 3} 1.4" for x in range(-88, 89, 8)
    )
    return in_cm(
        stroke(fringe, c.pale, 1.1),
        facet("-74,-34 74,-34 92,-2 -92,-2", c.base),
        facet("-69,-31 69,-31 82,-6 -82,-6", c.pale),
        facet("-66,-29 66,-29 78,-8 -78,-8", c.dark),
        *(facet(f"{x},-24 {x + 14},-18.5 {x},-12 {x - 14},-18.5", c.light) for x in (-42, 0, 42)),
    )


WALLS = (
    Thing(
        "clock",
        0.34,
        0.34,
        clock,
        "#c9503f",
        "home",
        "wall",
        found_at="kitchen",
        traits=("of every room", "hangs on a wall", "plain scenery"),
        looks=("round",),
    ),
    Thing(
        "mirror",
        0.6,
        0.9,
        mirror,
        "#c9a05a",
        "home",
        "wall",
        traits=("hangs on a wall",),
        coloured="if asked",
    ),
    Thing(
        "picture",
        0.74,
        0.56,
        picture,
        "#a9743f",
        "home",
        "wall",
        words=Words(also=("poster", "painting")),
        traits=("of every room", "hangs on a wall"),
        coloured="if asked",
    ),
    Thing(
        "window",
        1.52,
        1.39,
        window,
        _PALE_FRAME,
        "home",
        "wall",
        traits=("of every inside", "of every room", "plain scenery"),
        looks=("dark",),
        coloured="if asked",
    ),
    Thing(
        "shelf",
        1.04,
        0.42,
        shelf,
        "#a9743f",
        "furniture",
        "wall",
        words=Words(plural="shelves"),
        coloured="if asked",
    ),
    Thing("calendar", 0.3, 0.34, calendar, "#d64f45", "home", "wall", coloured="if asked"),
    Thing(
        "map",
        1.32,
        0.88,
        map_,
        "#7fb8d4",
        "school",
        "wall",
        traits=("hangs on a wall",),
        done_with={"look at": ("read", "map")},
        held=Held(held_daily.map, "#dfe5c4", "read"),
        coloured="never",
    ),
    Thing("coat rack", 1.0, 1.1, coat_rack, WOOD, "home", "wall", coloured="if asked"),
    Thing(
        "rug",
        1.83,
        0.34,
        rug,
        "#b5544f",
        "home",
        top_m=0.0,
        words=Words(also=("carpet",)),
        traits=("spread out",),
    ),
)
