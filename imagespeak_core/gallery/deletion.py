"""Pictures and whole sessions deleted, and what could not be."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import partial

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import change_latest
from imagespeak_core.classroom.edits import remove_pictures
from imagespeak_core.classroom.errors import ClassChangedError, ClassDamagedError
from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.pictures.deletion import delete_images
from imagespeak_core.pictures.naming import ImageKey, check_session_id
from imagespeak_core.services import Services

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeletionReport:
    """What became of pictures that were to be deleted.

    Attributes:
        deleted: Gone, or not there in the first place.
        kept: Those that could not be deleted, each with a sentence why.
        warnings: Sentences about classes that still name a picture which is gone.
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


def delete_session(services: Services, teacher: Teacher, session_id: str) -> DeletionReport:
    """Delete all pictures of a session. Its class, if it is one, stays, without pictures.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: Nothing could be tried; by subclass.
    """
    images = services.store.list_session(check_session_id(session_id))
    return delete_pictures(services, teacher, [image.key for image in images])


def _delete_late_previews(services: Services, keys: Collection[ImageKey]) -> None:
    """Delete once more: a preview may have been kept just before its picture went."""
    if not keys:
        return
    try:
        services.store.delete(list(keys))
    except ImageSpeakError as exc:
        logger.warning("late previews could not be looked for: %s", exc.code)
