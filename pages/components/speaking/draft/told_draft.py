"""What a browser tells of a draft: it may tell anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from imagespeak_core.recognisers.base import Draft, DraftWord, HeardBy
from pages.components.speaking.draft.draft_memory import ShownDraft

MOST_WORDS: Final = 2_000
MOST_LETTERS: Final = 60
"""Of one word."""

_LONGEST_NAME = 64
_HEARD_BY: dict[str, HeardBy] = {"browser": "browser", "local": "local"}
"""Who may have written what a browser brings; the paid one is asked by this server itself."""


def read(value: object, *, picture: str, recording: str) -> tuple[str, ShownDraft] | None:
    """The draft and the browser's name for it; None where it is none of this recording.

    Args:
        value: As it came.
        picture: The key of the picture that is spoken about.
        recording: The browser's own name for the recording; empty: there is none.
    """
    if not isinstance(value, Mapping) or not recording:
        return None
    if (value.get("picture"), value.get("id")) != (picture, recording):
        return None
    name, by = value.get("draft"), value.get("heard_by")
    heard_by = _HEARD_BY.get(by) if isinstance(by, str) else None
    words = read_words(value.get("words"))
    if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_NAME:
        return None
    if heard_by is None or words is None:
        return None
    return name, ShownDraft(picture, recording, Draft(words), heard_by)


def read_words(value: object) -> tuple[DraftWord, ...] | None:
    """Words as they came, without what nobody can say; None where they are none.

    Args:
        value: A list of `{"text": ..., "sure": ...}`.
    """
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MOST_WORDS:
        return None
    words: list[DraftWord] = []
    for one in value:
        if not isinstance(one, Mapping) or not isinstance(one.get("text"), str):
            return None
        words += [
            DraftWord(piece, one.get("sure") is True)
            for piece in "".join(_shown(sign) for sign in one["text"]).split()
        ]
    is_readable = len(words) <= MOST_WORDS and all(len(one.text) <= MOST_LETTERS for one in words)
    return tuple(words) if is_readable else None


def _shown(sign: str) -> str:
    """Signs that nobody sees part words, like spaces do."""
    return sign if sign.isprintable() else " "
