"""How a picture gets into the store: under a key that is its alone, once, and told."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imagespeak_core.access.makers import check_may_generate
from imagespeak_core.changes import PicturesStored
from imagespeak_core.errors import ImageNotFoundError, KeyTakenError, StorageError
from imagespeak_core.lab.canonical import remember_made
from imagespeak_core.models import MadeImage, StoredImage
from imagespeak_core.pictures.deletion import delete_images
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.reservation import NewKeys, give_back
from imagespeak_core.pictures.spooled import KIND, SpooledPicture, of, pending
from imagespeak_core.services import Services
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Made:
    """A picture that was made and is in the store.

    Attributes:
        image: The picture.
        warnings: What its maker says of it.
        listed: The session's pictures, newest first, right after it was stored.
    """

    image: MadeImage
    warnings: tuple[str, ...]
    listed: tuple[StoredImage, ...]


def store_picture(services: Services, picture: SpooledPicture, keys: NewKeys) -> Made:
    """Put a picture that was just made in the store.

    Args:
        services: What the use cases work with.
        picture: With a key of `keys`.
        keys: Of its request.

    Raises:
        ClassGoneError, ExperimentGoneError: There is no such class or experiment any more.
        DocumentDamagedError: By subclass; it can't be read.
        StorageError: The store failed, by subclass.
    """
    _check_wanted(services, picture)  # it takes long to make
    return _stored(services, picture, keys)


def store_again(services: Services, picture: SpooledPicture) -> Made:
    """The same where that was tried before, and nobody knows how far it came.

    Raises:
        ImageSpeakError: As `store_picture`.
    """
    _check_wanted(services, picture)
    listed = services.store.list_session(picture.key.session_id)
    keys = NewKeys(
        services.store,
        services.claims,
        picture.request,
        now=picture.key.created_at,
        there=[],  # it has its key
    )
    return _stored(services, picture, keys, _own_among(services.store, picture, listed))


def store_spooled(services: Services, header: Mapping[str, object], png: bytes) -> Made:
    """The same for what lies in the spool.

    Raises:
        ImageNotFoundError: It was deleted while it was stored; nothing of it is left.
        ImageSpeakError: As `store_picture`.
    """
    made = store_again(services, of(header, png))
    if services.spool and all(item.header != header for item in services.spool.pending(KIND)):
        delete_images(services, [made.image.stored.key])
        raise ImageNotFoundError(str(made.image.stored.key))
    return made


def drop_spooled(services: Services, session_id: str) -> None:
    """Delete the pictures of a session that wait here, or were left here by a dead process."""
    if services.spool is None:
        return
    services.spool.adopt()
    for item, errand in pending(services.spool):
        if errand.asked.session_id == session_id:
            services.spool.drop(item, ImageNotFoundError(str(of(item.header).key)))


def _check_wanted(services: Services, picture: SpooledPicture) -> None:
    check_may_generate(services, picture.key.session_id, picture.errand.teacher)


def _stored(
    services: Services, picture: SpooledPicture, keys: NewKeys, there: StoredImage | None = None
) -> Made:
    if there and keys.is_alone(there.key):
        stored = there
    else:
        stored = _put(services.store, picture, keys, there.key if there else picture.key)
    if picture.errand.sha:
        remember_made(services.documents, picture.errand.sha, stored.key)
    services.changes.tell(PicturesStored((stored,)))
    image = picture.image
    made = MadeImage(stored, image.seed, image.model, image.duration_ms)
    return Made(made, image.warnings, tuple(keys.listed))


def _put(store: PictureStore, picture: SpooledPicture, keys: NewKeys, key: ImageKey) -> StoredImage:
    """Put a picture under a key that is its alone; one that has met another's is moved on.

    Once it is stored it counts, even where nobody can say who else has its index.
    """
    stored, claim = None, None
    try:
        while True:
            placed = _put_at(store, picture, key)
            if placed:
                if stored and stored.key != placed.key:
                    _delete_copy(store, stored.key)
                stored = placed
                if keys.is_alone(placed.key):
                    break
            if claim:
                give_back(claim)
            key, claim = keys.another()
    except StorageError as error:
        if stored is None:
            raise
        logger.info("nobody knows if a stored picture is alone: %s", error.code)
    finally:
        if claim:
            give_back(claim)
    return stored


def _put_at(store: PictureStore, picture: SpooledPicture, key: ImageKey) -> StoredImage | None:
    """None where another picture has the key."""
    png, metadata = picture.file(key)
    try:
        return store.put(key, png, metadata)
    except KeyTakenError:
        # By a request of ours, maybe, whose answer was lost.
        listed = store.list_session(key.session_id)
        return _own_among(store, picture, (one for one in listed if one.key == key))


def _own_among(
    store: PictureStore, picture: SpooledPicture, listed: Iterable[StoredImage]
) -> StoredImage | None:
    """The picture itself where it is stored already, whatever it had to move on to."""
    for one in listed:
        if one.key.clean_prompt != picture.key.clean_prompt or one.key.order < picture.key.order:
            continue
        png, _ = picture.file(one.key)
        if len(png) != one.size_bytes:
            continue
        try:
            if store.read(one.key) == png:
                return one
        except ImageNotFoundError:  # deleted this very moment
            continue
    return None


def _delete_copy(store: PictureStore, key: ImageKey) -> None:
    """What has moved on; where the store fails, the session has the picture twice."""
    try:
        store.delete([key])
    except StorageError as error:
        logger.warning("a picture that was moved is still at its old key: %s", error.code)
