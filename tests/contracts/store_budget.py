"""What every store must keep: servers that share it spend one budget."""

from __future__ import annotations

from datetime import datetime

from imagespeak_core.spending.budget_document import SpentMonth, month_of, name_of
from tests.contracts.spending_racers import CALLERS, CALLS, PRICE_USD, SERVERS, budget_on, call
from tests.contracts.store_backend import Backend


class BudgetContract:
    """Racing servers, and those that come later."""

    def test_of_104_callers_in_8_processes_exactly_10_make_their_call(
        self, backend: Backend
    ) -> None:
        made = backend.race_spending()
        assert (len(made), SERVERS * CALLERS, sum(made)) == (8, 104, 10)
        month = month_of(_store_now(backend).date())
        content = backend.read(name_of(month))
        assert content
        assert SpentMonth.from_json(content, month=month).total == CALLS * 40_000
        later = budget_on(backend.new_blobs())
        assert not call(later), "a restart begins nothing anew"
        assert later.standing().month_usd == CALLS * PRICE_USD

    def test_what_is_not_used_is_there_for_others(self, backend: Backend) -> None:
        first, second = budget_on(backend.new_blobs()), budget_on(backend.new_blobs())
        for number in range(CALLS // 2):
            assert call(first), number
            assert call(second), number
        assert not call(first)
        first.close()
        second.close()
        assert first.standing() == second.standing()


def _store_now(backend: Backend) -> datetime:
    return backend.new_blobs().now()
