"""People up on something: a bridge, a ladder, a tree, stairs, and behind windows."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.telling.description import full_description
from tests.for_each import for_each

SEEDS = range(3)


def _composed(prompt: str, seed: int) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


def _people(composition: Composition) -> list[Placed]:
    return [item for item in composition.layout.placed if item.actor.person]


def _thing(composition: Composition, noun: str) -> Placed:
    (found,) = [item for item in composition.layout.placed if item.actor.wanted.noun == noun]
    return found


@for_each("seed", SEEDS)
@for_each(
    "prompt",
    [
        "two people are standing on a bridge over a river",
        "a woman and a man are standing on a bridge",
        "a boy is fishing from a bridge",
    ],
)
def test_feet_are_on_the_bridge(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    bridge, people = _thing(composition, "bridge"), _people(composition)
    for item in people:
        assert bridge.box.left < item.x_px < bridge.box.right
        assert bridge.box.top < item.y_px < (bridge.box.top + bridge.box.bottom) / 2
        assert item.ground_px < bridge.ground_px
    assert len({round(item.x_px) for item in people}) == len(people)
    assert "on a bridge" in full_description(composition.scene)


@for_each("seed", SEEDS)
@for_each(
    "prompt, noun, told",
    [
        ("a girl is climbing a ladder", "ladder", "climbing a ladder"),
        ("two boys are climbing a tree", "tree", "climbing a tree"),
        ("a couple is climbing the stairs", "stairs", "climbing some stairs"),
    ],
)
def test_who_climbs_is_off_the_ground(prompt: str, noun: str, told: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    thing, people = _thing(composition, noun), _people(composition)
    for item in people:
        assert item.lifted
        assert thing.box.left < item.x_px < thing.box.right
    assert len({round(item.x_px) for item in people}) == len(people)
    assert told in full_description(composition.scene)
    assert composition.scene.not_drawn == ()


@for_each("seed", SEEDS)
def test_without_anything_to_climb_somebody_walks_and_it_is_told(seed: int) -> None:
    scene = _composed("a man is climbing in the mountains", seed).scene
    assert [item.action for item in scene.items if item.kind == "person"] == ["walk"]
    assert "climbing" in scene.not_drawn


@for_each("seed", SEEDS)
@for_each(
    "prompt, vehicle",
    [
        ("a woman is waving from the window of a train", "train"),
        ("three children are waving from a bus window", "bus"),
        ("a man is waving from a car", "car"),
        ("a girl is waving from a boat on the lake", "boat"),
    ],
)
def test_who_waves_from_a_vehicle_is_in_it(prompt: str, vehicle: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    people = [item for item in composition.scene.items if item.kind == "person"]
    links = {(link.subject, link.relation) for link in composition.scene.links}
    assert {item.action for item in people} == {"wave"}
    assert all({(item.id, "in"), (item.id, "on")} & links for item in people)
    assert any(item.noun == vehicle for item in composition.scene.items)
    assert "waving" in full_description(composition.scene)
    assert composition.scene.not_drawn == ()
