"""The use cases, the same behind the app and the Lambda: retrieve, generate, get or generate."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from imagespeak_core.access.makers import check_may_generate
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.changes import PicturesStored
from imagespeak_core.errors import ImageSpeakError, KeyTakenError, StorageError
from imagespeak_core.generators.base import chosen_offer
from imagespeak_core.models import (
    GenerationResult,
    ImageRequest,
    MadeImage,
    StoredImage,
)
from imagespeak_core.pictures.details import ImageDetails, embed, to_metadata
from imagespeak_core.pictures.made_once import made_once
from imagespeak_core.pictures.naming import ImageKey, check_session_id
from imagespeak_core.pictures.reservation import ReservedKeys
from imagespeak_core.pictures.unstored import UnstoredPicture
from imagespeak_core.services import Services
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)


def retrieve_images(services: Services, session_id: str) -> list[StoredImage]:
    """All pictures of a session, newest first; empty when it has none.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    return services.store.list_session(check_session_id(session_id))


def get_practice_image(
    services: Services, request: ImageRequest, *, teacher: Teacher | None = None
) -> StoredImage:
    """The session's newest picture; only where there is none, one is made.

    A picture that is there is given to everybody, in a class too, and costs one listing.

    Servers that share nothing but the store make one picture between them, see `made_once`.

    Raises:
        ImageSpeakError: As `generate_images`.
    """

    def look() -> StoredImage | None:
        return next(iter(retrieve_images(services, request.session_id)), None)

    def check() -> None:
        check_may_generate(services, request.session_id, teacher)

    def make() -> StoredImage:
        return generate_images(services, request, teacher=teacher).images[0].stored

    claim = f"{request.session_id}_first"
    return made_once(services, claim, look=look, make=make, check=check)


def generate_images(
    services: Services,
    request: ImageRequest,
    *,
    teacher: Teacher | None = None,
    on_stored: Callable[[MadeImage], None] | None = None,
) -> GenerationResult:
    """Make and store the pictures of a request, side by side.

    The keys are reserved before anything is paid for, so that a store which is out of reach,
    full or closed to us costs nothing. Each picture is stored as soon as it is there; one that the
    store does not take is kept, and stored when the same is asked for again; so is one whose class
    or experiment was deleted while it was being made: nothing is stored for what is gone.

    Args:
        services: What the use cases work with.
        request: The wish.
        teacher: Who asks, where it is a teacher: in a class or an experiment, nobody else may.
        on_stored: Told of each picture as soon as it is stored; from several threads.

    Raises:
        ClassLockedError: The id is one of a class or an experiment, and no teacher asks. Nothing
            was made.
        ClassGoneError, ExperimentGoneError: There is none with this id, or none any more.
        DocumentDamagedError: By subclass; it can't be read. Nothing was made.
        InvalidRequestError: The generator does not offer the model. Nothing was made.
        DayLimitError: Today's number is used up.
        RefusedError, ModelBusyError, ModelError: Every picture failed; the first one's error.
        StorageError: The store failed, by subclass; `picture_kept` where it was after the making.
    """
    check_may_generate(services, request.session_id, teacher)
    chosen_offer(services.generator, request)
    asked = request
    request = replace(request, seed=request.seed or services.draw_seed())
    with ReservedKeys(services.store, services.claims, request, now=services.now()) as keys:
        singles = [request.single(offset) for offset in range(request.image_count)]

        def make(offset: int) -> _Made:
            picture = services.unstored.take(asked, offset) or _make(services, singles[offset])
            try:
                check_may_generate(services, request.session_id, teacher)  # it takes long to make
                made = _store(services.store, picture, keys[offset], keys)
            except ImageSpeakError as error:
                services.unstored.keep(asked, offset, picture)
                if isinstance(error, StorageError):
                    error.picture_kept = True
                raise
            services.changes.tell(PicturesStored((made.image.stored,)))
            if on_stored:
                on_stored(made.image)
            return made

        outcomes = _side_by_side(make, request.image_count)
    return _result(request, outcomes)


@dataclass(frozen=True, slots=True)
class _Made:
    image: MadeImage
    warnings: tuple[str, ...]


_Outcome = _Made | ImageSpeakError


def _side_by_side(work: Callable[[int], _Made], count: int) -> list[_Outcome]:
    def outcome(offset: int) -> _Outcome:
        try:
            return work(offset)
        except ImageSpeakError as error:
            return error

    if count == 1:
        return [outcome(0)]
    with ThreadPoolExecutor(max_workers=count) as pool:
        return list(pool.map(outcome, range(count)))


def _make(services: Services, request: ImageRequest) -> UnstoredPicture:
    with services.daily_limit.one():
        return UnstoredPicture(request, services.generator.generate(request))


def _store(
    store: PictureStore, picture: UnstoredPicture, key: ImageKey, keys: ReservedKeys
) -> _Made:
    image = picture.image
    while True:
        details = ImageDetails.of(key, picture.request, image)
        png = embed(image.png, details, scene=image.scene)
        try:
            stored = store.put(key, png, to_metadata(details))
        except KeyTakenError:
            key = keys.another()  # each is newer than all that is listed, so this ends
        else:
            made = MadeImage(stored, image.seed, image.model, image.duration_ms)
            return _Made(made, image.warnings)


def _warnings(outcomes: Sequence[_Outcome]) -> list[str]:
    """What the makers say of their pictures, each once; of one picture alone with its number."""
    of_each = {
        number: outcome.warnings
        for number, outcome in enumerate(outcomes, start=1)
        if isinstance(outcome, _Made)
    }
    found = [
        warning if all(warning in of for of in of_each.values()) else f"Picture {number}: {warning}"
        for number, of in of_each.items()
        for warning in of
    ]
    return list(dict.fromkeys(found))


def _result(request: ImageRequest, outcomes: Sequence[_Outcome]) -> GenerationResult:
    made = [outcome for outcome in outcomes if isinstance(outcome, _Made)]
    if not made:
        raise next(outcome for outcome in outcomes if isinstance(outcome, ImageSpeakError))
    warnings = _warnings(outcomes)
    for number, outcome in enumerate(outcomes, start=1):
        if isinstance(outcome, ImageSpeakError):
            logger.warning("picture %d of %d failed: %s", number, len(outcomes), outcome.code)
            kept = isinstance(outcome, StorageError) and outcome.picture_kept
            lost = "saved" if kept else "made"
            warnings.append(f"Picture {number} of {request.image_count} was not {lost}: {outcome}")
    images = sorted((one.image for one in made), key=lambda image: image.stored.key.order)
    return GenerationResult(tuple(images), tuple(warnings))
