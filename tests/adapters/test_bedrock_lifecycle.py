"""When a model ends, as Amazon tells; and that whoever may not ask is told nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import boto3
import botocore.session
import pytest
from botocore.exceptions import (
    BotoCoreError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
)
from botocore.stub import Stubber

from imagespeak_core import errors
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.bootstrap import model_lives
from imagespeak_core.generators.bedrock.errors import Target
from imagespeak_core.generators.bedrock.lifecycle import UNREACHED_FOR_S, BedrockLife, lives_of
from imagespeak_core.settings import Settings
from tests.adapters.bedrock_rig import CORE, MODELS, REGION, ULTRA, aws_environment
from tests.adapters.bedrock_server import BedrockStandIn
from tests.for_each import for_each

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
END = datetime(2027, 1, 31, tzinfo=UTC)
ASKED = {"modelIdentifier": CORE}
TARGET = Target(CORE, "standard", REGION)


@pytest.fixture(scope="module")
def client() -> Any:
    return boto3.client("bedrock", region_name=REGION)


@pytest.fixture
def stubber(client: Any) -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


def life(stubber: Stubber) -> BedrockLife:
    return lives_of(REGION, MODELS, lambda _: Connection(stubber.client, None))[0]


def answer(**lifecycle: Any) -> dict[str, Any]:
    arn = f"arn:aws:bedrock:{REGION}::foundation-model/{CORE}"
    details: dict[str, Any] = {"modelArn": arn, "modelId": CORE}
    if lifecycle:
        details["modelLifecycle"] = lifecycle
    return {"modelDetails": details}


def told(stubber: Stubber, **lifecycle: Any) -> str | None:
    stubber.add_response("get_foundation_model", answer(**lifecycle), ASKED)
    return life(stubber).end(NOW)


def test_a_model_that_lives_on(stubber: Stubber) -> None:
    assert told(stubber, status="ACTIVE") is None
    assert told(stubber, status="ACTIVE", startOfLifeTime=NOW - timedelta(days=300)) is None
    assert told(stubber) is None


@for_each("status", ["LEGACY", "ACTIVE"])
def test_a_model_whose_day_is_set(stubber: Stubber, status: str) -> None:
    stubber.add_response("get_foundation_model", answer(status=status, endOfLifeTime=END), ASKED)
    assert life(stubber).end(NOW) == (
        f"Amazon will end the model {CORE} on 31 January 2027. "
        "The owner can choose another one with IMAGESPEAK_STANDARD_MODEL."
    )


def test_the_day_is_that_of_utc(stubber: Stubber) -> None:
    elsewhere = END.astimezone(timezone(timedelta(hours=-8)))
    assert "on 31 January 2027." in str(told(stubber, status="LEGACY", endOfLifeTime=elsewhere))


def test_an_old_model_without_a_day(stubber: Stubber) -> None:
    sentence = told(stubber, status="LEGACY", legacyTime=NOW - timedelta(days=3))
    assert sentence == (
        f"Amazon will end the model {CORE}. The day is not known yet. "
        "The owner can choose another one with IMAGESPEAK_STANDARD_MODEL."
    )


def test_a_model_that_has_ended(stubber: Stubber) -> None:
    sentence = told(stubber, status="LEGACY", endOfLifeTime=NOW)
    assert sentence == (
        f"Amazon ended the model {CORE} on 30 November 2026. "
        "The owner can choose another one with IMAGESPEAK_STANDARD_MODEL."
    )


def test_a_model_that_amazon_does_not_know_any_more(stubber: Stubber) -> None:
    stubber.add_client_error(
        "get_foundation_model", "ResourceNotFoundException", "No.", 404, expected_params=ASKED
    )
    sentence = str(life(stubber).end(NOW))
    assert CORE in sentence
    assert "its life has ended" in sentence
    assert "IMAGESPEAK_STANDARD_MODEL" in sentence


@for_each(
    "code, status, error_class",
    [
        ("AccessDeniedException", 403, errors.ModelAccessError),
        ("ThrottlingException", 429, errors.ModelBusyError),
        ("InternalServerException", 500, errors.ModelError),
        ("ValidationException", 400, errors.ModelRejectedError),
    ],
    ids=lambda code, status, error_class: code,
)
def test_what_can_not_be_asked_is_an_error_of_ours(
    client: Any, code: str, status: int, error_class: type[errors.ImageSpeakError]
) -> None:
    with Stubber(client) as stubber:
        stubber.add_client_error("get_foundation_model", code, "No.", status)
        with pytest.raises(errors.ImageSpeakError) as caught:
            life(stubber).end(NOW)
    assert type(caught.value) is error_class


def test_every_error_of_the_service_model_is_translated(client: Any) -> None:
    model = botocore.session.get_session().get_service_model("bedrock")
    shapes = model.operation_model("GetFoundationModel").error_shapes
    assert len(shapes) >= 5
    for shape in shapes:
        status = shape.metadata["error"]["httpStatusCode"]
        with Stubber(client) as stubber:
            stubber.add_client_error("get_foundation_model", shape.name, "No.", status)
            if shape.name == "ResourceNotFoundException":
                assert life(stubber).end(NOW)
                continue
            with pytest.raises(errors.ImageSpeakError):
                life(stubber).end(NOW)


def test_what_is_sent_and_read_over_the_wire() -> None:
    with BedrockStandIn() as stand_in, aws_environment(stand_in.url):
        stand_in.lifecycles[ULTRA] = {"status": "LEGACY", "endOfLifeTime": "2027-01-31T00:00:00Z"}
        standard, premium = model_lives(Settings(generator="bedrock"))
        assert (standard.model_id, premium.model_id) == (CORE, ULTRA)
        assert standard.end(NOW) is None
        assert premium.end(NOW) == (
            f"Amazon will end the model {ULTRA} on 31 January 2027. "
            "The owner can choose another one with IMAGESPEAK_PREMIUM_MODEL."
        )
        assert stand_in.calls == [], "nothing was paid"


def test_the_illustrator_never_ends() -> None:
    assert model_lives(Settings()) == ()


class TestCheck:
    """What readiness asks: whether the model is there and can be reached."""

    def test_a_model_that_lives(self, stubber: Stubber) -> None:
        stubber.add_response("get_foundation_model", answer(status="ACTIVE"), ASKED)
        life(stubber).check()

    @for_each("code", ["AccessDeniedException", "ThrottlingException"])
    def test_who_may_not_ask_has_reached_it(self, stubber: Stubber, code: str) -> None:
        stubber.add_client_error("get_foundation_model", code, http_status_code=403)
        life(stubber).check()

    @for_each(
        "code, kind",
        [
            ("ResourceNotFoundException", errors.ModelRetiredError),
            ("ExpiredTokenException", errors.ModelCredentialsError),
            ("UnrecognizedClientException", errors.ModelCredentialsError),
            ("InternalServerException", errors.ModelError),
        ],
    )
    def test_all_else_is_told(self, stubber: Stubber, code: str, kind: type[Exception]) -> None:
        is_asked_anew = kind is errors.ModelCredentialsError  # by a connection made anew
        for _ in range(1 + is_asked_anew):
            stubber.add_client_error("get_foundation_model", code, http_status_code=403)
        with pytest.raises(kind):
            life(stubber).check()

    @for_each(
        "trouble",
        [
            EndpointConnectionError(endpoint_url="https://bedrock"),
            ConnectTimeoutError(endpoint_url="https://bedrock"),
            ReadTimeoutError(endpoint_url="https://bedrock"),
        ],
    )
    def test_a_catalogue_is_missed_only_where_it_was_reached(self, trouble: BotoCoreError) -> None:
        catalogue = Catalogue()
        check = BedrockLife(TARGET, OneConnection(lambda: catalogue.connection), catalogue).check
        catalogue.trouble = trouble
        check()
        check()
        assert catalogue.asked == 1, "each time somebody waits for it"
        catalogue.trouble = None
        catalogue.now_s += UNREACHED_FOR_S
        check()
        assert catalogue.asked == 2
        catalogue.trouble = trouble
        for _ in range(2):
            with pytest.raises((errors.ModelUnreachableError, errors.ModelTimeoutError)):
                check()


class Catalogue:
    """As a client, and a clock."""

    def __init__(self) -> None:
        self.trouble: BotoCoreError | None = None
        self.asked = 0
        self.now_s = 5.0
        self.connection = Connection(self, None)

    def __call__(self) -> float:
        return self.now_s

    def get_foundation_model(self, **_: object) -> dict[str, Any]:
        self.asked += 1
        if self.trouble:
            raise self.trouble
        return answer(status="ACTIVE")
