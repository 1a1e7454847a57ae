"""Who and what there is in two drawn pictures, where it is not as many in both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.mentions import alike
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    noun_of,
)
from imagespeak_core.generators.illustrator.telling.unshown.asked import is_a
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.comparing import naming

_WORN = frozenset({"clothes"})
"""Things of these kinds are on somebody."""
_GROUND = frozenset({"grass", "sand", "leaves"})
_Numbers = tuple[str, int, int]
"""A noun, and how many of it are in the first picture and in yours."""
_CALLED = {"picture": "painting"}
"""Words that "your picture" needs no second time."""


def people_told(original: Scene, drawn: Scene) -> Iterator[str]:
    """Who is there: each kind with its own number, or all people in one.

    All in one where somebody may be called as those are who are said not to be there.
    """
    first, yours = _of(original, "person"), _of(drawn, "person")
    if _only_named_otherwise(yours, len(first), original):
        return
    told = list(_by_noun(first, yours))
    sure = [
        (noun, was, is_)
        for noun, was, is_ in told
        if (was or not _may_be_called(noun, yours, original))
        and (is_ or not _may_be_called(noun, first, drawn))
    ]
    if len(sure) < len(told) and len(first) != len(yours):
        yield _numbers("person", len(first), len(yours))
    else:
        yield from _once_a_kind(sure)


def _once_a_kind(told: Sequence[_Numbers]) -> Iterator[str]:
    """A sentence for each kind of people: a woman and an old woman are both women.

    Where one picture lacks them all, it names them all; else the first stands for the kind.
    """
    kinds: dict[str, list[_Numbers]] = {}
    for numbers in told:
        kinds.setdefault(numbers[0].split()[-1], []).append(numbers)
    for first, *more in kinds.values():
        alike = [one for one in more if (one[1] > 0, one[2] > 0) == (first[1] > 0, first[2] > 0)]
        if first[1] and first[2]:
            alike = []
        yield _numbers(*first, *alike)


def animals_told(original: Scene, drawn: Scene) -> Iterator[str]:
    """Which animals there are."""
    first, yours = _of(original, "animal"), _of(drawn, "animal")
    for noun, was, is_ in _by_noun(first, yours):
        if not _is_as_many(noun, first, yours):
            yield _numbers(noun, was, is_)


def things_told(original: Scene, drawn: Scene) -> Iterator[str]:
    """Things that a prompt or the words have; not those that a place or a person has anyway."""
    first, yours = _of(original, "thing"), _of(drawn, "thing")
    for noun, was, is_ in _by_noun(first, yours):
        both = [item for item in (*first, *yours) if noun_of(item) == noun]
        if noun in telling.MASS_WORDS and was and is_ and not is_many(noun, 1):
            continue
        if all(item.asked is None for item in both) or _is_as_many(noun, first, yours):
            continue
        key = both[0].noun
        if not any(_may_be_seen(key, scene) for scene in (original, drawn)):
            yield _numbers(_CALLED.get(noun, noun), was, is_)


def _of(scene: Scene, kind: str) -> list[Shown]:
    return [item for item in scene.items if item.kind == kind]


def _by_noun(first: Sequence[Shown], yours: Sequence[Shown]) -> Iterator[tuple[str, int, int]]:
    """The nouns of which there are not as many, and how many of each."""
    was, is_ = (Counter(map(noun_of, items)) for items in (first, yours))
    for group in alike([*first, *yours], noun_of):
        noun = noun_of(group[0])
        if was[noun] != is_[noun]:
            yield noun, was[noun], is_[noun]


def _may_be_called(name: str, those: Sequence[Shown], other: Scene) -> bool:
    """Whether somebody in the other picture may be called as those are: a patient, a man."""
    noun = next(item.noun for item in those if noun_of(item) == name)
    meant = naming.meant_by(noun, "person", other)
    return bool(meant.either or (meant.all if naming.tells_role(noun) else meant.fit))


def _only_named_otherwise(yours: Sequence[Shown], many: int, original: Scene) -> bool:
    """Whether all of yours may be meant by their own nouns in the first one, of as `many`.

    So it is with "three children" for two girls and a boy.
    """
    said = Counter(item.noun for item in yours)
    return len(yours) == many and all(
        count <= len(naming.meant_by(noun, "person", original).with_either().all)
        for noun, count in said.items()
    )


def _is_as_many(noun: str, first: Sequence[Shown], yours: Sequence[Shown]) -> bool:
    """Whether there are as many if what is nearly the same is counted with it: a cat, a kitten."""
    was, is_ = (
        [
            item
            for item in items
            if noun_of(item) == noun or naming.is_nearly(item.noun, noun) or is_a(item.noun, noun)
        ]
        for items in (first, yours)
    )
    if was and is_ and any(is_many(item.noun, 1) for item in (*was, *is_)):
        return True
    return len(was) == len(is_)


def _may_be_seen(noun: str, scene: Scene) -> bool:
    """Whether it is also seen in hands, on somebody or behind all."""
    if noun in _GROUND or (noun in THINGS and THINGS[noun].kind in _WORN):
        return True
    return bool(naming.holders_of(noun, scene.items)) or naming.is_elsewhere(noun, scene)


def _numbers(noun: str, was: int, is_: int, *also: _Numbers) -> str:
    """In a sentence; `also` are others that the same picture lacks."""
    if not is_:
        has = _listed([(noun, was), *((one[0], one[1]) for one in also)])
        return f"The first picture has {has}. Yours has none."
    if not was:
        has = _listed([(noun, is_), *((one[0], one[2]) for one in also)])
        return f"Your picture has {has}. The first one has none."
    number = telling.NUMBERS[was] if was < len(telling.NUMBERS) else "many"
    has = f"one {noun}" if is_ == 1 else counted("", noun, is_)
    return f"Your picture has {has}. The first one has {number}."


def _listed(things: Sequence[tuple[str, int]]) -> str:
    *most, last = [counted("", noun, many) for noun, many in things]
    return f"{', '.join(most)} and {last}" if most else last
