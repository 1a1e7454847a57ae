"""Other sites' pages that show the app in a frame of theirs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.app_server import HOST, AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.tabs import NewContext, Tabs

_REFUSED = "chrome-error://chromewebdata/"


class _FramingPage(BaseHTTPRequestHandler):
    """Shows what the query names."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        framed = self.path.partition("?")[2]
        self.wfile.write(f'<iframe src="{framed}" width="1200" height="800"></iframe>'.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def other_site() -> Iterator[int]:
    """The port of another site's server."""
    with ThreadingHTTPServer((HOST, 0), _FramingPage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def framed_by_moodle(
    other_site: int, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppServer]:
    """The app, which one other origin may show; it is another site, too."""
    settings = {"IMAGESPEAK_FRAME_ANCESTORS": f"http://{OTHER_NAME}:{other_site}"}
    server = AppServer(tmp_path_factory.mktemp("framed") / "server", settings)
    server.start()
    yield server
    server.stop()


def framed(new_context: NewContext, page_url: str, app_url: str) -> Frame:
    """What lies in the frame of another site's page, as soon as the browser knows."""
    page = new_context().new_page()
    page.goto(f"{page_url}/?{app_url}", wait_until="load")
    (frame,) = page.main_frame.child_frames
    return frame


def test_a_stranger_s_page_shows_no_gallery(
    new_context: NewContext, tabs: Tabs, offline_server: AppServer, other_site: int
) -> None:
    frame = framed(new_context, f"http://{HOST}:{other_site}", f"{offline_server.url}/gallery")
    assert frame.url == _REFUSED
    (said,) = tabs.thrown
    assert "frame-ancestors 'self'" in said
    tabs.thrown.clear()


def test_a_page_that_is_named_shows_the_app_and_no_other_does(
    new_context: NewContext, tabs: Tabs, framed_by_moodle: AppServer, other_site: int
) -> None:
    moodle = f"http://{OTHER_NAME}:{other_site}"
    frame = framed(new_context, moodle, framed_by_moodle.url)
    frame.get_by_role("button", name="Get Practice Image").click()
    expect(frame.locator(".st-key-practice_image img")).to_be_visible()
    assert tabs.thrown == []
    frame = framed(new_context, f"http://{HOST}:{other_site}", framed_by_moodle.url)
    assert frame.url == _REFUSED
    tabs.thrown.clear()
