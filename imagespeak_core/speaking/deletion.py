"""All that was spoken in a session: counted before the question, and deleted for good."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from imagespeak_core.errors import StorageAccessError, StorageError
from imagespeak_core.services import Services
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, RECORDING_PREFIX
from imagespeak_core.speaking.waiting import drop_waiting, list_waiting
from imagespeak_core.stores.recordings import SpokenFiles

logger = logging.getLogger(__name__)

_ROUNDS = 3

NOT_LOOKED_AT = (
    "Whether learners spoke here could not be looked at: the store's rights don't allow it."
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What learners spoke in a session.

    Attributes:
        recordings: How many; those that have ended and were not swept yet, and those that wait
            here for the store, too.
        attempts: Likewise.
        not_looked_at: A sentence, where the store's rights don't let anybody know.
    """

    recordings: int = 0
    attempts: int = 0
    not_looked_at: str = ""


@dataclass(frozen=True, slots=True)
class SpokenDeletion:
    """What became of what learners spoke in a session.

    Attributes:
        deleted: What is gone.
        warnings: Sentences about what could not be looked at, or deleted.
        is_left: Something is surely still there.
    """

    deleted: Spoken
    warnings: tuple[str, ...] = ()
    is_left: bool = False


def count_spoken(services: Services, session_id: str) -> Spoken:
    """How much goes with a session.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass; where it denies the rights, that is told.
    """
    if services.spool:  # what a dead process has left here goes with the session, too
        services.spool.adopt()
    waiting = len(list_waiting(services, session_id))
    try:
        found = _counted(_files(services, session_id))
    except StorageAccessError:
        return Spoken(waiting, not_looked_at=NOT_LOOKED_AT)
    return Spoken(found.recordings + waiting, found.attempts)


def sessions_spoken_in(services: Services) -> list[str]:
    """The sessions of which anything spoken is there, ascending, with pictures or without.

    Raises:
        StorageError: The store failed, by subclass.
    """
    found = {
        files.key.session_id
        for prefix in (RECORDING_PREFIX, ATTEMPT_PREFIX)
        for files in services.recordings.of_all(prefix)
    }
    return sorted(found)


def delete_spoken(services: Services, session_id: str) -> SpokenDeletion:
    """Delete all recordings, their documents and attempts of a session, whoever's they are.

    Also what is on its way into the store when it begins, and what waits here for the store,
    though it fails.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass; where it denies the rights, that is told.
    """
    deleted = Spoken(drop_waiting(services, session_id))
    for _ in range(_ROUNDS):
        try:
            found = _files(services, session_id)
        except StorageAccessError:
            return SpokenDeletion(deleted, (NOT_LOOKED_AT,))
        if not found:
            break
        try:
            kept = services.recordings.delete(found)
        except StorageAccessError as error:
            return _left(deleted, error)
        gone = _counted([files for files in found if kept.keys().isdisjoint(files.names)])
        deleted = Spoken(deleted.recordings + gone.recordings, deleted.attempts + gone.attempts)
        for reason in kept.values():
            return _left(deleted, reason)
    return SpokenDeletion(deleted)


def _left(deleted: Spoken, reason: StorageError) -> SpokenDeletion:
    logger.warning("what was spoken could not be deleted: %s", reason.code)
    sentence = f"Some of what learners spoke could not be deleted. {reason}"
    return SpokenDeletion(deleted, (sentence,), is_left=True)


def _files(services: Services, session_id: str) -> list[SpokenFiles]:
    return [
        files
        for prefix in (RECORDING_PREFIX, ATTEMPT_PREFIX)
        for files in services.recordings.of_session(prefix, session_id)
    ]


def _counted(found: list[SpokenFiles]) -> Spoken:
    return Spoken(
        recordings=sum(bool(files.sounds) for files in found),
        attempts=sum(
            bool(files.document and files.document.name.startswith(ATTEMPT_PREFIX))
            for files in found
        ),
    )
