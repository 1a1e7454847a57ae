from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy_boto3_s3 import S3Client

from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder import turns
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.connection import S3Connection, connect_s3
from tests.adapters.bedrock_rig import BedrockRig, bedrock_rig
from tests.adapters.other_s3 import OtherS3, other_s3
from tests.adapters.s3_servers import plain_client
from tests.adapters.s3_wire import Bucket, Wire, blobs_on


@pytest.fixture(scope="module")
def shared_rig() -> Iterator[BedrockRig]:
    with bedrock_rig() as rig:
        yield rig


@pytest.fixture
def rig(shared_rig: BedrockRig) -> BedrockRig:
    shared_rig.stand_in.forget()
    shared_rig.waits_s.clear()
    return shared_rig


@pytest.fixture(scope="module")
def ways(moto_url: str) -> tuple[S3Connection, S3Client]:
    """Our way to moto, and the back door. Clients are slow to make."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL_S3", moto_url)
        return connect_s3(), plain_client(moto_url)


@pytest.fixture
def bucket(ways: tuple[S3Connection, S3Client]) -> Iterator[Bucket]:
    connection, client = ways
    name = f"pictures-{secrets.token_hex(6)}"
    client.create_bucket(Bucket=name)
    wire = Wire(connection)
    yield Bucket(name, blobs_on(name, connection), wire, client)
    wire.close()


@pytest.fixture(scope="module")
def aws() -> S3Connection:
    """A way to AWS itself, for what needs no request."""
    return connect_s3()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def blobs(root: Path) -> FolderBlobs:
    return FolderBlobs(root, secret=b"s")


@pytest.fixture
def store(blobs: FolderBlobs) -> PictureStore:
    return PictureStore(blobs, url_life_s=60)


@pytest.fixture
def documents(blobs: FolderBlobs) -> Documents:
    return Documents(blobs)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has the turn in a folder for too long loses it at once."""
    monkeypatch.setattr(turns, "_LONGEST_TURN_S", 0.0)
    monkeypatch.setattr(turns, "_MOST_REFUSALS", 2)


@pytest.fixture(scope="module")
def shared_server() -> Iterator[OtherS3]:
    with other_s3() as server:
        yield server


@pytest.fixture
def server(shared_server: OtherS3, monkeypatch: pytest.MonkeyPatch) -> OtherS3:
    """An S3 server of another maker, without any lack; the environment leads to it."""
    as_new = OtherS3(url=shared_server.url)
    for name in OtherS3.__slots__:
        setattr(shared_server, name, getattr(as_new, name))
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", shared_server.url)
    return shared_server
