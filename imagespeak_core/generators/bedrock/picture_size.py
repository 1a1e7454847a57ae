"""From the model's picture to a PNG of exactly the size that was asked for."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

from imagespeak_core.errors import ModelError

MAX_MODEL_SIDE_PX = 8192
"""A picture beyond this is none of a model's: it would only fill the memory."""

_FORMATS = ("PNG", "JPEG", "WEBP")
# What Pillow raises on broken files. The warning is for programs that make errors of warnings.
_BROKEN_FILE = (
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


@dataclass(frozen=True, slots=True)
class SizedPicture:
    """A picture of the size that was asked for.

    Attributes:
        png: RGB, without an alpha channel.
        warnings: A sentence where the picture had to be enlarged.
    """

    png: bytes
    warnings: tuple[str, ...] = ()


def to_exact_size(image: bytes, width_px: int, height_px: int) -> SizedPicture:
    """Decode, scale until it covers the size, cut equally on both sides, write as PNG.

    Raises:
        ModelError: These bytes are not a whole image file.
    """
    picture = _decode(image)
    fitted = ImageOps.fit(picture, (width_px, height_px), method=Image.Resampling.LANCZOS)
    png = io.BytesIO()
    fitted.save(png, format="PNG")
    return SizedPicture(png.getvalue(), _enlargement_warning(picture, width_px, height_px))


def _decode(image: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(image), formats=_FORMATS) as picture:
            if max(picture.size) > MAX_MODEL_SIDE_PX:
                raise _not_a_picture(f"it measures {picture.width} × {picture.height}")
            return picture.convert("RGB")
    except _BROKEN_FILE as exc:
        raise _not_a_picture("the file is broken or of another kind") from exc


def _enlargement_warning(picture: Image.Image, width_px: int, height_px: int) -> tuple[str, ...]:
    if picture.width >= width_px and picture.height >= height_px:
        return ()
    return (
        f"The model's picture measures {picture.width} × {picture.height}. It was enlarged to "
        f"{width_px} × {height_px} and may look soft.",
    )


def _not_a_picture(detail: str) -> ModelError:
    return ModelError(
        f"The picture model sent something that is not a picture ({detail}). "
        "Nothing was stored. Try again; if it happens again, tell the owner."
    )
