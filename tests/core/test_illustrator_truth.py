"""The colours that a scene tells, against its picture's pixels."""

from __future__ import annotations

import colorsys
from collections import Counter
from functools import cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from tests.core.illustrator_seen import colours_of, seen_of_ids
from tests.for_each import for_each


@cache
def _drawn(prompt: str, seed: int = 1, width: int = 640, height: int = 640) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


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
