"""Nothing of a prompt is passed over in silence, and all that is said of its picture is so."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator.checking.lines import (
    Line,
    read_lines,
)
from imagespeak_core.generators.illustrator.checking.parts import PartKind
from imagespeak_core.generators.illustrator.checking.report import report
from imagespeak_core.generators.illustrator.checking.verdicts import judge
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.scene import Scene
from tests.core.illustrator_told import assert_named_is_shown, assert_told_truly
from tests.core.illustrator_wishes import wish
from tests.for_each import for_each

_SIDE_PX = 512
LINES = read_lines(Path(__file__).with_name("illustrator_seen_prompts.txt").read_text("utf-8"))
_NOTHING = Scene("park", "day", "clear", "summer", indoors=False)


EVERY_LINE = for_each("line", LINES, ids=lambda line: str(line.number))


@cache
def _scene(prompt: str) -> Scene:
    return compose(prompt, seed=1, width_px=_SIDE_PX, height_px=_SIDE_PX).scene


def _assert_not_silent(line: Line) -> None:
    judgement = judge(line, _scene(line.prompt))
    assert judgement.verdict != "silent", report(judgement)
    assert not judgement.told_wrongly, report(judgement)


@EVERY_LINE
def test_each_part_of_a_prompt_is_shown_or_said_and_nothing_told_wrongly(line: Line) -> None:
    _assert_not_silent(line)


@EVERY_LINE
def test_all_that_is_said_of_a_picture_is_so(line: Line) -> None:
    assert_told_truly(_scene(line.prompt))
    assert_named_is_shown(_scene(line.prompt))


def test_there_are_prompts_of_every_kind() -> None:
    kinds = Counter(part.kind for line in LINES for part in judge(line, _NOTHING).parts)
    assert len(LINES) >= 450
    assert min(kinds[kind] for kind in get_args(PartKind)) >= 5, kinds


@settings(max_examples=80, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_any_facts_put_together_are_shown_or_said(seed: int) -> None:
    (line,) = read_lines(wish(seed))
    _assert_not_silent(line)
    assert_told_truly(_scene(line.prompt))
