"""What the system says about a folder, in our words. The one place where it is translated."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imagespeak_core.errors import (
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageFullError,
)


def numbers(*names: str) -> frozenset[int]:
    """Those of the system's error numbers that it has."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


_FULL = numbers("ENOSPC", "EDQUOT", "EFBIG")
_NO_ACCESS = numbers("EACCES", "EPERM", "EROFS", "ENOTDIR")
_NO_FILE = numbers("ELOOP", "EISDIR", "ENXIO")


@contextmanager
def translated(root: Path) -> Iterator[None]:
    """Raise our errors for what the system says in this block.

    Raises:
        StorageError: Or one of its kinds, as `Blobs` says.
    """
    try:
        yield
    except OSError as exc:
        raise told(exc, root) from exc


def told(exc: OSError, root: Path) -> StorageError:
    """Our error for what the system says about a file under the root."""
    folder = str(root)
    if exc.errno in _FULL:
        return StorageFullError(
            f"No room is left for pictures in {folder!r}. Make room, then try again."
        )
    if exc.errno in _NO_ACCESS:
        return StorageAccessError(
            f"The folder {folder!r} can't be used ({exc.strerror}). Give this program the "
            "right to write there, or choose another folder in IMAGESPEAK_DATA_DIR."
        )
    if exc.errno in _NO_FILE:
        return NotABlobError(
            f"Something in the folder {folder!r} is no file ({exc.strerror}). Move it away."
        )
    return StorageError(f"The folder {folder!r} failed ({exc.strerror}). Try again.")
