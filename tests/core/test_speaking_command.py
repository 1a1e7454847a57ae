"""The command: one JSON object on the standard output, as other people's programs read it."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.__main__ import main
from tests.core.speaking_rig import STREET
from tests.for_each import for_each

_KEY = ImageKey("s1", "20261129T120000Z", 1, "a man")
_AFTER_HEADER = 33
"""A PNG's signature and its first chunk are so long."""


@pytest.fixture(scope="module")
def png() -> bytes:
    return draw("A dog", seed=1, width_px=256, height_px=256).png


def _with_scene(png: bytes, scene: str) -> bytes:
    return embed(png, ImageDetails(_KEY, prompt="A man"), scene=scene)


def _told(path: Path, *more: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main([str(path), *more]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    told = json.loads(out)
    assert isinstance(told, dict)
    return told


def test_words_are_held_against_the_scene_in_the_file(
    png: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(_with_scene(png, scene_to_json(STREET)))
    words = "A man is riding a red bike. There are two cars. It’s night."
    told = _told(path, "--words", words, "--level", "A2", capsys=capsys)
    assert list(told) == ["version", "scene", "said", "not_found", "not_so", "counts"]
    assert told["version"] == 1
    assert told["scene"] is True
    assert {"words": "man", "item": "man"} in told["said"]  # type: ignore[operator]
    assert {"words": "night", "item": "night"} in told["said"]  # type: ignore[operator]
    assert told["not_so"] == [{"words": "two cars", "about": "count", "shown": "one car"}]
    assert told["not_found"] == [
        {"item": "street", "hint": "What place is this?"},
        {"item": "snow", "hint": "What is the weather like?"},
    ]
    assert told["counts"] == {
        "words": 13,
        "different_words": 12,
        "sentences": 3,
        "longest_sentence_words": 7,
    }


@pytest.mark.parametrize("scene", ["", '{"version":99}', "no JSON", "[" * 200_000])
def test_without_a_scene_that_is_known_nothing_is_found(
    scene: str, png: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(_with_scene(png, scene))
    told = _told(path, "--words", "A dog.", capsys=capsys)
    assert told["scene"] is False
    assert told["said"] == told["not_found"] == told["not_so"] == []
    assert told["counts"]["words"] == 2  # type: ignore[index]


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"words"])
def test_a_bad_file_ends_with_2_and_one_sentence(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    if content is not None:
        path.write_bytes(content)
    assert main([str(path), "--words", "A dog."]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip().endswith(".")
    assert told.err.count("\n") == 1


_BOMB = zlib.compress(b"a" * 5_000_000)


@for_each(
    "kind, data",
    [
        (b"zTXt", b"x\0\0" + _BOMB),
        (b"iTXt", b"imagespeak:scene\0\1\0\0\0" + _BOMB),
        (b"iCCP", b"x\0\0" + _BOMB),
        (b"IHDR", b"\0\0"),
        (b"pHYs", b"\0"),
        (b"gAMA", b"\0"),
        (b"acTL", b"\0"),
    ],
)
def test_a_chunk_that_is_cut_or_swells_makes_a_bad_file(
    kind: bytes, data: bytes, png: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png[:_AFTER_HEADER] + _chunk(kind, data) + png[_AFTER_HEADER:])
    assert main([str(path), "--words", "A dog."]) == 2
    assert capsys.readouterr() == ("", f"{str(path)!r} can't be read as a PNG picture.\n")


def test_a_very_large_picture_is_told_of_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    header = struct.pack(">IIBBBBB", 12_000, 12_000, 8, 2, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    command = [sys.executable, "-m", "imagespeak_core.speaking", str(path), "--words", "A dog."]
    ended = subprocess.run(command, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def test_half_a_picture_is_a_bad_file(
    png: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png[: len(png) // 2])
    assert main([str(path), "--words", "A dog."]) == 2
    assert capsys.readouterr().err


def test_words_or_sound_are_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "picture.png")])
    assert ended.value.code == 2


@pytest.mark.parametrize("path", [Path("/dev/zero"), Path(__file__).parent])
def test_what_is_no_file_is_not_opened(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("some wait until they are written"))
    assert main([str(path), "--words", "A dog."]) == 2
    assert capsys.readouterr().err == f"{str(path)!r} can't be read as a PNG picture.\n"


def test_of_a_file_that_is_larger_than_a_picture_only_a_bounded_part_is_read(
    png: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(png)
    os.truncate(path, 10**12)  # a hole: it takes no room
    assert main([str(path), "--words", "A dog."]) == 2
    assert capsys.readouterr().err.strip().endswith("50 MB, and no picture of ours is.")
