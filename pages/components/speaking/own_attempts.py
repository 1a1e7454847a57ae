"""The learner's own attempts of the session, as a tab knows them, and where they are kept."""

from __future__ import annotations

from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.models import StoredImage
from imagespeak_core.speaking import attempts
from imagespeak_core.speaking.attempt import Attempt, Tried
from imagespeak_core.speaking.attempts import Edit
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.rights import may_keep
from pages.components.shell.wiring import wiring
from pages.components.speaking import results_memory
from pages.components.speaking.own_key import learner

_NO_RIGHTS = "Your attempts are not kept here: they are gone when you close or reload this page."
NO_STORE = "Your attempts can't be kept just now. What you see here is not lost while it is open."
"""The store failed: what it keeps is not known."""


def listed(session_id: str) -> tuple[Attempt, ...]:
    """The newest first; asked of the store once. None where it can't tell."""
    known = results_memory.ATTEMPTS.get()
    if known is None:
        known = _ask(session_id)
        results_memory.ATTEMPTS.set(known)
    now = wiring().services.now()
    return tuple(one for one in known if now < one.until)


def ask_again() -> None:
    """Callback: whoever opens the list anew sees what the store tells now."""
    if results_memory.NOT_KEPT.get() not in ("", _NO_RIGHTS):
        _forget_failure()


def look_again(session_id: str) -> None:
    """Callback: what other tabs have kept or deleted meanwhile is known; else all stays known."""
    services = wiring().services
    try:
        if may_keep(services, session_id):
            found = attempts.list_attempts(services, session_id, learner())
            _forget_failure()
            results_memory.ATTEMPTS.set(tuple(found))
    except ImageSpeakError as error:
        _note(error)


def _forget_failure() -> None:
    for kept in (results_memory.ATTEMPTS, results_memory.RECORDINGS, results_memory.NOT_KEPT):
        kept.forget()


def is_listed(session_id: str, attempt_id: str) -> bool:
    """Whether an attempt is kept still, as far as this tab knows."""
    return any(one.attempt_id == attempt_id for one in listed(session_id))


def _ask(session_id: str) -> tuple[Attempt, ...]:
    services = wiring().services
    try:
        if may_keep(services, session_id):
            return tuple(attempts.list_attempts(services, session_id, learner()))
    except ImageSpeakError as error:
        _note(error)
    return ()


def keep(shown: StoredImage, tried: Tried) -> Attempt | None:
    """Keep a new one; None, and a sentence for beside the list, where that can't be done.

    Pressing twice is one attempt: the second press may end the run in which the first was kept.
    """
    services, session_id = wiring().services, shown.key.session_id
    again = (tried.picture, tried.words)
    try:
        if not may_keep(services, session_id):
            results_memory.NOT_KEPT.set(_NO_RIGHTS)
            return None
        kept = _pressed_before(session_id, again)
        if kept is None:
            results_memory.BEING_KEPT.set(again)
            kept = attempts.create_attempt(
                services,
                tried,
                session_id=session_id,
                learner=learner(),
                limits=limits_of(wiring().settings),
            )
    except ImageSpeakError as error:
        _note(error)
        return None
    if results_memory.NOT_KEPT.get():
        _forget_failure()
    others = [one for one in listed(session_id) if one.attempt_id != kept.attempt_id]
    results_memory.ATTEMPTS.set((kept, *others))
    results_memory.BEING_KEPT.forget()
    return kept


def _pressed_before(session_id: str, again: tuple[str, str]) -> Attempt | None:
    """What an earlier press of the same words has kept, if its run was ended."""
    if results_memory.BEING_KEPT.get() != again:
        return None
    found = attempts.list_attempts(wiring().services, session_id, learner())
    return next((one for one in found[:1] if (one.picture, one.words) == again), None)


def change(attempt_id: str, edit: Edit) -> None:
    """Change one that is kept; says so beside the list where that can't be done."""
    if not attempt_id:
        return
    known = results_memory.ATTEMPTS.get() or ()
    try:
        changed = attempts.change_attempt(wiring().services, attempt_id, learner(), edit)
    except SpokenGoneError as error:  # deleted in another tab
        _note(error)
        results_memory.ATTEMPTS.set(tuple(one for one in known if one.attempt_id != attempt_id))
        return
    except ImageSpeakError as error:
        _note(error)
        return
    results_memory.ATTEMPTS.set(
        tuple(changed if one.attempt_id == attempt_id else one for one in known)
    )


def delete(attempt_id: str) -> bool:
    """Delete one for good; whether it is gone."""
    try:
        attempts.delete_attempt(wiring().services, attempt_id, learner())
    except SpokenGoneError:
        pass
    except ImageSpeakError as error:
        _note(error)
        return False
    known = results_memory.ATTEMPTS.get() or ()
    results_memory.ATTEMPTS.set(tuple(one for one in known if one.attempt_id != attempt_id))
    return True


def delete_all(session_id: str) -> bool:
    """Delete all of the session for good; whether they are gone."""
    try:
        attempts.delete_all(wiring().services, session_id, learner())
    except ImageSpeakError as error:
        _note(error)
        results_memory.ATTEMPTS.forget()
        return False
    results_memory.ATTEMPTS.set(())
    return True


def _note(error: ImageSpeakError) -> None:
    sentence = NO_STORE if isinstance(error, StorageError) else str(error)
    results_memory.NOT_KEPT.set(sentence)
