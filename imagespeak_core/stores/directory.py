"""A folder: atomic, create-only writes, never outside its root.

    root/
    ├── generated-images/   the pictures, named by their keys
    ├── claims/             empty files
    └── .tmp/               what is being written; nobody lists it

A picture is written under `.tmp/` and appears under its name by one hard link, which fails if
the name is taken. Whoever is killed on the way leaves a file in `.tmp/`, which a later write
removes.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from imagespeak_core.errors import (
    ImageNotFoundError,
    KeyTakenError,
    StorageAccessError,
    StorageError,
    StorageFullError,
)
from imagespeak_core.image_details import ImageDetails, from_png, scene_in
from imagespeak_core.models import StoredImage
from imagespeak_core.naming import (
    IMAGE_PREFIX,
    ImageKey,
    check_session_id,
    newest_first,
    parse_key,
    session_prefix,
)
from imagespeak_core.stores.atomic_files import (
    create,
    make_folder,
    publish,
    remove_leftovers,
    sync_folder,
)
from imagespeak_core.stores.names import (
    CLAIM_PREFIX,
    DETAILS_WITHIN_BYTES,
    checked_claim,
    checked_key,
)
from imagespeak_core.stores.signed_paths import check_signature, signed_path

_TEMPORARY_FOLDER = ".tmp"
_LEFTOVER_AGE_S = 24 * 60 * 60
_ROOM_FOR_PICTURES_BYTES = 32 * 1024 * 1024

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ACCESS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.ELOOP}
_AS_IT_IS = os.O_NOFOLLOW | os.O_NONBLOCK
_NO_PICTURE = {errno.ENOENT, errno.ELOOP, errno.ENXIO, errno.EISDIR}


class DirectoryStore:
    """Keeps pictures in one folder."""

    def __init__(
        self,
        root: Path,
        *,
        secret: bytes,
        url_life_s: int,
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        """Remember where; the folder is made by the first write.

        Args:
            root: The folder; relative to the working directory of now.
            secret: Signs the addresses. Whoever knows it can see every picture.
            url_life_s: How long an address shows its picture.
            free_bytes: The room left on a folder's disk.
        """
        self._free_bytes = free_bytes
        self._root = root.absolute()
        self._secret = secret
        self._url_life_s = url_life_s

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the folder {self._root.name!r} on this computer"

    def warm_up(self) -> None:
        """Nothing here is slow the first time."""

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        """Create a picture, whole or not at all; see `ImageStore.put`.

        A folder has no metadata: the picture carries its settings itself.
        """
        del metadata
        target = self._root / checked_key(key)
        with self._translated():
            make_folder(target.parent)
            temporary = self._write_temporary(png)
            try:
                publish(temporary, target)
                sync_folder(target.parent)
                return _stored(key, target.stat(follow_symlinks=False))
            except FileExistsError as exc:
                raise KeyTakenError(
                    f"Another picture has the key {str(key)!r}. Take the next index."
                ) from exc
            finally:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first; see `ImageStore.list_session`."""
        beginning = session_prefix(check_session_id(session_id)).removeprefix(IMAGE_PREFIX)
        found = []
        with self._translated(), suppress(FileNotFoundError):
            with os.scandir(self._existing_folder(IMAGE_PREFIX)) as entries:
                named = [entry for entry in entries if entry.name.startswith(beginning)]
            for entry in named:
                key = parse_key(IMAGE_PREFIX + entry.name)
                if key and key.session_id == session_id and entry.is_file(follow_symlinks=False):
                    with suppress(FileNotFoundError):
                        found.append(_stored(key, entry.stat(follow_symlinks=False)))
        return newest_first(found)

    def read(self, key: ImageKey) -> bytes:
        """The PNG; see `ImageStore.read`."""
        with self._translated(), self._opened(key) as file:
            return file.read()

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made; see `ImageStore.details`."""
        return from_png(key, self._beginning(key)) or ImageDetails(key=key)

    def scene(self, key: ImageKey) -> str:
        """What the picture shows; see `ImageStore.scene`."""
        return scene_in(self._beginning(key))

    def _beginning(self, key: ImageKey) -> bytes:
        with self._translated(), self._opened(key) as file:
            return file.read(DETAILS_WITHIN_BYTES)

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        """A signed path on this app's own server; see `ImageStore.image_url`."""
        name = checked_key(key).removeprefix(IMAGE_PREFIX)
        expires = int(signed_at.timestamp()) + self._url_life_s
        return signed_path(name, expires, as_download=as_download, secret=self._secret)

    def open_signed(
        self, file_name: str, expires: str, download: str, signature: str, *, now: datetime
    ) -> Path:
        """The file that a signed address stands for. All parts are what the browser sent.

        Args:
            file_name: The last part of the path.
            expires: Of the query.
            download: Of the query; empty where it has none.
            signature: Of the query.
            now: Aware.

        Raises:
            AddressExpiredError: The address is too old, or was not signed by us.
            ImageNotFoundError: It was signed, and the picture is gone.
        """
        check_signature(file_name, expires, download, signature, secret=self._secret, now=now)
        key = parse_key(IMAGE_PREFIX + file_name)
        if key is None:
            raise ImageNotFoundError(IMAGE_PREFIX + file_name)
        with self._translated(), self._opened(key):
            return self._root / checked_key(key)

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds; see `ImageStore.claim`.

        On a full disk it fails: whoever claims is about to pay for a picture.
        """
        path = self._root / checked_claim(name)
        with self._translated():
            make_folder(path.parent)
            if self._free_bytes(path.parent) < _ROOM_FOR_PICTURES_BYTES:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            try:
                create(path, b"")
            except FileExistsError:
                return False
            sync_folder(path.parent)
        return True

    def release(self, name: str) -> None:
        """Give a claimed name back; see `ImageStore.release`."""
        claim = checked_claim(name).removeprefix(CLAIM_PREFIX)
        with self._translated(), suppress(FileNotFoundError):
            folder = self._existing_folder(CLAIM_PREFIX)
            (folder / claim).unlink()
            sync_folder(folder)

    @contextmanager
    def _opened(self, key: ImageKey) -> Iterator[BinaryIO]:
        """A picture's file, which is no link, folder or pipe."""
        name = checked_key(key)
        try:
            folder = self._existing_folder(IMAGE_PREFIX)
            file = _open_itself(folder / name.removeprefix(IMAGE_PREFIX))
        except OSError as exc:
            if exc.errno in _NO_PICTURE:
                raise ImageNotFoundError(name) from exc
            raise
        with file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ImageNotFoundError(name)
            yield file

    def _existing_folder(self, name: str) -> Path:
        """A folder under the root that leads nowhere else."""
        folder = self._root / name
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return folder

    def _write_temporary(self, content: bytes) -> Path:
        folder = self._root / _TEMPORARY_FOLDER
        make_folder(folder)
        path = folder / f"{secrets.token_hex(16)}.part"
        try:
            create(path, content)
            remove_leftovers(folder, before=path.stat().st_mtime - _LEFTOVER_AGE_S)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            folder = str(self._root)
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


def _open_itself(path: Path) -> BinaryIO:
    """Open a file to read it, following no link and waiting at no pipe."""
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AS_IT_IS))


def _stored(key: ImageKey, status: os.stat_result) -> StoredImage:
    return StoredImage(key, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))
