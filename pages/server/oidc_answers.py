"""What went wrong on the way to a school's sign-in and back, in words.

Streamlit answers most of it with the practice page, as if nothing had been tried, and leaves the
reason in its log. Its routes are `/auth/login` and `/oauth2callback`. The one sign of success is
that the latter sets the cookie of the user; where the service's token is refused, it deletes that
cookie, whether or not there was one.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.components.shell.addresses import base_path
from pages.components.shell.oidc_set_up import CALLBACK_PATH
from pages.components.shell.wiring import wiring
from pages.server.large_cookies import (
    TOKENS_COOKIE,
    USER_COOKIE,
    cookies_of,
    fits,
    sign_in_too_large,
)
from pages.server.trouble_page import trouble_page

LOGIN_PATH = "/auth/login"

_logger = logging.getLogger(__name__)
_ROOM_BYTES = 400  # for the cookies of a session and of our own
_ERROR = re.compile(r"[a-z_]{1,40}")
_MICROSOFTS_CODE = re.compile(r"AADSTS[0-9]{4,8}")
_CANCELLED = "access_denied"


@dataclass(slots=True)
class _Answer:
    status: int = 500
    headers: MutableHeaders = field(default_factory=MutableHeaders)
    body: bytes = b""

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = MutableHeaders(raw=list(message["headers"]))
        else:
            self.body += message.get("body", b"")

    async def give(self, send: Send) -> None:
        start = {"status": self.status, "headers": self.headers.raw}
        await send({"type": "http.response.start", **start})
        await send({"type": "http.response.body", "body": self.body})

    @property
    def new_cookies(self) -> dict[str, str]:
        """What the browser is told to keep; an empty value is to be deleted."""
        pairs = (one.partition(";")[0].partition("=") for one in self.headers.getlist("set-cookie"))
        return {name: value.strip('"') for name, _, value in pairs}

    def drop_cookies(self, name: str) -> None:
        """Let the browser keep none of a cookie's parts that come with this answer."""
        self.headers.raw[:] = [
            (key, value)
            for key, value in self.headers.raw
            if key != b"set-cookie" or not _is_part(value.decode("latin-1").partition("=")[0], name)
        ]


class OidcAnswers:
    """Stands before Streamlit's routes for signing in.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Put words in the place of an answer that has none; leave all else to the app.

        Of a new socket, Streamlit looks at the user's cookie before any page runs: a changed
        `cookie_secret` is handed to it by then.
        """
        if scope["type"] == "websocket":
            wiring().door.now()
        path = scope["path"].removeprefix(base_path()) if scope["type"] == "http" else ""
        if path not in {LOGIN_PATH, CALLBACK_PATH}:
            await self._app(scope, receive, send)
            return
        answer = _Answer()
        try:
            await self._app(scope, receive, answer.take)
        except Exception:  # whatever it is, the visitor gets words
            _logger.exception("The sign-in failed.")
            answer = _Answer()
        request = Request(scope)
        trouble = _of_login(answer) if path == LOGIN_PATH else _of_callback(request, answer)
        if trouble is None:
            await answer.give(send)
            return
        for value in answer.headers.getlist("set-cookie"):
            trouble.headers.append("set-cookie", value)
        await trouble(scope, receive, send)


def _of_login(answer: _Answer) -> Response | None:
    if answer.status < 400:
        return None
    return trouble_page(
        "The sign-in service can't be reached",
        "Please try again in a few minutes. If it does not help, tell the owner of this site.",
        "Look whether server_metadata_url in [auth] opens on the server itself. "
        "The server's log has the reason.",
        status=502,
    )


def _of_callback(request: Request, answer: _Answer) -> Response | None:
    new = answer.new_cookies
    if new.get(USER_COOKIE):
        return None if _made_to_fit(request, answer) else sign_in_too_large()
    if "error" in request.query_params:
        return _refused_there(request.query_params)
    if USER_COOKIE in new or answer.status >= 500:
        return trouble_page(
            "The sign-in did not work",
            "This site and the sign-in service do not understand each other. "
            "Only the owner of this site can help.",
            "The server's log has the reason. Look at: the client secret (it ends after some "
            "months at Microsoft Entra), client_id and server_metadata_url in [auth], and the "
            "server's clock.",
            status=502,
        )
    if "code" not in request.query_params or USER_COOKIE in request.cookies:
        return None  # back from signing out, or a second time through an old page
    return trouble_page(
        "The sign-in did not work",
        "It took too long, was opened twice, or this browser keeps no cookies. "
        "Please allow cookies for this site, and sign in again.",
        "If nobody can sign in, look whether redirect_uri in [auth] is the very address by which "
        "people open this site, with https if they use it.",
        status=400,
    )


def _refused_there(query: Mapping[str, str]) -> Response:
    error = query["error"] if _ERROR.fullmatch(query["error"]) else "an unknown error"
    code = _MICROSOFTS_CODE.search(query.get("error_description", ""))
    said = f"The service said: {error}{f', {code[0]}' if code else ''}."
    if error == _CANCELLED:
        return trouble_page(
            "You are not signed in",
            "The sign-in was cancelled, or your account may not use this site. "
            "You can try again, or practise without a sign-in.",
            f"{said} If this person should come in, let them use this application at the sign-in "
            "service; it may need an administrator's consent.",
            status=403,
        )
    return trouble_page(
        "The sign-in service did not sign you in",
        "Please try again. If it happens again, tell the owner of this site.",
        f"{said} The server's log has its own words.",
        status=502,
    )


def _made_to_fit(request: Request, answer: _Answer) -> bool:
    """Whether the socket will take the new cookies, if need be without the tokens.

    The pages work without these; signing out may then ask once more at the sign-in service. Where
    not even that helps, the answer keeps nobody signed in.
    """
    if _fits(request, answer):
        return True
    _forget(request, answer, TOKENS_COOKIE)
    if _fits(request, answer):
        return True
    _forget(request, answer, USER_COOKIE)
    return False


def _fits(request: Request, answer: _Answer) -> bool:
    cookies = {**cookies_of(request.headers), **answer.new_cookies}
    return fits({k: v for k, v in cookies.items() if v}, more_bytes=_ROOM_BYTES)


def _forget(request: Request, answer: _Answer, name: str) -> None:
    answer.drop_cookies(name)
    deletion = Response()
    for kept in request.cookies:
        if _is_part(kept, name):
            deletion.delete_cookie(kept, path=base_path() or "/")
    for value in deletion.headers.getlist("set-cookie"):
        answer.headers.append("set-cookie", value)


def _is_part(cookie: str, name: str) -> bool:
    """Streamlit cuts a long cookie into `name_1`, `name_2` …; `name` then tells how many."""
    number = cookie.removeprefix(f"{name}_")
    return cookie == name or (number != cookie and number.isdigit())
