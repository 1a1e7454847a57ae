"""What a noun phrase is in its sentence: subject, object, or what something stands by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.clauses import (
    has_own_relation,
    is_subject,
    stands_elsewhere,
)
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.phrases import Pending
from imagespeak_core.generators.illustrator.scene import Relation, Wanted
from imagespeak_core.generators.illustrator.words import actions

_PLACING = frozenset({"on", "in", "under", "next to", "beside", "behind", "in front of"})


_FROM: dict[str, Relation] = {
    "bridge": "on", "ladder": "on", "train": "in", "tram": "in", "bus": "in", "car": "in",
    "taxi": "in", "boat": "in", "van": "in",
}  # fmt: skip
"""Where somebody is who does something from there."""


class Roles:
    """The state of a sentence that is being read; what was learned is in `found`."""

    def __init__(self, chunks: Sequence[Chunk], unknown: list[str]) -> None:
        self.found = Findings(unknown=unknown)
        self._chunks = chunks
        self._at = 0
        self._subjects: list[int] = []
        self._latest: list[int] = []
        self._nearest: list[int] = []
        self._end_sentence()

    def _end_clause(self) -> None:
        self._relation_to: Relation | None = None
        self._last_relation = ""
        self._sources: list[int] = []
        self._awaits: str | None = None
        self._action = ""
        self._first = True
        self._doers: list[int] = []
        self._role = ""
        self._joined = self._finite = self._has_verb = self._wearing = False
        self._whose = self._infinitive = False
        self._passive: str | None = None
        self._where = ""
        self._fronted: tuple[Relation, list[int]] | None = None

    def _end_sentence(self) -> None:
        self._end_clause()
        self._subjects, self._latest, self._nearest = [], [], []
        self._unnamed: list[int] = []
        self._lost = False

    def _take(self, items: list[Wanted], said: Pending) -> None:
        """New noun phrases: subjects, objects, or what something stands by."""
        new = self._nearest = self.found.add(items, said)
        if not new:
            self._relation_to = self._awaits = None
            return
        if self._where:
            self.found.put(new, self._where)
            self._where = ""
        if self._passive not in {None, "have"}:
            self._done_by(new)
        elif self._joined and self._awaits is not None and self._does_next(new):
            self._become_subjects(new)
        elif self._relation_to is not None or self._awaits is not None:
            self._link(new)
        elif self._joined and self._goes_on(new):
            self._link_again(new)
        else:
            self._become_subjects(new)
        self._joined, self._wearing = False, False

    def _does_next(self, new: list[int]) -> bool:
        """Whether they do what the next verb tells ("he sits, and *a dog* runs")."""
        return self.found.alive(new) and is_subject(self._chunks, self._at, with_ing=True)

    def _goes_on(self, new: list[int]) -> bool:
        """Whether "and" joins this to an object or to what a relation named."""
        if self._role not in {"object", "relation"}:
            return False
        if is_subject(self._chunks, self._at, with_ing=self._has_verb and self.found.alive(new)):
            return False
        if self._role == "object":
            return True
        if has_own_relation(self._chunks, self._at, self._last_relation):
            return False
        if self._last_relation in _PLACING and stands_elsewhere(self._chunks, self._at):
            return False
        return not (self.found.alive(new) and self._last_relation in {"on", "in", "under"})

    def _become_subjects(self, new: list[int]) -> None:
        if self._unnamed and self._joined and len(self.found.people(new)) == 1 == len(new):
            new = self.found.name(self._unnamed, new[0])
        self._unnamed = []
        together = self._joined and self._role == "subject" and not self._has_verb
        self._subjects = self._subjects + new if together else new
        self._latest = self._latest + new if together else new
        if self._fronted:
            self.found.link(new, *self._fronted)
        self._finite = self._has_verb = self._lost = False
        self._role = "subject"

    def _done_by(self, new: list[int]) -> None:
        objects, base = self._subjects, self._passive or ""
        self._subjects = self._doers = self._latest = new
        nouns = [self.found.wanted[index].noun for index in objects]
        usual = actions.VERBS.get(base, "")
        known = actions.DOING.get(base, {})
        self._action = next((known[noun][0] for noun in nouns if noun in known), usual)
        self._passive, self._relation_to = None, None
        self.found.act(new, self._action, base, first=True, base=base)
        self._awaits, self._has_verb = base, True
        looks = self._action in actions.AIMED
        self.found.link(new, "looking at" if looks else "with", objects)
        self._awaits, self._role = None, "object"

    def _link(self, new: list[int]) -> None:
        relation = self._relation_to
        if self._last_relation == "from" and relation == "next to":
            relation = _FROM.get(self.found.wanted[new[0]].noun, relation)
        sources = self._sources
        if relation is None:
            looks = self._awaits == "watch" or self._action in actions.AIMED
            relation = "looking at" if looks else "with"
            sources = self._doers
            self._role = "object"
        else:
            self._role = self._role if self._last_relation == "of" else "relation"
            if not sources:
                self._fronted = (relation, new)
            if relation == "with" and self.found.alive(new) and self.found.alive(self._subjects):
                sources = self._subjects
        self._sources, self._last_kind = sources, relation
        if self._awaits == "hold" and relation == "with":
            self._take_by_the_hand(sources, new)
        if self._awaits == "cut" and self.found.people(new):
            self._action = "cut_hair"
            self.found.act(self._doers, self._action, "", first=True)
        meant = self._awaits == "climb" or (self._awaits == "wait for" and self._is_ridden(new))
        if self._relation_to or meant or self._action not in actions.PASSING_BY:
            self.found.link(sources, relation, new)
        self._latest = sources if self._awaits == "wait for" else new
        gives = self._relation_to is None and self._action == "give" and self.found.alive(new)
        self._relation_to = None
        self._awaits = self._awaits if gives else None

    def _take_by_the_hand(self, doers: list[int], others: list[int]) -> None:
        """Notes that who holds somebody holds a hand: "holding her daughter's hand"."""
        if any(self.found.wanted[index].age != "baby" for index in self.found.people(others)):
            for index in self.found.people(doers):
                self.found.wanted[index] = replace(self.found.wanted[index], action="hold_hands")

    def _is_ridden(self, new: list[int]) -> bool:
        """Whether it is what people wait for in a line."""
        return any(self.found.wanted[index].noun in {"bus", "tram"} for index in new)

    def _link_again(self, new: list[int]) -> None:
        self.found.link(self._sources, self._last_kind, new)
        self._latest = self._latest + new
