"""The first visit on a slow network: little to fetch, and words before it has come."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
import streamlit
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.app_server import AppServer
from tests.browser.looks import faint_texts, sticking_out
from tests.browser.tabs import NewContext, Tabs
from tests.browser.visitor import Visitor

ASSETS = Path(streamlit.__file__).parent / "static" / "static"
MOST_BYTES = 1_400_000
"""Scripts are 0.6 MB of it; icons and letters the rest."""
SCRIPT, STYLE = sorted(ASSETS.glob("js/*.js"))[0], sorted(ASSETS.glob("css/*.css"))[0]


def get(url: str, **headers: str) -> tuple[bytes, Message]:
    request = urllib.request.Request(
        url, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read(), answer.headers


@pytest.mark.parametrize("file", [SCRIPT, STYLE], ids=["script", "style"])
def test_scripts_and_styles_go_out_compressed(offline_server: AppServer, file: Path) -> None:
    url = f"{offline_server.url}/static/{file.parent.name}/{file.name}"
    content, headers = get(url, Accept_Encoding="gzip, br")
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    assert "immutable" in headers["Cache-Control"]
    assert gzip.decompress(content) == file.read_bytes()
    plain, headers = get(url, Accept_Encoding="identity")
    assert headers["Content-Encoding"] is None
    assert plain == file.read_bytes()


@pytest.mark.parametrize("name", ["js/none.js", "js/..%2f..%2f..%2f__init__.py", "js/"])
def test_nothing_else_is_given_out(offline_server: AppServer, name: str) -> None:
    with suppress(urllib.error.HTTPError):
        content, headers = get(f"{offline_server.url}/static/{name}", Accept_Encoding="gzip")
        assert "Content-Encoding" not in headers
        assert b"<html" in content


def test_a_first_visit_fetches_little(new_context: NewContext, offline_server: AppServer) -> None:
    context = new_context()
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    bytes_of: dict[str, float] = {}
    network.on(
        "Network.loadingFinished",
        lambda event: bytes_of.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    Visitor(page, offline_server.url).open().unfold("Picture settings")
    expect(page.get_by_text("Seed", exact=True)).to_be_visible()
    expect(page.get_by_text("Please wait a moment.")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert 500_000 < sum(bytes_of.values()) < MOST_BYTES
    assert not [url for url in asked if "Source" in url], "letters are the device's own"


_BUTTON_IS_THERE = (
    "() => document.querySelector('.st-key-get_practice_image button')?.checkVisibility()"
)


def until_the_buttons(page: Page, url: str) -> list[str]:
    """What a page asks for before its buttons are there."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url, wait_until="commit")
    page.wait_for_function(_BUTTON_IS_THERE)
    return list(asked)


def test_before_the_buttons_a_browser_asks_for_little(
    new_context: NewContext, offline_server: AppServer
) -> None:
    asked = until_the_buttons(new_context().new_page(), offline_server.url)
    before_drawn = [url for url in asked if "/static/" in url]
    together = [url for url in asked if "/static/together/" in url]
    assert len(together) == 1
    assert len(before_drawn) < 60, "of more than a hundred"
    assert not [url for url in asked if "/Button." in url or "/Html." in url]


_WITHOUT_IMPORT_MAPS = "delete HTMLScriptElement.supports"


@pytest.mark.parametrize(
    "prepare",
    [
        lambda page: page.add_init_script(_WITHOUT_IMPORT_MAPS),
        lambda page: page.route("**/static/together/*", lambda route: route.fulfill(status=404)),
    ],
    ids=["an older browser", "a server of another version"],
)
def test_each_script_comes_by_itself_where_they_can_not_come_together(
    new_context: NewContext,
    tabs: Tabs,
    offline_server: AppServer,
    prepare: Callable[[Page], object],
) -> None:
    page = new_context().new_page()
    prepare(page)
    asked = until_the_buttons(page, offline_server.url)
    assert [url for url in asked if "/Button." in url]
    assert [url for url in asked if "/styled-components." in url]


_CLOCK = """(() => {
  const now = Date.now;
  window.ahead = 0;
  Date.now = () => now() + window.ahead;
})()"""
"""Goes ahead by so many milliseconds."""
_LATER_AND_LATER = """() => {
  window.ahead += 5000;
  return document.querySelector('#first-words.lost');
}"""
_AS_OFTEN_AS_THE_PAGE_LOOKS_MS = 500
SAID = ".wait", ".slow", ".lost"
WAIT, SLOW, LOST = SAID


def says(page: Page, words: str) -> None:
    """Of all first words these are seen, and no others."""
    for other in SAID:
        expect(page.locator(f"#first-words {other}")).to_be_visible(visible=other == words)


def wait_until_lost(page: Page) -> None:
    """Time goes by in steps that are no sleep."""
    page.wait_for_function(_LATER_AND_LATER, polling=_AS_OFTEN_AS_THE_PAGE_LOOKS_MS)


def new_page(context: BrowserContext, url: str, block: Callable[[Page], object]) -> Page:
    page = context.new_page()
    page.add_init_script(_CLOCK)
    block(page)
    page.goto(url, wait_until="commit")
    return page


def without_modules(page: Page) -> None:
    page.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page.route("**/static/js/*.js", lambda route: None)


def scripts_answered(**answer: Any) -> Callable[[Page], object]:
    return lambda page: page.route("**/static/js/*.js", lambda route: route.fulfill(**answer))


@pytest.mark.parametrize(
    "block",
    [
        scripts_answered(content_type="text/javascript", body="const a = ;"),
        scripts_answered(content_type="text/html", body="<p>Your school says no.</p>"),
        scripts_answered(status=403),
        lambda page: page.route("**/static/js/react-dom*.js", lambda route: route.abort()),
        without_modules,
    ],
    ids=["too new", "a filter's page", "forbidden", "one is lost", "no modules"],
)
def test_scripts_that_can_not_come_are_told_of_at_once(
    new_context: NewContext,
    tabs: Tabs,
    offline_server: AppServer,
    block: Callable[[Page], object],
) -> None:
    context = new_context(color_scheme="dark", viewport={"width": 360, "height": 640})
    page = new_page(context, f"{offline_server.url}/?session=abc", block)
    says(page, LOST)
    assert sticking_out(page) == []
    assert faint_texts(page) == []
    page.get_by_role("link", name="Try again").click()
    page.wait_for_url("**/?session=abc", wait_until="commit")
    says(page, LOST)
    tabs.thrown.clear()  # what can't be read is an error to a browser too


@pytest.mark.parametrize(
    "block",
    [
        lambda page: page.route("**/static/js/index*.js", lambda route: None),
        lambda page: page.route_web_socket("**/*", lambda socket: socket.close()),
    ],
    ids=["scripts that hang", "no socket"],
)
def test_what_does_not_come_is_told_of_after_20_seconds(
    new_context: NewContext, offline_server: AppServer, block: Callable[[Page], object]
) -> None:
    page = new_page(new_context(), offline_server.url, block)
    words = page.locator("#first-words.wait")
    expect(words).to_be_attached()
    page.evaluate("window.ahead = 3_600_000")  # the computer sleeps
    page.wait_for_function("seen => Date.now() > seen + 1000", arg=page.evaluate("Date.now()"))
    expect(words).to_be_attached()
    page.evaluate("window.ahead += 15_000")
    expect(words).to_be_attached()
    wait_until_lost(page)
    says(page, LOST)
    expect(
        page.get_by_text("If the page comes in no browser, look in the server's log")
    ).to_be_visible()
    page.get_by_role("link", name="Try again").click(trial=True)


def test_our_words_take_the_place_of_streamlits_own(
    new_context: NewContext, offline_server: AppServer
) -> None:
    page = new_page(
        new_context(),
        offline_server.url,
        lambda page: page.route("**/_stcore/**", lambda route: route.fulfill(status=403)),
    )
    expect(page.get_by_text("Connection error")).to_be_visible()
    wait_until_lost(page)
    page.get_by_role("link", name="Try again").click(trial=True)
    expect(page.get_by_text("Connection error")).to_have_count(0)


def test_while_something_comes_a_slow_network_is_named(
    new_context: NewContext, offline_server: AppServer
) -> None:
    page = new_page(
        new_context(),
        offline_server.url,
        lambda page: page.route("**/static/js/index*.js", lambda route: None),
    )
    says(page, WAIT)
    for ahead_ms in (12_000, 24_000):
        page.evaluate("() => fetch('/static/css/none.css').then((answer) => answer.text())")
        page.evaluate("ahead_ms => { window.ahead = ahead_ms; }", ahead_ms)
        page.wait_for_function("seen => Date.now() > seen + 1000", arg=page.evaluate("Date.now()"))
    says(page, SLOW)
    page.unroute_all()
    page.reload()
    expect(page.locator(".st-key-footer")).to_be_attached()
    expect(page.locator("#first-words")).to_have_count(0)


def test_without_javascript_the_page_says_so(
    new_context: NewContext, offline_server: AppServer
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for path in ("/", "/classroom?session=abc"):
        page.goto(offline_server.url + path)
        expect(page).to_have_title("ImageSpeak")
        said = page.locator("body").inner_text()
        assert "This page needs JavaScript" in said
        assert "agent" not in said
        expect(page.get_by_text("Please wait a moment.")).to_be_hidden()
