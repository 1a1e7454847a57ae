"""The sentences of learners on which the notes on grammar are measured."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def wrong() -> tuple[tuple[str, str], ...]:
    """Sentences with one mistake each: its kind, and the words."""
    pairs = [line.split(" | ") for line in _lines("speaking_grammar_wrong.txt")]
    return tuple((kind, words) for kind, words in pairs)


@cache
def right() -> tuple[str, ...]:
    """Sentences without any."""
    return tuple(_lines("speaking_grammar_right.txt"))


@cache
def tricky() -> tuple[str, ...]:
    """Right sentences that look like those in which the rules find something."""
    return tuple(_lines("speaking_grammar_tricky.txt"))


@cache
def noted() -> frozenset[tuple[str, str, str]]:
    """Notes that a person has read and found right: kind, words, how they would be said."""
    parts = [line.split(" | ") for line in _lines("speaking_grammar_noted.txt")]
    return frozenset((kind, words, say) for kind, words, say in parts)


@cache
def true_lines() -> tuple[str, ...]:
    """What is true of pictures in the words of learners; many have slips."""
    lines = [*_lines("speaking_learner_sentences.txt"), *_lines("speaking_looked_at.txt")]
    return tuple(dict.fromkeys(line for line in lines if not line.startswith(("!", "["))))
