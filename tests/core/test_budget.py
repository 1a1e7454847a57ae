"""One budget for all servers: what they spend together never passes it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal

import pytest

from imagespeak_core.errors import (
    BudgetDamagedError,
    BudgetSpentError,
    DayLimitError,
    ImageSpeakError,
    ModelBusyError,
    ModelTimeoutError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.spending.budget import IDLE_S, MOST_CALLS, SHARE, Budget
from imagespeak_core.spending.budget_document import Limits, SpentMonth
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.stores.blobs import Blob, Written
from tests.fakes import A_CALL, HandClock
from tests.memory_blobs import MemoryBlobs

NAME = "budgets/2026-11.json"
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
CORE, ULTRA = Decimal("0.04"), Decimal("0.14")
UNMADE = (ModelBusyError,)


class AwayBlobs(MemoryBlobs):
    """A store that is away when it is told so; a lost answer is one of a write that was done."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble: Literal["", "away", "lost answers", "no reads", "no writes"] = ""
        self.reads = self.writes = 0

    def read(self, name: str) -> Blob | None:
        self.reads += 1
        if self.trouble == "away":
            raise StorageUnreachableError("The store is away.")
        if self.trouble == "no reads":
            raise StorageAccessError("Allow it.")
        return super().read(name)

    def create(
        self, name: str, content: bytes, *, content_type: str, metadata: object = None
    ) -> Written:
        return self._answered(lambda: MemoryBlobs.create(self, name, content, content_type="x"))

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        return self._answered(
            lambda: MemoryBlobs.replace(self, name, content, content_type="x", version=version)
        )

    def _answered(self, write: Callable[[], Written]) -> Written:
        self.writes += 1
        if self.trouble == "away":
            raise StorageUnreachableError("The store is away.")
        if self.trouble == "no writes":
            raise StorageAccessError("Allow it.")
        written = write()
        if self.trouble == "lost answers":
            raise StorageTimeoutError("The store took too long.")
        return written


class Place:
    """A store with its clock, and the servers on it."""

    def __init__(self, day_usd: str | None = "12", month_usd: str | None = None) -> None:
        self.blobs = AwayBlobs()
        self.clock = HandClock(NOON)
        self.blobs.now = self.clock
        self.monotonic_s = 1000.0
        self.waiting: list[Callable[[], object]] = []
        self._limits = [None if usd is None else Decimal(usd) for usd in (day_usd, month_usd)]

    def server(self, *, leases_blocks: bool = True) -> Budget:
        return Budget(
            self.blobs,
            Limits.of(*self._limits),
            dearest_usd=ULTRA,
            leases_blocks=leases_blocks,
            monotonic=lambda: self.monotonic_s,
            later=lambda _, call: self.waiting.append(call),
        )

    def go_on(self, **by: float) -> None:
        self.clock.advance(**by)
        self.monotonic_s += timedelta(**by).total_seconds()

    def idle(self, for_s: float = IDLE_S) -> None:
        self.go_on(seconds=for_s)
        waiting, self.waiting = self.waiting, []
        for call in waiting:
            call()

    def spent(self, name: str = NAME) -> dict[str, int]:
        days: dict[str, int] = json.loads(self.blobs.kept[name].content)["days"]
        return days


def call(budget: Budget, price_usd: Decimal | None = CORE, error: Exception | None = None) -> bool:
    """Whether a call was made."""
    try:
        with budget.one(price_usd, unmade=UNMADE):
            if error:
                raise error
    except BudgetSpentError:
        return False
    except (ModelBusyError, ModelTimeoutError):
        pass
    return True


def calls(budget: Budget, most: int, price_usd: Decimal = CORE) -> int:
    return sum(call(budget, price_usd) for _ in range(most))


def test_104_callers_on_a_budget_for_10_make_exactly_10_calls() -> None:
    place = Place("0.40")
    start = threading.Barrier(104)

    def press(budget: Budget) -> bool:
        start.wait(60)
        return call(budget)

    servers = [place.server() for _ in range(8)]
    with ThreadPoolExecutor(104) as pool:
        assert sum(pool.map(press, servers * 13)) == 10
    assert place.spent() == {"29": 400_000}


@pytest.mark.parametrize("leases_blocks", [True, False])
def test_all_of_it_can_be_spent_and_no_more(leases_blocks: bool) -> None:
    place = Place()
    budget = place.server(leases_blocks=leases_blocks)
    assert calls(budget, 400) == 300
    assert place.spent() == {"29": 12_000_000}


def test_many_servers_leave_nothing_and_spend_no_more() -> None:
    place = Place("1.00")
    servers = [place.server() for _ in range(4)]
    made = 0
    for _ in range(3):
        made += sum(calls(server, 25) for server in servers)
        place.idle()
    assert made == 25


def test_servers_lambdas_and_a_restart_share_a_budget_for_5() -> None:
    place = Place("0.20")
    servers = [place.server() for _ in range(4)]
    servers += [place.server(leases_blocks=False) for _ in range(2)]
    made = sum(calls(server, 5) for server in servers) + calls(place.server(), 5)
    place.idle()
    assert made + sum(calls(server, 5) for server in servers) == 5


def test_prices_of_all_sorts_share_one_sum() -> None:
    place = Place("0.50")
    budget = place.server()
    tiny = Decimal("0.000016")
    made = [calls(budget, 2, ULTRA), calls(budget, 100, tiny), calls(budget, 9)]
    assert made == [2, 100, 5]
    place.idle()
    assert place.spent() == {"29": 280_000 + 1_600 + 200_000}


def test_the_store_is_asked_once_for_a_block() -> None:
    place = Place()
    budget = place.server()
    calls(budget, 9)  # 12 / 32 is 9 calls
    assert (place.blobs.reads, place.blobs.writes) == (1, 1)
    assert place.spent() == {"29": 12_000_000 // SHARE}
    call(budget)
    assert (place.blobs.reads, place.blobs.writes) == (1, 2), "what it wrote itself is known"


def test_a_block_is_never_large() -> None:
    place = Place("100000")
    call(place.server())
    assert place.spent() == {"29": 40_000 * MOST_CALLS}


def test_a_process_that_may_be_stopped_reserves_single_calls() -> None:
    place = Place()
    budget = place.server(leases_blocks=False)
    call(budget)
    assert place.spent() == {"29": 40_000}
    call(budget, error=ModelBusyError("busy"))
    assert place.spent() == {"29": 40_000}, "and gives back at once"
    assert not place.waiting


def test_what_is_not_used_goes_back_when_the_server_is_idle() -> None:
    place = Place("1.28")
    first, second = place.server(), place.server()
    call(first, Decimal("0.01"))
    assert place.spent() == {"29": 40_000}
    assert calls(second, 40) == 31
    assert not call(second)
    place.idle(IDLE_S / 2)
    assert place.spent() == {"29": 1_280_000}, "it may be used any moment"
    place.idle()
    assert place.spent() == {"29": 1_250_000}
    assert call(second, Decimal("0.03"))


def test_what_is_not_used_goes_back_at_the_servers_end() -> None:
    place = Place()
    budget = place.server()
    call(budget)
    budget.close()
    assert place.spent() == {"29": 40_000}
    call(budget)
    assert place.spent() == {"29": 80_000}, "what still ends leases no more"


def test_what_is_not_used_goes_back_when_the_day_changes() -> None:
    place = Place()
    budget = place.server()
    call(budget)
    place.go_on(days=1)
    call(budget)
    place.idle()
    assert place.spent() == {"29": 40_000, "30": 40_000}
    place.go_on(days=1)
    call(budget)
    place.idle()
    assert place.spent("budgets/2026-12.json") == {"01": 40_000}
    assert place.spent() == {"29": 40_000, "30": 40_000}


def test_a_crash_costs_its_block_alone() -> None:
    place = Place()
    call(place.server())
    assert place.spent() == {"29": 375_000}
    assert calls(place.server(), 400) == (12_000_000 - 375_000) // 40_000


def test_a_restart_begins_nothing_anew() -> None:
    place = Place("0.40")
    assert calls(place.server(), 20) == 10
    assert not call(place.server())


def test_midnight_of_the_store_begins_anew_whatever_this_computers_clock() -> None:
    place = Place("0.08")
    place.clock.now = datetime(2026, 11, 29, 23, 59, 50, tzinfo=UTC)
    budget = place.server()
    assert calls(budget, 9) == 2
    with pytest.raises(BudgetSpentError, match=r"Today's money .* midnight UTC") as caught:
        budget.one(CORE, unmade=UNMADE).__enter__()
    assert caught.value.retry_after_s == 11  # not a moment before midnight
    assert isinstance(caught.value, DayLimitError)
    place.go_on(seconds=9)
    assert not call(budget)
    place.go_on(seconds=1)
    assert calls(budget, 9) == 2


def test_two_servers_whose_own_clocks_are_a_day_apart_share_the_stores_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = Place("0.40")
    monkeypatch.setattr("time.time", lambda: (NOON - timedelta(days=1)).timestamp())
    assert calls(place.server(), 5) == 5
    monkeypatch.setattr("time.time", lambda: (NOON + timedelta(days=1)).timestamp())
    assert calls(place.server(), 9) == 5
    assert place.spent() == {"29": 400_000}


def test_the_month_ends_the_money_too() -> None:
    place = Place("0.08", "0.12")
    budget = place.server()
    assert calls(budget, 9) == 2
    place.go_on(days=1)
    assert calls(budget, 9) == 1
    with pytest.raises(BudgetSpentError, match=r"This month's money .* next month") as caught:
        budget.one(CORE, unmade=UNMADE).__enter__()
    assert caught.value.retry_after_s == 12 * 3600 + 1
    place.go_on(days=1)
    assert calls(budget, 9) == 2
    assert place.spent("budgets/2026-12.json") == {"01": 80_000}


def refusal(budget: Budget, price_usd: Decimal = CORE, *, is_picture: bool = True) -> str:
    with pytest.raises(BudgetSpentError) as caught:
        budget.one(price_usd, unmade=UNMADE, is_picture=is_picture).__enter__()
    return str(caught.value)


@pytest.mark.parametrize("leases_blocks", [True, False])
def test_what_is_left_and_too_little_is_not_called_used_up(leases_blocks: bool) -> None:
    day = Place("0.20").server(leases_blocks=leases_blocks)
    calls(day, 3)
    assert refusal(day, ULTRA) == (
        "There is not enough money left today for this picture. There is new money after midnight "
        "UTC. The pictures you have stay here."
    )
    assert "not enough money left today for this. There" in refusal(day, ULTRA, is_picture=False)
    assert calls(day, 9) == 2
    assert "Today's money for new pictures is used up." in refusal(day, ULTRA)
    month = Place(None, "0.20").server(leases_blocks=leases_blocks)
    calls(month, 3)
    assert "left this month for this picture. There is new money on the first" in (
        refusal(month, ULTRA)
    )


def test_what_this_server_has_leased_is_left_too() -> None:
    place = Place("0.20")
    ours = place.server()
    call(ours, Decimal("0.001"))
    assert call(place.server(), Decimal("0.20") - Decimal("0.20") / SHARE)
    assert "not enough money left today" in refusal(ours)
    assert call(ours, Decimal("0.001"))


def test_what_costs_more_than_the_limit_waits_for_no_midnight() -> None:
    budget = Place("0.10").server()
    with pytest.raises(
        BudgetSpentError, match="costs more than may be spent here in a day"
    ) as told:
        budget.one(ULTRA, unmade=UNMADE).__enter__()
    assert told.value.retry_after_s is None
    assert "midnight" not in str(told.value)
    calls(budget, 9)
    assert "in a day. The owner" in refusal(budget, ULTRA), "however much is spent"
    both = Place("0.10", "0.16").server()
    calls(both, 2)
    assert "in a day. The owner" in refusal(both, ULTRA), "however short the month is"
    assert "in a month. The owner" in refusal(Place(None, "0.10").server(), ULTRA, is_picture=False)


def test_where_both_are_short_it_opens_with_the_month() -> None:
    place = Place("0.08", "0.10")
    budget = place.server()
    assert calls(budget, 9) == 2
    with pytest.raises(BudgetSpentError, match="not enough money left this month") as caught:
        budget.one(CORE, unmade=UNMADE).__enter__()
    assert caught.value.retry_after_s == 36 * 3600 + 1


def test_a_month_alone_is_a_limit() -> None:
    assert calls(Place(None, "0.12").server(), 9) == 3


def test_a_december_is_followed_by_a_january() -> None:
    place = Place("0.04", "0.04")
    place.clock.now = datetime(2026, 12, 31, 23, tzinfo=UTC)
    budget = place.server()
    call(budget)
    with pytest.raises(BudgetSpentError) as caught:
        budget.one(CORE, unmade=UNMADE).__enter__()
    assert caught.value.retry_after_s == 3601


@pytest.mark.parametrize("leases_blocks", [True, False])
def test_only_what_surely_made_nothing_is_given_back(leases_blocks: bool) -> None:
    place = Place("0.40")
    budget = place.server(leases_blocks=leases_blocks)
    for _ in range(20):
        call(budget, error=ModelBusyError("busy"))
    call(budget, error=ModelTimeoutError("slow"))
    with pytest.raises(ZeroDivisionError), budget.one(CORE, unmade=UNMADE):
        raise ZeroDivisionError
    assert calls(budget, 20) == 8


def test_a_call_that_made_nothing_before_midnight_is_given_back_to_its_day() -> None:
    place = Place()
    budget = place.server()
    with suppress(ModelBusyError), budget.one(CORE, unmade=UNMADE):
        place.go_on(days=1)
        call(budget)
        raise ModelBusyError("busy")
    place.idle()
    assert place.spent() == {"29": 0, "30": 40_000}


def test_an_unknown_price_counts_as_the_dearest() -> None:
    place = Place("0.40")
    budget = place.server()
    assert [call(budget, None) for _ in range(4)] == [True, True, False, False]
    place.idle()
    assert place.spent() == {"29": 280_000}


def test_what_costs_nothing_asks_nobody() -> None:
    place = Place("0.04")
    place.blobs.trouble = "away"
    assert calls(place.server(), 100, Decimal(0)) == 100
    assert not place.blobs.kept


@pytest.mark.parametrize("trouble", ["no reads", "no writes"])
def test_where_only_this_room_is_closed_it_is_named(
    trouble: Literal["no reads", "no writes"],
) -> None:
    place = Place()
    place.blobs.trouble = trouble
    with pytest.raises(StorageAccessError, match=r"under budgets/\*.*costs money.*Allow it\."):
        call(place.server())


def test_where_the_store_is_away_nothing_is_made() -> None:
    place = Place("0.40")
    budget = place.server()
    call(budget)
    place.blobs.trouble = "away"
    ran = False
    with pytest.raises(StorageError), budget.one(CORE, unmade=UNMADE):
        ran = True
    assert not ran
    place.blobs.trouble = ""
    assert calls(budget, 20) == 9, "and nothing is lost by that"


def test_what_can_not_be_given_back_yet_is_given_back_later() -> None:
    place = Place()
    budget = place.server()
    call(budget)
    place.blobs.trouble = "away"
    place.idle()
    place.blobs.trouble = ""
    place.idle()
    assert place.spent() == {"29": 40_000}


def test_a_lost_answer_costs_little_and_is_never_given_back_twice() -> None:
    place = Place()
    budget = place.server()
    place.blobs.trouble = "lost answers"
    for _ in range(10):
        with pytest.raises(StorageTimeoutError):
            call(budget)
    assert place.spent() == {"29": 375_000 + 9 * 40_000}, "one block, then single calls"
    place.blobs.trouble = ""
    call(budget)
    call(budget)
    place.blobs.trouble = "lost answers"
    place.idle()
    place.blobs.trouble = ""
    place.idle()
    assert place.spent() == {"29": 375_000 + 11 * 40_000}


def test_what_can_not_be_read_lets_no_money_out() -> None:
    place = Place()
    for content in (b"{", b'{"version":2,"month":"2026-11","days":{},"mark":""}', b'{"days":-1}'):
        place.blobs.put(NAME, content, content_type="application/json")
        with pytest.raises(BudgetDamagedError, match=NAME):
            call(place.server())
    other = SpentMonth(month="2026-10").to_json()
    place.blobs.put(NAME, other, content_type="application/json")
    with pytest.raises(BudgetDamagedError):
        call(place.server())


def test_the_owner_reads_once_in_the_log_what_is_to_be_mended(
    caplog: pytest.LogCaptureFixture,
) -> None:
    place = Place()
    budget = place.server()
    for content, times in ((b"{", 1), (b"[", 2)):
        place.blobs.put(NAME, content, content_type="application/json")
        for _ in range(3):
            with pytest.raises(BudgetDamagedError):
                call(budget)
            with pytest.raises(BudgetDamagedError):
                budget.standing()
        told = [record for record in caplog.records if record.levelname == "WARNING"]
        assert len(told) == times
        assert NAME in told[-1].getMessage()


def test_a_smaller_limit_counts_at_once() -> None:
    place = Place("0.40")
    calls(place.server(), 10)
    smaller = Budget(place.blobs, Limits.of(CORE, None), dearest_usd=ULTRA)
    assert not call(smaller)


def test_people_see_what_is_spent_without_this_servers_unused_block() -> None:
    place = Place("12", "100")
    budget = place.server()
    calls(budget, 3)
    standing = budget.standing()
    assert standing.today_usd == Decimal("0.12")
    assert (standing.day_limit_usd, standing.month_limit_usd) == (Decimal(12), Decimal(100))
    place.go_on(days=1)
    calls(budget, 1)
    standing = budget.standing()
    assert (standing.today_usd, standing.month_usd) == (Decimal("0.04"), Decimal("0.16"))
    assert standing.left_usd == Decimal("11.96")


def test_each_call_and_each_that_was_given_back_moves_it() -> None:
    budget = Place("0.08").server()
    seen = [budget.moves]
    for error in (None, ModelBusyError("busy"), ModelTimeoutError("slow")):
        call(budget, error=error)
        seen.append(budget.moves)
    assert len(set(seen)) == 4
    call(budget)
    call(budget, Decimal(0))
    assert budget.moves == seen[-1], "nothing was spent"


def test_no_two_writes_are_the_same_bytes() -> None:
    place = Place()
    seen = set()
    for _ in range(3):
        place.blobs.kept.clear()
        call(place.server())
        seen.add(place.blobs.kept[NAME].content)
    assert len(seen) == 3


class TestTogetherWithTheNumber:
    def paid(self, place: Place, number: int | None) -> PaidCalls:
        return PaidCalls(DailyLimit(number, now=HandClock()), place.server())

    def try_one(self, paid: PaidCalls) -> ImageSpeakError | None:
        try:
            with paid.one(CORE, A_CALL, unmade=UNMADE):
                return None
        except ImageSpeakError as error:
            return error

    def test_a_call_without_money_is_not_counted(self) -> None:
        place = Place("0.04")
        paid = self.paid(place, 2)
        assert self.try_one(paid) is None
        for _ in range(3):
            assert type(self.try_one(paid)) is BudgetSpentError
        place.go_on(days=1)
        assert self.try_one(paid) is None

    def test_nor_is_one_whose_store_is_away(self) -> None:
        place = Place()
        paid = self.paid(place, 1)
        place.blobs.trouble = "away"
        assert isinstance(self.try_one(paid), StorageError)
        place.blobs.trouble = ""
        assert self.try_one(paid) is None

    def test_a_call_beyond_the_number_costs_nothing(self) -> None:
        place = Place()
        paid = self.paid(place, 1)
        self.try_one(paid)
        for _ in range(5):
            assert type(self.try_one(paid)) is DayLimitError
        place.idle()
        assert place.spent() == {"29": 40_000}

    def test_what_makes_no_pictures_says_so(self) -> None:
        paid = PaidCalls(
            DailyLimit(None, now=HandClock()), Place("0.01").server(), are_pictures=False
        )
        assert "You can go on without it." in str(self.try_one(paid))
