"""`--audio` of the command: what was counted in a recording, or one sentence."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from imagespeak_core.speaking.__main__ import main
from tests.core.sound_files import SAMPLES, SPOKEN, silence, wav_file
from tests.for_each import for_each


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    content = io.BytesIO()
    Image.new("RGB", (256, 256)).save(content, "PNG")
    path = tmp_path / "picture.png"
    path.write_bytes(content.getvalue())
    return path


def told(picture: Path, audio: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    assert main([str(picture), "--audio", str(audio), *more]) == 0
    return json.loads(capsys.readouterr().out)


@for_each("name", SPOKEN)
def test_speech_of_each_kind(picture: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    speech = told(picture, SAMPLES / name, capsys)["speech"]
    length_s, speaking_s, pauses, longest_pause_s = SPOKEN[name]
    assert set(speech) == {"length_s", "heard", "speaking_s", "pauses", "longest_pause_s"}
    assert speech["heard"] is True
    assert speech["pauses"] == pauses
    assert type(speech["pauses"]) is int
    assert speech["length_s"] == pytest.approx(length_s, abs=0.1)
    assert speech["speaking_s"] == pytest.approx(speaking_s, rel=0.08)
    assert speech["longest_pause_s"] == pytest.approx(longest_pause_s, abs=0.25)
    assert all(round(number, 1) == number for number in speech.values())


def test_words_and_speech_together(picture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = told(picture, SAMPLES / "talk.webm", capsys, "--words", "Two children. A dog.")
    assert answer["counts"]["words"] == 4
    assert answer["speech"]["heard"]


def test_silence_is_not_heard(
    picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audio = tmp_path / "silence.bin"
    audio.write_bytes(wav_file(silence(3)))
    assert told(picture, audio, capsys)["speech"] == {
        "length_s": 3.0,
        "heard": False,
        "speaking_s": 0,
        "pauses": 0,
        "longest_pause_s": 0,
    }


BAD = {
    "empty": b"",
    "text": b"In the picture there is a dog.",
    "too long": wav_file(silence(603)),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@for_each("name", BAD)
def test_bad_file_is_one_sentence(picture: Path, tmp_path: Path, name: str) -> None:
    audio = tmp_path / "bad.webm"
    audio.write_bytes(BAD[name])
    _ends_with_a_sentence(picture, audio)


def test_no_file_is_one_sentence(picture: Path, tmp_path: Path) -> None:
    _ends_with_a_sentence(picture, tmp_path / "none.webm")
    _ends_with_a_sentence(picture, tmp_path)


@for_each("given", [(), ("--words", "A dog.", "--level", "Z9"), ("--bogus",)])
def test_what_is_missing_or_not_known_is_one_sentence(
    picture: Path, given: tuple[str, ...]
) -> None:
    _says_one_sentence(str(picture), *given)


def test_a_level_may_be_written_small(picture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(picture), "--words", "A dog.", "--level", "b1"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["words"] == 2


def test_as_long_as_anybody_may_keep(
    picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audio = tmp_path / "long.wav"
    audio.write_bytes(wav_file(silence(600)))
    assert told(picture, audio, capsys)["speech"]["length_s"] == 600


def _ends_with_a_sentence(picture: Path, audio: Path) -> None:
    _says_one_sentence(str(picture), "--audio", str(audio))


def _says_one_sentence(*given: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "imagespeak_core.speaking", *given],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert re.fullmatch(r"\S+ .+ .+\.\n", ended.stderr)
