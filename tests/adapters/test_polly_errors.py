"""Everything that Amazon Polly can say has a translation."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import botocore.session
import pytest
import urllib3.exceptions
from botocore import exceptions as aws

from imagespeak_core.aws.failures import COMMON_CODES, Reason
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from imagespeak_core.voices.polly.errors import (
    OF_THE_SENTENCE,
    OWN_CODES,
    SENTENCES,
    Target,
    translated,
)
from tests.for_each import for_each

TARGET = Target("Joanna", "neural", "eu-west-1")
URL = "https://polly.eu-west-1.amazonaws.com"

SYNTHESIZE_SPEECH: dict[str, type[ImageSpeakError]] = {
    "ConflictException": VoiceError,
    "EngineNotSupportedException": VoiceUnreadyError,
    "InvalidSampleRateException": VoiceError,
    "InvalidSsmlException": VoiceError,
    "LanguageNotSupportedException": VoiceUnreadyError,
    "LexiconNotFoundException": VoiceError,
    "MarksNotSupportedForFormatException": VoiceError,
    "ResourceNotFoundException": VoiceUnreadyError,
    "ServiceFailureException": VoiceError,
    "SsmlMarksNotSupportedForTextTypeException": VoiceError,
    "TextLengthExceededException": VoiceError,
}
CODES = {*COMMON_CODES, *OWN_CODES, *OF_THE_SENTENCE}


@cache
def service_model_errors() -> dict[str, int]:
    """Each error of SynthesizeSpeech and its HTTP status, as the installed botocore knows them."""
    model = botocore.session.get_session().get_service_model("polly")
    shapes = model.operation_model("SynthesizeSpeech").error_shapes
    return {shape.name: shape.metadata["error"]["httpStatusCode"] for shape in shapes}


def translation(exc: Exception, target: Target = TARGET) -> ImageSpeakError:
    with pytest.raises(ImageSpeakError) as caught, translated(target):
        raise exc
    assert caught.value.__cause__ is exc
    return caught.value


def client_error(code: object, status: object = 400, message: object = "No.") -> aws.ClientError:
    response: Any = {
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {}},
    }
    return aws.ClientError(response, "SynthesizeSpeech")


def test_every_error_of_the_service_model_is_known_here() -> None:
    # The models of older and newer libraries differ by the last ones.
    assert service_model_errors().keys() <= SYNTHESIZE_SPEECH.keys()
    assert SYNTHESIZE_SPEECH.keys() <= CODES


@for_each("code", SYNTHESIZE_SPEECH)
def test_an_error_of_the_service_model_has_its_class(code: str) -> None:
    error = translation(client_error(code, service_model_errors().get(code, 400)))

    assert type(error) is SYNTHESIZE_SPEECH[code]


@for_each("code", ["ThrottlingException", "Throttling", "TooManyRequestsException"])
def test_throttling_is_busy(code: str) -> None:
    assert type(translation(client_error(code))) is VoiceBusyError


def test_each_reason_has_its_sentence() -> None:
    assert SENTENCES.keys() == set(get_args(Reason))


@for_each("code", CODES)
def test_a_sentence_is_whole(code: str) -> None:
    for target in (TARGET, Target("Joanna", "neural", None)):
        sentence = str(translation(client_error(code), target))
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "None" not in sentence


def test_what_is_wrong_with_the_settings_names_them() -> None:
    sentence = str(translation(client_error("EngineNotSupportedException")))

    for part in ("IMAGESPEAK_POLLY_VOICE", "IMAGESPEAK_POLLY_ENGINE", "'neural'", "'eu-west-1'"):
        assert part in sentence


def test_a_missing_right_is_named() -> None:
    assert "polly:SynthesizeSpeech" in str(translation(client_error("AccessDeniedException", 403)))


LIBRARY: list[tuple[Exception, type[ImageSpeakError], str]] = [
    (aws.NoCredentialsError(), VoiceUnreadyError, "aws configure"),
    (aws.ProfileNotFound(profile="x"), VoiceUnreadyError, "aws configure"),
    (aws.UnauthorizedSSOTokenError(), VoiceUnreadyError, "sso login"),
    (RuntimeError("refreshed credentials are still expired"), VoiceUnreadyError, "sso login"),
    (aws.NoRegionError(), VoiceUnreadyError, "IMAGESPEAK_SPEAKING_REGION"),
    (aws.EndpointConnectionError(endpoint_url=URL), VoiceUnreadyError, "internet connection"),
    (aws.ConnectTimeoutError(endpoint_url=URL), VoiceUnreadyError, "internet connection"),
    (aws.ProxyConnectionError(proxy_url="http://proxy"), VoiceUnreadyError, "internet connection"),
    (aws.SSLError(endpoint_url=URL, error=OSError()), VoiceUnreadyError, "certificate"),
    (aws.ReadTimeoutError(endpoint_url=URL), VoiceError, "too long"),
    (aws.ConnectionClosedError(endpoint_url=URL), VoiceError, "was cut"),
    (aws.IncompleteReadError(actual_bytes=1, expected_bytes=2), VoiceError, "was cut"),
    (urllib3.exceptions.ProtocolError("x"), VoiceError, "was cut"),
    (aws.ParamValidationError(report="x"), VoiceUnreadyError, "IMAGESPEAK_POLLY_VOICE"),
    (KeyError("AudioStream"), VoiceError, "do not understand"),
    (TypeError("x"), VoiceError, "do not understand"),
    (ValueError("x"), VoiceError, "do not understand"),
]


@for_each("exc, error_class, part", LIBRARY, ids=lambda exc, error_class, part: repr(exc))
def test_an_error_of_the_library_has_its_class_and_next_step(
    exc: Exception, error_class: type[ImageSpeakError], part: str
) -> None:
    error = translation(exc)

    assert type(error) is error_class
    assert part in str(error)


@for_each("exc", [ZeroDivisionError("x"), RuntimeError("x"), VoiceError("Ours.")])
def test_what_is_our_own_passes(exc: Exception) -> None:
    with pytest.raises(type(exc)) as caught, translated(TARGET):
        raise exc
    assert caught.value is exc
