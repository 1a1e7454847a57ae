"""Files that are there whole or not at all, also after a crash or a power cut.

Windows is thought of as Python's documentation tells of it: it can't open a folder, has no
O_NOFOLLOW and its kin.
https://docs.python.org/3/library/os.html (2026-11)
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from imagespeak_core.stores.folder.errors import NOT_SUPPORTED, numbers
from imagespeak_core.stores.folder.in_use import when_free
from imagespeak_core.stores.folder.turns import TURN_ENDING, turn

_NO_HARD_LINKS = NOT_SUPPORTED | numbers("EACCES", "EIO", "EMLINK", "EPERM", "EXDEV")
"""EACCES is Android's word, EPERM that of exFAT, EIO that of rclone. Where something else is amiss,
the way round says so too. https://man7.org/linux/man-pages/man2/link.2.html (2026-11)"""

_NO_FOLDER_SYNC = NOT_SUPPORTED | numbers("EACCES", "EBADF", "EISDIR", "EPERM")
"""None of them tells of data that were lost, as EIO, ENOSPC and EDQUOT do."""


def open_flags(*names: str) -> int:
    """Those of the flags of `os.open` that this system has; always without line endings' magic."""
    return sum(getattr(os, name, 0) for name in {"O_BINARY", *names})


def create(path: Path, content: bytes) -> None:
    """Write a new file, on disk when this returns, where a system lets us ask for it.

    Raises:
        FileExistsError: There is one; it was not touched.
    """
    descriptor = os.open(path, open_flags("O_WRONLY", "O_CREAT", "O_EXCL"), 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        _sync(descriptor, passed_over=NOT_SUPPORTED)


def publish(temporary: Path, target: Path) -> None:
    """Give a finished file its name, unless the name is taken.

    Raises:
        FileExistsError: It is taken.
    """
    try:
        target.hardlink_to(temporary)
    except OSError as exc:
        if _is_linked(temporary, target):
            return  # a network drive did it, lost its answer, and tried again
        if exc.errno not in _NO_HARD_LINKS:
            raise
        _publish_by_rename(temporary, target)


def _is_linked(temporary: Path, target: Path) -> bool:
    with suppress(OSError):
        own = temporary.lstat()
        return own.st_nlink > 1 and os.path.samestat(own, target.lstat())
    return False


def _publish_by_rename(temporary: Path, target: Path) -> None:
    """The same where the file system has no hard links, one after the other.

    What another computer made just now is in the folder's list before it is found by its name:
    network drives remember for seconds that there was none.
    """
    with turn(temporary) as finished:
        if os.path.lexists(target) or target in target.parent.iterdir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        try:
            when_free(lambda: finished.rename(target))
        except FileNotFoundError as exc:
            raise OSError(errno.EBUSY, "its turn was over too soon") from exc


def replace(temporary: Path, target: Path) -> None:
    """Give a finished file its name, in the place of what has it.

    Raises:
        FileNotFoundError: The finished file is gone.
        OSError: With ENOTSUP where the file system only moves to names that are free.
    """
    try:
        when_free(lambda: temporary.replace(target))
    except FileExistsError as exc:
        raise OSError(errno.ENOTSUP, "no file can be replaced there") from exc


def make_folder(folder: Path, *, is_link_good: bool = False) -> None:
    """Make a folder and those above it, on disk when this returns.

    Args:
        folder: Which.
        is_link_good: It may be a link to a folder, as those above it always may.

    Raises:
        NotADirectoryError: There is something else, such as a link that leads elsewhere.
        FileNotFoundError: There is a link that leads nowhere, or no such drive.
    """
    look = Path.stat if is_link_good else Path.lstat
    try:
        status = look(folder)
    except FileNotFoundError:
        if folder.parent == folder:
            raise
        make_folder(folder.parent, is_link_good=True)
        with suppress(FileExistsError):
            folder.mkdir()
        status = look(folder)
        sync_folder(folder.parent)
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk when this returns, where a system lets us ask for it."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows opens no folders; its NTFS keeps a journal of names
    try:
        descriptor = os.open(folder, open_flags("O_RDONLY", "O_DIRECTORY"))
    except PermissionError:
        return  # one above ours, which only its owner may read
    try:
        _sync(descriptor, passed_over=_NO_FOLDER_SYNC)
    finally:
        os.close(descriptor)


def _sync(descriptor: int, *, passed_over: frozenset[int]) -> None:
    try:
        os.fsync(descriptor)
    except OSError as exc:
        if exc.errno not in passed_over:
            raise


def remove_leftovers(folder: Path, *, before: float) -> None:
    """Remove what killed writers left, as far as that is possible.

    Args:
        folder: Of temporary files.
        before: Only files last written before this time, by the clock of the same file system.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime >= before:
                    continue
                if entry.name.endswith(TURN_ENDING):
                    shutil.rmtree(entry.path)
                else:
                    Path(entry.path).unlink()
