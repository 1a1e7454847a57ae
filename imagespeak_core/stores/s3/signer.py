"""Presigned addresses of one bucket, for the credentials and the region of the moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from botocore.exceptions import NoCredentialsError

from imagespeak_core.stores.s3.connection import S3Connection
from imagespeak_core.stores.s3.presign import Presigner
from imagespeak_core.stores.s3.server import S3Server

if TYPE_CHECKING:
    from botocore.credentials import ReadOnlyCredentials
    from mypy_boto3_s3 import S3Client

_PROBE_KEY = "k"
_LIST_LIFE_S = 300


@dataclass(frozen=True, slots=True)
class _Signer:
    made_of: tuple[S3Client, ReadOnlyCredentials, str]
    first_seen: datetime
    presigner: Presigner


class S3Signer:
    """Signs addresses; makes a new presigner when credentials or region change."""

    def __init__(
        self,
        bucket: str,
        *,
        server: S3Server,
        clock: Callable[[], datetime],
    ) -> None:
        """Remember what to sign for; nothing is asked before the first use.

        Args:
            bucket: Its name.
            server: Gives client and credentials.
            clock: The time now, aware.
        """
        self._bucket = bucket
        self._server = server
        self._clock = clock
        self._lock = threading.Lock()
        self._bucket_region: str | None = None
        self._signer: _Signer | None = None

    def url(self, name: str, *, signed_at: datetime, life_s: int, answer: Mapping[str, str]) -> str:
        """The address of an object.

        Its life ends with the signing credentials, if they end first. Then it counts from when
        this process first saw them, so that one URL serves as long as they do.

        Args:
            name: The object's key.
            signed_at: Aware; from when the life counts.
            life_s: 1–604,800: how long it shows the object.
            answer: As in `Presigner.url`.

        Raises:
            BotoCoreError: There are no credentials, or they can't be had.
        """
        signer, ends_at = self._server.ask_connected(self._current_signer)
        start = signed_at
        if ends_at and signed_at + timedelta(seconds=life_s) > ends_at:
            start = max(signed_at, signer.first_seen)
            life_s = max(1, int((ends_at - start).total_seconds()))
        return signer.presigner.url(name, start=start, life_s=life_s, answer=answer)

    def list_url(self, query: Mapping[str, str]) -> tuple[S3Client, str]:
        """The address of a part of the bucket's list, to be asked for at once, and a client.

        Args:
            query: As in ListObjectsV2.

        Raises:
            BotoCoreError: There are no credentials, or they can't be had.
        """
        signer, _ = self._server.ask_connected(self._current_signer)
        now = self._clock()
        url = signer.presigner.list_url(query, start=now, life_s=_LIST_LIFE_S)
        return signer.made_of[0], url

    def learn_region(self, headers: Mapping[str, str]) -> None:
        """Have the next address made for the region that the bucket was found in.

        Args:
            headers: Of an answer of S3, their names in small letters.
        """
        region = headers.get("x-amz-bucket-region")
        if region and region != self._bucket_region:
            with self._lock:
                self._bucket_region = region
                self._signer = None

    def _current_signer(self, connection: S3Connection) -> tuple[_Signer, datetime | None]:
        """A signer for the credentials of now, and when they end, if they do."""
        credentials = connection.credentials
        if credentials is None:
            raise NoCredentialsError
        frozen = credentials.get_frozen_credentials()
        ends_at: datetime | None = getattr(credentials, "_expiry_time", None)
        with self._lock:
            made_of = (connection.client, frozen, self._server.signing_region)
            signer = self._signer
            if signer is None or signer.made_of != made_of:
                signer = _Signer(made_of, self._clock(), self._presigner(*made_of))
                self._signer = signer
        return signer, ends_at

    def _presigner(
        self, client: S3Client, credentials: ReadOnlyCredentials, told_region: str
    ) -> Presigner:
        """A presigner for the host and region of an address that boto3 itself makes.

        After a redirect boto3 takes the bucket's host, but still the client's region.
        """
        probe = urlsplit(
            client.generate_presigned_url(
                "get_object", Params={"Bucket": self._bucket, "Key": _PROBE_KEY}, ExpiresIn=1
            )
        )
        region = told_region or parse_qs(probe.query)["X-Amz-Credential"][0].split("/")[-3]
        if self._bucket_region and f".{self._bucket_region}." in probe.netloc:
            region = self._bucket_region
        return Presigner(
            f"{probe.scheme}://{probe.netloc}{probe.path.removesuffix(_PROBE_KEY)}",
            region,
            access_key=credentials.access_key or "",
            secret_key=credentials.secret_key or "",
            token=credentials.token,
        )
