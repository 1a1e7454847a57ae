"""The model answer of the middle: where things are and what people do."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.description import also
from imagespeak_core.speaking.coaching import setting
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.in_order import (
    Told,
    all_there,
    looks_of_each,
    places_of,
    sides_of,
    told_in_order,
)
from imagespeak_core.speaking.coaching.referring import capital

MOST: Final = 9
FEWEST: Final = 6
_MOST_MORE = 2
"""Of one person or thing no more is told than so many sentences besides."""


def where_and_what(scene: Scene) -> list[ModelSentence]:
    """Six to nine sentences, if there is so much to tell; the overview comes first."""
    told = told_in_order(scene)
    behind = background_after(scene, told)
    room = MOST - 1 - len(behind)
    chosen = told[:room]
    about = sentences_of(chosen, room, _MOST_MORE)
    first = [setting.overview(scene, "This picture shows")]
    if 1 + len(about) + len(behind) < FEWEST and (light := setting.light(scene)):
        first = [setting.shows_place(scene, "This picture shows"), *light]
    answer = [*(ModelSentence(text) for text in first), *about]
    rest = [
        *looks_of_each(chosen, scene),
        *places_of(scene, chosen),
        *sides_of(scene, chosen),
        *setting.nobody(scene),
        *all_there(scene, told),
    ]
    missing = max(0, FEWEST - len(answer) - len(behind))
    return ended([*answer, *rest[:missing]], behind)


def background_after(scene: Scene, told: list[Told]) -> list[ModelSentence]:
    """What is seen of the place itself, after what was told of the background already."""
    again = any(one.clause.zone == "in the background" for one in told)
    return [ModelSentence(also(text) if again else text) for text in setting.behind(scene)]


def ended(answer: list[ModelSentence], behind: list[ModelSentence]) -> list[ModelSentence]:
    """An answer with the background at its end, and without a second "also" in a row."""
    there = ("There is also ", "There are also ")
    if answer and answer[-1].text.startswith(there):
        behind = [replace(one, text=one.text.replace(" also ", " ", 1)) for one in behind]
    return [*answer, *behind]


def sentences_of(chosen: list[Told], room: int, most_more: int) -> list[ModelSentence]:
    """A sentence for each, and some more where there is room.

    Args:
        chosen: What is to be told.
        room: How many sentences there may be.
        most_more: How many may follow the first one about somebody.
    """
    left = room - len(chosen)
    sentences: list[ModelSentence] = []
    zone = ""
    for one in chosen:
        clause = one.clause
        same = bool(clause.zone) and clause.zone == zone
        text = clause.again if same else clause.text
        if same and text == clause.text and text.startswith(clause.zone):
            text = f"also {text}"
        zone = clause.zone
        more = one.more[: max(0, min(left, most_more))]
        left -= len(more)
        sentences += [ModelSentence(f"{capital(text)}.", clause.named), *more]
    return sentences
