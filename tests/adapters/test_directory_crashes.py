"""A folder survives kills, full disks and odd file systems."""

from __future__ import annotations

import errno
import os
import resource
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    StorageAccessError,
    StorageError,
    StorageFullError,
)
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.recordings import list_recordings
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from tests.adapters import killed_writer
from tests.contracts.lacking import take_away
from tests.contracts.racers import put_or_lose
from tests.contracts.store_backend import picture
from tests.speaking_rig import ANA

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
NAME = "abc_20241031_143022_0_sunset_mountains.png"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET = b"secret"
URL_LIFE_S = 3600
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(root: Path) -> PictureStore:
    return PictureStore(FolderBlobs(root, secret=SECRET), url_life_s=URL_LIFE_S)


def _files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def _killed_at_each_line(folder: Path, kind: str) -> list[Path]:
    """The root of each write that was killed, one line later each; the last one was not."""
    subprocess.run(
        [sys.executable, "-m", "tests.adapters.killed_writer", str(folder), kind],
        cwd=PROJECT,
        check=True,
        timeout=120,
    )
    return sorted(folder.iterdir(), key=lambda root: int(root.name))


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill loses nothing of what the system was given; and to wait for the disk is slow."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.usefixtures("impatient", "unsynced")
@pytest.mark.parametrize("kind", ["picture", "picture_without_links"])
def test_a_kill_at_any_line_leaves_nothing_torn(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_links = kind == "picture"
    if not has_links:
        take_away(monkeypatch.setattr)
    roots = _killed_at_each_line(tmp_path, kind)
    finished = roots.pop()
    assert _files(finished) == {str(KEY)}
    deaths = []
    for root in roots:
        files = _files(root)
        named = {name for name in files if not name.startswith(".tmp/")}
        store = killed_writer.store_in(root)
        assert {str(image.key) for image in store.list_session("abc")} == named
        assert named <= {str(KEY)}
        assert put_or_lose(store, KEY, killed_writer.CONTENT) is not bool(named)
        assert store.read(KEY) == killed_writer.CONTENT
        deaths.append((bool(named), files != named))
    assert len(deaths) > 50
    twice = {(True, True)} if has_links else set()
    assert set(deaths) == {(False, False), (False, True), (True, False)} | twice


@pytest.mark.usefixtures("impatient", "unsynced")
def test_a_kill_at_any_line_leaves_a_document_as_it_was_or_as_it_becomes(tmp_path: Path) -> None:
    roots = _killed_at_each_line(tmp_path, "document")
    assert (roots[-1] / killed_writer.DOCUMENT).read_bytes() == killed_writer.NEW
    deaths = []
    for root in roots:
        documents = killed_writer.documents_in(root)
        assert documents.list("classes/") == [killed_writer.DOCUMENT]
        there = documents.read(killed_writer.DOCUMENT)
        assert there is not None
        assert there.content in {killed_writer.OLD, killed_writer.NEW}
        documents.write(killed_writer.DOCUMENT, b"{}", replacing=there.version)
        parts = {name for name in _files(root) if name.endswith(".part")}
        deaths.append((there.content == killed_writer.NEW, bool(parts)))
    assert len(deaths) > 30
    assert set(deaths) == {(False, False), (False, True), (True, False)}


@pytest.mark.usefixtures("unsynced")
def test_a_kill_at_any_line_leaves_a_preview_as_it_was_or_as_it_becomes(tmp_path: Path) -> None:
    roots = _killed_at_each_line(tmp_path, "preview")
    previews = [killed_writer.store_in(root).read_preview(KEY) for root in roots]
    assert set(previews) == {killed_writer.OLD, killed_writer.NEW}
    assert previews[-1] == killed_writer.NEW


@pytest.mark.usefixtures("impatient", "unsynced")
def test_a_kill_at_any_line_leaves_a_recording_that_the_same_ticket_completes(
    tmp_path: Path,
) -> None:
    roots = _killed_at_each_line(tmp_path, "recording")
    deaths = []
    for root in roots:
        services = killed_writer.services_in(root)
        found = list_recordings(services, "abc", ANA)
        named = {name for name in _files(root) if not name.startswith(".tmp/")}
        assert len(found) == (len(named) == 2)
        recording = killed_writer.brought(services)
        assert found in ([], [recording])
        assert list_recordings(services, "abc", ANA) == [recording]
        assert services.recordings.read(recording.stem, "webm") == killed_writer.CONTENT
        assert recording.stem.endswith("_0")
        deaths.append(len(named))
    assert len(deaths) > 100
    assert set(deaths) == {0, 1, 2}


_ENDLESS_WRITER = """
import sys
from pathlib import Path
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.folder import folder as folder_module
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
store = PictureStore(FolderBlobs(Path(sys.argv[1]), secret=b"s"), url_life_s=60)
for index in range(10**6):
    store.put(ImageKey("abc", "20241031_143022", index), b"x" * 8_000_000, {})
    print(index, flush=True)
"""


@pytest.mark.parametrize("puts", [1, 2, 3])
def test_what_was_told_is_there_after_a_kill(root: Path, store: PictureStore, puts: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _ENDLESS_WRITER, str(root)], cwd=PROJECT, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        for _ in range(puts):
            told = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
    listed = store.list_session("abc")
    assert {image.key.image_index for image in listed} >= set(range(told + 1))
    assert {image.size_bytes for image in listed} == {8_000_000}


def test_leftovers_go_after_a_day(root: Path, store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    old, young = root / ".tmp" / "old.part", root / ".tmp" / "young.part"
    for path, age_s in ((old, 24 * 3600 + 60), (young, 24 * 3600 - 60)):
        path.write_bytes(b"half a picture")
        turn = path.with_suffix(".turn")
        turn.mkdir()
        (turn / path.name).touch()
        then = time.time() - age_s
        for left in (path, turn):
            os.utime(left, (then, then))
    store.put(replace(KEY, image_index=1), picture(), {})
    assert {path.name for path in (root / ".tmp").iterdir()} == {"young.part", "young.turn"}


def test_a_leftover_that_will_not_go_stops_nobody(root: Path, store: PictureStore) -> None:
    stubborn = root / ".tmp" / "folder"
    stubborn.mkdir(parents=True)
    os.utime(stubborn, (0, 0))
    store.put(KEY, picture(), {})


def test_a_picture_is_on_disk_before_it_has_a_name_and_its_name_before_we_return(
    root: Path, store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(KEY, picture(), {})
    steps: list[str] = []
    real_fsync, real_link = os.fsync, os.link

    def fsync(descriptor: int) -> None:
        is_folder = os.path.samestat(os.fstat(descriptor), (root / "generated-images").stat())
        steps.append("sync folder" if is_folder else "sync file")
        real_fsync(descriptor)

    def link(*args: Path) -> None:
        steps.append("name")
        real_link(*args)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "link", link)
    store.put(replace(KEY, image_index=1), picture(), {})
    assert steps == ["sync file", "name", "sync folder"]


# Disks that are full, closed or odd


@contextmanager
def _files_limited_to(size_bytes: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_no_room_is_told_and_leaves_nothing(root: Path, store: PictureStore) -> None:
    with _files_limited_to(100_000), pytest.raises(StorageFullError, match="Make room"):
        store.put(KEY, secrets.token_bytes(200_000), {})
    assert _files(root) == set()
    store.put(KEY, picture(), {})


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, StorageFullError),
        (errno.EDQUOT, StorageFullError),
        (errno.EROFS, StorageAccessError),
        (errno.EACCES, StorageAccessError),
        (errno.EIO, StorageError),
        (errno.EMFILE, StorageError),
    ],
)
def test_what_the_system_says_is_translated(
    root: Path,
    store: PictureStore,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: type[StorageError],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    store.put(KEY, picture(), {})
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(StorageError) as caught:
            store.put(replace(KEY, image_index=1), picture(), {})
    assert type(caught.value) is expected
    assert repr(str(root)) in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)
    assert _files(root) == {str(KEY)}


def test_a_closed_folder_is_told(root: Path, store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    folders = [root, root / "generated-images", root / ".tmp"]
    for folder in folders:
        folder.chmod(0o500)
    try:
        if os.access(root, os.W_OK):
            pytest.skip("this user may write everywhere")
        for attempt in (
            lambda: store.put(replace(KEY, image_index=1), picture(), {}),
            lambda: Claims(FolderBlobs(root, secret=SECRET)).take("abc"),
        ):
            with pytest.raises(StorageAccessError, match="IMAGESPEAK_DATA_DIR"):
                attempt()
        assert store.read(KEY) == picture()
    finally:
        for folder in folders:
            folder.chmod(0o700)


@pytest.mark.parametrize("place", ["", "generated-images", ".tmp"])
def test_a_file_in_the_place_of_a_folder_is_told(
    root: Path, store: PictureStore, place: str
) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("not a folder")
    with pytest.raises(StorageAccessError):
        store.put(KEY, picture(), {})
    assert path.read_text() == "not a folder"
