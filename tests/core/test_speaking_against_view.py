"""Words held against what a model sees in a picture."""

from __future__ import annotations

import pytest

from imagespeak_core.speaking.against_view import hold_against_view
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.counts import count
from imagespeak_core.speaking.disputes import counted
from imagespeak_core.speaking.feedback import Subject, feedback_on
from imagespeak_core.speaking.findings import Findings, NotFound
from imagespeak_core.speaking.next_step import next_step
from imagespeak_core.viewers.base import SeenThing, View
from tests.fakes import SEEN
from tests.for_each import for_each


def _view(*nouns: str) -> View:
    return View("m", tuple(SeenThing(noun, 2, f"I see a {noun}.") for noun in nouns), None)


def _items(words: str, view: View = SEEN) -> set[str]:
    return {one.item for one in hold_against_view(words, view).said}


@pytest.mark.parametrize(
    "words",
    [
        "There are nine dogs in the kitchen. It is night. The spatula is blue.",
        "An elephant is dancing. There is no dog.",
        "",
        "Ein Hund.",
    ],
)
def test_nothing_is_ever_told_as_not_so(words: str) -> None:
    found = hold_against_view(words, SEEN)
    assert found.held_against == "view"
    assert found.not_so == ()


def test_names_are_forgiving_and_unknown_nouns_are_looked_for_as_they_stand() -> None:
    assert _items("Puppies! A lady has two Spatulas at the sea.") == {
        *("dog", "woman", "spatula", "beach")
    }
    assert _items("There is no dog and no spatula.") == set()
    assert _items("A man and a cat in a kitchen") == set()
    assert _items("We run on the sand.") == set(), "who speaks is not in the picture"
    assert _items("A bench", _view("park bench")) == {"park bench"}
    assert _items("It is raining at night.", _view("rain", "night")) == {"rain", "night"}


@for_each(
    "words",
    [
        "There isn't a drone.", "There aren’t any drones in the sky.", "I can't see a drone.",
        "There is no big drone.", "A dog without a DRONE", "There are no dogs or drones.",
        "There is neither a dog nor a drone.", "Nobody has a drone.", "It is not a drone",
    ],
)  # fmt: skip
def test_a_denied_noun_is_not_said_though_the_vocabulary_lacks_it(words: str) -> None:
    assert _items(words, _view("drone")) == set()


@for_each(
    "words",
    [
        "It is not sunny. There is a drone.", "There is no dog but a drone.", "Not only a drone",
        "A man with no hat flies a drone.", "He is not far from the drone.", "The drone isn't big.",
        "There is no drone in the sky. A drone is on the table.", "no Drone? Drones!",
    ],
)  # fmt: skip
def test_a_noun_that_the_vocabulary_lacks_is_said_though_something_else_is_denied(
    words: str,
) -> None:
    view = _view("drone")
    [said] = hold_against_view(words, view).said
    assert said.words.lower() in ("drone", "drones")
    assert words[said.start :].startswith(said.words)
    assert said.start == words.lower().rindex("drone")


def test_a_noun_that_the_vocabulary_lacks_has_its_plural() -> None:
    for noun, words in (
        ("dragonfly", "Two dragonflies"),
        ("dragonfly", "Two dragonflys"),
        ("lily", "Lilies!"),
        ("stuntman", "three stuntmen"),
        ("drone pilot", "drone pilots"),
        ("scaffolding", "some scaffolding"),
    ):
        assert _items(words, _view(noun)) == {noun}, words


def test_each_said_part_stands_in_the_words() -> None:
    words = "I see a woman, and two dogs with a SPATULA on the beach."
    for one in hold_against_view(words, SEEN).said:
        assert words[one.start :].startswith(one.words)
        assert one.ids == ()


def test_what_the_words_lack_has_a_hint_first_and_the_models_sentence() -> None:
    left = hold_against_view("Hello there.", SEEN).not_found
    assert [(one.kind, one.item) for one in left] == [
        ("person", "woman"),
        ("animal", "dog"),
        ("thing", "spatula"),
        ("place", "beach"),
    ]
    assert all(one.item not in one.hint for one in left)
    assert left[0].sentence == "A woman holds a spatula."


def test_one_more_of_a_kind_has_a_hint_of_its_own() -> None:
    left = hold_against_view("Hello.", _view("man", "dog", "woman", "cat")).not_found
    assert [one.hint for one in left] == [
        "Can you see somebody?",
        "Can you see somebody else?",
        "Can you see an animal?",
        "Can you see another animal?",
    ]


@for_each("noun", ["o'neill's hat", "t-shirt", "a" * 40, "ice cream van", "no", "is"])
def test_any_noun_that_a_model_may_write_is_looked_for(noun: str) -> None:
    assert hold_against_view("nothing of it", _view(noun)).held_against == "view"


def test_feedback_takes_the_view_before_the_prompt() -> None:
    feedback = feedback_on(Subject(None, "a cat", SEEN), "A dog and a cat.", level="A2")
    assert feedback.findings.held_against == "view"
    assert [one.item for one in feedback.findings.said] == ["dog"]
    assert feedback.places == {}


def test_the_next_step_presumes_nothing() -> None:
    findings = Findings("view", (), (NotFound("person", "woman", "Can you see somebody?", "x"),))
    step = next_step(findings, count("I see."), None, level="A2", has_action=True)
    assert step.step == "who"
    assert step.sentence == "Can you see somebody? Then say more about who is there."


def test_what_is_not_there_counts_neither_as_said_nor_as_left() -> None:
    findings = hold_against_view("Two dogs.", SEEN)
    after = counted(findings, (Disputed("not_there", 0), Disputed("not_found", 1)))
    assert [one.item for one in after.said] == ["dog", "spatula"]
    assert [one.item for one in after.not_found] == ["beach"]
