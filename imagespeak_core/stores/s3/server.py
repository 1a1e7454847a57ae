"""Asks the server of one bucket: over a connection that stays current, in the way it wants."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

from imagespeak_core.aws.connection import OneConnection
from imagespeak_core.stores.s3.connection import S3Connection, Way, is_amazons

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_T = TypeVar("_T")

_REDIRECTS = {301, 302, 303, 307, 308}
_OK = 200
_TOO_MANY_REQUESTS = 429
_MOST_TRIES = 6
_DATE_COUNTS_S = 60
"""Two clocks do not come apart by more than milliseconds in this time."""
_OF_ONE_OBJECT = ("DeleteObject", "GetObject", "HeadObject", "PutObject")


class S3Server:
    """The way to a bucket's server. Safe to use from several threads."""

    def __init__(self, connect: Callable[[Way], S3Connection]) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            connect: Called under a lock.
        """
        self._connect = connect
        self._way = Way()
        self._connected = OneConnection(self._connection)
        self._signing_region = ""
        self._dated: tuple[datetime, float] | None = None

    def now(self) -> datetime | None:
        """What time it is on the server, by its last answer; None where that is too old."""
        if self._dated is None or time.monotonic() - self._dated[1] > _DATE_COUNTS_S:
            return None
        date, heard_s = self._dated
        return date + timedelta(seconds=time.monotonic() - heard_s)

    def hear_date(self, answer: Mapping[str, Any]) -> None:
        """Note what time it is by an answer that boto3 did not get."""
        self._notice_date(answer)

    def date_of(self, answer: Mapping[str, Any]) -> datetime:
        """The `Date` of an answer; this computer's where a server gives none."""
        return _date_in(answer) or datetime.now(UTC)

    @property
    def signing_region(self) -> str:
        """The region that the server has told us to sign for; empty where it never did."""
        return self._signing_region

    def is_amazons(self) -> bool:
        """Whether it is Amazon S3 itself. Makes the client, and asks nobody.

        Raises:
            BotoCoreError: There can be no client.
        """
        return is_amazons(self._connected().client)

    def ask(self, call: Callable[[S3Client], _T]) -> _T:
        """What a call with the client gives.

        Args:
            call: May be done again, where the server refused how it was asked or signed.

        Raises:
            BotoCoreError: Or ClientError, as the call.
        """
        return self.ask_connected(lambda connection: call(connection.client))

    def ask_connected(self, call: Callable[[S3Connection], _T]) -> _T:
        """As `ask`, for who needs the credentials too."""
        way = self._way
        try:
            return self._connected.ask(call)
        except ClientError as exc:
            wanted = way.after(exc)
            if wanted == way:
                raise
        if self._way == way:
            self._way = wanted
            self._connected.forget(self._connected())
        return self._connected.ask(call)

    def _connection(self) -> S3Connection:
        connection = self._connect(self._way)
        events: Any = connection.client.meta.events  # its stubs know no answers
        events.register("needs-retry.s3", self._notice_region)
        events.register("after-call.s3", self._notice_date)
        events.register("needs-retry.s3.PutObject", _pause_before_next_write)
        events.register_first("needs-retry.s3.HeadBucket", _stop_at_a_redirect_without_region)
        for operation in _OF_ONE_OBJECT:
            events.register(f"after-call.s3.{operation}", _check_is_no_page)
        return connection

    def _notice_region(self, response: Any, **_: Any) -> None:
        """Hear of the region that boto3 signs for from now on; its addresses it signs as before."""
        error = response[1].get("Error", {}) if response else {}
        if error.get("Code") == "AuthorizationHeaderMalformed" and error.get("Region"):
            self._signing_region = error["Region"]

    def _notice_date(self, parsed: Any, **_: Any) -> None:
        date = _date_in(parsed)
        if date:
            self._dated = (date, time.monotonic())


def _date_in(answer: Mapping[str, Any]) -> datetime | None:
    headers = answer.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    try:
        date = parsedate_to_datetime(headers.get("date", ""))
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _pause_before_next_write(response: Any, attempts: int, **_: Any) -> float | None:
    """Seconds until a refused write is tried again; None where it is not.

    Cloudflare R2 takes one write a second of one name, and boto3 takes 429 for a last word.
    https://developers.cloudflare.com/r2/platform/limits/ (2026-11)
    """
    if response and response[0].status_code == _TOO_MANY_REQUESTS and attempts < _MOST_TRIES:
        return 1 + secrets.randbelow(1000) / 1000  # those who were refused together come apart
    return None


def _stop_at_a_redirect_without_region(response: Any, operation: Any, **_: Any) -> None:
    """Where boto3 is sent elsewhere it asks for the bucket's region, and here for ever.

    Raises:
        ClientError: The answer, which names no region.
    """
    if not response:
        return  # it was not reached at all
    http, parsed = response
    headers = parsed.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    named = "x-amz-bucket-region" in headers or "Region" in parsed.get("Error", {})
    if http.status_code in _REDIRECTS and not named:
        raise ClientError(parsed, operation.name)


def _check_is_no_page(http_response: Any, **_: Any) -> None:
    """A network's sign-in page is no picture, and has taken none.

    Raises:
        ResponseParserError: It is a page, with a status as if all were well.
    """
    headers = http_response.headers
    has_body = http_response.status_code == _OK and headers.get("content-length") != "0"
    if has_body and "html" in headers.get("content-type", "") and "etag" not in headers:
        raise ResponseParserError("a page for a browser")
