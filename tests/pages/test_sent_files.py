"""A page gets files only where it has a place for one, and only as many as there is room for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from imagespeak_core.gallery.dropped import MAX_BYTES
from pages.components.shell import file_door
from pages.components.shell.file_door import FileDoor
from pages.server import sent_files
from pages.server.sent_files import (
    MOST_BYTES,
    MOST_BYTES_OF_A_TAB,
    MOST_FILES_OF_A_TAB,
    SentFiles,
)
from tests.pages.asgi_browser import AsgiBrowser
from tests.pages.visits import Site, open_gallery, open_page

TAB, PATH = "tab-1", "/_stcore/upload_file/{}/{}"
STAND_IN = "test session id"  # as Streamlit's stand-in for a browser calls every tab
REFUSED, TOO_MUCH, TAKEN = 403, 413, 204


class Server:
    """What Streamlit's route does, with the door before it."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, UploadedFileRec]] = {}
        self.open, self.there = {TAB}, {TAB}
        self.asked = 0
        routes: list[BaseRoute] = [
            Route(base + PATH.format("{tab}", "{file}"), self._take, methods=["PUT"])
            for base in ("", "/school")
        ]
        door = Middleware(
            SentFiles,
            may_send=self.open.__contains__,
            kept=lambda: self.kept,
            is_there=self.there.__contains__,
            forget=self.kept.__delitem__,
        )
        routes.append(WebSocketRoute("/_stcore/stream", self._tab))
        self.app = Starlette(routes=routes, middleware=[door])
        self.goes: set[str] = set()

    async def _tab(self, websocket: WebSocket) -> None:
        await websocket.close()
        self.there -= self.goes

    async def _take(self, request: Request) -> Response:
        self.asked += 1
        async with request.form() as form:
            (sent,) = form.values()
            assert isinstance(sent, UploadFile)
            tab, file = request.path_params["tab"], request.path_params["file"]
            record = UploadedFileRec(file, sent.filename or "", "", await sent.read())
        self.kept.setdefault(tab, {})[file] = record
        return Response(status_code=TAKEN)

    def put(self, size: int, file: str, tab: str = TAB, base: str = "") -> tuple[int, str]:
        browser = AsgiBrowser(self.app)
        path = base + PATH.format(tab, file)
        answer = browser._ask("PUT", path, files={"file": ("a.png", bytes(size))})
        return answer.status_code, answer.text

    async def begin(self, size: int, tab: str = TAB) -> _Sending:
        sending = _Sending(self, tab)
        await sending.part(size)
        return sending


class _Sending:
    """A file whose end does not come, and whose length nobody tells."""

    def __init__(self, server: Server, tab: str) -> None:
        path = PATH.format(tab, "slow")
        kind = (b"content-type", b"multipart/form-data; boundary=b")
        scope = {"type": "http", "method": "PUT", "path": path, "headers": [kind]}
        self._parts: asyncio.Queue[Message] = asyncio.Queue()
        self._wants_more = asyncio.Event()
        self.status = 0
        self.task = asyncio.create_task(server.app(scope, self._give, self._hear))

    async def part(self, size: int) -> None:
        head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n'
        part = {"type": "http.request", "body": (head + bytes(size))[:size], "more_body": True}
        self._wants_more.clear()
        await self._parts.put(part)
        read = asyncio.create_task(self._wants_more.wait())
        await asyncio.wait([read, self.task], return_when=asyncio.FIRST_COMPLETED)
        read.cancel()

    async def _give(self) -> Message:
        if self._parts.empty():
            self._wants_more.set()
        return await self._parts.get()

    async def end(self) -> None:
        await self._parts.put({"type": "http.request", "body": b"\r\n--b--\r\n"})
        await self.task

    async def _hear(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]


@pytest.fixture
def server() -> Server:
    return Server()


class TestRoom:
    def test_a_page_without_a_place_for_a_file_takes_none(self, server: Server) -> None:
        for number in range(60):
            assert server.put(1_000, str(number), tab="tab-2") == (REFUSED, sent_files.NO_PLACE)
        assert server.put(10, "1", tab="tab-2", base="/school")[0] == REFUSED
        assert (server.asked, server.kept) == (0, {}), "nobody has read them"

    def test_one_is_taken_and_replaced(self, server: Server) -> None:
        assert server.put(MAX_BYTES, "1", base="/school")[0] == TAKEN
        assert server.put(MAX_BYTES, "2")[0] == TAKEN
        assert server.put(MAX_BYTES, "3") == (TOO_MUCH, sent_files.TOO_MUCH)
        assert list(server.kept[TAB]) == ["1", "2"]
        del server.kept[TAB]["1"]
        assert server.put(MAX_BYTES, "3")[0] == TAKEN

    def test_not_many_empty_ones(self, server: Server) -> None:
        statuses = [server.put(0, str(number))[0] for number in range(20)]
        assert statuses.count(TAKEN) == MOST_FILES_OF_A_TAB

    def test_all_together(self, server: Server) -> None:
        tabs = [f"teacher-{number}" for number in range(2 * MOST_BYTES // MAX_BYTES)]
        server.open.update(tabs)
        answers = [server.put(MAX_BYTES, "1", tab=tab) for tab in tabs]
        assert {status for status, _ in answers} == {TAKEN, TOO_MUCH}
        assert answers[-1] == (TOO_MUCH, sent_files.NO_ROOM)
        in_memory = sum(len(file.data) for files in server.kept.values() for file in files.values())
        assert MOST_BYTES - 2 * MAX_BYTES < in_memory <= MOST_BYTES
        server.kept.clear()
        assert server.put(MAX_BYTES, "1")[0] == TAKEN

    def test_what_comes_at_once_counts_while_it_comes(self, server: Server) -> None:
        async def scenario() -> None:
            half = MOST_BYTES_OF_A_TAB // 2
            one, other = await server.begin(half), await server.begin(half)
            assert (one.status, other.status) == (0, 0)
            await one.part(1_000)
            assert (one.status, other.status) == (TOO_MUCH, 0)
            await other.part(1_000)
            assert other.status == 0, "the first has made room"
            other.task.cancel()
            await asyncio.wait([one.task, other.task])

        asyncio.run(scenario())
        assert server.put(MAX_BYTES, "1")[0] == TAKEN, "nothing counts any more"


class TestEnd:
    """What a closed tab has sent, where nobody else comes or goes."""

    def test_files_go_soon_after_their_tab_unless_it_comes_back(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sent_files, "GONE_S", 0.0)
        for tab in (TAB, "back", "other"):
            server.open.add(tab)
            server.there.add(tab)
            server.put(10, "1", tab=tab)
        server.goes = {TAB, "back"}

        async def hear() -> Message:
            return {"type": "websocket.connect"}

        async def say(_: Message) -> None:
            pass

        async def scenario() -> None:
            scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
            await server.app(scope, hear, say)
            assert len(server.kept) == 3, "its connection may be broken, no more"
            server.there.add("back")
            for _ in range(20):
                await asyncio.sleep(0)

        asyncio.run(scenario())
        assert sorted(server.kept) == ["back", "other"]

    def test_so_does_what_came_when_it_was_gone(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sent_files, "GONE_S", 0.0)

        async def scenario() -> None:
            sending = await server.begin(1_000)
            server.there.clear()
            await sending.end()
            for _ in range(20):
                await asyncio.sleep(0)
            assert sending.status == TAKEN
            assert server.kept == {}

        asyncio.run(scenario())


class TestDoor:
    def test_open_from_the_place_to_a_page_without_it(self) -> None:
        door = FileDoor(lambda tab: True)
        door.begin(TAB)
        assert not door.is_open(TAB)
        door.open(TAB)
        assert not door.end(TAB)
        door.begin(TAB)
        assert door.is_open(TAB), "the page is drawn anew, and what was seen counts"
        door.begin(TAB)  # the run before did not come to its end
        assert door.end(TAB)
        assert not door.is_open(TAB)
        assert not door.end(TAB)

    def test_tabs_that_are_gone_are_forgotten(self) -> None:
        there: set[str] = set()
        door = FileDoor(there.__contains__)
        for number in range(100):
            tab = f"tab-{number}"
            there.clear()
            there.add(tab)
            door.open(tab)
        assert len(door._shows) == 1


class TestPages:
    @pytest.fixture(autouse=True)
    def _a_door_of_its_own(self) -> Iterator[None]:
        file_door.file_door.cache_clear()
        yield
        file_door.file_door.cache_clear()

    @pytest.mark.usefixtures("as_teacher")
    def test_the_gallery_has_a_place_and_practice_has_none(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        site.add_picture("image-a", "20250101_100000", "A red bus")
        forgotten: list[str] = []
        monkeypatch.setattr(
            MemoryUploadedFileManager,
            "remove_session_files",
            lambda _, tab: forgotten.append(tab),
        )
        visit = open_gallery().run()
        assert not visit.exception
        assert list(file_door.file_door()._shows) == [STAND_IN]
        assert forgotten == []
        visit.switch_page("practice.py").run()
        assert not visit.exception
        assert file_door.file_door()._shows == {}
        assert forgotten == [STAND_IN], "its files go with the place for them"

    @pytest.mark.usefixtures("site")
    def test_nor_has_the_door_that_others_meet(self) -> None:
        open_page("image-a")
        open_gallery()
        assert file_door.file_door()._shows == {}
