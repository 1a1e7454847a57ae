"""What a model sees in a picture: paid for once, and kept with the picture.

It is stored as soon as it is there, before anybody sees it. Servers take turns by a claim: where
one is killed while a model looks, the others wait for `LONGEST_GENERATION_S`, and then the picture
may be paid for once more.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    ImageNotFoundError,
    InvalidRequestError,
    ModelBusyError,
    NotABlobError,
    StorageAccessError,
    StorageError,
)
from imagespeak_core.pictures.made_once import made_once
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.document_fields import STRICT, PictureName
from imagespeak_core.stores.pictures import VIEW_PREFIX
from imagespeak_core.viewers.base import PictureViewer, SeenThing, View

logger = logging.getLogger(__name__)

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class KeptView:
    """A model's view of a picture.

    Attributes:
        view: What it sees.
        is_stored: Whether it is kept with the picture; else it is in this process's memory.
    """

    view: View
    is_stored: bool


class ViewDocument(BaseModel):
    """The view as it is stored.

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
        StorageError: The store failed before anything was paid, by subclass. One that may not keep
            views is no error: the view is then in memory.
    """
    viewer = services.viewer
    if viewer is None:
        raise InvalidRequestError("picture", "No model looks at pictures here.")
    if services.store.scene(image_key):
        raise InvalidRequestError("picture", "What this picture shows is known already.")
    there = services.unstored_views.of(image_key)
    if there:
        return _store(services, image_key, there)
    return made_once(
        services,
        f"{image_key.session_id}_{image_key.timestamp}_{image_key.image_index}_view",
        look=lambda: _kept(services, image_key),
        make=lambda: _paid(services, viewer, image_key),
    )


class Looks:
    """Models that look at pictures in the background: a closed tab loses nothing.

    Whoever asks for a picture that is being looked at waits for the same look. Each look has a
    thread, which holds no ending up. Safe to use from several threads.
    """

    def __init__(self, services: Services) -> None:
        """Look at nothing yet.

        Args:
            services: What the use cases work with.
        """
        self._services = replace(services, wait=self._wait)
        self._lock = threading.Lock()
        self._running: dict[ImageKey, Future[KeptView]] = {}
        self._turns = threading.Semaphore(AT_ONCE)
        self._ended = threading.Event()

    def begin(self, image_key: ImageKey) -> Future[KeptView]:
        """The view, soon; what `look` raises comes with it, or that the server is about to end."""
        with self._lock:
            running = self._running.get(image_key)
            if running:
                return running
            future: Future[KeptView] = Future()
            self._running[image_key] = future
        future.add_done_callback(lambda _: self._end(image_key))
        threading.Thread(
            target=self._look, args=(image_key, future), name="look", daemon=True
        ).start()
        return future

    def shutdown(self, timeout_s: float = 30.0) -> bool:
        """Begin nothing new; who looks is waited for, who waits for another server is not.

        Returns:
            Whether everything ended in time.
        """
        self._ended.set()
        with self._lock:
            running = [*self._running.values()]
        return not wait(running, timeout=timeout_s).not_done

    def _look(self, image_key: ImageKey, future: Future[KeptView]) -> None:
        try:
            with self._turns:
                self._wait(0)
                kept = look(self._services, image_key)
        except BaseException as exc:  # noqa: BLE001 - whoever waits gets it
            future.set_exception(exc)
        else:
            future.set_result(kept)

    def _wait(self, seconds: float) -> None:
        """Until the server ends at most."""
        if self._ended.wait(seconds):
            raise ModelBusyError("The server is restarting. Please try again in a minute.")

    def _end(self, image_key: ImageKey) -> None:
        with self._lock:
            self._running.pop(image_key, None)


def _paid(services: Services, viewer: PictureViewer, image_key: ImageKey) -> KeptView:
    png = services.store.read(image_key)
    with services.paid_calls.one():
        view = viewer.look(png)
    services.unstored_views.keep(image_key, view)
    return _store(services, image_key, view)


def _store(services: Services, image_key: ImageKey, view: View) -> KeptView:
    """Keep a view with its picture; what the store does not take stays in memory.

    Raises:
        ImageNotFoundError: The picture was deleted meanwhile; nothing of it is left.
    """
    content = _written(services, image_key, view)
    try:
        services.store.create_view(image_key, content)
        services.store.details(image_key)
    except ImageNotFoundError:
        services.unstored_views.forget(image_key)
        services.store.delete([image_key])
        raise
    except (ChangedMeanwhileError, NotABlobError):
        there = _read(services, image_key)
        if there is None:
            return KeptView(view, is_stored=False)
        services.unstored_views.forget(image_key)
        return there
    except StorageError as error:
        logger.warning("a view is not stored: %s", error.code)
        return KeptView(view, is_stored=False)
    services.unstored_views.forget(image_key)
    return KeptView(view, is_stored=True)


def _kept(services: Services, image_key: ImageKey) -> KeptView | None:
    there = services.unstored_views.of(image_key)
    if there:
        return KeptView(there, is_stored=False)
    try:
        return _read(services, image_key)
    except StorageAccessError as error:
        logger.warning("%s can't be read: %s", VIEW_PREFIX, error.code)
        return None


def _read(services: Services, image_key: ImageKey) -> KeptView | None:
    """What is stored; None where there is none, or none that can be read."""
    content = services.store.read_view(image_key)
    if content is None:
        return None
    try:
        document = ViewDocument.model_validate_json(content)
        price_usd = None if document.price_usd is None else Decimal(document.price_usd)
    except (ValidationError, InvalidOperation):
        logger.warning("a stored view can't be read")
        return None
    if document.picture != str(image_key):
        return None
    return KeptView(View(document.model, document.things, price_usd), is_stored=True)


def _written(services: Services, image_key: ImageKey, view: View) -> bytes:
    document = ViewDocument(
        picture=str(image_key),
        model=view.model,
        looked_at=services.now(),
        price_usd=None if view.price_usd is None else str(view.price_usd),
        things=view.things,
    )
    return document.model_dump_json().encode()
