"""Settings out of a dropped file, which may be anything, and the request that they make."""

from __future__ import annotations

import io
import json
import struct
import tracemalloc
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from imagespeak_core.errors import (
    InvalidRequestError,
    NotOurPictureError,
    PictureFileError,
    TooLargePictureError,
)
from imagespeak_core.gallery.dropped import MAX_BYTES, MAX_CHUNKS, read_dropped, request_from
from imagespeak_core.models import MAX_PROMPT_LENGTH, MAX_SEED, ImageRequest
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey
from tests.core.gallery_pictures import key_of, told
from tests.fakes import plain_png

REQUEST = ImageRequest("class-7b", "A green boat", "people", "premium", 300, 256, 7)
KEY, OURS = told(plain_png(30, 20), REQUEST, index=3)
SETTINGS = {
    "version": 1,
    "session-id": "class-7b",
    "timestamp": "20241031_120000",
    "image-index": 3,
    "prompt": "A green boat",
}
KEYWORD = b"imagespeak:settings"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
ENOUGH_BYTES = 4 * 1024 * 1024


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def itxt(text: bytes, *, compressed: bool = False, keyword: bytes = KEYWORD) -> bytes:
    flag = b"\1\0" if compressed else b"\0\0"
    return chunk(b"iTXt", keyword + b"\0" + flag + b"\0\0" + text)


def header(width_px: int = 8, height_px: int = 8) -> bytes:
    return SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0))


def with_chunks(*chunks: bytes) -> bytes:
    plain = plain_png(8, 8)
    return plain[:33] + b"".join(chunks) + plain[33:]


def settings(**changes: object) -> bytes:
    return json.dumps(SETTINGS | changes).encode()


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """Becomes a thousand times as large."""
    return zlib.compress(b" " * 100_000_000, 9)


class TestOurs:
    def test_everything_is_told(self) -> None:
        assert read_dropped(OURS) == ImageDetails(
            key=KEY,
            prompt="A green boat",
            negative_prompt="people",
            quality="premium",
            width_px=300,
            height_px=256,
            seed=7,
            model="fake.model-v1:0",
            generated_by=read_dropped(OURS).generated_by,
            duration_ms=5210,
        )
        assert str(KEY) == "generated-images/class-7b_20241031_120000_3_green_boat.png"

    def test_of_older_versions_without_a_scene(self) -> None:
        assert read_dropped(with_chunks(itxt(settings()))).prompt == "A green boat"

    @pytest.mark.parametrize("character", ["\U0001f3d4", "\x01", '"'])
    def test_the_longest_prompts(self, character: str) -> None:
        text = character * MAX_PROMPT_LENGTH
        details = read_dropped(told(plain_png(9, 9), replace(REQUEST, negative_prompt=text))[1])
        assert details.negative_prompt == text

    def test_the_settings_may_stand_further_behind(self) -> None:
        foreign = chunk(b"caBX", b"x" * 50_000)
        assert read_dropped(with_chunks(foreign, foreign, itxt(settings()))).key == KEY

    def test_another_program_may_have_packed_them(self) -> None:
        packed = itxt(zlib.compress(settings()), compressed=True)
        assert read_dropped(with_chunks(packed)).key == KEY
        info = PngInfo()
        info.add_itxt(KEYWORD.decode(), settings().decode(), zip=True)
        png = io.BytesIO()
        Image.new("RGB", (8, 8)).save(png, "PNG", pnginfo=info)
        assert read_dropped(png.getvalue()).key == KEY

    def test_without_its_last_pixels(self) -> None:
        assert read_dropped(OURS[:-40]).prompt == "A green boat"

    def test_no_prompt(self) -> None:
        details = read_dropped(with_chunks(itxt(settings(prompt=None))))
        assert details == ImageDetails(key=replace(KEY, clean_prompt=""))


class TestNotOurs:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"no picture",
            b"\xff\xd8\xff\xe0" + OURS,
            b"\x89PNX\r\n\x1a\n" + OURS[8:],
            b"GIF89a" + OURS[8:],
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            SIGNATURE,
            OURS[:20],
            OURS[:100],
            plain_png(8, 8),
            SIGNATURE + itxt(settings()),
            SIGNATURE + chunk(b"IHDR", b"short") + itxt(settings()),
            SIGNATURE + chunk(b"JHDR", bytes(13)) + itxt(settings()),
            header() + itxt(settings())[:-2],
            plain_png(8, 8)[:-12] + itxt(settings()) + plain_png(8, 8)[-12:],
            with_chunks(itxt(settings(), keyword=b"imagespeak:settings2")),
            with_chunks(itxt(settings(), keyword=b"Comment")),
            with_chunks(chunk(b"iTXt", KEYWORD)),
            with_chunks(chunk(b"iTXt", KEYWORD + b"\0\0")),
            with_chunks(itxt(b"")),
            with_chunks(itxt(b"{")),
            with_chunks(itxt(b"[]")),
            with_chunks(itxt(b"\xff")),
            with_chunks(itxt(b"[" * 100_000)),
            with_chunks(itxt(b'{"version":' + b"1" * 100_000)),
            with_chunks(itxt(b"not packed", compressed=True)),
            with_chunks(itxt(settings(version=2))),
            with_chunks(itxt(settings(prompt="x" * 200_000))),
        ],
        ids=range(28),
    )
    def test_a_plain_answer(self, content: bytes) -> None:
        with pytest.raises(NotOurPictureError, match="downloaded from this app"):
            read_dropped(content)

    @pytest.mark.parametrize(
        "changes",
        [
            {"session-id": "../../etc"},
            {"session-id": ""},
            {"session-id": 7.5},
            {"session-id": "a" * 65},
            {"session-id": None, "timestamp": "2024"},
            {"timestamp": "20241399_120000"},
            {"image-index": -1},
            {"image-index": "x"},
            {"image-index": 10**12},
        ],
        ids=str,
    )
    def test_a_key_that_cannot_be(self, changes: dict[str, object]) -> None:
        with pytest.raises(NotOurPictureError):
            read_dropped(with_chunks(itxt(settings(**changes))))


class TestHostile:
    def test_too_many_bytes(self) -> None:
        with pytest.raises(TooLargePictureError, match="12 MB"):
            read_dropped(OURS + b"\0" * (MAX_BYTES - len(OURS) + 1))
        assert read_dropped(OURS + b"\0" * (MAX_BYTES - len(OURS))).key == KEY

    @pytest.mark.parametrize("side_px", [9_460, 50_000, 2**32 - 1])
    def test_too_many_pixels(self, side_px: int) -> None:
        with pytest.raises(TooLargePictureError, match="pixels"):
            read_dropped(header(side_px, side_px) + itxt(settings()))

    def test_one_line_of_very_many_pixels_is_fine_until_the_guard(self) -> None:
        assert read_dropped(header(89_000_000, 1) + itxt(settings())).key == KEY

    @pytest.mark.parametrize("length", [0, 5, 10_000, 2**31, 2**32 - 1])
    def test_lengths_that_lie(self, length: int) -> None:
        lying = struct.pack(">I", length) + b"teXt" + b"12345678" + b"\0\0\0\0"
        with pytest.raises(NotOurPictureError):
            read_dropped(with_chunks(lying))

    def test_thousands_of_chunks(self) -> None:
        many = [chunk(b"teXt", b"")] * MAX_CHUNKS
        with pytest.raises(NotOurPictureError):
            read_dropped(with_chunks(*many, itxt(settings())))
        assert read_dropped(with_chunks(*many[2:], itxt(settings()))).key == KEY

    @pytest.mark.parametrize("keyword", [KEYWORD, b"Comment", b"imagespeak:scene"])
    @pytest.mark.parametrize("kind", [b"iTXt", b"zTXt"])
    def test_bombs_are_not_unpacked(self, bomb: bytes, kind: bytes, keyword: bytes) -> None:
        between = b"\0\1\0\0\0" if kind == b"iTXt" else b"\0\0"
        content = with_chunks(*[chunk(kind, keyword + between + bomb)] * 20)
        tracemalloc.start()
        try:
            with pytest.raises(NotOurPictureError):
                read_dropped(content)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < ENOUGH_BYTES

    def test_a_bomb_that_begins_like_settings(self) -> None:
        bomb = zlib.compress(settings()[:-1] + b" " * 50_000_000 + b"}", 9)
        with pytest.raises(NotOurPictureError):
            read_dropped(with_chunks(itxt(bomb, compressed=True)))

    def test_no_pixel_is_decoded(self) -> None:
        broken = OURS.replace(b"IDAT", b"IDAT\xff\xff\xff\xff")
        assert read_dropped(broken).key == KEY

    @given(st.integers(0, 600), st.binary(min_size=1, max_size=30), st.booleans())
    def test_any_damage(self, place: int, junk: bytes, insert: bool) -> None:
        damaged = OURS[:place] + junk + OURS[place if insert else place + len(junk) :]
        try:
            details = read_dropped(damaged)
        except PictureFileError:
            return
        assert isinstance(details.key, ImageKey)

    @given(st.binary(max_size=300))
    def test_any_settings(self, text: bytes) -> None:
        for compressed in (False, True):
            with pytest.raises(NotOurPictureError):
                read_dropped(with_chunks(itxt(text, compressed=compressed)))


class TestRequest:
    details = read_dropped(OURS)

    def test_the_same_settings_for_another_session(self) -> None:
        assert request_from(self.details, "image-9") == replace(REQUEST, session_id="image-9")

    def test_the_same_with_a_new_seed(self) -> None:
        request = request_from(self.details, "image-9", new_seed=True)
        assert request == replace(REQUEST, session_id="image-9", seed=0)

    def test_what_is_not_known_is_as_in_a_new_request(self) -> None:
        details = ImageDetails(key=key_of(), prompt="A boat")
        assert request_from(details, "image-9") == ImageRequest("image-9", "A boat")

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"prompt": None}, "prompt"),
            ({"prompt": " "}, "prompt"),
            ({"prompt": "x" * (MAX_PROMPT_LENGTH + 1)}, "prompt"),
            ({"prompt": "\ud800"}, "prompt"),
            ({"negative_prompt": "x" * (MAX_PROMPT_LENGTH + 1)}, "negative_prompt"),
            ({"quality": "royal"}, "quality"),
            ({"width_px": 0}, "width_px"),
            ({"height_px": 2_000}, "height_px"),
            ({"seed": MAX_SEED + 1}, "seed"),
        ],
        ids=str,
    )
    def test_settings_of_no_request(self, changes: dict[str, str], field: str) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            request_from(replace(self.details, **changes), "image-9")  # type: ignore[arg-type]
        assert caught.value.field == field
