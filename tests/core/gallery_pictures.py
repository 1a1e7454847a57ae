"""Pictures for the gallery's tests, and a store in memory that counts what is asked of it."""

from __future__ import annotations

import io
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from random import Random

from PIL import Image

from imagespeak_core.errors import ImageNotFoundError, KeyTakenError, StorageError
from imagespeak_core.models import GeneratedImage, ImageRequest, StoredImage
from imagespeak_core.pictures.details import ImageDetails, embed, from_png
from imagespeak_core.pictures.naming import ImageKey, check_session_id, clean_prompt, newest_first
from imagespeak_core.stores.pictures import PictureStore
from tests.memory_blobs import MemoryBlobs

WAIT_S = 30
PAGE = 1_000
NOON = "20241031_120000"


def key_of(
    session_id: str = "image-001",
    timestamp: str = NOON,
    index: int = 0,
    words: str = "sunset_mountains",
) -> ImageKey:
    return ImageKey(session_id, timestamp, index, words)


def stored(key: ImageKey, size_bytes: int = 1_000) -> StoredImage:
    return StoredImage(key, size_bytes, datetime(2024, 10, 31, 12, tzinfo=UTC))


def noise(width_px: int, height_px: int, seed: int = 0) -> bytes:
    """A PNG that can't be packed: about three bytes a pixel."""
    pixels = Random(seed).randbytes(width_px * height_px * 3)
    png = io.BytesIO()
    Image.frombytes("RGB", (width_px, height_px), pixels).save(png, "PNG", compress_level=0)
    return png.getvalue()


def told(png: bytes, request: ImageRequest, *, index: int = 0) -> tuple[ImageKey, bytes]:
    """The picture as the app stores it, and its key."""
    key = key_of(request.session_id, index=index, words=clean_prompt(request.prompt))
    image = GeneratedImage(png, seed=request.seed, model="fake.model-v1:0", duration_ms=5_210)
    return key, embed(png, ImageDetails.of(key, request, image), scene='{"people": 2}')


class MemoryStore(PictureStore):
    """Pictures in memory, by their keys.

    Attributes:
        pictures: By their keys.
        previews: By the keys of their pictures.
        calls: How often each method was called; `list_all` counts its pages.
        troubles: By the name of the method, what it raises.
        on_read: Called with each key before its picture is read.
        gate: Each page of `list_all`, and each `read`, waits for it; open from the start.
        page_wanted: Released by each page that is asked for, before it waits.
    """

    def __init__(self, pictures: Mapping[ImageKey, bytes] | None = None) -> None:
        super().__init__(MemoryBlobs(), url_life_s=60)
        self.pictures = dict(pictures or {})
        self.previews: dict[ImageKey, bytes] = {}
        self.calls: Counter[str] = Counter()
        self.troubles: dict[str, Exception] = {}
        self.on_read: Callable[[ImageKey], object] = lambda key: None
        self.gate = threading.Semaphore(1_000_000)
        self.page_wanted = threading.Semaphore(0)
        self._lock = threading.Lock()

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        self._count("put")
        if key in self.pictures:
            raise KeyTakenError(str(key))
        self.pictures[key] = png
        return stored(key, len(png))

    def list_session(self, session_id: str) -> list[StoredImage]:
        self._count("list_session")
        check_session_id(session_id)
        return newest_first(
            stored(key, len(png))
            for key, png in self.pictures.items()
            if key.session_id == session_id
        )

    def list_all(self) -> Iterator[list[StoredImage]]:
        keys = sorted(self.pictures, key=str)
        for start in range(0, max(len(keys), 1), PAGE):
            self.page_wanted.release()
            assert self.gate.acquire(timeout=WAIT_S)
            self._count("list_all")
            page = keys[start : start + PAGE]
            if page:
                yield [stored(key, len(self.pictures.get(key, b""))) for key in page]

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        self._count("delete")
        for key in keys:
            self.previews.pop(key, None)
            self.pictures.pop(key, None)
        return {}

    def read_preview(self, key: ImageKey) -> bytes | None:
        self._count("read_preview")
        return self.previews.get(key)

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        self._count("put_preview")
        self.previews[key] = webp

    def read(self, key: ImageKey) -> bytes:
        self._count("read")
        self.on_read(key)
        return self._picture(key)

    def details(self, key: ImageKey) -> ImageDetails:
        self._count("details")
        return from_png(key, self._picture(key)) or ImageDetails(key=key)

    def _picture(self, key: ImageKey) -> bytes:
        try:
            return self.pictures[key]
        except KeyError as exc:
            raise ImageNotFoundError(str(key)) from exc

    def _count(self, method: str) -> None:
        with self._lock:
            self.calls[method] += 1
        if method in self.troubles:
            raise self.troubles[method]


AWAY = StorageError("The storage is away. Try again.")
