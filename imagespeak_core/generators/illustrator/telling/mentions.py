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
    told_colour,
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
        self._named: dict[str, tuple[Shown, str, str]] = {}
        self._told: set[str] = set()

    def is_told(self, item: Shown) -> bool:
        """Whether all was said of it: things are told when they are named."""
        return item.id in self._told or (item.kind != "person" and item.id in self._named)

    def is_named(self, item: Shown) -> bool:
        """Whether it came up before."""
        return item.id in self._named

    def named(self) -> tuple[str, ...]:
        """The ids of all that came up, in their order."""
        return tuple(self._named)

    def is_clear(self, item: Shown) -> bool:
        """Whether "the man" can mean nobody else who came up."""
        return len(self._of_the_kind(noun_of(item))) == 1

    def knows_people(self) -> bool:
        """Whether anybody came up before."""
        return any(item.kind == "person" for item, _, _ in self._named.values())

    def subject(self, items: Sequence[Shown], *, dressed: bool = True) -> str:
        """Who or what they are, as a sentence begins: "a man, two girls and some bread"."""
        if self.is_named(items[0]):
            return f"the {noun_of(items[0])}"
        dressed = dressed and _can_be_told_apart(items)
        kinds = _kinds(items, dressed=dressed)[:_MOST_KINDS]
        return listed([self._kind(those, dressed=dressed) for those in kinds])

    def tell(self, items: Sequence[Shown], *, dressed: bool = True) -> None:
        """Takes note that all was said of these, in the words of `subject`."""
        dressed = dressed and _can_be_told_apart(items)
        for those in _kinds(items, dressed=dressed):
            for item in those:
                looks = worn_things(item) if dressed and item.kind == "person" else ""
                self._named[item.id] = item, _adjectives(those), looks
                self._told.add(item.id)

    def mention(self, items: Sequence[Shown]) -> str:
        """The items as they are named beside others: "the car", "small desks", "two dogs"."""
        noun, words = noun_of(items[0]), _shared(items)
        if all(map(self.is_named, items)):
            return self._again(items)
        came_up = self._came_up(noun, words) and not any(map(self.is_named, items))
        for item in items:
            self._name(item, words)
        if len(items) == 1:
            return f"another {words}{noun}" if came_up else counted(words, noun, 1)
        words = f"{'other ' if came_up else ''}{words}"
        if items[0].kind == "thing":
            return f"{words}{plural_of(noun)}"
        return counted(words, noun, len(items))

    def _again(self, items: Sequence[Shown]) -> str:
        """Those that came up already: "the dog", "the black dog", "one of the dogs"."""
        noun, words = noun_of(items[0]), _shared(items)
        same = self._of_the_kind(noun)
        if len(items) > 1:
            return f"the {plural_of(noun)}"
        if len(same) == 1:
            return f"the {noun}"
        looks = [(item.colour, item.size) for item in same]
        if words and looks.count((items[0].colour, items[0].size)) == 1:
            return f"the {words}{noun}"
        return f"one of the {plural_of(noun)}"

    def both(self, two: Sequence[Shown]) -> str:
        """Two things as the sides of what is between them: "two dogs", "a car and a tree"."""
        one, other = two
        named = [item for item in two if self.is_named(item)]
        if noun_of(one) != noun_of(other) or len(named) == 1:
            return f"{self.mention([one])} and {self.mention([other])}"
        if named:
            return f"the two {plural_of(noun_of(one))}"
        words = counted("", noun_of(one), 2) if one.kind == "person" else self.subject(two)
        for item in two:
            self._name(item, "" if one.kind == "person" else adjectives_of(item))
        return words

    def _name(self, item: Shown, words: str) -> None:
        self._named.setdefault(item.id, (item, words, ""))

    def _of_the_kind(self, noun: str) -> list[Shown]:
        return [item for item, _, _ in self._named.values() if noun_of(item) == noun]

    def _came_up(self, noun: str, words: str, worn: str = "") -> bool:
        """Whether these words might mean something that was named already."""
        return any(
            noun_of(item) == noun
            and (not words or not said or words == said)
            and (not worn or not looks or worn == looks)
            for item, said, looks in self._named.values()
        )

    def _kind(self, those: Sequence[Shown], *, dressed: bool) -> str:
        first, noun = those[0], noun_of(those[0])
        words = _adjectives(those)
        dressed = dressed and first.kind == "person"
        looks = worn_things(first) if dressed else ""
        worn = worn_things(first, len(those)) if dressed else ""
        if not self._came_up(noun, words, looks):
            return counted(words, noun, len(those)) + worn
        if len(those) == 1 and not is_many(noun, 1):
            return f"another {words}{noun}{worn}"
        return counted(f"other {words}", noun, len(those)) + worn


def _shared(items: Sequence[Shown]) -> str:
    """What is said of all of them alike."""
    words = {adjectives_of(item) for item in items}
    return words.pop() if len(words) == 1 else ""


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
        colours.setdefault(noun_of(item), set()).add(told_colour(item))

    def words(item: Shown) -> Hashable:
        if len(colours[noun_of(item)]) > _MOST_COLOURS:
            return noun_of(item)
        return noun_of(item), adjectives_of(item), worn_things(item) if dressed else ""

    return alike(ordered, words)


def _adjectives(those: Sequence[Shown]) -> str:
    """What is said of all of them; things of many colours are colourful."""
    if len({adjectives_of(item) for item in those}) == 1:
        return adjectives_of(those[0])
    colours = {told_colour(item) for item in those}
    return "colourful " if len(colours) > _MOST_COLOURS and None not in colours else ""


def _can_be_told_apart(items: Sequence[Shown]) -> bool:
    """Whether clothes help: of few people, and of no two of whom but one's clothes are known."""
    if len(_kinds(items, dressed=True)) > _MOST_DRESSED:
        return False
    return all(
        len({bool(worn_things(item)) for item in those}) == 1
        for those in _kinds(items, dressed=False)
    )
