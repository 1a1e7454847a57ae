"""A small chart: time and price by the values of an axis, with the same in words."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from imagespeak_core.lab.numbers import AxisNumbers, Numbers
from pages.components.lab_words import price

_WIDTH, _BAR, _ROW, _TOP = 380, 16, 44, 52
_LONGEST_LABEL = 44
_INK, _MEASURED, _PRICE = "#1b2b2a", "#0f837c", "#8a5a00"


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    value: float | None
    text: str
    is_estimated: bool = False


def draw(numbers: AxisNumbers) -> None:
    """Two charts side by side: the model's time, and the price of one picture."""
    times = [_time(value.label, value.numbers) for value in numbers.values]
    prices = [_price(value.label, value.numbers) for value in numbers.values]
    by = numbers.axis.title.lower()
    left, right = st.columns(2)
    _draw(left, f"Model time by {by}", times, _MEASURED)
    _draw(right, f"Price of one picture by {by} (price list)", prices, _PRICE)
    if any(bar.is_estimated for bar in times):
        st.caption("A bar with stripes is an estimate: there is no picture to measure yet.")


def _time(label: str, numbers: Numbers) -> _Bar:
    measured = numbers.measured.model_s
    if measured is None:
        usual_s = numbers.estimated.usual_s
        return _Bar(label, usual_s, f"about {usual_s:.1f} s (estimated)", is_estimated=True)
    return _Bar(label, measured, f"{measured:.1f} s (measured)")


def _price(label: str, numbers: Numbers) -> _Bar:
    each = numbers.estimated.price_each_usd
    return _Bar(label, None if each is None else float(each), price(each))


def _draw(
    place: st.delta_generator.DeltaGenerator, title: str, bars: list[_Bar], colour: str
) -> None:
    svg = _svg(title, bars, colour)
    url = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    words = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    place.image(url, alt=f"Chart. {title}. {words}.", width=_WIDTH)


def _svg(title: str, bars: Sequence[_Bar], colour: str) -> str:
    most = max((bar.value or 0 for bar in bars), default=0) or 1
    height = _TOP + _ROW * len(bars)
    rows = "".join(_row(place, bar, most, colour) for place, bar in enumerate(bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-family="system-ui, sans-serif" '
        f'font-size="13.5" fill="{_INK}"><defs><pattern id="s" width="7" height="7" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3.5" '
        f'height="7" fill="{colour}"/></pattern></defs>'
        f'<rect width="{_WIDTH}" height="{height}" rx="10" fill="#ffffff"/>'
        f'<text x="12" y="26" font-weight="650" font-size="15">{escape(title)}</text>{rows}</svg>'
    )


def _row(place: int, bar: _Bar, most: float, colour: str) -> str:
    y = _TOP + place * _ROW
    label = bar.label if len(bar.label) <= _LONGEST_LABEL else f"{bar.label[: _LONGEST_LABEL - 1]}…"
    length = max(1.0, 190 * (bar.value or 0) / most)
    fill = "url(#s)" if bar.is_estimated else colour
    return (
        f'<text x="12" y="{y}">{escape(label)}</text>'
        f'<rect x="12" y="{y + 6}" width="{length:.1f}" height="{_BAR}" rx="3" fill="{fill}" '
        f'stroke="{colour}"/>'
        f'<text x="{20 + length:.1f}" y="{y + 19}">{escape(bar.text)}</text>'
    )
