"""How many a text says there are, and whether it counts them all."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.words.numbers import number_of
from imagespeak_core.speaking.comparing.hearing import ARTICLES, Heard

_OPEN_NUMBERS = frozenset(
    {"both", "pair of", "a pair of", "pairs of", "a couple of", "couple of", "dozen", "a dozen"}
    | {"half a dozen", "two dozen", "a hundred", "one hundred", "twin", "triplet"}
    | {"one of the", "one of his", "one of her", "one of their", "one of my", "another", "a single"}
)
_ABOUT_SO_MANY = frozenset(
    """
    than least most about around nearly almost over under or between maybe up approximately
    """.split()
) | {"more than", "less than", "fewer than", "at least", "at most", "up to"}
"""Words before a number that leave it open."""
_OTHERS = frozenset({"other", "others", "more", "another", "different", "further"})
"""Words that tell of those who were not counted before."""
_ENDS_OF_SENTENCES = frozenset({".", "!", "?", ";"})
_THERE_IS = frozenset({"there is", "there are", "there's"})
_BEFORE_THERE_IS = frozenset(
    {"and", "also", "so", "then", "now", "here", ",", "but", "the", "this"}
)
"""What may stand before "there are" so that it is said of the whole picture."""


def number_said(chunk: Chunk, heard: Heard) -> int | None:
    """How many are said to be there, where a number says so and nothing makes it vague."""
    noted = [token for _, token in chunk.said.noted]
    numbers = [
        token
        for token in noted
        if token.meaning == "number"
        and token.text not in _OPEN_NUMBERS | ARTICLES
        and not token.text.endswith("'s")
        and number_of(token.value) > 0
    ]
    vague = any(token.meaning == "vague" for token in noted)
    if len(numbers) != 1 or vague or _is_about(chunk, heard):
        return None
    return number_of(numbers[0].value)


def _is_about(chunk: Chunk, heard: Heard) -> bool:
    """Whether a word leaves the number open: "more than two cows", "two or three cows"."""
    noted = [at for at, token in chunk.said.noted if token.meaning == "number"]
    first = min(noted, default=chunk.at)
    near = [word.text for word in heard.words[max(0, first - 2) : first]]
    return not _ABOUT_SO_MANY.isdisjoint(near)


def counts_all(chunk: Chunk, start: int, heard: Heard) -> bool:
    """Whether the sentence says that no more are there: "there are two cows", "only two".

    Args:
        chunk: The noun.
        start: The index of the first word of its phrase.
        heard: The text.
    """
    words = heard.texts
    if any(token.meaning != "number" for _, token in chunk.said.noted):
        return False
    if not _OTHERS.isdisjoint(words[start : chunk.at]):
        return False
    if {"only", "just", "exactly"} & set(words[max(0, start - 2) : start]):
        return True
    before, after = heard.chunks_around(chunk.at)
    return _begins_with_there_is(before, start, words) and _is_open_list(after)


def _begins_with_there_is(before: Sequence[Chunk], start: int, words: Sequence[str]) -> bool:
    """Whether the sentence begins with "there are", and only other nouns come between."""
    if any(chunk.kind not in {"noun", "and", "comma"} for chunk in before):
        return False
    first = min((chunk.at for chunk in before), default=start)
    opens = next((n for n in range(first, -1, -1) if words[n] in _THERE_IS), None)
    if opens is None or not _ENDS_OF_SENTENCES.isdisjoint(words[opens:start]):
        return False
    begins = max((n + 1 for n in range(opens) if words[n] in _ENDS_OF_SENTENCES), default=0)
    lead = words[begins:opens]
    return all(word in _BEFORE_THERE_IS or "picture" in word for word in lead)


def _is_open_list(after: Sequence[Chunk]) -> bool:
    """Whether nothing but other nouns and the place come: no "who sit on the bench"."""
    expects_place = False
    for chunk in after:
        if expects_place and chunk.meaning != "place":
            return False
        expects_place = chunk.kind == "relation"
        if chunk.kind not in {"noun", "and", "comma", "relation"}:
            return False
    return not expects_place
