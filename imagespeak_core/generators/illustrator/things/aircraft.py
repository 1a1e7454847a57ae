"""What flies with people in it. It faces right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import in_cm
from imagespeak_core.generators.illustrator.drawing.colours import lighter
from imagespeak_core.generators.illustrator.drawing.materials import GLASS, IRON, OAK, PAPER, WOOD
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

WHITE, _AIRLINE_BLUE = "#eef0f0", "#3f7fc0"


def plane(tone: Tone, colour: str, rng: random.Random) -> str:
    """A passenger plane in flight: white and blue, or all in the colour that is asked for."""
    return airliner(tone, colour, WHITE if colour == _AIRLINE_BLUE else lighter(colour, 0.12))


def airliner(tone: Tone, colour: str, hull: str = WHITE) -> str:
    """The same; fin, belly line and wing tips have the one colour, all else the hull's."""
    c, body = shades(tone, colour), shades(tone, hull)
    return in_cm(
        path("M-200 -500 L-520 -760 L-360 -770 L120 -520 Z", body.dark),
        path("M-1500 -560 L-1720 -1040 L-1500 -1040 L-1180 -620 Z", c.base),
        path("M-1720 -1040 L-1500 -1040 L-1440 -960 L-1684 -960 Z", c.dark),
        path(
            "M-1640 -560 Q-1500 -640 -1180 -640 L1240 -640 Q1500 -630 1660 -480 Q1720 -410 1560 "
            "-370 Q1400 -330 1100 -320 L-820 -340 Q-1300 -400 -1640 -560 Z",
            body.base,
        ),
        path(
            "M-1400 -480 L1676 -470 Q1680 -400 1560 -370 Q1400 -330 1100 -320 L-820 -340 "
            "Q-1160 -380 -1400 -480 Z",
            c.base,
        ),
        path("M-1000 -366 L1580 -366 Q1400 -330 1100 -320 L-820 -340 Z", c.dark),
        path("M1330 -586 L1440 -586 Q1520 -560 1570 -510 L1390 -510 Z", tone(GLASS)),
        *(rect(-1000 + 150 * k, -572, 76, 62, tone(GLASS), rx=28) for k in range(15)),
        rect(-60, -280, 360, 150, body.dark, rx=70),
        ellipse(290, -205, 34, 72, tone(IRON)),
        path("M-60 -400 L420 -400 L-520 -20 L-760 0 L-700 -60 Z", body.light),
        path("M-520 -20 L-760 0 L-700 -60 L-560 -164 L-400 -68 Z", c.base),
        path("M-1340 -540 L-1140 -540 L-1600 -420 L-1740 -420 Z", body.light),
    )


def helicopter(tone: Tone, colour: str, rng: random.Random) -> str:
    """A helicopter."""
    c = shades(tone, colour)
    iron = tone(IRON)
    turn = rng.choice((0, 14))
    return in_cm(
        ellipse(60, -316, 430, 7, tone("#b9c0c7")),
        rect(48, -316, 22, 50, iron, rx=4),
        rect(40, -326, 38, 18, iron, rx=6),
        path("M-30 -196 L-470 -222 L-490 -196 L-40 -120 Z", c.dark),
        path("M-440 -216 L-486 -300 L-450 -300 L-400 -212 Z", c.base),
        ellipse(-468, -236, 20, 56 + turn, tone("#b9c0c7"), opacity=0.8),
        circle(-468, -236, 9, iron),
        path(
            "M-110 -210 Q-60 -276 60 -272 Q200 -266 250 -160 Q266 -100 210 -84 L-20 -84 "
            "Q-100 -110 -110 -210 Z",
            c.base,
        ),
        path("M-92 -140 L256 -132 Q258 -96 210 -84 L-20 -84 Q-70 -98 -92 -140 Z", c.dark),
        path("M96 -248 Q200 -240 236 -156 L104 -152 Z", tone(GLASS)),
        path("M118 -244 L154 -236 L138 -154 L106 -153 Z", tone("#6f93a8")),
        rect(-10, -238, 82, 84, tone(GLASS), rx=12),
        stroke("M30 -84 L20 -14 M150 -84 L160 -14 M-60 -12 L210 -12 Q236 -12 240 -32", iron, 12),
    )


def hot_air_balloon(tone: Tone, colour: str, rng: random.Random) -> str:
    """A hot-air balloon with a basket."""
    c, second = shades(tone, colour), tone(PAPER)
    return in_cm(
        stroke(
            "M-230 -640 L-85 -190 M230 -640 L85 -190 M-80 -600 L-40 -190 M80 -600 L40 -190",
            tone(OAK),
            9,
        ),
        path(
            "M0 -2000 C500 -2000 740 -1660 740 -1330 C740 -1010 430 -800 250 -610 L-250 -610 "
            "C-430 -800 -740 -1010 -740 -1330 C-740 -1660 -500 -2000 0 -2000 Z",
            c.base,
        ),
        path(
            "M0 -2000 C300 -2000 470 -1660 470 -1330 C470 -1010 270 -800 150 -610 L-150 -610 "
            "C-270 -800 -470 -1010 -470 -1330 C-470 -1660 -300 -2000 0 -2000 Z",
            second,
        ),
        path(
            "M0 -2000 C110 -2000 180 -1660 180 -1330 C180 -1010 100 -800 56 -610 L-56 -610 "
            "C-100 -800 -180 -1010 -180 -1330 C-180 -1660 -110 -2000 0 -2000 Z",
            c.base,
        ),
        path(
            "M240 -1975 C560 -1900 740 -1620 740 -1330 C740 -1010 430 -800 250 -610 L150 -610 "
            "C270 -800 560 -1010 570 -1330 C575 -1600 440 -1880 240 -1975 Z",
            c.dark,
        ),
        rect(-250, -640, 500, 44, c.deep, rx=18),
        path("M-110 -190 L110 -190 L96 -12 Q94 0 80 0 L-80 0 Q-94 0 -96 -12 Z", tone(WOOD)),
        rect(-118, -205, 236, 32, tone(OAK), rx=14),
        stroke("M-98 -120 L98 -120 M-94 -62 L94 -62", tone(OAK), 8),
    )


AIRCRAFT = (
    Thing(
        "plane",
        34.6,
        10.4,
        plane,
        _AIRLINE_BLUE,
        "vehicle",
        "air",
        faces=True,
        words=Words(kinds=("sea plane",), also=("aeroplane", "airplane")),
        parts=("wing", "tail"),
        coloured="if asked",
    ),
    Thing("helicopter", 9.8, 3.3, helicopter, "#e2a23c", "vehicle", "air", faces=True),
    Thing(
        "hot-air balloon",
        14.8,
        20.0,
        hot_air_balloon,
        "#d9574a",
        "vehicle",
        "air",
        words=Words(also=("hot air balloon",), learned={"A1": "balloon", "B1": "hot-air balloon"}),
    ),
)
