"""A place among the words of a prompt: chunks before it, words after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from imagespeak_core.generators.illustrator.reading.chunk import BOUNDARY, Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.lexicon import Meaning, Token, Word

_END = Word(".")


@dataclass(slots=True)
class Scan:
    """Goes through the words once; what is behind is cut into chunks.

    `said` is what has been said of a noun that is still to come, and `is_open` tells that such a
    noun must come: an article or an adjective was read.
    """

    words: Sequence[Word]
    chunks: list[Chunk] = field(default_factory=list)
    said: Modifiers = field(default_factory=Modifiers)
    is_open: bool = False
    at: int = 0

    def __iter__(self) -> Iterator[Word]:
        """Each word in order, with the scan standing at it."""
        for at, word in enumerate(self.words):
            self.at = at
            yield word

    def ahead(self, steps: int = 1) -> Word:
        """The word so many steps on; a full stop where there is none."""
        index = self.at + steps
        return self.words[index] if index < len(self.words) else _END

    def rest(self) -> Sequence[Word]:
        """The words after this one."""
        return self.words[self.at + 1 :]

    @property
    def word_before(self) -> Token | None:
        """The known word before this one."""
        return self.words[self.at - 1].token if self.at else None

    @property
    def previous(self) -> Chunk:
        """The latest chunk."""
        return self.chunks[-1] if self.chunks else BOUNDARY

    @property
    def before_previous(self) -> Chunk:
        """The chunk before the latest."""
        return self.chunks[-2] if len(self.chunks) > 1 else BOUNDARY

    def ahead_means(self, *meanings: Meaning, steps: int = 1) -> bool:
        """Whether the word so many steps on is a known one of such a meaning."""
        token = self.ahead(steps).token
        return token is not None and token.meaning in meanings

    def relation_follows(self, steps: int = 1) -> bool:
        """Whether a relation or an "and" comes so many steps on."""
        return self.ahead_means("relation", "and", steps=steps)

    def add(self, chunk: Chunk) -> None:
        """Ends the phrase that was being read with a chunk."""
        self.chunks.append(chunk)
        self.forget()

    def tell_of_each(self, words: str) -> None:
        """Notes that what comes is said of each of those named last; after "each of", of the next.

        They are the latest of whom there can be several.
        """
        if words == "each of":
            self.said.each = True
            return
        named = (chunk for chunk in reversed(self.chunks) if chunk.kind == "noun")
        of = next((chunk for chunk in named if chunk.plural or (chunk.said.count or 1) > 1), None)
        if of is not None:
            of.said.each = True

    def forget(self) -> None:
        """Begins a new phrase, of which nothing is said yet."""
        self.said, self.is_open = Modifiers(), False
