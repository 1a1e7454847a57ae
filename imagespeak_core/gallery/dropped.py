"""The settings inside a PNG that somebody dropped. The file is hostile until it is read.

Its chunks are walked by their length fields, as far as the first one of pixels; all but the
settings are skipped, and no pixel is decoded. Nothing is looked up: the key that a file names may
belong to anybody's session.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import cast

from imagespeak_core.errors import InvalidRequestError, NotOurPictureError, TooLargePictureError
from imagespeak_core.models import ImageRequest, Quality
from imagespeak_core.pictures.details import SETTINGS_KEYWORD, ImageDetails, from_settings

MAX_BYTES = 12 * 1024 * 1024
MAX_CHUNKS = 200
"""Before the pixels. Ours are among the first three; other programs may put theirs before."""

MAX_SETTINGS_BYTES = 192 * 1024
"""Two prompts of 10,000 characters have at most 120,000 bytes as JSON."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_IHDR_BYTES = 13
_FRAME_BYTES = 12  # length, type and checksum


def read_dropped(png: bytes) -> ImageDetails:
    """How a picture was made, by the file alone.

    Raises:
        TooLargePictureError: It has more than 12 MB, or more pixels than Pillow's guard allows.
        NotOurPictureError: It is no PNG, is cut off before its settings, or has none of ours.
    """
    if len(png) > MAX_BYTES:
        raise TooLargePictureError(
            f"This file has {len(png) / 1024 / 1024:.0f} MB. "
            f"Choose one of at most {MAX_BYTES // 1024 // 1024} MB."
        )
    text = _settings_text(png)
    details = from_settings(text) if text else None
    if details is None:
        raise NotOurPictureError(
            "This picture does not say how it was made. "
            "Choose a PNG file that you downloaded from this app."
        )
    return details


def request_from(details: ImageDetails, session_id: str, *, new_seed: bool = False) -> ImageRequest:
    """One more picture with the same settings, for another session.

    What the details don't tell is as in a new request.

    Args:
        details: Of a picture.
        session_id: Where the new picture will belong.
        new_seed: Leave the seed open.

    Raises:
        InvalidRequestError: A setting is outside the bounds of a request, or there is no prompt.
    """
    if details.prompt is None:
        raise InvalidRequestError("prompt", "The picture's prompt is not known. Type a new one.")
    plain = ImageRequest(session_id, details.prompt)
    return ImageRequest(
        session_id,
        details.prompt,
        negative_prompt=details.negative_prompt or "",
        quality=cast(Quality, details.quality or plain.quality),  # checked by the request
        width_px=plain.width_px if details.width_px is None else details.width_px,
        height_px=plain.height_px if details.height_px is None else details.height_px,
        seed=0 if new_seed or details.seed is None else details.seed,
    )


def _settings_text(png: bytes) -> str:
    """What the settings chunk holds; empty where there is none."""
    chunks = _chunks(png)
    kind, header = next(chunks, (b"", b""))
    if kind != b"IHDR" or len(header) != _IHDR_BYTES:
        return ""
    _check_pixels(*struct.unpack(">II", header[:8]))
    keyword = SETTINGS_KEYWORD.encode() + b"\0"
    for kind, data in chunks:
        if kind == b"iTXt" and data[: len(keyword)] == keyword:
            return _decoded(data[len(keyword) :])
    return ""


def _chunks(png: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Type and data of each whole chunk before the pixels."""
    if not png.startswith(_SIGNATURE):
        return
    view, position = memoryview(png), len(_SIGNATURE)
    for _ in range(MAX_CHUNKS):
        if position + _FRAME_BYTES > len(png):
            return
        length, kind = struct.unpack_from(">I4s", png, position)
        end = position + _FRAME_BYTES + length
        if kind == b"IDAT" or end > len(png):
            return
        yield kind, view[position + 8 : end - 4]
        position = end


def _decoded(data: memoryview) -> str:
    """The text of an iTXt chunk behind its keyword; empty if it is broken or too long."""
    if len(data) > MAX_SETTINGS_BYTES:
        return ""
    is_compressed = data[:1].tobytes() == b"\1"
    _language, _, behind = data[2:].tobytes().partition(b"\0")
    _translated, _, text = behind.partition(b"\0")
    try:
        if is_compressed:
            text = zlib.decompressobj().decompress(text, MAX_SETTINGS_BYTES)
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        return ""


def _check_pixels(width_px: int, height_px: int) -> None:
    from PIL import Image  # slow to import

    most = Image.MAX_IMAGE_PIXELS
    if most is not None and width_px * height_px > most:
        raise TooLargePictureError(
            f"This picture has {width_px:,} × {height_px:,} pixels. Choose a smaller one."
        )
