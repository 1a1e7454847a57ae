"""A scene's people, animals and things in sentences, from near to far and from left to right."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from imagespeak_core.generators.illustrator.naming_shown import (
    adjectives_of,
    counted,
    held_thing,
    is_many,
    listed,
    noun_of,
    worn_things,
)
from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.words import telling

_ZONES = {"left": "on the left", "right": "on the right", "middle": "in the middle"}
_PLACED = frozenset({"on", "in", "under", "in front of", "behind", "left of", "right of"})
_SEATS = frozenset({"chair", "bench", "sofa", "armchair", "stool", "log", "school desk", "rock"})
_TABLES = frozenset({"table", "round table", "desk"})
_MOST_LISTED = 6


def sentences_about(scene: Scene, most: int) -> list[str]:
    """At most so many sentences about a scene's items; a full scene is told more briefly."""
    teller = _Teller(scene)
    clauses = teller.clauses(by_zone=True)
    if len(clauses) > most:
        clauses = _Teller(scene).clauses(by_zone=False)
    if len(clauses) > most:
        pairs = [clauses[at : at + 2] for at in range(0, len(clauses), 2)]
        clauses = [", and ".join(pair) for pair in pairs][:most]
    return [f"{text[0].upper()}{text[1:]}." for text in clauses]


def _zone(item: Shown) -> str:
    return "in the background" if item.depth == "background" else _ZONES[item.side]


def _rank(item: Shown) -> tuple[int, int]:
    depth = ("foreground", "middle", "background").index(item.depth)
    return depth, ("left", "middle", "right").index(item.side)


def _alike(items: Iterable[Shown], key: Callable[[Shown], Hashable]) -> list[list[Shown]]:
    """The items in lists of those with the same key, in the order of their first."""
    found: dict[Hashable, list[Shown]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.values())


def _subject(items: list[Shown]) -> tuple[str, bool]:
    """Who or what they are: "a man, two girls and some bread", and whether the verb is plural."""
    kinds = _alike(items, lambda item: (noun_of(item), adjectives_of(item), worn_things(item)))
    phrases = []
    for those in kinds[:_MOST_LISTED]:
        words = counted(adjectives_of(those[0]), noun_of(those[0]), len(those))
        phrases.append(
            words + (worn_things(those[0], len(those)) if those[0].kind == "person" else "")
        )
    many = len(phrases) > 1 or is_many(noun_of(items[0]), len(items))
    return listed(phrases), many


def _is_or_are(group: list[Shown]) -> str:
    """After "there" the verb goes with the first of a list."""
    first = group[0]
    count = sum(
        (noun_of(item), adjectives_of(item)) == (noun_of(first), adjectives_of(first))
        for item in group
    )
    return "are" if is_many(noun_of(first), count) else "is"


class _Teller:
    """Finds the words for a scene's items, and remembers what was named already."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_id = {item.id: item for item in scene.items}
        self._named: set[str] = set()

    def clauses(self, *, by_zone: bool) -> list[str]:
        """A clause for each group: people by what they do, things by where they are."""
        items = sorted(self._scene.items, key=_rank)
        people = [item for item in items if item.kind == "person"]
        told = [self._about_people(group) for group in _alike(people, self._doing_key(by_zone))]
        rest = [item for item in items if item.kind != "person" and item.id not in self._named]
        placed = [item for item in rest if self._place_link(item)]
        told += [self._about_placed(group) for group in _alike(placed, self._place_key)]
        free = [item for item in rest if item not in placed and item.id not in self._named]
        zone: Callable[[Shown], Hashable] = self._zone_of if by_zone else lambda item: ""
        return told + [self._there(group) for group in _alike(free, zone)]

    def _links(self, item: Shown) -> list[ShownLink]:
        return [
            link
            for link in self._scene.links
            if link.subject == item.id and link.target in self._by_id
        ]

    def _doing_key(self, by_zone: bool) -> Callable[[Shown], Hashable]:
        def key(item: Shown) -> Hashable:
            links = tuple(
                (link.relation, self._by_id[link.target].noun)
                for link in self._links(item)
                if self._by_id[link.target].kind != "person" or link.relation == "looking at"
            )
            zone = self._zone_of(item) if by_zone and not self._table(item) else ""
            return item.action, item.holding, item.holding_colour, links[:1], zone

        return key

    def _zone_of(self, item: Shown) -> str:
        """Where all of its kind are that do the same; nothing when they are here and there."""
        seen = noun_of(item), item.action
        same = [other for other in self._scene.items if (noun_of(other), other.action) == seen]
        zones = {_zone(other) for other in same if other.id not in self._named}
        return zones.pop() if len(zones) == 1 else ""

    def _about_people(self, group: list[Shown]) -> str:
        subject, many = _subject(group)
        zones = {_zone(item) for item in group}
        start = f"{zones.pop()}, " if len(zones) == 1 else ""
        does = self._doing(group[0], len(group))
        return f"{start}{subject} {'are' if many else 'is'} {does}{self._standing(group[0])}"

    def _doing(self, item: Shown, count: int) -> str:
        words = telling.DOING.get(item.action or "stand", "standing")
        if self._sits(item):
            words = words.replace("standing", "sitting")
        if count > 1:
            words = telling.DOING_OF_MANY.get(item.action or "", words)
        mount = self._mount(item)
        if mount:
            return f"riding {self._mention(mount)}"
        held = held_thing(item)
        if "{held}" in words:
            alone = telling.WITHOUT_TARGET[words.split(" ")[0]]
            return words.format(held=held_thing(item, count)) if held else alone
        if "{target}" in words:
            words = self._done_to(item, words.removesuffix(" {target}"))
        if not held:
            return words
        each = ", each" if count > 1 and held.startswith(("a ", "an ")) else ""
        return f"{words}{each} with {held}"

    def _mount(self, item: Shown) -> Shown | None:
        """The animal that a person rides."""
        for link in self._links(item):
            target = self._by_id[link.target]
            if item.action == "ride" and link.relation == "on" and target.kind == "animal":
                return target
        return None

    def _sits(self, item: Shown) -> bool:
        return self._table(item) is not None or any(
            link.relation in {"on", "in"} and self._by_id[link.target].noun in _SEATS
            for link in self._links(item)
        )

    def _table(self, item: Shown) -> Shown | None:
        for link in self._links(item):
            if link.relation == "next to" and self._by_id[link.target].noun in _TABLES:
                return self._by_id[link.target]
        return None

    def _done_to(self, item: Shown, verb: str) -> str:
        looks = verb == "looking at"
        wanted = {"looking at"} if looks else {"looking at", "with", "next to", "on"}
        for link in self._links(item):
            target = self._by_id[link.target]
            if link.relation in wanted and (looks or target.kind != "person"):
                return f"{verb} {self._mention(target)}"
        return telling.WITHOUT_TARGET[verb]

    def _standing(self, item: Shown) -> str:
        table = self._table(item)
        if table:
            return f" at {self._mention(table)}"
        if self._mount(item):
            return ""
        link = self._place_link(item)
        if link is None:
            return ""
        relation = {"left of": "to the left of", "right of": "to the right of"}.get(
            link.relation, link.relation
        )
        return f" {relation} {self._mention(self._by_id[link.target])}"

    def _place_link(self, item: Shown) -> ShownLink | None:
        """Where it stands by some thing; beside people it is told by its side alone."""
        for link in self._links(item):
            target = self._by_id[link.target]
            close = link.relation == "next to" and item.kind == "person"
            if target.kind != "person" and (link.relation in _PLACED or close):
                return link
        return None

    def _place_key(self, item: Shown) -> Hashable:
        link = self._place_link(item)
        return (link.relation, link.target) if link else item.id

    def _about_placed(self, group: list[Shown]) -> str:
        subject, _ = _subject(group)
        self._named.update(item.id for item in group)
        return f"there {_is_or_are(group)} {subject}{self._standing(group[0])}"

    def _there(self, group: list[Shown]) -> str:
        subject, _ = _subject(group)
        zones = {_zone(item) for item in group}
        start = f"{zones.pop()}, " if len(zones) == 1 else ""
        return f"{start}there {_is_or_are(group)} {subject}"

    def _mention(self, item: Shown) -> str:
        """The item as it is named beside another one, new or known."""
        if item.id in self._named:
            return f"the {noun_of(item)}"
        if item.kind == "person":
            return counted("", noun_of(item), 1)
        self._named.add(item.id)
        return counted(adjectives_of(item), noun_of(item), 1)
