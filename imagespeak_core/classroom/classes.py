"""The use cases of classes. Those that take a `Teacher` are for teachers alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.class_names import class_id, read_code
from imagespeak_core.classroom.codes import give_code_back, session_behind, take_code
from imagespeak_core.classroom.edits import end, remove_pictures
from imagespeak_core.classroom.errors import (
    ClassChangedError,
    ClassDamagedError,
    ClassNameTakenError,
)
from imagespeak_core.classroom.state import (
    CLASS_LIFE,
    CLASSES,
    ClassList,
    ClassState,
    OpenClass,
    checked_title,
)
from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.pictures.deletion import empty_session
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.deletion import delete_spoken

Edit = Callable[[ClassState], ClassState]


def create_class(
    services: Services,
    teacher: Teacher,
    title: str,
    *,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    choose: Callable[[str], str] = secrets.choice,
) -> OpenClass:
    """Make a class that is good for 30 days.

    Args:
        services: What the use cases work with.
        teacher: Who makes it.
        title: Up to 100 characters; the session id begins with it, and can't be guessed.
        random_bytes: Gives so many of them.
        choose: Gives one character of a text at random.

    Raises:
        ClassNameTakenError: There is a class with the same random part, or no code is free.
        InvalidRequestError: The title is too long or broken.
        StorageError: The store failed, by subclass.
    """
    title = checked_title(title)
    session_id = class_id(title, random_bytes=random_bytes)
    now = services.now()
    state = ClassState(
        session_id=session_id,
        title=title,
        code=take_code(services.documents, session_id, choose=choose),
        teacher=teacher.name,
        created_at=now,
        expires_at=now + CLASS_LIFE,
    )
    try:
        return _shelf(services).create(state)
    except ChangedMeanwhileError as exc:
        give_code_back(services.documents, state.code, session_id)
        raise ClassNameTakenError(
            f"The id {session_id!r} is used already. Please try again."
        ) from exc


def list_classes(services: Services, teacher: Teacher) -> ClassList:
    """All classes, newest first; those that can't be read are named apart.

    Raises:
        StorageError: The store failed, by subclass.
    """
    return _shelf(services).listed()


def open_class(services: Services, session_id: str) -> OpenClass | None:
    """A class, for everybody; None where the session is none. `ClassState.is_over` may be true.

    Raises:
        ClassDamagedError: It is a class, but can't be read.
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    return _shelf(services).open(session_id)


def is_class(services: Services, session_id: str) -> bool:
    """Whether the session is a class, readable or not. Costs nothing for other ids than `class-…`.

    What lies there and tells of another session makes no class of this one.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    try:
        return open_class(services, session_id) is not None
    except ClassDamagedError:
        return True


def find_class(services: Services, code: str) -> str | None:
    """The session id of the class that a typed code leads to; None where there is none.

    Raises:
        ClassDamagedError: There is one, but it can't be read.
        StorageError: The store failed, by subclass.
    """
    typed = read_code(code)
    session_id = session_behind(services.documents, typed) if typed else None
    opened = open_class(services, session_id) if session_id else None
    return opened.state.session_id if opened and opened.state.code == typed else None


def change_class(services: Services, teacher: Teacher, opened: OpenClass, edit: Edit) -> OpenClass:
    """Write the class as the edit makes it; an edit that changes nothing writes nothing.

    Args:
        services: What the use cases work with.
        teacher: Who changes it.
        opened: The class as the teacher saw it.
        edit: Gives the new state; see `edits`. It may not change what names the class.

    Raises:
        ClassChangedError: It is not as the teacher saw it any more; `now` is how it is.
        ClassDamagedError: The same, and it can't be read any more.
        InvalidRequestError: From the edit, or the class has become too large.
        StorageError: The store failed, by subclass.
    """
    shelf = _shelf(services)
    state = edit(opened.state)
    try:
        return shelf.replace(opened, state)
    except ChangedMeanwhileError as exc:
        now = shelf.look_again(state.session_id)
        message = (
            "Somebody else changed the class meanwhile. Look at it as it is now, then try again."
            if now
            else "The class was deleted meanwhile."
        )
        raise ClassChangedError(message, now=now) from exc


def change_latest(
    services: Services, teacher: Teacher, session_id: str, edit: Edit
) -> OpenClass | None:
    """Write an edit that means the same whatever the class is like now; others' changes stay.

    Returns:
        The class with the edit; None where there is no class.

    Raises:
        ClassChangedError: Others changed it again and again.
        ClassDamagedError, InvalidRequestError, StorageError: As `change_class`.
    """
    shelf = _shelf(services)
    try:
        return shelf.change(shelf.open(session_id), edit)
    except ChangedMeanwhileError as exc:
        raise ClassChangedError(
            "Somebody else changes the class all the time. Try again in a moment.",
            now=shelf.look_again(session_id),
        ) from exc


def delete_class(services: Services, teacher: Teacher, session_id: str) -> dict[ImageKey, str]:
    """Delete a class with its pictures and all that was spoken in it, also one that can't be read.

    It is ended first. Where pictures can't be deleted, the class is kept with these; likewise
    where what was spoken can't be. What the store's rights let nobody see is passed over. A
    picture that is being made is not stored any more when the class is gone, and its session is
    emptied once more for what was just on its way into the store.

    Returns:
        The pictures that could not be deleted, each with a sentence why; empty: all is gone.

    Raises:
        StorageError: The store failed, by subclass.
    """
    if not is_class(services, session_id):
        return {}
    opened = _edit_if_readable(services, teacher, session_id, end)
    pictures = empty_session(services, session_id)
    if pictures.kept:
        gone = {str(key) for key in pictures.deleted}
        _edit_if_readable(services, teacher, session_id, partial(remove_pictures, keys=gone))
        return pictures.kept
    _forget_spoken(services, session_id)
    if opened:
        give_code_back(services.documents, opened.state.code, session_id)
    _shelf(services).delete(session_id)
    _forget_spoken(services, session_id)
    return empty_session(services, session_id).kept


def _forget_spoken(services: Services, session_id: str) -> None:
    done = delete_spoken(services, session_id)
    if done.is_left:
        raise StorageError(" ".join(done.warnings))


def _edit_if_readable(
    services: Services, teacher: Teacher, session_id: str, edit: Edit
) -> OpenClass | None:
    try:
        return change_latest(services, teacher, session_id, edit)
    except ClassDamagedError:
        return None


def _shelf(services: Services) -> Shelf[ClassState]:
    return Shelf(services.documents, CLASSES, tell=services.changes.tell)
