"""The contract of stores, on every backend."""

from __future__ import annotations

import http.client
import secrets
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.exceptions import ClientError
from moto.backends import get_backend
from mypy_boto3_s3 import S3Client

from imagespeak_core.errors import AddressExpiredError, ImageNotFoundError
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, connect_s3
from tests.adapters.s3_servers import MiniStack, plain_client
from tests.conftest import REAL_BUCKET
from tests.contracts.lacking import take_away
from tests.contracts.store_backend import Answer, Backend
from tests.contracts.store_contract import StoreContract
from tests.memory_blobs import HOST, MemoryBlobs, signature_of
from tests.older_files import make_older


class FolderBackend(Backend):
    def __init__(self, root: Path, kind: str = "folder") -> None:
        self._root, self._kind = root, kind

    def new_blobs(self) -> FolderBlobs:
        return FolderBlobs(self._root, secret=b"secret")

    @property
    def place(self) -> tuple[str, str]:
        return self._kind, str(self._root)

    def write(self, name: str, content: bytes, metadata: Mapping[str, str] | None = None) -> None:
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def write_many(self, names: Iterable[str]) -> None:
        for name in names:
            self.write(name, b"x")

    def read(self, name: str) -> bytes | None:
        path = self._root / name
        return path.read_bytes() if path.exists() else None

    def names(self) -> set[str]:
        """All files, those beside the root included."""
        around = self._root.parent
        return {
            str(path.relative_to(self._root if path.is_relative_to(self._root) else around))
            for path in around.rglob("*")
            if not path.is_dir()
        }

    def make_older(self, name: str, seconds: float) -> None:
        make_older(self._root / name, seconds)

    def fetch(self, address: str) -> Answer:
        parts = urlsplit(address)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.path.startswith("/recordings/"):
            return self._heard(parts.path.removeprefix("/recordings/"), query)
        try:
            path = self.new_store().open_signed(
                parts.path.removeprefix("/pictures/"),
                query.get("expires", ""),
                query.get("download", ""),
                query.get("signature", ""),
                now=datetime.now(UTC),
            )
        except AddressExpiredError:
            return Answer(HTTPStatus.FORBIDDEN)
        except ImageNotFoundError:
            return Answer(HTTPStatus.NOT_FOUND)
        return Answer(HTTPStatus.OK, path.read_bytes(), "image/png")

    def _heard(self, file_name: str, query: Mapping[str, str]) -> Answer:
        """What the route of the app answers, which says itself that nothing keeps it."""
        try:
            found = RecordingStore(self.new_blobs()).open_signed(
                file_name,
                query.get("expires", ""),
                query.get("signature", ""),
                now=datetime.now(UTC),
            )
        except AddressExpiredError:
            return Answer(HTTPStatus.FORBIDDEN)
        if found is None:
            return Answer(HTTPStatus.NOT_FOUND)
        path, content_type = found
        return Answer(HTTPStatus.OK, path.read_bytes(), content_type, "no-store")

    def restart(self) -> None:
        """A folder needs nobody who keeps it."""


class S3Backend(Backend):
    def __init__(self, connection: S3Connection, client: S3Client, bucket: str) -> None:
        self._connection = connection
        self._client = client
        self._bucket = bucket

    def new_blobs(self) -> S3Blobs:
        return S3Blobs(self._bucket, connect=lambda _: self._connection)

    @property
    def place(self) -> tuple[str, str]:
        return "s3", self._bucket

    def write(self, name: str, content: bytes, metadata: Mapping[str, str] | None = None) -> None:
        self._client.put_object(
            Bucket=self._bucket, Key=name, Body=content, Metadata=metadata or {}
        )

    def write_many(self, names: Iterable[str]) -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda name: self.write(name, b"x"), names))

    def read(self, name: str) -> bytes | None:
        try:
            return self._client.get_object(Bucket=self._bucket, Key=name)["Body"].read()
        except ClientError as exc:
            if exc.response["Error"]["Code"] != "NoSuchKey":
                raise
            return None

    def names(self) -> set[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket)
        return {item["Key"] for page in pages for item in page.get("Contents", ())}

    def fetch(self, address: str) -> Answer:
        parts = urlsplit(address)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(parts.netloc, timeout=30)
        try:
            connection.request("GET", f"{parts.path}?{parts.query}")
            answer = connection.getresponse()
            return Answer(
                HTTPStatus(answer.status),
                answer.read(),
                answer.getheader("Content-Type", ""),
                answer.getheader("Cache-Control", ""),
            )
        finally:
            connection.close()

    def restart(self) -> None:
        """Nobody can restart S3; and moto forgets everything."""

    def clear(self) -> None:
        for name in self.names():
            self._client.delete_object(Bucket=self._bucket, Key=name)


class MotoBackend(S3Backend):
    checks_signatures = False
    is_one_step = False
    has_own_clock = False  # it runs in this process

    def make_older(self, name: str, seconds: float) -> None:
        inside = get_backend("s3")["123456789012"]["aws"]
        there = inside.get_object(self._bucket, name)
        assert there
        there.last_modified -= timedelta(seconds=seconds)

    def write_many(self, names: Iterable[str]) -> None:
        inside = get_backend("s3")["123456789012"]["aws"]
        for name in names:
            inside.put_object(self._bucket, name, b"x")


class MiniStackBackend(S3Backend):
    is_one_step = False

    def __init__(
        self, connection: S3Connection, client: S3Client, bucket: str, server: MiniStack
    ) -> None:
        super().__init__(connection, client, bucket)
        self._server = server

    def write_many(self, names: Iterable[str]) -> None:
        """Unsigned and over one connection: a third of boto3's time."""
        connection = http.client.HTTPConnection(urlsplit(self._server.endpoint_url).netloc)
        with closing(connection):
            for name in names:
                connection.request("PUT", f"/{self._bucket}/{name}", body=b"x")
                answer = connection.getresponse()
                answer.read()
                assert answer.status == HTTPStatus.OK

    def restart(self) -> None:
        self._server.stop()
        self._server.start()


class MemoryBackend(Backend):
    """The least that a kind of store can be."""

    place = None

    def __init__(self) -> None:
        self._blobs = MemoryBlobs()

    def new_blobs(self) -> MemoryBlobs:
        return self._blobs

    def write(self, name: str, content: bytes, metadata: Mapping[str, str] | None = None) -> None:
        self._blobs.keep(name, content, "image/png", metadata or {})

    def write_many(self, names: Iterable[str]) -> None:
        for name in names:
            self.write(name, b"x")

    def read(self, name: str) -> bytes | None:
        there = self._blobs.kept.get(name)
        return there.content if there else None

    def names(self) -> set[str]:
        return set(self._blobs.kept)

    def make_older(self, name: str, seconds: float) -> None:
        there = self._blobs.kept[name]
        written = there.last_modified - timedelta(seconds=seconds)
        self._blobs.kept[name] = replace(there, last_modified=written)

    def fetch(self, address: str) -> Answer:
        name, _, signed = address.removeprefix(HOST).partition("?")
        query, _, signature = signed.partition("&signature=")
        expires = int(parse_qs(query)["expires"][0])
        if signature != signature_of(name, query) or expires <= datetime.now(UTC).timestamp():
            return Answer(HTTPStatus.FORBIDDEN)
        there = self._blobs.kept.get(name)
        if there is None:
            return Answer(HTTPStatus.NOT_FOUND)
        answer_as = parse_qs(query).get("no_store_as", [""])[0]
        cache = "no-store" if answer_as else ""
        return Answer(HTTPStatus.OK, there.content, answer_as or there.content_type, cache)

    def restart(self) -> None:
        """It would forget everything."""


@cache
def _ways(endpoint_url: str) -> tuple[S3Connection, S3Client]:
    """Our way to a server, as AWS_ENDPOINT_URL_S3 says, and the back door."""
    return connect_s3(), plain_client(endpoint_url)


def _new_bucket(client: S3Client) -> str:
    name = f"pictures-{secrets.token_hex(6)}"
    client.create_bucket(Bucket=name)
    return name


@pytest.fixture
def folder(tmp_path: Path) -> FolderBackend:
    return FolderBackend(tmp_path / "deep" / "root")


@pytest.fixture
def lacking_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderBackend:
    take_away(monkeypatch.setattr)
    return FolderBackend(tmp_path / "root", "lacking_folder")


@pytest.fixture
def memory() -> MemoryBackend:
    return MemoryBackend()


@pytest.fixture
def moto(moto_url: str, monkeypatch: pytest.MonkeyPatch) -> MotoBackend:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", moto_url)
    connection, client = _ways(moto_url)
    return MotoBackend(connection, client, _new_bucket(client))


@pytest.fixture
def real_server(ministack: MiniStack, monkeypatch: pytest.MonkeyPatch) -> MiniStackBackend:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", ministack.endpoint_url)
    connection, client = _ways(ministack.endpoint_url)
    return MiniStackBackend(connection, client, _new_bucket(client), ministack)


@pytest.fixture
def real_bucket() -> Iterator[S3Backend]:
    backend = S3Backend(connect_s3(), boto3.client("s3"), REAL_BUCKET)
    if backend.names():
        pytest.fail(f"The bucket {REAL_BUCKET!r} is not empty; its pictures would be lost.")
    yield backend
    backend.clear()


@pytest.fixture(
    params=[
        "folder",
        "lacking_folder",
        "memory",
        "moto",
        "real_server",
        *([pytest.param("real_bucket", marks=pytest.mark.real_bucket)] if REAL_BUCKET else []),
    ]
)
def backend(request: pytest.FixtureRequest) -> Backend:
    chosen: Backend = request.getfixturevalue(request.param)
    return chosen


class TestStores(StoreContract):
    """Every test of the contract, on every backend."""
