"""The use cases, the same behind the app and the Lambda: retrieve, generate, get or generate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imagespeak_core.access.makers import check_may_generate
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.models import GenerationResult, ImageRequest, MadeImage, StoredImage
from imagespeak_core.pictures.made_once import MadeOnce, Waits, wait_for
from imagespeak_core.pictures.making import Making
from imagespeak_core.pictures.naming import check_session_id
from imagespeak_core.pictures.spooled import pending
from imagespeak_core.services import Services
from imagespeak_core.spool.spool import SpoolItem


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
    """The session's newest picture, see `practice_errand`; who waits for others waits here.

    Raises:
        ImageSpeakError: As `generate_images`.
    """
    return wait_for(services, practice_errand(services, request, teacher=teacher))[0]


def practice_errand(
    services: Services,
    request: ImageRequest,
    *,
    teacher: Teacher | None = None,
    was_looked: bool = False,
    making: Making | None = None,
) -> MadeOnce[Sequence[StoredImage]]:
    """The session's pictures, newest first; only where there is none, one is made.

    A picture that is there is given to everybody, in a class too, and costs one listing. One that
    is made and lies in the spool here is waited for.

    Servers that share nothing but the store make one picture between them, see `MadeOnce`.

    Args:
        services: What the use cases work with.
        request: The wish.
        teacher: Who asks, where it is a teacher.
        was_looked: The session had no picture a moment ago.
        making: Makes it; without one that is the request's own.
    """
    errand = making or Making(services, request, teacher=teacher)
    spooled: list[SpoolItem] = []

    def look() -> Sequence[StoredImage] | None:
        # Before the store is asked: what is stored meanwhile is found there.
        spooled[:] = [
            item
            for item, one in pending(services.spool)
            if one.asked.session_id == request.session_id
        ]
        return retrieve_images(services, request.session_id) or None

    def check() -> None:
        check_may_generate(services, request.session_id, teacher)

    def make(before_call: Callable[[], None]) -> Sequence[StoredImage] | Waits:
        errand.go_on_with(spooled)
        made = errand.step(before_call, there=[])
        return made if isinstance(made, Waits) else made.listed

    claim = f"{request.session_id}_first"
    return MadeOnce(services, claim, look=look, make=make, check=check, was_looked=was_looked)


def generate_images(
    services: Services,
    request: ImageRequest,
    *,
    teacher: Teacher | None = None,
    on_stored: Callable[[MadeImage], None] = lambda _image: None,
) -> GenerationResult:
    """Make and store the pictures of a request, side by side, see `Making`.

    Args:
        services: What the use cases work with.
        request: The wish.
        teacher: Who asks, where it is a teacher: in a class or an experiment, nobody else may.
        on_stored: Told of each picture as soon as it is stored; from several threads.

    Raises:
        ImageSpeakError: As `Making.step`.
        StorageError: The store failed, by subclass; with `picture_kept` where it was after the
            making and there is a spool, which goes on with it. Without one the picture is lost.
    """
    return Making(services, request, teacher=teacher, on_stored=on_stored).at_once()
