"""Whether a store really keeps what `Blobs` promises of its writes: tried, not believed.

Servers and disks of other makers know no conditions, or pass over them without a word. Then two
who take one name both believe that they have it, and the later picture replaces the earlier one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress

from imagespeak_core.errors import ChangedMeanwhileError, StorageError, StorageUnsuitableError
from imagespeak_core.stores.blobs import Blobs, Written

CREATES_ONCE = "write a picture only if its name is free (S3: If-None-Match)"
REPLACES_SEEN = "replace a file only if nobody changed it meanwhile (S3: If-Match)"
KEEPS_BYTES = "give back what was written just now"
LISTS_IN_ORDER = "list its files in the order of their names"

_TYPE = "text/plain"


def unsuitable(promise: str) -> StorageUnsuitableError:
    """The error for a store that breaks one of the promises above."""
    return StorageUnsuitableError(
        f"This place for pictures can't {promise}, so pictures and classes could be lost. Nothing "
        "is written there. Use Amazon S3, MinIO, Cloudflare R2 or another S3 server that can, or "
        "a folder on a disk of this computer (IMAGESPEAK_DATA_DIR without IMAGESPEAK_BUCKET)."
    )


def trial_name(room: str) -> str:
    """A name that nobody else has.

    Args:
        room: With the slash at its end.
    """
    return f"{room}trial-{secrets.token_hex(8)}"


def try_writes(blobs: Blobs, room: str) -> None:
    """Write, and write again, under a name of its own; leaves nothing behind.

    Needs the right to read, write and delete in this room, and no other.

    Args:
        blobs: The store.
        room: With the slash at its end.

    Raises:
        StorageUnsuitableError: It breaks a promise.
        StorageError: By another subclass; it could not be tried.
    """
    name = trial_name(room)
    try:
        try_replace(blobs, name, try_create(blobs, name))
    finally:
        with suppress(StorageError):
            blobs.delete([name])


def try_create(blobs: Blobs, name: str) -> str:
    """Create a blob, and see that nobody can do so again; gives its version.

    Raises:
        StorageError: As `try_writes`.
    """
    version = _written(lambda: blobs.create(name, b"first", content_type=_TYPE), CREATES_ONCE)
    _is_refused(lambda: blobs.create(name, b"second", content_type=_TYPE), CREATES_ONCE)
    _holds(blobs, name, b"first", CREATES_ONCE)
    return version


def try_replace(blobs: Blobs, name: str, old: str) -> None:
    """Replace a blob, and see that nobody can who knows its old version alone.

    Raises:
        StorageError: As `try_writes`.
    """
    _written(lambda: blobs.replace(name, b"third", content_type=_TYPE, version=old), REPLACES_SEEN)
    _is_refused(
        lambda: blobs.replace(name, b"fourth", content_type=_TYPE, version=old), REPLACES_SEEN
    )
    _holds(blobs, name, b"third", REPLACES_SEEN)


def _written(write: Callable[[], Written], promise: str) -> str:
    try:
        return write().version
    except ChangedMeanwhileError as exc:
        raise unsuitable(promise) from exc


def _is_refused(write: Callable[[], object], promise: str) -> None:
    try:
        write()
    except ChangedMeanwhileError:
        return
    raise unsuitable(promise)


def _holds(blobs: Blobs, name: str, content: bytes, promise: str) -> None:
    there = blobs.read(name)
    if there is None:
        raise unsuitable(KEEPS_BYTES)
    if there.content != content:
        raise unsuitable(promise)
