"""The folder of a folder store: whole files, never outside of it, one writer after the other.

    root/
    ├── generated-images/   the pictures, named by their keys
    ├── previews/           small renditions of them
    ├── classes/ …          documents
    ├── claims/             what somebody holds
    ├── voices/             sentences that a paid voice has said
    └── .tmp/               what is being written, and whose turn it is; nobody lists it

What is written begins under `.tmp/` and gets its name in one step. Whoever is killed on the way
leaves a file in `.tmp/`, which a later write removes.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from imagespeak_core.stores.folder.atomic_files import (
    create,
    make_folder,
    open_flags,
    publish,
    remove_leftovers,
    replace,
    sync_folder,
)
from imagespeak_core.stores.folder.errors import is_away
from imagespeak_core.stores.folder.in_use import when_free
from imagespeak_core.stores.folder.turns import turn

_TEMPORARY_FOLDER = ".tmp"
_LOOKS = 100
_CLOCKS_AGREE_S = 5.0
"""For so long this computer's own clock tells how the folder's goes on."""
_LEFTOVER_AGE_S = 24 * 60 * 60
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: Windows' link to a folder, which is no symlink

_HAS_DEVICE_NAMES = os.name == "nt"
_DEVICE_NAME = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?|.*\.", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the first dot; and it drops a dot at the end.
https://docs.python.org/3/library/os.path.html#os.path.isreserved (2026-11)"""


class Folder:
    """A root folder and what may be done under it, never outside.

    Names are relative to the root, of the form `folder/file`, and checked by the caller. Where
    the file system takes capitals for small letters, only what is spelt exactly so is meant. All
    but `path` raise OSError.
    """

    def __init__(self, root: Path) -> None:
        """Remember where; the folder is made by the first write.

        Args:
            root: The folder; relative to the working directory of now.
        """
        self.root = root.absolute()
        self._dated: tuple[float, float] | None = None

    def path(self, name: str) -> Path:
        """Where a file is, or would be."""
        return self.root / name

    def existing(self, folder_name: str) -> Path:
        """A folder under the root that leads nowhere else.

        Raises:
            FileNotFoundError: There is no such folder.
            NotADirectoryError: There is something else, such as a link, or it is spelt otherwise.
            OSError: With ENODEV where the root is on a drive that is not there.
        """
        folder = self.path(folder_name)
        try:
            status = folder.lstat()
        except FileNotFoundError as exc:
            if is_away(exc) or (self.root.is_symlink() and not self.root.exists()):
                raise OSError(errno.ENODEV, exc.strerror) from exc
            raise
        self._check_is_written_so(folder_name)
        is_junction = getattr(status, "st_reparse_tag", 0) == _JUNCTION
        if is_junction or not stat.S_ISDIR(status.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return folder

    def now_s(self) -> float:
        """The time by the clock that gives files their times: a network drive has its own.

        Where nothing may be written it is this computer's.
        """
        known, here_s = self._dated, time.monotonic()
        if known is None or here_s - known[1] > _CLOCKS_AGREE_S:
            known = self._dated = (self._touched_s(), here_s)
        return known[0] + time.monotonic() - known[1]

    def _touched_s(self) -> float:
        with suppress(OSError), self._temporary() as temporary:
            temporary.touch()
            return temporary.stat().st_mtime
        return time.time()

    def file_names(self, folder_name: str) -> list[str]:
        """The files in a folder, as they are written, in no order."""
        with os.scandir(self.existing(folder_name)) as entries:
            return [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]

    def status(self, name: str) -> os.stat_result:
        """What the system knows of a file, which is no link, folder or pipe."""
        status = self._existing_file(name).lstat()
        _check_is_file(status)
        return status

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """A file to read, which is no link, folder or pipe."""
        with _open_itself(self._existing_file(name)) as file:
            _check_is_file(os.fstat(file.fileno()))
            yield file

    def create(self, name: str, content: bytes) -> os.stat_result:
        """Write a new file, whole or not at all.

        Raises:
            FileExistsError: The name is taken; what is there was not touched.
        """
        target = self.path(name)
        with self._written(name, content) as temporary:
            publish(temporary, target)
            try:
                return _settled(target)
            except OSError:  # who is told that it failed makes it again
                with suppress(OSError):
                    target.unlink()
                raise

    def change(
        self, name: str, content: bytes, *, is_unchanged: Callable[[], bool]
    ) -> os.stat_result:
        """Write a file, whole or not at all, in the place of what is there, in a turn.

        Args:
            name: Which.
            content: The new one.
            is_unchanged: Asked before anything is written, and again in the turn.

        Raises:
            FileExistsError: It is changed, or the turn was over too soon; it was not touched.
        """
        target = self.path(name)
        if is_unchanged():
            with self._written(name, content) as temporary, turn(temporary) as finished:
                if is_unchanged():
                    with suppress(FileNotFoundError):
                        replace(finished, target)
                        return _settled(target)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def replace(self, name: str, content: bytes) -> os.stat_result:
        """Write a file, whole or not at all, in the place of what is there.

        Raises:
            FileExistsError: What is there is written with other capitals.
        """
        target = self.path(name)
        if os.path.lexists(target) and not self._is_written_so(name):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        with self._written(name, content) as temporary:
            replace(temporary, target)
            return _settled(target)

    def remove(self, name: str) -> None:
        """Remove a file or link; what is not there is no error.

        It may come back after a power cut, until `sync` was called for its folder.
        """
        with suppress(FileNotFoundError):
            when_free(self._existing_file(name).unlink)

    def sync(self, folder_name: str) -> None:
        """Have the names in a folder on disk, if there is such a folder."""
        with suppress(FileNotFoundError):
            sync_folder(self.existing(folder_name))

    @contextmanager
    def turn(self) -> Iterator[Path]:
        """Wait until nobody else changes anything; not for longer than a moment's work.

        Yields:
            A file that is there as long as it is still our turn.
        """
        with self._temporary() as mark:
            mark.touch()
            with turn(mark) as ours:
                yield ours

    def _existing_file(self, name: str) -> Path:
        """Where a file is, if there is one that is written so."""
        folder, _, last = name.rpartition("/")
        self.existing(folder)
        if _is_device(last) or not self._is_written_so(name):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self.path(name)

    def _is_written_so(self, name: str) -> bool:
        """Whether an entry of its folder spells the name so, and not with other capitals.

        What is also found with small letters for capitals may be spelt in any way, so all entries
        are read, and only there: each folder of a disk may have its own way with capitals. Names
        are ASCII, so nothing else that a file system makes equal can be asked for.
        """
        folder, _, last = name.rpartition("/")
        if not os.path.lexists(self.path(f"{folder}/{last.swapcase()}")):
            return True
        return last in _entries(self.path(folder))

    def _check_is_written_so(self, folder_name: str) -> None:
        """Return if the folder that is found by a name under the root is spelt so.

        Else what is copied from here to S3 had names that nobody asks for.

        Raises:
            NotADirectoryError: It is spelt with other capitals.
        """
        if not os.path.lexists(self.path(folder_name.swapcase())):
            return
        entries = _entries(self.root)
        if folder_name not in entries:
            alike = (one for one in entries if one.casefold() == folder_name)
            spelt = next(alike, folder_name.swapcase())
            problem = f"{spelt!r} must be renamed: its name is {folder_name!r}"
            raise NotADirectoryError(errno.ENOTDIR, problem)

    @contextmanager
    def _written(self, name: str, content: bytes) -> Iterator[Path]:
        """The content in a temporary file, ready to take its place."""
        folder_name, _, last = name.rpartition("/")
        if _is_device(last):
            raise PermissionError(errno.EACCES, f"Windows takes {last!r} for a device")
        make_folder(self.path(folder_name))
        self._check_is_written_so(folder_name)
        with self._temporary() as temporary:
            create(temporary, content)
            written_s = temporary.stat().st_mtime
            remove_leftovers(temporary.parent, before=written_s - _LEFTOVER_AGE_S)
            yield temporary

    @contextmanager
    def _temporary(self) -> Iterator[Path]:
        """A name that nobody else has, gone again afterwards."""
        folder = self.path(_TEMPORARY_FOLDER)
        make_folder(folder)
        temporary = folder / f"{secrets.token_hex(16)}.part"
        try:
            yield temporary
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _entries(folder: Path) -> set[str]:
    with os.scandir(folder) as entries:
        return {entry.name for entry in entries}


def _settled(target: Path) -> os.stat_result:
    """A file's status, when its name is on disk."""
    sync_folder(target.parent)
    return target.stat(follow_symlinks=False)


def _is_device(file_name: str) -> bool:
    return _HAS_DEVICE_NAMES and _DEVICE_NAME.fullmatch(file_name) is not None


def _check_is_file(status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "It is not a file")


def _open_itself(path: Path) -> BinaryIO:
    """Open a file to read it, following no link and waiting at no pipe."""
    if not hasattr(os, "O_NOFOLLOW"):
        return _opened_as_looked_at(path)
    flags = open_flags("O_NOFOLLOW", "O_NONBLOCK")
    return open(path, "rb", opener=lambda name, mode: os.open(name, mode | flags))


def _opened_as_looked_at(path: Path) -> BinaryIO:
    """The same where the system can't refuse links: what was opened must be what was looked at.

    A file that is replaced between the two is looked at again.
    """
    for _ in range(_LOOKS):
        seen = path.lstat()
        _check_is_file(seen)
        file = path.open("rb")
        if os.path.samestat(seen, os.fstat(file.fileno())):
            return file
        file.close()
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
