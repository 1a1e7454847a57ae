"""Routes that answer with files: pictures, small pictures, archives, experiments.

Their addresses are signed, and end.
"""

from __future__ import annotations

import asyncio
import logging
from functools import cache

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse

from imagespeak_core.errors import ImageSpeakError, ModelError, RetryLaterError, StorageError
from imagespeak_core.gallery.archive import stream_archive
from imagespeak_core.lab.contact_sheet import contact_sheet
from imagespeak_core.lab.experiments import open_experiment
from imagespeak_core.lab.export import stream_zip, to_csv, to_json
from imagespeak_core.pictures.use_cases import retrieve_images
from imagespeak_core.signing.addresses import check_address
from pages.components.shell.file_addresses import (
    ARCHIVES_PATH,
    EXPERIMENTS_PATH,
    PREVIEWS_PATH,
    preview_key,
)
from pages.components.shell.wiring import wiring
from pages.server import store_threads

logger = logging.getLogger(__name__)

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
    query = request.query_params
    try:
        path = await store_threads.read(
            services.store.open_signed,
            request.path_params["file_name"],
            expires=query.get("expires", ""),
            download=query.get("download", ""),
            signature=query.get("signature", ""),
            now=services.now(),
        )
    except ImageSpeakError as error:
        return gone(error)
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
        check_signed(request, PREVIEWS_PATH + file_name)
        async with _preview_turns():
            webp = await store_threads.read(wiring().previews.of, key)
    except ImageSpeakError as error:
        return gone(error)
    return Response(webp, media_type="image/webp", headers=_KEEP_FOR_EVER)


@cache
def _preview_turns() -> asyncio.Semaphore:
    """Previews that wait for each other must not hold the threads that other files need."""
    return asyncio.Semaphore(PREVIEWS_AT_ONCE)


async def archive(request: Request) -> Response:
    """A session's pictures as one ZIP file, sent while it is being made."""
    session_id = request.path_params["session_id"]
    services = wiring().services
    try:
        check_signed(request, f"{ARCHIVES_PATH}{session_id}.zip")
        images = await store_threads.read(retrieve_images, services, session_id)
    except ImageSpeakError as error:
        return gone(error)
    return StreamingResponse(
        store_threads.each(stream_archive(services.store, images, session_id=session_id)),
        media_type="application/zip",
        headers=_as_file(f"{session_id}.zip"),
    )


async def experiment(request: Request) -> Response:
    """An experiment as it is now; the ZIP file is sent while it is being made."""
    experiment_id, ending = (request.path_params[name] for name in ("experiment_id", "ending"))
    services = wiring().services
    try:
        check_signed(request, f"{EXPERIMENTS_PATH}{experiment_id}.{ending}")
        opened = await store_threads.read(open_experiment, services, experiment_id)
    except ImageSpeakError as error:
        return gone(error)
    if opened is None or ending not in _EXPERIMENT_TYPES:
        return PlainTextResponse("Not found", status_code=404)
    state, kind = opened.state, _EXPERIMENT_TYPES[ending]
    headers = _as_file(f"{experiment_id}.{ending}")
    if ending == "zip":
        parts = store_threads.each(stream_zip(services.store, state))
        return StreamingResponse(parts, media_type=kind, headers=headers)
    if ending == "png":
        content = await store_threads.read(contact_sheet, services.store, state)
    else:
        content = to_csv(state) if ending == "csv" else to_json(state)
    return Response(content, media_type=kind, headers=headers)


def check_signed(request: Request, path: str) -> None:
    """Return if the request's address of this path is signed and has not ended.

    Raises:
        AddressExpiredError: It is not, or has.
    """
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


def gone(error: ImageSpeakError) -> Response:
    """Why there is no file: it may come later, or it is not there."""
    is_passing = isinstance(error, ModelError | RetryLaterError | StorageError)
    status = 503 if is_passing else 404
    sentence = str(error)
    if isinstance(error, StorageError):  # it tells the owner what to do
        logger.info("a file could not be sent: %s", error.code)
        sentence = "This can't be opened just now. Try again in some minutes."
    return PlainTextResponse(sentence, status_code=status, headers=_NO_STORE)
