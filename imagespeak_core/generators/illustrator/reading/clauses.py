"""Looks ahead in a sentence: what the words after a noun make of it."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_PASSED = frozenset({"position", "wearing", "who", "busy"})
_ANIMATE = frozenset({"person", "group", "crowd"})


def is_subject(chunks: Sequence[Chunk], at: int, *, with_ing: bool) -> bool:
    """Whether a verb follows of which the noun at `at` is the subject.

    What may stand between is passed over: "the man *with three camels* is coming". A bare "-ing"
    counts only when told so, since it can also be said of a noun that is no subject.
    """
    index = at + 1
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind == "auxiliary":
            return True
        if chunk.kind == "verb":
            return chunk.form != "ing" or with_ing
        if chunk.kind in {"relation", "and"} and index + 1 < len(chunks):
            if chunks[index + 1].kind not in {"noun", "pronoun", "stranger"}:
                return False
            index += 1
        elif chunk.kind not in _PASSED and not (chunk.kind == "noun" and chunk.modifies):
            return False
        index += 1
    return False


def agent_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "by" and somebody follow the participle at `at`."""
    if at + 2 >= len(chunks) or chunks[at + 1].text != "by":
        return False
    agent = chunks[at + 2]
    if agent.meaning == "thing":
        return agent.value in THINGS and THINGS[agent.value].kind == "animal"
    return agent.meaning in _ANIMATE or agent.kind == "pronoun"


def has_own_relation(chunks: Sequence[Chunk], at: int, relation: str) -> bool:
    """Whether the noun at `at` goes on as the one before did ("and a girl *with* a cat")."""
    return at + 1 < len(chunks) and chunks[at + 1].text == relation


def stands_elsewhere(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the noun at `at` has a thing of its own that it stands by ("a bicycle *under* …")."""
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "relation":
        return False
    return chunks[at + 1].text not in {"of", "with"} and chunks[at + 2].meaning == "thing"


def place_follows(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the list that the noun at `at` belongs to lies on or in something."""
    index = at + 1
    while index < len(chunks) and (
        chunks[index].kind in {"comma", "and"} or chunks[index].meaning == "thing"
    ):
        index += 1
    return (
        index + 1 < len(chunks)
        and chunks[index].value in {"on", "in", "under"}
        and chunks[index].kind == "relation"
        and chunks[index + 1].meaning == "thing"
    )


def told_apart(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the people at `at` are named one by one next: "two friends, a boy and a girl"."""
    wanted, named = chunks[at].said.count or 0, 0
    if wanted < 2 or at + 1 >= len(chunks) or chunks[at + 1].text not in {",", ":"}:
        return False
    for chunk in chunks[at + 2 :]:
        if chunk.meaning == "person":
            named += chunk.said.count or 1
        elif chunk.kind not in {"and", "comma"}:
            break
    return named == wanted
