"""Around every call that may cost something: number, money, and what the owner is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from decimal import Decimal

from imagespeak_core.errors import (
    ClaimLostError,
    DayLimitError,
    ModelSilentError,
    StorageError,
)
from imagespeak_core.operations.calls import NOTHING_USD, Call, Calls
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.daily_limit import NOTHING_WAS_MADE, DailyLimit

_NOT_ASKED = (ClaimLostError, ModelSilentError, StorageError)
"""What may be in the way of a call that is let through; no model was asked then."""


class PaidCalls:
    """Calls of one sort.

    Args:
        limit: How many this process may make.
        budget: What all servers together may spend; None for any sum.
        are_pictures: Whether they make pictures: for the words at the end of the money.
        calls: Tells of each.
    """

    def __init__(
        self,
        limit: DailyLimit,
        budget: Budget | None = None,
        *,
        are_pictures: bool = True,
        calls: Calls | None = None,
    ) -> None:
        self._limit = limit
        self._budget = budget
        self._are_pictures = are_pictures
        self._calls = calls or Calls()

    @contextmanager
    def one(
        self,
        price_usd: Decimal | None,
        call: Call,
        *,
        unmade: tuple[type[Exception], ...] = NOTHING_WAS_MADE,
    ) -> Iterator[None]:
        """Around one call. One that surely made nothing counts for nothing.

        Args:
            price_usd: The most that it costs; None where nobody knows.
            call: What is called, for the log.
            unmade: The errors after which surely nothing was made.

        Raises:
            DayLimitError, BudgetSpentError: It may not be made; the body did not run.
            StorageError, BudgetDamagedError: Nobody knows what is spent already; likewise.
        """
        with (
            self._calls.one(call) as running,
            self._reserved(price_usd, unmade),
            self._limit.one(unmade=unmade),
        ):
            running.begins(price_usd)
            try:
                yield
            except unmade as error:
                running.is_unpaid()
                running.has_begun = not isinstance(error, _NOT_ASKED)
                raise

    @contextmanager
    def free(self, call: Call) -> Iterator[None]:
        """Around a call that costs nothing, and is not counted: for the log alone."""
        with self._calls.one(call) as running:
            running.begins(NOTHING_USD)
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
