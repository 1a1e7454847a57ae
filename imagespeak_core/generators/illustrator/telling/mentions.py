"""How things come up in a text: "a car" at first, then "the car", and "another car" beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    adjectives_of,
    counted,
    is_many,
    listed,
    noun_of,
    plural_of,
    worn_things,
)

_MOST_KINDS = 6
_MOST_DRESSED = 2
"""Of more people than so many in one sentence, nobody's clothes are told."""
_MOST_COLOURS = 2
"""Of things of one kind in more colours than so many, no colour is told."""
_AGES = ("old", "adult", None, "teenager", "child", "baby")


def alike(items: Iterable[Shown], key: Callable[[Shown], Hashable]) -> list[list[Shown]]:
    """The items in lists of those with the same key, in the order of their first."""
    found: dict[Hashable, list[Shown]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


class Mentions:
    """Names items, and remembers which were named already."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._nouns: set[str] = set()

    def is_named(self, item: Shown) -> bool:
        """Whether it was named before."""
        return item.id in self._ids

    def subject(self, items: Sequence[Shown], *, dressed: bool = True) -> str:
        """Who or what they are, as a sentence begins: "a man, two girls and some bread"."""
        dressed = dressed and _can_be_told_apart(items)
        kinds = _kinds(items, dressed=dressed)[:_MOST_KINDS]
        return listed([self._kind(those, dressed=dressed) for those in kinds])

    def name(self, items: Iterable[Shown]) -> None:
        """Takes note that these were named."""
        for item in items:
            self._ids.add(item.id)
            self._nouns.add(noun_of(item))

    def mention(self, items: Sequence[Shown]) -> str:
        """The items as they are named beside others: "the car", "a bench", "small desks"."""
        noun = noun_of(items[0])
        if all(item.id in self._ids for item in items):
            return f"the {noun if len(items) == 1 else plural_of(noun)}"
        words = adjectives_of(items[0])
        again = items[0].kind == "person" and noun in self._nouns
        if items[0].kind != "person":
            self.name(items)
        if len(items) == 1:
            return f"another {noun}" if again else counted(words, noun, 1)
        same = len({adjectives_of(item) for item in items}) == 1
        return f"{words if same else ''}{plural_of(noun)}"

    def _kind(self, those: Sequence[Shown], *, dressed: bool) -> str:
        first, noun = those[0], noun_of(those[0])
        words = _adjectives(those)
        worn = worn_things(first, len(those)) if dressed and first.kind == "person" else ""
        if noun not in self._nouns or words or worn:
            return counted(words, noun, len(those)) + worn
        if len(those) == 1 and not is_many(noun, 1):
            return f"another {noun}"
        return counted("other ", noun, len(those))


def is_or_are(items: Sequence[Shown], *, dressed: bool = False) -> str:
    """The verb after "there": it goes with the first kind of a list."""
    first = _kinds(items, dressed=dressed)[0]
    return "are" if is_many(noun_of(first[0]), len(first)) else "is"


def _kinds(items: Sequence[Shown], *, dressed: bool) -> list[list[Shown]]:
    """Those that are named by the same words: whose clothes are told, then the elder ones."""
    ordered = sorted(
        items, key=lambda item: (dressed and not worn_things(item), _AGES.index(item.age))
    )
    colours: dict[str, set[str | None]] = {}
    for item in items:
        colours.setdefault(noun_of(item), set()).add(item.colour)

    def words(item: Shown) -> Hashable:
        if len(colours[noun_of(item)]) > _MOST_COLOURS:
            return noun_of(item)
        return noun_of(item), adjectives_of(item), worn_things(item) if dressed else ""

    return alike(ordered, words)


def _adjectives(those: Sequence[Shown]) -> str:
    """What is said of all of them; things of many colours are colourful."""
    return adjectives_of(those[0]) if len({item.colour for item in those}) == 1 else "colourful "


def _can_be_told_apart(items: Sequence[Shown]) -> bool:
    """Whether clothes help: of few people, and of no two of whom but one's clothes are known."""
    if len(_kinds(items, dressed=True)) > _MOST_DRESSED:
        return False
    return all(
        len({bool(worn_things(item)) for item in those}) == 1
        for those in _kinds(items, dressed=False)
    )
