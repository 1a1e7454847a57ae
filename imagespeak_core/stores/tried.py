"""Blobs that take no write before their store has shown that it keeps what it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from imagespeak_core.errors import StorageError, StorageUnsuitableError
from imagespeak_core.stores.blobs import (
    NO_METADATA,
    Blob,
    BlobInfo,
    Blobs,
    OwnAddresses,
    Written,
    checked_name,
)
from imagespeak_core.stores.claims import CLAIM_PREFIX
from imagespeak_core.stores.trial import try_writes

LACK_HOLDS_S = 60
"""For so long a store that failed the trial is not tried again: its owner may mend it."""


class TriedBlobs:
    """Other blobs, tried once before the first write; implements `Blobs`.

    Where the trial can't be made, its error is that of the write, and the next write tries again.
    """

    def __init__(self, blobs: Blobs, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Remember them.

        Args:
            blobs: Those that all is asked of.
            monotonic: Seconds that only go forward.
        """
        self._blobs = blobs
        self._monotonic = monotonic
        self._is_good = False
        self._lack = ""
        self._lack_ends_s = 0.0

    def _try_once(self, room: str) -> None:
        if self._is_good:
            return
        if self._lack and self._monotonic() < self._lack_ends_s:
            raise StorageUnsuitableError(self._lack)
        if self._blobs.needs_trial:
            with self._lacks_noted():
                try_writes(self._blobs, room)
        self._is_good = True

    @contextmanager
    def _lacks_noted(self) -> Iterator[None]:
        """Remember what a store says or shows that it can't; its server may be another by now."""
        try:
            yield
        except StorageUnsuitableError as error:
            self._is_good = False
            self._lack_ends_s = self._monotonic() + LACK_HOLDS_S
            self._lack = str(error)
            raise

    def warm_up(self) -> None:
        """Make the first trial too."""
        self._blobs.warm_up()
        self._try_once(CLAIM_PREFIX)

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """See `Blobs.create`."""
        self._try_once(_room(name))
        with self._lacks_noted():
            return self._blobs.create(name, content, content_type=content_type, metadata=metadata)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """See `Blobs.replace`."""
        self._try_once(_room(name))
        with self._lacks_noted():
            return self._blobs.replace(name, content, content_type=content_type, version=version)

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

    def now(self) -> datetime:
        """See `Blobs.now`."""
        return self._blobs.now()

    def check_room(self, size_bytes: int) -> None:
        """Make the first trial too."""
        self._try_once(CLAIM_PREFIX)
        self._blobs.check_room(size_bytes)

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """See `Blobs.put`: it keeps no promise that could be tried."""
        self._blobs.put(name, content, content_type=content_type)

    def read(self, name: str) -> Blob | None:
        """See `Blobs.read`."""
        return self._blobs.read(name)

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """See `Blobs.read_beginning`."""
        return self._blobs.read_beginning(name, size_bytes)

    def look(self, name: str) -> BlobInfo | None:
        """See `Blobs.look`."""
        return self._blobs.look(name)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """See `Blobs.list`."""
        return self._blobs.list(prefix, after=after)

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """See `Blobs.delete`."""
        return self._blobs.delete(names)

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """See `Blobs.delete_unchanged`."""
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
        return self._blobs.address(
            name,
            signed_at=signed_at,
            life_s=life_s,
            as_download=as_download,
            no_store_as=no_store_as,
        )


def _room(name: str) -> str:
    return f"{checked_name(name).partition('/')[0]}/"
