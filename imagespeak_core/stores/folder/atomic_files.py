"""Files that are there whole or not at all, also after a crash or a power cut.

Windows is thought of as Python's documentation tells of it: it can't open a folder, has no
O_NOFOLLOW and its kin, and refuses to move or remove a file that somebody has open.
https://docs.python.org/3/library/os.html (2026-11)
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from imagespeak_core.stores.folder.errors import numbers

LOCK_ENDING = ".lock"

_NO_HARD_LINKS = numbers("EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL")
"""EINVAL is what Python makes of Windows' ERROR_INVALID_FUNCTION, as on a FAT disk."""

_IN_USE = {5, 32, 33}
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: somebody has it open.
https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499- (2026-11)"""

_IN_USE_WAITS_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)


def open_flags(*names: str) -> int:
    """Those of the flags of `os.open` that this system has; always without line endings' magic."""
    return sum(getattr(os, name, 0) for name in {"O_BINARY", *names})


def create(path: Path, content: bytes) -> None:
    """Write a new file, on disk when this returns.

    Raises:
        FileExistsError: There is one; it was not touched.
    """
    descriptor = os.open(path, open_flags("O_WRONLY", "O_CREAT", "O_EXCL"), 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def publish(temporary: Path, target: Path) -> None:
    """Give a finished file its name, unless the name is taken.

    Raises:
        FileExistsError: It is taken.
    """
    try:
        target.hardlink_to(temporary)
    except OSError as exc:
        if exc.errno not in _NO_HARD_LINKS:
            raise
        _publish_by_rename(temporary, target)


def _publish_by_rename(temporary: Path, target: Path) -> None:
    """The same where the file system has no hard links, by reserving the name first."""
    reservation = temporary.with_name(f"{target.parent.name}+{target.name}")
    create(reservation, b"")
    try:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        when_free(lambda: temporary.rename(target))
    finally:
        reservation.unlink(missing_ok=True)


def when_free(change: Callable[[], object]) -> None:
    """Move or remove a file; where Windows says that somebody has it open, try a second long.

    Raises:
        OSError: As the change does.
    """
    for wait_s in _IN_USE_WAITS_S:
        try:
            change()
        except PermissionError as exc:
            if getattr(exc, "winerror", None) not in _IN_USE:
                raise
            time.sleep(wait_s)
        else:
            return
    change()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, on disk when this returns.

    Raises:
        NotADirectoryError: There is something else, such as a link that leads elsewhere.
    """
    if folder.is_symlink() or not folder.is_dir():
        if not folder.parent.is_dir():
            make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
        if folder.is_symlink() or not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk when this returns, where a system lets us ask for it."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows opens no folders; its NTFS keeps a journal of names
    descriptor = os.open(folder, open_flags("O_RDONLY", "O_DIRECTORY"))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_leftovers(folder: Path, *, before: float) -> None:
    """Remove what killed writers left, as far as that is possible.

    Locks stay: a second file in the place of one that is held would let two in.

    Args:
        folder: Of temporary files.
        before: Only files last written before this time, by the clock of the same file system.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(LOCK_ENDING):
                continue
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    Path(entry.path).unlink()
