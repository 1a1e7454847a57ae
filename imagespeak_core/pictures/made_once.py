"""Look, claim, wait, make: one picture between servers that share nothing but the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from imagespeak_core.pictures.reservation import give_back
from imagespeak_core.services import Services

LOOK_AGAIN_S = 2.0
LONGEST_GENERATION_S = 180.0

_T = TypeVar("_T")


def made_once(
    services: Services,
    claim: str,
    *,
    look: Callable[[], _T | None],
    make: Callable[[], _T],
    check: Callable[[], None] = lambda: None,
) -> _T:
    """What is there already; else it is made, by whoever claims it, while the others wait.

    Nothing is made without a look after the claim. A claim that a crash left behind holds the
    others up for `LONGEST_GENERATION_S`, once; then it is made without one, and given back.

    Args:
        services: Where it is claimed, and how one waits.
        claim: The name that stands for it.
        look: Gives what is there; None where it has to be made.
        make: Makes it.
        check: Raises where it must not be made; asked before each try to claim it.

    Raises:
        ImageSpeakError: As `look`, `check` and `make`, or the store failed.
    """
    for _ in range(int(LONGEST_GENERATION_S / LOOK_AGAIN_S)):
        found = look()
        if found is not None:
            return found
        check()
        if services.claims.claim(claim):
            break
        services.wait(LOOK_AGAIN_S)
    try:
        # Between the look and the claim, somebody else may have finished.
        found = look()
        return make() if found is None else found
    finally:
        give_back(services.claims, [claim])
