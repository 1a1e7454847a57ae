"""A request is checked where it is made."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.errors import InvalidRequestError, InvalidSessionIdError
from imagespeak_core.models import MAX_SEED, ImageRequest

REQUEST = ImageRequest("image-001", "A cat")


def test_the_defaults_are_the_contracts() -> None:
    assert {field.name: getattr(REQUEST, field.name) for field in fields(ImageRequest)} == {
        "session_id": "image-001",
        "prompt": "A cat",
        "negative_prompt": "",
        "quality": "standard",
        "width_px": 1024,
        "height_px": 1024,
        "seed": 0,
        "image_count": 1,
        "model": "",
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("prompt", "x"),
        ("prompt", "x" * 10_000),
        ("prompt", " \n x \t"),
        ("negative_prompt", "x" * 10_000),
        ("negative_prompt", "   "),
        ("quality", "premium"),
        ("width_px", 256),
        ("width_px", 1536),
        ("height_px", 256),
        ("height_px", 1536),
        ("seed", 4_294_967_294),
        ("image_count", 5),
    ],
)
def test_good_values_are_kept_exactly(field: str, value: object) -> None:
    changes: dict[str, Any] = {field: value}
    assert getattr(replace(REQUEST, **changes), field) == value


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("prompt", "", "prompt is empty"),
        ("prompt", " \n\t\u00a0\u3000", "prompt is empty"),
        ("prompt", "x" * 10_001, "10,001 characters. Use at most 10,000"),
        ("prompt", "\ud83c", "broken character"),
        ("negative_prompt", "x" * 10_001, "negative prompt has 10,001"),
        ("negative_prompt", "\udfff", "negative prompt has a broken"),
        ("quality", "", "standard, premium"),
        ("quality", "Premium", "'Premium'"),
        ("width_px", 255, "width is 255. Use a whole number from 256 to 1536"),
        ("width_px", 1537, "width is 1537"),
        ("height_px", 0, "height is 0"),
        ("height_px", 1537, "height is 1537"),
        ("seed", -1, "seed is -1"),
        ("seed", 4_294_967_295, "seed is 4294967295"),
        ("image_count", 0, "number of images is 0"),
        ("image_count", 6, "from 1 to 5"),
    ],
)
def test_a_bad_value_is_named(field: str, value: object, words: str) -> None:
    changes: dict[str, Any] = {field: value}
    with pytest.raises(InvalidRequestError) as caught:
        replace(REQUEST, **changes)
    assert caught.value.field == field
    assert words in str(caught.value)


def test_a_bad_session_has_its_own_error() -> None:
    with pytest.raises(InvalidSessionIdError) as caught:
        replace(REQUEST, session_id="no spaces")
    assert caught.value.field == "session_id"


def test_nothing_can_be_changed_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        REQUEST.prompt = "A dog"  # type: ignore[misc]


def test_single_is_the_same_wish_for_one_picture() -> None:
    request = replace(REQUEST, seed=7, image_count=3, quality="premium", negative_prompt="dogs")
    assert request.single(2) == replace(request, seed=9, image_count=1)


@given(seed=st.integers(1, MAX_SEED), offset=st.integers(0, 4))
def test_single_counts_on_and_past_the_largest_seed_at_one(seed: int, offset: int) -> None:
    expected = seed + offset if seed + offset <= MAX_SEED else seed + offset - MAX_SEED
    assert replace(REQUEST, seed=seed, image_count=5).single(offset).seed == expected
