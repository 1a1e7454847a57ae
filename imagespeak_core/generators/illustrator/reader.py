"""A small grammar: noun phrases, verbs and relations, read once from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

from imagespeak_core.generators.illustrator.lexicon import Read, Token
from imagespeak_core.generators.illustrator.phrases import Pending, person_phrase
from imagespeak_core.generators.illustrator.scene import (
    Kind,
    Link,
    Relation,
    Season,
    Time,
    Wanted,
    Weather,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import actions, people, settings, things

_MOST = 10
_MOST_NOUNS = 14


@dataclass(slots=True)
class Reader:
    """Walks through the words once, from left to right."""

    wanted: list[Wanted] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    weak_places: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    time: Time | None = None
    weather: Weather | None = None
    season: Season | None = None
    busy: bool = False
    pending: Pending = field(default_factory=Pending)
    subjects: list[int] = field(default_factory=list)
    latest: list[int] = field(default_factory=list)
    relation: str | None = None
    verb: str | None = None
    wearing: bool = False
    joined: bool = False

    def take(self, read: Read, following: Read | None) -> None:
        """Takes one word or phrase."""
        token = read.token
        if token is None:
            self._stranger(read.text)
            return
        if token.meaning == "colour" and token.value == "orange" and _ends_phrase(following):
            token = Token("orange", "thing", "orange")
        if token.meaning == "person" and following is not None and following.text in {"skirt"}:
            return
        handler = {
            "place": self._place,
            "time": self._time,
            "weather": self._weather,
            "season": self._season,
            "person": self._person,
            "group": self._group,
            "crowd": self._crowd,
            "thing": self._thing,
            "verb": self._verb,
            "relation": self._relation,
            "clothes": self._clothes,
        }.get(token.meaning)
        if handler is not None:
            handler(token, read.plural)
        else:
            self._modifier(token)

    def _stranger(self, text: str) -> None:
        if text in {".", ";", "!", "?", ":"}:
            self._end_clause()
        elif len(text) > 2 and not text.isdigit() and text not in self.unknown:
            self.unknown.append(text)

    def _end_clause(self) -> None:
        self.pending, self.relation, self.verb = Pending(), None, None
        self.wearing = self.joined = False

    def _modifier(self, token: Token) -> None:
        pending = self.pending
        if token.meaning == "number":
            number = things.NUMBERS[token.value]
            pending.count = number if number != 0 else pending.count
        elif token.meaning == "vague":
            pending.count, pending.vague = things.VAGUE_NUMBERS[token.value] or pending.count, True
        elif token.meaning == "colour":
            pending.colour = token.value
        elif token.meaning == "size":
            pending.size = "small" if token.value == "small" else "big"
            pending.age = "child" if token.text == "little" else pending.age
        elif token.meaning == "age":
            pending.age = token.value
        elif token.meaning == "feeling":
            self._feeling(token.value)
        elif token.meaning == "busy":
            self.busy = True
        elif token.meaning == "wearing":
            self.wearing, self.verb = True, None
        elif token.meaning == "and":
            self.joined = True

    def _feeling(self, feeling: str) -> None:
        self.pending.feeling = feeling

    def _place(self, token: Token, plural: bool) -> None:
        if self.pending.count == -1:
            self.pending = Pending()
            return
        place = token.value
        if self.relation in {"in front of", "outside"} and place in settings.INDOORS:
            place = "street"
        weak = token.text in settings.WEAK_PLACES
        (self.weak_places if weak else self.places).append(place)
        self.pending, self.relation = Pending(), None

    def _time(self, token: Token, plural: bool) -> None:
        if self.time is None or token.text in {"night", "sunset"}:
            self.time = cast(Time, token.value)
        self.pending.count = None

    def _weather(self, token: Token, plural: bool) -> None:
        if self.weather in {None, "clear", "cloudy"}:
            self.weather = cast(Weather, token.value)
        self.pending.count = None

    def _season(self, token: Token, plural: bool) -> None:
        self.season = cast(Season, token.value)
        self.pending.count = None

    def _count(self, plural: bool) -> tuple[int, bool]:
        pending = self.pending
        if pending.count is None:
            return (3, True) if plural else (1, False)
        return min(_MOST, pending.count), pending.vague

    def _add(self, items: list[Wanted]) -> None:
        """New noun phrases: linked to what they were said of, and subjects of the next verb."""
        pending, self.pending = self.pending, Pending()
        if pending.count == -1 or len(self.wanted) + len(items) > _MOST_NOUNS:
            self.relation = None
            return
        start = len(self.wanted)
        self.wanted += [
            replace(
                item, action=item.action or pending.action, feeling=pending.feeling or item.feeling
            )
            if item.kind == "person"
            else item
            for item in items
        ]
        new = list(range(start, len(self.wanted)))
        object_of_verb = self.verb is not None
        self._link(new)
        if self.joined and not object_of_verb and self.relation is None:
            self.subjects += new
        elif self.relation is None and not object_of_verb:
            self.subjects = new
        self.latest = new
        self.relation, self.joined, self.verb, self.wearing = None, False, None, False

    def _link(self, new: list[int]) -> None:
        relation = self.relation
        if relation is None and self.verb in actions.FREE_OBJECT:
            relation = "looking at" if self.verb in {"look", "photo", "point", "paint"} else "with"
        if relation is None or not self.subjects:
            return
        for index in self.subjects:
            if index not in new:
                self.links.append(Link(index, cast(Relation, relation), new[0]))

    def _person(self, token: Token, plural: bool) -> None:
        count, vague = self._count(plural)
        self._add([person_phrase(self.pending, token.value, count, vague)])

    def _group(self, token: Token, plural: bool) -> None:
        self._add(
            [person_phrase(self.pending, noun, 1, False) for noun in people.GROUPS[token.value]]
        )

    def _crowd(self, token: Token, plural: bool) -> None:
        if token.value == "group" or self.pending.count == -1:
            self.pending = Pending(
                count=people.CROWDS["group"] if self.pending.count != -1 else -1, vague=True
            )
            return
        count = self.pending.count or people.CROWDS[token.value]
        vague = self.pending.count is None or self.pending.vague
        self._add([person_phrase(self.pending, "person", min(_MOST, count), vague)])

    def _clothes(self, token: Token, plural: bool) -> None:
        wearers = [
            index for index in (self.latest or self.subjects) if self.wanted[index].kind == "person"
        ]
        worn = (people.CLOTHES[token.value], self.pending.colour)
        self.pending, self.relation = Pending(), None
        for index in wearers:
            item = self.wanted[index]
            self.wanted[index] = replace(item, wearing=(*item.wearing, worn))
        self.wearing = self.joined = True

    def _thing(self, token: Token, plural: bool) -> None:
        self.weather = cast(Weather | None, things.WEATHER_OF.get(token.value, self.weather))
        holders = [index for index in self.subjects if self.wanted[index].kind == "person"]
        doing = {self.wanted[index].action or "" for index in holders}
        if any(token.value in things.SWALLOWED.get(action, ()) for action in doing):
            self.pending, self.relation, self.verb = Pending(), None, None
            return
        if holders and self._held(token.value, holders):
            return
        if token.text == "kitchen table":
            self.places.append("kitchen")
        if token.value not in THINGS:
            self._unheld(token)
            return
        if self.verb == "cook" and THINGS[token.value].kind not in {"food", "kitchen"}:
            self._act(self.subjects, "kneel")
        count, vague = self._count(plural)
        kind: Kind = "animal" if THINGS[token.value].kind == "animal" else "thing"
        colour, size = self.pending.colour, self.pending.size
        self._add([Wanted(kind, token.value, max(1, count), vague, colour, size)])

    def _unheld(self, token: Token) -> None:
        if token.text not in self.unknown:
            self.unknown.append(token.text)
        self.pending, self.relation, self.verb = Pending(), None, None

    def _held(self, noun: str, holders: list[int]) -> bool:
        """Whether the noun goes into hands: "with umbrellas", "holding a book", "eating bread"."""
        in_hand = things.HOLDABLE.get(noun)
        shelter = in_hand == "umbrella" and self.relation == "under"
        if in_hand is None or not (
            shelter
            or self.relation == "with"
            or (self.verb and self.verb not in actions.FREE_OBJECT)
        ):
            return False
        for index in holders:
            item = self.wanted[index]
            self.wanted[index] = replace(item, holding=in_hand)
        self.pending, self.relation, self.verb = Pending(), None, None
        return True

    def _verb(self, token: Token, plural: bool) -> None:
        action, held = actions.PHRASES.get(token.value) or (actions.VERBS[token.value], None)
        told = things.WEATHER_OF.get(token.value.split()[-1], self.weather)
        self.weather = cast(Weather | None, told)
        if not self.subjects or self._before_noun():
            self.pending.action = action or None
            return
        for index in self._doers():
            item = self.wanted[index]
            if item.action is None or item.action == "stand" or not self.joined:
                chosen = action or item.action
                self.wanted[index] = replace(item, action=chosen, holding=held or item.holding)
        self.verb, self.relation, self.joined, self.wearing = action or "", None, False, False

    def _act(self, doers: list[int], action: str) -> None:
        for index in doers:
            if self.wanted[index].kind == "person":
                self.wanted[index] = replace(self.wanted[index], action=action)

    def _before_noun(self) -> bool:
        return self.pending.count is not None

    def _doers(self) -> list[int]:
        """Who does it: the latest noun when it can ("a dog watches"), else the subjects."""
        alive = [index for index in self.latest if self.wanted[index].kind != "thing"]
        if alive and not set(alive) <= set(self.subjects):
            self.subjects = alive
        return [index for index in self.subjects if self.wanted[index].kind != "thing"]

    def _relation(self, token: Token, plural: bool) -> None:
        if token.text == "to" or (token.text == "of" and not self.subjects):
            return
        self.relation, self.joined = token.value, False
        if self.latest:
            self.subjects = (
                self.latest if not set(self.latest) <= set(self.subjects) else self.subjects
            )
        self.verb = None if self.verb != "look" or token.text != "at" else self.verb


def _ends_phrase(following: Read | None) -> bool:
    if following is None or following.token is None:
        return True
    return following.token.meaning not in {"thing", "clothes", "person", "colour"}
