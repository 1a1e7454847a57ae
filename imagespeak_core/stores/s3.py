"""A bucket: conditional writes, paged lists, presigned addresses."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from botocore.exceptions import ClientError, NoCredentialsError

from imagespeak_core.errors import KeyTakenError
from imagespeak_core.image_details import ImageDetails, from_metadata, from_png, scene_in
from imagespeak_core.models import StoredImage
from imagespeak_core.naming import (
    ImageKey,
    check_session_id,
    newest_first,
    parse_key,
    session_prefix,
)
from imagespeak_core.stores.names import (
    DETAILS_WITHIN_BYTES,
    checked_claim,
    checked_key,
    file_name,
)
from imagespeak_core.stores.presign import Presigner
from imagespeak_core.stores.s3_connection import S3Connection, connect_s3
from imagespeak_core.stores.s3_errors import error_code, translated

if TYPE_CHECKING:
    from botocore.credentials import ReadOnlyCredentials

_CONFLICT_TRIES = 5
_PROBE_KEY = "k"


@dataclass(frozen=True, slots=True)
class _Signer:
    credentials: ReadOnlyCredentials
    first_seen: datetime
    presigner: Presigner


class S3Store:
    """Keeps pictures in one bucket."""

    def __init__(
        self,
        bucket: str,
        *,
        url_life_s: int,
        connect: Callable[[], S3Connection] = connect_s3,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            url_life_s: 1–604,800: how long an address shows its picture.
            connect: Called once, under a lock.
            clock: The time now, aware.
        """
        self._bucket = bucket
        self._url_life_s = url_life_s
        self._connect = connect
        self._clock = clock
        self._lock = threading.Lock()
        self._connection: S3Connection | None = None
        self._bucket_region: str | None = None
        self._signer: _Signer | None = None

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the S3 bucket {self._bucket}"

    def warm_up(self) -> None:
        """Make the client."""
        with translated(self._bucket):
            self._connected()

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        """Create a picture, whole or not at all; see `ImageStore.put`."""
        name = checked_key(key)
        if not self._create(name, png, "image/png", metadata):
            raise KeyTakenError(f"Another picture has the key {name!r}. Take the next index.")
        return StoredImage(key, len(png), self._clock().replace(microsecond=0))

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first: one request for each 1,000."""
        prefix = session_prefix(check_session_id(session_id))
        found = []
        with translated(self._bucket):
            pages = self._connected().client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=prefix):
                self._learn_region(page["ResponseMetadata"]["HTTPHeaders"])
                for item in page.get("Contents", ()):
                    key = parse_key(item["Key"])
                    if key and key.session_id == session_id:
                        found.append(StoredImage(key, item["Size"], item["LastModified"]))
        return newest_first(found)

    def read(self, key: ImageKey) -> bytes:
        """The PNG; see `ImageStore.read`."""
        name = checked_key(key)
        with translated(self._bucket, name):
            return self._connected().client.get_object(Bucket=self._bucket, Key=name)["Body"].read()

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made; see `ImageStore.details`."""
        name = checked_key(key)
        with translated(self._bucket, name):
            head = self._connected().client.head_object(Bucket=self._bucket, Key=name)
            details = from_metadata(key, head["Metadata"])
        return details or from_png(key, self._beginning(name)) or ImageDetails(key=key)

    def scene(self, key: ImageKey) -> str:
        """What the picture shows; see `ImageStore.scene`."""
        return scene_in(self._beginning(checked_key(key)))

    def _beginning(self, name: str) -> bytes:
        """The part of an object that holds the text chunks; nothing of an empty one."""
        part = f"bytes=0-{DETAILS_WITHIN_BYTES - 1}"
        with translated(self._bucket, name):
            client = self._connected().client
            try:
                answer = client.get_object(Bucket=self._bucket, Key=name, Range=part)
            except ClientError as exc:
                if error_code(exc) != "InvalidRange":
                    raise
                return b""
            return answer["Body"].read()

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        """A presigned URL; see `ImageStore.image_url`.

        Its life ends with the signing credentials, if they end first. Then it counts from when
        this process first saw them, so that one URL serves as long as they do.
        """
        name = checked_key(key)
        with translated(self._bucket):
            signer, ends_at = self._current_signer()
        start, life_s = signed_at, self._url_life_s
        if ends_at and signed_at + timedelta(seconds=life_s) > ends_at:
            start = max(signed_at, signer.first_seen)
            life_s = max(1, int((ends_at - start).total_seconds()))
        disposition = f'attachment; filename="{file_name(key)}"' if as_download else ""
        return signer.presigner.url(name, start=start, life_s=life_s, disposition=disposition)

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds; see `ImageStore.claim`."""
        mark = secrets.token_hex().encode()  # tells our own claim from another's
        return self._create(checked_claim(name), mark, "text/plain", {})

    def release(self, name: str) -> None:
        """Give a claimed name back; see `ImageStore.release`."""
        with translated(self._bucket):
            self._connected().client.delete_object(Bucket=self._bucket, Key=checked_claim(name))

    def _connected(self) -> S3Connection:
        if self._connection is None:
            with self._lock:
                if self._connection is None:
                    self._connection = self._connect()
        return self._connection

    def _create(
        self, name: str, body: bytes, content_type: str, metadata: Mapping[str, str]
    ) -> bool:
        """Write an object that is not there yet; False when it is."""
        with translated(self._bucket):
            for _ in range(_CONFLICT_TRIES - 1):
                try:
                    return self._create_once(name, body, content_type, metadata)
                except ClientError as exc:
                    if error_code(exc) != "ConditionalRequestConflict":
                        raise
            return self._create_once(name, body, content_type, metadata)

    def _create_once(
        self, name: str, body: bytes, content_type: str, metadata: Mapping[str, str]
    ) -> bool:
        try:
            self._connected().client.put_object(
                Bucket=self._bucket,
                Key=name,
                Body=body,
                ContentType=content_type,
                Metadata=metadata,
                IfNoneMatch="*",
            )
        except ClientError as exc:
            if error_code(exc) not in {"PreconditionFailed", "412"}:
                raise
            was_repeated = exc.response["ResponseMetadata"].get("RetryAttempts", 0) > 0
            return was_repeated and self._holds(name, body)
        return True

    def _holds(self, name: str, body: bytes) -> bool:
        """Whether what is there was written by our own request, whose answer got lost.

        The bytes are compared, because with KMS the ETag says nothing about them.
        """
        there = self._connected().client.get_object(Bucket=self._bucket, Key=name)["Body"].read()
        return there == body

    def _learn_region(self, headers: Mapping[str, str]) -> None:
        """Have the next address made for the region that the bucket was found in."""
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
