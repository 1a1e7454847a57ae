"""Requests of our own pages: a little JSON, where they come from, and the answers to them.

A form of another site can't send JSON, nor its scripts without asking first, and this server
never says yes.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

NO_STORE = {"Cache-Control": "no-store"}
BODY_S = 20.0
"""A small body that has not come by then does not come any more."""
_MAX_BODY_BYTES = 4_096


async def posted(request: Request) -> dict[str, object] | None:
    """The object in a small JSON body; None for anything else.

    Raises:
        HTTPException: 408: it came too slowly.
    """
    if not is_json(request):
        return None
    body = b""
    async with in_time():
        async for part in request.stream():
            body += part
            if len(body) > _MAX_BODY_BYTES:
                return None
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """Read a small body in this block; its connection ends with it where it comes too slowly.

    Raises:
        HTTPException: 408.
    """
    try:
        async with asyncio.timeout(BODY_S):
            yield
    except TimeoutError:
        headers = {"Connection": "close", **NO_STORE}
        raise HTTPException(408, "This came too slowly. Please try again.", headers) from None


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
