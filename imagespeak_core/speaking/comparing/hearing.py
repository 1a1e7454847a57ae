"""A text as it was read: its words, where they were typed, and which of them are plainly said."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.tracing import trace
from imagespeak_core.speaking.comparing.hedges import supposed
from imagespeak_core.speaking.comparing.phrases import Span
from imagespeak_core.speaking.comparing.rewriting import rewritten
from imagespeak_core.typed_text import narrowed

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another", "each", "every"})
"""Words before a noun that tell nothing of it."""
_ENDS = frozenset({"stop", "while"})


class Heard:
    """A text, read once.

    Args:
        text: The text as it was typed; all spans are of this.

    Attributes:
        words: Its words and phrases, as the reader knows them.
        texts: The same as texts.
        chunks: Its chunks, by the index of their word.
        found: What each word tells; see `reading.tracing`.
        denied: The indices of words that deny or are denied.
    """

    def __init__(self, text: str) -> None:
        self._text = narrowed(text)
        read = rewritten(self._text)
        self._origins = read.origins
        self._trace = trace(read.text)
        self._hedged = supposed(self._text)
        self.words = self._trace.words
        self.texts = [word.text for word in self.words]
        self.found = self._trace.found
        self.denied = self._trace.denied
        self._in_order = list(self._trace.chunks)
        self._place_of = {chunk.at: n for n, chunk in reversed(list(enumerate(self._in_order)))}
        self.chunks = {chunk.at: chunk for chunk in self._in_order if chunk.at >= 0}
        self._sure = {at: self._is_plain(at) for at in range(len(self.words))}

    def between(self, first: int, last: int) -> Span:
        """Where the words from one index to another stand in the text as it was typed."""
        start, end = self._trace.between(first, last)
        if start >= end or end > len(self._origins):
            return start, end
        typed = self._origins[start:end]  # in another order, where words were moved
        return self._whole_words(min(typed), max(typed) + 1)

    def _whole_words(self, start: int, end: int) -> Span:
        """The same without cutting a word, where others were read in its stead."""
        while 0 < start < len(self._text) and self._text[start - 1 : start + 1].isalpha():
            start -= 1
        while 0 < end < len(self._text) and self._text[end - 1 : end + 1].isalpha():
            end += 1
        return start, end

    def typed(self, at: int) -> str:
        """The word at `at` as it was typed, in small letters."""
        return self._text[slice(*self.between(at, at))].lower()

    def is_sure(self, at: int) -> bool:
        """Whether the word at `at` is said plainly to be so."""
        return self._sure[at]

    def _is_plain(self, at: int) -> bool:
        start = self.between(at, at)[0]
        return not any(first <= start < end for first, end in self._hedged)

    def denies(self, chunk: Chunk) -> bool:
        """Whether what it names is said not to be there."""
        return chunk.said.count == -1 or chunk.at in self.denied

    def chunks_around(self, at: int) -> tuple[list[Chunk], list[Chunk]]:
        """The chunks of the sentence before and after the one at `at`."""
        chunks, here = self._in_order, self._place_of.get(at, 0)
        before: list[Chunk] = []
        for chunk in reversed(chunks[:here]):
            if chunk.kind in _ENDS:
                break
            before.append(chunk)
        after: list[Chunk] = []
        for chunk in chunks[here + 1 :]:
            if chunk.kind in _ENDS:
                break
            after.append(chunk)
        return before, after
