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
    StorageUnreachableError,
)


def numbers(*names: str) -> frozenset[int]:
    """Those of the system's error numbers that it has."""
    return frozenset(getattr(errno, name) for name in names if hasattr(errno, name))


NOT_SUPPORTED = numbers("EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "ENOTTY") | {524}
"""What file systems say of what they can't do: EINVAL is Linux' own word where one has no fsync
for folders, and what Python makes of Windows' ERROR_INVALID_FUNCTION; 524 is ENOTSUPP, which
Linux means for itself, and some network disks let out.
https://man7.org/linux/man-pages/man2/fsync.2.html (2026-11)"""

FULL = numbers("ENOSPC", "EDQUOT", "EFBIG")
_NO_ACCESS = numbers(
    "EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOKEY", "EKEYEXPIRED", "EKEYREVOKED", "EKEYREJECTED"
)
_NO_FILE = numbers("ELOOP", "EISDIR", "ENXIO")
_AWAY = numbers(
    "ECONNABORTED", "ECONNREFUSED", "ECONNRESET", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN",
    "ENETRESET", "ENETUNREACH", "ENODEV", "ENOENT", "ENOLINK", "ENOMEDIUM", "ENONET", "ENOTCONN",
    "EPIPE", "EREMOTEIO", "ESHUTDOWN", "ESTALE", "ETIMEDOUT",
)  # fmt: skip
_PASSING = numbers(
    "EAGAIN", "EBUSY", "EDEADLK", "EINTR", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "ETXTBSY"
)
_LACKING = NOT_SUPPORTED | numbers("EEXIST", "EILSEQ", "ENOLCK", "ENOTEMPTY", "EOVERFLOW")

_WINDOWS_FULL = {39, 112}
"""ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL"""

_WINDOWS_AWAY = {21, 53, 55, 59, 64, 67, 121, 1167, 1231}
"""No such device, network path or share, or no longer. Python makes of them that there is no such
file, or that an argument is invalid.
https://learn.microsoft.com/windows/win32/debug/system-error-codes (2026-11)"""


def is_away(exc: OSError) -> bool:
    """Whether a drive is not there, rather than a file on it."""
    return getattr(exc, "winerror", None) in _WINDOWS_AWAY


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
    folder, number, reason = repr(str(root)), exc.errno, exc.strerror
    other = "choose another folder in IMAGESPEAK_DATA_DIR"
    if number in FULL or getattr(exc, "winerror", None) in _WINDOWS_FULL:
        return StorageFullError(
            f"No room is left for pictures in {folder}. Make room, then try again."
        )
    if number in _AWAY or is_away(exc):
        return StorageUnreachableError(
            f"The folder {folder} can't be reached ({reason}). Is its disk or network drive "
            f"connected? Connect it, or {other}."
        )
    if number in _NO_ACCESS:
        return StorageAccessError(
            f"The folder {folder} can't be used ({reason}). Give this program the "
            f"right to write there, or {other}."
        )
    if number in _NO_FILE:
        return NotABlobError(
            f"Something in the folder {folder} is no file ({reason}). Move it away."
        )
    if number == errno.EXDEV:
        return StorageAccessError(
            f"The folders in {folder} lie on different disks. Keep all on one disk, or {other}."
        )
    if number == errno.ENAMETOOLONG:
        return StorageAccessError(
            f"The names of pictures are too long for the folder {folder}. Choose a shorter path, "
            "or a folder on another disk, in IMAGESPEAK_DATA_DIR."
        )
    if number in _LACKING:
        return StorageAccessError(
            f"The folder {folder} is on a kind of disk that can't keep pictures safely ({reason}). "
            "Choose a folder on another disk in IMAGESPEAK_DATA_DIR."
        )
    if number in _PASSING:
        return StorageError(f"The folder {folder} is busy just now ({reason}). Try again.")
    return StorageError(f"The folder {folder} failed ({reason}). Look after its disk, or {other}.")
