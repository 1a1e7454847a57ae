"""A learner's attempts over time: what was counted in each, by picture and by week. No grades."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.counts import words_per_minute
from imagespeak_core.speaking.disputes import counted
from imagespeak_core.speaking.findings import Findings, HeldAgainst

_TELLS_WHAT_IS_NOT_SO: frozenset[HeldAgainst] = frozenset({"scene"})
"""Only who knows what a picture shows can tell that something is not so."""

_SAME_WITHIN = timedelta(days=1)
"""So long a tab may stay open, which has a recording that is not kept."""
_SAME_LENGTH_S, _SAME_SPEAKING_S = 0.5, 2.0
"""A browser and this server measure one recording a little differently."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted. None: that could not be measured, and nothing stands in its place.

    Attributes:
        found: Different things of the picture in the words; the learner's disputes count.
        there: Those and the ones that were not found; None exactly where `found` is.
        words_per_minute: Of speaking, pauses left out.
        look_again: Facts that are not so, without those that the learner disputes.
    """

    found: int | None = None
    there: int | None = None
    words_per_minute: int | None = None
    look_again: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One attempt.

    Attributes:
        at: When it was made; aware.
        picture: The key of the picture that its words are about.
        held_against: What the words were held against; with "nothing" nothing was found.
        figures: What was counted in it.
    """

    at: datetime
    picture: str
    held_against: HeldAgainst
    figures: Figures


@dataclass(frozen=True, slots=True)
class OfPicture:
    """The attempts at one picture.

    Attributes:
        picture: Its key.
        points: The oldest first; at least one.
    """

    picture: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The attempts of one week, whatever their pictures.

    Attributes:
        monday: Its first day.
        attempts: How many there are; at least one.
        middle: Of each figure the one in the middle of those that were measured: an attempt's
            own, the smaller one of two.
    """

    monday: date
    attempts: int
    middle: Figures


def points_of(attempts: Iterable[Attempt]) -> tuple[Point, ...]:
    """One point an attempt, the oldest first.

    Several attempts can go with one recording: the words are changed, and looked at again. Its
    words a minute belong to the first of them alone, as what was added later was not spoken.

    Args:
        attempts: A learner's own, in any order.
    """
    ordered = sorted(attempts, key=lambda one: (one.created_at, one.attempt_id))
    return tuple(_point(one, ordered[:at]) for at, one in enumerate(ordered))


def of_pictures(points: Iterable[Point]) -> tuple[OfPicture, ...]:
    """The points by their pictures; the picture that was tried last comes first.

    Args:
        points: The oldest first.
    """
    grouped: dict[str, list[Point]] = {}
    for point in points:
        grouped[point.picture] = [*grouped.pop(point.picture, []), point]
    return tuple(OfPicture(key, tuple(found)) for key, found in reversed(grouped.items()))


def of_weeks(points: Iterable[Point], local: Callable[[datetime], datetime]) -> tuple[Week, ...]:
    """The points by the weeks in which they were made, from Monday to Sunday, the first first.

    Weeks without attempts are left out.

    Args:
        points: In any order.
        local: Gives a moment as clocks show it where the learner is.
    """
    grouped: dict[date, list[Figures]] = {}
    for point in points:
        day = local(point.at).date()
        grouped.setdefault(day - timedelta(days=day.weekday()), []).append(point.figures)
    return tuple(
        Week(monday, len(found), _middle(found)) for monday, found in sorted(grouped.items())
    )


def _point(one: Attempt, before: Sequence[Attempt]) -> Point:
    rate = None
    if one.speech and one.counts.words and not any(_same_recording(one, old) for old in before):
        rate = words_per_minute(one.counts, one.speech)
    found, there = _found(one)
    return Point(
        one.created_at,
        one.picture,
        one.held_against,
        Figures(found, there, rate, _look_again(one)),
    )


def as_counted(one: Attempt) -> Findings:
    """What was found in an attempt, as it counts: the learner's disputes are heard."""
    findings = Findings(one.held_against, one.said, one.not_found, one.not_so)
    return counted(findings, one.disputed)


def _found(one: Attempt) -> tuple[int, int] | tuple[None, None]:
    findings = as_counted(one)
    said = {part.item for part in findings.said}
    there = said | {part.item for part in findings.not_found}
    if one.held_against == "nothing" or not there:
        return None, None
    return len(said), len(there)


def _look_again(one: Attempt) -> int | None:
    if one.held_against not in _TELLS_WHAT_IS_NOT_SO:
        return None
    return len(as_counted(one).not_so)


def _same_recording(one: Attempt, other: Attempt) -> bool:
    """Whether two attempts go with one recording, of which one may not know yet that it is kept."""
    if one.recording and other.recording:
        return one.recording == other.recording
    if one.speech is None or other.speech is None or one.picture != other.picture:
        return False
    if abs(one.created_at - other.created_at) > _SAME_WITHIN:
        return False
    if one.speech_from == other.speech_from:
        return one.speech == other.speech
    return (
        abs(one.speech.length_s - other.speech.length_s) <= _SAME_LENGTH_S
        and abs(one.speech.speaking_s - other.speech.speaking_s) <= _SAME_SPEAKING_S
    )


def _middle(found: Sequence[Figures]) -> Figures:
    return Figures(
        _median(one.found for one in found),
        _median(one.there for one in found),
        _median(one.words_per_minute for one in found),
        _median(one.look_again for one in found),
    )


def _median(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return statistics.median_low(known) if known else None
