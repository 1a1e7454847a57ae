"""The route at which a kept recording of the folder store is heard: for minutes, in no cache."""

from __future__ import annotations

import asyncio
from functools import cache

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.errors import SpokenGoneError
from pages.components.shell.wiring import wiring
from pages.server import store_threads
from pages.server.files import gone

_AT_ONCE = 3
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def recording(request: Request) -> Response:
    """The sound, or a part of it, if the address is signed and has not ended."""
    services = wiring().services
    query = request.query_params
    try:
        async with _turns():
            found = await store_threads.read(
                recordings.open_signed,
                services,
                request.path_params["file_name"],
                query.get("expires", ""),
                query.get("signature", ""),
            )
    except ImageSpeakError as error:
        return gone(error)
    if found is None:
        return gone(SpokenGoneError("This recording is gone."))
    path, kind = found
    return FileResponse(path, media_type=kind, headers=_HEADERS)


@cache
def _turns() -> asyncio.Semaphore:
    """A slow disk must not hold the threads that other files need."""
    return asyncio.Semaphore(_AT_ONCE)
