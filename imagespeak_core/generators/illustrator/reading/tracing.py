"""A text read as a prompt is, with the words that each part was read from.

A prompt asks for one picture and is read as far as one can hold it; a text that tells of a
picture is read to its end.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.chunker import cut
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.lexicon import Word, plain_text
from imagespeak_core.generators.illustrator.reading.parsing import parse
from imagespeak_core.typed_text import in_latin

_MOST_TOLD = 120


@dataclass(frozen=True, slots=True)
class Trace:
    """What a text was read into.

    Attributes:
        text: The text itself.
        words: Its words and phrases; `start` and `end` are where they stand in `text`.
        chunks: Its chunks; `at` is the index of a chunk's word.
        found: What each word tells, by its index: noun phrases with their `facts`, relations,
            and what is said not to be so.
        denied: The indices of words that deny or are denied.
    """

    text: str
    words: Sequence[Word]
    chunks: Sequence[Chunk]
    found: Findings
    denied: frozenset[int]

    def between(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from one index to another stand in the text."""
        return self.words[first].start, self.words[last].end


def trace(text: str) -> Trace:
    """Reads any text, without an error."""
    pieces = cut(text)
    found = parse(pieces, Findings(most=_MOST_TOLD))
    words = _where_they_stand(text, pieces.words)
    return Trace(text, words, pieces.chunks, found, pieces.denied)


def _where_they_stand(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """The words with their places in the text as it was typed, and not as it was read."""
    if len(plain_text(text)) == len(text):
        return words
    origins = _origins(text)
    last = len(origins) - 1
    return [
        Word(
            word.text, word.token, word.plural, word.verb, word.form,
            start=origins[min(word.start, last)],
            end=origins[min(max(word.end - 1, 0), last)] + 1,
        )
        for word in words
    ]  # fmt: skip


def _origins(text: str) -> list[int]:
    """For each character as it is read, the index of the one as it was typed."""
    found: list[int] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            found += [start] * len(in_latin(text[start:at]).lower())
            start = at
    return found or [0]
