"""A visitor's share: how fast one browser may have pictures made, so that others have their turn.

A visitor is a browser, never an address: a class of 30 behind one address is 30 visitors. What
is counted here slows a visitor down; what it may cost is bounded elsewhere, see `spending`.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable

from imagespeak_core.errors import (
    BudgetDamagedError,
    ClaimLostError,
    DayLimitError,
    InvalidRequestError,
    ModelSilentError,
    SessionFullError,
    StorageError,
    VisitorShareError,
)
from imagespeak_core.spending.daily_limit import NOTHING_WAS_MADE

AT_ONCE = 20
"""So many pictures a visitor may ask for at once."""

ANOTHER_AFTER_S = 15.0
"""And one more each time that so many seconds have passed, up to `AT_ONCE` again."""

MAX_VISITORS = 10_000

_ROUNDING_S = 0.001
_MADE_NOTHING = (
    *NOTHING_WAS_MADE,
    BudgetDamagedError,
    ClaimLostError,
    DayLimitError,
    InvalidRequestError,
    ModelSilentError,
    SessionFullError,
)


class VisitorShares:
    """A token bucket for each visitor, in the memory of this process. Safe for threads.

    At most `MAX_VISITORS` are remembered; who has not taken for longest is forgotten first.

    Args:
        monotonic: A clock in seconds that never goes back.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._full_at_s: dict[str, float] = {}  # when each bucket is full again; oldest first

    def take(self, visitor: str, pictures: int) -> None:
        """Take so many pictures from a visitor's share, if there are so many left.

        Args:
            visitor: Stands for a browser; empty for somebody who has no share, and no limit.
            pictures: 1 up to `AT_ONCE`.

        Raises:
            VisitorShareError: There are not so many left; nothing was taken.
        """
        if not visitor:
            return
        with self._lock:
            now_s = self._monotonic()
            full_at_s = max(now_s, self._full_at_s.get(visitor, now_s))
            full_at_s += pictures * ANOTHER_AFTER_S
            wait_s = full_at_s - now_s - AT_ONCE * ANOTHER_AFTER_S
            if wait_s > _ROUNDING_S:
                raise _too_fast(math.ceil(wait_s - _ROUNDING_S))
            self._full_at_s.pop(visitor, None)
            self._full_at_s[visitor] = full_at_s
            if len(self._full_at_s) > MAX_VISITORS:
                del self._full_at_s[next(iter(self._full_at_s))]

    def settle(self, visitor: str, pictures: int, error: Exception | None) -> None:
        """Give back what was taken where its end says that surely nothing was made.

        Args:
            visitor: As it was taken.
            pictures: As they were taken.
            error: What it ended with; None where all is well.
        """
        if not _made_nothing(error):
            return
        with self._lock:
            if visitor in self._full_at_s:
                self._full_at_s[visitor] -= pictures * ANOTHER_AFTER_S


def _made_nothing(error: Exception | None) -> bool:
    if isinstance(error, StorageError):
        return not error.picture_kept
    return isinstance(error, _MADE_NOTHING)


def _too_fast(wait_s: int) -> VisitorShareError:
    seconds = "1 second" if wait_s == 1 else f"{wait_s} seconds"
    return VisitorShareError(
        f"You made many pictures in a short time. Please wait {seconds}, then press again.",
        retry_after_s=wait_s,
    )
