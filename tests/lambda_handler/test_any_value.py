"""Whatever is sent, it is never our own mistake."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.lambda_handler.door import Door
from imagespeak_core.settings import Settings
from tests.fakes import FakeGenerator, TroubledStore, make_services
from tests.outside_input import ANY_TEXT, JSON

FIELDS = (
    "sessionId action prompt negativePrompt negative_prompt negative_prompts quality width height "
    "seed numberOfImages number_of_images limit cursor cfg_scale steps body headers httpMethod "
    "requestContext isBase64Encoded extra"
).split()
GOOD: dict[str, Any] = {"sessionId": "image-001", "prompt": "A cat", "width": 256, "height": 256}
LIKELY = st.sampled_from(
    [0, 1, 5, 256, 1024, 2**32, -1, 512.0, "512", "generate", "retrieve", "premium", "image-001"]
)
SOME_FIELDS = st.dictionaries(st.sampled_from(FIELDS), JSON | LIKELY, max_size=5)


@pytest.fixture(scope="module")
def door() -> Door:
    services = make_services(TroubledStore(), FakeGenerator())
    return Door(load=lambda: Settings(bucket="pictures"), build=lambda settings: services)


def check(door: Door, event: object) -> None:
    answer = door.answer(event)
    assert answer["statusCode"] in {200, 400, 404}, answer
    content = json.loads(answer["body"])
    assert content["success"] is (answer["statusCode"] == 200)


@settings(deadline=None)
@given(fields=SOME_FIELDS)
def test_any_value_in_any_field(door: Door, fields: dict[str, Any]) -> None:
    check(door, GOOD | fields)


@settings(deadline=None)
@given(fields=SOME_FIELDS)
def test_any_value_in_any_field_of_a_body(door: Door, fields: dict[str, Any]) -> None:
    check(door, {"httpMethod": "POST", "body": json.dumps(GOOD | fields)})


@settings(deadline=None)
@given(event=JSON | SOME_FIELDS)
def test_any_event(door: Door, event: object) -> None:
    check(door, event)


@settings(deadline=None)
@given(body=ANY_TEXT, is_base64=st.booleans())
def test_any_body(door: Door, body: str, is_base64: bool) -> None:
    check(door, {"requestContext": {}, "body": body, "isBase64Encoded": is_base64})


@settings(deadline=None)
@given(cursor=ANY_TEXT)
def test_any_cursor(door: Door, cursor: str) -> None:
    check(door, {"sessionId": "image-001", "action": "retrieve", "cursor": cursor})
