"""One cell: found in the store, or made and paid for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.lab.canonical import find_made
from imagespeak_core.lab.experiment import CellResult, ExperimentState
from imagespeak_core.pictures.made_once import MadeOnce, Waits
from imagespeak_core.pictures.making import Making
from imagespeak_core.pictures.spooled import pending
from imagespeak_core.services import Services
from imagespeak_core.spool.spool import SpoolItem


def cell_errand(
    services: Services,
    teacher: Teacher,
    state: ExperimentState,
    number: int,
    *,
    before_call: Callable[[], None],
    monotonic: Callable[[], float],
) -> MadeOnce[CellResult]:
    """Gives the picture of a cell; a stored one unless the cell is to be made anew.

    Experiments that want the same new picture, on whatever servers, pay for it once, see
    `MadeOnce`.

    Args:
        services: What the use cases work with.
        teacher: Who asks.
        state: The experiment.
        number: Which cell.
        before_call: Called right before anything is paid; what it raises ends the errand.
        monotonic: A clock in seconds that never goes back.
    """
    started_s = monotonic()
    cell = state.cells[number]
    making = cache(lambda: Making(services, state.request(number), teacher=teacher, sha=cell.sha))
    spooled: list[SpoolItem] = []

    def look() -> CellResult | None:
        if cell.anew:
            return None
        # Before the store is asked: what is stored meanwhile is found there.
        spooled[:] = [item for item, one in pending(services.spool) if one.sha == cell.sha][:1]
        return _found(services, cell.sha, monotonic=monotonic, started_s=started_s)

    def make(check_claim: Callable[[], None]) -> CellResult | Waits:
        def check() -> None:
            check_claim()
            before_call()

        making().go_on_with(spooled)
        made = making().step(check)
        if isinstance(made, Waits):
            return made
        image = made.images[0]
        return CellResult(
            key=str(image.stored.key),
            size_bytes=image.stored.size_bytes,
            seed=image.seed,
            model_ms=image.duration_ms,
            total_ms=_ms(monotonic() - started_s),
            price_usd=cell.price_usd,
            warnings=made.warnings,
        )

    return MadeOnce(services, claim_name(cell.sha), look=look, make=make)


def claim_name(sha: str) -> str:
    """What is claimed in the store while the picture of a request is being made."""
    return f"request_{sha}"


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
