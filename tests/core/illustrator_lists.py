"""Whether each word of a list is one for something that the scene holds."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.base import WordList
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.things.catalog import HELD
from imagespeak_core.generators.illustrator.words import levels
from imagespeak_core.pictures.prompts import Level
from tests.core.illustrator_claims import Reader
from tests.core.illustrator_grammar import WORN_WORDS, word_for
from tests.core.illustrator_meanings import DONE_TO, who_is
from tests.core.illustrator_overviews import crowd_is_so, sees

_CALM_ACTIONS = frozenset({"stand", "lean", "hold"})
_ALONE = {"walk_pet": "walk", "climb_up": "climb", "look": "look_around", "watch": "look_around"}
"""What is done by who does such a thing to nobody and nothing that can be seen."""


def assert_words_are_so(scene: Scene, words: WordList, level: Level) -> None:
    """Each word of a list is one for something that the scene holds.

    Raises:
        AssertionError: One of them is not.
    """
    backed = {
        "nouns": _at_level(levels.NOUNS, _nouns(scene), level, as_they_are=True),
        "verbs": _at_level(levels.VERBS, _actions(scene), level),
        "adjectives": _at_level(levels.ADJECTIVES, _qualities(scene), level, as_they_are=True),
        "prepositions": _at_level(levels.PREPOSITIONS, _relations(scene), level),
    }
    for kind, so in backed.items():
        wrong = set(getattr(words, kind)) - so
        assert not wrong, (level, kind, wrong, scene)


def _at_level(
    table: Mapping[str, levels.Steps],
    concepts: set[str],
    level: Level,
    *,
    as_they_are: bool = False,
) -> set[str]:
    """The words for these at a level: the last of the steps up to it."""
    found = set()
    for concept in concepts:
        steps = [word for at, word in table.get(concept, {}).items() if at <= level]
        found |= (
            {steps[-1]} if steps else {concept} if as_they_are and concept not in table else set()
        )
    return found


def _nouns(scene: Scene) -> set[str]:
    place = PLACES[scene.place]
    nouns = {place.noun or place.name.replace("cafe", "café")}
    for item in scene.items:
        nouns |= who_is(item) | {WORN_WORDS.get(worn, worn) for worn, _ in item.wearing}
        held = HELD[item.holding].told if item.holding and item.holding in HELD else None
        nouns |= {held or item.holding} if item.holding else set()
    return nouns | {word_for(noun, behind=True) for noun in scene.backdrop}


def _actions(scene: Scene) -> set[str]:
    reader, found = Reader(scene), set()
    for item in scene.items:
        if item.kind == "thing" or not item.action:
            continue
        action = item.action
        done_to = [words for words, other in DONE_TO.items() if other == action]
        if action != "ride" and any("{target}" in words for words in done_to):
            action = _ALONE.get(action, "stand") if not reader.done_to(item) else action
        if action == "garden" and not reader.is_so_placed(item, "working in the garden"):
            action = "kneel"
        found |= {action, "hold"} if item.holding and action in _CALM_ACTIONS else {action}
        found |= {"look_around"} if item.action in {"look", "watch"} else set()
        found |= {"sit"} if reader.is_so_held(item, "sitting") else set()
        found |= {"lie"} if item.posture == "lie" else set()
    return found


def _qualities(scene: Scene) -> set[str]:
    said: set[str | None] = set()
    for item in scene.items:
        size = {"small": "short", "big": "tall"} if item.kind == "person" else {}
        said |= {item.colour, item.feeling, item.holding_colour}
        said |= {size.get(item.size or "", item.size)} if not item.given else set()
        said |= {word for _, worn in item.wearing for word in (worn or "").split()}
        said |= {"old"} if item.age == "old" else set()
    for word in ("busy", "quiet"):
        said |= {word} if crowd_is_so(scene, word) else set()
    if sees(scene, scene.time):
        said |= {"night"} if scene.time == "night" else set()
    bright = scene.weather != "clear" or scene.time in {"day", "morning"}
    if not scene.indoors and bright and sees(scene, scene.weather):
        said |= {scene.weather}
    return {word for word in said if word}


def _relations(scene: Scene) -> set[str]:
    found: set[str] = {link.relation for link in scene.links if not link.by_chance}
    return found | {item.side for item in scene.items} | {item.depth for item in scene.items}
