"""Tells of single words of a prompt whether they ask for what is never drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.lexicon import SETTINGS, Token, Word
from imagespeak_core.generators.illustrator.words import unseen
from imagespeak_core.generators.illustrator.words.styles import AFTER, AROUND

_PAIRED = frozenset("eye ear wing horn".split())
_MANY = frozenset("window leaf petal branch feather".split())
_LEGS = 4
_ALONG = frozenset(
    "walk run go come climb jump sit ride drive crawl hop hike march race fall roll skate".split()
)
"""Verbs that "up" and "down" tell the way of; others only have it as a part of them."""
_LONGEST = 60
"""How many letters of a word are told at most; scripts without spaces make long ones."""


def shortened(phrase: str) -> str:
    """The phrase in one line, and no word of it too long."""
    return " ".join(
        word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…" for word in phrase.split()
    )


def style_alone(word: Word) -> tuple[int, int]:
    """Where the name of a style stands: without "a" and "of"."""
    start, end = word.start, word.end
    if word.text.endswith(AFTER):
        end -= len(AFTER)
    before = next((small for small in AROUND if word.text.startswith(small)), "")
    return start + len(before), end


def has_so_many(part: str, token: Token, number: int) -> bool:
    """Whether what is drawn with such a part has so many: four legs or two, but one tail."""
    if number < 1 or token.text in {"a", "an"}:
        return True
    if part in {"leg", "wheel"}:
        return number in {2, _LEGS}
    if part in _PAIRED:
        return number == 2
    if part in _MANY:
        return number == 2 and part == "window"
    return number == 1 if part in {"tail", "nose", "trunk"} else number <= 2


def is_lost_alone(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` tells of more than what is around it.

    That is "more" said against another number ("more dogs than cats"), and the arms of
    somebody: "in her father's arms".
    """
    text = words[at].text
    if text == "more":
        return any(word.text == "than" for word in words[at:])
    return text == "arms" and at > 0 and words[at - 1].text.endswith("'s")


def end_of_way(words: Sequence[Word], at: int, chunks: Mapping[int, Chunk]) -> int | None:
    """The index of the thing that "up" or "down" at `at` leads along: "up the stairs".

    None where it leads nowhere, or along a place ("down the street").
    """
    verb = words[at - 1].verb if at else None
    if verb is not None and verb.value not in _ALONG:
        return None
    end = next((known for known in range(at + 1, min(at + 4, len(words))) if known in chunks), None)
    if words[at].text not in {"up", "down"} or end is None or chunks[end].kind != "noun":
        return None
    return None if chunks[end].meaning in SETTINGS else end


def end_of_piece(words: Sequence[Word], at: int) -> int | None:
    """The index of what is drawn whole of which a piece is meant: "a piece of cake"."""
    following = words[at + 1].token if at + 1 < len(words) else None
    cut_up = following is not None and following.value in unseen.CUT_UP
    return at + 1 if cut_up and words[at].text in unseen.PIECES else None
