"""A road through the country: fields, hedges, hills, a farmhouse far off, a signpost."""

from __future__ import annotations

import itertools

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.splines import land, outline
from imagespeak_core.generators.illustrator.drawing.svg import Point, group, path
from imagespeak_core.generators.illustrator.places.casts import animal, in_role, people, thing
from imagespeak_core.generators.illustrator.places.lighting import house_with_lights
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import (
    Plant,
    bush,
    meadow_details,
    standing,
    tree,
)
from imagespeak_core.generators.illustrator.scenery.ridges import hills
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)

CROPS = ("#e0c863", "#b9cf6a", "#8fbf5f", "#d9b25a", "#a9c77a", "#c9a9c9")
_TREES: tuple[Plant, ...] = ("broadleaf", "broadleaf", "poplar")
Strip = list[tuple[float, float, float]]


def country_road(frame: Frame) -> Stage:
    """The road comes from the hills, winding, and passes before the onlooker."""
    height = frame.height
    horizon = height * frame.between(0.43, 0.46)
    low = frame.time in {"sunset", "morning"}
    disc_y = horizon - frame.unit * 0.2 if low else max(frame.unit * 0.1, horizon * 0.24)
    disc = (frame.width * frame.between(0.2, 0.8), disc_y)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    far, near = frame.ground()
    fields = horizon + height * 0.03
    way = 1 if frame.chance(0.5) else -1
    verge = height * 0.6
    back = group(
        draw_sky(frame, horizon + height * 0.05, disc),
        hills(frame, horizon, height * 0.08, darker(far, 0.12), 0.55, fields + height * 0.06),
        _fields(frame, fields, verge, far),
        hills(frame, verge, height * 0.015, near, 0.0),
        meadow_details(frame, verge + height * 0.03, height, 40),
        _road(frame, fields + height * 0.01, way),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", height * 0.73, height * 0.96, 0, frame.width),
            Ground("road", height * 0.79, height * 0.9, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.8, 0, frame.width),
        ),
        props=_props(frame, ruler, verge, way),
        clear=(disc_box(frame, *disc),),
    )


def _fields(frame: Frame, top: float, bottom: float, far: str) -> str:
    """Strips of crops, each before the last, with a hedge between some."""
    parts = []
    rows = 4
    for row in range(rows):
        y = top + (bottom - top) * row / rows
        colour = frame.rng.choice(CROPS) if not frame.snowy else far
        haze = 0.42 - 0.1 * row
        if row and frame.chance(0.7):
            edge = skyline_green(frame.rng, frame.width, y + 2, frame.unit * (0.006 + 0.003 * row))
            hedge = "#5f8f58" if frame.season != "winter" else "#8a958c"
            parts.append(path(edge, frame.mood.far(hedge, haze)))
        rise = frame.height * 0.012
        points = [
            (frame.width * index / 4, y + frame.between(-rise, rise)) for index in range(-1, 6)
        ]
        parts.append(path(land(points, bottom + frame.height * 0.05), frame.mood.far(colour, haze)))
    return group(*parts, id="fields")


def _road(frame: Frame, top: float, way: int) -> str:
    """The road with its verge and its broken line."""
    asphalt = frame.chance(0.65)
    colour = "#858b93" if asphalt else "#d3b88a"
    if frame.snowy:
        colour = "#c3ccd4" if asphalt else "#d8d3cc"
    tone = frame.mood.tone
    strip = _centre(frame, top, way)
    dashes = ""
    if asphalt:
        dashes = _dashes(frame, strip)
    return group(
        path(_band(strip, 1.16), tone(lighter(colour, 0.4) if asphalt else darker(colour, 0.15))),
        path(_band(strip, 1.0), tone(colour)),
        dashes,
        id="country-road",
    )


def _centre(frame: Frame, top: float, way: int) -> Strip:
    """Points of the road's middle with half its width, from the hills to the lower edge."""
    height, width = frame.height, frame.width
    end = 0.5 + way * frame.between(0.05, 0.22)
    bend = frame.between(0.16, 0.24)
    shares = (
        (end, 0.0, 0.004),
        (end - way * bend * 0.5, 0.07, 0.008),
        (end + way * bend * 0.35, 0.18, 0.02),
        (0.5 - way * bend * 0.55, 0.42, 0.07),
        (0.5 - way * bend * 0.2, 0.75, 0.16),
        (0.5 + way * 0.06, 1.12, 0.27),
    )
    return [
        (width * x, top + (height - top) * y, half * min(width, frame.unit * 1.3))
        for x, y, half in shares
    ]


def _band(strip: Strip, wide: float) -> str:
    left: list[Point] = [(x - half * wide, y) for x, y, half in strip]
    right: list[Point] = [(x + half * wide, y) for x, y, half in reversed(strip)]
    return outline(left, right)


def _dashes(frame: Frame, strip: Strip) -> str:
    """The line in the middle, in pieces that grow towards the onlooker."""
    pieces: list[str] = []
    for (x1, y1, half1), (x2, y2, half2) in itertools.pairwise(strip[2:]):
        for step in range(3):
            begin, end = step / 3, step / 3 + 0.17
            ends = [
                (x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, (half1 + (half2 - half1) * t) * 0.045)
                for t in (begin, end)
            ]
            (ax, ay, aw), (bx, by, bw) = ends
            pieces.append(
                f"M{ax - aw:.1f} {ay:.1f}L{ax + aw:.1f} {ay:.1f}"
                f"L{bx + bw:.1f} {by:.1f}L{bx - bw:.1f} {by:.1f}Z"
            )
    return path("".join(pieces), frame.mood.tone("#f6f0df"))


def _props(frame: Frame, ruler: Ruler, verge: float, way: int) -> tuple[Prop, ...]:
    height, middle = frame.height, frame.width / 2
    rng = frame.rng
    far_noun, size = rng.choice(
        (("house", 0.6), ("windmill", 0.36), ("church", 0.34), ("barn", 0.5))
    )
    props = [
        house_with_lights(
            frame,
            ruler,
            far_noun,
            (middle - way * frame.width * frame.between(0.28, 0.36), verge + height * 0.004),
            size=size,
        ),
        standing(frame, ruler, "sign", (middle + way * frame.width * 0.27, verge + height * 0.09)),
    ]
    for side in (-1, 1):
        for index in range(rng.randint(1, 2)):
            x = middle + side * frame.width * (0.47 - 0.13 * index)
            foot = verge + height * (0.08 - 0.065 * index)
            kind = rng.choice(_TREES)
            props.append(tree(frame, ruler, x, foot, frame.between(4.0, 5.4), kind))
        props.append(
            bush(
                frame,
                ruler,
                middle + side * frame.width * frame.between(0.25, 0.45),
                verge + height * 0.04,
                1.3,
            )
        )
    if frame.chance(0.6):
        props += _fence(frame, ruler, verge + height * 0.05, -way)
    return tuple(props)


def _fence(frame: Frame, ruler: Ruler, foot: float, side: int) -> list[Prop]:
    """A few lengths of fence beside the road."""
    step = 2.4 * ruler.px_per_m(foot)
    edge = frame.width / 2 + side * frame.width / 2
    return [
        standing(frame, ruler, "fence", (edge - side * step * (index + 0.3), foot))
        for index in range(max(1, int(frame.width * 0.3 / step)))
    ]


COUNTRY_ROAD = Place(
    name="country road",
    paint=country_road,
    words=(
        "country road", "country lane", "countryside road", "countryside", "rural road",
        "dirt road", "lane",
    ),
    weak_words=("country",),
    said="on a country road",
    looks=("green",),
    behind=("farm", "mountains"),
    hints=Hints(cues=("waving from a train",)),
    casts=(
        (people(1, "ride"), animal("cow", 2)),
        (people(2, "walk"), animal("dog")),
        (thing("tractor"), in_role("farmer", "wave"), animal("sheep", 2)),
    ),
    seating=Seating(seat="bench"),
    greenery="country",
    grassy=True,
)  # fmt: skip
