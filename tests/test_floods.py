"""A real server under floods: files, messages and tabs that are too many cost it nothing."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from pages.server.connections import MOST_PARTS
from pages.server.crowd import FULL
from pages.server.open_files import bears
from pages.server.sent_files import NO_PLACE
from tests.browser.app_server import HOST, AppServer, Command
from tests.patience import until

FILES, FILE_BYTES = 60, 11 * 1024 * 1024
FILE = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.png"\r\n\r\n'
FILE += bytes(FILE_BYTES) + b"\r\n--b--\r\n"
MESSAGE_BYTES = 15_000_000
OPEN_FILES = 256
LITTLE_BYTES = 60 * 1024 * 1024
"""More than one of these messages, or five of these files, and far less than all of them."""
UPLOADS = "/_stcore/upload_file"
PIN = "blue-42-frog"
TOO_BIG, NOT_TAKEN, CUT = 1009, 1003, 1006

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="memory is read in /proc")


@pytest.fixture(params=["streamlit", "uvicorn"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AppServer]:
    command: Command = request.param
    settings = {"IMAGESPEAK_TEACHER_PIN": PIN}
    started = AppServer(tmp_path, settings, command=command, open_files=(128, OPEN_FILES))
    started.start()
    try:
        yield started
    finally:
        started.stop()


def test_floods_are_refused_and_who_is_here_goes_on(server: AppServer) -> None:
    """One server for all: it must outlive them."""

    async def scenario() -> None:
        async with tab(server) as here:
            await draw(here)
            await asyncio.to_thread(files_are_refused, server, await tab_id(here))
            await messages_are_refused(server)
            await what_no_page_sends_is_refused(server)
            await more_tabs_than_it_bears(server)
            await draw(here)

    on_a_loop(scenario)
    assert f"bears {bears(OPEN_FILES).tabs} open tabs at once" in server.log, "it was raised"
    assert "Traceback" not in server.log
    assert server.log.count("server full") == 1
    assert len(server.log.splitlines()) < 20, server.log


def test_a_teachers_tab_that_slept_may_still_send_a_file(server: AppServer) -> None:
    async def scenario() -> None:
        teacher = await asyncio.to_thread(signed_in, server)
        async with tab(server, cookie=teacher) as one:
            slept = await tab_id(one, "gallery")
        async with tab(server, cookie=teacher) as other:
            await tab_id(other, "gallery")
            async with tab(server, cookie=teacher, last=slept):
                assert await asyncio.to_thread(put, server, f"{UPLOADS}/{slept}/1") == (204, "")
            assert (await asyncio.to_thread(put, server, f"{UPLOADS}/made-up/1"))[0] == 403

    on_a_loop(scenario)


def files_are_refused(server: AppServer, tab_of_practice: str) -> None:
    before = memory_bytes(server)
    for number in range(FILES):
        status, said = put(server, f"{UPLOADS}/{tab_of_practice}/{number}")
        assert status in (403, CUT)
        assert status == CUT or said == NO_PLACE
    assert memory_bytes(server) - before < LITTLE_BYTES
    assert "UploadedFileManager" not in get(server, "/_stcore/metrics")[1]


async def messages_are_refused(server: AppServer) -> None:
    before = memory_bytes(server)
    large = written("x" * MESSAGE_BYTES)
    for compression in ("deflate", None):
        for is_whole in (True, False):
            for _ in range(5):
                async with tab(server, compression) as one:
                    parts = (large[at : at + 65_536] for at in range(0, len(large), 65_536))
                    try:
                        await one.send(large if is_whole else parts)
                        while True:
                            await one.recv()
                    except ConnectionClosed:
                        assert one.close_code in (TOO_BIG, CUT)
    assert memory_bytes(server) - before < LITTLE_BYTES
    async with tab(server) as one:
        with suppress(ConnectionClosed):
            await one.send(b"" for _ in range(10 * MOST_PARTS))
        with pytest.raises(ConnectionClosed):
            await drawn(one)
        assert one.close_code in (TOO_BIG, CUT)
    async with tab(server) as honest:
        await honest.send(written("x" * 900_000))
        await drawn(honest)


async def what_no_page_sends_is_refused(server: AppServer) -> None:
    async with tab(server) as one:
        await one.send("text")
        with pytest.raises(ConnectionClosed):
            await drawn(one)
        assert one.close_code == NOT_TAKEN
    with pytest.raises(InvalidStatus, match="400"):
        await connect(f"ws://{HOST}:{server.port}/", additional_headers={"X": "x" * 9_000})
    for path, kind in (("learner", "json"), ("cookies/delete", "x-www-form-urlencoded")):
        head = f"POST /{path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/{kind}\r\n"
        with socket.create_connection((HOST, server.port)) as cut_off:
            cut_off.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())


async def more_tabs_than_it_bears(server: AppServer) -> None:
    most = bears(OPEN_FILES).tabs - 1  # one is here already
    tabs = [await connected(server) for _ in range(2 * most)]
    inside = [one for one in tabs if one]
    assert len(inside) == most
    for one in inside:
        await draw(one)
    assert get(server, "/_stcore/health") == (200, "ok")
    status, page = get(server, "/")
    assert status == 503
    assert FULL in page
    idle = [socket.create_connection((HOST, server.port)) for _ in range(OPEN_FILES * 2)]
    for one in inside:
        await draw(one)
    assert get(server, "/_stcore/health") == (503, FULL)
    assert get(server, "/healthz") == (200, "ok\n")
    for each in idle:
        each.close()
    for one in inside:
        await one.close()
    await asyncio.to_thread(until, lambda: get(server, "/")[0] == 200)
    async with tab(server) as newcomer:
        await draw(newcomer)


def tab(
    server: AppServer, compression: str | None = None, *, cookie: str = "", last: str = ""
) -> connect:
    """A page's socket; it is closed with its block.

    Args:
        server: Where.
        compression: Of its messages.
        cookie: Of the browser.
        last: As the tab was called before it slept.
    """
    return connect(
        f"{server.url.replace('http', 'ws')}/_stcore/stream",
        subprotocols=[Subprotocol(one) for one in ("streamlit", *(["xsrf", last] if last else []))],
        additional_headers={"Cookie": cookie} if cookie else None,
        compression=compression,
        max_size=None,
        open_timeout=60,
    )


async def connected(server: AppServer) -> ClientConnection | None:
    """A tab that nobody closes; None for one that was told that the server is full."""
    try:
        return await tab(server)
    except InvalidStatus as refused:
        answer = refused.response
    assert (answer.status_code, answer.body) == (503, FULL.encode())
    return None


async def draw(one: ClientConnection) -> None:
    await one.send(written(""))
    await drawn(one)


async def drawn(one: ClientConnection) -> None:
    async for content in one:
        message = ForwardMsg.FromString(content if isinstance(content, bytes) else b"")
        if message.WhichOneof("type") == "script_finished":
            return
    raise AssertionError("the page was never drawn")


async def tab_id(one: ClientConnection, page: str = "") -> str:
    """As Streamlit tells it to the browser, when it has drawn a page."""
    await one.send(written("", page))
    async for content in one:
        message = ForwardMsg.FromString(content if isinstance(content, bytes) else b"")
        if message.WhichOneof("type") == "new_session":
            await drawn(one)
            return str(message.new_session.initialize.session_id)
    raise AssertionError("the page was never drawn")


def written(words: str, page: str = "") -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "session=abc"
    message.rerun_script.page_name = page
    if words:
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id, widget.string_value = "$$ID-0-own_words", words
    return bytes(message.SerializeToString())


def put(server: AppServer, path: str) -> tuple[int, str]:
    """What the server says; where it was cut off while it was told, 1006."""
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=60)) as connection:
        try:
            connection.request("GET", "/_stcore/health")
            answer = connection.getresponse()
            answer.read()
            cookie = answer.headers["Set-Cookie"].partition(";")[0]
            headers = {
                "Content-Type": "multipart/form-data; boundary=b",
                "Cookie": cookie,
                "X-Xsrftoken": cookie.partition("=")[2],
            }
            connection.request("PUT", path, FILE, headers)
        except ConnectionError:
            return CUT, ""
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def signed_in(server: AppServer) -> str:
    """The cookies of a teacher's browser."""
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=60)) as connection:
        typed = json.dumps({"pin": PIN})
        connection.request("POST", "/teacher/sign-in", typed, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200
        cookies = answer.headers.get_all("Set-Cookie", [])
    return "; ".join(one.partition(";")[0] for one in cookies)


def get(server: AppServer, path: str) -> tuple[int, str]:
    with closing(http.client.HTTPConnection(HOST, server.port, timeout=60)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def memory_bytes(server: AppServer) -> int:
    pages = Path(f"/proc/{server.pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def on_a_loop(scenario: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(200):
            await scenario()

    asyncio.run(in_time())
