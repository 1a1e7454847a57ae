"""Holds words, and a recording, against a picture, and prints one JSON object.

python -m imagespeak_core.speaking PICTURE.png --words TEXT [--level A2] [--audio FILE]

Ends with 0, and with 2 and one sentence where a file is not what it should be.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from PIL import Image

from imagespeak_core.console import print_all_alphabets
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.scene_json import scene_from_json
from imagespeak_core.pictures.details import scene_in
from imagespeak_core.pictures.prompts import LEVELS
from imagespeak_core.settings.fields import LARGEST_RECORDING_BYTES, LONGEST_RECORDING_S
from imagespeak_core.speaking.comparing import hold_against
from imagespeak_core.speaking.counts import count
from imagespeak_core.speaking.findings import Findings
from imagespeak_core.speaking.sound import examine

_VERSION = 1
_LARGEST_PICTURE_BYTES = 50_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line, prints what was found, gives the exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.words is None and chosen.audio is None:
        parser.error("--words or --audio is needed")
    print_all_alphabets()
    # Nothing is decoded here, so that a picture may be as large as it says.
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        scene = _scene(chosen.picture)
        speech = _speech(chosen.audio) if chosen.audio is not None else None
    except ImageSpeakError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    told = {"version": _VERSION, "scene": scene is not None, **_told(chosen.words, scene)}
    whole = told if speech is None else {**told, "speech": speech}
    sys.stdout.write(f"{json.dumps(whole, ensure_ascii=False)}\n")
    return 0


class _OneSentence(argparse.ArgumentParser):
    """Says in one sentence what is wrong: whoever runs it from a program shows just that."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}; see --help.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _OneSentence(
        prog="python -m imagespeak_core.speaking",
        description="Words about a picture, held against what it shows.",
    )
    parser.add_argument("picture", type=Path, metavar="PICTURE.png")
    parser.add_argument("--words", metavar="TEXT", help="what was said or written of it")
    parser.add_argument("--audio", type=Path, metavar="FILE", help="webm, mp4, ogg or wav")
    parser.add_argument(
        "--level", type=str.upper, choices=LEVELS, default="A2", help="whose words it is"
    )
    return parser


class _UnreadableError(ImageSpeakError):
    """A file that is not there, or no PNG."""


def _scene(path: Path) -> Scene | None:
    """What a picture shows; None where nobody told, or told it in a way not known here.

    Raises:
        _UnreadableError: The file can't be read, is too large, or is no whole PNG.
    """
    try:
        content = _read(path, _LARGEST_PICTURE_BYTES)
        with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
            picture.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
        raise _UnreadableError(f"{str(path)!r} can't be read as a PNG picture.") from exc
    if len(content) > _LARGEST_PICTURE_BYTES:
        raise _UnreadableError(
            f"{str(path)!r} is larger than {_LARGEST_PICTURE_BYTES // 1_000_000} MB, and no "
            "picture of ours is."
        )
    text = scene_in(content)
    try:
        return scene_from_json(text) if text else None
    except ValueError:
        return None


def _read(path: Path, most: int) -> bytes:
    """A file, and no more than one byte above the most that it may have.

    Raises:
        OSError: It can't be read, or is no file: others may never begin, or never end.
    """
    if not path.is_file():
        raise FileNotFoundError(str(path))
    with path.open("rb") as file:
        return file.read(most + 1)


def _told(words: str | None, scene: Scene | None) -> dict[str, Any]:
    """What was found in the words, and what was counted in them; nothing without any."""
    findings = Findings("nothing")
    if words is not None and scene is not None:
        findings = hold_against(words, scene)
    counts = count(words or "")
    return {
        "said": [{"words": one.words, "item": one.item} for one in findings.said],
        "not_found": [{"item": one.item, "hint": one.hint} for one in findings.not_found],
        "not_so": [
            {"words": one.words, "about": one.about, "shown": one.shown} for one in findings.not_so
        ],
        "counts": {
            "words": counts.words,
            "different_words": counts.different_words,
            "sentences": counts.sentences,
            "longest_sentence_words": counts.longest_sentence_words,
        },
    }


def _speech(path: Path) -> dict[str, Any]:
    """What was counted in a recording; tenths of a second, and nothing finer.

    Nothing is kept here, so nobody's limit counts: it may be what the settings can allow at most.

    Raises:
        _UnreadableError: There is no such file, or it may not be read.
        ImageSpeakError: The file is no sound that can be read.
    """
    try:
        content = _read(path, LARGEST_RECORDING_BYTES)
    except OSError as exc:
        raise _UnreadableError(f"{str(path)!r} can't be read as a recording.") from exc
    sound = examine(content, max_s=LONGEST_RECORDING_S, max_bytes=LARGEST_RECORDING_BYTES)
    speech = sound.speech
    return {
        "length_s": round(speech.length_s, 1),
        "heard": speech.heard,
        "speaking_s": round(speech.speaking_s, 1),
        "pauses": speech.pauses,
        "longest_pause_s": round(speech.longest_pause_s, 1),
    }


if __name__ == "__main__":
    raise SystemExit(main())
