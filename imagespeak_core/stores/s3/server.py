"""Asks the server of one bucket: over a connection that stays current, in the way it wants."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from botocore.exceptions import ClientError

from imagespeak_core.aws.connection import OneConnection
from imagespeak_core.stores.s3.connection import S3Connection, Way, is_amazons

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_T = TypeVar("_T")


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
        return connection

    def _notice_region(self, response: Any, **_: Any) -> None:
        """Hear of the region that boto3 signs for from now on; its addresses it signs as before."""
        error = response[1].get("Error", {}) if response else {}
        if error.get("Code") == "AuthorizationHeaderMalformed" and error.get("Region"):
            self._signing_region = error["Region"]
