"""The server asks nothing of the internet, whoever connects."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.app_server import HOST, AppServer, Command
from tests.browser.tabs import NewTab, wait_until_drawn
from tests.browser.visitor import Visitor

NO_WAY_OUT = Path(__file__).with_name("no_way_out")
AT_ONCE = 5
PATIENCE_S = 15.0
"""Less than one question costs where nobody answers."""


@pytest.fixture(params=["streamlit", "uvicorn"])
def alone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AppServer]:
    """The app as it comes, on a computer whose network leads nowhere."""
    command: Command = request.param
    settings = {"PYTHONPATH": str(NO_WAY_OUT), "NOTED_IN": str(tmp_path / "noted.txt")}
    server = AppServer(tmp_path / "server", settings, command=command)
    server.start()
    yield server
    server.stop()


def shake_hands(server: AppServer, origin: str) -> socket.socket:
    """Begin a websocket as a page of this origin does."""
    opened = socket.create_connection((HOST, server.port), timeout=PATIENCE_S)
    opened.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {HOST}:{server.port}\r\nOrigin: {origin}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
    )
    return opened


def status(opened: socket.socket) -> bytes:
    with closing(opened):
        return opened.recv(100).split(b" ")[1]


def test_nothing_is_asked_outside_and_strangers_cost_nobody_time(
    alone: AppServer, tmp_path: Path, new_tab: NewTab
) -> None:
    visitor = Visitor(new_tab(), alone.url).open()
    visitor.get.click()
    visitor.picture()
    for path in ("/classroom", "/gallery", "/prompt_lab"):
        visitor.page.goto(alone.url + path)
        wait_until_drawn(visitor.page)

    strangers = [shake_hands(alone, f"https://{at}.evil.example") for at in range(AT_ONCE)]
    assert alone.answers()
    assert [status(one) for one in strangers] == [b"403"] * AT_ONCE
    assert status(shake_hands(alone, "null")) == b"403"
    assert status(shake_hands(alone, f"http://localhost:{alone.port}")) == b"403"
    assert status(shake_hands(alone, alone.url)) == b"101"

    assert not (tmp_path / "noted.txt").exists()
    assert "Traceback" not in alone.log
    assert alone.log.count("IMAGESPEAK_ALLOWED_ORIGINS") == 1, "in the first minute"
    assert ".evil.example" in alone.log
