"""What somebody in a scene is doing, and beside what: "sitting on a bench and reading a book"."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from imagespeak_core.generators.illustrator.scene import Relation, Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import (
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
_WAITED_AT = having("waited for") - _SURROUNDING
"""Who sits on their benches is at them."""
_VEHICLES = frozenset(noun for noun in _SURROUNDING if THINGS[noun].kind == "vehicle")
_SITTING = _SEATS | _VEHICLES
_IDLE = frozenset({"stand", "hold", "lean", "sit", "sit_ground", "look_around"})
_FOOD = frozenset(noun for noun, thing in THINGS.items() if thing.kind == "food")
_RIDDEN = frozenset({"on", "in"})
_SEATED = frozenset({"sleep", "doze", "lie", "ride", "drive", "picnic", "sit_ground", "wheelchair"})
"""Actions whose words tell already how the body is."""
_LOOKS = frozenset({"look", "watch"})
_CLIMBED: tuple[Relation, ...] = ("on", "in", "next to")
_TO_PEOPLE = frozenset({"cradle", "feed", "give", "push", "shoulder"})
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
            link
            for link in scene.links
            if {link.subject, link.target} <= set(self._by_id)
            and (not link.by_chance or self._looks_back(scene, link))
        ]
        self._floor = scene.indoors or scene.place in telling.FLOORED
        pond = any(item.noun == "pond" for item in scene.items)
        self._wet = pond or scene.place in telling.WET_PLACES
        self._garden = scene.place in telling.GARDENS

    def action(self, item: Shown) -> str:
        """What somebody is seen to do: nobody feeds or pushes whom or what the scene lacks."""
        action = item.action or "stand"
        if action == "garden" and not self._garden:
            return item.posture or "kneel"
        if action == "drive" and not self._aboard(self.place([item])):
            return "sit"
        if action in telling.WITHOUT_TARGET and not self._target([item]):
            return telling.WITHOUT_TARGET[action]
        return action

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
            item.kind, self.action(item), item.holding, item.holding_colour, item.posture,
            "each other" if each_other else noun_of(target[0]) if target else "",
            (place[0], place[1][0].noun) if place else "",
        )  # fmt: skip

    def words(self, group: Sequence[Shown]) -> str:
        """What they do, where, and with what: after "is" or "are"."""
        first, many = group[0], len(group) > 1
        action, target = self.action(first), self._target(group)
        place = self.place(group)
        if place and target and place[1][0] in target:
            place = None
        if action in {"ride", "drive"} and place and self._aboard(place):
            verb = "riding" if action == "ride" else "driving"
            return f"{verb} {self._mentions.mention(place[1])}"
        held = held_thing(first, len(group))
        does = self._does(first, many=many, held=held, target=target)
        idle = action in _IDLE
        with_animal = place is not None and place[1][0].kind == "animal" and not idle
        where = self.where(place, together=with_animal)
        at_table = place is not None and place[1][0].noun in _TABLES
        body = self._body(first, place, where)
        if idle and held and not body:
            return f"{telling.HOLDING.get(first.holding or '', 'holding')} {held}{where}"
        if not body or does.startswith(body):
            does += where
        elif idle:
            does = body + where
        elif at_table and body == "sitting":
            does += where
        else:
            does = f"{body}{where} and {does}"
        done_with = self._is_done_with(first, action) or "{held}" in telling.DOING.get(action, "")
        told = not held or done_with
        beside = [*target, *(place[1] if place and with_animal else ())]
        if not told and beside and self._might_have_it(first, action, beside[0]):
            return f"holding {held} and {does}"
        return does if told else f"{does} with {held}"

    def _body(self, item: Shown, place: Place | None, where: str) -> str:
        """How somebody's body is, where what is done leaves it open; else an empty text."""
        action = self.action(item)
        if item.posture == "wheelchair" or action == "wheelchair":
            return "sitting in a wheelchair"
        if action == "sit_ground" or (self._sits(item, place) and action not in _SEATED):
            on_ground = action == "sit_ground" or item.posture == "floor"
            return "sitting" + (self._ground if on_ground and not where else "")
        if action == "sit":
            return "sitting"
        if item.posture == "lie" and action not in _IDLE:
            return "lying"
        return telling.MOVING.get(item.posture or "", "")

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

    def _looks_back(self, scene: Scene, link: ShownLink) -> bool:
        """Whether two look at each other, and nobody looks at one of them besides."""
        gazes = [(one.subject, one.target) for one in scene.links if one.relation == "looking at"]
        two = {link.subject, link.target}
        looking = {self._by_id[id_].action for id_ in two} <= _LOOKS
        return looking and sorted(pair for pair in gazes if two & set(pair)) == sorted(
            [(link.subject, link.target), (link.target, link.subject)]
        )

    def _target(self, group: Sequence[Shown]) -> list[Shown]:
        """What they look at, feed, push or pull."""
        action = group[0].action or ""
        if "{target}" not in telling.DOING.get(action, ""):
            return []
        wanted = _CLIMBED if action == "climb_up" else ("looking at", "with", "next to", "on")
        if action in _LOOKS:
            wanted = ("looking at",)
        for relation in wanted:
            found = self._linked(group, relation)
            if action == "feed":
                found = [item for item in found if item.kind == "animal" or item.age in _FED]
            if action == "push":
                found = [item for item in found if item.kind == "thing" or self._rolls(item)]
            if found and (action in _LOOKS | _TO_PEOPLE or found[0].kind != "person"):
                return [item for item in found if noun_of(item) == noun_of(found[0])]
        return []

    def _rolls(self, item: Shown) -> bool:
        return "wheelchair" in {item.action, item.posture}

    def _mutual(self, group: Sequence[Shown]) -> bool:
        """Whether they look at somebody who looks back."""
        return any(group[0] in self._target([other]) for other in self._target(group))

    def _does(self, first: Shown, *, many: bool, held: str, target: list[Shown]) -> str:
        action = self.action(first)
        words = self._usual_words(first, action, many=many)
        if action == "ride" and first.holding_colour:
            bicycles = f"{first.holding_colour} bicycle"
            return f"riding {bicycles}s" if many else f"riding {with_article(bicycles)}"
        if held and self._is_done_with(first, action):
            return telling.DOING_WITH[action].format(held=held)
        if "{held}" in words and not held:
            words = telling.WITHOUT_HELD[action]
        each_other = many and bool(target) and self._mutual([first])
        to = "each other" if each_other else self._mentions.mention(target) if target else ""
        return words.format(held=held, target=to)

    def _is_done_with(self, item: Shown, action: str) -> bool:
        """Whether what is held is what it is done to: one eats bread, and no book."""
        return action in telling.DOING_WITH and (action != "eat" or item.holding in _FOOD)

    @staticmethod
    def _might_have_it(first: Shown, action: str, other: Shown) -> bool:
        """Whether "with an umbrella" after another one might be said of that one."""
        if other.kind == "animal":
            return action != "feed" or first.holding not in _FOOD
        return other.kind == "person"

    def _usual_words(self, first: Shown, action: str, *, many: bool) -> str:
        """The words for an action by itself, and by how many."""
        words = telling.DOING.get(action, action)
        if action == "lie" and first.kind == "animal":
            words = "lying"
        if many:
            words = telling.DOING_OF_MANY.get(action, words)
        own = "their" if many else _OWN.get(first.gender or "", "their")
        return words.replace("{own}", own)

    def _aboard(self, place: Place | None) -> bool:
        """Whether it is on a horse or in a car, and not on a bench."""
        return place is not None and place[0] in _RIDDEN and place[1][0].noun not in _SEATS

    def _sits(self, item: Shown, place: Place | None) -> bool:
        seated = place is not None and place[0] in _RIDDEN and place[1][0].noun in _SITTING
        if item.kind == "person" and seated and item.posture != "lie":
            return True
        return item.posture in {"sit", "floor"}

    @property
    def _ground(self) -> str:
        return " on the floor" if self._floor else " on the ground"

    def where(self, place: Place | None, *, together: bool = False) -> str:
        """The place in words, with a blank before it: " on a table"; empty for none.

        Who does something `together` with an animal is with it, and not only next to it.
        """
        if place is None:
            return ""
        relation, things = place
        if relation == "between":
            return f" between {self._mentions.both(things)}"
        words: str = telling.PREPOSITIONS.get(relation, relation)
        if things[0].noun in _TABLES and relation == "next to":
            words = "at"
        if relation == "with" and not together:
            words = "next to"
        if things[0].noun in _SURROUNDING and relation == "on":
            words = "in"
        if things[0].noun in _WAITED_AT:
            words = "at" if relation in _RIDDEN else words
        return f" {words} {self._mentions.mention(things)}"
