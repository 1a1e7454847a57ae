"""Our own routes, called as the server calls them."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from starlette.requests import Request

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.signing.addresses import signed_address
from imagespeak_core.stores.folder.pictures import DirectoryStore
from pages.components.shell import file_addresses
from pages.components.shell.wiring import wiring
from pages.server.files import PREVIEWS_AT_ONCE, small_picture
from tests.pages.visits import Site

END = int(datetime.now(UTC).timestamp()) + 3_600


class SlowPreviews(DirectoryStore):
    """A folder whose previews come only when they may."""

    def __init__(self, site: Site) -> None:
        super().__init__(site.folder, secret=b"s" * 32, url_life_s=60)
        self.may_go = threading.Event()

    def read_preview(self, key: ImageKey) -> bytes | None:
        assert self.may_go.wait(timeout=60)
        return b"webp"


def test_previews_that_wait_leave_threads_to_everything_else(site: Site) -> None:
    store = SlowPreviews(site)
    site.store.inner = store
    keys = [ImageKey("abc", "20250101_100000", index) for index in range(3 * PREVIEWS_AT_ONCE)]

    async def ask_for_all() -> list[int]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(PREVIEWS_AT_ONCE + 1))
        asked = [asyncio.ensure_future(small_picture(_request(key))) for key in keys]
        try:
            await asyncio.sleep(0)
            await asyncio.wait_for(asyncio.to_thread(bool), timeout=20)
        finally:
            store.may_go.set()
        return [answer.status_code for answer in await asyncio.gather(*asked)]

    assert asyncio.run(ask_for_all()) == [200] * len(keys)


def _request(key: ImageKey) -> Request:
    signed = signed_address(
        file_addresses.PREVIEWS_PATH + file_addresses.preview_name(key),
        expires=END,
        secret=wiring().secret,
    )
    path, _, query = signed.partition("?")
    return Request(
        {
            "type": "http",
            "headers": [],
            "query_string": query.encode(),
            "path_params": {"file_name": path.removeprefix(file_addresses.PREVIEWS_PATH)},
        }
    )
