"""How much of what learners speak is kept, and for how long: as the settings say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imagespeak_core.settings import Settings

MAX_ATTEMPTS = 200
"""So many attempts of one learner are kept in one session."""

MAX_WORDS_LENGTH = 5_000
"""So many characters of a learner's words are kept in one attempt."""


OVERRUN_S = 2.0
"""A recorder that stops at the limit has stopped a little after it: so much is let pass."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be kept.

    Attributes:
        recording_s: A recording is no longer, but for `OVERRUN_S`.
        recording_bytes: Nor larger.
        recordings: So many of one learner are kept in one session; 0: none at all.
        attempts: Likewise.
        life: Recordings and attempts go after so long.
    """

    recording_s: float
    recording_bytes: int
    recordings: int
    life: timedelta
    attempts: int = MAX_ATTEMPTS


def limits_of(settings: Settings) -> Limits:
    """The limits that the settings tell."""
    return Limits(
        recording_s=settings.recording_max_s,
        recording_bytes=settings.recording_max_bytes,
        recordings=settings.recordings_max,
        life=timedelta(days=settings.recording_days),
    )
