"""Whatever AWS and its library say has a reason, for each service the same."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import pytest
import urllib3.exceptions
from botocore import exceptions as aws
from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.aws.connection import REFUSED_CODES
from imagespeak_core.aws.failures import (
    COMMON_CODES,
    CREDENTIALS_SENTENCES,
    Reason,
    reason_of,
    retry_after_s,
    translated,
)
from imagespeak_core.errors import ImageSpeakError
from tests.for_each import for_each


class ToldError(ImageSpeakError):
    """Ours, with the reason for its words."""


def told(_: Exception, reason: Reason) -> ToldError:
    return ToldError(reason)


def reason_told(exc: Exception, **changes: Any) -> str:
    with pytest.raises(ToldError) as caught, translated(told, **changes):
        raise exc
    assert caught.value.__cause__ is exc
    return str(caught.value)


def client_error(code: object, status: object = 400, message: object = "No.") -> aws.ClientError:
    response: Any = {
        "Error": {"Code": code, "Message": message},
        "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {}},
    }
    return aws.ClientError(response, "Anything")


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
    assert reason_told(cls.__new__(cls)) in get_args(Reason)


@for_each("code", sorted(REFUSED_CODES))
def test_what_makes_a_connection_look_for_other_credentials_is_told_as_credentials(
    code: str,
) -> None:
    assert reason_of(client_error(code)) in CREDENTIALS_SENTENCES


@for_each(
    "exc, reason",
    [
        (AttributeError("get"), "odd"),
        (TypeError("x"), "odd"),
        (ValueError("x"), "odd"),
        (urllib3.exceptions.ProtocolError("x"), "cut"),
        (RuntimeError("Credentials were refreshed, but the refreshed credentials are still "
                      "expired."), "expired"),
        (client_error("Strange", 418), "odd"),
        (client_error("520", 520), "failed"),
        (client_error("502", 502), "cut"),
    ],
    ids=lambda exc, reason: repr(exc),
)  # fmt: skip
def test_what_the_library_stumbles_over_has_a_reason(exc: Exception, reason: Reason) -> None:
    assert reason_told(exc) == reason


@for_each("exc", [KeyError("x"), RuntimeError("x"), ZeroDivisionError("x"), ImageSpeakError("No.")])
def test_what_is_our_own_passes(exc: Exception) -> None:
    with pytest.raises(type(exc)) as caught, translated(told):
        raise exc
    assert caught.value is exc


def test_a_service_has_codes_of_its_own_and_says_what_else_is_odd() -> None:
    assert reason_told(client_error("Throttling", 429), own={"Throttling": "quota"}) == "quota"
    assert reason_told(KeyError("x"), odd=(KeyError,)) == "odd"


@settings(deadline=None)
@given(
    code=st.one_of(st.text(), st.integers(), st.none(), st.sampled_from(list(COMMON_CODES))),
    status=st.one_of(st.integers(100, 599), st.none()),
    message=st.one_of(st.text(), st.none(), st.integers()),
)
def test_whatever_the_answer_says_it_is_translated(
    code: object, status: object, message: object
) -> None:
    assert reason_told(client_error(code, status, message)) in get_args(Reason)


@settings(deadline=None)
@given(st.text())
def test_retry_after_is_a_small_number_or_nothing(text: str) -> None:
    exc = client_error("ThrottlingException", 429)
    metadata: Any = exc.response["ResponseMetadata"]
    metadata["HTTPHeaders"]["retry-after"] = text

    seconds = retry_after_s(exc)

    assert seconds is None or 0 <= seconds <= 99_999
