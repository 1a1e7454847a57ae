"""What is used at school."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    GOLD,
    INK,
    IRON,
    OAK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    STEEL,
    WOOD,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import daily as held_daily
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def book(tone: Tone, colour: str, rng: random.Random) -> str:
    """A closed book standing on its edge, its cover to us."""
    c = shades(tone, colour)
    return in_cm(
        rect(-7, -23, 16, 22.4, tone(PAPER), rx=0.6),
        rect(-8.6, -24, 16.4, 24, c.base, rx=0.8),
        rect(-8.6, -24, 3, 24, c.dark, rx=0.8),
        rect(-3.4, -20, 8.6, 5.4, c.pale, rx=0.6),
        stroke("M-2 -17.4 L3.6 -17.4", c.dark, 0.8),
        circle(0.9, -8.6, 3, c.light),
    )


def open_book(tone: Tone, colour: str, rng: random.Random) -> str:
    """An open book; its cover has the main colour."""
    c, page, ink = shades(tone, colour), shades(tone, PAPER), tone("#b9b2a6")
    rows = "".join(
        f"M-15 {y} Q-9 {y - 1.6} -3 {y + 0.2} M3 {y + 0.2} Q9 {y - 1.6} 15 {y}"
        for y in (-8, -6, -4)
    )
    return in_cm(
        path("M-19 -9 L-17 -1 Q-8 -2.4 0 0 Q8 -2.4 17 -1 L19 -9 Z", c.base),
        path("M0 -9.4 Q-9 -13.4 -18 -11 L-16.4 -2 Q-8 -3.6 0 -1.2 Z", page.base),
        path("M0 -9.4 Q9 -13.4 18 -11 L16.4 -2 Q8 -3.6 0 -1.2 Z", page.light),
        stroke(rows, ink, 0.6),
        stroke("M0 -9.4 L0 -1.2", page.dark, 0.7),
    )


_TOP_BOOK = "#c9534a"


def books(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pile of four books, each in another colour if none is asked for."""
    others = rng.sample(("#4a7fb5", "#5f9f6c", "#e0b04a", "#8a6aa5", "#d98a5a"), 3)
    if colour != _TOP_BOOK:
        others = [lighter(colour, 0.06), darker(colour, 0.12), colour]
    parts = []
    for k, (cover, dx, half) in enumerate(
        zip((*others, colour), (0, -1.4, 1, -0.6), (14, 12.6, 13, 11.4), strict=True)
    ):
        c, y = shades(tone, cover), -4.4 * (k + 1)
        parts.append(rect(dx - half, y, half * 2, 4.4, c.base, rx=0.9))
        parts.append(rect(dx - half + 3, y + 0.9, half * 2 - 3, 2.6, tone(PAPER)))
        parts.append(rect(dx - half + 3, y + 2.6, half * 2 - 3, 0.9, tone("#d9d0bf")))
        parts.append(rect(dx - half + 0.4, y + 1.6, 2, 1.2, c.pale))
    return in_cm(*parts)


def notebook(tone: Tone, colour: str, rng: random.Random) -> str:
    """A notebook with rings and a pen."""
    c = shades(tone, colour)
    return in_cm(
        rect(-7.6, -21, 16, 21, tone(PAPER), rx=0.8),
        rect(-8.6, -21.6, 16, 21.6, c.base, rx=1),
        *(rect(-9.8, y, 3, 0.9, tone(STEEL), rx=0.4) for y in range(-20, -1, 3)),
        rect(-3.6, -17, 8, 4.4, c.pale, rx=0.6),
        stroke("M9.6 -1.4 L10.4 -16", tone(INK), 1.2),
        rect(-8.6, -2, 16, 2, c.dark, rx=0.8),
        right=-0.62,
    )


def pencil(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pencil lying down, its point on the right."""
    c = shades(tone, colour)
    return in_cm(
        rect(-9, -1.2, 1.6, 1.2, tone(PINK), rx=0.3),
        rect(-7.6, -1.2, 1, 1.2, tone(STEEL)),
        rect(-6.6, -1.2, 12.6, 1.2, c.base),
        rect(-6.6, -0.45, 12.6, 0.45, c.dark),
        rect(-6.6, -1.2, 12.6, 0.3, c.light),
        facet("6,-1.2 9,-0.6 6,0", tone("#e8c79c")),
        facet("8,-0.8 9,-0.6 8,-0.4", tone(INK)),
    )


def pencil_case(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pot of pencils, each in another colour if none is asked for."""
    c = shades(tone, "#5f9fc0")
    tips = rng.sample((RED, BLUE, GOLD, "#5fae6c", ORANGE, "#9a6ac0"), 4)
    if colour != GOLD:
        c = shades(tone, STEEL)
        tips = [colour, darker(colour, 0.14), lighter(colour, 0.12), darker(colour, 0.06)]
    return in_cm(
        *(
            facet(
                f"{x - 0.9},-5 {x + dx - 0.9},-17 {x + dx},-19 {x + dx + 0.9},-17 {x + 0.9},-5",
                shades(tone, tip).base,
            )
            for (x, dx), tip in zip(
                ((-2.6, -1.4), (-0.8, -0.3), (1, 0.8), (2.6, 1.9)), tips, strict=True
            )
        ),
        rect(-4.4, -7, 8.8, 7, c.base, rx=0.8),
        rect(1.4, -7, 3, 7, c.dark, rx=0.8),
        rect(-4.6, -7.4, 9.2, 1.5, c.light, rx=0.6),
    )


def blackboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A blackboard with chalk marks; its surface has the main colour."""
    c, wood, chalk = shades(tone, colour), shades(tone, WOOD), tone("#eef2ec")
    shape = rng.choice(("M60 -84 L96 -84 L78 -52 Z", "M62 -84 L96 -84 L96 -54 L62 -54 Z"))
    return in_cm(
        rect(-130, -124, 260, 118, wood.base, rx=3),
        rect(-123, -117, 246, 104, c.base),
        path("M-123 -117 L40 -117 L-60 -13 L-123 -13 Z", c.light, opacity=0.35),
        stroke("M-104 -70 L-94 -98 L-84 -70 M-100 -80 L-88 -80", chalk, 2.6),
        stroke(
            "M-70 -98 L-70 -70 M-70 -98 Q-54 -97 -58 -85 L-70 -85 M-58 -85 Q-52 -71 -70 -70",
            chalk,
            2.6,
        ),
        stroke("M-28 -94 Q-46 -100 -46 -84 Q-46 -66 -28 -73", chalk, 2.6),
        stroke("M-104 -46 L-40 -46 M-104 -34 L-58 -34", chalk, 1.8),
        stroke("M2 -72 L14 -72 M8 -78 L8 -66 M22 -68 L34 -68 M22 -75 L34 -75", chalk, 2),
        stroke(shape, chalk, 2.2),
        rect(-120, -8, 240, 6, wood.dark, rx=2),
        rect(40, -11, 12, 3, chalk, rx=1),
        rect(-16, -12, 22, 5, tone("#c9a273"), rx=1),
        rect(-60, -4, 120, 4, wood.deep, rx=2),
    )


def whiteboard(tone: Tone, colour: str, rng: random.Random) -> str:
    """A whiteboard on wheels; its marks have the main colour."""
    c, frame = shades(tone, colour), tone(STEEL)
    bars = [rng.uniform(10, 36) for _ in range(4)]
    return in_cm(
        stroke(
            "M-66 -180 L-66 -8 M66 -180 L66 -8 M-84 -8 L-48 -8 M48 -8 L84 -8 M-66 -40 L66 -40",
            frame,
            4,
        ),
        *(circle(x, -4, 4, tone(INK)) for x in (-82, -50, 50, 82)),
        rect(-82, -182, 164, 112, frame, rx=3),
        rect(-78, -178, 156, 104, tone("#f4f4ef")),
        *(
            rect(-64 + 15 * k, -90 - h, 10, h, c.base if k % 2 else c.light)
            for k, h in enumerate(bars)
        ),
        stroke("M-68 -88 L0 -88 M-68 -88 L-68 -134", tone(IRON), 1.6),
        stroke(
            "M-68 -160 L-10 -160 M20 -150 L64 -150 M20 -134 L56 -134 M20 -118 L62 -118", c.base, 3
        ),
        rect(-40, -72, 80, 4, frame, rx=2),
    )


def school_desk(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pupil's desk with its chair on the left."""
    c, iron, seat = (
        shades(tone, colour),
        tone(IRON),
        shades(tone, rng.choice((BLUE, "#5f9f6c", ORANGE))),
    )
    return in_cm(
        stroke("M-52 -80 L-48 -44 L-16 -44 M-46 -44 L-52 -1.4 M-20 -44 L-14 -1.4", iron, 2.8),
        path("M-56 -82 Q-50 -84 -48 -81 L-46 -62 Q-50 -60 -54 -62 Z", seat.base),
        rect(-50, -47, 37, 4.4, seat.base, rx=2),
        rect(-50, -44, 37, 1.6, seat.dark, rx=0.8),
        stroke("M-2 -68 L-2 -1.6 M50 -68 L50 -1.6 M-10 -1.6 L6 -1.6 M42 -1.6 L57 -1.6", iron, 3),
        rect(-6, -66, 60, 12, c.deep, rx=2),
        facet("-4,-75 52,-75 58,-69 -12,-69", c.light),
        rect(-12, -69.6, 70, 4.6, c.base, rx=1.6),
    )


def globe(tone: Tone, colour: str, rng: random.Random) -> str:
    """A globe on its foot; its seas have the main colour."""
    c, land, brass = shades(tone, colour), tone("#8cbf6a"), tone("#c99a4a")
    return in_cm(
        path("M-9 0 Q-8 -4 0 -4 Q8 -4 9 0 Z", tone(OAK)),
        rect(-1.2, -9, 2.4, 6, brass),
        stroke("M-3 -38.4 Q-18 -34 -15.6 -19 Q-12 -7.6 3 -8.6", brass, 1.6),
        circle(0, -23.4, 13, c.base),
        blob("-10,-29 -4,-33.6 1,-32 0,-28 -4,-25 -3,-20 -6,-19 -9,-23", land),
        blob("2,-27 7,-30 11,-26 11.6,-20 8,-14 5,-14 5,-20 1,-22", land),
        blob("-5,-16 -1,-17 0,-13.6 -3,-11.4", land),
        path("M5.6 -35.1 A13 13 0 0 1 -5 -11.4 A15 15 0 0 0 5.6 -35.1 Z", c.deep, opacity=0.35),
        circle(-3.4, -38, 1.2, brass),
        right=1.86,
    )


SCHOOL = (
    Thing(
        "book",
        0.18,
        0.24,
        book,
        "#c9534a",
        "school",
        "surface",
        parts=("page",),
        done_with={"look at": ("read", None)},
        held=Held(held_daily.book, "#c8553d", "read"),
        looks=("closed",),
    ),
    Thing(
        "open book",
        0.38,
        0.12,
        open_book,
        "#4a7fb5",
        "school",
        "surface",
        parts=("page",),
        coloured="never",
    ),
    Thing(
        "books",
        0.28,
        0.176,
        books,
        _TOP_BOOK,
        "school",
        "surface",
        words=Words(number="many"),
        coloured="if asked",
        looks=(
            "piled",
            "stacked",
        ),
    ),
    Thing(
        "notebook",
        0.21,
        0.216,
        notebook,
        "#5f9fc0",
        "school",
        "surface",
        shown_by=("write",),
        held=Held(held_daily.notebook, "#3f7d8c", "write", also=("letter",), shown_by=("write",)),
    ),
    Thing(
        "pencil",
        0.18,
        0.012,
        pencil,
        "#f2bf45",
        "school",
        "surface",
        faces=True,
        shown_by=("write",),
        held=Held(held_daily.pencil, "#e9b44c", "hold", also=("pen",), shown_by=("write",)),
    ),
    Thing(
        "pencils",
        0.1,
        0.19,
        pencil_case,
        GOLD,
        "school",
        "surface",
        words=Words(number="many"),
        coloured="if asked",
    ),
    Thing(
        "blackboard",
        2.6,
        1.24,
        blackboard,
        "#2f6a54",
        "school",
        "wall",
        words=Words(also=("board", "chalkboard")),
        traits=("hangs on a wall", "written on"),
    ),
    Thing(
        "whiteboard",
        1.76,
        1.82,
        whiteboard,
        "#4a83c4",
        "school",
        traits=("furnishes", "written on"),
        coloured="never",
    ),
    Thing(
        "school desk",
        1.16,
        0.83,
        school_desk,
        "#c9985f",
        "school",
        faces=True,
        top_m=0.72,
        seat_m=0.47,
        seat_x_m=-0.32,
        traits=("sat on", "sat at", "desk", "open below", "seen through"),
    ),
    Thing("globe", 0.299, 0.39, globe, "#5fa5cc", "school", "surface", coloured="if asked"),
)
