"""Whether the server lives, and whether it is of use: for load balancers and their like.

They are asked every few seconds and by everybody: neither says more than which part is amiss.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from imagespeak_core.operations.readiness import OK, Readiness
from pages.components.shell.wiring import wiring
from pages.server.json_posts import NO_STORE
from pages.server.server_end import is_ending

HEALTH_PATH = "/healthz"
READINESS_PATH = "/readyz"
ALIVE = "ok\n"

WAIT_S = 3.0
"""Whoever asks waits no longer; what has not answered then is not ready."""
NO_ANSWER = "no_answer"


async def health(_request: Request) -> Response:
    """200 as long as the process answers at all."""
    return PlainTextResponse(ALIVE, headers=NO_STORE)


async def readiness(_request: Request) -> Response:
    """200 where a learner would get a picture; else 503, also when the server is about to end."""
    if is_ending().is_set():
        return _answer({"server": "ending"})
    return _answer(await parts_now(wiring().readiness))


async def parts_now(readiness: Readiness, wait_s: float = WAIT_S) -> dict[str, str]:
    """What is the matter with each part; `ok` where nothing is.

    Args:
        readiness: Looks at them.
        wait_s: A look that takes longer is not waited for.
    """
    looks = {name: asyncio.wrap_future(look) for name, look in readiness.looks().items()}
    await asyncio.wait(looks.values(), timeout=wait_s)
    return {name: look.result() if look.done() else NO_ANSWER for name, look in looks.items()}


def _answer(parts: dict[str, str]) -> Response:
    is_ready = all(part == OK for part in parts.values())
    return JSONResponse({"ready": is_ready, **parts}, 200 if is_ready else 503, headers=NO_STORE)
