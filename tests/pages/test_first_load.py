"""The first page, as chats, search engines and old browsers ask for it."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import Message
from streamlit.web.server.starlette.starlette_static_routes import (
    create_streamlit_static_assets_routes,
)

from imagespeak_core.speaking.learner import new_key
from pages.components.shell.visitor import COOKIE_NAME
from pages.server.answer_headers import POLICY, PictureSource
from pages.server.first_load import FirstLoad
from tests.for_each import for_each

SCRIPT = sorted((Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js"))[0]
PAPER = "<title>Streamlit</title> <noscript>as it was</noscript>"
NEWER_THAN_ES5 = re.compile(r"=>|`|\b(?:let|const|class|async|await) |\?\.|\?\?|\.\.\.")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: MutableHeaders
    body: bytes


async def paper(_request: Request) -> Response:
    """HTML that is not Streamlit's page."""
    return HTMLResponse(PAPER, headers={"ETag": '"as-it-was"'})


APP = FirstLoad(
    Starlette(
        routes=[Route("/paper", paper), *create_streamlit_static_assets_routes(None)],
        middleware=[Middleware(GZipMiddleware)],
    ),
    PictureSource(),
)
pytestmark = pytest.mark.usefixtures("in_a_fresh_place")


def ask(path: str, *, method: str = "GET", **headers: str) -> Answer:
    sent: list[Message] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"session=class-7b",
        "headers": [
            (name.replace("_", "-").lower().encode(), value.encode())
            for name, value in headers.items()
        ],
    }

    async def receive() -> Message:
        await asyncio.Event().wait()  # nobody goes away before the end
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], MutableHeaders(raw=sent[0]["headers"]), body)


def without_nonce(page: bytes) -> bytes:
    """The page that all get: what one alone may run is no part of it."""
    return re.sub(rb' nonce="[\w-]+"', b"", page)


PAGES = ("/", "/classroom", "/gallery", "/index.html", "/classroom.", "/classroom.html")
ASKED: tuple[dict[str, str], ...] = (
    {},
    {"Accept": "*/*"},
    {"Accept": "text/html,application/xhtml+xml", "Accept-Encoding": "gzip, deflate, br"},
    {"Accept": "*/*", "Range": "bytes=0-524287", "Accept-Encoding": "deflate, gzip"},
    {"Accept": "*/*", "Range": "bytes=0-99"},
    {"If-Modified-Since": "Sun, 29 Nov 2099 12:00:00 GMT"},
    {"If-None-Match": "*"},
)


@for_each("path", PAGES)
@for_each("asked", ASKED, ids=str)
def test_everybody_gets_the_same_page(path: str, asked: dict[str, str]) -> None:
    answer = ask(path, **{name.replace("-", "_"): value for name, value in asked.items()})
    assert answer.status == 200
    assert without_nonce(answer.body) == without_nonce(ask("/").body)
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Content-Length"] == str(len(answer.body))


@for_each("path", PAGES)
def test_who_asks_for_the_head_alone_is_told_of_the_same_page(path: str) -> None:
    cookie = f"{COOKIE_NAME}={new_key()}"  # who has none gets one of their own each time
    head, whole = ask(path, method="HEAD", Cookie=cookie), ask(path, Cookie=cookie)
    for answer in (head, whole):
        del answer.headers[POLICY]  # each has a nonce of its own
    assert (head.status, head.headers) == (whole.status, whole.headers)


def test_the_scripts_of_a_page_have_its_own_nonce_which_nobody_can_know() -> None:
    seen = set()
    for answer in (ask("/"), ask("/"), ask("/classroom")):
        (nonce,) = re.findall(r"'nonce-([\w-]{20,})'", answer.headers[POLICY])
        page = answer.body.decode()
        assert set(re.findall(r"<script[^>]*>", page)) >= {f'<script nonce="{nonce}">'}
        assert page.count("<script") == page.count(f'<script nonce="{nonce}"') > 4
        seen.add(nonce)
    assert len(seen) == 3


def test_chats_show_the_products_name_and_nothing_of_a_session() -> None:
    page = ask("/classroom").body.decode()
    assert re.findall("<title>(.*?)</title>", page) == ["ImageSpeak"]
    told = dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)">', page))
    assert told["og:title"] == told["og:site_name"] == "ImageSpeak"
    assert told["description"] == told["og:description"] != ""
    assert "og:image" not in told
    assert "class-7b" not in page
    assert '<html lang="en">' in page


def test_a_session_is_not_searched_for() -> None:
    headers = ask("/").headers
    assert headers["X-Robots-Tag"] == "noindex"
    assert "ETag" not in headers


def test_without_scripts_the_words_are_ours() -> None:
    page = ask("/").body.decode()
    assert "agent" not in "".join(re.findall("<noscript>.*?</noscript>", page, re.DOTALL))
    assert "This page needs JavaScript" in page
    assert page.count("Please wait a moment.") == 1


def test_our_script_comes_before_streamlits_and_can_be_read_by_old_browsers() -> None:
    page = ask("/").body.decode()
    ours = page.index("var PATIENCE_MS")
    assert ours < page.index('type="module"')
    script = page[page.rindex("<script", 0, ours) : page.index("</script>", ours)]
    assert NEWER_THAN_ES5.findall(re.sub("//.*", "", script)) == []


def test_small_scripts_travel_together_and_each_is_found_by_its_name() -> None:
    page = ask("/classroom").body.decode()
    (path,) = re.findall(r'<script nonce="[\w-]+" src="\.(/static/together/\w+\.js)">', page)
    assert page.index(path) < page.index("modulepreload")
    plain, packed = ask(path), ask(path, Accept_Encoding="gzip, br")
    assert plain.body == gzip.decompress(packed.body)
    for answer in (plain, packed):
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.headers["Content-Type"].startswith("text/javascript")
    script = plain.body.decode()
    ours = script[: script.index("{", script.index("texts"))] + script[script.rindex("};") :]
    assert NEWER_THAN_ES5.findall(re.sub("//.*", "", ours)) == []
    texts, _ = json.JSONDecoder().raw_decode(script, script.index("{", script.index("texts")))
    linked = re.findall(r'modulepreload" crossorigin href="\./static/js/([\w.-]+)"', page)
    assert len(linked) < 10 < len(texts)
    assert not set(linked) & set(texts), "nothing is fetched twice"
    for name, text in texts.items():
        for other in re.findall(r'(?:from|import)\s*"([^"]+)"', text):
            assert re.fullmatch(r"together/[\w.-]+\.js", other), name
            assert (SCRIPT.parent / other.removeprefix("together/")).is_file()


def test_a_file_of_another_version_is_not_there() -> None:
    answer = ask("/static/together/0123456789abcdef.js")
    assert answer.status == 404
    assert b"<html" not in answer.body


def test_a_script_that_is_not_there_is_not_answered_with_a_page() -> None:
    for path in ("/static/js/index.of-an-older-version.js", "/static/css/none.css"):
        for encoding in ("gzip", "identity"):
            answer = ask(path, Accept="*/*", Accept_Encoding=encoding)
            assert answer.status == 404
            assert answer.headers["Cache-Control"] == "no-store"
            assert b"<html" not in answer.body


def test_what_is_no_page_is_left_as_it_is() -> None:
    answer = ask("/paper")
    assert answer.body.decode() == PAPER
    assert answer.headers["ETag"] == '"as-it-was"'
    assert "X-Robots-Tag" not in answer.headers
    part = ask(f"/static/js/{SCRIPT.name}", Range="bytes=0-9")
    assert part.status == 206
    assert part.body == SCRIPT.read_bytes()[:10]
