"""A part of a file that is in memory: browsers ask for sound in parts, Safari always.

RFC 9110, section 14: one range alone; whoever asks for several, or in words of their own, gets
the whole. https://www.rfc-editor.org/rfc/rfc9110#section-14 (2026-11)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.responses import Response

_RANGE = re.compile(r"bytes=([0-9]{0,12})-([0-9]{0,12})", re.ASCII)


def answer_with(
    content: bytes, *, wanted: str, media_type: str, headers: Mapping[str, str]
) -> Response:
    """The file, or the part of it that is asked for.

    Args:
        content: The whole file, not empty.
        wanted: The request's `Range`; empty where it has none.
        media_type: What the file is.
        headers: Of the answer.
    """
    more = {**headers, "Accept-Ranges": "bytes"}
    asked = _RANGE.fullmatch(wanted.replace(" ", ""))
    if asked is None or asked[0] == "bytes=-":
        return Response(content, media_type=media_type, headers=more)
    size = len(content)
    if asked[1]:
        start, end = int(asked[1]), min(int(asked[2] or size), size - 1)
        if asked[2] and int(asked[2]) < start:  # none of the grammar's
            return Response(content, media_type=media_type, headers=more)
    else:
        start, end = max(size - int(asked[2]), 0), size - 1
    if start > end:
        return Response(status_code=416, headers={**more, "Content-Range": f"bytes */{size}"})
    more["Content-Range"] = f"bytes {start}-{end}/{size}"
    return Response(content[start : end + 1], status_code=206, media_type=media_type, headers=more)
