"""The model answer of the advanced: where and what, then guesses with their reasons."""

from __future__ import annotations

from typing import Final

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.speaking.coaching import setting
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.guess import Guess
from imagespeak_core.speaking.coaching.guesses import guesses
from imagespeak_core.speaking.coaching.in_order import (
    Told,
    all_there,
    looks_of_each,
    places_of,
    sides_of,
    told_in_order,
)
from imagespeak_core.speaking.coaching.referring import capital
from imagespeak_core.speaking.coaching.where_and_what import background_after, ended, sentences_of

MOST: Final = 10
FEWEST: Final = 7
_START = "In this picture, we can see"
_MOST_GUESSES = 3
_MOST_WORDS = 24


def with_reasons(scene: Scene) -> list[ModelSentence]:
    """Seven to ten sentences, if there is so much to tell; the guesses come last."""
    told = told_in_order(scene, at_once=True)
    behind = background_after(scene, told)
    supposed = chosen_guesses(scene)
    room = MOST - 1 - len(behind) - len(supposed)
    about = _joined(told, room)
    first = [setting.overview(scene, _START)]
    if 1 + len(about) + len(behind) + len(supposed) < FEWEST and (light := setting.light(scene)):
        first = [setting.shows_place(scene, _START), *light]
    answer = [*(ModelSentence(text) for text in first), *about]
    rest = [
        *looks_of_each(told, scene),
        *places_of(scene, told),
        *sides_of(scene, told),
        *setting.nobody(scene),
        *all_there(scene, told),
    ]
    missing = max(0, FEWEST - len(answer) - len(behind) - len(supposed))
    guessed = [one.said(turn) for turn, one in enumerate(supposed)]
    return [*ended([*answer, *rest[:missing]], behind), *guessed]


def chosen_guesses(scene: Scene) -> list[Guess]:
    """The best guesses, of different kinds as far as there are."""
    found = guesses(scene)
    kinds: dict[str, Guess] = {}
    for one in found:
        kinds.setdefault(one.about, one)
    chosen = list(kinds.values())[:_MOST_GUESSES]
    others = (one for one in found if one not in chosen)
    return [*chosen, *others][:_MOST_GUESSES]


def _joined(told: list[Told], room: int) -> list[ModelSentence]:
    """The clauses as sentences, the first two deeds in one with "while" if it is not too long."""
    if len(told) > 1:
        one, other = told[0].clause, told[1].clause
        text = f"{one.text}, while {other.words} {other.zone}".strip()
        deeds = not any(words.startswith("there ") for words in (one.words, other.words))
        deeds = deeds and {item.action for item in one.items}.isdisjoint(
            item.action for item in other.items
        )
        if deeds and len(text.split()) <= _MOST_WORDS and one.zone != other.zone:
            first = ModelSentence(f"{capital(text)}.", (*one.named, *other.named))
            return [first, *sentences_of(told[2:room], room - 1, 1)]
    return sentences_of(told[:room], room, 2)
