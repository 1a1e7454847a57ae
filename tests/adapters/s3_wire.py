"""The wire between an S3 store and its server, where answers can be put in its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from moto.backends import get_backend
from mypy_boto3_s3 import S3Client

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection

KEY = ImageKey("image-001", "20241031_143022", 0, "sunset_mountains")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
URL_LIFE_S = 86_400

Handler = Callable[[AWSPreparedRequest], AWSResponse | None]


class Wire:
    """Stands between a store and its server: notes each request, and may answer in its place."""

    def __init__(self, connection: S3Connection) -> None:
        self.requests: list[AWSPreparedRequest] = []
        self._handlers: list[Handler] = []
        self._events = cast(Any, connection.client.meta.events)  # its stubs know no answers
        self._events.register("before-send.s3", self._send)

    def close(self) -> None:
        self._events.unregister("before-send.s3", self._send)

    def then(self, *handlers: Handler) -> None:
        """Let each of the next requests be answered by the next handler."""
        self._handlers += handlers

    def forget(self) -> None:
        """Forget what was asked, and the handlers that nobody came to."""
        self.requests.clear()
        self._handlers.clear()

    @property
    def methods(self) -> list[str]:
        return [str(request.method) for request in self.requests]

    def _send(self, request: AWSPreparedRequest, **_: Any) -> AWSResponse | None:
        self.requests.append(request)
        return self._handlers.pop(0)(request) if self._handlers else None


class _Raw(io.BytesIO):
    def stream(self, *_: Any, **__: Any) -> Iterator[bytes]:
        yield self.read()


def answer(status: int, body: str = "", **headers: str) -> Handler:
    """A server's answer, with header names written with underscores."""
    named = HTTPHeaders()
    for name, value in headers.items():
        named[name.replace("_", "-")] = value
    return lambda request: AWSResponse(
        str(request.url), status, named, _Raw(b"" if request.method == "HEAD" else body.encode())
    )


def fault(status: int, code: str, **headers: str) -> Handler:
    return answer(status, f"<Error><Code>{code}</Code><Message>No</Message></Error>", **headers)


def passed(_: AWSPreparedRequest) -> AWSResponse | None:
    """Let a request through to the server."""
    return None


def broken(exc: Exception) -> Handler:
    def raise_it(_: AWSPreparedRequest) -> AWSResponse | None:
        raise exc

    return raise_it


@dataclass(frozen=True)
class Bucket:
    """A new bucket on moto, what is ours on it, the wire between, and the back door."""

    name: str
    blobs: S3Blobs
    wire: Wire
    client: S3Client

    @property
    def store(self) -> PictureStore:
        return PictureStore(self.blobs, url_life_s=URL_LIFE_S)

    @property
    def documents(self) -> Documents:
        return Documents(self.blobs)

    @property
    def claims(self) -> Claims:
        return Claims(self.blobs)

    def write_many(self, names: list[str]) -> None:
        inside = get_backend("s3")["123456789012"]["aws"]
        for name in names:
            inside.put_object(self.name, name, b"x")


def blobs_on(
    name: str, connection: S3Connection, clock: Callable[[], datetime] = lambda: NOW
) -> S3Blobs:
    return S3Blobs(name, connect=lambda _: connection, clock=clock)


def store_on(
    name: str, connection: S3Connection, clock: Callable[[], datetime] = lambda: NOW
) -> PictureStore:
    return PictureStore(blobs_on(name, connection, clock), url_life_s=URL_LIFE_S)
