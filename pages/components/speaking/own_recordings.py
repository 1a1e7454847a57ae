"""The learner's own recordings of the session, as a tab knows them."""

from __future__ import annotations

from collections.abc import Iterable

from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.rights import may_keep
from imagespeak_core.speaking.waiting import WaitingRecording, drop_waiting, list_waiting
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from pages.components.speaking import results_memory, speaking_memory
from pages.components.speaking.own_key import learner

NO_STORE = "Your recordings can't be reached just now. Try again in some minutes."
"""The store failed: what it keeps is not known."""


def listed(session_id: str) -> tuple[Recording, ...]:
    """The newest first; the store is asked again when another one was kept, here or by itself."""
    newest = (speaking_memory.KEPT_RECORDING.get(), *_uploads_of(waiting(session_id)))
    known = results_memory.RECORDINGS.get()
    if known is None or known[0] != newest:
        if known is not None and results_memory.NOT_KEPT.get() == NO_STORE:
            results_memory.NOT_KEPT.forget()  # the store may be there again
        known = (newest, _ask(session_id))
        results_memory.RECORDINGS.set(known)
    now = wiring().services.now()
    return tuple(one for one in known[1] if now < one.until)


def waiting(session_id: str) -> list[WaitingRecording]:
    """Those that are safe on this server, and not in the store yet."""
    return list_waiting(wiring().services, session_id, learner())


def _uploads_of(those: Iterable[WaitingRecording]) -> list[str]:
    return [one.ticket.upload for one in those]


def _ask(session_id: str) -> tuple[Recording, ...]:
    services = wiring().services
    try:
        if may_keep(services, session_id):
            return tuple(recordings.list_recordings(services, session_id, learner()))
    except ImageSpeakError as error:
        if not results_memory.NOT_KEPT.get():  # what is told of the attempts tells of these, too
            _note(error)
    return ()


def play(one: Recording) -> None:
    """Callback: it can be heard from now on, for as long as a new address lives.

    Its name may be another recording's by now, even another learner's: only what is there as it
    was listed is heard.
    """
    services = wiring().services
    try:
        there = recordings.open_recording(services, one.session_id, one.stem, learner())
        if there is None or there.upload != one.upload:
            raise SpokenGoneError("This recording is gone.")
        url = recordings.address(services, there, services.now())
    except ImageSpeakError as error:
        _note(error)
        if isinstance(error, SpokenGoneError):
            _forget((one.stem, one.upload))
        return
    results_memory.PLAYING.set((one.stem, addresses.absolute(url)))


def delete(one: Recording) -> None:
    """Delete one for good; says so beside the list where that can't be done."""
    try:
        recordings.delete_recording(wiring().services, one.session_id, one.stem, learner())
    except SpokenGoneError:
        pass
    except ImageSpeakError as error:
        _note(error)
        return
    _forget((one.stem, one.upload))


def delete_waiting(session_id: str) -> None:
    """Delete for good what waits for the store."""
    gone = _uploads_of(waiting(session_id))
    drop_waiting(wiring().services, session_id, learner())
    _forget(gone)


def delete_all(session_id: str) -> bool:
    """Delete all of the session for good; whether they are gone."""
    stems = {name for one in listed(session_id) for name in (one.stem, one.upload)}
    stems.update(_uploads_of(waiting(session_id)), {speaking_memory.KEPT_RECORDING.get()})
    try:
        recordings.delete_all_recordings(wiring().services, session_id, learner())
    except ImageSpeakError as error:
        _note(error)
        results_memory.RECORDINGS.forget()
        return False
    _forget(sorted(stems - {""}))
    return True


def _forget(stems: Iterable[str]) -> None:
    """They are gone: the list is asked for again, and the recorder has them no more.

    Args:
        stems: Their stems; the names of their uploads where they waited, as the recorder knew them.
    """
    gone = dict.fromkeys((*speaking_memory.DELETED_RECORDINGS.get(), *stems))
    speaking_memory.DELETED_RECORDINGS.set(tuple(gone))
    results_memory.PLAYING.forget()
    results_memory.RECORDINGS.forget()
    if speaking_memory.KEPT_RECORDING.get() in gone:
        speaking_memory.KEPT_RECORDING.forget()


def _note(error: ImageSpeakError) -> None:
    """What a store tells is for its owner."""
    results_memory.NOT_KEPT.set(NO_STORE if isinstance(error, StorageError) else str(error))
