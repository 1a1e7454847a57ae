"""Paints a laid-out picture from far to near."""

from __future__ import annotations

from functools import partial

from imagespeak_core.generators.illustrator.colours import mix
from imagespeak_core.generators.illustrator.frame import Frame
from imagespeak_core.generators.illustrator.layout import Layout
from imagespeak_core.generators.illustrator.nature import shade_definition, shadow
from imagespeak_core.generators.illustrator.placing import Placed
from imagespeak_core.generators.illustrator.showing import named_props
from imagespeak_core.generators.illustrator.stage import Stage
from imagespeak_core.generators.illustrator.svg import element, group, placed
from imagespeak_core.generators.illustrator.weather import draw_puddles, draw_weather

_LARGE = 0.12
"""What takes more of the picture than this share is told from the dark without a rim."""

_UNDER = 0.83
"""A shadow is drawn 1.2 times as wide as it is told to be: no wider than what stands on it."""


def painted(frame: Frame, stage: Stage, layout: Layout, size: tuple[int, int]) -> str:
    """Back, then props and actors from far to near, then what is in front of all; as SVG."""
    ids = {id(prop): id_ for id_, prop in named_props(layout, size)}
    things = [
        (prop.foot_px, 0, group(prop.svg, id=ids[id(prop)]) if id(prop) in ids else prop.svg)
        for prop in layout.props
    ]
    order = sorted(layout.placed, key=lambda item: item.ground_px)
    things += [(item.ground_px, 1, _drawn(frame, stage, item)) for item in order]
    things.sort(key=lambda thing: (thing[0], thing[1]))
    weather = "" if stage.indoors else draw_weather(frame)
    soft = _rim(frame) + shade_definition(frame.mood.shadow, frame.mood.shadow_opacity)
    wet = "" if stage.indoors else draw_puddles(frame, _lowest_ground(stage))
    return group(
        soft, stage.back, wet, *(svg for _, _, svg in things), stage.front, weather, id="picture"
    )


def _lowest_ground(stage: Stage) -> float:
    return min(ground.top_px for ground in stage.grounds if ground.kind == "land")


def _drawn(frame: Frame, stage: Stage, item: Placed) -> str:
    tone = partial(_lit, frame, stage.indoors)
    svg = placed(
        item.actor.draw(tone),
        item.x_px,
        item.y_px,
        item.px_per_m,
        mirrored=item.mirrored,
        id_=item.actor.id,
    )
    large = item.box.area > _LARGE * frame.width * frame.height
    if frame.time == "night" and not (stage.indoors or large):
        svg = group(svg, filter="url(#rim)")
    if item.lifted or item.actor.stands in {"air", "water", "wall"}:
        return svg
    wide = item.box.right - item.box.left
    middle = (item.box.left + item.box.right) / 2
    thing = item.actor.thing
    if thing is None:
        wide, middle = min(wide, item.px_per_m * 0.62), item.x_px
    elif thing.foot_m:
        wide, middle = wide * min(1.0, thing.foot_m / thing.width_m), item.x_px
    return placed(shadow(wide * _UNDER), middle, item.ground_px - wide * 0.02, 1.0) + svg


def _rim(frame: Frame) -> str:
    """The soft pale light of the moon and the lamps round who stands in the dark."""
    if frame.time != "night":
        return ""
    glow = element(
        "feDropShadow",
        dx=0.0,
        dy=0.0,
        stdDeviation=frame.unit * 0.0035,
        flood_color="#d3ddff",
        flood_opacity=0.75,
    )
    return element("defs", element("filter", glow, id="rim"))


def _lit(frame: Frame, indoors: bool, colour: str) -> str:
    """What stands in front is nearer to its own colour, so that it can be told from the rest."""
    tone = frame.mood.tone(colour)
    return tone if indoors else mix(tone, colour, _near_light(frame))


def _near_light(frame: Frame) -> float:
    """How much of its daylight colour somebody keeps in the dark, in fog and in rain."""
    if frame.time == "night":
        return 0.62 if frame.weather == "fog" else 0.52
    return 0.4 if frame.weather in {"fog", "rain"} else 0.15 if frame.time == "sunset" else 0.0
