"""Signed addresses of the pictures in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, urlsplit

import pytest

from imagespeak_core.errors import (
    AddressExpiredError,
    ImageNotFoundError,
)
from imagespeak_core.pictures.naming import IMAGE_PREFIX, ImageKey
from imagespeak_core.speaking.recordings import address, keep, open_signed
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.folder.signed_paths import signed_path
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import picture
from tests.speaking_rig import LIMITS, MadeSound, clock_of_today, services_on, ticket_of

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


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / NAME).write_bytes(b"private")
    return folder


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def _open(
    store: PictureStore,
    name: str = NAME,
    *,
    as_download: bool = False,
    now: datetime = NOW,
    changed: Mapping[str, str] = MappingProxyType({}),
) -> Path:
    sent = _query(store.image_url(KEY, signed_at=NOW, as_download=as_download)) | dict(changed)
    name = sent.get("name", name)
    return store.open_signed(
        name, sent["expires"], sent.get("download", ""), sent["signature"], now=now
    )


def test_an_address_looks_as_agreed(store: PictureStore) -> None:
    address = store.image_url(KEY, signed_at=NOW)
    assert address.startswith(
        f"/pictures/{NAME}?expires={int(NOW.timestamp()) + URL_LIFE_S}&signature="
    )
    download = store.image_url(KEY, signed_at=NOW, as_download=True)
    assert "&download=1&signature=" in download
    assert len(_query(address)["signature"]) == 43


def test_a_signed_address_gives_the_file(root: Path, store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    for as_download in (False, True):
        assert _open(store, as_download=as_download) == root / str(KEY)


def test_an_address_ends_on_the_second(store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    end = NOW + timedelta(seconds=URL_LIFE_S)
    _open(store, now=end - timedelta(microseconds=1))
    with pytest.raises(AddressExpiredError):
        _open(store, now=end)


@pytest.mark.parametrize(
    "changed",
    [
        {"signature": ""},
        {"signature": "A" * 43},
        {"signature": "é" * 43},
        {"signature": "\ud800"},
        {"expires": ""},
        {"expires": "9999999999"},
        {"expires": "1e9"},
        {"expires": "-1"},
        {"expires": "x"},
        {"download": "1"},
        {"download": "0"},
        {"name": "abc_20241031_143022_1_sunset_mountains.png"},
        {"name": f"../generated-images/{NAME}"},
        {"name": "\ud800"},
    ],
)
def test_a_changed_address_is_refused(store: PictureStore, changed: dict[str, str]) -> None:
    store.put(KEY, picture(), {})
    store.put(replace(KEY, image_index=1), picture(), {})
    with pytest.raises(AddressExpiredError):
        _open(store, changed=changed)


def test_a_download_address_stays_one(store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    with pytest.raises(AddressExpiredError):
        _open(store, as_download=True, changed={"download": ""})


def test_odd_writings_of_a_signed_number_are_refused(store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    end = str(int(NOW.timestamp()) + URL_LIFE_S)
    for odd in (f"+{end}", f" {end}", f"{end} ", f"0{end}", f"{end}\n", f"{end[0]}_{end[1:]}"):
        with pytest.raises(AddressExpiredError):
            _open(store, changed={"expires": odd})


def test_another_secret_is_refused(root: Path, store: PictureStore) -> None:
    store.put(KEY, picture(), {})
    other = PictureStore(FolderBlobs(root, secret=b"another"), url_life_s=URL_LIFE_S)
    sent = _query(other.image_url(KEY, signed_at=NOW))
    with pytest.raises(AddressExpiredError):
        _open(store, changed=sent)


@pytest.mark.parametrize(
    "name", ["../claims/abc", "../../outside/private", "/etc/passwd", "notes.txt", "", "..", "a\0b"]
)
def test_even_signed_by_us_only_pictures_are_shown(
    root: Path, store: PictureStore, outside: Path, name: str
) -> None:
    store.put(KEY, picture(), {})
    (root / "claims").mkdir()
    (root / "claims" / "abc").write_text("private")
    (root / "generated-images" / "notes.txt").write_text("private")
    (outside / "private").write_text("private")
    address = signed_path(
        IMAGE_PREFIX + name, int(NOW.timestamp()) + 60, as_download=False, secret=SECRET
    )
    with pytest.raises(ImageNotFoundError):
        _open(store, name, changed=_query(address))


def test_a_recording_whose_time_is_over_is_not_heard_at_an_address_of_before(
    tmp_path: Path,
) -> None:
    clock = clock_of_today()
    services = services_on(FolderBlobs(tmp_path, secret=SECRET), clock)
    kept = keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    sent = urlsplit(address(services, kept, clock()))
    query = parse_qs(sent.query)
    asked = (sent.path.rpartition("/")[2], query["expires"][0], query["signature"][0])
    found = open_signed(services, *asked)
    assert found
    assert found[0].read_bytes() == MadeSound().content
    document = tmp_path / f"recordings/{kept.stem}.json"
    document.write_text(kept.model_copy(update={"until": clock()}).model_dump_json())
    assert open_signed(services, *asked) is None
    document.unlink()
    assert open_signed(services, *asked) is None
