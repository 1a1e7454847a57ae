"""Words held against the prompt that a picture was made from, where nobody tells what it shows.

A model may have drawn another thing than it was asked for: nothing is ever told as not so.
"""

from __future__ import annotations

from collections.abc import Iterator

from imagespeak_core.generators.illustrator.telling.naming_shown import counted, plural_of
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.findings import Findings, NotFound, Said
from imagespeak_core.speaking.maybe_shown import (
    ORDER,
    held_things,
    hint_for,
    may_mean,
    named_nouns,
    named_settings,
)


def hold_against_prompt(words: str, prompt: str) -> Findings:
    """What of a prompt some words have, and what they don't.

    It tells of nouns, place, time and weather alone: not how many there are, how they look or
    what they do, as nobody knows whether the model drew them so.

    Args:
        words: What somebody said or wrote; it is read as English.
        prompt: What the picture was made from.
    """
    asked, told = Claims(prompt), Claims(words)
    nouns = [phrase for _, _, phrase in named_nouns(asked)]
    said: list[Said] = []
    found: set[str] = set()
    for phrase in (*told.phrases.values(), *told.wide, *held_things(told)):
        for noun in () if phrase.denied else may_mean(phrase, nouns):
            found.add(noun)
            said.append(Said(words[slice(*phrase.span)], phrase.span[0], noun))
    for start, text, kind, value in named_settings(told, words):
        if any(
            kind == other and value == wanted
            for _, _, other, wanted in named_settings(asked, prompt)
        ):
            found.add(value)
            said.append(Said(text, start, value))
    said.sort(key=lambda one: one.start)
    return Findings(
        held_against="prompt",
        said=tuple(dict.fromkeys(said)),
        not_found=tuple(_left(asked, prompt, found)),
    )


def _left(asked: Claims, prompt: str, found: set[str]) -> Iterator[NotFound]:
    left: dict[str, NotFound] = {}
    for kind, noun, phrase in named_nouns(asked):
        if noun not in found:
            what = counted("", telling.NAMES.get(noun, noun), 1)
            if phrase.several:
                what = f"some {plural_of(telling.NAMES.get(noun, noun))}"
            hint = hint_for(kind, left.values())
            left.setdefault(noun, NotFound(kind, noun, hint, f"There may be {what}."))
    for _, text, kind, value in named_settings(asked, prompt):
        if value not in found:
            sentence = f"The prompt says: {text}."
            left.setdefault(value, NotFound(kind, text.lower(), hint_for(kind, ()), sentence))
    yield from sorted(left.values(), key=lambda one: ORDER.index(one.kind))
