"""A folder as it may be found: missing, with links that lead away, with other things in it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from imagespeak_core.errors import (
    ImageNotFoundError,
    KeyTakenError,
    StorageAccessError,
    StorageFullError,
)
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import picture

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


@pytest.fixture
def claims(root: Path) -> Claims:
    return Claims(FolderBlobs(root, secret=SECRET))


def test_looking_makes_no_folder(root: Path, store: PictureStore, claims: Claims) -> None:
    assert store.list_session("abc") == []
    store.image_url(KEY, signed_at=NOW)
    assert claims.sweep() == 0
    assert list(store.list_all()) == []
    assert store.delete([KEY]) == {}
    assert store.read_preview(KEY) is None
    with pytest.raises(ImageNotFoundError):
        store.read(KEY)
    assert not root.exists()


def test_a_nearly_full_disk_is_told_before_a_picture_is_paid(root: Path) -> None:
    def claims_with(free_bytes: int) -> Claims:
        disk = SimpleNamespace(total=10**10, free=free_bytes)
        return Claims(FolderBlobs(root, secret=SECRET, disk_usage=lambda _folder: disk))

    with pytest.raises(StorageFullError, match="No room"):
        claims_with(1_000_000).take("abc_20241031_143022_0")
    assert claims_with(10**9).take("abc_20241031_143022_0")


def test_a_relative_root_stays_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = PictureStore(FolderBlobs(Path("data"), secret=SECRET), url_life_s=URL_LIFE_S)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    store.put(KEY, picture(), {})
    assert (tmp_path / "data" / str(KEY)).read_bytes() == picture()


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / NAME).write_bytes(b"private")
    return folder


def _show(store: PictureStore) -> Path:
    """What the app's route does with an address that is good."""
    address = urlsplit(store.image_url(KEY, signed_at=NOW))
    sent = {name: values[0] for name, values in parse_qs(address.query).items()}
    name = address.path.removeprefix("/pictures/")
    return store.open_signed(name, sent["expires"], "", sent["signature"], now=NOW)


def _assert_no_picture(store: PictureStore) -> None:
    assert store.list_session("abc") == []
    for attempt in (lambda: store.read(KEY), lambda: store.details(KEY), lambda: _show(store)):
        with pytest.raises(ImageNotFoundError):
            attempt()


def test_a_link_is_no_picture(root: Path, store: PictureStore, outside: Path) -> None:
    (root / "generated-images").mkdir(parents=True)
    (root / str(KEY)).symlink_to(outside / NAME)
    _assert_no_picture(store)
    with pytest.raises(KeyTakenError):
        store.put(KEY, picture(), {})
    assert (outside / NAME).read_bytes() == b"private"


def test_a_link_to_nothing_is_not_followed(
    root: Path, store: PictureStore, claims: Claims, outside: Path
) -> None:
    (root / "generated-images").mkdir(parents=True)
    (root / str(KEY)).symlink_to(outside / "new.png")
    (root / "claims").mkdir()
    (root / "claims" / "abc").symlink_to(outside / "claim")
    with pytest.raises(KeyTakenError):
        store.put(KEY, picture(), {})
    assert not claims.take("abc")
    assert _files(outside) == {NAME}


@pytest.mark.parametrize("folder", ["generated-images", ".tmp", "claims", "previews"])
def test_a_folder_that_leads_away_is_not_used(
    root: Path, store: PictureStore, claims: Claims, outside: Path, folder: str
) -> None:
    root.mkdir()
    (root / folder).symlink_to(outside)
    attempts: dict[str, list[Callable[[], object]]] = {
        "generated-images": [
            lambda: store.put(KEY, picture(), {}),
            lambda: store.list_session("abc"),
            lambda: next(store.list_all()),
            lambda: store.read(KEY),
        ],
        "previews": [
            lambda: store.put_preview(KEY, b"webp"),
            lambda: store.read_preview(KEY),
            lambda: store.delete([KEY]),
        ],
        ".tmp": [
            lambda: store.put(KEY, picture(), {}),
            lambda: store.put_preview(KEY, b"webp"),
        ],
        "claims": [lambda: claims.take("abc"), lambda: claims.take_over("abc")],
    }
    for attempt in attempts[folder]:
        with pytest.raises(StorageAccessError):
            attempt()
    if folder == "generated-images":
        assert list(store.delete([KEY])) == [KEY]
    assert _files(outside) == {NAME}


def test_a_preview_in_a_folder_that_leads_away_keeps_its_picture(
    root: Path, store: PictureStore, outside: Path
) -> None:
    store.put(KEY, picture(), {})
    (outside / NAME.replace(".png", ".webp")).write_bytes(b"private")
    (root / "previews").symlink_to(outside)
    with pytest.raises(StorageAccessError):
        store.delete([KEY])
    assert store.read(KEY) == picture()
    assert len(_files(outside)) == 2


def test_a_picture_that_stays_is_told(root: Path, store: PictureStore) -> None:
    stuck, behind, fine = (replace(KEY, image_index=index) for index in range(3))
    (root / str(stuck)).mkdir(parents=True)
    (root / "previews" / NAME.replace("_0_", "_1_").replace(".png", ".webp")).mkdir(parents=True)
    for key in (behind, fine):
        store.put(key, picture(), {})
    kept = store.delete([stuck, behind, fine])
    assert list(kept) == [stuck, behind]
    assert all(repr(str(root)) in sentence for sentence in kept.values())
    assert [image.key for image in store.list_session("abc")] == [behind]


def test_deletions_that_may_come_back_after_a_power_cut_are_told(
    root: Path, store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    store.put(KEY, picture(), {})
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        assert list(store.delete([KEY])) == [KEY]
    assert store.delete([KEY]) == {}


def test_links_and_folders_are_no_previews(root: Path, store: PictureStore, outside: Path) -> None:
    preview = root / "previews" / NAME.replace(".png", ".webp")
    preview.parent.mkdir(parents=True)
    preview.symlink_to(outside / NAME)
    assert store.read_preview(KEY) is None
    store.put_preview(KEY, b"webp")
    assert store.read_preview(KEY) == b"webp"
    assert (outside / NAME).read_bytes() == b"private"


def test_folders_and_pipes_are_no_pictures(root: Path, store: PictureStore) -> None:
    (root / str(KEY)).mkdir(parents=True)
    _assert_no_picture(store)
    (root / str(KEY)).rmdir()
    os.mkfifo(root / str(KEY))
    _assert_no_picture(store)


def test_names_that_are_no_text_are_ignored(root: Path, store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    name = os.fsencode(root / "generated-images") + b"/abc_20241031_143022_1_\xff.png"
    try:
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system takes text only")
    assert [image.key for image in store.list_session("abc")] == [KEY]


def test_the_root_itself_may_be_a_link(tmp_path: Path, outside: Path) -> None:
    (tmp_path / "link").symlink_to(outside)
    store = PictureStore(FolderBlobs(tmp_path / "link", secret=SECRET), url_life_s=URL_LIFE_S)
    store.put(KEY, picture(), {})
    assert (outside / str(KEY)).read_bytes() == picture()
