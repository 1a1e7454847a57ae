"""A recording or an attempt gets a name that nobody else has, whoever keeps one at that moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from imagespeak_core.documents.shelf import Opened, Shelf
from imagespeak_core.errors import ChangedMeanwhileError, NotABlobError
from imagespeak_core.speaking.keys import MAX_INDEX, SpokenKey
from imagespeak_core.speaking.owned import T, opened_if_readable
from imagespeak_core.stores.recordings import SpokenFiles

_MAX_TRIES = 100


def first_free(session_id: str, timestamp: str, found: Iterable[SpokenFiles]) -> SpokenKey:
    """The key after the highest that a listing of this second shows."""
    indexes = [files.key.index for files in found]
    return SpokenKey(session_id, timestamp, max(indexes, default=-1) + 1)


def create_next(
    shelf: Shelf[T],
    first: SpokenKey,
    state_of: Callable[[SpokenKey], T],
    *,
    is_same: Callable[[T], bool] = lambda _: False,
) -> Opened[T]:
    """Keep a document under the first key that is free, which nobody else has then.

    Args:
        shelf: Where.
        first: The key to try first; then those with the next indexes.
        state_of: The document for a key.
        is_same: Whether one that is there already is the one that was to be made.

    Raises:
        ChangedMeanwhileError: No free key was found.
        InvalidRequestError, StorageError: As `Shelf.create`.
    """
    key = first
    for _ in range(_MAX_TRIES):
        if key.index > MAX_INDEX:
            break
        try:
            return shelf.create(state_of(key))
        except (ChangedMeanwhileError, NotABlobError):
            there = opened_if_readable(shelf, str(key))
        if there and is_same(there.state):
            return there
        key = SpokenKey(key.session_id, key.timestamp, key.index + 1)
    raise ChangedMeanwhileError(str(first))
