"""What is spoken, on S3: what it asks for, and what it does without rights to its prefixes."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from imagespeak_core.errors import StorageAccessError
from imagespeak_core.services import Services
from imagespeak_core.speaking.deletion import NOT_LOOKED_AT, count_spoken, delete_spoken
from imagespeak_core.speaking.recordings import address, keep, list_recordings
from imagespeak_core.speaking.rights import may_keep
from imagespeak_core.stores.pictures import PictureStore
from tests.adapters.s3_wire import KEY, Bucket, fault
from tests.fakes import HandClock
from tests.speaking_rig import ANA, BO, LIMITS, MadeSound, services_on, ticket_of

DENIED = fault(403, "AccessDenied")


def services_of(bucket: Bucket) -> Services:
    return services_on(bucket.blobs, HandClock())


def deny_spoken(request: AWSPreparedRequest) -> AWSResponse | None:
    """A policy as it was before anybody spoke: with rights to the older prefixes alone."""
    url = str(request.url)
    return DENIED(request) if "recordings" in url or "attempts" in url else None


def test_keeping_asks_little(bucket: Bucket) -> None:
    services = services_of(bucket)
    for _ in range(3):
        keep(services, ticket_of(services, "abc", BO), MadeSound(), limits=LIMITS)
    list_recordings(services, "abc", ANA)
    bucket.wire.requests.clear()
    keep(services, ticket_of(services, "abcd"), MadeSound(), limits=LIMITS)
    assert bucket.wire.methods == ["GET", "GET", "PUT", "PUT", "GET"], (
        "two lists, document and sound, and whether the document is still there"
    )
    bucket.wire.requests.clear()
    list_recordings(services, "abc", ANA)
    assert bucket.wire.methods == ["GET"], "one list: whose the others are is known"


def test_a_sound_has_its_type_and_its_address_says_that_nothing_keeps_it(bucket: Bucket) -> None:
    services = services_of(bucket)
    recording = keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    name = f"recordings/{recording.stem}.webm"
    assert bucket.client.head_object(Bucket=bucket.name, Key=name)["ContentType"] == "audio/webm"
    now = services.now()
    query = parse_qs(urlsplit(address(services, recording, now)).query)
    assert query["response-cache-control"] == ["no-store"]
    assert query["response-content-type"] == ["audio/webm"]
    assert query["X-Amz-Expires"] == ["900"]
    assert query["X-Amz-Date"] == [f"{now:%Y%m%dT%H%M%SZ}"], "its life begins when it is given"
    late = recording.until - timedelta(seconds=100)
    query = parse_qs(urlsplit(address(services, recording, late)).query)
    assert query["X-Amz-Expires"] == ["100"]


def test_without_rights_to_it_nothing_is_kept_and_pictures_go_on(bucket: Bucket) -> None:
    services = services_of(bucket)
    bucket.wire.then(*[deny_spoken] * 100)
    assert not may_keep(services, "abc")
    asked = len(bucket.wire.requests)
    assert not may_keep(services, "abc")
    assert len(bucket.wire.requests) == asked, "it is remembered"
    with pytest.raises(StorageAccessError):
        keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    assert count_spoken(services, "abc").not_looked_at == NOT_LOOKED_AT
    assert delete_spoken(services, "abc").warnings == (NOT_LOOKED_AT,)
    store = PictureStore(bucket.blobs, url_life_s=60)
    store.put(KEY, b"picture", {})
    assert [image.key for image in store.list_session(KEY.session_id)] == [KEY]
    assert store.delete([KEY]) == {}
