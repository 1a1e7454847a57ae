"""Not more open tabs than the server bears, nor more in their messages.

Who is too many is told so in words, and whoever is here goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.shell.wiring import wiring
from pages.server import open_files
from pages.server.open_files import Bears
from pages.server.trouble_page import instead_of_a_page, trouble_page

LARGE_BYTES = 64_000
"""A tab's message up to here is always taken: a practice page's longest is smaller."""
MOST_LARGE_BYTES = 32_000_000
"""Of larger ones, such as the prompt lab's, all tabs together have no more at once."""

FULL = "Too many people are here just now. Wait a minute, then try again."
RETRY_S = 20
# iana.org/assignments/websocket, "Close Code Number Registry"
NOT_TAKEN, TRY_AGAIN_LATER = 1003, 1013

_MEND = "Raise the hard limit of open files (such as LimitNOFILE), or run more processes."


class Crowd:
    """Counts the open tabs of this process. For its event loop.

    Args:
        bears: How many there may be.
        tell: Tells the owner of a kind of trouble.
    """

    def __init__(self, bears: Bears, tell: Callable[[str, str], None]) -> None:
        self.bears = bears
        self._tell = tell
        self.tabs = 0
        self.large_bytes = 0

    @property
    def is_full(self) -> bool:
        """Whether nobody else can come in."""
        return self.tabs >= self.bears.tabs

    def tell_full(self) -> None:
        """Tell the owner that somebody was sent away."""
        self._tell(
            "server full",
            f"Somebody was sent away: this process bears {self.bears.tabs:,} open tabs at once, "
            f"and may open {self.bears.files:,} files. {_MEND}",
        )


@cache
def crowd() -> Crowd:
    """That of this process, whose limit of open files is raised first."""
    troubles = wiring().services.troubles
    return Crowd(open_files.bears(open_files.raised()), troubles.tell)


class CrowdDoor:
    """Stands before the pages.

    Args:
        app: What answers.
        counted: Gives who counts.
    """

    def __init__(self, app: ASGIApp, counted: Callable[[], Crowd] = crowd) -> None:
        self._app = app
        self._counted = counted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a tab, or send it away; what needs no tab is answered as always."""
        if scope["type"] == "websocket":
            await self._tab(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "GET" and self._counted().is_full:
            words = instead_of_a_page(_full_page, scope, receive, send)
            await self._app(scope, receive, words)
        else:
            await self._app(scope, receive, send)

    async def _tab(self, scope: Scope, receive: Receive, send: Send) -> None:
        crowd = self._counted()
        if crowd.is_full:
            crowd.tell_full()
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER, "reason": FULL})
            return
        tab = _Tab(crowd, receive, send)
        try:
            await self._app(scope, tab.receive, tab.send)
        finally:
            tab.leave()


class _Tab:
    """What one says and hears."""

    def __init__(self, crowd: Crowd, receive: Receive, send: Send) -> None:
        self._crowd = crowd
        self._receive = receive
        self._send = send
        self._large_bytes = 0
        self._is_closed = False
        crowd.tabs += 1

    async def receive(self) -> Message:
        """The next message, where it is of a page's kind and has room; else the tab's end."""
        message = await self._receive()
        size_bytes = len(message.get("bytes") or b"")
        if message["type"] == "websocket.disconnect":
            self._is_closed = True
        elif message.get("text") is not None:
            return await self._end(NOT_TAKEN, "Pages send no text.")
        elif not self._holds(size_bytes if size_bytes > LARGE_BYTES else 0):
            return await self._end(TRY_AGAIN_LATER, FULL)
        return message

    async def _end(self, code: int, reason: str) -> Message:
        await self._send({"type": "websocket.close", "code": code, "reason": reason})
        self._is_closed = True
        return {"type": "websocket.disconnect", "code": code}

    async def send(self, message: Message) -> None:
        """Say it, if somebody still hears; else the server would log a fault."""
        if not self._is_closed:
            await self._send(message)

    def leave(self) -> None:
        """Nobody is there any more."""
        self._holds(0)
        self._crowd.tabs -= 1

    def _holds(self, large_bytes: int) -> bool:
        """Whether there is room for the tab's last message, which Streamlit keeps."""
        more_bytes = large_bytes - self._large_bytes
        if more_bytes > 0 and self._crowd.large_bytes + more_bytes > MOST_LARGE_BYTES:
            return False
        self._crowd.large_bytes += more_bytes
        self._large_bytes = large_bytes
        return True


def _full_page() -> HTMLResponse:
    return trouble_page(
        "ImageSpeak is full",
        f"{FULL} This page also tries again by itself.",
        f"The log says how many open tabs this server bears. {_MEND}",
        status=503,
        retry_s=RETRY_S,
    )
