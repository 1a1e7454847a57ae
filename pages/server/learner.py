"""Gives a browser the learner's key: a new one with the first page, or the one of a private link.

The key is in a cookie that no script can read. Nothing else of a learner is known here.
"""

from __future__ import annotations

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from imagespeak_core.speaking.learner import is_key, key_hash, new_key
from pages.components.shell.visitor import COOKIE_LIFE_S, COOKIE_NAME
from pages.server.json_posts import NO_STORE, is_from_here, posted, refused
from pages.server.own_cookies import set_cookie

_NOT_STORED = "private, no-cache"


def give_key(request: HTTPConnection, page: Response) -> None:
    """Let the page bring a new key to a browser that has none."""
    if not is_key(request.cookies.get(COOKIE_NAME, "")):
        page.headers["Cache-Control"] = _NOT_STORED  # nobody else may get this one's key
        set_cookie(request, page, COOKIE_NAME, new_key(), COOKIE_LIFE_S)


async def choose_key(request: Request) -> Response:
    """Takes `{"key": …}`, which is kept from now on; `{}` gives the browser a new one."""
    content = await posted(request)
    if content is None or not is_from_here(request):
        return refused("Open your private link on the practice page.", 400)
    key = content.get("key", "") or new_key()
    if not isinstance(key, str) or not is_key(key):
        return refused("This private link is not complete. Copy all of it, then open it.", 400)
    answer = JSONResponse({"learner": key_hash(key)}, headers=NO_STORE)
    set_cookie(request, answer, COOKIE_NAME, key, COOKIE_LIFE_S)
    return answer
