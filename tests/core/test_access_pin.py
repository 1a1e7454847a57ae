"""The teachers' PIN, and those who guess."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.access.pin import (
    FORGET_AFTER_S,
    FREE_TRIES,
    LONGEST_WAIT_S,
    MAX_PLACES,
    PinCheck,
)

PIN = "blue-42-frog"
PLACE = "10.0.0.7"


class Stopwatch:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def check(clock: Stopwatch) -> PinCheck:
    return PinCheck(PIN, clock)


def guess_wrong(check: PinCheck, address: str | None = PLACE, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(WrongPinError):
            check.try_pin("not-this-one", address)


def wait_told(check: PinCheck, address: str | None = PLACE, pin: str = PIN) -> int | None:
    """What even the right PIN is told; None: it was let in."""
    try:
        check.try_pin(pin, address)
    except TooManyTriesError as error:
        return error.retry_after_s
    return None


def test_the_right_pin(check: PinCheck) -> None:
    check.try_pin(PIN, PLACE)
    check.try_pin(f" {PIN}\n", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        PIN[:-1],
        PIN + "x",
        PIN.upper(),
        f"{PIN}\0",
        "é" * 10_000,
        "\ud800",
        "x" * 1_000_000,
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_another_text(check: PinCheck, text: str) -> None:
    with pytest.raises(WrongPinError):
        check.try_pin(text, PLACE)


def test_after_five_wrong_tries_even_the_right_one_waits_a_minute(
    check: PinCheck, clock: Stopwatch
) -> None:
    guess_wrong(check, times=FREE_TRIES)
    assert wait_told(check) == 60
    clock.seconds += 59.5
    assert wait_told(check) == 1
    clock.seconds += 0.5
    assert wait_told(check) is None


def test_each_further_one_waits_twice_as_long_up_to_15_minutes(
    check: PinCheck, clock: Stopwatch
) -> None:
    guess_wrong(check, times=FREE_TRIES)
    waits = []
    for _ in range(8):
        waits.append(wait_told(check))
        clock.seconds += waits[-1] or 0
        guess_wrong(check)
    assert waits == [60, 120, 240, 480, 900, 900, 900, 900]
    assert wait_told(check) == LONGEST_WAIT_S


def test_tries_during_the_wait_do_not_lengthen_it(check: PinCheck, clock: Stopwatch) -> None:
    guess_wrong(check, times=FREE_TRIES)
    for _ in range(100):
        assert wait_told(check, pin="guess") == 60
    clock.seconds += 60
    assert wait_told(check) is None


def test_the_right_one_and_an_hours_rest_clear_it(check: PinCheck, clock: Stopwatch) -> None:
    guess_wrong(check, times=FREE_TRIES - 1)
    check.try_pin(PIN, PLACE)
    guess_wrong(check, times=FREE_TRIES - 1)
    clock.seconds += FORGET_AFTER_S
    guess_wrong(check, times=FREE_TRIES)
    assert wait_told(check) == 60


def test_places_do_not_lock_each_other_out(check: PinCheck) -> None:
    guess_wrong(check, times=FREE_TRIES)
    assert wait_told(check, "10.0.0.8") is None
    assert wait_told(check, None) is None


@pytest.mark.parametrize(
    ("guesser", "teacher", "shared"),
    [
        ("2001:db8:7:1::1", "2001:db8:7:ffff::2", True),
        ("2001:db8:7:1::1", "2001:db8:8:1::1", False),
        ("::ffff:10.0.0.7", "10.0.0.7", True),
        ("::ffff:10.0.0.7", "10.0.0.8", False),
        ("nonsense", None, True),
    ],
)
def test_what_one_place_is(
    check: PinCheck, guesser: str, teacher: str | None, shared: bool
) -> None:
    guess_wrong(check, guesser, times=FREE_TRIES)
    assert (wait_told(check, teacher) is not None) is shared


def test_parallel_guesses_are_counted_one_by_one(check: PinCheck) -> None:
    start = threading.Barrier(20)

    def guess(_number: int) -> bool:
        start.wait(30)
        try:
            check.try_pin("guess", PLACE)
        except WrongPinError:
            return True
        except TooManyTriesError:
            return False
        return False

    with ThreadPoolExecutor(max_workers=20) as pool:
        looked_at = list(pool.map(guess, range(20)))
    assert sum(looked_at) == FREE_TRIES


def test_what_is_remembered_is_bounded(check: PinCheck) -> None:
    guess_wrong(check, "10.0.0.1", times=FREE_TRIES)
    for number in range(MAX_PLACES - 1):
        guess_wrong(check, f"10.1.{number // 256}.{number % 256}")
    assert wait_told(check, "10.0.0.1") == 60
    guess_wrong(check, "10.2.0.0")
    assert wait_told(check, "10.0.0.1") is None  # the oldest went


def test_what_is_told_is_a_sentence(check: PinCheck) -> None:
    guess_wrong(check, times=FREE_TRIES)
    with pytest.raises(TooManyTriesError, match=r"wait 60 seconds, then try again\.$"):
        check.try_pin(PIN, PLACE)
