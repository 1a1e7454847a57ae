"""A library named faster_whisper that hears by rule, and a model that is none: for processes."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from imagespeak_core.recognisers.whisper import model
from imagespeak_core.recognisers.whisper.model import PARTS, ModelPlace

WEIGHTS = b"the weights of a model, " * 1_000
SHA256 = hashlib.sha256(WEIGHTS).hexdigest()

LIBRARY = """
import os, pathlib, socket, sys, time
from types import SimpleNamespace as Some

HERE = pathlib.Path(__file__).parent
print("a library may print what it likes", flush=True)


def word(text, probability=0.9):
    return Some(word=text, probability=probability)


class WhisperModel:
    def __init__(self, folder, **options):
        self.files = sorted(os.listdir(folder))
        self.options = options
        if (HERE / "asks_others").exists():
            socket.create_connection(("127.0.0.1", int((HERE / "asks_others").read_text())))
        if (HERE / "does_not_load").exists():
            raise RuntimeError("it is for another processor")

    def transcribe(self, sound, **options):
        case = round(float(sound[0]) * 32768)
        if case == 2:
            os._exit(1)
        if case == 3:
            time.sleep(600)
        if case == 4:
            raise ValueError("a mistake")
        if case == 5 and not (HERE / "ended").exists():
            (HERE / "ended").touch()
            os._exit(1)
        words = {
            6: [word(" well", 0.9), word("-known", 0.5), word(" "), word(" cats.", 0.8)],
            7: [word(f" {name}={options[name]!r}") for name in sorted(options)],
            8: [word(f" {name}={self.options[name]!r}") for name in sorted(self.options)],
            9: [word(f" {name}") for name in self.files],
            10: [word(f" {name}") for name in sorted(os.environ)],
            11: [word(f" {len(sound)}"), word(f" {os.nice(0)}"), word(f" {os.getpid()}")],
        }.get(case, [word(" A"), word(" dog.")])
        loop = Some(words=[word(" again", 0.99)], compression_ratio=2.5)
        yet = [loop] if case == 6 else []
        return [Some(words=words, compression_ratio=1.2), Some(words=None, compression_ratio=1.0), *yet], None
"""  # noqa: E501


def install_library(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Put the library where Python finds it before any other; gives its own folder."""
    package = folder / "site" / "faster_whisper"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(LIBRARY)
    patch.syspath_prepend(str(package.parent))
    patch.delitem(sys.modules, model.LIBRARY, raising=False)
    return package


def install_parts(folder: Path, patch: pytest.MonkeyPatch, weights: bytes = WEIGHTS) -> list[Path]:
    """Put the model's packages there too; gives the two parts."""
    half = len(weights) // 2
    parts = []
    for (package, name), part in zip(PARTS, (weights[:half], weights[half:]), strict=True):
        data = folder / "packages" / package / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").touch()
        (data / name).write_bytes(part)
        parts.append(data / name)
    write_beside(parts[0].parent)
    patch.syspath_prepend(str(folder / "packages"))
    return parts


def write_beside(folder: Path) -> None:
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_text("{}")


def own_model(folder: Path) -> Path:
    """A folder as an owner would set it."""
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(WEIGHTS)
    write_beside(folder)
    return folder


def place_in(folder: Path, *, own_dir: Path | None = None) -> ModelPlace:
    return ModelPlace(own_dir, folder / "cache" / "imagespeak", folder / "data", SHA256)
