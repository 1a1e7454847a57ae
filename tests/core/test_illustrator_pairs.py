"""Two people who deal with each other: they touch, face each other, and are told as such."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.person import Person, hands_m
from imagespeak_core.generators.illustrator.grouping.meeting import (
    embrace,
    fight,
    give,
    hold_hands,
    quarrel,
    shake_hands,
)
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.telling.description import full_description
from tests.for_each import for_each

SEEDS = range(3)
GROWN = Person(age="adult", gender="man")
CHILD = Person(age="child", gender="woman")


def _composed(prompt: str, seed: int) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


def _people(composition: Composition) -> list[Placed]:
    found = [item for item in composition.layout.placed if item.actor.person]
    return sorted(found, key=lambda item: item.x_px)


def _actions(composition: Composition) -> list[str]:
    return sorted(item.action or "" for item in composition.scene.items if item.kind == "person")


@for_each("seed", SEEDS)
@for_each(
    "prompt",
    [
        "two old friends are hugging at the station",
        "a mother is hugging her son in the garden",
        "a man is hugging a woman under a tree next to a dog",
        "a bride and a groom are kissing",
    ],
)
def test_who_hugs_stands_breast_to_breast(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    left, right = _people(composition)
    assert (left.mirrored, right.mirrored) == (False, True)
    assert right.x_px - left.x_px < 0.45 * left.px_per_m
    assert _actions(composition) == ["embrace", "embrace"]
    assert "hugging" in full_description(composition.scene)


@for_each("partner", [GROWN, CHILD])
def test_arms_go_around_the_others_back(partner: Person) -> None:
    gap, one, other = embrace(GROWN, partner)
    for who in (one, other):
        assert max(x for x, _ in hands_m(who)) > gap


@for_each("partner", [GROWN, CHILD])
def test_hands_meet(partner: Person) -> None:
    gap, one, other = shake_hands(GROWN, partner)
    (x, y), (across, level) = hands_m(one)[0], hands_m(other)[1]
    assert abs(gap - across - x) < 0.06
    assert abs(level - y) < 0.12


def test_who_holds_hands_is_seen_from_the_front_with_the_hands_together() -> None:
    gap, one, other = hold_hands(GROWN, CHILD)
    (x, y), (across, level) = hands_m(one)[1], hands_m(other)[1]
    assert (one.view, other.view) == ("front", "front")
    assert abs(gap - across - x) < 0.06
    assert abs(level - y) < 0.06


def test_who_quarrels_and_who_fights_look_angry_and_who_gives_holds_it_out() -> None:
    for meet in (quarrel, fight):
        _, one, other = meet(GROWN, CHILD)
        assert one.action == other.action
    gap, giver, taker = give(Person(held="present"), CHILD)
    assert giver.held == "present"
    assert taker.held is None
    assert 0.3 * gap < hands_m(giver)[0][0] < gap


@for_each("seed", SEEDS)
@for_each(
    "prompt, action, told",
    [
        ("two businessmen are shaking hands in an office", "shake_hands", "shaking hands"),
        ("a couple is walking hand in hand on the beach", "hold_hands", "holding hands"),
        ("a mother is holding her daughter's hand", "hold_hands", "holding hands"),
        ("a husband and a wife are arguing in the kitchen", "argue", "arguing"),
        ("two boys are fighting in the playground", "fight", "fighting"),
    ],
)
def test_what_two_do_together_is_drawn_and_told(
    prompt: str, action: str, told: str, seed: int
) -> None:
    composition = _composed(prompt, seed)
    assert _actions(composition) == [action, action]
    assert told in full_description(composition.scene)
    assert composition.scene.not_drawn == ()


@for_each("seed", SEEDS)
@for_each(
    "prompt", ["a boy is giving his mother a flower", "a boy is giving a flower to his mother"]
)
def test_who_gets_something_stands_before_the_giver(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    assert _actions(composition) == ["give", "take"]
    one, other = _people(composition)
    assert one.mirrored is False
    assert other.mirrored is True
    assert "giving flowers to" in full_description(composition.scene)


@for_each("seed", SEEDS)
@for_each(
    "prompt, missing",
    [
        ("a man is shaking hands", "shaking hands"),
        ("a woman is crying and a man is hugging her", "crying"),
    ],
)
def test_what_nobody_does_in_the_end_is_told_as_not_drawn(
    prompt: str, missing: str, seed: int
) -> None:
    assert missing in _composed(prompt, seed).scene.not_drawn


@for_each("seed", SEEDS)
def test_a_hugged_dog_has_the_arms_around_its_neck(seed: int) -> None:
    composition = _composed("a boy is hugging a big dog", seed)
    (boy,) = _people(composition)
    (dog,) = [item for item in composition.layout.placed if item.actor.wanted.noun == "dog"]
    assert boy.mirrored is not dog.mirrored
    assert boy.box.meets(dog.box)
    assert "hugging a big" in full_description(composition.scene)


@for_each("seed", SEEDS)
def test_a_couple_dances_together_and_others_for_themselves(seed: int) -> None:
    couple = _composed("a bride and a groom are dancing at their wedding", seed)
    one, other = _people(couple)
    assert other.x_px - one.x_px < 0.5 * one.px_per_m
    assert {item.role for item in couple.scene.items} >= {"bride", "groom"}
    children = _people(_composed("two children are dancing in the park", seed))
    assert all(item.actor.person and item.actor.person.action == "dance" for item in children)


@for_each("seed", SEEDS)
def test_who_talks_to_somebody_faces_them(seed: int) -> None:
    composition = _composed("a cashier is talking to a customer in a supermarket", seed)
    left, right = _people(composition)
    assert left.mirrored is False
    assert right.mirrored is True


@for_each("seed", SEEDS)
def test_a_carried_child_sits_on_the_shoulders(seed: int) -> None:
    composition = _composed("a father is carrying his daughter on his shoulders", seed)
    by_noun = {item.actor.wanted.noun: item for item in _people(composition)}
    father, daughter = by_noun["father"], by_noun["daughter"]
    assert daughter.box.top < father.box.top
    assert abs(daughter.x_px - father.x_px) < 0.3 * father.px_per_m
    assert father.actor.person
    assert father.actor.person.held is None
    assert "carrying a girl on his shoulders" in full_description(composition.scene)
    assert composition.scene.not_drawn == ()


@for_each("seed", SEEDS)
def test_nobody_feeds_who_only_comes_along(seed: int) -> None:
    told = full_description(_composed("a boy is feeding ducks with his grandmother", seed).scene)
    assert "feeding the" not in told.replace("feeding the ducks", "")


@for_each("seed", SEEDS)
def test_all_who_push_a_car_are_on_one_side(seed: int) -> None:
    composition = _composed("two men are pushing a car", seed)
    (car,) = [item for item in composition.layout.placed if item.actor.wanted.noun == "car"]
    sides = {item.x_px < car.x_px for item in _people(composition)}
    assert len(sides) == 1


@for_each("seed", SEEDS)
def test_a_couple_on_a_bench_sits_side_by_side(seed: int) -> None:
    one, other = _people(_composed("a couple is sitting on a bench in the park", seed))
    assert other.x_px - one.x_px > 0.3 * one.px_per_m


def test_who_is_taught_does_it_and_not_in_a_classroom() -> None:
    wish = read_prompt("a father is teaching his son to ride a bicycle")
    assert [item.action for item in wish.wanted] == ["point", "ride"]
    assert wish.place != "classroom"
    assert wish.unknown == ()


@for_each("seed", SEEDS)
@for_each(
    "prompt, told",
    [
        ("grandparents are holding hands on a bench", "holding hands"),
        ("a couple is hugging on a bench in the park", "hugging"),
        ("a mother is hugging her son on the sofa", "hugging"),
    ],
)
def test_two_can_be_close_on_a_seat(prompt: str, told: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    one, other = _people(composition)
    assert 0.1 < (other.x_px - one.x_px) / one.px_per_m < 0.7
    assert {item.posture for item in composition.scene.items if item.kind == "person"} == {"sit"}
    assert told in full_description(composition.scene)
    assert composition.scene.not_drawn == ()


@for_each("seed", SEEDS)
def test_who_gets_a_haircut_sits_and_the_other_stands_behind(seed: int) -> None:
    composition = _composed("a hairdresser is cutting a woman's hair", seed)
    cutter, guest = _people(composition)
    assert cutter.actor.wanted.noun == "hairdresser"
    assert guest.actor.person
    assert guest.actor.person.posture == "sit"
    assert (cutter.mirrored, guest.mirrored) == (False, False)
    assert "cutting hair" in full_description(composition.scene)
    assert composition.scene.not_drawn == ()
