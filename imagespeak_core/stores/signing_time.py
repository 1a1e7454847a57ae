"""When an address counts as signed."""

from __future__ import annotations

from datetime import UTC, datetime


def steady_signing_time(now: datetime, *, url_life_s: int) -> datetime:
    """The last multiple of half the life, so that one picture keeps one address for a while.

    An address signed so has between half of its life and all of it left. All servers and
    restarts agree, and the browser's cache works.
    """
    half_s = url_life_s / 2
    return datetime.fromtimestamp(now.timestamp() // half_s * half_s, UTC)
