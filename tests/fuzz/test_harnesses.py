"""Each reader that is fuzzed by hand reads good bytes, and damaged ones, in the usual tests too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.for_each import for_each
from tests.fuzz.harnesses import HARNESSES
from tests.outside_input import damaged, fewer, other_json


@for_each("name", HARNESSES)
def test_good_bytes_are_read(name: str) -> None:
    seeds = HARNESSES[name].seeds()
    assert seeds
    for seed in seeds:
        assert len(seed) <= HARNESSES[name].max_len, len(seed)
        HARNESSES[name].one(seed)


@for_each("name", ["scene", "document", "lambda_event"])
def test_any_other_json_does_no_harm(name: str) -> None:
    harness = HARNESSES[name]
    seeds = list(harness.seeds())

    @fewer(2)
    @given(data=st.sampled_from(seeds).flatmap(other_json))
    def does_no_harm(data: bytes) -> None:
        harness.one(data)

    does_no_harm()


@for_each("name", sorted(HARNESSES.keys() - {"sound"}))  # which never decodes in this process
def test_any_bytes_do_no_harm(name: str) -> None:
    harness = HARNESSES[name]
    seeds = list(harness.seeds())

    @fewer(4)
    @given(data=st.binary(max_size=60) | st.sampled_from(seeds).flatmap(damaged))
    def do_no_harm(data: bytes) -> None:
        harness.one(data)

    do_no_harm()
