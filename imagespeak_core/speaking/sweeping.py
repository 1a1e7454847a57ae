"""What has ended goes: recordings, their documents and attempts, at the start and daily."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import ATTEMPTS, Attempt
from imagespeak_core.speaking.errors import SpokenDamagedError
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, RECORDING_PREFIX
from imagespeak_core.speaking.owned import in_parallel
from imagespeak_core.speaking.recording import RECORDINGS, Recording
from imagespeak_core.stores.recordings import SpokenFiles

logger = logging.getLogger(__name__)

EVERY_S = 24 * 60 * 60

HALF_GOES_AFTER = timedelta(days=1)
"""A sound without document or a document without sound: no ticket that could complete it lives
so long."""

UNREADABLE_GOES_AFTER = timedelta(days=366)
"""A document that can't be read does not say when it ends; none is kept longer by any setting."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did.

    Attributes:
        deleted: So many recordings and attempts are gone.
        kept: So many files should be, and could not be deleted; the next sweep tries again.
    """

    deleted: int = 0
    kept: int = 0


def sweep(services: Services) -> Swept:
    """Delete what has ended, and what was left half. Safe while others keep and sweep.

    Its document alone says when something ends, so each is read. What can't be looked at stays
    until the next sweep, and holds up nothing else.

    Raises:
        StorageError: The store could not be listed, or deletes nothing, by subclass; some may be
            gone.
    """
    deleted = kept = 0
    for files in _parts(_ended(services)):
        left = services.recordings.delete(files)
        kept += len(left)
        deleted += sum(left.keys().isdisjoint(one.names) for one in files)
    return Swept(deleted, kept)


class Sweeper:
    """Sweeps at once and then daily, in a thread of its own, until it is stopped."""

    def __init__(
        self, services: Services, *, wait: Callable[[threading.Event, float], bool] | None = None
    ) -> None:
        """Remember what to sweep.

        Args:
            services: What the use cases work with.
            wait: Waits for the end, at most so many seconds; says whether it has come.
        """
        self._services = services
        self._wait = wait or threading.Event.wait
        self._end = threading.Event()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Sweep meanwhile; nobody waits for a sweep that is under way at the end."""
        threading.Thread(target=self.run, name="sweeper", daemon=True).start()
        try:
            yield
        finally:
            self._end.set()

    def run(self) -> None:
        """Sweep until the end."""
        while not self._end.is_set():
            self._sweep()
            if self._wait(self._end, EVERY_S):
                return

    def _sweep(self) -> None:
        """Whatever goes wrong: the next day has another sweep."""
        try:
            swept = sweep(self._services)
        except ImageSpeakError as error:
            logger.warning("what was spoken could not be swept: %s", error.code)
        except Exception:
            logger.exception("what was spoken could not be swept")
        else:
            if swept.kept:
                logger.warning("%d files that have ended could not be deleted", swept.kept)
        self._sweep_service()

    def _sweep_service(self) -> None:
        """What a server that ended in the middle has left at a paid service."""
        transcriber = self._services.transcriber
        if transcriber is None:
            return
        try:
            transcriber.delete_left(self._services.now())
        except ImageSpeakError as error:
            logger.warning("what is left at the recogniser could not be swept: %s", error.code)
        except Exception:
            logger.exception("what is left at the recogniser could not be swept")


def _ended(services: Services) -> Iterator[SpokenFiles]:
    now = services.now()
    recordings = Shelf(services.documents, RECORDINGS, tell=services.changes.tell)
    attempts = Shelf(services.documents, ATTEMPTS, tell=services.changes.tell)
    rooms: tuple[tuple[str, Shelf[Recording] | Shelf[Attempt]], ...] = (
        (RECORDING_PREFIX, recordings),
        (ATTEMPT_PREFIX, attempts),
    )
    for prefix, shelf in rooms:
        for part in _parts(services.recordings.of_all(prefix)):
            looked_at = in_parallel(partial(_look, shelf, now), part)
            refused = [seen for _, seen in looked_at if isinstance(seen, StorageError)]
            if refused:
                logger.warning(
                    "%d documents could not be looked at: %s", len(refused), refused[0].code
                )
            yield from (files for files, seen in looked_at if seen is True)


def _look(
    shelf: Shelf[Recording] | Shelf[Attempt], now: datetime, files: SpokenFiles
) -> bool | StorageError:
    """Whether something has ended, or why nobody knows."""
    try:
        return _has_ended(shelf, now, files)
    except StorageError as error:
        return error


def _has_ended(shelf: Shelf[Recording] | Shelf[Attempt], now: datetime, files: SpokenFiles) -> bool:
    is_old = files.last_modified <= now - HALF_GOES_AFTER
    if files.document is None:
        return is_old
    try:
        opened = shelf.open(str(files.key))
    except SpokenDamagedError:
        return files.last_modified <= now - UNREADABLE_GOES_AFTER
    if opened is None:  # gone meanwhile, or a copy that tells of another one
        return False
    state = opened.state
    if isinstance(state, Recording) and state.ending not in files.sounds and is_old:
        return True
    return state.until <= now


def _parts(found: Iterable[SpokenFiles]) -> Iterator[list[SpokenFiles]]:
    """Some at a time, so that no listing is held in memory whole."""
    rest = iter(found)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
