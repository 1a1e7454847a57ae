"""What has been learned from a prompt so far: the wish, while it is being read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from imagespeak_core.generators.illustrator.reading.acting import let_person_act, pose_animal
from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.facts import Fact, Related
from imagespeak_core.generators.illustrator.reading.lexicon import ing_form
from imagespeak_core.generators.illustrator.scene import (
    Link,
    Relation,
    Season,
    Time,
    Wanted,
    Weather,
    Without,
)
from imagespeak_core.generators.illustrator.words import (
    actions,
    hints,
    homes,
    people,
    settings,
    things,
)
from imagespeak_core.generators.illustrator.words.animal_actions import action_of_verb, food_drawn
from imagespeak_core.generators.illustrator.words.hair import worn_as

_MOST_DRAWN = 14
"""So many noun phrases find room in a picture."""
_FEWEST = 2
"""How many there are at least of "some"."""
_SAID_BEFORE = tuple("count colour size age gender feeling wearing action looks".split())
"""What words before a noun tell of it."""


@dataclass(slots=True)
class Findings:
    """Noun phrases, relations and settings, in the order in which they were read.

    A noun phrase is spoken of by its index in `wanted`. `done_alone` is a noun that tells by
    itself what people do, such as "breakfast".

    What a word was read into is kept with its index among the prompt's words, which is `at` for
    the chunk that is being read: `facts` of noun phrases, the `doers` of verbs, the nouns to
    which relations lead (`related`), what tells of the whole or of another word (`told`), and
    what is `lost`. `relation_at` is the index of the latest relation.
    """

    most: int = _MOST_DRAWN
    """How many noun phrases are taken; what comes after them is lost."""
    wanted: list[Wanted] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    without: list[tuple[Without, int, int]] = field(default_factory=list)
    """What is not to be so, and the first and last index of its words."""
    places: list[str] = field(default_factory=list)
    weak_places: list[str] = field(default_factory=list)
    at: int = -1
    noun: str = ""
    """The noun that is being read, as the lexicon has it."""
    relation_at: int = -1
    lost: set[int] = field(default_factory=set)
    named: dict[int, int] = field(default_factory=dict)
    """Noun phrase → the index of its noun among the prompt's words."""
    told: set[int] = field(default_factory=set)
    facts: dict[int, list[Fact]] = field(default_factory=dict)
    doers: dict[int, list[int]] = field(default_factory=dict)
    related: dict[int, list[Related]] = field(default_factory=dict)
    time: Time | None = None
    weather: Weather | None = None
    season: Season | None = None
    busy: bool = False
    has_meal: bool = False
    whole: int | None = None
    """Out of whom some were taken last: "two boys, *one* …"."""
    at_home: str | None = None
    done_alone: str | None = None
    done_alone_at: int = -1

    def begin(self, chunk: Chunk) -> None:
        """Whatever is noted next is read from that chunk."""
        self.at = chunk.at
        self.noun = chunk.entry if chunk.meaning not in {None, "group"} else ""
        self.noun = self.noun.removesuffix("'s")

    def tell(self) -> None:
        """Notes that the chunk tells of something that is noted already, or of the whole."""
        self.told.add(self.at)

    def _change(self, index: int, **fields: object) -> None:
        """Gives a noun phrase other values, and remembers which word says so."""
        self.wanted[index] = replace(self.wanted[index], **fields)  # type: ignore[arg-type]
        known = self.facts.setdefault(self.at, [])
        known += [Fact(index, name, value) for name, value in fields.items()]

    def add(self, items: list[Wanted], said: Modifiers) -> list[int]:
        """Takes new noun phrases, and tells their indices; none when there are too many already."""
        if len(self.wanted) + len(items) > self.most:
            self.not_known()
            return []
        start = len(self.wanted)
        self.wanted += [replace(item, said=self.noun) for item in items]
        new = list(range(start, len(self.wanted)))
        self.named |= dict.fromkeys(new, self.at)
        known = self.facts.setdefault(self.at, [])
        known += [
            Fact(index, name, getattr(self.wanted[index], name))
            for index in new
            for name in _SAID_BEFORE
        ]
        if said.action:
            action = actions.VERBS.get(said.action, "")
            self.doers[said.action_at] = list(new)
            self.act(new, action, at=said.action_at, base=said.action, first=True)
            if said.action in people.FEELINGS:
                self.feel(new, people.FEELINGS[said.action])
        return new

    def not_known(self, at: int | None = None) -> None:
        """Notes that there is no picture for the word at `at`, else for the chunk being read."""
        self.lost.add(self.at if at is None else at)

    def people(self, indices: Iterable[int] | None = None) -> list[int]:
        """Those of them who are people; all people where none are given."""
        among = range(len(self.wanted)) if indices is None else indices
        return [index for index in among if self.wanted[index].kind == "person"]

    def any_alive(self, indices: Iterable[int]) -> bool:
        """Whether any of them is a person or an animal."""
        return any(self.wanted[index].kind != "thing" for index in indices)

    def act(
        self,
        doers: list[int],
        action: str,
        held: str | None = None,
        *,
        first: bool,
        base: str = "",
        what: str = "",
        at: int | None = None,
    ) -> None:
        """Gives them something to do.

        The first verb of a clause counts; a later one only where there is none yet but a pose.
        What cannot be shown is noted as not known by its word's index `at`, else by the chunk's.
        `base` is the verb's base form, `what` its object as it is written.
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
            is_it = acting.action != item.action or action == item.action or not item.doing
            if base and shown and acting.action and is_it:
                acting = replace(acting, doing=f"{ing_form(base)} {what}".strip())
            self.wanted[index] = acting
            done = Fact(index, "action", action)
            self.facts.setdefault(self.at if at is None else at, []).append(done)
            if held:
                self._change(index, holding=acting.holding)
            if not shown:
                self.not_known(at)

    def is_food(self, eaters: Iterable[int], noun: str) -> bool:
        """Whether it is shown with the animals that eat or drink it."""
        doing = [item for item in (self.wanted[index] for index in eaters) if item.kind == "animal"]
        return any(noun in food_drawn(item.noun, item.action) for item in doing)

    def feel(self, indices: Iterable[int], feeling: str) -> None:
        """Notes how people feel."""
        for index in self.people(indices):
            self._change(index, feeling=feeling)

    def describe(self, indices: Iterable[int], said: Modifiers) -> None:
        """Notes what is told of them by a verb: "the car is red", "the man is old"."""
        for index in indices:
            item = self.wanted[index]
            if item.kind == "person":
                hair = (worn_as(said.hair),) if said.hair else ()
                grown = said.age == "child" and people.PEOPLE[item.noun].age == "adult"
                self._change(
                    index,
                    age=item.age if grown else said.age or item.age,
                    feeling=said.feeling or item.feeling,
                    wearing=(*item.wearing, *hair),
                )
            else:
                self._change(index, colour=said.colour or item.colour, size=said.size or item.size)

    def wear(self, wearers: Iterable[int], what: str, colour: str | None) -> None:
        """Notes what they have on."""
        for index in wearers:
            self._change(index, wearing=(*self.wanted[index].wearing, (what, colour)))

    def hold(self, holders: Iterable[int], what: str, colour: str | None, *, each: bool) -> None:
        """Notes what they have in their hands, and whether each has one."""
        for index in holders:
            each_holds = each or self.wanted[index].each
            self._change(index, holding=what, holding_colour=colour, each_holds=each_holds)

    def give_each(self, indices: Iterable[int]) -> None:
        """Notes that every one of them holds one."""
        for index in self.people(indices):
            self._change(index, each_holds=True)

    def colour_held(self, indices: Iterable[int], colour: str) -> None:
        """Notes the colour of what people hold."""
        for index in self.people(indices):
            self._change(index, holding_colour=colour)

    def take_by_the_hand(self, indices: Iterable[int]) -> None:
        """Notes that people hold somebody's hand, whatever else they do."""
        for index in self.people(indices):
            self._change(index, action="hold_hands")

    def link(
        self, sources: Iterable[int], relation: Relation, targets: list[int], said: str = ""
    ) -> None:
        """Notes a relation of each source to each target; `said` are the prompt's words for it."""
        for source in sources:
            for target in targets:
                self._share_out(source, relation, target)
                new = Link(source, relation, target, said)
                if source not in targets and new not in self.links:
                    self.links.append(new)
                    others = self.related.setdefault(self.relation_at, [])
                    at = self.named.get(target, self.at)
                    count = self.wanted[source].count
                    others.append(Related(at, relation, count, source, target))

    def _share_out(self, source: int, relation: Relation, target: int) -> None:
        """Brings in one for each of them: "every dog has a ball", "a lamp on every table"."""
        whole, each = (target, source) if relation == "with" else (source, target)
        few, many = self.wanted[whole], self.wanted[each]
        if many.each and few.count == 1 and not few.each and few.kind != "person":
            self.wanted[whole] = replace(few, count=many.count, at_least=many.at_least)

    def put(self, indices: Iterable[int], where: str) -> None:
        """Notes a place in the picture: a side or a depth."""
        for index in indices:
            if where in {"left", "right", "middle"}:
                self._change(index, side=where)
            else:
                self._change(index, depth=where)

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
            doing=somebody.doing,
        )
        for known in self.facts.values():
            known[:] = [
                replace(fact, item=unnamed[0]) if fact.item == index else fact for fact in known
            ]
        for doers in self.doers.values():
            doers[:] = [unnamed[0] if doer == index else doer for doer in doers]
        return unnamed

    def one_of(self, indices: list[int], count: int = 1) -> list[int]:
        """One or more of several alike, as a noun phrase of its own that stands where they do."""
        for index in reversed(indices):
            item = self.wanted[index]
            if item.count <= count or len(self.wanted) >= self.most:
                continue
            left = item.count - count
            left = max(left, _FEWEST) if item.at_least else left
            self.wanted[index] = replace(item, count=left)
            new = self.join(replace(item, count=count, at_least=False))
            own = [link for link in self.links if link.subject == index]
            self.links += [replace(link, subject=new[0]) for link in own]
            return new
        return []

    def join(self, item: Wanted) -> list[int]:
        """Takes others of a kind that was named; none when there are too many already."""
        if len(self.wanted) >= self.most:
            return []
        self.wanted.append(item)
        return [len(self.wanted) - 1]

    def name_again(self, indices: list[int], noun: str, *, each: bool = False) -> None:
        """Notes that the chunk names noun phrases of before; `noun` is what it calls them."""
        self.tell()
        known = self.facts.setdefault(self.at, [])
        for index in indices:
            self.wanted[index] = item = replace(self.wanted[index], each=each)
            if item.kind == "person" and item.noun != noun:
                word = people.PEOPLE[noun]
                item = replace(item, noun=noun, said=self.noun, age=word.age or item.age)
                self.wanted[index] = replace(item, gender=word.gender or item.gender)
            known += [Fact(index, name, getattr(item, name)) for name in _SAID_BEFORE]

    def _many(self, indices: list[int]) -> list[int]:
        crowds = [index for index in indices if self.wanted[index].count > 1]
        persons = self.people(indices)
        if crowds:
            return crowds[-1:]
        return persons if len(persons) > 1 else indices if len(indices) > 1 else []

    def note_place(self, chunk: Chunk, relation: str | None) -> None:
        """Notes a place; in front of a building means in the street."""
        self.tell()
        place = chunk.value
        if chunk.text.startswith("night"):
            self.time = "night"
        if relation in {"in front of", "outside"} and place in settings.INDOORS:
            place = hints.CUE_PLACES["outside a building"]
        if chunk.entry in settings.STAND_INS:
            self.not_known()
        weak = not settings.WEAK_PLACES.isdisjoint((chunk.text, chunk.value, chunk.entry))
        (self.weak_places if weak else self.places).append(place)

    def note_setting(self, chunk: Chunk) -> None:
        """Notes a time, a weather or a season."""
        self.tell()
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
