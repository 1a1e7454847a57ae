"""A small chart: time and price by the values of an axis, as bars with their values in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from imagespeak_core.lab.numbers import AxisNumbers, Numbers
from pages.components.lab.lab_words import price, seconds
from pages.components.shell import assets

_LONGEST_PERCENT = 60
"""Of the chart's width; the rest is for the words behind the bar."""


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    value: float | None
    text: str
    is_estimated: bool = False


def draw(numbers: AxisNumbers) -> None:
    """Two charts: the model's time, and the price of one picture."""
    times = [_time(value.label, value.numbers) for value in numbers.values]
    prices = [_price(value.label, value.numbers) for value in numbers.values]
    by = numbers.axis.title.lower()
    time_chart = _chart("time", f"Model time by {by}", times)
    price_chart = _chart("price", f"Price of one picture by {by} (price list)", prices)
    st.html(f'{assets.style(__file__)}<div class="lab-charts">{time_chart}{price_chart}</div>')
    if any(bar.is_estimated for bar in times):
        st.caption("A bar with stripes is an estimate: there is no picture to measure yet.")


def _time(label: str, numbers: Numbers) -> _Bar:
    measured = numbers.measured.model_s
    if measured is None:
        usual_s = numbers.estimated.usual_s
        return _Bar(label, usual_s, f"about {seconds(usual_s)} (estimated)", is_estimated=True)
    return _Bar(label, measured, f"{seconds(measured)} (measured)")


def _price(label: str, numbers: Numbers) -> _Bar:
    each = numbers.estimated.price_each_usd
    return _Bar(label, None if each is None else float(each), price(each))


def _chart(kind: str, title: str, bars: Sequence[_Bar]) -> str:
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    rows = "".join(_row(bar, most) for bar in bars)
    return (
        f'<figure class="{kind}"><figcaption>{escape(title)}</figcaption><ul>{rows}</ul></figure>'
    )


def _row(bar: _Bar, most: float) -> str:
    length = _LONGEST_PERCENT * (bar.value or 0) / most
    kind = "estimated" if bar.is_estimated else "measured"
    return (
        f'<li>{escape(bar.label)}<span><i class="{kind}" style="width: {length:.1f}%"></i>'
        f"{escape(bar.text)}</span></li>"
    )
