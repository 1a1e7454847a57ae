"""A request whose body does not come is no place to stay, and one that is cut off no fault."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Receive, Scope, Send

from pages.server import json_posts
from pages.server.answer_headers import AnswerHeaders
from pages.server.crowd import Crowd
from pages.server.open_files import Bears
from pages.server.routes import routes
from tests.for_each import for_each
from tests.pages.served import answer_to, connected, on_a_loop, served

pytestmark = pytest.mark.usefixtures("in_a_fresh_place")

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
SMALL = [("/learner", JSON), ("/teacher/sign-out", JSON), ("/cookies/delete", FORM)]


def site() -> Starlette:
    return Starlette(routes=routes(), middleware=[Middleware(AnswerHeaders)])


def crowd() -> Crowd:
    return Crowd(Bears(256, 20, 100), lambda *_: None)


def begun(path: str, kind: str) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {kind}\r\nContent-Length: 100"
    return f"{head}\r\n\r\n{{".encode()


@for_each("path, kind", SMALL)
def test_a_small_body_comes_in_time_or_its_connection_ends(
    path: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_posts, "BODY_S", 0.0)

    async def scenario() -> None:
        async with served(site(), crowd()) as port:
            answer = await answer_to(port, begun(path, kind))
            assert answer.startswith(b"HTTP/1.1 408")
            assert answer.endswith(b"This came too slowly. Please try again.")

    on_a_loop(scenario)


@for_each("path, kind", SMALL)
def test_who_goes_away_meanwhile_is_no_fault(path: str, kind: str) -> None:
    async def scenario() -> None:
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await site()(scope, receive, send)
            except BaseException as error:
                ended.set_exception(error)
                raise
            ended.set_result(None)

        async with served(app, crowd()) as port:
            _, writer = await connected(port)
            writer.write(begun(path, kind))
            writer.close()
            await ended

    on_a_loop(scenario)
