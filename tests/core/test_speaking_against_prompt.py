"""Where nobody tells what a picture shows, words are held against its prompt."""

from __future__ import annotations

import pytest

from imagespeak_core.speaking.against_prompt import hold_against_prompt
from tests.for_each import for_each

PROMPT = "Two black dogs and a nurse in a park on a rainy day, a boy is flying a red kite"


def _items(words: str) -> set[str]:
    return {one.item for one in hold_against_prompt(words, PROMPT).said}


@pytest.mark.parametrize(
    "words",
    [
        "There are three white dogs in the kitchen. It is a sunny night.",
        "An elephant is dancing. A girl is flying a green kite.",
        "",
        "Ein Hund.",
    ],
)
def test_nothing_is_ever_told_as_not_so(words: str) -> None:
    found = hold_against_prompt(words, PROMPT)
    assert found.held_against == "prompt"
    assert found.not_so == ()


def test_names_are_forgiving() -> None:
    assert _items("A kid, a nurse and dogs are in the park.") == {"boy", "nurse", "dog", "park"}
    assert _items("Some animals") == {"dog"}
    assert _items("A girl and a cat") == set()
    assert _items("It is raining.") == {"rain"}
    assert _items("There is no dog.") == set()


def test_what_the_words_lack_is_told_without_naming_it_first() -> None:
    left = hold_against_prompt("There are dogs.", PROMPT).not_found
    assert [one.item for one in left] == ["nurse", "boy", "kite", "park", "rainy"]
    assert all(one.item not in one.hint for one in left)
    assert left[0].sentence == "There may be a nurse."
    assert [one.hint for one in left[:3]] == [
        "Can you see somebody?",
        "Can you see somebody else?",
        "What other things can you see?",
    ]


@for_each(
    "words, prompt",
    [
        ("A kitten sleeps.", "a cat"),
        ("There is a puppy.", "a dog"),
        ("A car", "a taxi"),
        ("A flower", "roses"),
        ("He runs.", "a boy runs"),
        ("She sits.", "a girl"),
        ("She is tall.", "a nurse"),
        ("He is tall.", "a nurse"),
        ("A doctor", "a nurse"),
        ("A boy", "He runs."),
        ("A boy", "a teenager"),
        ("A girl", "a woman"),
        ("A nurse is here.", "a woman"),
        ("A pine tree", "a tree"),
        ("A tractor", "a vehicle"),
        ("I see a pet.", "a pet"),
        ("A dog", "a boy with a pet"),
    ],
)
def test_it_is_named_as_it_is_in_a_scene_or_more_closely(words: str, prompt: str) -> None:
    found = hold_against_prompt(words, prompt)
    assert found.said
    assert [one.item for one in found.not_found] in ([], ["boy"])


@for_each(
    "words, prompt",
    [
        ("A man stands. He runs.", "a boy"),
        ("She runs.", "a boy"),
        ("A girl", "a nurse"),
        ("A king", "a queen"),
        ("A pilot", "a farmer"),
        ("A cat", "a dog"),
    ],
)
def test_other_names_are_not_taken_for_it(words: str, prompt: str) -> None:
    found = hold_against_prompt(words, prompt)
    assert not found.said
    assert len(found.not_found) == 1


@for_each(
    "words, prompt, item",
    [
        ("A dog", "a dog and a fox", "dog"),
        ("A child", "a teenager and a child", "child"),
    ],
)
def test_the_closest_name_is_taken(words: str, prompt: str, item: str) -> None:
    assert [one.item for one in hold_against_prompt(words, prompt).said] == [item]


@for_each(
    "prompt, word",
    [
        ("A sunny beach", "beach"),
        ("Sunny weather", "sunny"),
        ("a stormy day", "stormy"),
        ("a dog on a sunny day", "sunny day"),
        ("a cat at noon", "noon"),
        ("in the evening", "evening"),
    ],
)
def test_the_word_that_is_shown_is_the_prompts(prompt: str, word: str) -> None:
    left = hold_against_prompt("hm", prompt).not_found
    assert word in {one.item for one in left}


@for_each("prompt", ["a donkey", "a spider", "a tractor", "a man holding an insect", "a pet"])
def test_the_noun_that_is_asked_for_is_the_prompts(prompt: str) -> None:
    left = hold_against_prompt("hm", prompt).not_found
    assert left[-1].item == prompt.split()[-1]
    assert left[-1].sentence == f"There may be {' '.join(prompt.split()[-2:])}."


@for_each("words, prompt", [("It is sunny.", "a sunny day"), ("A sunny day.", "sunny weather")])
def test_a_sunny_day_tells_of_the_weather(words: str, prompt: str) -> None:
    found = hold_against_prompt(words, prompt)
    assert found.said
    assert not found.not_found


@for_each("prompt", ["a bowl of hot soup", "a man and a clear glass under the stars"])
def test_what_tells_of_no_weather_and_no_time_is_not_asked_for_as_such(prompt: str) -> None:
    left = hold_against_prompt("hm", prompt).not_found
    assert {one.kind for one in left} <= {"person", "thing"}
    assert not hold_against_prompt("The soup is hot.", "a sunny beach").said


def test_some_are_told_of_as_some() -> None:
    assert (
        hold_against_prompt("hm", "three dogs").not_found[0].sentence == "There may be some dogs."
    )


@for_each(
    "words",
    ["It is not raining.", "It is never very rainy.", "There are no dogs.", "I see no park."],
)
def test_what_is_denied_is_not_said(words: str) -> None:
    assert not hold_against_prompt(words, PROMPT).said


def test_what_is_denied_is_not_asked_for() -> None:
    assert not hold_against_prompt("hm", "no dogs, it is not raining").not_found


def test_who_speaks_is_not_in_the_picture() -> None:
    assert not hold_against_prompt("I am happy. We are flying kites.", PROMPT).said
    assert not hold_against_prompt("hm", "We are flying kites").not_found


def test_words_stand_where_they_were_typed() -> None:
    words = "I see  BLACK dogs — and a “kite”"
    for one in hold_against_prompt(words, PROMPT).said:
        assert words[one.start : one.start + len(one.words)] == one.words
