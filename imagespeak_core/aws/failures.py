"""Why a call to AWS failed: one of a few reasons, whatever service was asked.

A service knows its own codes besides, and what people read of each reason.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Literal

from botocore import exceptions as aws
from urllib3.exceptions import HTTPError

from imagespeak_core.aws.connection import REFUSED_CODES, is_refusal

Reason = Literal[
    "busy",
    "quota",
    "timeout",
    "failed",
    "rejected",
    "odd",
    "access",
    "unreachable",
    "no region",
    "cut",
    "no certificate",
    "no credentials",
    "expired",
    "wrong credentials",
]
"""Nothing was done, and nothing paid, but for `timeout`, `cut`, `failed` and `odd`: then nobody
knows."""

CREDENTIALS_SENTENCES: Mapping[Reason, str] = MappingProxyType(
    {
        "no credentials": (
            "No complete AWS credentials were found. The owner should set them up (for example "
            "with 'aws configure' or 'aws sso login'), then try again."
        ),
        "expired": (
            "The AWS credentials have expired. The owner should renew them (for example with 'aws "
            "sso login'), then try again."
        ),
        "wrong credentials": (
            "AWS does not accept these credentials. The owner should check the access key and the "
            "secret key, and that the computer's clock is right."
        ),
    }
)
"""What people read where it is the credentials, whatever service was asked."""

# https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html,
# https://docs.aws.amazon.com/transcribe/latest/APIReference/CommonErrors.html and
# https://docs.aws.amazon.com/polly/latest/dg/CommonErrors.html (2026-11).
COMMON_CODES: Mapping[str, Reason] = MappingProxyType(
    {
        **dict.fromkeys(REFUSED_CODES, "wrong credentials"),
        "ExpiredToken": "expired",
        "ExpiredTokenException": "expired",
        "SecurityTokenExpired": "expired",
        "TokenRefreshRequired": "expired",
        "MissingAuthenticationToken": "no credentials",
        "MissingAuthenticationTokenException": "no credentials",
        "AccessDenied": "access",
        "AccessDeniedException": "access",
        "NotAuthorized": "access",
        "OptInRequired": "access",
        "SubscriptionRequiredException": "access",
        "UnauthorizedException": "access",
        "LimitExceededException": "busy",
        "RequestLimitExceeded": "busy",
        "ServiceUnavailable": "busy",
        "ServiceUnavailableException": "busy",
        "Throttling": "busy",
        "ThrottlingException": "busy",
        "TooManyRequestsException": "busy",
        "ServiceQuotaExceededException": "quota",
        "InternalFailure": "failed",
        "InternalFailureException": "failed",
        "InternalServerException": "failed",
        "ServiceFailureException": "failed",
        "RequestTimeout": "timeout",
        "RequestTimeoutException": "timeout",
        "InvalidParameterValue": "rejected",
        "ResourceNotFoundException": "rejected",
        "ValidationError": "rejected",
        "ValidationException": "rejected",
    }
)

# For answers without a code of AWS's own, such as a proxy's HTML page.
_BY_STATUS: Mapping[object, Reason] = MappingProxyType(
    {
        401: "wrong credentials",
        403: "access",
        407: "unreachable",
        408: "timeout",
        429: "busy",
        **dict.fromkeys(range(500, 600), "failed"),
        502: "cut",
        503: "busy",
        504: "timeout",
    }
)

# botocore's own errors, the first that fits. Those that say "cut" come when the call has gone out.
_BY_CLASS: tuple[tuple[tuple[type[Exception], ...], Reason], ...] = (
    ((aws.ReadTimeoutError,), "timeout"),
    ((aws.SSLError,), "no certificate"),
    ((aws.ConnectionError,), "unreachable"),
    ((aws.HTTPClientError, aws.IncompleteReadError, HTTPError), "cut"),
    ((aws.NoRegionError, aws.InvalidRegionError, aws.EndpointProviderError), "no region"),
    (
        (
            aws.TokenRetrievalError,
            aws.SSOError,
            aws.LoginError,
            aws.RefreshWithMFAUnsupportedError,
        ),
        "expired",
    ),
    (
        (
            aws.NoCredentialsError,
            aws.PartialCredentialsError,
            aws.CredentialRetrievalError,
            aws.MetadataRetrievalError,
            aws.NoAuthTokenError,
            aws.ProfileNotFound,
            aws.UnknownCredentialError,
            aws.InvalidConfigError,
            aws.ConfigNotFound,
            aws.ConfigParseError,
            aws.MissingDependencyException,
        ),
        "no credentials",
    ),
    ((aws.ParamValidationError,), "rejected"),
)
_RAISED = (
    *(aws.ClientError, aws.BotoCoreError, HTTPError),
    *(AttributeError, TypeError, ValueError),
)
"""The last ones are what botocore itself stumbles with over an answer that is not AWS's, such as
an error whose body is a JSON list."""

_NO_CODES: Mapping[str, Reason] = MappingProxyType({})
_SECONDS = re.compile(r"[0-9]{1,5}")


@contextmanager
def translated(
    error_of: Callable[[Exception, Reason], Exception],
    *,
    own: Mapping[str, Reason] = _NO_CODES,
    odd: tuple[type[Exception], ...] = (),
) -> Iterator[None]:
    """Turn whatever AWS's library raises inside into an error of ours.

    Args:
        error_of: Ours, of AWS's and its reason.
        own: What the service's own codes mean.
        odd: What else an odd answer makes the code inside stumble with.
    """
    try:
        yield
    except Exception as exc:
        if isinstance(exc, (*_RAISED, *odd)) or is_refusal(exc):
            raise error_of(exc, reason_of(exc, own)) from exc
        raise


def reason_of(exc: Exception, own: Mapping[str, Reason] = _NO_CODES) -> Reason:
    """Why a call of boto3's failed; `odd` where nothing is known of it.

    Args:
        exc: Whatever it raised.
        own: What the service's own codes mean.
    """
    if not isinstance(exc, aws.ClientError):
        fitting = (reason for classes, reason in _BY_CLASS if isinstance(exc, classes))
        return next(fitting, "expired" if is_refusal(exc) else "odd")
    code = error_code(exc)
    status = exc.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return own.get(code) or COMMON_CODES.get(code) or _BY_STATUS.get(status, "odd")


def is_untrusted(exc: BaseException) -> bool:
    """Whether the other side's certificate was not accepted: before anything was sent.

    Other `no certificate` errors can come in the middle of an answer.
    """
    found: BaseException | None = exc
    while found is not None and not isinstance(found, ssl.SSLCertVerificationError):
        found = found.__cause__ or found.__context__
    return found is not None


def error_code(exc: Exception) -> str:
    """AWS's name of the error, or the HTTP status as text where it gave none; else empty."""
    return _told(exc, "Code")


def error_message(exc: Exception) -> str:
    """AWS's words beside the name; empty where there are none."""
    return _told(exc, "Message")


def retry_after_s(exc: Exception) -> int | None:
    """The whole seconds of a `Retry-After` header; None where there are none."""
    if not isinstance(exc, aws.ClientError):
        return None
    headers = exc.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    text = str(headers.get("retry-after", ""))
    return int(text) if _SECONDS.fullmatch(text) else None


def _told(exc: Exception, part: str) -> str:
    error = exc.response.get("Error", {}) if isinstance(exc, aws.ClientError) else {}
    return str(error.get(part, ""))
