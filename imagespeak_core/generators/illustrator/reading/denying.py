"""Finds what a prompt says is not so, so that it is not drawn."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.lexicon import Read, Token
from imagespeak_core.generators.illustrator.reading.verb_spotting import VerbSpotter
from imagespeak_core.generators.illustrator.words import unseen


class Denials(VerbSpotter):
    """The words of a prompt, with what is denied among them."""

    def __init__(self, reads: Sequence[Read]) -> None:
        super().__init__(reads)
        self._denied = self._neither = self.deserted = False

    def _is_denied(self, at: int, read: Read) -> bool:
        """Whether the word is said not to be so: "is not raining", "not red"."""
        if read.text in unseen.NOT:
            following = self._next(at).token
            subject = following is not None and following.meaning in {"number", "pronoun"}
            subject = subject or self._next(at).text.startswith("of")
            self._denied = read.text not in {"neither", "nor"} or not subject
            self._neither = self._neither or not self._denied
            return True
        if read.text in unseen.NOBODY:
            self.deserted = True
            return True
        if not self._denied or (read.token is not None and read.token.meaning == "silent"):
            return False
        meaning = read.token.meaning if read.token is not None else ""
        if meaning in {"number", "vague", "person", "thing", "crowd", "group", "clothes"}:
            self._said.note(Token("no", "number", "no"))
            self._denied, self._open = False, True
            return meaning in {"number", "vague"}
        if meaning == "wearing":
            self._said.note(Token("no", "number", "no"))
            self._denied = False
            return True
        self._denied = False
        return meaning in {"weather", "feeling", "colour", "size", "age"} or read.verb is not None

    def _is_done_by_neither(self, at: int, read: Read) -> bool:
        """Whether it is the verb of "neither … nor …", whose subjects do not do it."""
        if not self._neither:
            return False
        helps = read.token is not None and read.token.meaning == "auxiliary"
        verb = not helps and self._is_verb(at)
        if helps or verb:
            following = self._next(at).token
            self._neither = False
            self._denied = helps or (following is not None and following.meaning == "number")
        return verb
