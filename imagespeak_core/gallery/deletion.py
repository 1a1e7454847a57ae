"""Pictures and whole sessions deleted, and what could not be."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import change_latest
from imagespeak_core.classroom.edits import remove_pictures
from imagespeak_core.classroom.errors import ClassChangedError, ClassDamagedError
from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.pictures.deletion import delete_images
from imagespeak_core.pictures.naming import ImageKey, check_session_id
from imagespeak_core.pictures.storing import drop_spooled
from imagespeak_core.services import Services
from imagespeak_core.speaking.deletion import delete_spoken

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeletionReport:
    """What became of pictures that were to be deleted.

    Attributes:
        deleted: Gone, or not there in the first place.
        kept: Those that could not be deleted, each with a sentence why.
        warnings: Sentences about what is still there: classes that name a picture which is gone,
            and what learners spoke.
    """

    deleted: tuple[ImageKey, ...]
    kept: dict[ImageKey, str]
    warnings: tuple[str, ...] = ()


def delete_pictures(
    services: Services, teacher: Teacher, keys: Iterable[ImageKey]
) -> DeletionReport:
    """Delete pictures with their previews, and take them out of the lesson of their class.

    Raises:
        StorageError: Nothing could be tried; by subclass.
    """
    done = delete_images(services, keys)
    deleted, kept = done.deleted, done.kept
    _delete_late_previews(services, deleted)
    warnings = []
    for session_id in dict.fromkeys(key.session_id for key in deleted):
        names = {str(key) for key in deleted if key.session_id == session_id}
        try:
            change_latest(services, teacher, session_id, partial(remove_pictures, keys=names))
        except (StorageError, ClassChangedError, ClassDamagedError) as exc:
            logger.warning("a class still names deleted pictures: %s", exc.code)
            warnings.append(f"The class {session_id!r} still names deleted pictures. {exc}")
    return DeletionReport(deleted, kept, tuple(warnings))


def delete_session(
    services: Services,
    teacher: Teacher,
    session_id: str,
    keys: Iterable[ImageKey] | None = None,
) -> DeletionReport:
    """Delete all pictures of a session, and all that learners spoke in it.

    Also what waits on this computer for the store; what waits on another one comes later. Its
    class, if it is one, stays, without pictures.

    Args:
        services: What the use cases work with.
        teacher: Who deletes.
        session_id: Which.
        keys: The pictures that the teacher was asked about; None: all that there are.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: Nothing could be tried; by subclass.
    """
    check_session_id(session_id)
    drop_spooled(services, session_id)
    if keys is None:
        keys = [image.key for image in services.store.list_session(session_id)]
    pictures = delete_pictures(services, teacher, keys)
    try:
        warnings = delete_spoken(services, session_id).warnings
    except StorageError as exc:
        logger.warning("what was spoken is not deleted: %s", exc.code)
        warnings = (f"What learners spoke could not be deleted. {exc}",)
    return replace(pictures, warnings=pictures.warnings + warnings)


def _delete_late_previews(services: Services, keys: Collection[ImageKey]) -> None:
    """Delete once more: a preview may have been kept just before its picture went."""
    if not keys:
        return
    try:
        services.store.delete(list(keys))
    except ImageSpeakError as exc:
        logger.warning("late previews could not be looked for: %s", exc.code)
