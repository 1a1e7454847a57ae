"""Whole pictures: size, determinism, and who is where."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core.generators.illustrator.__main__ import main
from imagespeak_core.generators.illustrator.illustrator import Composition, compose, draw
from tests.for_each import for_each

PROMPTS = (
    "sunset over mountains",
    "two children playing football in a park while a dog watches",
    "busy market in the rain with a cyclist",
    "a family having breakfast in the kitchen",
    "city skyline at night",
    "a classroom with a teacher and five students",
    "people and dogs on a beach at sunset",
    "a girl in a red dress and a grey cat in a street",
    "children near a red car in a park",
    "cows and a horse by a mountain lake",
    "a boy running in a park at night",
    "three people with umbrellas in the rain",
)


@lru_cache(maxsize=128)
def _composed(prompt: str, seed: int = 1, width: int = 640, height: int = 640) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


@for_each("width, height", [(256, 256), (1536, 256), (256, 1536), (640, 360), (333, 517)])
def test_the_picture_is_a_png_of_exactly_this_size(width: int, height: int) -> None:
    picture = draw(PROMPTS[1], seed=3, width_px=width, height_px=height)
    with Image.open(io.BytesIO(picture.png)) as image:
        assert (image.format, image.size) == ("PNG", (width, height))


def test_same_prompt_seed_and_size_give_the_same_bytes() -> None:
    first = draw(PROMPTS[2], seed=5, width_px=320, height_px=320)
    second = draw(PROMPTS[2], seed=5, width_px=320, height_px=320)
    assert first == second


@for_each("prompt", PROMPTS)
def test_another_seed_gives_another_picture_with_the_same_meaning(prompt: str) -> None:
    first, second = _composed(prompt, 1), _composed(prompt, 2)
    assert first.svg != second.svg
    assert (first.scene.place, first.scene.time) == (second.scene.place, second.scene.time)
    assert first.scene.weather == second.scene.weather


@for_each("prompt", PROMPTS)
def test_everything_shown_is_in_the_svg_once(prompt: str) -> None:
    composition = _composed(prompt)
    for item in composition.scene.items:
        assert composition.svg.count(f'id="{item.id}"') == 1


@for_each("seed", range(3))
def test_counts_are_kept(seed: int) -> None:
    scene = _composed("three dogs and two cats in a park", seed).scene
    nouns = [item.noun for item in scene.items]
    assert (nouns.count("dog"), nouns.count("cat")) == (3, 2)


@for_each("prompt", PROMPTS)
@for_each("seed", range(3))
def test_no_face_is_hidden(prompt: str, seed: int) -> None:
    placed = _composed(prompt, seed).layout.placed
    people = [item for item in placed if item.actor.person]
    for one, other in combinations(people, 2):
        behind, front = sorted((one, other), key=lambda item: item.ground_px)
        head = behind.box.top + (behind.box.bottom - behind.box.top) * 0.3
        hidden = behind.box.common(front.box)
        if hidden.area and hidden.top < head:
            assert (hidden.right - hidden.left) < 0.6 * (behind.box.right - behind.box.left)


@for_each("at, prompt", tuple(enumerate(PROMPTS)))
def test_nobody_is_cut_off(at: int, prompt: str) -> None:
    for width, height in ((640, 640), (1200, 400) if at % 2 else (400, 1200)):
        for item in _composed(prompt, 1, width, height).layout.placed:
            assert item.box.left >= -1
            assert item.box.right <= width + 1
            assert item.box.bottom <= height + 1
            assert item.box.top >= 0


@for_each("prompt", PROMPTS)
def test_feet_are_on_their_ground(prompt: str) -> None:
    composition = _composed(prompt)
    spots = {spot.foot_px for spot in composition.stage.spots}
    land = [ground for ground in composition.stage.grounds if ground.kind in {"land", "road"}]
    for item in composition.layout.placed:
        if item.ground_px in spots:
            continue
        if item.actor.person and not item.lifted and item.actor.stands == "ground":
            top = min(ground.top_px for ground in land) - item.px_per_m * 0.6
            assert top <= item.ground_px <= max(ground.bottom_px for ground in land) + item.px_per_m


def test_a_red_car_is_red() -> None:
    composition = _composed("a red car in a street", 1, 800, 800)
    (car,) = [item for item in composition.layout.placed if item.actor.wanted.noun == "car"]
    picture = draw("a red car in a street", seed=1, width_px=800, height_px=800)
    with Image.open(io.BytesIO(picture.png)) as image:
        box = (int(car.box.left), int(car.box.top), int(car.box.right), int(car.box.bottom))
        inside = image.convert("RGB").crop(box).resize((40, 20))
    reddish = sum(
        1
        for x in range(40)
        for y in range(20)
        if (pixel := inside.getpixel((x, y)))
        and isinstance(pixel, tuple)
        and pixel[0] > 1.6 * max(pixel[1], pixel[2])
    )
    assert reddish > 150


@for_each("prompt", [PROMPTS[0], "sunset on a beach", "a park at sunset"])
@for_each("seed", range(6))
def test_the_sun_is_seen_in_a_sunset(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    assert 'id="sun"' in composition.svg
    (sun,) = composition.stage.clear
    boxes = [item.box for item in composition.layout.placed]
    boxes += [prop.box for prop in composition.layout.props]
    for box in boxes:
        assert box.common(sun).area < 0.05 * sun.area


def test_nothing_comes_from_outside_and_no_text_is_set() -> None:
    for prompt in PROMPTS:
        svg = _composed(prompt).svg
        assert "<text" not in svg
        assert not re.search(r'href="(?!#)', svg)


@settings(max_examples=16, deadline=None)
@given(
    prompt=st.text(max_size=300),
    seed=st.integers(0, 4_294_967_294),
    width=st.integers(256, 400),
    height=st.integers(256, 400),
)
def test_any_text_gives_a_picture(prompt: str, seed: int, width: int, height: int) -> None:
    picture = draw(prompt, seed=seed, width_px=width, height_px=height)
    with Image.open(io.BytesIO(picture.png)) as image:
        assert image.size == (width, height)


_KNOWN = st.sampled_from(
    "a two five many red black big boy girl woman family teacher dog cow car bus bench table apple"
    " balloon plane boat bed on under behind next-to in with and sitting eating running sleeping"
    " reading park kitchen beach street lake classroom night rain snow".split()
)


@example(words=["table", "on", "boy", "apple"], seed=1)
@settings(max_examples=40, deadline=None)
@given(words=st.lists(_KNOWN, max_size=14), seed=st.integers(0, 1000))
def test_any_known_words_in_any_order_make_a_scene(words: list[str], seed: int) -> None:
    composition = _composed(" ".join(words).replace("-", " "), seed, 300, 256)
    ids = [item.id for item in composition.scene.items]
    assert len(ids) == len(set(ids))


@for_each("prompt", ["", " ", "日本の公園", "🙂🙂", "x" * 10_000, "dog " * 2_500])
def test_odd_prompts_are_friendly_places(prompt: str) -> None:
    composition = _composed(prompt)
    assert composition.scene.items


def test_the_sheet_script_draws_the_prompts_it_is_given(tmp_path: Path) -> None:
    arguments = ["--sheet", str(tmp_path), "--size", "256x256", "--prompt", "a park"]
    assert main(arguments) == 0
    with Image.open(tmp_path / "sheet-01.png") as sheet:
        assert sheet.size == (480, 480)
