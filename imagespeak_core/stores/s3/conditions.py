"""What a server's answer to a conditional write means, whoever made the server."""

from __future__ import annotations

from typing import Literal

from botocore.exceptions import ClientError

from imagespeak_core.aws.failures import error_code
from imagespeak_core.stores.s3.errors import (
    NOT_THERE,
    error_status,
    error_words,
)

Meaning = Literal["not as expected", "try again", "conditions are unknown", "something else"]

_CONFLICT = 409
# 304 is what some say where they should say 412.
_NOT_AS_EXPECTED = {304, 412}
_ALREADY_THERE = {"FileAlreadyExists", "KeyAlreadyExists", "ObjectAlreadyExists"}

_CAN_NOT = {405, 501}
_CAN_NOT_CODES = {"NotImplemented", "XNotImplemented", "UnsupportedOperation"}
_BAD_REQUEST = 400
_ABOUT_CONDITIONS = ("if-none-match", "if-match", "ifnonematch", "ifmatch", "condition", "header")


def meaning(exc: ClientError) -> Meaning:
    """What it means that a write with `If-None-Match` or `If-Match` was refused."""
    code, status = error_code(exc), error_status(exc)
    if status in _NOT_AS_EXPECTED or code in _ALREADY_THERE | NOT_THERE:
        return "not as expected"
    if status == _CONFLICT:
        return "try again"
    if status in _CAN_NOT or code in _CAN_NOT_CODES:
        return "conditions are unknown"
    words = error_words(exc).lower()
    names_them = any(part in words for part in _ABOUT_CONDITIONS)
    if status == _BAD_REQUEST and code.startswith("Invalid") and names_them:
        return "conditions are unknown"
    return "something else"
