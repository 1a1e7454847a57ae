"""Puts trees, bushes and other scenery into a picture, at the right size for its place."""

from __future__ import annotations

import random
from functools import partial
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.colours import darker
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, group, path, placed
from imagespeak_core.generators.illustrator.scenery import nature
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.stage import Box, Prop
from imagespeak_core.generators.illustrator.things import woods
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.things.thing import Thing

Plant = Literal["broadleaf", "conifer", "poplar", "palm"]


def tone_at(frame: Frame, ruler: Ruler, foot_px: float) -> Tone:
    """The light at this depth: the nearer the vanishing line, the more haze."""
    depth = (foot_px - ruler.horizon_px) / max(1.0, frame.height - ruler.horizon_px)
    return partial(_hazed, frame, min(0.6, max(0.0, 0.5 - depth * 1.7)))


def _hazed(frame: Frame, share: float, colour: str) -> str:
    return frame.mood.far(colour, share)


def drawn_plant(frame: Frame, plant: Plant, tone: Tone, height: float) -> str:
    """A tree as it is at this time of the year, so high, with its foot at (0, 0)."""
    rng, snowy = frame.rng, frame.snowy
    if plant == "conifer":
        return woods.conifer(rng, tone, height, snowy)
    if plant == "palm":
        return woods.palm(rng, tone, height)
    if frame.season == "winter":
        return woods.bare_tree(rng, tone, height, snowy)
    leaf = frame.crown() if frame.season == "spring" else nature.tinted(frame.leaf(), rng)
    if plant == "poplar":
        return woods.poplar(tone, leaf, height)
    return woods.broadleaf(rng, tone, leaf, height, snowy)


def tree(
    frame: Frame, ruler: Ruler, x_px: float, foot_px: float, height_m: float, plant: Plant
) -> Prop:
    """A tree with its shadow."""
    scale = ruler.px_per_m(foot_px)
    drawn = drawn_plant(frame, plant, tone_at(frame, ruler, foot_px), height_m)
    shade = nature.shadow(
        height_m * (0.24 if plant == "conifer" else 0.36),
    )
    half = height_m * {"poplar": 0.16, "conifer": 0.2, "palm": 0.5}.get(plant, 0.3) * scale
    box = Box(x_px - half, foot_px - height_m * scale, x_px + half, foot_px)
    # Palms lean into the picture.
    turned = plant == "palm" and x_px > frame.width / 2
    svg = placed(shade + drawn, x_px, foot_px, scale, mirrored=turned)
    return Prop(svg, foot_px, box, shows="tree")


def bush(frame: Frame, ruler: Ruler, x_px: float, foot_px: float, width_m: float) -> Prop:
    """A bush with its shadow."""
    scale = ruler.px_per_m(foot_px)
    tone = tone_at(frame, ruler, foot_px)
    leaf = "#8b7a64" if frame.season == "winter" else nature.tinted("#559a52", frame.rng)
    drawn = nature.bush(frame.rng, tone, leaf, width_m, frame.snowy)
    shade = nature.shadow(width_m * 0.9)
    half = width_m * 0.5 * scale
    box = Box(x_px - half, foot_px - width_m * 0.6 * scale, x_px + half, foot_px)
    return Prop(placed(shade + drawn, x_px, foot_px, scale), foot_px, box, shows="bush")


def standing(
    frame: Frame,
    ruler: Ruler,
    noun: str,
    place: Point,
    colour: str | None = None,
    size: float = 1.0,
) -> Prop:
    """A thing of the catalogue as part of a place, with its shadow."""
    thing = THINGS[noun]
    scale = ruler.px_per_m(place[1]) * size
    drawn = thing.draw(tone_at(frame, ruler, place[1]), colour or thing.colour, frame.rng)
    return on_ground(thing, drawn, place, scale, shows=noun)


def on_ground(
    thing: Thing, drawn: str, place: Point, px_per_m: float, *, noun: str = "", shows: str = ""
) -> Prop:
    """A thing's drawing with its shadow, standing at this point of the picture."""
    svg = placed(nature.shadow(thing.width_m * 0.9) + drawn, *place, px_per_m)
    return Prop(svg, place[1], box_of(thing, place, px_per_m), noun, shows)


def box_of(thing: Thing, place: Point, px_per_m: float) -> Box:
    """The room that a thing takes in the picture, its foot at this point."""
    x, foot = place
    half = thing.width_m * px_per_m / 2
    return Box(x - half, foot - thing.height_m * px_per_m, x + half, foot)


def meadow_details(frame: Frame, top_px: float, bottom_px: float, amount: int = 60) -> str:
    """Tufts of grass and small flowers, larger towards the onlooker."""
    rng, unit = frame.rng, frame.unit
    count = round(amount * min(3.0, frame.width / frame.height))
    if frame.snowy:
        return ""
    spots = [(rng.uniform(0, frame.width), rng.random() ** 0.7) for _ in range(count)]
    _far, near = frame.ground()
    blades = "".join(
        nature.tuft(rng, x, top_px + (bottom_px - top_px) * deep, unit * (0.006 + 0.016 * deep))
        for x, deep in spots
    )
    parts = [
        path(
            blades,
            stroke=frame.mood.tone(darker(near, 0.18)),
            stroke_width=unit * 0.0026,
            stroke_linecap="round",
            stroke_opacity=0.7,
        )
    ]
    if frame.season in {"spring", "summer"}:
        parts.append(_flowers(frame, rng, top_px, bottom_px, count))
    return group(*parts)


def _flowers(frame: Frame, rng: random.Random, top: float, bottom: float, count: int) -> str:
    parts = []
    for colour in rng.sample(("#fdf8ec", "#f7d65a", "#ef8da0", "#c3a0e4"), 2):
        blooms = []
        for _ in range(count // 3):
            deep = rng.random() ** 0.7
            y = top + (bottom - top) * deep
            blooms.append((rng.uniform(0, frame.width), y, frame.unit * (0.0015 + 0.0035 * deep)))
        parts.append(path(dots(blooms, 0.8), frame.mood.tone(colour)))
    return group(*parts)
