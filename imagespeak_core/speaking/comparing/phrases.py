"""A noun phrase of a text, and the facts that are told of it: plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from imagespeak_core.generators.illustrator.scene import Age, Kind

Told = Literal["count", "colour", "action", "side", "holding", "wearing"]
Span = tuple[int, int]
"""Where words stand in a text: the first character, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that is told of a noun phrase.

    Attributes:
        told: What it is about.
        value: The number, the colour, the verb's base form, the side, or the noun that is held or
            worn.
        at: The index of its word.
        span: Where its words stand in the text.
        colour: Of what is held or worn.
        sure: Whether it is said plainly, and of these for certain.
        piece: Where the colour's own words stand, with the noun they are said of.
        shared: Whether the same words are read as told of other phrases, too: "a man and a woman
            who sings".
    """

    told: Told
    value: str
    at: int
    span: Span
    colour: str | None = None
    sure: bool = True
    piece: Span | None = None
    shared: bool = False


@dataclass(slots=True)
class Phrase:
    """Who or what is named, under one noun.

    Attributes:
        index: Its index among the reader's noun phrases; -1 for a noun that the reader lacks.
        kind: What it is.
        noun: The vocabulary's noun.
        said: The noun as it was said.
        at: The index of its word.
        span: Where it stands, with what is said before it and without an article.
        noun_span: The same for the noun alone.
        several: Whether more than one is meant.
        number: How many, where a number is said.
        counts_all: Whether that number is said to be all there are.
        loose: Whether the noun names several kinds at once, or a part of others named before.
        sure: Whether it is plainly said to be there.
        denied: Whether it is said not to be there.
        age: How old they are said to be, where a word tells.
        young: Whether they are called young.
        claims: What is told of it.
    """

    index: int
    kind: Kind
    noun: str
    said: str
    at: int
    span: Span
    noun_span: Span
    several: bool = False
    number: int | None = None
    counts_all: bool = False
    loose: bool = False
    sure: bool = True
    denied: bool = False
    age: Age | None = None
    young: bool = False
    claims: list[Claim] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relates:
    """A relation that is told of two noun phrases, by their index."""

    subject: int
    relation: str
    target: int
    words: str
    span: Span
    sure: bool = True
    shared: bool = False
