"""When an address counts as signed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.stores.signing_time import steady_signing_time

DAY_S = 86_400
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

moments = st.datetimes(
    min_value=datetime(2020, 1, 1),
    max_value=datetime(2100, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-7))]),
)


@pytest.mark.parametrize("later_s", [0, 1, 6 * 3600, 12 * 3600 - 1])
def test_within_half_the_life_all_servers_agree(later_s: int) -> None:
    now = NOON + timedelta(seconds=later_s)
    assert steady_signing_time(now, url_life_s=DAY_S) == NOON


def test_after_half_the_life_there_is_a_new_address() -> None:
    evening = NOON + timedelta(hours=12)
    assert steady_signing_time(evening, url_life_s=DAY_S) == evening


@given(now=moments, url_life_s=st.integers(1, 604_800))
def test_at_least_half_of_the_life_is_left(now: datetime, url_life_s: int) -> None:
    signed_at = steady_signing_time(now, url_life_s=url_life_s)
    age_s = (now - signed_at).total_seconds()
    assert 0 <= age_s <= url_life_s / 2


@given(now=moments)
def test_the_zone_of_the_clock_does_not_matter(now: datetime) -> None:
    here = steady_signing_time(now, url_life_s=3_601)
    there = steady_signing_time(now.astimezone(UTC), url_life_s=3_601)
    assert here == there
    assert here.tzinfo is UTC
