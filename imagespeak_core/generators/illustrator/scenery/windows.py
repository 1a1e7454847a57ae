"""Windows, with the weather outside, and the lamps of rooms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from imagespeak_core.generators.illustrator.drawing.colours import darker
from imagespeak_core.generators.illustrator.drawing.gradients import glow, gradient
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    element,
    group,
    moved,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.palette import Mood, mood_for
from imagespeak_core.generators.illustrator.scenery.planting import drawn_plant
from imagespeak_core.generators.illustrator.scenery.room import Room, Size


def window(room: Room, x_m: float, low_m: float, size: Size, curtain: str | None = None) -> None:
    """A window with the weather outside, in the middle of `x_m`; with curtains in that colour."""
    width, height = size
    frame, tone = room.frame, room.frame.mood.tone
    outside = mood_for(frame.time, frame.weather)
    sill = "#fbf6ec"
    bars = [(-0.025, -height, 0.05, height), (-width / 2, -height * 0.62, width, 0.05)]
    drawn = group(
        rect(-width / 2 - 0.09, -height - 0.09, width + 0.18, height + 0.18, tone(sill), rx=0.03),
        _view(frame, outside, width, height),
        path(boxes(bars), tone(sill)),
        rect(-width / 2 - 0.16, 0.06, width + 0.32, 0.09, tone(darker(sill, 0.08)), rx=0.02),
        _curtains(width, height, tone(curtain), tone(darker(curtain, 0.16))) if curtain else "",
    )
    room.put(drawn, x_m, low_m)
    room.tell("window", x_m, low_m, size)


def _view(frame: Frame, outside: Mood, width: float, height: float) -> str:
    rng = frame.rng
    name = f"view{rng.randrange(10**6)}"
    top, middle, low = outside.sky
    _far, near = frame.ground()
    stops = [(0.0, top, 1.0), (0.5, middle, 1.0), (0.75, low, 1.0)]
    wood = skyline_green(rng, width * 0.6, 0, width * 0.07)
    far_wood = frame.leaf() if frame.season != "winter" else "#97a59c"
    foggy = frame.weather == "fog"
    parts = [
        element("defs", gradient(name, stops)),
        rect(-width / 2, -height, width, height, f"url(#{name})"),
        moved(
            -width * 0.3,
            -height * 0.2,
            path(wood, outside.far(far_wood, 0.8 if foggy else 0.4)),
        ),
        rect(-width / 2, -height * 0.22, width, height * 0.22, outside.far(near, 0.5 * foggy)),
    ]
    if frame.weather in {"rain", "snow"}:
        drops = [
            (
                rng.uniform(-0.48, 0.48) * width,
                -rng.uniform(0.05, 0.95) * height,
                0.012 if frame.weather == "rain" else 0.02,
            )
            for _ in range(26)
        ]
        colour = "#eef5fa"
        if frame.weather == "snow":
            parts.append(path(dots(drops), colour))
        else:
            lines = "".join(f"M{number(x)} {number(y)}l-.02 .1" for x, y, _ in drops)
            parts.append(path(lines, stroke=colour, stroke_width=0.008, stroke_opacity=0.7))
    elif frame.time == "night":
        stars = [
            (rng.uniform(-0.46, 0.46) * width, -rng.uniform(0.4, 0.95) * height, 0.01)
            for _ in range(14)
        ]
        parts.append(path(dots(stars), "#f4f1dc"))
    elif not foggy:
        many = len(_CLOUDS) if frame.weather == "cloudy" else 1
        parts += [_cloud(width * x, -height * y, outside.cloud[0]) for x, y in _CLOUDS[:many]]
    if frame.season != "summer":
        tall = min(width, height) * 0.7
        plant = drawn_plant(frame, "broadleaf", partial(_hazed, outside, 0.5 * foggy), tall)
        parts.append(moved(-width * 0.08, -height * 0.12, plant))
    shine = [
        (-width * 0.42, -height * 0.1),
        (-width * 0.1, -height * 0.95),
        (0.04 * width, -height * 0.95),
        (-width * 0.28, -height * 0.1),
    ]
    parts.append(polygon(shine, "#ffffff", fill_opacity=0.1))
    return group(*parts)


_CLOUDS = ((-0.3, 0.75), (0.02, 0.58), (-0.44, 0.92), (0.12, 0.86))
"""Where they are in a window, in shares of it from its middle and its sill."""


def _cloud(x: float, y: float, colour: str) -> str:
    outline = "q.08-.12.18-.04q.12-.12.22.02q.14-.02.14.09h-.54z"
    return path(f"M{number(x)} {number(y)}{outline}", colour, fill_opacity=0.85)


def _hazed(mood: Mood, share: float, colour: str) -> str:
    return mood.far(colour, share)


def _curtains(width: float, height: float, colour: str, shade: str) -> str:
    top, low = number(-height - 0.22), number(0.22)
    parts = [rect(-width / 2 - 0.42, -height - 0.26, width + 0.84, 0.05, "#a98a63", rx=0.02)]
    for way in (-1, 1):
        outer, inner = way * (width / 2 + 0.34), way * (width / 2 - 0.16)
        waist = way * (width / 2 + 0.06)
        parts.append(
            path(
                f"M{number(outer)} {top}H{number(inner)}Q{number(inner)}"
                f" {number(-height * 0.45)} {number(waist)} {number(-height * 0.3)}"
                f"Q{number(waist - way * 0.02)} {number(-height * 0.15)}"
                f" {number(waist - way * 0.04)} {low}H{number(outer)}Z",
                colour,
            )
        )
        fold = way * (width / 2 + 0.2)
        parts.append(
            path(
                f"M{number(fold)} {top}Q{number(fold)} {number(-height * 0.5)}"
                f" {number(way * (width / 2 + 0.14))} {number(-height * 0.3)}"
                f"L{number(way * (width / 2 + 0.22))} {low}H{number(outer)}V{top}Z",
                shade,
                fill_opacity=0.5,
            )
        )
    return group(*parts)


def pendants(room: Room, places_m: Sequence[float], colour: str) -> None:
    """Lamps that hang from the ceiling at these places along the wall; lit in the evening."""
    frame, tone = room.frame, room.frame.mood.tone
    drop = room.height_m * 0.17
    top = room.height_m
    lit = frame.mood.lamps_lit
    bulb = "#ffefc0" if lit else tone("#f6efdc")
    parts = []
    if lit:
        parts.append(element("defs", glow("pendant", [(0, "#ffe9b0", 0.6), (1, "#ffe0a0", 0)])))
    for x in places_m:
        parts.append(
            group(
                circle(x, drop + 0.1, 1.3, "url(#pendant)") if lit else "",
                rect(x - 0.012, -0.1, 0.024, drop, tone("#5f5a58")),
                circle(x, drop + 0.06, 0.1, bulb),
                path(
                    f"M{number(x - 0.28)} {number(drop + 0.06)}q.05-.26.28-.28q.23.02.28.28z",
                    tone(colour),
                ),
            )
        )
    room.put(group(*parts), 0.0, top)
