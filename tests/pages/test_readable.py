"""Times as a person reads them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from imagespeak_core.pictures.naming import parse_key
from pages.components.shell import readable
from tests.for_each import for_each


@for_each("timestamp", ["00010101_000000", "99991231_235959"])
@for_each("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_foreign_key_from_the_calendars_end_stops_no_page(
    timestamp: str, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable, "local_zone", lambda: ZoneInfo(zone))
    key = parse_key(f"generated-images/abc_{timestamp}_0.png")
    assert key
    moment = key.created_at
    assert readable.local_day(moment) == readable.local_days(moment, moment)
    assert readable.local_time(moment).startswith(readable.local_day(moment))
