"""What people do with things and with each other at home, at play and at a bus stop."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.placing import Placed
from tests.for_each import for_each

SEEDS = range(3)


def _composed(prompt: str, seed: int) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


def _people(composition: Composition) -> list[Placed]:
    found = [item for item in composition.layout.placed if item.actor.person]
    return sorted(found, key=lambda item: item.x_px)


def _things(composition: Composition, noun: str) -> list[Placed]:
    return [item for item in composition.layout.placed if item.actor.wanted.noun == noun]


@for_each("seed", SEEDS)
@for_each(
    "prompt, kites",
    [
        ("two children are flying kites in the park", 2),
        ("two children are flying a kite in the park", 1),
    ],
)
def test_there_are_as_many_kites_as_are_told(prompt: str, kites: int, seed: int) -> None:
    people = _people(_composed(prompt, seed))
    held = [item for item in people if item.actor.person and item.actor.person.held == "kite"]
    assert len(held) == kites


@for_each("seed", SEEDS)
def test_a_dog_that_is_walked_walks_on_its_lead(seed: int) -> None:
    composition = _composed("a man is walking the dog in the park", seed)
    (dog,), (man,) = _things(composition, "dog"), _people(composition)
    assert dog.actor.wanted.action == "walk"
    assert dog.mirrored == man.mirrored


@for_each("seed", SEEDS)
@for_each("place", ["in the park", "on the beach"])
def test_a_volleyball_game_has_a_net_between_the_players(place: str, seed: int) -> None:
    composition = _composed(f"two people are playing volleyball {place}", seed)
    left, right = _people(composition)
    (net,) = _things(composition, "volleyball net")
    assert left.x_px < net.x_px < right.x_px


@for_each("seed", SEEDS)
@for_each("prompt", ["three people are waiting for a bus", "four people waiting for a blue bus"])
def test_who_waits_for_a_bus_stands_beside_its_stop(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    (stop,) = _things(composition, "bus stop")
    people = _people(composition)
    assert composition.scene.place == "bus stop"
    assert all(item.x_px < stop.x_px for item in people) or all(
        item.x_px > stop.x_px for item in people
    )
    linked = {link.subject for link in composition.scene.links if link.relation == "next to"}
    assert {item.actor.id for item in people} <= linked


@for_each("seed", SEEDS)
def test_who_watches_television_sits_and_faces_it(seed: int) -> None:
    composition = _composed("a family is watching TV", seed)
    (screen,) = _things(composition, "television")
    people = _people(composition)
    assert all(item.x_px < screen.x_px and not item.mirrored for item in people)
    assert {item.actor.person.posture for item in people if item.actor.person} <= {"sit", "floor"}


@for_each("seed", SEEDS)
def test_dishes_are_washed_beside_the_tap_and_not_in_a_pan(seed: int) -> None:
    composition = _composed("a man is washing the dishes", seed)
    (man,) = _people(composition)
    assert composition.scene.place == "kitchen"
    assert (man.actor.person and man.actor.person.action) == "wash_up"
    (cooker,) = [prop for prop in composition.layout.props if prop.noun == "cooker"]
    assert not cooker.box.left < man.x_px < cooker.box.right


@for_each("seed", SEEDS)
def test_a_cat_on_a_fence_is_up_there(seed: int) -> None:
    composition = _composed("a black cat on a white fence", seed)
    (cat,), (fence,) = _things(composition, "cat"), _things(composition, "fence")
    assert fence.box.left < cat.x_px < fence.box.right
    assert abs(cat.y_px - fence.box.top) < 0.15 * (fence.box.bottom - fence.box.top)


@for_each("seed", SEEDS)
def test_a_fence_does_not_hide_a_car(seed: int) -> None:
    composition = _composed("a red car and a black cat on a white fence", seed)
    (car,), (fence,) = _things(composition, "car"), _things(composition, "fence")
    if fence.ground_px > car.ground_px:
        assert car.box.common(fence.box).area < 0.2 * car.box.area


@for_each("seed", SEEDS)
def test_the_owner_on_a_bench_sits_there(seed: int) -> None:
    composition = _composed("a dog sitting beside its owner on a bench", seed)
    (owner,) = _people(composition)
    assert (owner.actor.person and owner.actor.person.posture) == "sit"


@for_each("seed", SEEDS)
@for_each("prompt", ["a girl is lying and reading", "a man is lying on the beach and reading"])
def test_who_lies_and_reads_does_both(prompt: str, seed: int) -> None:
    (person,) = [item.actor.person for item in _people(_composed(prompt, seed))]
    assert person is not None
    assert (person.action, person.posture) == ("read", "lie")


@for_each("seed", SEEDS)
def test_nobody_leaves_an_umbrella_in_the_air(seed: int) -> None:
    composition = _composed("rainy day with umbrella", seed)
    people = _people(composition)
    assert [item.actor.person.held for item in people if item.actor.person] == ["umbrella"]
    assert not _things(composition, "umbrella")
