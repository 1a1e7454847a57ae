"""Our own cookies: no script can read them, and no request of another site carries them."""

from __future__ import annotations

from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response

from pages.components.shell.addresses import base_path


def set_cookie(
    request: HTTPConnection, answer: Response, name: str, value: str, life_s: int
) -> None:
    """Let the answer set a cookie, which the browser keeps for so long."""
    answer.set_cookie(name, value, max_age=life_s, **_attributes(request))


def delete_cookie(request: HTTPConnection, answer: Response, name: str) -> None:
    """Let the answer delete a cookie."""
    answer.delete_cookie(name, **_attributes(request))


def _attributes(request: HTTPConnection) -> dict[str, Any]:
    """Other apps on the same host do not get the cookie."""
    return {
        "path": base_path() or "/",
        "httponly": True,
        "samesite": "lax",
        "secure": is_https(request),
    }


def is_https(request: HTTPConnection) -> bool:
    """Whether the visitor's browser speaks TLS, perhaps to a proxy before us."""
    outermost = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip()
    return "https" in {request.url.scheme, outermost}
