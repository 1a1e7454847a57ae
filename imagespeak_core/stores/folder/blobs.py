"""Blobs as files in one folder: atomic, create-only writes, never outside its root."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.stores.blobs import (
    MOST_NAMES,
    NO_METADATA,
    Blob,
    BlobInfo,
    Written,
    checked_name,
    checked_prefix,
    is_name,
)
from imagespeak_core.stores.folder.atomic_files import make_folder
from imagespeak_core.stores.folder.errors import FULL, NOT_SUPPORTED, told, translated
from imagespeak_core.stores.folder.folder import Folder
from imagespeak_core.stores.folder.signed_paths import check_signature, signed_path

Names: TypeAlias = list[str]
"""A list, which the method `list` hides from the annotations of its class."""

_LAST_DAY_S = 253_370_764_800
"""9999-01-01, in Unix seconds."""

_PART = 20
"""So many files are deleted in one turn, which is short also where a disk is slow."""

_TURNS = 3


class DiskUsage(Protocol):
    """How large a disk is, and how much of it is free, in bytes."""

    @property
    def total(self) -> int:
        """All of it; 0 where nobody knows."""
        ...

    @property
    def free(self) -> int:
        """What is left for us."""
        ...


class FolderBlobs:
    """Keeps blobs in one folder; implements `Blobs`, and opens its own addresses."""

    def __init__(
        self,
        root: Path,
        *,
        secret: bytes,
        disk_usage: Callable[[Path], DiskUsage] = shutil.disk_usage,
    ) -> None:
        """Remember where; the folder is made by the first write.

        Args:
            root: The folder; relative to the working directory of now.
            secret: Signs the addresses. Whoever knows it can see every picture.
            disk_usage: What is told of a folder's disk.
        """
        self._folder = Folder(root)
        self._secret = secret
        self._disk_usage = disk_usage

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the folder {self.root.name!r} on this computer"

    @property
    def root(self) -> Path:
        """The folder, absolute; it may not be there yet."""
        return self._folder.root

    @property
    def needs_trial(self) -> bool:
        """True: not every file system keeps what others promise."""
        return True

    @property
    def own_addresses(self) -> FolderBlobs:
        """This; see `Blobs.own_addresses`."""
        return self

    def warm_up(self) -> None:
        """Nothing here is slow the first time."""

    def now(self) -> datetime:
        """By the clock that the folder's files get their times from."""
        with translated(self.root):
            return datetime.fromtimestamp(self._folder.now_s(), UTC)

    def check_room(self, size_bytes: int) -> None:
        """Ask the disk; see `Blobs.check_room`."""
        with translated(self.root):
            make_folder(self.root, is_link_good=True)
            if self._is_surely_less_than(size_bytes):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _is_surely_less_than(self, size_bytes: int) -> bool:
        """Network drives may not know how large they are, and say 0 or nothing."""
        try:
            disk = self._disk_usage(self.root)
        except OSError as exc:
            if exc.errno not in NOT_SUPPORTED:
                raise
            return False
        return disk.total > 0 and disk.free < size_bytes

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        """Make a blob; see `Blobs.create`.

        A folder has no metadata: a picture carries its settings itself.
        """
        del content_type, metadata
        checked_name(name)
        with translated(self.root):
            try:
                return _written(content, self._folder.create(name, content))
            except FileExistsError as exc:
                with suppress(FileNotFoundError):
                    self._folder.status(name)
                raise ChangedMeanwhileError(name) from exc

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        """Write a blob if it is still as it was read; see `Blobs.replace`."""
        del content_type
        checked_name(name)

        def is_unchanged() -> bool:
            there = self._read(name)
            return there is not None and there.version == version

        with translated(self.root):
            try:
                status = self._folder.change(name, content, is_unchanged=is_unchanged)
            except FileExistsError as exc:
                raise ChangedMeanwhileError(name) from exc
            return _written(content, status)

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        """Write a blob, whatever is there; see `Blobs.put`."""
        del content_type
        checked_name(name)
        with translated(self.root):
            self._folder.replace(name, content)

    def read(self, name: str) -> Blob | None:
        """The blob; see `Blobs.read`."""
        checked_name(name)
        with translated(self.root):
            return self._read(name)

    def _read(self, name: str) -> Blob | None:
        with suppress(FileNotFoundError), self._folder.opened(name) as file:
            content, written_s = file.read(), os.fstat(file.fileno()).st_mtime
            return Blob(content, _version(content), max(0.0, self._folder.now_s() - written_s))
        return None

    def read_beginning(self, name: str, size_bytes: int) -> bytes | None:
        """The first bytes of a blob; see `Blobs.read_beginning`."""
        checked_name(name)
        with translated(self.root), suppress(FileNotFoundError), self._folder.opened(name) as file:
            return file.read(size_bytes)
        return None

    def look(self, name: str) -> BlobInfo | None:
        """What is known of a blob; see `Blobs.look`."""
        checked_name(name)
        with translated(self.root), suppress(FileNotFoundError):
            return _info(name, self._folder.status(name))
        return None

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        """What begins so, 1,000 at a time; see `Blobs.list`."""
        names = self._names(checked_prefix(prefix), after)
        for start in range(0, len(names), MOST_NAMES):
            yield [
                blob for name in names[start : start + MOST_NAMES] if (blob := self._listed(name))
            ]

    def _names(self, prefix: str, after: str) -> Names:
        """The names of files that begin so, as they are written, in order."""
        room = prefix.partition("/")[0]
        with translated(self.root), suppress(FileNotFoundError):
            names = (f"{room}/{file_name}" for file_name in self._folder.file_names(room))
            return sorted(name for name in names if name.startswith(prefix) and name > after)
        return []

    def _listed(self, name: str) -> BlobInfo | None:
        """What a listing says of a blob; None if it went meanwhile."""
        with translated(self.root), suppress(FileNotFoundError):
            return _info(name, self._folder.path(name).stat(follow_symlinks=False))
        return None

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """Delete blobs, file by file; see `Blobs.delete`.

        In turns, so that nobody replaces what is deleted meanwhile.
        """
        rooms = {checked_name(name).partition("/")[0] for name in names}
        with translated(self.root):
            there = {room for room in rooms if self._has(room)}
            wanted = [name for name in names if name.partition("/")[0] in there]
            kept: dict[str, StorageError] = {}
            for start in range(0, len(wanted), _PART):
                kept |= self._remove_in_turn(wanted[start : start + _PART])
            try:
                for room in there:
                    self._folder.sync(room)
            except OSError as exc:  # after a power cut they might all be back
                return dict.fromkeys(names, told(exc, self.root)) | kept
        return kept

    def delete_unchanged(self, name: str, version: str, *, is_known: bool = False) -> None:
        """Delete a blob if it is still as it was read; see `Blobs.delete_unchanged`."""
        del is_known
        checked_name(name)
        with translated(self.root), self._folder.turn() as ours:
            there = self._read(name)
            if there is None:
                return
            if there.version != version or not ours.exists():
                raise ChangedMeanwhileError(name)
            self._folder.remove(name)
            self._folder.sync(name.partition("/")[0])

    def _has(self, room: str) -> bool:
        try:
            self._folder.existing(room)
        except FileNotFoundError:
            return False
        return True

    def _remove_in_turn(self, names: Sequence[str]) -> dict[str, StorageError]:
        """Remove files; again where it took so long that somebody might have written one anew.

        A full disk takes no turn, and nobody who changes anything; room must be made there.
        """
        for _ in range(_TURNS):
            with ExitStack() as stack:
                try:
                    ours = stack.enter_context(self._folder.turn())
                except OSError as exc:
                    if exc.errno not in FULL:
                        raise
                    return self._remove(names)
                kept = self._remove(names)
                if ours.exists():
                    return kept
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    def _remove(self, names: Sequence[str]) -> dict[str, StorageError]:
        kept: dict[str, StorageError] = {}
        for name in names:
            try:
                self._folder.remove(name)
            except OSError as exc:
                kept[name] = told(exc, self.root)
        return kept

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        """A signed path on this app's own server; see `Blobs.address`."""
        del no_store_as
        expires = int(signed_at.timestamp()) + life_s
        return signed_path(
            checked_name(name), expires, as_download=as_download, secret=self._secret
        )

    def open_signed(
        self, name: str, expires: str, download: str, signature: str, *, now: datetime
    ) -> Path | None:
        """The file that a signed address stands for; see `OwnAddresses.open_signed`."""
        check_signature(name, expires, download, signature, secret=self._secret, now=now)
        if not is_name(name):
            return None
        with translated(self.root), suppress(FileNotFoundError), self._folder.opened(name):
            return self._folder.path(name)
        return None


def _version(content: bytes) -> str:
    """Of the content alone, whatever copying a folder does to times."""
    return hashlib.sha256(content).hexdigest()


def _written(content: bytes, status: os.stat_result) -> Written:
    return Written(_version(content), _last_modified(status))


def _info(name: str, status: os.stat_result) -> BlobInfo:
    return BlobInfo(name, status.st_size, _last_modified(status))


def _last_modified(status: os.stat_result) -> datetime:
    """Within what a calendar has on every system, whatever time a disk tells."""
    return datetime.fromtimestamp(min(max(status.st_mtime, 0), _LAST_DAY_S), UTC)
