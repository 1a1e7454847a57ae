"""Servers that spend the same budget at the same moment, each with many callers.

It loads everything once, forks, and tells as JSON how many calls each process made.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from functools import partial

from imagespeak_core.errors import BudgetSpentError
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import Limits
from imagespeak_core.stores.blobs import Blobs
from tests.contracts.places import blobs_at

SERVERS = 8
CALLERS = 13
"""Of each server."""
PRICE_USD = Decimal("0.04")
CALLS = 10
"""So many the budget is for."""

_LONGEST_WAIT_S = 60
_FORK = multiprocessing.get_context("fork")
_together = _FORK.Barrier(SERVERS)


def budget_on(blobs: Blobs) -> Budget:
    limits = Limits.of(PRICE_USD * CALLS, PRICE_USD * CALLS * 2)
    return Budget(blobs, limits, dearest_usd=PRICE_USD)


def main(kind: str, place: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"  # else macOS is asked, which a fork may not do
    with ProcessPoolExecutor(SERVERS, mp_context=_FORK) as pool:
        made = pool.map(partial(_spend, kind, place), range(SERVERS))
        json.dump([{"made": number} for number in made], sys.stdout)


def _spend(kind: str, place: str, _: int) -> int:
    blobs = blobs_at(kind, place)
    budget = budget_on(blobs)
    blobs.read("budgets/nothing")
    with ThreadPoolExecutor(CALLERS) as pool:
        _together.wait(_LONGEST_WAIT_S)
        return sum(pool.map(lambda _: call(budget), range(CALLERS)))


def call(budget: Budget) -> bool:
    try:
        with budget.one(PRICE_USD, unmade=()):
            return True
    except BudgetSpentError:
        return False


if __name__ == "__main__":
    main(*sys.argv[1:])
