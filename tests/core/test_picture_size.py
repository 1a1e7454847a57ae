from __future__ import annotations

import io
import struct
import zlib
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core.errors import ImageSpeakError, ModelError
from imagespeak_core.generators.bedrock.picture_size import MAX_MODEL_SIDE_PX, to_exact_size

MARK = b"\x89PNG\r\n\x1a\n"
RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
SIDES = st.integers(256, 1536)


def encoded(image: Image.Image, kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    image.save(target, format=kind)
    return target.getvalue()


@cache
def plain(width_px: int, height_px: int, mode: str = "RGB") -> bytes:
    return encoded(Image.new(mode, (width_px, height_px)))


def opened(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png), formats=["PNG"])
    image.load()
    return image


def chunk(name: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + checksum


def png_claiming(width_px: int, height_px: int) -> bytes:
    """A PNG that claims a size and then has next to no pixels."""
    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    return MARK + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64))


@settings(max_examples=25, deadline=None)
@given(SIDES, SIDES, st.sampled_from([(1536, 1536), (1536, 658), (658, 1536), (640, 800)]))
@example(256, 1536, (658, 1536))
@example(1536, 256, (1536, 658))
@example(1536, 1536, (640, 640))
def test_the_size_is_exact_and_only_enlarging_warns(
    width_px: int, height_px: int, given_size: tuple[int, int]
) -> None:
    sized = to_exact_size(plain(*given_size), width_px, height_px)

    picture = opened(sized.png)
    assert picture.size == (width_px, height_px)
    assert picture.mode == "RGB"
    enlarged = given_size[0] < width_px or given_size[1] < height_px
    assert bool(sized.warnings) == enlarged


def test_both_sides_lose_the_same() -> None:
    stripes = Image.new("RGB", (1200, 400), GREEN)
    stripes.paste(RED, (0, 0, 400, 400))
    stripes.paste(BLUE, (800, 0, 1200, 400))

    picture = opened(to_exact_size(encoded(stripes), 400, 400).png)

    assert picture.getpixel((200, 200)) == GREEN
    assert picture.getpixel((8, 200)) == GREEN
    assert picture.getpixel((391, 200)) == GREEN


def test_upper_and_lower_edge_lose_the_same() -> None:
    bands = Image.new("RGB", (400, 1200), GREEN)
    bands.paste(RED, (0, 0, 400, 200))
    bands.paste(BLUE, (0, 1000, 400, 1200))

    picture = opened(to_exact_size(encoded(bands), 400, 1000).png)

    assert picture.getpixel((200, 50)) == RED
    assert picture.getpixel((200, 950)) == BLUE
    assert picture.getpixel((200, 150)) == GREEN == picture.getpixel((200, 850))


def test_a_picture_of_the_right_size_keeps_its_pixels() -> None:
    original = Image.effect_noise((300, 260), 60).convert("RGB")

    assert opened(to_exact_size(encoded(original), 300, 260).png).tobytes() == original.tobytes()


def test_the_warning_names_both_sizes() -> None:
    (warning,) = to_exact_size(plain(640, 640), 1024, 512).warnings

    assert "640 × 640" in warning
    assert "1024 × 512" in warning


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_rgb(mode: str) -> None:
    assert opened(to_exact_size(plain(300, 300, mode), 256, 256).png).mode == "RGB"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_picture_files_are_read_too(kind: str) -> None:
    image = encoded(Image.new("RGB", (300, 300), RED), kind)

    assert opened(to_exact_size(image, 256, 256).png).format == "PNG"


@pytest.mark.parametrize(
    "image",
    [
        b"",
        b"text",
        MARK,
        MARK + chunk(b"IHDR", b"short"),
        MARK + chunk(b"IHDR", b"\0" * 13),
        png_claiming(300, 300),
        plain(300, 300)[:-30],
        plain(300, 300).replace(b"IDAT", b"JDAT"),
        plain(300, 300)[:-12] + chunk(b"zTXt", b"x\0\1abc"),
        encoded(Image.new("RGB", (300, 300)), "GIF"),
        png_claiming(9_500, 9_500),
        png_claiming(60_000, 60_000),
    ],
    ids=[
        "nothing",
        "text",
        "mark",
        "short header",
        "empty size",
        "few pixels",
        "cut",
        "wrong checksum",
        "broken text",
        "gif",
        "large",
        "bomb",
    ],
)
def test_what_is_no_whole_picture_is_a_model_error(image: bytes) -> None:
    with pytest.raises(ModelError, match="not a picture"):
        to_exact_size(image, 256, 256)


def test_a_picture_too_long_for_a_model_is_not_even_decoded() -> None:
    with pytest.raises(ModelError, match="measures 8193 × 10"):
        to_exact_size(png_claiming(MAX_MODEL_SIDE_PX + 1, 10), 256, 256)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 200), st.binary(min_size=1, max_size=12))
def test_broken_files_raise_nothing_else(position: int, junk: bytes) -> None:
    good = plain(64, 64)
    broken = good[:position] + junk + good[position + len(junk) :]
    try:
        to_exact_size(broken, 256, 256)
    except ImageSpeakError:
        return
