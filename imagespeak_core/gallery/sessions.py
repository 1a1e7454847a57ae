"""Sessions, out of the keys of their pictures: summaries, search, filter and order. Pure.

What a key says is all that is known here: session, date and the words of the cleanPrompt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from slugify import slugify

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey, format_timestamp

Order = Literal["newest", "oldest", "name", "most pictures", "largest"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session as its keys tell of it.

    Attributes:
        session_id: Its name.
        cover: Its newest picture.
        picture_count: At least 1.
        first_at: When its oldest picture was made, aware.
        last_at: When its newest picture was made, aware.
        size_bytes: Of all its pictures together.
        words: For `search`: each different word once, lower-case, a space before each.
        timestamps: For `search`: when pictures were made, as in the keys, ascending.
    """

    session_id: str
    cover: ImageKey
    picture_count: int
    first_at: datetime
    last_at: datetime
    size_bytes: int
    words: str
    timestamps: tuple[str, ...]


def summarize(images: Iterable[StoredImage]) -> list[SessionSummary]:
    """The sessions of these pictures, that with the newest picture first."""
    sessions = Sessions()
    sessions.add(images)
    return list(sessions.summaries())


def search(
    summaries: Iterable[SessionSummary],
    text: str = "",
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    order: Order = "newest",
) -> list[SessionSummary]:
    """The sessions that match, sorted.

    Args:
        summaries: Of the sessions to look through.
        text: Each word of it must be the beginning of a word of the session's name or of a
            cleanPrompt; capitals, accents and scripts make no difference.
        since: Aware; the session has a picture made then or later …
        until: … and the same picture was made before this moment, aware.
        order: By the newest picture, the name, the number of pictures or their size; where two
            are the same, by name.
    """
    begins = [f" {word}" for word in _words(text)]
    first = format_timestamp(since) if since else ""
    end = format_timestamp(until) if until else ""
    found = [
        summary
        for summary in summaries
        if all(begin in summary.words for begin in begins) and _is_within(summary, first, end)
    ]
    return _in_order(found, order)


def _is_within(summary: SessionSummary, first: str, end: str) -> bool:
    position = bisect_left(summary.timestamps, first)
    if position == len(summary.timestamps):
        return False
    return not end or summary.timestamps[position] < end


def _in_order(summaries: Iterable[SessionSummary], order: Order) -> list[SessionSummary]:
    by_name = sorted(summaries, key=lambda summary: summary.session_id)
    if order == "name":
        return sorted(by_name, key=lambda summary: summary.session_id.lower())
    if order == "most pictures":
        return sorted(by_name, key=lambda summary: -summary.picture_count)
    if order == "largest":
        return sorted(by_name, key=lambda summary: -summary.size_bytes)
    return sorted(by_name, key=lambda summary: summary.last_at, reverse=order == "newest")


def _words(text: str) -> list[str]:
    """What was typed as lower-case ASCII words, made as those of a cleanPrompt are."""
    plain = slugify(
        text,
        entities=False,
        decimal=False,
        hexadecimal=False,
        separator=" ",
        replacements=(("'", ""), ("’", "")),
    )
    return plain.split()


def _summary(size_bytes: Mapping[ImageKey, int]) -> SessionSummary:
    keys = sorted(size_bytes, key=lambda key: key.order)
    oldest, newest = keys[0], keys[-1]
    words = dict.fromkeys(re.findall(r"[a-z0-9]+", oldest.session_id.lower()))
    for key in keys:
        words.update(dict.fromkeys(key.clean_prompt.split("_")))
    return SessionSummary(
        session_id=oldest.session_id,
        cover=newest,
        picture_count=len(keys),
        first_at=oldest.created_at,
        last_at=newest.created_at,
        size_bytes=sum(size_bytes.values()),
        words="".join(f" {word}" for word in words if word),
        timestamps=tuple(dict.fromkeys(key.timestamp for key in keys)),
    )


class Sessions:
    """Pictures by session, and a summary of each that is made again when they change.

    Of a picture only key and size are kept: the rest of a listing takes more memory than these.
    For one thread at a time.

    Attributes:
        picture_count: In all sessions.
    """

    def __init__(self) -> None:
        self.picture_count = 0
        self._size_bytes: dict[str, dict[ImageKey, int]] = {}
        self._summaries: dict[str, SessionSummary] = {}
        self._sorted: tuple[SessionSummary, ...] | None = ()

    def add(self, images: Iterable[StoredImage]) -> None:
        """Take more pictures in; one that is there already stays once."""
        for image in images:
            session_id = image.key.session_id
            session = self._size_bytes.setdefault(session_id, {})
            self.picture_count += image.key not in session
            session[image.key] = image.size_bytes
            self._summaries.pop(session_id, None)
        self._sorted = None

    def remove(self, keys: Iterable[ImageKey]) -> None:
        """Let pictures go; a session without any is gone too."""
        for key in keys:
            session = self._size_bytes.get(key.session_id, {})
            if key in session:
                del session[key]
                self.picture_count -= 1
                self._summaries.pop(key.session_id, None)
                self._sorted = None
            if not session:
                self._size_bytes.pop(key.session_id, None)

    def summaries(self) -> tuple[SessionSummary, ...]:
        """Of all sessions, that with the newest picture first."""
        if self._sorted is None:
            for session_id in self._size_bytes.keys() - self._summaries.keys():
                self._summaries[session_id] = _summary(self._size_bytes[session_id])
            self._sorted = tuple(_in_order(self._summaries.values(), "newest"))
        return self._sorted
