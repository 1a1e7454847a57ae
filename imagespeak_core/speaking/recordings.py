"""Recordings: kept once, listed for their own learner alone, heard for a while, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from imagespeak_core.documents.shelf import Opened, Shelf
from imagespeak_core.errors import KeyTakenError
from imagespeak_core.pictures.naming import format_timestamp
from imagespeak_core.recognisers.base import Draft
from imagespeak_core.services import Services
from imagespeak_core.speaking.errors import (
    SpokenGoneError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
)
from imagespeak_core.speaking.free_names import create_next, first_free
from imagespeak_core.speaking.keys import RECORDING_PREFIX, SpokenKey
from imagespeak_core.speaking.limits import OVERRUN_S, Limits
from imagespeak_core.speaking.owned import (
    count_own,
    delete_one,
    delete_own,
    in_parallel,
    opened_if_readable,
    own_of,
)
from imagespeak_core.speaking.recording import MAX_DRAFT_WORDS, RECORDINGS, ExaminedSound, Recording
from imagespeak_core.speaking.rights import rights_noted
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.speaking.waiting import drop_waiting
from imagespeak_core.stores.recordings import ADDRESS_LIFE_S, SpokenFiles


def keep(
    services: Services,
    ticket: Ticket,
    sound: ExaminedSound,
    *,
    limits: Limits,
    name: str | None = None,
) -> Recording:
    """Keep a recording: once for each ticket, however often and wherever it is sent.

    The document is made first, which claims the name, then the sound. Before both are there, it
    is no recording; the same ticket completes it, also on another server, or after a crash.

    Args:
        services: What the use cases work with.
        ticket: Says whose it is, and what it is about.
        sound: What is kept.
        limits: How much may be kept.
        name: What the learner is called, 1–100 characters; None where nobody told.

    Raises:
        TooLongSoundError: It is longer than may be kept.
        TooLargeSoundError: It is larger.
        TooManyKeptError: The learner has as many in this session as may be.
        SpokenGoneError: It was deleted while it was being kept; nothing of it is left.
        ValueError: The name breaks its rule.
        StorageError: The store failed, by subclass. Nothing is listed; try the same again.
    """
    _check_size(sound, limits)
    now = services.now()
    times = _Times(now, now + limits.life)
    check = partial(_check_number, services, ticket, limits)
    return _keep(services, ticket, sound, times, name=name, check_new=check)


def keep_promised(
    services: Services,
    ticket: Ticket,
    sound: ExaminedSound,
    *,
    created_at: datetime,
    until: datetime,
) -> Recording:
    """Keep a recording that was called safe, whatever the limits say by now; else as `keep`.

    Args:
        services: What the use cases work with.
        ticket: Says whose it is, and what it is about.
        sound: What is kept.
        created_at: When it came; aware.
        until: From then on it is neither listed nor served; aware.

    Raises:
        SpokenGoneError: It was deleted while it was being kept; nothing of it is left.
        ChangedMeanwhileError: Another server keeps the same just now.
        StorageError: The store failed, by subclass. Nothing is listed; try the same again.
    """
    return _keep(services, ticket, sound, _Times(created_at, until))


@dataclass(frozen=True, slots=True)
class _Times:
    created_at: datetime
    until: datetime


def _check_size(sound: ExaminedSound, limits: Limits) -> None:
    if sound.speech.length_s > limits.recording_s + OVERRUN_S:
        raise TooLongSoundError(
            f"The recording is {sound.speech.length_s:.0f} seconds long, and may have "
            f"{limits.recording_s:.0f}. Make a shorter one.",
        )
    if len(sound.content) > limits.recording_bytes:
        raise TooLargeSoundError(
            f"The recording has {len(sound.content):,} bytes, and may have "
            f"{limits.recording_bytes:,}. Make a shorter one.",
        )


def _keep(
    services: Services,
    ticket: Ticket,
    sound: ExaminedSound,
    times: _Times,
    *,
    name: str | None = None,
    check_new: Callable[[], None] = lambda: None,
) -> Recording:
    with rights_noted(services):
        found = _of_second(services, ticket)
    opened = _of_upload(services, ticket, found)
    if opened is None:
        check_new()
    with rights_noted(services):
        if opened is None:
            opened = _claim(services, ticket, sound, times, name, found)
        return _complete(services, opened, sound, found)


def find_upload(services: Services, ticket: Ticket) -> Recording | None:
    """The recording that this ticket has brought; None where it is not kept, or not any more.

    Raises:
        StorageError: The store failed, by subclass.
    """
    found = _of_second(services, ticket)
    opened = _of_upload(services, ticket, found)
    if opened is None or not _has_sound(opened.state, found):
        return None
    return opened.state if services.now() < opened.state.until else None


def list_recordings(services: Services, session_id: str, learner: str) -> list[Recording]:
    """A learner's own recordings of a session, newest first.

    Those that have ended, and those whose sound is not there (yet), are not among them.

    Args:
        services: What the use cases work with.
        session_id: Of which session.
        learner: The hash of the learner's key.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    with rights_noted(services):
        found = services.recordings.of_session(RECORDING_PREFIX, session_id)
    whole = [files for files in found if files.sounds]
    own = own_of(services, _shelf(services), whole, learner)
    return [one.state for one in own if _has_sound(one.state, whole)]


def open_recording(
    services: Services, session_id: str, stem: str, learner: str
) -> Recording | None:
    """One of a learner's own recordings; None where there is none, or not any more.

    Raises:
        StorageError: The store failed, by subclass.
    """
    opened = opened_if_readable(_shelf(services), stem)
    if opened is None or (opened.state.session_id, opened.state.learner) != (session_id, learner):
        return None
    return opened.state if services.now() < opened.state.until else None


def keep_draft(services: Services, recording: Recording, draft: Draft) -> None:
    """Keep what was paid for beside its recording; nothing where that is gone meanwhile.

    Raises:
        ChangedMeanwhileError: It was changed again and again.
        SpokenDamagedError: What is known of it can't be read.
        StorageError: The store failed, by subclass.
    """
    shelf, words = _shelf(services), draft.words[:MAX_DRAFT_WORDS]
    opened = shelf.open(recording.stem)
    if opened and opened.state.upload == recording.upload:
        shelf.change(opened, lambda there: there.model_copy(update={"draft": words}))


def address(services: Services, recording: Recording, now: datetime) -> str:
    """A signed address at which a recording is heard: 15 minutes, and not after its end.

    Args:
        services: What the use cases work with.
        recording: As it was listed just now.
        now: Aware; from when the life counts.

    Raises:
        SpokenGoneError: Its time is over.
        StorageError: The store failed, by subclass.
    """
    left_s = int((recording.until - now).total_seconds())
    if left_s < 1:
        raise SpokenGoneError("This recording was kept as long as it may be. It is gone now.")
    return services.recordings.address(
        recording.stem, recording.ending, signed_at=now, life_s=min(ADDRESS_LIFE_S, left_s)
    )


def open_signed(
    services: Services, file_name: str, expires: str, signature: str
) -> tuple[Path, str] | None:
    """The file that an `address` on this app's own server stands for, and its MIME type.

    Args:
        services: What the use cases work with.
        file_name: The last part of the path, as the browser sent it; so are the next two.
        expires: Of the query.
        signature: Of the query.

    Returns:
        None where it was signed, and the recording is gone, or its time is over.

    Raises:
        AddressExpiredError: The address is too old, or was not signed by us.
        StorageError: The store failed, by subclass.
    """
    now = services.now()
    found = services.recordings.open_signed(file_name, expires, signature, now=now)
    if found is None:
        return None
    opened = opened_if_readable(_shelf(services), found[0].stem)
    return found if opened and now < opened.state.until else None


def delete_recording(services: Services, session_id: str, stem: str, learner: str) -> None:
    """Delete one of a learner's own recordings for good. What is not there is no error.

    Raises:
        SpokenGoneError: It is another learner's, or another session's.
        SpokenDamagedError: What is known of it can't be read.
        StorageError: The store failed, by subclass.
    """
    opened = _shelf(services).open(stem)
    if opened is None:
        return
    if (opened.state.session_id, opened.state.learner) != (session_id, learner):
        raise SpokenGoneError("This recording isn't yours, so you can't delete it.")
    delete_one(services, RECORDING_PREFIX, stem)


def delete_all_recordings(services: Services, session_id: str, learner: str) -> int:
    """Delete all of a learner's own recordings of a session; gives how many.

    Also those that wait here for the store, though it fails.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass; some may be gone.
    """
    dropped = drop_waiting(services, session_id, learner)
    shelf = _shelf(services)
    return dropped + delete_own(services, shelf, RECORDING_PREFIX, session_id, learner)


def _shelf(services: Services) -> Shelf[Recording]:
    return Shelf(services.documents, RECORDINGS, tell=services.changes.tell)


def _timestamp(ticket: Ticket) -> str:
    """Of all recordings that this ticket may bring: so every server looks at the same names."""
    return format_timestamp(datetime.fromtimestamp(ticket.issued, UTC))


def _of_second(services: Services, ticket: Ticket) -> list[SpokenFiles]:
    return services.recordings.of_second(RECORDING_PREFIX, ticket.session_id, _timestamp(ticket))


def _of_upload(
    services: Services, ticket: Ticket, found: list[SpokenFiles]
) -> Opened[Recording] | None:
    """What this ticket has brought so far, with or without its sound."""
    shelf = _shelf(services)
    stems = [str(files.key) for files in found if files.document]
    for _, opened in in_parallel(lambda stem: opened_if_readable(shelf, stem), stems):
        if opened and _is_of(ticket, opened.state):
            return opened
    return None


def _is_of(ticket: Ticket, recording: Recording) -> bool:
    return (recording.upload, recording.learner) == (ticket.upload, ticket.learner)


def _check_number(services: Services, ticket: Ticket, limits: Limits) -> None:
    if not limits.recordings:
        raise TooManyKeptError("No recordings are kept here. You can listen to yours all the same.")
    with rights_noted(services):
        found = services.recordings.of_session(RECORDING_PREFIX, ticket.session_id)
    whole = [files for files in found if files.sounds]
    own = count_own(services, _shelf(services), whole, ticket.learner)
    if own >= limits.recordings:
        raise TooManyKeptError(
            f"You keep {own} recording{'' if own == 1 else 's'} here, and more are not possible. "
            "Delete one, then press Keep again."
        )


def _claim(
    services: Services,
    ticket: Ticket,
    sound: ExaminedSound,
    times: _Times,
    name: str | None,
    found: list[SpokenFiles],
) -> Opened[Recording]:
    def state_of(key: SpokenKey) -> Recording:
        return Recording(
            stem=str(key),
            ending=sound.ending,
            session_id=ticket.session_id,
            picture=ticket.picture,
            learner=ticket.learner,
            name=name,
            upload=ticket.upload,
            speech=sound.speech,
            size_bytes=len(sound.content),
            created_at=times.created_at,
            until=times.until,
        )

    return create_next(
        _shelf(services),
        first_free(ticket.session_id, _timestamp(ticket), found),
        state_of,
        is_same=lambda there: _is_of(ticket, there),
    )


def _complete(
    services: Services,
    opened: Opened[Recording],
    sound: ExaminedSound,
    found: list[SpokenFiles],
) -> Recording:
    """Keep the sound beside its document, where it is not there already.

    Whoever deletes the document meanwhile sees no sound yet, and its name is free: the sound must
    not stay alone, nor beside what somebody else keeps under that name.
    """
    recording = opened.state
    if _has_sound(recording, found):
        return recording
    if (recording.ending, recording.size_bytes) != (sound.ending, len(sound.content)):
        # The document is of a try that never ended, and of a sound that was looked at otherwise.
        changed = {
            "ending": sound.ending,
            "size_bytes": len(sound.content),
            "speech": sound.speech,
        }
        recording = _shelf(services).replace(opened, recording.model_copy(update=changed)).state
    is_ours = True
    try:
        services.recordings.create(recording.stem, recording.ending, sound.content)
    except KeyTakenError:
        is_ours = False  # the same was sent twice, and the other was quicker
    there = opened_if_readable(_shelf(services), recording.stem)
    if there and there.state.upload == recording.upload:
        return recording
    if is_ours:
        services.recordings.delete_sound(recording.stem, recording.ending)
    raise SpokenGoneError("This recording was deleted before it was kept.")


def _has_sound(recording: Recording, found: list[SpokenFiles]) -> bool:
    return any(
        str(files.key) == recording.stem and recording.ending in files.sounds for files in found
    )
