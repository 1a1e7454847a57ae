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

if TYPE_CHECKING:
    from botocore.credentials import ReadOnlyCredentials

_PROBE_KEY = "k"


@dataclass(frozen=True, slots=True)
class _Signer:
    credentials: ReadOnlyCredentials
    first_seen: datetime
    presigner: Presigner


class S3Signer:
    """Signs addresses; makes a new presigner when credentials or region change."""

    def __init__(
        self,
        bucket: str,
        *,
        connected: Callable[[], S3Connection],
        clock: Callable[[], datetime],
    ) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            connected: Gives the connection.
            clock: The time now, aware.
        """
        self._bucket = bucket
        self._connected = connected
        self._clock = clock
        self._lock = threading.Lock()
        self._bucket_region: str | None = None
        self._signer: _Signer | None = None

    def url(self, name: str, *, signed_at: datetime, life_s: int, disposition: str) -> str:
        """The address of an object.

        Its life ends with the signing credentials, if they end first. Then it counts from when
        this process first saw them, so that one URL serves as long as they do.

        Args:
            name: The object's key.
            signed_at: Aware; from when the life counts.
            life_s: 1–604,800: how long it shows the object.
            disposition: For the answer's `Content-Disposition`; empty for none.

        Raises:
            BotoCoreError: There are no credentials, or they can't be had.
        """
        signer, ends_at = self._current_signer()
        start = signed_at
        if ends_at and signed_at + timedelta(seconds=life_s) > ends_at:
            start = max(signed_at, signer.first_seen)
            life_s = max(1, int((ends_at - start).total_seconds()))
        return signer.presigner.url(name, start=start, life_s=life_s, disposition=disposition)

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

    def _current_signer(self) -> tuple[_Signer, datetime | None]:
        """A signer for the credentials of now, and when they end, if they do."""
        credentials = self._connected().credentials
        if credentials is None:
            raise NoCredentialsError
        frozen = credentials.get_frozen_credentials()
        ends_at: datetime | None = getattr(credentials, "_expiry_time", None)
        with self._lock:
            signer = self._signer
            if signer is None or signer.credentials != frozen:
                signer = _Signer(frozen, self._clock(), self._presigner(frozen))
                self._signer = signer
        return signer, ends_at

    def _presigner(self, credentials: ReadOnlyCredentials) -> Presigner:
        """A presigner for the host and region of an address that boto3 itself makes.

        After a redirect boto3 takes the bucket's host, but still the client's region.
        """
        probe = urlsplit(
            self._connected().client.generate_presigned_url(
                "get_object", Params={"Bucket": self._bucket, "Key": _PROBE_KEY}, ExpiresIn=1
            )
        )
        region = parse_qs(probe.query)["X-Amz-Credential"][0].split("/")[-3]
        if self._bucket_region and f".{self._bucket_region}." in probe.netloc:
            region = self._bucket_region
        return Presigner(
            f"{probe.scheme}://{probe.netloc}{probe.path.removesuffix(_PROBE_KEY)}",
            region,
            access_key=credentials.access_key or "",
            secret_key=credentials.secret_key or "",
            token=credentials.token,
        )
