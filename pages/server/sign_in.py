"""The routes by which a teacher with a PIN signs in and out: they set and clear the cookies.

Both take JSON alone.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from imagespeak_core.access.cookie import COOKIE_LIFE_S, COOKIE_NAME, make_cookie
from imagespeak_core.access.device import (
    DEVICE_COOKIE_LIFE_S,
    DEVICE_COOKIE_NAME,
    make_device_cookie,
    read_device_cookie,
)
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from pages.components.shell.wiring import wiring
from pages.server.json_posts import NO_STORE, is_json, posted, refused
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
    except TooManyTriesError as error:
        answer = refused(str(error), 429, {"Retry-After": str(error.retry_after_s)})
    except WrongPinError as error:
        answer = refused(str(error), 403)
    else:
        answer = JSONResponse({}, headers=NO_STORE)
        device = replace(device, state="signed in")
    if device.state != "seen":
        value = make_device_cookie(device, pin, secret=wired.secret, now=wired.services.now())
        set_cookie(request, answer, DEVICE_COOKIE_NAME, value, DEVICE_COOKIE_LIFE_S)
    if answer.status_code == 200:
        value = make_cookie(pin, secret=wired.secret, now=wired.services.now())
        set_cookie(request, answer, COOKIE_NAME, value, COOKIE_LIFE_S)
    return answer


async def sign_out(request: Request) -> Response:
    """Clears the teacher's cookie, and ends it for pages that are still open."""
    if not is_json(request):
        return refused("Sign out on the page for teachers.", 400)
    wired, cookie = wiring(), request.cookies.get(COOKIE_NAME, "")
    rules = wired.teacher_rules
    if rules.pin is not None:
        rules.ended.add(cookie, rules.pin, secret=rules.secret, now=wired.services.now())
    answer = JSONResponse({}, headers=NO_STORE)
    delete_cookie(request, answer, COOKIE_NAME)
    return answer


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
