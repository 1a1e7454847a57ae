"""What must be seen, part by part: of each, whether the scene shows it and how it would be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from imagespeak_core.generators.illustrator.checking import sights, truths
from imagespeak_core.generators.illustrator.checking.expectations import (
    Expected,
    ExpectedAbsence,
    ExpectedItem,
    ExpectedLink,
    ExpectedSetting,
    ExpectedStyle,
    Named,
)
from imagespeak_core.generators.illustrator.checking.same_words import (
    SETTING_WORDS,
    keys_of,
    words_for,
)
from imagespeak_core.generators.illustrator.checking.sights import Sight
from imagespeak_core.generators.illustrator.scene import Scene

PartKind = Literal[
    "noun", "count", "colour", "size", "age", "look", "action", "relation", "place", "time",
    "weather", "season", "clothes", "held", "feeling", "side", "without", "style", "language",
]  # fmt: skip

_RELATION_WORDS = {
    "on": "on onto upon top",
    "in": "in inside into",
    "under": "under below beneath underneath",
    "next to": "next beside near by close at around",
    "in front of": "front",
    "behind": "behind",
    "between": "between",
    "looking at": "look watch see stare gaze point",
    "with": "with",
    "left of": "left",
    "right of": "right",
    "above": "above over",
    "below": "below under beneath",
    "outside": "outside",
}

_NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_OTHER_NUMBERS = {1: {"single"}, 2: {"couple", "pair", "both"}, 12: {"dozen"}, 6: {"half"}}
_VAGUE_NUMBERS = frozenset("some several many few lots lot group crowd more all number".split())


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what must be seen.

    Attributes:
        kind: What kind of part it is.
        words: What it is called in a report: "red bus".
        shown: Whether the scene shows it.
        keys: Any of these groups of words tells it, where it is told as not drawn.
        nouns: Those of whom it is said, in all the words for each; told with a noun that is
            none of them, it is told of something else.
        gone: The nouns among them of which the scene shows nothing: with them goes the part.
        ends: The two that a relation is between, with their colours.
    """

    kind: PartKind
    words: str
    shown: bool
    keys: tuple[tuple[str, ...], ...]
    nouns: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def parts_of(expected: tuple[Expected, ...], scene: Scene) -> tuple[Part, ...]:
    """All parts, in the order in which they were written; an item's noun is before the rest."""
    items = [one for one in expected if isinstance(one, ExpectedItem)]
    chosen = iter(_assigned(items, scene))
    parts: list[Part] = []
    for one in expected:
        if isinstance(one, ExpectedItem):
            parts += _of_item(one, *next(chosen), scene)
        else:
            parts.append(_other(one, scene))
    return tuple(parts)


def _assigned(items: list[ExpectedItem], scene: Scene) -> list[tuple[list[Sight], int]]:
    """For each item what is taken for it, and how many there are; nothing is taken for two.

    Whatever is all that is said of it is taken first; what is only of its kind fills up.
    """
    all_sights = sights.sights_of(scene)
    free = list(all_sights)
    chosen: list[list[Sight]] = [[] for _ in items]
    order = sorted(range(len(items)), key=lambda at: _vagueness(items[at], all_sights))
    for whole in (True, False):
        for index in order:
            item, taken = items[index], chosen[index]
            there = [
                sight
                for sight in _without(all_sights if item.among else free, taken)
                if sights.is_a(sight, item.named.noun)
                and (not whole or _is_all(item, sight, scene))
            ]
            there.sort(key=lambda sight, item=item: -_fits(item, sight, scene))  # type: ignore[misc]
            taken += there[: (item.count or 1) - len(taken)]
            if not item.among:
                free = _without(free, taken)
    return [
        (taken, len(taken) + sum(_counts(sight, item, taken) for sight in free))
        for item, taken in zip(items, chosen, strict=True)
    ]


def _without(some: Iterable[Sight], others: list[Sight]) -> list[Sight]:
    """Those that are not among the others themselves: two of a place's windows are alike."""
    return [sight for sight in some if not any(sight is other for other in others)]


def _is_all(item: ExpectedItem, sight: Sight, scene: Scene) -> bool:
    return all(part.shown for part in _of_item(item, [sight], item.count or 1, scene))


def _counts(sight: Sight, item: ExpectedItem, taken: list[Sight]) -> bool:
    """Whether it is one more of those that are taken: what is held counts where those are."""
    alone = not any(one.item for one in taken)
    return sights.is_a(sight, item.named.noun) and (sight.item is not None or alone)


def _vagueness(item: ExpectedItem, all_sights: tuple[Sight, ...]) -> tuple[int, int]:
    """The more sights a noun fits and the less is said of it, the later it may choose."""
    fits = sum(sights.is_a(sight, item.named.noun) for sight in all_sights)
    said = len(item.named.colours) + len(item.actions) + len(item.held) + len(item.worn)
    said += len(item.feelings) + len(item.ages) + len(item.where) + (item.size is not None)
    return fits, -said


def _fits(item: ExpectedItem, sight: Sight, scene: Scene) -> int:
    return sum(part.shown for part in _of_item(item, [sight], 1, scene)) * 2 + (
        sight.item is not None
    )


def _of_item(item: ExpectedItem, taken: list[Sight], there: int, scene: Scene) -> Iterator[Part]:
    noun = item.named.noun
    names = words_for(noun)
    gone = () if taken else (noun,)
    yield Part("noun", noun, bool(taken), tuple(keys_of(name) for name in names), (noun,))
    if item.count is not None:
        enough = there >= item.count if item.at_least else there == item.count
        words = f"{item.count}{'+' if item.at_least else ''} {noun}"
        numbers = _number_words(item.count, item.at_least)
        keys = tuple((word, *keys_of(name)) for word, name in product(numbers, names))
        yield Part("count", words, enough, keys, (noun,), gone)
    for kind, value, keys, seen in _traits(item, taken, scene):
        yield Part(kind, f"{noun}: {value}", bool(taken) and all(seen), keys, (noun,), gone)


_Trait = tuple[PartKind, str, tuple[tuple[str, ...], ...], Iterable[bool]]


def _traits(item: ExpectedItem, taken: list[Sight], scene: Scene) -> Iterator[_Trait]:
    for colour in item.named.colours:
        yield "colour", colour, (keys_of(colour),), [sights.has_colour(s, colour) for s in taken]
    if item.size:
        alike: tuple[str, ...] = (
            ("small", "little", "tiny", "short")
            if item.size == "small"
            else ("big", "large", "huge", "giant", "tall")
        )
        seen = [s.item is not None and s.item.size == item.size for s in taken]
        yield "size", item.size, tuple((word,) for word in alike), seen
    for age in item.ages:
        alike = {"old": ("old", "elderly"), "child": ("child", "young", "little")}.get(age, (age,))
        yield "age", age, tuple((w,) for w in alike), [truths.is_old(s, age) for s in taken]
    for look in item.looks:
        yield "look", look, (keys_of(look),), [truths.looks(s, look) for s in taken]
    for action in item.actions:
        yield (
            "action",
            action,
            tuple(
                keys
                for one in action.split("/")
                for keys in (keys_of(one)[:1], keys_of(one)[1:])
                if keys
            ),
            [truths.does(s, action, scene) for s in taken],
        )
    for held in item.held:
        seen = [truths.holds(s, held, scene) for s in taken]
        yield "held", str(held), _named_keys(held), seen
    for worn in item.worn:
        seen = [truths.wears(s, worn) for s in taken]
        yield "clothes", str(worn), _named_keys(worn), seen
    for feeling in item.feelings:
        yield "feeling", feeling, (keys_of(feeling),), [truths.feels(s, feeling) for s in taken]
    for where in item.where:
        yield "side", where, (keys_of(where),), [truths.is_where(s, where) for s in taken]


def _named_keys(named: Named) -> tuple[tuple[str, ...], ...]:
    """The noun, or where it has a colour both: a red hat that is blue is told with its colour."""
    return tuple(keys_of(name) for name in words_for(named.noun)) + (
        (tuple(named.colours),) if named.colours else ()
    )


def _number_words(count: int, at_least: bool) -> tuple[str, ...]:
    words = set(_OTHER_NUMBERS.get(count, ())) | (_VAGUE_NUMBERS if at_least else set())
    return (str(count), *_NUMBERS[count : count + 1], *sorted(words))


def _other(expected: Expected, scene: Scene) -> Part:
    if isinstance(expected, ExpectedLink):
        return _of_link(expected, scene)
    if isinstance(expected, ExpectedSetting):
        return _of_setting(expected, scene)
    if isinstance(expected, ExpectedAbsence):
        keys = tuple(
            (no, *keys_of(name))
            for no, name in product(("without", "no", "not", "n't"), words_for(expected.what))
        )
        words = f"{expected.of or ''} without {expected.what}".strip()
        nouns = (expected.what, *((expected.of.noun,) if expected.of else ()))
        return Part("without", words, truths.is_absent(expected, scene), keys, nouns)
    if isinstance(expected, ExpectedStyle):
        return Part("style", expected.words, False, (keys_of(expected.words),))
    return Part("language", "not English", scene.language != "en", ())


def _of_link(link: ExpectedLink, scene: Scene) -> Part:
    ends = (link.subject, *link.targets)
    all_sights = sights.sights_of(scene)
    gone = tuple(
        end.noun for end in ends if not any(sights.is_a(sight, end.noun) for sight in all_sights)
    )
    targets = [words_for(named.noun) for named in link.targets]
    keys = tuple(
        (word, *keys_of(name))
        for word, name in product(
            _RELATION_WORDS[link.relation].split(), [name for names in targets for name in names]
        )
    )
    number = f"{link.count} " if link.count > 1 else ""
    words = f"{number}{link.subject} {link.relation} {' and '.join(map(str, link.targets))}"
    nouns = tuple(end.noun for end in ends)
    coloured = tuple(str(end) for end in ends)
    return Part("relation", words, truths.is_linked(link, scene), keys, nouns, gone, coloured)


def _of_setting(setting: ExpectedSetting, scene: Scene) -> Part:
    words = tuple(setting.word.split("/"))
    if setting.kind in SETTING_WORDS:
        groups = SETTING_WORDS[setting.kind].values()
        words += next(group for group in groups if words[0] in group)
    keys = tuple(keys_of(word) for word in words)
    return Part(setting.kind, setting.word, truths.is_so(setting, scene), keys)
