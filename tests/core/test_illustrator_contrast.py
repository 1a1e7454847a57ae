"""Everybody can be told from what is behind them, in the dark, in fog and in rain."""

from __future__ import annotations

import random
import re

from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.casting.cast import thing_actor
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Kind, Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from tests.core.illustrator_bank import painted
from tests.core.illustrator_seen import span_of
from tests.for_each import for_each

PROMPTS = (
    "a man and a black dog in a park",
    "an old woman in black and a boy in a street",
    "two people on a beach",
    "a woman in a forest",
    "a man in grey in a harbour",
    "a farmer and a black horse on a farm",
)
LIGHTS = ("at night", "in the fog", "in the rain", "on a foggy night")
CLEARLY = 34
"""A pixel is told from another when one of its channels differs by so much, of 255."""

TOUCHED = 12
"""From so much on it is more than the rim's outermost shine."""

LEAST, USUAL_LEAST, ALIKE_LEAST = 0.45, 0.6, 0.32
"""Shares of what somebody covers that must be told: of each one, of all in the mean, and of a
thing that has the colour of the ground."""


def _pixels(svg: str) -> Image.Image:
    return painted(svg, 128)


def _without(svg: str, id_: str) -> str:
    start, end = span_of(svg, id_)
    return svg[:start] + svg[end:]


def _told(whole: Image.Image, svg: str, id_: str) -> float:
    """The share of what an actor covers that differs clearly from what is behind it."""
    channels = ImageChops.difference(whole, _pixels(_without(svg, id_))).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    counts = most.histogram()
    return sum(counts[CLEARLY:]) / max(1, sum(counts[TOUCHED:]))


@for_each("light", LIGHTS)
@for_each("seed, prompt", tuple(enumerate(PROMPTS)))
def test_whoever_is_shown_can_be_told(seed: int, prompt: str, light: str) -> None:
    composition = compose(f"{prompt} {light}", seed=seed, width_px=256, height_px=256)
    alive = [item for item in composition.scene.items if item.kind != "thing"]
    whole = _pixels(composition.svg)
    shares = [_told(whole, composition.svg, item.id) for item in alive]
    assert min(shares) > LEAST
    assert sum(shares) / len(shares) > USUAL_LEAST


def test_a_soft_rim_is_for_the_dark_out_of_doors() -> None:
    def rims(prompt: str) -> int:
        svg = compose(prompt, seed=1, width_px=256, height_px=256).svg
        return len(re.findall(r'filter="url\(#rim\)"', svg))

    assert rims("a man and a dog in a park at night") == 2
    assert not rims("a man and a dog in a park")
    assert not rims("a man and a dog in a kitchen at night")


@for_each("light", ["", *LIGHTS, "at sunset"])
@for_each(
    "prompt", ["a sandcastle on the beach", "a grey cat in a street", "a green frog in a park"]
)
def test_what_has_the_colour_of_the_ground_can_be_told(prompt: str, light: str) -> None:
    composition = compose(f"{prompt} {light}".strip(), seed=1, width_px=256, height_px=256)
    (item,) = composition.scene.items
    assert _told(_pixels(composition.svg), composition.svg, item.id) > ALIKE_LEAST


def test_a_shade_is_for_what_has_the_colour_of_the_ground() -> None:
    def edges(prompt: str) -> int:
        svg = compose(prompt, seed=1, width_px=256, height_px=256).svg
        return svg.count('filter="url(#rim)"')

    assert edges("a green frog in a park") == 1
    assert not edges("a red ball in a park")
    assert edges("a white rabbit in a park in the snow") == 1
    assert not edges("a green frog in a kitchen")


def test_who_swims_deep_is_half_under_water() -> None:
    svg = compose("a shark in the sea", seed=1, width_px=256, height_px=256).svg
    open_svg = compose("a swan on a lake", seed=1, width_px=256, height_px=256).svg
    assert svg.count('id="water-before"') == 1
    assert 'id="water-before"' not in open_svg


@for_each("noun", ["mouse", "frog", "apple", "elephant", "car"])
def test_what_is_tiny_is_drawn_a_little_larger(noun: str) -> None:
    thing = THINGS[noun]
    tiny = max(thing.width_m, thing.height_m) < 0.25
    assert (1.0 < thing.enlarged <= 1.7) if tiny else thing.enlarged == 1.0
    kind: Kind = "animal" if thing.kind == "animal" else "thing"
    actor = thing_actor(random.Random(1), "one", Wanted(kind, noun))
    assert actor.height <= thing.height_m * thing.enlarged
    assert (actor.height > thing.height_m) == tiny
