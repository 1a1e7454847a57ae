"""Pictures deleted, and all caches told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imagespeak_core.changes import PicturesDeleted
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services

_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Deletion:
    """What became of pictures that were to be deleted.

    Attributes:
        deleted: Gone, or not there in the first place.
        kept: Those that could not be deleted, each with a sentence why.
    """

    deleted: tuple[ImageKey, ...]
    kept: dict[ImageKey, str]


def delete_images(services: Services, keys: Iterable[ImageKey]) -> Deletion:
    """Delete pictures with their previews.

    Raises:
        StorageError: Nothing could be tried; by subclass.
    """
    wanted = list(dict.fromkeys(keys))
    kept = services.store.delete(wanted)
    deleted = tuple(key for key in wanted if key not in kept)
    services.changes.tell(PicturesDeleted(deleted))
    return Deletion(deleted, kept)


def empty_session(services: Services, session_id: str) -> Deletion:
    """Delete all pictures of a session, also one that is still on its way when it begins.

    Raises:
        StorageError: The store failed, by subclass.
    """
    deleted: tuple[ImageKey, ...] = ()
    for _ in range(_ROUNDS):
        keys = [image.key for image in services.store.list_session(session_id)]
        if not keys:
            break
        one_round = delete_images(services, keys)
        deleted += one_round.deleted
        if one_round.kept:
            return Deletion(deleted, one_round.kept)
    return Deletion(deleted, {})
