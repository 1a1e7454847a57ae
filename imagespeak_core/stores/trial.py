"""Whether a store really keeps what `Blobs` promises of its writes: tried, not believed.

Servers and disks of other makers know no conditions, or pass over them without a word. Then two
who take one name both believe that they have it, and the later picture replaces the earlier one.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnsuitableError,
)
from imagespeak_core.stores.blobs import Blobs

CREATES_ONCE = "write a picture only if its name is free (S3: If-None-Match)"
REPLACES_SEEN = "replace a file only if nobody changed it meanwhile (S3: If-Match)"
KEEPS_BYTES = "give back what was written just now"
LISTS_IN_ORDER = "list its files in the order of their names"

PICTURE_BYTES = 1_500_000
"""Of a large picture: some keep conditions for small files alone, or take no others."""

_TYPE = "text/plain"
_RACERS = 4
_OF_THE_MOMENT = (StorageFullError, StorageTimeoutError)


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
    """Create a blob, and see that only one of many can, and nobody later; gives its version.

    Raises:
        StorageError: As `try_writes`.
    """

    def create(content: bytes) -> str:
        return blobs.create(name, content, content_type=_TYPE).version

    version = _only_one(blobs, name, create, CREATES_ONCE)
    if _accepted(blobs, name, create, b"l" * PICTURE_BYTES, CREATES_ONCE) is not None:
        raise unsuitable(CREATES_ONCE)
    return version


def try_replace(blobs: Blobs, name: str, old: str) -> None:
    """Replace a blob, and see that only one of many can who know its old version.

    Raises:
        StorageError: As `try_writes`.
    """

    def replace(content: bytes) -> str:
        return blobs.replace(name, content, content_type=_TYPE, version=old).version

    _only_one(blobs, name, replace, REPLACES_SEEN)
    if _accepted(blobs, name, replace, b"late", REPLACES_SEEN) is not None:
        raise unsuitable(REPLACES_SEEN)


def _only_one(blobs: Blobs, name: str, write: Callable[[bytes], str], promise: str) -> str:
    """Let many write at once, and see that one of them does, and that its bytes are there."""
    contents = [secrets.token_bytes(8) for _ in range(_RACERS)]
    with ThreadPoolExecutor(_RACERS) as pool:
        versions = pool.map(lambda one: _accepted(blobs, name, write, one, promise), contents)
        won = [
            (content, version)
            for content, version in zip(contents, versions, strict=True)
            if version is not None
        ]
    if len(won) != 1:
        raise unsuitable(promise)
    [(content, version)] = won
    there = blobs.read(name)
    if there is None or there.content not in contents:
        raise unsuitable(KEEPS_BYTES)
    if there.content != content:
        raise unsuitable(promise)
    return version


def _accepted(
    blobs: Blobs, name: str, write: Callable[[bytes], str], content: bytes, promise: str
) -> str | None:
    """The version that a write gives; None where its condition is not met.

    Some refuse conditions with words that tell nothing. Whoever takes the same without one lacks
    them.
    """
    try:
        return write(content)
    except ChangedMeanwhileError:
        return None
    except (StorageUnsuitableError, *_OF_THE_MOMENT):
        raise
    except StorageError as exc:
        try:
            blobs.put(name, content, content_type=_TYPE)
        except StorageError:
            raise exc from None
        raise unsuitable(promise) from exc
