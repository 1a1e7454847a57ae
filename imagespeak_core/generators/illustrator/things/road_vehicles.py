"""Large vehicles on the road. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.colours import brightness, lighter
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    CHROME,
    GLASS,
    INK,
    IRON,
    LAMP,
    ORANGE,
    PAPER,
    RED,
    STEEL,
    TYRE,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words
from imagespeak_core.generators.illustrator.things.wheels import wheel, wheel_arch


def bus(tone: Tone, colour: str, rng: random.Random) -> str:
    """A city bus with a row of windows and two doors."""
    c = shades(tone, colour)
    glass, sheen = tone(GLASS), tone("#6f93a8")
    return in_cm(
        rect(-522, -300, 1044, 262, c.base, rx=30),
        rect(-500, -300, 1000, 22, c.light, rx=11),
        rect(-522, -76, 1044, 38, c.dark, rx=12),
        *(rect(-494 + 136 * k, -252, 124, 104, glass, rx=10) for k in range(4)),
        *(
            facet(
                f"{-460 + 136 * k},-252 {-424 + 136 * k},-252 {-460 + 136 * k},-148 "
                f"{-490 + 136 * k},-148",
                sheen,
            )
            for k in range(4)
        ),
        *(rect(x, -254, 46, 200, glass, rx=6) for x in (62, 112, 376, 426)),
        rect(176, -252, 188, 104, glass, rx=10),
        facet("230,-252 290,-252 254,-148 194,-148", sheen),
        path("M486 -258 L506 -258 Q522 -258 522 -240 L522 -130 L486 -130 Z", glass),
        rect(396, -294, 108, 24, tone(INK), rx=5),
        rect(406, -288, 88, 12, tone("#f3b64a"), rx=3),
        rect(-522, -132, 566, 10, c.dark),
        *(wheel_arch(x, 60, c.deep, 38) for x in (-300, 270)),
        rect(500, -98, 22, 24, tone(LAMP), rx=6),
        rect(-522, -110, 10, 36, tone(RED), rx=4),
        rect(488, -56, 36, 22, tone(IRON), rx=8),
        rect(-524, -56, 36, 22, tone(IRON), rx=8),
        wheel(tone, -300, 50, spokes=8),
        wheel(tone, 270, 50, spokes=8),
    )


_LORRY_BLUE = "#3f78b5"
"""The lorry that nobody asked to be of one colour, whose box is plain."""


def lorry(tone: Tone, colour: str, rng: random.Random) -> str:
    """A lorry: its cab has the main colour, and its box too where that is asked for."""
    c = shades(tone, colour)
    box = shades(tone, "#e6e3da" if colour == _LORRY_BLUE else lighter(colour, 0.06))
    return in_cm(
        rect(-390, -78, 740, 30, tone(IRON), rx=6),
        rect(-395, -330, 540, 256, box.base, rx=8),
        rect(-395, -108, 540, 34, box.dark, rx=6),
        rect(-395, -236, 540, 40, c.base),
        *(rect(-300 + 108 * k, -322, 4, 246, box.dark) for k in range(5)),
        path(
            "M166 -60 L166 -270 Q166 -284 182 -284 L300 -284 Q326 -284 334 -262 L368 -168 "
            "Q392 -160 394 -134 L394 -50 L166 -50 Z",
            c.base,
        ),
        rect(166, -96, 228, 46, c.dark, rx=8),
        path("M236 -256 L298 -256 Q308 -256 312 -246 L340 -172 L236 -172 Z", tone(GLASS)),
        path("M262 -256 L284 -256 L256 -172 L236 -172 L236 -184 Z", tone("#6f93a8")),
        stroke("M224 -262 L224 -70", c.dark, 4),
        rect(234, -150, 28, 8, c.deep, rx=4),
        rect(376, -126, 18, 26, tone(LAMP), rx=6),
        rect(346, -64, 52, 28, tone(IRON), rx=8),
        wheel_arch(270, 62, c.deep, 44),
        *(wheel(tone, x, 50, spokes=8) for x in (-300, -186, 270)),
    )


def tractor(tone: Tone, colour: str, rng: random.Random) -> str:
    """A farm tractor with one big wheel."""
    c = shades(tone, colour)
    dark, yellow = tone(INK), tone("#f0c24c")
    return in_cm(
        rect(70, -236, 11, 90, tone(IRON), rx=4),
        rect(66, -246, 18, 14, dark, rx=4),
        path("M-122 -262 L8 -262 L22 -140 L-122 -140 Z", tone(GLASS)),
        facet("-84,-250 -52,-250 -78,-150 -104,-150", tone("#7fa3b5")),
        stroke("M-118 -258 L-118 -140 M6 -258 L20 -136 M-50 -256 L-50 -140", c.dark, 8),
        rect(-136, -276, 162, 18, c.base, rx=8),
        path("M-110 -146 L24 -146 L142 -138 Q160 -134 160 -116 L160 -76 L-60 -70 Z", c.base),
        path("M-60 -70 L-50 -100 L160 -96 L160 -76 Z", c.dark),
        *(rect(104 + 15 * k, -126, 7, 30, c.deep, rx=3) for k in range(3)),
        ellipse(160, -118, 6, 10, tone(LAMP)),
        path("M-168 -120 A 84 84 0 0 1 4 -120 L-14 -112 A 70 70 0 0 0 -150 -112 Z", c.dark),
        circle(-82, -78, 78, tone(TYRE)),
        circle(-82, -78, 70, "none", stroke=tone(IRON), stroke_width=10, stroke_dasharray="9 13"),
        circle(-82, -78, 42, yellow),
        circle(-82, -78, 15, tone("#c9983a")),
        circle(112, -46, 46, tone(TYRE)),
        circle(112, -46, 24, yellow),
        circle(112, -46, 9, tone("#c9983a")),
    )


_PALE = 0.7
"""On what is as light as this, red is clearly seen."""


def ambulance(tone: Tone, colour: str, rng: random.Random) -> str:
    """A van of the main colour with a cross, a band and a blue light."""
    body = shades(tone, colour)
    c = shades(tone, "#d94f45" if brightness(colour) > _PALE else PAPER)
    return in_cm(
        rect(20, -246, 50, 20, tone(BLUE), rx=8),
        path(
            "M-256 -36 L-256 -224 Q-256 -236 -244 -236 L60 -236 L60 -214 L100 -214 "
            "Q116 -214 126 -198 L166 -128 Q240 -118 246 -84 L250 -36 Z",
            body.base,
        ),
        path("M-256 -126 L60 -126 L164 -126 Q240 -118 246 -92 L-256 -92 Z", c.base),
        rect(-256, -66, 506, 30, body.dark, rx=6),
        path("M72 -198 L94 -198 Q106 -198 112 -188 L144 -130 L72 -130 Z", tone(GLASS)),
        rect(-226, -206, 78, 50, tone(GLASS), rx=8),
        path("M-60 -214 h22 v24 h24 v22 h-24 v24 h-22 v-24 h-24 v-22 h24 Z", c.base),
        stroke("M64 -228 L64 -46", body.dark, 3),
        wheel_arch(-150, 46, body.deep),
        wheel_arch(156, 46, body.deep),
        rect(212, -54, 44, 20, tone(IRON), rx=8),
        ellipse(236, -80, 9, 12, tone(LAMP)),
        rect(-258, -150, 9, 34, tone(ORANGE), rx=3),
        wheel(tone, -150, 37),
        wheel(tone, 156, 37),
    )


def fire_engine(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fire engine with a ladder and a blue light."""
    c = shades(tone, colour)
    steel, grey = tone(CHROME), tone(STEEL)
    return in_cm(
        rect(-330, -306, 500, 8, grey, rx=3),
        rect(-330, -284, 500, 8, grey, rx=3),
        *(rect(-310 + 46 * k, -304, 7, 26, grey) for k in range(11)),
        rect(216, -306, 62, 26, tone(BLUE), rx=10),
        rect(-345, -270, 500, 220, c.base, rx=12),
        path("M160 -284 L310 -284 Q332 -284 336 -262 L346 -150 L346 -50 L160 -50 Z", c.base),
        rect(-345, -96, 691, 14, tone(PAPER)),
        rect(-345, -76, 691, 30, c.dark, rx=8),
        rect(-320, -246, 130, 120, steel, rx=6),
        rect(-176, -246, 130, 120, steel, rx=6),
        *(rect(-320 + 144 * (k % 2), -226 + 24 * (k // 2), 130, 4, grey) for k in range(8)),
        rect(-20, -240, 74, 74, tone(GLASS), rx=8),
        rect(180, -260, 60, 100, tone(GLASS), rx=8),
        path("M254 -260 L304 -260 Q314 -260 316 -248 L326 -160 L254 -160 Z", tone(GLASS)),
        path("M276 -260 L296 -260 L270 -160 L254 -160 L254 -180 Z", tone("#6f93a8")),
        stroke("M170 -270 L170 -60 M247 -270 L247 -60", c.dark, 4),
        rect(320, -120, 26, 22, tone(LAMP), rx=6),
        rect(300, -64, 52, 26, tone(IRON), rx=8),
        wheel(tone, -210, 52),
        wheel(tone, 214, 52),
    )


def _upright(left: float, right: float, top: float, bottom: float) -> tuple[Point, ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


_BUS_WINDOWS = (
    _upright(1.76, 3.64, -2.52, -1.48),
    *(_upright(-4.94 + 1.36 * k, -3.7 + 1.36 * k, -2.52, -1.48) for k in (3, 1, 2, 0)),
)
_LORRY_WINDOWS = (((2.36, -2.56), (2.98, -2.56), (3.1, -2.48), (3.4, -1.72), (2.36, -1.72)),)
_TRACTOR_WINDOWS = (_upright(-1.12, 0.04, -2.58, -1.46),)
_AMBULANCE_WINDOWS = (((0.72, -1.98), (0.94, -1.98), (1.1, -1.92), (1.44, -1.3), (0.72, -1.3)),)
_FIRE_ENGINE_WINDOWS = (
    ((2.54, -2.6), (3.04, -2.6), (3.15, -2.48), (3.26, -1.6), (2.54, -1.6)),
    _upright(1.8, 2.4, -2.6, -1.6),
)


ROAD_VEHICLES = (
    Thing(
        "bus",
        10.48,
        3.0,
        bus,
        "#d5473f",
        "vehicle",
        faces=True,
        windows_m=_BUS_WINDOWS,
        words=Words(
            kinds=("school bus", "double decker bus", "double-decker bus"), also=("bus window",)
        ),
        traits=("rides on the road", "traffic", "boarded", "waited for", "sat in"),
        found_at="street",
        acted_from="in",
    ),
    Thing(
        "lorry",
        7.95,
        3.3,
        lorry,
        _LORRY_BLUE,
        "vehicle",
        faces=True,
        windows_m=_LORRY_WINDOWS,
        words=Words(
            kinds=(
                "ice cream truck",
                "garbage truck",
                "food truck",
                "pickup truck",
                "pick-up truck",
                "dump truck",
                "mail truck",
                "tow truck",
                "cement truck",
            ),
            also=("truck",),
            learned={"A1": "car", "A2": "lorry"},
        ),
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        coloured="if asked",
    ),
    Thing(
        "tractor",
        3.36,
        2.76,
        tractor,
        "#4a9a4f",
        "vehicle",
        faces=True,
        windows_m=_TRACTOR_WINDOWS,
        traits=("traffic",),
        found_at="farm",
    ),
    Thing(
        "ambulance",
        5.16,
        2.46,
        ambulance,
        "#f1f0ea",
        "vehicle",
        faces=True,
        windows_m=_AMBULANCE_WINDOWS,
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        coloured="if asked",
    ),
    Thing(
        "fire engine",
        6.98,
        3.06,
        fire_engine,
        "#cf3d38",
        "vehicle",
        faces=True,
        windows_m=_FIRE_ENGINE_WINDOWS,
        words=Words(also=("fire truck",)),
        traits=("rides on the road", "traffic"),
        found_at="street",
    ),
)
