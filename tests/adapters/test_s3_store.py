"""What an S3 store asks for, request by request."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from imagespeak_core.errors import (
    ClaimLostError,
    KeyTakenError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnsuitableError,
)
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed, to_metadata
from imagespeak_core.stores.pictures import DETAILS_WITHIN_BYTES
from tests.adapters.s3_wire import (
    KEY,
    NOW,
    Bucket,
    Handler,
    answer,
    fault,
    passed,
)
from tests.contracts.store_backend import picture


def test_a_listing_is_one_request_for_each_thousand_and_says_when_it_breaks_off(
    bucket: Bucket,
) -> None:
    names = [str(replace(KEY, image_index=index)) for index in range(2001)]
    written = 0
    for pictures, lists in ((0, 1), (1, 1), (1000, 1), (1001, 2), (2001, 3)):
        bucket.write_many(names[written:pictures])
        written = pictures
        bucket.wire.requests.clear()
        assert len(bucket.store.list_session(KEY.session_id)) == pictures
        _assert_listed(bucket, lists, "generated-images/image-001_")
        if pictures in {0, 1000, 1001}:
            _assert_the_full_listing_asks_only_for_what_is_wanted(bucket, lists, pictures)

    bucket.wire.then(passed, fault(403, "AccessDenied"))
    listing = bucket.store.list_all()
    assert len(next(listing)) == 1000
    with pytest.raises(StorageAccessError):
        next(listing)


def _assert_listed(bucket: Bucket, lists: int, prefix: str) -> None:
    assert bucket.wire.methods == ["GET"] * lists
    for request in bucket.wire.requests:
        query = parse_qs(urlsplit(str(request.url)).query)
        assert query["list-type"] == ["2"]
        assert query["prefix"] == [prefix]


def _assert_the_full_listing_asks_only_for_what_is_wanted(
    bucket: Bucket, lists: int, pictures: int
) -> None:
    bucket.wire.requests.clear()
    listing = bucket.store.list_all()
    assert bucket.wire.requests == []
    asked = [len(bucket.wire.requests) for _ in listing]
    assert asked == ([*range(1, lists + 1)] if pictures else [])
    _assert_listed(bucket, lists, "generated-images/")


def test_a_hit_is_one_request(bucket: Bucket) -> None:
    bucket.write_many([str(KEY)])
    [newest] = bucket.store.list_session(KEY.session_id)
    bucket.store.image_url(newest.key, signed_at=NOW)
    bucket.store.image_url(newest.key, signed_at=NOW, as_download=True)
    assert len(bucket.wire.requests) == 1


def test_a_put_is_one_request(bucket: Bucket) -> None:
    bucket.store.put(KEY, picture(), {"prompt": "A sunset"})
    assert bucket.wire.methods == ["PUT"]
    head = bucket.client.head_object(Bucket=bucket.name, Key=str(KEY))
    assert head["ContentType"] == "image/png"
    assert head["Metadata"] == {"prompt": "A sunset"}


def test_a_preview_is_one_request_each_way(bucket: Bucket) -> None:
    assert bucket.store.read_preview(KEY) is None
    bucket.store.put_preview(KEY, b"webp")
    assert bucket.store.read_preview(KEY) == b"webp"
    assert bucket.wire.methods == ["GET", "PUT", "GET"]
    name = "previews/image-001_20241031_143022_0_sunset_mountains.webp"
    assert bucket.client.head_object(Bucket=bucket.name, Key=name)["ContentType"] == "image/webp"


def _details(prompt: str) -> ImageDetails:
    image = GeneratedImage(picture(), seed=7, model="model:1", duration_ms=1234)
    return ImageDetails.of(KEY, ImageRequest(KEY.session_id, prompt), image)


def test_details_in_the_metadata_need_no_picture(bucket: Bucket) -> None:
    details = _details("A sunset")
    bucket.client.put_object(Bucket=bucket.name, Key=str(KEY), Metadata=to_metadata(details))
    assert bucket.store.details(KEY) == details
    assert bucket.wire.methods == ["HEAD"]


def test_long_details_are_read_from_the_beginning_of_the_picture(bucket: Bucket) -> None:
    details = _details("山" * 10_000)
    content = embed(picture(), details) + bytes(300_000)
    bucket.client.put_object(
        Bucket=bucket.name, Key=str(KEY), Body=content, Metadata=to_metadata(details)
    )
    assert bucket.store.details(KEY) == details
    assert bucket.wire.methods == ["HEAD", "GET"]
    assert (
        bucket.wire.requests[1].headers["Range"] == f"bytes=0-{DETAILS_WITHIN_BYTES - 1}".encode()
    )


def test_metadata_wins_over_the_picture(bucket: Bucket) -> None:
    bucket.client.put_object(
        Bucket=bucket.name,
        Key=str(KEY),
        Body=embed(picture(), _details("inside")),
        Metadata=to_metadata(_details("outside")),
    )
    assert bucket.store.details(KEY).prompt == "outside"


def _lost_answer(bucket: Bucket, name: str, written: bytes | None) -> Handler:
    """The write happens; its answer is lost. None writes what was sent."""

    def handle(request: AWSPreparedRequest) -> AWSResponse | None:
        content = written
        if content is None:
            sent: Any = request.body
            content = sent if isinstance(sent, bytes) else sent.read()
            if not isinstance(sent, bytes):
                sent.seek(0)
        bucket.client.put_object(Bucket=bucket.name, Key=name, Body=content)
        return answer(500)(request)

    return handle


def test_ones_own_write_whose_answer_was_lost_counts(bucket: Bucket) -> None:
    bucket.wire.then(_lost_answer(bucket, str(KEY), None))
    assert bucket.store.put(KEY, picture(), {}).key == KEY
    assert bucket.wire.methods == ["PUT", "PUT", "GET"]


def test_anothers_write_in_between_does_not_count(bucket: Bucket) -> None:
    bucket.wire.then(_lost_answer(bucket, str(KEY), b"theirs"))
    with pytest.raises(KeyTakenError):
        bucket.store.put(KEY, picture(), {})
    assert bucket.client.get_object(Bucket=bucket.name, Key=str(KEY))["Body"].read() == b"theirs"


def test_ones_own_claim_whose_answer_was_lost_counts(bucket: Bucket) -> None:
    bucket.wire.then(_lost_answer(bucket, "claims/abc", None))
    assert bucket.claims.take("abc")


def test_anothers_claim_in_between_does_not_count(bucket: Bucket) -> None:
    bucket.wire.then(_lost_answer(bucket, "claims/abc", b"theirs"))
    assert not bucket.claims.take("abc")


def test_ones_own_renewal_whose_answer_was_lost_counts(bucket: Bucket) -> None:
    claims = bucket.claims
    held = claims.take("abc")
    assert held
    bucket.wire.then(_lost_answer(bucket, "claims/abc", None))
    held.renew()
    held.renew()


def test_a_renewal_whose_answers_were_all_lost_is_found_by_the_next_one(bucket: Bucket) -> None:
    """It is refused with 412 then, though what is there is our own."""
    held = bucket.claims.take("abc")
    assert held
    lost = _lost_answer(bucket, "claims/abc", None)
    bucket.wire.then(lost, *[answer(500)] * 4)
    with pytest.raises(StorageError):
        held.renew()
    bucket.wire.forget()
    held.renew()
    assert bucket.wire.methods == ["PUT", "GET", "PUT"]
    held.release()
    assert "Contents" not in bucket.client.list_objects_v2(Bucket=bucket.name)


def test_a_claim_whose_renewal_was_lost_is_given_back(bucket: Bucket) -> None:
    held = bucket.claims.take("abc")
    assert held
    bucket.wire.then(_lost_answer(bucket, "claims/abc", None), *[answer(500)] * 4)
    with pytest.raises(StorageError):
        held.renew()
    bucket.wire.forget()
    held.release()
    assert "Contents" not in bucket.client.list_objects_v2(Bucket=bucket.name)


def test_anothers_renewal_in_between_does_not_count(bucket: Bucket) -> None:
    held = bucket.claims.take("abc")
    assert held
    bucket.wire.then(_lost_answer(bucket, "claims/abc", b"theirs"), *[answer(500)] * 4)
    with pytest.raises(StorageError):
        held.renew()
    bucket.wire.forget()
    with pytest.raises(ClaimLostError):
        held.renew()
    held.release()
    there = bucket.client.get_object(Bucket=bucket.name, Key="claims/abc")
    assert there["Body"].read() == b"theirs"


def test_an_age_is_the_difference_of_two_times_of_the_same_answer(bucket: Bucket) -> None:
    """No clock of ours is in it: this one stands in another year."""
    bucket.wire.then(
        answer(
            200,
            "1",
            Date="Mon, 03 Mar 2031 12:01:39 GMT",
            Last_Modified="Mon, 03 Mar 2031 12:00:00 GMT",
            ETag='"a"',
        )
    )
    there = bucket.blobs.read("claims/abc")
    assert there
    assert there.age_s == 99


def test_the_time_is_that_of_the_last_answer(bucket: Bucket) -> None:
    bucket.wire.then(answer(404, Date="Mon, 03 Mar 2031 12:00:00 GMT"))
    assert bucket.blobs.read("claims/abc") is None
    late = bucket.blobs.now() - datetime(2031, 3, 3, 12, tzinfo=UTC)
    assert timedelta(0) <= late < timedelta(minutes=1)
    assert bucket.wire.methods == ["GET"]


def test_a_refusal_tells_the_time_too(bucket: Bucket) -> None:
    refused = fault(403, "AccessDenied", Date="Mon, 03 Mar 2031 12:00:00 GMT")
    bucket.wire.then(refused, refused)
    assert bucket.blobs.now().year == 2031


def test_a_conflict_is_tried_again(bucket: Bucket) -> None:
    bucket.wire.then(*[fault(409, "ConditionalRequestConflict")] * 2)
    bucket.store.put(KEY, picture(), {})
    assert bucket.wire.methods == ["PUT"] * 3


def test_conflicts_without_end_are_given_up(bucket: Bucket) -> None:
    bucket.wire.then(*[fault(409, "ConditionalRequestConflict")] * 20)
    with pytest.raises(StorageTimeoutError):
        bucket.store.put(KEY, picture(), {})
    assert bucket.wire.methods == ["PUT"] * 5


def test_metadata_whose_names_come_in_capitals_is_the_same(bucket: Bucket) -> None:
    modified = "Sun, 29 Nov 2026 12:00:00 GMT"
    bucket.wire.then(answer(200, X_Amz_Meta_Session_Id="image-001", Last_Modified=modified))
    known = bucket.blobs.look(str(KEY))
    assert known is not None
    assert known.metadata == {"session-id": "image-001"}


def _page(*names: str, more: str) -> Handler:
    items = "".join(f"<Contents><Key>generated-images/{name}</Key></Contents>" for name in names)
    return answer(200, f"<ListBucketResult>{items}{more}</ListBucketResult>")


def test_pages_out_of_order_are_told_and_not_given_out(bucket: Bucket) -> None:
    more = "<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
    bucket.wire.then(_page("c", "d", more=more), _page("a", more=""))
    pages = bucket.blobs.list("generated-images/")
    assert len(next(pages)) == 2
    with pytest.raises(StorageUnsuitableError, match="order"):
        next(pages)


def test_a_list_that_never_goes_on_comes_to_an_end(bucket: Bucket) -> None:
    bucket.wire.then(*[_page(more="<IsTruncated>true</IsTruncated>")] * 3)
    with pytest.raises(StorageUnsuitableError, match="order"):
        list(bucket.blobs.list("generated-images/"))
