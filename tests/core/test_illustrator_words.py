"""Word lists by level, and the scene as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from imagespeak_core.generators.illustrator.words import actions, levels, telling
from imagespeak_core.pictures.prompts import LEVELS, Level
from tests.for_each import for_each

SCENE = Scene(
    "park", "day", "fog", "autumn", False,
    (
        Shown("w", "person", "woman", "left", "foreground", action="talk", age="old",
              gender="woman", wearing=(("coat", "red"),), holding="umbrella",
              box=(0.1, 0.25, 0.125, 0.5)),
        Shown("m", "person", "man", "right", "background", action="embrace", age="adult",
              gender="man", feeling="tired"),
        Shown("b", "thing", "sailing boat", "middle", "middle", size="small"),
    ),
    (ShownLink("w", "next to", "b"),),
    not_drawn=("quokka",),
)  # fmt: skip


def test_a_list_names_what_is_shown_in_the_words_of_its_level() -> None:
    low, high = word_list(SCENE, "A1"), word_list(SCENE, "C1")
    assert low.nouns == ("park", "woman", "boat", "man", "umbrella", "coat")
    assert high.nouns == ("park", "old woman", "sailing boat", "man", "umbrella", "coat")
    assert (low.verbs, high.verbs) == (("talk",), ("converse", "embrace"))
    assert low.adjectives == ("red", "old", "small")
    assert high.adjectives == ("misty", "red", "elderly", "tiny")
    assert low.prepositions[0] == "next to"
    assert high.prepositions[0] == "alongside"


@for_each("level", LEVELS)
def test_lists_have_no_repeats_and_are_not_too_long(level: Level) -> None:
    words = word_list(SCENE, level)
    kinds = (words.nouns, words.verbs, words.adjectives, words.prepositions)
    for kind, most in zip(kinds, levels.MOST[level], strict=True):
        assert len(set(kind)) == len(kind) <= most
    assert sum(levels.MOST[level]) <= 20


def test_a_list_has_what_animals_do_and_how_people_are() -> None:
    dog = Shown("d", "animal", "dog", "left", "middle", action="bark")
    girl = Shown("g", "person", "girl", "left", "middle", action="read", age="child",
                 gender="woman", posture="sit")  # fmt: skip
    kneels = Shown("k", "person", "man", "right", "middle", action="garden", age="adult",
                   gender="man")  # fmt: skip
    scene = replace(SCENE, items=(dog, girl, kneels), place="street", backdrop=("window", "bin"))
    words = word_list(scene, "B1")
    assert words.verbs == ("bark", "read", "kneel", "sit")
    assert words.nouns == ("street", "dog", "girl", "man", "window")
    assert word_list(replace(scene, place="garden"), "B1").verbs[2] == "garden"


def test_verbs_are_in_their_base_form() -> None:
    words = {word for steps in levels.VERBS.values() for word in steps.values()}
    assert not [word for word in words if word.endswith("ing") and word not in {"sing"}]
    assert set(levels.VERBS) >= {"drive", *telling.OF_ANIMALS}


def test_every_drawn_action_can_be_told() -> None:
    assert set(ACTIONS) | telling.OF_ANIMALS <= set(telling.DOING)
    assert set(ACTIONS) <= set(levels.VERBS)


def test_every_action_of_the_vocabulary_can_be_drawn() -> None:
    meant = set(actions.VERBS.values()) | {action for action, _ in actions.PHRASES.values()}
    for objects in actions.DOING.values():
        meant |= {action for action, _ in objects.values()}
    assert meant - {""} <= set(ACTIONS)


def test_a_scene_comes_back_from_json_with_what_was_not_drawn() -> None:
    text = scene_to_json(SCENE)
    assert json.loads(text)["version"] == 2
    assert json.loads(text)["not_drawn"] == ["quokka"]
    assert "\n" not in text
    assert scene_from_json(text) == SCENE


def test_a_scene_that_tells_no_boxes_is_read_without_them() -> None:
    fields = json.loads(scene_to_json(SCENE))
    assert fields["items"][0].pop("box") == [0.1, 0.25, 0.125, 0.5]
    assert {item.box for item in scene_from_json(json.dumps(fields)).items} == {None}


def test_a_scene_of_version_1_is_read_and_says_nothing_of_what_was_not_drawn() -> None:
    fields = json.loads(scene_to_json(SCENE))
    del fields["not_drawn"]
    assert scene_from_json(json.dumps(fields | {"version": 1})) == replace(SCENE, not_drawn=())


def test_a_scene_of_version_1_is_told_as_it_always_was() -> None:
    """What was given to somebody was known by its id alone."""
    for prompt in ("A man is typing in an office", "people eating in a restaurant",
                   "a child watches television", "a girl sits in a city", "a bedroom"):  # fmt: skip
        scene = compose(prompt, seed=2, width_px=512, height_px=512).scene
        fields = json.loads(scene_to_json(scene)) | {"version": 1}
        given = [item.pop("given", None) for item in fields["items"]]
        assert any(given), prompt
        old = scene_from_json(json.dumps(fields))
        assert full_description(old) == full_description(scene)
        told = [item.given for item in scene.items if item.given and item.given.use != "table"]
        assert [item.given for item in old.items if item.given] == told


def test_what_the_prompt_calls_by_another_noun_is_known_by_both() -> None:
    scene = compose("a kid on a couch", seed=1, width_px=512, height_px=512).scene
    assert {("kid", None), ("sofa", "couch")} <= {(item.noun, item.said) for item in scene.items}


def test_drawn_scenes_come_back_from_json() -> None:
    scene = compose("a cat under a table in a café", seed=1, width_px=512, height_px=512).scene
    assert scene_from_json(scene_to_json(scene)) == scene


@for_each(
    "text",
    ["", "[]", "{}", '{"version":3}', '{"version":1}', '{"version":1,"place":3}',
     scene_to_json(SCENE).replace('"day"', '"noon"')],
)  # fmt: skip
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="scene"):
        scene_from_json(text)
