"""Light that a place gives itself in the dark: lit vehicle windows, lamps and their pools."""

from __future__ import annotations

from functools import partial

from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.materials import GLASS, PANE, SHINE
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    element,
    ellipse,
    group,
    path,
    rect,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.planting import on_ground, tone_at
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.stage import Prop
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_SHINE_ON_GLASS = "#6f93a8"
_LIT = {GLASS: "#ffe0a0", _SHINE_ON_GLASS: "#fff0c8"}


def windows_lit(frame: Frame) -> Tone:
    """The picture's light, in which the windows of vehicles shine once the lamps are lit."""
    return partial(_lit, frame) if frame.mood.lamps_lit else frame.mood.tone


def _lit(frame: Frame, colour: str) -> str:
    return _LIT.get(colour) or frame.mood.tone(colour)


def floodlit(frame: Frame, colour: str) -> str:
    """A daylight colour under strong lamps, which shine as soon as it is dark."""
    seen = frame.mood.tone(colour)
    return mix(seen, colour, 0.42) if frame.time == "night" else seen


def house_with_lights(
    frame: Frame, ruler: Ruler, noun: str, place: Point, size: float = 1.0
) -> Prop:
    """A building of the catalogue as part of a place; somebody is at home in the dark."""
    thing = THINGS[noun]
    scale = ruler.px_per_m(place[1]) * size
    hazed = tone_at(frame, ruler, place[1])
    lights = {**_LIT, PANE: "#ffe0a0", SHINE: "#fff0c8"} if frame.mood.lamps_lit else {}
    drawn = thing.draw(lambda colour: lights.get(colour) or hazed(colour), thing.colour, frame.rng)
    return on_ground(thing, drawn, place, scale, shows=noun)


def hanging_lamps(frame: Frame, places: list[Point], floor_px: float) -> str:
    """Lamps under a roof at these points; in the dark they shine, and light up the floor."""
    unit, lit = frame.unit, frame.mood.lamps_lit
    tone = frame.mood.tone
    parts = []
    if lit:
        stops = [(0.0, "#ffe9b0", 0.7), (0.35, "#ffdf98", 0.28), (1.0, "#ffdf98", 0.0)]
        parts.append(element("defs", glow("hanging-lamp", stops)))
    for x, y in places:
        if lit:
            parts.append(circle(x, y, unit * 0.11, "url(#hanging-lamp)"))
            parts.append(ellipse(x, floor_px, unit * 0.2, unit * 0.05, "url(#hanging-lamp)"))
        parts.append(
            rect(x - unit * 0.003, y - unit * 0.04, unit * 0.006, unit * 0.03, tone("#4f6f74"))
        )
        parts.append(circle(x, y, unit * 0.013, "#fff3cc" if lit else tone("#f3efe2")))
        half = unit * 0.03
        hood = f"M{x - half:.1f} {y:.1f}q{half:.1f} {-half * 1.3:.1f} {half * 2:.1f} 0z"
        parts.append(path(hood, tone("#4f6f74")))
    return group(*parts, id="lamps")
