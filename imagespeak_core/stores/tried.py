"""Blobs that take no write before their store has shown that it keeps what it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from imagespeak_core.errors import StorageUnsuitableError
from imagespeak_core.stores.blobs import NO_METADATA, Blobs, Written, checked_name
from imagespeak_core.stores.claims import CLAIM_PREFIX
from imagespeak_core.stores.passed_on import PassedOn
from imagespeak_core.stores.trial import try_writes

LACK_HOLDS_S = 60
"""For so long a store that failed the trial is not tried again: its owner may mend it."""


class TriedBlobs(PassedOn):
    """Other blobs, tried once before the first write; implements `Blobs`.

    Where the trial can't be made, its error is that of the write, and the next write tries again.
    """

    def __init__(self, blobs: Blobs, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Remember them.

        Args:
            blobs: Those that all is asked of.
            monotonic: Seconds that only go forward.
        """
        super().__init__(blobs)
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
        super().warm_up()
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
            return super().create(name, content, content_type=content_type, metadata=metadata)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """See `Blobs.replace`."""
        self._try_once(_room(name))
        with self._lacks_noted():
            return super().replace(name, content, content_type=content_type, version=version)

    def check_room(self, size_bytes: int) -> None:
        """Make the first trial too."""
        self._try_once(CLAIM_PREFIX)
        super().check_room(size_bytes)


def _room(name: str) -> str:
    return f"{checked_name(name).partition('/')[0]}/"
