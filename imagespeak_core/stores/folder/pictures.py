"""A folder of pictures: atomic, create-only writes, never outside its root; see `folder`."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from imagespeak_core.errors import ImageNotFoundError, KeyTakenError, StorageError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails, from_png, scene_in
from imagespeak_core.pictures.naming import (
    IMAGE_PREFIX,
    ImageKey,
    check_session_id,
    newest_first,
    parse_key,
    session_prefix,
)
from imagespeak_core.stores.folder.atomic_files import create, make_folder, sync_folder
from imagespeak_core.stores.folder.folder import Folder
from imagespeak_core.stores.folder.signed_paths import check_signature, signed_path
from imagespeak_core.stores.names import (
    CLAIM_PREFIX,
    DETAILS_WITHIN_BYTES,
    PREVIEW_PREFIX,
    checked_claim,
    checked_key,
    checked_preview,
)

_ROOM_FOR_PICTURES_BYTES = 32 * 1024 * 1024
_PART_SIZE = 1000
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
        self._folder = Folder(root)
        self._secret = secret
        self._url_life_s = url_life_s

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return f"Pictures are kept in the folder {self.folder.name!r} on this computer"

    @property
    def folder(self) -> Path:
        """The folder, absolute; it may not be there yet."""
        return self._folder.root

    def warm_up(self) -> None:
        """Nothing here is slow the first time."""

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        """Create a picture, whole or not at all; see `ImageStore.put`.

        A folder has no metadata: the picture carries its settings itself.
        """
        del metadata
        name = checked_key(key)
        with self._folder.translated():
            try:
                return _stored(key, self._folder.create(name, png))
            except FileExistsError as exc:
                raise KeyTakenError(
                    f"Another picture has the key {name!r}. Take the next index."
                ) from exc

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first; see `ImageStore.list_session`."""
        beginning = session_prefix(check_session_id(session_id)).removeprefix(IMAGE_PREFIX)
        return newest_first(
            image
            for key in self._keys(beginning)
            if key.session_id == session_id and (image := self._look(key))
        )

    def list_all(self) -> Iterator[list[StoredImage]]:
        """All pictures of all sessions, 1,000 at a time; see `ImageStore.list_all`."""
        keys = sorted(self._keys(""), key=str)
        for start in range(0, len(keys), _PART_SIZE):
            part = [self._look(key) for key in keys[start : start + _PART_SIZE]]
            if images := [image for image in part if image]:
                yield images

    def _keys(self, beginning: str) -> list[ImageKey]:
        """The keys whose files are named so, in no order."""
        with self._folder.translated(), suppress(FileNotFoundError):
            with os.scandir(self._folder.existing(IMAGE_PREFIX)) as entries:
                named = (entry for entry in entries if entry.name.startswith(beginning))
                files = [entry.name for entry in named if entry.is_file(follow_symlinks=False)]
            return [key for name in files if (key := parse_key(IMAGE_PREFIX + name))]
        return []

    def _look(self, key: ImageKey) -> StoredImage | None:
        """What a listing says of a picture; None if it went meanwhile."""
        with self._folder.translated(), suppress(FileNotFoundError):
            return _stored(key, self._folder.path(str(key)).stat(follow_symlinks=False))
        return None

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        """Delete pictures and their previews, file by file; see `ImageStore.delete`."""
        names = {key: (checked_preview(key), checked_key(key)) for key in keys}
        with self._folder.translated(), suppress(FileNotFoundError):
            self._folder.existing(IMAGE_PREFIX)
        kept = {}
        for key, files in names.items():
            try:
                with self._folder.translated():
                    for name in files:
                        self._folder.remove(name)
            except StorageError as exc:
                kept[key] = str(exc)
        try:
            with self._folder.translated():
                for prefix in (PREVIEW_PREFIX, IMAGE_PREFIX):
                    self._folder.sync(prefix)
        except StorageError as exc:  # after a power cut they might all be back
            kept = dict.fromkeys(names, str(exc)) | kept
        return kept

    def read_preview(self, key: ImageKey) -> bytes | None:
        """The small WebP rendition; see `ImageStore.read_preview`."""
        try:
            with self._opened(checked_preview(key)) as file:
                return file.read()
        except ImageNotFoundError:
            return None

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        """Keep a rendition; see `ImageStore.put_preview`."""
        name = checked_preview(key)
        with self._folder.translated():
            self._folder.replace(name, webp)

    def read(self, key: ImageKey) -> bytes:
        """The PNG; see `ImageStore.read`."""
        with self._opened(checked_key(key)) as file:
            return file.read()

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made; see `ImageStore.details`."""
        return from_png(key, self._beginning(key)) or ImageDetails(key=key)

    def scene(self, key: ImageKey) -> str:
        """What the picture shows; see `ImageStore.scene`."""
        return scene_in(self._beginning(key))

    def _beginning(self, key: ImageKey) -> bytes:
        with self._opened(checked_key(key)) as file:
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
        name = checked_key(key)
        with self._opened(name):
            return self._folder.path(name)

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds; see `ImageStore.claim`.

        On a full disk it fails: whoever claims is about to pay for a picture.
        """
        path = self._folder.path(checked_claim(name))
        with self._folder.translated():
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
        claim = checked_claim(name)
        with self._folder.translated():
            self._folder.remove(claim)
            self._folder.sync(CLAIM_PREFIX)

    @contextmanager
    def _opened(self, name: str) -> Iterator[BinaryIO]:
        """A file of ours to read; what is no file is no picture either."""
        with self._folder.translated():
            try:
                with self._folder.opened(name) as file:
                    yield file
            except OSError as exc:
                if exc.errno in _NO_PICTURE:
                    raise ImageNotFoundError(name) from exc
                raise


def _stored(key: ImageKey, status: os.stat_result) -> StoredImage:
    return StoredImage(key, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))
