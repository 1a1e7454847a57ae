"""A picture that a model has answered and that may not be in the store yet, as it is spooled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import ConfigDict, TypeAdapter

from imagespeak_core import __version__
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed, to_metadata
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.spool.spool import Spool, SpoolItem

KIND = "picture"


@dataclass(frozen=True, slots=True)
class Errand:
    """For whom a picture was made.

    Attributes:
        asked: As a person asked: a seed left open is 0.
        teacher: Who asked, where it was a teacher.
        job_id: Of the background job; empty without one.
        sha: Of the lab's request that is to be found again by it; empty without one.
    """

    asked: ImageRequest
    teacher: Teacher | None = None
    job_id: str = ""
    sha: str = ""


@dataclass(frozen=True, slots=True)
class SpooledPicture:
    """A picture on its way into the store.

    Attributes:
        request: What the generator was asked for: one picture, its seed known.
        image: What it gave.
        key: Where it is to be stored, unless another picture is there.
        errand: For whom.
        made_by: `imagespeak/<version>`: a later version stores the same bytes.
    """

    request: ImageRequest
    image: GeneratedImage
    key: ImageKey
    errand: Errand
    made_by: str = f"imagespeak/{__version__}"

    def details(self, key: ImageKey) -> ImageDetails:
        """Its settings under this key."""
        of_now = ImageDetails.of(key, self.request, self.image)
        return replace(of_now, generated_by=self.made_by)

    def file(self, key: ImageKey) -> tuple[bytes, Mapping[str, str]]:
        """What is stored under this key, and the metadata; the same whenever it is asked for."""
        details = self.details(key)
        png = embed(self.image.png, details, scene=self.image.scene)
        return png, to_metadata(details)


@dataclass(frozen=True, slots=True)
class _Header:
    """All but the picture itself."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    picture: SpooledPicture
    version: Literal[1] = 1


_HEADER = TypeAdapter(_Header)


def keep(spool: Spool, picture: SpooledPicture) -> SpoolItem:
    """Spool a picture as soon as it is there."""
    bare = replace(picture, image=replace(picture.image, png=b""))
    return spool.keep(KIND, _HEADER.dump_python(_Header(bare), mode="json"), picture.image.png)


def errand_of(item: SpoolItem) -> Errand | None:
    """For whom a picture in the spool is; None where another version has spooled it."""
    try:
        return of(item.header).errand
    except ValueError:
        return None


def pending(spool: Spool | None) -> list[tuple[SpoolItem, Errand]]:
    """What is not known to be in the store, the oldest first; another version's is left to it.

    What ended servers have left is among it, however busy this one is with its own.
    """
    if spool is None:
        return []
    spool.adopt()
    found = [(item, errand_of(item)) for item in spool.pending(KIND)]
    return [(item, errand) for item, errand in found if errand]


def of(header: Mapping[str, object], png: bytes = b"") -> SpooledPicture:
    """What was spooled.

    Raises:
        ValueError: It is of another version.
    """
    try:
        picture = _HEADER.validate_python(header).picture
    except InvalidRequestError as exc:  # that version's bounds are others
        raise ValueError("Another version has spooled it.") from exc
    return replace(picture, image=replace(picture.image, png=png))
