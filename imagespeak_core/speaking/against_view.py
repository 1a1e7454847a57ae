"""Words held against what a model sees in a picture. It is a view: nothing is told as not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.hearing import Heard
from imagespeak_core.speaking.comparing.phrases import Phrase, Span
from imagespeak_core.speaking.findings import Findings, Kind, NotFound, Said
from imagespeak_core.speaking.maybe_shown import (
    ORDER,
    held_things,
    hint_for,
    may_mean,
    named_nouns,
    named_settings,
)
from imagespeak_core.viewers.base import SeenThing, View

_KNOWN = "robot"
"""Stands for nouns that the vocabulary lacks."""


def hold_against_view(words: str, view: View) -> Findings:
    """What of a model's view some words have, and what they don't.

    Nouns, place, time and weather alone: the model may be wrong in how many there are and in what
    they do, and more often than in what there is.

    Args:
        words: What somebody said or wrote; it is read as English.
        view: What a model sees.
    """
    read = [_read(thing) for thing in view.things]
    told = Claims(words)
    said: list[Said] = []
    found: set[str] = set()
    for start, text, one in (*_by_noun(told, words, read), *_by_setting(told, words, read)):
        found.add(one.thing.noun)
        said.append(Said(text, start, one.thing.noun))
    for one in read:
        if one.is_unknown:
            for match in _as_it_stands(one.thing.noun, words):
                found.add(one.thing.noun)
                said.append(Said(match[0], match.start(), one.thing.noun))
    said.sort(key=lambda one: one.start)
    return Findings(
        held_against="view",
        said=tuple(dict.fromkeys(said)),
        not_found=tuple(_left(read, found)),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A thing that a model sees, and what the vocabulary makes of its noun.

    Attributes:
        thing: As the model told it.
        phrase: Its noun, where it is one that the vocabulary knows.
        setting: Else the place, time or weather that it names.
    """

    thing: SeenThing
    phrase: Phrase | None
    setting: tuple[Kind, str] | None

    @property
    def kind(self) -> Kind:
        if self.phrase:
            return self.phrase.kind
        return self.setting[0] if self.setting else "thing"

    @property
    def is_unknown(self) -> bool:
        return self.phrase is None and self.setting is None


def _read(thing: SeenThing) -> _Read:
    text = f"There is a {thing.noun}."
    claims = Claims(text)
    phrases = [phrase for _, _, phrase in named_nouns(claims)]
    if phrases:
        return _Read(thing, phrases[-1], None)
    settings = [(kind, value) for _, _, kind, value in named_settings(claims, text)]
    return _Read(thing, None, settings[0] if settings else None)


def _by_noun(told: Claims, words: str, read: list[_Read]) -> Iterator[tuple[int, str, _Read]]:
    nouns = list({one.phrase.noun: one.phrase for one in read if one.phrase}.values())
    for phrase in (*told.phrases.values(), *told.wide, *held_things(told)):
        meant = set() if phrase.denied else set(may_mean(phrase, nouns))
        for one in read:
            if one.phrase and one.phrase.noun in meant:
                yield phrase.span[0], words[slice(*phrase.span)], one


def _by_setting(told: Claims, words: str, read: list[_Read]) -> Iterator[tuple[int, str, _Read]]:
    for start, text, kind, value in named_settings(told, words):
        for one in read:
            if one.setting == (kind, value):
                yield start, text, one


def _as_it_stands(noun: str, words: str) -> Iterator[re.Match[str]]:
    """A noun that the vocabulary lacks, or its plural, but where it is denied.

    What denies it is read as if a noun stood there that the vocabulary knows.
    """
    name, several = re.escape(noun), re.escape(plural_of(noun))
    named = list(re.finditer(rf"\b(?:{name}(?:e?s)?|{several})\b", words, re.IGNORECASE))
    known, starts, end = "", [], 0
    for match in named:
        known += words[end : match.start()]
        starts.append(len(known))
        known += _KNOWN if match[0].lower() == noun.lower() else plural_of(_KNOWN)
        end = match.end()
    denied = _denied(known + words[end:]) if named else []
    for match, start in zip(named, starts, strict=True):
        if not any(first <= start < last for first, last in denied):
            yield match


def _denied(words: str) -> list[Span]:
    """Where nouns stand that are said not to be there."""
    heard = Heard(words)
    return [heard.between(at, at) for at, chunk in heard.chunks.items() if heard.denies(chunk)]


def _left(read: list[_Read], found: set[str]) -> Iterator[NotFound]:
    left: list[NotFound] = []
    for one in read:
        if one.thing.noun not in found:
            hint = hint_for(one.kind, left)
            left.append(NotFound(one.kind, one.thing.noun, hint, one.thing.sentence))
    yield from sorted(left, key=lambda one: ORDER.index(one.kind))
