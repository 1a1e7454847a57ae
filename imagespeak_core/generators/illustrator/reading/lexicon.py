"""One table of every word and phrase that is understood, with what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from imagespeak_core.generators.illustrator.reading.hair_phrases import hair_phrase_at
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import (
    actions,
    parts,
    people,
    settings,
    things,
    unseen,
)
from imagespeak_core.typed_text import in_latin

Meaning = Literal[
    "place", "time", "weather", "season", "person", "group", "crowd", "thing", "verb", "colour",
    "size", "age", "number", "vague", "relation", "feeling", "clothes", "busy", "wearing",
    "activity", "position", "pronoun", "auxiliary", "who", "while", "and", "silent", "unseen",
    "manner", "hair", "haired",
]  # fmt: skip
Form = Literal["base", "third", "ing", "past"]

SETTINGS: frozenset[Meaning] = frozenset({"place", "time", "weather", "season"})
"""Nouns that tell where or when, and are no thing to draw."""
HEADS: frozenset[Meaning] = frozenset({"person", "group", "crowd", "thing", "clothes", "activity"})
"""Nouns that tell who or what is there."""
NOUNS = HEADS | SETTINGS
BEFORE_NOUNS: frozenset[Meaning] = frozenset(
    {"number", "vague", "colour", "size", "age", "feeling", "haired"}
)
"""What is said of a noun before it comes."""

_LONGEST = 5
_WORD = re.compile(r"[a-zà-öø-ÿ]+(?:[-'’][a-zà-öø-ÿ]+)*|\d+|[.,;:!?]")
_READ_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Token:
    """A word or phrase with its meaning; `value` is the key in that meaning's own table."""

    text: str
    meaning: Meaning
    value: str


def _past(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    return head[:-1] + "ied" if re.search("[^aeiou]y$", head) else head + "ed"


def _verb_forms(base: str) -> dict[str, Form]:
    """Every form of a verb, or of a verb with what follows it."""
    head, _, rest = base.partition(" ")
    stem = head[:-1] if head.endswith("e") and not head.endswith("ee") else head
    third = head + ("es" if head.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if re.search("[^aeiou]y$", head):
        third = head[:-1] + "ies"
    forms: dict[str, Form] = {stem + "ing": "ing", _past(head): "past", third: "third"}
    if head in actions.DOUBLED:
        forms |= {head + head[-1] + "ing": "ing", head + head[-1] + "ed": "past"}
    for form, plain in actions.IRREGULAR.items():
        if plain == head:
            forms[form] = (
                "ing" if form.endswith("ing") else "third" if form.endswith("s") else "past"
            )
    forms[head] = "base"
    return {f"{form} {rest}".strip(): kind for form, kind in forms.items()}


def _add_all(table: dict[str, Token], meaning: Meaning, words: Mapping[str, str]) -> None:
    for word, value in words.items():
        table[word] = Token(word, meaning, value)


def _nouns(table: dict[str, Token]) -> None:
    _add_all(table, "thing", {name.lower(): name for name in THINGS})
    _add_all(
        table, "thing", {word: thing for word, thing in things.SYNONYMS.items() if thing in THINGS}
    )
    _add_all(table, "thing", {word: word for word in things.HOLDABLE if word not in table})
    _add_all(table, "thing", {word: word for word in parts.PARTS if word not in table})
    _add_all(table, "clothes", {word: word for word in people.CLOTHES})
    _add_all(table, "person", {word: word for word in people.PEOPLE})
    _add_all(table, "group", {word: word for word in people.GROUPS})
    _add_all(table, "crowd", {word: word for word in people.CROWDS})


@lru_cache(maxsize=1)
def lexicon() -> Mapping[str, Token]:
    """Every known phrase in lower case; later meanings win over earlier ones."""
    table: dict[str, Token] = {}
    _add_all(table, "silent", {word: word for word in unseen.SILENT})
    _add_all(table, "unseen", {word: word for word in unseen.UNSEEN})
    for place, words in settings.PLACE_WORDS.items():
        _add_all(table, "place", dict.fromkeys(words, place))
    for time, words in settings.TIME_WORDS.items():
        _add_all(table, "time", dict.fromkeys(words, time))
    for weather, words in settings.WEATHER_WORDS.items():
        _add_all(table, "weather", dict.fromkeys(words, weather))
    for season, words in settings.SEASON_WORDS.items():
        _add_all(table, "season", dict.fromkeys(words, season))
    _add_all(table, "activity", {word: word for word in actions.ACTIVITIES})
    _nouns(table)
    _add_all(table, "feeling", people.FEELINGS)
    _add_all(table, "manner", unseen.MANNERS)
    _add_all(table, "age", dict(people.AGE_WORDS.items()))
    _add_all(table, "colour", {word: word for word in things.COLOURS})
    _add_all(table, "size", things.SIZES)
    _add_all(table, "number", {word: word for word in things.NUMBERS})
    _add_all(table, "vague", {word: word for word in things.VAGUE_NUMBERS})
    _add_all(table, "relation", things.RELATIONS)
    _add_all(table, "busy", dict.fromkeys(("busy", "crowded", "lively", "rush hour"), "busy"))
    _add_all(
        table, "wearing", {word: word for word in ("wearing", "wears", "dressed in", "dressed")}
    )
    _add_all(table, "position", dict.fromkeys(things.POSITIONS, ""))
    _add_all(table, "pronoun", {word: word for word in people.PRONOUNS})
    _add_all(table, "auxiliary", {word: word for word in actions.AUXILIARIES})
    _add_all(table, "who", {word: word for word in ("who", "that", "which")})
    _add_all(table, "while", {word: word for word in actions.CONJUNCTIONS})
    _add_all(table, "silent", {word: word for word in things.EMPTY_PHRASES})
    _add_all(table, "silent", {word: word for word in unseen.NOBODY | unseen.NOT})
    table["and"] = Token("and", "and", "and")
    table["orange"] = Token("orange", "colour", "orange")
    return table


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, tuple[Token, Form]]:
    """Every form of every known verb, with its base form as the token's value."""
    table: dict[str, tuple[Token, Form]] = {}
    for base in (*actions.VERBS, *actions.PHRASES):
        for text, form in _verb_forms(base).items():
            table.setdefault(text, (Token(text, "verb", base), form))
    return table


def _singulars(phrase: str) -> list[str]:
    if phrase in things.PLURALS:
        return [things.PLURALS[phrase]]
    guesses = []
    if phrase.endswith("ies"):
        guesses.append(phrase[:-3] + "y")
    if phrase.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        guesses.append(phrase[:-2])
    if phrase.endswith("s") and not phrase.endswith("ss"):
        guesses.append(phrase[:-1])
    return guesses


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase as it stands in the prompt: what it can mean, as a verb and otherwise."""

    text: str
    token: Token | None = None
    plural: bool = False
    verb: Token | None = None
    form: Form = "base"


_COUNTED = frozenset("person thing clothes place crowd group weather time activity verb".split())


def _look_up(phrase: str) -> Word | None:
    table = lexicon()
    token, plural = table.get(phrase), False
    if phrase in things.PLURALS and things.PLURALS[phrase] in table:
        token, plural = table[things.PLURALS[phrase]], True
    if token is None:
        singles = [table[single] for single in _singulars(phrase) if single in table]
        token = next((single for single in singles if single.meaning in _COUNTED), None)
        plural = token is not None
    as_verb = verbs().get(phrase)
    if token is None and as_verb is None:
        if phrase.endswith("'s") and " " not in phrase:
            return Word(phrase, Token(phrase, "number", "his"))
        return None
    if as_verb is None:
        return Word(phrase, token, plural)
    return Word(phrase, token, plural, *as_verb)


def _uncontracted(words: list[str]) -> list[str]:
    """The words with "the boy's running" as "the boy is running", and "he's" as "he is"."""
    found: list[str] = []
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        form = verbs().get(following, (None, ""))[1]
        head, _, tail = word.partition("'")
        who = head in people.PRONOUNS or (form == "ing" and word not in lexicon())
        if (tail == "s" and who) or (tail == "re" and head in people.PRONOUNS):
            found += [head, "is" if tail == "s" else "are"]
        else:
            found.append(word)
    return found


def read_words(prompt: str) -> list[Word]:
    """The prompt's words and phrases in order, the longest first; unknown ones mean nothing."""
    words = _uncontracted(_WORD.findall(in_latin(prompt[:6000]).lower())[:_READ_AT_MOST])
    found: list[Word] = []
    at = 0
    while at < len(words):
        phrase = hair_phrase_at(words, at)
        if phrase is not None:
            length, meaning, said = phrase
            text = " ".join(words[at : at + length])
            found.append(Word(text, Token(text, "hair" if meaning == "hair" else "haired", said)))
            at += length
            continue
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            word = _look_up(" ".join(words[at : at + length]))
            if word is not None or length == 1:
                found.append(word or Word(words[at]))
                at += length
                break
    return found
