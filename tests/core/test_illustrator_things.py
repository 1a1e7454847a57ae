"""Each thing and animal of the illustrator, drawn alone."""

from __future__ import annotations

import random
import re
from functools import cache
from io import BytesIO
from math import isfinite
from typing import cast
from xml.etree import ElementTree

import resvg_py
from PIL import Image

from imagespeak_core.generators.illustrator.drawing.svg import Point, placed
from imagespeak_core.generators.illustrator.things.bags import UMBRELLA_GRIP
from imagespeak_core.generators.illustrator.things.catalog import THINGS, Thing
from imagespeak_core.generators.illustrator.things.cycles import (
    BICYCLE_HANDLEBAR,
    BICYCLE_PEDAL_FAR,
    BICYCLE_PEDAL_NEAR,
    BICYCLE_SADDLE,
    MOTORBIKE_FOOTREST,
    MOTORBIKE_HANDLEBAR,
    MOTORBIKE_SADDLE,
)
from imagespeak_core.generators.illustrator.things.household import WHEELCHAIR_SEAT
from imagespeak_core.generators.illustrator.things.playground import SWING_SEATS
from tests.for_each import for_each

EVERY_THING = for_each("thing", THINGS.values(), ids=lambda thing: thing.name)
SIDE_PX = 240
GROUND_PX = 190
SMALL = 0.75
ASKED = {1: ("#c83232", (200, 50, 50)), 2: ("#2f6fc8", (47, 111, 200))}
"""A red and a blue asked for, each with a seed of its own."""

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
PAINT = re.compile(r'(?:fill|stroke)="([^"]+)"')
RGB = tuple[int, int, int]


def daylight(colour: str) -> str:
    return colour


def drawn(thing: Thing, *, colour: str | None = None, seed: int = 1) -> str:
    return thing.draw(daylight, colour or thing.colour, random.Random(seed))


def px_per_m(thing: Thing) -> float:
    return 160 / max(thing.width_m, thing.height_m)


def picture(
    thing: Thing, *, colour: str | None = None, seed: int = 1, scale: float = 1
) -> Image.Image:
    side = int(SIDE_PX * scale)
    part = placed(
        drawn(thing, colour=colour, seed=seed),
        SIDE_PX * scale / 2, GROUND_PX * scale, px_per_m(thing) * scale,
    )  # fmt: skip
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">{part}</svg>'
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(png))).convert("RGBA")


def solid_colours(image: Image.Image) -> dict[RGB, int]:
    """How many pixels each fully covering colour has."""
    counted = cast(list[tuple[int, tuple[int, int, int, int]]], image.getcolors(SIDE_PX**2))
    return {pixel[:3]: count for count, pixel in counted if pixel[3] == 255}


def share(colours: dict[RGB, int], wanted: RGB, distance: int = 12) -> float:
    """The part of the pixels that is as good as the colour wanted."""
    found = sum(
        count
        for pixel, count in colours.items()
        if all(abs(a - b) <= distance for a, b in zip(pixel, wanted, strict=True))
    )
    return found / sum(colours.values())


@cache
def seen(name: str, seed: int) -> tuple[tuple[float, float, float, float], float]:
    """What can be seen of a thing in the colour that is asked for with this seed.

    Returns:
        Left, top, right and bottom in metres from the contact point, and how much has the colour.
    """
    thing, (asked, colour) = THINGS[name], ASKED[seed]
    image = picture(thing, colour=asked, seed=seed, scale=SMALL)
    visible = image.getchannel("A").point(lambda alpha: 255 * (alpha > 40))
    left, top, right, bottom = cast(tuple[int, int, int, int], visible.getbbox())
    scale = px_per_m(thing) * SMALL
    x, y = SIDE_PX * SMALL / 2, GROUND_PX * SMALL
    box = ((left - x) / scale, (top - y) / scale, (right - x) / scale, (bottom - y) / scale)
    return box, share(solid_colours(image), colour, 3)


def test_there_are_many_things_and_each_is_known_by_its_own_name() -> None:
    assert len(THINGS) >= 120
    assert all(name == thing.name for name, thing in THINGS.items())
    assert len({thing.draw for thing in THINGS.values()}) == len(THINGS)


@EVERY_THING
def test_it_is_well_formed_and_its_numbers_are_finite(thing: Thing) -> None:
    root = ElementTree.fromstring(f"<svg>{drawn(thing)}</svg>")
    elements = list(root.iter())
    assert 5 <= len(elements) <= 130
    for element in elements:
        assert element.tag in {"svg", "g", "path", "circle", "ellipse", "rect", "polygon", "line"}
        assert "id" not in element.attrib
        assert "filter" not in element.attrib
        for key, value in element.attrib.items():
            assert "nan" not in value
            assert "inf" not in value
            if key not in {"fill", "stroke"}:
                assert all(isfinite(float(found)) for found in NUMBER.findall(value))


@EVERY_THING
def test_every_colour_goes_through_the_tone(thing: Thing) -> None:
    text = thing.draw(lambda _: "#123456", thing.colour, random.Random(1))
    assert set(PAINT.findall(text)) <= {"#123456", "none"}


@EVERY_THING
def test_it_is_the_same_for_the_same_generator(thing: Thing) -> None:
    assert drawn(thing, seed=7) == drawn(thing, seed=7)


@EVERY_THING
@for_each("seed", ASKED)
def test_it_fills_its_box_and_stands_on_its_lower_edge(thing: Thing, seed: int) -> None:
    slack = 0.08 * max(thing.width_m, thing.height_m)
    (left, top, right, bottom), _ = seen(thing.name, seed)
    half = thing.width_m / 2
    assert -half - slack <= left
    assert right <= half + slack
    assert -thing.height_m - slack <= top
    assert bottom <= slack / 2
    assert right - left >= 0.84 * thing.width_m
    assert bottom - top >= 0.84 * thing.height_m
    if thing.stands_on not in {"wall", "air"}:
        assert bottom >= -slack / 2


@EVERY_THING
@for_each("seed", ASKED)
def test_it_shows_the_colour_asked_for(thing: Thing, seed: int) -> None:
    _, coloured = seen(thing.name, seed)
    assert coloured >= 0.04


@EVERY_THING
def test_nothing_is_pure_black_or_white(thing: Thing) -> None:
    for asked in ("#000000", "#ffffff"):
        text = drawn(thing, colour=asked)
        assert not {"#000000", "#ffffff"} & set(PAINT.findall(text)), asked


@EVERY_THING
def test_its_heights_are_inside_it(thing: Thing) -> None:
    assert thing.width_m > 0
    assert 0 <= (thing.top_m or 0) <= thing.height_m + 0.001
    assert 0 <= (thing.seat_m or 0) <= thing.height_m + 0.001
    assert 0 < (thing.foot_m or thing.width_m) <= thing.width_m
    assert re.fullmatch("#[0-9a-f]{6}", thing.colour)


@for_each(
    "from_small_to_large",
    [
        ("mouse", "kitten", "cat", "dog", "sheep", "cow", "elephant"),
        ("apple", "football", "chair", "table", "car", "bus", "train", "plane"),
        ("flower", "bush", "tree", "church"),
        ("cup", "teapot", "suitcase", "sofa", "bus stop", "house"),
    ],
)
def test_things_are_as_large_as_in_the_world(from_small_to_large: tuple[str, ...]) -> None:
    sizes = [max(THINGS[name].width_m, THINGS[name].height_m) for name in from_small_to_large]
    assert sizes == sorted(sizes)


def test_a_red_car_has_dark_windows_tyres_and_grey_bumpers() -> None:
    colours = solid_colours(picture(THINGS["car"], colour="#c83232"))
    for part, least in (((77, 111, 134), 0.08), ((58, 60, 70), 0.05), ((90, 97, 109), 0.01)):
        assert share(colours, part) >= least
    assert 0.3 <= share(colours, (200, 50, 50), 3) <= 0.7


def test_a_black_cat_is_black_and_its_eyes_show() -> None:
    colours = solid_colours(picture(THINGS["cat"], colour="#000000"))
    dark = sum(count for pixel, count in colours.items() if max(pixel) < 90)
    assert dark >= 0.8 * sum(colours.values())
    assert share(colours, (233, 198, 90), 20) >= 0.003


def around(thing: Thing, x_m: float, y_m: float) -> Image.Image:
    """What is drawn within two centimetres (or two pixels) of a point."""
    scale = px_per_m(thing)
    reach = max(2.0, 0.02 * scale)
    x_px, y_px = SIDE_PX / 2 + x_m * scale, GROUND_PX + y_m * scale
    box = (int(x_px - reach), int(y_px - reach), int(x_px + reach + 1), int(y_px + reach + 1))
    return picture(thing).crop(box)


def covered(thing: Thing, x_m: float, y_m: float) -> bool:
    return max(around(thing, x_m, y_m).getchannel("A").tobytes()) > 200


@for_each(
    "thing", [thing for thing in THINGS.values() if thing.top_m], ids=lambda thing: thing.name
)
def test_what_stands_on_it_has_something_below(thing: Thing) -> None:
    assert thing.top_m is not None
    assert covered(thing, 0, -thing.top_m)


@for_each(
    "thing", [thing for thing in THINGS.values() if thing.seat_m], ids=lambda thing: thing.name
)
def test_who_sits_on_it_has_a_seat(thing: Thing) -> None:
    assert thing.seat_m is not None
    assert covered(thing, thing.seat_x_m, -thing.seat_m)


@for_each(
    "name, points",
    [
        ("bicycle", (BICYCLE_SADDLE, BICYCLE_HANDLEBAR, BICYCLE_PEDAL_NEAR, BICYCLE_PEDAL_FAR)),
        ("motorbike", (MOTORBIKE_SADDLE, MOTORBIKE_HANDLEBAR, MOTORBIKE_FOOTREST)),
        ("swing", SWING_SEATS),
        ("umbrella", (UMBRELLA_GRIP,)),
        ("wheelchair", (WHEELCHAIR_SEAT,)),
    ],
)
def test_a_person_touches_it_where_it_says(name: str, points: tuple[Point, ...]) -> None:
    assert all(covered(THINGS[name], x, y) for x, y in points)


@for_each(
    "thing", [thing for thing in THINGS.values() if thing.shines_at], ids=lambda thing: thing.name
)
def test_its_light_is_bright(thing: Thing) -> None:
    assert thing.shines_at is not None
    assert max(around(thing, *thing.shines_at).getchannel("R").tobytes()) > 220


@for_each(
    "thing", [thing for thing in THINGS.values() if thing.foot_m], ids=lambda thing: thing.name
)
def test_its_foot_is_as_wide_as_it_says(thing: Thing) -> None:
    assert thing.foot_m is not None
    scale = px_per_m(thing)
    low = picture(thing).getchannel("A").crop((0, GROUND_PX - 5, SIDE_PX, GROUND_PX))
    left, _, right, _ = cast(tuple[int, int, int, int], low.getbbox())
    assert abs((right - left) / scale - thing.foot_m) <= 0.06 * max(thing.width_m, thing.height_m)
