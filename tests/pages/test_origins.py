"""Whose pages may open a socket here, or change something."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from urllib.parse import urlparse

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send
from streamlit import config, net_util
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from pages.server.origins import REFUSED_CODE, Origins
from tests.for_each import for_each

Sent = list[tuple[str, str]]
SCHOOL = ("Host", "school.org")
EVIL = ("Origin", "https://evil.example")

pytestmark = pytest.mark.usefixtures("in_a_fresh_place")


@pytest.fixture(autouse=True)
def never_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask() -> str:
        raise AssertionError("Streamlit asks the internet for our address")

    monkeypatch.setattr(net_util, "get_external_ip", ask)
    monkeypatch.setattr(net_util, "get_internal_ip", ask)


@pytest.fixture
def options() -> Iterator[dict[str, object]]:
    """Streamlit's own, which are as they were afterwards."""
    names = ("server.enableCORS", "server.corsAllowedOrigins", "server.allowedHosts")
    before = {name: config.get_option(name) for name in (*names, "browser.serverAddress")}
    yield before
    for name, value in before.items():
        config.set_option(name, value)


def send(kind: str, *headers: tuple[str, str], method: str = "POST") -> tuple[Headers | None, int]:
    """What Streamlit gets to see, or the code of the refusal."""
    seen: list[Headers] = []
    answers: list[Message] = []

    async def streamlit(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(Headers(scope=scope))

    async def receive() -> Message:
        raise AssertionError("nothing of a refused request is read")

    async def take(message: Message) -> None:
        answers.append(message)

    scope = {
        "type": kind,
        "method": method,
        "path": "/_stcore/stream",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
    }
    asyncio.run(Origins(streamlit)(scope, receive, take))
    if seen:
        return seen[0], 0
    return None, answers[0].get("status") or answers[0]["code"]


@for_each(
    "headers",
    [
        [SCHOOL],
        [SCHOOL, ("Origin", "https://school.org")],
        [SCHOOL, ("Origin", "http://school.org")],
        [("Host", "SCHOOL.org"), ("Origin", "https://school.org")],
        [("Host", "school.org:443"), ("Origin", "https://school.org")],
        [("Host", "school.org:80"), ("Origin", "https://school.org")],
        [("Host", "school.org:8501"), ("Origin", "http://school.org:8501")],
        [("Host", "127.0.0.1:8501"), ("Origin", "http://127.0.0.1:8501")],
        [("Host", "[::1]:8501"), ("Origin", "http://[::1]:8501")],
        [
            ("Host", "app:8501"),
            ("X-Forwarded-Host", "school.org"),
            ("Origin", "https://school.org"),
        ],
        [
            ("Host", "app"),
            ("X-Forwarded-Host", "school.org:443, cdn"),
            ("Origin", "https://school.org"),
        ],
    ],
    ids=str,
)
def test_pages_of_our_own_open_a_socket_and_streamlit_agrees(headers: Sent) -> None:
    seen, _ = send("websocket", *headers)
    assert seen is not None
    assert seen.get("Origin") == dict(headers).get("Origin"), "it tells who is a teacher"
    assert len(seen.getlist("Host")) == 1
    assert _is_origin_allowed(seen.get("Origin"), seen["Host"])


@for_each(
    "headers",
    [
        [SCHOOL, EVIL],
        [SCHOOL, ("Origin", "null")],
        [SCHOOL, ("Origin", "")],
        [SCHOOL, ("Origin", "https://")],
        [SCHOOL, ("Origin", "https://school.org.evil.example")],
        [SCHOOL, ("Origin", "https://school.org@evil.example")],
        [SCHOOL, ("Origin", "https://evil.example:99999")],
        [SCHOOL, ("Origin", "https://[evil")],
        [SCHOOL, ("Origin", "file://school.org")],
        [SCHOOL, ("Origin", "https://school.org:8443")],
        [("Host", "127.0.0.1:8501"), ("Origin", "http://127.0.0.1:9000")],
        [("Host", "127.0.0.1:8501"), ("Origin", "http://localhost:9000")],
        [("Host", "127.0.0.1:8501"), ("Origin", "http://localhost:8501")],
        [("Host", "[::1]:8501"), ("Origin", "http://[::2]:8501")],
        [SCHOOL, ("Origin", "https://school.org"), EVIL],
        [SCHOOL, ("Host", "evil.example"), EVIL],
        [EVIL],
        [("Host", ""), EVIL],
        [("Host", "[evil"), EVIL],
        [SCHOOL, ("X-Forwarded-Host", "school.org"), EVIL],
        [SCHOOL, ("Sec-Fetch-Site", "same-origin"), EVIL],
    ],
    ids=str,
)
def test_pages_of_others_open_none(headers: Sent, caplog: pytest.LogCaptureFixture) -> None:
    assert send("websocket", *headers) == (None, REFUSED_CODE)
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert "IMAGESPEAK_ALLOWED_ORIGINS" in record.getMessage()
    assert record.exc_info is None


def test_the_owner_reads_which_origin_to_set(caplog: pytest.LogCaptureFixture) -> None:
    send("websocket", SCHOOL, ("Origin", "https://Speak.other.org"))
    (told,) = caplog.messages
    assert "https://speak.other.org" in told
    assert "'school.org'" in told
    assert "Host" in told


@for_each("sent", ["x\r\nERROR root: all is lost", "\x1b[31m", "é" * 5_000])
def test_what_others_send_can_t_forge_a_log(sent: str, caplog: pytest.LogCaptureFixture) -> None:
    send("websocket", ("Host", sent), ("Origin", sent))
    (told,) = caplog.messages
    assert told.isascii()
    assert told.isprintable()
    assert len(told) < 1_500


def test_an_origin_that_is_set_may_come_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGESPEAK_ALLOWED_ORIGINS", "https://speak.school.org, http://10.0.0.5:99")
    for origin in ("https://speak.school.org", "http://10.0.0.5:99"):
        seen, _ = send("websocket", ("Host", "app:8501"), ("Origin", origin))
        assert seen is not None
        assert seen["Origin"] == origin
        assert seen["Host"] == urlparse(origin).netloc
        assert _is_origin_allowed(origin, seen["Host"])
    for origin in ("http://speak.school.org", "http://10.0.0.5", "https://evil.example"):
        assert send("websocket", ("Host", "app"), ("Origin", origin)) == (None, REFUSED_CODE)


def test_streamlits_own_options_still_count(options: dict[str, object]) -> None:
    config.set_option("server.corsAllowedOrigins", ["https://school.org"])
    for origin in ("https://school.org", "http://school.org:81"):  # it compares the names alone
        seen, _ = send("websocket", ("Host", "app"), ("Origin", origin))
        assert seen is not None
        assert _is_origin_allowed(origin, seen["Host"])
    assert send("websocket", ("Host", "app"), EVIL) == (None, REFUSED_CODE)
    config.set_option("browser.serverAddress", "evil.example")
    assert send("websocket", ("Host", "app"), EVIL)[0] is not None
    config.set_option("browser.serverAddress", "localhost")
    assert send("websocket", ("Host", "app"), EVIL) == (None, REFUSED_CODE)
    config.set_option("server.enableCORS", False)
    assert send("websocket", ("Host", "app"), EVIL)[0] is not None


def test_a_host_that_streamlit_refuses_is_not_made_another(options: dict[str, object]) -> None:
    config.set_option("server.allowedHosts", ["school.org"])
    named = ("X-Forwarded-Host", "school.org")
    seen, _ = send("websocket", ("Host", "rebound"), named, ("Origin", "https://school.org"))
    assert seen is not None
    assert not _is_origin_allowed(seen["Origin"], seen["Host"])


@for_each("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_changed_by_a_page_of_others(method: str) -> None:
    for more in ([], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")]):
        assert send("http", SCHOOL, EVIL, *more, method=method) == (None, 403)
    own = ("Origin", "https://school.org")
    for passing in (
        [SCHOOL],
        [SCHOOL, own],
        [("Host", "app"), own, ("Sec-Fetch-Site", "same-origin")],  # a proxy has changed it
    ):
        seen, _ = send("http", *passing, method=method)
        assert seen is not None
        assert seen.get("Host") == passing[0][1]


@for_each("method", ["GET", "HEAD", "OPTIONS"])
def test_what_changes_nothing_is_not_looked_at(method: str) -> None:
    assert send("http", SCHOOL, EVIL, method=method)[0] is not None
