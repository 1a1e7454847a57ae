"""Where nobody tells what a picture shows, words are held against its prompt."""

from __future__ import annotations

import pytest

from imagespeak_core.speaking.against_prompt import hold_against_prompt

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
    assert [one.item for one in left] == ["nurse", "boy", "kite", "park", "rain"]
    assert all(one.item not in one.hint for one in left)
    assert left[0].sentence == "There may be a nurse."
    assert [one.hint for one in left[:3]] == [
        "Can you see somebody?",
        "Can you see somebody else?",
        "What other things can you see?",
    ]


def test_words_stand_where_they_were_typed() -> None:
    words = "I see  BLACK dogs — and a “kite”"
    for one in hold_against_prompt(words, PROMPT).said:
        assert words[one.start : one.start + len(one.words)] == one.words
