"""A soak that has seen a promise broken says so, and one that has not does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.benchmarks.bench_soak import kinds_of
from tests.benchmarks.soak_facts import (
    Call,
    Facts,
    Kill,
    Level,
    Press,
    climb,
    excuse,
    is_kept,
    rows,
    table,
)
from tests.benchmarks.soak_visitors import first_sentence

MINE, YOURS = "generated-images/mine.png", "generated-images/yours.png"


def _flat(process: str, *, climb_mib: float = 0.0) -> list[Level]:
    """Five minutes, looked at every five seconds; it climbs so much a minute."""
    return [Level(process, at_s, 100 + climb_mib * at_s / 60) for at_s in range(0, 300, 5)]


def _good() -> Facts:
    """Two pictures and a recording; server a was killed while it paid for a third one."""
    facts = Facts(
        sessions=2,
        presses=[
            Press("mine", 1, "picture"),
            Press("yours", 2, "cut off"),
            Press("yours", 3, "picture"),
        ],
        hits_s=[0.05],
        references_s=[0.02],
        calls=[
            Call("a", 1, 10, 12, "picture"),
            Call("a", 2, 19, 22, "picture"),
            Call("b", 3, 40, 42, "picture"),
        ],
        kills=[Kill("a", 20, 25)],
        told={MINE: "m", YOURS: "y"},
        stored={MINE: (1, "m"), YOURS: (3, "y")},
        acknowledged={"upload": "s"},
        kept={"upload": "s"},
        levels=_flat("a"),
        starts=[Level("a", 0, 100, threads={"main": 1}, tasks={"serve": 1})],
        ends=[Level("a", 300, 100, threads={"main": 1}, tasks={"serve": 1})],
    )
    facts.log["something was tried again"] += 3
    return facts


def _broken(facts: Facts) -> list[str]:
    return [row.name for row in rows(facts) if row.is_kept is False]


def test_all_is_well() -> None:
    lines = [*rows(_good())]
    assert is_kept(lines)
    assert "**broken**" not in table("2 sessions", lines)


def _forget_a_picture(facts: Facts) -> None:
    del facts.stored[MINE]


def _change_a_picture(facts: Facts) -> None:
    facts.stored[MINE] = (1, "another")


def _forget_a_recording(facts: Facts) -> None:
    facts.kept.clear()


def _cut_a_recording(facts: Facts) -> None:
    facts.kept["upload"] = "half"


def _pay_again(facts: Facts) -> None:
    """For the same wish, whichever press it was."""
    facts.presses.append(Press("mine", 4, "picture"))
    facts.calls.append(Call("b", 4, 50, 52, "picture"))
    facts.stored["generated-images/mine too.png"] = (4, "t")


def _pay_again_after_a_cut(facts: Facts) -> None:
    facts.calls += [Call("b", 3, 43, 44, "picture"), Call("b", 3, 45, 46, "half a picture")]


def _pay_for_a_hit(facts: Facts) -> None:
    facts.calls.append(Call("b", 99, 50, 52, "picture"))
    facts.stored["generated-images/hit.png"] = (99, "h")


def _lose_what_was_paid(facts: Facts) -> None:
    facts.presses.append(Press("lost", 5, "words"))
    facts.calls.append(Call("b", 5, 50, 52, "picture"))


def _store_twice(facts: Facts) -> None:
    facts.stored["generated-images/copy.png"] = (1, "m")


def _leave_a_press(facts: Facts) -> None:
    facts.presses.append(Press("silent", 6, "nothing"))


def _meet_another(facts: Facts) -> None:
    facts.broken["presses that met another picture"] += 1


def _answer_500(facts: Facts) -> None:
    facts.statuses["/uploads 500"] += 1


def _log_a_traceback(facts: Facts) -> None:
    facts.log += kinds_of("Traceback (most recent call last):\n  File …\nValueError: no\n")


def _leave_a_claim(facts: Facts) -> None:
    facts.left["claims"] += 1


def _climb(facts: Facts) -> None:
    facts.levels = _flat("a", climb_mib=10)


def _hold_connections(facts: Facts) -> None:
    facts.ends[0] = replace(facts.ends[0], tabs=2)


def _hold_files(facts: Facts) -> None:
    facts.ends[0] = replace(facts.ends[0], files={"anon_inode": 3})


def _hold_threads(facts: Facts) -> None:
    facts.ends[0] = replace(facts.ends[0], threads={"main": 1, "script": 1})


def _hold_tasks(facts: Facts) -> None:
    facts.ends[0] = replace(facts.ends[0], tasks={"serve": 2})


def _measure_nothing(facts: Facts) -> None:
    facts.hits_s.clear()


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (_forget_a_picture, "Of these not in the store as they were"),
        (_change_a_picture, "Of these not in the store as they were"),
        (_forget_a_recording, "Of these not there whole"),
        (_cut_a_recording, "Of these not there whole"),
        (_pay_again, "Paid twice"),
        (_pay_again_after_a_cut, "Paid twice"),
        (_pay_for_a_hit, "Paid for a press that needed nothing"),
        (_lose_what_was_paid, "Paid and lost"),
        (_store_twice, "Stored twice"),
        (_leave_a_press, "Presses that ended in neither"),
        (_meet_another, "What else a visitor must not meet"),
        (_answer_500, "Of these our own mistakes"),
        (_log_a_traceback, "Tracebacks in the logs"),
        (_leave_a_claim, "Left behind"),
        (_climb, "Memory of a after its first minute"),
        (_hold_connections, "Held by a in the end, and not at its start"),
        (_hold_files, "Held by a in the end, and not at its start"),
        (_hold_threads, "Held by a in the end, and not at its start"),
        (_hold_tasks, "Held by a in the end, and not at its start"),
        (_measure_nothing, "A press that meets a picture"),
    ],
)
def test_a_broken_promise_is_seen(spoil: Callable[[Facts], None], name: str) -> None:
    facts = _good()
    spoil(facts)
    assert name in _broken(facts)


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (Call("a", 2, 19, 22, "picture"), "in flight when server a was killed"),
        (Call("a", 2, 17, 19, "picture"), "in flight when server a was killed"),
        (Call("b", 2, 19, 22, "picture"), None),
        (Call("a", 2, 10, 12, "picture"), None),
        (Call("a", 2, 26, 28, "picture"), None),
        (Call("b", 2, 26, 28, "half a picture"), "cut by the model"),
    ],
)
def test_only_a_cut_or_a_kill_meanwhile_is_an_excuse(call: Call, reason: str | None) -> None:
    assert excuse(call, [Kill("a", 20, 25)]) == reason


def test_what_waits_on_the_disk_of_who_is_killed_for_long_may_be_paid_again() -> None:
    facts = _good()
    facts.presses.append(Press("mine", 4, "picture"))
    facts.calls.append(Call("b", 4, 75, 77, "picture"))
    facts.stored["generated-images/mine too.png"] = (4, "t")
    facts.calls[0] = Call("a", 1, 40, 42, "picture")
    for kill in (Kill("a", 50, 55), Kill("b", 50, 80), Kill("a", 100, 130)):
        facts.kills = [kill]
        assert "Paid twice" in _broken(facts)
    facts.kills = [Kill("a", 50, 80)]
    assert "Paid twice" not in _broken(facts)


def test_a_claim_that_the_store_did_not_take_back_is_swept_later() -> None:
    facts = _good()
    facts.left["claims"] = 1
    facts.log["WARNING core: a claim could not be given back"] = 1
    assert not _broken(facts)
    facts.left["claims"] = 2
    assert _broken(facts) == ["Left behind"]


def test_memory_of_the_first_minute_does_not_count() -> None:
    warming_up = [Level("a", at_s, at_s) for at_s in range(0, 60, 5)]
    steady = [Level("a", at_s, 90 + at_s % 2) for at_s in range(60, 300, 5)]
    assert climb([*warming_up, *steady]) == pytest.approx(0)


def test_a_picture_that_is_being_decoded_is_no_climb() -> None:
    levels = [Level("a", at_s, 120 if at_s == 290 else 80) for at_s in range(60, 300, 5)]
    assert climb(levels) == pytest.approx(0)


def test_too_short_a_look_at_memory_tells_nothing() -> None:
    assert climb([Level("a", at_s, at_s) for at_s in range(0, 85, 5)]) is None


def test_lines_of_one_kind_are_counted_together() -> None:
    log = (
        "2026-11-30 10:00:00,123 WARNING core: a claim was taken over after 20 s\n"
        "2026-11-30 10:00:01,000 INFO core: a picture was made\n"
        "2026-11-30 10:00:07,456 WARNING core: a claim was taken over after 23 s\n"
    )
    assert kinds_of(log) == {"WARNING core: a claim was taken over after … s": 2}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("**The place is slow.**  \nWait a moment.", "The place is slow."),
        ("S3 is busy. Wait 12 seconds.", "S3 is busy."),
        ("Please wait 12 seconds, then press again.", "Please wait N seconds, then press again."),
        ("no sentence", "no sentence"),
    ],
)
def test_of_what_a_visitor_was_told_the_first_sentence_counts(words: str, first: str) -> None:
    assert first_sentence(words) == first
