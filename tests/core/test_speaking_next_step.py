"""One next step: the first of the rule's that is so, and no answer is given away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imagespeak_core.pictures.prompts import LEVELS, Level
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.disputes import counted
from imagespeak_core.speaking.findings import Findings, NotFound, NotSo, Said
from imagespeak_core.speaking.next_step import NextStep, Step, look_again, next_step
from imagespeak_core.speaking.speech import Speech
from tests.for_each import for_each

COUNT = NotSo("three dogs", 4, "count", "two dogs", "How many dogs are there?", ("d",))
WHO = NotFound("person", "nurse", "Somebody is on the left.", "There is a nurse.", ("n",))
ANIMAL = NotFound("animal", "cat", "There is an animal.", "There is a cat.", ("c",))
THING = NotFound("thing", "lamp", "Something gives light.", "There is a lamp.", ("l",))
PLACE = NotFound("place", "park", "What place is this?", "It is a park.")
TIME = NotFound("time", "night", "What time is it?", "It is night.")
SAID = tuple(Said(word, 0, word) for word in "man dog tree bench ball kite boat hat".split())
JOINED = Counts(60, 40, 5, 14, joining=("and",))
APART = replace(JOINED, joining=())
LONG = Speech(70, heard=True, speaking_s=60, pauses=2, longest_pause_s=2)

TOLD = Findings("scene", said=SAID)


def _step(
    findings: Findings = TOLD,
    counts: Counts = JOINED,
    speech: Speech | None = LONG,
    level: Level = "A2",
    *,
    has_action: bool = True,
    stops_after_s: int | None = None,
) -> NextStep:
    return next_step(
        findings,
        counts,
        speech,
        level=level,
        has_action=has_action,
        stops_after_s=stops_after_s,
    )


@for_each(
    "not_found, not_so, step",
    [
        ((WHO, THING, PLACE), (COUNT,), "look again"),
        ((WHO, ANIMAL, THING, PLACE), (), "who"),
        ((ANIMAL, PLACE), (), "who"),
        ((THING, PLACE, TIME), (), "where"),
        ((THING, TIME), (), "level"),
    ],
)
def test_what_is_wrong_or_most_important_comes_first(
    not_found: tuple[NotFound, ...], not_so: tuple[NotSo, ...], step: Step
) -> None:
    assert _step(replace(TOLD, not_found=not_found, not_so=not_so)).step == step


def test_a_thing_is_asked_for_where_few_were_told() -> None:
    few = replace(TOLD, said=SAID[:3], not_found=(THING, PLACE))
    assert _step(few, level="A1").step == "where"
    assert _step(few, level="A2") == NextStep("what", f"Name one more thing. {THING.hint}")
    twice = replace(few, said=(*SAID[:3], *SAID[:3]))
    assert _step(twice, level="A2").step == "what"


@for_each("findings", [TOLD, replace(TOLD, not_found=(THING, PLACE)), Findings("nothing")])
def test_somebody_does_something(findings: Findings) -> None:
    assert _step(findings, has_action=False).step == "action"


def test_sentences_are_joined() -> None:
    assert _step(counts=APART).step == "join"
    assert _step(counts=replace(APART, sentences=1)).step == "level"


@for_each("level, least_s", [("A1", 15), ("A2", 20), ("B1", 30), ("B2", 40), ("C1", 45)])
def test_somebody_speaks_as_long_as_others_of_the_level(level: Level, least_s: int) -> None:
    short = replace(LONG, speaking_s=least_s - 1)
    assert _step(speech=short, level=level).step == "longer"
    assert str(least_s) in _step(speech=short, level=level).sentence
    assert _step(speech=replace(short, speaking_s=least_s), level=level).step != "longer"


def test_nobody_is_asked_to_speak_on_after_the_recording_stops() -> None:
    short = Speech(20, heard=True, speaking_s=19)
    asked = _step(speech=short, level="B2", stops_after_s=30)
    assert asked == NextStep("longer", "Speak a little longer: try 30 seconds.")
    assert "40" in _step(speech=short, level="B2", stops_after_s=180).sentence
    whole = Speech(29, heard=True, speaking_s=24, pauses=4)
    assert _step(speech=whole, level="B2", stops_after_s=30).step == "pauses"
    assert _step(speech=replace(short, length_s=28), stops_after_s=30).step == "longer"
    assert _step(speech=replace(short, length_s=28.1), stops_after_s=30).step == "level"


def test_pauses_come_after_that_and_only_several() -> None:
    assert _step(speech=replace(LONG, pauses=4)).step == "pauses"
    assert _step(speech=replace(LONG, pauses=3)).step == "level"
    assert _step(speech=replace(LONG, pauses=4, speaking_s=5)).step == "longer"


@for_each("speech", [None, Speech(20)])
def test_nothing_is_asked_of_a_voice_that_nobody_heard(speech: Speech | None) -> None:
    assert _step(speech=speech).step == "level"


def test_in_the_end_comes_the_next_level_and_at_the_highest_another_picture() -> None:
    steps = [_step(level=level) for level in LEVELS]
    assert [step.step for step in steps] == ["level"] * 4 + ["picture"]
    assert [LEVELS[at + 1] in step.sentence for at, step in enumerate(steps[:-1])] == [True] * 4


def test_no_answer_is_given_away() -> None:
    for one in (WHO, ANIMAL, THING, PLACE):
        few = replace(TOLD, said=(), not_found=(one,))
        assert one.item not in _step(few).sentence
    assert COUNT.shown not in _step(replace(TOLD, not_so=(COUNT,))).sentence


@pytest.mark.parametrize(
    "question", ["How many dogs are there?", "Look again: how many dogs are there?"]
)
def test_one_looks_again_in_one_sentence(question: str) -> None:
    asked = look_again(replace(COUNT, question=question))
    assert asked == "Look again: how many dogs are there?"


def test_what_is_disputed_counts_as_the_learner_says() -> None:
    found = Findings("scene", SAID[:1], (WHO, THING), (COUNT,))
    disputed = (Disputed("not_found", 0), Disputed("not_so", 0))
    assert counted(found, ()) == found
    assert counted(found, disputed[:1]) == replace(
        found, said=(*SAID[:1], Said("", 0, "nurse", ("n",))), not_found=(THING,)
    )
    assert counted(found, disputed).not_so == ()
    assert _step(counted(found, disputed)).step == "what"
