"""What a process remembers of recordings and attempts, so that it need not ask the store again."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from imagespeak_core.stores.blobs import BlobInfo

RIGHTS_HOLD_S = 300
"""For so long the answer to "may we keep something?" counts: an owner may correct the rights."""

_MOST_OWNERS = 20_000

_Seen = tuple[str, datetime, int]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a document is, and how long.

    Attributes:
        learner: The hash of the learner's key.
        until: From then on it is as if it were not there; aware.
    """

    learner: str
    until: datetime


class SeenOwners:
    """Whose documents are, as they were read last. Safe for threads.

    A document that was changed is another one, and one that was replaced by another learner's
    too: name, time and size stand for it together.
    """

    def __init__(self, *, most: int = _MOST_OWNERS) -> None:
        """Begin with nothing.

        Args:
            most: So many are remembered; those that were asked for least recently go.
        """
        self._most = most
        self._lock = threading.Lock()
        self._owners: OrderedDict[_Seen, Owner] = OrderedDict()

    def owner(self, document: BlobInfo) -> Owner | None:
        """Whose it is; None where it was not read yet."""
        seen = _seen(document)
        with self._lock:
            if seen in self._owners:
                self._owners.move_to_end(seen)
            return self._owners.get(seen)

    def note(self, document: BlobInfo, owner: Owner) -> None:
        """Remember whose a document is."""
        with self._lock:
            self._owners[_seen(document)] = owner
            while len(self._owners) > self._most:
                self._owners.popitem(last=False)


class KeepingRights:
    """Whether the store's rights let anything be kept. Safe for threads."""

    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing known.

        Args:
            monotonic: Seconds that only go forward.
        """
        self._monotonic = monotonic
        self._known: tuple[bool, float] | None = None

    @property
    def may(self) -> bool | None:
        """What was noted last; None where that is too long ago, or nothing was."""
        known = self._known
        return known[0] if known and self._monotonic() < known[1] else None

    def note(self, *, may: bool) -> None:
        """Remember it for some minutes."""
        self._known = (may, self._monotonic() + RIGHTS_HOLD_S)


def _seen(document: BlobInfo) -> _Seen:
    return document.name, document.last_modified, document.size_bytes
