"""The process's one listing of the whole store, kept for a minute; nothing else is read."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from imagespeak_core.changes import Change, PicturesDeleted, PicturesStored
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.gallery.sessions import Sessions, SessionSummary
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)

KEEP_S = 60.0
RETRY_S = 5.0


@dataclass(frozen=True, slots=True)
class Listing:
    """What is known of all sessions now.

    Attributes:
        sessions: The one with the newest picture first.
        picture_count: In all of them.
        loading: A listing is under way.
        complete: These are all sessions, as of `age_s` ago; else as many as were listed so far.
        age_s: Seconds since the last listing ended; None before the first.
        error: Why the last listing failed; None when it did not.
    """

    sessions: tuple[SessionSummary, ...]
    picture_count: int
    loading: bool
    complete: bool
    age_s: float | None
    error: Exception | None


@dataclass(slots=True)
class _Run:
    """One listing: what it found, and what was deleted meanwhile."""

    found: Sessions = field(default_factory=Sessions)
    deleted: set[ImageKey] = field(default_factory=set)
    is_outdated: bool = False
    ended: threading.Event = field(default_factory=threading.Event)


class GalleryIndex:
    """Lists the store when somebody looks and the last listing is older than a minute.

    However many look, one listing runs at a time, in the background, and costs one request for
    each 1,000 pictures. Safe to use from several threads.

    Args:
        store: The pictures.
        monotonic: A clock in seconds that never goes back.
    """

    def __init__(self, store: PictureStore, monotonic: Callable[[], float]) -> None:
        self._store = store
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._held = Sessions()
        self._ended_at_s: float | None = None  # of the listing that is held
        self._next_at_s: float | None = None
        self._error: Exception | None = None
        self._run: _Run | None = None

    def snapshot(self, *, wait_s: float = 0.0) -> Listing:
        """What is known now; has it listed anew when that is older than a minute.

        A listing that failed leaves what was there before, and is tried again after some seconds.

        Args:
            wait_s: Wait at most so long for a listing that is under way, 0 = not at all.
        """
        with self._lock:
            run = self._run or self._started_if_due()
        if run and wait_s > 0:
            run.ended.wait(wait_s)
        with self._lock:
            return self._listing()

    def heed(self, change: Change) -> None:
        """Take over pictures that were stored or deleted a moment ago."""
        if isinstance(change, PicturesStored):
            self.add(change.images)
        elif isinstance(change, PicturesDeleted):
            self.remove(change.keys)

    def add(self, images: Iterable[StoredImage]) -> None:
        """Let pictures appear that were stored, also where a listing is past them already."""
        new = tuple(images)
        with self._lock:
            if self._ended_at_s is not None:
                self._held.add(new)
            if self._run:
                self._run.found.add(image for image in new if image.key not in self._run.deleted)

    def remove(self, keys: Iterable[ImageKey]) -> None:
        """Let pictures vanish that were deleted, also from a listing that is under way."""
        gone = set(keys)
        with self._lock:
            self._held.remove(gone)
            if self._run:
                self._run.deleted |= gone
                self._run.found.remove(gone)

    def forget(self) -> None:
        """Have the next look list anew. What is there is shown until that is done."""
        with self._lock:
            self._next_at_s = None
            if self._run:
                self._run.is_outdated = True

    def _started_if_due(self) -> _Run | None:
        if self._next_at_s is not None and self._monotonic() < self._next_at_s:
            return None
        run = _Run()
        threading.Thread(target=self._list, args=(run,), name="gallery", daemon=True).start()
        self._run = run
        return run

    def _list(self, run: _Run) -> None:
        error: Exception | None = None
        try:
            for page in self._store.list_all():
                with self._lock:
                    run.found.add(image for image in page if image.key not in run.deleted)
        except ImageSpeakError as exc:
            logger.info("the gallery's listing failed: %s", exc.code)
            error = exc
        except Exception as exc:
            logger.exception("the gallery's listing failed by our own mistake")
            error = exc
        with self._lock:
            self._end(run, error)
        run.ended.set()

    def _end(self, run: _Run, error: Exception | None) -> None:
        now_s = self._monotonic()
        if error is None:
            self._ended_at_s = now_s
        if error is None or self._ended_at_s is None:
            self._held = run.found
        self._error = error
        self._next_at_s = now_s + (RETRY_S if error else KEEP_S)
        if run.is_outdated:
            self._next_at_s = None
        self._run = None

    def _listing(self) -> Listing:
        run, ended_at_s = self._run, self._ended_at_s
        shown = run.found if run and ended_at_s is None else self._held
        return Listing(
            sessions=shown.summaries(),
            picture_count=shown.picture_count,
            loading=run is not None,
            complete=ended_at_s is not None,
            age_s=None if ended_at_s is None else self._monotonic() - ended_at_s,
            error=self._error,
        )
