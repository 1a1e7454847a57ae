"""Blobs as objects of one bucket: conditional writes, paged lists, presigned addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypedDict, TypeVar

from botocore.exceptions import ClientError

from imagespeak_core.aws.failures import error_code
from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.stores.blobs import (
    NO_METADATA,
    Blob,
    BlobInfo,
    Written,
    checked_name,
    checked_prefix,
)
from imagespeak_core.stores.s3.conditions import meaning
from imagespeak_core.stores.s3.connection import S3Connection, Way, connect_s3
from imagespeak_core.stores.s3.deletions import S3Deletions
from imagespeak_core.stores.s3.errors import (
    NOT_THERE,
    error_for,
    not_s3,
    translated,
)
from imagespeak_core.stores.s3.lists import S3Lists, written_at
from imagespeak_core.stores.s3.quick_lists import QuickLists
from imagespeak_core.stores.s3.server import S3Server
from imagespeak_core.stores.s3.signer import S3Signer
from imagespeak_core.stores.trial import CREATES_ONCE, REPLACES_SEEN, unsuitable

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import (
        GetObjectOutputTypeDef,
        PutObjectOutputTypeDef,
    )

_CONFLICT_TRIES = 5
# An answer to HEAD has no body, so that it may be about the credentials too.
_WITHOUT_REASON = {"400", "401", "403"}
# Who may list only some prefixes is told 403 of what is not there.
_UNSURE = {"AccessDenied", *_WITHOUT_REASON}
_NOTHING = "claims/nothing"
"""Nobody writes it: that there is none says what time it is, too."""

_BEYOND_THE_END = {"InvalidRange", "416"}

_T = TypeVar("_T")


class _Condition(TypedDict, total=False):
    IfMatch: str
    IfNoneMatch: str


class S3Blobs:
    """Keeps blobs in one bucket; implements `Blobs`."""

    def __init__(
        self,
        bucket: str,
        *,
        connect: Callable[[Way], S3Connection] = connect_s3,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            connect: Called under a lock; again where the server wants to be asked in another
                way, or other credentials are found.
            clock: The time now, aware.
        """
        self._bucket = bucket
        self._clock = clock
        self._server = S3Server(connect)
        self._signer = S3Signer(bucket, server=self._server, clock=clock)
        quick = QuickLists(self._server, self._signer)
        self._lists = S3Lists(bucket, self._server, quick=quick, heard=self._signer.learn_region)
        self._deletions = S3Deletions(bucket, self._server, self._lists)

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the S3 bucket {self._bucket}"

    @property
    def needs_trial(self) -> bool:
        """Whether it is another maker's server: Amazon documents what it does."""
        with translated(self._bucket):
            return not self._server.is_amazons()

    @property
    def own_addresses(self) -> None:
        """None: S3 answers at its addresses itself."""
        return None

    def warm_up(self) -> None:
        """Make the client."""
        with translated(self._bucket):
            self._server.is_amazons()

    def now(self) -> datetime:
        """By the `Date` of the last answer; where that is old, of one that is asked for."""
        with translated(self._bucket):
            known = self._server.now()
            if known is None:
                try:
                    self._get(_NOTHING)
                except ClientError:  # a refusal is dated, too
                    if self._server.now() is None:
                        raise
        return known or self._server.now() or self._clock()

    def check_room(self, size_bytes: int) -> None:
        """S3 has room without end, or nobody says how much."""

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
        if not version:
            raise unsuitable(REPLACES_SEEN)
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
                answer = self._server.ask(
                    lambda client: client.put_object(
                        Bucket=self._bucket,
                        Key=name,
                        Body=content,
                        ContentType=content_type,
                        Metadata=dict(metadata),
                        **condition,
                    )
                )
            except ClientError as exc:
                meant = meaning(exc)
                if meant == "try again" and tries_left:
                    continue
                if meant == "conditions are unknown":
                    raise unsuitable(_promise(condition)) from exc
                if meant != "not as expected":
                    raise
                was_repeated = exc.response["ResponseMetadata"].get("RetryAttempts", 0) > 0
                return self._etag_of(name, content) if was_repeated else None
            version = _etag(answer) or self._etag_of(name, content)
            if version is None:
                raise not_s3()
            return version
        raise AssertionError("the last try answers or raises")

    def _etag_of(self, name: str, content: bytes) -> str | None:
        """The ETag of what is there, if our own request wrote it; empty where none is given.

        The bytes are compared, because with KMS the ETag says nothing about them.
        """
        there = self._get(name)
        return _etag(there) if there and there["Body"].read() == content else None

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """Write a blob, whatever is there, in one request; see `Blobs.put`."""
        checked_name(name)
        with translated(self._bucket):
            self._server.ask(
                lambda client: client.put_object(
                    Bucket=self._bucket, Key=name, Body=content, ContentType=content_type
                )
            )

    def read(self, name: str) -> Blob | None:
        """The blob, in one request; see `Blobs.read`."""
        checked_name(name)
        with translated(self._bucket):
            there = self._get(name)
            if there is None:
                return None
            date = self._server.date_of(there)
            # Where nobody says when it was written it counts as new: a claim is then nobody else's.
            age = date - (written_at(there) if "LastModified" in there else date)
            return Blob(there["Body"].read(), _etag(there), max(0.0, age.total_seconds()))

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """The first bytes of a blob, in one request; see `Blobs.read_beginning`."""
        checked_name(name)
        part = f"bytes=0-{size_bytes - 1}"
        with translated(self._bucket):
            try:
                there = self._asked(
                    name,
                    lambda client: client.get_object(Bucket=self._bucket, Key=name, Range=part),
                )
            except ClientError as exc:
                if error_code(exc) not in _BEYOND_THE_END:
                    raise
                return b""  # it is there, and empty
            return there["Body"].read(size_bytes) if there else None

    def look(self, name: str) -> BlobInfo | None:
        """What is known of a blob, in one request; see `Blobs.look`."""
        checked_name(name)
        with translated(self._bucket):
            head = self._asked(
                name, lambda client: client.head_object(Bucket=self._bucket, Key=name)
            )
        if head is None:
            return None
        metadata = {key.lower(): value for key, value in head["Metadata"].items()}
        return BlobInfo(name, head.get("ContentLength", 0), written_at(head), metadata)

    def _get(self, name: str) -> GetObjectOutputTypeDef | None:
        return self._asked(name, lambda client: client.get_object(Bucket=self._bucket, Key=name))

    def _asked(self, name: str, ask: Callable[[S3Client], _T]) -> _T | None:
        """What S3 answers about an object; None where there is none.

        Where the answer may mean that, or credentials that have ended, a list says which it is.
        """
        try:
            return self._server.ask(ask)
        except ClientError as exc:
            code = error_code(exc)
            if code in NOT_THERE or (code in _UNSURE and not self._lists.has(name)):
                return None
            if code not in _WITHOUT_REASON:
                raise
        # The list was refused with a reason, and asked for again with renewed credentials.
        return self._server.ask(ask)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """What begins so, one request for each 1,000; see `Blobs.list`."""
        return self._lists.pages(checked_prefix(prefix), after)

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """Delete blobs, in one request where the server can do that; see `Blobs.delete`."""
        wanted = list(dict.fromkeys(checked_name(name) for name in names))
        with translated(self._bucket):
            codes = self._deletions.delete(wanted)
        return {name: error_for(code, self._bucket) for name, code in codes.items()}

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """Delete a blob, on Amazon S3 in one request; see `Blobs.delete_unchanged`."""
        checked_name(name)
        with translated(self._bucket):
            is_deleted: bool | None = True
            # Others than Amazon's may pass over the condition, or refuse it.
            if not (is_known or self._server.is_amazons()):
                there = self._get(name)
                if there is None:
                    return
                is_deleted = _etag(there) == version
            if is_deleted:
                is_deleted = self._deletions.delete_if(name, version)
            if is_deleted is None:
                is_deleted = name not in self._deletions.delete([name])
        if not is_deleted:
            raise ChangedMeanwhileError(name)

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        """A presigned URL; see `Blobs.address` and `S3Signer.url`."""
        file_name = checked_name(name).rpartition("/")[2]
        answer = {}
        if as_download:
            answer["content-disposition"] = f'attachment; filename="{file_name}"'
        if no_store_as:
            answer |= {"cache-control": "no-store", "content-type": no_store_as}
        with translated(self._bucket):
            return self._signer.url(name, signed_at=signed_at, life_s=life_s, answer=answer)


def _promise(condition: _Condition) -> str:
    return CREATES_ONCE if "IfNoneMatch" in condition else REPLACES_SEEN


def _etag(answer: PutObjectOutputTypeDef | GetObjectOutputTypeDef) -> str:
    """As If-Match wants it, whichever way it came; empty where a server gives none."""
    bare = answer.get("ETag", "").removeprefix("W/").strip('"')
    return f'"{bare}"' if bare else ""
