"""What documents in a bucket ask for, request by request."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageTimeoutError,
)
from imagespeak_core.stores.documents import Document
from imagespeak_core.stores.s3.connection import S3Connection
from tests.adapters.s3_wire import KEY, Bucket, Handler, answer, fault
from tests.contracts.store_backend import side_by_side

NAME = "classes/class-7b.json"


def written_by_the_back_door(bucket: Bucket, content: bytes) -> str:
    return bucket.client.put_object(Bucket=bucket.name, Key=NAME, Body=content)["ETag"]


def content_of(bucket: Bucket) -> bytes:
    return bucket.client.get_object(Bucket=bucket.name, Key=NAME)["Body"].read()


def lost_answer(bucket: Bucket, content: bytes) -> Handler:
    """Something is written; then the answer gets lost."""

    def handle(request: AWSPreparedRequest) -> AWSResponse | None:
        written_by_the_back_door(bucket, content)
        return answer(500)(request)

    return handle


def condition(bucket: Bucket, number: int = -1) -> dict[str, str]:
    headers: Any = bucket.wire.requests[number].headers
    both = {
        name.lower(): value for name, value in headers.items() if name.lower().startswith("if-")
    }
    return {name: value.decode() for name, value in both.items()}


def test_each_step_is_one_request_with_its_condition(bucket: Bucket) -> None:
    first = bucket.documents.write(NAME, b"1", replacing=None)
    assert condition(bucket) == {"if-none-match": "*"}
    second = bucket.documents.write(NAME, b"2", replacing=first)
    assert condition(bucket) == {"if-match": first}
    assert bucket.documents.read(NAME) == Document(b"2", second)
    bucket.documents.list("classes/")
    bucket.documents.delete(NAME)
    assert bucket.wire.methods == ["PUT", "PUT", "GET", "GET", "DELETE"]


def test_it_is_stored_as_json(bucket: Bucket) -> None:
    version = bucket.documents.write(NAME, b"{}", replacing=None)
    head = bucket.client.head_object(Bucket=bucket.name, Key=NAME)
    assert (head["ContentType"], head["ETag"]) == ("application/json", version)


def test_a_change_by_somebody_else_is_told_after_one_request(bucket: Bucket) -> None:
    old = written_by_the_back_door(bucket, b"old")
    written_by_the_back_door(bucket, b"new")
    for replacing in (old, None):
        with pytest.raises(ChangedMeanwhileError):
            bucket.documents.write(NAME, b"ours", replacing=replacing)
    assert bucket.wire.methods == ["PUT", "PUT"]
    assert content_of(bucket) == b"new"


@pytest.mark.parametrize("is_there", [True, False])
def test_ones_own_write_whose_answer_was_lost_counts(bucket: Bucket, is_there: bool) -> None:
    replacing = written_by_the_back_door(bucket, b"old") if is_there else None
    bucket.wire.then(lost_answer(bucket, b"ours"))
    version = bucket.documents.write(NAME, b"ours", replacing=replacing)
    assert bucket.wire.methods == ["PUT", "PUT", "GET"]
    assert bucket.documents.read(NAME) == Document(b"ours", version)


@pytest.mark.parametrize("is_there", [True, False])
def test_anothers_write_in_between_does_not_count(bucket: Bucket, is_there: bool) -> None:
    replacing = written_by_the_back_door(bucket, b"old") if is_there else None
    bucket.wire.then(lost_answer(bucket, b"theirs"))
    with pytest.raises(ChangedMeanwhileError):
        bucket.documents.write(NAME, b"ours", replacing=replacing)
    assert content_of(bucket) == b"theirs"


def test_deleted_between_two_tries_is_changed(bucket: Bucket) -> None:
    replacing = written_by_the_back_door(bucket, b"old")

    def deleted(request: AWSPreparedRequest) -> AWSResponse | None:
        bucket.client.delete_object(Bucket=bucket.name, Key=NAME)
        return answer(500)(request)

    bucket.wire.then(deleted)
    with pytest.raises(ChangedMeanwhileError):
        bucket.documents.write(NAME, b"ours", replacing=replacing)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_conflict_is_tried_again(bucket: Bucket, is_there: bool) -> None:
    replacing = written_by_the_back_door(bucket, b"old") if is_there else None
    bucket.wire.then(*[fault(409, "ConditionalRequestConflict")] * 2)
    bucket.documents.write(NAME, b"ours", replacing=replacing)
    assert bucket.wire.methods == ["PUT"] * 3
    assert condition(bucket) == condition(bucket, 0)


def test_conflicts_without_end_are_given_up(bucket: Bucket) -> None:
    bucket.wire.then(*[fault(409, "ConditionalRequestConflict")] * 20)
    with pytest.raises(StorageTimeoutError):
        bucket.documents.write(NAME, b"ours", replacing=None)
    assert bucket.wire.methods == ["PUT"] * 5


def test_a_refusal_for_what_is_not_there_is_none(bucket: Bucket) -> None:
    """S3 says 403 where 404 would tell too much to who may list only some prefixes."""
    bucket.write_many([f"{NAME}.json", "classes/a.json"])
    for look in (
        lambda: bucket.documents.read(NAME),
        lambda: bucket.store.read_preview(KEY),
    ):
        bucket.wire.then(fault(403, "AccessDenied"))
        assert look() is None
    assert bucket.wire.methods == ["GET"] * 4


def test_a_refusal_for_what_is_there_is_an_error(bucket: Bucket) -> None:
    written_by_the_back_door(bucket, b"{}")
    bucket.wire.then(fault(403, "AccessDenied"))
    with pytest.raises(StorageAccessError):
        bucket.documents.read(NAME)


def test_where_nobody_says_whether_it_is_there_it_is_an_error(bucket: Bucket) -> None:
    bucket.wire.then(*[fault(403, "AccessDenied")] * 2)
    with pytest.raises(StorageAccessError):
        bucket.documents.read(NAME)


def test_all_who_connect_at_once_get_one_connection(aws: S3Connection) -> None:
    calls: list[int] = []

    def connect() -> S3Connection:
        calls.append(threading.get_ident())
        return Connection(aws.client, aws.credentials)

    once = OneConnection(connect)
    first, *others = side_by_side(lambda _: once())
    assert all(other is first for other in others)
    assert len(calls) == 1


def test_who_could_not_connect_may_try_again(aws: S3Connection) -> None:
    outcomes: list[Exception | None] = [ValueError("no profile"), None]

    def connect() -> S3Connection:
        if error := outcomes.pop(0):
            raise error
        return aws

    once = OneConnection(connect)
    with pytest.raises(ValueError, match="no profile"):
        once()
    assert once() is once() is aws
