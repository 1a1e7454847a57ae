"""What every store promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey


class ImageStore(Protocol):
    """Pictures in, keys and addresses out. Safe to call from several threads and processes.

    Every method may raise StorageFullError, StorageAccessError, StorageTimeoutError,
    StorageUnreachableError or plain StorageError; InvalidSessionIdError or ValueError for a
    session id, key or name that breaks its rule.
    """

    @property
    def label(self) -> str:
        """One line for the interface: where the pictures are kept."""
        ...

    def warm_up(self) -> None:
        """Do slow first-time work ahead (imports, clients). Changes nothing."""
        ...

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
        ...

    def list_session(self, session_id: str) -> list[StoredImage]:
        """All pictures of exactly this session, newest first; what isn't a key is ignored."""
        ...

    def list_all(self) -> Iterator[list[StoredImage]]:
        """All pictures of all sessions, in ascending order of their keys as text.

        Lazy: a part has at most 1,000 pictures and costs one request on S3, and the next one is
        asked for only when it is wanted. What isn't a key is ignored. No part is empty.
        """
        ...

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        """Delete pictures and their previews; what is not there is no error.

        A preview goes before its picture: a picture that stays can be listed and tried again.

        Returns:
            Those that could not be deleted for good, each with a sentence why. A picture whose
            preview stays is not touched.

        Raises:
            StorageError: By subclass; nothing could be tried at all.
        """
        ...

    def read_preview(self, key: ImageKey) -> bytes | None:
        """The small WebP rendition; None where it was not made yet, or is gone."""
        ...

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        """Keep a rendition as `previews/{file name of the picture}.webp`, without the `.png`.

        One that is there is replaced, whole or not at all.
        """
        ...

    def read(self, key: ImageKey) -> bytes:
        """The PNG.

        Raises:
            ImageNotFoundError: There is none.
        """
        ...

    def details(self, key: ImageKey) -> ImageDetails:
        """How a picture was made: from the metadata, else from the PNG, else from the key alone.

        Raises:
            ImageNotFoundError: There is no such picture.
        """
        ...

    def scene(self, key: ImageKey) -> str:
        """JSON of what the picture really shows, as its generator told; empty if it did not.

        Raises:
            ImageNotFoundError: There is no such picture.
        """
        ...

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
        ...

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds; create-only, under `claims/`.

        Args:
            name: 1–200 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit.

        Returns:
            False when somebody holds it already.
        """
        ...

    def release(self, name: str) -> None:
        """Give a claimed name back. Releasing what nobody holds is no error."""
        ...
