"""Blobs in the memory of one process: quick, and a third kind beside the folder and S3."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.signing.signatures import sign
from imagespeak_core.stores.blobs import (
    MOST_NAMES,
    NO_METADATA,
    Blob,
    BlobInfo,
    Written,
    checked_name,
    checked_prefix,
)

HOST = "https://memory.test/"


@dataclass(frozen=True, slots=True)
class _Kept:
    content: bytes
    version: str
    content_type: str
    last_modified: datetime
    metadata: Mapping[str, str]


class MemoryBlobs:
    """Implements `Blobs`.

    Attributes:
        kept: All blobs by their names.
        now: The clock of this store.
    """

    def __init__(self) -> None:
        self.kept: dict[str, _Kept] = {}
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._writes = 0
        self._lock = threading.Lock()

    @property
    def label(self) -> str:
        return "Pictures are kept in memory"

    @property
    def needs_trial(self) -> bool:
        return True

    @property
    def own_addresses(self) -> None:
        return None

    def warm_up(self) -> None:
        """Nothing is cold."""

    def check_room(self, size_bytes: int) -> None:
        """There is room."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        with self._lock:
            if checked_name(name) in self.kept:
                raise ChangedMeanwhileError(name)
            return self.keep(name, content, content_type, metadata)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        with self._lock:
            there = self.kept.get(checked_name(name))
            if there is None or there.version != version:
                raise ChangedMeanwhileError(name)
            return self.keep(name, content, content_type)

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        with self._lock:
            self.keep(checked_name(name), content, content_type)

    def read(self, name: str) -> Blob | None:
        there = self.kept.get(checked_name(name))
        if there is None:
            return None
        age_s = (self.now() - there.last_modified).total_seconds()
        return Blob(there.content, there.version, age_s)

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        there = self.kept.get(checked_name(name))
        return there.content[:size_bytes] if there else None

    def look(self, name: str) -> BlobInfo | None:
        there = self.kept.get(checked_name(name))
        if there is None:
            return None
        return BlobInfo(name, len(there.content), there.last_modified, there.metadata)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        checked_prefix(prefix)
        with self._lock:
            found = [
                BlobInfo(name, len(there.content), there.last_modified)
                for name, there in sorted(self.kept.items())
                if name.startswith(prefix) and name > after
            ]
        for start in range(0, len(found), MOST_NAMES):
            yield found[start : start + MOST_NAMES]

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        with self._lock:
            for name in [checked_name(name) for name in names]:
                self.kept.pop(name, None)
        return {}

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        with self._lock:
            there = self.kept.get(checked_name(name))
            if there is not None and there.version != version:
                raise ChangedMeanwhileError(name)
            self.kept.pop(name, None)

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        query = f"expires={int(signed_at.timestamp()) + life_s}" + "&download=1" * as_download
        query += f"&no_store_as={quote(no_store_as, safe='')}" if no_store_as else ""
        return f"{HOST}{checked_name(name)}?{query}&signature={signature_of(name, query)}"

    def keep(
        self,
        name: str,
        content: bytes,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """Keep a blob, whatever its name and whatever is there: the back door, too."""
        self._writes += 1
        version, now = str(self._writes), self.now()
        self.kept[name] = _Kept(content, version, content_type, now, dict(metadata))
        return Written(version, now)


def signature_of(name: str, query: str) -> str:
    """Signs an address, which ends with it."""
    return sign("test", name, query, secret=b"made up")
