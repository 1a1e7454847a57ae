"""Numbers, sizes, dates and times as a person reads them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

import streamlit as st


def count(pictures: int) -> str:
    """So many pictures, in words."""
    return number_of(pictures, "picture")


def number_of(number: int, noun: str) -> str:
    """So many of something whose plural ends with "s"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def price(usd: Decimal) -> str:
    """Dollars, as exact as small prices need; the sign is written for Markdown."""
    text = f"{usd:.4f}".rstrip("0")
    return "\\$" + max(text, f"{usd:.2f}", key=len)


def file_size(size_bytes: int) -> str:
    """The size of files in kB or MB."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000)):,} kB"
    return f"{size_bytes / 1_000_000:,.1f} MB"


def local_day(moment: datetime) -> str:
    """The date where the visitor is, as far as the browser tells."""
    return f"{local(moment):%d %b %Y}"


def local_days(first: datetime, last: datetime) -> str:
    """One date, or two, where the visitor is; each as short as it can be."""
    begin, end = local(first), local(last)
    if begin.date() == end.date():
        return f"{end:%d %b %Y}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin:%d} – {end:%d %b %Y}"
    year = "" if begin.year == end.year else f" {begin.year}"
    return f"{begin:%d %b}{year} – {end:%d %b %Y}"


def local_time(moment: datetime, *, seconds: bool = False) -> str:
    """Date and time where the visitor is, as far as the browser tells."""
    return f"{local(moment):%d %b %Y, %H:%M:%S}" if seconds else f"{local(moment):%d %b %Y, %H:%M}"


def local(moment: datetime) -> datetime:
    """The moment where the visitor is; at the calendar's two ends, as it is."""
    try:
        return moment.astimezone(local_zone())
    except OverflowError:
        return moment


def local_zone() -> tzinfo:
    """The visitor's time zone, as far as the browser tells."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ValueError, OSError, KeyError):  # no such zone, or none known on this computer
        return timezone(-timedelta(minutes=st.context.timezone_offset or 0))
