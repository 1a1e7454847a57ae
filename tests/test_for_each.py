"""A test of many cases: all are tried, each that fails is named, and none is left out unseen."""

from __future__ import annotations

import inspect
import re

import pytest

from tests.for_each import for_each


def test_all_are_tried_and_those_that_fail_are_named() -> None:
    tried: list[int] = []

    @for_each("number", range(4))
    def check(number: int) -> None:
        tried.append(number)
        assert number % 2 == 0, "odd"

    with pytest.raises(AssertionError) as caught:
        check()
    assert tried == [0, 1, 2, 3]
    assert re.findall("^(.*): odd$", str(caught.value), re.M) == ["1", "3"]


def test_whatever_goes_wrong_the_others_are_tried() -> None:
    @for_each("name, length", [("one", 3), ("two", 0), ("three", 6)], ids=lambda name, _: str(name))
    def check(name: str, length: int) -> None:
        assert 3 / length == 3 / len(name)

    with pytest.raises(AssertionError) as caught:
        check()
    assert re.findall("^(.*): (Zero|assert)", str(caught.value), re.M) == [
        ("two", "Zero"),
        ("three", "assert"),
    ]


def test_it_stands_above_another_and_leaves_the_rest_to_pytest() -> None:
    seen: list[tuple[str, int, str]] = []

    @for_each("letter", "ab")
    @for_each("number", [1, 2])
    def check(letter: str, number: int, more: str) -> None:
        seen.append((letter, number, more))
        assert (letter, number) != ("b", 2)

    assert list(inspect.signature(check).parameters) == ["more"]
    with pytest.raises(AssertionError, match=r"1 of 2:\nb: 1 of 2:\n  2: assert"):
        check(more="x")
    assert seen == [("a", 1, "x"), ("a", 2, "x"), ("b", 1, "x"), ("b", 2, "x")]


def test_no_culprit_is_cut_off_however_long_the_reasons_are() -> None:
    @for_each("letter", "ab")
    @for_each("number", range(9))
    def check(letter: str, number: int) -> None:
        raise AssertionError("\n".join(letter * 50))

    with pytest.raises(AssertionError) as caught:
        check()
    assert re.findall(r"^ *(\d): [ab]$", str(caught.value), re.M) == list("012345678") * 2
    assert len(str(caught.value).splitlines()) < 300


def test_nothing_to_try_and_what_is_not_taken_are_refused() -> None:
    def check(number: int) -> None:
        assert number

    with pytest.raises(AssertionError, match="nothing to try"):
        for_each("number", [])(check)
    with pytest.raises(AssertionError, match="not taken"):
        for_each("letter", "ab")(check)
