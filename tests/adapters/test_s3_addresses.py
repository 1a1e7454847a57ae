"""Hosts, regions and credentials: what an address of S3 depends on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.credentials import Credentials, RefreshableCredentials

from imagespeak_core.aws.connection import Connection
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, Way, connect_s3
from tests.adapters.s3_wire import (
    KEY,
    NOW,
    URL_LIFE_S,
    Wire,
    answer,
    fault,
    store_on,
)


def test_nothing_happens_before_the_first_use_and_then_once() -> None:
    made: list[S3Connection] = []
    barrier = Barrier(8)

    def connect(way: Way) -> S3Connection:
        made.append(connect_s3(way))
        return made[-1]

    store = PictureStore(S3Blobs("pictures", connect=connect), url_life_s=60)
    assert store.label
    assert made == []

    def sign(_: int) -> str:
        barrier.wait()
        return store.image_url(KEY, signed_at=NOW)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(sign, range(8)))) == 1
    assert len(made) == 1


@pytest.mark.parametrize(
    ("variables", "host"),
    [
        ({}, "pictures.s3.us-east-1.amazonaws.com"),
        ({"AWS_DEFAULT_REGION": "eu-west-1"}, "pictures.s3.eu-west-1.amazonaws.com"),
        (
            {"AWS_REGION": "eu-west-3", "AWS_DEFAULT_REGION": "eu-west-1"},
            "pictures.s3.eu-west-3.amazonaws.com",
        ),
        ({"AWS_REGION": "cn-north-1"}, "pictures.s3.cn-north-1.amazonaws.com.cn"),
        ({"AWS_ENDPOINT_URL_S3": "https://minio.example"}, "minio.example"),
        ({"AWS_ENDPOINT_URL": "https://minio.example"}, "minio.example"),
    ],
)
def test_awss_variables_choose_the_host(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], host: str
) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    url = urlsplit(PictureStore(S3Blobs("pictures"), url_life_s=60).image_url(KEY, signed_at=NOW))
    assert url.hostname == host
    is_aws = "amazonaws" in host
    assert url.path == (f"/{KEY}" if is_aws else f"/pictures/{KEY}")
    config: Any = connect_s3().client.meta.config
    assert (config.request_checksum_calculation == "when_required") is not is_aws
    assert (config.response_checksum_validation == "when_required") is not is_aws


@pytest.mark.parametrize("as_download", [False, True])
@pytest.mark.parametrize("name", ["pictures", "my.pictures"])
def test_addresses_are_boto3s_own(aws: S3Connection, name: str, as_download: bool) -> None:
    params = {"Bucket": name, "Key": str(KEY)}
    if as_download:
        file_name = "image-001_20241031_143022_0_sunset_mountains.png"
        params["ResponseContentDisposition"] = f'attachment; filename="{file_name}"'
    theirs = aws.client.generate_presigned_url("get_object", Params=params, ExpiresIn=URL_LIFE_S)
    date = parse_qs(urlsplit(theirs).query)["X-Amz-Date"][0]
    signed_at = datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    store = store_on(name, aws)
    assert store.image_url(KEY, signed_at=signed_at, as_download=as_download) == theirs


def test_a_bucket_elsewhere_is_found_and_signed_for() -> None:
    connection = connect_s3()
    wire = Wire(connection)
    store = store_on("pictures", connection)
    assert "pictures.s3.us-east-1.amazonaws.com" in store.image_url(KEY, signed_at=NOW)
    empty = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
    region = "eu-west-1"
    wire.then(
        fault(301, "PermanentRedirect", x_amz_bucket_region=region),
        answer(200, empty, x_amz_bucket_region=region),
        answer(200, empty, x_amz_bucket_region=region),
    )
    for _ in range(2):
        assert store.list_session("abc") == []
    hosts = [urlsplit(str(request.url)).hostname for request in wire.requests]
    assert hosts[1:] == ["pictures.s3.eu-west-1.amazonaws.com"] * 2
    address = store.image_url(KEY, signed_at=NOW)
    assert "pictures.s3.eu-west-1.amazonaws.com" in address
    assert "%2Feu-west-1%2Fs3%2F" in address


class TemporaryCredentials:
    """Credentials that end, renewed by hand."""

    def __init__(self, ends_at: datetime) -> None:
        self._ends_at = ends_at
        self._number = 0
        self.credentials = RefreshableCredentials(
            "key-0", "secret-0", "token-0", ends_at, self._renewed, "test", lambda: self.now
        )
        self.now = NOW

    def _renewed(self) -> dict[str, str]:
        self._number += 1
        return {
            "access_key": f"key-{self._number}",
            "secret_key": f"secret-{self._number}",
            "token": f"token-{self._number}",
            "expiry_time": (self.now + timedelta(hours=6)).isoformat(),
        }


def _store_with(temporary: TemporaryCredentials, aws: S3Connection) -> PictureStore:
    connection = Connection(aws.client, temporary.credentials)
    return store_on("pictures", connection, clock=lambda: temporary.now)


def _span(address: str) -> tuple[str, int]:
    query = parse_qs(urlsplit(address).query)
    return query["X-Amz-Date"][0], int(query["X-Amz-Expires"][0])


def test_an_address_ends_with_its_credentials_and_stays_the_same_until_then(
    aws: S3Connection,
) -> None:
    temporary = TemporaryCredentials(NOW + timedelta(hours=6))
    store = _store_with(temporary, aws)
    address = store.image_url(KEY, signed_at=NOW - timedelta(hours=3))
    assert _span(address) == ("20261122T120000Z", 6 * 3600)
    assert "token-0" in address
    temporary.now = NOW + timedelta(hours=5)
    assert store.image_url(KEY, signed_at=NOW - timedelta(hours=3)) == address


def test_renewed_credentials_make_a_new_address(aws: S3Connection) -> None:
    temporary = TemporaryCredentials(NOW + timedelta(hours=6))
    store = _store_with(temporary, aws)
    old = store.image_url(KEY, signed_at=NOW)
    temporary.now = NOW + timedelta(hours=5, minutes=55)
    new = store.image_url(KEY, signed_at=NOW)
    assert "token-1" in new
    assert new != old
    assert _span(new) == ("20261122T175500Z", 6 * 3600)


def test_credentials_that_last_longer_do_not_matter(aws: S3Connection) -> None:
    temporary = TemporaryCredentials(NOW + timedelta(hours=36))
    address = _store_with(temporary, aws).image_url(KEY, signed_at=NOW - timedelta(hours=3))
    assert _span(address) == ("20261122T090000Z", URL_LIFE_S)


def test_lasting_credentials_give_the_whole_life(aws: S3Connection) -> None:
    store = store_on("pictures", Connection(aws.client, Credentials("a", "s")))
    assert _span(store.image_url(KEY, signed_at=NOW)) == ("20261122T120000Z", URL_LIFE_S)
