"""Makes and stores the pictures of one request; what the store does not take now, it takes later.

What a model has answered is spooled before it is stored: whatever then happens to the store or to
this process, it is stored, and nobody pays for it again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from contextvars import copy_context
from dataclasses import dataclass, replace

from imagespeak_core.access.makers import check_may_generate
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import (
    ClaimLostError,
    DocumentDamagedError,
    ImageSpeakError,
    StorageError,
    StorageUnreachableError,
)
from imagespeak_core.generators.base import chosen_offer
from imagespeak_core.models import (
    GeneratedImage,
    GenerationResult,
    ImageRequest,
    MadeImage,
    StoredImage,
)
from imagespeak_core.operations.calls import Call, within_request
from imagespeak_core.operations.kinds import told
from imagespeak_core.pictures.made_once import Waits
from imagespeak_core.pictures.naming import newest_first
from imagespeak_core.pictures.reservation import NewKeys
from imagespeak_core.pictures.spooled import KIND, Errand, SpooledPicture, keep
from imagespeak_core.pictures.storing import Made, store_again, store_picture
from imagespeak_core.services import Services
from imagespeak_core.spending.daily_limit import NOTHING_WAS_MADE
from imagespeak_core.spool.spool import SpoolItem

logger = logging.getLogger(__name__)

_NOTHING_WAS_SENT = (*NOTHING_WAS_MADE, ClaimLostError, StorageError)
"""A generator knows no stores: what fails there is the look whether we still may."""

LOOK_AGAIN_S = 1.0
WITHOUT_SPOOL_AGAIN_S = (0.5, 1.0, 2.0)
"""Where there is no spool, a store that fails is tried again after these pauses."""


@dataclass(frozen=True, slots=True)
class _Spooled:
    """A picture that is made, and that the spool stores."""

    item: SpoolItem
    error: StorageError


_Outcome = Made | _Spooled | ImageSpeakError


class Making:
    """One request's pictures, step by step.

    The session is listed before anything is paid for, so that a store which is out of reach,
    full or closed to us costs nothing. Nothing is stored for a class or experiment that was
    deleted while it was being made.

    Args:
        services: What the use cases work with.
        request: The wish.
        teacher: Who asks, where it is a teacher: in a class or an experiment, nobody else may.
        on_begun: Told when all is ready to be made, and nothing is waited for any more.
        on_stored: Told of each picture as soon as it is stored; from several threads.
        job_id: The background job whose pictures these are; empty without one.
        sha: As `Errand.sha`.
    """

    def __init__(
        self,
        services: Services,
        request: ImageRequest,
        *,
        teacher: Teacher | None = None,
        on_begun: Callable[[], None] = lambda: None,
        on_stored: Callable[[MadeImage], None] = lambda _image: None,
        job_id: str = "",
        sha: str = "",
    ) -> None:
        self._services = services
        self._request = request
        self._errand = Errand(request, teacher, job_id, sha)
        self._on_begun = on_begun
        self._on_stored = on_stored
        self._outcomes: list[_Outcome] = []

    @property
    def is_safe(self) -> bool:
        """Whether all that waits to be stored outlives this process."""
        return all(one.item.is_safe for one in self._outcomes if isinstance(one, _Spooled))

    def go_on_with(self, spooled: Sequence[SpoolItem]) -> None:
        """Where nothing is made yet, make nothing but wait for what is, and lies in the spool."""
        if not self._outcomes:
            self._outcomes = [_Spooled(item, _away()) for item in spooled]

    def step(
        self,
        before_call: Callable[[], None] = lambda: None,
        *,
        there: list[StoredImage] | None = None,
    ) -> GenerationResult | Waits:
        """Make what is not made; later steps see whether it is stored.

        It waits for a slow model, too, see `wait_for_model`.

        Args:
            before_call: Called right before each call to the generator; what it raises ends that.
            there: The session's pictures, newest first, where they were listed just now.

        Raises:
            ClassLockedError: The id is one of a class or an experiment, and no teacher asks.
                Nothing was made.
            ClassGoneError, ExperimentGoneError: There is none with this id, or none any more.
            DocumentDamagedError: By subclass; it can't be read.
            InvalidRequestError: The generator does not offer the model. Nothing was made.
            DayLimitError: Today's number, room or money of all servers is used up.
            SessionFullError: The session has as many pictures as it may have. Nothing was made.
            RefusedError, ModelBusyError, ModelError: Every picture failed; the first one's error.
            ModelSilentError: Likewise; the model was not asked.
            StorageError: The store failed before anything was made, by subclass.
        """
        if not self._outcomes:
            if self._is_model_slow():
                return Waits("the model")
            self._outcomes = self._begin(before_call, there)
        return self._stored_or_waits()

    def _stored_or_waits(self) -> GenerationResult | Waits:
        self._outcomes = [self._as_it_is(outcome) for outcome in self._outcomes]
        if any(isinstance(outcome, _Spooled) for outcome in self._outcomes):
            return Waits("the store", LOOK_AGAIN_S)
        return self._result()

    def at_once(self) -> GenerationResult:
        """The same for those who do not wait.

        Raises:
            ImageSpeakError: As `step`.
            StorageError: What the store did not take; with `picture_kept` where there is a spool,
                which goes on with it. Without one the picture is lost.
        """
        self._outcomes = self._begin(lambda: None, None)
        made = self._stored_or_waits()
        return self._result() if isinstance(made, Waits) else made

    def _is_model_slow(self) -> bool:
        """Whether somebody's call is slow already, so that another had better wait for its end.

        Then the model answers again, or is known to be silent.
        """
        offer, breaker = (
            chosen_offer(self._services.generator, self._request),
            self._services.breaker,
        )
        return breaker is not None and breaker.is_slow(offer.model, offer.usual_s)

    def _begin(
        self, before_call: Callable[[], None], there: list[StoredImage] | None
    ) -> list[_Outcome]:
        services, request, errand = self._services, self._request, self._errand
        check_may_generate(services, request.session_id, errand.teacher)
        chosen_offer(services.generator, request)
        if trouble := services.spool and services.spool.trouble(KIND):
            raise trouble
        request = replace(request, seed=request.seed or services.draw_seed())
        services.store.check_room()
        keys = NewKeys(services.store, services.claims, request, now=services.now(), there=there)
        if services.room:
            with told(services.troubles):
                services.room.check(request, keys.listed)
        self._on_begun()

        def outcome(offset: int) -> _Outcome:
            try:
                single = request.single(offset)
                image = _image(services, single, before_call)
                picture = SpooledPicture(single, image, keys[offset], errand)
                return self._stored(picture, keys)
            except ImageSpeakError as error:
                return error

        if request.image_count == 1:
            return [outcome(0)]
        with within_request(), ThreadPoolExecutor(max_workers=request.image_count) as pool:
            made = [
                pool.submit(copy_context().run, outcome, offset)
                for offset in range(request.image_count)
            ]
            return [one.result() for one in made]

    def _stored(self, picture: SpooledPicture, keys: NewKeys) -> _Outcome:
        spool = self._services.spool
        if spool is None:
            return self._told(_without_spool(self._services, picture, keys))
        item = keep(spool, picture)
        try:
            made = store_picture(self._services, picture, keys)
        except StorageError as error:
            spool.leave(item, error)
            error.picture_kept = True
            return _Spooled(item, error)
        except BaseException as error:
            if isinstance(error, ImageSpeakError) and not isinstance(error, DocumentDamagedError):
                logger.warning("a picture is dropped: %s", error.code)
                spool.done(item)
            else:
                spool.leave(item)
            raise
        spool.done(item, made)
        return self._told(made)

    def _told(self, made: Made) -> Made:
        self._on_stored(made.image)
        return made

    def _as_it_is(self, outcome: _Outcome) -> _Outcome:
        if not isinstance(outcome, _Spooled) or not outcome.item.end.done():
            return outcome
        error = outcome.item.end.exception()
        if isinstance(error, ImageSpeakError):
            return error
        if error is not None:
            raise error
        made = outcome.item.end.result()
        return self._told(made) if isinstance(made, Made) else outcome.error

    def _result(self) -> GenerationResult:
        made = [one for one in self._outcomes if isinstance(one, Made)]
        if not made:
            error = next(_error(one) for one in self._outcomes if not isinstance(one, Made))
            if not any(isinstance(one, _Spooled) for one in self._outcomes):
                self._outcomes = []  # nothing was made
            raise error
        warnings = _warnings(self._outcomes)
        count = len(self._outcomes)
        for number, outcome in enumerate(self._outcomes, start=1):
            if not isinstance(outcome, Made):
                error = _error(outcome)
                lost = "saved" if isinstance(outcome, _Spooled) else "made"
                warnings.append(f"Picture {number} of {count} was not {lost}: {error}")
        images = sorted((one.image for one in made), key=lambda image: image.stored.key.order)
        # A listing may have begun before the last of them was there.
        pictures = {image.stored.key: image.stored for image in images}
        pictures |= {one.key: one for of_each in made for one in of_each.listed}
        return GenerationResult(
            tuple(images), tuple(warnings), tuple(newest_first(pictures.values()))
        )


def _error(outcome: _Spooled | ImageSpeakError) -> ImageSpeakError:
    return outcome.error if isinstance(outcome, _Spooled) else outcome


def _image(
    services: Services, request: ImageRequest, before_call: Callable[[], None]
) -> GeneratedImage:
    offer, breaker = chosen_offer(services.generator, request), services.breaker
    call = Call("picture", offer.model, request.session_id)
    with services.picture_calls.one(offer.price_usd, call, unmade=_NOTHING_WAS_SENT):
        before_call()
        with breaker.one(offer.model) if breaker else nullcontext():
            return services.generator.generate(request)


def _without_spool(services: Services, picture: SpooledPicture, keys: NewKeys) -> Made:
    try:
        return store_picture(services, picture, keys)
    except StorageError as error:
        last = error
    for pause_s in WITHOUT_SPOOL_AGAIN_S:
        services.wait(pause_s)
        try:
            return store_again(services, picture)
        except StorageError as error:
            last = error
    raise last


def _away() -> StorageError:
    error = StorageUnreachableError("The store does not take the picture now.")
    error.picture_kept = True
    return error


def _warnings(outcomes: Sequence[_Outcome]) -> list[str]:
    """What the makers say of their pictures, each once; of one picture alone with its number."""
    of_each = {
        number: outcome.warnings
        for number, outcome in enumerate(outcomes, start=1)
        if isinstance(outcome, Made)
    }
    found = [
        warning if all(warning in of for of in of_each.values()) else f"Picture {number}: {warning}"
        for number, of in of_each.items()
        for warning in of
    ]
    return list(dict.fromkeys(found))
