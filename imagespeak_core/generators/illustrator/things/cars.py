"""Cars and vans. They face right."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.colours import brightness
from imagespeak_core.generators.illustrator.drawing.materials import (
    BLUE,
    GLASS,
    INK,
    IRON,
    LAMP,
    PAPER,
    RED,
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
from imagespeak_core.generators.illustrator.things.thing import Thing, Words
from imagespeak_core.generators.illustrator.things.wheels import wheel, wheel_arch


def car(tone: Tone, colour: str, rng: random.Random) -> str:
    """A small family car."""
    return in_cm(_car_body(tone, colour))


def taxi(tone: Tone, colour: str, rng: random.Random) -> str:
    """A car with a lit sign on its roof and a band of squares."""
    dark = tone(INK)
    return in_cm(
        rect(-86, -161, 46, 16, tone(LAMP), rx=5),
        rect(-78, -156, 30, 6, dark, rx=2),
        _car_body(tone, colour),
        *(rect(-196 + 20 * k, -86 + 8 * (k % 2), 10, 8, dark) for k in range(19)),
    )


def police_car(tone: Tone, colour: str, rng: random.Random) -> str:
    """A car of the main colour with a blue light and a band along its side."""
    c = shades(tone, "#3f6fb5" if brightness(colour) > 0.7 else PAPER)
    return in_cm(
        rect(-84, -158, 20, 13, tone(BLUE), rx=5),
        rect(-64, -158, 20, 13, tone("#7fb2e6"), rx=5),
        _car_body(tone, colour),
        path("M-206 -76 L204 -76 L207 -50 L-206 -50 Z", c.base),
        rect(-206, -55, 413, 5, c.dark),
        wheel(tone, -128, 33),
        wheel(tone, 128, 33),
        rect(-20, -70, 46, 12, tone(PAPER), rx=3),
    )


def van(tone: Tone, colour: str, rng: random.Random) -> str:
    """A delivery van."""
    c = shades(tone, colour)
    return in_cm(
        path(
            "M-248 -34 L-248 -214 Q-248 -228 -234 -228 L92 -228 Q116 -228 128 -210 L174 -128 "
            "Q240 -118 246 -84 L250 -34 Z",
            c.base,
        ),
        rect(-248, -70, 496, 36, c.dark, rx=6),
        rect(-248, -228, 250, 10, c.light, rx=5),
        path("M30 -206 L88 -206 Q104 -206 112 -192 L148 -126 L30 -126 Z", tone(GLASS)),
        path("M52 -206 L72 -206 L48 -126 L30 -126 L30 -136 Z", tone("#6f93a8")),
        stroke("M18 -214 L18 -48 M-110 -214 L-110 -70", c.dark, 3),
        rect(28, -110, 22, 6, c.deep, rx=3),
        rect(-216, -178, 84, 54, c.light, rx=8),
        circle(-174, -151, 17, c.dark),
        wheel_arch(-150, 44, c.deep),
        wheel_arch(156, 44, c.deep),
        rect(212, -52, 42, 20, tone(IRON), rx=8),
        rect(-254, -52, 40, 20, tone(IRON), rx=8),
        ellipse(236, -90, 9, 13, tone(LAMP)),
        rect(-250, -120, 9, 30, tone(RED), rx=3),
        wheel(tone, -150, 36),
        wheel(tone, 156, 36),
    )


def _car_body(tone: Tone, colour: str) -> str:
    c = shades(tone, colour)
    glass, sheen = tone(GLASS), tone("#6f93a8")
    return "".join(
        (
            path(
                "M-205 -28 L-208 -62 Q-209 -84 -192 -92 L-158 -134 Q-150 -147 -132 -147 L-4 -147 "
                "Q18 -147 34 -136 L88 -98 L168 -88 Q202 -82 207 -56 L208 -28 Z",
                c.base,
            ),
            path(
                "M-150 -140 Q-144 -147 -132 -147 L-4 -147 Q18 -147 30 -139 Q10 -141 -4 -141 "
                "L-132 -141 Q-142 -141 -150 -140 Z",
                c.light,
            ),
            path(
                "M-206 -44 L208 -44 L208 -28 Q208 -24 202 -24 L-200 -24 Q-205 -24 -205 -28 Z",
                c.dark,
            ),
            path("M-146 -127 Q-142 -134 -132 -134 L-62 -134 L-62 -98 L-168 -98 Z", glass),
            path("M-52 -134 L-6 -134 Q10 -134 22 -126 L62 -98 L-52 -98 Z", glass),
            facet("-112,-134 -90,-134 -118,-98 -140,-98", sheen),
            facet("-22,-134 -4,-134 -30,-98 -48,-98", sheen),
            stroke("M-57 -96 L-57 -40 M66 -96 Q74 -70 62 -40", c.dark, 2.5),
            rect(-46, -86, 20, 5, c.deep, rx=2.5),
            rect(-158, -86, 20, 5, c.deep, rx=2.5),
            path("M54 -102 Q58 -114 74 -112 L76 -100 Z", c.dark),
            wheel_arch(-128, 42, c.deep),
            wheel_arch(128, 42, c.deep),
            rect(172, -46, 38, 18, tone(IRON), rx=8),
            rect(-210, -46, 38, 18, tone(IRON), rx=8),
            path("M180 -84 Q202 -80 205 -64 L186 -66 Z", tone(LAMP)),
            rect(-208, -82, 11, 20, tone("#b8343a"), rx=4),
            wheel(tone, -128, 33),
            wheel(tone, 128, 33),
        )
    )


_CAR_WINDOWS = (
    ((-0.52, -1.34), (-0.06, -1.34), (0.1, -1.33), (0.22, -1.26), (0.62, -0.98), (-0.52, -0.98)),
    ((-1.46, -1.27), (-1.38, -1.34), (-0.62, -1.34), (-0.62, -0.98), (-1.68, -0.98)),
)
_VAN_WINDOWS = (
    ((0.3, -2.06), (0.88, -2.06), (1.04, -2.04), (1.12, -1.92), (1.48, -1.26), (0.3, -1.26)),
)

CARS = (
    Thing(
        "car",
        4.2,
        1.47,
        car,
        "#d8534a",
        "vehicle",
        faces=True,
        windows_m=_CAR_WINDOWS,
        words=Words(
            kinds=("race car", "racing car", "sports car"), also=("automobile", "car window")
        ),
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        colours=("#d2413a", "#3f74c0", "#f0c43e", "#4c9a77", "#f1ece2", "#7f8ea3"),
        acted_from="in",
    ),
    Thing(
        "taxi",
        4.2,
        1.61,
        taxi,
        "#f2bf3f",
        "vehicle",
        faces=True,
        windows_m=_CAR_WINDOWS,
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        acted_from="in",
    ),
    Thing(
        "police car",
        4.2,
        1.58,
        police_car,
        "#eef0f0",
        "vehicle",
        faces=True,
        windows_m=_CAR_WINDOWS,
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        coloured="if asked",
    ),
    Thing(
        "van",
        5.08,
        2.28,
        van,
        "#e9e4d6",
        "vehicle",
        faces=True,
        windows_m=_VAN_WINDOWS,
        traits=("rides on the road", "traffic", "sat in"),
        found_at="street",
        colours=("#f1ece2", "#3f74c0", "#d9803c"),
        acted_from="in",
        words=Words(kinds=("ice cream van",)),
    ),
)
