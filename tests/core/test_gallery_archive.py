"""The ZIP file of a session: whole, valid, small in memory, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import gc
import io
import shutil
import struct
import subprocess
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.gallery.archive import COLUMNS, stream_archive
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey
from tests.core.gallery_pictures import AWAY, MemoryStore, key_of, noise, stored, told
from tests.fakes import plain_png

SESSION = "image-001"


def archive_of(store: MemoryStore, keys: Iterable[ImageKey] | None = None) -> bytes:
    images = [stored(key) for key in (store.pictures if keys is None else keys)]
    return b"".join(stream_archive(store, images, session_id=SESSION))


def opened(content: bytes) -> ZipFile:
    archive = ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    return archive


def table(content: bytes) -> list[dict[str, str]]:
    settings = opened(content).read("settings.csv")
    assert settings.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(io.StringIO(settings.decode("utf-8-sig"), newline=""))
    assert tuple(rows.fieldnames or ()) == COLUMNS
    return list(rows)


@pytest.fixture
def store() -> MemoryStore:
    wishes = [
        ImageRequest(SESSION, "A green boat", "people", "premium", 300, 256, 7),
        ImageRequest(SESSION, "Über, \"dem\"\nMeer 🏔", width_px=256, height_px=256, seed=8),
    ]  # fmt: skip
    return MemoryStore(
        dict(told(plain_png(30, 20, n), wish, index=n) for n, wish in enumerate(wishes))
    )


class TestWhatIsInside:
    def test_the_pictures_and_their_settings(self, store: MemoryStore) -> None:
        archive = opened(archive_of(store))
        assert archive.namelist() == [
            "image-001_20241031_120000_0_green_boat.png",
            "image-001_20241031_120000_1_uber_dem_meer.png",
            "settings.csv",
        ]
        for name, png in zip(archive.namelist(), store.pictures.values(), strict=False):
            assert archive.read(name) == png

    def test_the_table(self, store: MemoryStore) -> None:
        first, second = table(archive_of(store))
        assert first == {
            "file": "image-001_20241031_120000_0_green_boat.png",
            "session": "image-001",
            "made": "2024-10-31T12:00:00+00:00",
            "prompt": "A green boat",
            "negative prompt": "people",
            "quality": "premium",
            "width": "300",
            "height": "256",
            "seed": "7",
            "model": "fake.model-v1:0",
            "seconds": "5.21",
            "bytes": str(len(next(iter(store.pictures.values())))),
        }
        assert second["prompt"] == 'Über, "dem"\nMeer 🏔'

    def test_each_picture_is_read_once_and_nothing_else(self, store: MemoryStore) -> None:
        archive_of(store)
        assert store.calls == {"read": 2}

    def test_what_an_old_file_does_not_tell_the_store_is_asked_for(self) -> None:
        class WithMetadata(MemoryStore):
            def details(self, key: ImageKey) -> ImageDetails:
                return ImageDetails(key=key, prompt="By the metadata")

        [row] = table(archive_of(WithMetadata({key_of(): plain_png(9, 9)})))
        assert row["prompt"] == "By the metadata"
        assert (row["seed"], row["seconds"]) == ("", "")

    @pytest.mark.parametrize("trouble", [AWAY, ImageNotFoundError("gone")])
    def test_without_any_details_the_picture_is_there_all_the_same(
        self, trouble: Exception
    ) -> None:
        store = MemoryStore({key_of(): b"no PNG at all"})
        store.troubles["details"] = trouble
        [row] = table(archive_of(store))
        assert (row["prompt"], row["bytes"]) == ("", "13")

    def test_a_file_that_claims_to_be_huge_is_packed_unread(self) -> None:
        size = struct.pack(">II", 40_000, 40_000)
        png = plain_png(9, 9)
        header = png[12:16] + size + png[24:29]
        png = png[:12] + header + struct.pack(">I", zlib.crc32(header)) + png[33:]
        [row] = table(archive_of(MemoryStore({key_of(): png})))
        assert row["bytes"] == str(len(png))

    def test_when_the_pictures_were_made(self, store: MemoryStore) -> None:
        odd = [key_of(timestamp="19700101_000000"), key_of(timestamp="29991231_235958")]
        store.pictures |= dict.fromkeys(odd, b"png")
        dates = [entry.date_time for entry in opened(archive_of(store)).infolist()]
        assert dates[0] == (2024, 10, 31, 12, 0, 0)
        assert (dates[2], dates[3]) == ((1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58))

    def test_no_pictures(self) -> None:
        content = archive_of(MemoryStore())
        assert opened(content).namelist() == ["settings.csv"]
        assert table(content) == []

    def test_another_sessions_picture_is_refused_before_anything_is_read(self) -> None:
        store = MemoryStore({key_of("image-002"): b"png"})
        with pytest.raises(ValueError, match="one session"):
            stream_archive(store, [stored(key_of("image-002"))], session_id=SESSION)
        assert store.calls == {}


class TestSpreadsheets:
    @pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
    def test_no_text_is_taken_for_a_formula(self, begin: str) -> None:
        evil = f'{begin}cmd|"/c calc"!A0'
        request = ImageRequest(SESSION, evil, evil, seed=1)
        [row] = table(archive_of(MemoryStore(dict([told(plain_png(9, 9), request)]))))
        assert row["prompt"] == row["negative prompt"] == f"'{evil}"

    def test_other_texts_are_left_as_they_are(self) -> None:
        for text in ("a=b", "1-2", " = ", "'quoted'", "\\0"):
            request = ImageRequest(SESSION, text, seed=1)
            [row] = table(archive_of(MemoryStore(dict([told(plain_png(9, 9), request)]))))
            assert row["prompt"] == text

    def test_half_a_character_does_no_harm(self) -> None:
        class Telling(MemoryStore):
            def details(self, key: ImageKey) -> ImageDetails:
                return ImageDetails(key=key, prompt="\ud800ab")

        [row] = table(archive_of(Telling({key_of(): b"no PNG"})))
        assert row["prompt"] == "?ab"


class TestMissing:
    def test_the_rest_is_there_and_the_missing_are_named(self, store: MemoryStore) -> None:
        gone = key_of(index=9)
        content = archive_of(store, [gone, *store.pictures])
        archive = opened(content)
        assert len(archive.namelist()) == 4
        assert len(table(content)) == 2
        missing = archive.read("missing.txt").decode("utf-8-sig")
        assert missing.startswith("image-001_20241031_120000_9_sunset_mountains.png: ")
        assert "deleted" in missing
        assert missing.count("\n") == 1

    def test_nothing_can_be_read(self, store: MemoryStore) -> None:
        store.troubles["read"] = AWAY
        archive = opened(archive_of(store))
        assert archive.namelist() == ["settings.csv", "missing.txt"]
        assert archive.read("missing.txt").count(b"The storage is away") == 2


class TestMemory:
    MB = 1024 * 1024

    def test_one_picture_at_a_time(self) -> None:
        png = noise(590, 590)
        assert len(png) > 0.98 * self.MB
        keys = [key_of(index=index) for index in range(200)]

        class Fresh(MemoryStore):
            def read(self, key: ImageKey) -> bytes:
                return bytes(bytearray(png))  # another copy each time

        sent = 0
        parts = stream_archive(Fresh(), [stored(key) for key in keys], session_id=SESSION)
        gc.collect()
        tracemalloc.start()
        try:
            for part in parts:
                sent += len(part)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert sent > 195 * self.MB
        assert peak < 5 * self.MB

    def test_a_reader_that_stops_early(self, store: MemoryStore) -> None:
        images = [stored(key) for key in store.pictures]
        parts = stream_archive(store, images, session_id=SESSION)
        next(parts)
        parts.close()
        assert list(parts) == []
        assert store.calls == {"read": 1}

    def test_nothing_is_read_ahead(self, store: MemoryStore) -> None:
        parts = stream_archive(store, [stored(key) for key in store.pictures], session_id=SESSION)
        assert store.calls == {}
        next(parts)
        assert store.calls["read"] == 1


class TestOtherPrograms:
    def test_plain_zip_without_anything_unusual(self, store: MemoryStore) -> None:
        """Sizes stand before each file: some programs can't read them behind it."""
        for entry in opened(archive_of(store)).infolist():
            assert entry.compress_type == ZIP_STORED
            assert not entry.flag_bits & 0x08
            assert (entry.external_attr >> 16) & 0o777 == 0o644

    @pytest.mark.skipif(not shutil.which("unzip"), reason="unzip is not installed")
    def test_unzip_finds_no_fault(self, store: MemoryStore, tmp_path: Path) -> None:
        path = tmp_path / "archive.zip"
        path.write_bytes(archive_of(store))
        done = subprocess.run(["unzip", "-t", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
        assert "No errors detected" in done.stdout

    def test_more_files_than_an_old_zip_holds(
        self, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """From 65,536 on, and here from two, their number is told in a newer way."""
        monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
        content = archive_of(store)
        assert b"PK\x06\x06" in content[-200:]
        assert len(opened(content).namelist()) == 3
