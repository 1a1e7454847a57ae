"""What somebody in a scene is doing, and beside what: "sitting on a bench and reading a book"."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from imagespeak_core.generators.illustrator.scene import Relation, Scene, Shown
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    held_thing,
    noun_of,
    with_article,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import telling

_SEATS = having("sat on")
_TABLES = having("sat at")
_FED = frozenset({"baby", "child"})
_OWN = {"woman": "her", "man": "his"}
_SURROUNDING = having("sat in")
"""One sits in these, and not on them."""
_VEHICLES = frozenset(noun for noun in _SURROUNDING if THINGS[noun].kind == "vehicle")
_IDLE = frozenset({"stand", "hold", "lean", "sit"})
_SEATED = frozenset({"sleep", "doze", "lie", "ride", "drive", "picnic", "sit_ground", "wheelchair"})
"""Actions whose words tell already how the body is."""
_LOOKS = frozenset({"look", "watch"})
_TO_PEOPLE = frozenset({"cradle", "feed", "give", "shoulder"})
"""What is done to people, who are then named."""

_OF_THE_LIVING: tuple[Relation, ...] = (*telling.PLACED, "next to", "with")

Place = tuple[Relation, list[Shown]]


class Doing:
    """Finds the words for what a scene's people and animals do."""

    def __init__(self, scene: Scene, mentions: Mentions) -> None:
        self._mentions = mentions
        self._by_id = {item.id: item for item in scene.items}
        self._desks = {
            item.given.to: item for item in scene.items if item.given and item.given.use == "desk"
        }
        self._links = [
            link for link in scene.links if {link.subject, link.target} <= set(self._by_id)
        ]
        self._indoors = scene.indoors
        pond = any(item.noun == "pond" for item in scene.items)
        self._wet = pond or scene.place in telling.WET_PLACES
        self._grows = scene.place in telling.GREEN_PLACES

    def is_told(self, animal: Shown) -> bool:
        """Whether an animal does something that is seen: no fish swims on a table."""
        if animal.action == "swim" and not self._wet:
            return False
        return animal.action in telling.OF_ANIMALS

    def key(self, item: Shown) -> Hashable:
        """What is the same for all who can be told together."""
        target, place = self._target([item]), self.place([item])
        each_other = self._mutual([item])
        return (
            item.kind, item.action, item.holding, item.holding_colour, item.posture,
            "each other" if each_other else target[0].noun if target else "",
            (place[0], place[1][0].noun) if place else "",
        )  # fmt: skip

    def words(self, group: Sequence[Shown]) -> str:
        """What they do, where, and with what: after "is" or "are"."""
        first, many = group[0], len(group) > 1
        action, target = first.action or "stand", self._target(group)
        place = self.place(group)
        if place and target and place[1][0].noun == target[0].noun:
            place = None
        if action in {"ride", "drive"} and place and place[1][0].noun not in _SEATS:
            verb = "riding" if action == "ride" else "driving"
            return f"{verb} {self._mentions.mention(place[1])}"
        held = held_thing(first, len(group))
        does = self._does(first, many=many, held=held, target=target)
        idle = action in _IDLE or (action in _LOOKS and not target)
        where = self.where(place)
        if self._sits(first, place) and action not in _SEATED:
            sitting = "sitting" + (where or self._on_the_ground(first))
            at_table = place is not None and place[1][0].noun in _TABLES
            body = sitting if idle else does + where if at_table else f"{sitting} and {does}"
        elif first.posture in telling.MOVING and not does.startswith(telling.MOVING[first.posture]):
            moving = telling.MOVING[first.posture]
            body = moving + where if idle else f"{moving}{where} and {does}"
        elif first.posture == "lie" and not idle:
            body = f"lying{where} and {does}"
        elif idle and held and action != "sit":
            verb = telling.HOLDING.get(first.holding or "", "holding")
            return f"{verb} {held}{where}{self._in_wheelchair(first)}"
        else:
            body = does + where
        told = not held or action == "throw" or "{held}" in telling.DOING.get(action, "")
        return body + ("" if told else f" with {held}") + self._in_wheelchair(first)

    def place(self, group: Sequence[Shown]) -> Place | None:
        """The things by which they are, and how; beside people they are told by their side."""
        desks = [self._desks.get(item.id) for item in group if item.action == "type"]
        if desks and all(desks):
            return "next to", [desk for desk in desks if desk]
        relations = telling.PLACED if group[0].kind == "thing" else _OF_THE_LIVING
        for item in group:
            tables = [thing for thing in self._linked([item], "next to") if thing.noun in _TABLES]
            if tables and item.kind == "person":
                return "next to", self._all_linked(group, "next to", tables[0].noun)
            for relation in relations:
                found = self._linked([item], relation)
                if relation == "between":
                    if len(found) == 2:
                        return "between", found
                elif found and found[0].kind != "person":
                    return relation, self._all_linked(group, relation, found[0].noun)
        return None

    def _all_linked(self, group: Sequence[Shown], relation: str, noun: str) -> list[Shown]:
        return [item for item in self._linked(group, relation) if item.noun == noun]

    def _linked(self, group: Sequence[Shown], relation: str) -> list[Shown]:
        ids = {item.id for item in group}
        targets = [
            link.target for link in self._links if link.subject in ids and link.relation == relation
        ]
        return [self._by_id[id_] for id_ in dict.fromkeys(targets)]

    def _target(self, group: Sequence[Shown]) -> list[Shown]:
        """What they look at, feed, push or pull."""
        action = group[0].action or ""
        if "{target}" not in telling.DOING.get(action, ""):
            return []
        wanted = ("looking at",) if action in _LOOKS else ("looking at", "with", "next to", "on")
        for relation in wanted:
            found = self._linked(group, relation)
            if action == "feed":
                found = [item for item in found if item.kind == "animal" or item.age in _FED]
            if found and (action in _LOOKS | _TO_PEOPLE or found[0].kind != "person"):
                return [item for item in found if item.noun == found[0].noun]
        return []

    def _mutual(self, group: Sequence[Shown]) -> bool:
        """Whether they look at somebody who looks back."""
        return any(group[0] in self._target([other]) for other in self._target(group))

    def _does(self, first: Shown, *, many: bool, held: str, target: list[Shown]) -> str:
        action = first.action or "stand"
        words = self._usual_words(first, action, many=many)
        if action == "ride" and first.holding_colour:
            bicycles = f"{first.holding_colour} bicycle"
            return f"riding {bicycles}s" if many else f"riding {with_article(bicycles)}"
        if action == "throw" and held:
            return f"throwing {held}"
        if action == "give":
            alone = telling.WITHOUT_TARGET[action]
            to = self._mentions.mention(target) if target else ""
            return (words if to else alone).format(held=held or "something", target=to)
        if "{held}" in words:
            alone = telling.WITHOUT_HELD[action]
            return words.format(held=held) if held else alone
        if "{target}" in words:
            if not target:
                return telling.WITHOUT_TARGET[action]
            if self._mutual([first]):
                return words.format(target="each other")
            return words.format(target=self._mentions.mention(target))
        return words

    def _usual_words(self, first: Shown, action: str, *, many: bool) -> str:
        """The words for an action by itself, where it is done, and by how many."""
        words = telling.DOING.get(action, "standing")
        if action == "garden" and not self._grows:
            words = "kneeling"
        if action == "sit_ground" and self._indoors:
            words = "sitting on the floor"
        if action == "lie" and first.kind == "animal":
            words = "lying"
        if many:
            words = telling.DOING_OF_MANY.get(action, words)
        own = "their" if many else _OWN.get(first.gender or "", "their")
        return words.replace("{own}", own)

    def _sits(self, item: Shown, place: Place | None) -> bool:
        if item.kind == "person" and place and item.posture != "lie":
            noun = place[1][0].noun
            if noun in _TABLES and place[0] == "next to":
                return True
            if noun in _SEATS | _VEHICLES and place[0] in {"on", "in"}:
                return True
        return item.posture in {"sit", "floor"}

    def _on_the_ground(self, item: Shown) -> str:
        if item.posture != "floor":
            return ""
        return " on the floor" if self._indoors else " on the ground"

    def _in_wheelchair(self, item: Shown) -> str:
        return " in a wheelchair" if item.posture == "wheelchair" else ""

    def where(self, place: Place | None) -> str:
        """The place in words, with a blank before it: " on a table"; empty for none."""
        if place is None:
            return ""
        relation, things = place
        if relation == "between":
            one, other = things
            if one.noun == other.noun:
                return f" between {counted('', noun_of(one), 2)}"
            return f" between {self._mentions.mention([one])} and {self._mentions.mention([other])}"
        words: str = telling.PREPOSITIONS.get(relation, relation)
        if things[0].noun in _TABLES and relation == "next to":
            words = "at"
        if relation == "with" and things[0].kind == "thing":
            words = "next to"
        if things[0].noun in _SURROUNDING and relation == "on":
            words = "in"
        return f" {words} {self._mentions.mention(things)}"
