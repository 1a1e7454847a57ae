"""One table of every word and phrase that is understood, with what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import takewhile
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
from imagespeak_core.generators.illustrator.words.compounds import COMPOUNDS, KINDS
from imagespeak_core.generators.illustrator.words.numbers import NUMBERS, is_number
from imagespeak_core.generators.illustrator.words.styles import OPENERS, STYLES
from imagespeak_core.typed_text import in_latin

Meaning = Literal[
    "place", "time", "weather", "season", "person", "group", "crowd", "thing", "verb", "colour",
    "size", "age", "number", "vague", "relation", "feeling", "clothes", "busy", "wearing",
    "activity", "position", "pronoun", "auxiliary", "who", "while", "and", "silent", "unseen",
    "manner", "hair", "haired", "looks",
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

_LONGEST = 8
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff"
    r"\u0f00-\u109f\u1780-\u17ff"
)
"""Signs that letters of other scripts carry, and that belong to their words."""
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])+"
_PICTOGRAMS = r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+"
_WORD = re.compile(
    rf"{_LETTERS}(?:[-'’]{_LETTERS})*|\d{{1,3}}(?:,\d{{3}})+|\d+(?:-?{_LETTERS})*|[.,;:!?]"
    rf"|{_PICTOGRAMS}"
)
_QUOTED = re.compile(r"""(?<![\w'"])(["'])(?=\w)[^"\n]{1,80}?\1(?!\w)""")
"""What is to be written somewhere; it names nothing to draw."""
_REQUEST = re.compile(
    r"^\s*(?:(?:please,? )?(?:(?:can|could|would|will) you (?:please )?)?(?:"
    r"(?:draw|create|generate|show|make|do|paint|give)(?: me| us)? (?:a|an|the|one) "
    r"(?:picture|photo|image|drawing) (?:of|about|with|showing|where|in which) |"
    r"(?:draw|create|generate|show)(?: me| us)? (?=[a-z]))"
    r"|(?:please,? )?i (?:want|would like|need)(?: to (?:see|have|get))? (?=(?:a|an|the|some) )"
    r"|i (?:like|love) (?:this|the) (?:picture|photo|image)(?: because(?: (?:it|there))?)? )"
)
"""How a prompt begins that asks for a picture, before it tells of what."""
_OPINION = re.compile(
    r"(?<!\band )\b(?:i (?:think|guess|believe|suppose)(?: that)?(?! (?:about|of|to|in)\b)"
    r"|in my opinion|i (?:really )?(?:like|love)(?= (?!to\b|\w+ing\b)))\b"
)
"""What one says of oneself before one tells what is there, and wants no part in the picture."""
_READ_AT_MOST = 400
_NAME_OF_STYLE = 4
"""How many words the name of a style may have."""


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


@cache
def ing_form(base: str) -> str:
    """A verb's form in "-ing", without the small word that its object follows: "looking"."""
    head, _, last = base.rpartition(" ")
    base = head if last in {"at", "for", "of", "with"} else base
    return [form for form, kind in _verb_forms(base).items() if kind == "ing"][-1]


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
    _add_all(table, "looks", {word: word for word in unseen.MANY_COLOURED})
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
    _add_all(table, "number", {word: word for word in NUMBERS})
    _add_all(table, "vague", {word: word for word in things.VAGUE_NUMBERS})
    _add_all(table, "relation", things.RELATIONS)
    _add_all(table, "busy", dict.fromkeys(("busy", "crowded", "lively", "rush hour"), "busy"))
    _add_all(
        table, "wearing", {word: word for word in ("wearing", "wears", "dressed in", "dressed")}
    )
    _add_all(table, "position", dict.fromkeys(things.POSITIONS, ""))
    _add_all(table, "pronoun", {word: word for word in people.PRONOUNS})
    several = [words for words in people.SOME_OF_SEVERAL if " " in words]
    _add_all(table, "pronoun", {words: words for words in several})
    _add_all(table, "auxiliary", {word: word for word in actions.AUXILIARIES})
    _add_all(table, "who", {word: word for word in ("who", "that", "which")})
    _add_all(table, "while", {word: word for word in actions.CONJUNCTIONS})
    _add_all(table, "silent", {word: word for word in things.EMPTY_PHRASES})
    _add_all(table, "silent", {word: word for word in unseen.NOBODY | unseen.NOT})
    _add_all(table, "unseen", {word: word for word in STYLES | unseen.OF_A_WHOLE | unseen.LIKE})
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
    """A word or phrase as it stands in the prompt: what it can mean, as a verb and otherwise.

    `start` and `end` tell where it stands in the text of `plain_text`.
    """

    text: str
    token: Token | None = None
    plural: bool = False
    verb: Token | None = None
    form: Form = "base"
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


_COUNTED = frozenset("person thing clothes place crowd group weather time activity verb".split())


def _look_up(phrase: str) -> Word | None:
    if phrase in COMPOUNDS or not COMPOUNDS.isdisjoint(_singulars(phrase)):
        return Word(phrase, plural=phrase not in COMPOUNDS)
    kind = next((word for word in (phrase, *_singulars(phrase)) if word in KINDS), None)
    if kind is not None:
        return Word(phrase, replace(lexicon()[KINDS[kind]], text=kind), plural=phrase != kind)
    table = lexicon()
    token, plural = table.get(phrase), False
    if phrase in things.PLURALS and things.PLURALS[phrase] in table:
        token, plural = table[things.PLURALS[phrase]], True
    if token is None:
        singles = [table[single] for single in _singulars(phrase) if single in table]
        token = next((single for single in singles if single.meaning in _COUNTED), None)
        plural = token is not None
    as_verb = verbs().get(phrase)
    if token is None and is_number(phrase):
        token = Token(phrase, "number", phrase)
    if token is None and as_verb is None:
        if phrase.endswith("'s") and " " not in phrase:
            return Word(phrase, Token(phrase, "number", "his"))
        return None
    if as_verb is None:
        return Word(phrase, token, plural)
    return Word(phrase, token, plural, *as_verb)


_Spelt = tuple[str, int, int]
"""A word as it is spelt, and where it begins and ends in the text."""


def _uncontracted(words: list[_Spelt]) -> list[_Spelt]:
    """The words with "the boy's running" as "the boy is running", and "he's" as "he is"."""
    found: list[_Spelt] = []
    for at, (word, start, end) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        form = verbs().get(following, (None, ""))[1]
        head, _, tail = word.partition("'")
        who = head in people.PRONOUNS or (form == "ing" and word not in lexicon())
        if (tail == "s" and who) or (tail == "re" and head in people.PRONOUNS):
            middle = start + len(head)
            found += [(head, start, middle), ("is" if tail == "s" else "are", middle, end)]
        else:
            found.append((word, start, end))
    return found


def plain_text(prompt: str) -> str:
    """The prompt as it is read: in small letters, in the signs of an English keyboard.

    Blanks stand where it only asks for a picture ("please draw me"), or says what one thinks of it.
    """
    asked = _REQUEST.sub(_blank, in_latin(prompt).lower())
    return _OPINION.sub(_blank, asked)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _spelt(prompt: str) -> list[_Spelt]:
    return [(found[0], *found.span()) for found in _WORD.finditer(plain_text(prompt))]


def end_of_reading(prompt: str) -> int | None:
    """Where reading ends in the plain text of a prompt that is too long; None where it is not."""
    words = _spelt(prompt)
    return words[_READ_AT_MOST - 1][2] if len(words) > _READ_AT_MOST else None


def read_words(prompt: str) -> list[Word]:
    """The prompt's words and phrases in order, the longest first; unknown ones mean nothing."""
    spelt = _uncontracted(_spelt(prompt)[:_READ_AT_MOST])
    words = [word for word, _, _ in spelt]
    quoted = _quoted(plain_text(prompt), spelt)
    found: list[Word] = []
    at = 0
    while at < len(words):
        if at in quoted:
            length, (start, end) = quoted[at]
            text = " ".join(words[at : at + length])
            found.append(Word(text, Token(text, "unseen", text), start=start, end=end))
            at += length
            continue
        length, word = _longest_at(words, at)
        start, end = spelt[at][1], spelt[at + length - 1][2]
        found.append(replace(word, start=start, end=end))
        at += length
    return found


def _quoted(text: str, spelt: list[_Spelt]) -> dict[int, tuple[int, tuple[int, int]]]:
    """Index of the first word in quotation marks → how many they are, and where the marks stand.

    None where most of the prompt is in them: the wish itself is quoted then.
    """
    found = {}
    for marks in _QUOTED.finditer(text):
        inside = [
            at for at, (_, start, _) in enumerate(spelt) if marks.start() < start < marks.end()
        ]
        if inside:
            found[inside[0]] = (len(inside), marks.span())
    return found if 2 * sum(many for many, _ in found.values()) <= len(spelt) else {}


def _length_of_style(words: list[str], at: int) -> int:
    """How many words name a style from `at` on ("in the style of Van Gogh"); 0 for none."""
    opener = next((n for n in (4, 3, 2) if " ".join(words[at : at + n]) in OPENERS), 0)
    if not opener:
        return 0
    named = range(at + opener, min(len(words), at + opener + _NAME_OF_STYLE))
    return opener + len(list(takewhile(lambda index: words[index][0].isalnum(), named)))


def _longest_at(words: list[str], at: int) -> tuple[int, Word]:
    """The longest phrase that begins with a word, and how many words it has."""
    phrase = hair_phrase_at(words, at)
    if phrase is not None:
        length, meaning, said = min(phrase[0], len(words) - at), *phrase[1:]
        text = " ".join(words[at : at + length])
        return length, Word(text, Token(text, "hair" if meaning == "hair" else "haired", said))
    length = _length_of_style(words, at)
    if length:
        text = " ".join(words[at : at + length])
        return length, Word(text, Token(text, "unseen", text))
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        word = _look_up(" ".join(words[at : at + length]))
        if word is not None:
            return length, word
    return 1, Word(words[at])
