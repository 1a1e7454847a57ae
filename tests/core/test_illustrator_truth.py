"""What a scene tells against its picture's pixels: seen at all, on which side, how coloured."""

from __future__ import annotations

import colorsys
from collections import Counter
from dataclasses import replace
from functools import cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.scene import Shown, Wish
from imagespeak_core.generators.illustrator.scenery.stage import Box
from imagespeak_core.generators.illustrator.seeing.visibility import can_be_seen, covered_share
from imagespeak_core.generators.illustrator.telling.description import background
from imagespeak_core.generators.illustrator.telling.missing import not_drawn
from imagespeak_core.generators.illustrator.words import backdrops
from tests.core.illustrator_seen import Seen, colours_of, seen_of, seen_of_ids
from tests.for_each import for_each

PROMPTS = (
    "two children playing football in a park while a dog watches",
    "busy market in the rain with a cyclist",
    "a family having breakfast in the kitchen",
    "a classroom with a teacher and five students",
    "cows and a horse by a mountain lake",
    "A man and a woman are working at computers in an office with big windows and green plants.",
    "Four colleagues sit around a meeting table, and a cleaner is waiting.",
    "A father is working at the kitchen table while his children build a tent of blankets.",
    "Eight people, three dogs, a horse, a bus, a fountain, a tent and two kites in a park",
    "A black cat under a table, a white rabbit on a chair and a brown dog behind the sofa",
    "A woman is driving a yellow car, and a man is riding a horse on a country road",
    "people and dogs on a beach at sunset",
    "a fox behind a tree in a forest at night in fog",
)
LEAST_SEEN = 0.25
FEWEST_PIXELS = 6
SMALL = 128
"""Large enough for what fills the back of a picture."""


@cache
def _drawn(prompt: str, seed: int = 1, width: int = 640, height: int = 640) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


@cache
def _seen(prompt: str, seed: int = 1) -> dict[str, Seen]:
    return seen_of(_drawn(prompt, seed))


@for_each("seed, prompt", tuple(enumerate(PROMPTS)))
def test_what_a_scene_tells_can_be_seen(prompt: str, seed: int) -> None:
    for id_, seen in _seen(prompt, seed).items():
        assert seen.share >= LEAST_SEEN, id_
        assert seen.visible >= FEWEST_PIXELS, id_


@for_each("seed, prompt", tuple(enumerate(PROMPTS)))
def test_everything_is_on_the_side_that_is_told(prompt: str, seed: int) -> None:
    sides = {"left": (0.0, 0.46), "middle": (0.27, 0.73), "right": (0.54, 1.0)}
    for item in _drawn(prompt, seed).scene.items:
        low, high = sides[item.side]
        assert low <= _seen(prompt, seed)[item.id].across <= high, item


@for_each(
    "words",
    ["a red car", "a blue car", "a yellow bus", "a girl in a red dress", "a woman in a blue coat",
     "a green sofa", "an orange cat", "a pink pig", "a brown dog", "a blue suitcase",
     "a red balloon", "a purple tent", "a yellow boat", "a green backpack"],
)  # fmt: skip
def test_a_coloured_thing_has_its_colour(words: str) -> None:
    colour, noun = words.split()[-2:]
    composition = _drawn(f"{words} on a sunny day")
    (told,) = [
        item for item in composition.scene.items if noun in {item.noun, *_worn(item.wearing)}
    ]
    assert colour in {told.colour, *(worn for _, worn in told.wearing)}
    seen = seen_of_ids(composition.svg, [told.id])[told.id]
    names = Counter(_named(rgb) for rgb in colours_of(composition, seen.pixels))
    names.pop("", None)
    most = [name for name, _ in names.most_common(2)]
    assert colour in (most[:1] if told.kind != "person" else most), names


@for_each("words, low, high", [("a black cat", 0.0, 0.42), ("a white dog", 0.7, 1.0)])
def test_black_is_dark_and_white_is_light(words: str, low: float, high: float) -> None:
    composition = _drawn(f"{words} on a sunny day")
    (told,) = [item for item in composition.scene.items if item.noun == words.split()[-1]]
    seen = seen_of_ids(composition.svg, [told.id])[told.id]
    colours = colours_of(composition, seen.pixels)
    light = sorted(max(rgb) / 255 for rgb in colours)
    assert low <= light[len(light) // 2] <= high


def _worn(wearing: tuple[tuple[str, str | None], ...]) -> set[str]:
    return {what for what, _ in wearing}


def _named(rgb: tuple[int, int, int]) -> str:
    """The everyday name of a pixel's colour; an empty text for what is hardly coloured."""
    hue, strength, light = colorsys.rgb_to_hsv(*(value / 255 for value in rgb))
    if strength < 0.3 or light < 0.25:
        return ""
    degrees = hue * 360
    if 8 <= degrees < 42 and (light < 0.72 or strength < 0.55):
        return "brown"
    if (degrees >= 325 or degrees < 14) and strength < 0.52:
        return "pink"
    ends = ((14, "red"), (41, "orange"), (68, "yellow"), (168, "green"), (252, "blue"),
            (300, "purple"), (342, "pink"), (361, "red"))  # fmt: skip
    return next(name for end, name in ends if degrees < end)


def test_a_box_is_covered_by_what_is_before_it_and_by_nothing_else() -> None:
    placed = _drawn("a bus in a street").layout.placed
    (bus,) = [item for item in placed if item.actor.wanted.noun == "bus"]
    middle = (bus.box.left + bus.box.right) / 2
    inside = Box(middle - 9, bus.box.bottom - 30, middle + 9, bus.box.bottom - 10)
    assert covered_share(inside, placed) == 1.0
    assert covered_share(bus.box, []) == 0.0


def test_what_is_hidden_is_not_told() -> None:
    placed = _drawn("a bus and a dog in a street").layout.placed
    (bus,) = [item for item in placed if item.actor.wanted.noun == "bus"]
    (dog,) = [item for item in placed if item.actor.wanted.noun == "dog"]
    middle, low = (bus.box.left + bus.box.right) / 2, bus.box.bottom
    behind = replace(
        dog, box=Box(middle - 12, low - 40, middle + 12, low - 12), ground_px=bus.ground_px - 9
    )
    before = replace(behind, ground_px=bus.ground_px + 9)
    assert not can_be_seen(behind, [behind, bus], (640, 640))
    assert can_be_seen(before, [before, bus], (640, 640))
    speck = replace(before, box=Box(middle, low - 20, middle + 4, low - 16))
    assert not can_be_seen(speck, [speck, bus], (640, 640))


def test_what_the_place_shows_anyway_is_not_told_as_missing() -> None:
    wish = Wish(unknown=("window", "zorb", "swing", "zorb"))
    swing = Shown("s", "thing", "swing", "left", "middle")
    assert not_drawn(wish, (swing,), ("window", "tree")) == ("zorb",)


BACKS = {place.name: place.background.shown_by for place in RANKED if place.background}
"""What the painted back of a place calls that which its fact tells."""

LIGHTS = ("at night in fog", "in the snow", "with ten people and two horses in the rain")


@for_each("light", LIGHTS)
@for_each("place", sorted(BACKS))
def test_what_is_always_told_of_a_place_can_be_seen(place: str, light: str) -> None:
    seed = LIGHTS.index(light)
    size = ((400, 700), (900, 400), (640, 640))[seed]
    composition = _drawn(f"{_name(place)} {light}", seed, *size)
    if background(composition.scene) == [backdrops.FACTS[place]]:
        seen = seen_of_ids(composition.svg, [BACKS[place]], SMALL)[BACKS[place]]
        assert seen.share > LEAST_SEEN
        assert seen.visible > 50


def _name(place: str) -> str:
    return {"sea": "a beach", "city": "a city skyline", "cafe": "a café"}.get(place, f"a {place}")
