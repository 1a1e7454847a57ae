"""What is known of a picture beyond its key: how it was made, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.base import Telling
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """How a picture was made, and what it shows if its generator told.

    Attributes:
        details: Its settings.
        shows: What can be seen, in words; None where nobody knows.
    """

    details: ImageDetails
    shows: Telling | None


@dataclass(frozen=True, slots=True)
class Glance:
    """What is shown beside a picture at once.

    Attributes:
        tells: Whether it tells what it shows.
        remarks: Sentences: what of its prompt it does not show.
    """

    tells: bool
    remarks: tuple[str, ...] = ()


def picture_facts(services: Services, key: ImageKey) -> PictureFacts:
    """What the store knows of a picture. The scene is read only where somebody can tell of it.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    details = services.store.details(key)
    for teller in services.tellers():
        if teller.knows(details.model or ""):
            return PictureFacts(details, teller.tell(services.store.scene(key)))
    return PictureFacts(details, None)


def picture_glance(services: Services, key: ImageKey) -> Glance:
    """What is shown beside a picture at once. One small read.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    scene = services.store.scene(key)
    told = (teller.tell(scene) for teller in services.tellers() if scene)
    telling = next((telling for telling in told if telling), None)
    return Glance(telling is not None, telling.remarks if telling else ())
