"""Reads what people have on: clothes, hair, a bag on the back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.phrases import counted
from imagespeak_core.generators.illustrator.reading.syntactic_roles import Roles
from imagespeak_core.generators.illustrator.scene import Kind, Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people, things
from imagespeak_core.generators.illustrator.words.hair import worn_as

MOST = 10
"""So many of one noun at the most."""
_PUTTING_ON = frozenset({"wear", "put on", "try on", "have", "have got", None})
_ON_BACK = frozenset({"wear", "put on", "have", "have got", "carry"})


class Wearing(Roles):
    """What nouns for clothes do to the sentence."""

    def _wear(self, wearers: Iterable[int], what: str, colour: str | None) -> None:
        for index in wearers:
            item = self.found.wanted[index]
            self.found.wanted[index] = replace(item, wearing=(*item.wearing, (what, colour)))
        self._relation_to = self._awaits = None
        self._wearing, self._role = True, "subject"

    def _hair(self, chunk: Chunk) -> None:
        """Hair belongs to who is named before it: "a girl with long hair", "her hair is red"."""
        everybody = self.found.people(range(len(self.found.wanted)))
        owners = self._owners(chunk) or everybody[-1:]
        if not owners:
            self.found.not_known(chunk.text)
        elif chunk.value:
            self._wear(owners, *worn_as(chunk.value))
        self._relation_to = self._awaits = None

    def _is_on_back(self, chunk: Chunk) -> bool:
        """Whether it is a backpack that somebody wears, and not one that stands there."""
        has = self._relation_to == "with" and self._last_relation == "with"
        also = self._joined and self._role == "held" and self._last_relation == "with"
        worn = has or also or self._wearing or self._awaits in _ON_BACK
        if chunk.value != "backpack" or not worn:
            return False
        owners = self._owners(chunk)
        if not owners:
            return False
        self._wear(owners, "backpack", chunk.said.colour)
        return True

    def _clothes(self, chunk: Chunk) -> None:
        worn = people.CLOTHES[chunk.value]
        wearers = self._owners(chunk)
        drinks = (chunk.said.count or 1) > 1 or self._last_relation == "of"
        if worn == "glasses" and drinks:
            self._take([self._thing_phrase("glass", chunk)], chunk.said)
            return
        puts_on = self._awaits in _PUTTING_ON or self._wearing
        if not wearers or not puts_on or self._relation_to in {"on", "under"}:
            self._loose_clothes(chunk)
            return
        for index in wearers:
            item = self.found.wanted[index]
            both = (*item.wearing, (worn, chunk.said.colour))
            self.found.wanted[index] = replace(item, wearing=both)
        self._relation_to = self._awaits = None
        self._wearing, self._role = True, "subject"

    def _owners(self, chunk: Chunk) -> list[int]:
        """Who has on or with them what stands after a noun: the nearest, or all if it is many."""
        latest = self.found.people(self._latest)
        nearest = latest if chunk.plural else self.found.people(self._nearest)
        return nearest or latest or self.found.people(self._subjects)

    def _loose_clothes(self, chunk: Chunk) -> None:
        noun = chunk.value if chunk.value in THINGS else things.SYNONYMS.get(chunk.value, "")
        if noun not in THINGS:
            self.found.not_known(chunk.text)
            self._relation_to = self._awaits = None
            return
        self._take([self._thing_phrase(noun, chunk)], chunk.said)

    def _thing_phrase(self, noun: str, chunk: Chunk) -> Wanted:
        count, vague = counted(chunk.plural, chunk.said, MOST)
        kind: Kind = "animal" if THINGS[noun].kind == "animal" else "thing"
        if vague and kind == "thing" and not (chunk.plural or noun.endswith("s")):
            count, vague = 1, False
        if count > 1 and noun.endswith("s") and noun[:-1] in THINGS:
            noun = noun[:-1]
        return Wanted(kind, noun, count, vague, chunk.said.colour, chunk.said.size)
