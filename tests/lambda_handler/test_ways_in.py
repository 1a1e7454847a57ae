"""Every way in: recorded events of API Gateway, function URLs, direct invocation."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from imagespeak_core.lambda_handler.door import ProxyAnswer
from imagespeak_core.settings import Settings
from tests.for_each import for_each
from tests.lambda_handler.rig import SUNSET, Rig, content_of, recorded

POSTS = ["rest_v1_post", "http_v2_post", "function_url_post", "direct_generate"]
BASE64_POSTS = ["rest_v1_base64", "http_v2_base64", "function_url_base64"]
PREFLIGHTS = ["rest_v1_options", "http_v2_options", "function_url_options"]
HEADERS = {
    "Content-Type",
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Headers",
}


def check_shape(answer: ProxyAnswer) -> None:
    assert set(answer) == {"statusCode", "headers", "body"}
    assert type(answer["statusCode"]) is int
    assert isinstance(json.loads(answer["body"]), dict)
    assert set(answer["headers"]) >= HEADERS
    assert answer["headers"]["Content-Type"] == "application/json"
    assert answer["headers"]["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer["headers"]["Access-Control-Allow-Methods"]
    assert "OPTIONS" in answer["headers"]["Access-Control-Allow-Methods"]
    assert "Content-Type" in answer["headers"]["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("name", POSTS)
def test_every_event_generates(rig: Rig, name: str) -> None:
    answer = rig.door.answer(recorded(name))
    check_shape(answer)
    assert answer["statusCode"] == 200
    assert content_of(answer)["sessionId"] == "image-001"
    assert rig.keys() == ["generated-images/image-001_20241031_143022_0_sunset_mountains.png"]


@for_each("name", BASE64_POSTS)
def test_a_base64_body_is_read_as_utf_8(rig: Rig, name: str) -> None:
    answer = rig.door.answer(recorded(name))
    check_shape(answer)
    assert content_of(answer)["prompt"] == "Čaj o páté ☕"
    assert rig.generator.calls.pop().prompt == "Čaj o páté ☕"


@for_each("name", ["rest_v1_post", "http_v2_post", "function_url_post"])
def test_a_body_may_be_an_object(rig: Rig, name: str) -> None:
    answer = rig.door.answer(recorded(name) | {"body": SUNSET})
    check_shape(answer)
    assert answer["statusCode"] == 200


def test_an_envelope_may_be_nothing_but_a_body(rig: Rig) -> None:
    answer = rig.door.answer({"body": json.dumps(SUNSET)})
    check_shape(answer)
    assert answer["statusCode"] == 200


@for_each(
    "extra", [{"body": "hello"}, {"headers": "bold"}, {"httpMethod": "GET"}, {"requestContext": {}}]
)
def test_a_direct_request_may_have_fields_that_are_named_like_an_envelopes(
    rig: Rig, extra: dict[str, Any]
) -> None:
    status, content = rig.call(**SUNSET, **extra)
    assert (status, content["sessionId"]) == (200, "image-001")


@for_each("name", PREFLIGHTS)
def test_preflight_is_answered_without_bucket_and_model(rig: Rig, name: str) -> None:
    rig.settings = Settings()
    answer = rig.door.answer(recorded(name))
    check_shape(answer)
    assert answer["statusCode"] == 200
    assert rig.builds == []


@for_each("name", POSTS + BASE64_POSTS + PREFLIGHTS)
def test_the_allowed_origin_is_a_setting(rig: Rig, name: str) -> None:
    rig.settings = Settings(bucket=rig.bucket, cors_origin="https://school.example")
    answer = rig.door.answer(recorded(name))
    assert answer["headers"]["Access-Control-Allow-Origin"] == "https://school.example"


@for_each("name", POSTS + PREFLIGHTS)
def test_where_a_function_url_names_the_origin_no_answer_does_so_again(rig: Rig, name: str) -> None:
    rig.settings = Settings(bucket=rig.bucket, cors_origin="function-url")
    answer = rig.door.answer(recorded(name))
    assert answer["statusCode"] == 200
    assert answer["headers"] == {"Content-Type": "application/json"}


@for_each("method", ["GET", "PUT", "DELETE", "HEAD"])
def test_other_methods_are_told_to_post(rig: Rig, method: str) -> None:
    v1 = recorded("rest_v1_post") | {"httpMethod": method}
    v2 = recorded("http_v2_post")
    v2["requestContext"]["http"]["method"] = method
    for event in (v1, v2):
        answer = rig.door.answer(event)
        check_shape(answer)
        assert answer["statusCode"] == 400
        assert "POST" in content_of(answer)["error"]
    assert rig.generator.calls == []


@for_each("empty", [None, "", "  \n", "{}", {}])
def test_an_empty_body_lacks_the_session_id(rig: Rig, empty: object) -> None:
    answer = rig.door.answer(recorded("rest_v1_post") | {"body": empty})
    check_shape(answer)
    assert answer["statusCode"] == 400
    assert content_of(answer) == {
        "success": False,
        "error": "Missing required parameter: sessionId",
        "code": "invalid_request",
    }


def test_no_body_at_all_lacks_the_session_id(rig: Rig) -> None:
    event = recorded("http_v2_post")
    del event["body"]
    assert content_of(rig.door.answer(event))["error"] == "Missing required parameter: sessionId"


@for_each(
    "body",
    [
        "not JSON",
        '"a text"',
        "[1, 2]",
        "12",
        "true",
        "null",
        '{"sessionId": "image-001"',
        '{"sessionId": "image-001", "prompt": "A cat", "seed": NaN}',
        '{"sessionId": "image-001", "prompt": "A cat", "seed": -Infinity}',
        '{"sessionId": "image-001", "prompt": "A cat", "seed": ' + "9" * 5000 + "}",
        '{"sessionId": ' + "[" * 100_000 + "]" * 100_000 + "}",
        ["a", "list"],
        7,
        True,
    ],
    ids=lambda body: str(body)[:30],
)
def test_a_body_that_is_no_json_object_is_400(rig: Rig, body: object) -> None:
    answer = rig.door.answer(recorded("rest_v1_post") | {"body": body})
    check_shape(answer)
    assert answer["statusCode"] == 400
    assert "JSON object" in content_of(answer)["error"]
    assert rig.builds == []


@for_each("body", ["%%%", "abc", "ä", base64.b64encode(b'{"prompt": "\xff"}').decode()])
def test_malformed_base64_is_400(rig: Rig, body: str) -> None:
    answer = rig.door.answer(recorded("http_v2_base64") | {"body": body})
    check_shape(answer)
    assert answer["statusCode"] == 400
    assert "base64" in content_of(answer)["error"]


@for_each("event", [None, [], "text", 3, True])
def test_an_event_that_is_no_object_is_400(rig: Rig, event: object) -> None:
    answer = rig.door.answer(event)
    check_shape(answer)
    assert answer["statusCode"] == 400


@for_each("context", [None, [], "x", {"http": None}, {"http": {"method": 5}}])
def test_an_odd_envelope_is_read_as_far_as_it_goes(rig: Rig, context: object) -> None:
    answer = rig.door.answer({"requestContext": context, "body": json.dumps(SUNSET)})
    assert answer["statusCode"] == 200
