"""Everything that AWS can say has a translation."""

from __future__ import annotations

import ssl
from functools import cache
from typing import Any, get_args

import botocore.session
import pytest
import urllib3.exceptions
from botocore import exceptions as aws

from imagespeak_core import errors
from imagespeak_core.aws.failures import COMMON_CODES, Reason
from imagespeak_core.generators.bedrock.catalog import CORE
from imagespeak_core.generators.bedrock.errors import (
    BUSY_CODES,
    OWN_CODES,
    PICTURE_SENTENCES,
    Sentences,
    Target,
    translated,
)
from imagespeak_core.viewers.bedrock.sentences import VIEW_SENTENCES
from tests.for_each import for_each

TARGET = Target(CORE, "standard", "us-west-2")

INVOKE_MODEL: dict[str, type[errors.ImageSpeakError]] = {
    "AccessDeniedException": errors.ModelAccessError,
    "InternalServerException": errors.ModelError,
    "ModelErrorException": errors.ModelError,
    "ModelNotReadyException": errors.ModelBusyError,
    "ModelTimeoutException": errors.ModelTimeoutError,
    "ResourceNotFoundException": errors.ModelRetiredError,
    "ServiceQuotaExceededException": errors.ModelQuotaError,
    "ServiceUnavailableException": errors.ModelBusyError,
    "ThrottlingException": errors.ModelBusyError,
    "ValidationException": errors.ModelRejectedError,
}
CODES = {*COMMON_CODES, *OWN_CODES}
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
    assert service_model_errors().keys() <= CODES


@for_each("code", INVOKE_MODEL)
def test_an_error_of_the_service_model_has_its_class(code: str) -> None:
    error = translation(client_error(code, service_model_errors()[code]))

    assert type(error) is INVOKE_MODEL[code]


def test_only_busy_is_sent_again() -> None:
    assert {"ThrottlingException", "ModelNotReadyException", "ServiceUnavailableException"} == (
        BUSY_CODES
    )
    for code in BUSY_CODES:
        assert type(translation(client_error(code))) is errors.ModelBusyError


@for_each("code", CREDENTIALS)
def test_credentials(code: str) -> None:
    assert type(translation(client_error(code, 403))) is errors.ModelCredentialsError


def test_each_reason_has_its_sentence() -> None:
    assert PICTURE_SENTENCES.keys() == set(get_args(Reason))


@for_each("code", CODES)
def test_a_sentence_is_whole(code: str) -> None:
    sentence = str(translation(client_error(code)))

    assert sentence.endswith(".")
    assert "{" not in sentence


@for_each("sentences", [PICTURE_SENTENCES, VIEW_SENTENCES])
def test_access_denied_says_each_cause(sentences: Sentences) -> None:
    with pytest.raises(errors.ModelAccessError) as caught, translated(TARGET, sentences):
        raise client_error("AccessDeniedException", 403)
    sentence = str(caught.value)

    assert "15 minutes" in sentence
    assert "playground" in sentence
    assert "bedrock:InvokeModel" in sentence
    assert CORE in sentence


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
    (aws.NoRegionError(), errors.ModelNotReachedError, "IMAGESPEAK_BEDROCK_REGION"),
    (
        aws.InvalidRegionError(region_name="?"),
        errors.ModelNotReachedError,
        "IMAGESPEAK_BEDROCK_REGION",
    ),
    (
        aws.EndpointConnectionError(endpoint_url=URL),
        errors.ModelNotReachedError,
        "internet connection",
    ),
    (
        aws.ConnectTimeoutError(endpoint_url=URL),
        errors.ModelNotReachedError,
        "internet connection",
    ),
    (
        aws.ProxyConnectionError(proxy_url="http://proxy"),
        errors.ModelNotReachedError,
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
    (aws.ParamValidationError(report="x"), errors.ModelRejectedError, "IMAGESPEAK_STANDARD_MODEL"),
    (AttributeError("get"), errors.ModelError, "do not understand"),
    (TypeError("x"), errors.ModelError, "do not understand"),
    (ValueError("x"), errors.ModelError, "do not understand"),
    (
        RuntimeError("refreshed credentials are still expired"),
        errors.ModelCredentialsError,
        "sso login",
    ),
]


@for_each("exc, error_class, part", LIBRARY, ids=lambda exc, error_class, part: repr(exc))
def test_an_error_of_the_library_has_its_class_and_next_step(
    exc: Exception, error_class: type[errors.ImageSpeakError], part: str
) -> None:
    error = translation(exc)

    assert type(error) is error_class
    assert part in str(error)


def test_behind_a_certificate_that_is_not_trusted_nothing_was_sent() -> None:
    def handshake(error: Exception) -> aws.SSLError:
        try:
            try:
                raise error
            except ssl.SSLError as exc:
                raise urllib3.exceptions.SSLError(exc)  # noqa: B904 - as urllib3 does
        except urllib3.exceptions.SSLError as exc:
            ours = aws.SSLError(endpoint_url=URL, error=exc)
            ours.__context__ = exc
            return ours

    untrusted = translation(handshake(ssl.SSLCertVerificationError("self-signed")))
    assert type(untrusted) is errors.ModelNotReachedError
    assert "certificate" in str(untrusted)
    broken_later = translation(handshake(ssl.SSLError("bad record mac")))
    assert type(broken_later) is errors.ModelUnreachableError


def test_errors_of_ours_pass() -> None:
    ours = errors.PromptRefusedError("No.")
    with pytest.raises(errors.PromptRefusedError) as caught, translated(TARGET):
        raise ours
    assert caught.value is ours


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(KeyError), translated(TARGET):
        raise KeyError("x")


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
