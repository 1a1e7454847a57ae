"""`retrieve`: newest first, page by page."""

from __future__ import annotations

import base64
from typing import Any

from moto.backends import get_backend

from tests.for_each import for_each
from tests.lambda_handler.rig import SUNSET, Rig

PREFIX = "generated-images/"


def key(second: int, index: int = 0, tail: str = "_cat", session_id: str = "image-001") -> str:
    return f"{PREFIX}{session_id}_20241031_1430{second:02}_{index}{tail}.png"


def retrieved(rig: Rig, **fields: Any) -> tuple[int, dict[str, Any]]:
    return rig.call(sessionId="image-001", action="retrieve", **fields)


def keys_of(content: dict[str, Any]) -> list[str]:
    return [image["key"] for image in content["images"]]


def all_pages(rig: Rig, limit: int) -> list[list[str]]:
    pages: list[list[str]] = []
    more: dict[str, str] = {}
    while True:
        status, content = retrieved(rig, limit=limit, **more)
        assert status == 200
        pages.append(keys_of(content))
        if "nextCursor" not in content:
            return pages
        more = {"cursor": content["nextCursor"]}


def test_the_answer_has_exactly_the_listed_fields(rig: Rig) -> None:
    rig.put(key(22))
    status, content = retrieved(rig)
    [image] = content.pop("images")
    [url] = content.pop("image_urls")
    assert status == 200
    assert content == {
        "success": True,
        "message": "1 picture found, 1 of them in this answer.",
        "sessionId": "image-001",
    }
    head = rig.client.head_object(Bucket=rig.bucket, Key=key(22))
    assert image == {
        "url": url,
        "key": key(22),
        "size": 3,
        "last_modified": head["LastModified"].isoformat(),
        "timestamp": "20241031_143022",
        "image_index": 0,
    }
    assert image["last_modified"].endswith("+00:00")


def test_newest_first_by_time_and_then_by_number(rig: Rig) -> None:
    rig.put(key(22, 10), key(22, 9), key(23), key(21, 3, ""))
    _, content = retrieved(rig)
    assert keys_of(content) == [key(23), key(22, 10), key(22, 9), key(21, 3, "")]
    assert content["image_urls"] == [image["url"] for image in content["images"]]


def test_nothing_is_generated(rig: Rig) -> None:
    rig.put(key(22))
    retrieved(rig, prompt="A cat", numberOfImages=3)
    assert rig.generator.calls == []
    assert rig.keys() == [key(22)]


def test_a_session_without_pictures_is_404(rig: Rig) -> None:
    rig.put(
        key(22, session_id="image-001-2"),
        key(22, session_id="image-001_2"),
        key(22, session_id="image-0011"),
        f"{PREFIX}image-001_notes.txt",
    )
    assert retrieved(rig) == (
        404,
        {
            "success": False,
            "error": "No images found for sessionId: image-001",
            "code": "no_images",
        },
    )


@for_each("limit", [1, 2, 3, 7, 8, 1000])
def test_pages_together_are_the_whole_listing(rig: Rig, limit: int) -> None:
    rig.put(*(key(second, index) for second in (20, 21) for index in range(3)), key(19))
    pages = all_pages(rig, limit)
    assert [len(page) for page in pages[:-1]] == [limit] * (len(pages) - 1)
    assert [name for page in pages for name in page] == keys_of(retrieved(rig)[1])
    assert len(retrieved(rig)[1]["images"]) == 7


def test_foreign_keys_that_share_time_and_index_are_all_shown(rig: Rig) -> None:
    rig.put(key(22, 0, "_cat"), key(22, 0, "_dog"), key(22, 0, ""), key(21))
    shown = [name for page in all_pages(rig, 1) for name in page]
    assert sorted(shown) == rig.keys()


def test_a_new_picture_does_not_shift_the_next_page(rig: Rig) -> None:
    rig.put(key(20), key(21), key(22))
    _, first = retrieved(rig, limit=2)
    rig.put(key(23))
    _, second = retrieved(rig, limit=2, cursor=first["nextCursor"])
    assert keys_of(second) == [key(20)]


def test_a_page_goes_on_where_its_picture_was_deleted(rig: Rig) -> None:
    rig.put(key(20), key(21), key(22))
    _, first = retrieved(rig, limit=2)
    rig.client.delete_object(Bucket=rig.bucket, Key=key(21))
    _, second = retrieved(rig, limit=2, cursor=first["nextCursor"])
    assert keys_of(second) == [key(20)]


def test_a_page_behind_the_last_picture_is_empty_and_no_404(rig: Rig) -> None:
    rig.put(key(20), key(21))
    _, first = retrieved(rig, limit=1)
    rig.client.delete_object(Bucket=rig.bucket, Key=key(20))
    status, content = retrieved(rig, cursor=first["nextCursor"])
    assert status == 200
    assert content["images"] == []
    assert "nextCursor" not in content


def test_a_cursor_goes_through_an_address_unchanged(rig: Rig) -> None:
    rig.put(key(20), key(21))
    cursor = retrieved(rig, limit=1)[1]["nextCursor"]
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def encoded(text: bytes) -> str:
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


@for_each(
    "cursor",
    [
        "",
        "!",
        "a",
        "ü",
        "nonsense",
        "\ud800",
        5,
        ["x"],
        encoded(b"\xff\xfe"),
        encoded(b"20241031_143022_0"),
        encoded(key(22, session_id="image-002").encode()),
        encoded(key(22).encode()) + "!",
        encoded(key(22).replace("1031", "1399").encode()),
    ],
)
def test_a_bad_cursor_is_400(rig: Rig, cursor: object) -> None:
    rig.put(key(22))
    status, content = retrieved(rig, cursor=cursor)
    assert status == 400
    assert content["code"] == "invalid_request"
    assert "cursor" in content["error"]


@for_each("limit", [0, -1, 1001, "5", 5.0, True, [], 10**400])
def test_a_bad_limit_is_400(rig: Rig, limit: object) -> None:
    rig.put(key(22))
    status, content = retrieved(rig, limit=limit)
    assert status == 400
    assert "limit" in content["error"]
    assert rig.builds == []


def test_more_than_a_thousand_come_in_pages_of_a_thousand(rig: Rig) -> None:
    inside = get_backend("s3")["123456789012"]["aws"]  # a thousand requests would take seconds
    for index in range(1003):
        inside.put_object(rig.bucket, key(22, index), b"PNG")
    pages = all_pages(rig, 1000)
    assert [len(page) for page in pages] == [1000, 3]
    _, content = retrieved(rig)
    assert len(content["images"]) == 1000
    assert "nextCursor" in content


def test_what_was_generated_is_retrieved(rig: Rig) -> None:
    _, made = rig.call(**SUNSET, numberOfImages=2)
    rig.clock.advance(seconds=1)
    _, newer = rig.call(**SUNSET)
    _, content = retrieved(rig)
    assert keys_of(content) == keys_of(newer) + keys_of(made)[::-1]
