"""Each thing and animal of the illustrator, drawn alone."""

from __future__ import annotations

import random
import re
from io import BytesIO
from math import isfinite
from typing import cast
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image

from imagespeak_core.generators.illustrator.svg import placed
from imagespeak_core.generators.illustrator.things.catalog import THINGS, Thing

EVERY_THING = pytest.mark.parametrize("thing", THINGS.values(), ids=lambda thing: thing.name)
SIDE_PX = 240
GROUND_PX = 190
SEEDS = (1, 2)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
PAINT = re.compile(r'(?:fill|stroke)="([^"]+)"')
RGB = tuple[int, int, int]


def daylight(colour: str) -> str:
    return colour


def drawn(thing: Thing, *, colour: str | None = None, seed: int = 1) -> str:
    return thing.draw(daylight, colour or thing.colour, random.Random(seed))


def px_per_m(thing: Thing) -> float:
    return 160 / max(thing.width_m, thing.height_m)


def picture(thing: Thing, *, colour: str | None = None, seed: int = 1) -> Image.Image:
    part = placed(drawn(thing, colour=colour, seed=seed), SIDE_PX / 2, GROUND_PX, px_per_m(thing))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE_PX}" height="{SIDE_PX}">{part}</svg>'
    )
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


def box_m(thing: Thing, seed: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what can be seen, in metres from the contact point."""
    visible = picture(thing, seed=seed).getchannel("A").point(lambda alpha: 255 * (alpha > 40))
    left, top, right, bottom = cast(tuple[int, int, int, int], visible.getbbox())
    scale = px_per_m(thing)
    return (
        (left - SIDE_PX / 2) / scale,
        (top - GROUND_PX) / scale,
        (right - SIDE_PX / 2) / scale,
        (bottom - GROUND_PX) / scale,
    )


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
@pytest.mark.parametrize("seed", SEEDS)
def test_it_fills_its_box_and_stands_on_its_lower_edge(thing: Thing, seed: int) -> None:
    slack = 0.08 * max(thing.width_m, thing.height_m)
    left, top, right, bottom = box_m(thing, seed)
    half = thing.width_m / 2
    assert -half - slack <= left
    assert right <= half + slack
    assert -thing.height_m - slack <= top
    assert bottom <= slack / 2
    assert right - left >= thing.width_m - slack
    assert bottom - top >= thing.height_m - slack
    if thing.stands_on not in {"wall", "air"}:
        assert bottom >= -slack / 2


@EVERY_THING
@pytest.mark.parametrize(
    ("asked", "seen"),
    [("#c83232", (200, 50, 50)), ("#2f6fc8", (47, 111, 200))],
    ids=["red", "blue"],
)
def test_it_shows_the_colour_asked_for(thing: Thing, asked: str, seen: RGB) -> None:
    assert share(solid_colours(picture(thing, colour=asked)), seen, 3) >= 0.04


@EVERY_THING
@pytest.mark.parametrize("asked", ["#000000", "#ffffff"], ids=["black", "white"])
def test_nothing_is_pure_black_or_white(thing: Thing, asked: str) -> None:
    text = drawn(thing, colour=asked)
    assert not {"#000000", "#ffffff"} & set(PAINT.findall(text))


@EVERY_THING
def test_its_heights_are_inside_it(thing: Thing) -> None:
    assert thing.width_m > 0
    assert 0 <= (thing.top_m or 0) <= thing.height_m + 0.001
    assert 0 <= (thing.seat_m or 0) <= thing.height_m + 0.001
    assert re.fullmatch("#[0-9a-f]{6}", thing.colour)


@pytest.mark.parametrize(
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
