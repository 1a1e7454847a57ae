"""A disk that has little of what ext4 has: no hard links, no fsync for folders, no moving onto a
folder, and no locks that anybody could trust.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

Change = Callable[[object, str, Any], None]
"""`setattr`, or what takes it back afterwards."""


def take_away(change: Change) -> None:
    """Let this process find such a disk everywhere."""
    change(os, "link", refusing(errno.EPERM))
    change(os, "fsync", without_folders(os.fsync, errno.EINVAL))
    change(os, "rename", to_no_folder(os.rename))


def refusing(number: int) -> Callable[..., None]:
    """What the system can't do, or was never asked to."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def without_folders(real: Callable[[int], None], number: int) -> Callable[[int], None]:
    """An fsync for files alone."""

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    return fsync


def to_no_folder(real: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
    """A rename that takes no name of a folder, not even of an empty one."""

    def rename(source: Path, target: Path) -> None:
        if target.is_dir():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        real(source, target)

    return rename
