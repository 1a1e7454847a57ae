"""How settings travel in S3 metadata and inside the PNG."""

from __future__ import annotations

import io
import json
import struct
import zlib
from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core import __version__
from imagespeak_core.models import MAX_PROMPT_LENGTH, GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import (
    METADATA_LIMIT_BYTES,
    ImageDetails,
    embed,
    from_metadata,
    from_png,
    to_metadata,
)
from imagespeak_core.pictures.naming import ImageKey

KEY = ImageKey("image-001", "20241031_143022", 3, "sunset_mountains")
ODD_PROMPTS = ["x", " x ", "  ", "a\nb", "50%", "%20", "ü", "山の夕日", "🏔️", "\x00\x7f", '"quoted"']

prompts = st.text(st.characters(codec="utf-8"), max_size=200)


def _png(width_px: int = 8, height_px: int = 8) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width_px, height_px), 50).save(buffer, "PNG")
    return buffer.getvalue()


def _details(prompt: str = "A sunset", negative_prompt: str = "people") -> ImageDetails:
    request = ImageRequest(
        "image-001", "x", quality="premium", width_px=1152, height_px=896, seed=42
    )
    image = GeneratedImage(_png(), seed=213, model="stability.core-v1:1", duration_ms=5210)
    details = ImageDetails.of(KEY, request, image)
    return replace(details, prompt=prompt, negative_prompt=negative_prompt)


def test_the_metadata_of_the_contract() -> None:
    assert to_metadata(_details("Über den Bergen", "50% fog")) == {
        "session-id": "image-001",
        "timestamp": "20241031_143022",
        "image-index": "3",
        "prompt": "%C3%9Cber den Bergen",
        "negative-prompt": "50%25 fog",
        "quality": "premium",
        "width": "1152",
        "height": "896",
        "seed": "213",
        "model": "stability.core-v1:1",
        "generated-by": f"imagespeak/{__version__}",
        "duration-ms": "5210",
    }


@given(prompts, prompts)
def test_metadata_is_small_ascii_on_one_line(prompt: str, negative_prompt: str) -> None:
    metadata = to_metadata(_details(prompt, negative_prompt))
    for name, value in metadata.items():
        assert name.isascii()
        assert value.isascii()
        assert value.isprintable()
        assert value == value.strip()
    assert sum(map(len, metadata)) + sum(map(len, metadata.values())) <= METADATA_LIMIT_BYTES


@given(prompts, prompts)
def test_metadata_gives_the_same_or_nothing(prompt: str, negative_prompt: str) -> None:
    details = _details(prompt, negative_prompt)
    assert from_metadata(KEY, to_metadata(details)) in (details, None)


@pytest.mark.parametrize("prompt", ODD_PROMPTS)
def test_metadata_gives_short_prompts_back(prompt: str) -> None:
    details = _details(prompt, prompt)
    assert from_metadata(KEY, to_metadata(details)) == details


@pytest.mark.parametrize("character", ["x", " ", "ü", "山", "🏔"])
@pytest.mark.parametrize("lengths", [(10_000, 10_000), (10_000, 0), (0, 10_000), (1_000, 1_000)])
def test_long_prompts_are_cut_at_a_whole_character(
    character: str, lengths: tuple[int, int]
) -> None:
    prompt, negative_prompt = (character * length for length in lengths)
    metadata = to_metadata(_details(prompt, negative_prompt))
    size = sum(map(len, metadata)) + sum(map(len, metadata.values()))
    assert METADATA_LIMIT_BYTES - 24 < size <= METADATA_LIMIT_BYTES
    for name, text in (("prompt", prompt), ("negative-prompt", negative_prompt)):
        kept = unquote(metadata[name], errors="strict")
        assert text.startswith(kept)
        assert not text or kept
    assert from_metadata(KEY, metadata) is None


def test_what_old_metadata_lacks_is_unknown() -> None:
    assert from_metadata(KEY, {}) is None
    assert from_metadata(KEY, {"session-id": "image-001"}) is None
    assert from_metadata(KEY, {"prompt": "A sunset", "width": "wide", "seed": "-1"}) == (
        ImageDetails(key=KEY, prompt="A sunset", negative_prompt="")
    )


@given(prompts, prompts)
def test_the_png_gives_everything_back(prompt: str, negative_prompt: str) -> None:
    details = _details(prompt, negative_prompt)
    assert from_png(KEY, embed(_png(), details)) == details


def test_the_png_stays_the_same_picture() -> None:
    plain = _png(300, 200)
    told = embed(plain, _details())
    with Image.open(io.BytesIO(plain)) as before, Image.open(io.BytesIO(told)) as after:
        assert after.size == (300, 200)
        assert after.tobytes() == before.tobytes()


def test_the_png_carries_the_chunk_of_the_contract() -> None:
    told = embed(_png(), _details("Über den Bergen 🏔"))
    length = struct.unpack(">I", told[33:37])[0]
    body, checksum = told[37 : 41 + length], told[41 + length : 45 + length]
    assert checksum == struct.pack(">I", zlib.crc32(body))
    head = b"iTXtimagespeak:settings\0\0\0\0\0"
    assert body.startswith(head)
    text = body.removeprefix(head).decode()
    assert "Über den Bergen 🏔" in text
    fields = json.loads(text)
    assert fields.pop("version") == 1
    assert set(fields) == set(to_metadata(_details()))
    assert (fields["seed"], fields["width"], fields["height"]) == (213, 1152, 896)


@pytest.mark.parametrize("character", ["\U0001f3d4", "\x01"], ids=["astral", "control"])
def test_the_beginning_of_a_png_is_enough(character: str) -> None:
    details = _details(character * MAX_PROMPT_LENGTH, character * MAX_PROMPT_LENGTH)
    told = embed(_png(700, 700), details)
    assert len(told) > 2 * 128 * 1024
    assert from_png(KEY, told[: 128 * 1024]) == details


def _with_chunk(text: bytes) -> bytes:
    plain = _png()
    body = b"iTXtimagespeak:settings\0\0\0\0\0" + text
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return plain[:33] + chunk + plain[33:]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        _png(),
        _png()[:40],
        embed(_png(), _details())[:100],
        _with_chunk(b""),
        _with_chunk(b"{"),
        _with_chunk(b"[]"),
        _with_chunk(b"\xff"),
        _with_chunk(b'{"version": 2, "prompt": "x"}'),
        _with_chunk(b'{"prompt": "x"}'),
    ],
    ids=range(11),
)
def test_foreign_pictures_tell_nothing(content: bytes) -> None:
    assert from_png(KEY, content) is None


def test_wrong_kinds_of_values_are_unknown() -> None:
    chunk = b'{"version": 1, "prompt": 7, "seed": "7", "width": true, "height": 1.5, "model": null}'
    assert from_png(KEY, _with_chunk(chunk)) == ImageDetails(key=KEY)


def test_values_that_nobody_can_work_with_are_unknown() -> None:
    chunk = rb'{"version": 1, "prompt": "\ud800", "duration-ms": 1%s, "width": -1}' % (b"0" * 400)
    assert from_png(KEY, _with_chunk(chunk)) == ImageDetails(key=KEY)
    metadata = {"prompt": "", "seed": "9" * 400}
    assert from_metadata(KEY, metadata) == ImageDetails(key=KEY, prompt="", negative_prompt="")


@given(st.binary(max_size=200))
def test_any_bytes_inside_do_no_harm(text: bytes) -> None:
    from_png(KEY, _with_chunk(text))


@given(st.integers(0, 400), st.binary(min_size=1, max_size=20))
def test_broken_pictures_do_no_harm(position: int, junk: bytes) -> None:
    told = embed(_png(), _details())
    from_png(KEY, told[:position] + junk + told[position:])
