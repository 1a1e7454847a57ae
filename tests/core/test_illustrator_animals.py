"""Animals in each of their poses, alone and in pictures."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from math import isfinite
from typing import cast
from xml.etree import ElementTree

import pytest
import resvg_py
from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.svg import placed
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.things.catalog import THINGS, Thing
from imagespeak_core.generators.illustrator.things.measuring import measured, pixels_per_metre
from imagespeak_core.generators.illustrator.things.pose_boxes import BOXES
from imagespeak_core.generators.illustrator.words import levels, telling
from imagespeak_core.generators.illustrator.words.things import COLOURS
from tests.for_each import for_each

SIDE_PX, SMALL_PX = 240, 120
FOOT = 190 / 240
MOVES = {
    "dog": "walk run jump eat drink dig look bark lie sleep sit swim",
    "cat": "run jump eat drink look lie sleep sit climb",
    "bird": "fly eat sleep sing walk",
    "duck": "fly eat sleep swim walk",
    "horse": "walk run jump eat drink look lie sleep",
    "cow": "walk run eat drink look lie sleep",
    "sheep": "walk run eat lie sleep",
    "pig": "walk run eat lie sleep",
    "hen": "walk eat sleep",
    "rabbit": "run jump eat sleep",
    "elephant": "walk run eat drink sleep",
    "lion": "walk run eat lie sleep sit",
    "monkey": "walk run eat sleep climb",
    "goat": "walk run jump eat lie sleep",
    "squirrel": "run jump eat sleep climb",
    "fox": "walk run eat lie sleep sit",
    "fish": "swim jump",
    "butterfly": "fly sit",
}
POSED = [(thing, thing.doing(pose.action)) for thing in THINGS.values() for pose in thing.poses]
EACH_POSE = for_each("usual, posed", POSED, ids=lambda _, posed: f"{posed.name}-{posed.usual}")


def daylight(colour: str) -> str:
    return colour


def drawn(thing: Thing, *, colour: str = "", seed: int = 1) -> str:
    return thing.draw(daylight, colour or thing.colour, random.Random(seed))


def px_per_m(thing: Thing, side_px: int = SIDE_PX) -> float:
    return side_px / 1.5 / max(thing.width_m, thing.height_m)


def picture(part: str, scale: float, side_px: int = SIDE_PX) -> Image.Image:
    """What is drawn, so many pixels a metre, with the contact point at `FOOT` of the height."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side_px}" height="{side_px}">'
        f"{placed(part, side_px / 2, FOOT * side_px, scale)}</svg>"
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return Image.open(BytesIO(bytes(png))).convert("RGBA")


@cache
def usual_small(name: str) -> tuple[Image.Image, int]:
    """An animal as it usually is, to compare with, and how many pixels it has where it fills it."""
    thing = THINGS[name]
    alpha = picture(drawn(thing), px_per_m(thing, SMALL_PX), SMALL_PX).getchannel("A")
    usual = picture(drawn(thing), 0.7 * px_per_m(thing, SMALL_PX), SMALL_PX)
    return usual.convert("RGB"), sum(alpha.histogram()[41:])


def pixels(image: Image.Image) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """How often each fully covering colour is there."""
    counted = cast(list[tuple[int, tuple[int, int, int, int]]], image.getcolors(SIDE_PX**2))
    return ((count, pixel[:3]) for count, pixel in counted if pixel[3] == 255)


def composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=768, height_px=768)


@for_each("name", MOVES)
def test_animals_can_do_what_is_asked_of_them_most(name: str) -> None:
    poses = {pose.action for pose in THINGS[name].poses}
    assert set(MOVES[name].split()) <= poses | {THINGS[name].usual}


@EACH_POSE
def test_a_pose_is_well_formed_and_takes_its_colours_from_the_light(
    usual: Thing, posed: Thing
) -> None:
    root = ElementTree.fromstring(f"<svg>{drawn(posed)}</svg>")
    assert len(list(root.iter())) <= 130
    text = posed.draw(lambda _: "#123456", posed.colour, random.Random(1))
    for element in ElementTree.fromstring(f"<svg>{text}</svg>").iter():
        assert {element.get("fill", "none"), element.get("stroke", "none")} <= {"#123456", "none"}
    assert isfinite(posed.width_m)
    assert drawn(posed, seed=5) == drawn(posed, seed=5)


@EACH_POSE
def test_a_pose_differs_from_the_usual_drawing(usual: Thing, posed: Thing) -> None:
    before, covered = usual_small(usual.name)
    scale = 0.7 * px_per_m(usual, SMALL_PX)
    after = picture(drawn(posed), scale, SMALL_PX).convert("RGB")
    changed = ImageChops.difference(before, after).convert("L")
    assert sum(changed.histogram()[25:]) >= 0.03 * covered


@EACH_POSE
def test_a_pose_fills_its_box_and_stands_on_the_ground(usual: Thing, posed: Thing) -> None:
    scale, slack = px_per_m(posed, SMALL_PX), 0.06 * max(posed.width_m, posed.height_m)
    alone = picture(drawn(posed, seed=2), scale, SMALL_PX)
    visible = alone.getchannel("A").point(lambda alpha: 255 * (alpha > 60))
    edges = cast(tuple[int, int, int, int], visible.getbbox())
    left, right = ((edge - SMALL_PX / 2) / scale for edge in (edges[0], edges[2]))
    top, bottom = ((edge - FOOT * SMALL_PX) / scale for edge in (edges[1], edges[3]))
    half = posed.width_m / 2
    assert -half - slack <= left <= -half + 2 * slack
    assert half - 2 * slack <= right <= half + slack
    assert -posed.height_m - slack <= top <= -posed.height_m + 2 * slack
    assert -slack <= bottom <= slack


def test_each_pose_has_been_measured() -> None:
    poses = {
        name: {pose.action for pose in thing.poses} for name, thing in THINGS.items() if thing.poses
    }
    assert {name: set(boxes) for name, boxes in BOXES.items()} == poses


@pytest.mark.parametrize(
    ("name", "action"),
    [("dog", "run"), ("squirrel", "climb"), ("tiger", "sleep"), ("duck", "swim"), ("horse", "eat")],
)
def test_a_pose_is_as_large_as_it_was_measured(name: str, action: str) -> None:
    pose = next(pose for pose in THINGS[name].poses if pose.action == action)
    near_mm = 2000 / pixels_per_metre(THINGS[name])
    assert measured(THINGS[name], pose) == pytest.approx(BOXES[name][action], abs=near_mm)


@EACH_POSE
def test_a_pose_can_be_told(usual: Thing, posed: Thing) -> None:
    if posed.usual not in {"stand", "sit"}:
        assert posed.usual in telling.OF_ANIMALS
    assert posed.usual in telling.DOING
    assert posed.usual in levels.VERBS


@for_each(
    "animal",
    [thing for thing in THINGS.values() if thing.kind == "animal"],
    ids=lambda thing: thing.name,
)
def test_a_black_one_shows_its_eyes_whatever_it_does(animal: Thing) -> None:
    for thing in (animal, *(animal.doing(pose.action) for pose in animal.poses)):
        alone = picture(drawn(thing, colour=COLOURS["black"]), px_per_m(thing))
        counted = list(pixels(alone))
        light = sum(count for count, _ in counted)
        bright = sum(count for count, pixel in counted if max(pixel) > 110)
        assert bright > 0.0004 * light, thing.usual


@for_each(
    "prompt, noun, action",
    [
        ("A grey cat sleeping on the sofa", "cat", "sleep"),
        ("A dog running after a ball in the park", "dog", "run"),
        ("A horse eating grass in a field", "horse", "eat"),
        ("A bird flying over the sea", "bird", "fly"),
        ("A dog swimming in a lake", "dog", "swim"),
        ("A dog sits beside a man in the park", "dog", "sit"),
        ("A monkey climbing a tree", "monkey", "climb"),
        ("A dog barks at a cat in the street", "dog", "bark"),
        ("A dog digging in the garden", "dog", "dig"),
        ("Two cows lying in a field", "cow", "lie"),
        ("A rabbit jumps in the garden", "rabbit", "jump"),
        ("A duck swimming in a pond in the park", "duck", "swim"),
        ("A cow is sitting in the grass", "cow", "lie"),
        ("A dog chases a cat in the garden", "dog", "run"),
        ("A cat drinking milk in the kitchen", "cat", "drink"),
    ],
)
def test_what_an_animal_does_is_drawn_and_told(prompt: str, noun: str, action: str) -> None:
    composition = composed(prompt)
    scene = composition.scene
    animals = [item for item in scene.items if item.noun == noun]
    assert animals
    assert {item.action for item in animals} == {action}
    things = [item.actor.thing for item in composition.layout.placed]
    assert {thing.usual for thing in things if thing and thing.name == noun} == {action}
    assert telling.DOING[action].split()[0] in full_description(scene)
    assert not scene.not_drawn


@for_each(
    "prompt, words",
    [
        ("A fish reading in the sea", "reading"),
        ("A cow flies over a field", "flies"),
        ("A dog cooking in the kitchen", "cooking"),
    ],
)
def test_what_an_animal_cannot_do_is_listed_as_not_drawn(prompt: str, words: str) -> None:
    assert read_prompt(prompt).unknown == (words,)
    scene = composed(prompt).scene
    assert all(item.action in {"stand", "swim"} for item in scene.items if item.kind == "animal")


@for_each(
    "prompt, words",
    [
        ("A bird flying in the kitchen", "flying"),
        ("A dog swimming in the kitchen", "swimming"),
        ("A duck swimming on a farm", "swimming"),
    ],
)
def test_nothing_flies_in_a_room_or_swims_on_land(prompt: str, words: str) -> None:
    scene = composed(prompt).scene
    assert words in scene.not_drawn
    assert {item.action for item in scene.items if item.kind == "animal"} == {"stand"}


@for_each("prompt", ["A cat climbing a tree", "A squirrel climbs in the park"])
def test_who_climbs_is_on_a_tree(prompt: str) -> None:
    composition = composed(prompt)
    animal = next(item for item in composition.scene.items if item.kind == "animal")
    link = next(link for link in composition.scene.links if link.subject == animal.id)
    boxes = {item.actor.id: item.box for item in composition.layout.placed}
    trunk = boxes[link.target]
    middle = (trunk.left + trunk.right) / 2
    assert link.relation == "in"
    assert (
        boxes[animal.id].left < middle < boxes[animal.id].right + 0.1 * (trunk.right - trunk.left)
    )
    assert trunk.top < boxes[animal.id].top < boxes[animal.id].bottom < trunk.bottom


def test_a_flying_bird_is_above_the_horizon_and_a_swimmer_below_it() -> None:
    for prompt, above in (
        ("A bird flying over the sea", True),
        ("A dog in the sea swimming", False),
    ):
        composition = composed(prompt)
        box = composition.layout.placed[0].box
        assert (box.bottom < composition.stage.horizon_px + 40) is above


def test_grass_for_a_horse_is_no_word_without_a_picture() -> None:
    wish = read_prompt("A horse eating grass on a farm")
    assert [item.noun for item in wish.wanted] == ["horse"]
    assert not wish.unknown


def test_a_dog_that_plays_with_a_ball_is_shown_at_it() -> None:
    wish = read_prompt("A dog playing with a ball in the garden")
    assert [(item.noun, item.action) for item in wish.wanted] == [("dog", "jump"), ("ball", None)]
    assert not wish.unknown


@for_each("furniture", ["bed", "sofa", "chair"])
def test_a_cat_sleeps_on_the_furniture_and_not_below_it(furniture: str) -> None:
    layout = composed(f"A black cat sleeping on a {furniture}").layout
    boxes = {item.actor.wanted.noun: item.box for item in layout.placed}
    cat, below = boxes["cat"], boxes[furniture]
    assert cat.bottom < below.bottom - 0.2 * (below.bottom - below.top)
    assert below.left < (cat.left + cat.right) / 2 < below.right
