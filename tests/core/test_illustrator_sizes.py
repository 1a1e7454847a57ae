"""Who is called big, small, tall or short is drawn so, and looks so beside others."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from imagespeak_core.generators.illustrator.casting.cast import Actor, in_pose, thing_actor
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Kind, Wanted
from imagespeak_core.generators.illustrator.seeing.sizes import with_sizes_seen
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from tests.for_each import for_each

BIGGER, SMALLER = 1.35, 0.7
"""How high what is big and what is small is beside the usual, at the same distance."""
TALLER = 1.05
"""The same of the tallest usual person beside a tall one."""

PAIRS = [
    "a big dog and a small dog in a park",
    "a small car and a big car in a street",
    "a big bus and a small bus",
    "a large tree and a small tree in a park",
    "a big elephant and a small elephant at a zoo",
    "a big cup and a small cup on a table",
    "a small boat and a big boat on the sea",
]


@for_each("noun", sorted(THINGS))
def test_what_is_big_or_small_is_drawn_so(noun: str) -> None:
    usual, big, small = (_actor(noun, size) for size in (None, "big", "small"))
    assert big.height > BIGGER * usual.height
    assert big.right > BIGGER * usual.right
    assert small.height < SMALLER * usual.height
    assert small.right < SMALLER * usual.right
    for pose in THINGS[noun].poses:
        asleep, large = in_pose(usual, pose.action), in_pose(big, pose.action)
        assert large.height > BIGGER * asleep.height


def _actor(noun: str, size: str | None) -> Actor:
    kind: Kind = "animal" if THINGS[noun].kind == "animal" else "thing"
    wanted = Wanted(kind, noun, size=size)  # type: ignore[arg-type]
    return thing_actor(random.Random(1), "one", wanted)


@for_each("prompt", PAIRS)
def test_the_big_one_of_two_is_plainly_larger(prompt: str) -> None:
    composition = compose(prompt, seed=1, width_px=512, height_px=512)
    boxes = {item.actor.id: item.box for item in composition.layout.placed}
    sized = {item.size: boxes[item.id] for item in composition.scene.items if item.size}
    assert set(sized) == {"big", "small"}
    assert sized["big"].bottom - sized["big"].top > 1.15 * (
        sized["small"].bottom - sized["small"].top
    )


def test_no_size_is_told_of_two_that_look_alike() -> None:
    composition = compose(PAIRS[0], seed=1, width_px=256, height_px=256)
    placed = composition.layout.placed
    alike = [replace(item, box=placed[0].box) for item in placed]
    assert {item.size for item in composition.scene.items} == {"big", "small"}
    assert {item.size for item in with_sizes_seen(composition.scene.items, alike)} == {None}


@for_each(
    "prompt, sizes",
    [
        ("a small elephant next to a giant mouse", {None}),
        ("a big dog and a small cat", {"big", "small"}),
    ],
)
def test_no_size_is_told_of_a_big_one_that_is_smaller_than_a_small_one(
    prompt: str, sizes: set[str | None]
) -> None:
    scene = compose(prompt, seed=1, width_px=256, height_px=256).scene
    assert {item.size for item in scene.items} == sizes
    assert bool(scene.not_drawn) == (sizes == {None})


@pytest.mark.parametrize("seed", range(4))
def test_a_tall_man_is_taller_than_a_short_one_and_any_other(seed: int) -> None:
    heights = {}
    for said in ("tall ", "short ", ""):
        composition = compose(
            f"a {said}man is standing in a park", seed=seed, width_px=256, height_px=256
        )
        (man,) = (one for one in composition.layout.placed if one.actor.person)
        heights[said] = man.actor.height
    assert heights["tall "] > TALLER * heights[""] > TALLER**2 * heights["short "]
