"""Ports with a script and a memory, to stand between the pages and what they really use."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from PIL import Image

from imagespeak_core.generators.base import Offer
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality, StoredImage
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.documents import Document, DocumentNames, Documents
from imagespeak_core.stores.pictures import PictureStore

MODEL = "test.painter-v1"


def plain_png(seed: int, width_px: int, height_px: int) -> bytes:
    """One colour, told by the seed."""
    colour = (seed % 256, seed // 256 % 256, seed // 65_536 % 256)
    png = io.BytesIO()
    Image.new("RGB", (width_px, height_px), colour).save(png, format="PNG", compress_level=1)
    return png.getvalue()


class ScriptedGenerator:
    """`ImageGenerator` that paints one colour, or fails as the script says.

    As a `WordsDrawer` it is the illustrator itself.
    """

    label = "Painted by a test"
    max_parallel = 2

    def __init__(self) -> None:
        self.price_usd = Decimal("0.04")
        self.takes_negative_prompt = False
        self.requests: list[ImageRequest] = []
        self.words: list[str] = []
        self._script: deque[Exception] = deque()

    def fail_next_with(self, error: Exception) -> None:
        self._script.append(error)

    def warm_up(self) -> None:
        """Nothing to do."""

    def offer(self, quality: Quality) -> Offer:
        return Offer(
            f"{MODEL}-{quality}",
            self.price_usd,
            usual_s=1,
            takes_negative_prompt=self.takes_negative_prompt,
        )

    def models(self) -> tuple[Offer, ...]:
        return (self.offer("standard"), self.offer("premium"))

    def generate(self, request: ImageRequest) -> GeneratedImage:
        self.requests.append(request)
        with suppress(IndexError):  # two may come at once
            raise self._script.popleft()
        png = plain_png(request.seed, request.width_px, request.height_px)
        return GeneratedImage(png, seed=request.seed, model=MODEL, duration_ms=1)

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        self.words.append(request.prompt)
        return Illustrator().draw_beside(request, scene)


class WatchedStore(PictureStore):
    """Pictures; notes what real ones are asked for, and fails as the script says."""

    def __init__(self, inner: PictureStore) -> None:
        self.inner = inner
        self.asked: list[str] = []
        self._kept: dict[ImageKey, str] = {}
        self._script: dict[str, deque[Exception]] = {}

    def fail_next(self, method: str, error: Exception) -> None:
        self._script.setdefault(method, deque()).append(error)

    @property
    def label(self) -> str:
        return self.inner.label

    def warm_up(self) -> None:
        self.inner.warm_up()

    def check_room(self) -> None:
        self.inner.check_room()

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        self._note("put")
        return self.inner.put(key, png, metadata)

    def list_session(self, session_id: str) -> list[StoredImage]:
        self._note("list_session")
        return self.inner.list_session(session_id)

    def list_all(self) -> Iterator[list[StoredImage]]:
        self._note("list_all")
        return self.inner.list_all()

    def keep_when_deleting(self, key: ImageKey, why: str) -> None:
        self._kept[key] = why

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        self._note("delete")
        kept = {key: self._kept[key] for key in keys if key in self._kept}
        return kept | self.inner.delete([key for key in keys if key not in kept])

    def read_preview(self, key: ImageKey) -> bytes | None:
        self._note("read_preview")
        return self.inner.read_preview(key)

    def put_preview(self, key: ImageKey, webp: bytes) -> None:
        self._note("put_preview")
        self.inner.put_preview(key, webp)

    def read_view(self, key: ImageKey) -> bytes | None:
        self._note("read_view")
        return self.inner.read_view(key)

    def create_view(self, key: ImageKey, content: bytes) -> None:
        self._note("create_view")
        self.inner.create_view(key, content)

    def read(self, key: ImageKey) -> bytes:
        self._note("read")
        return self.inner.read(key)

    def details(self, key: ImageKey) -> ImageDetails:
        self._note("details")
        return self.inner.details(key)

    def scene(self, key: ImageKey) -> str:
        self._note("scene")
        return self.inner.scene(key)

    def image_url(self, key: ImageKey, *, signed_at: datetime, as_download: bool = False) -> str:
        return self.inner.image_url(key, signed_at=signed_at, as_download=as_download)

    def open_signed(
        self, file_name: str, expires: str, download: str, signature: str, *, now: datetime
    ) -> Path:
        return self.inner.open_signed(file_name, expires, download, signature, now=now)

    def _note(self, method: str) -> None:
        self.asked.append(method)
        if self._script.get(method):
            raise self._script[method].popleft()


class WatchedDocuments(Documents):
    """Documents that fail, or are read late, as the script says."""

    def __init__(self, inner: Documents) -> None:
        self.inner = inner
        self._script: dict[str, deque[Exception]] = {}
        self._earlier: deque[Document] = deque()

    def fail_next(self, method: str, error: Exception) -> None:
        self._script.setdefault(method, deque()).append(error)

    def read_next(self, earlier: Document) -> None:
        """Let the next reading give a document as it was."""
        self._earlier.append(earlier)

    def read(self, name: str) -> Document | None:
        self._fail_if_told("read")
        return self._earlier.popleft() if self._earlier else self.inner.read(name)

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        self._fail_if_told("write")
        return self.inner.write(name, content, replacing=replacing)

    def delete(self, name: str) -> None:
        self._fail_if_told("delete")
        self.inner.delete(name)

    def list(self, prefix: str) -> DocumentNames:
        self._fail_if_told("list")
        return self.inner.list(prefix)

    def _fail_if_told(self, method: str) -> None:
        if self._script.get(method):
            raise self._script[method].popleft()
