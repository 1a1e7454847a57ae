"""Whether the server is of use, as its routes say it; and which paths are pages."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from pathlib import Path

import pytest
from starlette.requests import Request

from imagespeak_core.errors import StorageTimeoutError
from imagespeak_core.operations.readiness import Readiness
from pages.components.shell import addresses
from pages.server import health, server_end
from tests.for_each import for_each
from tests.pages.visits import Site

ROUTER = Path(health.__file__).parents[1] / "router.py"
REQUEST = Request({"type": "http", "method": "GET", "path": "/readyz", "headers": []})


def parts_of(readiness: Readiness, wait_s: float) -> dict[str, str]:
    return asyncio.run(health.parts_now(readiness, wait_s))


def test_a_part_that_hangs_is_not_waited_for_and_the_others_are_told() -> None:
    gate = threading.Event()

    def hang() -> None:
        gate.wait(30)

    readiness = Readiness({"store": hang, "model": lambda: None}, lambda: 0.0)
    try:
        assert readiness.looks()["model"].result(30) == "ok"
        assert parts_of(readiness, 0) == {"store": "no_answer", "model": "ok"}
    finally:
        gate.set()


def test_what_is_amiss_is_one_word_each(site: Site) -> None:
    def slow() -> None:
        raise StorageTimeoutError("S3 at https://bucket.test took too long.")

    readiness = Readiness({"store": slow, "model": lambda: None}, lambda: 0.0)
    assert parts_of(readiness, 30) == {"store": "storage_timeout", "model": "ok"}


def test_a_server_that_is_about_to_end_is_not_ready(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = asyncio.Event()
    ending.set()
    monkeypatch.setattr(health, "is_ending", lambda: ending)
    answer = asyncio.run(health.readiness(REQUEST))
    assert answer.status_code == 503
    assert json.loads(bytes(answer.body)) == {"ready": False, "server": "ending"}
    assert asyncio.run(health.health(REQUEST)).status_code == 200
    assert server_end.is_ending


def test_the_pages_are_those_of_the_navigation() -> None:
    named = re.findall(r'st\.Page\("(\w+)\.py"(.*?)\)', ROUTER.read_text("utf-8"))
    paths = {"" if "default=True" in more else name for name, more in named}
    assert paths == set(addresses.PAGES)


@for_each("path", ["", "/", "/classroom", "/gallery/", "/prompt_lab", "/index.html", "/gallery."])
@for_each("base", ["", "/school", "/school/english"])
def test_a_page_is_one_under_the_base_path_too(path: str, base: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "base_path", lambda: base)
        assert addresses.is_page(base + path)
        assert not addresses.is_page(f"{base}{path.rstrip('/.')}/metrics")
        assert not addresses.is_page(f"{base}/healthz")
