"""How near a picture is seen from: all who were asked for are seen, and where they were asked."""

from __future__ import annotations

from functools import cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.scene import Scene
from tests.for_each import for_each


@cache
def _composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=512, height_px=512)


def _scene(prompt: str, seed: int = 1) -> Scene:
    return _composed(prompt, seed).scene


@for_each(
    "prompt, noun, count",
    [
        ("a photo of three buses", "bus", 3),
        ("a photo of four trucks", "lorry", 4),
        ("five elephants", "elephant", 5),
        ("a photo of six cars", "car", 6),
    ],
)
@for_each("seed", [1, 2])
def test_where_there_are_no_people_many_are_seen_from_far_off(
    prompt: str, noun: str, count: int, seed: int
) -> None:
    scene = _scene(prompt, seed)
    assert sum(item.noun == noun for item in scene.items) == count
    assert scene.not_drawn == ()


@for_each(
    "prompt, noun, where",
    [
        ("a car on the right", "car", "right"),
        ("a red bus on the left", "bus", "left"),
        ("a table on the right", "table", "right"),
        ("a girl in the middle", "girl", "middle"),
        ("a house in the background", "house", "background"),
    ],
)
@for_each("seed", [1, 2])
def test_who_was_asked_for_somewhere_is_there(
    prompt: str, noun: str, where: str, seed: int
) -> None:
    scene = _scene(prompt, seed)
    (item,) = [item for item in scene.items if item.noun == noun]
    assert where in {item.side, item.depth}
    assert scene.not_drawn == ()


@for_each(
    "prompt, noun",
    [
        ("a mirror in a bathroom", "mirror"),
        ("a mirror in a gym", "mirror"),
        ("a plane at an airport", "plane"),
        ("a bridge over a river", "bridge"),
        ("a blackboard in a classroom", "blackboard"),
        ("a photo of a clock", "clock"),
    ],
)
def test_what_a_place_shows_anyway_stays_when_it_is_asked_for(prompt: str, noun: str) -> None:
    scene = _scene(prompt)
    assert noun in scene.backdrop
    assert scene.not_drawn == ()


@for_each("seed", range(6))
def test_nobody_usual_brings_what_is_not_to_be_there(seed: int) -> None:
    scene = _scene("There are no cars in the street.", seed)
    assert all(item.noun != "car" for item in scene.items)
    assert scene.not_drawn == ()


def test_the_table_that_all_sit_at_is_the_one_that_was_asked_for() -> None:
    scene = _scene("A woman is eating at a red table.")
    assert [item.colour for item in scene.items if item.noun == "table"] == ["red"]
    assert scene.not_drawn == ()
