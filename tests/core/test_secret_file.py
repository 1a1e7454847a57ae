"""The signing secret of a server whose owner set none."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PosixPath
from types import SimpleNamespace

import pytest

from imagespeak_core.errors import SettingsError
from imagespeak_core.signing import secret_file
from imagespeak_core.signing.secret_file import load_or_create_secret, state_dir
from tests.for_each import for_each

ROOT = Path(__file__).parents[2]
RACER = """
import sys
from pathlib import Path
from imagespeak_core.signing.secret_file import load_or_create_secret
print("ready", flush=True)
sys.stdin.readline()
print(load_or_create_secret(Path(sys.argv[1]), data_dir=Path("data")).decode())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "imagespeak" / "secret"


def load(path: Path) -> bytes:
    return load_or_create_secret(path, data_dir=path.parents[2] / "data")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_it_is_for_this_user_alone(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        load(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_it_is_made_once_and_kept(path: Path) -> None:
    secret = load(path)
    assert load(path) == secret == path.read_bytes()
    assert len(secret) >= 32


def test_everybody_gets_another_one(tmp_path: Path) -> None:
    secrets = {load(tmp_path / str(number) / "state" / "secret") for number in range(10)}
    assert len(secrets) == 10


def test_who_comes_second_takes_the_first_ones(path: Path) -> None:
    class LateLook(PosixPath):
        """Another process makes the file right after we looked for it."""

        def exists(self, **_options: bool) -> bool:
            was_there = super().exists()
            self.parent.mkdir(parents=True)
            self.write_bytes(b"of the other process")
            return was_there

    secret = load_or_create_secret(LateLook(path), data_dir=path.parents[2] / "data")
    assert secret == path.read_bytes() == b"of the other process"
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_racing_threads_get_the_same(path: Path) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        assert len(set(pool.map(load, [path] * 32))) == 1


def test_racing_processes_get_the_same(path: Path) -> None:
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdout
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin
        racer.stdin.write("\n")
        racer.stdin.flush()
    found = {racer.communicate(timeout=60)[0].strip() for racer in racers}
    assert found == {path.read_text(encoding="ascii")}
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


@pytest.mark.parametrize("data_dir", [".", "state", "state/imagespeak", "state/../state"])
def test_it_may_not_lie_under_the_data_root(path: Path, data_dir: str) -> None:
    with pytest.raises(SettingsError, match="IMAGESPEAK_DATA_DIR"):
        load_or_create_secret(path, data_dir=path.parents[2] / data_dir)
    assert not path.exists()


def test_nor_by_way_of_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "imagespeak").mkdir(parents=True)
    (tmp_path / "state").symlink_to(tmp_path / "data")
    with pytest.raises(SettingsError, match="IMAGESPEAK_DATA_DIR"):
        load_or_create_secret(path, data_dir=tmp_path / "data")
    assert not path.exists()


def test_a_name_that_only_begins_alike_is_another_place(tmp_path: Path) -> None:
    load_or_create_secret(tmp_path / "data-state" / "secret", data_dir=tmp_path / "data")
    assert (tmp_path / "data-state" / "secret").exists()


def test_a_folder_that_can_not_be_made_is_told_in_words(path: Path) -> None:
    path.parents[1].write_bytes(b"")
    with pytest.raises(SettingsError, match="Set IMAGESPEAK_SECRET") as caught:
        load(path)
    assert repr(str(path)) in str(caught.value)


def test_a_file_that_can_not_be_read_is_told_in_words(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(SettingsError, match="can't be made or read"):
        load(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_of_somebody_else_is_told_in_words(path: Path) -> None:
    load(path)
    path.chmod(0)
    with pytest.raises(SettingsError, match="can't be made or read"):
        load(path)


def test_a_damaged_file_is_told_and_kept(path: Path) -> None:
    load(path)
    path.write_bytes(b"short")
    with pytest.raises(SettingsError, match="damaged"):
        load(path)
    assert path.read_bytes() == b"short"


def test_the_state_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert state_dir() == tmp_path / ".local" / "state" / "imagespeak"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
    assert state_dir() == tmp_path / "xdg" / "imagespeak"


# Disks that lack something


@pytest.fixture
def refused_links(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def set_up(number: int = errno.EPERM, *, before: Callable[[], object] = lambda: None) -> None:
        def refuse(*_: object, **__: object) -> None:
            before()
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "link", refuse)

    return set_up


@for_each("name", ["EACCES", "EPERM", "EINVAL", "EIO", "ENOSYS", "ENOTSUP", "EXDEV", "EMLINK"])
def test_a_disk_without_hard_links_keeps_one_too(
    tmp_path: Path, refused_links: Callable[..., None], name: str
) -> None:
    refused_links(getattr(errno, name))
    path = tmp_path / name / "secret"
    secret = load(path)
    assert load(path) == secret == path.read_bytes()
    assert [file.name for file in path.parent.iterdir()] == ["secret"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_hard_links_who_comes_second_takes_the_first_ones(
    path: Path, refused_links: Callable[..., None]
) -> None:
    refused_links(before=lambda: path.write_bytes(b"of the other process"))
    assert load(path) == path.read_bytes() == b"of the other process"
    assert [file.name for file in path.parent.iterdir()] == ["secret"]


def test_without_hard_links_racing_threads_get_the_same(
    path: Path, refused_links: Callable[..., None]
) -> None:
    refused_links()
    with ThreadPoolExecutor(max_workers=8) as pool:
        assert len(set(pool.map(load, [path] * 32))) == 1


def test_one_that_is_just_being_written_is_read_when_it_is_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [b"of the", b"of the other process"]
    path.parent.mkdir(parents=True)
    path.touch()
    write = SimpleNamespace(sleep=lambda _s: path.write_bytes(parts.pop(0)))
    monkeypatch.setattr(secret_file, "time", write)
    assert load(path) == b"of the other process"


def test_a_full_disk_without_hard_links_keeps_no_half_one(
    path: Path, refused_links: Callable[..., None]
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    refused_links(before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard)))
    try:
        with pytest.raises(SettingsError, match="Set IMAGESPEAK_SECRET"):
            load(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(path.parent.iterdir()) == []


def test_one_that_others_could_read_is_closed(path: Path) -> None:
    secret = load(path)
    path.chmod(0o644)
    assert load(path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_disk_where_everybody_may_read_keeps_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def open_for_all(name: Path, flags: int, _mode: int = 0) -> int:
        descriptor = real_open(name, flags)
        os.fchmod(descriptor, 0o777)
        return descriptor

    monkeypatch.setattr(os, "open", open_for_all)
    monkeypatch.setattr(Path, "chmod", lambda _path, _mode: None)
    with pytest.raises(SettingsError, match=r"Other users .* Set IMAGESPEAK_SECRET"):
        load(path)
    assert list(path.parent.iterdir()) == []


def test_windows_has_no_modes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(path)
    path.chmod(0o666)
    monkeypatch.setattr(secret_file, "os", SimpleNamespace(name="nt"))
    assert load(path) == path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o666
