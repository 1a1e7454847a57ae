"""The routes by which a teacher with a PIN signs in and out: they set and clear the cookies.

Both take JSON alone. A form of another site can't send that, nor its scripts without asking
first, and this server never says yes.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
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
from pages.components.shell.addresses import base_path
from pages.components.shell.wiring import wiring
from pages.server.server_end import is_ending

_NO_STORE = {"Cache-Control": "no-store"}
_MAX_BODY_BYTES = 4_096


async def sign_in(request: Request) -> Response:
    """Takes `{"pin": …}` and sets the teacher's cookie. It may take 25 seconds, see `PinCheck`.

    A browser that types a PIN gets a second cookie, by which its tries are counted.
    """
    wired = wiring()
    posted = await _posted_pin(request)
    pin, check = wired.teacher_rules.pin, wired.pin_check
    if check is None or pin is None:
        return _refused(
            "There is no PIN to sign in with here. Load the page again. "
            "If you see no way to sign in then, ask the owner of this site.",
            404,
        )
    if posted is None:
        return _refused("Type the PIN on the page for teachers.", 400)
    cookie = request.cookies.get(DEVICE_COOKIE_NAME, "")
    device = read_device_cookie(cookie, pin, secret=wired.secret, now=wired.services.now())
    try:
        turn = check.take_turn(request.client.host if request.client else None, device)
        if turn.wait_s and await _ends_within(turn.wait_s):
            return _refused("The server starts again. Please try again in a minute.", 503)
        check.try_pin(posted, turn)
    except TooManyTriesError as error:
        answer = _refused(str(error), 429, {"Retry-After": str(error.retry_after_s)})
    except WrongPinError as error:
        answer = _refused(str(error), 403)
    else:
        answer = JSONResponse({}, headers=_NO_STORE)
        device = replace(device, state="signed in")
    if device.state != "seen":
        value = make_device_cookie(device, pin, secret=wired.secret, now=wired.services.now())
        _set_cookie(request, answer, DEVICE_COOKIE_NAME, value, DEVICE_COOKIE_LIFE_S)
    if answer.status_code == 200:
        value = make_cookie(pin, secret=wired.secret, now=wired.services.now())
        _set_cookie(request, answer, COOKIE_NAME, value, COOKIE_LIFE_S)
    return answer


async def sign_out(request: Request) -> Response:
    """Clears the teacher's cookie, and ends it for pages that are still open."""
    if not _is_json(request):
        return _refused("Sign out on the page for teachers.", 400)
    wired, cookie = wiring(), request.cookies.get(COOKIE_NAME, "")
    rules = wired.teacher_rules
    if rules.pin is not None:
        rules.ended.add(cookie, rules.pin, secret=rules.secret, now=wired.services.now())
    answer = JSONResponse({}, headers=_NO_STORE)
    answer.delete_cookie(
        COOKIE_NAME,
        path=_cookie_path(),
        httponly=True,
        samesite="lax",
        secure=_is_https(request),
    )
    return answer


async def _ends_within(wait_s: float) -> bool:
    """Wait; true at once when the server ends before."""
    try:
        await asyncio.wait_for(is_ending().wait(), wait_s)
    except TimeoutError:
        return False
    return True


def _set_cookie(request: Request, answer: Response, name: str, value: str, life_s: int) -> None:
    """One that no script can read, nor a request of another site carries."""
    answer.set_cookie(
        name,
        value,
        max_age=life_s,
        path=_cookie_path(),
        httponly=True,
        samesite="lax",
        secure=_is_https(request),
    )


def _cookie_path() -> str:
    """Other apps on the same host do not get the cookie."""
    return base_path() or "/"


async def _posted_pin(request: Request) -> str | None:
    """The PIN in a small JSON body; None for anything else."""
    if not _is_json(request):
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MAX_BODY_BYTES:
            return None
    try:
        posted = json.loads(body)
    except (ValueError, RecursionError):
        return None
    pin = posted.get("pin") if isinstance(posted, dict) else None
    return pin if isinstance(pin, str) else None


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type") == "application/json"


def _is_https(request: Request) -> bool:
    """Whether the visitor's browser speaks TLS, perhaps to a proxy before us."""
    outermost = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip()
    return "https" in {request.url.scheme, outermost}


def _refused(sentence: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    return JSONResponse(
        {"error": sentence}, status_code=status, headers={**(headers or {}), **_NO_STORE}
    )
