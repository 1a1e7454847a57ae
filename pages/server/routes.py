"""The app's own HTTP routes, beside Streamlit's.

/pictures/{file}                the folder store's pictures, at signed addresses that end
/previews/{file}                small renditions of any store's pictures, likewise
/archives/{session}.zip         all pictures of a session, likewise
/experiments/{id}.{ending}      an experiment as a PNG, CSV, JSON or ZIP file, likewise
/jobs/{id}                      answers when a running generation has ended
/classes/{session}/changes      answers when the teacher has changed something
/teacher/sign-in, /sign-out     see `sign_in_routes`
"""

from __future__ import annotations

import asyncio
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route

from imagespeak_core.errors import (
    ImageSpeakError,
    InvalidSessionIdError,
    StorageError,
)
from imagespeak_core.gallery.archive import stream_archive
from imagespeak_core.gallery.previews import preview
from imagespeak_core.lab.contact_sheet import contact_sheet
from imagespeak_core.lab.experiments import open_experiment
from imagespeak_core.lab.export import stream_zip, to_csv, to_json
from imagespeak_core.pictures.naming import check_session_id
from imagespeak_core.pictures.use_cases import retrieve_images
from imagespeak_core.signing.addresses import check_address
from imagespeak_core.stores.folder.pictures import DirectoryStore
from pages.components.shell.access import SIGN_IN_PATH, SIGN_OUT_PATH
from pages.components.shell.addresses import (
    ARCHIVES_PATH,
    EXPERIMENTS_PATH,
    PREVIEWS_PATH,
    preview_key,
)
from pages.components.shell.wiring import wiring
from pages.server.server_end import is_ending
from pages.server.sign_in_routes import base_path, sign_in, sign_out

LONG_POLL_S = 25.0
PREVIEWS_AT_ONCE = 3
_KEEP_FOR_EVER = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
_NO_STORE = {"Cache-Control": "no-store"}
_EXPERIMENT_TYPES = {
    "png": "image/png",
    "csv": "text/csv",
    "json": "application/json",
    "zip": "application/zip",
}


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
        return _gone(error)
    return FileResponse(
        path,
        media_type="image/png",
        filename=path.name if query.get("download") else None,
        headers=_KEEP_FOR_EVER,
    )


async def small_picture(request: Request) -> Response:
    """A rendition of 480 pixels; it is made if it is missing."""
    file_name = request.path_params["file_name"]
    key = preview_key(file_name)
    if key is None:
        return PlainTextResponse("Not found", status_code=404)
    try:
        _check_address(request, PREVIEWS_PATH + file_name)
        async with _preview_turns():
            webp = await asyncio.to_thread(preview, wiring().services.store, key)
    except ImageSpeakError as error:
        return _gone(error)
    return Response(webp, media_type="image/webp", headers=_KEEP_FOR_EVER)


@cache
def _preview_turns() -> asyncio.Semaphore:
    """Previews that wait for each other must not hold the threads that everything else needs."""
    return asyncio.Semaphore(PREVIEWS_AT_ONCE)


async def archive(request: Request) -> Response:
    """A session's pictures as one ZIP file, sent while it is being made."""
    session_id = request.path_params["session_id"]
    services = wiring().services
    try:
        _check_address(request, f"{ARCHIVES_PATH}{session_id}.zip")
        images = await asyncio.to_thread(retrieve_images, services, session_id)
    except ImageSpeakError as error:
        return _gone(error)
    return StreamingResponse(
        stream_archive(services.store, images, session_id=session_id),
        media_type="application/zip",
        headers=_as_file(f"{session_id}.zip"),
    )


async def experiment(request: Request) -> Response:
    """An experiment as it is now; the ZIP file is sent while it is being made."""
    experiment_id, ending = (request.path_params[name] for name in ("experiment_id", "ending"))
    services = wiring().services
    try:
        _check_address(request, f"{EXPERIMENTS_PATH}{experiment_id}.{ending}")
        opened = await asyncio.to_thread(open_experiment, services, experiment_id)
    except ImageSpeakError as error:
        return _gone(error)
    if opened is None or ending not in _EXPERIMENT_TYPES:
        return PlainTextResponse("Not found", status_code=404)
    state, kind = opened.state, _EXPERIMENT_TYPES[ending]
    headers = _as_file(f"{experiment_id}.{ending}")
    if ending == "zip":
        parts = stream_zip(services.store, state)
        return StreamingResponse(parts, media_type=kind, headers=headers)
    if ending == "png":
        content = await asyncio.to_thread(contact_sheet, services.store, state)
    else:
        content = to_csv(state) if ending == "csv" else to_json(state)
    return Response(content, media_type=kind, headers=headers)


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
        return _gone(error)
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


def routes() -> list[BaseRoute]:
    """Our routes, at the root and under the base path where one is set."""
    return [route for base in sorted({"", base_path()}) for route in _routes_under(base)]


def _routes_under(base: str) -> list[BaseRoute]:
    """Each by itself: a mount would hide Streamlit's own routes beside them."""
    return [
        Route(base + "/pictures/{file_name:path}", picture),
        Route(base + PREVIEWS_PATH + "{file_name}", small_picture),
        Route(base + ARCHIVES_PATH + "{session_id}.zip", archive),
        Route(base + EXPERIMENTS_PATH + "{experiment_id}.{ending}", experiment),
        Route(base + "/jobs/{job_id}", job_end),
        Route(base + "/classes/{session_id}/changes", class_changes),
        Route(base + SIGN_IN_PATH, sign_in, methods=["POST"]),
        Route(base + SIGN_OUT_PATH, sign_out, methods=["POST"]),
    ]


async def _wait_for(work: asyncio.Future[Any]) -> None:
    """Return when it is done, after 25 s, or when the server ends."""
    end = asyncio.ensure_future(is_ending().wait())
    try:
        await asyncio.wait({work, end}, timeout=LONG_POLL_S, return_when="FIRST_COMPLETED")
    finally:
        end.cancel()


def _check_address(request: Request, path: str) -> None:
    wired, query = wiring(), request.query_params
    check_address(
        path,
        query.get("expires", ""),
        query.get("signature", ""),
        secret=wired.secret,
        now=wired.services.now(),
    )


def _as_file(name: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        **_NO_STORE,
    }


def _gone(error: ImageSpeakError) -> Response:
    status = 503 if isinstance(error, StorageError) else 404
    return PlainTextResponse(str(error), status_code=status, headers=_NO_STORE)
