"""Small things that people do, and how tall they are: drawn, told, and left in no list."""

from __future__ import annotations

from itertools import pairwise

from imagespeak_core.generators.illustrator.figures.person import Person, plan_of, stature_m
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.telling.description import full_description
from tests.for_each import for_each

SEEDS = range(3)


def _composed(prompt: str, seed: int) -> Composition:
    return compose(prompt, seed=seed, width_px=640, height_px=640)


@for_each("seed", SEEDS)
@for_each(
    "prompt, held, told",
    [
        ("an old woman is knitting in an armchair", "knitting", "knitting"),
        ("four friends are playing cards at a table", "cards", "playing cards"),
        ("a boy is brushing his teeth", "toothbrush", "brushing his teeth"),
        ("two girls are skipping rope in the playground", "skipping rope", "skipping"),
        ("a man is walking with crutches", "crutches", "walking with crutches"),
        ("a woman is carrying two shopping bags", "shopping bags", "carrying bags"),
        ("a teacher is shouting", "", "shouting"),
        ("a girl is laughing at a clown", "", "laughing"),
        ("a choir of six children is singing", "microphone", "singing"),
        ("six students are sitting in a circle on the floor in a classroom", "", "on the floor"),
    ],
)
def test_what_somebody_does_is_drawn_and_told(prompt: str, held: str, told: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    assert told in full_description(composition.scene)
    people = [item.actor.person for item in composition.layout.placed if item.actor.person]
    drawn = {grip for person in people for grip in _grips(person)}
    assert not held or held in drawn
    assert set(composition.scene.not_drawn) <= {"circle"}


def _grips(person: Person) -> set[str]:
    return {grip.kind for grip in plan_of(person).gesture.holds}


@for_each("seed", SEEDS)
def test_tall_and_short_people_are_so(seed: int) -> None:
    composition = _composed("a tall man and a short woman are standing next to a blue car", seed)
    tall, short = (
        next(
            stature_m(item.actor.person)
            for item in composition.layout.placed
            if item.actor.wanted.noun == noun and item.actor.person
        )
        for noun in ("man", "woman")
    )
    assert tall > 1.2 * short
    told = full_description(composition.scene)
    assert "tall man" in told
    assert "short woman" in told


@for_each("seed", SEEDS)
def test_who_reads_to_children_on_a_sofa_sits_there_too(seed: int) -> None:
    composition = _composed("a mother is reading a story to two children on the sofa", seed)
    nouns = [item.noun for item in composition.scene.items]
    assert nouns.count("sofa") == 1
    assert "armchair" not in nouns
    people = [item for item in composition.layout.placed if item.actor.person]
    places = sorted(item.x_px for item in people)
    assert all(b - a > 0.3 * people[0].px_per_m for a, b in pairwise(places))
