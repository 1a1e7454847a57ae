"""Requests of our own pages: a little JSON, where they come from, and the answers to them.

A form of another site can't send JSON, nor its scripts without asking first, and this server
never says yes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

NO_STORE = {"Cache-Control": "no-store"}
_MAX_BODY_BYTES = 4_096


async def posted(request: Request) -> dict[str, object] | None:
    """The object in a small JSON body; None for anything else."""
    if not is_json(request):
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MAX_BODY_BYTES:
            return None
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def is_json(request: Request) -> bool:
    """Whether the body is told to be JSON."""
    return request.headers.get("content-type") == "application/json"


def is_from_here(request: Request) -> bool:
    """Whether a page of ours asks, as far as the browser tells."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def refused(sentence: str, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says in words why not."""
    return JSONResponse(
        {"error": sentence}, status_code=status, headers={**(headers or {}), **NO_STORE}
    )
