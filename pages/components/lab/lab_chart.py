"""A small chart: time and price by the values of an axis, as bars with their values in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from imagespeak_core.lab.numbers import AxisNumbers, Numbers
from pages.components.lab.lab_words import price, seconds

_LONGEST_PERCENT = 60
"""Of the chart's width; the rest is for the words behind the bar."""

_STYLE = """
<style>
.lab-charts { display: flex; flex-wrap: wrap; gap: 1rem; }
.lab-charts figure {
  flex: 1 1 20rem; min-width: 0; margin: 0; padding: 0.7rem 0.9rem; box-sizing: border-box;
  border: 1px solid rgba(128, 140, 140, 0.4); border-radius: 0.6rem; font-size: 0.925rem;
}
.lab-charts figcaption { font-weight: 600; }
.lab-charts ul { list-style: none; margin: 0; padding: 0; }
.lab-charts li { margin: 0.5rem 0 0; padding: 0; font-size: inherit; overflow-wrap: anywhere; }
.lab-charts li span { display: flex; gap: 0.6rem; align-items: center; }
.lab-charts i {
  flex: none; height: 1rem; min-width: 3px; box-sizing: border-box; border-radius: 3px;
  border: 1px solid var(--bar); background: var(--bar);
}
.lab-charts i.estimated {
  background: repeating-linear-gradient(45deg, var(--bar) 0 4px, transparent 4px 8px);
}
.lab-charts .time { --bar: #12918a; }
.lab-charts .price { --bar: #a86f00; }
</style>
"""


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
    st.html(f'{_STYLE}<div class="lab-charts">{time_chart}{price_chart}</div>')
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
