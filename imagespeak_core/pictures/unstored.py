"""Pictures that were made, and maybe paid for, but that the store did not take.

Who asks for the same again gets them stored; nothing is made or paid for a second time.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from imagespeak_core.models import GeneratedImage, ImageRequest

MAX_PICTURES = 50


@dataclass(frozen=True, slots=True)
class UnstoredPicture:
    """A picture on its way into the store.

    Attributes:
        request: What the generator was asked for: one picture, its seed known.
        image: What it gave.
    """

    request: ImageRequest
    image: GeneratedImage


class UnstoredPictures:
    """Kept in the memory of this process, at most `MAX_PICTURES`; the oldest goes first."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[ImageRequest, int], UnstoredPicture] = {}
        self._lock = threading.Lock()

    def keep(self, asked: ImageRequest, offset: int, picture: UnstoredPicture) -> None:
        """Keep picture `offset` of a request, as a person asked: a seed left open is 0."""
        with self._lock:
            self._pictures[asked, offset] = picture
            while len(self._pictures) > MAX_PICTURES:
                del self._pictures[next(iter(self._pictures))]

    def take(self, asked: ImageRequest, offset: int) -> UnstoredPicture | None:
        """The picture, which is then not kept any more; None where there is none."""
        with self._lock:
            return self._pictures.pop((asked, offset), None)
