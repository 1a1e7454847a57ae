"""What a tab keeps of words that were looked at: how far answers are open, what is outlined."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.widgets.moved_on import Moved

if TYPE_CHECKING:
    from imagespeak_core.errors import ImageSpeakError
    from imagespeak_core.speaking.attempt import Attempt, Disputed
    from imagespeak_core.speaking.feedback import Subject
    from imagespeak_core.speaking.recording import Recording
    from pages.components.speaking.checked_words import Checked
    from pages.components.speaking.heard import Heard

FEW: Final = 3
"""So many of what was not found are listed at first, and so many more at each press."""

CHECKED: Kept[Checked | None] = Kept(f"{OF_SESSION}checked_words", None)
"""The words that were looked at last, and what was found in them."""

SUBJECT: Kept[tuple[str, Subject] | None] = Kept(f"{OF_SESSION}spoken_subject", None)
"""The key of the picture that was looked at last, and what is known of it."""

ATTEMPTS: Kept[tuple[Attempt, ...] | None] = Kept(f"{OF_SESSION}attempts", None)
"""The learner's own of the session, the newest first; None before they were asked for."""

BEING_KEPT: Kept[tuple[str, str] | None] = Kept(f"{OF_SESSION}attempt_being_kept", None)
"""The picture and the words of the attempt that a press is keeping just now."""

NOT_KEPT = Kept(f"{OF_SESSION}attempt_not_kept", "")
"""A sentence beside the list: why the last attempt, or its last change, is not kept."""

LIST_OPEN = Kept("attempts_open", False)

LIST_LENGTH = Kept(f"{OF_SESSION}attempts_listed", 5)
"""So many attempts are listed."""

ASKED = Kept(f"{OF_SESSION}attempts_asked", "")
"""What somebody wants to delete, which they are asked about; empty: nothing."""

RECORDINGS: Kept[tuple[tuple[str, ...], tuple[Recording, ...]] | None] = Kept(
    f"{OF_SESSION}own_recordings", None
)
"""The learner's own of the session, and which one was the newest kept, and which ones waited for
the store, when they were listed."""

PLAYING: Kept[tuple[str, str]] = Kept(f"{OF_SESSION}recording_playing", ("", ""))
"""The stem of the recording that can be heard, and its address."""

HEARD_THEN: Kept[Heard | None] = Kept(f"{OF_SESSION}heard_then", None)
"""What was heard when the words that are shown were looked at, or opened again."""

DRAFTS: Kept[Mapping[str, str]] = Kept(f"{OF_SESSION}spoken_drafts", MappingProxyType({}))
"""By the key of a picture: the words that were typed about it."""

WORDS_ABOUT = Kept(f"{OF_SESSION}words_about", "")
"""The key of the picture that the words in the text area are about."""

TROUBLE = Kept(f"{OF_SESSION}words_trouble", "")
"""A sentence beneath the buttons: why nothing was looked at."""

ERROR: Kept[ImageSpeakError | None] = Kept(f"{OF_SESSION}words_error", None)
"""Why the picture could not be looked at."""

OPENED: Kept[Mapping[Disputed, int]] = Kept(f"{OF_SESSION}answers_opened", MappingProxyType({}))
"""How many of a judgement's answers are open."""

LISTED = Kept(f"{OF_SESSION}not_found_listed", FEW)
"""So many of what was not found are listed."""

NEWS = Kept(f"{OF_SESSION}words_news", "")
"""What the last press has changed, for who does not see it."""

MOVED: Kept[Moved] = Kept(f"{OF_SESSION}words_moved", Moved())
"""Where the last press led: what comes into view, what gets the keyboard."""

DENIED: Kept[Mapping[str, tuple[str, ...]]] = Kept(
    f"{OF_SESSION}seen_and_denied", MappingProxyType({})
)
"""By the key of a picture: what a model sees in it and the learner does not."""

OUTLINED = Kept(f"{OF_SESSION}outlined", "")
"""The name of what is outlined in the picture; empty: nothing."""

OF_ANSWER: Final = "answer "
"""Begins that name where a sentence of a model answer speaks of it."""


def move_on(*focuses: str, shows: str = "", rests: str = "", leaves: str = "") -> None:
    """Callback's last word: where its press led.

    Args:
        focuses: Keys of buttons, or of what has some; the first that is there gets the keyboard.
        shows: The key of what comes into view; empty: nothing moves.
        rests: The key of what gets the keyboard itself where none of these is there.
        leaves: The key of what the keyboard leaves for these; empty: nothing.
    """
    before = MOVED.get().about
    left = (leaves,) if leaves else ()
    MOVED.set(Moved(int(before) + 1, shows, focuses, rests, left))


def outline_no_more(name: str) -> None:
    """Callback: outline this no longer; what is outlined by now may be something else."""
    if OUTLINED.get() == name:
        OUTLINED.forget()


def forget_opened() -> None:
    """Close all answers, and outline nothing: the words are others."""
    for kept in (OPENED, LISTED, OUTLINED):
        kept.forget()
