"""A list is asked for without boto3 where that is known to work, and by boto3 where it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.exceptions import ReadTimeoutError

from imagespeak_core.errors import StorageAccessError, StorageError
from imagespeak_core.models import StoredImage
from tests.adapters.s3_wire import KEY, Bucket, Handler, answer, broken, fault

SESSION = KEY.session_id


def listed(bucket: Bucket) -> tuple[list[StoredImage], list[str]]:
    """The session's pictures, and who asked for them: `quick` or `boto3`."""
    bucket.wire.requests.clear()
    images = bucket.store.list_session(SESSION)
    return images, asked_by(bucket)


def asked_by(bucket: Bucket) -> list[str]:
    urls = [str(request.url) for request in bucket.wire.requests]
    return ["quick" if "X-Amz-Signature=" in url else "boto3" for url in urls]


def test_after_boto3s_first_answer_it_is_not_asked_and_the_list_is_the_same(
    bucket: Bucket,
) -> None:
    bucket.write_many([str(replace(KEY, image_index=index)) for index in range(1001)])
    first, who = listed(bucket)
    assert (len(first), who) == (1001, ["boto3", "quick"])
    assert listed(bucket) == (first, ["quick", "quick"])


@pytest.mark.parametrize(
    "handler",
    [
        fault(503, "SlowDown"),
        answer(200, "<html>Sign in</html>"),
        answer(200, "<ListBucketResult><Contents>"),
        answer(200, "<ListBucketResult><Contents><Size>3</Size></Contents></ListBucketResult>"),
        answer(200, ""),
        broken(AttributeError("boto3's own part that sends it is not there any more")),
    ],
)
def test_what_is_no_list_is_left_to_boto3_for_a_minute(bucket: Bucket, handler: Handler) -> None:
    bucket.write_many([str(KEY)])
    first, _ = listed(bucket)
    bucket.wire.then(handler)
    assert listed(bucket) == (first, ["quick", "boto3"])
    assert listed(bucket) == (first, ["boto3"])


def test_a_server_that_refuses_such_addresses_is_asked_by_boto3_from_then_on(
    bucket: Bucket,
) -> None:
    bucket.write_many([str(KEY)])
    first, _ = listed(bucket)
    bucket.wire.then(fault(403, "SignatureDoesNotMatch"))
    with pytest.raises(StorageAccessError):
        listed(bucket)
    assert listed(bucket) == (first, ["boto3"])
    assert listed(bucket) == (first, ["boto3"])


def test_an_outage_is_waited_for_once_and_after_it_boto3_goes_first(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = [0.0]
    monkeypatch.setattr(bucket.blobs._lists._quick, "_monotonic", lambda: now_s[-1])
    bucket.write_many([str(KEY)])
    first, _ = listed(bucket)
    down = broken(ReadTimeoutError(endpoint_url="https://s3.test"))
    for who in (["quick", "boto3"], ["boto3"]):
        bucket.wire.then(*[down] * 20)
        with pytest.raises(StorageError):
            listed(bucket)
        asked = [
            "quick" if "X-Amz-Sig" in str(one.url) else "boto3" for one in bucket.wire.requests
        ]
        assert list(dict.fromkeys(asked)) == who
        assert asked.count("quick") <= 1
        bucket.wire.forget()
        now_s.append(now_s[-1] + 61)
    assert listed(bucket) == (first, ["boto3"])
    now_s.append(now_s[-1] + 61)
    assert listed(bucket) == (first, ["quick"])


def test_its_answer_says_what_time_it_is_too(bucket: Bucket) -> None:
    listed(bucket)
    date = {"Date": "Sun, 29 Nov 2099 12:00:00 GMT"}
    bucket.wire.then(answer(200, "<ListBucketResult/>", **date))
    assert listed(bucket) == ([], ["quick"])
    assert bucket.blobs.now() >= datetime(2099, 11, 29, 12, tzinfo=UTC)


def test_its_address_soon_opens_nothing_any_more(bucket: Bucket) -> None:
    listed(bucket)
    listed(bucket)
    (request,) = bucket.wire.requests
    assert parse_qs(urlsplit(str(request.url)).query)["X-Amz-Expires"] == ["300"]
