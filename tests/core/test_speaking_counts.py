"""What is counted in a learner's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.speaking.counts import Counts, count, words_per_minute
from imagespeak_core.speaking.speech import Speech
from tests.for_each import for_each

NUMBERS = [
    ("", 0, 0, 0, 0),
    ("  \n . ! ", 0, 0, 0, 0),
    ("A dog", 2, 2, 1, 2),
    ("I don't know. I don’t see it!", 7, 5, 2, 4),
    ("Um, there is, er, a dog... uh yes?", 5, 5, 2, 4),
    ("There are 3 dogs and 2.5 cats, at 10:30.", 9, 9, 1, 9),
    ("The dog sits.The cat runs", 6, 5, 2, 3),
    ("A man\nA woman\n\nA child", 6, 4, 3, 2),
    ("Mr. Brown meets Dr. Green and Mrs. White.", 8, 8, 1, 8),
    ("It is 5 p.m. in the park. It is 5 p.m. The sun sets.", 14, 9, 3, 7),
    ("She has apples, pears etc. The man has none.", 9, 8, 2, 5),
    ("1. A dog.\n2. A cat.", 6, 5, 2, 3),
    ("“Look!” he says. (A bird sings.)", 6, 6, 3, 3),
    ("A bus-stop, a well-known place", 5, 4, 1, 5),
    ("The DOG and the dog", 5, 3, 1, 5),
]
"""A text; its words, different words, sentences, and those of the longest sentence."""


@for_each("text, words, different, sentences, longest", NUMBERS, ids=lambda text, *_: text)
def test_numbers(text: str, words: int, different: int, sentences: int, longest: int) -> None:
    found = count(text)
    told = (found.words, found.different_words, found.sentences, found.longest_sentence_words)
    assert told == (words, different, sentences, longest)


@given(st.text(max_size=300))
def test_numbers_agree_with_each_other(text: str) -> None:
    found = count(text, level_words=["dog"], target_words=["cat"])
    assert 0 <= found.different_words <= found.words
    assert found.longest_sentence_words <= found.words
    assert found.sentences <= found.words
    assert (found.sentences == 0) == (found.words == 0)
    assert {*found.targets_used, *found.targets_left} == {"cat"}


def test_words_again_and_again() -> None:
    found = count(
        "The dog runs. The dogs are big. I see a dog and a red ball. The ball is red and the "
        "red dog is running, it runs. The the the is is is and and and."
    )
    assert found.repeated == (("dog", 4), ("runs", 3), ("red", 3))


def test_at_most_five_words_again_and_again() -> None:
    assert len(count("cat dog cow hen fox rat pig " * 3).repeated) == 5


JOINED = [
    ("A man sits and a woman stands, but the child runs.", ("and", "but")),
    ("He is wet because it rains, so he is sad.", ("because", "so")),
    ("There are so many dogs, they are so big.", ()),
    ("The man who waits has a dog which sleeps.", ("who", "which")),
    ("Who is that? Which dog is that?", ()),
    ("I think that the boy is sad. That is a dog. I like that dog.", ("that",)),
    (
        "While she reads, he cooks as if it was a party and sings and eats.",
        ("while", "as if", "and"),
    ),
    ("A dog next to a cat. Next there is a bird.", ("next",)),
]


@for_each("text, joining", JOINED, ids=lambda text, _: text)
def test_joining_words(text: str, joining: tuple[str, ...]) -> None:
    assert count(text).joining == joining


PLACED = [
    (
        "On the left there is a dog. In the background I see trees.",
        ("on the left", "in the background"),
    ),
    ("A cat next to the box, in front of a house", ("next to", "in front of")),
    ("It is behind, under and above", ("behind", "under", "above")),
    ("At the top left corner and at the top", ("at the top left", "at the top")),
    (
        "In the middle of the picture on the right-hand side",
        ("in the middle of", "on the right-hand side"),
    ),
    ("He is on the bus in the park", ()),
]


@for_each("text, positions", PLACED, ids=lambda text, _: text)
def test_position_phrases(text: str, positions: tuple[str, ...]) -> None:
    assert count(text).positions == positions


USED = [
    ("Two dogs", "dog"),
    ("a dog", "dogs"),
    ("He ran away", "run"),
    ("He is running", "run"),
    ("She runs", "running"),
    ("Many children", "child"),
    ("The boxes and the ladies", "box"),
    ("The ladies", "lady"),
    ("He is caring", "care"),
    ("They hurried", "hurry"),
    ("They are looking at it", "look at"),
    ("Some Traffic Lights", "traffic light"),
    ("He's next to it", "next to"),
]
NOT_USED = [
    ("He is caring", "car"),
    ("I see a bus", "bu"),
    ("A carpet", "car"),
    ("A traffic jam. Light", "traffic light"),
    ("A dog", ""),
    ("A thing", "th"),
    ("glass", "glas"),
]


@for_each("text, word", USED)
def test_word_was_used_in_some_form(text: str, word: str) -> None:
    found = count(text, level_words=[word], target_words=[word, "zebra"])
    assert found.level_words == (word,)
    assert (found.targets_used, found.targets_left) == ((word,), ("zebra",))


@for_each("text, word", NOT_USED)
def test_other_word_was_used(text: str, word: str) -> None:
    assert count(text, level_words=[word]).level_words == ()


@pytest.mark.parametrize(
    ("speech", "rate"),
    [
        (Speech(60, True, 30, 2, 3), 120),
        (Speech(60), None),
        (Speech(4, True, 2.9), None),
        (Speech(4, True, 3.0), 1200),
    ],
)
def test_words_a_minute_are_of_speaking(speech: Speech, rate: int | None) -> None:
    assert words_per_minute(Counts(words=60), speech) == rate


def test_wide_letters_are_the_same_words() -> None:
    wide = "\uff21 dog \uff42\uff45\uff43\uff41\uff55\uff53\uff45 a dog"
    assert count(wide).different_words == 3
    assert count(wide).joining == ("because",)
