"""What is spent in a month, day by day, as it is stored.

    budgets/2026-11.json   {"version":1,"month":"2026-11","days":{"30":1120000},"mark":"5f…"}

One document holds both sums, so that one replacement of what was read keeps both limits. Sums are
whole micro-dollars.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from imagespeak_core.errors import BudgetDamagedError

BUDGET_PREFIX = "budgets/"

_MICRO = 1_000_000
_Sum = Annotated[int, Field(ge=0)]
_Day = Annotated[str, Field(pattern=r"^(0[1-9]|[12][0-9]|3[01])$")]


class SpentMonth(BaseModel):
    """What is spent, or reserved, in a month (UTC).

    Attributes:
        version: Of this form.
        month: Year and month, such as `2026-11`.
        days: Micro-dollars by the day of the month, such as `01`.
        mark: Another one each time that it is written: no two servers write the same bytes, so
            that each can tell its own.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    version: Literal[1] = 1
    month: str
    days: dict[_Day, _Sum] = {}
    mark: str = ""

    def on(self, day: date) -> int:
        """Micro-dollars of a day of this month."""
        return self.days.get(_key(day), 0)

    @property
    def total(self) -> int:
        """Micro-dollars of the whole month."""
        return sum(self.days.values())

    def plus(self, micro_usd: Mapping[date, int], *, mark: str) -> SpentMonth:
        """With so much more on some of its days; with less where it is below 0."""
        changed = {_key(day): max(0, self.on(day) + more) for day, more in micro_usd.items()}
        return SpentMonth(month=self.month, days={**self.days, **changed}, mark=mark)

    def to_json(self) -> bytes:
        """As it is stored."""
        return self.model_dump_json().encode()

    @classmethod
    def from_json(cls, content: bytes, *, month: str) -> Self:
        """Out of what is stored.

        Raises:
            BudgetDamagedError: It is not what we write, or is about another month.
        """
        try:
            spent = cls.model_validate_json(content)
        except ValidationError as exc:
            raise _damaged(month) from exc
        if spent.month != month:
            raise _damaged(month)
        return spent


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be spent, in micro-dollars; None for any sum."""

    a_day: int | None
    a_month: int | None

    @classmethod
    def of(cls, a_day_usd: Decimal | None, a_month_usd: Decimal | None) -> Limits:
        """The same from US dollars."""
        return cls(*(None if usd is None else micro(usd) for usd in (a_day_usd, a_month_usd)))

    def too_small_for(self, price: int) -> Literal["day", "month"] | None:
        """Which of them would not be enough for a call even if nothing were spent."""
        if self.a_month is not None and self.a_month < price:
            return "month"
        return "day" if self.a_day is not None and self.a_day < price else None

    def left(self, spent: SpentMonth, day: date, *, least: int) -> Left:
        """How much may still be spent on a day of this month.

        Args:
            spent: So much is.
            day: The day.
            least: So much is asked for. Where both limits leave less, it is the one that opens
                last.
        """
        sums = []
        if self.a_month is not None:
            sums.append(Left(self.a_month - spent.total, "month"))
        if self.a_day is not None:
            sums.append(Left(self.a_day - spent.on(day), "day"))
        short = [left for left in sums if left.micro_usd < least]
        return short[0] if short else min(sums, key=lambda left: left.micro_usd)


@dataclass(frozen=True, slots=True)
class Left:
    """How much is left; below 0 where the owner has set a smaller limit meanwhile.

    Attributes:
        micro_usd: So much.
        of: Which of the limits leaves no more.
    """

    micro_usd: int
    of: Literal["day", "month"]

    def begins_anew(self, now: datetime) -> datetime:
        """When there is more, from now on; aware."""
        day = now.astimezone(UTC).date()
        if self.of == "month":
            day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        else:
            day += timedelta(days=1)
        return datetime.combine(day, time(), UTC)


def month_of(day: date) -> str:
    """As in `SpentMonth`."""
    return f"{day:%Y-%m}"


def name_of(month: str) -> str:
    """The name of a month's blob."""
    return f"{BUDGET_PREFIX}{month}.json"


def micro(usd: Decimal) -> int:
    """Micro-dollars; what is less than one counts as one."""
    return int((usd * _MICRO).to_integral_value(ROUND_CEILING))


def dollars(micro_usd: int) -> Decimal:
    """US dollars."""
    return Decimal(micro_usd) / _MICRO


def _key(day: date) -> str:
    return f"{day:%d}"


def _damaged(month: str) -> BudgetDamagedError:
    return BudgetDamagedError(
        f"What is spent this month can't be read: {name_of(month)} is damaged, or was written by "
        "another version of the program. Until its owner mends it, nothing that costs money can be "
        "made. Deleted, it begins at 0 again."
    )
