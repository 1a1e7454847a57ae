"""Whatever a request holds, our routes' readers take it as it is meant, or refuse it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from http.cookies import CookieError, SimpleCookie
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Message

from imagespeak_core.pictures.naming import ImageKey
from pages.components.shell.file_addresses import preview_key, preview_name
from pages.components.speaking.recorder import read_figures
from pages.server.byte_ranges import answer_with
from pages.server.json_posts import posted
from pages.server.large_cookies import DELETE_PATH, cookies_of, delete_cookies
from tests.outside_input import ANY_TEXT, IMAGE_KEYS, JSON
from tests.pages.asgi_browser import AsgiBrowser

NUMBERS = st.integers(0, 60).map(str) | st.sampled_from(["", "999999999999", "00", "007"])
CONTENT = st.binary(min_size=1, max_size=50)


def part_of(content: bytes, wanted: str) -> tuple[int, bytes, str]:
    answer = answer_with(content, wanted=wanted, media_type="audio/webm", headers={})
    return answer.status_code, bytes(answer.body), answer.headers.get("content-range", "")


@given(content=CONTENT, wanted=ANY_TEXT)
@example(b"abc", "bytes=-")
@example(b"abc", "bytes=0-1,2-2")
@example(b"abc", "bytes=\u0660-\u0661")
def test_any_range_gives_the_whole_or_a_part_of_it(content: bytes, wanted: str) -> None:
    status, body, _ = part_of(content, wanted)
    assert status in {200, 206, 416}
    assert body in content
    assert (body == content) or status != 200


@given(content=CONTENT, first=NUMBERS, last=NUMBERS)
def test_a_range_is_the_part_that_it_names(content: bytes, first: str, last: str) -> None:
    status, body, told = part_of(content, f"bytes={first}-{last}")
    size = len(content)
    if (not first and not last) or (first and last and int(last) < int(first)):
        assert (status, body) == (200, content)
    elif not first:
        wanted = content[-int(last) :] if int(last) else b""
        assert (status, body) == ((206, wanted) if wanted else (416, b""))
    else:
        wanted = content[int(first) : int(last) + 1 if last else size]
        assert (status, body) == ((206, wanted) if wanted else (416, b""))
    if status == 206:
        begin, end = (int(number) for number in told[6:].partition("/")[0].split("-"))
        assert content[begin : end + 1] == body
        assert told.endswith(f"/{size}")
    if status == 416:
        assert told == f"bytes */{size}"


def post(
    parts: list[bytes], kind: str = "application/json"
) -> tuple[dict[str, object] | None, int]:
    """What is read of a body that comes in parts, and how many of these were taken."""
    left: Iterator[bytes] = iter(parts)
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        part = next(left, None)
        taken += part is not None
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", kind.encode())]}
    return asyncio.run(posted(Request(scope, receive))), taken


@given(body=st.binary(max_size=200) | JSON.map(lambda one: json.dumps(one).encode()))
@example(b"[" * 4_000)
@example(b'{"a":' * 800)
@example(b"9" * 4_096)
@example(b"\xff\xfe{\0}\0")
def test_any_body_is_an_object_or_nothing(body: bytes) -> None:
    content, _ = post([body])
    assert content is None or isinstance(content, dict)
    assert post([body], "text/plain") == (None, 0)
    assert post([body[:7], body[7:]])[0] == content or content != content


@given(size=st.integers(4_097, 9_000))
def test_no_more_is_read_than_a_small_body_has(size: int) -> None:
    content, taken = post([b"x" * 1_000] * (size // 100))
    assert content is None
    assert taken == 5


TOKENS = st.text("abcXYZ019_-", min_size=1, max_size=8)


@given(header=ANY_TEXT.filter(lambda text: text.isascii()))
def test_any_cookies_are_read(header: str) -> None:
    found = cookies_of(Headers({"cookie": header}))
    try:
        known = SimpleCookie(header)
    except CookieError:
        return
    for name, morsel in known.items():
        assert name in found or morsel.value not in header


@given(header=st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=60))
@example("=")
@example("; =x; a[1]=b")
def test_whatever_cookies_there_are_they_can_be_deleted(header: str) -> None:
    app = Starlette(routes=[Route(DELETE_PATH, delete_cookies, methods=["POST"])])
    large = f"{header}; portal={'x' * 9_000}".encode("latin-1")
    told = AsgiBrowser(app).post(
        DELETE_PATH, data={"choice": "others"}, headers={"Cookie": large.strip()}
    )
    assert told.status_code == 303
    assert any(one.startswith("portal=;") for one in told.headers.get_list("set-cookie"))


@given(cookies=st.dictionaries(TOKENS, TOKENS, max_size=5))
def test_cookies_are_read_as_they_were_sent(cookies: dict[str, str]) -> None:
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    assert cookies_of(Headers({"cookie": header})) == cookies


@given(key=IMAGE_KEYS, text=ANY_TEXT)
def test_a_small_pictures_name_is_of_one_picture(key: ImageKey, text: str) -> None:
    assert preview_key(preview_name(key)) == key
    found = preview_key(text)
    assert found is None or preview_name(found) == text


FIGURES = st.dictionaries(
    st.sampled_from(["length_s", "speaking_s", "longest_pause_s", "pauses", "heard"]),
    JSON | st.floats() | st.integers(-1, 10**400) | st.just(True),
)


@given(figures=JSON | FIGURES)
def test_what_a_browser_counted_can_be_or_is_nothing(figures: Any) -> None:
    speech = read_figures(figures, longest_s=180)
    if speech is not None:
        assert 0 < speech.length_s <= 180
        assert 0 <= speech.pauses <= 180
