"""The first visit on a slow network: little to fetch, and words before it has come."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from contextlib import suppress
from email.message import Message
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import expect

from tests.browser.app_server import AppServer
from tests.browser.tabs import NewContext
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
    assert not [url for url in asked if "SourceCode" in url], "letters are the device's own"


def test_there_are_words_before_the_scripts_have_come(
    new_context: NewContext, offline_server: AppServer
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    for path in ("/", "/classroom?session=abc"):
        page.goto(offline_server.url + path)
        expect(page).to_have_title("ImageSpeak")
        expect(page.get_by_text("Please wait a moment.")).to_be_visible()
