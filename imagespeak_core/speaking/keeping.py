"""A recording that came here whole is kept: now, or as soon as the store takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageError,
    StorageUnsuitableError,
)
from imagespeak_core.services import Services
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.keys import Ending
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.recording import ExaminedSound, Recording
from imagespeak_core.speaking.recordings import delete_recording, keep, keep_promised
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.speaking.waiting import (
    KIND,
    WaitingRecording,
    find_waiting,
    was_dropped,
    write_down,
)
from imagespeak_core.spool.spool import NotWantedError, SpoolItem

_NOT_FOR_NOW = (StorageAccessError, StorageUnsuitableError)
"""A store that failed so fails until its owner has done something."""


@dataclass(frozen=True, slots=True)
class _Sound:
    """A sound that was examined before it waited."""

    ending: Ending
    content: bytes
    speech: Speech


def register(services: Services, *, stored: Callable[[], None] = lambda: None) -> None:
    """Say how the spool stores recordings, before it starts.

    Args:
        services: What the use cases work with.
        stored: Told whenever the store has taken one that waited.
    """

    def store(header: Mapping[str, object], content: bytes) -> Recording:
        recording = _store(services, header, content)
        stored()
        return recording

    if services.spool:
        services.spool.register(KIND, store)


def keep_or_wait(
    services: Services,
    ticket: Ticket,
    sound: ExaminedSound,
    *,
    limits: Limits,
    is_away: bool = False,
) -> Recording | WaitingRecording:
    """Keep a recording as `recordings.keep` does; where the store fails for now, it waits.

    What waits is safe on this computer's disk, counts as kept, and is stored by itself.

    Args:
        services: What the use cases work with.
        ticket: Says whose it is, and what it is about.
        sound: What is kept.
        limits: How much may be kept.
        is_away: The store has just failed: what is safe waits at once.

    Raises:
        SpokenGoneError: It was deleted meanwhile; nothing of it is left.
        ImageSpeakError: As `recordings.keep`; nothing waits.
    """
    item = write_down(services, ticket, sound, limits=limits)
    spool = services.spool
    if item is None or spool is None:
        return keep(services, ticket, sound, limits=limits)
    if is_away and item.is_safe:
        return _left(services, item, ticket)
    try:
        recording = _unless_dropped(services, ticket, keep(services, ticket, sound, limits=limits))
    except StorageError as error:
        if item.is_safe and not isinstance(error, _NOT_FOR_NOW):
            return _left(services, item, ticket)
        spool.done(item)
        raise
    except BaseException:
        spool.done(item)
        raise
    spool.done(item)
    return recording


def _left(services: Services, item: SpoolItem, ticket: Ticket) -> WaitingRecording:
    if services.spool:
        services.spool.leave(item)
    waiting = find_waiting(services, ticket)
    if waiting is None:
        raise _gone()
    return waiting


def _store(services: Services, header: Mapping[str, object], content: bytes) -> Recording:
    """What waits is promised: its number and its length were looked at, or count no more."""
    waiting = WaitingRecording.model_validate(header)
    if waiting.until <= services.now():
        raise NotWantedError("Its time is over.")
    try:
        recording = keep_promised(
            services,
            waiting.ticket,
            _Sound(waiting.ending, content, waiting.speech),
            created_at=waiting.created_at,
            until=waiting.until,
        )
    except ChangedMeanwhileError as exc:
        raise StorageError("Another server stores the same just now.") from exc
    return _unless_dropped(services, waiting.ticket, recording)


def _unless_dropped(services: Services, ticket: Ticket, recording: Recording) -> Recording:
    if was_dropped(services, ticket):
        delete_recording(services, recording.session_id, recording.stem, recording.learner)
        raise _gone()
    return recording


def _gone() -> SpokenGoneError:
    return SpokenGoneError("This recording was deleted before it was kept.")
