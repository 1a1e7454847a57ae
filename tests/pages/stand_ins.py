"""Ports with a script and a memory, to stand between the pages and what they really use."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from PIL import Image

from imagespeak_core.generators.base import Offer
from imagespeak_core.image_details import ImageDetails
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality, StoredImage
from imagespeak_core.naming import ImageKey
from imagespeak_core.stores.base import ImageStore

MODEL = "test.painter-v1"


def plain_png(seed: int, width_px: int, height_px: int) -> bytes:
    """One colour, told by the seed."""
    colour = (seed % 256, seed // 256 % 256, seed // 65_536 % 256)
    png = io.BytesIO()
    Image.new("RGB", (width_px, height_px), colour).save(png, format="PNG", compress_level=1)
    return png.getvalue()


class ScriptedGenerator:
    """`ImageGenerator` that paints one colour, or fails as the script says."""

    label = "Painted by a test"
    max_parallel = 2

    def __init__(self) -> None:
        self.requests: list[ImageRequest] = []
        self._script: deque[Exception] = deque()

    def fail_next_with(self, error: Exception) -> None:
        self._script.append(error)

    def warm_up(self) -> None:
        """Nothing to do."""

    def offer(self, quality: Quality) -> Offer:
        return Offer(f"{MODEL}-{quality}", Decimal("0.04"), usual_s=1)

    def generate(self, request: ImageRequest) -> GeneratedImage:
        self.requests.append(request)
        if self._script:
            raise self._script.popleft()
        png = plain_png(request.seed, request.width_px, request.height_px)
        return GeneratedImage(png, seed=request.seed, model=MODEL, duration_ms=1)


class WatchedStore:
    """`ImageStore` that notes what a real one is asked for, and fails as the script says."""

    def __init__(self, inner: ImageStore) -> None:
        self.inner = inner
        self.asked: list[str] = []
        self._script: dict[str, deque[Exception]] = {}

    def fail_next(self, method: str, error: Exception) -> None:
        self._script.setdefault(method, deque()).append(error)

    @property
    def label(self) -> str:
        return self.inner.label

    def warm_up(self) -> None:
        self.inner.warm_up()

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        self._note("put")
        return self.inner.put(key, png, metadata)

    def list_session(self, session_id: str) -> list[StoredImage]:
        self._note("list_session")
        return self.inner.list_session(session_id)

    def read(self, key: ImageKey) -> bytes:
        self._note("read")
        return self.inner.read(key)

    def details(self, key: ImageKey) -> ImageDetails:
        self._note("details")
        return self.inner.details(key)

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        return self.inner.image_url(key, signed_at=signed_at, as_download=as_download)

    def claim(self, name: str) -> bool:
        self._note("claim")
        return self.inner.claim(name)

    def release(self, name: str) -> None:
        self._note("release")
        self.inner.release(name)

    def _note(self, method: str) -> None:
        self.asked.append(method)
        if self._script.get(method):
            raise self._script[method].popleft()
