"""A rule of our own: where it looks in the words, and what it would say instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from imagespeak_core.speaking.grammar.kinds import Kind
from imagespeak_core.speaking.grammar.word_forms import (
    ANIMALS,
    COLOURS,
    PEOPLE,
    PLURAL_OF,
    QUALITIES,
    SINGULAR_OF,
    VERBS,
)

Better = Callable[[re.Match[str]], str]

_FILLERS = "um uh er erm well so and then ok okay yes no yeah hm hmm".split()
_FOLLOWS_A_NOUN = (
    "is are was were has have and or but in on at with who that which under behind near next of to "
    "from for by between over around because there he she it they we i you the a an his her their "
    "so while when very also"
).split()
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_BLANKS = r"[^\S\n]"
"""A line begins anew, so what a sentence begins with is looked for in one line."""

_SENTENCE_BEGINS = rf"(?:\A|[.!?…\n])[\"“]?{_BLANKS}*(?:{any_of(_FILLERS)},?{_BLANKS}+){{0,5}}"
_PLACE_FIRST = (
    r"(?:(?:in (?:the|this) (?:picture|photo|background|foreground|middle)|on the (?:left|right))"
    r"(?: side)?(?: of (?:the|this) (?:picture|photo))?,? )?"
)

_PARTS: Mapping[str, str] = {
    "SENTENCE": _SENTENCE_BEGINS,
    "CLAUSE": rf"(?:(?:{_SENTENCE_BEGINS}|\b(?:because|but|while|think) ){_PLACE_FIRST})",
    "BEFORE_PRONOUN": (
        r"(?:(?:\A|[.!?…;:,\n]|\b(?:and|but|because|so|while|when|then|think|maybe|also|if|where))"
        rf"[\"“]?{_BLANKS}*(?:{any_of(_FILLERS)},?{_BLANKS}+){{0,5}})\b"
    ),
    "THE": "(?:the|a|an|my|his|her|their|this|that|one|another)",
    "QUALITIES": f"(?:(?:very )?{any_of(QUALITIES)} ){{0,2}}",
    "COLOUR": any_of(COLOURS),
    "NUMBER": any_of(_NUMBERS),
    "ONE": any_of(PLURAL_OF),
    "SEVERAL": any_of(SINGULAR_OF),
    "SOMEBODY": any_of([*PEOPLE, *ANIMALS]),
    "SOMEBODIES": any_of([*PEOPLE.values(), *ANIMALS.values()]),
    "PERSON": any_of(PEOPLE),
    "ANIMAL": any_of(ANIMALS),
    "NOUN_ENDS": (
        r"\b(?=\s*(?:\Z|[.,;:!?…\"”)\n])|\s+"
        rf"{any_of([*_FOLLOWS_A_NOUN, *(verb.with_ing for verb in VERBS)])}\b)"
    ),
    "OBJECT": (
        r"(?= (?:the|a|an|his|her|their|its|in|on|at|under|behind|with|to|for|near|very|some|two|"
        r"up|down|from|into|by|next|it|him|them|after|over|around)\b)"
    ),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Where something may be said in another way.

    Attributes:
        kind: What it is about.
        pattern: Finds it; its group `said` is what is marked.
        better: Gives the marked words in a way that one can say; empty: it says nothing.
        unless_before: Says nothing where this is found right before the marked words.
    """

    kind: Kind
    pattern: re.Pattern[str]
    better: Better
    unless_before: re.Pattern[str] | None = None


def rule(kind: Kind, pattern: str, better: Better, *, unless_before: str = "") -> Rule:
    """A rule; in its patterns, "<NAME>" is one of the parts above and a space any space in a line.

    A pattern without a group `said` marks all that it finds.
    """
    if "(?P<said>" not in pattern:
        pattern = rf"\b(?P<said>{pattern})"
    before = _compiled(rf"(?:{unless_before})\s*\Z") if unless_before else None
    return Rule(kind, _compiled(pattern), better, before)


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(f"<{name}>", part)
    pattern = pattern.replace("'", "['’]").replace(" ", r"[^\S\n]+")
    return re.compile(pattern, re.IGNORECASE)


def swapped(group: str, better: Callable[[str], str]) -> Better:
    """The marked words with one group in another way; the group's word comes in small letters."""

    def said(found: re.Match[str]) -> str:
        begins, ends = found.span(group)
        start, end = found.span("said")
        text = found.string
        return text[start:begins] + better(found[group].lower()) + text[ends:end]

    return said


def with_article(phrase: str) -> str:
    """The phrase with "a" or "an", for words that the rules know."""
    return f"{'an' if phrase[:1].lower() in 'aeiou' and phrase[:3] != 'one' else 'a'} {phrase}"
