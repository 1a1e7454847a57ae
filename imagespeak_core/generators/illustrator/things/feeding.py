"""What animals eat, drink and dig, on the ground before their mouth at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet
from imagespeak_core.generators.illustrator.drawing.materials import LEAF, MOSS
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    scaled,
    stroke,
)


def food(tone: Tone, kind: str, size: float) -> str:
    """What is eaten, by its name in `FOODS`; `size` is about its width in centimetres."""
    return scaled(size / 20, FOODS[kind](tone))


def water(tone: Tone, size: float) -> str:
    """A puddle to drink from; `size` is its width in centimetres."""
    pool = ellipse(3, 0, 13, 2.2, tone("#6fa9c9")) + ellipse(5, -0.3, 8, 1.1, tone("#a5d0e2"))
    return scaled(size / 20, pool)


def earth(tone: Tone, size: float) -> str:
    """A hole with the earth that flies out of it, to the left."""
    brown, deep = tone("#8a6545"), tone("#5f4532")
    clods = ((-16, -8, 1.5), (-21, -14, 1.2), (-25, -7, 1.7), (-13, -15, 1.1), (-29, -13, 1.0))
    hole = (
        blob("-9,0 -6,-2.6 4,-3 12,-2.4 15,0 4,1", brown),
        ellipse(3, -1, 7.5, 1.5, deep),
        blob("11,0 14,-4.5 18,-5.5 22,-3.5 24,0", brown),
        *(circle(x, y, r, brown) for x, y, r in clods),
    )
    return scaled(size / 20, *hole)


def ripples(tone: Tone, half: float) -> str:
    """The water around a swimmer of that half width; the water line is at y = 0."""
    pale = tone("#d4ebf2")
    thick = half * 0.06
    return ellipse(0, -thick / 2, half, thick, pale, opacity=0.85)


def sound(tone: Tone, size: float) -> str:
    """The marks of a loud voice, to the right of a mouth."""
    ink = tone("#6b6f7c")
    bows = "M3 -5 Q6 -1 4 4 M8 -8 Q12.5 -1 9.5 6"
    return scaled(size / 20, stroke(bows, ink, 1.2))


def _grass(tone: Tone) -> str:
    dark, light = tone(MOSS), tone(LEAF)
    back = ((-9, -7), (-4, -11), (2, -9), (8, -11), (12, -6))
    front = ((-6, -6), (0, -7), (5, -6), (10, -7))
    return "".join(
        facet(f"{x - 1.6},0 {x + dx},{y} {x + 1.6},0", fill)
        for blades, fill, dx in ((back, dark, 1.5), (front, light, -1.2))
        for x, y in blades
    )


def _bowl(tone: Tone) -> str:
    red, deep, meal = tone("#c8564c"), tone("#9c3f3c"), tone("#a9713f")
    return "".join(
        (
            ellipse(3, -5.6, 10, 2.2, deep),
            ellipse(3, -6.2, 8, 2.2, meal),
            facet("-7,-5.4 13,-5.4 15,0 -9,0", red),
            ellipse(3, -5.2, 10, 1.1, deep),
        )
    )


def _grain(tone: Tone) -> str:
    gold = tone("#d9a93f")
    seeds = ((-5, -0.6), (-2, -0.4), (0, -1.2), (2, -0.5), (4, -1), (7, -0.5), (10, -0.8))
    return moved(2, 0, *(ellipse(x, y, 1, 0.6, gold) for x, y in seeds))


def _meat(tone: Tone) -> str:
    red, bone = tone("#b5544c"), tone("#efe4cf")
    return "".join(
        (
            stroke("M8 -4 L16 -6", bone, 2.4),
            circle(17, -7.4, 1.6, bone),
            circle(17.6, -5, 1.6, bone),
            blob("-8,-1 -6,-7 1,-9.4 8,-7.6 11,-4 7,-0.6 -2,0", red),
            blob("-5,-3 -3,-6 2,-7.4 5,-6 2,-4", tone("#d98a7c")),
        )
    )


def _caught_fish(tone: Tone) -> str:
    scales = tone("#7f9fb5")
    return "".join(
        (
            facet("-6,-3 -12,-7 -11,0", scales),
            blob("-7,-3 0,-6.4 8,-5.6 13,-2.8 8,-0.4 0,0", scales),
            blob("-5,-2.4 2,-1.6 11,-2 8,-0.4 0,0", tone("#c9dbe4")),
            circle(9.4, -3.6, 0.8, tone("#30303a")),
        )
    )


def _carrot(tone: Tone) -> str:
    return "".join(
        (
            stroke("M9 -2.4 L16 -6 M9 -2 L17 -2.4 M9 -1.6 L15 0", tone(LEAF), 1.3),
            blob("-9,-1.2 0,-3.6 9,-4 10.4,-1.6 8,0 -2,-0.4", tone("#e8833a")),
        )
    )


FOODS: dict[str, Callable[[Tone], str]] = {
    "grass": _grass,
    "bowl": _bowl,
    "grain": _grain,
    "meat": _meat,
    "fish": _caught_fish,
    "carrot": _carrot,
}
"""Kinds of food by name."""
