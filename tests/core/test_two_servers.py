"""Servers that share nothing but the store make one first picture between them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from imagespeak_core.errors import ModelError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.made_once import wait_for
from imagespeak_core.pictures.use_cases import (
    get_practice_image,
    practice_errand,
    retrieve_images,
)
from imagespeak_core.services import Services
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, CLAIM_PREFIX, Claim, Claims
from tests.contracts.store_backend import side_by_side
from tests.fakes import FakeGenerator, HandClock, TroubledStore, make_services, names_in
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
        def take(self, name: str) -> Claim | None:
            get_practice_image(server(shared, other), REQUEST)
            return super().take(name)

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


def test_a_claim_left_by_a_crash_holds_up_for_twenty_seconds(shared: MemoryBlobs) -> None:
    shared.now = clock = HandClock()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        clock.advance(seconds=seconds)

    services = server(shared, FakeGenerator(), wait)
    assert server(shared, FakeGenerator()).claims.take("shared_first")
    get_practice_image(services, REQUEST)
    assert len(retrieve_images(services, "shared")) == 1
    assert sum(waits) == ABANDONED_AFTER_S
    assert names_in(shared, CLAIM_PREFIX) == []


def test_who_comes_later_waits_only_for_the_rest_of_it(shared: MemoryBlobs) -> None:
    shared.now = clock = HandClock()
    assert server(shared, FakeGenerator()).claims.take("shared_first")
    clock.advance(seconds=ABANDONED_AFTER_S)
    services = server(shared, FakeGenerator(), wait=_never)
    get_practice_image(services, REQUEST)
    assert names_in(shared, CLAIM_PREFIX) == []


def test_of_many_servers_at_an_abandoned_claim_one_makes_it(shared: MemoryBlobs) -> None:
    shared.now = clock = HandClock()
    assert server(shared, FakeGenerator()).claims.take("shared_first")
    clock.advance(seconds=ABANDONED_AFTER_S)
    generators = [FakeGenerator() for _ in range(8)]
    side_by_side(lambda number: get_practice_image(server(shared, generators[number]), REQUEST))
    assert sum(len(generator.calls) for generator in generators) == 1


def test_a_frozen_server_finds_out_before_it_pays(shared: MemoryBlobs) -> None:
    """It is stopped between its claim and its call, and another one goes on meanwhile."""
    shared.now = clock = HandClock()
    running_s = [0.0]
    frozen, other = FakeGenerator(), FakeGenerator()

    class FreezingClaims(Claims):
        def take(self, name: str) -> Claim | None:
            taken = super().take(name)
            clock.advance(seconds=30)
            running_s[0] += 30
            get_practice_image(server(shared, other), REQUEST)
            return taken

    claims = FreezingClaims(shared, monotonic=lambda: running_s[0])
    # What it looked at before it was stopped had no picture.
    services = replace(server(shared, frozen), claims=claims)
    errand = practice_errand(services, REQUEST)
    seen = wait_for(services, errand)
    assert seen == retrieve_images(services, "shared")
    assert (len(other.calls), frozen.calls) == (1, [])
    assert names_in(shared, CLAIM_PREFIX) == []


def _never(_seconds: float) -> None:
    raise AssertionError("there is nothing to wait for")
