"""Tells the verbs among the words of a sentence: many of them are nouns elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.lexicon import Read
from imagespeak_core.generators.illustrator.reading.phrases import Pending
from imagespeak_core.generators.illustrator.words import actions

_NOUNS = frozenset("person group crowd thing clothes activity place time weather season".split())
_SETTINGS = frozenset("place time weather season".split())
_ARTICLES = frozenset("a an the his her their my our your".split())
_NO_SUBJECT = frozenset({"stop", "comma", "relation"})
_CALM = frozenset(
    "sleep run play dance smile laugh sit stand walk swim cry jump talk sing fly".split()
)
"""Verbs whose "-ing" form is often said of a noun: "a sleeping cat"."""


class VerbSpotter:
    """The words of a prompt, and the chunks that they were cut into so far."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.reads = reads
        self.chunks: list[Chunk] = []
        self._said = Pending()
        self._open = False

    def _next(self, at: int) -> Read:
        return self.reads[at + 1] if at + 1 < len(self.reads) else Read(".")

    def _previous(self) -> Chunk:
        return self.chunks[-1] if self.chunks else Chunk("stop", "")

    def _is_verb(self, at: int) -> bool:
        """Whether the word is a verb here; many are nouns or adjectives elsewhere."""
        read = self.reads[at]
        if read.verb is None:
            return False
        if read.text == "building" and self._is_a_house(at):
            return False
        if read.token is None or read.token.meaning == "silent":
            return not self._follows_article(at, read)
        if read.token.meaning == "relation" or self._open:
            return False
        if read.text == "cross" or read.token.meaning == "feeling":
            return read.form in {"ing", "third"} and self._next_is_relation(at)
        return self._agrees(at, read)

    def _is_a_house(self, at: int) -> bool:
        """Whether "building" is the noun."""
        following = self._next(at).token
        builds = following is not None and following.meaning in {"number", "vague"}
        return self._open or (self._previous().kind in _NO_SUBJECT and not builds)

    def _follows_article(self, at: int, read: Read) -> bool:
        """Whether a verb's plain form is a noun here: "through the paint", "a long wait"."""
        before = self.reads[at - 1].token if at else None
        article = before is not None and before.meaning == "number" and before.text in _ARTICLES
        return article and read.form == "base"

    def _next_is_relation(self, at: int) -> bool:
        token = self._next(at).token
        return token is not None and token.meaning in {"relation", "and"}

    def _agrees(self, at: int, read: Read) -> bool:
        """Whether a word that is also a noun stands where a verb does, in a verb's form."""
        previous = self._previous()
        if at and self.reads[at - 1].text == "to":
            return read.form == "base"
        if previous.kind in {"auxiliary", "who"}:
            return read.form != "third" or previous.kind == "who"
        if previous.kind == "pronoun":
            return True
        if previous.kind == "verb":
            return read.form == "ing" and previous.base in actions.EMPTY
        if read.form == "ing":
            return True
        if previous.kind == "and":
            last = next((c for c in reversed(self.chunks) if c.kind == "verb"), None)
            return last is not None and last.form == read.form and not self._noun_follows_and(at)
        if previous.kind not in {"noun", "stranger"}:
            return False
        if previous.meaning in _SETTINGS:
            moves = previous.meaning == "weather" and read.form == "third"
            return moves and self._next_is_relation(at)
        many = previous.plural or previous.meaning == "crowd"
        return (read.form == "base" and many) or (read.form == "third" and not many)

    def _noun_follows_and(self, at: int) -> bool:
        following = self._next(at)
        return following.verb is not None and following.token is None

    def _participle_before_noun(self, at: int, read: Read) -> bool:
        """Whether it is said of a noun: "the sleeping cat", "two parked cars"."""
        if read.form not in {"ing", "past"}:
            return False
        following = self._next(at).token
        if following is None or following.meaning not in _NOUNS | {"colour", "age", "size"}:
            return False
        if following.meaning == "activity" and not self._open:
            return False
        previous = self._previous().kind
        calm = read.verb is not None and read.verb.value in _CALM
        return self._open or (calm and previous in {"stop", "comma", "and", "relation"})

    def _looks_like_verb(self, text: str) -> bool:
        if self._open:
            return False
        previous = self._previous()
        if previous.kind in {"auxiliary", "who"}:
            return text.endswith(("ing", "ed"))
        if previous.kind not in {"noun", "stranger", "pronoun"} or previous.meaning in _SETTINGS:
            return False
        third = text.endswith("s") and not text.endswith("ss") and not previous.plural
        return third or text.endswith(("ing", "ed"))
