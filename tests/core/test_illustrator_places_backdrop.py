"""What a place shows behind its people: named as far as it can be seen, and not otherwise."""

from __future__ import annotations

from functools import cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.scenery.stage import Box, Feature, Prop, Stage
from imagespeak_core.generators.illustrator.seeing.backdrop import backdrop_of
from tests.for_each import for_each

SIZE = (200, 100)
SHOWN = [
    ("a classroom", "blackboard"),
    ("a railway station", "train"),
    ("a railway station", "clock"),
    ("a river", "bridge"),
    ("a workshop", "tool"),
    ("a harbour", "lighthouse"),
    ("a museum", "painting"),
    ("a living room", "window"),
    ("a farm", "barn"),
    ("a playground", "swing"),
    ("a library", "bookcase"),
]


@cache
def _composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=512, height_px=512)


def _stage(*features: Feature, props: tuple[Prop, ...] = ()) -> Stage:
    return Stage("", 0.0, 1.0, (), props, features=features)


@for_each("prompt, noun", SHOWN)
def test_a_place_names_what_tells_it(prompt: str, noun: str) -> None:
    found = [noun in _composed(prompt, seed).scene.backdrop for seed in range(4)]
    assert sum(found) >= 2


def test_what_is_brought_is_an_item_and_not_the_backdrop() -> None:
    scene = _composed("a man on a bridge over a river").scene
    assert "bridge" in {item.noun for item in scene.items}
    assert "bridge" not in scene.backdrop


def test_what_stands_in_front_hides_it() -> None:
    feature = Feature("clock", Box(50, 10, 70, 30))
    cloth = Prop("", 60, Box(40, 0, 80, 60))
    assert backdrop_of(_stage(feature), Layout(), SIZE, frozenset()) == ("clock",)
    assert not backdrop_of(_stage(feature), Layout(props=(cloth,)), SIZE, frozenset())
    aside = Prop("", 60, Box(100, 0, 140, 60))
    assert backdrop_of(_stage(feature), Layout(props=(aside,)), SIZE, frozenset()) == ("clock",)


def test_what_is_cut_off_or_told_already_is_left_out() -> None:
    cut = Feature("train", Box(150, 10, 350, 60))
    inside = Feature("window", Box(10, 10, 40, 40))
    assert backdrop_of(_stage(cut, inside), Layout(), SIZE, frozenset()) == ("window",)
    assert not backdrop_of(_stage(inside), Layout(), SIZE, frozenset({"window"}))


def test_scenery_that_the_layout_took_away_is_not_named() -> None:
    tree = Prop("", 60, Box(40, 0, 80, 60), shows="tree")
    assert not backdrop_of(_stage(props=(tree,)), Layout(), SIZE, frozenset())
    assert backdrop_of(_stage(), Layout(props=(tree,)), SIZE, frozenset()) == ("tree",)


def test_the_backdrop_is_kept_in_the_picture() -> None:
    scene = _composed("a railway station").scene
    assert scene.backdrop
    assert scene_from_json(scene_to_json(scene)).backdrop == scene.backdrop
