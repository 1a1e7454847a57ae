"""How people look who are asked for: their hair, what is on their back, and babies."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.words.hair import COLOURS
from tests.for_each import for_each

SEEDS = range(3)


def _composed(prompt: str, seed: int) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


def _people(composition: Composition) -> list[Person]:
    return [item.actor.person for item in composition.layout.placed if item.actor.person]


def _of_age(composition: Composition, age: str) -> list[Placed]:
    placed = composition.layout.placed
    return [item for item in placed if item.actor.person and item.actor.person.age == age]


@for_each("seed", SEEDS)
@for_each(
    "prompt, styles, colour, told",
    [
        ("a girl with long red hair", {"long"}, "red", "with long red hair"),
        ("a man with short black hair", {"crop"}, "black", "with short black hair"),
        ("a blonde woman", None, "blonde", "with blonde hair"),
        ("a curly-haired boy", {"curls"}, None, "with curly hair"),
        ("a bald man", {"bald"}, None, "with a bald head"),
        ("two girls with ponytails", {"ponytail"}, None, "ponytail"),
    ],
)
def test_hair_is_drawn_and_told(
    prompt: str, styles: set[str] | None, colour: str | None, told: str, seed: int
) -> None:
    composition = _composed(prompt, seed)
    for person in _people(composition):
        assert styles is None or person.hair in styles
        assert colour is None or person.hair_colour == COLOURS[colour]
        assert person.hat == ""
    assert told in full_description(composition.scene)
    assert composition.scene.not_drawn == ()


@for_each("seed", SEEDS)
@for_each("prompt", ["students with colourful backpacks", "a boy with a red backpack in the park"])
def test_a_backpack_is_on_the_back(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    assert all("backpack" in person.signs for person in _people(composition))
    assert all(person.view == "side" for person in _people(composition))
    nouns = {item.actor.wanted.noun for item in composition.layout.placed}
    assert "backpack" not in nouns


@for_each("seed", SEEDS)
@for_each(
    "prompt",
    ["a woman with a baby", "a mother and her baby in the park", "a nurse is holding a baby",
     "a father is sitting on a sofa with his baby"],
)  # fmt: skip
def test_a_baby_is_in_the_arms_of_who_is_with_it(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    (baby,) = _of_age(composition, "baby")
    (parent,) = _of_age(composition, "adult")
    assert parent.actor.person
    assert parent.actor.person.action == "cradle"
    assert abs(baby.x_px - parent.x_px) < 0.5 * parent.px_per_m
    assert baby.y_px < parent.y_px - 0.2 * parent.px_per_m
    assert "holding a baby" in full_description(composition.scene)


@for_each("seed", range(6))
@for_each("prompt", ["a baby", "two babies in the park", "a baby is walking"])
def test_a_baby_alone_sits_or_crawls(prompt: str, seed: int) -> None:
    for person in _people(_composed(prompt, seed)):
        assert person.action == "crawl" or person.posture in {"floor", "sit"}


@for_each("seed", SEEDS)
def test_a_baby_sits_in_its_pram(seed: int) -> None:
    composition = _composed("a mother is pushing a baby in a pram", seed)
    (baby,) = _of_age(composition, "baby")
    (pram,) = [item for item in composition.layout.placed if item.actor.wanted.noun == "pram"]
    (mother,) = _of_age(composition, "adult")
    assert pram.box.left < baby.x_px < pram.box.right
    assert baby.y_px < pram.y_px
    assert mother.mirrored == pram.mirrored
    assert (mother.x_px < pram.x_px) != bool(pram.mirrored)
