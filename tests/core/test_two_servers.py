"""Servers that share nothing but the store make one first picture between them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from imagespeak_core.errors import ModelError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import Claims
from tests.fakes import FakeGenerator, TroubledStore, make_services
from tests.memory_blobs import MemoryBlobs

REQUEST = ImageRequest(session_id="shared", prompt="A cat", width_px=256, height_px=256)


@pytest.fixture
def shared() -> MemoryBlobs:
    return MemoryBlobs()


def server(
    shared: Blobs, generator: FakeGenerator, wait: Callable[[float], None] = lambda _s: None
) -> Services:
    """One server of its own on the shared store."""
    return replace(make_services(TroubledStore(shared), generator), wait=wait)


def test_the_second_server_waits_for_the_first_ones_picture(shared: MemoryBlobs) -> None:
    first, second = FakeGenerator(), FakeGenerator()
    first.gate.clear()
    waiting = threading.Event()

    def look_again(_seconds: float) -> None:
        waiting.set()
        first.gate.set()
        assert maker_ended.wait(30)

    maker_ended = threading.Event()
    with ThreadPoolExecutor() as pool:
        made = pool.submit(get_practice_image, server(shared, first), REQUEST)
        made.add_done_callback(lambda _future: maker_ended.set())
        assert first.called.acquire(timeout=30)
        seen = get_practice_image(server(shared, second, look_again), REQUEST)
        assert seen == made.result()
    assert waiting.is_set()
    assert second.calls == []


def test_a_picture_finished_between_look_and_claim_is_taken(shared: MemoryBlobs) -> None:
    other, own = FakeGenerator(), FakeGenerator()
    services = server(shared, own)

    class LateClaims(Claims):
        def claim(self, name: str) -> bool:
            if name.endswith("_first"):
                get_practice_image(server(shared, other), REQUEST)
            return super().claim(name)

    late = replace(services, claims=LateClaims(shared))
    get_practice_image(late, REQUEST)
    assert (len(other.calls), own.calls) == (1, [])


def test_when_the_first_server_fails_the_second_one_makes_it(shared: MemoryBlobs) -> None:
    failing = server(shared, FakeGenerator(ModelError("no")))
    with pytest.raises(ModelError):
        get_practice_image(failing, REQUEST)
    working = FakeGenerator()
    get_practice_image(server(shared, working), REQUEST)
    assert len(working.calls) == 1


def test_a_claim_left_by_a_crash_holds_up_once_and_not_for_ever(shared: MemoryBlobs) -> None:
    waits: list[float] = []
    services = server(shared, FakeGenerator(), waits.append)
    assert services.claims.claim("shared_first")
    get_practice_image(services, REQUEST)
    assert len(retrieve_images(services, "shared")) == 1
    assert sum(waits) == 180.0
    assert services.claims.claim("shared_first")  # it was given back
