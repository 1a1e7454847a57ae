"""Takes from a prompt what it says is not so, so that it is not drawn."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.lexicon import BEFORE_NOUNS, NOUNS, Word
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.verb_spotting import is_verb
from imagespeak_core.generators.illustrator.words import unseen

_ENDS = frozenset({".", ";", "!", "?"})


class Denials:
    """What is being denied where a scan stands; `deserted` tells that nobody is to be there."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._denied = self._neither = self.deserted = False
        self._not_at = -1

    def take(self, word: Word) -> bool:
        """Takes the word at the scan where it denies or is denied; else it is to be read on."""
        return self._take_denied(word) or self._take_verb_of_neither(word)

    def _take_denied(self, word: Word) -> bool:
        """Takes what is said not to be so: "is not raining", "not red"."""
        if word.text in unseen.NOT:
            subject = self._scan.ahead_means("number", "pronoun")
            subject = subject or self._scan.ahead().text.startswith("of")
            subject = subject and self._verb_follows()
            self._denied = word.text not in {"neither", "nor"} or not subject
            if self._neither and not self._denied:
                self._scan.add(Chunk("and", word.text, at=self._scan.at))
                return True
            self._not_at = self._scan.at
            self._neither = self._neither or not self._denied
            return True
        if word.text in unseen.NOBODY:
            self.deserted = True
            return True
        if not self._denied or (word.token is not None and word.token.meaning == "silent"):
            return False
        self._denied = False
        meaning = word.token.meaning if word.token is not None else ""
        if meaning in {"number", "vague", "person", "thing", "crowd", "group", "clothes"}:
            self._scan.said.deny(self._not_at)
            self._scan.is_open = True
            return meaning in {"number", "vague"}
        if meaning == "wearing":
            self._scan.said.deny(self._not_at)
            return True
        if word.verb is not None and meaning != "colour":
            self._deny(Chunk("denied", word.text, word.verb, base=word.verb.value))
            any_of_it = self._scan.ahead().text == "any"
            if any_of_it or self._scan.ahead_means("number", "vague", *BEFORE_NOUNS, *NOUNS):
                self._scan.said.deny(self._not_at)
                self._scan.is_open = any_of_it
            return True
        if meaning in {"colour", "feeling"}:
            self._deny(Chunk("denied", word.text, word.token))
        return meaning in {"weather", "feeling", "colour", "size", "age", "relation"}

    def _deny(self, chunk: Chunk) -> None:
        at = self._scan.at
        said = Modifiers(count=-1, denied_at=self._not_at)
        self._scan.add(replace(chunk, at=at, said=said))

    def _verb_follows(self) -> bool:
        """Whether something is said of what comes, and is not only said not to be there."""
        words = list(self._scan.rest())
        ends = next((at for at, word in enumerate(words) if word.text in _ENDS), len(words))
        return any(
            (word.verb is not None and word.token is None)
            or (word.token is not None and word.token.meaning == "auxiliary")
            for word in words[:ends]
        )

    def _take_verb_of_neither(self, word: Word) -> bool:
        """Takes the verb of "neither … nor …", whose subjects do not do it."""
        if not self._neither:
            return False
        helps = word.token is not None and word.token.meaning == "auxiliary"
        verb = not helps and is_verb(self._scan, word)
        if helps or verb:
            self._neither = False
            self._denied = helps or self._scan.ahead_means("number")
        if verb:
            base = word.verb.value if word.verb is not None else ""
            self._deny(Chunk("denied", word.text, word.verb, base=base))
        return verb
