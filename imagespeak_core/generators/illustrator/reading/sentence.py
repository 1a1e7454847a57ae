"""The chunks of a prompt, walked through once, with a look back and a look ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import BOUNDARY, Chunk
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words.people import PEOPLE

_PASSED = frozenset({"position", "wearing", "who", "busy"})
_ANIMATE = frozenset({"person", "group", "crowd"})


class Sentence:
    """Iterating goes from chunk to chunk; all else tells what stands around the present one.

    Before the first chunk and after the last, there is a `BOUNDARY`. Full stops are chunks as
    well: several sentences of a prompt are one `Sentence` here.
    """

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self._at = -1

    def __iter__(self) -> Iterator[Chunk]:
        """Each chunk that is left, in order; in the loop, it is the present one."""
        while self._at + 1 < len(self._chunks):
            self._at += 1
            yield self._chunks[self._at]

    def skip(self) -> None:
        """Passes over the next chunk; `before` still tells of it."""
        self._at += 1

    @property
    def before(self) -> Chunk:
        """The chunk before the present one."""
        return self.ahead(-1)

    def ahead(self, steps: int = 1) -> Chunk:
        """The chunk so many steps after the present one."""
        index = self._at + steps
        return self._chunks[index] if 0 <= index < len(self._chunks) else BOUNDARY

    def _rest(self, start: int = 1) -> Sequence[Chunk]:
        return self._chunks[self._at + start :]

    def is_named_next(self) -> bool:
        """Whether a noun comes next, so that what was said is said of it.

        A comma or the verb may stand before it: "on the left *is* a tree".
        """
        passed = self.ahead().kind in {"comma", "auxiliary", "verb"}
        return (self.ahead(2) if passed else self.ahead()).kind == "noun"

    def is_subject(self, *, with_ing: bool) -> bool:
        """Whether a verb follows of which the present noun is the subject.

        What may stand between is passed over: "the man *with three camels* is coming". A bare
        "-ing" counts only when told so, since it can also be said of a noun that is no subject.
        """
        rest = iter(self._rest())
        for chunk in rest:
            if chunk.kind == "auxiliary":
                return True
            if chunk.kind == "verb":
                return chunk.form != "ing" or with_ing
            if chunk.kind in {"relation", "and"}:
                if next(rest, BOUNDARY).kind not in {"noun", "pronoun", "stranger"}:
                    return False
            elif chunk.kind not in _PASSED and not (chunk.kind == "noun" and chunk.modifies):
                return False
        return False

    def members_follow(self) -> bool:
        """Whether it is told next who they are: "my family: my father, my mother and me"."""
        return self.ahead().text in {",", ":"} and self.ahead(2).meaning == "person"

    def names_people(self) -> bool:
        """Whether people are named after the present noun."""
        return any(chunk.meaning in _ANIMATE and chunk.said.count != -1 for chunk in self._rest())

    def verb_ahead(self) -> Chunk | None:
        """The verb that follows with nothing but an auxiliary between, as far as there is one."""
        after = self.ahead(2) if self.ahead().kind == "auxiliary" else self.ahead()
        return after if after.kind == "verb" else None

    def agent_follows(self) -> bool:
        """Whether "by" and somebody follow the present participle."""
        agent = self.ahead(2)
        if self.ahead().text != "by":
            return False
        if agent.meaning == "thing":
            return agent.value in THINGS and THINGS[agent.value].kind == "animal"
        return agent.meaning in _ANIMATE or agent.kind == "pronoun"

    def has_own_relation(self, relation: str) -> bool:
        """Whether the noun goes on as the one before did ("and a girl *with* a cat")."""
        return self.ahead().text == relation

    def stands_elsewhere(self) -> bool:
        """Whether the noun has a thing of its own that it stands by ("a bicycle *under* …")."""
        if self.ahead().kind != "relation" or self.ahead().text in {"of", "with"}:
            return False
        return self.ahead(2).meaning == "thing" or self.ahead(2).kind == "pronoun"

    def place_follows(self) -> bool:
        """Whether the list that the noun belongs to lies on or in something."""
        steps = 1
        while self.ahead(steps).kind in {"comma", "and"} or self.ahead(steps).meaning == "thing":
            steps += 1
        relation = self.ahead(steps)
        placed = relation.kind == "relation" and relation.value in {"on", "in", "under"}
        return placed and self.ahead(steps + 1).meaning == "thing"

    def is_told_apart(self) -> bool:
        """Whether they are named one by one next: "two friends, a boy and a girl"."""
        whole, named = self.ahead(0), []
        wanted = whole.said.count or 0
        if wanted < 2 or self.ahead().text not in {",", ":"}:
            return False
        if whole.value in PEOPLE and PEOPLE[whole.value].gender is not None:
            return False
        for chunk in self._rest(2):
            of_thing = chunk.meaning == "thing" and chunk.value == whole.value
            of_people = chunk.meaning == "person" and whole.meaning != "thing"
            if of_thing or of_people:
                named.append(chunk.said.count or 1)
            elif chunk.kind not in {"and", "comma"}:
                break
        return len(named) > 1 and sum(named) == wanted
