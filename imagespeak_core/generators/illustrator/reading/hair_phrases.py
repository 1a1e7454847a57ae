"""Finds what is said of hair among the words of a prompt, and makes one word of it."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.words.hair import (
    ALONE,
    BETWEEN,
    ENDINGS,
    FOR_HAIR,
    STYLES,
    is_of_hair,
)

HairPhrase = tuple[int, str, str]
"""How many words it has, whether it is "hair" or said of a person ("haired"), and what it says."""


def hair_phrase_at(words: Sequence[str], at: int) -> HairPhrase | None:
    """The phrase about hair that begins with the word at `at`: "long red hair", "curly-haired"."""
    word = words[at]
    for ending in ENDINGS:
        said = word.removesuffix(ending)
        if said != word and is_of_hair(said):
            return 1, "haired", said
    if is_of_hair(word) and " ".join(words[at + 1 : at + 2]) == "haired":
        return 2, "haired", word
    for length in (2, 1):
        style = STYLES.get(" ".join(words[at : at + length]))
        if style:
            return length, "hair", style
    if _is_hair(words, at):
        return _told_of_hair(words, at)
    length, said_words = _said_from(words, at)
    if said_words and at + length < len(words):
        noun = words[at + length]
        if _is_hair(words, at + length):
            return length + 1, "hair", " ".join(said_words)
        if noun in STYLES:
            return length + 1, "hair", " ".join((*said_words, STYLES[noun]))
    return (1, "haired", word) if word in ALONE else None


def _is_hair(words: Sequence[str], at: int) -> bool:
    """Whether the word is "hair", and not the first of a "hair dryer"."""
    return words[at] == "hair" and not set(words[at + 1 : at + 2]) & FOR_HAIR


def _said_from(words: Sequence[str], at: int) -> tuple[int, list[str]]:
    """How many words from `at` on are said of hair, and which of them tell how it is."""
    said: list[str] = []
    end = at
    for index in range(at, len(words)):
        if is_of_hair(words[index]):
            said.append(words[index])
            end = index + 1
        elif words[index] not in BETWEEN or not said:
            break
    return end - at, said


def _told_of_hair(words: Sequence[str], at: int) -> HairPhrase:
    """The word "hair" and what the verb after it tells: "her hair is long and black"."""
    start = at + 1
    if start < len(words) and words[start] in {"is", "was"}:
        start += 1
        while start < len(words) and words[start] in BETWEEN:
            start += 1
        length, said = _said_from(words, start)
        if said:
            return start + length - at, "hair", " ".join(said)
    return 1, "hair", ""
