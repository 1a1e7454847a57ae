"""What has been learned from a prompt so far: the wish, while it is being read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from imagespeak_core.generators.illustrator.reading.acting import let_person_act, pose_animal
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.scene import (
    Age,
    Depth,
    Link,
    Relation,
    Season,
    Side,
    Time,
    Wanted,
    Weather,
)
from imagespeak_core.generators.illustrator.words import (
    actions,
    animals,
    hints,
    homes,
    people,
    settings,
    things,
)
from imagespeak_core.generators.illustrator.words.animal_actions import action_of_verb
from imagespeak_core.generators.illustrator.words.hair import worn_as

_MOST_PHRASES = 14


@dataclass(slots=True)
class Findings:
    """Noun phrases, relations and settings, in the order in which they were read.

    A noun phrase is spoken of by its index in `wanted`. `done_alone` is a noun that tells by
    itself what people do, such as "breakfast".
    """

    wanted: list[Wanted] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    weak_places: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    time: Time | None = None
    weather: Weather | None = None
    season: Season | None = None
    busy: bool = False
    has_meal: bool = False
    at_home: str | None = None
    done_alone: str | None = None

    def add(self, items: list[Wanted], said: Modifiers) -> list[int]:
        """Takes new noun phrases, and tells their indices; none when there are too many already."""
        if len(self.wanted) + len(items) > _MOST_PHRASES:
            for item in items:
                self.not_known(item.noun)
            return []
        start = len(self.wanted)
        self.wanted += items
        new = list(range(start, len(self.wanted)))
        if said.action:
            action = actions.VERBS.get(said.action, "")
            self.act(new, action, said.action_text, base=said.action, first=True)
            if said.action in people.FEELINGS:
                self.feel(new, people.FEELINGS[said.action])
        return new

    def not_known(self, text: str) -> None:
        """Notes a word for which there is no picture."""
        if text not in self.unknown:
            self.unknown.append(text)

    def people(self, indices: Iterable[int]) -> list[int]:
        """Those of them who are people."""
        return [index for index in indices if self.wanted[index].kind == "person"]

    def everybody(self) -> list[int]:
        """All people."""
        return self.people(range(len(self.wanted)))

    def any_alive(self, indices: Iterable[int]) -> bool:
        """Whether any of them is a person or an animal."""
        return any(self.wanted[index].kind != "thing" for index in indices)

    def act(
        self,
        doers: list[int],
        action: str,
        text: str,
        held: str | None = None,
        *,
        first: bool,
        base: str = "",
    ) -> None:
        """Gives them something to do.

        The first verb of a clause counts; a later one only where there is none yet but a pose.
        What cannot be shown is noted as not known by its `text`. `base` is the verb's base form.
        """
        for index in doers:
            item = self.wanted[index]
            if item.kind == "thing":
                continue
            if item.kind == "animal":
                acting, shown = pose_animal(item, action_of_verb(base, action))
            else:
                acting, shown = let_person_act(item, action, first=first)
                acting = replace(acting, holding=held or acting.holding)
            self.wanted[index] = acting
            if not shown:
                self.not_known(text)

    def is_food(self, eaters: Iterable[int], noun: str) -> bool:
        """Whether it is shown with the animals that eat or drink it."""
        doing = [item for item in (self.wanted[index] for index in eaters) if item.kind == "animal"]
        return any(noun in animals.FOOD.get(item.action or "", ()) for item in doing)

    def feel(self, indices: Iterable[int], feeling: str) -> None:
        """Notes how people feel."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], feeling=feeling)

    def describe(self, indices: Iterable[int], said: Modifiers) -> None:
        """Notes what is told of them by a verb: "the car is red", "the man is old"."""
        for index in indices:
            item = self.wanted[index]
            if item.kind == "person":
                age = cast("Age | None", said.age)
                feeling = said.feeling or item.feeling
                hair = (worn_as(said.hair),) if said.hair else ()
                self.wanted[index] = replace(
                    item, age=age or item.age, feeling=feeling, wearing=(*item.wearing, *hair)
                )
            else:
                self.wanted[index] = replace(
                    item, colour=said.colour or item.colour, size=said.size or item.size
                )

    def wear(self, wearers: Iterable[int], what: str, colour: str | None) -> None:
        """Notes what they have on."""
        for index in wearers:
            item = self.wanted[index]
            self.wanted[index] = replace(item, wearing=(*item.wearing, (what, colour)))

    def hold(self, holders: Iterable[int], what: str, colour: str | None, *, each: bool) -> None:
        """Notes what they have in their hands, and whether each has one."""
        for index in holders:
            self.wanted[index] = replace(
                self.wanted[index], holding=what, holding_colour=colour, each_holds=each
            )

    def give_each(self, indices: Iterable[int]) -> None:
        """Notes that every one of them holds one."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], each_holds=True)

    def colour_held(self, indices: Iterable[int], colour: str) -> None:
        """Notes the colour of what people hold."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], holding_colour=colour)

    def take_by_the_hand(self, indices: Iterable[int]) -> None:
        """Notes that people hold somebody's hand, whatever else they do."""
        for index in self.people(indices):
            self.wanted[index] = replace(self.wanted[index], action="hold_hands")

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

    def name(self, unnamed: list[int], index: int) -> list[int]:
        """Tells who somebody is who was told before ("Sitting on a chair, *a man* is reading")."""
        somebody = self.wanted[unnamed[0]]
        self.wanted[unnamed[0]] = replace(
            self.wanted.pop(index),
            action=somebody.action,
            posture=somebody.posture,
            wearing=somebody.wearing,
            holding=somebody.holding,
            holding_colour=somebody.holding_colour,
        )
        return unnamed

    def one_of(self, indices: list[int]) -> list[int]:
        """One of several alike, as a noun phrase of its own that stands where they do."""
        for index in reversed(indices):
            item = self.wanted[index]
            if item.count < 2 or len(self.wanted) >= _MOST_PHRASES:
                continue
            self.wanted[index] = replace(item, count=item.count - 1)
            self.wanted.append(replace(item, count=1, at_least=False))
            new = len(self.wanted) - 1
            own = [link for link in self.links if link.subject == index]
            self.links += [replace(link, subject=new) for link in own]
            return [new]
        return []

    def _many(self, indices: list[int]) -> list[int]:
        crowds = [index for index in indices if self.wanted[index].count > 1]
        persons = self.people(indices)
        if crowds:
            return crowds[-1:]
        return persons if len(persons) > 1 else indices if len(indices) > 1 else []

    def note_place(self, chunk: Chunk, relation: str | None) -> None:
        """Notes a place; in front of a building means in the street."""
        place = chunk.value
        if chunk.text.startswith("night"):
            self.time = "night"
        if relation in {"in front of", "outside"} and place in settings.INDOORS:
            place = hints.CUE_PLACES["outside a building"]
        if chunk.entry in settings.STAND_INS:
            self.not_known(chunk.entry)
        weak = not settings.WEAK_PLACES.isdisjoint((chunk.text, chunk.value, chunk.entry))
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
            self.weather = things.WEATHER_OF[chunk.value]
        if chunk.entry in hints.PLACES_OF_NAMES:
            self.weak_places.append(hints.PLACES_OF_NAMES[chunk.entry])

    def celebrate(self) -> None:
        """A birthday is kept at home, and with a cake."""
        self.at_home = self.at_home or hints.CUE_PLACES["birthday"]
        if not any(item.noun == "birthday cake" for item in self.wanted):
            self.wanted.append(Wanted("thing", "birthday cake"))

    def leave_school(self) -> None:
        """What is taught is done where one does it, and not in a classroom."""
        self.weak_places = [
            place for place in self.weak_places if place != hints.VERB_PLACES["teach"]
        ]

    def note_done(self, what: str) -> None:
        """Notes what the thing that is done tells of the place: a meal, a game at home."""
        self.has_meal = self.has_meal or what in homes.MEALS
        self.at_home = self.at_home or homes.DONE.get(what)

    def note_of_verb(self, base: str) -> None:
        """Notes what an action tells of the place and the weather."""
        self.at_home = self.at_home or homes.VERBS.get(base)
        if base in hints.VERB_PLACES:
            self.weak_places.append(hints.VERB_PLACES[base])
        told = things.WEATHER_OF.get(base.split()[-1]) if base else None
        if told:
            self.weather = told
