"""The route by which a browser takes a learner's key, and the page that brings it one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from imagespeak_core.speaking.learner import is_key, key_hash, new_key
from pages.components.shell import assets
from pages.components.shell.visitor import COOKIE_NAME
from pages.server.answer_headers import PictureSource
from pages.server.first_load import FirstLoad
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser

LEARNER = "/learner"
PAGE = '<html lang="en"><head></head><title>Streamlit</title><div id="root"></div></html>'


async def page(_request: Request) -> Response:
    """What Streamlit answers, as far as it counts here."""
    return HTMLResponse(PAGE)


@pytest.fixture
def browser(in_a_fresh_place: Path) -> AsgiBrowser:
    return AsgiBrowser(FirstLoad(Starlette(routes=[*routes(), Route("/", page)]), PictureSource()))


def test_the_first_page_brings_a_key_once(browser: AsgiBrowser) -> None:
    answer = browser.get("/")
    (cookie,) = answer.headers.get_list("set-cookie")
    key = browser.cookies[COOKIE_NAME]
    assert is_key(key)
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=34560000"):
        assert part in cookie
    assert "Secure" not in cookie
    assert "private" in answer.headers["cache-control"], "a proxy would give it to others"
    assert key not in answer.text
    assert "set-cookie" not in browser.get("/").headers
    assert browser.cookies[COOKIE_NAME] == key


def test_a_key_that_nobody_gave_is_replaced(browser: AsgiBrowser) -> None:
    browser.cookies.set(COOKIE_NAME, "guessed")
    (cookie,) = browser.get("/", headers={"X-Forwarded-Proto": "https"}).headers.get_list(
        "set-cookie"
    )
    assert "Secure" in cookie


def test_microphone_and_screen_are_for_this_site_alone(browser: AsgiBrowser) -> None:
    allowed = browser.get("/").headers["permissions-policy"].split(", ")
    used = [one for one in allowed if not one.endswith("=()")]
    assert used == ["microphone=(self)", "screen-wake-lock=(self)"]


def test_a_private_links_key_is_taken(browser: AsgiBrowser) -> None:
    key = new_key()
    browser.get("/")
    answer = browser.post(LEARNER, json={"key": key})
    assert answer.status_code == 200
    assert answer.json() == {"learner": key_hash(key)}
    assert answer.headers["cache-control"] == "no-store"
    assert browser.cookies[COOKIE_NAME] == key


def test_not_me_gives_a_new_key(browser: AsgiBrowser) -> None:
    browser.get("/")
    before = browser.cookies[COOKIE_NAME]
    assert browser.post(LEARNER, json={}).status_code == 200
    assert is_key(browser.cookies[COOKIE_NAME])
    assert browser.cookies[COOKIE_NAME] != before


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"key=" + b"k" * 27, {"Content-Type": "application/x-www-form-urlencoded"}),
        (b"{}", {"Content-Type": "text/plain"}),
        (b"{}", {"Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"}),
        (b"{}", {"Content-Type": "application/json", "Sec-Fetch-Site": "same-site"}),
        (b'{"key": "short"}', {"Content-Type": "application/json"}),
        (b'{"key": ["a"]}', {"Content-Type": "application/json"}),
        (b"[]", {"Content-Type": "application/json"}),
        (b"{" * 4_000, {"Content-Type": "application/json"}),
        (json.dumps({"key": "a" * 5_000}).encode(), {"Content-Type": "application/json"}),
    ],
)
def test_nothing_else_changes_the_key(
    browser: AsgiBrowser, body: bytes, headers: dict[str, str]
) -> None:
    answer = browser.post(LEARNER, content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")
    assert "set-cookie" not in answer.headers


class TestScripts:
    def address(self) -> str:
        return assets.script_address(
            str(Path(assets.__file__).parents[1] / "widgets" / "news.py"), "news.js"
        )

    def test_a_server_that_has_drawn_no_page_gives_them(self, browser: AsgiBrowser) -> None:
        answer = browser.get(self.address(), headers={"Accept-Encoding": "identity"})
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "content-encoding" not in answer.headers
        zipped = browser.get(self.address())
        assert zipped.headers["content-encoding"] == "gzip"
        assert zipped.text == answer.text != ""
        assert "set-cookie" not in answer.headers

    def test_no_other_version_nor_file(self, browser: AsgiBrowser) -> None:
        digest = self.address().split(".")[-2]
        for path in (
            "/scripts/news.0123456789abcdef.js",
            f"/scripts/frame.{digest}.js",
            f"/scripts/..%2Fwidgets%2Fnews.{digest}.js",
            f"/scripts/news.py.{digest}.js",
            f"/scripts/widgets/news.{digest}.js",
        ):
            answer = browser.get(path)
            assert answer.status_code == 404, path
            assert "immutable" not in answer.headers.get("cache-control", "")
