"""The first visit, made light for a slow network.

Streamlit sends its scripts as they are, two megabytes before anything can be seen. Here they go
out compressed, a quarter of that, and its page says at once that something is coming.
"""

from __future__ import annotations

import asyncio
import gzip
import re
import threading
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.shell import assets
from pages.server import translated_page

_ASSETS = Path(st.__file__).parent / "static" / "static"
_ASSET = re.compile(r"/static/((?:js|css)/[\w.-]+\.(js|css))$")
_TYPES = {"js": "text/javascript", "css": "text/css"}
_ENCODING = b"accept-encoding"
_FOR_EVER = "public, immutable, max-age=31536000"  # the names change with the content

# The app's own fonts are the device's.
_FONT_FETCHED_EARLY = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>')
_ROOT = '<div id="root"></div>'


class FirstLoad:
    """Stands before Streamlit's own answers.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressed: dict[str, bytes] = {}
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or leave it to the app."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        asset = _ASSET.search(scope["path"])
        if asset and "gzip" in headers.get("Accept-Encoding", ""):
            content = await asyncio.to_thread(self._compress, asset[1])
            if content:
                await _asset_response(content, asset[2])(scope, receive, send)
                return
        if "text/html" in headers.get("Accept", ""):
            plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != _ENCODING]}
            await self._app(plain, receive, _PageSender(send))
            return
        await self._app(scope, receive, send)

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

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {}
        self._page = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif not self._start:
            await self._send(message)
        else:
            self._page += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page()

    async def _send_page(self) -> None:
        body = _with_first_words(self._page.decode()).encode()
        headers = MutableHeaders(raw=self._start["headers"])
        headers["Content-Length"] = str(len(body))
        for name in ("ETag", "Last-Modified"):  # they tell of the file as it was
            del headers[name]
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("Content-Type", "")
    return bool(start["status"] == 200 and kind.startswith("text/html"))


def _with_first_words(page: str) -> str:
    page = translated_page.with_script(page)
    page = page.replace("<title>Streamlit</title>", "<title>ImageSpeak</title>")
    loading = assets.beside(__file__, "first_load.html").rstrip()
    return _FONT_FETCHED_EARLY.sub("", page).replace(_ROOT, loading)


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
