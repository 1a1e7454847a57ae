"""How a picture was made: its settings, which travel twice.

In S3 user metadata, for whoever asks the bucket: ASCII, under 2 KB in all, so long prompts are
cut there. And uncut inside the PNG, so that a downloaded file still says how it was made: an
iTXt chunk `imagespeak:settings` right behind the header, JSON with `"version": 1`. Where the
generator can tell what the picture shows, `imagespeak:scene` follows.
"""

from __future__ import annotations

import io
import json
import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from imagespeak_core import __version__
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.naming import ImageKey, clean_prompt, parse_key

METADATA_LIMIT_BYTES = 2_000
"""Keys and values together. S3 allows 2 KB:
https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html (2026-11)."""

_LONGEST_CHARACTER_BYTES = 12  # four UTF-8 bytes, three characters each
_PNG_HEADER_BYTES = 33  # signature and IHDR
SETTINGS_KEYWORD = "imagespeak:settings"
_SCENE_KEYWORD = "imagespeak:scene"
_CHUNK_VERSION = 1

_NUMBER_FIELDS = ("image-index", "width", "height", "seed", "duration-ms")
_PROMPT_FIELDS = ("prompt", "negative-prompt")
_LARGEST_NUMBER = 2**53  # exact as a float too
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")  # JSON can hold it, UTF-8 can't


@dataclass(frozen=True, slots=True)
class ImageDetails:
    """The settings of a picture; what an old or foreign file does not tell is None.

    Attributes:
        key: The picture's key: session, timestamp and index.
        prompt: As it was typed.
        negative_prompt: As it was typed; empty when there was none.
        quality: "standard" or "premium".
        width_px: Of the stored picture.
        height_px: Of the stored picture.
        seed: The one that the model reported.
        model: The model's raw id.
        generated_by: `imagespeak/<version>`.
        duration_ms: From the request to the finished PNG.
    """

    key: ImageKey
    prompt: str | None = None
    negative_prompt: str | None = None
    quality: str | None = None
    width_px: int | None = None
    height_px: int | None = None
    seed: int | None = None
    model: str | None = None
    generated_by: str | None = None
    duration_ms: int | None = None

    @classmethod
    def of(cls, key: ImageKey, request: ImageRequest, image: GeneratedImage) -> ImageDetails:
        """The details of a picture that was just made."""
        return cls(
            key=key,
            prompt=request.prompt,
            negative_prompt=request.negative_prompt,
            quality=request.quality,
            width_px=request.width_px,
            height_px=request.height_px,
            seed=image.seed,
            model=image.model,
            generated_by=f"imagespeak/{__version__}",
            duration_ms=image.duration_ms,
        )


def to_metadata(details: ImageDetails) -> dict[str, str]:
    """S3 user metadata; both prompts percent-encoded, and cut where 2 KB would not hold them."""
    fields = _fields(details)
    plain = {name: str(fields[name]) for name in fields if name not in _PROMPT_FIELDS}
    room = METADATA_LIMIT_BYTES - _size(plain) - sum(len(name) for name in _PROMPT_FIELDS)
    prompt, negative = str(fields["prompt"]), str(fields["negative-prompt"])
    negative_room = max(room // 3, room - len(_quoted(prompt)))
    negative_text = _quoted_within(negative, negative_room)
    prompt_text = _quoted_within(prompt, room - len(negative_text))
    return plain | {"prompt": prompt_text, "negative-prompt": negative_text}


def from_metadata(key: ImageKey, metadata: Mapping[str, str]) -> ImageDetails | None:
    """Read S3 user metadata; None when it lacks the prompt or may hold it only in part."""
    if "prompt" not in metadata:
        return None
    if _size(metadata) > METADATA_LIMIT_BYTES - 2 * _LONGEST_CHARACTER_BYTES:
        return None
    fields: dict[str, object] = dict(metadata)
    for name in _PROMPT_FIELDS:
        fields[name] = unquote(metadata.get(name, ""))
    for name in _NUMBER_FIELDS:
        fields[name] = int(metadata[name]) if metadata.get(name, "").isdecimal() else None
    return _details(key, fields)


def embed(png: bytes, details: ImageDetails, *, scene: str = "") -> bytes:
    """The same PNG with its settings, and its scene if there is one; the pixels stay untouched."""
    settings = json.dumps({"version": _CHUNK_VERSION} | _fields(details), ensure_ascii=False)
    chunks = _text_chunk(SETTINGS_KEYWORD, settings)
    if scene:
        chunks += _text_chunk(_SCENE_KEYWORD, scene)
    return png[:_PNG_HEADER_BYTES] + chunks + png[_PNG_HEADER_BYTES:]


def from_png(key: ImageKey, png: bytes) -> ImageDetails | None:
    """Read the settings inside a PNG, of which the beginning is enough; None if it has none."""
    fields = _settings(_text_in(png, SETTINGS_KEYWORD))
    return _details(key, fields) if fields else None


def from_settings(text: str) -> ImageDetails | None:
    """Read the text of a settings chunk alone; None if it is none, or names no possible key.

    The key's cleanPrompt is not among the settings; it is made from the prompt again.
    """
    fields = _settings(text)
    key = _key(fields) if fields else None
    return _details(key, fields) if fields and key else None


def scene_in(png: bytes) -> str:
    """The scene inside a PNG, of which the beginning is enough; empty if it has none."""
    return _text_in(png, _SCENE_KEYWORD)


def _text_chunk(keyword: str, text: str) -> bytes:
    data = keyword.encode() + b"\0\0\0\0\0" + text.encode()
    body = b"iTXt" + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _text_in(png: bytes, keyword: str) -> str:
    from PIL import Image, UnidentifiedImageError  # slow to import, and rarely needed here

    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            return str(picture.info.get(keyword, ""))
    except (
        Image.DecompressionBombError,
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
    ):
        return ""


def _settings(text: str) -> dict[str, object] | None:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):  # however deeply it is nested
        return None
    is_ours = isinstance(fields, dict) and fields.get("version") == _CHUNK_VERSION
    return fields if is_ours else None


def _key(fields: Mapping[str, object]) -> ImageKey | None:
    session_id, timestamp = fields.get("session-id"), fields.get("timestamp")
    index, prompt = fields.get("image-index"), fields.get("prompt")
    if not isinstance(session_id, str) or not isinstance(timestamp, str) or type(index) is not int:
        return None
    words = clean_prompt(prompt) if isinstance(prompt, str) else ""
    key = ImageKey(session_id, timestamp, index, words)
    return key if parse_key(str(key)) == key else None


def _fields(details: ImageDetails) -> dict[str, str | int | None]:
    return {
        "session-id": details.key.session_id,
        "timestamp": details.key.timestamp,
        "image-index": details.key.image_index,
        "prompt": details.prompt,
        "negative-prompt": details.negative_prompt,
        "quality": details.quality,
        "width": details.width_px,
        "height": details.height_px,
        "seed": details.seed,
        "model": details.model,
        "generated-by": details.generated_by,
        "duration-ms": details.duration_ms,
    }


def _details(key: ImageKey, fields: Mapping[str, object]) -> ImageDetails:
    def text(name: str) -> str | None:
        value = fields.get(name)
        return value if isinstance(value, str) and not _HALF_CHARACTER.search(value) else None

    def number(name: str) -> int | None:
        value = fields.get(name)
        return value if type(value) is int and 0 <= value <= _LARGEST_NUMBER else None

    return ImageDetails(
        key=key,
        prompt=text("prompt"),
        negative_prompt=text("negative-prompt"),
        quality=text("quality"),
        width_px=number("width"),
        height_px=number("height"),
        seed=number("seed"),
        model=text("model"),
        generated_by=text("generated-by"),
        duration_ms=number("duration-ms"),
    )


def _size(metadata: Mapping[str, str]) -> int:
    return sum(len(name) + len(value) for name, value in metadata.items())


def _quoted(text: str) -> str:
    """Percent-encoded but for spaces; those at the ends too, which HTTP would strip."""
    quoted = quote(text, safe=" ")
    inner = quoted.strip(" ")
    if not inner:
        return "%20" * len(quoted)
    left = len(quoted) - len(quoted.lstrip(" "))
    right = len(quoted) - len(quoted.rstrip(" "))
    return "%20" * left + inner + "%20" * right


def _quoted_within(text: str, room: int) -> str:
    """As much of the text as fits, cut between characters."""
    kept = text[:room]
    while len(_quoted(kept)) > room:
        surplus = len(_quoted(kept)) - room
        kept = kept[: len(kept) - max(1, surplus // _LONGEST_CHARACTER_BYTES)]
    return _quoted(kept)
