"""Notes on grammar: how much they find, and how seldom they speak of what is right."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.checkers.base import CheckerFailedError, Spotted
from imagespeak_core.checkers.harper import HarperChecker
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.speaking.grammar.allowed import ALLOWED, allowed
from imagespeak_core.speaking.grammar.kinds import RULES, Kind
from imagespeak_core.speaking.grammar.note import GrammarNote
from imagespeak_core.speaking.grammar.notes import MOST, as_dismissed, notes_on
from imagespeak_core.speaking.grammar.own_rules import found_by_own_rules, own_rules
from imagespeak_core.speaking.limits import MAX_WORDS_LENGTH
from tests import child_processes
from tests.core.illustrator_bank import BANK, composed
from tests.core.speaking_grammar import noted, right, tricky, true_lines, wrong
from tests.core.speaking_truths import truths
from tests.fakes import ListedChecker
from tests.for_each import for_each
from tests.patience import until

_README = Path(__file__).parents[2] / "README.md"

_MOST_FALSE = 0.02
_TRIED = 1_000
"""So many of the generated sentences are looked at."""

_A_MOUNTAINS = "in a mountains"
"""The test's own generator says so."""

OWNER = """
import sys, psutil
from imagespeak_core.checkers.harper import HarperChecker
checker = HarperChecker()
checker.find("A apple.", rules=("AnA",))
[child] = psutil.Process().children()
print(child.pid, flush=True)
sys.stdin.read()
"""

Processes = Callable[[], list[psutil.Process]]
Noted = Callable[[str], tuple[GrammarNote, ...]]


@pytest.fixture(scope="module")
def harper() -> Iterator[HarperChecker]:
    checker = HarperChecker()
    yield checker
    checker.close()


@pytest.fixture(scope="module")
def noting(harper: HarperChecker) -> Noted:
    return cache(lambda words: notes_on(words, harper))


def _kinds(words: str, *spotted: Spotted) -> list[Kind]:
    return [note.kind for note in notes_on(words, ListedChecker(*spotted))]


def _said(words: str) -> list[tuple[str, str]]:
    return [(note.words, note.say) for note in notes_on(words, ListedChecker())]


def test_there_are_enough_sentences() -> None:
    assert len(wrong()) >= 200
    assert len({kind for kind, _ in wrong()}) >= 20
    assert len(right()) >= 200
    assert len(set(right())) == len(right())


@pytest.mark.parametrize(("first", "least"), [(0, 0.80), (1, 0.80)], ids=["tuned on", "held out"])
def test_most_known_mistakes_are_found(noting: Noted, first: int, least: float) -> None:
    sentences = wrong()[first::2]
    missed = [words for _, words in sentences if not noting(words)]
    assert len(missed) <= (1 - least) * len(sentences), missed


@pytest.mark.parametrize("first", [0, 1], ids=["tuned on", "held out"])
def test_right_sentences_are_left_alone(noting: Noted, first: int) -> None:
    _assert_few({words: noting(words) for words in right()[first::2]})


def test_the_readme_tells_what_was_measured(noting: Noted) -> None:
    assert not any(map(noting, right()))
    found = sum(1 for _, words in wrong() if noting(words))
    assert (
        f"Of {len(right())} right sentences none got a note, and of {len(wrong())} with one known "
        f"mistake {found} did"
    ) in " ".join(_README.read_text(encoding="utf-8").split())


def test_what_only_looks_like_a_mistake_is_left_alone(noting: Noted) -> None:
    assert len(tricky()) >= 100
    assert {words: noting(words) for words in tricky() if noting(words)} == {}


def test_what_the_illustrator_tells_is_left_alone(noting: Noted) -> None:
    told = [full_description(composed(prompt).scene) for prompt in BANK[::4]]
    sentences = {one for text in told for one in re.split(r"(?<=[.!?])\s+", text) if one}
    assert len(sentences) >= 80
    _assert_few({words: noting(words) for words in sentences})


def test_true_sentences_that_are_made_are_left_alone(noting: Noted) -> None:
    made = sorted({truth.words for truth in truths() if _A_MOUNTAINS not in truth.words})
    sentences = random.Random("tried").sample(made, _TRIED)
    _assert_few({words: noting(words) for words in sentences})


def test_learners_lines_have_no_notes_but_those_that_were_read(noting: Noted) -> None:
    assert len(true_lines()) >= 1_500
    found = {words: noting(words) for words in true_lines()}
    _assert_few(
        {
            words: tuple(one for one in notes if (one.kind, one.words, one.say) not in noted())
            for words, notes in found.items()
        }
    )
    assert sum(1 for notes in found.values() if notes) >= 80, "slips are found among them"


def _assert_few(found: dict[str, tuple[GrammarNote, ...]]) -> None:
    false = [(words, note.words, note.say) for words, notes in found.items() for note in notes]
    assert len({words for words, *_ in false}) < _MOST_FALSE * len(found), false


_BY_HARPER = {
    "AnA": ("There is a elephant in the field.", "a elephant", "an elephant"),
    "RegularIrregulars": ("Two childs are there.", "childs", "children"),
    "PronounVerbAgreement": ("He brush his teeth.", "He brush", "He brushes"),
    "PronounInflectionBe": ("They was tired.", "They was", "They were"),
    "SimplePastToPastParticiple": ("She has shook the bag.", "has shook", "has shaken"),
    "ThereIsAgreement": ("There is lions on the hill.", "There is lions", "There are lions"),
    "ArriveTo": ("He arrives to the station.", "arrives to the", "arrives at the"),
    "MissingTo": ("She wants buy some bread.", "wants buy", "wants to buy"),
}


@for_each("rule", sorted(_BY_HARPER))
def test_each_rule_that_may_speak_still_has_its_name(harper: HarperChecker, rule: str) -> None:
    words, marked, say = _BY_HARPER[rule]
    assert rule in {one.rule for one in harper.find(words, rules=(rule,))}
    assert (marked, say) in [(one.words, one.say) for one in notes_on(words, harper)]


def test_what_one_kind_of_english_knows_is_right(harper: HarperChecker) -> None:
    assert not harper.find("A herb, an herb.", rules=("AnA",))
    assert not harper.find("The colour and the color.", rules=("SpellCheck",))
    assert harper.find("The colourr.", rules=("SpellCheck",))


@pytest.fixture
def resting() -> Iterator[HarperChecker]:
    """Its process ends once it has answered."""
    checker = HarperChecker(idle_s=0)
    yield checker
    checker.close()


@pytest.fixture
def kept() -> Iterator[HarperChecker]:
    checker = HarperChecker()
    yield checker
    checker.close()


@pytest.fixture
def processes() -> Processes:
    """Those of Harper that run, besides those that ran before."""
    module = "imagespeak_core.checkers.harper_process"
    before = child_processes.that_run(module)
    return lambda: [one for one in child_processes.that_run(module) if one not in before]


def test_the_process_rests_when_nobody_asks_and_is_begun_again(
    processes: Processes, resting: HarperChecker, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        assert processes() == []
        assert resting.find("She has a apple 🍎 and a old 🎩.", rules=("AnA",))[1].start == 22
        until(lambda: not processes(), limit_s=60)
    assert caplog.text == ""


def test_a_process_that_was_killed_is_replaced(processes: Processes, kept: HarperChecker) -> None:
    for _ in range(2):
        assert kept.find("A apple.", rules=("AnA",))
        [process] = processes()
    process.kill()
    process.wait(60)
    assert kept.find("A apple.", rules=("AnA",))
    assert processes() != [process]


def test_it_ends_with_the_server() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as owner:
        assert owner.stdout
        child = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
    gone, _ = psutil.wait_procs([child], timeout=60)
    assert gone == [child]


def test_it_ends_when_nobody_knows_the_checker_any_more(processes: Processes) -> None:
    checker = HarperChecker()
    checker.find("A apple.", rules=("AnA",))
    assert processes()
    del checker
    assert not processes()


def test_what_takes_too_long_is_ended_and_gives_no_notes(processes: Processes) -> None:
    checker = HarperChecker(longest_s=0)
    with pytest.raises(CheckerFailedError):
        checker.find("A apple.", rules=("AnA",))
    assert processes() == []
    assert notes_on("She wear a hat.", checker) == ()


def test_a_checker_that_fails_gives_no_notes() -> None:
    class Broken:
        def find(self, text: str, *, rules: tuple[str, ...]) -> tuple[Spotted, ...]:
            raise CheckerFailedError("gone")

    assert notes_on("She wear a hat.", Broken()) == ()


def test_rules_that_were_not_allowed_are_silent() -> None:
    for name in ("SpellCheck", "OxfordComma", "LongSentences", "NoSuchRule"):
        assert _kinds("He walks.", Spotted(name, 0, 2, ("She",))) == []
    assert _kinds("The kayak is a red one.", Spotted("AnA", 13, 14, ())) == [], "nothing to say"


@for_each(
    "words, rule, start, end, instead",
    [
        ("a a old man", "AnA", 0, 1, "an"),
        ("He needs a MRI", "AnA", 9, 10, "an"),
        ("Are they brothers?", "PronounVerbAgreement", 9, 17, "brother"),
        ("Did she go home?", "PronounVerbAgreement", 8, 10, "goes"),
        ("She read a book", "PronounVerbAgreement", 4, 8, "reads"),
        ("In the sky, there is birds' singing.", "ThereIsAgreement", 18, 26, "are birds"),
        ("There is bread, flowers and salad.", "ThereIsAgreement", 6, 14, "are breads"),
        ("He wants help.", "MissingTo", 3, 8, "wants to"),
    ],
)
def test_what_it_finds_counts_only_where_more_holds(
    words: str, rule: str, start: int, end: int, instead: str
) -> None:
    assert _kinds(words, Spotted(rule, start, end, (instead,))) == []


@for_each(
    "words, marked, say",
    [
        ("She is wearing a eyeglasses.", "a eyeglasses", "eyeglasses"),
        ("She is wearing a orange trousers.", "a orange trousers", "orange trousers"),
        ("He has a elegant blue jeans.", "", ""),
        ("I see a apples.", "a apples", "an apple"),
        ("There is a apple and clothes.", "a apple", "an apple"),
    ],
)
def test_neither_a_nor_an_stands_before_several(words: str, marked: str, say: str) -> None:
    start = words.index(" a ") + 1
    notes = notes_on(words, ListedChecker(Spotted("AnA", start, start + 1, ("an",))))
    assert [(one.words, one.say) for one in notes] == ([(marked, say)] if marked else [])


def test_at_most_three_the_surest_first_and_none_twice() -> None:
    words = (
        "In the left there is two dog. She wear a red shoes. I can saw childrens. He have a hat. "
        "They was here."
    )
    notes = notes_on(words, ListedChecker())
    assert [note.kind for note in notes] == ["plural_form", "short_form", "he_she_it"]
    assert len(notes) == MOST
    for note in notes:
        assert words[note.start : note.end] == note.words
        assert note.rule == RULES[note.kind]


def test_another_kind_comes_before_the_same_again() -> None:
    kinds = _kinds("She wear a hat. He have a dog. It look old. There is many people.")
    assert kinds == ["he_she_it", "there_is", "he_she_it"]


def test_who_corrects_what_was_just_said_is_told_nothing() -> None:
    assert _kinds("She wear she wears a hat.") == []
    assert _kinds("She wear a hat and a coat and it is cold. She wears") == ["he_she_it"]


def test_no_two_are_about_the_same_words() -> None:
    notes = notes_on("He have a apple. There is a red shoes.", ListedChecker())
    for one in notes:
        assert [other for other in notes if other.start < one.end and one.start < other.end] == [
            one
        ]


def test_what_was_dismissed_is_not_said_again() -> None:
    words = "She wear a hat. There is many people."
    first, second = notes_on(words, ListedChecker())
    again = notes_on("SHE  WEAR a hat. There is many people.", ListedChecker())
    assert as_dismissed(again[0]) == as_dismissed(first)
    left = notes_on(words, ListedChecker(), dismissed={as_dismissed(first)})
    assert left == (second,)


@for_each(
    "words, marked, say",
    [
        ("She buyed bread.", "buyed", "bought"),
        ("She has eated it.", "has eated", "has eaten"),
        ("The car was stealed.", "was stealed", "was stolen"),
        ("she’s nice. he don’t run.", "he don’t", "he doesn't"),
        ("They are eating a sandwiches on the grass.", "a sandwiches", "a sandwich"),
        ("A people are standing there.", "A people", "People"),
        ("These woman is tall.", "These woman", "This woman"),
        ("I see those dog.", "those dog", "those dogs"),
        ("I see a dress orange.", "a dress orange", "an orange dress"),
        ("In the left there is a house.", "In the left", "On the left"),
        ("I think is very cold.", "I think is very", "I think it is very"),
        ("We wearing hats.", "We wearing", "We are wearing"),
        ("The girls enjoy to swim.", "enjoy to swim", "enjoy swimming"),
        ("I am agree.", "I am agree", "I agree"),
    ],
)
def test_how_it_could_be_said(words: str, marked: str, say: str) -> None:
    assert _said(words) == [(marked, say)]


def test_a_form_that_may_be_either_is_not_told() -> None:
    assert _said("She has never writed it.") == []


def test_every_kind_has_a_rule_in_one_short_sentence_and_is_spoken_of() -> None:
    assert set(RULES) == set(get_args(Kind))
    spoken = {one.kind for one in own_rules()} | {"a_or_an"}
    assert spoken == set(RULES)
    for sentence in RULES.values():
        assert sentence.endswith(".")
        assert sentence.count(".") == 1
        assert len(sentence.split()) <= 22, sentence
    assert set(_BY_HARPER) == set(ALLOWED)


@for_each(
    "piece",
    ["the man ", "a", " ", "um, ", "and ", "I think ", "not ", "very old ", "one of the ", "…",
     "is\n", "I like what all the things "],
)  # fmt: skip
def test_the_longest_text_is_looked_at_at_once(piece: str) -> None:
    words = (piece * MAX_WORDS_LENGTH)[:MAX_WORDS_LENGTH]
    assert len(notes_on(words, ListedChecker())) <= MOST


@for_each("piece", ["\n", "so\n", "and ", "and, ", ". ", ".", "a"])
def test_a_text_of_any_length_is_looked_through_once(piece: str) -> None:
    """It would take many minutes, were the rest looked through again from each line or word."""
    words = piece * (MAX_WORDS_LENGTH * 10 // len(piece))
    assert list(found_by_own_rules(words)) == []
    for before, finds in ((f"{words} x ", False), (f"{words} and he ", True)):
        assert any(allowed(f"{before}go", [_agreement_at(len(before))])) == finds


def _agreement_at(start: int) -> Spotted:
    return Spotted("PronounVerbAgreement", start, start + 2, ("goes",))


def test_blank_lines_and_fillers_hide_nothing() -> None:
    for between in ("\n", "\n\n\n", " \n \n ", "\n\nwell, so ", "\n“", " um, er, and then so "):
        words = f"It is nice.{between}he don't run."
        assert _said(words) == [("he don't", "he doesn't")], between
