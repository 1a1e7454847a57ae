"""A desert: dunes, far table mountains, cacti, and a road through the sand."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.splines import curve
from imagespeak_core.generators.illustrator.drawing.svg import group, number, path, placed, polygon
from imagespeak_core.generators.illustrator.places.casts import animal, in_role, man, people, thing
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.places.street import road
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import rock, shadow
from imagespeak_core.generators.illustrator.scenery.planting import tone_at
from imagespeak_core.generators.illustrator.scenery.ridges import hills
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)

SANDS = ("#ecca8a", "#e6bb7d", "#eed39c")
MESAS = ("#c9835a", "#b9785c", "#c9946a")


def desert(frame: Frame) -> Stage:
    """Sand as far as one can see, in soft waves; a road crosses the picture."""
    height, width = frame.height, frame.width
    horizon = height * frame.between(0.44, 0.48)
    low = frame.time in {"sunset", "morning"}
    disc_y = horizon - frame.unit * 0.2 if low else max(frame.unit * 0.1, horizon * 0.26)
    disc = (width * frame.between(0.2, 0.8), disc_y)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    sand = frame.rng.choice(SANDS) if not frame.snowy else "#eef2f5"
    road_top, road_low = height * 0.71, height * 0.82
    back = group(
        draw_sky(frame, horizon + height * 0.04, disc),
        _mesas(frame, horizon + height * 0.012, disc[0]),
        hills(frame, horizon + height * 0.03, height * 0.05, darker(sand, 0.05), 0.3),
        hills(frame, horizon + height * 0.1, height * 0.06, sand, 0.12),
        _ripples(frame, horizon + height * 0.13, road_top, sand),
        hills(frame, road_top - height * 0.02, height * 0.02, lighter(sand, 0.1), 0.0),
        _strip(frame, road_top, road_low, sand),
        _ripples(frame, road_low + height * 0.02, height, sand),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", horizon + height * 0.17, road_top - height * 0.02, 0, width),
            Ground("land", road_low + height * 0.015, height * 0.965, 0, width),
            Ground("road", road_top + height * 0.03, road_low - height * 0.015, 0, width),
            Ground("air", height * 0.08, horizon * 0.8, 0, width),
        ),
        props=_props(frame, ruler, horizon, road_top),
        clear=(disc_box(frame, *disc),),
    )


def _mesas(frame: Frame, base: float, open_px: float) -> str:
    """Flat-topped mountains of red rock, away from the sun."""
    parts, unit = [], frame.unit
    for _ in range(3):
        x = frame.width * frame.between(0.0, 1.0)
        if abs(x - open_px) < unit * 0.22:
            x += unit * (0.3 if x > open_px else -0.3)
        wide, tall = unit * frame.between(0.12, 0.24), unit * frame.between(0.07, 0.13)
        stone = frame.rng.choice(MESAS)
        top = base - tall
        outline = [
            (x - wide, base),
            (x - wide * 0.72, top + tall * 0.45),
            (x - wide * 0.62, top),
            (x + wide * 0.55, top - tall * 0.04),
            (x + wide * 0.68, top + tall * 0.5),
            (x + wide, base),
        ]
        shade = [
            (x + wide * 0.2, base),
            (x + wide * 0.3, top),
            (x + wide * 0.55, top - tall * 0.04),
            (x + wide * 0.68, top + tall * 0.5),
            (x + wide, base),
        ]
        parts.append(polygon(outline, frame.mood.far(stone, 0.3)))
        parts.append(polygon(shade, frame.mood.far(darker(stone, 0.25), 0.3)))
    return group(*parts, id="mesas")


def _ripples(frame: Frame, top: float, low: float, sand: str) -> str:
    d = ""
    for _ in range(round(20 * min(2.5, frame.width / frame.height))):
        deep = frame.between(0.0, 1.0)
        span = frame.unit * (0.05 + 0.12 * deep)
        x, y = frame.between(-0.1, 1.0) * frame.width, top + (low - top) * deep
        d += curve([(x, y), (x + span * 0.5, y - span * 0.07), (x + span, y)])
    return path(
        d,
        stroke=frame.mood.tone(darker(sand, 0.14)),
        stroke_width=frame.unit * 0.003,
        stroke_linecap="round",
        stroke_opacity=0.6,
    )


def _strip(frame: Frame, top: float, low: float, sand: str) -> str:
    """The road, with sand blown over its edges."""
    drift = ""
    for edge, way in ((top, 1), (low, -1)):
        x = 0.0
        while x < frame.width:
            span = frame.unit * frame.between(0.1, 0.26)
            lift = frame.height * frame.between(0.006, 0.016) * way
            drift += f"M{number(x)} {number(edge - way)}q{number(span / 2)} {number(lift)}"
            drift += f" {number(span)} 0z"
            x += span * frame.between(0.9, 1.6)
    return group(road(frame, top, low), path(drift, frame.mood.tone(sand)), id="desert-road")


def _props(frame: Frame, ruler: Ruler, horizon: float, road_top: float) -> tuple[Prop, ...]:
    props = []
    for side in (-1, 1):
        x = frame.width * (0.5 + side * frame.between(0.34, 0.45))
        foot = road_top - frame.height * frame.between(0.02, 0.07)
        props.append(_cactus(frame, ruler, x, foot))
    x = frame.width * frame.between(0.2, 0.8)
    foot = horizon + frame.height * 0.15
    props.append(_cactus(frame, ruler, x, foot))
    foot = frame.height * frame.between(0.9, 0.94)
    x, wide = frame.width * frame.between(0.04, 0.96), frame.between(0.5, 0.9)
    scale = ruler.px_per_m(foot)
    half = wide * scale / 2
    stone = shadow(wide) + rock(frame.rng, frame.mood.tone, wide, frame.snowy)
    box = Box(x - half, foot - half, x + half, foot)
    props.append(Prop(placed(stone, x, foot, scale), foot, box, shows="rock"))
    return tuple(props)


def _cactus(frame: Frame, ruler: Ruler, x: float, foot: float) -> Prop:
    """A tall cactus with two arms."""
    scale, tall = ruler.px_per_m(foot), frame.between(1.9, 2.8)
    tone = tone_at(frame, ruler, foot)
    green = frame.rng.choice(("#5f9460", "#4f8a5c", "#6f9a5a"))
    arms = (
        f"M0 {-tall * 0.4:.2f}H-.34Q-.5 {-tall * 0.4:.2f} -.5 {-tall * 0.55:.2f}V{-tall * 0.72:.2f}"
        f"M0 {-tall * 0.52:.2f}H.3Q.46 {-tall * 0.52:.2f} .46 {-tall * 0.64:.2f}V{-tall * 0.86:.2f}"
    )
    ribs = f"M-.07-.08V{-tall + 0.2:.2f}M.08-.08V{-tall + 0.2:.2f}"
    drawn = group(
        shadow(1.0),
        path(arms, stroke=tone(green), stroke_width=0.26, stroke_linecap="round"),
        path(f"M0 0V{-tall:.2f}", stroke=tone(green), stroke_width=0.38, stroke_linecap="round"),
        path(ribs, stroke=tone(darker(green, 0.25)), stroke_width=0.03),
    )
    half = 0.65 * scale
    box = Box(x - half, foot - tall * scale, x + half, foot)
    return Prop(placed(drawn, x, foot, scale), foot, box, shows="cactus")


DESERT = Place(
    name="desert",
    paint=desert,
    words=("desert", "desert road"),
    said="in a desert",
    casts=(
        (animal("camel", 2), man("walk")),
        (thing("car", colour="yellow"), people(2, "talk")),
        (in_role("tourist", "photo"), animal("camel")),
    ),
    seating=Seating(seat="rock"),
    floor="sand",
    looks=("sandy",),
)
