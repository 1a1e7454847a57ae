"""Small renditions: their size, what is refused, and that each is made once."""

from __future__ import annotations

import io
import logging
import struct
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core.errors import BrokenPictureError, ImageNotFoundError
from imagespeak_core.gallery.previews import MAX_AT_ONCE, Previews, make_preview
from imagespeak_core.pictures.naming import ImageKey
from tests.core.gallery_pictures import AWAY, WAIT_S, MemoryStore, key_of
from tests.fakes import plain_png

KEY = key_of()


def opened(webp: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(webp), formats=("WEBP",))
    picture.load()
    return picture


def png_of(picture: Image.Image) -> bytes:
    png = io.BytesIO()
    picture.save(png, "PNG")
    return png.getvalue()


def png_that_claims(width_px: int, height_px: int) -> bytes:
    """Few bytes that say they are many pixels."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    header = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + header + plain_png(8, 8)[33:]


class TestMaking:
    @pytest.mark.parametrize(
        ("size", "expected"),
        [
            ((1024, 1024), (480, 480)),
            ((1536, 1024), (480, 320)),
            ((640, 1536), (200, 480)),
            ((480, 480), (480, 480)),
            ((256, 300), (256, 300)),
            ((1500, 1), (480, 1)),
        ],
    )
    def test_longest_side_and_shape(self, size: tuple[int, int], expected: tuple[int, int]) -> None:
        assert opened(make_preview(plain_png(*size))).size == expected

    def test_looks_like_the_original(self) -> None:
        picture = Image.new("RGB", (1000, 1000), "teal")
        picture.paste("white", (500, 0, 1000, 1000))
        small = opened(make_preview(png_of(picture))).convert("RGB")
        for place, colour in (((100, 240), (0, 128, 128)), ((400, 240), (255, 255, 255))):
            found = small.getpixel(place)
            assert isinstance(found, tuple)
            assert all(abs(a - b) < 8 for a, b in zip(found, colour, strict=True))

    @pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
    def test_every_kind_of_png(self, mode: str) -> None:
        assert opened(make_preview(png_of(Image.new(mode, (600, 300))))).size == (480, 240)

    def test_what_is_transparent_stays_so(self) -> None:
        webp = make_preview(png_of(Image.new("RGBA", (600, 300), (255, 0, 0, 0))))
        assert opened(webp).getchannel("A").getextrema() == (0, 0)

    @pytest.mark.parametrize(
        "broken",
        [
            b"",
            b"no picture",
            plain_png(600, 600)[:60],
            plain_png(600, 600)[:-40],
            plain_png(600, 600).replace(b"IDAT", b"IDAX"),
            b"GIF89a" + b"\0" * 50,
        ],
        ids=range(6),
    )
    def test_broken(self, broken: bytes) -> None:
        with pytest.raises(BrokenPictureError, match="broken"):
            make_preview(broken)

    def test_a_whole_picture_of_too_many_pixels(self) -> None:
        with pytest.raises(BrokenPictureError, match="too many pixels"):
            make_preview(png_of(Image.new("1", (5_000, 5_000))))

    def test_a_packed_text_that_is_a_bomb(self) -> None:
        body = b"zTXtComment\0\0" + zlib.compress(b" " * 3_000_000)
        chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
        with pytest.raises(BrokenPictureError):
            make_preview(PATTERN[:33] + chunk + PATTERN[33:])

    def test_pixels_that_go_on_with_something_else(self) -> None:
        place = PATTERN.index(b"IDAT")
        body = PATTERN[place : place + 14]
        part = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
        with pytest.raises(BrokenPictureError):
            make_preview(PATTERN[: place - 4] + part + b"\0\0\0\5\1\2\3\4" + b"x" * 40)

    @pytest.mark.parametrize("side_px", [5_000, 12_000, 40_000, 2**31 - 1])
    def test_too_many_pixels(self, side_px: int) -> None:
        with pytest.raises(BrokenPictureError):
            make_preview(png_that_claims(side_px, side_px))

    @given(st.integers(0, 400), st.binary(min_size=1, max_size=20), st.booleans())
    def test_any_damage_is_a_plain_error(self, place: int, junk: bytes, insert: bool) -> None:
        png = PATTERN
        damaged = png[:place] + junk + png[place if insert else place + len(junk) :]
        with suppress(BrokenPictureError):
            make_preview(damaged)


PATTERN = png_of(Image.linear_gradient("L").resize((20, 20)))


class TestKeeping:
    def test_made_once_and_kept(self) -> None:
        store = MemoryStore({KEY: plain_png(600, 600)})
        first = Previews(store).of(KEY)
        assert opened(first).size == (480, 480)
        assert store.previews == {KEY: first}
        store.calls.clear()
        assert Previews(store).of(KEY) == first
        assert store.calls == {"read_preview": 1}

    def test_made_again_if_missing(self) -> None:
        store = MemoryStore({KEY: plain_png(600, 600)})
        first = Previews(store).of(KEY)
        store.previews.clear()
        assert Previews(store).of(KEY) == first
        assert store.previews == {KEY: first}

    @pytest.mark.parametrize("method", ["put_preview", "details"])
    def test_one_that_cannot_be_kept_is_given_all_the_same(
        self, method: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        store = MemoryStore({KEY: plain_png(600, 600)})
        store.troubles[method] = AWAY
        with caplog.at_level(logging.INFO):
            assert opened(Previews(store).of(KEY)).size == (480, 480)
        assert "may not be kept" in caplog.text
        assert {record.levelno for record in caplog.records} == {logging.INFO}, "the store warns"
        assert KEY.session_id not in caplog.text

    def test_no_picture(self) -> None:
        with pytest.raises(ImageNotFoundError):
            Previews(MemoryStore()).of(KEY)

    def test_a_broken_one_is_an_error_each_time(self) -> None:
        store = MemoryStore({KEY: b"broken"})
        for _ in range(2):
            with pytest.raises(BrokenPictureError):
                Previews(store).of(KEY)
        assert store.previews == {}
        store.pictures[KEY] = plain_png(9, 9)
        assert opened(Previews(store).of(KEY)).size == (9, 9)

    def test_nothing_is_left_of_a_picture_that_is_deleted_meanwhile(self) -> None:
        class DeletedMeanwhile(MemoryStore):
            def put_preview(self, key: ImageKey, webp: bytes) -> None:
                del self.pictures[key]
                super().put_preview(key, webp)

        store = DeletedMeanwhile({KEY: plain_png(9, 9)})
        with pytest.raises(ImageNotFoundError):
            Previews(store).of(KEY)
        assert store.previews == {}


class TestManyAtOnce:
    def test_the_same_one_is_made_once(self) -> None:
        store = MemoryStore({KEY: plain_png(600, 600)})
        reading, go_on = threading.Event(), threading.Event()

        def wait(key: ImageKey) -> None:
            reading.set()
            assert go_on.wait(WAIT_S)

        store.on_read = wait
        previews = Previews(store)
        with ThreadPoolExecutor(20) as pool:
            answers = [pool.submit(previews.of, KEY) for _ in range(20)]
            assert reading.wait(WAIT_S)
            go_on.set()
            assert len({answer.result(WAIT_S) for answer in answers}) == 1
        assert (store.calls["read"], store.calls["put_preview"]) == (1, 1)

    def test_an_error_reaches_all_who_wait(self) -> None:
        store = MemoryStore({KEY: b"broken"})
        reading, go_on = threading.Event(), threading.Event()

        def wait(key: ImageKey) -> None:
            reading.set()
            assert go_on.wait(WAIT_S)

        store.on_read = wait
        previews = Previews(store)
        with ThreadPoolExecutor(5) as pool:
            answers = [pool.submit(previews.of, KEY) for _ in range(5)]
            assert reading.wait(WAIT_S)
            go_on.set()
            for answer in answers:
                assert isinstance(answer.exception(WAIT_S), BrokenPictureError)

    def test_few_are_in_memory_together(self) -> None:
        keys = [key_of(index=index) for index in range(12)]
        store = MemoryStore({key: plain_png(30, 30, key.image_index) for key in keys})
        lock, inside, most = threading.Lock(), 0, 0
        two_are_in = threading.Barrier(MAX_AT_ONCE)

        def enter(key: ImageKey) -> None:
            nonlocal inside, most
            with lock:
                inside += 1
                most = max(most, inside)
            two_are_in.wait(WAIT_S)
            with lock:
                inside -= 1

        store.on_read = enter
        previews = Previews(store)
        with ThreadPoolExecutor(12) as pool:
            list(pool.map(previews.of, keys))
        assert most == MAX_AT_ONCE
        assert len(store.previews) == 12

    def test_two_stores_are_not_confused(self) -> None:
        first = MemoryStore({KEY: plain_png(9, 9)})
        second = MemoryStore({KEY: plain_png(8, 8)})
        reading, go_on = threading.Event(), threading.Event()

        def wait(key: ImageKey) -> None:
            reading.set()
            assert go_on.wait(WAIT_S)

        first.on_read = wait
        with ThreadPoolExecutor(2) as pool:
            running = pool.submit(Previews(first).of, KEY)
            assert reading.wait(WAIT_S)
            other = pool.submit(Previews(second).of, KEY)
            assert opened(other.result(WAIT_S)).size == (8, 8)
            go_on.set()
            assert opened(running.result(WAIT_S)).size == (9, 9)
