"""What goes wrong: statuses, sentences, settings, and what the log may say."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from imagespeak_core import errors
from imagespeak_core.access.errors import NotTeacherError, WrongPinError
from imagespeak_core.classroom.errors import (
    ClassChangedError,
    ClassGoneError,
    ClassNameTakenError,
)
from imagespeak_core.lab.errors import ExperimentGoneError
from imagespeak_core.lambda_handler.door import STATUSES, Door, lambda_handler
from imagespeak_core.recognisers.errors import (
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.speaking.errors import (
    DraftReplacedError,
    NotSoundError,
    SoundTimeoutError,
    SoundUnreadyError,
    SpokenGoneError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
)
from imagespeak_core.voices.errors import VoiceError, VoiceUnreadyError
from tests.adapters import bedrock_replies
from tests.adapters.bedrock_replies import Behaviour
from tests.adapters.bedrock_server import BedrockStandIn
from tests.error_classes import all_errors
from tests.fakes import FakeGenerator
from tests.for_each import for_each
from tests.lambda_handler.rig import BUCKET_SETTING, SUNSET, Rig, content_of, recorded

OF_THE_APP_ALONE = {
    errors.AddressExpiredError,
    errors.BrokenPictureError,
    errors.ChangedMeanwhileError,
    errors.ClaimLostError,
    ClassChangedError,
    ClassGoneError,
    ClassNameTakenError,
    errors.GenerationInProgressError,
    errors.ImageNotFoundError,
    errors.NotOurPictureError,
    NotTeacherError,
    RecogniserError,
    RecogniserUnreadyError,
    errors.PictureFileError,
    errors.SessionFullError,
    errors.TooLargePictureError,
    WrongPinError,
    ExperimentGoneError,
    DraftReplacedError,
    NotSoundError,
    SoundTimeoutError,
    SoundUnreadyError,
    SpokenGoneError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
    VoiceError,
    VoiceUnreadyError,
}
EXPECTED = [
    (errors.PromptRefusedError("Refused."), 422, "prompt_refused"),
    (errors.PictureRefusedError("Refused."), 422, "picture_refused"),
    (errors.ModelBusyError("Busy."), 429, "busy"),
    (errors.BudgetSpentError("Spent."), 429, "budget"),
    (errors.DocumentDamagedError("Damaged."), 502, "document_damaged"),
    (errors.ModelError("Failed."), 502, "model_failed"),
    (errors.ModelRetiredError("Retired."), 502, "model_retired"),
    (errors.ModelAccessError("Not allowed."), 502, "model_access"),
    (errors.ModelCredentialsError("Expired."), 502, "credentials"),
    (errors.ModelUnreachableError("No way."), 503, "model_unreachable"),
    (errors.ModelTimeoutError("Too long."), 504, "model_timeout"),
    (errors.StorageError("Failed."), 502, "storage_failed"),
    (errors.KeyTakenError("Taken."), 502, "key_taken"),
    (errors.StorageFullError("Full."), 502, "storage_full"),
    (errors.StorageAccessError("Not allowed."), 502, "storage_access"),
    (errors.StorageUnreachableError("No way."), 503, "storage_unreachable"),
    (errors.StorageTimeoutError("Too long."), 504, "storage_timeout"),
]


@for_each("error, status, code", EXPECTED, ids=lambda error, status, code: code)
def test_each_error_has_its_status(
    rig: Rig, error: errors.ImageSpeakError, status: int, code: str
) -> None:
    rig.generator.script(error)
    answer = rig.door.answer(SUNSET)
    assert answer["statusCode"] == status
    assert content_of(answer) == {"success": False, "error": str(error), "code": code}
    assert "Retry-After" not in answer["headers"]


def test_no_error_that_the_lambda_can_meet_is_without_status() -> None:
    for kind in all_errors():
        has_status = any(parent in STATUSES for parent in kind.__mro__)
        assert has_status != (kind in OF_THE_APP_ALONE), kind


def test_busy_says_when_to_come_back(rig: Rig) -> None:
    rig.generator.script(errors.ModelBusyError("Busy.", retry_after_s=17))
    answer = rig.door.answer(recorded("http_v2_post"))
    assert answer["statusCode"] == 429
    assert answer["headers"]["Retry-After"] == "17"
    assert answer["headers"]["Access-Control-Expose-Headers"] == "Retry-After"


def test_where_a_function_url_exposes_headers_no_answer_does_so_again(rig: Rig) -> None:
    rig.settings = Settings(bucket=rig.bucket, cors_origin="function-url")
    rig.generator.script(errors.ModelBusyError("Busy.", retry_after_s=17))
    answer = rig.door.answer(recorded("function_url_post"))
    assert answer["statusCode"] == 429
    assert answer["headers"] == {"Content-Type": "application/json", "Retry-After": "17"}


def test_a_silent_model_says_when_it_is_asked_again(rig: Rig) -> None:
    rig.generator.script(errors.ModelSilentError("Silent.", retry_after_s=23))
    answer = rig.door.answer(SUNSET)
    assert (answer["statusCode"], answer["headers"]["Retry-After"]) == (503, "23")


def test_the_budget_is_429_until_midnight_and_exact_whatever_is_frozen(rig: Rig) -> None:
    rig.budget_usd, rig.generator.price_usd = Decimal("0.10"), Decimal("0.04")
    for _ in range(2):
        assert rig.call(**SUNSET)[0] == 200
        spent = json.loads(rig.read(rig.budget_key()))["days"]
        assert sum(spent.values()) == 40_000 * len(rig.generator.calls), "no block is leased"
    answer = rig.door.answer(SUNSET)
    assert (answer["statusCode"], content_of(answer)["code"]) == (429, "budget")
    assert content_of(answer)["error"].startswith("There is not enough money left today for this")
    assert 0 < int(answer["headers"]["Retry-After"]) <= 24 * 3600 + 1
    assert answer["headers"]["Access-Control-Expose-Headers"] == "Retry-After"
    assert len(rig.generator.calls) == 2


def test_the_days_limit_is_429_until_midnight(rig: Rig) -> None:
    rig.day_limit = 1
    assert rig.call(**SUNSET)[0] == 200
    answer = rig.door.answer(SUNSET)
    assert answer["statusCode"] == 429
    assert content_of(answer)["code"] == "day_limit"
    assert int(answer["headers"]["Retry-After"]) == pytest.approx(9.5 * 3600, abs=60)
    assert len(rig.generator.calls) == 1


def test_our_own_mistake_is_500_with_the_traceback_in_the_log_alone(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.generator.script(ZeroDivisionError("a detail of ours"))
    answer = rig.door.answer(recorded("rest_v1_post"))
    assert answer["statusCode"] == 500
    assert answer["headers"]["Access-Control-Allow-Origin"] == "*"
    content = content_of(answer)
    assert set(content) == {"success", "error", "code"}
    assert (content["success"], content["code"]) == (False, "internal_error")
    for secret in ("a detail of ours", "ZeroDivision", "Traceback", ".py"):
        assert secret not in answer["body"]
    assert "Traceback" in caplog.text
    assert "ZeroDivisionError: a detail of ours" in caplog.text


def test_an_error_without_status_is_our_own_mistake(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.generator.script(errors.GenerationInProgressError("This can't be."))
    status, content = rig.call(**SUNSET)
    assert (status, content["code"]) == (500, "internal_error")
    assert "This can't be." in caplog.text
    assert "This can't be." not in content["error"]


def test_without_a_bucket_it_is_503_and_names_the_setting(rig: Rig) -> None:
    rig.settings = Settings()
    for fields in (SUNSET, {"sessionId": "image-001", "action": "retrieve"}):
        status, content = rig.call(**fields)
        assert (status, content["code"]) == (503, "settings")
        assert BUCKET_SETTING in content["error"]
    assert rig.builds == []


def test_a_bad_request_is_told_before_a_missing_bucket(rig: Rig) -> None:
    rig.settings = Settings()
    assert rig.call(**SUNSET | {"width": 1})[0] == 400


def test_mistakes_in_the_settings_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUCKET_SETTING, "s3://pictures")
    monkeypatch.setenv("IMAGESPEAK_URL_TTL", "5")
    answer = lambda_handler(SUNSET, None)
    assert answer["statusCode"] == 503
    assert BUCKET_SETTING in content_of(answer)["error"]
    assert "IMAGESPEAK_URL_TTL_S" in content_of(answer)["error"]
    assert answer["headers"]["Access-Control-Allow-Origin"] == "*"
    assert lambda_handler({"sessionId": "a b"}, None)["statusCode"] == 400
    assert lambda_handler(recorded("http_v2_options"), None)["statusCode"] == 200


def test_settings_that_cant_be_read_are_500_and_not_a_crash() -> None:
    def load() -> Settings:
        raise PermissionError(13, "no", ".env")

    assert Door(load=load).answer(SUNSET)["statusCode"] == 500


def test_warm_invocations_use_the_same_services(rig: Rig) -> None:
    for _ in range(3):
        rig.call(**SUNSET)
        rig.settings = Settings(bucket=rig.bucket)
    assert len(rig.builds) == 1


def test_other_settings_or_aws_variables_get_other_services(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.call(**SUNSET)
    rig.settings = Settings(bucket=rig.bucket, url_ttl_s=60)
    assert "X-Amz-Expires=60" in rig.call(**SUNSET)[1]["s3_url"]
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    rig.call(**SUNSET)
    assert len(rig.builds) == 3


def test_services_that_could_not_be_built_are_tried_again(rig: Rig) -> None:
    troubles = [errors.SettingsError("IMAGESPEAK_PREMIUM_MODEL: not known.")]

    def build(settings: Settings) -> Services:
        if troubles:
            raise troubles.pop()
        return rig.build(settings)

    door = Door(load=lambda: rig.settings, build=build)
    assert [door.answer(SUNSET)["statusCode"] for _ in range(2)] == [503, 200]


def test_simultaneous_first_requests_build_once(rig: Rig) -> None:
    built_twice = threading.Event()

    def build(settings: Settings) -> Services:
        services = rig.build(settings)
        if len(rig.builds) > 1:
            built_twice.set()
        built_twice.wait(0.3)  # leaves the others time to build too, if they may
        return services

    door = Door(load=lambda: rig.settings, build=build)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(door.answer, [{"sessionId": "a", "action": "retrieve"}] * 4))
    assert [answer["statusCode"] for answer in answers] == [404] * 4
    assert len(rig.builds) == 1


@for_each("outcome", [None, errors.StorageError("Failed."), errors.PromptRefusedError("Refused.")])
def test_the_log_holds_neither_prompt_nor_session(
    rig: Rig, caplog: pytest.LogCaptureFixture, outcome: Exception | None
) -> None:
    caplog.clear()
    caplog.set_level(logging.INFO, logger="imagespeak_core")
    rig.generator.script(outcome)
    rig.call(**SUNSET)
    rig.call(sessionId="image-001", action="retrieve")
    rig.call(**SUNSET | {"width": 1})
    ours = [record for record in caplog.records if record.name.startswith("imagespeak_core")]
    assert ours
    for record in ours:
        assert "image-001" not in record.getMessage()
        assert "sunset" not in record.getMessage()
        assert "X-Amz" not in record.getMessage()


def test_the_line_of_a_call_has_lambdas_own_name_for_the_request(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="imagespeak_core")
    rig.door.answer(SUNSET | {"numberOfImages": 2}, request_id="of-lambda")
    rig.call(**SUNSET)
    told = [text for text in caplog.messages if text.startswith("call ended: ")]
    assert [" request_id=of-lambda " in text for text in told] == [True, True, False]


@pytest.fixture
def bedrock(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> Iterator[BedrockStandIn]:
    """What the environment leads to, beside an empty bucket."""
    with BedrockStandIn() as model:
        for name, value in (
            (BUCKET_SETTING, rig.bucket),
            ("IMAGESPEAK_GENERATOR", "bedrock"),
            ("AWS_ENDPOINT_URL_S3", rig.moto_url),
            ("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", model.url),
        ):
            monkeypatch.setenv(name, value)
        yield model


def through_the_real_wiring(**fields: Any) -> tuple[int, dict[str, str], dict[str, Any]]:
    answer = lambda_handler(SUNSET | fields, None)
    return answer["statusCode"], answer["headers"], content_of(answer)


UNPAID = {"busy", "prompt_refused", "model_retired", "model_access", "credentials"}


@for_each(
    "behaviour, status, code",
    [
        (bedrock_replies.error("ThrottlingException", 429, retry_after="30"), 429, "busy"),
        (bedrock_replies.refused_prompt, 422, "prompt_refused"),
        (bedrock_replies.refused_picture, 422, "picture_refused"),
        (bedrock_replies.retired, 502, "model_retired"),
        (bedrock_replies.access_denied, 502, "model_access"),
        (bedrock_replies.expired, 502, "credentials"),
        (bedrock_replies.not_an_image, 502, "model_failed"),
        (bedrock_replies.malformed, 502, "model_failed"),
        (bedrock_replies.cut("before_headers"), 503, "model_unreachable"),
        (bedrock_replies.model_timeout, 504, "model_timeout"),
    ],
    ids=lambda behaviour, status, code: code,
)
def test_troubles_of_bedrock(
    rig: Rig, bedrock: BedrockStandIn, behaviour: Behaviour, status: int, code: str
) -> None:
    bedrock.calls.clear()
    bedrock.always = behaviour
    got, headers, content = through_the_real_wiring()
    assert (got, content["code"]) == (status, code)
    assert content["success"] is False
    assert len(bedrock.calls) == 1
    assert headers.get("Retry-After") == ("30" if status == 429 else None)
    assert rig.keys() == [rig.budget_key()]
    [spent] = json.loads(rig.read(rig.budget_key()))["days"].values()
    assert spent == (0 if code in UNPAID else 40_000)
    rig.client.delete_object(Bucket=rig.bucket, Key=rig.budget_key())


def test_a_bucket_that_is_not_there_costs_nothing(
    bedrock: BedrockStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BUCKET_SETTING, "not-there")
    status, _, content = through_the_real_wiring()
    assert (status, content["code"]) == (502, "storage_access")
    assert bedrock.calls == []


def test_a_store_out_of_reach_is_503(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BUCKET_SETTING, "pictures")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    status, _, content = through_the_real_wiring(action="retrieve")
    assert (status, content["code"]) == (503, "storage_unreachable")


def test_answers_are_ascii_json_whatever_the_request(rig: Rig) -> None:
    rig.generator = FakeGenerator(errors.ModelError("Zu spät — 遅すぎる"))
    answer = rig.door.answer(SUNSET)
    assert answer["body"].isascii()
    assert json.loads(answer["body"])["error"] == "Zu spät — 遅すぎる"
