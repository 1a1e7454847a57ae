"""Servers that share nothing but the store make one first picture between them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from imagespeak_core.errors import ModelError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.folder.pictures import DirectoryStore
from tests.fakes import FakeGenerator, make_services

REQUEST = ImageRequest(session_id="shared", prompt="A cat", width_px=256, height_px=256)


def server(
    root: Path, generator: FakeGenerator, wait: Callable[[float], None] = lambda _s: None
) -> Services:
    """One server of its own on the shared folder."""
    store = DirectoryStore(root, secret=b"x" * 32, url_life_s=60)
    return replace(make_services(store, generator), wait=wait)


def test_the_second_server_waits_for_the_first_ones_picture(tmp_path: Path) -> None:
    first, second = FakeGenerator(), FakeGenerator()
    first.gate.clear()
    waiting = threading.Event()

    def look_again(_seconds: float) -> None:
        waiting.set()
        first.gate.set()
        assert maker_ended.wait(30)

    maker_ended = threading.Event()
    with ThreadPoolExecutor() as pool:
        made = pool.submit(get_practice_image, server(tmp_path, first), REQUEST)
        made.add_done_callback(lambda _future: maker_ended.set())
        assert first.called.acquire(timeout=30)
        seen = get_practice_image(server(tmp_path, second, look_again), REQUEST)
        assert seen == made.result()
    assert waiting.is_set()
    assert second.calls == []


def test_a_picture_finished_between_look_and_claim_is_taken(tmp_path: Path) -> None:
    other, own = FakeGenerator(), FakeGenerator()
    services = server(tmp_path, own)

    class LateStore(DirectoryStore):
        def claim(self, name: str) -> bool:
            if name.endswith("_first"):
                get_practice_image(server(tmp_path, other), REQUEST)
            return super().claim(name)

    late = replace(services, store=LateStore(tmp_path, secret=b"x" * 32, url_life_s=60))
    get_practice_image(late, REQUEST)
    assert (len(other.calls), own.calls) == (1, [])


def test_when_the_first_server_fails_the_second_one_makes_it(tmp_path: Path) -> None:
    failing = server(tmp_path, FakeGenerator(ModelError("no")))
    with pytest.raises(ModelError):
        get_practice_image(failing, REQUEST)
    working = FakeGenerator()
    get_practice_image(server(tmp_path, working), REQUEST)
    assert len(working.calls) == 1


def test_a_claim_left_by_a_crash_holds_up_once_and_not_for_ever(tmp_path: Path) -> None:
    waits: list[float] = []
    services = server(tmp_path, FakeGenerator(), waits.append)
    assert services.store.claim("shared_first")
    get_practice_image(services, REQUEST)
    assert len(retrieve_images(services, "shared")) == 1
    assert sum(waits) == 180.0
    assert services.store.claim("shared_first")  # it was given back
