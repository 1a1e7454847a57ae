"""The route that answers when something has happened: a picture is made, a class was changed.

It waits so that no page has to ask again and again, and for several things at once so that one
request is enough for all tabs of a browser.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from imagespeak_core.errors import ImageSpeakError, InvalidSessionIdError
from imagespeak_core.pictures.jobs import Job
from imagespeak_core.pictures.naming import check_session_id
from pages.components.shell import file_addresses
from pages.components.shell.wiring import wiring
from pages.components.widgets.news import CLASS, JOB, PAGE, TURN
from pages.server import store_threads
from pages.server.page_turns import page_turns
from pages.server.server_end import is_ending

LONG_POLL_S = 25.0
MOST_THINGS = 20
SIGNED_WITHIN_S = 1.0
_LOOK_EVERY_S = 1.0
_NO_STORE = {"Cache-Control": "no-store"}


async def news(request: Request) -> Response:
    """200 with a JSON object: those things named by `of` that have happened, each with what to see.

    That is null, and of a job that made a picture: `picture`, the picture's address; and of each
    job `in_line`, whether to wait for a turn before the page is drawn.

    204 when nothing has after 25 s; 503 when the server ends before. 404 when nothing that was
    named can be waited for; where only a part can, that part is. 400 for more than 20 things.
    With `at_once` it does not wait.

    All are told at once of a job's end. Of a class only a small part is drawn: no line is needed.
    """
    names = dict.fromkeys(request.query_params.getlist("of"))
    if len(names) > MOST_THINGS:
        return PlainTextResponse(
            f"{len(names)} things are too many: wait for at most {MOST_THINGS} at once.",
            status_code=400,
            headers=_NO_STORE,
        )
    awaited = {
        name: asyncio.ensure_future(happening)
        for name in names
        if (happening := _happening(name)) is not None
    }
    if not awaited:
        return Response(status_code=404, headers=_NO_STORE)
    timeout_s = 0.0 if "at_once" in request.query_params else LONG_POLL_S
    others = (asyncio.ensure_future(is_ending().wait()), asyncio.ensure_future(_gone(request)))
    try:
        await asyncio.wait(
            {*awaited.values(), *others}, timeout=timeout_s, return_when="FIRST_COMPLETED"
        )
        happened = [name for name, task in awaited.items() if task.done() and task.result()]
    finally:
        for task in (*awaited.values(), *others):
            task.cancel()
    if happened:
        return JSONResponse({name: await _seen(name) for name in happened}, headers=_NO_STORE)
    return Response(status_code=503 if is_ending().is_set() else 204, headers=_NO_STORE)


async def _seen(name: str) -> dict[str, str | bool] | None:
    """What there is to see of what has this name, and has happened."""
    kind, _, job_id = name.partition(":")
    job = wiring().queue.find(job_id) if kind == JOB else None
    if job is None:
        return None
    ended = job.done.result()
    seen: dict[str, str | bool] = {"in_line": not page_turns().is_at_once()}
    if ended.listed:
        with suppress(ImageSpeakError, TimeoutError):  # then the page shows it, or what is wrong
            # To sign it, a server may have to ask for credentials first.
            signing = store_threads.read(file_addresses.picture_from_here, ended.listed[0].key)
            seen["picture"] = await asyncio.wait_for(signing, SIGNED_WITHIN_S)
    return seen


def _happening(name: str) -> Coroutine[Any, Any, bool] | None:
    """Waits for what has this name; None for what we don't know."""
    kind, _, what = name.partition(":")
    if kind in {JOB, TURN, PAGE}:
        job_id, _, why = what.partition(":")
        job = wiring().queue.find(job_id)
        if job is None:
            return None
        if kind == PAGE:
            return page_turns().come()
        return _ended(job) if kind == JOB else _goes_on(job, why or None)
    if kind != CLASS:
        return None
    session_id, _, seen = what.partition(":")
    try:
        check_session_id(session_id)
    except InvalidSessionIdError:
        return None
    return wiring().classes.changed(session_id, seen, timeout_s=LONG_POLL_S)


async def _ended(job: Job) -> bool:
    await asyncio.wrap_future(job.done)
    return True


async def _goes_on(job: Job, why: str | None) -> bool:
    while job.why == why:
        await asyncio.sleep(_LOOK_EVERY_S)
    return True


async def _gone(request: Request) -> None:
    """Return when the browser has let go: then nobody needs to look for it."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
