"""The key of a picture, both ways. Nothing else in the project knows how a key is written.

    generated-images/image-001_20241031_143022_0_sunset_mountains.png
                     └───┬───┘ └──────┬──────┘ │ └───────┬──────┘
                     sessionId    timestamp    │    cleanPrompt
                                   (UTC)   imageIndex

A session id never contains something that reads as a timestamp, so a key has one reading only.
Keys without the cleanPrompt (`…_143022_0.png`) are read too, and never written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from slugify import slugify

from imagespeak_core.errors import InvalidSessionIdError

IMAGE_PREFIX = "generated-images/"
MAX_SESSION_ID_LENGTH = 64
MAX_CLEAN_PROMPT_LENGTH = 40
MAX_IMAGE_INDEX = 999_999_999

TIMESTAMP_PATTERN = r"[0-9]{8}_[0-9]{6}"
SESSION_ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_KEY = re.compile(
    rf"{IMAGE_PREFIX}(?P<session_id>{SESSION_ID_PATTERN}?)_(?P<timestamp>{TIMESTAMP_PATTERN})"
    r"_(?P<image_index>0|[1-9][0-9]{0,8})(?:_(?P<clean_prompt>[a-z0-9]+(?:_[a-z0-9]+)*))?\.png"
)

_STOP_WORDS = frozenset(
    # articles
    "a an the "
    # prepositions
    "about above across after against along among around as at before behind below beneath "
    "beside between beyond by down during for from in inside into near next of off on onto out "
    "outside over past through to toward towards under up upon via while with within without "
    # conjunctions
    "and but if nor or so than then yet "
    # empty praise
    "amazing awesome beautiful best breathtaking detailed excellent fantastic gorgeous great high "
    "hd highly incredible lovely masterpiece nice perfect photorealistic pretty quality stunning "
    "superb ultra very wonderful 4k 8k".split()
)


@dataclass(frozen=True, slots=True)
class ImageKey:
    """The parts of a key.

    Attributes:
        session_id: 1–64 characters, see `check_session_id`.
        timestamp: `YYYYMMDD_HHMMSS`, UTC.
        image_index: From 0; unique within session and second.
        clean_prompt: Words joined by `_`, at most 40 characters; empty in the oldest keys.
    """

    session_id: str
    timestamp: str
    image_index: int
    clean_prompt: str = ""

    def __str__(self) -> str:
        tail = f"_{self.clean_prompt}" if self.clean_prompt else ""
        return f"{session_prefix(self.session_id)}{self.timestamp}_{self.image_index}{tail}.png"

    @property
    def order(self) -> tuple[str, int]:
        """Sorts pictures of one session by age, oldest first."""
        return self.timestamp, self.image_index

    @property
    def created_at(self) -> datetime:
        """The timestamp as an aware datetime."""
        return _moment(self.timestamp)


class _HasKey(Protocol):
    @property
    def key(self) -> ImageKey: ...


_Keyed = TypeVar("_Keyed", bound=_HasKey)


def newest_first(pictures: Iterable[_Keyed]) -> list[_Keyed]:
    """Sort pictures by timestamp, then by index as a number, both descending."""
    return sorted(pictures, key=lambda picture: picture.key.order, reverse=True)


def check_session_id(session_id: str) -> str:
    """Return the id unchanged if it may name a session.

    Raises:
        InvalidSessionIdError: It is empty, too long, has other characters than
            `A-Z a-z 0-9 . _ -`, begins with none of letters and digits, or contains a timestamp.
    """
    if not re.fullmatch(SESSION_ID_PATTERN, session_id):
        raise InvalidSessionIdError(
            f"The sessionId {session_id[:80]!r} can't be used. "
            f"Use 1 to {MAX_SESSION_ID_LENGTH} of the characters A-Z a-z 0-9 . _ - "
            "and begin with a letter or digit."
        )
    if re.search(TIMESTAMP_PATTERN, session_id):
        raise InvalidSessionIdError(
            f"The sessionId {session_id!r} can't be used, because a part of it reads as a "
            "timestamp (8 digits, _, 6 digits). Use an id without one."
        )
    return session_id


def session_prefix(session_id: str) -> str:
    """What all keys of a session begin with; other sessions' keys may begin so too."""
    return f"{IMAGE_PREFIX}{session_id}_"


def parse_key(key: str) -> ImageKey | None:
    """Read a key; None for anything else that may lie under the prefix."""
    match = _KEY.fullmatch(key)
    if not match or not has_one_reading(match["session_id"], match["timestamp"]):
        return None
    return ImageKey(
        session_id=match["session_id"],
        timestamp=match["timestamp"],
        image_index=int(match["image_index"]),
        clean_prompt=match["clean_prompt"] or "",
    )


def has_one_reading(session_id: str, timestamp: str) -> bool:
    """Whether both, as the patterns found them in a name, are what they look like.

    No session id contains what reads as a timestamp, and a timestamp tells a moment.
    """
    if re.search(TIMESTAMP_PATTERN, session_id):
        return False
    try:
        _moment(timestamp)
    except ValueError:
        return False
    return True


def _moment(timestamp: str) -> datetime:
    """An aware datetime. Five times as fast as strptime, which counts for long listings.

    Raises:
        ValueError: There is no such day or time.
    """
    year, month, day = int(timestamp[:4]), int(timestamp[4:6]), int(timestamp[6:8])
    hour, minute, second = int(timestamp[9:11]), int(timestamp[11:13]), int(timestamp[13:15])
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def format_timestamp(moment: datetime) -> str:
    """`YYYYMMDD_HHMMSS` in UTC for an aware datetime."""
    return moment.astimezone(UTC).strftime("%Y%m%d_%H%M%S")


def clean_prompt(prompt: str) -> str:
    """The telling words of a prompt, lower-case ASCII, joined by `_`, at most 40 characters.

    Other scripts are transliterated. Only whole words are kept, unless the first one alone is
    longer; `image` when nothing is left.
    """
    slug = slugify(
        prompt,
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=MAX_CLEAN_PROMPT_LENGTH,
        word_boundary=True,
        save_order=True,
        separator="_",
        stopwords=_STOP_WORDS,
        replacements=(("'", ""), ("’", "")),
    )
    return slug or "image"
