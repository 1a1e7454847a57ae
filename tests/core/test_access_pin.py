"""The teachers' PIN, and those who guess."""

from __future__ import annotations

import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from imagespeak_core.access.device import Device
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.access.lines import MAX_KEYS
from imagespeak_core.access.pin import PinCheck, plain_pin
from tests.for_each import for_each

PIN = "blue-42-frog"
SCHOOL = "10.0.0.7"
HOME = "198.51.100.1"
PUPIL = Device("1" * 32, "seen")
OTHER = Device("2" * 32, "seen")
TEACHER = Device("3" * 32, "signed in")


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


def script() -> Device:
    """One without cookies is a new browser each time."""
    return Device(secrets.token_hex(16), "new")


def guess(
    check: PinCheck, address: str | None = SCHOOL, device: Device | None = None, times: int = 1
) -> list[float]:
    """Wrong PINs one after the other; how long each waited in line."""
    waits_s = []
    for _ in range(times):
        turn = check.take_turn(address, device or script())
        waits_s.append(turn.wait_s)
        with pytest.raises(WrongPinError):
            check.try_pin("not-this-one", turn)
    return waits_s


def wait_told(
    check: PinCheck, address: str | None = SCHOOL, device: Device | None = None
) -> int | None:
    """What even the right PIN is told; None: it was let in, perhaps after its wait in line."""
    try:
        check.try_pin(PIN, check.take_turn(address, device or script()))
    except TooManyTriesError as error:
        return error.retry_after_s
    return None


class TestWhatCounts:
    @for_each(
        "pin, typed",
        [
            (PIN, PIN),
            (PIN, f" {PIN}\n"),
            (f"\t{PIN} ", PIN),
            (PIN, f"\u200b\ufeff{PIN}\u00a0\u200f"),
            ("123456", "\u0661\u0662\u0663\u0664\u0665\u0666"),  # Arabic-Indic
            ("\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6", "123456"),  # Persian
            ("\u0967\u0968\u0969456", "123456"),  # Devanagari
            ("123456", "\uff11\uff12\uff13\uff14\uff15\uff16"),  # full width
            ("Frosch-42", "\uff26rosch\uff0d42"),
            ("caf\u00e9-42", "cafe\u0301-42"),
            ("cafe\u0301-42", "caf\u00e9-42"),
            ("red bus", "red\u00a0bus"),
        ],
    )
    def test_the_same_pin_typed_in_another_way(
        self, clock: Stopwatch, pin: str, typed: str
    ) -> None:
        check = PinCheck(pin, clock)
        check.try_pin(typed, check.take_turn(SCHOOL, script()))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            PIN[:-1],
            PIN + "x",
            PIN.upper(),
            PIN.replace("-", " "),
            f"{PIN}\0",
            f"{PIN[0]}\u200b{PIN[1:]}",
            "b\u04c0ue-42-frog",  # a letter that only looks like it
            "\u00e9" * 10_000,
            "\ud800",
            "x" * 1_000_000,
        ],
        ids=lambda text: ascii(text)[:20],
    )
    def test_another_text(self, check: PinCheck, text: str) -> None:
        with pytest.raises(WrongPinError):
            check.try_pin(text, check.take_turn(SCHOOL, script()))

    def test_nothing_is_left_of_what_cannot_be_seen(self) -> None:
        assert plain_pin("\u200b \u2060\ufeff") == ""


class TestOneBrowser:
    @for_each("device", [PUPIL, TEACHER])
    def test_after_five_wrong_tries_even_the_right_one_waits_a_minute(
        self, check: PinCheck, clock: Stopwatch, device: Device
    ) -> None:
        assert guess(check, device=device, times=5) == [0.0] * 5
        assert wait_told(check, device=device) == 60
        clock.seconds += 59.5
        assert wait_told(check, device=device) == 1
        clock.seconds += 0.5
        guess(check, device=device)
        assert wait_told(check, device=device) == 60
        clock.seconds += 60
        assert wait_told(check, device=device) is None

    def test_tries_during_the_wait_do_not_lengthen_it(
        self, check: PinCheck, clock: Stopwatch
    ) -> None:
        guess(check, device=PUPIL, times=5)
        assert [wait_told(check, device=PUPIL) for _ in range(100)] == [60] * 100
        clock.seconds += 60
        assert wait_told(check, device=PUPIL) is None

    def test_the_right_one_clears_it(self, check: PinCheck) -> None:
        for _ in range(20):
            guess(check, device=TEACHER, times=4)
            assert wait_told(check, device=TEACHER) is None

    def test_it_is_the_same_one_everywhere(self, check: PinCheck) -> None:
        guess(check, device=PUPIL, times=5)
        assert wait_told(check, HOME, PUPIL) == 60


class TestOneAddress:
    def test_a_pupil_who_hammers_stops_that_browser_alone(
        self, check: PinCheck, clock: Stopwatch
    ) -> None:
        for _ in range(500):
            try:
                guess(check, device=PUPIL)
            except TooManyTriesError:
                clock.seconds += 1
            assert wait_told(check, device=TEACHER) is None
        turn = check.take_turn(SCHOOL, OTHER)
        assert turn.wait_s == 0
        check.try_pin(PIN, turn)

    def test_a_script_without_cookies_delays_neither_browsers_nor_other_places(
        self, check: PinCheck
    ) -> None:
        guess_until_refused(check)
        for address, device in ((SCHOOL, TEACHER), (SCHOOL, OTHER), (HOME, None)):
            turn = check.take_turn(address, device or script())
            assert turn.wait_s == 0
            check.try_pin(PIN, turn)

    def test_without_a_cookie_the_right_one_waits_in_line_and_is_let_in(
        self, check: PinCheck, clock: Stopwatch
    ) -> None:
        assert guess(check, times=12) == [0.0] * 10 + [10.0, 20.0]
        clock.seconds += 5
        turn = check.take_turn(SCHOOL, script())
        assert turn.wait_s == 25
        clock.seconds += 25
        check.try_pin(PIN, turn)

    def test_nobody_waits_as_long_as_a_proxy_does(self, check: PinCheck, clock: Stopwatch) -> None:
        guess(check, times=12)
        assert wait_told(check) == 5
        clock.seconds += 5
        assert check.take_turn(SCHOOL, script()).wait_s == 25

    def test_new_cookies_for_each_few_tries_delay_new_browsers_alone(
        self, check: PinCheck, clock: Stopwatch
    ) -> None:
        for number in range(12):
            guess(check, device=Device(f"{number:032x}", "seen"))
        assert wait_told(check, device=OTHER) == 5
        assert wait_told(check, device=TEACHER) is None
        assert wait_told(check, HOME, OTHER) is None
        clock.seconds += 10
        assert wait_told(check, device=OTHER) is None

    def test_right_ones_take_nobodys_place(self, check: PinCheck) -> None:
        for number in range(200):  # a whole staff on its first day
            assert wait_told(check) is None
            assert wait_told(check, device=Device(f"{number:032x}", "seen")) is None
        assert guess(check, times=10) == [0.0] * 10

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
        self, check: PinCheck, guesser: str, teacher: str | None, shared: bool
    ) -> None:
        guess(check, guesser, times=10)
        assert (check.take_turn(teacher, script()).wait_s > 0) is shared


class TestEverybody:
    def test_guessers_of_many_places_wait_for_each_other(
        self, check: PinCheck, clock: Stopwatch
    ) -> None:
        for number in range(60):
            assert guess(check, f"10.1.0.{number}") == [0.0]
        assert guess(check, "10.2.0.1") == [3.0]
        assert guess(check, "10.2.0.2", OTHER) == [6.0]
        assert wait_told(check, device=TEACHER) is None
        clock.seconds += 9
        assert guess(check, "10.2.0.3") == [0.0]

    def test_the_most_that_can_be_guessed_in_an_hour(self, clock: Stopwatch) -> None:
        fresh = iter(range(10**9))

        def one_device(check: PinCheck) -> None:
            guess(check, device=TEACHER)

        def one_address(check: PinCheck) -> None:
            number = next(fresh)
            guess(check, device=Device(f"{number:032x}", "seen") if number % 2 else None)

        def many_addresses(check: PinCheck) -> None:
            number = next(fresh)
            guess(check, f"10.0.{number // 256 % 256}.{number % 256}")

        for guesser, most in ((one_device, 65), (one_address, 740), (many_addresses, 1_260)):
            check = PinCheck(PIN, clock)
            end, done = clock.seconds + 3_600, 0
            while clock.seconds < end:
                refused = 0
                while refused < 2:
                    try:
                        guesser(check)
                        done, refused = done + 1, 0
                    except TooManyTriesError:
                        refused += 1
                clock.seconds += 10
            assert 0.95 * most < done <= most + 10, guesser


def guess_until_refused(check: PinCheck) -> None:
    with pytest.raises(TooManyTriesError):
        guess(check, times=1_000)


def test_parallel_guesses_are_counted_one_by_one(check: PinCheck) -> None:
    start = threading.Barrier(20)

    def try_once(_number: int) -> bool:
        start.wait(30)
        try:
            guess(check, device=PUPIL)
        except TooManyTriesError:
            return False
        return True

    with ThreadPoolExecutor(max_workers=20) as pool:
        looked_at = list(pool.map(try_once, range(20)))
    assert sum(looked_at) == 5


def test_what_is_remembered_is_bounded(check: PinCheck, clock: Stopwatch) -> None:
    def known(number: int) -> Device:
        return Device(f"{number:032x}", "signed in")

    guess(check, device=known(0), times=5)
    for number in range(1, MAX_KEYS):
        guess(check, device=known(number))
    assert wait_told(check, device=known(0)) == 60
    guess(check, device=known(MAX_KEYS))
    assert wait_told(check, device=known(0)) is None  # the oldest went


def test_what_is_told_is_a_sentence(check: PinCheck) -> None:
    guess(check, device=PUPIL, times=5)
    with pytest.raises(TooManyTriesError, match=r"^Too many .+ wait 60 seconds, then try again\.$"):
        check.take_turn(SCHOOL, PUPIL)
    guess(check, times=12)
    with pytest.raises(TooManyTriesError, match=r"network.+ wait 5 seconds.+signed in before"):
        check.take_turn(SCHOOL, script())
    for number in range(100):
        with suppress(TooManyTriesError):
            guess(check, f"10.1.0.{number}")
    with pytest.raises(TooManyTriesError, match=r"from many places.+ wait \d seconds.+before"):
        check.take_turn(HOME, script())
