"""Three questions about a picture at a level, each of another kind; the same ones every time."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching import fact_questions as facts
from imagespeak_core.speaking.coaching import guess_questions as opinions
from imagespeak_core.speaking.coaching.coached import Question

Kind = Callable[[Scene], Iterator[Question]]

NUMBER: Final = 3
_MOST_OF_A_KIND = 3
"""Only the first few of a kind are chosen from: those about what the picture is about."""

_ASKED: Final[Mapping[Level, tuple[tuple[Kind, ...], ...]]] = {
    "A1": (
        (facts.who_is_there,),
        (facts.what_colour, facts.how_many),
        (facts.weather_or_time, facts.what_place),
    ),
    "A2": (
        (facts.what_doing, facts.who_is_there),
        (facts.where, facts.how_many),
        (facts.what_wearing, facts.what_holding, facts.weather_or_time, facts.what_colour),
    ),
    "B1": (
        (facts.what_doing, facts.what_like, facts.what_wearing, facts.what_behind),
        (opinions.why, opinions.feeling),
        (opinions.what_next,),
    ),
    "B2": (
        (opinions.compare, facts.what_like, facts.what_behind),
        (opinions.why,),
        (opinions.what_next, opinions.what_before, opinions.like_to_be),
    ),
    "C1": (
        (opinions.compare, opinions.feeling),
        (opinions.why,),
        (opinions.what_before, opinions.title, opinions.like_to_be),
    ),
}
"""For each of the three questions the kinds that it can be of."""

_ALWAYS: Final[Mapping[Level, tuple[Kind, ...]]] = {
    "A1": (facts.what_place, facts.weather_or_time, facts.where, facts.what_behind,
           opinions.like_to_be, opinions.what_next),
    "A2": (facts.what_behind, facts.what_place, facts.weather_or_time, facts.who_is_there,
           opinions.like_to_be, opinions.what_next),
    "B1": (facts.where, facts.what_place, facts.weather_or_time,
           opinions.what_next, opinions.like_to_be),
    "B2": (opinions.title, opinions.like_to_be, opinions.what_before, opinions.what_next),
    "C1": (opinions.title, opinions.like_to_be, opinions.what_next, opinions.what_before),
}  # fmt: skip
"""What is asked where the picture has nothing for these."""


def questions(scene: Scene, level: Level) -> tuple[Question, ...]:
    """Three questions of different kinds that the picture answers, or lets one guess about.

    Which of several are asked depends on the scene alone, so that all who look at a picture have
    the same ones.

    Args:
        scene: What the picture shows.
        level: How hard they are.
    """
    seed = zlib.crc32(" ".join([scene.place, *(item.id for item in scene.items)]).encode())
    asked: dict[str, Question] = {}
    for kinds in (*_ASKED[level], *((kind,) for kind in _ALWAYS[level])):
        if len(asked) == NUMBER:
            break
        turn = seed % len(kinds)
        for kind in (*kinds[turn:], *kinds[:turn]):
            found = [one for one in kind(scene) if one.text not in asked][:_MOST_OF_A_KIND]
            if found:
                one = found[seed % len(found)]
                asked[one.text] = one
                break
    return tuple(asked.values())
