"""The session of a class or an experiment, by every way in: the Lambda never spends for it."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from tests.for_each import for_each
from tests.lambda_handler.rig import SUNSET, Rig, content_of, recorded, with_body
from tests.lambda_handler.test_ways_in import BASE64_POSTS, POSTS, check_shape

CLASS = "class-7b-monday-aaaaaaaa"
FIELDS = SUNSET | {"sessionId": CLASS}
STATE_KEY = f"classes/{CLASS}.json"


def event_for(name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A recorded event with other fields, as its way in writes them."""
    event = recorded(name)
    if name == "direct_generate":
        return fields
    if name in BASE64_POSTS:
        body = base64.b64encode(json.dumps(fields).encode()).decode()
        return event | {"body": body, "isBase64Encoded": True}
    return with_body(event, fields)


def open_a_class(rig: Rig) -> None:
    create_class(
        rig.build(rig.settings), Teacher("ana@school.org"), "7b Monday", random_bytes=bytes
    )


def pictures_in(rig: Rig) -> list[str]:
    keys = rig.keys()
    return [key for key in keys if key.startswith("generated-images/")]


@pytest.fixture
def rig_with_class(rig: Rig) -> Rig:
    open_a_class(rig)
    return rig


@for_each("name", [*POSTS, *BASE64_POSTS])
def test_a_class_is_refused_by_every_way_in(rig_with_class: Rig, name: str) -> None:
    rig = rig_with_class
    answer = rig.door.answer(event_for(name, FIELDS))
    check_shape(answer)
    assert answer["statusCode"] == 403
    content = content_of(answer)
    assert set(content) == {"success", "error", "code"}
    assert (content["success"], content["code"]) == (False, "class_locked")
    assert content["error"] == "Only its teacher can make pictures for this class."
    assert rig.generator.calls == []
    assert pictures_in(rig) == []


@for_each("name", [*POSTS, *BASE64_POSTS])
@for_each("session_id", [CLASS, "class-", "lab-aaaaaaaaaaaaaaaa", "lab-1"])
def test_such_an_id_is_refused_without_its_class_or_experiment_too(
    rig: Rig, name: str, session_id: str
) -> None:
    before = rig.keys()
    answer = rig.door.answer(event_for(name, FIELDS | {"sessionId": session_id}))
    assert answer["statusCode"] == 403
    assert content_of(answer)["error"] == "Only its teacher can make pictures for this class."
    assert rig.generator.calls == []
    assert rig.keys() == before


@for_each("session_id", ["Class-7b-monday", "CLASS-7B", "class", "LAB-1", "labour"])
def test_what_only_looks_like_such_an_id_is_an_ordinary_session(rig: Rig, session_id: str) -> None:
    assert rig.call(**FIELDS | {"sessionId": session_id})[0] == 200


@for_each("extra", [{"teacher": "ana@school.org"}, {"cookie": "1"}, {"pin": "1"}])
def test_no_field_makes_the_lambda_a_teacher(rig_with_class: Rig, extra: dict[str, str]) -> None:
    assert rig_with_class.call(**FIELDS, **extra)[0] == 403
    assert rig_with_class.generator.calls == []


@for_each("body", [b"", b"broken", b'{"version": 99}'])
def test_a_class_that_cant_be_read_is_refused_too(rig: Rig, body: bytes) -> None:
    rig.client.put_object(Bucket=rig.bucket, Key=STATE_KEY, Body=body)
    assert rig.call(**FIELDS)[0] == 403
    assert rig.generator.calls == []


def test_its_pictures_are_retrieved_as_ever(rig_with_class: Rig) -> None:
    rig = rig_with_class
    assert rig.call(sessionId=CLASS, action="retrieve")[0] == 404
    request = ImageRequest(CLASS, "A cat", width_px=256, height_px=256)
    generate_images(rig.build(rig.settings), request, teacher=Teacher("ana@school.org"))
    status, content = rig.call(sessionId=CLASS, action="retrieve")
    assert (status, len(content["images"])) == (200, 1)


@for_each("session_id", [CLASS, "lab-1"])
def test_what_lies_there_without_its_class_is_retrieved_too(rig: Rig, session_id: str) -> None:
    key = f"generated-images/{session_id}_20241031_143022_0_cat.png"
    rig.client.put_object(Bucket=rig.bucket, Key=key, Body=b"a picture")
    status, content = rig.call(sessionId=session_id, action="retrieve")
    assert (status, [image["key"] for image in content["images"]]) == (200, [key])


def test_a_bad_request_is_still_told_first(rig_with_class: Rig) -> None:
    assert rig_with_class.call(**FIELDS | {"width": 1})[0] == 400
