"""AWS Lambda's door to the use cases: an event comes in, a status with a body goes out.

`events` finds the fields in the event, `requests` checks them, `answers`
calls the use case and tells of what it gave. Here are the statuses, and what stays warm.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypedDict

# Lambda gives its start more processor time than the calls after it, so boto3 is loaded here.
import imagespeak_core.stores.s3.blobs  # noqa: F401
from imagespeak_core.bootstrap import build_services
from imagespeak_core.classroom.errors import ClassLockedError
from imagespeak_core.errors import (
    DocumentDamagedError,
    ImageSpeakError,
    InvalidRequestError,
    ModelError,
    ModelSilentError,
    ModelTimeoutError,
    ModelUnreachableError,
    NoImagesError,
    RefusedError,
    RetryLaterError,
    SettingsError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.lambda_handler.answers import generate_answer, retrieve_answer
from imagespeak_core.lambda_handler.events import is_preflight, read_fields
from imagespeak_core.lambda_handler.requests import GenerateCall, read_request
from imagespeak_core.operations.calls import within_request
from imagespeak_core.operations.logs import write_in_lambda
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings, load_settings, setting_name
from imagespeak_core.settings.checks import BY_FUNCTION_URL

logger = logging.getLogger(__name__)

STATUSES: dict[type[ImageSpeakError], int] = {
    InvalidRequestError: 400,
    ClassLockedError: 403,
    NoImagesError: 404,
    RefusedError: 422,
    RetryLaterError: 429,
    ModelError: 502,
    ModelUnreachableError: 503,
    ModelTimeoutError: 504,
    DocumentDamagedError: 502,
    StorageError: 502,
    StorageUnreachableError: 503,
    StorageTimeoutError: 504,
    SettingsError: 503,
}
"""The HTTP status of an error; a class that is not listed has that of its parent."""

_OWN_MISTAKE = 500
_ANY_ORIGIN = "*"
_REQUEST_HEADERS = (
    "Content-Type, Authorization, X-Api-Key, X-Amz-Content-Sha256, X-Amz-Date, X-Amz-Security-Token"
)


class ProxyAnswer(TypedDict):
    """What API Gateway and function URLs make an HTTP answer of."""

    statusCode: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    content: Mapping[str, object]
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Warm:
    """Services, and the settings and AWS variables that they were built for."""

    settings: Settings
    aws_variables: Mapping[str, str] = field(repr=False)
    services: Services


def _build(settings: Settings) -> Services:
    """A Lambda may be stopped between two events for as long as it takes, or for good."""
    return build_services(settings, stays=False)


class Door:
    """Answers events. The services are built at the first one that needs them, and kept.

    Args:
        load: Reads the settings; asked anew for each event.
        build: Builds the services; asked again only when settings or AWS variables changed.
    """

    def __init__(
        self,
        *,
        load: Callable[[], Settings] = load_settings,
        build: Callable[[Settings], Services] = _build,
    ) -> None:
        self._load = load
        self._build = build
        self._lock = threading.Lock()
        self._warm: _Warm | None = None

    def answer(self, event: object, *, request_id: str = "") -> ProxyAnswer:
        """Do what the event asks for. Never raises: every trouble has its status.

        Args:
            event: See `lambda_handler`.
            request_id: What Lambda calls the event, for the log.
        """
        with within_request(request_id):
            return self._answer(event)

    def _answer(self, event: object) -> ProxyAnswer:
        origin = _ANY_ORIGIN
        try:
            settings = self._settings_or_error()
            if isinstance(settings, Settings):
                origin = settings.cors_origin
                write_in_lambda(settings.log_format)
            reply = self._reply(event, settings)
        except ImageSpeakError as error:
            reply = _error_reply(error)
        except Exception:
            logger.exception("unexpected error")
            reply = _own_mistake()
        return _proxy_answer(reply, origin)

    def _settings_or_error(self) -> Settings | SettingsError:
        try:
            return self._load()
        except SettingsError as error:
            return error

    def _reply(self, event: object, settings: Settings | SettingsError) -> _Reply:
        """The request is looked at first, so that its mistakes are told whatever the settings."""
        if is_preflight(event):
            return _Reply(200, {"success": True})
        call = read_request(read_fields(event))
        services = self._services(settings)
        if isinstance(call, GenerateCall):
            return _Reply(200, generate_answer(services, call))
        return _Reply(200, retrieve_answer(services, call))

    def _services(self, settings: Settings | SettingsError) -> Services:
        if isinstance(settings, SettingsError):
            raise settings
        if settings.bucket is None:
            raise SettingsError(
                f"{setting_name('bucket')} is not set. The Lambda keeps its pictures in S3 only: "
                "set it to the name of a bucket."
            )
        aws_variables = {name: os.environ[name] for name in os.environ if name.startswith("AWS_")}
        with self._lock:
            warm = self._warm
            if warm is None or (warm.settings, warm.aws_variables) != (settings, aws_variables):
                warm = self._warm = _Warm(settings, aws_variables, self._build(settings))
            return warm.services


_door = Door()


def lambda_handler(event: object, context: object) -> ProxyAnswer:
    """Entry point for AWS Lambda.

    Args:
        event: An API Gateway (REST or HTTP) or function URL event, or the request itself.
        context: Its `aws_request_id` stands in the log; nothing else of it is looked at.

    Returns:
        Status, headers, and a body of JSON text, whichever way the event came.
    """
    return _door.answer(event, request_id=str(getattr(context, "aws_request_id", "")))


def _error_reply(error: ImageSpeakError) -> _Reply:
    status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), None)
    if status is None:
        logger.error("unexpected error", exc_info=error)
        return _own_mistake()
    logger.log(logging.INFO if status < _OWN_MISTAKE else logging.ERROR, "answer: %s", error.code)
    headers = {}
    if isinstance(error, RetryLaterError | ModelSilentError) and error.retry_after_s is not None:
        headers = {"Retry-After": str(error.retry_after_s)}
    return _Reply(status, _error_content(str(error), error.code), headers)


def _own_mistake() -> _Reply:
    sentence = "Something went wrong on our side. Try again; if it goes on, tell the owner."
    return _Reply(_OWN_MISTAKE, _error_content(sentence, ImageSpeakError.code))


def _error_content(sentence: str, code: str) -> dict[str, object]:
    return {"success": False, "error": sentence, "code": code}


def _proxy_answer(reply: _Reply, origin: str) -> ProxyAnswer:
    headers = {"Content-Type": "application/json", **reply.headers}
    if origin != BY_FUNCTION_URL:  # browsers take no answer that names an origin twice
        headers |= {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "POST, OPTIONS",
            "Access-Control-Allow-Headers": _REQUEST_HEADERS,
        }
        if "Retry-After" in headers:
            headers["Access-Control-Expose-Headers"] = "Retry-After"
    return {"statusCode": reply.status, "headers": headers, "body": json.dumps(reply.content)}
