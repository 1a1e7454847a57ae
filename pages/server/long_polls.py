"""Routes that answer when something has happened: a picture is made, a class was changed.

They wait so that no page has to ask again and again.
"""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from imagespeak_core.errors import InvalidSessionIdError
from imagespeak_core.pictures.naming import check_session_id
from pages.components.shell.wiring import wiring
from pages.server.server_end import is_ending

LONG_POLL_S = 25.0
_NO_STORE = {"Cache-Control": "no-store"}


async def job_end(request: Request) -> Response:
    """200 when the job has ended, 202 when it still runs after 25 s, 404 when we don't know it.

    503 when the server ends before.
    """
    job = wiring().queue.find(request.path_params["job_id"])
    if job is None:
        return Response(status_code=404)
    done = asyncio.wrap_future(job.done)
    await _wait_for(done)
    status = 200 if done.done() else 503 if is_ending().is_set() else 202
    return Response(status_code=status, headers=_NO_STORE)


async def class_changes(request: Request) -> Response:
    """200 when the class is no more as the page saw it, 204 when it still is after 25 s.

    503 when the server ends before.
    """
    try:
        session_id = check_session_id(request.path_params["session_id"])
    except InvalidSessionIdError as error:
        return PlainTextResponse(str(error), status_code=404, headers=_NO_STORE)
    seen = request.query_params.get("seen")
    changed = asyncio.ensure_future(
        wiring().classes.changed(session_id, seen, timeout_s=LONG_POLL_S)
    )
    try:
        await _wait_for(changed)
        has_news = changed.done() and changed.result()
        status = 200 if has_news else 503 if is_ending().is_set() else 204
    finally:
        changed.cancel()
    return Response(status_code=status, headers=_NO_STORE)


async def _wait_for(work: asyncio.Future[Any]) -> None:
    """Return when it is done, after 25 s, or when the server ends."""
    end = asyncio.ensure_future(is_ending().wait())
    try:
        await asyncio.wait({work, end}, timeout=LONG_POLL_S, return_when="FIRST_COMPLETED")
    finally:
        end.cancel()
