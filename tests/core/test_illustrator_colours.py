"""What is asked for in a colour has it: sampled for everything in the catalogue, in daylight."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache

import pytest
from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.drawing.colours import rgb
from imagespeak_core.generators.illustrator.drawing.render import document
from imagespeak_core.generators.illustrator.drawing.svg import placed, rect
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.things.colours import colour_seen
from imagespeak_core.generators.illustrator.words.things import COLOURS
from tests.core.illustrator_bank import painted
from tests.core.illustrator_seen import span_of
from tests.for_each import for_each

BASIC = "red blue green yellow orange purple pink brown black white grey".split()
CELL, COLUMNS = 48, 20
NAMES = tuple(THINGS)
HELD_NAMES = tuple(HELD)

LEAST = 0.22
"""The share of a thing that is in its colour, at the least."""
CLEARLY, MOST = 0.25, 0.5
"""Of what is in its colour, the shares that are called by its word, and by that of a lit or a
shaded side or a thin edge."""
SIDES = {
    "red": {"pink", "brown"}, "blue": {"grey", "purple"}, "yellow": {"beige", "brown", "orange"},
    "black": {"grey"}, "white": {"grey", "beige"},
}  # fmt: skip
PLAIN = {"black", "white", "grey", "brown", "beige"}
"""Wheels, metal, wood, paper and plates are told from the thing that they belong to."""
SMALLER_PART = {
    "television": "the screen shows a landscape",
    "easel": "a painting is on it",
    "corn": "leaves are around it",
}
"""Things in which another bright colour takes more room, and why it is not theirs."""
FEW = 40
"""Of what is too thin to fill so many whole pixels, nothing can be sampled."""


def _as_it_is(colour: str) -> str:
    return colour


@cache
def _sheet(colour: str, paper: str) -> Image.Image:
    """Every thing alone in this main colour, in rows of cells."""
    parts = [rect(0, 0, COLUMNS * CELL, _rows() * CELL, paper)]
    for at, name in enumerate(NAMES):
        thing = THINGS[name]
        scale = CELL * 0.92 / max(thing.width_m, thing.height_m)
        left, top, right, _ = _cell(at)
        foot = top + CELL * 0.97
        drawn = thing.draw(_as_it_is, colour, random.Random(1))
        parts.append(placed(drawn, (left + right) / 2, foot, scale))
    width = COLUMNS * CELL
    return painted(document("".join(parts), width, _rows() * CELL), width)


def _rows() -> int:
    return -(-len(NAMES) // COLUMNS)


def _cell(at: int) -> tuple[int, int, int, int]:
    x, y = at % COLUMNS * CELL, at // COLUMNS * CELL
    return x, y, x + CELL, y + CELL


def _apart(one: Image.Image, other: Image.Image) -> Image.Image:
    channels = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])


@cache
def _whole() -> Image.Image:
    """Where a thing hides all of the paper."""
    grey = COLOURS["grey"]
    seen = _apart(_sheet(grey, "#ffffff"), _sheet(grey, "#000000"))
    return seen.point(lambda value: 255 * (value < 6))


@cache
def _own() -> Image.Image:
    """Where it is in its main colour."""
    apart = _apart(_sheet(COLOURS["red"], "#ffffff"), _sheet(COLOURS["blue"], "#ffffff"))
    return ImageChops.darker(apart.point(lambda value: 255 * (value >= 30)), _whole())


_name = cache(name_of_colour)


def _names_in(picture: Image.Image, mask: Image.Image, at: int) -> Counter[str]:
    """How many pixels of a thing are called by which word, where the mask is."""
    box = _cell(at)
    coarse = picture.crop(box).point(lambda value: value & 0xF8 | 4)
    outside = (255, 0, 255)
    cell = Image.new("RGB", coarse.size, outside)
    cell.paste(coarse, (0, 0), mask.crop(box))
    counts: Counter[str] = Counter()
    for count, pixel in cell.getcolors(CELL * CELL) or []:
        if pixel != outside and isinstance(pixel, tuple):
            counts[_name("#{:02x}{:02x}{:02x}".format(*pixel))] += count
    return counts


def test_the_main_part_of_everything_has_its_colour() -> None:
    picture = _sheet(COLOURS["red"], "#ffffff")
    rest = ImageChops.subtract(_whole(), _own())
    wrong = {}
    for at, name in enumerate(NAMES):
        own, other = _names_in(picture, _own(), at).total(), _names_in(picture, rest, at)
        if THINGS[name].coloured == "never" or own < FEW:
            continue
        bright = {word: count for word, count in other.items() if word not in PLAIN}
        if THINGS[name].kind == "plant":
            bright.pop("green", None)
        most = 0 if name in SMALLER_PART else max(bright.values(), default=0)
        if own < LEAST * (own + other.total()) or own < most:
            wrong[name] = (own, other)
    assert not wrong


@for_each("word", sorted(SIDES))
def test_everything_comes_in_the_colour_that_is_asked_for(word: str) -> None:
    picture = _sheet(COLOURS[word], "#ffffff")
    wrong = {}
    for at, name in enumerate(NAMES):
        names = _names_in(picture, _own(), at)
        if THINGS[name].coloured == "never" or names.total() < FEW:
            continue
        called = names[word]
        like = called + sum(names[other] for other in SIDES[word])
        if called < CLEARLY * names.total() or like < MOST * names.total():
            wrong[name] = names
    assert not wrong


def test_what_is_never_of_one_colour_is_called_by_none() -> None:
    assert colour_seen(THINGS["rainbow"], COLOURS["red"], asked=True) is None
    assert colour_seen(THINGS["zebra"], THINGS["zebra"].colour, asked=False) is None
    assert colour_seen(THINGS["zebra"], COLOURS["blue"], asked=True) == "blue"
    assert colour_seen(THINGS["elephant"], THINGS["elephant"].colour, asked=False) == "grey"


@for_each("held", HELD_NAMES)
def test_what_is_held_has_the_colour_that_is_asked_for(held: str) -> None:
    """Most of what changes with the colour is in that colour."""
    thing, side, found = HELD[held], CELL, Counter[str]()
    left, up, right = thing.reach
    scale = side * 0.9 / max(left + right, up + max(thing.below, 0.35))
    foot = (side * 0.05 + left * scale, side * 0.05 + up * scale)
    red, blue = (
        _alone(thing.draw(COLOURS[word], _as_it_is), foot, scale) for word in ("red", "blue")
    )
    own = Image.new("RGB", red.size, "#ffffff")
    own.paste(red, (0, 0), _apart(red, blue).point(lambda value: 255 * (value >= 60)))
    for count, pixel in own.getcolors(side * side) or []:
        if isinstance(pixel, tuple) and pixel != (255, 255, 255):
            found[_name("#{:02x}{:02x}{:02x}".format(*pixel))] += count
    assert found["red"] + found["pink"] + found["brown"] > 0.8 * found.total() > 1


def _alone(svg: str, at: tuple[float, float], scale: float) -> Image.Image:
    paper = rect(0, 0, CELL, CELL, "#ffffff")
    return painted(document(paper + placed(svg, *at, scale), CELL, CELL), CELL)


EVERYDAY = {
    "#c98a48": "brown", "#d99f52": "brown", "#8a5c3e": "brown", "#5b4034": "brown",
    "#b37d4a": "brown", "#ee8f3c": "orange", "#d9753c": "orange", "#e0a050": "orange",
    "#c8653a": "orange", "#f0c43e": "yellow", "#e5a937": "yellow", "#e6b54a": "yellow",
    "#ead9b5": "beige", "#e9c9a0": "beige", "#e3bf7f": "beige", "#dcc8a2": "beige",
    "#f1e6d2": "white", "#eef3f6": "white", "#e3ebee": "white", "#cfd4d8": "grey",
    "#4a5560": "grey", "#7f8ea3": "grey", "#9a9aa6": "grey", "#c4b9a8": "grey",
    "#3a3c46": "black", "#4a3a38": "black", "#2f7a6b": "green", "#5f8a80": "green",
    "#8fb0a5": "green", "#3f9a9a": "blue", "#5f93a8": "blue", "#35618e": "blue",
    "#e0637a": "pink", "#eeaaa6": "pink", "#d9557a": "pink", "#e2565a": "red",
    "#c8344a": "red", "#9c2f33": "red", "#c9705a": "red", "#7d5a9c": "purple",
    "#7d4f6b": "purple", "#5b4640": "brown", "#3b2a28": "black", "#4a4453": "black",
}  # fmt: skip


def test_colours_are_called_what_people_call_them() -> None:
    assert {shown: name_of_colour(shown) for shown in EVERYDAY} == EVERYDAY


@pytest.mark.parametrize("word", [*BASIC, "beige"])
def test_a_colour_that_is_asked_for_is_called_by_its_word(word: str) -> None:
    assert name_of_colour(COLOURS[word]) == word


LIT = (
    ("van", "in a street at sunset"),
    ("van", "in a street in the rain at night"),
    ("van", "in a street in the evening in the rain"),
    ("van", "in a workshop at night"),
)


@for_each("lit", LIT)
def test_colours_are_told_in_every_light(lit: tuple[str, str]) -> None:
    """What it is painted in is nearer to its own colour than to any other's."""
    noun, where = lit
    told = {}
    for word in BASIC:
        composition = compose(f"a {word} {noun} {where}", seed=1, width_px=256, height_px=256)
        (item,) = (item for item in composition.scene.items if item.noun == noun)
        assert item.colour == word
        start, end = span_of(composition.svg, item.id)
        fills = re.findall(r'fill="(#[0-9a-f]{6})"', composition.svg[start:end])
        told[word] = _nearest(fills[0])
    assert told == {word: word for word in BASIC}


def _nearest(shown: str) -> str:
    def distance(word: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(rgb(shown), rgb(COLOURS[word]), strict=True))

    return min(BASIC, key=distance)


def test_the_usual_colour_is_known_and_goes_without_saying() -> None:
    composition = compose(
        "an elephant and a green pig at a zoo", seed=1, width_px=256, height_px=256
    )
    elephant, pig = sorted(composition.scene.items, key=lambda item: item.noun)[:2]
    assert (elephant.colour, elephant.usual_colour) == ("grey", True)
    assert (pig.colour, pig.usual_colour) == ("green", False)
    told = full_description(composition.scene)
    assert "an elephant" in told
    assert "a green pig" in told
    adjectives = word_list(composition.scene, "B1").adjectives
    assert "green" in adjectives
    assert "grey" not in adjectives


def test_what_has_no_colour_of_its_own_is_not_called_by_the_one_asked_for() -> None:
    composition = compose(
        "a red panda and a blue rainbow in a park", seed=1, width_px=256, height_px=256
    )
    assert all(item.colour is None for item in composition.scene.items)


def test_who_is_never_purple_is_not_told_to_be() -> None:
    scene = compose("a purple panda", seed=1, width_px=256, height_px=256).scene
    (panda,) = [item for item in scene.items if item.noun == "panda"]
    assert panda.colour is None
    assert scene.not_drawn == ("purple panda: a panda is shown",)


def test_the_ball_that_is_kicked_has_the_colour_that_is_asked_for() -> None:
    composition = compose("a boy is kicking a red ball", seed=1, width_px=256, height_px=256)
    (boy,) = (item for item in composition.scene.items if item.kind == "person")
    start, end = span_of(composition.svg, boy.id)
    assert boy.holding_colour == "red"
    assert "red" not in composition.scene.not_drawn
    fills = re.findall(r'<circle[^>]* fill="(#[0-9a-f]{6})"', composition.svg[start:end])
    assert "red" in {_nearest(fill) for fill in fills}


def test_sandstone_is_told_to_be_beige_and_a_patients_gown_to_be_blue() -> None:
    scene = compose("a castle", seed=1, width_px=256, height_px=256).scene
    assert [item.colour for item in scene.items if item.noun == "castle"] == ["beige"]
    scene = compose("a patient in a hospital", seed=1, width_px=256, height_px=256).scene
    (patient,) = (item for item in scene.items if item.role == "patient")
    assert ("dress", "blue") in (*patient.wearing, *patient.also_wearing)
