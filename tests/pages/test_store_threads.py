"""A store that hangs holds up those who read from it, and nobody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from pages.server import store_threads
from pages.server.answer_headers import PictureSource
from pages.server.first_load import _ASSETS, FirstLoad
from tests.pages.asgi_browser import AsgiBrowser

LIMIT_S = 60


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """A store that answers when it is opened."""
    store_threads._threads.cache_clear()
    opened = threading.Event()
    yield opened
    opened.set()
    store_threads._threads().shutdown()
    store_threads._threads.cache_clear()


def test_scripts_and_styles_are_read_meanwhile(gate: threading.Event) -> None:
    (script, *_) = (path.name for path in (_ASSETS / "js").iterdir())
    browser = AsgiBrowser(Starlette(middleware=[Middleware(FirstLoad, PictureSource())]))

    async def scenario() -> None:
        async with asyncio.timeout(LIMIT_S):
            reads = [
                asyncio.create_task(store_threads.read(gate.wait, LIMIT_S))
                for _ in range(10 * store_threads.AT_ONCE)
            ]
            await asyncio.sleep(0)
            asset = await asyncio.to_thread(browser.get, f"/static/js/{script}")
            assert asset.status_code == 200
            assert asset.headers["Content-Encoding"] == "gzip"
            assert await asyncio.to_thread(lambda: "free") == "free"
            assert not any(one.done() for one in reads)
            gate.set()
            assert all(await asyncio.gather(*reads))

    asyncio.run(scenario())


@pytest.mark.usefixtures("gate")
def test_parts_come_in_their_order_from_those_threads() -> None:
    names: list[str] = []

    def parts() -> Iterator[bytes]:
        for part in (b"a", b"", b"c"):
            names.append(threading.current_thread().name)
            yield part

    async def scenario() -> list[bytes]:
        return [part async for part in store_threads.each(parts())]

    assert asyncio.run(scenario()) == [b"a", b"", b"c"]
    assert all(name.startswith("store-reads") for name in names)
