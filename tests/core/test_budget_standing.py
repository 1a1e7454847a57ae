"""How much is spent, as people see it: seldom asked, never long waited for."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest

from imagespeak_core.errors import BudgetDamagedError, StorageUnreachableError
from imagespeak_core.spending import standing as standing_module
from imagespeak_core.spending.standing import KNOWN_FOR_S, Standing, Standings
from tests.patience import until

SPENT = Standing(Decimal("1.12"), Decimal("31.40"), Decimal(12), None)


class Asked:
    """A store that is asked, and a clock."""

    def __init__(self) -> None:
        self.times = 0
        self.now_s = 100.0
        self.moves = 0
        self.is_away = self.spends_meanwhile = False
        self.damage: BudgetDamagedError | None = None
        self.open = threading.Event()
        self.open.set()
        self.standings = Standings(self.ask, moves=lambda: self.moves, monotonic=lambda: self.now_s)

    def ask(self) -> Standing:
        self.times += 1
        assert self.open.wait(60)
        self.moves += self.spends_meanwhile
        if self.is_away:
            raise StorageUnreachableError("Away.")
        if self.damage:
            raise self.damage
        return SPENT


def test_it_is_asked_once_in_a_while() -> None:
    asked = Asked()
    for _ in range(5):
        assert asked.standings.now() == SPENT
    asked.now_s += KNOWN_FOR_S - 0.1
    asked.standings.now()
    assert asked.times == 1
    asked.now_s += 0.2
    assert asked.standings.now() == SPENT
    assert asked.times == 2


def test_it_is_asked_anew_when_something_was_spent_here() -> None:
    asked = Asked()
    asked.standings.now()
    asked.moves += 1
    for _ in range(3):
        assert asked.standings.now() == SPENT
    assert asked.times == 2


def test_what_is_spent_while_the_store_is_asked_is_asked_for_again() -> None:
    asked = Asked()
    asked.spends_meanwhile = True
    asked.standings.now()
    asked.spends_meanwhile = False
    asked.standings.now()
    asked.standings.now()
    assert asked.times == 2


def test_a_store_that_is_away_is_not_asked_at_each_run_either() -> None:
    asked = Asked()
    asked.is_away = True
    for _ in range(5):
        assert asked.standings.now() is None
    assert asked.times == 1
    asked.now_s += KNOWN_FOR_S
    asked.is_away = False
    assert asked.standings.now() == SPENT


def test_what_is_damaged_is_told_until_it_is_mended() -> None:
    asked = Asked()
    asked.damage = BudgetDamagedError("Damaged.")
    for _ in range(3):
        assert asked.standings.now() is asked.damage
    assert asked.times == 1
    asked.damage = None
    asked.now_s += KNOWN_FOR_S
    assert asked.standings.now() == SPENT


def test_a_slow_store_holds_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_module, "WAIT_S", 0.0)
    asked = Asked()
    asked.open.clear()
    for _ in range(5):
        assert asked.standings.now() is None
    asked.open.set()
    until(lambda: asked.standings.now() == SPENT)
    assert asked.times == 1


def test_what_is_left_is_the_less_of_both() -> None:
    assert SPENT.left_usd == Decimal("10.88")
    assert not SPENT.is_month_short_of(Decimal(11))
    both = Standing(Decimal(1), Decimal(31), Decimal(12), Decimal(32))
    assert (both.left_usd, both.is_month_short_of(Decimal("1.01"))) == (Decimal(1), True)
    assert not both.is_month_short_of(Decimal(1))
    over = Standing(Decimal(13), Decimal(13), Decimal(12), None)
    assert over.left_usd == Decimal(0)
    month = Standing(Decimal(1), Decimal(2), None, Decimal(3))
    assert (month.left_usd, month.is_month_short_of(Decimal(2))) == (Decimal(1), True)


def test_where_both_are_short_it_is_the_month() -> None:
    both = Standing(Decimal(3), Decimal(8), Decimal(3), Decimal(10))
    assert both.left_usd == 0
    assert both.is_month_short_of(Decimal(3))
