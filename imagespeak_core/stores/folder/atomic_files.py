"""Files that are there whole or not at all, also after a crash or a power cut."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

LOCK_ENDING = ".lock"

_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def create(path: Path, content: bytes) -> None:
    """Write a new file, on disk when this returns.

    Raises:
        FileExistsError: There is one; it was not touched.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
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
    reservation = temporary.with_name(target.name)
    create(reservation, b"")
    try:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        temporary.rename(target)
    finally:
        reservation.unlink(missing_ok=True)


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
    """Have the names in a folder on disk when this returns."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
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
