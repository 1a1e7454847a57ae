"""How fast one browser may have pictures made: alone, and before the queue."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.errors import (
    DayLimitError,
    ModelBusyError,
    ModelError,
    ModelSilentError,
    ModelTimeoutError,
    PictureRefusedError,
    PromptRefusedError,
    SessionFullError,
    StorageError,
    StorageUnreachableError,
    VisitorShareError,
)
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures import shares as buckets
from imagespeak_core.pictures.jobs import Ended, Job
from imagespeak_core.pictures.queue import DOUBLE_CLICK_S, GenerationQueue
from imagespeak_core.pictures.shares import ANOTHER_AFTER_S, AT_ONCE, VisitorShares
from imagespeak_core.pictures.use_cases import retrieve_images
from tests.fakes import FakeGenerator, TroubledStore, make_services

WAIT_S = 30
CAT = ImageRequest("image-001", "A cat", width_px=256, height_px=256)


class Stopwatch:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1_234.567

    def __call__(self) -> float:
        return self.seconds


def taken(shares: VisitorShares, times: int, visitor: str = "ana") -> int:
    """How many of so many single pictures are given."""
    given = 0
    for _ in range(times):
        with suppress(VisitorShareError):
            shares.take(visitor, 1)
            given += 1
    return given


class TestABucket:
    def test_it_holds_what_a_lively_learner_wants_at_once(self) -> None:
        assert taken(VisitorShares(Stopwatch()), 100) == AT_ONCE == 20

    def test_it_says_how_long_to_wait_and_that_is_enough(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        taken(shares, AT_ONCE)
        clock.seconds += 4.2
        with pytest.raises(VisitorShareError, match="wait 11 seconds, then press") as caught:
            shares.take("ana", 1)
        assert caught.value.retry_after_s == 11
        clock.seconds += 11
        assert taken(shares, 5) == 1

    def test_one_second_is_one_second(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        taken(shares, AT_ONCE)
        clock.seconds += 14.5
        with pytest.raises(VisitorShareError, match=r"wait 1 second, then"):
            shares.take("ana", 1)

    def test_it_fills_up_again_and_never_beyond(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        taken(shares, AT_ONCE)
        clock.seconds += AT_ONCE * ANOTHER_AFTER_S
        assert taken(shares, 100) == AT_ONCE
        clock.seconds += 1_000 * ANOTHER_AFTER_S
        assert taken(shares, 100) == AT_ONCE

    def test_one_tab_pressing_for_two_minutes_makes_no_190_pictures(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        given = 0
        for _ in range(240):
            given += taken(shares, 1)
            clock.seconds += 0.5
        assert given == AT_ONCE + 120 // ANOTHER_AFTER_S - 1  # the last one comes with its end

    def test_who_is_refused_does_not_wait_longer_for_it(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        taken(shares, 1_000)
        clock.seconds += ANOTHER_AFTER_S
        assert taken(shares, 1) == 1

    def test_one_a_minute_is_never_refused(self) -> None:
        clock = Stopwatch()
        shares = VisitorShares(clock)
        for _ in range(24 * 60):
            shares.take("ana", 1)
            clock.seconds += 60

    def test_several_pictures_are_taken_all_or_none(self) -> None:
        shares = VisitorShares(Stopwatch())
        taken(shares, AT_ONCE - 2)
        with pytest.raises(VisitorShareError):
            shares.take("ana", 3)
        shares.take("ana", 2)
        assert taken(shares, 1) == 0

    def test_thirty_browsers_of_one_school_do_not_slow_each_other(self) -> None:
        shares = VisitorShares(Stopwatch())
        assert [taken(shares, 10, f"browser-{one}") for one in range(30)] == [10] * 30

    def test_nobody_in_particular_has_no_limit(self) -> None:
        assert taken(VisitorShares(Stopwatch()), 1_000, "") == 1_000

    def test_threads_get_exactly_the_number(self) -> None:
        shares = VisitorShares(Stopwatch())
        start = threading.Barrier(8)

        def press(_number: int) -> int:
            start.wait(WAIT_S)
            return taken(shares, 50)

        with ThreadPoolExecutor(max_workers=8) as pool:
            assert sum(pool.map(press, range(8))) == AT_ONCE


class TestMemory:
    def test_who_has_not_taken_for_longest_is_forgotten(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(buckets, "MAX_VISITORS", 3)
        shares = VisitorShares(Stopwatch())
        for visitor in ("ana", "ben", "cem"):
            taken(shares, AT_ONCE - 1, visitor)
        taken(shares, 1, "ana")
        taken(shares, 1, "dan")
        assert taken(shares, 5, "ana") == 0
        assert taken(shares, 100, "ben") == AT_ONCE, "forgotten, so as new"

    def test_thousands_are_remembered_and_no_more(self) -> None:
        shares = VisitorShares(Stopwatch())
        for number in range(2 * buckets.MAX_VISITORS):
            taken(shares, 1, f"browser-{number}")
        assert len(shares._full_at_s) == buckets.MAX_VISITORS >= 5_000


class TestGivenBack:
    @pytest.mark.parametrize(
        "error",
        [
            ModelBusyError("busy"),
            PromptRefusedError("no"),
            DayLimitError("tomorrow"),
            SessionFullError("full"),
            ModelSilentError("silent", retry_after_s=30),
            StorageUnreachableError("the session could not be listed"),
        ],
        ids=lambda error: error.code,
    )
    def test_what_surely_made_nothing_costs_nothing(self, error: Exception) -> None:
        shares = VisitorShares(Stopwatch())
        taken(shares, AT_ONCE)
        shares.settle("ana", 1, error)
        assert taken(shares, 5) == 1

    @pytest.mark.parametrize(
        "error",
        [None, ModelError("a"), ModelTimeoutError("b"), PictureRefusedError("c"), ValueError("d")],
        ids=lambda error: type(error).__name__,
    )
    def test_what_may_have_made_something_stays_taken(self, error: Exception | None) -> None:
        shares = VisitorShares(Stopwatch())
        taken(shares, AT_ONCE)
        shares.settle("ana", 1, error)
        assert taken(shares, 5) == 0

    def test_a_picture_that_only_waits_for_the_store_stays_taken(self) -> None:
        shares = VisitorShares(Stopwatch())
        taken(shares, AT_ONCE)
        kept = StorageError("full")
        kept.picture_kept = True
        shares.settle("ana", 1, kept)
        assert taken(shares, 5) == 0

    def test_more_than_full_it_never_is(self) -> None:
        shares = VisitorShares(Stopwatch())
        taken(shares, 1)
        for _ in range(10):
            shares.settle("ana", 1, ModelBusyError("busy"))
        shares.settle("nobody", 1, ModelBusyError("busy"))
        shares.settle("", 1, ModelBusyError("busy"))
        assert taken(shares, 100) == AT_ONCE


class Office:
    """A queue whose clock stands still, and everything around it."""

    def __init__(self) -> None:
        self.generator = FakeGenerator()
        self.services = make_services(TroubledStore(), self.generator)
        self.clock = Stopwatch()
        self.queue = GenerationQueue(self.services, workers=8, monotonic=self.clock)

    def start(self, number: int, visitor: str) -> Job | None:
        """A job in a session of its own; None where the visitor's share is used up."""
        request = replace(CAT, session_id=f"session-{number}")
        try:
            return self.queue.generate(request, visitor=visitor)
        except VisitorShareError:
            return None


@pytest.fixture
def office() -> Iterator[Office]:
    office = Office()
    yield office
    office.generator.gate.set()


class TestBeforeTheQueue:
    def test_520_tabs_of_one_browser_start_20_jobs(self, office: Office) -> None:
        office.generator.gate.clear()
        with ThreadPoolExecutor(max_workers=8) as pool:
            jobs = list(pool.map(lambda number: office.start(number, "ana"), range(520)))
        started = [job for job in jobs if job]
        assert len(started) == 20
        office.generator.gate.set()
        assert all(job.done.result(WAIT_S).error is None for job in started)
        assert len(office.generator.calls) == 20

    def test_30_browsers_start_30_jobs(self, office: Office) -> None:
        office.generator.gate.clear()
        with ThreadPoolExecutor(max_workers=8) as pool:
            jobs = list(pool.map(lambda number: office.start(number, f"pc-{number}"), range(30)))
        assert all(jobs)

    def test_another_browser_goes_on_while_one_has_to_wait(self, office: Office) -> None:
        assert [bool(office.start(number, "ana")) for number in range(21)] == [True] * 20 + [False]
        assert office.start(21, "ben")
        office.clock.seconds += ANOTHER_AFTER_S
        assert office.start(22, "ana")

    def test_joining_costs_nothing(self, office: Office) -> None:
        office.generator.gate.clear()
        job = office.queue.get(CAT, visitor="ana")
        for _ in range(50):
            assert office.queue.get(CAT, visitor="ana") is job
            assert office.queue.generate(CAT, visitor="ana") is job
        assert sum(bool(office.start(number, "ana")) for number in range(50)) == AT_ONCE - 1

    def test_get_takes_from_the_same_share(self, office: Office) -> None:
        for number in range(AT_ONCE):
            office.queue.get(replace(CAT, session_id=f"session-{number}"), visitor="ana")
        with pytest.raises(VisitorShareError):
            office.queue.get(CAT, visitor="ana")
        assert office.queue.latest(CAT.session_id) is None

    def test_a_press_that_is_told_to_wait_takes_nothing(self, office: Office) -> None:
        """The queue is closed; the next server's share is not this one's anyhow."""
        office.queue.shutdown(timeout_s=0)
        for _ in range(AT_ONCE + 1):
            with pytest.raises(ModelBusyError):
                office.queue.generate(CAT, visitor="ana")

    def test_what_made_nothing_is_given_back(self, office: Office) -> None:
        office.generator.script(*[PromptRefusedError("no")] * 3)
        for number in range(3):
            end_of(office, number)
        assert sum(bool(office.start(number, "ana")) for number in range(10, 60)) == AT_ONCE

    def test_what_may_have_been_paid_is_not(self, office: Office) -> None:
        office.generator.script(*[ModelTimeoutError("slow")] * 3)
        for number in range(3):
            end_of(office, number)
        assert sum(bool(office.start(number, "ana")) for number in range(10, 60)) == AT_ONCE - 3

    def test_a_teacher_in_a_class_has_no_limit(self, office: Office) -> None:
        teacher = Teacher("ana@school.org")
        create_class(office.services, teacher, "7b", random_bytes=bytes)
        wish = replace(CAT, session_id="class-7b-aaaaaaaa", image_count=5)
        for _ in range(10):
            job = office.queue.generate(wish, teacher=teacher)
            assert job.done.result(WAIT_S).error is None
            office.clock.seconds += DOUBLE_CLICK_S
        assert len(retrieve_images(office.services, "class-7b-aaaaaaaa")) == 50


def end_of(office: Office, number: int) -> None:
    """A job's end, when also its share is settled."""
    settled = threading.Event()
    office.generator.gate.clear()
    job = office.start(number, "ana")
    assert job is not None

    def note(_done: object) -> None:
        settled.set()

    job.done.add_done_callback(note)
    office.generator.gate.set()
    assert settled.wait(WAIT_S)
    assert isinstance(job.done.result(), Ended)
