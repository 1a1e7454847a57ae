"""What places are made of: things on their shadows, goods on boards."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from imagespeak_core.generators.illustrator.scenery.planting import box_of, on_ground
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.shelves import side_by_side
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from tests.for_each import for_each

BENCH = THINGS["bench"]


def test_a_thing_stands_with_its_foot_at_its_place() -> None:
    prop = on_ground(BENCH, "<drawn/>", (200, 500), 100, noun="bench")
    assert (prop.foot_px, prop.box.bottom) == (500, 500)
    assert (prop.box.left + prop.box.right) / 2 == pytest.approx(200)
    assert prop.box.right - prop.box.left == pytest.approx(BENCH.width_m * 100)
    assert prop.box.bottom - prop.box.top == pytest.approx(BENCH.height_m * 100)
    assert prop.box == box_of(BENCH, (200, 500), 100)


def test_a_thing_stands_on_its_shadow() -> None:
    svg = on_ground(BENCH, "<drawn/>", (200, 500), 100).svg
    assert svg.index("url(#shade)") < svg.index("<drawn/>")


def test_a_stage_and_its_ruler_measure_the_same() -> None:
    stage = Stage("", horizon_px=100, eye_m=2, grounds=())
    for foot in (50, 100, 300, 700):
        assert stage.px_per_m(foot) == Ruler(100, 2).px_per_m(foot)
    assert stage.px_per_m(500) == 2 * stage.px_per_m(300) > 0


@for_each("seed", range(5))
def test_goods_stand_side_by_side_along_the_whole_board(seed: int) -> None:
    dice = random.Random(seed)
    row = list(side_by_side(dice, (-1, 1), (0.1, 0.2), (0.3, 0.4), 0.05, ("#111111", "#222222")))
    assert row[0].x == -1
    assert row[-1].x < 1 <= row[-1].x + row[-1].wide + 0.05
    assert all(a.x + a.wide + 0.05 == pytest.approx(b.x) for a, b in pairwise(row))
    assert all(0.1 <= it.wide <= 0.2 and 0.3 <= it.tall <= 0.4 for it in row)
