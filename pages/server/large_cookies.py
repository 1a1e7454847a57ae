"""Cookies that are too large for the server, in words, with a way out.

The socket over which the pages come takes no line of more than 8,192 bytes in a request's head
(`WEBSOCKETS_MAX_LINE_LENGTH` in the environment sets it; websockets.readthedocs.io, "Environment
variables", 2026-11), and all cookies are one line. With more of them the page would stay empty
for ever. Requests that need no socket are answered as always.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from websockets.http11 import MAX_LINE_LENGTH

from pages.components.shell.addresses import base_path
from pages.components.shell.visitor import COOKIE_NAME as LEARNER_COOKIE
from pages.server.json_posts import in_time
from pages.server.trouble_page import Button, instead_of_a_page, trouble_page

DELETE_PATH = "/cookies/delete"
USER_COOKIE, TOKENS_COOKIE = "_streamlit_user", "_streamlit_user_tokens"

_OUR_PREFIXES = ("_streamlit_", "imagespeak_")
_STILL_TO_COME = {"_streamlit_xsrf": 90, LEARNER_COOKIE: 50}
"""So many bytes the first page and what it loads add where a browser has no such cookie."""
_ROOM_BYTES = 4_000  # for a sign-in beside them
_MOST_NAMED = 20
_FORM_BYTES = 1_000
_SIGN_IN, _OTHERS = "sign-in", "others"


class LargeCookies:
    """Stands before the pages.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the place of a page that would stay empty; leave all else to the app."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        cookies = cookies_of(Headers(scope=scope))
        if fits(cookies):
            await self._app(scope, receive, send)
            return
        words = instead_of_a_page(lambda: _page(cookies), scope, receive, send)
        await self._app(scope, receive, words)


async def delete_cookies(request: Request) -> Response:
    """Takes a form with `choice`: deletes the sign-in, or what others left too; then the app."""
    answer = RedirectResponse(f"{base_path()}/", 303, headers={"Cache-Control": "no-store"})
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return answer
    async with (
        in_time(),
        request.form(max_files=0, max_fields=2, max_part_size=_FORM_BYTES) as form,
    ):
        choice = form.get("choice")
    cookies = cookies_of(request.headers)
    for name in _sign_in_names(cookies):
        for path in {base_path() or "/", "/"}:
            _delete(answer, name, f"Path={path}")
    if choice == _OTHERS:
        for name in _others_too_large(cookies):
            for domain in _domains(request.url.hostname or ""):
                _delete(answer, name, "Path=/", *([f"Domain={domain}"] if domain else []))
    return answer


def _delete(answer: Response, name: str, *where: str) -> None:
    """Python's own writer of cookies refuses names such as `cart[1]`, which browsers keep."""
    answer.headers.append("Set-Cookie", "; ".join((f"{name}=", "Max-Age=0", *where)))


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies of a request, as they are written there."""
    pairs = [part.strip().partition("=") for part in ";".join(headers.getlist("cookie")).split(";")]
    return {name: value for name, _, value in pairs if name or value}


def fits(cookies: Mapping[str, str], *, more_bytes: int = 0) -> bool:
    """Whether the socket takes a request with these cookies.

    Args:
        cookies: Names and values.
        more_bytes: Of cookies that are still to come.
    """
    more_bytes += sum(size for name, size in _STILL_TO_COME.items() if name not in cookies)
    line = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return len(f"Cookie: {line}\r\n") + more_bytes <= MAX_LINE_LENGTH


def sign_in_too_large() -> Response:
    """Words for somebody whose sign-in can't be kept in cookies."""
    return trouble_page(
        "Your sign-in is too large",
        "Your school's sign-in sends more about you than this site can keep. "
        "You are not signed in here. You can practise without a sign-in. "
        "To work as a teacher, show this page to the owner of this site.",
        _KEEP_GROUPS_OUT,
        status=431,
    )


_KEEP_GROUPS_OUT = (
    "The ID token, together with other cookies of this host, is too large. At the sign-in "
    "service, keep groups, roles and pictures out of this application's token; the README says how."
)


def _page(cookies: Mapping[str, str]) -> Response:
    others = _others_too_large(cookies)
    if not others:
        return trouble_page(
            "Your sign-in is too large",
            "ImageSpeak can't open in this browser, because your school's sign-in sends too much "
            "about you. Sign out here to go on. You can practise without a sign-in. To work as a "
            "teacher, show this page to the owner of this site.",
            _KEEP_GROUPS_OUT,
            status=431,
            buttons=(Button("Sign out and go on", DELETE_PATH, _SIGN_IN),),
        )
    names = ", ".join(others[:_MOST_NAMED])
    return trouble_page(
        "There are too many large cookies",
        "ImageSpeak can't open in this browser, because other pages at this address have left "
        f"large cookies: {names}. You can delete them here. Then you may have to sign in to those "
        "pages again. Or open ImageSpeak in a private window.",
        f"All cookies together are more than {MAX_LINE_LENGTH} bytes. Give ImageSpeak a host name "
        "of its own, or set WEBSOCKETS_MAX_LINE_LENGTH for it, and as much in the proxy.",
        status=431,
        buttons=(Button("Delete them and go on", DELETE_PATH, _OTHERS),),
    )


def _sign_in_names(cookies: Mapping[str, str]) -> list[str]:
    """Without the learner's key: it is small, and what was kept can't be opened without it."""
    return [name for name in cookies if name.startswith(_OUR_PREFIXES) and name != LEARNER_COOKIE]


def _others_too_large(cookies: Mapping[str, str]) -> list[str]:
    """Names of cookies, the largest first, without which there is room; none of the sign-in.

    Empty where the others fit by themselves.
    """
    left = {name: value for name, value in cookies.items() if name not in _sign_in_names(cookies)}
    names: list[str] = []
    if fits(left):
        return names
    for name in sorted(left.keys() - {LEARNER_COOKIE}, key=lambda name: (-len(left[name]), name)):
        if fits(left, more_bytes=_ROOM_BYTES):
            break
        names.append(name)
        del left[name]
    return names


def _domains(host: str) -> list[str | None]:
    """Whose cookies this host gets: its own, and those of the names that it lies under."""
    try:
        ip_address(host)
    except ValueError:
        labels = host.split(".")
        return [None, *(".".join(labels[at:]) for at in range(len(labels) - 1))]
    return [None]
