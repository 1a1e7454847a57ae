"""A learner's attempts over time: what is counted, and what is not told as nobody measured it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, get_args

import pytest

from imagespeak_core.speaking.attempt import Attempt, Disputed, Tried
from imagespeak_core.speaking.attempts import create_attempt, list_attempts
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.findings import HeldAgainst, NotFound, NotSo, Said
from imagespeak_core.speaking.progress import Figures, Week, of_pictures, of_weeks, points_of
from imagespeak_core.speaking.progress_csv import COLUMNS, to_csv
from imagespeak_core.speaking.speech import Speech
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA, LIMITS, PICTURE, services_on, tried

MONDAY = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
OTHER = "generated-images/abc_20241031_143023_0_a_dog.png"
_Pairs = dict[str, tuple[dict[str, Any], dict[str, Any]]]
SPEECH = Speech(length_s=35.0, heard=True, speaking_s=30.0, pauses=2, longest_pause_s=1.5)


def attempt(at: int | datetime = 0, **changes: Any) -> Attempt:
    """One that was made so many minutes after Monday's noon, or then."""
    made = at if isinstance(at, datetime) else MONDAY + timedelta(minutes=at)
    said = {name: getattr(tried(), name) for name in Tried.model_fields} | changes
    if "speech" in changes and changes["speech"] and "speech_from" not in changes:
        said["speech_from"] = "browser"
    return Attempt(
        **said,
        attempt_id=f"abc_{made:%Y%m%d_%H%M%S}_0",
        session_id="abc",
        learner=ANA,
        created_at=made,
        until=made + timedelta(days=30),
    )


def said(*items: str) -> tuple[Said, ...]:
    return tuple(Said(item, at, item) for at, item in enumerate(items))


def missed(*items: str) -> tuple[NotFound, ...]:
    return tuple(NotFound("thing", item, "Look.", "It is there.") for item in items)


def not_so(number: int) -> tuple[NotSo, ...]:
    return (NotSo("four dogs", 0, "count", "two dogs", "How many?"),) * number


def figures(*attempts: Attempt) -> list[Figures]:
    return [point.figures for point in points_of(attempts)]


def test_each_thing_counts_once_and_disputes_count_as_the_learner_says() -> None:
    one = attempt(
        said=said("dog", "bench", "dog"), not_found=missed("nurse", "tree"), not_so=not_so(2)
    )
    assert figures(one) == [Figures(2, 4, None, 2)]
    disputed = (Disputed("not_found", 0), Disputed("not_so", 1))
    assert figures(one.model_copy(update={"disputed": disputed})) == [Figures(3, 4, None, 1)]


@for_each(
    "against, counted",
    [
        ("scene", Figures(1, 2, None, 1)),
        ("prompt", Figures(1, 2, None, None)),
        ("nothing", Figures(None, None, None, None)),
    ],
)
def test_what_nobody_knows_is_not_told_as_nothing(against: HeldAgainst, counted: Figures) -> None:
    one = attempt(held_against=against, said=said("dog"), not_found=missed("tree"))
    (point,) = points_of([one])
    assert (point.held_against, point.figures) == (against, counted)


def test_a_picture_with_nothing_to_find_has_no_things() -> None:
    assert figures(attempt(said=(), not_found=(), not_so=())) == [Figures(None, None, None, 0)]


@for_each(
    "speech, words, rate",
    [
        (None, 20, None),
        (SPEECH, 40, 80),
        (SPEECH, 0, None),
        (Speech(20.0), 20, None),
        (Speech(20.0, heard=True, speaking_s=2.9), 20, None),
    ],
)
def test_words_a_minute_are_there_where_speaking_was_measured(
    speech: Speech | None, words: int, rate: int | None
) -> None:
    (one,) = figures(attempt(speech=speech, counts=Counts(words=words)))
    assert one.words_per_minute == rate


def test_words_that_were_added_to_a_recording_later_are_not_taken_as_spoken() -> None:
    counts = Counts(words=40), Counts(words=60)
    of_server = Speech(35.2, heard=True, speaking_s=31.0)
    kept: dict[str, Any] = {
        "speech": of_server,
        "speech_from": "recording",
        "recording": "abc_20241031_143022_0",
    }
    same: _Pairs = {
        "unkept": ({"speech": SPEECH}, {"speech": SPEECH}),
        "kept meanwhile": ({"speech": SPEECH}, kept),
        "kept": (kept, kept),
    }
    for name, (first, second) in same.items():
        pair = attempt(0, counts=counts[0], **first), attempt(5, counts=counts[1], **second)
        rates = [one.words_per_minute for one in figures(*reversed(pair))]
        assert rates[0], name
        assert rates[1] is None, name

    others: _Pairs = {
        "unkept": ({"speech": SPEECH}, {"speech": Speech(35.0, heard=True, speaking_s=30.5)}),
        "kept": (kept, {**kept, "recording": "abc_20241031_143022_1"}),
        "longer": ({"speech": SPEECH}, {**kept, "speech": Speech(36.0, True, 31.0)}),
        "fuller": ({"speech": SPEECH}, {**kept, "speech": Speech(35.0, True, 33.0)}),
        "elsewhere": ({"speech": SPEECH}, {"speech": SPEECH, "picture": OTHER}),
        "typed first": ({}, {"speech": SPEECH}),
    }
    for name, (first, second) in others.items():
        pair = attempt(0, counts=counts[0], **first), attempt(5, counts=counts[1], **second)
        assert figures(*pair)[1].words_per_minute, name
    minutes = 24 * 60 + 1
    pair = attempt(0, speech=SPEECH, counts=counts[0]), attempt(minutes, speech=SPEECH)
    assert figures(*pair)[1].words_per_minute, "no tab stays open so long"


def test_points_go_from_the_oldest_and_pictures_from_the_one_tried_last() -> None:
    made = [attempt(0), attempt(1, picture=OTHER), attempt(2)]
    points = points_of(reversed(made))
    assert [point.at for point in points] == [one.created_at for one in made]
    assert [(one.picture, len(one.points)) for one in of_pictures(points)] == [
        (PICTURE, 2),
        (OTHER, 1),
    ]
    again = points_of([*made, attempt(3, picture=OTHER)])
    assert [one.picture for one in of_pictures(again)] == [OTHER, PICTURE]
    assert [one.at for one in of_pictures(again)[0].points] == sorted(
        point.at for point in again if point.picture == OTHER
    )
    assert of_pictures(()) == ()


def found_in(*numbers: int) -> Iterable[Attempt]:
    for at, number in enumerate(numbers):
        names = [f"thing {one}" for one in range(10)]
        yield attempt(
            at, said=said(*names[:number]), not_found=missed(*names[number:]), not_so=not_so(number)
        )


def test_a_week_has_what_is_in_the_middle_of_what_was_measured() -> None:
    assert of_weeks(points_of(found_in(1, 9, 2)), _utc) == (
        Week(date(2026, 11, 2), 3, Figures(2, 10, None, 2)),
    )
    (even,) = of_weeks(points_of(found_in(1, 9, 2, 4)), _utc)
    assert even.middle.found == 2, "an attempt's own, no half thing"
    typed, spoken = attempt(0), attempt(1, speech=SPEECH, counts=Counts(words=40))
    unknown = attempt(2, held_against="nothing", said=(), not_found=(), not_so=())
    (mixed,) = of_weeks(points_of([typed, spoken, unknown]), _utc)
    assert (mixed.attempts, mixed.middle) == (3, Figures(1, 2, 80, 1))
    assert of_weeks((), _utc) == ()


def test_weeks_begin_on_monday_where_the_learner_is_and_empty_ones_are_left_out() -> None:
    sunday_night = datetime(2026, 11, 8, 23, 30, tzinfo=UTC)
    points = points_of([attempt(sunday_night + timedelta(days=14)), attempt(sunday_night)])
    assert [one.monday for one in of_weeks(points, _utc)] == [date(2026, 11, 2), date(2026, 11, 16)]
    east = timezone(timedelta(hours=1))
    mondays = [one.monday for one in of_weeks(points, lambda moment: moment.astimezone(east))]
    assert mondays == [date(2026, 11, 9), date(2026, 11, 23)]


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def rows_of(attempts: Iterable[Attempt]) -> list[dict[str, str]]:
    content = to_csv(attempts)
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs it"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_has_a_row_for_each_attempt() -> None:
    spoken: dict[str, Any] = {"speech": SPEECH, "counts": Counts(40, 30, 4, 12)}
    first, second = rows_of(
        [attempt(1, held_against="nothing", words="Später, 日本"), attempt(0, **spoken)]
    )
    assert tuple(first) == COLUMNS
    assert list(first.values()) == [
        "2026-11-02 12:00:00", PICTURE, "A2", "the picture", "40", "30", "4", "12",
        "1", "2", "1", "35", "30", "2", "80", "I see a dog. Three cats sleep.",
    ]  # fmt: skip
    assert second["your words"] == "Später, 日本"
    assert second["compared with"] == "nothing"
    empty = ("things found", "things there", "look again", "seconds spoken")
    assert {second[name] for name in empty} == {""}
    (silent,) = rows_of([attempt(speech=Speech(12.4))])
    assert (silent["seconds recorded"], silent["seconds spoken"]) == ("12", "")
    assert rows_of([]) == []


@for_each("against", get_args(HeldAgainst))
def test_the_table_says_what_the_words_were_compared_with(against: HeldAgainst) -> None:
    (row,) = rows_of([attempt(held_against=against)])
    assert row["compared with"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_of_the_table_is_a_formula(begins: str) -> None:
    hostile = f'{begins}HYPERLINK("http://x","a"),1\r\n=2+2'
    (row,) = rows_of([attempt(words=hostile, level=f"{begins}1")])
    assert row["your words"] == f"'{hostile}"
    assert row["level"] == f"'{begins}1"


def test_200_attempts_are_counted_and_made_a_table_at_once() -> None:
    """They are compared with each other at most: 20,000 looks."""
    services = services_on(MemoryBlobs())
    for at in range(200):
        create_attempt(services, tried(f"Words {at}"), session_id="abc", learner=ANA, limits=LIMITS)
    own = list_attempts(services, "abc", ANA)
    points = points_of(own)
    assert len(points) == len(rows_of(own)) == 200
    assert sum(week.attempts for week in of_weeks(points, _utc)) == 200
