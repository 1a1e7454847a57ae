"""What AWS Lambda is called with, and the request's fields inside it.

An event is either the request itself (direct invocation) or an envelope around it (API Gateway
REST and HTTP, function URL, load balancer), whose `body` is JSON text, base64 of it, or an object.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from imagespeak_core.errors import InvalidRequestError

Fields = Mapping[str, object]
"""A JSON object, not checked yet."""

_ENVELOPE_MARKS = ("requestContext", "httpMethod", "headers", "body")


def is_preflight(event: object) -> bool:
    """Whether a browser only asks if it may send a request."""
    return _is_envelope(event) and _method(event) == "OPTIONS"


def read_fields(event: object) -> Fields:
    """The request's JSON object; empty where the envelope has no body.

    Raises:
        InvalidRequestError: It is no JSON object, or did not come by POST.
    """
    if not isinstance(event, dict):
        raise _not_an_object()
    if not _is_envelope(event):
        return event
    if _method(event) != "POST":
        raise InvalidRequestError("method", "Send a POST request with a JSON object as its body.")
    body = event.get("body")
    if isinstance(body, str) and event.get("isBase64Encoded") is True:
        body = _from_base64(body)
    if body is None or (isinstance(body, str) and not body.strip()):
        return {}
    if isinstance(body, str):
        body = _from_json(body)
    if not isinstance(body, dict):
        raise _not_an_object()
    return body


def _is_envelope(event: object) -> bool:
    """An envelope never has a sessionId of its own; a direct request may have any field."""
    return (
        isinstance(event, dict)
        and event.get("sessionId") is None
        and any(mark in event for mark in _ENVELOPE_MARKS)
    )


def _method(event: object) -> str:
    """The HTTP method; POST where the envelope is too short to say."""
    places = (("httpMethod",), ("requestContext", "http", "method"))
    for method in (_member(event, *place) for place in places):
        if isinstance(method, str):
            return method.upper()
    return "POST"


def _member(value: object, *names: str) -> object:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _from_base64(body: str) -> str:
    try:
        return base64.b64decode(body, validate=True).decode()
    except ValueError as exc:
        raise InvalidRequestError("body", "The body can't be read as base64 of UTF-8.") from exc


def _from_json(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as exc:
        raise _not_an_object() from exc


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _not_an_object() -> InvalidRequestError:
    return InvalidRequestError("body", "The request is not a JSON object. Send one, in braces.")
