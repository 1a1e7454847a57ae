"""What a picture costs on Amazon S3, request by request: where a reply takes long, each one counts.

Our client speaks to Amazon's address; the wire leads to moto.
"""

from __future__ import annotations

import http.client
import io
import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders

from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.made_once import wait_for
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import generate_images, practice_errand, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection
from imagespeak_core.stores.tried import TriedBlobs
from tests.adapters.s3_servers import plain_client
from tests.adapters.s3_wire import Wire
from tests.fakes import FakeGenerator, TroubledStore, make_services

SESSION = "image-001"
WISH = ImageRequest(SESSION, "A cat", width_px=256, height_px=256)


class _Raw(io.BytesIO):
    def stream(self, *_: Any, **__: Any) -> Iterator[bytes]:
        yield self.read()


class Amazon:
    """A bucket at Amazon's address.

    Attributes:
        name: Of the bucket.
    """

    def __init__(self, connection: S3Connection, moto_url: str) -> None:
        self.name = f"pictures-{secrets.token_hex(6)}"
        self.client = plain_client(moto_url)
        self.client.create_bucket(Bucket=self.name)
        self.wire = Wire(connection)
        self._connection = connection
        self._moto = urlsplit(moto_url).netloc
        self.blobs = S3Blobs(self.name, connect=lambda _: connection)

    def asked(self) -> list[str]:
        """Each request since the last look: its method and what it is about."""
        requests = [_told(request) for request in self.wire.requests]
        self.wire.requests.clear()
        return requests

    def lead_to_moto(self, number: int) -> None:
        self.wire.then(*[self._forwarded] * number)

    def _forwarded(self, request: AWSPreparedRequest) -> AWSResponse:
        url = urlsplit(str(request.url))
        body: Any = request.body
        sent = body.read() if hasattr(body, "read") else body
        path = f"/{self.name}{url.path}?{url.query}"
        with closing(http.client.HTTPConnection(self._moto, timeout=30)) as moto:
            headers = {name: _text(value) for name, value in request.headers.items()}
            headers |= {"Host": self._moto}
            is_chunked = "Transfer-Encoding" in headers
            moto.request(str(request.method), path, sent, headers, encode_chunked=is_chunked)
            answer = moto.getresponse()
            content = answer.read()
        named = HTTPHeaders()
        for name, value in answer.getheaders():
            named[name] = value
        return AWSResponse(str(request.url), answer.status, named, _Raw(content))


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _told(request: AWSPreparedRequest) -> str:
    url = urlsplit(str(request.url))
    prefix = parse_qs(url.query).get("prefix", [""])[0]
    method = "list" if prefix else request.method
    return f"{method} {(prefix or url.path.strip('/')).partition('/')[0]}"


@pytest.fixture
def amazon(aws: S3Connection, moto_url: str) -> Iterator[Amazon]:
    amazon = Amazon(aws, moto_url)
    amazon.lead_to_moto(100)
    yield amazon
    amazon.wire.close()


def server(amazon: Amazon) -> Services:
    blobs = TriedBlobs(amazon.blobs)
    return replace(
        make_services(TroubledStore(), FakeGenerator()),
        store=PictureStore(blobs, url_life_s=60),
        documents=Documents(blobs),
        claims=Claims(blobs),
        recordings=RecordingStore(blobs),
    )


LIST, PUT = "list generated-images", "PUT generated-images"


def test_a_first_picture_costs_six_requests_with_the_pages_own_listing(amazon: Amazon) -> None:
    services = server(amazon)
    assert retrieve_images(services, SESSION) == []
    seen = wait_for(services, practice_errand(services, WISH, was_looked=True))
    assert amazon.asked() == [LIST, "PUT claims", LIST, PUT, LIST, "DELETE claims"]
    assert list(seen) == retrieve_images(services, SESSION)
    assert len(seen) == 1
    assert {name.partition("/")[0] for name in _names(amazon)} == {"generated-images"}


def test_a_new_picture_costs_three(amazon: Amazon) -> None:
    services = server(amazon)
    for _ in range(2):
        made = generate_images(services, WISH)
        assert amazon.asked() == [LIST, PUT, LIST]
    assert list(made.listed) == retrieve_images(services, SESSION)


def test_a_picture_that_is_there_costs_one(amazon: Amazon) -> None:
    services = server(amazon)
    generate_images(services, WISH)
    amazon.asked()
    wait_for(services, practice_errand(services, WISH))
    assert amazon.asked() == [LIST]


def test_each_of_several_costs_two_and_all_together_one_more(amazon: Amazon) -> None:
    generate_images(server(amazon), replace(WISH, image_count=3))
    assert sorted(amazon.asked()) == sorted([LIST, *[PUT, LIST] * 3])


def test_who_waits_asks_twice_each_time_and_writes_nothing(amazon: Amazon) -> None:
    services = server(amazon)
    assert Claims(amazon.blobs).take(f"{SESSION}_first")
    amazon.asked()
    errand = practice_errand(services, WISH, was_looked=True)
    errand.step()
    assert amazon.asked() == ["PUT claims", "GET claims"]
    for _ in range(2):
        errand.step()
        assert amazon.asked() == [LIST, "GET claims"]


def test_who_meets_another_one_moves_with_six_more(amazon: Amazon) -> None:
    """A listing, a claim, the write, the old one away, a look, and the claim."""
    services = server(amazon)
    theirs = ImageKey(SESSION, "20241031_143022", 0, "dog")

    class Meeting(PictureStore):
        is_met = False

        def put(self, key: ImageKey, png: bytes, metadata: Any) -> Any:
            stored = super().put(key, png, metadata)
            if not self.is_met:
                self.is_met = True
                amazon.client.put_object(Bucket=amazon.name, Key=str(theirs), Body=b"x")
            return stored

    services = replace(services, store=Meeting(amazon.blobs, url_life_s=60))
    made = generate_images(services, WISH).images[0].stored.key
    assert made.image_index == 1
    asked = amazon.asked()
    assert asked[:3] == [LIST, PUT, LIST]
    assert asked[3:6] == [LIST, "PUT claims", PUT]
    assert asked[-2:] == [LIST, "DELETE claims"]
    assert len([name for name in _names(amazon) if name.startswith("generated-images/")]) == 2


def _names(amazon: Amazon) -> list[str]:
    found = amazon.client.list_objects_v2(Bucket=amazon.name).get("Contents", ())
    return [item["Key"] for item in found]
