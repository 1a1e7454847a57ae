"""What has been learned from a prompt so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from imagespeak_core.generators.illustrator.chunk import Chunk
from imagespeak_core.generators.illustrator.phrases import Pending
from imagespeak_core.generators.illustrator.scene import (
    Depth,
    Link,
    Relation,
    Season,
    Side,
    Time,
    Wanted,
    Weather,
)
from imagespeak_core.generators.illustrator.words import actions, people, settings, things

_MOST_NOUNS = 14


@dataclass(slots=True)
class Findings:
    """Noun phrases, relations and settings, in the order in which they were read."""

    wanted: list[Wanted] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    weak_places: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    time: Time | None = None
    weather: Weather | None = None
    season: Season | None = None
    busy: bool = False

    def add(self, items: list[Wanted], said: Pending) -> list[int]:
        """The places of the new items in `wanted`; none when there are too many already."""
        if len(self.wanted) + len(items) > _MOST_NOUNS:
            for item in items:
                self.not_known(item.noun)
            return []
        start = len(self.wanted)
        self.wanted += items
        new = list(range(start, len(self.wanted)))
        if said.action:
            action = actions.VERBS.get(said.action, "")
            self.act(new, action, said.action_text, first=True)
        return new

    def not_known(self, text: str) -> None:
        """Notes a word for which there is no picture."""
        if text not in self.unknown:
            self.unknown.append(text)

    def people(self, indices: Iterable[int]) -> list[int]:
        """Those of them who are people."""
        return [index for index in indices if self.wanted[index].kind == "person"]

    def alive(self, indices: Iterable[int]) -> bool:
        """Whether any of them is a person or an animal."""
        return any(self.wanted[index].kind != "thing" for index in indices)

    def act(
        self, doers: list[int], action: str, text: str, held: str | None = None, *, first: bool
    ) -> None:
        """Gives them something to do.

        The first verb of a clause counts; a later one only where there is none yet but a pose.
        What cannot be shown is noted as not known by its `text`.
        """
        for index in doers:
            item = self.wanted[index]
            if item.kind != "person":
                if item.kind == "animal" and action not in actions.ANIMAL_POSES:
                    self.not_known(text)
                if item.kind == "animal" and action:
                    self.wanted[index] = replace(item, action=action)
                continue
            free = item.action is None or item.action in actions.POSES
            implied = item.action == people.IMPLIED_ACTION.get(item.noun)
            if action and action != item.action:
                if first or free or implied:
                    item = replace(item, action=action)
                elif action not in actions.POSES:
                    self.not_known(text)
            self.wanted[index] = replace(item, holding=held or item.holding)

    def feel(self, indices: Iterable[int], feeling: str) -> None:
        """Notes how people feel."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], feeling=feeling)

    def colour_held(self, indices: Iterable[int], colour: str) -> None:
        """Notes the colour of what people hold."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], holding_colour=colour)

    def link(self, sources: Iterable[int], relation: Relation, targets: list[int]) -> None:
        """Notes a relation of each source to each target."""
        for source in sources:
            for target in targets:
                new = Link(source, relation, target)
                if source not in targets and new not in self.links:
                    self.links.append(new)

    def put(self, indices: Iterable[int], where: str) -> None:
        """Notes a place in the picture: a side or a depth."""
        for index in indices:
            item = self.wanted[index]
            if where in {"left", "right", "middle"}:
                self.wanted[index] = replace(item, side=cast(Side, where))
            else:
                self.wanted[index] = replace(item, depth=cast(Depth, where))

    def meant(self, pronoun: str, others: tuple[int, ...]) -> list[int]:
        """Whom a pronoun stands for: the latest who fit, but for `others`."""
        indices = [index for index in range(len(self.wanted)) if index not in others]
        if pronoun == "all":
            return self._many(indices)
        for index in reversed(indices):
            item = self.wanted[index]
            if item.count > 1:
                continue
            if pronoun == "it" and item.kind != "person":
                return [index]
            if item.kind == "person" and item.gender in {None, pronoun}:
                return [index]
        return []

    def _many(self, indices: list[int]) -> list[int]:
        crowds = [index for index in indices if self.wanted[index].count > 1]
        persons = [index for index in indices if self.wanted[index].kind == "person"]
        if crowds:
            return crowds[-1:]
        return persons if len(persons) > 1 else indices if len(indices) > 1 else []

    def note_place(self, chunk: Chunk, relation: str | None) -> None:
        """Notes a place; in front of a building means in the street."""
        place = chunk.value
        if relation in {"in front of", "outside"} and place in settings.INDOORS:
            place = "street"
        if chunk.token is not None and chunk.token.text in settings.STAND_INS:
            self.not_known(chunk.token.text)
        weak = chunk.text in settings.WEAK_PLACES or chunk.value in settings.WEAK_PLACES
        weak = weak or (chunk.token is not None and chunk.token.text in settings.WEAK_PLACES)
        (self.weak_places if weak else self.places).append(place)

    def note_setting(self, chunk: Chunk) -> None:
        """Notes a time, a weather or a season."""
        if chunk.meaning == "time":
            if self.time is None or chunk.text in {"night", "sunset"}:
                self.time = cast(Time, chunk.value)
        elif chunk.meaning == "season":
            self.season = cast(Season, chunk.value)
        elif self.weather in {None, "clear", "cloudy"}:
            self.weather = cast(Weather, chunk.value)

    def note_of_thing(self, chunk: Chunk) -> None:
        """Notes what a thing tells of the weather and the place."""
        if chunk.value in things.WEATHER_OF:
            self.weather = cast(Weather, things.WEATHER_OF[chunk.value])
        if chunk.token is not None and chunk.token.text in settings.PLACES_OF_NAMES:
            self.weak_places.append(settings.PLACES_OF_NAMES[chunk.token.text])

    def note_of_verb(self, base: str) -> None:
        """Notes what an action tells of the place and the weather."""
        if base in settings.VERB_PLACES:
            self.weak_places.append(settings.VERB_PLACES[base])
        told = things.WEATHER_OF.get(base.split()[-1]) if base else None
        if told:
            self.weather = cast(Weather, told)
