"""Whatever somebody wants to compare is written out as it was meant, or refused in words."""

from __future__ import annotations

import re
import tracemalloc
from math import prod

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.expansion import expand
from imagespeak_core.lab.plan import (
    MAX_CELLS,
    Plan,
    PromptAxis,
    ReplaceAxis,
    SeedAxis,
    StyleAxis,
    read_plan,
    settled,
)
from imagespeak_core.lab.variations import variations
from imagespeak_core.models import MAX_PROMPT_LENGTH
from tests.core.lab_rig import TwoModels, plan_of
from tests.outside_input import ANY_TEXT, damaged, other_json

LONGEST_MESSAGE = 300
WORDS = st.text("abc é🐈", max_size=5)


def _some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(values, min_size=1, max_size=3).map(tuple)


AXES = (
    st.builds(PromptAxis, values=_some(st.text("a{b|c}", min_size=1)))
    | st.builds(ReplaceAxis, search=st.sampled_from("abc"), values=_some(WORDS))
    | st.builds(StyleAxis, values=_some(WORDS))
)
PLANS = st.builds(
    Plan,
    prompt=st.text("a{b|c}\\ é", min_size=1, max_size=12).filter(str.strip),
    seed=st.integers(1, 4_294_967_294),
    new_seeds=st.booleans(),
    axes=st.lists(AXES, unique_by=lambda axis: axis.kind, max_size=2).map(tuple),
)
A_PLAN = plan_of(SeedAxis(values=(1, 2)), StyleAxis(values=("", "oil"))).to_json()


def escaped(text: str) -> str:
    return re.sub(r"[{}|\\]", lambda sign: "\\" + sign[0], text)


@given(text=ANY_TEXT)
def test_a_text_without_groups_stands_for_itself(text: str) -> None:
    plain = "".join(char for char in text if char not in "\uff5b\uff5c\uff5d")
    [only] = variations(escaped(plain))
    assert (only.prompt, only.chosen) == (plain, ())


@given(groups=st.lists(st.lists(WORDS, min_size=2, max_size=4), max_size=3), between=WORDS)
def test_groups_stand_for_all_their_words(groups: list[list[str]], between: str) -> None:
    text = between.join("{" + "|".join(words) + "}" for words in groups)
    count = prod(map(len, groups))
    if count > MAX_CELLS:
        with pytest.raises(InvalidRequestError):
            variations(text)
        return
    found = variations(text)
    assert len(found) == count
    assert found[0].prompt == between.join(words[0] for words in groups)
    assert found[-1].chosen == tuple(words[-1] for words in groups)
    assert all(one.prompt == between.join(one.chosen) for one in found)


@given(text=st.text("a{|}\\") | ANY_TEXT)
@example("{|}" * 3_333)
@example("{||}" * 2_500)
@example("{" + "|" * 9_998 + "}")
@example("\\" * 10_000)
def test_any_text_is_a_few_prompts_or_refused_in_few_words(text: str) -> None:
    said = ""
    try:
        assert 1 <= len(variations(text)) <= MAX_CELLS
    except InvalidRequestError as error:
        said = str(error)
    assert len(said) <= LONGEST_MESSAGE


@given(content=st.binary(max_size=60) | damaged(A_PLAN) | other_json(A_PLAN))
@example(b"[" * 100_000)
@example(b'{"version":1,"prompt":"' + b"9" * 100_000)
def test_any_bytes_are_a_plan_or_refused_in_few_words(content: bytes) -> None:
    said = ""
    try:
        plan = read_plan(content)
    except InvalidRequestError as error:
        said = str(error)
    else:
        assert read_plan(plan.to_json()) == plan
        assert settled(plan, lambda: 7).seed
    assert len(said) <= LONGEST_MESSAGE


@given(plan=PLANS)
def test_a_plan_is_written_out_as_a_grid_or_refused(plan: Plan) -> None:
    generator = TwoModels()
    try:
        found = expand(plan, generator)
    except InvalidRequestError:
        return
    assert len(found.cells) == prod(len(axis.values) for axis in found.axes) <= MAX_CELLS
    assert len({cell.place for cell in found.cells}) == len(found.cells)
    assert expand(plan, generator) == found
    for cell in found.cells:
        assert 1 <= len(cell.request.prompt) <= MAX_PROMPT_LENGTH
        assert cell.request.seed


def test_what_is_replaced_never_takes_much_memory() -> None:
    long = "a" * MAX_PROMPT_LENGTH
    plan = plan_of(ReplaceAxis(search="a", values=("猫" * MAX_PROMPT_LENGTH,)), prompt=long)
    tracemalloc.start()
    try:
        with pytest.raises(InvalidRequestError, match="10,000"):
            expand(plan, TwoModels())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000
