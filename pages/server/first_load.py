"""The first visit, made light for a slow network.

Streamlit sends its scripts as they are, two megabytes before anything can be seen. Here they go
out compressed, a quarter of that, and its page says at once that something is coming, or why it
does not come. Whoever asks for the page gets the same one: also a chat that shows a link's title.
At all other paths there is none.
With it comes the learner's key, where the browser has none.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import secrets
import threading
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.shell import assets, frame
from pages.components.shell.addresses import base_path, is_page
from pages.server import early_parts, head_scripts, learner
from pages.server.answer_headers import PAGE_HEADERS, POLICY, PictureSource
from pages.server.trouble_page import trouble_page

_ASSETS = Path(st.__file__).parent / "static" / "static"
_ASSET = re.compile(r"/static/((?:js|css)/[\w.-]+\.(js|css))$")
_TYPES = {"js": "text/javascript", "css": "text/css"}
_FOR_EVER = "public, immutable, max-age=31536000"  # the names change with the content
_STATIC = "/static/"

# A page is sent whole and as text: its first words are put in on the way.
_FILE = re.compile(r"\.(?!html?$)\w+$")
_ONLY_A_PART = {
    b"accept-encoding",
    b"range",
    b"if-range",
    b"if-match",
    b"if-none-match",
    b"if-modified-since",
    b"if-unmodified-since",
}
_ABOUT_THE_FILE = ("ETag", "Last-Modified", "Accept-Ranges", "Content-Length", "Content-Encoding")

# The app's own fonts are the device's.
_FONT_FETCHED_EARLY = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
_ICON = "./favicon.png"
_TITLE = "<title>Streamlit</title>"
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_ROOT = '<div id="root"></div>'
_SCRIPT = re.compile(r"(?<=<)script\b")


class FirstLoad:
    """Stands before Streamlit's own answers.

    Args:
        app: What answers.
        pictures: Says what the page may show, and do.
    """

    def __init__(self, app: ASGIApp, pictures: PictureSource) -> None:
        self._app = app
        self._pictures = pictures
        self._compressed: dict[str, bytes] = {}
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or leave it to the app."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        asset = _ASSET.search(scope["path"])
        if asset and scope["method"] == "GET" and "gzip" in headers.get("Accept-Encoding", ""):
            content = await asyncio.to_thread(self._compress, asset[1])
            if content:
                await _asset_response(content, asset[2])(scope, receive, send)
                return
        if early_parts.PATH in scope["path"] and await asyncio.to_thread(
            early_parts.is_together, scope["path"]
        ):
            await _together_response(headers)(scope, receive, send)
            return
        sender = _PageSender(scope, receive, send, self._pictures)
        await self._app(scope if _is_file(scope) else _whole(scope), receive, sender)

    def _compress(self, name: str) -> bytes:
        """The file, compressed once and kept; empty where there is none."""
        with self._lock:
            if name not in self._compressed:
                path = _ASSETS / name
                if not path.is_file():
                    return b""
                self._compressed[name] = gzip.compress(path.read_bytes(), mtime=0)
            return self._compressed[name]


class _PageSender:
    """Sends an answer on; Streamlit's page gets its first words on the way."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, pictures: PictureSource) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._pictures = pictures
        self._start: Message = {}
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_shown(message):
            self._start = message
        elif not self._start:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._answer()(self._scope, self._receive, self._send)

    def _answer(self) -> Response:
        headers = MutableHeaders(raw=self._start["headers"])
        body = bytes(self._body)
        is_compressed = headers.get("Content-Encoding") == "gzip"
        page = (gzip.decompress(body) if is_compressed else body).decode()
        if _ROOT not in page:
            return Response(body, headers=dict(headers))
        if _STATIC in self._scope["path"]:
            # Such as one of an older version: Streamlit would send its page for a script.
            return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
        if not is_page(self._scope["path"].removeprefix(self._scope.get("root_path", ""))):
            return _no_such_page(self._scope["query_string"].decode("latin-1"))
        for name in _ABOUT_THE_FILE:
            del headers[name]
        asked, nonce = HTTPConnection(self._scope), secrets.token_urlsafe(16)
        headers.update(PAGE_HEADERS)
        headers[POLICY] = self._pictures.policy(nonce, asked.headers.get("Host", ""))
        page = _SCRIPT.sub(f'script nonce="{nonce}"', _with_first_words(page))
        answer = Response(page, headers=dict(headers))
        learner.give_key(asked, answer)
        return answer


def _is_file(scope: Scope) -> bool:
    """Whether a file is asked for; whose head, at the top, only all of it tells from the page's."""
    path = scope["path"].removeprefix(base_path())
    is_head_at_the_top = scope["method"] == "HEAD" and path.count("/") == 1
    return bool(_FILE.search(path)) and not is_head_at_the_top


def _whole(scope: Scope) -> Scope:
    """A request for all of the page, however it was asked for."""
    headers = [header for header in scope["headers"] if header[0] not in _ONLY_A_PART]
    return {**scope, "method": "GET", "headers": headers}


def _is_shown(start: Message) -> bool:
    """Whether it is HTML for a window, not for a file."""
    headers = Headers(raw=start["headers"])
    is_html = headers.get("Content-Type", "").startswith("text/html")
    return bool(start["status"] == 200 and is_html and "Content-Disposition" not in headers)


def _with_first_words(page: str) -> str:
    page = _NO_SCRIPT.sub("", _FONT_FETCHED_EARLY.sub("", page))
    page = early_parts.within(head_scripts.within(page)).replace(_ICON, frame.icon())
    page = page.replace(_TITLE, assets.beside(__file__, "first_load_head.html").rstrip())
    return page.replace(_ROOT, assets.beside(__file__, "first_load.html").rstrip())


def _no_such_page(query: str) -> Response:
    """Streamlit would send its page for any path; whoever watches over servers would believe it.

    Args:
        query: Of the request: it may name a session, and the way back keeps it.
    """
    return trouble_page(
        "There is no such page",
        "Look at the address again. Is there a mistake in it?",
        status=404,
        again="",
        practice=f"/?{query}" if query else "/",
    )


def _together_response(headers: Headers) -> Response:
    content = early_parts.together()
    if "gzip" in headers.get("Accept-Encoding", ""):
        return _asset_response(content, "js")
    return Response(
        gzip.decompress(content),
        media_type=_TYPES["js"],
        headers={"Cache-Control": _FOR_EVER, "Vary": "Accept-Encoding"},
    )


def _asset_response(content: bytes, ending: str) -> Response:
    return Response(
        content,
        media_type=_TYPES[ending],
        headers={
            "Content-Encoding": "gzip",
            "Cache-Control": _FOR_EVER,
            "Vary": "Accept-Encoding",
        },
    )
