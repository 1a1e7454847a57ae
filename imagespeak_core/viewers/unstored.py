"""Views that were paid for, and that the store will not take."""

from __future__ import annotations

import threading

from imagespeak_core.changes import Change, PicturesDeleted
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.viewers.base import View

MAX_VIEWS = 200


class UnstoredViews:
    """Kept in the memory of this process, at most `MAX_VIEWS`; the oldest goes first.

    What the store does not take for now is in the spool; these would wait there for ever, and
    fill its disk.

    A `Listener`: with a picture that is deleted its view goes.
    """

    def __init__(self) -> None:
        self._views: dict[ImageKey, View] = {}
        self._lock = threading.Lock()

    def keep(self, key: ImageKey, view: View) -> None:
        """Keep the view of a picture."""
        with self._lock:
            self._views[key] = view
            while len(self._views) > MAX_VIEWS:
                del self._views[next(iter(self._views))]

    def of(self, key: ImageKey) -> View | None:
        """The view of a picture; None where there is none."""
        with self._lock:
            return self._views.get(key)

    def forget(self, key: ImageKey) -> None:
        """It is stored, or its picture is gone."""
        with self._lock:
            self._views.pop(key, None)

    def heed(self, change: Change) -> None:
        """See `Listener.heed`."""
        if isinstance(change, PicturesDeleted):
            for key in change.keys:
                self.forget(key)
