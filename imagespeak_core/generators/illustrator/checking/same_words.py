"""Which words a strict onlooker takes for the same: the judge's own opinion, not the reader's.

Synonyms of things, clothes and what is held come from their records; what is here are verbs that
cannot be told apart by looking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from imagespeak_core.generators.illustrator.checking.expectations import SettingKind
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.generators.illustrator.words.actions import IRREGULAR
from imagespeak_core.generators.illustrator.words.people import CLOTHES
from imagespeak_core.generators.illustrator.words.settings import (
    SEASON_WORDS,
    TIME_WORDS,
    WEATHER_WORDS,
)
from imagespeak_core.generators.illustrator.words.things import (
    COLOURS,
    HOLDABLE,
    PLURALS,
    SYNONYMS,
)

_SEEN_ALIKE: Mapping[str, str] = {
    "stand": "wait, queue, stop, stay",
    "walk": "stroll, hike, wander, go, cross, walk_pet",
    "run": "jog, chase, race, hurry, rush, gallop",
    "sit": "relax, rest, sit_ground, wheelchair",
    "lie": "sunbathe, relax, rest",
    "sleep": "nap, doze, snooze",
    "eat": "bite, picnic, have",
    "drink": "sip",
    "read": "study, learn, look",
    "write": "draw, study, sketch",
    "cook": "prepare, fry, stir, make",
    "talk": "chat, speak, say, tell, ask, discuss, phone",
    "phone": "call, talk",
    "type": "work",
    "look": "watch, see, stare, gaze, observe, admire",
    "watch": "look, see",
    "hug": "embrace, cuddle",
    "embrace": "hug, embrace_seated",
    "embrace_seated": "hug",
    "cuddle": "hug",
    "shop": "buy",
    "sweep": "clean",
    "point": "teach, explain, show",
    "dance": "waltz",
    "waltz": "dance",
    "photo": "photograph",
    "kick": "play",
    "basketball": "play",
    "volleyball": "play",
    "cards": "play",
    "guitar": "play",
    "violin": "play",
    "ride": "cycle",
    "umbrella": "hold",
    "cradle": "hold, carry",
    "shoulder": "carry",
    "throw": "play",
    "cheer": "celebrate",
    "shout": "yell, scream",
    "jump": "hop, leap, play",
    "kneel": "build",
    "shade_eyes": "look",
}
"""Action → verbs that look the same."""

_ADVERBS = {"asleep": "sleep", "awake": "wake"}

_GRAMMAR = frozenset(
    """
    a an the of is are was it its to and or as at by for from this that there their his her not no
    only shown drawn but be being has have with on in
    """.split()
)
"""Words by which no phrase is told from another."""

SETTING_WORDS: Mapping[SettingKind, Mapping[Any, tuple[str, ...]]] = {
    "time": TIME_WORDS,
    "weather": WEATHER_WORDS,
    "season": SEASON_WORDS,
}
"""Kind of setting → what a scene can tell of it → the words for each; places have their records."""


@cache
def names_for(word: str) -> frozenset[str]:
    """The names under which a noun may stand in a scene; of words parted by "/" for any of them."""
    if "/" in word:
        return frozenset(name for one in word.split("/") for name in names_for(one))
    names = {word}
    for table in (PLURALS, SYNONYMS, HOLDABLE, CLOTHES):
        names |= {table[name] for name in tuple(names) if name in table}
    names |= {name for name in (*THINGS, *HELD) if any(_is_one(name, one) for one in names)}
    for told in (telling.NAMES, telling.HELD, telling.WORN):
        names |= {told[name] for name in tuple(names) if name in told}
        names |= {name for name, one in told.items() if one == word}
    return frozenset(names)


def _is_one(name: str, word: str) -> bool:
    """Whether a thing is what the word says: "pine tree" and "eggs" are; a "toy car" is no car."""
    if name == plural_of(word):
        return True
    kinds = {THINGS[one].kind for one in (name, word) if one in THINGS}
    return name.endswith(f" {word}") and len(kinds) == 1


@cache
def words_for(word: str) -> tuple[str, ...]:
    """The words by which a noun may be told: itself, its names, and what their records list."""
    names = names_for(word)
    others = [also for name in sorted(names) if name in THINGS for also in THINGS[name].words.also]
    held = [also for name in sorted(names) if name in HELD for also in HELD[name].also]
    return tuple(dict.fromkeys((*word.split("/"), *sorted(names), *others, *held)))


def same_colour(one: str, other: str) -> bool:
    """Whether two words for colours mean the same one."""
    return one == other or (one in COLOURS and COLOURS[one] == COLOURS.get(other))


@cache
def verbs_of(action: str) -> frozenset[str]:
    """The verbs, in their base forms, that tell what is seen of an action."""
    verbs = {action, *_SEEN_ALIKE.get(action, "").split(", ")}
    return frozenset(base for verb in verbs if verb for base in bases(verb))


@cache
def told_words(action: str) -> frozenset[str]:
    """The base forms of the words that tell an action."""
    told = telling.DOING.get(action, "")
    return frozenset(base for word in re.findall(r"[a-z]+", told) for base in bases(word))


@cache
def bases(word: str) -> frozenset[str]:
    """All that a form of a word may be the form of; words with one in common are the same."""
    word = word.casefold()
    found = {word, IRREGULAR.get(word, word), PLURALS.get(word, word), _ADVERBS.get(word, word)}
    found |= {one for one, several in telling.IRREGULAR_PLURALS.items() if several == word}
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"),
               ("ing", ""), ("ing", "e"), ("ves", "f"))  # fmt: skip
    for ending, instead in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and not word.endswith("ss"):
            found.add(stem + instead)
            if not instead and stem[-1:] == stem[-2:-1] and ending in {"ed", "ing"}:
                found.add(stem[:-1])
    return frozenset(found)


def all_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, in small letters."""
    return tuple(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", phrase.casefold()))


def keys_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that say something, all but grammar; all of them where none does."""
    words = all_words(phrase)
    return tuple(word for word in words if word not in _GRAMMAR) or words


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one."""
    return not bases(one).isdisjoint(bases(other))


def has_all(phrase: str, words: Iterable[str]) -> bool:
    """Whether each of the words is in the phrase, in whatever form."""
    there = all_words(phrase)
    return all(any(same_word(word, one) for one in there) for word in words)
