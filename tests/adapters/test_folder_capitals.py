"""A folder store where the file system finds `abc` when it is asked for `ABC`.

Simulated where names become paths; folders of one disk may differ in it, as those of Linux and
Windows can. https://docs.kernel.org/admin-guide/ext4.html#case-insensitive-file-name-lookups
https://learn.microsoft.com/windows/wsl/case-sensitivity (2026-11)
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import (
    create_class,
    delete_class,
    find_class,
    list_classes,
    open_class,
)
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    ImageNotFoundError,
    KeyTakenError,
    StorageAccessError,
    StorageError,
)
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder import folder
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import key_of, picture
from tests.fakes import FakeGenerator, TroubledStore, make_services

NAME = "classes/class-7b-aaaaaaaa.json"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANA = Teacher("ana@school.org")
EVERYWHERE, IN_THE_ROOT, IN_THE_ROOMS = "everywhere", "in the root", "in the rooms"


def found(where: Path, part: str) -> str:
    """The entry of a folder that such a disk gives for a name; the name where there is none."""
    if os.path.lexists(where / part) or not where.is_dir():
        return part
    return next((one.name for one in where.iterdir() if one.name.lower() == part.lower()), part)


@pytest.fixture(params=[EVERYWHERE, IN_THE_ROOMS])
def folds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where capitals make no difference."""
    fold(monkeypatch, request.param)


def fold(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def path(self: folder.Folder, name: str) -> Path:
        room, _, file_name = name.partition("/")
        if where != IN_THE_ROOMS:
            room = found(self.root, room)
        if where != IN_THE_ROOT:
            file_name = found(self.root / room, file_name)
        return self.root / room / file_name

    monkeypatch.setattr(folder.Folder, "path", path)


@pytest.mark.usefixtures("folds")
def test_capitals_make_another_session_where_the_disk_knows_none(
    store: PictureStore, documents: Documents
) -> None:
    small, large = key_of("abc"), key_of("ABC")
    store.put(small, picture("teal"), {})
    store.put_preview(small, b"small")
    assert [image.key for image in store.list_session("abc")] == [small]
    assert store.list_session("ABC") == []
    address = urlsplit(store.image_url(large, signed_at=NOW))
    sent = {name: values[0] for name, values in parse_qs(address.query).items()}
    file_name = address.path.removeprefix("/pictures/")
    for look in (
        lambda: store.read(large),
        lambda: store.details(large),
        lambda: store.scene(large),
        lambda: store.open_signed(file_name, sent["expires"], "", sent["signature"], now=NOW),
    ):
        with pytest.raises(ImageNotFoundError):
            look()
    assert store.read_preview(large) is None
    with pytest.raises(StorageError):
        store.put_preview(large, b"large")
    with pytest.raises(KeyTakenError):
        store.put(large, picture("plum"), {})
    assert store.delete([large]) == {}
    assert store.read(small) == picture("teal")
    assert store.read_preview(small) == b"small"
    other = replace(large, image_index=1)
    store.put(other, picture("plum"), {})
    assert [image.key for image in store.list_session("ABC")] == [other]
    assert store.read(other) == picture("plum")


@pytest.mark.usefixtures("folds")
def test_capitals_make_another_document_where_the_disk_knows_none(documents: Documents) -> None:
    version = documents.write(NAME, b"small", replacing=None)
    large = NAME.replace("class-7b", "CLASS-7B")
    assert documents.read(large) is None
    assert documents.list("classes/CLASS") == []
    for replacing in (None, version):
        with pytest.raises(ChangedMeanwhileError):
            documents.write(large, b"large", replacing=replacing)
    documents.delete(large)
    there = documents.read(NAME)
    assert there
    assert there.content == b"small"


@pytest.mark.usefixtures("folds")
def test_capitals_claim_another_name_where_the_disk_knows_none(blobs: FolderBlobs) -> None:
    claims = Claims(blobs)
    small = claims.take("abc_first")
    assert small
    assert not claims.take("ABC_first"), "the disk can't hold both"
    small.release()
    assert claims.take("ABC_first")


@pytest.mark.usefixtures("folds")
@pytest.mark.parametrize("typed", ["class-7B-aaaaaaaa", "class-7b-aaaaaaaa."])
def test_a_class_is_not_lost_to_a_link_with_other_capitals(blobs: FolderBlobs, typed: str) -> None:
    services = make_services(TroubledStore(blobs), FakeGenerator(), documents=Documents(blobs))
    opened = create_class(services, ANA, "7b", random_bytes=bytes)
    assert open_class(services, typed) is None
    assert delete_class(services, ANA, typed) == {}
    classes = list_classes(services, ANA)
    assert (list(classes), classes.damaged) == ([opened], ())
    assert find_class(services, opened.state.code) == "class-7b-aaaaaaaa"


@pytest.mark.parametrize("where", [EVERYWHERE, IN_THE_ROOT])
@pytest.mark.parametrize("spelt", ["Classes", "CLASSES"])
def test_a_room_that_is_spelt_otherwise_is_told_and_not_touched(
    root: Path,
    blobs: FolderBlobs,
    documents: Documents,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    spelt: str,
) -> None:
    (root / spelt).mkdir(parents=True)
    (root / spelt / "class-7b-aaaaaaaa.json").write_bytes(b"{}")
    fold(monkeypatch, where)
    uses: list[Callable[[], object]] = [
        lambda: documents.read(NAME),
        lambda: documents.list("classes/"),
        lambda: documents.write(NAME, b"new", replacing=None),
        lambda: documents.write("classes/class-8b.json", b"new", replacing=None),
        lambda: documents.delete(NAME),
        lambda: blobs.look(NAME),
        lambda: blobs.put(NAME, b"new", content_type="application/json"),
    ]
    for use in uses:
        with pytest.raises(StorageAccessError, match=f"'{spelt}' must be renamed.*'classes'"):
            use()
    assert [path.read_bytes() for path in (root / spelt).iterdir()] == [b"{}"]


def test_where_capitals_count_a_folder_with_others_is_foreign(
    root: Path, documents: Documents
) -> None:
    (root / "CLASSES").mkdir(parents=True)
    (root / "CLASSES" / "class-7b-aaaaaaaa.json").write_bytes(b"foreign")
    assert documents.read(NAME) is None
    documents.write(NAME, b"ours", replacing=None)
    (root / "classes" / "CLASS-7B.JSON").write_bytes(b"foreign")
    there = documents.read(NAME)
    assert there
    assert there.content == b"ours"
    documents.delete(NAME)
    assert documents.read(NAME) is None
    assert (root / "CLASSES" / "class-7b-aaaaaaaa.json").read_bytes() == b"foreign"


def test_where_capitals_count_no_file_costs_a_listing(
    store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
    store.put(key, picture(), {})

    def never(_folder: Path) -> set[str]:
        raise AssertionError("a folder was listed")

    monkeypatch.setattr(folder, "_entries", never)
    assert store.read(key) == picture()
    assert store.details(key)
    store.put_preview(key, b"webp")
    assert store.read_preview(key) == b"webp"
    assert store.delete([key]) == {}
