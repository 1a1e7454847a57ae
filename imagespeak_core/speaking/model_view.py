"""What a model sees in a picture: paid for once, and kept with the picture.

It is spooled as soon as it is there, and stored before anybody sees it; where the store fails, the
spool stores it later. Servers take turns by a claim: where one is killed while a model looks,
another soon takes the claim over, and the picture is paid for once more.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from imagespeak_core.errors import (
    BrokenPictureError,
    ChangedMeanwhileError,
    ClaimLostError,
    ImageNotFoundError,
    InvalidRequestError,
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageUnsuitableError,
)
from imagespeak_core.operations.calls import Call
from imagespeak_core.pictures.made_once import MadeOnce, wait_for
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.services import Services
from imagespeak_core.speaking.document_fields import STRICT, PictureName
from imagespeak_core.spending.daily_limit import NOTHING_WAS_MADE
from imagespeak_core.spool.spool import NotWantedError
from imagespeak_core.stores.pictures import VIEW_PREFIX
from imagespeak_core.viewers.base import PictureViewer, SeenThing, View

logger = logging.getLogger(__name__)

KIND = "view"
"""In the spool, whose header has all of it."""


@dataclass(frozen=True, slots=True)
class KeptView:
    """A model's view of a picture.

    Attributes:
        view: What it sees.
        is_stored: Whether it is kept with the picture; else it is on this server alone.
    """

    view: View
    is_stored: bool


class ViewDocument(BaseModel):
    """The view as it is stored, and as the spool has it.

    Attributes:
        version: Of the document.
        picture: The key of the picture.
        model: The model's raw id.
        looked_at: When; aware.
        price_usd: As in `View`, written as a decimal.
        things: As in `View`.
    """

    model_config = STRICT

    version: Literal[1] = 1
    picture: PictureName
    model: Annotated[str, Field(max_length=200)]
    looked_at: AwareDatetime
    price_usd: Annotated[str, Field(max_length=30)] | None
    things: Annotated[tuple[SeenThing, ...], Field(min_length=1, max_length=50)]

    def view(self) -> View:
        """What it says.

        Raises:
            InvalidOperation: Its price is no number.
        """
        price_usd = None if self.price_usd is None else Decimal(self.price_usd)
        return View(self.model, self.things, price_usd)


def register(services: Services) -> None:
    """Say how the spool stores views, before it starts."""
    if services.spool:
        services.spool.register(KIND, partial(_store_spooled, services))


def view_of(services: Services, image_key: ImageKey) -> KeptView | None:
    """The view that is kept of a picture; None where no model has looked.

    None as well where nobody looks here any more, where what is stored can't be read, and where
    the store's rights don't cover views.

    Raises:
        StorageError: The store failed otherwise, by subclass.
    """
    return None if services.viewer is None else _kept(services, image_key)


def look(services: Services, image_key: ImageKey) -> KeptView:
    """The view that is kept; where there is none, a model looks, and is paid.

    Args:
        services: What the use cases work with; somebody looks here.
        image_key: A picture that nobody drew knowingly.

    Raises:
        InvalidRequestError: Nobody looks here, or the picture needs no look.
        ImageNotFoundError: There is no such picture (any more).
        PictureFileError: It can't be decoded.
        DayLimitError: The day's number of paid calls is used up.
        ModelError, ModelBusyError, RefusedError: As of `PictureViewer.look`, by subclass.
        StorageError: The store failed before anything was paid, by subclass. One that does not take
            the view is no error: it is then in the spool, or in memory.
    """
    return wait_for(services, view_errand(services, image_key))


def view_errand(services: Services, image_key: ImageKey) -> MadeOnce[KeptView]:
    """The same, step by step.

    Raises:
        ImageSpeakError: As `look`.
    """
    viewer = services.viewer
    if viewer is None:
        raise InvalidRequestError("picture", "No model looks at pictures here.")
    if services.store.scene(image_key):
        raise InvalidRequestError("picture", "What this picture shows is known already.")

    def find() -> KeptView | None:
        if services.spool:  # also what a server has paid for whose claim was just taken over
            services.spool.adopt()
        there = services.unstored_views.of(image_key)
        return _keep(services, image_key, there) if there else _kept(services, image_key)

    return MadeOnce(
        services,
        f"{image_key.session_id}_{image_key.timestamp}_{image_key.image_index}_view",
        look=find,
        make=lambda before_call: _paid(services, viewer, image_key, before_call),
    )


def _paid(
    services: Services,
    viewer: PictureViewer,
    image_key: ImageKey,
    before_call: Callable[[], None],
) -> KeptView:
    png = services.store.read(image_key)
    # A viewer knows no stores, and opens the picture before it sends anything.
    unmade = (*NOTHING_WAS_MADE, BrokenPictureError, ClaimLostError, StorageError)
    call = Call("view", viewer.model, image_key.session_id)
    with services.paid_calls.one(viewer.price_usd(), call, unmade=unmade):
        before_call()
        view = viewer.look(png)
    return _keep(services, image_key, view)


def _keep(services: Services, image_key: ImageKey, view: View) -> KeptView:
    """Spool a view, then keep it with its picture; without a spool it may stay in memory.

    Raises:
        ImageNotFoundError: As `_store`.
    """
    document = ViewDocument(
        picture=str(image_key),
        model=view.model,
        looked_at=services.now(),
        price_usd=None if view.price_usd is None else str(view.price_usd),
        things=view.things,
    )
    spool = services.spool
    if spool is None:
        services.unstored_views.keep(image_key, view)
        try:
            return _store(services, image_key, document)
        except StorageError as error:
            logger.info("a view is not stored: %s", error.code)
            return KeptView(view, is_stored=False)
    item = spool.keep(KIND, document.model_dump(mode="json"), b"")
    try:
        kept = _store(services, image_key, document)
    except StorageError as error:
        logger.info("a view is stored later: %s", error.code)
        spool.leave(item)
        services.unstored_views.forget(image_key)
        return KeptView(view, is_stored=False)
    except ImageNotFoundError:
        spool.done(item)
        raise
    spool.done(item, kept)
    return kept


def _store_spooled(services: Services, header: Mapping[str, object], _: bytes) -> KeptView:
    document = ViewDocument.model_validate_json(json.dumps(header))
    key = parse_key(document.picture)
    if key is None:
        raise NotWantedError("It is of no picture.")
    return _store(services, key, document)


def _store(services: Services, image_key: ImageKey, document: ViewDocument) -> KeptView:
    """Keep a view with its picture; one that no waiting gets stored stays in memory.

    Raises:
        ImageNotFoundError: The picture was deleted meanwhile; nothing of it is left.
        StorageError: The store may take it later, by subclass.
    """
    try:
        kept = _put(services, image_key, document)
        services.store.details(image_key)
    except ImageNotFoundError:
        services.unstored_views.forget(image_key)
        services.store.delete([image_key])
        raise
    if kept is None:
        services.unstored_views.keep(image_key, document.view())
        return KeptView(document.view(), is_stored=False)
    services.unstored_views.forget(image_key)
    return kept


def _put(services: Services, image_key: ImageKey, document: ViewDocument) -> KeptView | None:
    """None where the store's rights don't cover views, or something is there that can't be read."""
    try:
        services.store.create_view(image_key, document.model_dump_json().encode())
    except (ChangedMeanwhileError, NotABlobError):
        return _read(services, image_key)
    except (StorageAccessError, StorageUnsuitableError) as error:
        logger.info("a view is in memory alone: %s", error.code)
        return None
    return KeptView(document.view(), is_stored=True)


def _kept(services: Services, image_key: ImageKey) -> KeptView | None:
    there = services.unstored_views.of(image_key) or _spooled(services, image_key)
    if there:
        return KeptView(there, is_stored=False)
    return _read(services, image_key)


def _spooled(services: Services, image_key: ImageKey) -> View | None:
    """What can't be read, another version has written: that one may go on with it."""
    for item in services.spool.pending(KIND) if services.spool else ():
        if item.header.get("picture") == str(image_key):
            try:
                return ViewDocument.model_validate_json(json.dumps(item.header)).view()
            except (ValidationError, InvalidOperation):
                continue
    return None


def _read(services: Services, image_key: ImageKey) -> KeptView | None:
    """What is stored; None where there is none, or none that can be read."""
    try:
        content = services.store.read_view(image_key)
        if content is None:
            return None
        document = ViewDocument.model_validate_json(content)
        view = document.view()
    except StorageAccessError as error:
        logger.info("%s can't be read: %s", VIEW_PREFIX, error.code)
        return None
    except (ValidationError, InvalidOperation):
        logger.warning("a stored view can't be read")
        return None
    return KeptView(view, is_stored=True) if document.picture == str(image_key) else None
