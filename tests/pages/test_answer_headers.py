"""What each answer tells the browser."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.models import StoredImage
from imagespeak_core.services import Services
from imagespeak_core.stores.blobs import BlobInfo
from imagespeak_core.stores.pictures import PictureStore
from pages.components.shell.wiring import wiring
from pages.server.answer_headers import POLICY, AnswerHeaders, PictureSource
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs

pytestmark = pytest.mark.usefixtures("in_a_fresh_place")


async def page(request: Request) -> Response:
    """An answer of the kind that the query names."""
    kind = request.url.query
    if kind == "mistake":
        raise KeyError(kind)
    if kind == "refused":
        raise HTTPException(403)
    if kind == "redirect":
        return RedirectResponse("/other")
    if kind == "own":
        return Response(headers={POLICY: "sandbox", "Referrer-Policy": "no-referrer"})
    answer = PlainTextResponse(kind, 304 if kind == "304" else 200)
    answer.set_cookie("streamlits", "1")
    answer.set_cookie("ours", "1", secure=True)
    return answer


APP = Starlette(routes=[Route("/", page)], middleware=[Middleware(AnswerHeaders)])


def ask(path: str, **headers: str) -> httpx.Response:
    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(app=APP, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(get())


@for_each("path", ["/", "/?304", "/?redirect", "/?refused", "/?mistake", "/nowhere"])
def test_every_answer_has_them_once(path: str) -> None:
    answer = ask(path)
    assert answer.headers.get_list("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.get_list("Referrer-Policy") == ["same-origin"]
    assert answer.headers.get_list("X-Frame-Options") == ["SAMEORIGIN"]
    (policy,) = answer.headers.get_list(POLICY)
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("; frame-ancestors 'self'")
    assert "script" not in policy


def test_a_mistake_is_answered_and_still_logged() -> None:
    answer = ask("/?mistake")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")

    async def raised() -> None:
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url="http://school.test") as client:
            await client.get("/?mistake")

    with pytest.raises(KeyError):
        asyncio.run(raised())


def test_what_an_answer_says_itself_stays() -> None:
    answer = ask("/?own")
    assert answer.headers.get_list(POLICY) == ["sandbox"]
    assert answer.headers.get_list("Referrer-Policy") == ["no-referrer"]


def test_others_may_frame_it_where_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "IMAGESPEAK_FRAME_ANCESTORS", "https://moodle.school.org, https://b.org:8443"
    )
    answer = ask("/")
    named = "frame-ancestors 'self' https://moodle.school.org https://b.org:8443"
    assert answer.headers[POLICY].endswith(named)
    assert PictureSource().policy("n", "school.org").endswith(named)
    assert "X-Frame-Options" not in answer.headers, "it would forbid them"


def test_cookies_that_came_by_tls_go_by_nothing_else() -> None:
    plain, behind_proxy = ask("/"), ask("/", **{"X-Forwarded-Proto": "https"})
    secure = [
        ["secure" in cookie.lower() for cookie in answer.headers.get_list("set-cookie")]
        for answer in (plain, behind_proxy)
    ]
    assert secure == [[False, True], [True, True]]
    assert behind_proxy.headers.get_list("set-cookie")[1].lower().count("secure") == 1


class Bucket(MemoryBlobs):
    """Its addresses lead elsewhere, and to the right region once it has been asked."""

    region = "us-east-1"

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        self.region = "eu-west-1"
        return super().list(prefix, after=after)

    def address(
        self,
        name: str,
        *,
        signed_at: datetime,
        life_s: int,
        as_download: bool = False,
        no_store_as: str = "",
    ) -> str:
        return f"https://ours.s3.{self.region}.amazonaws.com/{name}?X-Amz-Signature=1"


def services_with(store: PictureStore) -> Services:
    return replace(wiring().services, store=store)


def test_pictures_come_from_this_server_and_the_bucket_alone() -> None:
    source = PictureSource()
    assert "img-src 'self' data: blob: https: http:;" in source.policy("n", "school.org"), "not yet"
    source.learn(services_with(PictureStore(Bucket(), url_life_s=60)))
    policy = source.policy("n", "school.org")
    for kind in ("img-src 'self' data: blob:", "media-src 'self' blob:"):
        assert f"; {kind} https://ours.s3.eu-west-1.amazonaws.com;" in policy
    source.learn(wiring().services)
    policy = source.policy("n", "school.org")
    assert "img-src 'self' data: blob:; media-src 'self' blob:;" in policy


class Down(PictureStore):
    def list_session(self, session_id: str) -> list[StoredImage]:
        raise StorageUnreachableError("no way there")


def test_a_store_that_is_down_at_the_start_hides_no_pictures_later(
    caplog: pytest.LogCaptureFixture,
) -> None:
    source = PictureSource()
    source.learn(services_with(Down(Bucket(), url_life_s=60)))
    assert "img-src 'self' data: blob: https: http:;" in source.policy("n", "school.org")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_page_behind_a_proxy_speaks_with_it_by_its_own_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(
        "IMAGESPEAK_ALLOWED_ORIGINS", "https://speak.school.org, http://school.test:8080"
    )
    sockets = "ws://app:8501 wss://app:8501 wss://speak.school.org ws://school.test:8080"
    assert f"; connect-src 'self' {sockets}; " in PictureSource().policy("n", "app:8501")


@for_each(
    "host, sockets",
    [
        ("school.org", " ws://school.org wss://school.org"),
        ("127.0.0.1:8501", " ws://127.0.0.1:8501 wss://127.0.0.1:8501"),
        ("my-school.org:8443", " ws://my-school.org:8443 wss://my-school.org:8443"),
        ("*", ""),
        ("a.org; script-src *", ""),
        ("a.org script:1", ""),
        ("x:y", ""),
        ("", ""),
    ],
)
def test_a_page_speaks_with_this_server_alone(host: str, sockets: str) -> None:
    policy = PictureSource().policy("abc", host)
    assert f"; connect-src 'self'{sockets}; " in policy
    assert "; script-src 'self' blob: 'nonce-abc'; " in policy
    assert "unsafe-eval" not in policy
