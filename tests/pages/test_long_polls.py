"""The route that answers when one of several things has happened, called as the server does."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from imagespeak_core.errors import ModelError, StorageError
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.jobs import Job
from pages.components.shell import file_addresses
from pages.components.shell.wiring import wiring
from pages.components.widgets.news import of_class, of_job, of_page, of_turn
from pages.server import long_polls
from pages.server.page_turns import page_turns
from pages.server.server_end import is_ending
from tests.for_each import for_each
from tests.pages import lessons
from tests.pages.lessons import CLASS
from tests.pages.visits import Site
from tests.patience import until

LIMIT_S = 20
"""Less than the route waits: what comes in time was not the end of the wait."""
NO_JOB = of_job("nobody-knows")


class Browser:
    """Waits at the route until it lets go."""

    def __init__(self, *things: str, more: str = "") -> None:
        self._query = urlencode([("of", thing) for thing in things]) + more
        self._sent = False
        self._has_let_go = asyncio.Event()

    def ask(self) -> asyncio.Task[Response]:
        scope = {"type": "http", "headers": [], "query_string": self._query.encode()}
        return asyncio.create_task(long_polls.news(Request(scope, self._receive)))

    def let_go(self) -> None:
        self._has_let_go.set()

    async def _receive(self) -> Message:
        if not self._sent:
            self._sent = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._has_let_go.wait()
        return {"type": "http.disconnect"}


@pytest.fixture(autouse=True)
def _an_end_of_each_loop() -> Iterator[None]:
    is_ending.cache_clear()
    page_turns.cache_clear()
    yield
    is_ending.cache_clear()
    page_turns.cache_clear()


@pytest.fixture
def class_seen(site: Site) -> str:
    """Of a class as it is now."""
    lessons.make_lesson(site)
    return of_class(CLASS, version())


@pytest.fixture
def may_end(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """No picture is made before it is set."""
    may_end, make = threading.Event(), site.generator.generate

    def generate(request: ImageRequest) -> GeneratedImage:
        assert may_end.wait(60)
        return make(request)

    monkeypatch.setattr(site.generator, "generate", generate)
    yield may_end
    may_end.set()


def version() -> str:
    opened = wiring().classes.now(CLASS)
    assert opened
    return opened.version


def running_job(*, after: Job | None = None) -> Job:
    request = ImageRequest("abc", "A red bus", width_px=256, height_px=256)
    return wiring().queue.generate(request, shown_job_id=after.job_id if after else "")


def on_a_loop(scenario: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(LIMIT_S):
            await scenario()

    asyncio.run(in_time())


def told(answer: Response) -> list[str]:
    return list(seen(answer))


def seen(answer: Response) -> dict[str, dict[str, Any] | None]:
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, dict[str, Any] | None] = json.loads(bytes(answer.body))
    return found


def test_of_several_things_those_are_told_that_happened(
    class_seen: str, may_end: threading.Event
) -> None:
    job = running_job()

    async def scenario() -> None:
        things = (class_seen, of_job(job.job_id), of_class("class-other", ""), NO_JOB, "?", "")
        asked = Browser(*things).ask()
        lessons.show(1)
        lessons.tell()
        assert told(await asked) == [class_seen]

        things = (of_class(CLASS, version()), *things[1:])
        asked = Browser(*things).ask()
        may_end.set()
        assert told(await asked) == [of_job(job.job_id)]

        # Who asks late, with what was seen before, is told of what was missed.
        for missed in (class_seen, of_job(job.job_id)):
            assert told(await Browser(missed, *things[2:]).ask()) == [missed]

    on_a_loop(scenario)


def test_what_a_job_waits_for_is_told_when_it_is_something_else(
    site: Site, may_end: threading.Event
) -> None:
    job = running_job()
    until(lambda: job.why is None)

    async def scenario() -> None:
        running = of_turn(job.job_id, None)
        assert told(await Browser(of_turn(job.job_id, "its turn")).ask()) == [
            of_turn(job.job_id, "its turn")
        ]
        assert (await Browser(running, more="&at_once").ask()).status_code == 204
        asked = Browser(running).ask()
        job.is_put_off("the store")
        assert told(await asked) == [running]
        job.is_put_off(None)
        may_end.set()
        both = (of_job(job.job_id), running)
        assert told(await Browser(*both).ask()) == [of_job(job.job_id)], "one end is one change"

    on_a_loop(scenario)


def test_a_browser_that_lets_go_keeps_nobody_waiting_and_cancels_no_job(
    class_seen: str, may_end: threading.Event
) -> None:
    job = running_job()

    async def scenario() -> None:
        browser = Browser(class_seen, of_job(job.job_id))
        asked = browser.ask()
        await asyncio.sleep(0)
        browser.let_go()
        assert (await asked).status_code == 204
        may_end.set()
        assert (await asyncio.wrap_future(job.done)).error is None

    on_a_loop(scenario)


def test_nothing_has_happened(class_seen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        for browser in (Browser(class_seen, more="&at_once"), Browser(class_seen)):
            answer = await browser.ask()
            assert (answer.status_code, answer.body) == (204, b"")
            assert answer.headers["cache-control"] == "no-store"
            monkeypatch.setattr(long_polls, "LONG_POLL_S", 0.0)

    on_a_loop(scenario)


def test_the_servers_end_is_told_to_who_waits(class_seen: str) -> None:
    async def scenario() -> None:
        asked = Browser(class_seen).ask()
        await asyncio.sleep(0)
        is_ending().set()
        assert (await asked).status_code == 503

    on_a_loop(scenario)


@pytest.mark.usefixtures("site")
@for_each(
    "things",
    [
        [],
        [NO_JOB],
        [of_class("../x", "1"), of_class("x" * 65, "1"), of_class("", "")],
        ["", ":", of_page("nobody-knows"), "job", "job:", "class", "lesson:abc", "Class:abc"],
    ],
)
def test_what_nobody_knows_is_not_waited_for(things: list[str]) -> None:
    async def scenario() -> None:
        answer = await Browser(*things).ask()
        assert (answer.status_code, answer.body) == (404, b"")

    on_a_loop(scenario)


def test_not_more_things_than_one_browser_shows(class_seen: str) -> None:
    """The same one named often is one thing."""
    lessons.show(1)
    lessons.tell()
    filling = [of_class(f"class-{number}", "") for number in range(long_polls.MOST_THINGS - 1)]

    async def scenario() -> None:
        assert told(await Browser(class_seen, *filling, class_seen).ask()) == [class_seen]
        answer = await Browser(class_seen, *filling, of_class("class-more", "")).ask()
        assert answer.status_code == 400
        assert "at most 20" in bytes(answer.body).decode()

    on_a_loop(scenario)


def test_a_crowd_sees_the_picture_at_once_and_draws_its_pages_one_after_the_other(
    class_seen: str, may_end: threading.Event
) -> None:
    job = running_job()
    name = of_job(job.job_id)

    async def scenario() -> None:
        crowd = [Browser(name).ask() for _ in range(4)]
        await asyncio.sleep(0)  # all of them have asked
        may_end.set()
        pages = [seen(answer)[name] or {} for answer in await asyncio.gather(*crowd)]
        [key] = job.done.result().keys
        assert {page["picture"] for page in pages} == {file_addresses.picture_from_here(key)}
        assert [page["in_line"] for page in pages] == [False, True, True, True]
        turns = [Browser(of_page(job.job_id)).ask() for _ in range(3)]
        order: list[asyncio.Task[Response]] = []
        for turn in turns:
            turn.add_done_callback(order.append)
        for answer in await asyncio.gather(*turns):
            assert seen(answer) == {of_page(job.job_id): None}
        assert order == turns

        lessons.show(1)
        lessons.tell()
        assert seen(await Browser(class_seen).ask()) == {class_seen: None}, "it draws a small part"

    on_a_loop(scenario)


def test_a_picture_whose_address_can_not_be_made_is_left_to_the_page(
    site: Site, may_end: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end.set()
    job = running_job()

    def refuse(_: object, **__: object) -> str:
        raise StorageError("no credentials")

    monkeypatch.setattr(site.store, "image_url", refuse)

    async def scenario() -> None:
        answer = await Browser(of_job(job.job_id)).ask()
        assert seen(answer) == {of_job(job.job_id): {"in_line": False}}

    on_a_loop(scenario)


def test_of_a_job_that_failed_no_picture_is_shown(site: Site, may_end: threading.Event) -> None:
    may_end.set()
    first = running_job()
    assert first.done.result(LIMIT_S).keys
    site.generator.fail_next_with(ModelError("no"))
    job = running_job(after=first)

    async def scenario() -> None:
        answer = await Browser(of_job(job.job_id)).ask()
        assert seen(answer) == {of_job(job.job_id): {"in_line": False}}

    on_a_loop(scenario)
