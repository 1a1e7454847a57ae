"""The route at which an attempt's words are seen, drawn: made when asked for, and kept nowhere."""

from __future__ import annotations

import asyncio
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.speaking.attempts import open_attempt
from imagespeak_core.speaking.drawn import DrawnWords, order_of
from imagespeak_core.speaking.errors import SpokenGoneError
from pages.components.shell.file_addresses import DRAWINGS_PATH
from pages.components.shell.wiring import wiring
from pages.server import store_threads
from pages.server.files import check_signed, gone

_OPENED_AT_ONCE = 3
_HEADERS = {
    "Cache-Control": "private, max-age=3600",
    "X-Content-Type-Options": "nosniff",
}


async def drawing(request: Request) -> Response:
    """The drawing, if the address is signed and has not ended, and the attempt is still kept.

    Where no attempt is kept, the server that has drawn the words still knows them for a while.
    """
    name = request.path_params["name"]
    try:
        check_signed(request, f"{DRAWINGS_PATH}{name}.png")
        drawn = await _drawn(name)
    except ImageSpeakError as error:
        return gone(error)
    return Response(drawn.png, media_type="image/png", headers=_HEADERS)


async def _drawn(name: str) -> DrawnWords:
    wired = wiring()
    order = wired.words_drawn.named(name)
    if order is None:
        async with _turns():
            attempt = await store_threads.read(open_attempt, wired.services, name)
        order = order_of(attempt) if attempt else None
    if order is None:
        raise SpokenGoneError("This drawing is gone.")
    return await asyncio.shield(asyncio.wrap_future(wired.words_drawn.draw(order)))


@cache
def _turns() -> asyncio.Semaphore:
    """A slow store must not hold the threads that other files need."""
    return asyncio.Semaphore(_OPENED_AT_ONCE)
