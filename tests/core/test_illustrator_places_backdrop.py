"""What a place shows behind its people: named as far as it can be seen, and not otherwise."""

from __future__ import annotations

import random
import re
from functools import cache

from PIL import ImageChops

from imagespeak_core.generators.illustrator.drawing.svg import group, rect
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.furniture import boxes_of
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.painting import painted
from imagespeak_core.generators.illustrator.places.place import Background
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import indoor_mood
from imagespeak_core.generators.illustrator.scenery.stage import Box, Feature, Prop, Stage
from imagespeak_core.generators.illustrator.seeing.backdrop import backdrop_of
from imagespeak_core.generators.illustrator.seeing.sight import view_of
from tests.core.illustrator_bank import painted as small
from tests.for_each import for_each

_SKY = re.compile(r'<g class="(sun|moon|stars|cloud|rainbow)"')
SIZE = (200, 100)


@cache
def _composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=512, height_px=512)


FRAME = Frame(*SIZE, indoor_mood("day"), "day", "clear", "summer", random.Random(1))


def _stage(*features: Feature, props: tuple[Prop, ...] = ()) -> Stage:
    return Stage("", 0.0, 1.0, (), props, features=features, indoors=True)


@for_each("colour", ["black", "purple", "white"])
def test_the_train_of_a_station_has_the_colour_that_is_asked_for(colour: str) -> None:
    scene = _composed(f"a {colour} train").scene
    assert [item.colour for item in scene.items if item.noun == "train"] == [colour]
    assert scene.not_drawn == ()


def test_what_is_brought_is_an_item_and_not_the_backdrop() -> None:
    scene = _composed("a man on a bridge over a river").scene
    assert "bridge" in {item.noun for item in scene.items}
    assert "bridge" not in scene.backdrop


@for_each(
    "prompt", ["a dog in front of a shop", "a dog in front of a store", "a street with stores"]
)
def test_a_shop_in_the_row_of_houses_is_seen(prompt: str) -> None:
    scene = _composed(prompt).scene
    assert "shop" in scene.backdrop
    assert scene.not_drawn == ()


@for_each(
    "prompt, said",
    [
        ("A street without shops", "without shops: a shop is shown"),
        ("a street with no stores", "no stores: three shops are shown"),
        ("a lake without mountains", "without mountains: a mountain is shown"),
        ("a night without stars", "without stars: some stars are shown"),
        ("a desert without mountains", ""),
        ("a garden without a pool", ""),
    ],
)
def test_what_of_the_place_was_not_to_be_there_is_said(prompt: str, said: str) -> None:
    assert _composed(prompt).scene.not_drawn == ((said,) if said else ())


@for_each(
    "prompt, noun, there",
    [
        ("a farm", "sun", True),
        ("a farm at night", "sun", False),
        ("a farm at night", "moon", True),
        ("a lake at night", "stars", True),
        ("a lake on a foggy night", "stars", False),
        ("a cloudy day on a beach", "cloud", True),
        ("a rainbow over a field", "rainbow", True),
        ("a field", "rainbow", False),
    ],
)
def test_the_sky_is_named_as_it_is_seen(prompt: str, noun: str, there: bool) -> None:
    composition = _composed(prompt)
    assert (noun in composition.scene.backdrop) == there
    seen = [one for one in _SKY.finditer(composition.svg) if one[1] == noun]
    if there:
        without = re.sub(rf'<g class="{noun}"', r'<g display="none"', composition.svg)
        apart = ImageChops.difference(small(composition.svg, 256), small(without, 256))
        assert sum(apart.convert("L").histogram()[16:]) > 12
    else:
        assert not seen


def _backdrop(stage: Stage, *props: Prop, told: frozenset[str] = frozenset()) -> tuple[str, ...]:
    layout = Layout(props=props)
    painting = painted(FRAME, stage, layout)
    return backdrop_of(stage, layout, view_of(painting, boxes_of(layout), SIZE), told)


def _prop(foot: float, box: Box, shows: str = "") -> Prop:
    wide, tall = box.right - box.left, box.bottom - box.top
    return Prop(rect(box.left, box.top, wide, tall, "#884422"), foot, box, shows=shows)


def test_what_stands_in_front_hides_it() -> None:
    stage = _stage(Feature("clock", Box(50, 10, 70, 30)))
    cloth, aside = _prop(60, Box(40, 0, 80, 60)), _prop(60, Box(100, 0, 140, 60))
    assert _backdrop(stage) == ("clock",)
    assert not _backdrop(stage, cloth)
    assert _backdrop(stage, aside) == ("clock",)


def test_what_is_cut_off_or_told_already_is_left_out() -> None:
    cut = Feature("train", Box(150, 10, 350, 60))
    inside = Feature("window", Box(10, 10, 40, 40))
    assert _backdrop(_stage(cut, inside)) == ("window",)
    assert not _backdrop(_stage(inside), told=frozenset({"window"}))


def test_scenery_is_named_where_the_layout_left_it_and_nothing_hides_it() -> None:
    tree = _prop(60, Box(40, 0, 80, 60), "tree")
    assert not _backdrop(_stage(props=(tree,)))
    assert _backdrop(_stage(), tree) == ("tree",)
    assert _backdrop(_stage(), tree, _prop(70, Box(60, 0, 90, 60))) == ("tree",)
    assert not _backdrop(_stage(), tree, _prop(70, Box(42, 0, 90, 60)))


@for_each("cloth, seen", [(Box(150, 0, 190, 60), True), (Box(0, 0, 170, 100), False)])
def test_the_painted_back_is_named_where_enough_of_it_is_seen(cloth: Box, seen: bool) -> None:
    sea = group(rect(0, 50, 200, 50, "#3366aa"), id="sea-water")
    stage = Stage(sea, 0.0, 1.0, (), (), indoors=True)
    layout = Layout(props=(_prop(100, cloth, "cloth"),))
    view = view_of(painted(FRAME, stage, layout), boxes_of(layout), SIZE)
    back = Background(sentence="The sea is behind.", shown_by="sea-water", noun="sea")
    found = backdrop_of(stage, layout, view, frozenset(), back)
    assert ("sea" in found) == seen


def test_the_backdrop_is_kept_in_the_picture() -> None:
    scene = _composed("a railway station").scene
    assert scene.backdrop
    assert scene_from_json(scene_to_json(scene)).backdrop == scene.backdrop
