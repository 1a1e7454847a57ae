"""The headers of every answer: what a browser may do with it, and who may show it in a frame.

A page may run our scripts and Streamlit's alone, speak with this server alone, and show pictures
of this server and of the bucket. Streamlit styles its elements one by one, so that all styles are
allowed.
"""

from __future__ import annotations

import logging
import re
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from pages.components.shell.wiring import wiring
from pages.server.own_cookies import is_https

POLICY = "Content-Security-Policy"

_logger = logging.getLogger(__name__)
_SOME_KEY = ImageKey("first-look", "20240101_000000", 0)
_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")
_NO_SENSORS = (
    "camera=(), display-capture=(), geolocation=(), gyroscope=(), accelerometer=(), "
    "magnetometer=(), midi=(), payment=(), serial=(), usb=(), hid=(), xr-spatial-tracking=()"
)

PAGE_HEADERS = {
    # A session's address is the only key to its pictures.
    "X-Robots-Tag": "noindex",
    "Permissions-Policy": f"microphone=(self), screen-wake-lock=(self), {_NO_SENSORS}",
}
"""For Streamlit's page, beside its policy."""


class AnswerHeaders:
    """Stands before everything that answers.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add to each answer what it does not say itself; also to that of our own mistakes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        secure = is_https(HTTPConnection(scope))
        is_begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal is_begun
            if message["type"] == "http.response.start":
                is_begun = True
                add(message, only_https=secure)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except ClientDisconnect:
            return  # nobody is there to be answered
        except Exception:
            if not is_begun:
                answer = PlainTextResponse("Internal Server Error", 500)
                await answer(scope, receive, send_with_headers)
            raise


class PictureSource:
    """Where pictures and recordings come from, beside this server."""

    def __init__(self) -> None:
        self._source = "https: http:"

    def learn(self, services: Services) -> None:
        """Ask the store once, which then knows in which region its bucket lies.

        Until it has answered, pictures may come from anywhere.
        """
        store, now = services.store, services.now()
        try:
            url = urlsplit(store.image_url(_SOME_KEY, signed_at=now))
            if url.netloc:
                store.list_session(_SOME_KEY.session_id)
                url = urlsplit(store.image_url(_SOME_KEY, signed_at=now))
        except ImageSpeakError as error:
            _logger.warning("pages may show pictures from anywhere: %s", error.code)
        else:
            self._source = f"{url.scheme}://{url.netloc}" if url.netloc else ""

    def policy(self, nonce: str, host: str) -> str:
        """What Streamlit's page may do.

        Args:
            nonce: Of the scripts that stand in it.
            host: By which it was asked for; older browsers take a socket there for another site.
                Behind a proxy that changes it, the setting says where people open the page.
        """
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src 'self' blob: 'nonce-{nonce}'",
                "style-src 'self' 'unsafe-inline'",
                f"img-src 'self' data: blob: {self._source}".rstrip(),
                f"media-src 'self' blob: {self._source}".rstrip(),
                " ".join(("connect-src 'self'", *_sockets(host))),
                "font-src 'self' data:",
                "manifest-src 'self'",
                _always(),
            )
        )


def add(start: Message, *, only_https: bool) -> None:
    """Add to an answer what it does not say itself.

    Args:
        start: Its `http.response.start`.
        only_https: Whether it goes by TLS.
    """
    start.setdefault("headers", [])
    headers = MutableHeaders(scope=start)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault(
        POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; "
        + _always(),
    )
    if not wiring().settings.framing_origins:
        headers.setdefault("X-Frame-Options", "SAMEORIGIN")  # it can name no other site
    if only_https:
        headers.raw[:] = [(name, _secured(name, value)) for name, value in headers.raw]


def _always() -> str:
    framing = " ".join(("'self'", *wiring().settings.framing_origins))
    return f"form-action 'self'; base-uri 'none'; frame-ancestors {framing}"


def _sockets(host: str) -> list[str]:
    own = [f"ws://{host}", f"wss://{host}"] if _HOST.fullmatch(host) else []
    return own + [f"ws{origin[4:]}" for origin in wiring().settings.other_origins]


def _secured(name: bytes, value: bytes) -> bytes:
    """A cookie that came by TLS goes by TLS alone; Streamlit sees only its own certificate."""
    if name != b"set-cookie" or b"; secure" in value.lower():
        return value
    return value + b"; Secure"
