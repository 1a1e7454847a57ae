"""What AWS says when a call fails, in our words. The one place where that is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from botocore import exceptions as aws
from urllib3.exceptions import HTTPError

from imagespeak_core.errors import (
    ImageSpeakError,
    ModelAccessError,
    ModelBusyError,
    ModelCredentialsError,
    ModelError,
    ModelRetiredError,
    ModelTimeoutError,
    ModelUnreachableError,
)
from imagespeak_core.generators.bedrock.catalog import MODELS, retired_notice
from imagespeak_core.models import Quality

BUSY_CODES = frozenset(
    {"ThrottlingException", "ModelNotReadyException", "ServiceUnavailableException"}
)
"""Nothing was made and nothing paid: the only errors after which a call is sent again."""

_SECONDS = re.compile(r"[0-9]{1,5}")

_BUSY = "The picture model is busy. Wait a minute, then try again."
_QUOTA = (
    "This AWS account has used up its quota for pictures. Wait a little, then try again. The owner "
    "can ask for more in AWS Service Quotas."
)
_TIMEOUT = (
    "The picture took too long, so we stopped waiting. Nothing was stored, but it may have been "
    "paid for. Wait a minute, then try again."
)
_FAILED = "The picture model had a problem. Nothing was stored. Try again in a minute."
_REJECTED = (
    "The picture model did not accept the request. Nothing was stored. Try other words. If that "
    "does not help, the owner should look at the model {model_id!r}, set by {setting}."
)
_ODD = (
    "AWS answered with something that we do not understand. Nothing was stored. "
    "Try again; if it happens again, tell the owner."
)
_ACCESS = (
    "This AWS account may not use the model {model_id!r}, or not yet. AWS opens a model at its "
    "first use; that can need up to 15 minutes. Wait, then try again. If that does not help, the "
    "owner must allow bedrock:InvokeModel for it."
)
_UNREACHABLE = (
    "There is no way to the picture model in the AWS region {region!r}. Check the internet "
    "connection, then try again. If that does not help, the owner should check "
    "IMAGESPEAK_BEDROCK_REGION and the network."
)
_CUT = (
    "The connection to the picture model was cut before the picture arrived. Nothing was stored, "
    "but it may have been paid for. Try again."
)
_NO_CERTIFICATE = (
    "No safe connection to the picture model: its certificate could not be checked. The owner "
    "should check the computer's clock, the proxy and AWS_CA_BUNDLE."
)
_NO_CREDENTIALS = (
    "No complete AWS credentials were found. The owner should set them up (for example with "
    "'aws configure' or 'aws sso login'), then try again."
)
_EXPIRED = (
    "The AWS credentials have expired. The owner should renew them (for example with "
    "'aws sso login'), then try again."
)
_WRONG_CREDENTIALS = (
    "AWS does not accept these credentials. The owner should check the access key and the secret "
    "key, and that the computer's clock is right."
)

# First every error of InvokeModel in botocore's service model, then those that all of AWS has in
# common: https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
# (2026-11).
TRANSLATIONS: dict[str, tuple[type[ImageSpeakError], str]] = {
    "ThrottlingException": (ModelBusyError, _BUSY),
    "ModelNotReadyException": (ModelBusyError, _BUSY),
    "ServiceUnavailableException": (ModelBusyError, _BUSY),
    "ServiceQuotaExceededException": (ModelBusyError, _QUOTA),
    "ModelTimeoutException": (ModelTimeoutError, _TIMEOUT),
    "ModelErrorException": (ModelError, _FAILED),
    "InternalServerException": (ModelError, _FAILED),
    "ValidationException": (ModelError, _REJECTED),
    "ResourceNotFoundException": (ModelRetiredError, ""),
    "AccessDeniedException": (ModelAccessError, _ACCESS),
    "InternalFailure": (ModelError, _FAILED),
    "ServiceUnavailable": (ModelBusyError, _BUSY),
    "Throttling": (ModelBusyError, _BUSY),
    "TooManyRequestsException": (ModelBusyError, _BUSY),
    "RequestTimeoutException": (ModelTimeoutError, _TIMEOUT),
    "ValidationError": (ModelError, _REJECTED),
    "AccessDenied": (ModelAccessError, _ACCESS),
    "NotAuthorized": (ModelAccessError, _ACCESS),
    "OptInRequired": (ModelAccessError, _ACCESS),
    "UnauthorizedException": (ModelAccessError, _ACCESS),
    "ExpiredToken": (ModelCredentialsError, _EXPIRED),
    "ExpiredTokenException": (ModelCredentialsError, _EXPIRED),
    "RequestExpired": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "UnrecognizedClientException": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "InvalidClientTokenId": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "InvalidSignatureException": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "SignatureDoesNotMatch": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "IncompleteSignature": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "IncompleteSignatureException": (ModelCredentialsError, _WRONG_CREDENTIALS),
    "MissingAuthenticationToken": (ModelCredentialsError, _NO_CREDENTIALS),
    "MissingAuthenticationTokenException": (ModelCredentialsError, _NO_CREDENTIALS),
}

# For answers without a code of AWS's own, such as a proxy's HTML page.
_BY_STATUS: dict[int, tuple[type[ImageSpeakError], str]] = {
    401: (ModelCredentialsError, _WRONG_CREDENTIALS),
    403: (ModelAccessError, _ACCESS),
    407: (ModelUnreachableError, _UNREACHABLE),
    408: (ModelTimeoutError, _TIMEOUT),
    429: (ModelBusyError, _BUSY),
    500: (ModelError, _FAILED),
    502: (ModelUnreachableError, _CUT),
    503: (ModelBusyError, _BUSY),
    504: (ModelTimeoutError, _TIMEOUT),
}

# botocore's own errors, the first that fits. Those that say "cut" come when the call has gone out.
_BY_CLASS: tuple[tuple[tuple[type[Exception], ...], type[ImageSpeakError], str], ...] = (
    ((aws.ReadTimeoutError,), ModelTimeoutError, _TIMEOUT),
    ((aws.SSLError,), ModelUnreachableError, _NO_CERTIFICATE),
    ((aws.ConnectionError,), ModelUnreachableError, _UNREACHABLE),
    ((aws.HTTPClientError, aws.IncompleteReadError, HTTPError), ModelUnreachableError, _CUT),
    (
        (aws.NoRegionError, aws.InvalidRegionError, aws.EndpointProviderError),
        ModelUnreachableError,
        _UNREACHABLE,
    ),
    (
        (
            aws.TokenRetrievalError,
            aws.SSOError,
            aws.LoginError,
            aws.RefreshWithMFAUnsupportedError,
        ),
        ModelCredentialsError,
        _EXPIRED,
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
        ModelCredentialsError,
        _NO_CREDENTIALS,
    ),
    ((aws.ParamValidationError,), ModelError, _REJECTED),
)


@dataclass(frozen=True, slots=True)
class Target:
    """What is called, for the sentences.

    Attributes:
        model_id: The model's raw id.
        quality: Which setting named the model.
        region: Where it is called.
    """

    model_id: str
    quality: Quality
    region: str

    @property
    def setting(self) -> str:
        """The name of the setting that chose the model."""
        return f"IMAGESPEAK_{self.quality.upper()}_MODEL"


@contextmanager
def translated(target: Target) -> Iterator[None]:
    """Turn whatever AWS's library raises inside into an error of ours.

    The last three are what botocore itself stumbles with over an answer that is not AWS's, such
    as an error whose body is a JSON list.
    """
    try:
        yield
    except aws.ClientError as exc:
        raise _from_answer(exc, target) from exc
    except (aws.BotoCoreError, HTTPError) as exc:
        raise _from_library(exc, target) from exc
    except (AttributeError, TypeError, ValueError) as exc:
        raise ModelError(_ODD) from exc


def error_code(exc: aws.ClientError) -> str:
    """AWS's name of the error, or the HTTP status as text where it gave none."""
    return str(exc.response.get("Error", {}).get("Code", ""))


def retry_after_s(exc: aws.ClientError) -> int | None:
    """The whole seconds of a `Retry-After` header; None where there are none."""
    headers = exc.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    text = headers.get("retry-after", "")
    return int(text) if _SECONDS.fullmatch(text) else None


def _from_answer(exc: aws.ClientError, target: Target) -> ImageSpeakError:
    code = error_code(exc)
    status = exc.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    error_class, sentence = TRANSLATIONS.get(code) or _BY_STATUS.get(status) or (ModelError, _ODD)
    if error_class is ModelRetiredError or _names_unknown_model(exc, code):
        return ModelRetiredError(_why_no_model(target))
    if error_class is ModelBusyError:
        return ModelBusyError(sentence, retry_after_s=retry_after_s(exc))
    return error_class(_filled(sentence, target))


def _from_library(exc: Exception, target: Target) -> ImageSpeakError:
    for classes, error_class, sentence in _BY_CLASS:
        if isinstance(exc, classes):
            return error_class(_filled(sentence, target))
    return ModelError(_ODD)


def _names_unknown_model(exc: aws.ClientError, code: str) -> bool:
    # An id that AWS has never heard of is a ValidationException, with these words in it.
    message = str(exc.response.get("Error", {}).get("Message", ""))
    return code == "ValidationException" and "model identifier is invalid" in message


def _why_no_model(target: Target) -> str:
    notice = retired_notice(target.model_id)
    if notice is not None:
        return f"{notice} The owner can set it with {target.setting}."
    model = MODELS.get(target.model_id)
    if model is not None and target.region not in model.regions:
        regions = ", ".join(sorted(model.regions))
        return (
            f"The model {target.model_id!r} is not in the AWS region {target.region!r}. The owner "
            f"can set IMAGESPEAK_BEDROCK_REGION to one of: {regions}."
        )
    return (
        f"AWS has no model {target.model_id!r} in the region {target.region!r}: its life has "
        f"ended, or the id is wrong. The owner can choose another with {target.setting}."
    )


def _filled(sentence: str, target: Target) -> str:
    return sentence.format(model_id=target.model_id, setting=target.setting, region=target.region)
