"""One budget for all servers that share a store: reserved before a call, by compare-and-swap.

A process that stays leases a block, 1/32 of what is left or `MOST_CALLS` calls at most, and spends
it without asking the store again; near the end it leases single calls, so that the sum is exact.
What it has not used goes back when it is idle for `IDLE_S` seconds, when the day changes, and when
the server ends. What is not settled counts as spent: the calls that were under way at a crash, and
its block. That is at most 1/32 of what was left, and never more than `MOST_CALLS` calls.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from imagespeak_core.errors import (
    BudgetDamagedError,
    ChangedMeanwhileError,
    StorageError,
)
from imagespeak_core.later import Later, Scheduler
from imagespeak_core.spending.budget_document import (
    Limits,
    SpentMonth,
    dollars,
    micro,
    month_of,
    name_of,
)
from imagespeak_core.spending.refusals import busy, closed_to_us, spent, too_dear
from imagespeak_core.spending.standing import Standing
from imagespeak_core.stores.blobs import Blob, Blobs

logger = logging.getLogger(__name__)

SHARE = 32
"""A block is this part of what is left …"""
MOST_CALLS = 16
"""… or so many calls of the price that is asked for, whichever is less; at least one call."""
IDLE_S = 60.0
"""After so many seconds without a call a block goes back."""

_TRIES = 200
_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class _There:
    """What is stored, as it was read or written last; `version` None where nothing is."""

    spent: SpentMonth
    version: str | None


class Budget:
    """What all servers together may spend. Safe for threads, processes and servers.

    Day and month are those of the store's own clock, never of this computer's.

    Args:
        blobs: Where it is written down.
        limits: At least one of the two.
        dearest_usd: What stands for a price that nobody knows.
        leases_blocks: Whether this process stays; one that may be stopped between two calls for
            as long as somebody likes, such as a Lambda, reserves each call by itself.
        monotonic: Seconds that only go up.
        later: Gives back what is idle; a store that hangs must not keep others waiting for it.
    """

    def __init__(
        self,
        blobs: Blobs,
        limits: Limits,
        *,
        dearest_usd: Decimal,
        leases_blocks: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
        later: Later | None = None,
    ) -> None:
        self._blobs = blobs
        self._limits = limits
        self._dearest_usd = dearest_usd
        self._leases_blocks = leases_blocks
        self._monotonic = monotonic
        self._later = later or Scheduler(monotonic=monotonic)
        self._leasing = threading.Lock()  # held while the store is asked
        self._known: _There | None = None
        self._told_version = ""
        self._is_unsettled = False
        self._lock = threading.Lock()  # for all below; never held while the store is asked
        self._heard: tuple[datetime, float] | None = None
        self._day: date | None = None
        self._block = 0
        self._used_s = 0.0
        self._due = defaultdict[date, int](int)
        self._is_waiting = False
        self._moves = 0

    @property
    def moves(self) -> int:
        """Another number each time that a call here was paid for, or given back."""
        return self._moves

    @contextmanager
    def one(
        self,
        price_usd: Decimal | None,
        *,
        unmade: tuple[type[Exception], ...],
        is_picture: bool = True,
    ) -> Iterator[None]:
        """Around one call. Its price is spent, unless it surely made nothing.

        Args:
            price_usd: The most that it costs; None where nobody knows: the dearest counts.
            unmade: The errors after which surely nothing was made.
            is_picture: Whether it makes a picture: for the words at the end of the money.

        Raises:
            BudgetSpentError: Less than this is left; the body did not run.
            StorageError: By subclass: nobody knows how much is left; likewise.
            BudgetDamagedError: Likewise.
        """
        price = micro(self._dearest_usd if price_usd is None else price_usd)
        if not price:
            yield
            return
        too_small = self._limits.too_small_for(price)
        if too_small:
            raise too_dear(too_small, is_picture=is_picture)
        day = self._take(price, is_picture=is_picture)
        with self._lock:
            self._moves += 1
        try:
            yield
        except unmade:
            self._take_back(day, price)
            raise

    def warm_up(self) -> None:
        """Read what is spent, so that the first call need not.

        Raises:
            StorageError: By subclass.
            BudgetDamagedError: What is written down can't be read.
        """
        self.standing()

    def standing(self) -> Standing:
        """How much is spent; asks the store. Other servers' blocks count as spent.

        Raises:
            StorageError: By subclass.
            BudgetDamagedError: What is written down can't be read.
        """
        with self._leasing:
            now = self._hear()
            today = now.date()
            spent = self._read(month_of(today)).spent
            with self._lock:
                unused = dict(self._due)
                if self._day is not None:
                    unused[self._day] = unused.get(self._day, 0) + self._block
        ours = {day: -sum_ for day, sum_ in unused.items() if month_of(day) == spent.month}
        spent = spent.plus(ours, mark="")
        return Standing(
            today_usd=dollars(spent.on(today)),
            month_usd=dollars(spent.total),
            day_limit_usd=None if self._limits.a_day is None else dollars(self._limits.a_day),
            month_limit_usd=None if self._limits.a_month is None else dollars(self._limits.a_month),
        )

    def give_back_idle(self) -> None:
        """Give back what was leased and is not used."""
        with self._lock:
            self._is_waiting = False
            if self._monotonic() - self._used_s >= IDLE_S:
                self._begin_day(None)
        self._give_back_due()

    def close(self) -> None:
        """Give back what was leased and not used; from now on each call is reserved by itself.

        What the store does not take counts as spent.
        """
        with self._lock:
            self._leases_blocks = False
            self._begin_day(None)
        self._give_back_due()

    def _take(self, price: int, *, is_picture: bool) -> date:
        """Have a call's price reserved; gives the day that it counts for."""
        with self._lock:
            day = self._taken_from_block(price)
        if day is not None:
            return day
        with self._leasing:
            with self._lock:  # others have waited for the same block
                day = self._taken_from_block(price)
            return self._lease(price, is_picture=is_picture) if day is None else day

    def _taken_from_block(self, price: int) -> date | None:
        if self._heard is None:
            return None
        heard, heard_s = self._heard
        self._begin_day((heard + timedelta(seconds=self._monotonic() - heard_s)).date())
        if self._block < price:
            return None
        self._block -= price
        self._used_s = self._monotonic()
        return self._day

    def _begin_day(self, day: date | None) -> None:
        """What is left of another day's block is to go back."""
        if self._day is not None and self._day != day and self._block:
            self._due[self._day] += self._block
            self._block = 0
        self._day = day
        self._wait_if_there_is_some()

    def _lease(self, price: int, *, is_picture: bool) -> date:
        """Reserve a call and perhaps some more."""
        now = self._hear()
        today = now.date()
        with self._lock:
            self._begin_day(today)
            part, self._block = self._block, 0
            is_single = self._is_unsettled or not self._leases_blocks
        reserved = 0
        try:
            reserved = self._reserve(price, part, now, is_single=is_single, is_picture=is_picture)
        finally:
            with self._lock:
                rest = part + reserved - price if reserved else part
                self._keep(today, rest)
                self._used_s = self._monotonic()
        return today

    def _reserve(
        self, price: int, part: int, now: datetime, *, is_single: bool, is_picture: bool
    ) -> int:
        """Write down what a price needs beside a part that is there, up to a share of what is left.

        Returns:
            How much it is.
        """
        least, most = price - part, 0 if is_single else MOST_CALLS * price
        month = month_of(now.date())
        for _ in range(_TRIES):
            known = self._known
            there = known if known and known.spent.month == month else self._read(month)
            left = self._limits.left(there.spent, now.date(), least=least)
            if left.micro_usd < least:
                if there is not known:
                    raise spent(left, now, part=part, is_picture=is_picture)
                self._known = None  # others may have given back meanwhile
                continue
            reserved = max(least, min(left.micro_usd // SHARE, most))
            if self._write(there, {now.date(): reserved}):
                return reserved
        raise busy()

    def _take_back(self, day: date, price: int) -> None:
        """A call has cost nothing after all."""
        with self._lock:
            self._moves += 1
            self._used_s = self._monotonic()
            self._keep(day, price)
            waits = self._leases_blocks
        if not waits:
            self._give_back_due()

    def _keep(self, day: date, sum_: int) -> None:
        """For the next call of the same day, or to go back."""
        if day == self._day and self._leases_blocks:
            self._block += sum_
        elif sum_:
            self._due[day] += sum_
        self._wait_if_there_is_some()

    def _wait_if_there_is_some(self) -> None:
        if (self._block or self._due) and self._leases_blocks and not self._is_waiting:
            self._is_waiting = True
            idle_s = self._monotonic() - self._used_s
            wait_s = IDLE_S - idle_s if 0 < idle_s < IDLE_S else IDLE_S
            self._later(wait_s, self.give_back_idle)

    def _give_back_due(self) -> None:
        with self._leasing:
            with self._lock:
                due = dict(self._due)
                self._due.clear()
            for month in {month_of(day) for day in due}:
                self._give_back(month, {day: due[day] for day in due if month_of(day) == month})
        with self._lock:
            self._wait_if_there_is_some()

    def _give_back(self, month: str, due: dict[date, int]) -> None:
        for _ in range(_TRIES):
            try:
                there = self._read(month)
            except (StorageError, BudgetDamagedError) as error:
                logger.info("reserved money could not be given back yet: %s", error.code)
                with self._lock:
                    for day, sum_ in due.items():
                        self._due[day] += sum_
                return
            try:
                if self._write(there, {day: -sum_ for day, sum_ in due.items()}):
                    return
            except StorageError as error:  # given back twice, it would be spent twice
                logger.warning("reserved money may not be given back: %s", error.code)
                return

    def _hear(self) -> datetime:
        """What time it is by the store's clock."""
        now = self._blobs.now().astimezone(UTC)
        with self._lock:
            self._heard = (now, self._monotonic())
        return now

    def _read(self, month: str) -> _There:
        with closed_to_us():
            there = self._blobs.read(name_of(month))
        if there is None:
            known = _There(SpentMonth(month=month), None)
        else:
            known = _There(self._spent_in(there, month), there.version)
        self._known = known
        return known

    def _spent_in(self, there: Blob, month: str) -> SpentMonth:
        try:
            return SpentMonth.from_json(there.content, month=month)
        except BudgetDamagedError as error:
            if there.version != self._told_version:
                self._told_version = there.version
                logger.warning("%s", error)
            raise

    def _write(self, there: _There, more: dict[date, int]) -> bool:
        """Replace what was read; False where others were quicker."""
        changed = there.spent.plus(more, mark=secrets.token_hex(8))
        name, content = name_of(changed.month), changed.to_json()
        self._known, self._is_unsettled = None, True
        try:
            with closed_to_us():
                written = (
                    self._blobs.create(name, content, content_type=_TYPE)
                    if there.version is None
                    else self._blobs.replace(
                        name, content, content_type=_TYPE, version=there.version
                    )
                )
        except ChangedMeanwhileError:
            self._is_unsettled = False
            return False
        self._known, self._is_unsettled = _There(changed, written.version), False
        return True
