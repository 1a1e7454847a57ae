"""One cell: found in the store, or made and paid for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.lab.canonical import find_made, remember_made
from imagespeak_core.lab.experiment import CellResult, ExperimentState
from imagespeak_core.pictures.made_once import made_once
from imagespeak_core.pictures.use_cases import generate_images
from imagespeak_core.services import Services


def find_or_make(
    services: Services,
    teacher: Teacher,
    state: ExperimentState,
    number: int,
    *,
    monotonic: Callable[[], float],
) -> CellResult:
    """The picture of a cell; a stored one unless the cell is to be made anew.

    Experiments that want the same new picture, on whatever servers, pay for it once, see
    `made_once`.

    Args:
        services: What the use cases work with.
        teacher: Who asks.
        state: The experiment.
        number: Which cell.
        monotonic: A clock in seconds that never goes back.

    Raises:
        ImageSpeakError: As `generate_images`.
    """
    started_s = monotonic()
    sha = state.cells[number].sha

    def look() -> CellResult | None:
        return _found(services, sha, monotonic=monotonic, started_s=started_s)

    def make() -> CellResult:
        return _made(services, teacher, state, number, monotonic=monotonic, started_s=started_s)

    if state.cells[number].anew:
        return make()
    return made_once(services, claim_name(sha), look=look, make=make)


def claim_name(sha: str) -> str:
    """What is claimed in the store while the picture of a request is being made."""
    return f"request_{sha}"


def _made(
    services: Services,
    teacher: Teacher,
    state: ExperimentState,
    number: int,
    *,
    monotonic: Callable[[], float],
    started_s: float,
) -> CellResult:
    cell = state.cells[number]
    made = generate_images(services, state.request(number), teacher=teacher)
    image = made.images[0]
    total_ms = _ms(monotonic() - started_s)
    remember_made(services.documents, cell.sha, image.stored.key)
    return CellResult(
        key=str(image.stored.key),
        size_bytes=image.stored.size_bytes,
        seed=image.seed,
        model_ms=image.duration_ms,
        total_ms=total_ms,
        price_usd=cell.price_usd,
        warnings=made.warnings,
    )


def _found(
    services: Services, sha: str, *, monotonic: Callable[[], float], started_s: float
) -> CellResult | None:
    image = find_made(services, sha)
    if image is None:
        return None
    try:
        details = services.store.details(image.key)
    except ImageNotFoundError:
        return None  # deleted this very moment
    return CellResult(
        key=str(image.key),
        size_bytes=image.size_bytes,
        seed=details.seed,
        model_ms=details.duration_ms,
        total_ms=_ms(monotonic() - started_s),
        price_usd=Decimal(0),
        from_store=True,
    )


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
