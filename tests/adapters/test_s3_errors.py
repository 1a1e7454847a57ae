"""What S3 and boto3 raise, in our words."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from botocore.credentials import RefreshableCredentials
from botocore.exceptions import (
    BotoCoreError,
    ConnectionClosedError,
    EndpointConnectionError,
    InvalidConfigError,
    ProxyConnectionError,
    ReadTimeoutError,
    SSLError,
    WaiterError,
)
from botocore.parsers import ResponseParserError

from imagespeak_core.aws.connection import Connection
from imagespeak_core.errors import (
    ImageNotFoundError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.errors import StorageCredentialsError, StorageMisplacedError
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, connect_s3
from imagespeak_core.stores.s3.errors import translated
from tests.adapters.s3_wire import (
    KEY,
    NOW,
    Bucket,
    Handler,
    answer,
    broken,
    fault,
    passed,
    store_on,
)
from tests.contracts.store_backend import picture
from tests.for_each import for_each

ONE_MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("status", "code", "expected", "advice"),
    [
        (404, "NoSuchBucket", StorageMisplacedError, "IMAGESPEAK_BUCKET"),
        (400, "InvalidBucketName", StorageMisplacedError, "IMAGESPEAK_BUCKET"),
        (403, "AccessDenied", StorageAccessError, "s3:ListBucket"),
        (403, "InvalidAccessKeyId", StorageCredentialsError, "access key"),
        (403, "SignatureDoesNotMatch", StorageCredentialsError, "secret"),
        (400, "InvalidToken", StorageCredentialsError, "access key"),
        (400, "ExpiredToken", StorageCredentialsError, "Renew"),
        (403, "RequestTimeTooSkewed", StorageCredentialsError, "clock"),
        (400, "KMS.DisabledException", StorageAccessError, "KMS"),
        (400, "KMS.NotFoundException", StorageAccessError, "KMS"),
        (409, "OperationAborted", StorageTimeoutError, "Try again"),
        (400, "InvalidRegionName", StorageMisplacedError, "AWS_REGION"),
        (413, "EntityTooLarge", StorageAccessError, "client_max_body_size"),
        (507, "XMinioStorageFull", StorageFullError, "room"),
        (403, "QuotaExceeded", StorageFullError, "room"),
        (409, "SomeConflict", StorageTimeoutError, "Try again"),
        (407, "407", StorageUnreachableError, "HTTPS_PROXY"),
        (418, "SomethingNew", StorageError, "SomethingNew"),
        (403, "SomethingNew", StorageAccessError, "s3:ListBucket"),
    ],
)
def test_what_s3_refuses(
    bucket: Bucket, status: int, code: str, expected: type[StorageError], advice: str
) -> None:
    bucket.wire.then(fault(status, code))
    with pytest.raises(StorageError) as caught:
        bucket.store.list_session("abc")
    assert type(caught.value) is expected
    assert advice in str(caught.value)
    assert str(caught.value).endswith(".")
    assert caught.value.__cause__ is not None
    assert len(bucket.wire.requests) == 1


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        (fault(503, "SlowDown"), StorageTimeoutError),
        (fault(503, "ServiceUnavailable"), StorageTimeoutError),
        (fault(500, "InternalError"), StorageError),
        (answer(502), StorageUnreachableError),
        (answer(504), StorageTimeoutError),
        (broken(ReadTimeoutError(endpoint_url="https://x")), StorageTimeoutError),
        (broken(EndpointConnectionError(endpoint_url="https://x")), StorageUnreachableError),
        (broken(ConnectionClosedError(endpoint_url="https://x")), StorageUnreachableError),
        (answer(500, "<p>Busy", content_type="text/html"), StorageUnreachableError),
    ],
    ids=[
        "slow down",
        "unavailable",
        "failed",
        "gateway",
        "gateway slow",
        "slow",
        "away",
        "cut",
        "page",
    ],
)
def test_what_passes_is_tried_again_and_then_told(
    bucket: Bucket, handler: Handler, expected: type[StorageError]
) -> None:
    bucket.wire.then(handler)
    assert bucket.store.list_session("abc") == []
    assert len(bucket.wire.requests) == 2
    bucket.wire.then(*[handler] * 4)  # the quick way, and three tries of boto3
    with pytest.raises(StorageError) as caught:
        bucket.store.list_session("abc")
    assert type(caught.value) is expected
    assert len(bucket.wire.requests) == 6


@for_each("endpoint", ["", "http://127.0.0.1:9"])
def test_a_server_that_keeps_silent_is_told_of_within_half_a_minute(
    monkeypatch: pytest.MonkeyPatch, endpoint: str
) -> None:
    if endpoint:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", endpoint)
    config: Any = connect_s3().client.meta.config
    assert config.retries["total_max_attempts"] > 1
    assert config.read_timeout * config.retries["total_max_attempts"] <= 30


def test_what_stands_in_the_way_is_named() -> None:
    for trouble, words in (
        (SSLError(endpoint_url="https://s3.school/x", error=OSError()), "'s3.school'"),
        (SSLError(endpoint_url="https://s3.school/x", error=OSError()), "AWS_CA_BUNDLE"),
        (ProxyConnectionError(proxy_url="http://proxy", error="refused"), "HTTPS_PROXY"),
        (ResponseParserError("no XML"), "AWS_ENDPOINT_URL_S3"),
    ):
        with pytest.raises(StorageUnreachableError, match=words), translated("pictures"):
            raise trouble


@for_each(
    "said, words",
    [
        ("[SSL: WRONG_VERSION_NUMBER] wrong version number", "http or https"),
        ("[SSL] record layer failure", "http or https"),
        ("[Errno 2] No such file or directory", "can't be read"),
        ("[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found", "can't be read"),
        ("hostname '127.0.0.1' doesn't match '10.0.0.1'", "'s3.school' is made for another name"),
        ("certificate verify failed: Hostname mismatch", "'s3.school' is made for another name"),
        ("certificate verify failed: certificate has expired", "'s3.school' has ended"),
        ("certificate verify failed: certificate is not yet valid", "clock"),
        ("certificate verify failed: self-signed certificate", "Does that server have one"),
    ],
)
def test_what_is_amiss_with_a_certificate_is_told_as_it_is(said: str, words: str) -> None:
    trouble = SSLError(endpoint_url="https://s3.school/x", error=OSError(said))
    with pytest.raises(StorageUnreachableError, match=words), translated("pictures"):
        raise trouble


def test_a_bucket_that_is_full_by_words_alone_is_full(bucket: Bucket) -> None:
    words = "Cannot upload files, storage cap exceeded. See the page of caps."
    bucket.wire.then(
        answer(403, f"<Error><Code>AccessDenied</Code><Message>{words}</Message></Error>")
    )
    with pytest.raises(StorageFullError, match="room"):
        bucket.store.put(KEY, picture(), {})


def test_a_sentence_ends_once() -> None:
    missing = InvalidConfigError(error_msg="The source_profile does not exist.")
    with (
        pytest.raises(StorageCredentialsError, match=r"not exist\. Correct"),
        translated("pictures"),
    ):
        raise missing


def test_a_signature_that_is_too_old_is_about_the_clock(bucket: Bucket) -> None:
    code, words = "SignatureDoesNotMatch", "Signature expired: 1"
    body = f"<Error><Code>{code}</Code><Message>{words}</Message></Error>"
    bucket.wire.then(answer(403, body))
    with pytest.raises(StorageCredentialsError, match="clock"):
        bucket.store.list_session("abc")


def test_every_method_translates(bucket: Bucket) -> None:
    bucket.write_many([str(KEY)])
    for attempt in (
        lambda: bucket.store.put(KEY, picture(), {}),
        lambda: bucket.store.list_session("abc"),
        lambda: bucket.store.read(KEY),
        lambda: bucket.claims.take("abc"),
        lambda: bucket.claims.sweep(),
        lambda: bucket.blobs.delete_unchanged(str(KEY), '"x"'),
        lambda: next(bucket.store.list_all()),
        lambda: bucket.store.delete([KEY, replace(KEY, image_index=1)]),
        lambda: bucket.store.put_preview(KEY, b"webp"),
        lambda: bucket.documents.write("classes/a.json", b"{}", replacing=None),
        lambda: bucket.documents.write("classes/a.json", b"{}", replacing='"x"'),
        lambda: bucket.documents.delete("classes/a.json"),
        lambda: bucket.documents.list("classes/"),
    ):
        bucket.wire.then(fault(403, "AccessDenied"))
        with pytest.raises(StorageAccessError):
            attempt()
    bucket.wire.then(answer(403), passed, answer(403))
    with pytest.raises(StorageAccessError):
        bucket.store.details(KEY)


def test_a_picture_that_breaks_off_is_an_error(bucket: Bucket) -> None:
    bucket.wire.then(answer(200, "half", content_length="100"))
    with pytest.raises(StorageUnreachableError):
        bucket.store.read(KEY)


def test_a_missing_bucket_is_not_a_missing_picture(
    moto_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", moto_url)
    blobs = S3Blobs("no-such-bucket")
    store = PictureStore(blobs, url_life_s=60)
    with pytest.raises(StorageMisplacedError, match="There is no bucket 'no-such-bucket'"):
        store.list_session("abc")
    with pytest.raises(StorageAccessError):
        store.read(KEY)
    with pytest.raises(StorageAccessError):
        store.put(KEY, picture(), {})
    with pytest.raises(StorageAccessError):
        store.read_preview(KEY)
    with pytest.raises(StorageAccessError):
        store.delete([KEY])
    documents = Documents(blobs)
    with pytest.raises(StorageAccessError):
        documents.read("classes/a.json")
    with pytest.raises(StorageAccessError):
        documents.write("classes/a.json", b"{}", replacing='"x"')


def test_the_cause_is_told_but_no_secret(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    store = PictureStore(S3Blobs("pictures"), url_life_s=60)
    with pytest.raises(StorageCredentialsError, match="No AWS credentials were found"):
        store.image_url(KEY, signed_at=NOW)
    with pytest.raises(StorageCredentialsError, match="No AWS credentials were found"):
        store.list_session("abc")


@pytest.mark.parametrize(
    ("name", "value", "expected", "advice"),
    [
        ("AWS_ENDPOINT_URL_S3", "minio", StorageMisplacedError, "AWS_ENDPOINT_URL_S3"),
        ("AWS_PROFILE", "nobody", StorageCredentialsError, "nobody"),
        ("AWS_SECRET_ACCESS_KEY", "", StorageCredentialsError, "not complete"),
    ],
)
def test_mistakes_in_awss_variables(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    expected: type[StorageError],
    advice: str,
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(expected, match=advice):
        PictureStore(S3Blobs("pictures"), url_life_s=60).list_session("abc")


def test_credentials_that_come_expired(aws: S3Connection) -> None:
    expired = {
        "access_key": "a", "secret_key": "s", "token": "t", "expiry_time": "2020-01-01T00:00:00Z",
    }  # fmt: skip
    credentials = RefreshableCredentials.create_from_metadata(expired, lambda: expired, "test")
    store = store_on("pictures", Connection(aws.client, credentials))
    with pytest.raises(StorageCredentialsError, match="expired"):
        store.image_url(KEY, signed_at=NOW)


def _all_kinds(kind: type[BotoCoreError]) -> Iterator[type[BotoCoreError]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


def test_everything_that_boto3_raises_is_translated() -> None:
    kinds = {
        kind
        for kind in _all_kinds(BotoCoreError)
        if kind.__module__ == "botocore.exceptions" and kind is not WaiterError
    }
    assert len(kinds) > 50
    for kind in kinds:
        fields = {field for _, field, _, _ in string.Formatter().parse(kind.fmt) if field}
        with pytest.raises(StorageError) as caught, translated("pictures"):
            raise kind(**dict.fromkeys(fields, "{x}"))
        assert str(caught.value).endswith(".")


def test_our_own_mistakes_are_not_translated() -> None:
    for mistake in (ValueError("x"), RuntimeError("x"), KeyError("x")):
        with pytest.raises(type(mistake)), translated("pictures"):
            raise mistake


def test_a_missing_picture_is_told_by_its_status_too(bucket: Bucket) -> None:
    with pytest.raises(ImageNotFoundError, match="sunset_mountains"):
        bucket.store.details(KEY)
    assert bucket.wire.methods == ["HEAD"]


def test_a_refusal_tells_the_time_too(bucket: Bucket) -> None:
    refused = fault(403, "AccessDenied", Date="Sun, 29 Nov 2026 23:59:58 GMT")
    bucket.wire.then(refused, refused)
    there = bucket.blobs.now()
    assert timedelta(0) <= there - datetime(2026, 11, 29, 23, 59, 58, tzinfo=UTC) < ONE_MINUTE
    bucket.blobs.now()
    assert len(bucket.wire.requests) == 2, "it is known for a while"


def test_a_server_that_is_away_tells_no_time(bucket: Bucket) -> None:
    bucket.wire.then(*[broken(EndpointConnectionError(endpoint_url="http://x"))] * 9)
    with pytest.raises(StorageUnreachableError):
        bucket.blobs.now()
