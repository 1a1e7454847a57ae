"""Look, claim, make: one picture between servers that share nothing but the store.

Who has to wait holds no thread meanwhile: a step says for how long, and why, and is done again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from imagespeak_core.errors import ClaimLostError, StorageError
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import Claim

logger = logging.getLogger(__name__)

LOOK_AGAIN_S = 2.0

WhyWait = Literal["another server", "the store", "the model"]
"""Another server makes it; it is made, and the store does not take it; the model is slow to answer
somebody else."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Waits:
    """Nothing can be done just now.

    Attributes:
        why: For a person.
        again_s: After so many seconds it is worth another step.
    """

    why: WhyWait
    again_s: float = LOOK_AGAIN_S


class MadeOnce(Generic[_T]):
    """What is there already; else it is made, by whoever claims it, while the others wait.

    Nothing is made without the claim, nor without a look after it was taken.

    Args:
        services: Where it is claimed.
        claim: The name that stands for it.
        look: Gives what is there; None where it has to be made.
        make: Makes it. What it gets is to be called right before anything is paid: it raises
            ClaimLostError where somebody else has taken the claim over. It may wait, too: the
            claim is then kept.
        check: Raises where it must not be made; asked before each try to claim it.
        was_looked: Nothing was there a moment ago, so that the first look is spared.
    """

    def __init__(
        self,
        services: Services,
        claim: str,
        *,
        look: Callable[[], _T | None],
        make: Callable[[Callable[[], None]], _T | Waits],
        check: Callable[[], None] = lambda: None,
        was_looked: bool = False,
    ) -> None:
        self._claims = services.claims
        self._name = claim
        self._look = look
        self._make = make
        self._check = check
        self._was_looked = was_looked
        self._has_waited = False
        self._may_be_there = False
        self._held: Claim | None = None

    def step(self) -> _T | Waits:
        """Go on as far as it goes now.

        A result comes while the claim may still be held, so that nobody waits for a store to take
        that back: hand the result on, then `give_up`.

        Raises:
            ImageSpeakError: As `look`, `check` and `make`, or the store failed. The claim is
                given back.
        """
        try:
            return self._step()
        except BaseException:
            self.give_up()
            raise

    def give_up(self) -> None:
        """Give the claim back, if it is held; one that can't be is soon somebody else's."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            held.release()
        except StorageError:
            logger.warning("a claim could not be given back")
        except Exception:
            logger.exception("a claim could not be given back by our own mistake")

    def _step(self) -> _T | Waits:
        if self._held is None:
            found = None if self._was_looked else self._look()
            self._was_looked = False
            if found is not None:
                return found
            self._check()
            take = self._claims.take_over if self._has_waited else self._claims.take
            self._held = take(self._name)
            self._has_waited = True
            if self._held is None:
                return Waits("another server")
            self._may_be_there = True
        # Between a look and the claim, or while a model was slow, somebody else may have finished.
        if self._may_be_there:
            found = self._look()
            if found is not None:
                return found
        try:
            made = self._make(self._held.check)
        except ClaimLostError as lost:
            if lost.name != self._name:
                raise  # what was asked for was lost, not the claim
            self._held = None
            return Waits("another server", 0.0)
        self._may_be_there = isinstance(made, Waits) and made.why == "the model"
        return made


def wait_for(services: Services, errand: MadeOnce[_T]) -> _T:
    """Step by step to its end, in this thread.

    Raises:
        ImageSpeakError: As `MadeOnce.step`.
    """
    try:
        while isinstance(made := errand.step(), Waits):
            services.wait(made.again_s)
    finally:
        errand.give_up()
    return made
