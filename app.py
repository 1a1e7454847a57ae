"""The server: Streamlit as an ASGI app, with two routes of our own beside it.

`streamlit run app.py` and `uvicorn app:app` both start it.

    /pictures/{file}    the folder store's pictures, at signed addresses that end
    /jobs/{id}          answers when a running generation has ended, so that waiting costs nothing
"""

from __future__ import annotations

import asyncio
import importlib
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from streamlit import config

from imagespeak_core.errors import ImageSpeakError, SettingsError
from imagespeak_core.practice import Services
from imagespeak_core.stores.directory import DirectoryStore
from pages.components import messages
from pages.components.wiring import wiring

LONG_POLL_S = 25.0


async def picture(request: Request) -> Response:
    """A picture of the folder store, if the address is signed and has not ended."""
    services = wiring().services
    if not isinstance(services.store, DirectoryStore):
        return PlainTextResponse("Not found", status_code=404)
    query = request.query_params
    try:
        path = await asyncio.to_thread(
            services.store.open_signed,
            request.path_params["file_name"],
            expires=query.get("expires", ""),
            download=query.get("download", ""),
            signature=query.get("signature", ""),
            now=services.now(),
        )
    except ImageSpeakError as error:
        return PlainTextResponse(str(error), status_code=404)
    return FileResponse(
        path,
        media_type="image/png",
        filename=path.name if query.get("download") else None,
        headers={
            "Cache-Control": "private, max-age=31536000, immutable",
            "X-Content-Type-Options": "nosniff",
        },
    )


async def job_end(request: Request) -> Response:
    """200 when the job has ended, 202 when it still runs after 25 s, 404 when we don't know it."""
    job = wiring().queue.find(request.path_params["job_id"])
    if job is None:
        return Response(status_code=404)
    ended, _ = await asyncio.wait([asyncio.wrap_future(job.done)], timeout=LONG_POLL_S)
    return Response(status_code=200 if ended else 202, headers={"Cache-Control": "no-store"})


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Checks the settings, warms slow imports, and lets running generations finish."""
    try:
        wired = wiring()
    except SettingsError as error:
        # An exception would bury the words under the server's own traceback.
        sys.stderr.write(f"ImageSpeak can't start. Please correct these settings:\n{error}\n")
        sys.stderr.flush()
        os._exit(1)
    threading.Thread(target=_warm_up, args=(wired.services,), daemon=True).start()
    yield
    await asyncio.to_thread(wired.queue.shutdown)


def _warm_up(services: Services) -> None:
    importlib.import_module("PIL.PngImagePlugin")
    with suppress(ImageSpeakError):  # whoever asks for a picture will be told
        services.generator.warm_up()
        services.store.warm_up()


def routes() -> list[BaseRoute]:
    """Our routes, at the root and under the base path where one is set."""
    own = [Route("/pictures/{file_name:path}", picture), Route("/jobs/{job_id}", job_end)]
    base = config.get_option("server.baseUrlPath").strip("/")
    return [*own, Mount(f"/{base}", routes=own)] if base else list(own)


def our_mistake(error: Exception) -> bool:
    """Say it in plain words; Streamlit has logged the traceback."""
    messages.show(error)
    return True


app = st.App(
    Path(__file__).with_name("pages") / "router.py",
    routes=routes(),
    lifespan=lifespan,
    on_script_error=our_mistake,
)
