"""Who may make pictures in a class: only its teacher, whichever door is used.

The lock is the class's document in the store. A `class-…` session without one is an ordinary
session; a document that can't be read is a lock all the same.
"""

from __future__ import annotations

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.class_names import is_class_id, state_name
from imagespeak_core.classroom.errors import ClassLockedError
from imagespeak_core.stores.documents import Documents


def has_class(documents: Documents, session_id: str) -> bool:
    """Whether the session is a class. One read, and none for ids that don't begin with `class-`.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    return is_class_id(session_id) and documents.read(state_name(session_id)) is not None


def check_may_generate(documents: Documents, session_id: str, teacher: Teacher | None) -> None:
    """Return if pictures may be made for this session by whoever asks.

    Args:
        documents: Where classes are kept.
        session_id: For which the pictures are.
        teacher: Who asks, where it is a teacher.

    Raises:
        ClassLockedError: It is a class, and no teacher asks.
        StorageError: The store failed, so nobody knows; by subclass.
    """
    if teacher is None and has_class(documents, session_id):
        raise ClassLockedError(
            "This session is a class. Only its teacher can make pictures for it. "
            "Nothing was made. Open the class's link to see its picture."
        )
