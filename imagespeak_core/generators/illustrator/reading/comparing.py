"""Finds what is compared with what: "a bigger dog", "the girl is older than the boy"."""

from __future__ import annotations

from itertools import takewhile
from typing import Literal

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.chunker import Cut
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.lexicon import BEFORE_NOUNS, Token
from imagespeak_core.generators.illustrator.scene import Comparison
from imagespeak_core.generators.illustrator.words.comparing import COMPARED

_PARTED = frozenset({"stop", "while"})
_TELLING = frozenset({"auxiliary", "verb"})


def comparisons(cut: Cut, found: Findings) -> tuple[Comparison, ...]:
    """What words compare noun phrases of the wish, as far as it is plain which ones.

    Who is called small is compared by age: children are drawn smaller than others.
    """
    told: list[Comparison] = []
    for at, word in enumerate(cut.words):
        if word.text in COMPARED:
            told += _compared(at, *COMPARED[word.text], cut, found)
        elif word.token is not None and _is_small(word.token):
            sized = _compared(at, "age", False, cut, found)
            told += [one for one in sized if found.wanted[one.of].kind == "person"]
    return tuple(told)


def _is_small(token: Token) -> bool:
    return (token.meaning, token.value) == ("size", "small")


def _compared(
    at: int, quality: Literal["size", "age"], more: bool, cut: Cut, found: Findings
) -> tuple[Comparison, ...]:
    words, after = cut.words[at].text, cut.words[at + 1 : at + 2]
    following = next((chunk for chunk in cut.chunks if chunk.at > at), None)
    than: tuple[int, ...] = ()
    if after and after[0].text == "than":
        than = _items(following, found)
        subjects = _subjects(at, cut, found)
        if not than:
            return ()
    elif following is not None and following.kind == "noun" and _adjoin(at, following, cut):
        subjects = _items(following, found)
        second = next((chunk for chunk in cut.chunks if chunk.at > following.at), None)
        if second is not None and _than_between(following.at, second, cut):
            than = _items(second, found)
    else:
        subjects = _subjects(at, cut, found)
    others = tuple(index for index in than if index not in subjects)
    if than and not others:
        return ()
    return tuple(Comparison(index, quality, more, others, words) for index in subjects)


def _items(chunk: Chunk | None, found: Findings) -> tuple[int, ...]:
    """The noun phrases that a chunk brings in, or names again."""
    facts = found.facts.get(chunk.at, ()) if chunk is not None and chunk.kind == "noun" else ()
    return tuple(dict.fromkeys(fact.item for fact in facts if fact.name == "count"))


def _adjoin(at: int, noun: Chunk, cut: Cut) -> bool:
    """Whether nothing but adjectives stands between the word and the noun."""
    between = [word.token for word in cut.words[at + 1 : noun.at]]
    return all(token is not None and token.meaning in BEFORE_NOUNS for token in between)


def _than_between(at: int, noun: Chunk, cut: Cut) -> bool:
    return any(word.text == "than" for word in cut.words[at + 1 : noun.at])


def _subjects(at: int, cut: Cut, found: Findings) -> tuple[int, ...]:
    """Of whom a verb before the word tells it: the first noun of the clause, and who is joined."""
    before = [chunk for chunk in cut.chunks if chunk.at < at]
    if not before or before[-1].kind not in _TELLING:
        return ()
    start = max((n for n, chunk in enumerate(before) if chunk.kind in _PARTED), default=-1)
    named = takewhile(lambda chunk: chunk.kind in {"noun", "and"}, before[start + 1 :])
    return tuple(index for chunk in named for index in _items(chunk, found))
