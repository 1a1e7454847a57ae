"""The one port under all that is kept: named bytes, whole or not at all.

A kind of store implements `Blobs` and nothing else. What pictures, documents and claims are is
written once, on top of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from imagespeak_core.errors import StorageError

MOST_NAMES = 1000
"""In a page of `Blobs.list`, and for one call of `Blobs.delete`."""

ROOM_FOR_PICTURES_BYTES = 32 * 1024 * 1024
"""There should be so much before one is paid for."""

NO_METADATA: Mapping[str, str] = MappingProxyType({})

_ROOM = r"[a-z][a-z-]{0,31}/"
_NAME = re.compile(rf"{_ROOM}[A-Za-z0-9][A-Za-z0-9._-]{{0,249}}")
_PREFIX = re.compile(rf"{_ROOM}([A-Za-z0-9][A-Za-z0-9._-]{{0,249}})?")


@dataclass(frozen=True, slots=True)
class Blob:
    """What lay under a name at one moment.

    Attributes:
        content: Its bytes.
        version: Stands for exactly this content; give it back to replace it. Only the store
            understands it.
        age_s: Seconds since it was written, both moments by the store's own clock. It is no part
            of what two blobs have to have in common to be equal.
    """

    content: bytes
    version: str
    age_s: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class BlobInfo:
    """What is known of a blob without reading it.

    Attributes:
        name: Exactly as it was written.
        size_bytes: Of its content.
        last_modified: Aware.
        metadata: As it was given to `create`; empty in a listing, and where a store keeps none.
    """

    name: str
    size_bytes: int
    last_modified: datetime
    metadata: Mapping[str, str] = field(default_factory=lambda: NO_METADATA)


@dataclass(frozen=True, slots=True)
class Written:
    """What a write tells.

    Attributes:
        version: Of the new content, as in `Blob`.
        last_modified: Aware.
    """

    version: str
    last_modified: datetime


class OwnAddresses(Protocol):
    """What a store can do whose addresses lead to this app's own server."""

    def open_signed(
        self, name: str, expires: str, download: str, signature: str, *, now: datetime
    ) -> Path | None:
        """The file that a signed address stands for. All parts are what the browser sent.

        Args:
            name: The room that the path stands for, and the last part of the path.
            expires: Of the query.
            download: Of the query; empty where it has none.
            signature: Of the query.
            now: Aware.

        Returns:
            None where it was signed, and there is no such blob.

        Raises:
            AddressExpiredError: The address is too old, or was not signed by us.
            StorageError: By subclass.
        """
        ...


class Blobs(Protocol):
    """Named bytes. Safe to call from several threads and processes.

    A name is `room/file`: the room of `a-z -`, the file of `A-Z a-z 0-9 . _ -` and beginning
    with a letter or digit. Capitals make another name, on every file system. When a write
    returns, it will survive a crash of this process; no half blob is ever seen.

    Every method may raise StorageFullError, StorageAccessError, StorageTimeoutError,
    StorageUnreachableError, StorageUnsuitableError, NotABlobError or plain StorageError, and
    ValueError for a name that breaks the rule.
    """

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        ...

    @property
    def needs_trial(self) -> bool:
        """Whether it depends on somebody else's server or disk that all of this is kept."""
        ...

    @property
    def own_addresses(self) -> OwnAddresses | None:
        """Opens what `address` gives, where that is left to this app; else None."""
        ...

    def warm_up(self) -> None:
        """Do slow first-time work ahead (imports, clients). Leaves nothing changed."""
        ...

    def now(self) -> datetime:
        """The time by the store's own clock, aware: the same for all servers that share it.

        At most some seconds wrong where the store's answers take long.
        """
        ...

    def check_room(self, size_bytes: int) -> None:
        """Say so before somebody pays for what will not fit, or can't be kept at all.

        Raises:
            StorageFullError: There is surely less room than this.
        """
        ...

    def create(
        self, name: str, content: bytes, *, content_type: str, metadata: Mapping[str, str] = ...
    ) -> Written:
        """Make a blob; nothing is ever overwritten.

        Args:
            name: Which.
            content: All of it.
            content_type: MIME.
            metadata: ASCII, under 2 KB in all; a store without metadata ignores it.

        Raises:
            ChangedMeanwhileError: There is one; it was not touched.
        """
        ...

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """Write a blob if it is still as it was read.

        Raises:
            ChangedMeanwhileError: Somebody else wrote or deleted it; it was not touched.
        """
        ...

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """Write a blob, whatever is there: for what can be made again."""
        ...

    def read(self, name: str) -> Blob | None:
        """The blob; None where there is none.

        What is there but can't be read is a StorageError, never None.
        """
        ...

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """At most so many bytes of a blob; None as in `read`."""
        ...

    def look(self, name: str) -> BlobInfo | None:
        """What is known of a blob, with its metadata; None as in `read`."""
        ...

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """What begins so, in ascending order of the names as text.

        Lazy: a page has at most 1,000 and costs one request on S3, and the next one is asked for
        only when it is wanted. Foreign names that break our rule may be among them.

        Args:
            prefix: A room, and perhaps the beginning of a name in it.
            after: Leave out all names up to this one.
        """
        ...

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """Delete up to 1,000 blobs, whatever their versions; what is not there is no error.

        Returns:
            Those that could not be deleted for good, each with the reason.

        Raises:
            StorageError: By subclass; nothing could be tried at all.
        """
        ...

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """Delete a blob if it is still as it was read; what is not there is no error.

        Args:
            name: Which.
            version: As it was read or written.
            is_known: The caller knows by other means that nobody has written it since: a server
                that may take no such condition is not asked what is there, right before.

        Raises:
            ChangedMeanwhileError: Somebody else wrote it; it was not touched.
        """
        ...

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        """A signed address that shows a blob, and stops to do so after its life.

        The same arguments give the same address as long as the signing credentials last.

        Args:
            name: Which; it need not be there.
            signed_at: Aware; from when the life counts. May lie in the past.
            life_s: 1-604,800 seconds.
            as_download: The answer says `Content-Disposition: attachment`.
            no_store_as: A MIME type: the answer says that it is this, and `Cache-Control:
                no-store`. On this app's own server its route says both.

        Returns:
            An absolute URL, or a path on this app's own server that begins with `/`.
        """
        ...


def is_name(name: str) -> bool:
    """Whether a blob may be called so."""
    return _NAME.fullmatch(name) is not None


def checked_name(name: str) -> str:
    """The name of a blob, as it is.

    Raises:
        ValueError: It breaks the rule of `Blobs`.
    """
    if not is_name(name):
        raise ValueError(f"{name!r} is not the name of a blob.")
    return name


def checked_prefix(prefix: str) -> str:
    """The beginning of blobs' names, as it is.

    Raises:
        ValueError: No name of a blob begins so, or it doesn't name their room.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"No blob's name begins with {prefix!r}.")
    return prefix
