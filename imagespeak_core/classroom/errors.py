"""What can go wrong with a class; imagespeak_core/errors.py has the whole tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imagespeak_core.errors import DocumentDamagedError, ImageSpeakError

if TYPE_CHECKING:
    from imagespeak_core.classroom.state import OpenClass


class ClassLockedError(ImageSpeakError):
    """The session is a class, and who asked is not its teacher; nothing was made or paid."""

    code = "class_locked"


class ClassGoneError(ImageSpeakError):
    """There is no such class, or it was deleted meanwhile."""

    code = "class_gone"


class ClassNameTakenError(ImageSpeakError):
    """The id or the codes that were drawn for the class are used already; nothing was touched."""

    code = "class_name_taken"


class ClassChangedError(ImageSpeakError):
    """Somebody else changed the class meanwhile: to `now`, or deleted it, and `now` is None."""

    code = "class_changed"

    def __init__(self, message: str, *, now: OpenClass | None = None) -> None:
        super().__init__(message)
        self.now = now


class ClassDamagedError(DocumentDamagedError):
    """What is stored of the class can't be read. It is still a class: learners can't spend."""

    code = "class_damaged"
