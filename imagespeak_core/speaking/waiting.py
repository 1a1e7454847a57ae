"""Recordings that wait in this process's spool until the store takes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from imagespeak_core.services import Services
from imagespeak_core.speaking.keys import Ending
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.recording import ExaminedSound
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.spool.spool import SpoolItem

KIND = "recording"

MOST_BYTES = 2_000_000_000
"""All that wait have no more bytes: the disk has pictures to keep, too, that were paid for."""


class WaitingRecording(BaseModel):
    """A recording that came here whole and was examined; as JSON what the spool tells of it.

    Attributes:
        version: Of the JSON.
        ticket: What brought it.
        ending: Of its sound.
        speech: What was counted in it.
        size_bytes: Of its sound.
        created_at: When it came; aware.
        until: From then on it is wanted no more; aware.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    version: Literal[1] = 1
    ticket: Ticket
    ending: Ending
    speech: Speech
    size_bytes: int
    created_at: AwareDatetime
    until: AwareDatetime


def write_down(
    services: Services, ticket: Ticket, sound: ExaminedSound, *, limits: Limits
) -> SpoolItem | None:
    """Have the spool keep a recording; None where it has no room for it.

    Args:
        services: What the use cases work with.
        ticket: What brought it.
        sound: What is kept.
        limits: So many of the learner in this session may wait, and so long it may be kept.
    """
    if services.spool is None:
        return None
    there = [one for _, one in _pending(services)]
    own = [one for one in there if _is_of(one, ticket.session_id, ticket.learner)]
    size_bytes = len(sound.content)
    if (
        len(own) >= limits.recordings
        or sum(one.size_bytes for one in there) + size_bytes > MOST_BYTES
    ):
        return None
    now = services.now()
    waiting = WaitingRecording(
        ticket=ticket,
        ending=sound.ending,
        speech=sound.speech,
        size_bytes=size_bytes,
        created_at=now,
        until=now + limits.life,
    )
    return services.spool.keep(KIND, waiting.model_dump(mode="json"), sound.content)


def list_waiting(
    services: Services, session_id: str, learner: str | None = None
) -> list[WaitingRecording]:
    """What is safe on this computer's disk and wanted still, each once.

    Args:
        services: What the use cases work with.
        session_id: Of which session.
        learner: The hash of the learner's key; None: all learners'.
    """
    now = services.now()
    found = {
        one.ticket.upload: one
        for item, one in _pending(services)
        if item.is_safe and now < one.until and _is_of(one, session_id, learner)
    }
    return [*found.values()]


def find_waiting(services: Services, ticket: Ticket) -> WaitingRecording | None:
    """What this ticket has brought, if it waits."""
    own = list_waiting(services, ticket.session_id, ticket.learner)
    return next((one for one in own if one.ticket.upload == ticket.upload), None)


def drop_waiting(services: Services, session_id: str, learner: str | None = None) -> int:
    """Delete what waits, also what is just being stored; gives how many. Its sound is gone then.

    Also what a dead process has left on this computer.

    Args:
        services: What the use cases work with.
        session_id: Of which session.
        learner: The hash of the learner's key; None: all learners'.
    """
    if services.spool:
        services.spool.adopt()
    dropped = [item for item, one in _pending(services) if _is_of(one, session_id, learner)]
    for item in dropped:
        if services.spool:
            services.spool.done(item)
    return len(dropped)


def was_dropped(services: Services, ticket: Ticket) -> bool:
    """Whether somebody has deleted, while it was stored, what this ticket has brought."""
    return all(one.ticket.upload != ticket.upload for _, one in _pending(services))


def _pending(services: Services) -> Iterator[tuple[SpoolItem, WaitingRecording]]:
    """What can't be read, another version has written: that one may go on with it."""
    for item in services.spool.pending(KIND) if services.spool else ():
        try:
            yield item, WaitingRecording.model_validate(item.header)
        except ValidationError:
            continue


def _is_of(one: WaitingRecording, session_id: str, learner: str | None) -> bool:
    return one.ticket.session_id == session_id and learner in (None, one.ticket.learner)
