"""Chunks → a wish: who does what, and what stands where, read once from left to right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from imagespeak_core.generators.illustrator.reading.activities import act_out
from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.clauses import agent_follows
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.nouns import Nouns
from imagespeak_core.generators.illustrator.reading.phrases import Pending, person_phrase
from imagespeak_core.generators.illustrator.scene import Relation, Wanted
from imagespeak_core.generators.illustrator.words import actions, hints, people, things

_PERCEIVED = frozenset({"look", "photo", "paint"})
"""Actions of which the object can do something: "watching two children play"."""


_AT_SOMEBODY = frozenset({"look", "point", "laugh", "shout"})
_TOLD = frozenset({"point", "talk"})
"""Actions of which the object may do what comes next: "asking a man to help"."""


class Reader(Nouns):
    """Walks through the chunks once, from left to right."""

    def read(self) -> Findings:
        """Reads everything."""
        handlers: dict[str, Callable[[Chunk], None]] = {
            "noun": self._noun, "stranger": self._stranger, "pronoun": self._pronoun,
            "verb": self._verb, "relation": self._relation, "position": self._position,
            "auxiliary": self._auxiliary, "who": self._who, "wearing": self._wears,
            "and": self._and, "comma": self._comma, "while": self._while, "stop": self._stop,
            "busy": self._busy,
            "feeling": self._feeling, "said": self._told,
        }  # fmt: skip
        for at, chunk in enumerate(self._chunks):
            self._at = at
            handlers[chunk.kind](chunk)
        act_out(self.found)
        return self.found

    def _stop(self, chunk: Chunk) -> None:
        self._end_sentence()

    def _while(self, chunk: Chunk) -> None:
        self._end_clause()

    def _comma(self, chunk: Chunk) -> None:
        self._joined, self._awaits, self._relation_to = True, None, None

    def _and(self, chunk: Chunk) -> None:
        if self._at and self._chunks[self._at - 1].kind == "relation":
            self._relation_to = None
        self._joined = True

    def _feeling(self, chunk: Chunk) -> None:
        self.found.feel(self._subjects, people.FEELINGS.get(chunk.value, chunk.value))

    def _told(self, chunk: Chunk) -> None:
        painted = self._at and self._chunks[self._at - 1].kind == "noun"
        who = self._latest if painted else self._subjects or self._latest
        self.found.describe(who, chunk.said)

    def _busy(self, chunk: Chunk) -> None:
        self.found.busy = True

    def _who(self, chunk: Chunk) -> None:
        self._whose = True

    def _wears(self, chunk: Chunk) -> None:
        if not self._subjects and not self.found.wanted:
            self._somebody()
        self._wearing, self._awaits = True, None

    def _auxiliary(self, chunk: Chunk) -> None:
        self._finite = True
        self._passive = "have" if chunk.text.startswith("ha") else None

    def _position(self, chunk: Chunk) -> None:
        where = things.POSITIONS[chunk.text]
        before = self._chunks[self._at - 1].kind if self._at else "stop"
        if before in {"stop", "comma", "and", "while"} and _is_named_next(self._chunks, self._at):
            self._where = where
            return
        close = before in {"noun", "stranger"} and self._nearest
        self.found.put(self._nearest if close else self._subjects or self._latest, where)

    def _relation(self, chunk: Chunk) -> None:
        if chunk.text in {"made of"} or self._passive not in {None, "have"}:
            return
        following = self._chunks[self._at + 1] if self._at + 1 < len(self._chunks) else None
        if chunk.text == "to" and (following is None or following.kind == "verb"):
            self._infinitive = True
            return
        direct = self._awaits is not None
        looks = direct and self._action in _AT_SOMEBODY and chunk.text in {"at", "to"}
        self._relation_to = "looking at" if looks else cast(Relation, chunk.value)
        self._last_relation = chunk.text
        before = self._chunks[self._at - 1].kind if self._at else "stop"
        late = direct or before in {"comma", "and"}
        self._sources = self._doers if direct else self._subjects if late else self._latest
        self._sources = self._sources or self._latest or self._subjects
        if chunk.text == "of" and self._nearest:
            self._sources = self._nearest
        self._awaits, self._joined = None, False

    def _verb(self, chunk: Chunk) -> None:
        self._relation_to = None
        self._doers = self._who_does(chunk)
        if self._is_passive(chunk):
            return
        self._passive = None
        action, held = actions.PHRASES.get(chunk.base) or (
            actions.VERBS.get(chunk.base, ""), None,
        )  # fmt: skip
        action = self._with_object(chunk.base) or action
        self.found.note_of_verb(chunk.base)
        if chunk.base in {"smile", "laugh"}:
            self.found.feel(self._doers, people.FEELINGS[chunk.base])
        first = not self._has_verb and not self._infinitive
        if chunk.base in actions.MEANWHILE:
            legs = actions.MEANWHILE[chunk.base]
            self.found.act(self._doers, legs, chunk.text, first=first, base=legs)
        self.found.act(self._doers, action, chunk.text, held, first=first, base=chunk.base)
        self._awaits, self._action, self._first = chunk.base or "?", action, first
        self._has_verb = self._has_verb or chunk.base not in actions.EMPTY
        self._joined = self._wearing = self._whose = self._infinitive = False
        self._role = "verb"

    def _somebody(self) -> None:
        """A person of whom the prompt has not told yet who it is."""
        unnamed = self.found.add([Wanted("person", "person")], Pending())
        self._become_subjects(unnamed)
        self._unnamed = unnamed

    def _with_object(self, base: str) -> str:
        """The action of a verb and its object together ("play the guitar"), or an empty text."""
        if self._at + 1 >= len(self._chunks) or self._chunks[self._at + 1].kind != "noun":
            return ""
        following, known = self._chunks[self._at + 1], actions.DOING.get(base, {})
        text = following.token.text if following.token else ""
        return (known.get(text) or known.get(following.value) or ("", None))[0]

    def _who_does(self, chunk: Chunk) -> list[int]:
        before = self._chunks[self._at - 1] if self._at else chunk
        bare = chunk.form in {"ing", "past"} and not self._finite
        close = before.kind in {"noun", "position", "pronoun"} and not self._joined
        if self._infinitive and self._is_taught():
            self._subjects = self._latest
            self._has_verb = self._infinitive = False
            self._leave_school()
        watched = self._role == "object" and self._action in _PERCEIVED and chunk.form == "base"
        bare = bare or (watched and not self._infinitive)
        if self._latest and (self._whose or (bare and close and self.found.alive(self._latest))):
            self._has_verb = self._has_verb and not watched
            self._subjects = self._latest
        nobody = not self._subjects and not self._lost and not self.found.wanted
        acts = chunk.base == "wear" or chunk.base not in actions.EMPTY
        if nobody and chunk.form == "ing" and acts:
            self._somebody()
        return self._subjects

    def _is_taught(self) -> bool:
        """Whether somebody is taught or asked to do it: "teaching his son to ride"."""
        told = self._role == "object" and self._action in _TOLD
        return told and self.found.alive(self._latest)

    def _leave_school(self) -> None:
        """What is taught is done where one does it, and not in a classroom."""
        school = hints.VERB_PLACES["teach"]
        places = self.found.weak_places
        self.found.weak_places = [place for place in places if place != school]

    def _is_passive(self, chunk: Chunk) -> bool:
        past = chunk.form == "past" or (
            self._finite and chunk.form == "base" and chunk.base in actions.SAME_IN_PAST
        )
        if not past or self._passive == "have":
            return False
        if agent_follows(self._chunks, self._at):
            self._passive = chunk.base
            return True
        if self._finite:
            self._has_verb, self._role = True, "verb"
            return True
        return False

    def _pronoun(self, chunk: Chunk) -> None:
        following = self._chunks[self._at + 1].kind if self._at + 1 < len(self._chunks) else ""
        subject = following in {"verb", "auxiliary"} and self._relation_to is None
        if chunk.value == "one of them":
            self._one_of_many(chunk)
            return
        subject = subject and chunk.text not in {"them", "him"}
        meant = self.found.meant(
            people.PRONOUNS[chunk.value], () if subject else tuple(self._subjects)
        )
        if subject and self._awaits is None:
            if chunk.text == "we":
                meant = meant or self.found.people(range(len(self.found.wanted)))
            nobody = not self.found.wanted or chunk.text in {"he", "she", "i", "we"}
            if not meant and chunk.text in people.PRONOUN_PEOPLE and nobody:
                noun, count = people.PRONOUN_PEOPLE[chunk.text]
                meant = self.found.add([person_phrase(Pending(), noun, count, False)], Pending())
            self._lost = not meant
            together = self._joined and self._role == "subject" and not self._finite
            together = together and not self._has_verb
            self._subjects = self._latest = self._subjects + meant if together else meant
            self._finite = self._has_verb = self._joined = False
            self._role = "subject"
        elif meant and self._passive not in {None, "have"}:
            self._done_by(meant)
        elif meant:
            self._link(meant)
        self._relation_to = self._awaits = None

    def _one_of_many(self, chunk: Chunk) -> None:
        """Takes one out of those who were named: "and one of them is reading"."""
        one = self.found.one_of(self.found.meant("all", ()))
        self._subjects = self._latest = one or self._subjects
        self._finite = self._has_verb = self._joined = False
        self._relation_to = self._awaits = None
        self._role = "subject"


def _is_named_next(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun comes next, so that what was said is said of it."""
    following = [c for c in chunks[at + 1 : at + 3] if c.kind != "comma"]
    return bool(following) and following[0].kind == "noun"
