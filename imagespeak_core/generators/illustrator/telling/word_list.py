"""The words that a learner needs for a picture, at the learner's level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from imagespeak_core.generators.base import WordList
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.description import is_busy
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.items import nearness
from imagespeak_core.generators.illustrator.telling.light import seen_time, seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    noun_of,
    size_of,
    told_colour,
)
from imagespeak_core.generators.illustrator.words import backdrops, levels, telling
from imagespeak_core.pictures.prompts import LEVELS, Level


def word_list(scene: Scene, level: Level) -> WordList:
    """The words for a scene at a level; a lower one has fewer, shorter and simpler words."""
    nouns, verbs, adjectives, prepositions = levels.MOST[level]
    items = sorted(scene.items, key=_order)
    return WordList(
        nouns=_chosen(_nouns(scene, items), levels.NOUNS, level, nouns, as_they_are=True),
        verbs=_chosen(_actions(scene, items), levels.VERBS, level, verbs),
        adjectives=_chosen(
            _qualities(scene, items), levels.ADJECTIVES, level, adjectives, as_they_are=True
        ),
        prepositions=_chosen(_relations(scene), levels.PREPOSITIONS, level, prepositions),
    )


def _actions(scene: Scene, items: Iterable[Shown]) -> Iterable[str]:
    """What people and animals do, and then how their bodies are meanwhile."""
    doing = Doing(scene, Mentions())
    living = [item for item in items if item.kind == "person" or doing.is_told(item)]
    for item in living:
        action = doing.action(item)
        yield "hold" if action in {"stand", "lean"} and item.holding else action
    for item in living:
        if item.posture == "lie":
            yield "lie"
        if item.posture in {"sit", "floor", "wheelchair"}:
            yield "sit"


def _order(item: Shown) -> tuple[bool, int, int, int]:
    """As the prompt names them, and the others after them; then from near to far."""
    return item.asked is None, item.asked or 0, *nearness(item)


def _nouns(scene: Scene, items: Iterable[Shown]) -> Iterable[str]:
    yield telling.PLACE_NOUNS.get(scene.place, scene.place)
    later = []
    for item in items:
        yield noun_of(item)
        if item.holding and item.holding not in telling.UNTOLD:
            later.append(telling.HELD.get(item.holding, item.holding))
        later += [telling.WORN.get(worn, worn) for worn, _ in item.wearing if worn != "uniform"]
    yield from later
    names = (backdrops.NAMES.get(noun, noun) for noun in scene.backdrop)
    yield from (noun for noun in names if noun not in backdrops.UNTOLD)


def _qualities(scene: Scene, items: Iterable[Shown]) -> Iterable[str]:
    yield seen_weather(scene) or ("night" if seen_time(scene) == "night" else "")
    if is_busy(scene):
        yield "busy"
    for item in items:
        told = (told_colour(item), size_of(item), item.feeling, item.holding_colour)
        yield from (word for word in told if word and word != "calm")
        yield from (word for _, said in item.wearing if said for word in said.split())
        if item.age == "old":
            yield "old"
    if not scene.items:
        yield "quiet"


def _relations(scene: Scene) -> Iterable[str]:
    yield from (link.relation for link in scene.links if not link.by_chance)
    yield from (item.side for item in scene.items if item.side != "middle")
    yield from (item.depth for item in scene.items if item.depth != "middle")


def _chosen(
    concepts: Iterable[str],
    table: Mapping[str, levels.Steps],
    level: Level,
    most: int,
    *,
    as_they_are: bool = False,
) -> tuple[str, ...]:
    """Their words at the level, without repeats; concepts without a word yet are left out."""
    words: dict[str, None] = {}
    for concept in concepts:
        word = (
            at_level(table[concept], level) if concept in table else concept if as_they_are else ""
        )
        if word:
            words.setdefault(word)
    return tuple(words)[:most]


def at_level(steps: levels.Steps, level: Level) -> str:
    """The word of these steps at a level; empty where there is none yet."""
    word = ""
    for step in LEVELS[: LEVELS.index(level) + 1]:
        word = steps.get(step, word)
    return word
