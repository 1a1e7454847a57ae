"""A street in a town: a row of houses, two pavements, and the road between them."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, seams
from imagespeak_core.generators.illustrator.drawing.svg import group, number, path, placed, rect
from imagespeak_core.generators.illustrator.places.casts import animal, people, thing
from imagespeak_core.generators.illustrator.places.park import lamp
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.facades import (
    FLOOR_M,
    draw_house,
    far_block,
    some_house,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import tree
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)


def street(frame: Frame) -> Stage:
    """Houses and shops behind a road; people walk on both pavements."""
    height = frame.height
    walls = height * 0.62
    horizon = height * 0.45
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    scale = ruler.px_per_m(walls) * 0.72
    disc_y = max(frame.unit * 0.09, height * 0.11)
    disc = (frame.width * frame.between(0.2, 0.8), disc_y)
    far_kerb, near_kerb = height * 0.725, height * 0.885
    back = group(
        draw_sky(frame, walls, disc),
        house_row(frame, walls, scale, disc),
        pavement(frame, walls, far_kerb, "far"),
        road(frame, far_kerb, near_kerb),
        pavement(frame, near_kerb, height, "near"),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", walls + height * 0.05, far_kerb - height * 0.012, 0, frame.width),
            Ground("land", near_kerb + height * 0.025, height * 0.965, 0, frame.width),
            Ground("road", far_kerb + height * 0.05, near_kerb - height * 0.03, 0, frame.width),
            Ground("air", height * 0.06, height * 0.25, 0, frame.width),
        ),
        props=_furniture(frame, ruler, walls, disc[0]),
        clear=(disc_box(frame, *disc),),
    )


def _behind(frame: Frame, base: float, scale: float, tallest: float) -> str:
    parts, x = [], -scale
    while x < frame.width:
        wide, tall = scale * frame.between(2.4, 5), scale * frame.between(6.5, 10.5)
        tall = min(tall, tallest * frame.between(0.8, 0.97))
        colour = frame.rng.choice(("#b8a9a6", "#a9b2bf", "#bfb3a2"))
        wall, panes = frame.mood.far(colour, 0.68), frame.mood.far(darker(colour, 0.25), 0.62)
        parts.append(far_block(x, base, (wide, tall), wall, panes))
        x += wide * frame.between(1.0, 1.5)
    return group(*parts)


def house_row(frame: Frame, base: float, scale: float, disc: tuple[float, float]) -> str:
    """A row of different houses on the line `base`, `scale` pixels a metre, none before the sun."""
    parts, x, wall = [], -scale * frame.between(0, 3), ""
    while x < frame.width:
        house = some_house(frame.rng, wall, lit=frame.mood.lamps_lit, snowy=frame.snowy)
        if (
            abs(x + house.width_m * scale / 2 - disc[0])
            < house.width_m * scale / 2 + frame.unit * 0.08
        ):
            free = (base - disc[1] - frame.unit * 0.085) / scale - 4.7
            house = replace(house, floors=max(1, min(house.floors, int(free / FLOOR_M) + 1)))
        wall = house.wall
        parts.append(placed(draw_house(frame.rng, frame.mood.tone, house), x, base, scale))
        x += house.width_m * scale
        if frame.chance(0.16):
            gap = scale * frame.between(1.2, 2.0)
            parts.append(_gap(frame, x, base, gap))
            x += gap
    return group(
        _behind(frame, base, scale, base - disc[1] - frame.unit * 0.085), *parts, id="houses"
    )


def _gap(frame: Frame, x: float, base: float, width: float) -> str:
    green = skyline_green(frame.rng, width * 0.5, base, width * 0.4)
    leaf = frame.leaf() if frame.season != "winter" else "#9aa79f"
    return group(
        path(green, frame.mood.tone(leaf), transform=f"translate({number(x + width * 0.2)} 0)"),
        rect(x, base - width * 0.45, width, width * 0.45, frame.mood.tone("#b9a58c")),
    )


def pavement(frame: Frame, top: float, bottom: float, name: str) -> str:
    """Slabs from `top` to the kerb at `bottom`; their joints run to the vanishing line."""
    stone = "#d3cbc0" if not frame.snowy else "#e9eef3"
    tone, unit = frame.mood.tone, frame.unit
    stops = [(0.0, tone(darker(stone, 0.08)), 1.0), (1.0, tone(stone), 1.0)]
    horizon = frame.height * 0.45
    ends, step = [], unit * 0.16
    count = round(frame.width / step)
    for index in range(-count, 2 * count):
        x = frame.width / 2 + (index - count / 2) * step
        low = frame.width / 2 + (x - frame.width / 2) * (bottom - horizon) / (top - horizon)
        if -step < x < frame.width + step or -step < low < frame.width + step:
            ends.append((x, low))
    middle = top + (bottom - top) * 0.42
    joints = seams(ends, top, bottom) + f"M0 {number(middle)}H{number(frame.width)}"
    kerb = frame.height * 0.008
    return group(
        banded(0, top, frame.width, bottom - top, stops),
        path(
            joints, stroke=tone(darker(stone, 0.2)), stroke_width=unit * 0.0014, stroke_opacity=0.6
        ),
        rect(
            0,
            bottom - kerb if name == "far" else top,
            frame.width,
            kerb,
            tone(lighter(stone, 0.35)),
        ),
    )


def road(frame: Frame, top: float, bottom: float) -> str:
    """Asphalt with a broken line in its middle."""
    asphalt = "#6f7682" if not frame.snowy else "#aab3bd"
    tone = frame.mood.tone
    middle = top + (bottom - top) * 0.43
    dash, thick = frame.unit * 0.09, (bottom - top) * 0.045
    shift = frame.between(-0.5, 0.5) * dash
    count = round(frame.width / (dash * 1.8)) + 2
    dashes = [(shift + (index - 0.5) * dash * 1.8, middle, dash, thick) for index in range(count)]
    return group(
        rect(0, top, frame.width, bottom - top, tone(asphalt)),
        rect(0, top, frame.width, (bottom - top) * 0.09, tone(darker(asphalt, 0.18))),
        path(boxes(dashes), tone("#f1ead8"), fill_opacity=0.85),
    )


def _furniture(frame: Frame, ruler: Ruler, walls: float, away_from_px: float) -> tuple[Prop, ...]:
    props = []
    count = max(2, round(2 * frame.width / frame.height))
    for index in range(count):
        x = frame.width * (index + frame.between(0.3, 0.7)) / count
        if frame.chance(0.55):
            props.append(
                tree(
                    frame,
                    ruler,
                    x,
                    walls + frame.height * 0.03,
                    frame.between(2.9, 3.6),
                    "broadleaf",
                )
            )
    props.append(lamp(frame, ruler, walls + frame.height * 0.045, away_from_px))
    return tuple(props)


STREET = Place(
    name="street",
    paint=street,
    words=(
        "street", "shopping street", "avenue", "pavement", "sidewalk", "crossing",
        "neighbourhood", "neighborhood", "town square", "city centre", "city center", "traffic",
    ),
    stand_ins=(
        "car park", "parking lot", "zebra crossing", "crosswalk", "pedestrian crossing",
    ),
    weak_words=("road", "city", "town", "village", "square", "corner"),
    said="in a street",
    background=Background("There are houses in the background.", "houses", "house"),
    looks=("grey", "gray"),
    hints=Hints(
        nouns=("police officer", "tourist", "firefighter", "builder", "postman",),
        actions=("drive",),
        cues=("traffic", "outside a building"),
    ),
    casts=(
        (people(2, "walk"), thing("car", colour="red")),
        (people(1, "ride"), people(2, "talk")),
        (people(3, "walk"), animal("dog")),
    ),
    seating=Seating(seat="bench"),
    greenery="trees",
    floor="stone",
    roofed=True,
    default=True,
    boarding=True,
)  # fmt: skip
