"""Takes from a prompt what it says is not so, so that it is not drawn."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.lexicon import BEFORE_NOUNS, NOUNS, Word
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.verb_spotting import is_verb
from imagespeak_core.generators.illustrator.words import backdrops, unseen

_ENDS = frozenset({".", ";", "!", "?"})
_OF_SUBJECTS = frozenset({"neither", "nor", "none"})
"""Words that may stand before who does not do what comes."""
_BEFORE_OR_NOUN = frozenset({"number", "vague", "person", "thing", "crowd", "group", "clothes"})
_HAVING = frozenset({"have", "have got", "hold", "carry", "wear", "play"})
"""Verbs by which it is told of a thing that it is not there."""


class Denials:
    """What is being denied where a scan stands; `deserted` tells that nobody is to be there."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._denied = self._neither = self._by_nobody = self.deserted = False
        self._not_at, self._deed_at = -1, -2

    def take(self, word: Word) -> bool:
        """Takes the word at the scan where it denies or is denied; else it is to be read on."""
        if self._take_denying(word):
            return True
        if self._by_nobody or self._is_game(word):
            return self._take_deed_of_nobody(word)
        return self._take_denied(word) or self._take_verb_of_neither(word)

    def _take_denying(self, word: Word) -> bool:
        """Takes a word that denies what comes next: "not", "nobody"."""
        if word.text in unseen.NOT:
            subject = self._scan.ahead_means("number", "pronoun")
            subject = subject or self._scan.ahead().text.startswith("of")
            subject = subject and self._verb_follows()
            self._denied = word.text not in _OF_SUBJECTS or not subject
            if self._neither and not self._denied:
                self._scan.add(Chunk("and", word.text, at=self._scan.at))
                return True
            self._not_at = self._scan.at
            self._neither = self._neither or not self._denied
            return True
        if word.text in unseen.NOBODY:
            self.deserted = True
            self._by_nobody = self._is_done_next()
            if self._by_nobody:
                self._not_at = self._scan.at
                self._scan.add(Chunk("stop", word.text, at=self._scan.at))
            return True
        return False

    def _take_denied(self, word: Word) -> bool:
        """Takes what is said not to be so: "is not raining", "not red"."""
        if not self._denied or (word.token is not None and word.token.meaning == "silent"):
            return False
        self._denied = False
        meaning = word.token.meaning if word.token is not None else ""
        if meaning in _BEFORE_OR_NOUN or self._is_behind_all(word):
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
        elif meaning == "relation" and word.text != "with":
            self._deny(Chunk("relation", word.text, word.token))
        return meaning in {"weather", "feeling", "colour", "size", "age", "relation"}

    def _is_behind_all(self, word: Word) -> bool:
        """Whether it is what the sky or a place shows anyway: "there are not any clouds".

        One of which nothing is said is a verb: "they do *not shop*".
        """
        if word.token is None or word.token.text not in backdrops.ASKED:
            return False
        return word.verb is None or (word.form == "third" and not is_verb(self._scan, word))

    def begin_after_noun(self) -> None:
        """Notes that what comes is done by nobody where its subject is said not to be there."""
        noun, before = self._scan.previous, self._scan.before_previous
        no = self._scan.words[noun.said.denied_at].text
        subject = noun.said.count == -1 and no != "without" and before.kind in {"stop", "comma"}
        self._by_nobody = subject and self._is_done_next()

    def _is_game(self, word: Word) -> bool:
        """Whether the word only tells what is played by nobody."""
        activity = word.token is not None and word.token.meaning == "activity"
        return activity and self._deed_at == self._scan.at - 1

    def _is_done_next(self) -> bool:
        """Whether a verb comes, with nothing but an auxiliary between: "nobody is running"."""
        helped = self._scan.ahead_means("auxiliary")
        verb = self._scan.ahead(2 if helped else 1)
        return verb.verb is not None and (helped or verb.form != "base")

    def _take_deed_of_nobody(self, word: Word) -> bool:
        """Takes what nobody does; what they do not have is not there either."""
        if word.verb is None or (word.token is not None and word.token.meaning == "auxiliary"):
            return True
        self._by_nobody, self._deed_at = False, self._scan.at
        base, none = word.verb.value, self._scan.previous
        # Others may do so to something else.
        has_object = self._scan.ahead_means("number", "vague", *BEFORE_NOUNS, *NOUNS)
        if none.said.count != -1 and not has_object:
            self._deny(Chunk("denied", word.text, word.verb, base=base))
        if has_object and base in _HAVING:
            denied_at = none.said.denied_at if none.said.count == -1 else self._not_at
            self._scan.said.deny(denied_at)
            self._scan.is_open = True
        return True

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
