"""Single buildings, as large as they are."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    GLASS,
    GOLD,
    INK,
    IRON,
    LAMP,
    OAK,
    PANE,
    PAPER,
    RED,
    STONE,
)
from imagespeak_core.generators.illustrator.drawing.shades import Shades, shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words


def house(tone: Tone, colour: str, rng: random.Random) -> str:
    """A family house; its walls have the main colour."""
    c, roof, frame = shades(tone, colour), shades(tone, "#b5573f"), tone(PAPER)
    door = shades(tone, rng.choice(("#4f8a80", "#3f6f9a", "#8a5a3c")))
    return in_cm(
        rect(190, -700, 70, 150, shades(tone, "#9a6a58").base),
        rect(184, -712, 82, 22, shades(tone, "#9a6a58").dark),
        rect(-380, -360, 760, 360, c.base),
        rect(180, -360, 200, 360, c.dark),
        facet("-440,-350 -260,-640 260,-640 440,-350", roof.base),
        facet("180,-350 150,-640 260,-640 440,-350", roof.dark),
        *(
            stroke(
                f"M{-420 + 44 * k} {-382 - 70 * k} L{420 - 44 * k} {-382 - 70 * k}", roof.dark, 6
            )
            for k in range(4)
        ),
        rect(-440, -362, 880, 22, frame, rx=6),
        *(_house_window(tone, x, -270) for x in (-300, 130)),
        _house_window(tone, 268, -270, 70),
        rect(-96, -240, 124, 240, frame),
        rect(-84, -228, 100, 228, door.base),
        rect(-70, -210, 72, 80, door.light, rx=4),
        circle(2, -104, 6, tone(GOLD)),
        rect(-116, -16, 164, 16, tone(STONE)),
        rect(-380, -26, 264, 26, c.deep, opacity=0.5),
    )


def barn(tone: Tone, colour: str, rng: random.Random) -> str:
    """A barn with its big door."""
    c, trim = shades(tone, colour), tone(PAPER)
    boards = "".join(
        f"M{x} -20 L{x} {-540 if abs(x) < 220 else -440}" for x in range(-360, 361, 60)
    )
    hay = tone("#e0bb62")
    return in_cm(
        facet("-420,0 -420,-430 -290,-620 0,-760 290,-620 420,-430 420,0", c.base),
        stroke(boards, c.dark, 4),
        facet("140,0 140,-690 290,-620 420,-430 420,0", c.dark, opacity=0.45),
        stroke("M-450 -410 L-300 -630 L0 -776 L300 -630 L450 -410", tone("#6a6470"), 34),
        rect(-70, -600, 140, 120, tone(INK)),
        blob("-64,-484 -50,-520 0,-530 50,-520 64,-484 0,-478", hay),
        stroke("M-70 -600 L70 -600 L70 -480 L-70 -480 Z", trim, 12),
        rect(-170, -340, 340, 340, c.deep),
        stroke(
            "M-164 -334 L164 -334 L164 -6 L-164 -6 Z M0 -334 L0 -6 "
            "M-164 -334 L0 -6 M0 -334 L-164 -6 M0 -334 L164 -6 "
            "M164 -334 L0 -6",
            trim,
            14,
        ),
        rect(260, -330, 90, 100, tone(LAMP if rng.random() < 0.5 else PANE)),
        stroke("M260 -330 L350 -330 L350 -230 L260 -230 Z M305 -330 L305 -230", trim, 10),
    )


def castle(tone: Tone, colour: str, rng: random.Random) -> str:
    """A castle with towers and flags."""
    c, flag = shades(tone, colour), tone(rng.choice((RED, "#4a83c4", GOLD)))
    return in_cm(
        *(_tower(tone, x, 1500, 300, c, flag) for x in (-640, 640)),
        rect(-700, -900, 1400, 900, c.base),
        rect(420, -900, 280, 900, c.dark),
        *(rect(-690 + 160 * k, -980, 96, 90, c.base) for k in range(9)),
        _tower(tone, 0, 1750, 420, c, flag),
        *(_tower(tone, x, 1250, 260, c, flag) for x in (-860, 860)),
        path("M-170 0 L-170 -360 Q-170 -520 0 -520 Q170 -520 170 -360 L170 0 Z", tone(OAK)),
        stroke(
            "M-100 -490 L-100 0 M0 -520 L0 0 M100 -490 L100 "
            "0 M-170 -180 L170 -180 M-170 -340 L170 -340",
            tone("#5f4030"),
            16,
        ),
        *(rect(x, -700, 70, 130, tone(INK), rx=35) for x in (-500, -330, 260, 430)),
    )


def lighthouse(tone: Tone, colour: str, rng: random.Random) -> str:
    """A lighthouse on rocks; its stripes have the main colour."""
    c, white = shades(tone, colour), shades(tone, PAPER)
    gulls = rng.random() < 0.5
    return in_cm(
        facet("-170,-100 170,-100 100,-1400 -100,-1400", white.base),
        facet("60,-100 170,-100 100,-1400 40,-1400", white.dark),
        *(
            facet(f"{-w},{y} {w},{y} {w - 11},{y - 200} {-w + 11},{y - 200}", c.base)
            for w, y in ((160, -280), (138, -680), (117, -1080))
        ),
        *(
            facet(
                f"{w * 0.36:.0f},{y} {w},{y} {w - 11},{y - 200} {(w - 11) * 0.36:.0f},{y - 200}",
                c.dark,
            )
            for w, y in ((160, -280), (138, -680), (117, -1080))
        ),
        rect(-140, -1430, 280, 40, tone(IRON), rx=10),
        rect(-80, -1590, 160, 164, tone(LAMP)),
        stroke(
            "M-80 -1590 L-80 -1430 M-27 -1590 L-27 -1430 M27 -1590 L27 -1430 M80 -1590 L80 -1430",
            tone(IRON),
            12,
        ),
        path("M-110 -1586 Q0 -1740 110 -1586 Z", c.base),
        circle(0, -1700, 22, c.dark),
        *(rect(-30, y, 50, 90, tone(GLASS), rx=25) for y in (-900, -500)),
        path("M-50 -100 L-50 -220 Q0 -270 50 -220 L50 -100 Z", tone(OAK)),
        blob("-360,0 -330,-80 -240,-120 -100,-110 60,-130 220,-110 330,-60 370,0", tone("#8f8a86")),
        blob("40,0 120,-70 240,-90 330,-50 370,0", tone("#736d70")),
        stroke(
            "M240 -1240 q22 -24 44 0 q22 -24 44 0 M-330 -1020 q18 -20 36 0 q18 -20 36 0",
            tone("#6d7480"),
            7,
        )
        if gulls
        else "",
    )


def windmill(tone: Tone, colour: str, rng: random.Random) -> str:
    """A windmill; its tower has the main colour."""
    c, wall = shades(tone, "#9a6b42"), shades(tone, colour)
    start = rng.choice((18, 32, 45))
    sail = (
        rect(-9, -560, 18, 560, c.dark)
        + rect(9, -540, 96, 400, tone("#f3ead6"))
        + stroke(
            "M12 -540 L105 -540 L105 -140 L12 -140 M57 -540 L57 -140 "
            "M12 -440 L105 -440 M12 -340 L105 -340 M12 -240 L105 -240",
            c.base,
            8,
        )
    )
    return in_cm(
        facet("-260,0 260,0 170,-780 -170,-780", wall.base),
        facet("90,0 260,0 170,-780 60,-780", wall.dark),
        path("M-190 -770 Q-170 -930 0 -940 Q170 -930 190 -770 Z", c.base),
        path("M50 -935 Q170 -920 190 -770 L70 -770 Z", c.dark),
        path("M-60 0 L-60 -150 Q0 -210 60 -150 L60 0 Z", tone(OAK)),
        *(rect(-36, y, 72, 90, tone(GLASS), rx=8) for y in (-380, -600)),
        *(moved(0, -830, sail, turn=start + 90 * k) for k in range(4)),
        circle(0, -830, 34, c.deep),
    )


def church(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small church with its tower; its walls have the main colour."""
    c, roof = shades(tone, colour), shades(tone, "#7a5f6a")
    glass = tone(rng.choice((GLASS, "#6f8fb5")))
    return in_cm(
        rect(-100, -520, 620, 520, c.base),
        facet("-120,-510 -20,-760 460,-760 550,-510", roof.base),
        rect(-520, -900, 320, 900, c.base),
        rect(-300, -900, 100, 900, c.dark),
        rect(-210, -520, 120, 520, c.base),
        facet("-560,-890 -360,-1420 -160,-890", roof.base),
        facet("-360,-1420 -160,-890 -290,-890", roof.dark),
        stroke("M-360 -1410 L-360 -1520 M-396 -1484 L-324 -1484", tone(GOLD), 14),
        circle(-360, -740, 70, tone(PAPER)),
        stroke("M-360 -740 L-360 -786 M-360 -740 L-326 -728", tone(INK), 10),
        *(
            path(f"M{x} -160 L{x} -340 Q{x + 45} -430 {x + 90} -340 L{x + 90} -160 Z", glass)
            for x in (-40, 150, 340)
        ),
        path("M-430 0 L-430 -220 Q-360 -330 -290 -220 L-290 0 Z", tone(OAK)),
        stroke("M-360 -270 L-360 0", tone("#5f4030"), 8),
        rect(-520, -24, 1040, 24, c.deep),
    )


def _house_window(tone: Tone, x: float, y: float, width: float = 110) -> str:
    return (
        rect(x - 10, y - 10, width + 20, 140, tone(PAPER), rx=4)
        + rect(x, y, width, 120, tone(PANE))
        + facet(f"{x},{y} {x + width * 0.4},{y} {x},{y + 80}", tone("#dcedf2"))
        + rect(x + width / 2 - 4, y, 8, 120, tone(PAPER))
        + rect(x, y + 50, width, 8, tone(PAPER))
    )


def _tower(tone: Tone, x: float, height: float, width: float, c: Shades, flag: str) -> str:
    """A round tower with a pointed roof and a flag."""
    half, roof = width / 2, shades(tone, "#7d6a8a")
    top = -height * 0.78
    return "".join(
        (
            rect(x - half, top, width, -top, c.light),
            rect(x + half * 0.3, top, half * 0.7, -top, c.base),
            facet(f"{x - half - 40},{top} {x + half + 40},{top} {x},{-height}", roof.base),
            facet(f"{x + half * 0.2},{top} {x + half + 40},{top} {x},{-height}", roof.dark),
            rect(x - 30, top + 110, 60, 120, tone(INK), rx=30),
            stroke(f"M{x} {-height} L{x} {-height - 150}", tone(IRON), 14),
            facet(
                f"{x + 6},{-height - 150} {x + 150},{-height - 105} {x + 6},{-height - 60}", flag
            ),
        )
    )


BUILDINGS = (
    Thing(
        "house",
        8.8,
        7.12,
        house,
        "#ead9b5",
        "street",
        words=Words(
            kinds=("dog house", "office building", "apartment building", "school building"),
            also=("building", "cottage"),
        ),
        found_at="street",
        parts=("window", "door", "roof", "wall", "chimney"),
        coloured="if asked",
    ),
    Thing(
        "barn",
        9.3,
        7.95,
        barn,
        "#b5473f",
        "outdoor",
        looks=("wooden", "red"),
        parts=("window", "door", "roof", "wall"),
    ),
    Thing(
        "castle",
        20.62,
        19.11,
        castle,
        "#d3c4a6",
        "street",
        parts=("window", "door", "roof", "wall"),
    ),
    Thing(
        "lighthouse",
        8.26,
        17.25,
        lighthouse,
        "#d64f45",
        "outdoor",
        shines_at=(0, -15.0),
        words=Words(also=("light house",)),
        coloured="if asked",
    ),
    Thing(
        "windmill",
        10.71,
        13.67,
        windmill,
        "#efe4cf",
        "outdoor",
        foot_m=5.4,
        words=Words(also=("wind mill",)),
    ),
    Thing(
        "church",
        11.1,
        15.3,
        church,
        "#e0d3ba",
        "street",
        found_at="street",
        parts=("window", "door", "roof", "wall"),
        coloured="if asked",
    ),
)
