"""A picture as it is sent to a model: small enough to be cheap, large enough to be seen."""

from __future__ import annotations

import io

from PIL import Image

from imagespeak_core.errors import BrokenPictureError
from imagespeak_core.models import MAX_SIDE_PX

LONGEST_SIDE_PX = 1024
MAX_BYTES = 1_500_000
"""Far below the 3.75 MB that a message's picture may have:
https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html (2026-11)."""

_MAX_PIXELS = 10 * MAX_SIDE_PX**2
_QUALITIES = (85, 70, 50)
_BROKEN_FILE = (
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def small_jpeg(png: bytes) -> bytes:
    """A JPEG of at most `MAX_BYTES`; what is transparent becomes white.

    Raises:
        BrokenPictureError: It can't be decoded, or has far more pixels than a picture of ours.
    """
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                raise BrokenPictureError("The picture has too many pixels to be looked at.")
            small = _flat(picture)
    except _BROKEN_FILE as exc:
        raise BrokenPictureError("The picture's file is broken: nobody can look at it.") from exc
    for quality in _QUALITIES:
        jpeg = _encoded(small, quality)
        if len(jpeg) <= MAX_BYTES:
            break
    return jpeg


def _flat(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        flat = picture.convert("RGB")
    else:
        seen = picture.convert("RGBA")
        flat = Image.new("RGB", seen.size, "white")
        flat.paste(seen, mask=seen.getchannel("A"))
    flat.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    return flat


def _encoded(picture: Image.Image, quality: int) -> bytes:
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=quality)
    return jpeg.getvalue()
