"""Keys for a request's pictures, before there are any.

An index is unique in its session and second whatever the cleanPrompt, so a create-only write of
the picture alone is not enough: two servers could write `…_0_cat` and `…_0_dog`. Hence each
index is claimed first (create-only, without the cleanPrompt), then the session is listed, and
the claim is given back once the picture is there.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from datetime import datetime
from types import TracebackType

from imagespeak_core.errors import KeyTakenError, StorageError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import (
    MAX_IMAGE_INDEX,
    ImageKey,
    clean_prompt,
    format_timestamp,
)
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)

_MAX_TRIES = 100


class ReservedKeys:
    """A context in which consecutive keys belong to us alone.

    A reserved key is newer than every picture that the session had when it was reserved, even
    where another server's clock runs ahead of ours.

    Args:
        store: Where the pictures will be put.
        claims: Where the indexes are claimed.
        request: Says for which session and prompt, and how many.
        now: The time of the request, aware.

    Raises:
        StorageError: The store failed, by subclass.
    """

    def __init__(
        self, store: PictureStore, claims: Claims, request: ImageRequest, *, now: datetime
    ) -> None:
        self._store = store
        self._claims = claims
        self._session_id = request.session_id
        self._count = request.image_count
        self._clean_prompt = clean_prompt(request.prompt)
        self._start = (format_timestamp(now), 0)
        self._held: list[str] = []
        self._keys: list[ImageKey] = []
        self._lock = threading.Lock()

    def __enter__(self) -> ReservedKeys:
        try:
            self._keys = self._reserve(self._count)
        except BaseException:
            give_back(self._claims, self._held)
            raise
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        give_back(self._claims, self._held)

    def __getitem__(self, offset: int) -> ImageKey:
        return self._keys[offset]

    def another(self) -> ImageKey:
        """A further key, for a picture whose own was taken by a program that claims nothing."""
        with self._lock:
            return self._reserve(1)[0]

    def _reserve(self, count: int) -> list[ImageKey]:
        timestamp, first = self._start
        for _ in range(_MAX_TRIES):
            if first + count > MAX_IMAGE_INDEX:
                break
            claims = [self._claim_name(timestamp, first + offset) for offset in range(count)]
            taken = self._claim_all(claims)
            if taken < count:
                self._give_up(claims[:taken])
                first += taken + 1
                continue
            newest = self._newest()
            if newest < (timestamp, first):
                self._start = (timestamp, first + count)
                return [self._key(timestamp, first + offset) for offset in range(count)]
            self._give_up(claims)
            timestamp, first = newest[0], newest[1] + 1
        raise KeyTakenError("No free name was found for the picture. Try again in a moment.")

    def _newest(self) -> tuple[str, int]:
        images = self._store.list_session(self._session_id)
        return images[0].key.order if images else ("", 0)

    def _key(self, timestamp: str, image_index: int) -> ImageKey:
        return ImageKey(self._session_id, timestamp, image_index, self._clean_prompt)

    def _claim_name(self, timestamp: str, image_index: int) -> str:
        return f"{self._session_id}_{timestamp}_{image_index}"

    def _claim_all(self, names: list[str]) -> int:
        """Claim one after the other, up to the first that somebody else holds."""
        for taken, name in enumerate(names):
            if not self._claims.claim(name):
                return taken
            self._held.append(name)
        return len(names)

    def _give_up(self, names: list[str]) -> None:
        give_back(self._claims, names)
        self._held = [claim for claim in self._held if claim not in names]


def give_back(claims: Claims, names: Iterable[str]) -> None:
    """Release claims; one that can't be released is logged and only leaves a gap."""
    for name in names:
        try:
            claims.release(name)
        except StorageError:
            logger.warning("a claim could not be given back")
