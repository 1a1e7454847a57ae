"""Small WebP renditions: made once, kept beside the original, made again if missing."""

from __future__ import annotations

import io
import logging
import threading
from concurrent.futures import Future

from imagespeak_core.errors import BrokenPictureError, ImageNotFoundError, StorageError
from imagespeak_core.models import MAX_SIDE_PX
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)

LONGEST_SIDE_PX = 480
QUALITY = 80
METHOD = 2
"""Of WebP's 0 (fast) to 6 (small). On pictures of 480 pixels, 2 takes 4-10 ms and the usual 4
takes 10-22 ms for 5 % fewer bytes; below 2 they grow by a quarter and more."""

MAX_PIXELS = 10 * MAX_SIDE_PX**2
"""Far more than the app makes, and far below what Pillow's own guard lets pass."""

MAX_AT_ONCE = 2
"""Decoded, a picture takes some 10 MB; a page asks for dozens of previews at a time."""


def make_preview(png: bytes) -> bytes:
    """A WebP of the picture, its longest side 480 pixels or as small as it was.

    Raises:
        BrokenPictureError: It can't be decoded, or has more pixels than Pillow's guard allows.
    """
    from PIL import Image, UnidentifiedImageError  # slow to import

    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise BrokenPictureError("The picture has too many pixels to be shown.")
            small: Image.Image = picture
            if picture.mode not in {"RGB", "RGBA"}:
                small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
            small.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
            webp = io.BytesIO()
            small.save(webp, "WEBP", quality=QUALITY, method=METHOD)
    except (
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
    ) as exc:
        raise BrokenPictureError("The picture's file is broken, so it can't be shown.") from exc
    return webp.getvalue()


class Previews:
    """The previews of one store. Safe to use from several threads.

    Args:
        store: Where the pictures are, and the previews are kept.
    """

    def __init__(self, store: PictureStore) -> None:
        self._store = store
        self._room = threading.BoundedSemaphore(MAX_AT_ONCE)
        self._lock = threading.Lock()
        self._being_made: dict[ImageKey, Future[bytes]] = {}

    def of(self, key: ImageKey) -> bytes:
        """The picture's WebP, which is made and kept if it is missing.

        Whoever asks while it is being made in this process waits for it. One that can't be kept
        is given all the same.

        Raises:
            ImageNotFoundError: There is no such picture.
            BrokenPictureError: It can't be decoded.
            StorageError: The store failed, by subclass.
        """
        with self._lock:
            running = self._being_made.get(key)
            if running is None:
                mine: Future[bytes] = Future()
                self._being_made[key] = mine
        if running is not None:
            return running.result()
        try:
            webp = self._store.read_preview(key) or self._made_and_kept(key)
        except BaseException as exc:
            mine.set_exception(exc)
            raise
        else:
            mine.set_result(webp)
            return webp
        finally:
            with self._lock:
                del self._being_made[key]

    def _made_and_kept(self, key: ImageKey) -> bytes:
        with self._room:
            webp = make_preview(self._store.read(key))
        try:
            self._store.put_preview(key, webp)
            self._store.details(key)
        except ImageNotFoundError:
            self._store.delete([key])  # deleted meanwhile: nothing of the picture may be left
            raise
        except StorageError as exc:
            logger.info("a preview may not be kept: %s", exc.code)
        return webp
