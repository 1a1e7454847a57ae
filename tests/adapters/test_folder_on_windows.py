"""A folder store where the system is as Python's documentation tells of Windows.

Simulated, piece by piece: what `os` lacks there, what it refuses, what file names mean.
"""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from imagespeak_core.errors import (
    KeyTakenError,
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageUnreachableError,
)
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder import folder, in_use
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import picture
from tests.for_each import for_each

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
NAME = "classes/class-7b.json"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PROJECT = Path(__file__).parents[2]
MISSING = ("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "O_CLOEXEC")

WHOLE_LESSON = """
import os, sys, threading
from pathlib import Path
import shutil, subprocess, concurrent.futures
import imagespeak_core.stores.claims, imagespeak_core.stores.documents
import imagespeak_core.stores.pictures
from imagespeak_core.pictures.naming import ImageKey

sys.modules["fcntl"], sys.platform = None, "win32"
for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "O_CLOEXEC"):
    delattr(os, name)
real_open = os.open
def open_no_folder(path, flags, mode=0o777, **more):
    if Path(path).is_dir():
        raise PermissionError(13, "Permission denied")
    return real_open(path, flags, mode, **more)
os.open = open_no_folder
real_rename = os.rename
def rename_to_free_names_only(source, target):
    if os.path.lexists(target):
        raise FileExistsError(17, "Cannot create a file when that file already exists")
    real_rename(source, target)
os.rename = rename_to_free_names_only

from imagespeak_core.stores.folder.blobs import FolderBlobs
blobs = FolderBlobs(Path(sys.argv[1]), secret=b"s")
pictures = imagespeak_core.stores.pictures.PictureStore(blobs, url_life_s=60)
documents = imagespeak_core.stores.documents.Documents(blobs)
claims = imagespeak_core.stores.claims.Claims(blobs)
key = ImageKey("abc", "20241031_143022", 0, "cat")
claim = claims.take("abc")
assert claim and not claims.take("abc")
claim.renew()
pictures.put(key, b"a\\r\\nb\\n", {})
pictures.put_preview(key, b"webp")
assert pictures.read(key) == b"a\\r\\nb\\n"
assert [image.key for image in pictures.list_session("abc")] == [key]
documents.write("classes/a.json", b"0", replacing=None)
def count_up():
    done = 0
    while done < 20:
        there = documents.read("classes/a.json")
        try:
            number = str(int(there.content) + 1).encode()
            documents.write("classes/a.json", number, replacing=there.version)
        except imagespeak_core.errors.ChangedMeanwhileError:
            continue
        done += 1
threads = [threading.Thread(target=count_up) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert documents.read("classes/a.json").content == b"80"
assert pictures.delete([key]) == {}
documents.delete("classes/a.json")
claim.release()
print(sorted(path.name for path in Path(sys.argv[1]).rglob("*") if path.is_file()))
"""


def test_it_is_imported_and_works_without_what_windows_lacks(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHOLE_LESSON, str(tmp_path / "data")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "[]\n"


# Links, where the system can't be told not to follow them


@pytest.fixture
def without_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MISSING:
        monkeypatch.delattr(os, name)


@pytest.mark.usefixtures("without_flags")
@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_no_file_is_not_read(
    tmp_path: Path, root: Path, blobs: FolderBlobs, kind: str
) -> None:
    (tmp_path / "private").write_bytes(b"private")
    path = root / NAME
    path.parent.mkdir(parents=True)
    make: dict[str, Callable[[], object]] = {
        "link": lambda: path.symlink_to(tmp_path / "private"),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
    }
    make[kind]()
    with pytest.raises(NotABlobError):
        blobs.read(NAME)


@pytest.mark.usefixtures("without_flags")
def test_what_becomes_a_link_between_look_and_opening_is_not_read(
    tmp_path: Path, root: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").write_bytes(b"private")
    documents.write(NAME, b"ours", replacing=None)
    real_open = Path.open

    def open_too_late(path: Path, mode: str) -> object:
        path.unlink()
        path.symlink_to(tmp_path / "private")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", open_too_late)
    with pytest.raises(NotABlobError):
        documents.read(NAME)


@pytest.mark.usefixtures("without_flags")
def test_what_is_replaced_between_look_and_opening_is_read_as_it_is_now(
    tmp_path: Path, root: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.write(NAME, b"old", replacing=None)
    newer = [tmp_path / "newer", tmp_path / "newest"]
    for path in newer:
        path.write_bytes(path.name.encode())
    real_open = Path.open

    def open_what_came_meanwhile(path: Path, mode: str) -> object:
        if newer:
            newer.pop(0).replace(path)
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", open_what_came_meanwhile)
    there = documents.read(NAME)
    assert there is not None
    assert there.content == b"newest"


def test_a_junction_leads_away(
    store: PictureStore, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(KEY, picture(), {})
    junction = SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=0xA0000003)
    monkeypatch.setattr(Path, "lstat", lambda _path: junction)
    with pytest.raises(StorageAccessError):
        store.list_session("abc")


# Files that somebody has open


def error_in_use(code: int | None) -> PermissionError:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    if code:
        error.winerror = code  # type: ignore[attr-defined] # Windows' alone
    return error


class Held:
    """`os.replace` or `os.unlink` of a file that is open for some more tries."""

    def __init__(self, real: Callable[..., None], times: int, code: int | None = 32) -> None:
        self._real, self._times, self._code = real, times, code
        self.tries = 0

    def __call__(self, *paths: str | Path) -> None:
        if str(paths[-1]).endswith(".part"):
            return self._real(*paths)
        self.tries += 1
        if self.tries <= self._times:
            raise error_in_use(self._code)
        return self._real(*paths)


@pytest.fixture
def waits_s(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(in_use, "time", SimpleNamespace(sleep=waited.append))
    return waited


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_read_just_now_is_replaced_a_moment_later(
    documents: Documents, monkeypatch: pytest.MonkeyPatch, waits_s: list[float], code: int
) -> None:
    version = documents.write(NAME, b"old", replacing=None)
    monkeypatch.setattr(os, "replace", Held(os.replace, 3, code))
    documents.write(NAME, b"new", replacing=version)
    there = documents.read(NAME)
    assert there
    assert there.content == b"new"
    assert len(waits_s) == 3


def test_a_new_file_that_is_looked_through_gets_its_turn_a_moment_later(
    documents: Documents, monkeypatch: pytest.MonkeyPatch, waits_s: list[float]
) -> None:
    version = documents.write(NAME, b"old", replacing=None)
    real_rename, left = os.rename, [1, 2, 3]

    def rename(source: Path, target: Path) -> None:
        if source.suffix == ".part" and left:
            left.pop()
            raise error_in_use(32)
        real_rename(source, target)

    monkeypatch.setattr(os, "rename", rename)
    documents.write(NAME, b"new", replacing=version)
    assert len(waits_s) == 3


def test_and_deleted_a_moment_later(
    store: PictureStore, monkeypatch: pytest.MonkeyPatch, waits_s: list[float]
) -> None:
    store.put(KEY, picture(), {})
    monkeypatch.setattr(os, "unlink", Held(os.unlink, 3))
    assert store.delete([KEY]) == {}
    assert store.list_session("abc") == []
    assert len(waits_s) == 3


def test_one_that_is_never_closed_stays_and_is_told(
    store: PictureStore, monkeypatch: pytest.MonkeyPatch, waits_s: list[float]
) -> None:
    store.put(KEY, picture(), {})
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", Held(os.unlink, 1_000))
        assert list(store.delete([KEY])) == [KEY]
    assert store.read(KEY) == picture()
    assert 0.5 < sum(waits_s) < 2


def test_what_is_forbidden_elsewhere_is_told_at_once(
    documents: Documents, monkeypatch: pytest.MonkeyPatch, waits_s: list[float]
) -> None:
    version = documents.write(NAME, b"old", replacing=None)
    monkeypatch.setattr(os, "replace", Held(os.replace, 1, None))
    with pytest.raises(StorageAccessError):
        documents.write(NAME, b"new", replacing=version)
    assert waits_s == []


def test_a_disk_without_hard_links(store: PictureStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EINVAL, "Incorrect function")

    monkeypatch.setattr(os, "link", refuse)
    store.put(KEY, picture("teal"), {})
    with pytest.raises(KeyTakenError):
        store.put(KEY, picture("plum"), {})
    assert store.read(KEY) == picture("teal")


# Drives that are not there


def windows_says(number: int, code: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        error = OSError(number, "The network path was not found")
        error.winerror = code  # type: ignore[attr-defined] # Windows' alone
        raise error

    return refuse


@for_each(
    "number, code, expected",
    [
        *((errno.ENOENT, code, StorageUnreachableError) for code in (53, 67)),
        *((errno.EINVAL, code, StorageUnreachableError) for code in (55, 59, 64, 121, 1167, 1231)),
        (errno.EACCES, 21, StorageUnreachableError),
        (errno.EINVAL, 39, StorageFullError),
        (errno.ENOSPC, 112, StorageFullError),
    ],
)
def test_a_network_drive_that_is_gone_is_told_and_never_taken_for_an_empty_one(
    tmp_path: Path, number: int, code: int, expected: type[StorageError]
) -> None:
    documents = Documents(FolderBlobs(tmp_path / "data", secret=b"s"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "lstat", windows_says(number, code))
        for attempt in (lambda: documents.read(NAME), lambda: documents.list("classes/")):
            with pytest.raises(expected):
                attempt()


# Names


@pytest.mark.parametrize("name", ["con", "NUL", "aux.7b", "Com1", "lpt9.x.y"])
def test_a_name_of_a_device_is_no_blob(
    root: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(folder, "_HAS_DEVICE_NAMES", True)
    with pytest.raises(StorageAccessError, match="for a device"):
        documents.write(f"classes/{name}.json", b"{}", replacing=None)
    (root / "classes").mkdir(parents=True)
    os.mkfifo(root / "classes" / f"{name}.json")  # whoever opened it would wait for ever
    assert documents.read(f"classes/{name}.json") is None
    documents.delete(f"classes/{name}.json")


@pytest.mark.parametrize("name", ["console", "nul-7b", "com0", "com10", "aux_1"])
def test_a_name_that_only_begins_like_a_device_is_as_good_as_any(
    documents: Documents, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(folder, "_HAS_DEVICE_NAMES", True)
    version = documents.write(f"classes/{name}.json", b"{}", replacing=None)
    there = documents.read(f"classes/{name}.json")
    assert there
    assert there.version == version


def test_a_claim_never_ends_in_a_dot_that_windows_would_drop(
    blobs: FolderBlobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_HAS_DEVICE_NAMES", True)
    with pytest.raises(StorageAccessError):
        Claims(blobs).take("abc.")
    assert Claims(blobs).take("abc")
