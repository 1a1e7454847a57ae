"""Attempts: kept, listed for their own learner alone, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.pictures.naming import format_timestamp
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import ATTEMPTS, Attempt, Tried
from imagespeak_core.speaking.errors import SpokenGoneError, TooManyKeptError
from imagespeak_core.speaking.free_names import create_next, first_free
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, SpokenKey
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.owned import count_own, delete_one, delete_own, own_of
from imagespeak_core.speaking.rights import rights_noted

Edit = Callable[[Attempt], Attempt]
"""Old attempt in, new one out; called again where somebody else changed it meanwhile."""


def create_attempt(
    services: Services, tried: Tried, *, session_id: str, learner: str, limits: Limits
) -> Attempt:
    """Keep an attempt; each has an id of its own, also where several are kept at once.

    Args:
        services: What the use cases work with.
        tried: What it says.
        session_id: In which session.
        learner: The hash of the learner's key.
        limits: How many may be kept, and for how long.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        TooManyKeptError: The learner has as many in this session as may be.
        InvalidRequestError: It is too large.
        StorageError: The store failed, by subclass.
    """
    now = services.now()
    timestamp = format_timestamp(now)

    def state_of(key: SpokenKey) -> Attempt:
        return Attempt(
            **{name: getattr(tried, name) for name in Tried.model_fields},
            attempt_id=str(key),
            session_id=session_id,
            learner=learner,
            created_at=now,
            until=now + limits.life,
        )

    with rights_noted(services):
        found = services.recordings.of_session(ATTEMPT_PREFIX, session_id)
    own = count_own(services, _shelf(services), found, learner)
    if own >= limits.attempts:
        raise TooManyKeptError(
            f"You keep {own} attempts here, and more are not possible. "
            "Delete one, then check your words again."
        )
    of_second = [files for files in found if files.key.timestamp == timestamp]
    first = first_free(session_id, timestamp, of_second)
    with rights_noted(services):
        return create_next(_shelf(services), first, state_of).state


def list_attempts(services: Services, session_id: str, learner: str) -> list[Attempt]:
    """A learner's own attempts of a session that have not ended, newest first.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    with rights_noted(services):
        found = services.recordings.of_session(ATTEMPT_PREFIX, session_id)
    return [one.state for one in own_of(services, _shelf(services), found, learner)]


def open_attempt(services: Services, attempt_id: str) -> Attempt | None:
    """An attempt, whoever asks; None where there is none, or where its time is over.

    Raises:
        SpokenDamagedError: It is there, but can't be read.
        StorageError: The store failed, by subclass.
    """
    opened = _shelf(services).open(attempt_id)
    return opened.state if opened and services.now() < opened.state.until else None


def change_attempt(services: Services, attempt_id: str, learner: str, edit: Edit) -> Attempt:
    """Write an edit on what is stored now; what others changed meanwhile stays.

    Raises:
        SpokenGoneError: There is no such attempt of this learner, or not any more.
        ChangedMeanwhileError: It was changed again and again.
        InvalidRequestError: The edit can't be kept.
        SpokenDamagedError, StorageError: As `open_attempt`.
    """
    shelf = _shelf(services)
    opened = shelf.open(attempt_id)
    if opened is None or opened.state.learner != learner or services.now() >= opened.state.until:
        raise _gone()
    with rights_noted(services):
        changed = shelf.change(opened, edit)
    if changed is None:
        raise _gone()
    return changed.state


def delete_attempt(services: Services, attempt_id: str, learner: str) -> None:
    """Delete one of a learner's own attempts for good. What is not there is no error.

    Raises:
        SpokenGoneError: It is another learner's.
        SpokenDamagedError, StorageError: As `open_attempt`.
    """
    opened = _shelf(services).open(attempt_id)
    if opened is None:
        return
    if opened.state.learner != learner:
        raise SpokenGoneError("This attempt isn't yours, so you can't delete it.")
    delete_one(services, ATTEMPT_PREFIX, attempt_id)


def delete_all(services: Services, session_id: str, learner: str) -> int:
    """Delete all of a learner's own attempts of a session; gives how many.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass; some may be gone.
    """
    return delete_own(services, _shelf(services), ATTEMPT_PREFIX, session_id, learner)


def _gone() -> SpokenGoneError:
    return SpokenGoneError("This attempt is gone. Check your words again to make another one.")


def _shelf(services: Services) -> Shelf[Attempt]:
    return Shelf(services.documents, ATTEMPTS, tell=services.changes.tell)
