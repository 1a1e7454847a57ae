"""How a prompt is read: cut into chunks, and walked through with a look ahead."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator import reading
from imagespeak_core.generators.illustrator.reading import nouns, parsing
from imagespeak_core.generators.illustrator.reading.chunk import BOUNDARY, ChunkKind, Modifiers
from imagespeak_core.generators.illustrator.reading.chunker import cut
from imagespeak_core.generators.illustrator.reading.lexicon import (
    NOUNS,
    lexicon,
    read_words,
    verbs,
)
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.sentence import Sentence
from imagespeak_core.generators.illustrator.words import unseen
from tests.for_each import for_each


def sentence_at(prompt: str, text: str) -> Sentence:
    """The chunks of a prompt, walked up to the first that is written so."""
    sentence = Sentence(cut(prompt).chunks)
    for chunk in sentence:
        if chunk.text == text:
            return sentence
    raise AssertionError(text)


class TestSentence:
    def test_is_walked_once_from_left_to_right(self) -> None:
        sentence = Sentence(cut("a dog and a cat.").chunks)
        assert [chunk.text for chunk in sentence] == ["dog", "and", "cat", "."]
        assert list(sentence) == []

    def test_looks_back_and_ahead_from_where_it_stands(self) -> None:
        sentence = sentence_at("a dog and a cat.", "and")
        assert (sentence.before.text, sentence.ahead().text, sentence.ahead(2).text) == (
            "dog",
            "cat",
            ".",
        )

    def test_ends_in_boundaries(self) -> None:
        sentence = sentence_at("a dog", "dog")
        assert sentence.before is sentence.ahead() is sentence.ahead(5) is BOUNDARY
        assert not Sentence([]).is_named_next()
        assert not Sentence([]).place_follows()
        assert not Sentence([]).agent_follows()

    def test_what_is_skipped_is_passed_over_and_still_before(self) -> None:
        sentence = sentence_at("a choir of tourists", "choir")
        sentence.skip()
        (chunk,) = sentence
        assert (chunk.text, sentence.before.text) == ("tourists", "of")

    def test_skipping_the_last_ends_the_walk(self) -> None:
        sentence = sentence_at("a dog", "dog")
        sentence.skip()
        assert list(sentence) == []

    @for_each(
        "prompt, noun, expected",
        [
            ("the man is coming", "man", True),
            ("the man with three camels is coming", "man", True),
            ("the man on the left walks", "man", True),
            ("the man and the woman walk", "man", True),
            ("the man, a dog runs", "man", False),
            ("the man with", "man", False),
            ("the man", "man", False),
            ("the man walking", "man", False),
        ],
    )
    def test_is_subject(self, prompt: str, noun: str, expected: bool) -> None:
        assert sentence_at(prompt, noun).is_subject(with_ing=False) is expected

    def test_a_bare_ing_counts_when_told_so(self) -> None:
        assert sentence_at("the man walking", "man").is_subject(with_ing=True)

    @for_each(
        "prompt, expected",
        [
            ("a ball kicked by a boy", True),
            ("a ball kicked by a dog", True),
            ("a ball kicked by a tree", False),
            ("a ball kicked by", False),
            ("a ball kicked", False),
        ],
    )
    def test_agent_follows(self, prompt: str, expected: bool) -> None:
        assert sentence_at(prompt, "kicked").agent_follows() is expected

    def test_place_follows_a_list(self) -> None:
        assert sentence_at("with apples, pears and bread on a table", "apples").place_follows()
        assert not sentence_at("with apples and bread", "apples").place_follows()
        assert not sentence_at("with apples on", "apples").place_follows()

    def test_stands_elsewhere(self) -> None:
        assert sentence_at("a bicycle under a tree", "bicycle").stands_elsewhere()
        assert not sentence_at("a bicycle with a basket", "bicycle").stands_elsewhere()
        assert not sentence_at("a bicycle under", "bicycle").stands_elsewhere()

    @for_each(
        "prompt, expected",
        [
            ("two friends, a boy and a girl", True),
            ("two friends: a boy and a girl", True),
            ("two friends, a boy and two girls", False),
            ("two friends, a boy", False),
            ("two friends,", False),
            ("two friends", False),
        ],
    )
    def test_is_told_apart(self, prompt: str, expected: bool) -> None:
        assert sentence_at(prompt, "friends").is_told_apart() is expected


class TestScan:
    def test_ends_in_boundaries(self) -> None:
        scan = Scan(read_words("dog"))
        assert [word.text for word in scan] == ["dog"]
        assert scan.previous is scan.before_previous is BOUNDARY
        assert (scan.ahead().text, scan.word_before, list(scan.rest())) == (".", None, [])

    def test_a_chunk_ends_what_was_said(self) -> None:
        scan = Scan([])
        scan.said.colour, scan.is_open = "red", True
        scan.add(BOUNDARY)
        assert scan.said == Modifiers()
        assert scan.chunks == [BOUNDARY]
        assert not scan.is_open


class TestParser:
    def test_knows_every_kind_of_chunk(self) -> None:
        assert set(parsing._READ_BY_KIND) == set(get_args(ChunkKind))

    def test_knows_every_kind_of_noun(self) -> None:
        assert set(nouns._READ_BY_MEANING) == NOUNS | {"hair"}

    def test_who_a_crowd_is_of_is_there_once_and_as_many(self) -> None:
        (tourists,) = read_prompt("a choir of tourists").wanted
        assert (tourists.noun, tourists.count, tourists.at_least) == ("tourist", 6, True)

    @for_each(
        "prompt, nouns_wanted",
        [
            ("Sitting on a chair, a man on the left is reading.", ["man", "chair"]),
            ("Wearing a red hat, a woman with a dog is walking.", ["woman", "dog"]),
            ("A ball is kicked by a boy and a girl.", ["ball", "boy", "girl"]),
        ],
    )
    def test_who_is_named_late_or_joined_is_there(
        self, prompt: str, nouns_wanted: list[str]
    ) -> None:
        assert [item.noun for item in read_prompt(prompt).wanted] == nouns_wanted

    def test_who_is_named_late_stands_where_it_is_told(self) -> None:
        man, _ = read_prompt("Sitting on a chair, a man on the left is reading.").wanted
        assert (man.side, man.action, man.posture) == ("left", "read", "sit")


_DENYING = unseen.NOT | unseen.NOBODY | {"no", "without"}
_KNOWN = sorted(
    word
    for word in {*lexicon(), *verbs(), ",", ".", "by"}
    if word not in _DENYING and not word.startswith(("no ", "not "))
)
_MADE_UP = ["zorgle", "quokkas", "blimpy", "frobnicates", "wugging", "zibbed", "slithly"]
_WORDS = st.lists(st.sampled_from(_KNOWN), max_size=8)


@settings(max_examples=300)
@given(_WORDS, st.sampled_from(_MADE_UP), _WORDS)
def test_a_word_that_nobody_knows_is_told_wherever_it_stands(
    before: list[str], word: str, after: list[str]
) -> None:
    wish = read_prompt(" ".join([*before, word, *after]))
    assert word in " ".join(wish.unknown).split()


@for_each(
    "typed",
    [
        "\u0663 dogs in a park, a girl and a boy run",
        "\uff13\u3000\uff44\uff4f\uff47\uff53 in a park\uff0c a girl and a boy run",
        "3 d\u043egs in a p\u0430rk\u060c a girl \u200band a boy run\u3002",
    ],
)
def test_a_prompt_in_the_signs_of_another_keyboard_is_the_same_wish(typed: str) -> None:
    assert read_prompt(typed) == read_prompt("3 dogs in a park, a girl and a boy run")


def test_what_is_lost_of_it_is_told_in_plain_letters() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in "zorgle")
    assert read_prompt(f"a dog with a {wide}").unknown == ("zorgle",)


def test_reading_is_composed() -> None:
    modules = sorted(Path(*reading.__path__).glob("*.py"))
    classes = [
        node
        for path in modules
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert {node.name for node in classes} >= {"Sentence", "Findings", "State"}
    assert [node.name for node in classes if node.bases] == []


def test_reading_knows_nothing_of_pixels() -> None:
    illustrator = "imagespeak_core.generators.illustrator."
    imported = {
        node.module.removeprefix(illustrator)
        for path in Path(*reading.__path__).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and "illustrator" in node.module
    }
    of_others = {name for name in imported if name.partition(".")[0] not in {"reading", "words"}}
    assert of_others == {"scene", "things.catalog"}
