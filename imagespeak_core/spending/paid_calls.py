"""Around every call that may cost something: this process's number, and everybody's money."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from decimal import Decimal

from imagespeak_core.errors import DayLimitError
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.daily_limit import NOTHING_WAS_MADE, DailyLimit


class PaidCalls:
    """Calls of one sort.

    Args:
        limit: How many this process may make.
        budget: What all servers together may spend; None for any sum.
        are_pictures: Whether they make pictures: for the words at the end of the money.
    """

    def __init__(
        self, limit: DailyLimit, budget: Budget | None = None, *, are_pictures: bool = True
    ) -> None:
        self._limit = limit
        self._budget = budget
        self._are_pictures = are_pictures

    @contextmanager
    def one(
        self,
        price_usd: Decimal | None,
        *,
        unmade: tuple[type[Exception], ...] = NOTHING_WAS_MADE,
    ) -> Iterator[None]:
        """Around one call. One that surely made nothing counts for nothing.

        Args:
            price_usd: The most that it costs; None where nobody knows.
            unmade: The errors after which surely nothing was made.

        Raises:
            DayLimitError, BudgetSpentError: It may not be made; the body did not run.
            StorageError, BudgetDamagedError: Nobody knows what is spent already; likewise.
        """
        with self._reserved(price_usd, unmade), self._limit.one(unmade=unmade):
            yield

    def _reserved(
        self, price_usd: Decimal | None, unmade: tuple[type[Exception], ...]
    ) -> AbstractContextManager[None]:
        """Around the number, so that a call which has no money is not counted."""
        if self._budget is None:
            return nullcontext()
        return self._budget.one(
            price_usd, unmade=(*unmade, DayLimitError), is_picture=self._are_pictures
        )
