"""A bucket of pictures: conditional writes, paged lists, presigned addresses."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from imagespeak_core.errors import KeyTakenError, StorageError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails, from_metadata, from_png, scene_in
from imagespeak_core.pictures.naming import (
    IMAGE_PREFIX,
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
    checked_preview,
    file_name,
)
from imagespeak_core.stores.s3.connection import OneConnection, S3Connection, connect_s3
from imagespeak_core.stores.s3.errors import error_code, sentence_for, translated
from imagespeak_core.stores.s3.objects import DELETIONS_A_REQUEST, S3Objects
from imagespeak_core.stores.s3.signer import S3Signer

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import ListObjectsV2OutputTypeDef


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
        self._clock = clock
        self._connected = OneConnection(connect)
        self._objects = S3Objects(bucket, self._connected)
        self._signer = S3Signer(
            bucket, url_life_s=url_life_s, connected=self._connected, clock=clock
        )

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
        with translated(self._bucket):
            if not self._objects.write(name, png, "image/png", metadata):
                raise KeyTakenError(f"Another picture has the key {name!r}. Take the next index.")
        return StoredImage(key, len(png), self._clock().replace(microsecond=0))

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first: one request for each 1,000."""
        prefix = session_prefix(check_session_id(session_id))
        images = (image for part in self._list(prefix) for image in part)
        return newest_first(image for image in images if image.key.session_id == session_id)

    def list_all(self) -> Iterator[list[StoredImage]]:
        """All pictures of all sessions, page by page; see `ImageStore.list_all`."""
        return (part for part in self._list(IMAGE_PREFIX) if part)

    def _list(self, prefix: str) -> Iterator[list[StoredImage]]:
        """What lies under a prefix, page by page, and is a picture."""
        with translated(self._bucket):
            paginator = self._objects.client.get_paginator("list_objects_v2")
            pages = iter(paginator.paginate(Bucket=self._bucket, Prefix=prefix))
        while True:
            with translated(self._bucket):
                page = next(pages, None)
            if page is None:
                return
            self._signer.learn_region(page["ResponseMetadata"]["HTTPHeaders"])
            yield _pictures(page)

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        """Delete pictures and their previews, 1,000 a request; see `ImageStore.delete`."""
        previews = {key: checked_preview(key) for key in keys}
        pictures = {key: checked_key(key) for key in keys}
        kept: dict[ImageKey, str] = {}
        gone: set[ImageKey] = set()
        is_begun = False
        try:
            for part in _parts(list(pictures)):
                for names in (previews, pictures):
                    kept |= self._delete_some({names[key]: key for key in part if key not in kept})
                    is_begun = True
                gone.update(part)
        except StorageError as exc:
            if not is_begun:
                raise
            kept |= {key: str(exc) for key in pictures if key not in gone | kept.keys()}
        return kept

    def _delete_some(self, keys: Mapping[str, ImageKey]) -> dict[ImageKey, str]:
        """Delete up to 1,000 objects; gives the keys of those that stay, and why."""
        if not keys:
            return {}
        with translated(self._bucket):
            refused = self._objects.delete_some(list(keys))
        return {keys[name]: sentence_for(code, self._bucket) for name, code in refused.items()}

    def read_preview(self, key: ImageKey) -> bytes | None:
        """The small WebP rendition; see `ImageStore.read_preview`."""
        name = checked_preview(key)
        with translated(self._bucket):
            there = self._objects.look(name)
            return there["Body"].read() if there else None

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        """Keep a rendition; see `ImageStore.put_preview`."""
        name = checked_preview(key)
        with translated(self._bucket):
            self._objects.client.put_object(
                Bucket=self._bucket, Key=name, Body=webp, ContentType="image/webp"
            )

    def read(self, key: ImageKey) -> bytes:
        """The PNG; see `ImageStore.read`."""
        name = checked_key(key)
        with translated(self._bucket, name):
            return self._objects.client.get_object(Bucket=self._bucket, Key=name)["Body"].read()

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made; see `ImageStore.details`."""
        name = checked_key(key)
        with translated(self._bucket, name):
            head = self._objects.client.head_object(Bucket=self._bucket, Key=name)
            details = from_metadata(key, head["Metadata"])
        return details or from_png(key, self._beginning(name)) or ImageDetails(key=key)

    def scene(self, key: ImageKey) -> str:
        """What the picture shows; see `ImageStore.scene`."""
        return scene_in(self._beginning(checked_key(key)))

    def _beginning(self, name: str) -> bytes:
        """The part of an object that holds the text chunks; nothing of an empty one."""
        part = f"bytes=0-{DETAILS_WITHIN_BYTES - 1}"
        with translated(self._bucket, name):
            client = self._objects.client
            try:
                answer = client.get_object(Bucket=self._bucket, Key=name, Range=part)
            except ClientError as exc:
                if error_code(exc) != "InvalidRange":
                    raise
                return b""
            return answer["Body"].read()

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        """A presigned URL; see `ImageStore.image_url` and `S3Signer.url`."""
        name = checked_key(key)
        disposition = f'attachment; filename="{file_name(key)}"' if as_download else ""
        with translated(self._bucket):
            return self._signer.url(name, signed_at=signed_at, disposition=disposition)

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds; see `ImageStore.claim`."""
        claim = checked_claim(name)
        mark = secrets.token_hex().encode()  # tells our own claim from another's
        with translated(self._bucket):
            return self._objects.write(claim, mark, "text/plain") is not None

    def release(self, name: str) -> None:
        """Give a claimed name back; see `ImageStore.release`."""
        claim = checked_claim(name)
        with translated(self._bucket):
            self._objects.client.delete_object(Bucket=self._bucket, Key=claim)


def _parts(keys: list[ImageKey]) -> Iterator[list[ImageKey]]:
    for start in range(0, len(keys), DELETIONS_A_REQUEST):
        yield keys[start : start + DELETIONS_A_REQUEST]


def _pictures(page: ListObjectsV2OutputTypeDef) -> list[StoredImage]:
    return [
        StoredImage(key, item["Size"], item["LastModified"])
        for item in page.get("Contents", ())
        if (key := parse_key(item["Key"]))
    ]
