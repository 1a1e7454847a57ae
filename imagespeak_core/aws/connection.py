"""One connection for all who call, made anew where its credentials are refused.

boto3 reads profiles, environment and cached sign-ins when a client is made. Temporary credentials
that were written into a file end; the next ones are in the same file.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import boto3
from botocore import exceptions as aws

if TYPE_CHECKING:
    from botocore.credentials import Credentials, ReadOnlyCredentials

ClientT = TypeVar("ClientT")
_T = TypeVar("_T")

# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html and
# https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html; the last three are
# Alibaba's, https://www.alibabacloud.com/help/en/oss/support/0002-00000040 (2026-11).
REFUSED_CODES = frozenset(
    {
        "AuthFailure",
        "ExpiredToken",
        "ExpiredTokenException",
        "IncompleteSignature",
        "IncompleteSignatureException",
        "InvalidAccessKeyId",
        "InvalidClientTokenId",
        "InvalidSignature",
        "InvalidSignatureException",
        "InvalidToken",
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        "RequestExpired",
        "SignatureDoesNotMatch",
        "TokenRefreshRequired",
        "Unauthorized",
        "UnauthorizedAccess",
        "UnrecognizedClientException",
        "InvalidSecurityToken",
        "SecurityTokenExpired",
        "SecurityTokenNotSupported",
    }
)
"""A server's words for credentials that it does not take. Nothing was done, and nothing paid."""

_NONE_TO_SEND = (
    aws.CredentialRetrievalError,
    aws.LoginError,
    aws.MetadataRetrievalError,
    aws.NoAuthTokenError,
    aws.NoCredentialsError,
    aws.PartialCredentialsError,
    aws.SSOError,
    aws.TokenRetrievalError,
)
_STILL_EXPIRED = "refreshed credentials are still expired"  # botocore's RuntimeError


@dataclass(frozen=True, slots=True)
class Connection(Generic[ClientT]):
    """A client, and the credentials that it signs with."""

    client: ClientT
    credentials: Credentials | None


def find_credentials() -> ReadOnlyCredentials | None:
    """Those that the environment and the files of now give; None where they give none."""
    try:
        return _frozen(boto3.session.Session().get_credentials())
    except aws.BotoCoreError:
        return None


def _frozen(credentials: Credentials | None) -> ReadOnlyCredentials | None:
    try:
        return credentials.get_frozen_credentials() if credentials else None
    except (aws.BotoCoreError, aws.ClientError, RuntimeError):
        return None


class OneConnection(Generic[ClientT]):
    """Connects at the first call, and gives the same connection to all who call."""

    def __init__(
        self,
        connect: Callable[[], Connection[ClientT]],
        *,
        find: Callable[[], ReadOnlyCredentials | None] = find_credentials,
    ) -> None:
        """Remember how.

        Args:
            connect: Called under a lock, until it succeeds once, and again after `forget` and
                where other credentials are found. Reads files and environment anew.
            find: The credentials of now, None where there are none; those of the environment
                and the files where it is left out.
        """
        self._connect = connect
        self._find = find
        self._lock = threading.Lock()
        self._connection: Connection[ClientT] | None = None
        self._looks = 0

    def __call__(self) -> Connection[ClientT]:
        """The connection.

        Raises:
            BotoCoreError: As `connect`.
        """
        connection = self._connection
        if connection is None:
            with self._lock:
                if self._connection is None:
                    self._connection = self._connect()
                connection = self._connection
        return connection

    def ask(self, call: Callable[[Connection[ClientT]], _T]) -> _T:
        """What a call gives.

        Where the credentials are refused and others are found, it is done once more with those.

        Args:
            call: May be done twice: after such a refusal nothing has happened.

        Raises:
            BotoCoreError: Or ClientError, as `connect` and the call.
        """
        connection = self()
        try:
            return call(connection)
        except (aws.ClientError, aws.BotoCoreError, RuntimeError) as exc:
            if isinstance(exc, aws.SSLError):
                self.forget(connection)  # the next one finds a bundle that is named meanwhile
            if not is_refusal(exc):
                raise
            renewed = self._renewed(connection)
            if renewed is None:
                raise
        return call(renewed)

    def forget(self, connection: Connection[ClientT]) -> None:
        """Have the next call connect anew, if this is still the connection."""
        with self._lock:
            if self._connection is connection:
                self._connection = None

    def _renewed(self, refused: Connection[ClientT]) -> Connection[ClientT] | None:
        """A connection with other credentials than the refused one; None where there are none.

        Of many who are refused at once one looks, and the others take its answer.
        """
        looks = self._looks
        with self._lock:
            if self._connection is not refused:
                return self._connection
            if self._looks != looks:
                return None
            found = self._find()
            self._looks += 1
            if found is None or found == _frozen(refused.credentials):
                return None
            self._connection = self._connect()
            return self._connection


def is_refusal(exc: Exception) -> bool:
    """Whether the trouble is with the credentials: refused, ended, or none could be had."""
    if isinstance(exc, aws.ClientError):
        return exc.response.get("Error", {}).get("Code") in REFUSED_CODES
    return isinstance(exc, _NONE_TO_SEND) or _STILL_EXPIRED in str(exc)
