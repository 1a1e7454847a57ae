"""Everything that AWS can say has a translation."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any

import botocore.session
import pytest
import urllib3.exceptions
from botocore import exceptions as aws
from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core import errors
from imagespeak_core.generators.bedrock.catalog import CORE
from imagespeak_core.generators.bedrock.errors import (
    BUSY_CODES,
    TRANSLATIONS,
    Target,
    retry_after_s,
    translated,
)
from tests.for_each import for_each

TARGET = Target(CORE, "standard", "us-west-2")

INVOKE_MODEL: dict[str, type[errors.ImageSpeakError]] = {
    "AccessDeniedException": errors.ModelAccessError,
    "InternalServerException": errors.ModelError,
    "ModelErrorException": errors.ModelError,
    "ModelNotReadyException": errors.ModelBusyError,
    "ModelTimeoutException": errors.ModelTimeoutError,
    "ResourceNotFoundException": errors.ModelRetiredError,
    "ServiceQuotaExceededException": errors.ModelBusyError,
    "ServiceUnavailableException": errors.ModelBusyError,
    "ThrottlingException": errors.ModelBusyError,
    "ValidationException": errors.ModelError,
}
CREDENTIALS = [
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "RequestExpired",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
]


@cache
def service_model_errors() -> dict[str, int]:
    """Each error of InvokeModel and its HTTP status, as the installed botocore knows them."""
    model = botocore.session.get_session().get_service_model("bedrock-runtime")
    shapes = model.operation_model("InvokeModel").error_shapes
    return {shape.name: shape.metadata["error"]["httpStatusCode"] for shape in shapes}


def translation(exc: Exception, target: Target = TARGET) -> errors.ImageSpeakError:
    with pytest.raises(errors.ImageSpeakError) as caught, translated(target):
        raise exc
    assert caught.value.__cause__ is exc
    return caught.value


def client_error(code: object, status: object = 400, message: object = "No.") -> aws.ClientError:
    response: Any = {
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {}},
    }
    return aws.ClientError(response, "InvokeModel")


def test_every_error_of_the_service_model_is_known_here() -> None:
    assert service_model_errors().keys() == INVOKE_MODEL.keys()
    assert service_model_errors().keys() <= TRANSLATIONS.keys()


@for_each("code", INVOKE_MODEL)
def test_an_error_of_the_service_model_has_its_class(code: str) -> None:
    error = translation(client_error(code, service_model_errors()[code]))

    assert type(error) is INVOKE_MODEL[code]


def test_only_busy_is_sent_again() -> None:
    assert {"ThrottlingException", "ModelNotReadyException", "ServiceUnavailableException"} == (
        BUSY_CODES
    )
    assert all(TRANSLATIONS[code][0] is errors.ModelBusyError for code in BUSY_CODES)


@for_each("code", CREDENTIALS)
def test_credentials(code: str) -> None:
    assert type(translation(client_error(code, 403))) is errors.ModelCredentialsError


@for_each("code", TRANSLATIONS)
def test_a_sentence_is_whole(code: str) -> None:
    sentence = str(translation(client_error(code)))

    assert sentence.endswith(".")
    assert "{" not in sentence


def test_access_denied_says_both_causes() -> None:
    sentence = str(translation(client_error("AccessDeniedException", 403)))

    assert "15 minutes" in sentence
    assert "bedrock:InvokeModel" in sentence
    assert CORE in sentence


def library_errors() -> list[type[Exception]]:
    """Every exception class of botocore."""
    return [
        cls
        for _, cls in inspect.getmembers(aws, inspect.isclass)
        if issubclass(cls, aws.BotoCoreError)
    ]


@for_each("cls", library_errors(), ids=lambda cls: cls.__name__)
def test_every_error_of_the_library_is_translated(cls: type[Exception]) -> None:
    # Without its own __init__, whose arguments differ from class to class.
    assert isinstance(translation(cls.__new__(cls)), errors.ModelError)


URL = "https://bedrock-runtime.us-west-2.amazonaws.com"
LIBRARY: list[tuple[Exception, type[errors.ImageSpeakError], str]] = [
    (aws.NoCredentialsError(), errors.ModelCredentialsError, "aws configure"),
    (
        aws.PartialCredentialsError(provider="env", cred_var="AWS_SECRET_ACCESS_KEY"),
        errors.ModelCredentialsError,
        "aws configure",
    ),
    (aws.ProfileNotFound(profile="x"), errors.ModelCredentialsError, "aws configure"),
    (
        aws.TokenRetrievalError(provider="sso", error_msg="expired"),
        errors.ModelCredentialsError,
        "sso login",
    ),
    (aws.UnauthorizedSSOTokenError(), errors.ModelCredentialsError, "sso login"),
    (aws.NoRegionError(), errors.ModelUnreachableError, "IMAGESPEAK_BEDROCK_REGION"),
    (
        aws.InvalidRegionError(region_name="?"),
        errors.ModelUnreachableError,
        "IMAGESPEAK_BEDROCK_REGION",
    ),
    (
        aws.EndpointConnectionError(endpoint_url=URL),
        errors.ModelUnreachableError,
        "internet connection",
    ),
    (
        aws.ConnectTimeoutError(endpoint_url=URL),
        errors.ModelUnreachableError,
        "internet connection",
    ),
    (
        aws.ProxyConnectionError(proxy_url="http://proxy"),
        errors.ModelUnreachableError,
        "internet connection",
    ),
    (aws.SSLError(endpoint_url=URL, error=OSError()), errors.ModelUnreachableError, "certificate"),
    (aws.ReadTimeoutError(endpoint_url=URL), errors.ModelTimeoutError, "too long"),
    (aws.ConnectionClosedError(endpoint_url=URL), errors.ModelUnreachableError, "was cut"),
    (aws.ResponseStreamingError(error="x"), errors.ModelUnreachableError, "was cut"),
    (
        aws.IncompleteReadError(actual_bytes=1, expected_bytes=2),
        errors.ModelUnreachableError,
        "was cut",
    ),
    (urllib3.exceptions.ProtocolError("x"), errors.ModelUnreachableError, "was cut"),
    (aws.ParamValidationError(report="x"), errors.ModelError, "IMAGESPEAK_STANDARD_MODEL"),
]


@for_each("exc, error_class, part", LIBRARY, ids=lambda exc, error_class, part: repr(exc))
def test_an_error_of_the_library_has_its_class_and_next_step(
    exc: Exception, error_class: type[errors.ImageSpeakError], part: str
) -> None:
    error = translation(exc)

    assert type(error) is error_class
    assert part in str(error)


@for_each("exc", [AttributeError("get"), TypeError("x"), ValueError("x")])
def test_what_the_library_stumbles_over_is_a_model_error(exc: Exception) -> None:
    assert type(translation(exc)) is errors.ModelError


def test_errors_of_ours_pass() -> None:
    ours = errors.PromptRefusedError("No.")
    with pytest.raises(errors.PromptRefusedError) as caught, translated(TARGET):
        raise ours
    assert caught.value is ours


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(KeyError), translated(TARGET):
        raise KeyError("x")


@settings(deadline=None)
@given(
    code=st.one_of(st.text(), st.integers(), st.none(), st.sampled_from(list(TRANSLATIONS))),
    status=st.one_of(st.integers(100, 599), st.none()),
    message=st.one_of(st.text(), st.none(), st.integers()),
)
def test_whatever_the_answer_says_it_is_translated(
    code: object, status: object, message: object
) -> None:
    translation(client_error(code, status, message))


@settings(deadline=None)
@given(st.text())
def test_retry_after_is_a_small_number_or_nothing(text: str) -> None:
    exc = client_error("ThrottlingException", 429)
    metadata: Any = exc.response["ResponseMetadata"]
    metadata["HTTPHeaders"]["retry-after"] = text

    seconds = retry_after_s(exc)

    assert seconds is None or 0 <= seconds <= 99_999


@for_each(
    "model_id, parts",
    [
        ("amazon.nova-canvas-v1:0", ["2026-09-30", CORE]),
        ("amazon.titan-image-generator-v2:0", ["2026-06-30", CORE]),
        ("stability.stable-image-core-v1:0", [CORE]),
    ],
)
def test_a_404_of_a_retired_model_tells_its_date_and_what_to_use(
    model_id: str, parts: list[str]
) -> None:
    target = Target(model_id, "premium", "us-west-2")

    error = translation(client_error("ResourceNotFoundException", 404), target)

    for part in [model_id, "IMAGESPEAK_PREMIUM_MODEL", *parts]:
        assert part in str(error)
