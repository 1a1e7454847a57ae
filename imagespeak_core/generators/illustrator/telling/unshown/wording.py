"""The words for what a prompt asks for, and for what is shown instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagespeak_core.generators.illustrator.scene import Age, Shown, Wanted
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    listed,
    noun_of,
    plural_of,
    with_article,
)
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import people, telling, things

_AGES: dict[Age, str] = {"old": "old", "child": "young", "teenager": "teenage", "baby": "baby"}


def number(count: int) -> str:
    """A number as a word; as digits where it is a large one."""
    return telling.NUMBERS[count] if count < len(telling.NUMBERS) else str(count)


def noun_asked(wanted: Wanted, count: int = 1) -> str:
    """The noun in the prompt's own words where they are known, as a singular or a plural."""
    noun = wanted.said or telling.HELD.get(wanted.noun, wanted.noun)
    if count < 2 or noun in people.CROWDS or _is_plural(noun):
        return noun
    return plural_of(noun)


def _is_plural(noun: str) -> bool:
    last = noun.rpartition(" ")[2]
    if last in telling.IRREGULAR_PLURALS.values() or last in things.PLURALS:
        return True
    known = noun in THINGS or noun in things.SYNONYMS or noun in people.PEOPLE
    return noun.endswith("s") and not known


def age_asked(wanted: Wanted) -> str:
    """The adjective of age that was said of a person, if the noun does not tell it itself."""
    usual = people.PEOPLE.get(wanted.noun, people.PersonWord()).age
    return "" if wanted.age is None or wanted.age == usual else _AGES.get(wanted.age, "")


def size_asked(wanted: Wanted) -> str:
    """The word for its size: people are tall or short."""
    if wanted.kind == "person" and wanted.size:
        return {"big": "tall", "small": "short"}[wanted.size]
    return wanted.size or ""


def phrase_asked(wanted: Wanted) -> str:
    """A noun phrase as it was asked for, without an article: "three small red kites".

    A noun of which nothing is said but that there are several is named in the singular.
    """
    counted = wanted.count > 1 and not wanted.at_least
    words = [
        number(wanted.count) if counted else "",
        size_asked(wanted),
        wanted.feeling or "",
        age_asked(wanted),
        wanted.colour or "",
    ]
    said = " ".join(word for word in words if word)
    if not said and wanted.said in {"", plural_of(wanted.noun)}:
        return noun_asked(replace(wanted, said=""))
    return f"{said} {noun_asked(wanted, wanted.count)}".strip()


def are_shown(count: int) -> str:
    """How many are shown, as a clause: "two are shown"."""
    return f"{number(count)} {'is' if count == 1 else 'are'} shown"


def are_there(count: int, noun: str, words: str = "") -> str:
    """So many of a noun are shown, as a clause: "a red car is shown".

    Args:
        count: How many, at least 1.
        noun: The singular noun.
        words: What is said of it; may be empty.
    """
    verb = "are" if is_many(noun, count) else "is"
    return f"{counted(f'{words} ' if words else '', noun, count)} {verb} shown"


def shown_instead(items: Sequence[Shown], words: str = "") -> str:
    """What is shown instead, as a clause: "a blue vase is shown".

    Args:
        items: One or more that are shown, all alike.
        words: What stands before the noun, such as "blue "; may be empty.
    """
    noun = noun_of(items[0])
    if len(items) == 1 and noun not in telling.PLURAL_WORDS | telling.MASS_WORDS:
        return f"{with_article(words + noun)} is shown"
    verb = "are" if is_many(noun, len(items)) else "is"
    return f"{words}{plural_of(noun)} {verb} shown"


def of_some(label: str, fit: Sequence[Shown], others: Sequence[Shown], instead: str = "") -> str:
    """The phrase for what is not so of those who are shown: of none of them, or not of all.

    Args:
        label: What was asked for.
        fit: Of whom it is true.
        others: Of whom it is not.
        instead: What is shown where it is true of none.
    """
    if fit:
        return f"{label}: {are_shown(len(fit))}"
    return f"{label}: {instead}" if others and instead else label


def listed_words(words: Sequence[str]) -> str:
    """Words side by side as one text, each once: "red and blue"."""
    return listed(list(dict.fromkeys(words)))


def held_name(noun: str) -> str:
    """The word for a thing in a hand."""
    return telling.HELD.get(noun, noun) if noun in HELD else noun
