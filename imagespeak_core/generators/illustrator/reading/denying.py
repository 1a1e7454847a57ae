"""Takes from a prompt what it says is not so, so that it is not drawn."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.lexicon import Word
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.verb_spotting import is_verb
from imagespeak_core.generators.illustrator.words import unseen


class Denials:
    """What is being denied where a scan stands; `deserted` tells that nobody is to be there."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._denied = self._neither = self.deserted = False

    def take(self, word: Word) -> bool:
        """Takes the word at the scan where it denies or is denied; else it is to be read on."""
        return self._take_denied(word) or self._take_verb_of_neither(word)

    def _take_denied(self, word: Word) -> bool:
        """Takes what is said not to be so: "is not raining", "not red"."""
        if word.text in unseen.NOT:
            subject = self._scan.ahead_means("number", "pronoun")
            subject = subject or self._scan.ahead().text.startswith("of")
            self._denied = word.text not in {"neither", "nor"} or not subject
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
            self._scan.said.deny()
            self._scan.is_open = True
            return meaning in {"number", "vague"}
        if meaning == "wearing":
            self._scan.said.deny()
            return True
        return meaning in {"weather", "feeling", "colour", "size", "age"} or word.verb is not None

    def _take_verb_of_neither(self, word: Word) -> bool:
        """Takes the verb of "neither … nor …", whose subjects do not do it."""
        if not self._neither:
            return False
        helps = word.token is not None and word.token.meaning == "auxiliary"
        verb = not helps and is_verb(self._scan, word)
        if helps or verb:
            self._neither = False
            self._denied = helps or self._scan.ahead_means("number")
        return verb
