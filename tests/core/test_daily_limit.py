"""The day's limit, before every call to a model."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest

from imagespeak_core.errors import (
    DayLimitError,
    ImageSpeakError,
    ModelAccessError,
    ModelBusyError,
    ModelCredentialsError,
    ModelError,
    ModelNotReachedError,
    ModelRejectedError,
    ModelRetiredError,
    ModelSilentError,
    ModelTimeoutError,
    ModelUnreachableError,
    PictureRefusedError,
    PromptRefusedError,
)
from imagespeak_core.spending.daily_limit import DailyLimit
from tests.fakes import HandClock

EVENING = datetime(2026, 11, 22, 23, 59, 50, tzinfo=UTC)


def take(limit: DailyLimit, pictures: int = 1) -> None:
    for _ in range(pictures):
        with limit.one():
            pass


def fail(limit: DailyLimit, error: ImageSpeakError) -> None:
    with suppress(type(error)), limit.one():
        raise error


def is_used_up(limit: DailyLimit) -> bool:
    try:
        take(limit)
    except DayLimitError:
        return True
    return False


def test_the_body_does_not_run_beyond_the_limit() -> None:
    limit = DailyLimit(2, now=HandClock())
    ran = 0
    for _ in range(4):
        with suppress(DayLimitError), limit.one():
            ran += 1
    assert ran == 2


def test_it_says_how_many_and_when_again() -> None:
    limit = DailyLimit(1, now=HandClock(EVENING))
    take(limit)
    with pytest.raises(DayLimitError, match=r"limit of 1 pictures .* midnight UTC") as caught:
        take(limit)
    assert caught.value.retry_after_s == 11  # not a moment before midnight


def test_midnight_utc_begins_anew_whatever_the_zone() -> None:
    clock = HandClock(EVENING.astimezone(timezone(timedelta(hours=9))))
    limit = DailyLimit(3, now=clock)
    take(limit, 3)
    clock.advance(seconds=9)
    assert is_used_up(limit)
    clock.advance(seconds=1)
    take(limit, 3)
    assert is_used_up(limit)


def test_another_zones_midnight_changes_nothing() -> None:
    clock = HandClock(datetime(2026, 11, 22, 23, 59, 59, tzinfo=timezone(timedelta(hours=-3))))
    limit = DailyLimit(1, now=clock)
    take(limit)
    clock.advance(seconds=2)
    assert is_used_up(limit)


@pytest.mark.parametrize(
    "error",
    [
        ModelAccessError("a"),
        ModelBusyError("b"),
        ModelCredentialsError("c"),
        ModelRetiredError("d"),
        ModelSilentError("e", retry_after_s=30),
        PromptRefusedError("f"),
        ModelNotReachedError("g"),
        ModelRejectedError("h"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_call_that_made_nothing_is_not_counted(error: ImageSpeakError) -> None:
    limit = DailyLimit(1, now=HandClock())
    for _ in range(3):
        fail(limit, error)
    take(limit)
    assert is_used_up(limit)


@pytest.mark.parametrize(
    "error",
    [
        ModelError("a"),
        ModelTimeoutError("b"),
        ModelUnreachableError("c"),
        PictureRefusedError("d"),
    ],
    ids=lambda error: error.code,
)
def test_a_call_that_may_have_been_paid_is_counted(error: ImageSpeakError) -> None:
    limit = DailyLimit(1, now=HandClock())
    fail(limit, error)
    assert is_used_up(limit)


def test_our_own_bug_passes_and_is_counted() -> None:
    limit = DailyLimit(1, now=HandClock())
    with pytest.raises(ZeroDivisionError), limit.one():
        raise ZeroDivisionError
    assert is_used_up(limit)


def test_yesterdays_failure_gives_nothing_back_today() -> None:
    clock = HandClock(EVENING)
    limit = DailyLimit(2, now=clock)
    with suppress(ModelBusyError), limit.one():
        clock.advance(minutes=1)
        take(limit, 2)
        raise ModelBusyError("busy")
    assert is_used_up(limit)


def test_none_is_any_number() -> None:
    take(DailyLimit(None, now=HandClock()), 1_000)


def test_none_left_at_all() -> None:
    assert is_used_up(DailyLimit(0, now=HandClock()))


def test_many_threads_get_exactly_the_number() -> None:
    limit = DailyLimit(20, now=HandClock())
    start = threading.Barrier(8)

    def press(_number: int) -> int:
        start.wait(30)
        return sum(not is_used_up(limit) for _ in range(50))

    with ThreadPoolExecutor(max_workers=8) as pool:
        assert sum(pool.map(press, range(8))) == 20
