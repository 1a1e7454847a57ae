"""What a tab keeps of a first draft of the learner's words."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from imagespeak_core.models import StoredImage
from imagespeak_core.recognisers.base import Draft, DraftWord, HeardBy
from imagespeak_core.speaking.drafts.corrections import Correction
from pages.components.shell.kept import OF_SESSION, Kept

T = TypeVar("T")

_MOST_PICTURES = 30


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft that is looked at.

    Attributes:
        picture: The key of the picture that is spoken about.
        recording: The browser's own name for the recording, or the stem of one that is kept.
        draft: What was recognised.
        heard_by: Who wrote it.
    """

    picture: str
    recording: str
    draft: Draft
    heard_by: HeardBy

    @property
    def name(self) -> str:
        """Tells it from others."""
        told = repr((self.picture, self.recording, self.heard_by, self.draft.words))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Corrected:
    """How far the learner has corrected a draft.

    Attributes:
        name: The draft's.
        words: As they stand; what the learner wrote is sure.
    """

    name: str
    words: tuple[DraftWord, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What the learner wrote otherwise than a draft that was used.

    Attributes:
        picture: The key of the picture that is spoken about.
        corrections: At least one.
    """

    picture: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What stood there when the learner went to another picture: at most one of the first three.

    Attributes:
        draft: As in `DRAFT`.
        thrown: As in `THROWN`.
        changes: As in `CHANGES`.
        corrected: As in `CORRECTED`.
    """

    draft: ShownDraft | None = None
    thrown: ShownDraft | None = None
    changes: Changes | None = None
    corrected: Corrected | None = None

    @property
    def picture(self) -> str:
        """The key of the picture that it is about; empty: nothing stands there."""
        one = self.draft or self.thrown or self.changes
        return one.picture if one else ""

    def is_over(self, picture: str, recording: str) -> bool:
        """Whether a new recording about the picture ends it."""
        is_of_it = self.draft is not None and self.draft.recording == recording
        return self.picture == picture and not is_of_it


DRAFT: Kept[ShownDraft | None] = Kept(f"{OF_SESSION}first_draft", None)

CORRECTED: Kept[Corrected | None] = Kept(f"{OF_SESSION}first_draft_corrected", None)
"""It may be of a draft from before."""

THROWN: Kept[ShownDraft | None] = Kept(f"{OF_SESSION}first_draft_thrown", None)
"""One that was thrown away last, which can be taken back."""

TAKEN = Kept(f"{OF_SESSION}first_draft_taken", "")
"""The browser's name for the draft that came last: it is told no more."""

ASKED = Kept(f"{OF_SESSION}first_draft_asked", False)
"""Words of the learner's stand there already: shall the draft stand in their place?"""

CHANGES: Kept[Changes | None] = Kept(f"{OF_SESSION}first_draft_changes", None)
"""Until they were seen."""

NEWS = Kept(f"{OF_SESSION}first_draft_news", "")
"""What the last press has changed, for who does not see it."""

LEFT: Kept[Mapping[str, Left]] = Kept(f"{OF_SESSION}first_drafts_left", MappingProxyType({}))
"""By the key of a picture that is not looked at now."""

_RECORDED: Kept[Mapping[str, str]] = Kept(
    f"{OF_SESSION}first_drafts_recorded", MappingProxyType({})
)
"""By the key of a picture: the browser's own name for what was recorded about it last."""


def about(shown: StoredImage) -> ShownDraft | None:
    """The draft of what was said about this picture; those of others wait until it is theirs."""
    key, now = str(shown.key), _now()
    if now.picture not in ("", key):
        LEFT.set(_with(LEFT.get(), now.picture, now))
        forget_all()
    left = LEFT.get().get(key)
    if left:
        if now.picture != key:
            _show_again(left)
        LEFT.set(_without(LEFT.get(), key))
    return DRAFT.get()


def _now() -> Left:
    return Left(DRAFT.get(), THROWN.get(), CHANGES.get(), CORRECTED.get())


def _show_again(left: Left) -> None:
    """The corrections first: a run that ends in between must not lose them."""
    CORRECTED.set(left.corrected)
    THROWN.set(left.thrown)
    CHANGES.set(left.changes)
    DRAFT.set(left.draft)


def _with(known: Mapping[str, T], key: str, one: T) -> dict[str, T]:
    """The newest stands last; the oldest go."""
    return dict([*_without(known, key).items(), (key, one)][-_MOST_PICTURES:])


def _without(known: Mapping[str, T], key: str) -> dict[str, T]:
    return {name: one for name, one in known.items() if name != key}


def words_of(draft: ShownDraft) -> tuple[DraftWord, ...]:
    """The draft's words as the learner has corrected them so far."""
    corrected = CORRECTED.get()
    is_of_it = corrected is not None and corrected.name == draft.name
    return corrected.words if corrected and is_of_it else draft.draft.words


def begin(name: str, draft: ShownDraft) -> None:
    """Callback: it comes in the place of the one before.

    Args:
        name: The browser's own for it.
        draft: Nothing is corrected in it yet.
    """
    TAKEN.set(name)
    forget_all()
    DRAFT.set(draft)


def forget_draft() -> None:
    """It was used or thrown away, or is about something else."""
    for kept in (DRAFT, CORRECTED, ASKED, NEWS, THROWN):
        kept.forget()


def forget_all() -> None:
    """The same, with what was changed in it."""
    forget_draft()
    CHANGES.forget()


def is_recorded(shown: StoredImage) -> bool:
    """Whether this tab has a recording about the picture, kept or not."""
    return str(shown.key) in _RECORDED.get()


def forget_other_than(picture: str, recording: str) -> None:
    """Callback: this was recorded about the picture last; a draft of another recording is over.

    The page is told of the same one again when its learner comes back to the picture.

    Args:
        picture: The key of the picture that is spoken about.
        recording: The browser's own name for it.
    """
    if _RECORDED.get().get(picture) == recording:
        return
    left = LEFT.get().get(picture)
    if left and left.is_over(picture, recording):
        LEFT.set(_without(LEFT.get(), picture))
    if _now().is_over(picture, recording):
        forget_all()
    _RECORDED.set(_with(_RECORDED.get(), picture, recording))
