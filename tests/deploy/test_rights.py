"""The roles allow what the code does, nothing less and nothing more.

The code runs under each role: what the role does not allow is refused, and what it allows and
nobody needs is found.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from threading import Event
from typing import Any
from urllib.parse import unquote, urlsplit

import boto3
import botocore.session
import pytest
from botocore import xform_name
from moto import mock_aws

from imagespeak_core.bootstrap import build_services, model_lives
from imagespeak_core.lambda_handler.door import Door
from imagespeak_core.models import ImageRequest
from imagespeak_core.recognisers.transcribe import AmazonTranscribe
from imagespeak_core.settings import Settings
from imagespeak_core.stores import documents
from imagespeak_core.stores.checkup import Fetched, check_up
from imagespeak_core.stores.s3.blobs import S3Blobs
from tests.deploy.rights import NEEDS, Guard, Params, Right, in_bucket, listing, rights
from tests.deploy.templates import BUCKET, REGION, ROOT, resources
from tests.fakes import plain_png

README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = ROOT / "tests" / "adapters" / "samples"
LAB_MODEL = "stability.sd3-5-large-v1:0"
ALL_PARTS = {
    "LabModel": LAB_MODEL,
    "ViewerModel": "us.amazon.nova-lite-v1:0",
    "ViewerModelItself": "amazon.nova-lite-v1:0",
    "Transcribe": "yes",
    "Polly": "yes",
}
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
OTHERS = {"text/", "imagespeak/"}
"""What in the code looks like a room and is none: kinds of files, and our own name."""

TRANSCRIPT = json.dumps({"results": {"items": []}}).encode()


def _answer(sample: str) -> Any:
    return json.loads((SAMPLES / f"{sample}.json").read_text(encoding="utf-8"))


def _picture(_: Params) -> Any:
    return {"body": io.BytesIO((SAMPLES / "stability_picture.json").read_bytes())}


ANSWERS: dict[str, Any] = {
    "InvokeModel": _picture,
    "Converse": lambda _: _answer("converse_view"),
    "GetFoundationModel": lambda _: {},
    "SynthesizeSpeech": lambda _: {"AudioStream": io.BytesIO(b"mp3"), "ContentType": "audio/mpeg"},
    "StartTranscriptionJob": lambda _: {},
    "GetTranscriptionJob": lambda _: {
        "TranscriptionJob": {
            "TranscriptionJobStatus": "COMPLETED",
            "Transcript": {"TranscriptFileUri": "https://s3/t.json"},
        }
    },
    "DeleteTranscriptionJob": lambda _: {},
    "ListTranscriptionJobs": lambda _: {"TranscriptionJobSummaries": []},
}


def policies(name: str, role: str, **parameters: str) -> dict[str, frozenset[Right]]:
    """What each policy of a role allows."""
    found = resources(name, **parameters)[role]["Properties"]["Policies"]
    return {one["PolicyName"]: rights(one["PolicyDocument"]["Statement"]) for one in found}


def in_readme(beginning: str) -> list[dict[str, Any]]:
    """The statements of a policy there, for our bucket."""
    [text] = re.findall(rf"```json\n( *\{{\s+\"{beginning}\".+?)\n *```", README, re.DOTALL)
    policy = json.loads(text.replace("YOUR-BUCKET", BUCKET))
    statements: list[dict[str, Any]] = policy.get("Statement", [policy])
    return statements


@contextmanager
def aws(granted: frozenset[Right]) -> Iterator[Guard]:
    """Amazon's own S3, with an empty bucket, for who has these rights alone."""
    with mock_aws():
        place: Any = {"LocationConstraint": REGION}
        client = boto3.client("s3", region_name=REGION)
        client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=place)
        guard = Guard(granted, answers=ANSWERS)
        with pytest.MonkeyPatch.context() as patch, guard.standing():
            patch.setenv("AWS_REGION", REGION)
            yield guard


def of_s3(granted: frozenset[Right]) -> set[Right]:
    return {one for one in granted if one.action.startswith("s3:")}


@cache
def _code() -> str:
    files = (ROOT / "imagespeak_core").rglob("*.py")
    return "".join(file.read_text(encoding="utf-8") for file in files)


def rooms_in_code() -> set[str]:
    """Every first part of a name that the core writes out, and those of documents."""
    written = set(re.findall(r"\"([a-z]+(?:-[a-z]+)*/)\"", _code())) - OTHERS
    return written | {f"{one}/" for one in documents._ROOMS.strip("()/").split("|")}


def methods_in_code(of: str = "") -> set[str]:
    """Every name behind a full stop in the core, or behind this word and a full stop."""
    return set(re.findall(rf"{of}\.([a-z]\w*)", _code()))


def operations(service: str) -> set[str]:
    model = botocore.session.get_session().get_service_model(service)
    return {xform_name(name) for name in model.operation_names}


def test_each_call_in_the_code_has_its_right() -> None:
    known = set[str]().union(*(operations(service) for service, _ in NEEDS))
    ours = {xform_name(operation) for _, operation in NEEDS}
    assert methods_in_code() & known == ours
    own_names = {"generate_presigned_url", "meta", "host"}
    assert methods_in_code(of=r"\bclient") - ours <= own_names
    assert not methods_in_code() & {"get_paginator", "get_waiter"}
    assert not methods_in_code(of=r"(?:boto3|session)") & {"resource"}


def test_a_server_may_use_each_room_of_the_store_and_no_other() -> None:
    rooms = rooms_in_code()
    acting = [in_bucket(f"s3:{action}Object", *rooms) for action in ("Get", "Put", "Delete")]
    granted = policies("servers", "TaskRole")["app"]
    assert of_s3(granted) == listing(*(rooms - {"voices/"})).union(*acting)


def test_the_store_of_a_server_works_with_its_role_and_needs_all_of_it() -> None:
    granted = policies("servers", "TaskRole")["app"]

    def fetch(address: str) -> Fetched:
        return Fetched(b"a trial", {"content-type": "image/png"})

    with aws(granted) as guard:
        findings = [*check_up(S3Blobs(BUCKET), fetch=fetch, now=lambda: datetime.now(UTC))]
    assert [one for one in findings if one.verdict == "lacks"] == []
    assert guard.refused == set()
    assert guard.used == of_s3(granted)


def test_models_and_voices_of_a_server_work_with_its_role_and_need_all_of_it() -> None:
    granted = policies("servers", "TaskRole", **ALL_PARTS)["app"]
    settings = Settings(
        generator="bedrock",
        bucket=BUCKET,
        viewer_model=ALL_PARTS["ViewerModel"],
        voice="polly",
        recogniser="transcribe",
    )
    with aws(granted) as guard:
        services = build_services(settings, stays=False)
        assert services.viewer
        assert services.voice
        for offer in services.generator.models():
            request = ImageRequest("a", "A cat", model=offer.model, seed=213)
            services.generator.generate(request)
        for life in model_lives(settings):
            life.end(NOW)
        services.viewer.look(plain_png(64, 64))
        services.voice.speak("A cat.")
        transcriber = AmazonTranscribe(
            bucket=BUCKET, region=REGION, fetch=lambda _: TRANSCRIPT, wait=lambda *_: False
        )
        transcriber.recognise("recordings/a.webm", mark="", keep=lambda _: None, ended=Event())
        transcriber.delete_left(NOW)
    assert guard.refused == set()
    assert guard.used == granted - of_s3(granted)


def test_what_is_not_asked_for_is_not_allowed() -> None:
    granted = policies("servers", "TaskRole")["app"]
    assert {one.action for one in granted - of_s3(granted)} == {
        "bedrock:InvokeModel",
        "bedrock:GetFoundationModel",
    }
    assert {one.resource.rpartition("/")[2] for one in granted - of_s3(granted)} == {
        Settings().standard_model,
        Settings().premium_model,
    }


def test_the_lambda_works_with_its_role_and_needs_all_of_it() -> None:
    granted = policies("lambda", "Role")["pictures"]
    variables = resources("lambda")["Function"]["Properties"]["Environment"]["Variables"]
    settings = Settings(
        **{name.removeprefix("IMAGESPEAK_").lower(): value for name, value in variables.items()}
    )
    door = Door(load=lambda: settings)
    with aws(granted) as guard:
        answers = [
            door.answer({"sessionId": "image-1", "prompt": "A cat", "quality": quality})
            for quality in ("standard", "premium")
        ]
        answers.append(door.answer({"sessionId": "image-1", "action": "retrieve"}))
        assert [one["statusCode"] for one in answers] == [200, 200, 200]
        for url in json.loads(answers[-1]["body"])["image_urls"]:
            assert guard.allows(
                "s3:GetObject", f"arn:aws:s3:::{BUCKET}{unquote(urlsplit(url).path)}"
            )
        assert door.answer({"sessionId": "b", "action": "retrieve"})["statusCode"] == 404
    assert guard.refused == set()
    assert guard.used == granted


def test_roles_may_do_nothing_else_but_write_their_log_and_start() -> None:
    assert policies("lambda", "Role").keys() == {"pictures", "log"}
    assert policies("servers", "TaskRole").keys() == {"app", "disk"}
    assert policies("servers", "TaskRole")["disk"] == {
        Right("elasticfilesystem:ClientMount", "<Disk.Arn>"),
        Right("elasticfilesystem:ClientWrite", "<Disk.Arn>"),
    }
    start = policies("servers", "StartRole")["start"]
    log = {Right("logs:CreateLogStream", "<Log.Arn>"), Right("logs:PutLogEvents", "<Log.Arn>")}
    assert policies("lambda", "Role")["log"] == log
    assert {one for one in start if one.action.startswith("logs:")} == log
    everywhere = {one.action for one in start if one.resource == "*"}
    assert everywhere == {"ecr:GetAuthorizationToken"}, "which knows no resources"


def test_the_policies_in_the_readme_are_those_of_the_servers() -> None:
    asks_for_lives = {"bedrock:GetFoundationModel"}
    ours = {
        one for one in policies("servers", "TaskRole")["app"] if one.action not in asks_for_lives
    }
    assert rights(in_readme("Version")) == ours
    with_transcribe = policies("servers", "TaskRole", Transcribe="yes")["app"]
    of_transcribe = {one for one in with_transcribe if one.action.startswith("transcribe:")}
    assert rights(in_readme("Effect")) == of_transcribe
