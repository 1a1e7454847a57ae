"""Documents in a folder that may be missing, odd, full or closed."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageError,
    StorageFullError,
)
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs

NAME = "classes/class-7b.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def documents(root: Path) -> Documents:
    return Documents(FolderBlobs(root, secret=b"s"))


def files(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def test_looking_makes_no_folder(root: Path, documents: Documents) -> None:
    assert documents.read(NAME) is None
    assert documents.list("classes/") == []
    documents.delete(NAME)
    with pytest.raises(ChangedMeanwhileError):
        documents.write(NAME, b"{}", replacing="a version of what was deleted")
    assert not root.exists()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, StorageFullError),
        (errno.EROFS, StorageAccessError),
        (errno.EIO, StorageError),
    ],
)
def test_a_write_that_fails_leaves_the_document_as_it_was(
    root: Path,
    documents: Documents,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: type[StorageError],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    version = documents.write(NAME, b"old", replacing=None)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(StorageError) as caught:
            documents.write(NAME, b"new", replacing=version)
    assert type(caught.value) is expected
    assert (root / NAME).read_bytes() == b"old"
    assert files(root) == {NAME}
    documents.write(NAME, b"new", replacing=version)


def test_a_document_is_on_disk_before_it_has_a_name_and_its_name_before_we_return(
    root: Path, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = documents.write(NAME, b"old", replacing=None)
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        is_folder = os.path.samestat(os.fstat(descriptor), (root / "classes").stat())
        steps.append("sync folder" if is_folder else "sync file")
        real_fsync(descriptor)

    def replace(*args: Path) -> None:
        steps.append("name")
        real_replace(*args)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    documents.write(NAME, b"new", replacing=version)
    assert steps == ["sync file", "name", "sync folder"]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_there_but_no_file_is_an_error_and_never_none(
    tmp_path: Path, root: Path, documents: Documents, kind: str
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
    with pytest.raises(StorageError):
        documents.read(NAME)
    with pytest.raises(StorageError):
        documents.write(NAME, b"x", replacing=None)
    assert documents.list("classes/") == []
    assert (tmp_path / "private").read_bytes() == b"private"


@pytest.mark.parametrize("place", ["classes", ".tmp"])
def test_a_folder_that_leads_away_is_not_used(
    tmp_path: Path, root: Path, documents: Documents, place: str
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "class-7b.json").write_bytes(b"private")
    root.mkdir()
    (root / place).symlink_to(tmp_path / "outside")
    with pytest.raises(StorageAccessError):
        documents.write(NAME, b"x", replacing=None)
    if place == "classes":
        for attempt in (
            lambda: documents.read(NAME),
            lambda: documents.list("classes/"),
            lambda: documents.delete(NAME),
        ):
            with pytest.raises(StorageAccessError):
                attempt()
    assert files(tmp_path / "outside") == {"class-7b.json"}


@pytest.mark.usefixtures("impatient")
def test_a_turn_that_is_a_link_is_not_followed(
    tmp_path: Path, root: Path, documents: Documents
) -> None:
    version = documents.write(NAME, b"x", replacing=None)
    elsewhere = tmp_path / "elsewhere"
    for there in ([], [elsewhere / "private"]):
        elsewhere.mkdir(exist_ok=True)
        for path in there:
            path.write_bytes(b"private")
        (root / ".tmp" / "turn").unlink(missing_ok=True)
        (root / ".tmp" / "turn").symlink_to(elsewhere)
        for attempt in (
            lambda: documents.write(NAME, b"y", replacing=version),
            lambda: documents.delete(NAME),
        ):
            with pytest.raises(StorageAccessError):
                attempt()
        assert list(elsewhere.iterdir()) == there


def test_a_synced_folder_keeps_its_versions(root: Path, documents: Documents) -> None:
    """A version is of the content, whatever copying does to times."""
    version = documents.write(NAME, b"{}", replacing=None)
    os.utime(root / NAME, (0, 0))
    there = documents.read(NAME)
    assert there
    assert there.version == version
    with pytest.raises(ChangedMeanwhileError):
        documents.write(NAME, b"{}", replacing=version[::-1])


def test_a_relative_root_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    documents = Documents(FolderBlobs(Path("data"), secret=b"s"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    documents.write(NAME, b"{}", replacing=None)
    assert (tmp_path / "data" / NAME).read_bytes() == b"{}"
