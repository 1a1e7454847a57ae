"""Blobs of which somebody is told when they fail; nothing else about them is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from imagespeak_core.errors import StorageError
from imagespeak_core.stores.blobs import NO_METADATA, Blob, BlobInfo, Blobs, OwnAddresses, Written


class WatchedBlobs:
    """Other blobs; implements `Blobs`.

    Args:
        blobs: Those that all is asked of.
        on_error: Told of each failure, and in which room it was, with the slash at its end; empty
            where it was in none. The failure is raised all the same.
    """

    def __init__(self, blobs: Blobs, on_error: Callable[[StorageError, str], None]) -> None:
        self._blobs = blobs
        self._on_error = on_error

    @contextmanager
    def _watched(self, name: str = "") -> Iterator[Blobs]:
        try:
            yield self._blobs
        except StorageError as error:
            self._on_error(error, _room(name))
            raise

    @property
    def label(self) -> str:
        """See `Blobs.label`."""
        return self._blobs.label

    @property
    def needs_trial(self) -> bool:
        """See `Blobs.needs_trial`."""
        return self._blobs.needs_trial

    @property
    def own_addresses(self) -> OwnAddresses | None:
        """See `Blobs.own_addresses`."""
        return self._blobs.own_addresses

    def warm_up(self) -> None:
        """See `Blobs.warm_up`."""
        with self._watched() as blobs:
            blobs.warm_up()

    def now(self) -> datetime:
        """See `Blobs.now`."""
        with self._watched() as blobs:
            return blobs.now()

    def check_room(self, size_bytes: int) -> None:
        """See `Blobs.check_room`."""
        with self._watched() as blobs:
            blobs.check_room(size_bytes)

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """See `Blobs.create`."""
        with self._watched(name) as blobs:
            return blobs.create(name, content, content_type=content_type, metadata=metadata)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """See `Blobs.replace`."""
        with self._watched(name) as blobs:
            return blobs.replace(name, content, content_type=content_type, version=version)

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """See `Blobs.put`."""
        with self._watched(name) as blobs:
            blobs.put(name, content, content_type=content_type)

    def read(self, name: str) -> Blob | None:
        """See `Blobs.read`."""
        with self._watched(name) as blobs:
            return blobs.read(name)

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """See `Blobs.read_beginning`."""
        with self._watched(name) as blobs:
            return blobs.read_beginning(name, size_bytes)

    def look(self, name: str) -> BlobInfo | None:
        """See `Blobs.look`."""
        with self._watched(name) as blobs:
            return blobs.look(name)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """See `Blobs.list`."""
        pages = self._blobs.list(prefix, after=after)  # which says at once what it can't list
        return self._pages(prefix, pages)

    def _pages(
        self, prefix: str, pages: Iterator[Sequence[BlobInfo]]
    ) -> Iterator[Sequence[BlobInfo]]:
        with self._watched(prefix):
            yield from pages

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """See `Blobs.delete`."""
        with self._watched(next(iter(names), "")) as blobs:
            left = blobs.delete(names)
        for name, error in left.items():
            self._on_error(error, _room(name))
        return left

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """See `Blobs.delete_unchanged`."""
        with self._watched(name) as blobs:
            blobs.delete_unchanged(name, version, is_known=is_known)

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        """See `Blobs.address`."""
        with self._watched(name) as blobs:
            return blobs.address(
                name,
                signed_at=signed_at,
                life_s=life_s,
                as_download=as_download,
                no_store_as=no_store_as,
            )


def _room(name: str) -> str:
    room, slash, _ = name.partition("/")
    return room + slash
