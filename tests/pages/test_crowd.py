"""Not more tabs, connections and words than a server bears; who is here goes on."""

from __future__ import annotations

import asyncio
import os
import resource
import socket

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from pages.server import connections, open_files
from pages.server.connections import MOST_MESSAGE_BYTES, bound, bounded
from pages.server.crowd import (
    FULL,
    LARGE_BYTES,
    MOST_LARGE_BYTES,
    NOT_TAKEN,
    TRY_AGAIN_LATER,
    Crowd,
    CrowdDoor,
)
from pages.server.open_files import MOST_FILES, Bears, bears
from tests.for_each import for_each
from tests.pages.asgi_browser import AsgiBrowser
from tests.pages.served import answer_to, connected, on_a_loop, served

pytestmark = pytest.mark.usefixtures("in_a_fresh_place")

TABS = 3


class Site:
    """An app that hears its tabs out, behind the door."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.heard: list[int] = []
        self.crowd = Crowd(Bears(100, TABS, 10), lambda kind, _: self.told.append(kind))
        routes = [
            Route("/", self._page),
            Route("/_stcore/health", self._health),
            WebSocketRoute("/_stcore/stream", self._stream),
        ]
        door = Middleware(CrowdDoor, counted=lambda: self.crowd)
        self.app = Starlette(routes=routes, middleware=[door])

    async def _page(self, _request: Request) -> Response:
        return HTMLResponse("the app")

    async def _health(self, _request: Request) -> Response:
        return PlainTextResponse("ok")

    async def _stream(self, websocket: WebSocket) -> None:
        await websocket.accept()
        async for message in websocket.iter_bytes():
            self.heard.append(len(message))
        await websocket.send_bytes(b"too late")

    async def open(self) -> Tab:
        tab = Tab(self)
        await tab.settle()
        return tab


class Tab:
    """A page's socket."""

    def __init__(self, site: Site) -> None:
        scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
        self._says: asyncio.Queue[Message] = asyncio.Queue()
        self._says.put_nowait({"type": "websocket.connect"})
        self.hears: list[Message] = []
        self.task = asyncio.create_task(site.app(scope, self._says.get, self._hear))

    @property
    def is_in(self) -> bool:
        return bool(self.hears[-1]["type"] == "websocket.accept")

    @property
    def code(self) -> int:
        assert self.hears[-1]["type"] == "websocket.close", "nothing is said after it"
        return int(self.hears[-1]["code"])

    async def say(self, size: int) -> None:
        self._says.put_nowait({"type": "websocket.receive", "bytes": bytes(size)})
        await self.settle()

    async def leave(self) -> None:
        self._says.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await self.settle()

    async def settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    async def _hear(self, message: Message) -> None:
        self.hears.append(message)


@pytest.fixture
def site() -> Site:
    return Site()


class TestTabs:
    def test_who_is_one_too_many_is_told_and_comes_in_when_another_leaves(self, site: Site) -> None:
        async def scenario() -> None:
            tabs = [await site.open() for _ in range(TABS)]
            assert all(tab.is_in for tab in tabs)
            late = await site.open()
            assert late.code == TRY_AGAIN_LATER
            assert site.told == ["server full"]
            await tabs[0].say(10)
            assert site.heard == [10], "who is in goes on"
            await tabs[0].leave()
            assert (await site.open()).is_in
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()

        on_a_loop(scenario)

    def test_a_text_which_no_page_sends_is_its_end(self, site: Site) -> None:
        async def scenario() -> None:
            async with served(site.app, site.crowd) as port:
                async with connect(f"ws://127.0.0.1:{port}/_stcore/stream") as tab:
                    await tab.send(b"12")
                    await tab.send("text")
                    with pytest.raises(ConnectionClosed):
                        await tab.recv()
                assert tab.close_code == NOT_TAKEN
                assert (site.heard, site.crowd.tabs) == ([2], 0)

        on_a_loop(scenario)

    def test_a_full_server_says_so_in_the_page_and_answers_all_else(self, site: Site) -> None:
        browser = AsgiBrowser(site.app)
        assert browser.get("/").text == "the app"
        site.crowd.tabs = TABS
        full = browser.get("/")
        assert (full.status_code, full.headers["Retry-After"]) == (503, "20")
        assert FULL in full.text
        assert "the app" not in full.text
        assert browser.get("/_stcore/health").text == "ok"
        site.crowd.tabs -= 1
        assert browser.get("/").text == "the app"

    def test_large_messages_have_room_together_and_small_ones_always(self, site: Site) -> None:
        async def scenario() -> None:
            site.crowd.bears = Bears(10_000, 1_000, 2_000)
            large = 1_000_000
            many = [await site.open() for _ in range(MOST_LARGE_BYTES // large)]
            for tab in many:
                for _ in range(2):  # the last one counts
                    await tab.say(large)
            assert site.crowd.large_bytes == MOST_LARGE_BYTES
            more = await site.open()
            await more.say(LARGE_BYTES)
            assert more.is_in
            await more.say(LARGE_BYTES + 1)
            assert more.code == TRY_AGAIN_LATER
            assert site.heard.count(LARGE_BYTES + 1) == 0
            await many[0].say(10)
            again = await site.open()
            await again.say(large)
            assert again.is_in
            for tab in (*many, again):
                await tab.leave()
            assert (site.crowd.tabs, site.crowd.large_bytes) == (0, 0)

        on_a_loop(scenario)


class TestFiles:
    def test_some_are_left_for_the_server_at_any_limit(self) -> None:
        for files in (64, 256, 1_024, 4_096, MOST_FILES):
            one = bears(files)
            loops = 3 * (one.tabs + min(one.tabs, 128))  # of open tabs, and of closed ones
            assert one.connections + loops <= files - min(200, files // 4)
            assert one.connections >= 2 * one.tabs, "each has its socket and a request that waits"
        assert bears(MOST_FILES).tabs > 2_500
        assert bears(256).tabs > 20

    def test_the_soft_limit_is_raised(self, monkeypatch: pytest.MonkeyPatch) -> None:
        infinite = resource.RLIM_INFINITY
        for soft, hard, allowed, told in (
            (1_024, 4_096, infinite, 4_096),
            (256, infinite, infinite, MOST_FILES),
            (256, infinite, 10_240, 10_240),
            (256, 256, infinite, 256),
            (1_000_000, 1_000_000, infinite, MOST_FILES),
            (infinite, infinite, infinite, MOST_FILES),
        ):
            set_to: list[tuple[int, int]] = []

            def setting(
                _: int,
                limits: tuple[int, int],
                allowed: int = allowed,
                set_to: list[tuple[int, int]] = set_to,
            ) -> None:
                if allowed != infinite and limits[0] > allowed:
                    raise ValueError("not so many")
                set_to.append(limits)

            monkeypatch.setattr(resource, "getrlimit", lambda _, limits=(soft, hard): limits)
            monkeypatch.setattr(resource, "setrlimit", setting)
            assert open_files.raised() == told
            assert set_to == ([(told, hard)] if soft < told and soft != infinite else [])


class TestConnections:
    def test_no_more_than_are_borne_and_none_that_says_nothing(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connections, "WORDLESS_S", 0.0)

        async def scenario() -> None:
            site.crowd.bears = Bears(100, TABS, 2)
            async with served(site.app, site.crowd) as port:
                wordless = await asyncio.open_connection("127.0.0.1", port)
                assert await wordless[0].read() == b"", "it makes room"
                monkeypatch.setattr(connections, "WORDLESS_S", 3_600.0)
                pairs = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
                for reader, writer in pairs:
                    writer.write(b"GET /_stcore/health HTTP/1.1\r\nHost: a\r\n\r\n")
                    assert b"200 OK" in await reader.readuntil(b"\r\n\r\nok")
                assert site.told == []
                monkeypatch.setattr(connections, "ONE_TOO_MANY_S", 0.0)
                late = await asyncio.open_connection("127.0.0.1", port)
                answer = await late[0].read()
                assert answer.startswith(b"HTTP/1.1 503")
                assert answer.endswith(b"\r\n\r\n" + FULL.encode())
                for name in (b"x-content-type-options", b"content-security-policy"):
                    assert answer.lower().count(b"\r\n%b: " % name) == 1, "as every answer"
                assert site.told == ["server full"]
                pairs[0][1].close()
                await pairs[0][1].wait_closed()
                await asyncio.sleep(0)
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                assert b"the app" in await reader.read()
                for _, one in (*pairs[1:], wordless, late, (reader, writer)):
                    one.close()

        on_a_loop(scenario)

    def test_a_full_server_still_says_that_it_lives(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connections, "ONE_TOO_MANY_S", 3_600.0)
        site.crowd.bears = Bears(64, TABS, 0)

        async def scenario() -> None:
            async with served(site.app, site.crowd) as port:
                silent = [await connected(port) for _ in range(4)]
                for head in (b"GET /healthz HTTP/1.1", b"HEAD /healthz?a=1 HTTP/1.0"):
                    alive = await answer_to(port, head + b"\r\nHost: a\r\n\r\n")
                    assert alive.startswith(b"HTTP/1.1 200 OK\r\n")
                    assert alive.endswith(b"\r\n\r\nok\n")
                assert site.told == ["server full"], "the earliest has made room"
                assert (await silent[0][0].read()).startswith(b"HTTP/1.1 503")
                for head in (b"GET / HTTP/1.1", b"GET /healthzz HTTP/1.1", b"/healthz", b"\x16\3"):
                    full = await answer_to(port, head + b"\r\n\r\n")
                    assert full.startswith(b"HTTP/1.1 503")
                for _, writer in silent:
                    writer.close()

        on_a_loop(scenario)

    @for_each(
        "header",
        ["X: a\1b", f"X: {'x' * 9_000}", "\r\n".join(["X: x"] * 200)],
        ids=lambda header: str(len(header)),
    )
    def test_a_tab_whose_head_cannot_be_read_is_told_so(self, site: Site, header: str) -> None:
        async def scenario() -> None:
            async with served(site.app, site.crowd) as port:
                head = (
                    "GET /_stcore/stream HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n{header}\r\n\r\n"
                )
                assert (await answer_to(port, head.encode())).startswith(b"HTTP/1.1 400")

        on_a_loop(scenario)

    def test_where_no_file_can_be_opened_the_owner_is_told_without_a_traceback(
        self, site: Site, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def scenario() -> None:
            loop = asyncio.get_running_loop()
            with bounded(site.crowd), socket.socket() as visitor:
                visitor.setblocking(False)
                listening = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
                address = listening.sockets[0].getsockname()
                soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
                next_file = os.dup(visitor.fileno())
                os.close(next_file)
                resource.setrlimit(resource.RLIMIT_NOFILE, (next_file, hard))
                try:
                    await loop.sock_connect(visitor, address)
                    while not site.told:
                        await asyncio.sleep(0)
                finally:
                    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
                loop.call_exception_handler({"message": "another mistake"})
                listening.close()

        on_a_loop(scenario)
        assert set(site.told) == {"server full"}
        assert [record.message for record in caplog.records] == ["another mistake"]

    def test_a_server_takes_no_larger_messages_than_pages_send(self, site: Site) -> None:
        for before, after in ((16 * 1024**2, MOST_MESSAGE_BYTES), (1_000, 1_000)):
            config = uvicorn.Config(site.app, ws_max_size=before)
            config.load()
            bound(config, site.crowd)
            assert config.ws_max_size == after
