"""The route at which a sentence of a model answer is heard, where a browser has no voice.

The address has a token of this server's own, which holds the sentence: nobody else can have
anything said, or paid for.
"""

from __future__ import annotations

import asyncio
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from imagespeak_core.errors import AddressExpiredError, ImageSpeakError, RetryLaterError
from imagespeak_core.voices.errors import VoiceUnreadyError
from imagespeak_core.voices.tokens import read_token
from pages.components.shell.wiring import wiring
from pages.server import store_threads
from pages.server.byte_ranges import answer_with
from pages.server.json_posts import refused

AT_ONCE = 3
NOT_READY = "This sentence can't be read aloud here. Read it aloud yourself."
"""For learners; the log has a sentence for whoever can mend it."""

_RETRY_S = 5
_HEADERS = {
    "Cache-Control": "private, max-age=86400",
    "X-Content-Type-Options": "nosniff",
}


async def sentence(request: Request) -> Response:
    """The sound of a sentence, or a part of it."""
    wired = wiring()
    try:
        text = read_token(
            request.path_params["token"], secret=wired.secret, now=wired.services.now()
        )
    except AddressExpiredError as error:
        return refused(str(error), 404)
    if wired.sentences is None:
        return refused(NOT_READY, 404)
    try:
        async with _turns():
            spoken = await store_threads.read(wired.sentences.say, text)
    except ImageSpeakError as error:
        return _answer_to(error)
    return answer_with(
        spoken.content,
        wanted=request.headers.get("Range", ""),
        media_type=spoken.content_type,
        headers=_HEADERS,
    )


@cache
def _turns() -> asyncio.Semaphore:
    """A slow voice must not hold the threads that other files need."""
    return asyncio.Semaphore(AT_ONCE)


def _answer_to(error: ImageSpeakError) -> Response:
    if isinstance(error, RetryLaterError):
        return refused(str(error), 429, {"Retry-After": str(error.retry_after_s or _RETRY_S)})
    is_owners = isinstance(error, VoiceUnreadyError)
    return refused(NOT_READY if is_owners else str(error), 503)
