"""Whether all that a description says is so: its sentences are read back and held to the scene.

A description names each item once, and then comes back to it with "the"; so every phrase takes
items of the scene for which it is true and that nothing named before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations, islice

from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.things.catalog import HELD, having
from tests.core.illustrator_grammar import (
    NUMBERS,
    WORN_WORDS,
    Act,
    Clause,
    Phrase,
    behinds,
    clauses,
    word_for,
)
from tests.core.illustrator_meanings import BODIES, DONE, DONE_TO, POSTURES, who_is
from tests.core.illustrator_overviews import overview_is_so

_RELATIONS = {
    "on": {"on"}, "in": {"in", "on"}, "at": {"next to", "on", "in"},
    "next to": {"next to", "with"}, "with": {"with"},
    "to the left of": {"left of"}, "to the right of": {"right of"},
}  # fmt: skip
"""Preposition → the scene's relations that it may tell, where it is not the same word."""
NEAR = {"looking at", "with", "next to", "on", "in"}
_SEATS = having("sat on") | having("sat in")
_TABLES = having("sat at")
_MOST_WAYS = 60
_SIDES = {"on the left": "left", "on the right": "right", "in the middle": "middle"}


class NotSoError(AssertionError):
    """A sentence that is not true of its scene, or that cannot be read."""


Named = tuple[Shown, ...]


class Reader:
    """Reads the sentences of one scene's description in their order.

    It keeps what may have been named so far: where two items fit a phrase, it may mean either.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.named: list[Named] = [()]
        self._items = {item.id: item for item in scene.items}
        looks = {item.id for item in scene.items if item.action in {"look", "watch"}}
        gazes = {(one.subject, one.target) for one in scene.links if one.relation == "looking at"}
        self._links = [
            link
            for link in scene.links
            if not link.by_chance
            or (
                link.relation == "looking at"
                and looks >= {link.subject, link.target}
                and (link.target, link.subject) in gazes
            )
        ]

    def linked(self, item: Shown, relations: set[str]) -> list[Shown]:
        """With whom or what it has one of these relations, which are not by chance.

        Two who look at each other never do so by chance, where that is what they do.
        """
        return [
            self._items[link.target]
            for link in self._links
            if link.subject == item.id and link.relation in relations
        ]

    def said(self, sentence: str) -> None:
        """Takes the sentence, without its stop, as said.

        Raises:
            NotSoError: There is no way to read it in which it is true.
        """
        if self._of_the_whole(sentence) or self._of_the_back(sentence):
            return
        readings = list(clauses(sentence))
        if not readings:
            raise NotSoError(f"cannot be read: {sentence}")
        ways = (now for way in readings for named in self.named for now in self._after(way, named))
        after = {frozenset(item.id for item in now): now for now in islice(ways, _MOST_WAYS)}
        if not after:
            raise NotSoError(f"is not so: {sentence}")
        self.named = list(after.values())

    # What is said of the picture as a whole.

    def _of_the_whole(self, sentence: str) -> bool:
        people = sum(item.kind == "person" for item in self.scene.items)
        count = re.fullmatch(r"There (?:is|are) (\w+) (person|people) in the picture", sentence)
        if count:
            self._must(NUMBERS.get(count[1]) == people or people > max(NUMBERS.values()), sentence)
        elif sentence == "There is nobody in the picture":
            self._must(not people, sentence)
        elif sentence == "There are no animals in the picture":
            self._must(all(item.kind != "animal" for item in self.scene.items), sentence)
        elif sentence in {"It is raining", "It is snowing"}:
            weather = sentence.split()[-1].removesuffix("ing")
            self._must(self.scene.weather == weather and not self.scene.indoors, sentence)
        else:
            return False
        return True

    def _of_the_back(self, sentence: str) -> bool:
        """Whether it tells of the place itself, and only of what can be seen."""
        back = PLACES[self.scene.place].background
        also = re.sub(r" (is|are) ", r" \1 also ", back.sentence, count=1) if back else ""
        also = also.replace(" in the background", "").rstrip(".")
        if back and sentence in {back.sentence.rstrip("."), also}:
            self._must(back.noun in self.scene.backdrop, sentence)
            return True
        if not sentence.startswith("There "):
            return False
        there = Counter(word_for(noun, behind=True) for noun in self.scene.backdrop)
        for some, end in behinds(sentence):
            if end == "in the background" and self.scene.indoors:
                continue
            if all(self._is_behind(phrase, there) for phrase in some):
                return True
        return False

    def _is_behind(self, phrase: Phrase, there: Counter[str]) -> bool:
        if phrase.adjectives or phrase.other or phrase.looks:
            return False
        several = phrase.plural and phrase.determiner == ""
        least = 2 if several else phrase.count or 1
        return there[phrase.noun] >= least and (phrase.plural or there[phrase.noun] == 1
                                                or phrase.determiner == "some")  # fmt: skip

    def _must(self, so: bool, sentence: str) -> None:
        if not so:
            raise NotSoError(f"is not so: {sentence}")

    # What is said of its items.

    def _after(self, reading: tuple[Clause, ...], named: Named) -> Iterator[Named]:
        """What may be named after these clauses, if they are so."""
        if not reading:
            yield named
            return
        for now in self._after_clause(reading[0], named):
            yield from self._after(reading[1:], now)

    def _after_clause(self, clause: Clause, named: Named) -> Iterator[Named]:
        if clause.acts and (clause.verb == "is") != self._is_one(clause):
            return
        for found in self._taken(clause.subjects, named, self._fits(clause)):
            wheres = [act.where for act in clause.acts if act.where]
            targets = [
                (self._relations(act), (act.target,))
                for act in clause.acts
                if act.target and not _is_own_bicycle(act)
            ]
            others = [(_RELATIONS.get(word, {word}), some) for word, some in wheres]
            if clause.place:
                word, some = clause.place
                others.append((_RELATIONS.get(word, {word}), some))
            yield from self._after_others(found, [*targets, *others], (*named, *found))

    def _is_one(self, clause: Clause) -> bool:
        return len(clause.subjects) == 1 and clause.subjects[0].count == 1

    def _after_others(
        self, items: Named, others: list[tuple[set[str], tuple[Phrase, ...]]], named: Named
    ) -> Iterator[Named]:
        """Whether each has the relations to what the phrases name, which then is named."""
        if not others:
            yield named
            return
        (relations, phrases), *rest = others
        wanted = [self._with(item, relations) for item in items]
        near = [one for some in wanted for one in some]
        for found in self._taken(phrases, named, lambda item: item in near):
            if all(any(one in some for one in found) for some in wanted):
                yield from self._after_others(items, rest, (*named, *found))

    def _taken(
        self, phrases: tuple[Phrase, ...], named: Named, fits: Callable[[Shown], bool]
    ) -> Iterator[Named]:
        """All ways to find items that the phrases may mean."""
        if not phrases:
            yield ()
            return
        items = [item for item in self._items.values() if fits(item)]
        items.sort(key=lambda item: item.action not in {None, "stand", "sit", "walk", "lie"})
        for some in self._meant(phrases[0], named, items):
            for more in self._taken(phrases[1:], (*named, *some), fits):
                yield (*some, *more)

    def _meant(self, phrase: Phrase, named: Named, items: list[Shown]) -> Iterator[Named]:
        known = tuple(item for item in dict.fromkeys(named) if self._is(item, phrase))
        meant = tuple(item for item in known if item in items)
        if phrase.determiner == "one of the":
            yield from ((item,) for item in meant if len(known) > 1)
        elif phrase.determiner == "the two":
            yield from [meant] if len(known) == len(meant) == 2 else []
        elif phrase.determiner == "the":
            yield from [meant] if meant and (phrase.plural or len(known) == 1) else []
        else:
            another = phrase.other or phrase.determiner == "another"
            alike = any(_may_be(item, phrase.noun) for item in named)
            bare = phrase.plural and not phrase.determiner and not another
            if not alike if another else known and not bare:
                return
            fresh = [item for item in items if bare or item not in named]
            yield from self._fresh(phrase, [item for item in fresh if self._is(item, phrase)])

    def _fresh(self, phrase: Phrase, items: list[Shown]) -> Iterator[Named]:
        several = (
            [len(items)]
            if phrase.determiner == "many"
            else range(len(items), 1 if phrase.plural and not phrase.determiner else 0, -1)
        )
        for count in [phrase.count] if phrase.count else several:
            for some in combinations(items, count):
                if "colourful" not in phrase.adjectives or len({i.colour for i in some}) > 2:
                    yield some

    def _is(self, item: Shown, phrase: Phrase) -> bool:
        """Whether the words of the phrase are true of it."""
        if not _may_be(item, phrase.noun):
            return False
        worn = [(said or "", WORN_WORDS.get(what, what)) for what, said in item.wearing]
        if not set(phrase.looks) <= set(worn):
            return False
        size = {"small": "short", "big": "tall"} if item.kind == "person" else {}
        given = size.get(item.size or "", item.size) if not item.given else None
        said = {item.colour, item.feeling, given, "colourful"}
        return set(phrase.adjectives) <= said

    def _fits(self, clause: Clause) -> Callable[[Shown], bool]:
        def fits(item: Shown) -> bool:
            if clause.acts and item.kind == "thing":
                return False
            if clause.zone in _SIDES and item.side != _SIDES[clause.zone]:
                return False
            if clause.zone.endswith("ground") and item.depth != clause.zone.rpartition(" ")[2]:
                return False
            if not all(self._does(item, act) for act in clause.acts):
                return False
            return all(self._holds(item, held) for held in clause.tail)

        return fits

    def _holds(self, item: Shown, held: tuple[str, str]) -> bool:
        told = HELD[item.holding].told if item.holding and item.holding in HELD else None
        return (told or item.holding, item.holding_colour or "") == (held[1], held[0])

    def _with(self, item: Shown, relations: set[str]) -> list[Shown]:
        desks = [
            other
            for other in self.scene.items
            if other.given and other.given.use == "desk" and other.given.to == item.id
        ]
        return self.linked(item, relations) + (desks if "next to" in relations else [])

    # What they do.

    def _does(self, item: Shown, act: Act) -> bool:
        action = item.action or "stand"
        if act.held and not self._holds(item, act.held):
            return False
        if act.words in {"holding {held}", "flying {held}"}:
            return True
        if act.words in DONE_TO:
            return action == DONE_TO[act.words] and self._to(item, act)
        if act.words in BODIES and self.is_so_held(item, act.words):
            return True
        return self.is_so_placed(item, act.words) and (
            act.words in POSTURES or action in DONE.get(act.words, "").split()
        )

    def is_so_placed(self, item: Shown, words: str) -> bool:
        """Whether what the words tell besides the action itself is so."""
        action = item.action or "stand"
        if words in POSTURES:
            return bool({item.posture, action} & POSTURES[words])
        if words == "working in the garden":
            return "garden" in self._place_noun()
        if words == "throwing a ball":
            return item.holding in {None, "ball", "small ball"}
        if words == "looking at each other":
            seen = self.linked(item, {"looking at"})
            return any(item in self.linked(other, {"looking at"}) for other in seen)
        if words == "looking around":
            gazes = (one for one in self.scene.links if one.relation == "looking at")
            return not any(one.subject == item.id and not one.by_chance for one in gazes)
        return words != "driving" or bool(self.linked(item, {"in", "on"}))

    def _place_noun(self) -> str:
        place = PLACES[self.scene.place]
        return place.noun or place.name

    def done_to(self, item: Shown) -> list[Shown]:
        """To whom or what its action can be done, as they are shown."""
        action = item.action
        relations = {"looking at"} if action in {"look", "watch"} else NEAR
        others = self.linked(item, {"on", "in"} if action in {"ride", "drive"} else relations)
        if action == "feed":
            return [one for one in others if one.kind == "animal" or one.age in {"baby", "child"}]
        if action in {"look", "watch", "give", "cradle", "shoulder"}:
            return others
        if action == "push":
            rolling = [one for one in others if "wheelchair" in {one.action, one.posture}]
            return rolling + [one for one in others if one.kind == "thing"]
        return [one for one in others if one.kind != "person"]

    def _to(self, item: Shown, act: Act) -> bool:
        """Whether there is whom or what it is done to, in a relation in which one can do it."""
        if act.target is None:
            return True
        if _is_own_bicycle(act):
            return act.target.adjectives in {(), (item.holding_colour,)}
        return any(self._is(one, act.target) for one in self.done_to(item))

    def _relations(self, act: Act) -> set[str]:
        """In which relation one can do it."""
        if act.words.startswith(("looking", "watching")):
            return {"looking at"}
        return {"on", "in"} if act.words.startswith(("riding", "driving")) else NEAR

    def is_so_held(self, item: Shown, words: str) -> bool:
        """Whether the body is so: by its posture, what it sits on, or else its action's pose."""
        if item.kind != "person":
            return words == "lying" and item.action == "lie"
        if words == "sitting" and any(
            one.noun in _SEATS for one in self.linked(item, {"on", "in"})
        ):
            return True
        if item.posture:
            return item.posture in BODIES[words]
        action = item.action or "stand"
        return ACTIONS.get(action, (action,))[0] in BODIES[words]


def _may_be(item: Shown, noun: str) -> bool:
    """Whether the noun is a word for it; all people are people."""
    return noun in who_is(item) or (noun == "person" and item.kind == "person")


def _is_own_bicycle(act: Act) -> bool:
    """Whether it is the one that is drawn with who rides it, and is no item."""
    return (
        act.words == "riding {target}" and act.target is not None and (act.target.noun == "bicycle")
    )


def assert_all_is_so(scene: Scene, text: str) -> None:
    """Each sentence can be read to its last word, and is true of the scene."""
    overview, *sentences = re.findall(r"[^.]+(?=\.)", text)
    assert overview_is_so(scene, overview), overview
    reader = Reader(scene)
    for sentence in sentences:
        try:
            reader.said(sentence.strip())
        except NotSoError as error:
            raise NotSoError(f"{error}\n{text}\n{scene}") from error
