"""How much of the budget is spent, for people: asked now and then, and waited for only shortly."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from imagespeak_core.errors import BudgetDamagedError, ImageSpeakError

logger = logging.getLogger(__name__)

KNOWN_FOR_S = 10.0
"""For so long an answer is not asked for again, nor where there was none."""
WAIT_S = 1.0
"""A store that is slower is not waited for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is spent, in US dollars.

    Attributes:
        today_usd: Today (UTC).
        month_usd: This month.
        day_limit_usd: None for any sum.
        month_limit_usd: Likewise.
    """

    today_usd: Decimal
    month_usd: Decimal
    day_limit_usd: Decimal | None
    month_limit_usd: Decimal | None

    @property
    def left_usd(self) -> Decimal | None:
        """What may still be spent now, at least 0; None for any sum."""
        pairs = ((self.day_limit_usd, self.today_usd), (self.month_limit_usd, self.month_usd))
        left = [limit - spent for limit, spent in pairs if limit is not None]
        return max(Decimal(0), min(left)) if left else None

    def is_month_short_of(self, cost_usd: Decimal) -> bool:
        """Whether the month leaves less than something costs."""
        limit_usd = self.month_limit_usd
        return limit_usd is not None and limit_usd - self.month_usd < cost_usd


class Standings:
    """Remembers how much is spent. Safe for threads.

    Args:
        ask: Asks the store; may raise an ImageSpeakError, and may take long.
        moves: Another number each time that something was spent here: what is known is old then.
        monotonic: Seconds that only go up.
    """

    def __init__(
        self,
        ask: Callable[[], Standing],
        *,
        moves: Callable[[], int],
        monotonic: Callable[[], float],
    ) -> None:
        self._ask = ask
        self._moves = moves
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._known: Standing | BudgetDamagedError | None = None
        self._known_s: float | None = None
        self._known_moves = 0
        self._asked: threading.Event | None = None
        self._asked_s = 0.0

    def now(self) -> Standing | BudgetDamagedError | None:
        """What is spent; by other servers, as it was at most some seconds ago.

        None where the store is away or slow; an error where nothing that costs money can be made
        until the owner mends what is written down.
        """
        with self._lock:
            now_s = self._monotonic()
            is_new = self._known_s is not None and now_s - self._known_s < KNOWN_FOR_S
            if is_new and self._known_moves == self._moves():
                return self._known
            asked = self._asked
            if asked is None:
                asked = self._asked = threading.Event()
                self._asked_s = now_s
                threading.Thread(
                    target=self._look, args=(asked,), name="budget-standing", daemon=True
                ).start()
            wait_s = max(0.0, self._asked_s + WAIT_S - now_s)
        asked.wait(wait_s)
        with self._lock:
            return self._known if asked.is_set() else None

    def _look(self, asked: threading.Event) -> None:
        found: Standing | BudgetDamagedError | None = None
        moves = self._moves()
        try:
            found = self._ask()
        except BudgetDamagedError as error:
            found = error
        except ImageSpeakError as error:
            logger.info("what is spent could not be read: %s", error.code)
        finally:
            with self._lock:
                self._known, self._known_s = found, self._monotonic()
                self._known_moves = moves
                self._asked = None
            asked.set()
