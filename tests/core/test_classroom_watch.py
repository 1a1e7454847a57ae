"""The eye on classes: how often it looks, who is woken, and what trouble does to it."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from imagespeak_core.changes import DocumentSeen
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.classroom.state import CLASSES, ClassState, OpenClass
from imagespeak_core.classroom.watch import (
    LOOK_EVERY_S,
    LOOK_FOR_NONE_EVERY_S,
    MAX_LOOKS,
    MAX_WATCHED,
    ClassWatch,
)
from imagespeak_core.errors import InvalidSessionIdError, StorageError, StorageTimeoutError
from imagespeak_core.stores.documents import Document

CLASS = "class-7b"
POLL_S = 25.0
DEADLINE_S = 30.0
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def a_class(session_id: str = CLASS) -> ClassState:
    return ClassState(
        session_id=session_id,
        title="7b",
        code="ABC234",
        teacher="ana@school.org",
        created_at=NOW,
        expires_at=NOW + timedelta(days=30),
    )


def seen(opened: OpenClass) -> DocumentSeen:
    document = Document(CLASSES.to_json(opened.state), opened.version)
    return DocumentSeen(state_name(opened.state.session_id), document)


class Shelf:
    """A reader of documents that counts, waits at a gate and fails as it is told to."""

    def __init__(self) -> None:
        self.documents: dict[str, Document] = {}
        self.reads: list[str] = []
        self.trouble: StorageError | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.reading = threading.Semaphore(0)

    def put(self, state: ClassState, version: str) -> OpenClass:
        name = f"classes/{state.session_id}.json"
        self.documents[name] = Document(CLASSES.to_json(state), version)
        return OpenClass(state, version)

    def read(self, name: str) -> Document | None:
        self.reads.append(name)
        document, trouble = self.documents.get(name), self.trouble
        self.reading.release()
        assert self.gate.wait(DEADLINE_S)
        if trouble:
            raise trouble
        return document


class HandTime:
    """Time that passes only when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, future))
        await future

    def asleep(self) -> int:
        return sum(not future.done() for _, future in self._sleepers)

    def pass_by(self, seconds: float) -> None:
        self.now += seconds
        for at, future in self._sleepers:
            if at <= self.now and not future.done():
                future.set_result(None)


class Desk:
    """A watch, and everything around it."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.time = HandTime()
        self.watch = ClassWatch(
            self.shelf.read, monotonic=self.time.monotonic, sleep=self.time.sleep
        )
        self.first = self.shelf.put(a_class(), "v1")
        self.second = OpenClass(edits.lock(a_class()), "v2")

    def change(self) -> None:
        """Somebody on another server changes the class."""
        self.shelf.put(self.second.state, "v2")

    def wait(self, seen: str | None = "v1", session_id: str = CLASS) -> asyncio.Task[bool]:
        return asyncio.create_task(self.watch.changed(session_id, seen, POLL_S))

    async def settled(self, waiting: int, lookers: int = 1) -> None:
        """Until so many wait, and each class's looks are over for now."""
        await until(lambda: self.time.asleep() == waiting + lookers)


async def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < end, "it never came"
        await asyncio.sleep(0)


def on_a_loop(scenario: Coroutine[object, object, None]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(2 * DEADLINE_S):
            await scenario

    asyncio.run(in_time(), debug=False)


@pytest.fixture
def desk() -> Desk:
    return Desk()


class TestWaiting:
    def test_200_waiters_cost_one_read_a_look(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiters = [desk.wait() for _ in range(200)]
            await desk.settled(200)
            assert len(desk.shelf.reads) == 1
            for look in (2, 3):
                desk.time.pass_by(LOOK_EVERY_S)
                await desk.settled(200)
                assert len(desk.shelf.reads) == look
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await asyncio.gather(*waiters) == [True] * 200
            assert len(desk.shelf.reads) == 4

        on_a_loop(scenario())

    def test_when_nobody_waits_nobody_looks(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            await desk.settled(1)
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter
            await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
            desk.time.pass_by(100)
            assert len(desk.shelf.reads) == 2

        on_a_loop(scenario())

    def test_who_goes_away_leaves_nothing_behind(self, desk: Desk) -> None:
        async def scenario() -> None:
            first, second = desk.wait(), desk.wait()
            await desk.settled(2)
            first.cancel()
            await desk.settled(1)
            second.cancel()
            await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
            assert desk.time.asleep() == 0

        on_a_loop(scenario())

    def test_without_a_change_the_time_passes(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            for _ in range(24):
                await desk.settled(1)
                desk.time.pass_by(LOOK_EVERY_S)
            await desk.settled(1)
            assert not waiter.done()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter is False

        on_a_loop(scenario())

    @pytest.mark.parametrize("seen", ["v0", "", None])
    def test_who_has_seen_something_else_need_not_wait(self, desk: Desk, seen: str | None) -> None:
        async def scenario() -> None:
            assert await desk.wait(seen)
            assert len(desk.shelf.reads) == 1

        on_a_loop(scenario())

    def test_a_class_that_is_deleted_and_one_that_is_made(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            await desk.settled(1)
            desk.shelf.documents.clear()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter
            assert desk.watch.latest(CLASS) is None
            waiter = desk.wait("")
            await desk.settled(1)
            desk.change()
            desk.time.pass_by(LOOK_FOR_NONE_EVERY_S)
            assert await waiter

        on_a_loop(scenario())

    def test_what_tells_of_another_class_is_none(self, desk: Desk) -> None:
        name = f"classes/{CLASS}.json"
        desk.shelf.documents[name] = Document(CLASSES.to_json(a_class("class-8b")), "v9")
        assert desk.watch.latest(CLASS) is None

        async def scenario() -> None:
            waiter = desk.wait("")
            await desk.settled(1)
            desk.time.pass_by(LOOK_FOR_NONE_EVERY_S)
            await desk.settled(1)
            assert not waiter.done()
            desk.change()
            desk.time.pass_by(LOOK_FOR_NONE_EVERY_S)
            assert await waiter

        on_a_loop(scenario())

    def test_a_class_that_is_damaged(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            await desk.settled(1)
            desk.shelf.documents[f"classes/{CLASS}.json"] = Document(b"broken", "v9")
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter
            with pytest.raises(ClassDamagedError):
                desk.watch.latest(CLASS)

        on_a_loop(scenario())

    def test_classes_do_not_wake_each_other(self, desk: Desk) -> None:
        desk.shelf.put(a_class("class-8a"), "v1")

        async def scenario() -> None:
            ours, theirs = desk.wait(), desk.wait(session_id="class-8a")
            await desk.settled(2, lookers=2)
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await ours
            await desk.settled(1)
            assert not theirs.done()
            theirs.cancel()

        on_a_loop(scenario())

    def test_a_store_that_is_down_is_waited_for(
        self, desk: Desk, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG, logger="imagespeak_core")

        async def scenario() -> None:
            desk.shelf.trouble = StorageTimeoutError("slow")
            waiter = desk.wait()
            for _ in range(5):
                await desk.settled(1)
                desk.time.pass_by(LOOK_EVERY_S)
            await desk.settled(1)
            assert not waiter.done()
            desk.shelf.trouble = None
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter

        on_a_loop(scenario())
        ours = [record for record in caplog.records if record.name.startswith("imagespeak_core")]
        assert len(ours) == 1
        assert CLASS not in caplog.text


class TestTelling:
    def test_a_change_of_this_process_wakes_at_once(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiters = [desk.wait() for _ in range(3)]
            await desk.settled(3)
            await asyncio.to_thread(desk.watch.heed, seen(desk.second))
            assert await asyncio.gather(*waiters) == [True] * 3
            assert desk.watch.latest(CLASS) == desk.second
            assert len(desk.shelf.reads) == 1

        on_a_loop(scenario())

    def test_so_does_a_deletion(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            await desk.settled(1)
            desk.watch.heed(DocumentSeen(state_name(CLASS), None))
            assert await waiter
            assert desk.watch.latest(CLASS) is None
            assert len(desk.shelf.reads) == 1

        on_a_loop(scenario())

    def test_what_is_being_read_is_older_than_what_is_told(self, desk: Desk) -> None:
        async def scenario() -> None:
            desk.shelf.gate.clear()
            waiter = desk.wait("v2")
            await asyncio.to_thread(desk.shelf.reading.acquire)  # it holds the old class by now
            desk.change()
            desk.watch.heed(seen(desk.second))
            desk.shelf.gate.set()
            await desk.settled(1)
            assert not waiter.done()
            assert desk.watch.latest(CLASS) == desk.second
            waiter.cancel()

        on_a_loop(scenario())

    def test_without_anybody_who_waits_it_is_remembered_for_a_second(self, desk: Desk) -> None:
        desk.watch.heed(seen(desk.second))
        assert desk.watch.latest(CLASS) == desk.second
        assert desk.shelf.reads == []
        desk.time.pass_by(LOOK_EVERY_S)
        assert desk.watch.latest(CLASS) == desk.first


class TestLatest:
    def test_at_most_a_second_old(self, desk: Desk) -> None:
        assert desk.watch.latest(CLASS) == desk.first
        desk.change()
        desk.time.pass_by(LOOK_EVERY_S - 0.01)
        assert desk.watch.latest(CLASS) == desk.first
        desk.time.pass_by(0.01)
        assert desk.watch.latest(CLASS) == desk.second
        assert len(desk.shelf.reads) == 2

    @pytest.mark.parametrize("trouble", [None, StorageTimeoutError("slow")])
    def test_those_who_ask_at_once_share_one_reading_and_its_failure(
        self, desk: Desk, trouble: StorageError | None
    ) -> None:
        desk.shelf.trouble = trouble
        desk.shelf.gate.clear()

        def look(_number: int) -> OpenClass | StorageError | None:
            try:
                return desk.watch.latest(CLASS)
            except StorageError as error:
                return error

        with ThreadPoolExecutor(max_workers=20) as pool:
            looks = [pool.submit(look, number) for number in range(20)]
            assert desk.shelf.reading.acquire(timeout=DEADLINE_S)
            desk.shelf.gate.set()
            results = {id(one.result(DEADLINE_S)): one.result() for one in looks}
        assert len(desk.shelf.reads) == 1
        assert all(result == (trouble or desk.first) for result in results.values())

    def test_a_reading_that_takes_long_is_shared_as_long_as_it_takes(self, desk: Desk) -> None:
        desk.shelf.gate.clear()
        with ThreadPoolExecutor(max_workers=1) as pool:
            reading = pool.submit(desk.watch.latest, CLASS)
            assert desk.shelf.reading.acquire(timeout=DEADLINE_S)
            desk.time.pass_by(60)
            assert desk.watch._counts(desk.watch._looks[CLASS])
            desk.shelf.gate.set()
            assert reading.result(DEADLINE_S) == desk.first
        assert not desk.watch._counts(desk.watch._looks[CLASS])

    def test_page_runs_and_waiters_share_their_looks(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait()
            await desk.settled(1)
            for _ in range(50):
                assert desk.watch.latest(CLASS) == desk.first
            assert len(desk.shelf.reads) == 1
            waiter.cancel()

        on_a_loop(scenario())

    @pytest.mark.parametrize("seconds", [0, LOOK_EVERY_S])
    def test_who_has_seen_what_a_page_run_read_finds_nothing_new_in_it(
        self, desk: Desk, seconds: float
    ) -> None:
        async def scenario() -> None:
            early = desk.wait()
            await desk.settled(1)
            desk.change()
            desk.time.now += seconds  # the waiters' own look is still to come
            read = desk.watch.latest if seconds else desk.watch.now
            assert await asyncio.to_thread(read, CLASS) == desk.second
            late = desk.wait("v2")
            assert await early
            await desk.settled(1)
            assert not late.done()
            late.cancel()

        on_a_loop(scenario())

    def test_another_reading_after_a_failure(self, desk: Desk) -> None:
        desk.shelf.trouble = StorageTimeoutError("slow")
        for _ in range(2):
            with pytest.raises(StorageTimeoutError):
                desk.watch.latest(CLASS)
        assert len(desk.shelf.reads) == 1
        desk.shelf.trouble = None
        desk.time.pass_by(LOOK_EVERY_S)
        assert desk.watch.latest(CLASS) == desk.first

    def test_for_a_change_it_is_read_anew(self, desk: Desk) -> None:
        assert desk.watch.now(CLASS) == desk.first
        desk.change()
        assert desk.watch.now(CLASS) == desk.second
        assert desk.watch.latest(CLASS) == desk.second
        assert desk.watch.now("image-001") is None
        assert len(desk.shelf.reads) == 2

    def test_that_there_is_none_is_remembered_for_seconds(self, desk: Desk) -> None:
        del desk.shelf.documents[state_name(CLASS)]
        for _ in range(50):
            assert desk.watch.latest(CLASS) is None
            desk.time.pass_by((LOOK_FOR_NONE_EVERY_S - 0.01) / 50)
        assert len(desk.shelf.reads) == 1
        desk.change()  # on another server
        assert desk.watch.latest(CLASS) is None
        desk.time.pass_by(0.02)
        assert desk.watch.latest(CLASS) == desk.second
        assert len(desk.shelf.reads) == 2

    def test_polls_for_what_is_none_share_that_memory(self, desk: Desk) -> None:
        async def scenario() -> None:
            assert desk.watch.latest("class-none") is None
            for _ in range(20):
                waiter = desk.wait("", "class-none")
                await desk.settled(1)
                waiter.cancel()
                await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
            assert desk.shelf.reads == ["classes/class-none.json"]

        on_a_loop(scenario())

    def test_a_class_made_here_is_found_at_once(self, desk: Desk) -> None:
        del desk.shelf.documents[state_name(CLASS)]
        assert desk.watch.latest(CLASS) is None
        desk.watch.heed(seen(desk.second))
        assert desk.watch.latest(CLASS) == desk.second
        assert desk.watch.now("class-none") is None
        desk.shelf.put(a_class("class-none"), "v1")
        assert desk.watch.now("class-none"), "who is going to change it looks itself"

    def test_no_class(self, desk: Desk) -> None:
        assert desk.watch.latest("class-none") is None
        assert desk.watch.latest("image-001") is None
        assert desk.shelf.reads == ["classes/class-none.json"]


class TestHostility:
    def test_a_bad_id(self, desk: Desk) -> None:
        async def scenario() -> None:
            for session_id in ("class-../../x", "", "class-" + "x" * 10_000):
                with pytest.raises(InvalidSessionIdError):
                    await desk.watch.changed(session_id, None, POLL_S)

        on_a_loop(scenario())
        with pytest.raises(InvalidSessionIdError):
            desk.watch.latest("class-../../x")
        assert desk.shelf.reads == []

    def test_what_is_no_class_id_is_never_looked_at(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiter = desk.wait("v1", "image-001")
            await desk.settled(1, lookers=0)
            desk.time.pass_by(POLL_S)
            assert await waiter is False

        on_a_loop(scenario())
        assert desk.shelf.reads == []

    def test_looks_are_not_kept_without_end(self, desk: Desk) -> None:
        for number in range(MAX_LOOKS + 10):
            desk.watch.latest(f"class-{number}")
        assert len(desk.watch._looks) == MAX_LOOKS

    def test_a_class_is_not_forgotten_for_what_is_none(self, desk: Desk) -> None:
        assert desk.watch.latest(CLASS) == desk.first
        for number in range(MAX_LOOKS + 10):
            desk.watch.latest(f"class-{number}")
        desk.shelf.reads.clear()
        assert desk.watch.latest(CLASS) == desk.first
        assert desk.shelf.reads == []

    def test_a_store_that_hangs_over_ids_that_somebody_made_up_holds_up_nothing_else(
        self, desk: Desk
    ) -> None:
        async def scenario() -> None:
            assert desk.watch.latest(CLASS) == desk.first
            read, hangs = desk.shelf.read, threading.Event()

            def slow_for_others(name: str) -> Document | None:
                if name != state_name(CLASS):
                    assert hangs.wait(DEADLINE_S)
                return read(name)

            desk.watch._read = slow_for_others
            made_up = [desk.wait("", f"class-{number}") for number in range(MAX_WATCHED)]
            waiter = desk.wait()
            await asyncio.sleep(0)
            await asyncio.to_thread(lambda: None)  # files and scripts still have their threads
            await until(lambda: desk.time.asleep() == MAX_WATCHED + 2)
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter, "a class is followed all the same"
            for one in made_up:
                one.cancel()
            hangs.set()
            desk.watch.shutdown()

        on_a_loop(scenario())

    def test_not_more_classes_are_watched_than_the_server_bears(self, desk: Desk) -> None:
        async def scenario() -> None:
            waiters = [desk.wait("", f"class-{number}") for number in range(MAX_WATCHED + 20)]
            await desk.settled(MAX_WATCHED + 20, lookers=MAX_WATCHED)
            assert len(desk.shelf.reads) == MAX_WATCHED
            desk.time.pass_by(POLL_S)
            assert await asyncio.gather(*waiters) == [False] * (MAX_WATCHED + 20)

        on_a_loop(scenario())

    def test_ids_that_somebody_made_up_do_not_keep_a_class_from_being_followed(
        self, desk: Desk
    ) -> None:
        async def scenario() -> None:
            made_up = [desk.wait("", f"class-{number}") for number in range(MAX_WATCHED)]
            await desk.settled(MAX_WATCHED, lookers=MAX_WATCHED)
            waiter = desk.wait()
            await desk.settled(MAX_WATCHED + 1, lookers=MAX_WATCHED)
            desk.shelf.reads.clear()
            desk.change()
            desk.time.pass_by(LOOK_EVERY_S)
            assert await waiter
            assert desk.shelf.reads == [f"classes/{CLASS}.json"], "the others can wait"
            desk.time.pass_by(POLL_S)
            assert await asyncio.gather(*made_up) == [False] * MAX_WATCHED
            assert desk.watch._watched == {}

        on_a_loop(scenario())
