"""What was to be larger, smaller, older or younger than others, and is plainly so."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.scene import (
    Age,
    Comparison,
    Shown,
    Wanted,
)
from imagespeak_core.generators.illustrator.telling.unshown.asked import Asked
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_AGES: tuple[Age | None, ...] = ("baby", "child", "teenager", "adult", "old")
_HEIGHTS_M: dict[Age | None, float] = {
    "baby": 0.7, "child": 1.2, "teenager": 1.55, "adult": 1.72, "old": 1.72
}  # fmt: skip
_DRAWN = {"small": 0.66, None: 1.0, "big": 1.4}
"""How large a thing is drawn that is told to be big or small."""
_STATURES = {"small": 0.84, None: 1.0, "big": 1.16}
_PLAINLY = 1.1
"""By so much the larger is higher at the least."""


def seen_compared(comparisons: Sequence[Comparison], asked: Sequence[Asked]) -> frozenset[str]:
    """The words that compare, and are plainly true of all of whom they are said."""
    untrue = {one.words for one in comparisons if not _is_so(one, asked[one.of], asked)}
    return frozenset({one.words for one in comparisons} - untrue)


def _is_so(one: Comparison, subject: Asked, asked: Sequence[Asked]) -> bool:
    others = [asked[index] for index in one.than] or _others(one, asked)
    if not others and one.quality == "age" and not one.than:
        return _is_of_age(subject.items, more=one.more)
    shown = [item for other in others for item in other.items]
    return bool(subject.items and shown) and all(
        _is_more(item, other, one.quality) if one.more else _is_more(other, item, one.quality)
        for item in subject.items
        for other in shown
    )


def _others(one: Comparison, asked: Sequence[Asked]) -> list[Asked]:
    """With whom it is compared without a word: all of the same noun, else all of the same kind."""
    rest = [other for index, other in enumerate(asked) if index != one.of]
    own = asked[one.of].wanted

    def same(other: Wanted) -> bool:
        return other.kind == own.kind == "person" or other.noun == own.noun

    return [other for other in rest if same(other.wanted)] or [
        other for other in rest if other.wanted.kind == own.kind
    ]


def _is_of_age(items: Sequence[Shown], *, more: bool) -> bool:
    """Whether somebody is plainly old or young where there is nobody to be compared with."""
    old = {"old"} if more else {"baby", "child", "teenager"}
    return bool(items) and all(item.age in old for item in items)


def _is_more(one: Shown, other: Shown, quality: str) -> bool:
    if quality == "age":
        ages = [_AGES.index(item.age) for item in (one, other) if item.age in _AGES]
        return len(ages) == 2 and ages[0] > ages[1]
    own, its = _height_m(one), _height_m(other)
    return own is not None and its is not None and own >= _PLAINLY * its


def _height_m(item: Shown) -> float | None:
    if item.kind == "person":
        return _HEIGHTS_M.get(item.age, _HEIGHTS_M["adult"]) * _STATURES[item.size]
    thing = THINGS.get(item.noun)
    return None if thing is None else thing.height_m * thing.enlarged * _DRAWN[item.size]
