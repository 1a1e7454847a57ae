"""Connections that are too many, and messages that are too large, end before they cost anything.

The app meets both too late: a message when it is put together, a connection when it asks for
something.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import Message

from pages.components.shell.addresses import base_path
from pages.server import answer_headers, own_uvicorn
from pages.server.crowd import FULL, RETRY_S, Crowd
from pages.server.health import ALIVE, HEALTH_PATH

MOST_MESSAGE_BYTES = 1_000_000
"""Three lists of 24 prompts of 10,000 letters, in the prompt lab's form, and the rest of it."""
MOST_PARTS = 2_000
"""Browsers send a message whole, or in a few parts; a proxy may cut it into more."""
WORDLESS_S = 30.0
"""A connection that has asked for nothing by then makes room; browsers open some to be quick."""
ONE_TOO_MANY_S = 1.0
"""One that there is no room for is heard so long, to tell apart who watches over the server."""
MOST_TOO_MANY = 20
"""So many are heard at once, where the process may open enough files."""

_UNREADABLE = "This request can't be read."
_FILES_OF_ONE_TOO_MANY = 16  # of so many that may be open it takes one, from a quarter left free
_TOO_BIG = 1009  # datatracker.ietf.org/doc/html/rfc6455#section-7.4.1
_NO_MORE_FILES = "socket.accept() out of system resource"
"""As `asyncio` says it (`selector_events`, Python 3.11 to 3.14)."""


@contextmanager
def bounded(crowd: Crowd) -> Iterator[None]:
    """Let this process's server take in this block what it bears, and no more.

    Begins before the server listens, on its event loop.
    """
    loop = asyncio.get_running_loop()
    before = loop.get_exception_handler()
    loop.set_exception_handler(_quiet_when_full(crowd, before))
    for config in own_uvicorn.configs():
        bound(config, crowd)
    try:
        yield
    finally:
        loop.set_exception_handler(before)


def bound(config: uvicorn.Config, crowd: Crowd) -> None:
    """Set the limits of a server that has its configuration, and listens to nobody yet."""
    config.ws_max_size = min(config.ws_max_size, MOST_MESSAGE_BYTES)
    if isinstance(config.http_protocol_class, type):
        config.http_protocol_class = _of_a_crowd(config.http_protocol_class, crowd)
    sockets = config.ws_protocol_class
    if sockets is not None and hasattr(sockets, "handle_cont"):
        config.ws_protocol_class = _of_few_parts(sockets)


def _of_a_crowd(protocol: type[asyncio.Protocol], crowd: Crowd) -> type[asyncio.Protocol]:
    heard: dict[_OneTooMany, None] = {}

    class OfACrowd(protocol):  # type: ignore[valid-type, misc]
        """As many as the server bears; who is one more gets an answer, and no more."""

        def connection_made(self, transport: asyncio.Transport) -> None:
            if len(self.connections) < crowd.bears.connections:
                super().connection_made(transport)
                self.loop.call_later(WORDLESS_S, self._end_if_wordless, transport)
            else:
                one = _OneTooMany(transport, crowd, heard)
                transport.set_protocol(one)
                self.loop.call_later(ONE_TOO_MANY_S, one.send_away)

        def handle_websocket_upgrade(self, *request: object) -> None:
            if crowd.is_full:
                self.connections.discard(self)
                _send_away(self.transport, crowd)
            else:
                super().handle_websocket_upgrade(*request)
                # It has had the whole head, and would wait for ever where it could not read it.
                if not getattr(self.transport.get_protocol(), "handshake_initiated", True):
                    self.transport.write(_written("400 Bad Request", _UNREADABLE))
                    self.transport.close()

        def _end_if_wordless(self, transport: asyncio.Transport) -> None:
            if self.cycle is None and transport.get_protocol() is self:
                transport.close()

    return OfACrowd


class _OneTooMany(asyncio.Protocol):
    """A connection that there is no room for, until its first words.

    Whether the server lives is answered as always: whoever watches over it would else end it, with
    all who are here.

    Args:
        transport: The connection.
        crowd: Those who are here.
        heard: All like it, the earliest first; which must go where these are too many.
    """

    def __init__(
        self, transport: asyncio.Transport, crowd: Crowd, heard: dict[_OneTooMany, None]
    ) -> None:
        self._transport = transport
        self._crowd = crowd
        self._heard = heard
        if heard and len(heard) >= min(MOST_TOO_MANY, crowd.bears.files // _FILES_OF_ONE_TOO_MANY):
            next(iter(heard)).send_away()
        heard[self] = None

    def data_received(self, data: bytes) -> None:
        if _asks_for_life(data):
            self._heard.pop(self, None)
            self._transport.write(_written("200 OK", ALIVE))
            self._transport.close()
        else:
            self.send_away()

    def connection_lost(self, _error: Exception | None) -> None:
        self._heard.pop(self, None)

    def send_away(self) -> None:
        """Tell it that the server is full, unless it is answered or gone."""
        if not self._transport.is_closing():
            self._heard.pop(self, None)
            _send_away(self._transport, self._crowd)


def _asks_for_life(head: bytes) -> bool:
    method, _, rest = head.partition(b" ")
    path = rest.partition(b" ")[0].partition(b"?")[0].decode("latin-1")
    return method in {b"GET", b"HEAD"} and path in {HEALTH_PATH, base_path() + HEALTH_PATH}


def _of_few_parts(protocol: type[Any]) -> type[asyncio.Protocol]:
    class OfFewParts(protocol):  # type: ignore[misc]
        """Takes no message in endlessly many parts, which may all be empty; writes few times."""

        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(_WritesTogether(transport))

        def handle_cont(self, part: object) -> None:
            if len(self.frames) < MOST_PARTS:
                super().handle_cont(part)
            elif not self.close_sent:
                self.conn.fail(_TOO_BIG, "too many parts")
                self.handle_parser_exception()

    return OfFewParts


class _WritesTogether:
    """A connection on which all that is written before the event loop goes on is one write."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> None:
        if not self._parts:
            asyncio.get_running_loop().call_soon(self._write_all)
        self._parts.append(part)

    def close(self) -> None:
        self._write_all()
        self._transport.close()

    def _write_all(self) -> None:
        parts, self._parts = self._parts, []
        if parts:
            self._transport.write(b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


def _send_away(transport: asyncio.Transport, crowd: Crowd) -> None:
    """Answer before anything is asked; the app would have the server log a fault each time."""
    crowd.tell_full()
    transport.set_protocol(asyncio.Protocol())
    transport.write(_written("503 Service Unavailable", FULL, ("Retry-After", f"{RETRY_S}")))
    transport.close()


def _written(status: str, words: str, *more: tuple[str, str]) -> bytes:
    """An answer of our own, with the headers of every other one."""
    headers = {
        **dict(more),
        "Connection": "close",
        "Content-Type": "text/plain; charset=utf-8",
        "Cache-Control": "no-store",
        "Content-Length": f"{len(words)}",
    }
    start: Message = {"headers": [(k.encode(), v.encode()) for k, v in headers.items()]}
    answer_headers.add(start, only_https=False)
    heads = (f"HTTP/1.1 {status}".encode(), *(b": ".join(one) for one in start["headers"]))
    return b"\r\n".join((*heads, b"", words.encode()))


def _quiet_when_full(
    crowd: Crowd, others: Callable[[asyncio.AbstractEventLoop, dict[str, Any]], object] | None
) -> Callable[[asyncio.AbstractEventLoop, dict[str, Any]], None]:
    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if context.get("message") == _NO_MORE_FILES:
            crowd.tell_full()  # the loop tries again in a second
        elif others:
            others(loop, context)
        else:
            loop.default_exception_handler(context)

    return handle
