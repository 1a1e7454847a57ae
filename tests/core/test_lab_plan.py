"""Plans as JSON, and prompts with variations."""

from __future__ import annotations

import json

import pytest

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.plan import (
    MAX_CELLS,
    ModelAxis,
    NegativeAxis,
    Plan,
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    ReplaceAxis,
    SeedAxis,
    Shape,
    ShapeAxis,
    StyleAxis,
    read_plan,
    settled,
)
from imagespeak_core.lab.variations import variations

EVERY_AXIS = (
    PromptAxis(values=("A dog", "A {red|green} cat")),
    ReplaceAxis(search="dog", values=("dog", "")),
    QualityAxis(values=("standard", "premium")),
    ModelAxis(values=("a.model",)),
    ShapeAxis(values=(Shape(width_px=1024, height_px=576),)),
    SeedAxis(values=(1, 4_294_967_294)),
    NegativeAxis(values=("", "people")),
    StyleAxis(values=("watercolour",)),
    RepeatAxis(times=5),
)


@pytest.mark.parametrize("axis", EVERY_AXIS, ids=lambda axis: axis.kind)
def test_json_and_back(axis: PromptAxis) -> None:
    plan = Plan(title="Über 🏔", prompt="A dog", axes=(axis,), seed=9)

    assert read_plan(plan.to_json()) == plan


def test_the_json_names_its_version() -> None:
    assert json.loads(Plan(prompt="A dog").to_json())["version"] == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "JSON"),
        ("[]", "object"),
        ('{"prompt": ""}', "prompt is empty"),
        ('{"prompt": "x", "version": 2}', "version"),
        ('{"prompt": "x", "sizes": 3}', "sizes"),
        ('{"prompt": "x", "width_px": "512"}', "width_px"),
        ('{"prompt": "x", "axes": [{"kind": "cfg", "values": [1]}]}', "axes"),
        ('{"prompt": "x", "axes": [{"kind": "seed", "values": []}]}', "axes"),
        ('{"prompt": "x", "axes": [{"kind": "repeat", "times": 6}]}', "times"),
        (
            '{"prompt": "x", "axes": [{"kind": "seed", "values": [1]}, '
            '{"kind": "seed", "values": [2]}]}',
            "same kind",
        ),
        (
            '{"prompt": "x", "axes": [{"kind": "quality", "values": ["premium"]}, '
            '{"kind": "model", "values": ["m"]}]}',
            "Compare one",
        ),
        (
            '{"prompt": "x", "new_seeds": true, "axes": [{"kind": "seed", "values": [1]}]}',
            "not both",
        ),
    ],
)
def test_what_is_no_plan_is_told(content: str, words: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        read_plan(content)

    assert words in str(caught.value)


def test_four_axes_are_too_many() -> None:
    with pytest.raises(InvalidRequestError):
        read_plan(
            json.dumps(
                {
                    "prompt": "x",
                    "axes": [
                        {"kind": "repeat", "times": 1},
                        {"kind": "seed", "values": [1]},
                        {"kind": "style", "values": ["x"]},
                        {"kind": "negative", "values": ["x"]},
                    ],
                }
            )
        )


def test_a_seed_left_open_is_drawn_once_and_a_given_one_stays() -> None:
    assert settled(Plan(prompt="x"), lambda: 77).seed == 77
    assert settled(Plan(prompt="x", seed=3), lambda: 77).seed == 3


@pytest.mark.parametrize(
    ("text", "prompts"),
    [
        ("A dog", ["A dog"]),
        ("A {red|green} car", ["A red car", "A green car"]),
        ("{a|b} {c|d}", ["a c", "a d", "b c", "b d"]),
        ("A {|red }car", ["A car", "A red car"]),
        ("A {red} car", ["A red car"]),
        (r"A \{red\|green\} car", ["A {red|green} car"]),
        (r"{a\|b|c\}}", ["a|b", "c}"]),
        (r"{a\\|b}", ["a\\", "b"]),
        (r"back\slash", [r"back\slash"]),
        ("this | that", ["this | that"]),
        ("A \uff5bred\uff5cgreen\uff5d car", ["A red car", "A green car"]),
        ("this \uff5c that", ["this \uff5c that"]),
        ("two\nlines {a|b}", ["two\nlines a", "two\nlines b"]),
        ("", [""]),
    ],
)
def test_variations(text: str, prompts: list[str]) -> None:
    assert [one.prompt for one in variations(text)] == prompts


def test_a_variation_tells_which_words_it_has() -> None:
    assert [one.chosen for one in variations("{a|b} x {c|d}")][1] == ("a", "d")


@pytest.mark.parametrize("text", ["A {red car", "A red} car", "A {red {and|or} green} car"])
def test_a_wrong_brace_is_told_with_the_way_out(text: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        variations(text)

    assert r"\{" in str(caught.value)
    assert "{red|green}" in str(caught.value)


def test_a_million_variations_are_counted_not_made() -> None:
    with pytest.raises(InvalidRequestError, match=r"1,048,576 pictures.*at most 24"):
        variations("{a|b}" * 20)
    assert len(variations("{a|b|c|d|e|f}{a|b|c|d}")) == MAX_CELLS
