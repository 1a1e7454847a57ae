"""Pictures with their previews and views: keys and addresses, on whatever blobs they lie in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    ImageNotFoundError,
    KeyTakenError,
    NotABlobError,
    StorageAccessError,
    StorageError,
)
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails, from_metadata, from_png, scene_in
from imagespeak_core.pictures.naming import (
    IMAGE_PREFIX,
    ImageKey,
    check_session_id,
    newest_first,
    parse_key,
    session_prefix,
)
from imagespeak_core.stores.blobs import MOST_NAMES, ROOM_FOR_PICTURES_BYTES, BlobInfo, Blobs

logger = logging.getLogger(__name__)

PREVIEW_PREFIX = "previews/"
VIEW_PREFIX = "views/"

DETAILS_WITHIN_BYTES = 192 * 1024
"""Settings and scene stand at the beginning of a PNG. Two prompts of 10,000 characters have at
most 120,000 bytes, when JSON writes every character as `\\u0000`; a crowd's scene has 36,000."""

_T = TypeVar("_T")


class PictureStore:
    """Pictures in, keys and addresses out. Safe to call from several threads and processes.

    Every method may raise StorageFullError, StorageAccessError, StorageTimeoutError,
    StorageUnreachableError or plain StorageError; InvalidSessionIdError or ValueError for a
    session id or key that breaks its rule.
    """

    def __init__(self, blobs: Blobs, *, url_life_s: int) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
            url_life_s: 1–604,800: how long an address shows its picture.
        """
        self._blobs = blobs
        self._url_life_s = url_life_s

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        return self._blobs.label

    def warm_up(self) -> None:
        """Do slow first-time work ahead (imports, clients), and try the store out."""
        self._blobs.warm_up()

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        """Create a picture, whole or not at all; nothing is ever overwritten.

        When it returns, the picture is listed and will survive a crash of this process.

        Args:
            key: Where.
            png: The finished file.
            metadata: ASCII, under 2 KB in all; a store without metadata ignores it.

        Raises:
            KeyTakenError: Another picture has this key; it was not touched.
        """
        name = checked_key(key)
        try:
            written = self._blobs.create(name, png, content_type="image/png", metadata=metadata)
        except (ChangedMeanwhileError, NotABlobError) as exc:
            raise KeyTakenError(
                f"Another picture has the key {name!r}. Take the next index."
            ) from exc
        return StoredImage(key, len(png), written.last_modified)

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first; what isn't a key is ignored."""
        pages = self._blobs.list(session_prefix(check_session_id(session_id)))
        images = (image for page in pages for image in _pictures(page))
        return newest_first(image for image in images if image.key.session_id == session_id)

    def check_room(self) -> None:
        """Say so before somebody pays for a picture that would not be kept.

        Raises:
            StorageFullError: All but full.
        """
        self._blobs.check_room(ROOM_FOR_PICTURES_BYTES)

    def list_all(self) -> Iterator[list[StoredImage]]:
        """All pictures of all sessions, in ascending order of their keys as text.

        Lazy: a part has at most 1,000 pictures and costs one request on S3, and the next one is
        asked for only when it is wanted. What isn't a key is ignored. No part is empty.
        """
        parts = (_pictures(page) for page in self._blobs.list(IMAGE_PREFIX))
        return (part for part in parts if part)

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        """Delete pictures, their previews and views; what is not there is no error.

        These go before their picture: a picture that stays can be listed and tried again.

        Returns:
            Those that could not be deleted for good, each with a sentence why. A picture whose
            preview or view stays is not touched, but where the store's rights do not cover views:
            none was ever kept there.

        Raises:
            StorageError: By subclass; nothing could be tried at all.
        """
        wanted = list({checked_key(key): key for key in keys}.values())
        kept: dict[ImageKey, str] = {}
        gone: set[ImageKey] = set()
        is_begun = False
        try:
            for start in range(0, len(wanted), MOST_NAMES):
                part = wanted[start : start + MOST_NAMES]
                for name_of in (preview_name, view_name, checked_key):
                    kept |= self._delete_some(
                        {name_of(key): key for key in part if key not in kept}
                    )
                    is_begun = True
                gone.update(part)
        except StorageError as exc:
            if not is_begun:
                raise
            kept |= {key: str(exc) for key in wanted if key not in gone | kept.keys()}
        return {key: kept[key] for key in wanted if key in kept}

    def _delete_some(self, keys: Mapping[str, ImageKey]) -> dict[ImageKey, str]:
        """Delete blobs; gives the keys of those that stay, and why."""
        try:
            refused = self._blobs.delete(list(keys)) if keys else {}
        except StorageAccessError:
            if not all(name.startswith(VIEW_PREFIX) for name in keys):
                raise
            refused = {}
            logger.warning("%s is closed to us: no view of a picture is deleted", VIEW_PREFIX)
        return {
            keys[name]: str(error)
            for name, error in refused.items()
            if not (name.startswith(VIEW_PREFIX) and isinstance(error, StorageAccessError))
        }

    def read_preview(self, key: ImageKey) -> bytes | None:
        """The small WebP rendition; None where it was not made yet, or is gone."""
        try:
            there = self._blobs.read(preview_name(key))
        except NotABlobError:
            return None
        return there.content if there else None

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        """Keep a rendition as `previews/{file name of the picture}.webp`, without the `.png`.

        One that is there is replaced, whole or not at all.
        """
        self._blobs.put(preview_name(key), webp, content_type="image/webp")

    def read_view(self, key: ImageKey) -> bytes | None:
        """The JSON of a model's view of the picture; None where none is kept."""
        there = self._blobs.read(view_name(key))
        return there.content if there else None

    def create_view(self, key: ImageKey, content: bytes) -> None:
        """Keep a view as `views/{file name of the picture}.json`, without the `.png`.

        Raises:
            ChangedMeanwhileError: There is one; it was not touched.
        """
        self._blobs.create(view_name(key), content, content_type="application/json")

    def read(self, key: ImageKey) -> bytes:
        """The PNG.

        Raises:
            ImageNotFoundError: There is none.
        """
        return _found(key, self._blobs.read).content

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made: from the metadata, else from the PNG, else from the key alone.

        Raises:
            ImageNotFoundError: There is no such picture.
        """
        metadata = _found(key, self._blobs.look).metadata
        return (
            from_metadata(key, metadata)
            or from_png(key, self._beginning(key))
            or ImageDetails(key=key)
        )

    def scene(self, key: ImageKey) -> str:
        """JSON of what the picture really shows, as its generator told; empty if it did not.

        Raises:
            ImageNotFoundError: There is no such picture.
        """
        return scene_in(self._beginning(key))

    def _beginning(self, key: ImageKey) -> bytes:
        """The part of a picture that holds the text chunks."""
        return _found(key, lambda name: self._blobs.read_beginning(name, DETAILS_WITHIN_BYTES))

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        """A signed address that shows the picture, and stops to do so after the URL life.

        The same arguments give the same address as long as the signing credentials last.

        Args:
            key: The picture.
            signed_at: Aware; from when the URL's life counts. May lie in the past.
            as_download: The answer says `Content-Disposition: attachment`.

        Returns:
            An absolute URL, or a path on this app's own server that begins with `/`.
        """
        return self._blobs.address(
            checked_key(key), signed_at=signed_at, life_s=self._url_life_s, as_download=as_download
        )

    def open_signed(
        self, file_name: str, expires: str, download: str, signature: str, *, now: datetime
    ) -> Path:
        """The file that an `image_url` on this app's own server stands for.

        Args:
            file_name: The last part of the path, as the browser sent it; so are the next three.
            expires: Of the query.
            download: Of the query; empty where it has none.
            signature: Of the query.
            now: Aware.

        Raises:
            AddressExpiredError: The address is too old, or was not signed by us.
            ImageNotFoundError: It was signed, and the picture is gone; or the addresses of this
                store lead elsewhere.
        """
        name, own = IMAGE_PREFIX + file_name, self._blobs.own_addresses
        if own is None:
            raise ImageNotFoundError(name)
        try:
            path = own.open_signed(name, expires, download, signature, now=now)
        except NotABlobError as exc:
            raise ImageNotFoundError(name) from exc
        if path is None or parse_key(name) is None:
            raise ImageNotFoundError(name)
        return path


def _found(key: ImageKey, look: Callable[[str], _T | None]) -> _T:
    """What a blob's look gives, where it is a picture's.

    Raises:
        ImageNotFoundError: There is none, or something that is no file of ours.
    """
    name = checked_key(key)
    try:
        there = look(name)
    except NotABlobError as exc:
        raise ImageNotFoundError(name) from exc
    if there is None:
        raise ImageNotFoundError(name)
    return there


def checked_key(key: ImageKey) -> str:
    """The key as text.

    Raises:
        ValueError: It would not be read as the same key again, so it was not made by the rules
            of `naming`.
    """
    text = str(key)
    if parse_key(text) != key:
        raise ValueError(f"{text!r} is not the key of a picture.")
    return text


def preview_name(key: ImageKey) -> str:
    """The full name of a picture's preview.

    Raises:
        ValueError: The key breaks its rule, as in `checked_key`.
    """
    return f"{PREVIEW_PREFIX}{file_name(key).removesuffix('.png')}.webp"


def view_name(key: ImageKey) -> str:
    """The full name of a model's view of a picture.

    Raises:
        ValueError: The key breaks its rule, as in `checked_key`.
    """
    return f"{VIEW_PREFIX}{file_name(key).removesuffix('.png')}.json"


def file_name(key: ImageKey) -> str:
    """The last part of a key: what a downloaded picture is called."""
    return checked_key(key).rpartition("/")[2]


def _pictures(page: Sequence[BlobInfo]) -> list[StoredImage]:
    return [
        StoredImage(key, blob.size_bytes, blob.last_modified)
        for blob in page
        if (key := parse_key(blob.name))
    ]
