"""For teachers: how much of the budget is spent, in one line, and whether the rest is enough."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_UP, Decimal

import streamlit as st

from imagespeak_core.errors import BudgetDamagedError
from imagespeak_core.settings import setting_name
from imagespeak_core.spending.standing import Standing
from pages.components.shell import messages
from pages.components.shell.messages import Message
from pages.components.shell.wiring import wiring

_CENT = Decimal("0.01")
_DAMAGED = Message(
    "Nothing that costs money can be made now",
    "What is spent can't be read. The owner of this site must mend that first.",
    for_owner=True,
)


def draw(cost_usd: Decimal | None = None, *, least_usd: Decimal | None = None) -> None:
    """The line, where there is a budget.

    Args:
        cost_usd: What the next press costs; None where it costs nothing, or nobody knows.
        least_usd: The least that a press can cost here; None where nobody knows.
    """
    money = wiring().money
    if money is None:
        return
    standing = money.now()
    if isinstance(standing, BudgetDamagedError):
        messages.show(standing, _DAMAGED)
        return
    if standing is None:
        st.caption("What is spent today can't be read right now.")
        return
    st.caption(f"Spent: {_spent(standing)}.")
    if cost_usd and standing.left_usd is not None and cost_usd > standing.left_usd:
        st.warning(_not_enough(standing, cost_usd, least_usd or _CENT), icon=":material/info:")


def _spent(standing: Standing) -> str:
    sums = (
        (standing.today_usd, standing.day_limit_usd, "today"),
        (standing.month_usd, standing.month_limit_usd, "this month"),
    )
    return ", ".join(
        f"{_usd(spent, ROUND_UP)} of {_usd(limit, ROUND_UP)} {when}"
        for spent, limit, when in sums
        if limit is not None
    )


def _not_enough(standing: Standing, cost_usd: Decimal, least_usd: Decimal) -> str:
    for limit_usd, a_time, field in (
        (standing.month_limit_usd, "a month", "budget_usd_per_month"),
        (standing.day_limit_usd, "a day", "budget_usd_per_day"),
    ):
        if limit_usd is not None and limit_usd < cost_usd:
            return (
                f"**This costs more than may be spent in {a_time}.** Choose fewer pictures, or "
                f"cheaper ones.  \n{_owner_can(field)}"
            )
    is_month_short = standing.is_month_short_of(cost_usd)
    field = "budget_usd_per_month" if is_month_short else "budget_usd_per_day"
    begins = "on the first day of next month" if is_month_short else "after midnight UTC"
    left_usd = standing.left_usd or Decimal(0)
    is_some_left = left_usd >= _CENT
    left = f"Only {_usd(left_usd, ROUND_DOWN)} is left" if is_some_left else "The money is spent"
    fewer = "Make fewer pictures, or wait" if least_usd <= left_usd else "Wait"
    return (
        f"**{left}.** This costs more. {fewer}: there is new money {begins}.  \n{_owner_can(field)}"
    )


def _owner_can(field: str) -> str:
    return f"The owner of this site can set a larger {setting_name(field)}."


def _usd(usd: Decimal, rounding: str) -> str:
    """Cents; the sign is written for Markdown."""
    return f"\\${usd.quantize(_CENT, rounding):,.2f}"
