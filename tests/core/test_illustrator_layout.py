"""How large people are in the picture, what they wear there, and what the scene tells of it."""

from __future__ import annotations

import random
import re

from imagespeak_core.generators.illustrator.casting.cast import actors_of
from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.scene import Wanted
from tests.for_each import for_each

SEEDS = range(4)
FEW = (
    "a man and a woman in a park",
    "a woman reading a book in the living room",
    "two women talking in a street",
    "a doctor and a nurse in a hospital",
    "a man walking on a beach",
    "a man with a dog in the mountains",
)
MORE = (
    "eight people in a park",
    "six people in a street in the rain",
    "a classroom with a teacher and five students",
    "a family of five at a table in the kitchen",
    "two women, two men and four children on a beach",
)


def _composed(prompt: str, seed: int, side: int = 640) -> Composition:
    return compose(prompt, seed=seed, width_px=side, height_px=side)


def _grown_up_shares(composition: Composition, side: int) -> list[float]:
    """How high a grown-up who stands there would be, as a share of the picture's height."""
    return [1.7 * item.px_per_m / side for item in composition.layout.placed if item.actor.person]


@for_each("prompt", FEW)
@for_each("seed", SEEDS)
def test_few_people_are_large(prompt: str, seed: int) -> None:
    shares = _grown_up_shares(_composed(prompt, seed), 640)
    assert shares
    assert min(shares) > 0.27
    assert max(shares) > 0.34
    assert max(shares) < 0.75


@for_each("prompt", MORE)
@for_each("seed", SEEDS)
def test_up_to_eight_people_are_not_tiny(prompt: str, seed: int) -> None:
    shares = sorted(_grown_up_shares(_composed(prompt, seed), 640))
    assert shares[len(shares) // 2] > 0.18
    assert shares[0] > 0.14


@for_each("noun", ["tree", "street lamp", "bench", "car", "house"])
def test_no_shadow_is_wider_than_what_stands(noun: str) -> None:
    composition = _composed(f"a {noun} in a park", 1)
    (item,) = [one for one in composition.layout.placed if one.actor.wanted.noun == noun]
    before, _, _ = composition.svg.partition(f'id="{item.actor.id}"')
    half = float(re.findall(r'rx="([\d.]+)"[^>]*fill="url\(#shade\)"', before)[-1])
    thing = item.actor.thing
    assert thing is not None
    width = item.box.right - item.box.left
    assert 2 * half <= width * (thing.foot_m or thing.width_m) / thing.width_m * 1.01


@for_each("seed", SEEDS)
def test_clothes_fit_the_weather_and_the_beach(seed: int) -> None:
    wanted = Wanted("person", "man", 6, age="adult", gender="man")
    warm = actors_of(random.Random(seed), 0, wanted, weather="snow", place="park", idle=("stand",))
    assert all(one.person and one.person.top in {"coat", "jacket"} for one in warm)
    light = actors_of(random.Random(seed), 0, wanted, weather="clear", place="sea", idle=("stand",))
    assert all(one.person and one.person.bottom in {"shorts", "briefs"} for one in light)


def test_what_is_ridden_has_the_colour_asked_for() -> None:
    wanted = Wanted("person", "boy", age="child", action="ride", holding_colour="blue")
    (boy,) = actors_of(random.Random(1), 0, wanted, weather="clear", idle=("stand",))
    assert boy.person is not None
    assert boy.person.held_colour is not None
    assert name_of_colour(boy.person.held_colour) == "blue"


@for_each("seed", SEEDS)
@for_each("place, noun", [("bedroom", "bed"), ("market", "market stall")])
def test_furniture_that_matters_is_among_what_is_shown(place: str, noun: str, seed: int) -> None:
    composition = _composed(f"a {place}", seed)
    assert noun in {item.noun for item in composition.scene.items}
    for item in composition.scene.items:
        assert composition.svg.count(f'id="{item.id}"') == 1


@for_each("seed", SEEDS)
def test_the_drawn_colour_is_told(seed: int) -> None:
    scene = _composed("a man and a car in a street", seed).scene
    (car,) = [item for item in scene.items if item.noun == "car"]
    assert car.colour in {"red", "blue", "yellow", "green", "white", "grey"}


@for_each(
    "colour, name",
    [
        ("#d2413a", "red"),
        ("#3f74c0", "blue"),
        ("#f0c43e", "yellow"),
        ("#4c9a77", "green"),
        ("#8a6bb0", "purple"),
        ("#ec8fb0", "pink"),
        ("#e0803c", "orange"),
        ("#8a5c3e", "brown"),
        ("#3a3640", "black"),
        ("#f1ece2", "white"),
        ("#9aa0aa", "grey"),
    ],
)
def test_colours_have_everyday_names(colour: str, name: str) -> None:
    assert name_of_colour(colour) == name
