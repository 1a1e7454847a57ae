"""Why a call that costs something may not be made, in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from imagespeak_core.errors import BudgetSpentError, StorageAccessError, StorageTimeoutError
from imagespeak_core.spending.budget_document import BUDGET_PREFIX, Left

_PICTURES_STAY = "The pictures you have stay here."
_GO_ON = "You can go on without it."
_WORDS = {
    "day": ("Today's", "today", "after midnight UTC"),
    "month": ("This month's", "this month", "on the first day of the next month"),
}


@contextmanager
def closed_to_us() -> Iterator[None]:
    """Name the room where the store refuses us there: all the rest of it may be open."""
    try:
        yield
    except StorageAccessError as error:
        raise type(error)(
            f"What is spent is kept under {BUDGET_PREFIX}*, and can't be read or written there: "
            f"nothing that costs money can be made. {error}"
        ) from error


def too_dear(a_time: str, *, is_picture: bool) -> BudgetSpentError:
    """For a call that costs more than a day, or a month, may: waiting does not help."""
    this = "This picture" if is_picture else "This"
    end = _PICTURES_STAY if is_picture else _GO_ON
    return BudgetSpentError(
        f"{this} costs more than may be spent here in a {a_time}. The owner of this site can set a "
        f"larger budget. {end}"
    )


def spent(left: Left, now: datetime, *, part: int, is_picture: bool) -> BudgetSpentError:
    """For a call that costs more than is left.

    Args:
        left: Of the day or the month, whichever begins anew last.
        now: By the store's clock, aware.
        part: Micro-dollars that are reserved here already.
        is_picture: Whether it makes a picture.
    """
    whose, today, opens = _WORDS[left.of]
    this = "this picture" if is_picture else "this"
    end = _PICTURES_STAY if is_picture else _GO_ON
    if left.micro_usd + part > 0:
        why = f"There is not enough money left {today} for {this}. There is new money {opens}."
    elif is_picture:
        why = f"{whose} money for new pictures is used up. New pictures can be made again {opens}."
    else:
        why = f"{whose} money for this is used up. It is open again {opens}."
    wait_s = int((left.begins_anew(now) - now).total_seconds()) + 1
    return BudgetSpentError(f"{why} {end}", retry_after_s=wait_s)


def busy() -> StorageTimeoutError:
    """Where others were quicker again and again."""
    return StorageTimeoutError(
        "Many servers are writing down at once what they spend. Nothing was made. Please try again."
    )
