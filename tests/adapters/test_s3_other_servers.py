"""S3 servers of other makers: what they lack is told or gone round, and never run on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Barrier
from types import SimpleNamespace
from typing import Literal
from urllib.parse import quote, urlsplit

import botocore.endpoint
import pytest
from botocore.exceptions import ClientError

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageTimeoutError,
    StorageUnreachableError,
    StorageUnsuitableError,
)
from imagespeak_core.stores.blobs import Blob
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, Claims
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import Way, connect_s3
from imagespeak_core.stores.tried import LACK_HOLDS_S, TriedBlobs
from tests.adapters.other_s3 import BUCKET, Conditions, OtherS3
from tests.adapters.s3_wire import Bucket, answer
from tests.for_each import for_each

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
NAME = "classes/class-7b.json"
NAMES = [f"generated-images/{letter}" for letter in "abcde"]
JSON = "application/json"
NO_CONDITION = "A header you provided implies functionality that is not implemented"

REFUSALS: list[Conditions] = [
    "ignored",
    (501, "NotImplemented", NO_CONDITION),
    (501, "XNotImplemented", "Unsupported header"),
    (405, "MethodNotAllowed", "No."),
    (400, "InvalidArgument", "Header If-None-Match and If-Match are not supported"),
    (400, "InvalidRequest", NO_CONDITION),
    (400, "BadRequest", "Bad request"),
    (403, "SignatureDoesNotMatch", "A proxy took the header away."),
    (418, "Teapot", "No."),
]


@pytest.fixture
def blobs(server: OtherS3) -> S3Blobs:
    return S3Blobs(BUCKET)


def test_a_server_that_keeps_conditions_is_tried_once_and_left_as_it_was(
    server: OtherS3, blobs: S3Blobs
) -> None:
    tried = TriedBlobs(blobs)
    tried.create(NAME, b"1", content_type=JSON)
    assert server.kept == {NAME: b"1"}
    requests = len(server.requests)
    tried.create(NAMES[0], b"1", content_type=JSON)
    assert len(server.requests) == requests + 1


@for_each("conditions", REFUSALS, ids=str)
def test_a_server_without_conditional_writes_takes_none_and_shows_what_it_has(
    server: OtherS3, blobs: S3Blobs, conditions: Conditions
) -> None:
    for lack, sign in (("if_none_match", "If-None-Match"), ("if_match", "If-Match")):
        server.kept = {NAMES[0]: b"from before"}
        server.if_none_match = server.if_match = "kept"
        setattr(server, lack, conditions)
        tried = TriedBlobs(S3Blobs(BUCKET))
        for _ in range(2):
            with pytest.raises(StorageUnsuitableError) as caught:
                Claims(tried).take("abc")
            assert sign in str(caught.value)
            assert "IMAGESPEAK_DATA_DIR" in str(caught.value)
            assert "ry again" not in str(caught.value)
        assert server.kept == {NAMES[0]: b"from before"}
        there = tried.read(NAMES[0])
        assert there is not None
        assert there.content == b"from before"


@for_each("conditions", ["kept", *REFUSALS], ids=str)
def test_what_was_read_is_deleted_and_nothing_else_whatever_becomes_of_the_condition(
    server: OtherS3, blobs: S3Blobs, conditions: Conditions
) -> None:
    server.deletes_if, server.kept = conditions, {}
    first = blobs.create(NAME, b"1", content_type=JSON)
    second = blobs.replace(NAME, b"2", content_type=JSON, version=first.version)
    with pytest.raises(ChangedMeanwhileError):
        blobs.delete_unchanged(NAME, first.version)
    assert server.kept == {NAME: b"2"}
    for _ in range(2):
        blobs.delete_unchanged(NAME, second.version)
        assert server.kept == {}


@for_each("conditions", ["kept", *REFUSALS], ids=str)
def test_another_ones_claim_is_never_given_back(
    server: OtherS3, blobs: S3Blobs, conditions: Conditions
) -> None:
    server.deletes_if, server.kept = conditions, {}
    now_s = 0.0
    held = Claims(blobs, monotonic=lambda: now_s).take("abc")
    assert held
    now_s = ABANDONED_AFTER_S  # before that nobody takes it over
    server.kept["claims/abc"] = b"another's"
    held.release()
    assert server.kept == {"claims/abc": b"another's"}


@for_each("conditions", ["kept", *REFUSALS], ids=str)
def test_ones_own_claim_is_given_back_without_a_look(
    server: OtherS3, blobs: S3Blobs, conditions: Conditions
) -> None:
    server.deletes_if, server.kept = conditions, {}
    held = Claims(blobs).take("abc")
    assert held
    server.requests.clear()
    held.release()
    assert server.kept == {}
    assert not [request for request in server.requests if request.startswith("GET")]


def test_a_claim_whose_age_nobody_knows_is_not_taken_over(server: OtherS3, blobs: S3Blobs) -> None:
    server.dates = ""
    held = Claims(blobs).take("abc")
    assert held
    assert not Claims(blobs).take("abc")
    held.renew()


def test_a_claim_is_as_old_as_the_servers_two_times_are_apart(
    server: OtherS3, blobs: S3Blobs
) -> None:
    assert Claims(blobs).take("abc")
    server.dates = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    assert not Claims(blobs).take("abc"), "it was written an hour from now"
    server.dates = format_datetime(datetime.now(UTC) - timedelta(seconds=21), usegmt=True)
    assert Claims(blobs).take("abc")


def test_a_server_that_is_mended_is_used_again_without_a_restart(server: OtherS3) -> None:
    clock = [0.0]
    tried = TriedBlobs(S3Blobs(BUCKET), monotonic=lambda: clock[0])
    server.if_none_match = "ignored"
    with pytest.raises(StorageUnsuitableError):
        tried.create(NAME, b"1", content_type=JSON)
    server.if_none_match = "kept"
    asked = len(server.requests)
    with pytest.raises(StorageUnsuitableError):
        tried.create(NAME, b"1", content_type=JSON)
    assert len(server.requests) == asked, "it is not tried at each press"
    clock[0] = LACK_HOLDS_S
    tried.create(NAME, b"1", content_type=JSON)
    assert server.kept == {NAME: b"1"}


def test_a_server_that_says_no_later_is_tried_again(server: OtherS3) -> None:
    clock = [0.0]
    tried = TriedBlobs(S3Blobs(BUCKET), monotonic=lambda: clock[0])
    tried.create(NAME, b"1", content_type=JSON)
    server.if_none_match = (501, "NotImplemented", NO_CONDITION)
    with pytest.raises(StorageUnsuitableError):
        tried.create(NAMES[0], b"1", content_type=JSON)
    server.if_none_match = "ignored"
    for clock[0] in (1.0, LACK_HOLDS_S + 1.0):
        with pytest.raises(StorageUnsuitableError):
            tried.create(NAME, b"2", content_type=JSON)
    assert server.kept == {NAME: b"1"}


def test_a_server_out_of_reach_says_nothing_of_itself(
    server: OtherS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = TriedBlobs(S3Blobs(BUCKET))
    server.good_key = "another"
    with pytest.raises(StorageAccessError, match="expired"):
        tried.create(NAME, b"1", content_type=JSON)
    server.good_key = ""
    tried.create(NAME, b"1", content_type=JSON)
    assert server.kept == {NAME: b"1"}


@for_each("etag", ["{}".format, 'W/"{}"'.format])
def test_versions_work_whatever_an_etag_looks_like(
    server: OtherS3, blobs: S3Blobs, etag: Callable[[str], str]
) -> None:
    server.kept, server.etag = {}, etag
    first = blobs.create(NAME, b"1", content_type=JSON).version
    second = blobs.replace(NAME, b"2", content_type=JSON, version=first).version
    assert blobs.read(NAME) == Blob(b"2", second)
    with pytest.raises(ChangedMeanwhileError):
        blobs.replace(NAME, b"3", content_type=JSON, version=first)
    assert server.kept == {NAME: b"2"}


def test_without_any_etag_nothing_is_replaced(server: OtherS3, blobs: S3Blobs) -> None:
    server.etag = lambda digest: ""
    version = blobs.create(NAME, b"1", content_type=JSON).version
    with pytest.raises(StorageUnsuitableError, match="If-Match"):
        blobs.replace(NAME, b"2", content_type=JSON, version=version)
    with pytest.raises(StorageUnsuitableError, match="If-Match"):
        TriedBlobs(blobs).create(NAMES[0], b"1", content_type=JSON)
    assert blobs.read(NAME) == Blob(b"1", "")
    assert server.kept == {NAME: b"1"}


@for_each(
    "refusal",
    [
        (400, "MissingContentMD5"),
        (400, "InvalidRequest"),
        (400, "MalformedXML"),
        (400, "InvalidArgument"),
        (404, "NoSuchKey"),
        (405, "MethodNotAllowed"),
        (501, "NotImplemented"),
    ],
    ids=str,
)
def test_where_many_can_t_be_deleted_at_once_they_go_one_by_one(
    server: OtherS3, refusal: tuple[int, str]
) -> None:
    blobs = S3Blobs(BUCKET)
    server.deletes_many = refusal
    server.requests.clear()
    for undeletable in (set(), {NAMES[1]}):
        server.kept, server.undeletable = dict.fromkeys(NAMES, b"x"), undeletable
        kept = blobs.delete(NAMES)
        assert set(kept) == set(server.kept) == undeletable
        assert all("s3:DeleteObject" in str(error) for error in kept.values())
    assert len(server.of("POST")) == 1, "it is remembered"


def test_one_that_fails_holds_up_none_of_the_others(server: OtherS3, blobs: S3Blobs) -> None:
    server.deletes_many, server.keeps_with = (400, "MissingContentMD5"), (418, "Teapot")
    server.kept, server.undeletable = dict.fromkeys(NAMES, b"x"), {NAMES[0]}
    kept = blobs.delete(NAMES)
    assert set(kept) == set(server.kept) == {NAMES[0]}
    assert "Teapot" in str(kept[NAMES[0]])


@for_each("refusal", [(400, "ExpiredToken"), (403, "AccessDenied"), (503, "SlowDown")], ids=str)
def test_other_refusals_to_delete_many_are_told(
    server: OtherS3, blobs: S3Blobs, refusal: tuple[int, str]
) -> None:
    server.kept, server.deletes_many = dict.fromkeys(NAMES, b"x"), refusal
    server.requests.clear()
    with pytest.raises(Exception, match=r"expired|does not allow|too much to do"):
        blobs.delete(NAMES)
    assert set(server.kept) == set(NAMES)
    assert server.of("DELETE") == []


@for_each("together", [True, False])
def test_what_is_gone_is_deleted_also_where_that_is_an_error(
    server: OtherS3, blobs: S3Blobs, together: bool
) -> None:
    server.misses_what_is_gone = True
    server.deletes_many = None if together else (400, "MissingContentMD5")
    server.kept = {NAMES[1]: b"x"}
    assert blobs.delete(NAMES) == {}
    assert blobs.delete(NAMES[:1]) == {}
    assert server.kept == {}


def listed(blobs: S3Blobs, after: str = "") -> list[str]:
    return [blob.name for page in blobs.list("generated-images/", after=after) for blob in page]


@for_each("tokens", [True, False])
@for_each("start_after", [True, False])
def test_lists_go_on_in_order_without_a_name_twice(
    server: OtherS3, blobs: S3Blobs, tokens: bool, start_after: bool
) -> None:
    server.kept = dict.fromkeys(reversed([*NAMES, "generated-imagesx/a"]), b"x")
    server.page, server.tokens, server.start_after = 2, tokens, start_after
    server.order = lambda names: names[::-1]
    assert listed(blobs) == NAMES
    assert listed(blobs, after=NAMES[1]) == NAMES[2:]


def test_a_time_without_a_zone_is_utc(server: OtherS3, blobs: S3Blobs) -> None:
    server.kept = {NAMES[0]: b"x"}
    [[blob]] = blobs.list("generated-images/")
    assert blob.last_modified == NOW


def test_a_server_that_knows_no_ranges_gives_no_more_than_was_asked_for(
    server: OtherS3, blobs: S3Blobs
) -> None:
    server.kept, server.ranges = {NAME: b"123456"}, False
    assert blobs.read_beginning(NAME, 3) == b"123"


@for_each("tells_region", [True, False])
def test_the_region_that_a_server_names_is_signed_for(server: OtherS3, tells_region: bool) -> None:
    blobs = S3Blobs(BUCKET)
    server.region, server.tells_region = "garage", tells_region
    server.kept = {NAMES[0]: b"x"}
    assert "us-east-1" in blobs.address(NAMES[0], signed_at=NOW, life_s=60)
    assert listed(blobs) == NAMES[:1]
    assert "%2Fgarage%2Fs3%2F" in blobs.address(NAMES[0], signed_at=NOW, life_s=60)


@for_each(
    "code",
    [
        "InvalidPathAccess",
        "PathStyleDomainForbidden",
        "SecondLevelDomainForbidden",
        "VirtualHostDomainRequired",
    ],
)
def test_a_server_that_wants_the_bucket_in_its_host_gets_it_there(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "https://oss.example")
    asked = Way().after(ClientError({"Error": {"Code": code}}, "ListObjectsV2"))
    assert asked == Way(bucket_in_host=True)
    blobs = S3Blobs(BUCKET, connect=lambda way: connect_s3(asked))
    address = urlsplit(blobs.address(NAMES[0], signed_at=NOW, life_s=60))
    assert (address.hostname, address.path) == (f"{BUCKET}.oss.example", f"/{NAMES[0]}")


def test_the_profile_may_say_where_the_bucket_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    config = tmp_path_factory.mktemp("aws") / "config"
    config.write_text("[default]\ns3 =\n  addressing_style = virtual\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "https://oss.example/")
    address = S3Blobs(BUCKET).address(NAMES[0], signed_at=NOW, life_s=60)
    assert address.startswith(f"https://{BUCKET}.oss.example/{NAMES[0]}?")


@for_each("page", [b"<!DOCTYPE html><p>Sign in", b"<html><body>Sign in</body></html>"])
def test_a_page_in_the_place_of_a_list_is_no_empty_list(
    server: OtherS3, blobs: S3Blobs, page: bytes
) -> None:
    server.always = page
    with pytest.raises(StorageUnreachableError, match="AWS_ENDPOINT_URL_S3"):
        listed(blobs)


def test_an_endpoint_with_the_bucket_in_it_is_told(
    server: OtherS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", f"{server.url}/{BUCKET}")
    with pytest.raises(StorageAccessError, match="without the bucket"):
        listed(S3Blobs(BUCKET))


@for_each("second_list", ["unknown", (501, "NotImplemented"), (400, "InvalidArgument")], ids=str)
def test_who_knows_only_the_first_way_to_list_is_asked_so(
    server: OtherS3, second_list: Literal["unknown"] | tuple[int, str]
) -> None:
    blobs = S3Blobs(BUCKET)
    server.kept, server.page = dict.fromkeys(NAMES, b"x"), 2
    server.second_list = second_list
    assert listed(blobs) == NAMES
    assert listed(blobs, after=NAMES[1]) == NAMES[2:]


def test_a_list_that_does_not_go_on_is_told(server: OtherS3, blobs: S3Blobs) -> None:
    server.kept, server.page, server.tokens = dict.fromkeys(NAMES, b"x"), 2, False
    server.order = lambda names: ["generated-images/a"] * len(names)
    with pytest.raises(StorageUnsuitableError, match="order"):
        listed(blobs)


def test_a_slash_that_is_written_as_in_an_address_is_one(server: OtherS3, blobs: S3Blobs) -> None:
    server.kept, server.spelt = dict.fromkeys(NAMES, b"x"), lambda name: quote(name, safe="")
    assert listed(blobs) == NAMES


def test_a_server_that_looks_first_and_writes_then_is_found_out(server: OtherS3) -> None:
    """Each who takes a name finds it free, and all believe that they have it."""
    all_looked = Barrier(2, timeout=10)
    server.holds_up = all_looked.wait
    with pytest.raises(StorageUnsuitableError, match="If-None-Match"):
        TriedBlobs(S3Blobs(BUCKET)).warm_up()
    assert server.kept == {}


def test_a_server_that_takes_one_write_a_second_of_a_name_is_given_the_time(
    server: OtherS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits_s: list[float] = []
    written_after: dict[str, int] = {}

    def too_fast(name: str) -> bool:
        """No write of the name counts before somebody has waited since the last one."""
        if written_after.get(name) == len(waits_s):
            return True
        written_after[name] = len(waits_s)
        return False

    server.too_fast = too_fast
    monkeypatch.setattr(botocore.endpoint, "time", SimpleNamespace(sleep=waits_s.append))
    tried = TriedBlobs(S3Blobs(BUCKET))
    version = tried.create(NAME, b"1", content_type=JSON).version
    tried.replace(NAME, b"2", content_type=JSON, version=version)
    assert server.kept == {NAME: b"2"}
    assert waits_s
    assert all(1 <= wait_s < 2 for wait_s in waits_s)


def test_a_server_that_never_takes_a_write_is_busy(
    server: OtherS3, blobs: S3Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.too_fast = lambda _: True
    monkeypatch.setattr(botocore.endpoint, "time", SimpleNamespace(sleep=lambda _: None))
    with pytest.raises(StorageTimeoutError):
        blobs.put(NAME, b"1", content_type=JSON)
    assert len(server.of("PUT")) == 6


def test_a_limit_that_no_picture_passes_is_told_before_one_is_paid(server: OtherS3) -> None:
    server.most_bytes = 1_048_576
    with pytest.raises(StorageAccessError, match="client_max_body_size"):
        TriedBlobs(S3Blobs(BUCKET)).warm_up()
    assert server.kept == {}


@for_each("deletes", ["said", "unsaid"])
def test_what_many_servers_only_say_or_don_t_say_to_be_deleted_is_deleted(
    server: OtherS3, deletes: Literal["said", "unsaid"]
) -> None:
    blobs = S3Blobs(BUCKET)
    server.deletes, server.kept = deletes, dict.fromkeys(NAMES, b"x")
    for _ in range(2):
        server.kept = dict.fromkeys(NAMES, b"x")
        assert blobs.delete(NAMES) == {}
        assert server.kept == {}


@for_each("status", [301, 302, 307, 308])
def test_an_address_that_leads_on_to_another_is_told(server: OtherS3, status: int) -> None:
    blobs = S3Blobs(BUCKET)
    server.leads_to = status, "https://s3.school/pictures?x=y"
    for attempt in (
        lambda: listed(blobs),
        lambda: blobs.look(NAME),
        lambda: blobs.create(NAME, b"1", content_type=JSON),
    ):
        with pytest.raises(StorageUnreachableError, match=r"'https://s3\.school'"):
            attempt()


def test_a_region_that_cloudflare_does_not_know_is_auto(
    server: OtherS3, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.region, server.region_refusal = (
        "auto",
        (
            "InvalidRegionName",
            "The region name 'eu-central-1' is not valid. Must be one of: wnam, weur, oc, auto",
        ),
    )
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    blobs = S3Blobs(BUCKET)
    blobs.create(NAME, b"1", content_type=JSON)
    assert server.kept == {NAME: b"1"}
    assert "%2Fauto%2Fs3%2F" in blobs.address(NAMES[0], signed_at=NOW, life_s=60)


def test_a_sign_in_page_is_no_picture_and_has_taken_none(server: OtherS3, blobs: S3Blobs) -> None:
    server.always = b"<html><body>Sign in</body></html>"
    for attempt in (
        lambda: blobs.create(NAME, b"1", content_type=JSON),
        lambda: blobs.put(NAME, b"1", content_type=JSON),
        lambda: blobs.read(NAME),
        lambda: blobs.delete([NAME]),
    ):
        with pytest.raises(StorageUnreachableError, match="sign-in"):
            attempt()


@for_each("kind", ["text/plain", "application/json", "text/html"])
def test_what_answers_but_is_no_s3_is_told(bucket: Bucket, kind: str) -> None:
    bucket.wire.then(*[answer(400, "No.", content_type=kind)] * 3)
    with pytest.raises(StorageUnreachableError, match="http or https"):
        bucket.store.list_session("abc")
