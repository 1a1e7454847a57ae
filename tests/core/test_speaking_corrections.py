"""What a learner wrote otherwise than a first draft has it."""

from __future__ import annotations

from imagespeak_core.speaking.drafts.corrections import (
    MOST,
    MOST_COMPARED,
    Correction,
    corrections,
)
from tests.for_each import for_each


def _told(draft: str, written: str) -> list[str]:
    """Each place in one line: what stands before, what was heard > written, what follows."""
    return [
        f"{one.before}|{one.heard}>{one.written}|{one.after}" for one in corrections(draft, written)
    ]


@for_each(
    "draft, written, told",
    [
        ("A dock sits.", "A dog sits.", ["A|dock>dog|sits"]),
        ("dock", "dog", ["|dock>dog|"]),
        ("A dog sits", "A big dog sits", ["A|>big|dog"]),
        ("A a dog sits", "A dog sits", ["|A>|A"]),
        ("A dog dog sits", "A dog sits", ["dog|dog>|sits"]),
        ("the men is walking", "the man was walking", ["the|men is>man was|walking"]),
        ("a bread and a car", "a bird and a cat", ["a|bread>bird|and", "a|car>cat|"]),
        ("I can see three", "I can see a tree", ["see|three>a tree|"]),
        ("They don't do.", "They do not do.", ["They|don't do>do not do|"]),
        ("I do not do", "I don't do", ["I|do not do>don't do|"]),
        ("a dog sits", "a big dog is sits", ["a|>big|dog", "dog|>is|sits"]),
        ("my old big brown cow is", "cow in it is", ["|my old big brown>|cow", "cow|>in it|is"]),
        ("were here", "we’re here", ["|were>we’re|here"]),
        ("I'll eat", "ill eat", ["|I'll>ill|eat"]),
        ("21 cats", "twenty-two cats", ["|21>twenty-two|cats"]),
    ],
)
def test_what_differs_is_told_with_the_words_around_it(
    draft: str, written: str, told: list[str]
) -> None:
    assert _told(draft, written) == told


@for_each(
    "draft, written",
    [
        ("", ""),
        ("a dog", "a dog"),
        ("there is a dog it sits", "There is a dog. It sits!"),
        ("its a dog", "It's a dog"),
        ("he wears a t shirt", "He wears a T-shirt."),
        ("2 dogs", "two dogs"),
        ("21 cats", "twenty-one cats"),
        ("21 cats", "Twenty one cats"),
        ("13 or 40 or 99", "thirteen or forty or ninety-nine"),
        ("the man’s dog", "the man's dog"),
        ("a dog — and a cat", "a dog and a cat"),
        ("ein großer Hund", "ein GROSSER Hund"),
    ],
)
def test_signs_capitals_and_small_numbers_are_no_difference(draft: str, written: str) -> None:
    assert corrections(draft, written) == ()


def test_a_sentence_that_is_another_one_is_nothing_to_practise() -> None:
    draft = "we went to the big market"
    assert corrections(draft, "a cow is standing near some water") == ()
    assert corrections("", "a cow is standing near some water") == ()
    assert corrections(draft, "") == ()


def test_of_many_those_come_first_that_were_heard_as_others_and_all_in_their_order() -> None:
    draft = "one two a4 b4 c4 d4 e4 same f4 same g4"
    written = "one new two a5 b4 c5 d4 e5 same f5 same g5"
    found = corrections(draft, written)
    assert [one.heard for one in found] == ["a4", "c4", "e4", "f4", "g4"]
    assert len(found) == MOST
    assert next(one.written for one in corrections(draft, written, most=6)) == "new"
    assert corrections(draft, written, most=0) == ()


def test_a_common_word_is_no_noise_in_a_long_text() -> None:
    """A matcher that leaves out what is frequent would find hundreds of differences."""
    draft = ["the"] * 250 + ["dock"] + ["the"] * 250
    written = ["the"] * 250 + ["dog"] + ["the"] * 250
    assert corrections(" ".join(draft), " ".join(written)) == (
        Correction("dock", "dog", before="the", after="the"),
    )


def test_what_is_longer_than_anybody_speaks_is_not_compared() -> None:
    draft = ["the", "dock"] * (MOST_COMPARED // 2)
    written = ["dog", *draft[1:]]
    assert len(corrections(" ".join(draft), " ".join(written))) == 1
    assert corrections(" ".join([*draft, "more"]), " ".join(written)) == ()
    assert corrections(" ".join(draft), " ".join([*written, "more"])) == ()
