"""Keys for a request's pictures: newer than all that the session has, and of nobody else.

An index is unique in its session and second whatever the cleanPrompt, so a create-only write is
not enough: two servers could write `…_0_cat` and `…_0_dog`. That is seen by a look after the
write, and whoever sees it moves on. Only those who have to move claim their next index, so that
they don't meet again.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from imagespeak_core.errors import KeyTakenError, StorageError
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import (
    MAX_IMAGE_INDEX,
    ImageKey,
    clean_prompt,
    format_timestamp,
)
from imagespeak_core.stores.claims import Claim, Claims
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)

_MAX_TRIES = 100


class NewKeys:
    """Consecutive keys for a request, one listing for all of them.

    Each is newer than every picture that the session had then, even where another server's clock
    runs ahead of ours. Safe for threads.

    Args:
        store: Where the pictures will be put.
        claims: Where the index of one that has to move is claimed.
        request: Says for which session and prompt, and how many.
        now: The time of the request, aware.
        there: The session's pictures, newest first, where they were listed just now.

    Raises:
        StorageError: The store failed, by subclass.
        KeyTakenError: There are no more indexes.
    """

    def __init__(
        self,
        store: PictureStore,
        claims: Claims,
        request: ImageRequest,
        *,
        now: datetime,
        there: list[StoredImage] | None = None,
    ) -> None:
        self._store = store
        self._claims = claims
        self._session_id = request.session_id
        self._clean_prompt = clean_prompt(request.prompt)
        self._lock = threading.Lock()
        self._now = format_timestamp(now)
        self._last = ("", -1)
        self._listed = store.list_session(self._session_id) if there is None else there
        timestamp, first = self._next(request.image_count)
        self._last = (timestamp, first + request.image_count - 1)
        self._keys = [self._key(timestamp, first + at) for at in range(request.image_count)]

    @property
    def listed(self) -> list[StoredImage]:
        """The session's pictures, newest first, as they were listed last."""
        return self._listed

    def __getitem__(self, offset: int) -> ImageKey:
        return self._keys[offset]

    def is_alone(self, key: ImageKey) -> bool:
        """Whether no other picture has the index of this one, which was just stored.

        Raises:
            StorageError: The store failed, by subclass.
        """
        listed = self._store.list_session(self._session_id)
        with self._lock:
            self._listed = listed
        return not any(one.key.order == key.order and one.key != key for one in listed)

    def another(self) -> tuple[ImageKey, Claim]:
        """A further key, for a picture whose own is another's, and its claim.

        Raises:
            StorageError: The store failed, by subclass.
            KeyTakenError: None was found.
        """
        for _ in range(_MAX_TRIES):
            listed = self._store.list_session(self._session_id)
            with self._lock:
                self._listed = listed
                timestamp, index = self._next(1)
                self._last = timestamp, index
            claim = self._claims.take(f"{self._session_id}_{timestamp}_{index}")
            if claim is not None:
                return self._key(timestamp, index), claim
        raise _none_free()

    def _next(self, count: int) -> tuple[str, int]:
        """Timestamp and index behind all that is listed, and all that was given out here."""
        newest = max((one.key.order for one in self._listed), default=("", -1))
        newest = max(newest, self._last)
        if newest[0] < self._now:
            return self._now, 0
        if newest[1] + count > MAX_IMAGE_INDEX:
            raise _none_free()
        return newest[0], newest[1] + 1

    def _key(self, timestamp: str, image_index: int) -> ImageKey:
        return ImageKey(self._session_id, timestamp, image_index, self._clean_prompt)


def give_back(claim: Claim) -> None:
    """Release the claim of an index; one that can't be released only leaves a gap."""
    try:
        claim.release()
    except StorageError:
        logger.warning("a claim could not be given back")


def _none_free() -> KeyTakenError:
    return KeyTakenError("No free name was found for the picture. Try again in a moment.")
