"""Files on their way to a page: only where it has a place for one, and not more than there is room.

They come by Streamlit's own route, which asks for neither, and lie in memory. Streamlit looks for
tabs that are gone only when another one goes, so that the last one's files would stay for hours.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from imagespeak_core.gallery.dropped import MAX_BYTES
from pages.components.shell.file_door import file_door, is_connected

MOST_BYTES_OF_A_TAB = 2 * MAX_BYTES + 100_000
"""One more replaces the one that is there; the rest is for what stands around them."""
MOST_FILES_OF_A_TAB = 5
MOST_BYTES = 120_000_000
GONE_S = 120.0
"""So long a tab whose connection broke can come back (`MemorySessionStorage` of Streamlit 1.67)."""

NO_PLACE = "This page takes no files. Load the page again."
TOO_MUCH = "These files are too large. Remove one, or choose a smaller one."
NO_ROOM = "There is no room for more files just now. Try again in a minute."

Files = Mapping[str, Mapping[str, UploadedFileRec]]
"""By tab, then by the file's id."""

_MOST_DIGITS = 12
_PATH = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+\Z")


@dataclass(eq=False, slots=True)
class _Coming:
    tab: str
    size_bytes: int = 0


class SentFiles:
    """Stands before Streamlit's route.

    Args:
        app: What answers.
        may_send: Whether a tab may.
        kept: Gives what lies in memory.
        is_there: Whether a tab is connected.
        forget: Takes a tab's files out of memory.
    """

    def __init__(
        self,
        app: ASGIApp,
        may_send: Callable[[str], bool] | None = None,
        kept: Callable[[], Files] | None = None,
        is_there: Callable[[str], bool] | None = None,
        forget: Callable[[str], None] | None = None,
    ) -> None:
        self._app = app
        self._may_send = may_send or file_door().is_open
        self._kept = kept or _kept_by_streamlit
        self._is_there = is_there or is_connected
        self._forget = forget or _forgotten_by_streamlit
        self._coming: set[_Coming] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a file before it is read, or as soon as it is too much; see who has gone."""
        if scope["type"] == "websocket":
            try:
                await self._app(scope, receive, send)
            finally:
                self._see_who_is_gone()
            return
        if scope["type"] != "http" or scope["method"] != "PUT":
            await self._app(scope, receive, send)
            return
        path = _PATH.search(scope["path"])
        if not path or not self._may_send(path[1]):
            await PlainTextResponse(NO_PLACE, 403)(scope, receive, send)
            return
        coming = _Coming(path[1])
        self._coming.add(coming)
        try:
            if refused := self._refused(coming, _told_bytes(scope)):
                await PlainTextResponse(refused, 413)(scope, receive, send)
                return

            async def counted() -> Message:
                message = await receive()
                more_bytes = len(message.get("body", b""))
                if refused := self._refused(coming, more_bytes):
                    raise HTTPException(413, refused)  # out of Streamlit's route
                coming.size_bytes += more_bytes
                return message

            await self._app(scope, counted, send)
        finally:
            self._coming.remove(coming)
            self._see_who_is_gone()  # while its file came

    def _see_who_is_gone(self) -> None:
        gone = [tab for tab in [*self._kept()] if not self._is_there(tab)]
        if gone:
            asyncio.get_running_loop().call_later(GONE_S, self._end, gone)

    def _end(self, gone: Sequence[str]) -> None:
        for tab in gone:
            if not self._is_there(tab):
                self._forget(tab)

    def _refused(self, coming: _Coming, more_bytes: int) -> str:
        """Why there is no room for so much more; empty where there is."""
        kept = self._kept()
        own = [_size_bytes(file) for file in [*kept.get(coming.tab, {}).values()]]
        own += [one.size_bytes for one in self._coming if one.tab == coming.tab]
        if sum(own) + more_bytes > MOST_BYTES_OF_A_TAB or len(own) > MOST_FILES_OF_A_TAB:
            return TOO_MUCH
        every = [_size_bytes(file) for files in [*kept.values()] for file in [*files.values()]]
        every += [one.size_bytes for one in self._coming]
        return NO_ROOM if sum(every) + more_bytes > MOST_BYTES else ""


def _size_bytes(file: UploadedFileRec) -> int:
    return len(file.data) + len(file.name) + len(file.type)


def _told_bytes(scope: Scope) -> int:
    told = Headers(scope=scope).get("Content-Length", "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) <= _MOST_DIGITS else 0


def _forgotten_by_streamlit(tab: str) -> None:
    if runtime.exists():
        runtime.get_instance().uploaded_file_mgr.remove_session_files(tab)


def _kept_by_streamlit() -> Files:
    manager = runtime.get_instance().uploaded_file_mgr if runtime.exists() else None
    return manager.file_storage if isinstance(manager, MemoryUploadedFileManager) else {}
