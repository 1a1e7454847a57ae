"""The route by which a recording comes here at *Keep*: with a ticket, in parts, once.

    GET    Upload-Ticket                                     how much is here, or what is kept
    PATCH  Upload-Ticket, Upload-Offset, Upload-Length, body the next part; the last one is kept
           Upload-Anew                                       it begins anew, whatever is here

Where the store fails for now, a whole recording waits for it on this computer's disk: the answer
calls it safe, and nobody need send it again.

Whoever has the ticket has it from a page of ours, whose learner the cookie must name, too. Where
a browser keeps no cookies, the ticket is all there is.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import asdict

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from imagespeak_core.errors import (
    AddressExpiredError,
    ImageSpeakError,
    NotABlobError,
    RetryLaterError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.operations.kinds import tell_of
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundTimeoutError,
    SoundUnreadyError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
)
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.rights import NOT_KEPT
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.speaking.uploads import NOT_KEPT_NOW, WrongOffsetError
from imagespeak_core.speaking.waiting import WaitingRecording
from pages.components.shell.wiring import wiring
from pages.server.json_posts import NO_STORE, refused
from pages.server.tickets import NotYoursError, ticket_of

logger = logging.getLogger(__name__)

_MOST_DIGITS = 12
_STATUS: dict[type[ImageSpeakError], int] = {
    AddressExpiredError: 410,
    TooLargeSoundError: 413,
    TooLongSoundError: 413,
    NotSoundError: 415,
    SoundTimeoutError: 415,
    TooManyKeptError: 429,
    RetryLaterError: 429,
    SoundUnreadyError: 503,
    StorageError: 503,
}
_RETRY_S = 15


async def state(request: Request) -> Response:
    """How much of a recording is here, and whether it is kept, or safe."""
    uploads = wiring().uploads
    try:
        ticket = ticket_of(request)
        kept = await _brought(ticket)
    except ImageSpeakError as error:
        return _answer_to(error)
    return _kept(kept) if kept else _received(uploads.received(ticket), kept=None)


async def part(request: Request) -> Response:
    """Takes the next part. The answer to the last one comes when the recording is kept or safe."""
    uploads = wiring().uploads
    try:
        ticket = ticket_of(request)
        offset, length = (_number(request, name) for name in ("Upload-Offset", "Upload-Length"))
        if offset is None or not length or offset > length:
            return refused("Load the page again, then press Keep.", 400)
        # Where other bytes are here, the answer was lost, or another server has it.
        is_new = offset == uploads.received(ticket)
        kept = uploads.waiting(ticket) if is_new else await _brought(ticket)
        if kept:
            return _kept(kept)
        is_anew = "Upload-Anew" in request.headers
        if not (uploads.is_whole(ticket) and (is_anew or offset == length)):
            incoming = uploads.begin(ticket, offset=offset, length=length, is_anew=is_anew)
            async for content in request.stream():
                incoming.write(content)
        if not uploads.is_whole(ticket):
            return _received(uploads.received(ticket))
        recording = await asyncio.shield(asyncio.wrap_future(uploads.keep(ticket)))
    except WrongOffsetError as error:
        return JSONResponse({"received": error.received}, status_code=409, headers=NO_STORE)
    except ImageSpeakError as error:
        return _answer_to(error)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is left to read it; what came is here
    return _kept(recording)


async def _brought(ticket: Ticket) -> Recording | WaitingRecording | None:
    """What is kept or safe already, as far as anybody can look."""
    uploads = wiring().uploads
    waiting = uploads.waiting(ticket)
    if waiting:
        return waiting
    found: Recording | None = await asyncio.wrap_future(uploads.find(ticket))
    return found


def _number(request: Request, name: str) -> int | None:
    text = request.headers.get(name, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if is_number else None


def _received(count: int, **more: None) -> Response:
    return JSONResponse({"received": count, **more}, headers=NO_STORE)


def _kept(recording: Recording | WaitingRecording) -> Response:
    if isinstance(recording, WaitingRecording):
        told = {"received": recording.size_bytes, "safe": recording.ticket.upload}
        return JSONResponse(told, status_code=202, headers=NO_STORE)
    content = {
        "received": recording.size_bytes,
        "kept": recording.stem,
        "speech": asdict(recording.speech),
    }
    return JSONResponse(content, headers=NO_STORE)


def _answer_to(error: ImageSpeakError) -> Response:
    if isinstance(error, NotYoursError):
        return refused(str(error), 403)
    if isinstance(error, StorageAccessError) and not isinstance(error, NotABlobError):
        return refused(NOT_KEPT, 403)  # no rights come back while a learner waits
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 400)
    sentence, headers = str(error), {}
    if isinstance(error, StorageError | SoundUnreadyError):  # it tells the owner what to do
        if isinstance(error, SoundUnreadyError):  # the store has told already
            tell_of(wiring().services.troubles, error)
        logger.info("a recording could not be kept: %s", error.code)
        sentence = NOT_KEPT_NOW if isinstance(error, StorageError) else NOT_KEPT
    if isinstance(error, RetryLaterError):
        headers["Retry-After"] = str(error.retry_after_s or _RETRY_S)
    elif isinstance(error, StorageTimeoutError | StorageUnreachableError):
        headers["Retry-After"] = str(_RETRY_S)
    return refused(sentence, status, headers)
