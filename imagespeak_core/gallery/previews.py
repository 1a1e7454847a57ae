"""Small WebP renditions: made once, kept beside the original, made again if missing."""

from __future__ import annotations

import io
import logging
import threading
from concurrent.futures import Future

from imagespeak_core.errors import BrokenPictureError, ImageNotFoundError, StorageError
from imagespeak_core.models import MAX_SIDE_PX
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.base import ImageStore

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

_room = threading.BoundedSemaphore(MAX_AT_ONCE)
_lock = threading.Lock()
_being_made: dict[tuple[int, ImageKey], Future[bytes]] = {}  # by the store's identity


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


def preview(store: ImageStore, key: ImageKey) -> bytes:
    """The picture's WebP, which is made and kept if it is missing.

    Whoever asks while it is being made in this process waits for it. One that can't be kept is
    given all the same.

    Raises:
        ImageNotFoundError: There is no such picture.
        BrokenPictureError: It can't be decoded.
        StorageError: The store failed, by subclass.
    """
    name = (id(store), key)
    with _lock:
        running = _being_made.get(name)
        if running is None:
            mine: Future[bytes] = Future()
            _being_made[name] = mine
    if running is not None:
        return running.result()
    try:
        webp = store.read_preview(key) or _made_and_kept(store, key)
    except BaseException as exc:
        mine.set_exception(exc)
        raise
    else:
        mine.set_result(webp)
        return webp
    finally:
        with _lock:
            del _being_made[name]


def _made_and_kept(store: ImageStore, key: ImageKey) -> bytes:
    with _room:
        webp = make_preview(store.read(key))
    try:
        store.put_preview(key, webp)
        store.details(key)
    except ImageNotFoundError:
        store.delete([key])  # the picture was deleted meanwhile: nothing of it may be left
        raise
    except StorageError as exc:
        logger.warning("a preview may not be kept: %s", exc.code)
    return webp
