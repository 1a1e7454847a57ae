"""The route by which a sound becomes a draft of its words, on this server; nothing of it is stored.

    POST   Upload-Ticket, body   202 {"place": n}: so many are before it; 0: it is its turn
    GET    Upload-Ticket         the same, or {"heard": bool, "words": [{"text", "sure"}, …]}
                                 404: it is not known here, send it again
    DELETE Upload-Ticket         204: nobody wants it any more

The ticket is the recorder's own, as at *Keep*; a draft does not use it up.
"""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from imagespeak_core.errors import AddressExpiredError, ImageSpeakError, RetryLaterError
from imagespeak_core.recognisers.errors import RecogniserError, RecogniserUnreadyError
from imagespeak_core.speaking.drafts.jobs import Drafted
from imagespeak_core.speaking.errors import (
    DraftReplacedError,
    NotSoundError,
    SoundTimeoutError,
    SoundUnreadyError,
    TooLargeSoundError,
    TooLongSoundError,
)
from pages.components.shell.wiring import wiring
from pages.server.json_posts import NO_STORE, refused
from pages.server.tickets import NotYoursError, ticket_of

PATH = "/drafts"
SENT_S = 180.0
"""A sound that has not come by then does not come any more."""

NOBODY_WRITES = "Nobody writes first drafts here. Type your words."
NOT_NOW = "First drafts can't be written just now. Type your words."
_TOO_OLD = "This page was open for too long. Load it again, then record once more."
_STATUS: dict[type[ImageSpeakError], int] = {
    NotYoursError: 403,
    DraftReplacedError: 409,
    AddressExpiredError: 410,
    TooLargeSoundError: 413,
    TooLongSoundError: 413,
    NotSoundError: 415,
    SoundTimeoutError: 415,
    RetryLaterError: 429,
    RecogniserError: 503,
    SoundUnreadyError: 503,
}
_RETRY_S = 15


async def send(request: Request) -> Response:
    """Takes a sound in, whole; whoever sends it again learns how far it is."""
    drafts = wiring().drafts
    if drafts is None:
        return refused(NOBODY_WRITES, 501)
    try:
        ticket = ticket_of(request)
        known = drafts.state(ticket)
        if isinstance(known, int | Drafted):
            return _place(known if isinstance(known, int) else 0, 202)
        with drafts.incoming(ticket) as incoming:
            async with asyncio.timeout(SENT_S):
                async for content in request.stream():
                    incoming.write(content)
            if not incoming.size_bytes:
                return refused("There is no sound in it. Record again.", 415)
            return _place(incoming.add(), 202)
    except ImageSpeakError as error:
        return _answer_to(error)
    except TimeoutError:
        return refused("Your recording came too slowly. Try again, or type your words.", 408)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is left to read it


async def state(request: Request) -> Response:
    """How many are before it, or its draft."""
    drafts = wiring().drafts
    if drafts is None:
        return refused(NOBODY_WRITES, 501)
    try:
        known = drafts.state(ticket_of(request))
    except ImageSpeakError as error:
        return _answer_to(error)
    if known is None:
        return refused("This recording is not known here any more. Send it again.", 404)
    if isinstance(known, ImageSpeakError):
        return _answer_to(known)
    if isinstance(known, int):
        return _place(known, 200)
    words = [{"text": word.text, "sure": word.is_sure} for word in known.draft.words]
    return JSONResponse({"heard": known.heard, "words": words}, headers=NO_STORE)


async def forget(request: Request) -> Response:
    """Nobody wants it any more."""
    drafts = wiring().drafts
    try:
        ticket = ticket_of(request)
    except ImageSpeakError as error:
        return _answer_to(error)
    if drafts is not None:
        drafts.forget(ticket)
    return Response(status_code=204, headers=NO_STORE)


def _place(place: int, status: int) -> Response:
    return JSONResponse({"place": place}, status_code=status, headers=NO_STORE)


def _answer_to(error: ImageSpeakError) -> Response:
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 400)
    sentence, headers = str(error), {}
    if isinstance(error, RecogniserUnreadyError | SoundUnreadyError):  # it tells the owner
        sentence = NOT_NOW
    elif isinstance(error, AddressExpiredError):
        sentence = _TOO_OLD
    if isinstance(error, RetryLaterError):
        headers["Retry-After"] = str(error.retry_after_s or _RETRY_S)
    return refused(sentence, status, headers)
