"""Our own scripts that a browser loads when it needs them, each under its content's name.

Which ones there are is told by the files alone, so that a server which has drawn no page yet
gives them as well.
"""

from __future__ import annotations

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.components.shell import assets

_KEEP_FOR_EVER = "public, max-age=31536000, immutable"


async def script(request: Request) -> Response:
    """The script, if it is the version that is asked for."""
    name, digest = (request.path_params[part] for part in ("name", "digest"))
    text = assets.scripts().get(name)
    if text is None or assets.content_digest(text) != digest:
        return PlainTextResponse("Not found", 404, headers={"Cache-Control": "no-store"})
    headers = {
        "Cache-Control": _KEEP_FOR_EVER,
        "X-Content-Type-Options": "nosniff",
        "Vary": "Accept-Encoding",
    }
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(_compressed(name), media_type="text/javascript", headers=headers)
    return Response(text, media_type="text/javascript", headers=headers)


@cache
def _compressed(name: str) -> bytes:
    return gzip.compress(assets.scripts()[name].encode(), mtime=0)
