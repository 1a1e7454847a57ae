"""Blobs that pass on to others what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from imagespeak_core.errors import StorageError
from imagespeak_core.stores.blobs import NO_METADATA, Blob, BlobInfo, Blobs, OwnAddresses, Written


class PassedOn:
    """Other blobs; implements `Blobs`, for classes that change some of it.

    Args:
        blobs: Those that all is asked of.
    """

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    @contextmanager
    def _asking(self, name: str = "") -> Iterator[None]:
        """What is around each question to the store.

        Args:
            name: What is asked about: a blob, or the beginning of several; empty: none.
        """
        del name
        yield

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
        with self._asking():
            self._blobs.warm_up()

    def now(self) -> datetime:
        """See `Blobs.now`."""
        with self._asking():
            return self._blobs.now()

    def check_room(self, size_bytes: int) -> None:
        """See `Blobs.check_room`."""
        with self._asking():
            self._blobs.check_room(size_bytes)

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """See `Blobs.create`."""
        with self._asking(name):
            return self._blobs.create(name, content, content_type=content_type, metadata=metadata)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """See `Blobs.replace`."""
        with self._asking(name):
            return self._blobs.replace(name, content, content_type=content_type, version=version)

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """See `Blobs.put`."""
        with self._asking(name):
            self._blobs.put(name, content, content_type=content_type)

    def read(self, name: str) -> Blob | None:
        """See `Blobs.read`."""
        with self._asking(name):
            return self._blobs.read(name)

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """See `Blobs.read_beginning`."""
        with self._asking(name):
            return self._blobs.read_beginning(name, size_bytes)

    def look(self, name: str) -> BlobInfo | None:
        """See `Blobs.look`."""
        with self._asking(name):
            return self._blobs.look(name)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """See `Blobs.list`."""
        pages = self._blobs.list(prefix, after=after)  # which says at once what it can't list
        return self._pages(prefix, pages)

    def _pages(
        self, prefix: str, pages: Iterator[Sequence[BlobInfo]]
    ) -> Iterator[Sequence[BlobInfo]]:
        with self._asking(prefix):
            yield from pages

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """See `Blobs.delete`."""
        with self._asking(next(iter(names), "")):
            return self._blobs.delete(names)

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """See `Blobs.delete_unchanged`."""
        with self._asking(name):
            self._blobs.delete_unchanged(name, version, is_known=is_known)

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
        with self._asking(name):
            return self._blobs.address(
                name,
                signed_at=signed_at,
                life_s=life_s,
                as_download=as_download,
                no_store_as=no_store_as,
            )
