"""Blobs as objects of one bucket: conditional writes, paged lists, presigned addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict, TypeVar

from botocore.exceptions import ClientError

from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.stores.blobs import (
    NO_METADATA,
    Blob,
    BlobInfo,
    Written,
    checked_name,
    checked_prefix,
)
from imagespeak_core.stores.s3.connection import OneConnection, S3Connection, connect_s3
from imagespeak_core.stores.s3.errors import error_code, error_for, translated
from imagespeak_core.stores.s3.signer import S3Signer

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef, ListObjectsV2OutputTypeDef

_CONFLICT_TRIES = 5
_NOT_THERE = {"NoSuchKey", "404"}
_REFUSED = {"AccessDenied", "403"}
_OTHER_THAN_EXPECTED = {"PreconditionFailed", "412"}

_T = TypeVar("_T")


class _Condition(TypedDict, total=False):
    IfMatch: str
    IfNoneMatch: str


class _Start(TypedDict, total=False):
    StartAfter: str


class S3Blobs:
    """Keeps blobs in one bucket; implements `Blobs`."""

    def __init__(
        self,
        bucket: str,
        *,
        connect: Callable[[], S3Connection] = connect_s3,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            connect: Called once, under a lock.
            clock: The time now, aware.
        """
        self._bucket = bucket
        self._clock = clock
        self._connected = OneConnection(connect)
        self._signer = S3Signer(bucket, connected=self._connected, clock=clock)

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the S3 bucket {self._bucket}"

    @property
    def own_addresses(self) -> None:
        """None: S3 answers at its addresses itself."""
        return None

    def warm_up(self) -> None:
        """Make the client."""
        with translated(self._bucket):
            self._connected()

    def check_room(self, size_bytes: int) -> None:
        """S3 has room without end."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """Make a blob, in one request; see `Blobs.create`."""
        condition = _Condition(IfNoneMatch="*")
        return self._write(name, content, content_type, metadata, condition)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """Write a blob if its ETag is still the one that was read; see `Blobs.replace`."""
        condition = _Condition(IfMatch=version)
        return self._write(name, content, content_type, NO_METADATA, condition)

    def _write(
        self,
        name: str,
        content: bytes,
        content_type: str,
        metadata: Mapping[str, str],
        condition: _Condition,
    ) -> Written:
        checked_name(name)
        with translated(self._bucket):
            version = self._etag_written(name, content, content_type, metadata, condition)
        if version is None:
            raise ChangedMeanwhileError(name)
        return Written(version, self._clock().replace(microsecond=0))

    def _etag_written(
        self,
        name: str,
        content: bytes,
        content_type: str,
        metadata: Mapping[str, str],
        condition: _Condition,
    ) -> str | None:
        """The new ETag; None if something else is there than expected, or nothing more.

        A try whose answer got lost counts, if what is there now is what it sent.
        """
        for tries_left in reversed(range(_CONFLICT_TRIES)):
            try:
                answer = self._client.put_object(
                    Bucket=self._bucket,
                    Key=name,
                    Body=content,
                    ContentType=content_type,
                    Metadata=dict(metadata),
                    **condition,
                )
            except ClientError as exc:
                if error_code(exc) == "ConditionalRequestConflict" and tries_left:
                    continue
                if error_code(exc) not in _OTHER_THAN_EXPECTED | _NOT_THERE:
                    raise
                was_repeated = exc.response["ResponseMetadata"].get("RetryAttempts", 0) > 0
                return self._etag_of(name, content) if was_repeated else None
            return answer["ETag"]
        raise AssertionError("the last try answers or raises")

    def _etag_of(self, name: str, content: bytes) -> str | None:
        """The ETag of what is there, if our own request wrote it, whose answer got lost.

        The bytes are compared, because with KMS the ETag says nothing about them.
        """
        there = self._asked(name, lambda: self._get(name))
        return there["ETag"] if there and there["Body"].read() == content else None

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """Write a blob, whatever is there, in one request; see `Blobs.put`."""
        checked_name(name)
        with translated(self._bucket):
            self._client.put_object(
                Bucket=self._bucket, Key=name, Body=content, ContentType=content_type
            )

    def read(self, name: str) -> Blob | None:
        """The blob, in one request; see `Blobs.read`."""
        checked_name(name)
        with translated(self._bucket):
            there = self._asked(name, lambda: self._get(name))
            return Blob(there["Body"].read(), there["ETag"]) if there else None

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """The first bytes of a blob, in one request; see `Blobs.read_beginning`."""
        checked_name(name)
        with translated(self._bucket):
            try:
                there = self._asked(name, lambda: self._get_part(name, size_bytes))
            except ClientError as exc:
                if error_code(exc) != "InvalidRange":
                    raise
                return b""  # it is there, and empty
            return there["Body"].read() if there else None

    def look(self, name: str) -> BlobInfo | None:
        """What is known of a blob, in one request; see `Blobs.look`."""
        checked_name(name)
        with translated(self._bucket):
            client = self._client
            head = self._asked(name, lambda: client.head_object(Bucket=self._bucket, Key=name))
        if head is None:
            return None
        return BlobInfo(name, head["ContentLength"], head["LastModified"], head["Metadata"])

    def _get(self, name: str) -> GetObjectOutputTypeDef:
        return self._client.get_object(Bucket=self._bucket, Key=name)

    def _get_part(self, name: str, size_bytes: int) -> GetObjectOutputTypeDef:
        part = f"bytes=0-{size_bytes - 1}"
        return self._client.get_object(Bucket=self._bucket, Key=name, Range=part)

    def _asked(self, name: str, ask: Callable[[], _T]) -> _T | None:
        """What S3 answers about an object; None where there is none.

        Who may list only some prefixes of a bucket is told 403 for whatever is not there, so
        then a list says which of the two it is.
        """
        try:
            return ask()
        except ClientError as exc:
            code = error_code(exc)
            if code in _NOT_THERE or (code in _REFUSED and not self._is_listed(name)):
                return None
            raise

    def _is_listed(self, name: str) -> bool:
        answer = self._client.list_objects_v2(Bucket=self._bucket, Prefix=name, MaxKeys=1)
        return any(item["Key"] == name for item in answer.get("Contents", ()))

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """What begins so, one request for each 1,000; see `Blobs.list`."""
        checked_prefix(prefix)
        start = _Start(StartAfter=after) if after else _Start()
        with translated(self._bucket):
            paginator = self._client.get_paginator("list_objects_v2")
            pages = iter(paginator.paginate(Bucket=self._bucket, Prefix=prefix, **start))
        while True:
            with translated(self._bucket):
                page = next(pages, None)
            if page is None:
                return
            self._signer.learn_region(page["ResponseMetadata"]["HTTPHeaders"])
            yield _listed(page)

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """Delete blobs, in one request; see `Blobs.delete`.

        One alone is deleted by the request that every likeness of S3 knows.
        """
        wanted = list(dict.fromkeys(checked_name(name) for name in names))
        if not wanted:
            return {}
        with translated(self._bucket):
            codes = self._delete_one(*wanted) if len(wanted) == 1 else self._delete_many(wanted)
        return {name: error_for(code, self._bucket) for name, code in codes.items()}

    def _delete_one(self, name: str) -> dict[str, str]:
        try:
            self._client.delete_object(Bucket=self._bucket, Key=name)
        except ClientError as exc:
            if error_code(exc) not in _REFUSED:
                raise
            return {name: error_code(exc)}
        return {}

    def _delete_many(self, names: Sequence[str]) -> dict[str, str]:
        """AWS's code for each that could not be deleted."""
        answer = self._client.delete_objects(
            Bucket=self._bucket,
            Delete={"Objects": [{"Key": name} for name in names], "Quiet": True},
        )
        return {error["Key"]: error.get("Code", "") for error in answer.get("Errors", ())}

    def address(
        self, name: str, *, signed_at: datetime, life_s: int, as_download: bool = False
    ) -> str:
        """A presigned URL; see `Blobs.address` and `S3Signer.url`."""
        file_name = checked_name(name).rpartition("/")[2]
        disposition = f'attachment; filename="{file_name}"' if as_download else ""
        with translated(self._bucket):
            return self._signer.url(
                name, signed_at=signed_at, life_s=life_s, disposition=disposition
            )

    @property
    def _client(self) -> S3Client:
        """The client; made if there is none yet."""
        return self._connected().client


def _listed(page: ListObjectsV2OutputTypeDef) -> Sequence[BlobInfo]:
    return [
        BlobInfo(item["Key"], item["Size"], item["LastModified"])
        for item in page.get("Contents", ())
    ]
