"""What an S3 store asks for to delete, and what it tells of what stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest

from imagespeak_core.errors import StorageAccessError
from tests.adapters.s3_wire import KEY, Bucket, Handler, answer, fault, passed
from tests.for_each import for_each

OTHER = replace(KEY, image_index=1)
KEYS = [replace(KEY, image_index=index) for index in range(1001)]


def preview_of(name: str) -> str:
    return name.replace("generated-images/", "previews/").replace(".png", ".webp")


def view_of(name: str) -> str:
    return name.replace("generated-images/", "views/").replace(".png", ".json")


def refused(name: str, code: str) -> Handler:
    error = f"<Error><Key>{name}</Key><Code>{code}</Code><Message>No</Message></Error>"
    gone = "".join(
        f"<Deleted><Key>{other}</Key></Deleted>"
        for other in (str(OTHER), preview_of(str(OTHER)), view_of(str(OTHER)))
        if other.partition("/")[0] == name.partition("/")[0]
    )
    return answer(200, f"<DeleteResult>{error}{gone}</DeleteResult>")


def left_in(bucket: Bucket) -> list[str]:
    pages = bucket.client.get_paginator("list_objects_v2").paginate(Bucket=bucket.name)
    return [item["Key"] for page in pages for item in page.get("Contents", ())]


def trusted(bucket: Bucket) -> None:
    """What the first request for many is followed by, on a server that is not Amazon's."""
    bucket.store.delete([KEY, OTHER])
    bucket.wire.requests.clear()


def _asked_for(request: AWSPreparedRequest) -> str:
    """One alone is named in the address; more, and the one that is left over, in the body."""
    body: Any = request.body
    return f"{request.url} {bytes(body or b'').decode()}"


@for_each("pictures, requests", [(0, 0), (1, 3), (1000, 3), (1001, 6)])
def test_a_thousand_go_in_one_request_and_their_previews_and_views_in_one_each_before(
    bucket: Bucket, pictures: int, requests: int
) -> None:
    trusted(bucket)
    names = [str(key) for key in KEYS]
    there = names[:pictures]
    bucket.write_many([*there, *map(preview_of, there), *map(view_of, there)])
    assert bucket.store.delete(KEYS[:pictures]) == {}
    assert len(bucket.wire.requests) == requests
    rooms = ["previews/", "views/", "generated-images/"] * (requests // 3)
    for room, request in zip(rooms, bucket.wire.requests, strict=True):
        assert room in _asked_for(request)
    assert left_in(bucket) == []


@for_each(
    "code, advice",
    [
        ("AccessDenied", "s3:DeleteObject"),
        ("SlowDown", "Try again"),
        ("TooManyRequests", "too much to do"),
        ("InternalError", "S3 failed (InternalError)"),
        ("SomethingNew", "SomethingNew"),
    ],
)
def test_a_picture_that_stays_is_told(bucket: Bucket, code: str, advice: str) -> None:
    trusted(bucket)
    bucket.wire.then(passed, passed, refused(str(KEY), code))
    kept = bucket.store.delete([KEY, OTHER])
    assert list(kept) == [KEY]
    assert advice in kept[KEY]
    assert kept[KEY].endswith(".")


def test_a_picture_whose_preview_stays_is_not_deleted(bucket: Bucket) -> None:
    trusted(bucket)
    bucket.write_many([str(KEY), str(OTHER), preview_of(str(KEY))])
    bucket.wire.then(refused(preview_of(str(KEY)), "AccessDenied"))
    assert list(bucket.store.delete([KEY, OTHER])) == [KEY]
    assert left_in(bucket) == [str(KEY), preview_of(str(KEY))]


def test_without_rights_to_views_pictures_are_deleted_all_the_same(bucket: Bucket) -> None:
    trusted(bucket)
    bucket.write_many([str(KEY), str(OTHER)])
    bucket.wire.then(passed, refused(view_of(str(KEY)), "AccessDenied"))
    assert bucket.store.delete([KEY, OTHER]) == {}
    assert left_in(bucket) == []


def test_a_picture_whose_view_stays_is_not_deleted(bucket: Bucket) -> None:
    trusted(bucket)
    bucket.write_many([str(KEY), str(OTHER), view_of(str(KEY))])
    bucket.wire.then(passed, refused(view_of(str(KEY)), "SlowDown"))
    assert list(bucket.store.delete([KEY, OTHER])) == [KEY]
    assert left_in(bucket) == [str(KEY), view_of(str(KEY))]


def test_where_all_previews_stay_no_picture_is_asked_for(bucket: Bucket) -> None:
    bucket.wire.then(fault(403, "AccessDenied"))
    assert list(bucket.store.delete([KEY])) == [KEY]
    assert bucket.wire.methods == ["DELETE"]


def test_where_nothing_could_be_tried_it_is_an_error(bucket: Bucket) -> None:
    bucket.write_many([str(KEY)])
    for keys, code in (([KEY, OTHER], "AccessDenied"), ([KEY], "ExpiredToken")):
        bucket.wire.then(fault(403, code))
        with pytest.raises(StorageAccessError):
            bucket.store.delete(keys)
    assert left_in(bucket) == [str(KEY)]


@for_each("begun", [2, 3, 5])
def test_what_a_later_request_could_not_delete_is_told(bucket: Bucket, begun: int) -> None:
    trusted(bucket)
    bucket.write_many([str(key) for key in KEYS])
    bucket.wire.then(*[passed] * begun, fault(403, "AccessDenied"))
    kept = bucket.store.delete(KEYS)
    assert set(kept) == set(KEYS if begun == 2 else KEYS[1000:])
    assert all("s3:DeleteObject" in sentence for sentence in kept.values())
    assert set(left_in(bucket)) == {str(key) for key in kept}
    assert len(bucket.wire.requests) == begun + 1
