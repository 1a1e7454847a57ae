"""The names of recordings and attempts, both ways. Nothing else knows how they are written.

    recordings/image-001_20241031_143022_0.webm     the sound
    recordings/image-001_20241031_143022_0.json     what is known of it
    attempts/image-001_20241031_143022_0.json       what was said, and what was found in it
               └──────────── stem ───────┘

The rules are those of pictures: a session id never contains something that reads as a timestamp,
so a name has one reading only, and what is none of ours is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast

from imagespeak_core.pictures.naming import (
    MAX_IMAGE_INDEX,
    SESSION_ID_PATTERN,
    TIMESTAMP_PATTERN,
    check_session_id,
    has_one_reading,
)

RECORDING_PREFIX = "recordings/"
ATTEMPT_PREFIX = "attempts/"
MAX_INDEX = MAX_IMAGE_INDEX

Ending = Literal["webm", "mp4", "ogg", "wav"]
"""What a recording's file is called at its end, and so what it is: the recorders of browsers make
the first three, all play the last."""

CONTENT_TYPES: Mapping[Ending, str] = MappingProxyType(
    {"webm": "audio/webm", "mp4": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav"}
)
"""As which a recording is served."""

_STEM = re.compile(
    rf"(?P<session_id>{SESSION_ID_PATTERN}?)_(?P<timestamp>{TIMESTAMP_PATTERN})"
    r"_(?P<index>0|[1-9][0-9]{0,8})"
)


@dataclass(frozen=True, slots=True)
class SpokenKey:
    """The parts of a stem. Its text is the stem.

    Attributes:
        session_id: 1–64 characters, see `naming.check_session_id`.
        timestamp: `YYYYMMDD_HHMMSS`, UTC.
        index: From 0; unique within session and second, whatever the ending.
    """

    session_id: str
    timestamp: str
    index: int

    def __str__(self) -> str:
        return f"{self.session_id}_{self.timestamp}_{self.index}"

    @property
    def order(self) -> tuple[str, int]:
        """Sorts what is of one session by age, oldest first."""
        return self.timestamp, self.index


def parse_stem(stem: str) -> SpokenKey | None:
    """Read a stem; None for anything else."""
    match = _STEM.fullmatch(stem)
    if not match or not has_one_reading(match["session_id"], match["timestamp"]):
        return None
    return SpokenKey(match["session_id"], match["timestamp"], int(match["index"]))


def session_prefix(prefix: str, session_id: str) -> str:
    """What all names of a session begin with; other sessions' names may begin so too.

    Args:
        prefix: `RECORDING_PREFIX` or `ATTEMPT_PREFIX`.
        session_id: Whose.

    Raises:
        InvalidSessionIdError: It breaks the rule of `check_session_id`.
    """
    return f"{prefix}{check_session_id(session_id)}_"


def second_prefix(prefix: str, session_id: str, timestamp: str) -> str:
    """What all names of one second of a session begin with, and no others.

    Raises:
        InvalidSessionIdError: As `session_prefix`.
    """
    return f"{session_prefix(prefix, session_id)}{timestamp}_"


def sound_name(stem: str, ending: Ending) -> str:
    """The full name of a recording's sound.

    Raises:
        ValueError: The stem or the ending breaks its rule.
    """
    if ending not in CONTENT_TYPES:
        raise ValueError(f"No recording ends with {ending!r}.")
    return f"{RECORDING_PREFIX}{_checked(stem)}.{ending}"


def document_name(prefix: str, stem: str) -> str:
    """The full name of what is known of a recording, or of an attempt.

    Args:
        prefix: `RECORDING_PREFIX` or `ATTEMPT_PREFIX`.
        stem: Which.

    Raises:
        ValueError: The stem breaks its rule.
    """
    return f"{prefix}{_checked(stem)}.json"


def parse_sound(name: str) -> tuple[SpokenKey, Ending] | None:
    """Read the full name of a sound; None for anything else that may lie under the prefix."""
    found = parse_name(name)
    if found is None or found[1] == "json" or not name.startswith(RECORDING_PREFIX):
        return None
    return found[0], found[1]


def parse_name(name: str) -> tuple[SpokenKey, Ending | Literal["json"]] | None:
    """Read any full name of ours: the stem, and what stands after it; None for anything else."""
    prefix, _, file_name = name.rpartition("/")
    stem, _, ending = file_name.rpartition(".")
    endings = {
        RECORDING_PREFIX: {"json", *CONTENT_TYPES},
        ATTEMPT_PREFIX: {"json"},
    }.get(f"{prefix}/", set())
    key = parse_stem(stem) if ending in endings else None
    return (key, cast("Ending", ending)) if key else None


def _checked(stem: str) -> str:
    if parse_stem(stem) is None:
        raise ValueError(f"{stem!r} names no recording and no attempt.")
    return stem
