"""Scenes that somebody else wrote, or a later version: read as far as the contract goes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.comparing import hold_against
from tests.for_each import for_each

DOG = {"id": "dog-0", "kind": "animal", "noun": "dog", "side": "left", "depth": "foreground"}
MAN = {"id": "man-0", "kind": "person", "noun": "man", "side": "right", "depth": "middle"}


def scene(*items: dict[str, Any], place: str = "park") -> Scene:
    """With the fields that the contract names, and no others."""
    fields = {"place": place, "time": "day", "weather": "clear", "season": "summer"}
    more = {"links": [], "backdrop": ["grass"], "not_drawn": []}
    return scene_from_json(json.dumps({"version": 2, **fields, "items": items, **more}))


def not_so(words: str, shown: Scene) -> list[str]:
    return [one.words for one in hold_against(words, shown).not_so]


def test_whether_it_is_a_room_is_known_of_the_place() -> None:
    assert not scene(DOG).indoors
    assert scene(DOG, place="kitchen").indoors
    assert not_so("There are three dogs.", scene(DOG)) == ["three dogs"]


def test_a_place_that_is_not_known_here_is_no_scene_for_us() -> None:
    fields = json.loads(scene_to_json(scene(DOG)))
    assert scene_from_json(json.dumps(fields)) == scene(DOG)
    with pytest.raises(ValueError, match="place"):
        scene_from_json(json.dumps({**fields, "place": "moon base"}))


@for_each("item", [DOG, MAN])
def test_an_action_that_is_not_known_here_makes_nothing_wrong(item: dict[str, Any]) -> None:
    shown = scene({**item, "action": "juggling"})
    noun = item["noun"]
    for verb in ("sleeping", "running", "cooking", "standing"):
        assert not_so(f"The {noun} is {verb}.", shown) == []
    assert "juggling" in [one.words for one in hold_against(f"The {noun} is juggling.", shown).said]
    assert hold_against("", shown).not_found[0].sentence


def test_beside_a_thing_that_is_not_known_here_nothing_is_missing() -> None:
    assert not_so("There is a rocket.", scene(DOG)) == ["rocket"]
    assert not_so("There is a rocket.", scene(DOG, {**DOG, "id": "x", "noun": "starship"})) == []


def test_all_that_the_illustrator_draws_is_known() -> None:
    poses = {pose.action for thing in THINGS.values() for pose in thing.poses}
    assert poses <= set(telling.DOING)
    assert set(ACTIONS) <= set(telling.DOING)


def test_snow_lies_on_mountains_in_any_weather() -> None:
    mountains = scene(DOG, place="mountains")
    assert not_so("There is snow. The mountains are snowy.", mountains) == []
    assert not_so("It is snowing in the mountains.", mountains) == ["snowing"]
    assert not_so("It is a snowy day in the park.", scene(DOG)) == ["snowy"]


@for_each("part", [{"noun": " "}, {"holding": ""}, {"wearing": [["", None]]}, {"colour": "\u00a0"}])
def test_a_part_without_a_word_is_no_scene_for_us(part: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="without a word"):
        scene(MAN | part)


def test_a_backdrop_without_a_word_is_no_scene_for_us() -> None:
    fields = json.loads(scene_to_json(scene(DOG))) | {"backdrop": ["grass", ""]}
    with pytest.raises(ValueError, match="without a word"):
        scene_from_json(json.dumps(fields))
