"""The routes by which a teacher with a PIN signs in and out: they set and clear the cookies.

Both take JSON alone.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from imagespeak_core.access.cookie import COOKIE_LIFE_S, COOKIE_NAME, PIN_ACCOUNT, make_cookie
from imagespeak_core.access.device import (
    DEVICE_COOKIE_LIFE_S,
    DEVICE_COOKIE_NAME,
    make_device_cookie,
    read_device_cookie,
)
from imagespeak_core.access.errors import NotTeacherError, TooManyTriesError, WrongPinError
from imagespeak_core.access.teachers import cookie_of
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.operations.kinds import tell_of
from pages.components.shell.wiring import wiring
from pages.server import store_threads
from pages.server.json_posts import NO_STORE, posted, refused
from pages.server.own_cookies import delete_cookie, set_cookie
from pages.server.server_end import is_ending


async def sign_in(request: Request) -> Response:
    """Takes `{"pin": …}` and sets the teacher's cookie. It may take 25 seconds, see `PinCheck`.

    A browser that types a PIN gets a second cookie, by which its tries are counted.
    """
    wired = wiring()
    typed = await _posted_pin(request)
    pin, check = wired.teacher_rules.pin, wired.pin_check
    if check is None or pin is None:
        return refused(
            "There is no PIN to sign in with here. Load the page again. "
            "If you see no way to sign in then, ask the owner of this site.",
            404,
        )
    if typed is None:
        return refused("Type the PIN on the page for teachers.", 400)
    cookie = request.cookies.get(DEVICE_COOKIE_NAME, "")
    device = read_device_cookie(cookie, pin, secret=wired.secret, now=wired.services.now())
    try:
        turn = check.take_turn(request.client.host if request.client else None, device)
        if turn.wait_s and await _ends_within(turn.wait_s):
            return refused("The server starts again. Please try again in a minute.", 503)
        check.try_pin(typed, turn)
    except (TooManyTriesError, WrongPinError) as error:
        tell_of(wired.services.troubles, error)
        answer = _not_let_in(error)
    else:
        answer = JSONResponse({}, headers=NO_STORE)
        device = replace(device, state="signed in")
    if device.state != "seen":
        value = make_device_cookie(device, pin, secret=wired.secret, now=wired.services.now())
        set_cookie(request, answer, DEVICE_COOKIE_NAME, value, DEVICE_COOKIE_LIFE_S)
    if answer.status_code == 200:
        since_s = await store_threads.read(wired.sign_outs.first_second, PIN_ACCOUNT)
        value = make_cookie(pin, secret=wired.secret, since_s=since_s)
        set_cookie(request, answer, COOKIE_NAME, value, COOKIE_LIFE_S)
    return answer


def _not_let_in(error: TooManyTriesError | WrongPinError) -> Response:
    if isinstance(error, TooManyTriesError):
        return refused(str(error), 429, {"Retry-After": str(error.retry_after_s)})
    return refused(str(error), 403)


async def sign_out(request: Request) -> Response:
    """Clears the teacher's cookie, and ends it on all servers and for pages that are still open.

    Takes `{}`, or `{"everywhere": true}` to end the cookies of all who have typed the PIN.
    """
    content = await posted(request)
    if content is None:
        return refused("Sign out on the page for teachers.", 400)
    cookie = request.cookies.get(COOKIE_NAME, "")
    try:
        await store_threads.read(_end, cookie, is_everywhere=content.get("everywhere") is True)
    except NotTeacherError as error:
        return refused(str(error), 403)
    except ImageSpeakError:
        return refused("Nobody was signed out. Wait a minute, then press the button again.", 503)
    answer = JSONResponse({}, headers=NO_STORE)
    delete_cookie(request, answer, COOKIE_NAME)
    return answer


def _end(cookie: str, *, is_everywhere: bool) -> None:
    wired = wiring()
    signed_in = cookie_of(wired.teacher_rules, cookie, now=wired.services.now())
    if is_everywhere:
        if signed_in is None or not wired.sign_outs.still_counts(signed_in):
            raise NotTeacherError("You are signed out already. Sign in, then press again.")
        wired.sign_outs.end_everywhere(signed_in)
    elif signed_in is not None:
        wired.sign_outs.end(signed_in)


async def _ends_within(wait_s: float) -> bool:
    """Wait; true at once when the server ends before."""
    try:
        await asyncio.wait_for(is_ending().wait(), wait_s)
    except TimeoutError:
        return False
    return True


async def _posted_pin(request: Request) -> str | None:
    content = await posted(request)
    pin = content.get("pin") if content else None
    return pin if isinstance(pin, str) else None
