"""Work off the page's thread: who joins what, how much, and how it ends."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.classroom.errors import ClassLockedError
from imagespeak_core.errors import (
    GenerationInProgressError,
    ModelBusyError,
    PromptRefusedError,
    StorageFullError,
    StorageUnreachableError,
)
from imagespeak_core.generators.breaker import HUNG_S, Breaker
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures import queue as registry
from imagespeak_core.pictures.jobs import Ended, Job
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.queue import (
    DOUBLE_CLICK_S,
    KEEP_FINISHED_S,
    MAX_UNFINISHED,
    GenerationQueue,
)
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.use_cases import generate_images, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.claims import CLAIM_PREFIX
from tests.core.lab_rig import HandLater
from tests.fakes import DRAWN_SEED, FakeGenerator, TroubledStore, make_services, names_in
from tests.patience import until

WAIT_S = 30
CAT = ImageRequest("image-001", "A cat", width_px=256, height_px=256)
DOG = replace(CAT, prompt="A dog")


class Stopwatch:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


class Office:
    """A queue, and everything around it."""

    def __init__(self, root: Path) -> None:
        self.generator = FakeGenerator()
        self.store = TroubledStore()
        self.clock = Stopwatch()
        self.later = HandLater()
        self.root = root
        self.services = self.server()

    def server(self, *, has_disk: bool = True) -> Services:
        """Another process on this computer."""
        spool = Spool(SpoolFiles(self.root) if has_disk else None, monotonic=self.clock)
        return make_services(self.store, self.generator, spool=spool)

    def queue(self, workers: int = 2, services: Services | None = None) -> GenerationQueue:
        return GenerationQueue(
            services or self.services, workers=workers, monotonic=self.clock, later=self.later
        )

    def spool(self) -> Spool:
        assert self.services.spool
        return self.services.spool

    def time_passes(self) -> None:
        """Long enough for the spool to try, and for what waits to look again."""
        self.clock.seconds += 60
        self.spool().try_due()
        self.later.pass_by()

    def end_in_time(self, job: Job) -> Ended:
        """How a job ends that waits, as time passes."""

        def is_over() -> bool:
            self.time_passes()
            return job.done.done()

        until(is_over)
        return job.done.result()

    def wait_for_the_store(self, queue: GenerationQueue, request: ImageRequest = CAT) -> Job:
        """A job whose picture is made, and not stored."""
        self.store.troubles["put"] = StorageUnreachableError("away")
        job = queue.generate(request)
        until(lambda: job.why == "the store" and self.spool().pending(KIND))
        return job

    def store_is_back(self) -> None:
        del self.store.troubles["put"]

    def block(self) -> None:
        """Let the model's calls begin, and not end."""
        self.generator.gate.clear()

    def wait_for_a_call(self) -> None:
        assert self.generator.called.acquire(timeout=WAIT_S)

    def release(self) -> None:
        self.generator.gate.set()

    def calls(self) -> int:
        return len(self.generator.calls)

    def pictures(self, session_id: str = CAT.session_id) -> int:
        return len(retrieve_images(self.services, session_id))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.release()


def end_of(job: Job) -> Exception | None:
    return job.done.result(WAIT_S).error


def of_session(number: int, request: ImageRequest = CAT) -> ImageRequest:
    return replace(request, session_id=f"session-{number}")


class TestEnds:
    def test_when_a_job_is_done_the_picture_is_stored(self, office: Office) -> None:
        assert end_of(office.queue().generate(CAT)) is None
        assert office.pictures() == 1

    def test_get_makes_only_what_is_missing(self, office: Office) -> None:
        queue = office.queue()
        assert end_of(queue.get(CAT)) is None
        office.clock.seconds += 10
        assert end_of(queue.get(CAT)) is None
        assert (office.calls(), office.pictures()) == (1, 1)

    def test_a_seed_left_open_is_drawn_when_the_work_starts(self, office: Office) -> None:
        job = office.queue().generate(CAT)
        end_of(job)
        assert (job.request.seed, office.generator.calls[0].seed) == (0, DRAWN_SEED)

    @pytest.mark.parametrize("error", [PromptRefusedError("no"), ModelBusyError("busy")])
    def test_an_error_reaches_the_job_and_the_next_one_works(
        self, office: Office, error: Exception
    ) -> None:
        queue = office.queue(workers=1)
        office.generator.script(error)
        assert end_of(queue.generate(CAT)) is error
        assert end_of(queue.generate(DOG)) is None

    def test_a_stores_error_reaches_the_job(self, office: Office) -> None:
        full = StorageFullError("full")
        office.store.troubles["list_session"] = full
        assert end_of(office.queue().generate(CAT)) is full

    def test_our_own_bug_reaches_the_job_and_the_log(
        self, office: Office, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        bug = ZeroDivisionError("ours")
        office.generator.script(bug)
        queue = office.queue(workers=1)
        assert end_of(queue.generate(CAT)) is bug
        assert [record.exc_info[1] for record in caplog.records if record.exc_info] == [bug]
        assert end_of(queue.generate(DOG)) is None

    def test_even_a_panic_in_a_library_ends_the_job(
        self, office: Office, caplog: pytest.LogCaptureFixture
    ) -> None:
        """What a Rust library raises in the worst case is no `Exception`."""

        class Panic(BaseException):
            pass

        office.generator.script(Panic("index out of bounds"))
        queue = office.queue(workers=1)
        assert isinstance(end_of(queue.generate(CAT)), Exception)
        assert "index out of bounds" in caplog.text
        assert end_of(queue.generate(DOG)) is None

    def test_the_log_has_no_prompt_and_no_session(
        self, office: Office, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG, logger="imagespeak_core")
        secret = replace(CAT, session_id="only-I-know", prompt="my own words", image_count=2)
        queue = office.queue(workers=1)
        for error in (PromptRefusedError("no"), ValueError("bug"), StorageFullError("full")):
            office.generator.script(error)
            end_of(queue.generate(secret))
            office.clock.seconds += 2
        assert caplog.text
        assert "only-I-know" not in caplog.text
        assert "own words" not in caplog.text


class TestWhatAJobTells:
    def test_pictures_are_counted_as_they_are_stored(self, office: Office) -> None:
        gates = [office.generator.hold_seed(seed) for seed in (10, 11, 12)]
        job = office.queue().generate(replace(CAT, seed=10, image_count=3))
        assert job.made == 0
        counts = []
        for gate in (gates[1], gates[2]):
            gate.set()
            assert office.store.stored.acquire(timeout=WAIT_S)
            counts.append(len(retrieve_images(office.services, CAT.session_id)))
        assert counts == [1, 2]
        assert not job.done.done()
        gates[0].set()
        ended = job.done.result(WAIT_S)
        assert job.made == 3
        assert [key.image_index for key in ended.keys] == [0, 1, 2]
        assert (ended.error, ended.warnings) == (None, ())

    def test_partial_failures_are_warnings_and_the_good_ones_are_named(
        self, office: Office
    ) -> None:
        office.generator.script_seed(11, ModelBusyError("Busy."))
        job = office.queue().generate(replace(CAT, seed=10, image_count=3))
        ended = job.done.result(WAIT_S)
        assert ended.error is None
        assert ended.warnings == ("Picture 2 of 3 was not made: Busy.",)
        assert [key.image_index for key in ended.keys] == [0, 2]
        assert job.made == 2

    def test_what_was_stored_before_our_own_bug_is_named(
        self, office: Office, caplog: pytest.LogCaptureFixture
    ) -> None:
        bug = ZeroDivisionError("ours")
        office.generator.script_seed(11, bug)
        ended = office.queue().generate(replace(CAT, seed=10, image_count=2)).done.result(WAIT_S)
        assert ended.error is bug
        assert [key.image_index for key in ended.keys] == [0]
        assert "ours" in caplog.text

    def test_get_names_the_picture_that_was_there(self, office: Office) -> None:
        queue = office.queue()
        made = queue.generate(CAT).done.result(WAIT_S).keys
        office.clock.seconds += 10
        job = queue.get(CAT)
        assert job.done.result(WAIT_S).keys == made
        assert job.made == 0


class TestClasses:
    TEACHER = Teacher("ana@school.org")
    WISH = replace(CAT, session_id="class-7b-aaaaaaaa")

    @pytest.fixture(autouse=True)
    def _a_class(self, office: Office) -> None:
        create_class(office.services, self.TEACHER, "7b", random_bytes=bytes)

    def test_only_a_teachers_job_makes_pictures(self, office: Office) -> None:
        queue = office.queue()
        for press in (queue.get, queue.generate):
            assert isinstance(end_of(press(self.WISH)), ClassLockedError)
            office.clock.seconds += DOUBLE_CLICK_S
        assert office.calls() == 0
        assert end_of(queue.generate(self.WISH, teacher=self.TEACHER)) is None
        assert office.pictures("class-7b-aaaaaaaa") == 1

    def test_a_learner_joins_what_a_teacher_has_made(self, office: Office) -> None:
        office.block()
        queue = office.queue()
        job = queue.generate(self.WISH, teacher=self.TEACHER)
        assert queue.get(self.WISH) is job
        assert queue.generate(self.WISH) is job
        office.release()
        assert end_of(job) is None
        assert office.calls() == 1

    def test_a_teacher_does_not_join_what_ends_with_a_refusal(self, office: Office) -> None:
        queue = office.queue()
        refused = queue.generate(self.WISH)
        assert isinstance(end_of(refused), ClassLockedError)
        job = queue.generate(self.WISH, teacher=self.TEACHER)
        assert job is not refused
        assert end_of(job) is None
        assert queue.generate(self.WISH, teacher=self.TEACHER) is job  # a double click


class TestJoining:
    def test_five_threads_pressing_at_once_are_one_call(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=5)
        start = threading.Barrier(5)

        def press(_number: int) -> Job:
            start.wait(WAIT_S)
            return queue.generate(CAT)

        with ThreadPoolExecutor(max_workers=5) as pool:
            jobs = list(pool.map(press, range(5)))
        office.release()
        assert all(job is jobs[0] for job in jobs)
        assert end_of(jobs[0]) is None
        assert (office.calls(), office.pictures()) == (1, 1)

    @pytest.mark.parametrize("running", ["get", "generate"])
    def test_get_joins_whatever_is_being_made(self, office: Office, running: str) -> None:
        office.block()
        queue = office.queue()
        job: Job = getattr(queue, running)(CAT)
        assert queue.get(CAT) is job
        assert queue.get(DOG) is job

    @pytest.mark.parametrize("running", ["get", "generate"])
    def test_generate_with_the_same_form_joins(self, office: Office, running: str) -> None:
        office.block()
        queue = office.queue()
        job: Job = getattr(queue, running)(CAT)
        office.clock.seconds += 100
        assert queue.generate(replace(CAT)) is job

    @pytest.mark.parametrize("running", ["get", "generate"])
    @pytest.mark.parametrize(
        "form", [DOG, replace(CAT, seed=5), replace(CAT, quality="premium")], ids=lambda _f: "form"
    )
    def test_generate_with_another_form_has_to_wait(
        self, office: Office, running: str, form: ImageRequest
    ) -> None:
        office.block()
        queue = office.queue()
        job: Job = getattr(queue, running)(CAT)
        with pytest.raises(GenerationInProgressError, match="wait"):
            queue.generate(form)
        assert queue.latest(CAT.session_id) is job
        office.release()
        end_of(job)
        assert end_of(queue.generate(form)) is None
        assert office.pictures() == 2

    def test_a_double_click_on_a_quick_picture_is_one(self, office: Office) -> None:
        queue = office.queue()
        job = queue.generate(CAT)
        end_of(job)
        office.clock.seconds += DOUBLE_CLICK_S - 0.01
        assert queue.generate(CAT) is job
        assert office.pictures() == 1

    def test_after_that_it_is_a_new_wish(self, office: Office) -> None:
        queue = office.queue()
        job = queue.generate(CAT)
        end_of(job)
        office.clock.seconds += DOUBLE_CLICK_S
        again = queue.generate(CAT)
        assert again is not job
        end_of(again)
        assert office.pictures() == 2

    def test_whoever_has_seen_the_first_picture_gets_another_at_once(self, office: Office) -> None:
        queue = office.queue()
        job = queue.generate(CAT)
        end_of(job)
        end_of(queue.generate(CAT, shown_job_id=job.job_id))
        assert office.pictures() == 2

    def test_another_form_is_no_double_click(self, office: Office) -> None:
        queue = office.queue()
        end_of(queue.generate(CAT))
        end_of(queue.generate(DOG))
        assert office.pictures() == 2


class TestSessionsDoNotDisturbEachOther:
    def test_one_waits_the_other_gets_its_picture(self, office: Office) -> None:
        held = office.generator.hold_seed(1)
        queue = office.queue(workers=2)
        slow = queue.generate(of_session(1, replace(CAT, seed=1)))
        assert end_of(queue.generate(of_session(2, replace(DOG, seed=2)))) is None
        assert not slow.done.done()
        assert (office.pictures("session-1"), office.pictures("session-2")) == (0, 1)
        held.set()
        assert end_of(slow) is None

    def test_ones_failure_is_not_the_others(self, office: Office) -> None:
        refused = PromptRefusedError("no")
        office.generator.script_seed(1, refused)
        queue = office.queue()
        first = queue.generate(of_session(1, replace(CAT, seed=1)))
        second = queue.generate(of_session(2, replace(CAT, seed=2)))
        assert (end_of(first), end_of(second)) == (refused, None)

    def test_who_stops_waiting_cancels_nothing(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=1)
        running, waiting = queue.generate(CAT), queue.generate(of_session(1))
        office.wait_for_a_call()
        assert not running.done.cancel()
        assert not waiting.done.cancel()
        office.release()
        assert (end_of(running), end_of(waiting)) == (None, None)

    def test_job_ids_tell_nothing(self, office: Office) -> None:
        office.block()
        queue = office.queue()
        jobs = [queue.generate(of_session(number)) for number in range(50)]
        assert len({job.job_id for job in jobs}) == 50
        assert len({job.job_id[:4] for job in jobs}) > 40  # no common beginning, no counting
        for number, job in enumerate(jobs):
            assert len(job.job_id) >= 20
            assert f"session-{number}" not in job.job_id
            assert queue.find(job.job_id) is job
        assert queue.find("") is None
        assert queue.find("session-1") is None


class TestBounds:
    def test_not_more_threads_than_workers(self, office: Office) -> None:
        office.block()
        before = set(threading.enumerate())
        queue = office.queue(workers=3)
        jobs = [queue.generate(of_session(number)) for number in range(8)]
        assert len(set(threading.enumerate()) - before) == 3
        office.release()
        assert [end_of(job) for job in jobs] == [None] * 8

    def test_no_thread_before_the_first_job(self, office: Office) -> None:
        before = threading.active_count()
        office.queue(workers=3)
        assert threading.active_count() == before

    def test_too_many_waiting_is_busy_and_joining_still_works(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=1)
        jobs = [queue.generate(of_session(number)) for number in range(MAX_UNFINISHED)]
        for press in (queue.get, queue.generate):
            with pytest.raises(ModelBusyError, match="try again") as caught:
                press(CAT)
            assert caught.value.retry_after_s
        assert queue.latest(CAT.session_id) is None
        assert queue.generate(jobs[-1].request) is jobs[-1]
        queue.shutdown(timeout_s=0)

    def test_old_jobs_are_forgotten(self, office: Office) -> None:
        queue = office.queue()
        old = queue.generate(CAT)
        end_of(old)
        office.clock.seconds += KEEP_FINISHED_S
        end_of(queue.generate(of_session(1)))
        assert queue.latest(CAT.session_id) is old
        assert queue.find(old.job_id) is old
        office.clock.seconds += 1
        end_of(queue.generate(of_session(2)))
        assert queue.latest(CAT.session_id) is None
        assert queue.find(old.job_id) is None

    def test_a_running_job_is_never_forgotten(self, office: Office) -> None:
        office.block()
        queue = office.queue()
        job = queue.generate(CAT)
        office.clock.seconds += 10 * KEEP_FINISHED_S
        queue.generate(of_session(1))
        assert queue.generate(CAT) is job

    def test_the_registry_does_not_grow_without_end(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(registry, "MAX_JOBS", 50)
        office.store.troubles["list_session"] = StorageFullError("full")  # ends at once
        queue = office.queue()
        jobs = []
        for number in range(50 + 5):
            jobs.append(queue.generate(of_session(number)))
            end_of(jobs[-1])
        kept = [queue.latest(job.request.session_id) is job for job in jobs]
        assert kept == [False] * 5 + [True] * 50


class TestShutdown:
    def test_it_lets_what_runs_end_and_turns_the_rest_away(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=1)
        running = queue.generate(CAT)
        office.wait_for_a_call()
        waiting = queue.generate(of_session(1))
        with ThreadPoolExecutor() as pool:
            ended = pool.submit(queue.shutdown, WAIT_S)
            assert isinstance(end_of(waiting), ModelBusyError)
            assert queue.generate(CAT) is running  # joining costs nothing
            for press in (queue.get, queue.generate):
                with pytest.raises(ModelBusyError):
                    press(of_session(2))
            assert not ended.done()
            office.release()
            assert ended.result(WAIT_S) is True
        assert end_of(running) is None
        assert (office.calls(), office.pictures()) == (1, 1)

    def test_a_worker_that_hangs_holds_nobody_up(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=1)
        stuck = queue.generate(CAT)
        office.wait_for_a_call()
        waiting = queue.generate(of_session(1))
        assert queue.shutdown(timeout_s=0) is False
        assert isinstance(end_of(waiting), ModelBusyError)
        assert not stuck.done.done()
        assert all(thread.daemon for thread in threading.enumerate() if thread.name == "generation")

    def test_with_nothing_to_do_it_ends_at_once(self, office: Office) -> None:
        queue = office.queue()
        end_of(queue.generate(CAT))
        assert queue.shutdown(timeout_s=0) is True
        assert office.queue().shutdown(timeout_s=0) is True

    def test_what_waits_for_another_server_is_turned_away(self, office: Office) -> None:
        assert office.store.claims.take(f"{CAT.session_id}_first")
        queue = office.queue(workers=1)
        job = queue.get(CAT)
        until(lambda: job.why == "another server")
        assert queue.shutdown(WAIT_S) is True
        assert isinstance(end_of(job), ModelBusyError)

    def test_it_is_not_held_up_by_a_store_that_takes_no_claim_back(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        breaker = Breaker(office.clock)
        queue = office.queue(services=replace(office.services, breaker=breaker))
        office.block()
        queue.generate(of_session(0))
        office.wait_for_a_call()
        office.clock.seconds += HUNG_S + 1
        job = queue.get(CAT)
        until(lambda: job.why == "the model")
        answers, given_back, claims = threading.Event(), threading.Event(), office.services.claims
        remove = claims.remove

        def hang(name: str, version: str) -> None:
            assert answers.wait(WAIT_S)
            remove(name, version)
            given_back.set()

        monkeypatch.setattr(claims, "remove", hang)
        assert not queue.shutdown(0)
        assert not given_back.is_set()
        assert isinstance(end_of(job), ModelBusyError)
        answers.set()
        assert given_back.wait(WAIT_S)

    def test_what_is_safe_on_disk_is_not_waited_for(self, office: Office) -> None:
        queue = office.queue()
        job = office.wait_for_the_store(queue)
        assert queue.shutdown(WAIT_S) is True
        error = end_of(job)
        assert isinstance(error, StorageUnreachableError)
        assert error.picture_kept
        assert office.pictures() == 0

    def test_a_first_picture_that_is_not_stored_yet_stays_claimed(self, office: Office) -> None:
        office.store.troubles["put"] = StorageUnreachableError("away")
        queue = office.queue()
        job = queue.get(CAT)
        until(lambda: job.why == "the store")
        assert queue.shutdown(WAIT_S) is True
        assert names_in(office.store.blobs, CLAIM_PREFIX) == [f"{CAT.session_id}_first"]

    def test_what_is_paid_and_in_memory_alone_is(self, office: Office) -> None:
        office.services = office.server(has_disk=False)
        queue = office.queue()
        job = office.wait_for_the_store(queue)
        with ThreadPoolExecutor() as pool:
            ended = pool.submit(queue.shutdown, WAIT_S)
            with pytest.raises(ModelBusyError):
                until(lambda: queue.generate(of_session(1)) and False)
            assert not job.done.done()
            office.store_is_back()
            assert office.end_in_time(job).error is None
            assert ended.result(WAIT_S) is True
        assert office.pictures() == 1

    def test_a_picture_that_is_made_meanwhile_is_left_on_disk(self, office: Office) -> None:
        office.block()
        queue = office.queue()
        job = queue.generate(CAT)
        office.wait_for_a_call()
        office.store.troubles["put"] = StorageUnreachableError("away")
        with ThreadPoolExecutor() as pool:
            ended = pool.submit(queue.shutdown, WAIT_S)
            office.release()
            assert ended.result(WAIT_S) is True
        assert isinstance(end_of(job), StorageUnreachableError)
        assert len(list(office.root.rglob("*.spool"))) == 1


class TestWaiting:
    def test_why_a_job_does_not_run_is_told(self, office: Office) -> None:
        office.block()
        queue = office.queue(workers=1)
        running = queue.generate(CAT)
        office.wait_for_a_call()
        waiting = queue.generate(of_session(1))
        assert (running.why, waiting.why) == (None, "its turn")
        office.release()
        end_of(waiting)
        assert waiting.why is None

    def test_a_call_that_hangs_holds_others_back_and_they_hold_no_thread(
        self, office: Office
    ) -> None:
        breaker = Breaker(office.clock)
        queue = office.queue(workers=2, services=replace(office.services, breaker=breaker))
        office.block()
        hangs = queue.generate(of_session(0))
        office.wait_for_a_call()
        office.clock.seconds += HUNG_S + 1
        jobs = [queue.generate(of_session(number)) for number in range(1, 6)]
        jobs.append(queue.get(of_session(6)))
        until(lambda: all(job.why == "the model" for job in jobs))
        for _ in range(5):
            office.time_passes()
        assert office.calls() == 1
        office.release()
        assert end_of(hangs) is None
        for job in jobs:
            assert office.end_in_time(job).error is None
        assert office.calls() == 1 + len(jobs)

    def test_stale_claims_hold_no_thread(self, office: Office) -> None:
        for number in range(10):
            assert office.store.claims.take(f"session-{number}_first")
        before = set(threading.enumerate())
        queue = office.queue(workers=1)
        jobs = [queue.get(of_session(number)) for number in range(10)]
        assert end_of(queue.generate(CAT)) is None
        until(lambda: all(job.why == "another server" for job in jobs))
        new = sorted(thread.name for thread in set(threading.enumerate()) - before)
        assert [name for name in new if name != "claims"] == ["generation"]

    def test_the_other_servers_picture_comes_by_itself(self, office: Office) -> None:
        claim = office.store.claims.take(f"{CAT.session_id}_first")
        assert claim
        queue = office.queue(workers=1)
        job = queue.get(CAT)
        until(lambda: job.why == "another server")
        made = generate_images(office.server(), DOG).images[0].stored
        claim.release()
        ended = office.end_in_time(job)
        assert (ended.error, ended.keys, ended.listed) == (None, (made.key,), (made,))
        assert office.calls() == 1

    def test_who_has_waited_longest_is_next(self, office: Office) -> None:
        claim = office.store.claims.take(f"{CAT.session_id}_first")
        assert claim
        queue = office.queue(workers=1)
        first = queue.get(CAT)
        until(lambda: first.why == "another server")
        office.block()
        running = queue.generate(of_session(1))
        office.wait_for_a_call()
        last = queue.generate(of_session(2))
        claim.release()
        office.time_passes()
        office.release()
        assert (end_of(running), end_of(first), end_of(last)) == (None, None, None)
        assert [call.session_id for call in office.generator.calls] == [
            "session-1",
            CAT.session_id,
            "session-2",
        ]


class TestSpooled:
    """A picture is made and paid for, and the store does not take it."""

    def test_the_job_goes_on_until_it_is_stored(self, office: Office) -> None:
        queue = office.queue(workers=1)
        job = office.wait_for_the_store(queue)
        office.time_passes()
        assert not job.done.done()
        office.store_is_back()
        ended = office.end_in_time(job)
        assert ended.error is None
        assert [image.key for image in ended.listed] == list(ended.keys)
        assert (office.calls(), office.pictures()) == (1, 1)

    @pytest.mark.parametrize("running", ["get", "generate"])
    def test_the_same_form_joins_and_another_waits(self, office: Office, running: str) -> None:
        office.store.troubles["put"] = StorageUnreachableError("away")
        queue = office.queue()
        job: Job = getattr(queue, running)(CAT)
        until(lambda: job.why == "the store" and office.spool().pending(KIND))
        office.clock.seconds += 100
        assert queue.generate(CAT, shown_job_id="another") is job
        assert queue.get(DOG) is job
        with pytest.raises(GenerationInProgressError):
            queue.generate(DOG)
        office.store_is_back()
        assert office.end_in_time(job).error is None
        assert end_of(queue.generate(DOG)) is None
        assert [call.prompt for call in office.generator.calls] == ["A cat", "A dog"]
        assert office.pictures() == 2

    def test_a_lost_answer_and_generate_new_are_one_picture_each(self, office: Office) -> None:
        """An old picture is never given for a new press."""
        put, lost = office.store.put, [True]

        def lossy(key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
            image = put(key, png, metadata)
            if lost.pop() if lost else False:
                raise StorageUnreachableError("the answer is lost")
            return image

        office.store.put = lossy  # type: ignore[method-assign]
        queue = office.queue()
        first = queue.generate(CAT)
        until(lambda: first.why == "the store")
        assert office.end_in_time(first).error is None
        second = queue.generate(CAT, shown_job_id=first.job_id)
        ended = second.done.result(WAIT_S)
        assert ended.keys != first.done.result().keys
        assert (office.calls(), office.pictures()) == (2, 2)

    def test_nobody_waits_for_the_claim_of_a_first_picture_to_be_given_back(
        self, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        claims, were_done = office.services.claims, list[bool]()
        remove = claims.remove

        def give_back(name: str, version: str) -> None:
            were_done.append(job.done.done())
            remove(name, version)

        monkeypatch.setattr(claims, "remove", give_back)
        office.block()
        job = office.queue().get(CAT)
        office.release()
        until(lambda: were_done and not claims._held)
        assert were_done == [True]

    def test_a_first_picture_keeps_its_claim_meanwhile(self, office: Office) -> None:
        office.store.troubles["put"] = StorageUnreachableError("away")
        queue = office.queue()
        job = queue.get(CAT)
        until(lambda: job.why == "the store")
        there = office.queue(services=office.server()).get(CAT)
        until(lambda: there.why == "another server")
        assert office.calls() == 1

    def test_after_a_restart_it_is_the_same_job(self, office: Office) -> None:
        dead = office.queue()
        before = office.wait_for_the_store(dead, replace(CAT, image_count=2))
        dead.shutdown(0)
        office.spool().shutdown(0)

        office.services = office.server()
        queue = office.queue()
        office.spool().adopt()
        job = queue.find(before.job_id)
        assert job
        assert queue.latest(CAT.session_id) is job
        assert queue.generate(before.request) is job
        with pytest.raises(GenerationInProgressError):
            queue.generate(DOG)
        until(lambda: job.why == "the store")
        office.store_is_back()
        ended = office.end_in_time(job)
        assert (ended.error, len(ended.keys), len(ended.listed)) == (None, 2, 2)
        assert office.calls() == 2

    def test_what_another_version_has_spooled_keeps_nobody_from_theirs(
        self, office: Office
    ) -> None:
        dead = office.queue()
        before = office.wait_for_the_store(dead)
        (item,) = office.spool().pending(KIND)
        wide = json.loads(json.dumps(item.header).replace('"width_px": 256', '"width_px": 9999'))
        for header in ({"a": 1}, wide, {**item.header, "version": 2}):
            office.spool().keep(KIND, header, b"of another version")
        office.spool().shutdown(0)

        office.services = office.server()
        queue = office.queue()
        office.spool().adopt()
        job = queue.find(before.job_id)
        assert job
        office.store_is_back()
        assert office.end_in_time(job).error is None
        assert (office.calls(), office.pictures()) == (1, 1)
        assert len(list(office.root.rglob("*.spool"))) == 3

    @pytest.mark.parametrize("is_adopted", [True, False])
    def test_what_is_left_while_its_first_picture_is_waited_for_is_that_picture(
        self, office: Office, *, is_adopted: bool
    ) -> None:
        office.store.troubles["put"] = StorageUnreachableError("away")
        dying = office.queue()
        before = dying.get(CAT)
        until(lambda: before.why == "the store" and office.spool().pending(KIND))
        first, office.services = office.services, office.server()
        job = office.queue().get(CAT)
        until(lambda: job.why == "another server")
        dying.shutdown(0)
        for claim in [*first.claims._held]:
            claim.release()  # as if it was abandoned
        assert first.spool
        first.spool.shutdown(0)

        if is_adopted:  # else there was no time for that, and the look does it
            office.spool().adopt()
        office.later.pass_by()
        until(lambda: job.why == "the store")
        office.store_is_back()
        ended = office.end_in_time(job)
        assert (ended.error, len(ended.listed)) == (None, 1)
        assert (office.calls(), office.pictures()) == (1, 1)

    def test_where_another_picture_is_being_made_the_old_one_is_stored_all_the_same(
        self, office: Office
    ) -> None:
        dead = office.queue()
        office.wait_for_the_store(dead)
        office.spool().shutdown(0)
        office.store_is_back()

        office.services = office.server()
        queue = office.queue()
        office.block()
        job = queue.generate(DOG)
        office.wait_for_a_call()
        office.spool().adopt()
        assert queue.latest(CAT.session_id) is job
        office.spool().try_due()
        office.release()
        assert end_of(job) is None
        assert office.pictures() == 2


def test_elapsed_time_counts_from_the_press(office: Office) -> None:
    office.block()
    queue = office.queue()
    job = queue.generate(CAT)
    office.clock.seconds += 4.5
    assert queue.generate(CAT) is job
    assert queue.elapsed_s(job) == 4.5


def test_where_no_thread_can_be_started_nobody_waits_for_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    queue = office.queue(workers=1)
    with monkeypatch.context() as crowded:
        crowded.setattr(threading.Thread, "start", full)
        with pytest.raises(RuntimeError):
            queue.generate(CAT)
    assert queue.latest(CAT.session_id) is None
    assert end_of(queue.generate(CAT)) is None
    assert office.pictures() == 1
