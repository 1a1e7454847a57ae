"""The folder that a folder store and its documents share: whole files, and a way to wait in line.

    root/
    ├── generated-images/   the pictures, named by their keys
    ├── previews/           small renditions of them
    ├── classes/ …          documents
    ├── claims/             empty files
    └── .tmp/               what is being written, and the lock; nobody lists it

What is written begins under `.tmp/` and gets its name in one step. Whoever is killed on the way
leaves a file in `.tmp/`, which a later write removes.
"""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from imagespeak_core.errors import StorageAccessError, StorageError, StorageFullError
from imagespeak_core.stores.folder.atomic_files import (
    LOCK_ENDING,
    create,
    make_folder,
    publish,
    remove_leftovers,
    sync_folder,
)

_TEMPORARY_FOLDER = ".tmp"
_LOCK_NAME = f"documents{LOCK_ENDING}"
_LEFTOVER_AGE_S = 24 * 60 * 60

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ACCESS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ELOOP}
_AS_IT_IS = os.O_NOFOLLOW | os.O_NONBLOCK


class Folder:
    """A root folder and what may be done under it, never outside.

    Names are relative to the root, of the form `folder/file`, and checked by the caller. All but
    `translated` and `path` raise OSError.
    """

    def __init__(self, root: Path) -> None:
        """Remember where; the folder is made by the first write.

        Args:
            root: The folder; relative to the working directory of now.
        """
        self.root = root.absolute()

    def path(self, name: str) -> Path:
        """Where a file is, or would be."""
        return self.root / name

    def existing(self, folder_name: str) -> Path:
        """A folder under the root that leads nowhere else.

        Raises:
            NotADirectoryError: There is something else, such as a link.
        """
        folder = self.root / folder_name
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return folder

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """A file to read, which is no link, folder or pipe."""
        folder, _, last = name.rpartition("/")
        with _open_itself(self.existing(folder) / last) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise IsADirectoryError(errno.EISDIR, "It is not a file")
            yield file

    def create(self, name: str, content: bytes) -> os.stat_result:
        """Write a new file, whole or not at all.

        Raises:
            FileExistsError: The name is taken; what is there was not touched.
        """
        target = self.path(name)
        with self._written(target, content) as temporary:
            publish(temporary, target)
            sync_folder(target.parent)
            return target.stat(follow_symlinks=False)

    def replace(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all, in the place of what is there."""
        target = self.path(name)
        with self._written(target, content) as temporary:
            temporary.replace(target)
            sync_folder(target.parent)

    def remove(self, name: str) -> None:
        """Remove a file or link; what is not there is no error.

        It may come back after a power cut, until `sync` was called for its folder.
        """
        folder_name, _, last = name.rpartition("/")
        with suppress(FileNotFoundError):
            (self.existing(folder_name) / last).unlink()

    def sync(self, folder_name: str) -> None:
        """Have the names in a folder on disk, if there is such a folder."""
        with suppress(FileNotFoundError):
            sync_folder(self.existing(folder_name))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Wait until no other thread or process is in such a block on this folder."""
        folder = self.root / _TEMPORARY_FOLDER
        make_folder(folder)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | _AS_IT_IS
        descriptor = os.open(folder / _LOCK_NAME, flags, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raise our errors for what the system says in this block.

        Raises:
            StorageError: Or one of its kinds, as `ImageStore` says.
        """
        try:
            yield
        except OSError as exc:
            folder = str(self.root)
            if exc.errno in _FULL:
                raise StorageFullError(
                    f"No room is left for pictures in {folder!r}. Make room, then try again."
                ) from exc
            if exc.errno in _NO_ACCESS:
                raise StorageAccessError(
                    f"The folder {folder!r} can't be used ({exc.strerror}). Give this program the "
                    "right to write there, or choose another folder in IMAGESPEAK_DATA_DIR."
                ) from exc
            raise StorageError(
                f"The folder {folder!r} failed ({exc.strerror}). Try again."
            ) from exc

    @contextmanager
    def _written(self, target: Path, content: bytes) -> Iterator[Path]:
        """The content in a temporary file, ready to take its place."""
        make_folder(target.parent)
        folder = self.root / _TEMPORARY_FOLDER
        make_folder(folder)
        temporary = folder / f"{secrets.token_hex(16)}.part"
        try:
            create(temporary, content)
            remove_leftovers(folder, before=temporary.stat().st_mtime - _LEFTOVER_AGE_S)
            yield temporary
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _open_itself(path: Path) -> BinaryIO:
    """Open a file to read it, following no link and waiting at no pipe."""
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AS_IT_IS))
