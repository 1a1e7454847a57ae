"""What is drawn and told of each figure, from attempt to attempt or from week to week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from imagespeak_core.speaking.progress import Figures, Point, Week
from pages.components.shell import readable

FEW: Final = 12
"""So many numbers are read out with a picture of them; more are for the table."""

NOTHING: Final = "–"
"""Stands in the table where nothing was measured."""

HOW: Final = (
    (
        "Things found",
        "people, animals, things, the place, the time of day and the weather. Each counts once. "
        "It counts as you say where you press **I did say it**.",
    ),
    (
        "Words a minute",
        "the words in your text, divided by the seconds that you spoke. Pauses don't count. A "
        "recording counts once, with the words that you checked first.",
    ),
    (
        "Look again",
        "what is not so in the picture. It does not count where you press **It is there**.",
    ),
    (NOTHING, "it could not be measured, or its recording was counted before."),
)
"""How each column was got; Markdown."""


By = Literal["attempt", "week"]

_WHEN: dict[By, tuple[str, str]] = {
    "attempt": (" at first", " last time"),
    "week": (" in your first week", " in your last week"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One attempt, or one week.

    Attributes:
        place: From the first one on, 0, in attempts or in weeks.
        name: What stands under the picture.
        title: What stands in the table.
        figures: What was counted.
    """

    place: int
    name: str
    title: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Series:
    """One figure in all steps where it was measured.

    Attributes:
        key: Tells it from the others.
        title: What it is called.
        says: What it was at first and in the end, in a sentence; never a judgement.
        begins: The name of the first step, whether it was measured there or not.
        ends: That of the last one.
        places: Where it was measured: shares of the way from the one to the other.
        values: What it was there.
        of: Of how many, likewise; empty: of nothing.
    """

    key: str
    title: str
    says: str
    begins: str = ""
    ends: str = ""
    places: tuple[float, ...] = ()
    values: tuple[int, ...] = ()
    of: tuple[int, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to compare."""
        return len(self.values) > 1

    def told(self) -> str:
        """For those who don't see the picture."""
        numbers = [f"{value} of {of}" for value, of in zip(self.values, self.of, strict=False)]
        numbers = numbers or [str(value) for value in self.values]
        rest = (
            f"All numbers: {', '.join(numbers)}."
            if len(numbers) <= FEW
            else f"All {len(numbers)} numbers are in the table."
        )
        return f"{self.title}. {self.says} {rest}"


def steps_of_points(points: Iterable[Point]) -> list[Step]:
    """One step an attempt.

    Args:
        points: The oldest first.
    """
    return [
        Step(
            at - 1, f"attempt {at}", f"{at} ({readable.local(point.at):%d\u00a0%b})", point.figures
        )
        for at, point in enumerate(points, start=1)
    ]


def steps_of_weeks(weeks: Sequence[Week]) -> list[Step]:
    """One step a week.

    Args:
        weeks: The first first.
    """
    return [
        Step(
            (week.monday - weeks[0].monday).days // 7,
            f"{week.monday:%d %b}",
            f"{week.monday:%d %b} ({readable.number_of(week.attempts, 'attempt')})",
            week.middle,
        )
        for week in weeks
    ]


def series_of(steps: Sequence[Step], by: By) -> tuple[Series, ...]:
    """Things found, words a minute, look again: each told, and drawn where it can be."""
    found = [(one, one.figures.found, one.figures.there) for one in steps]
    rates = [(one, one.figures.words_per_minute, None) for one in steps]
    again = [(one, one.figures.look_again, None) for one in steps]
    return (
        _series(
            found,
            by,
            key="found",
            title="Things found in your words",
            sentence="You found {first}{then}, {last}{now}{more}.",
            single="You found {first} so far.",
            none="Your words could not be compared with a picture, so there are no numbers.",
            unit="things",
        ),
        _series(
            rates,
            by,
            key="rate",
            title="Words a minute of speaking time",
            sentence="You said about {first}{then}, about {last}{now}{more}.",
            single="You said about {first} so far. With the next recording you see more.",
            none="There are no numbers yet. Record yourself, write what you said, "
            "then press Check my words.",
            unit="words a minute",
        ),
        _series(
            again,
            by,
            key="again",
            title="Look again",
            sentence="You had {first} to look at again{then}, {last}{now}{more}.",
            single="You had {first} to look at again so far.",
            none="Nobody knows what is in the picture, so there are no numbers.",
            unit="things",
        ),
    )


def cells(figures: Figures) -> tuple[str, str, str]:
    """The figures as they stand in the table."""
    found = NOTHING if figures.found is None else f"{figures.found} of {figures.there}"
    return found, _cell(figures.words_per_minute), _cell(figures.look_again)


def _cell(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _series(
    marks: Sequence[tuple[Step, int | None, int | None]],
    by: By,
    *,
    key: str,
    title: str,
    sentence: str,
    single: str,
    none: str,
    unit: str,
) -> Series:
    known = [(step, value, of) for step, value, of in marks if value is not None]
    if not known:
        return Series(key, title, none)
    (_, first, of_first), (_, last, of_last) = known[0], known[-1]
    then, now = _WHEN[by]
    says = (sentence if len(known) > 1 else single).format(
        first=_first(first, of_first, unit),
        last=str(last) if of_last is None else f"{last} of {of_last}",
        then=then,
        now=now,
        more=_difference(last - first),
    )
    return Series(
        key,
        title,
        says,
        marks[0][0].name,
        marks[-1][0].name,
        tuple(step.place / max(1, marks[-1][0].place) for step, _, _ in known),
        tuple(value for _, value, _ in known),
        tuple(of for _, _, of in known if of is not None),
    )


def _first(first: int, of: int | None, unit: str) -> str:
    if of is not None:
        return f"{first} of {of} {unit}"
    return f"{first} {unit if first != 1 else unit.replace('things', 'thing')}"


def _difference(more: int) -> str:
    if more == 0:
        return ": the same"
    return f": {more} more" if more > 0 else f": {-more} fewer"
