"""What was spoken and has ended goes: recordings, their documents and attempts."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import StorageError
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import ATTEMPTS, Attempt
from imagespeak_core.speaking.errors import SpokenDamagedError
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, RECORDING_PREFIX
from imagespeak_core.speaking.owned import in_parallel
from imagespeak_core.speaking.recording import RECORDINGS, Recording
from imagespeak_core.stores.recordings import SpokenFiles

logger = logging.getLogger(__name__)

HALF_GOES_AFTER = timedelta(days=1)
"""A sound without document or a document without sound: no ticket that could complete it lives
so long, and what has waited longer in a spool begins anew."""

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
