"""Models look in the background: once at a picture, at few at once, and none is lost at the end."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from imagespeak_core.errors import ModelBusyError
from imagespeak_core.pictures.made_once import LOOK_AGAIN_S
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.looks import AT_ONCE, MAX_UNFINISHED, Looks
from imagespeak_core.speaking.model_view import KeptView
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import CLAIM_PREFIX, Claim, Claims
from tests.core.lab_rig import HandLater
from tests.core.test_model_view import KEY, looks_of, served
from tests.fakes import SEEN, FakeViewer, names_in
from tests.memory_blobs import MemoryBlobs
from tests.patience import until


def test_presses_in_one_process_wait_for_one_look() -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    blobs = MemoryBlobs()
    looks = Looks(served(blobs, viewer))
    first, second = looks.begin(KEY), looks.begin(KEY)
    assert first is second
    viewer.gate.set()
    assert first.result(10).view == SEEN
    until(lambda: names_in(blobs, CLAIM_PREFIX) == [])
    looks.shutdown()
    assert viewer.looks == 1


class TakenClaims(Claims):
    """Another server has them all, but for one of the pictures.

    Attributes:
        are_taken: False as soon as the other server gives them back.
    """

    def __init__(self, blobs: Blobs, *, free_index: int = -1) -> None:
        super().__init__(blobs)
        self.are_taken = True
        self._free = f"_{free_index}_view"

    def take(self, name: str) -> Claim | None:
        return super().take(name) if self._may(name) else None

    def take_over(self, name: str) -> Claim | None:
        return super().take_over(name) if self._may(name) else None

    def _may(self, name: str) -> bool:
        return not self.are_taken or name.endswith(self._free)


def pictures(services: Services, count: int) -> list[ImageKey]:
    """So many in the store."""
    keys = [replace(KEY, image_index=number) for number in range(count)]
    for key in keys[1:]:
        services.store.put(key, services.store.read(KEY), {})
    return keys


def test_at_the_servers_end_nobody_waits_for_another_server() -> None:
    blobs, later = MemoryBlobs(), HandLater()
    services = replace(served(blobs), claims=TakenClaims(blobs))
    looks = Looks(services, later=later)
    waiting = looks.begin(KEY)
    assert later.waits.acquire(timeout=10)
    assert looks.shutdown()
    assert isinstance(waiting.exception(0), ModelBusyError)
    later.pass_by()
    assert looks._work.empty(), "nobody comes back to it"
    assert looks_of(services) == 0


def test_who_waits_for_another_server_holds_no_thread() -> None:
    blobs, later = MemoryBlobs(), HandLater()
    claims = TakenClaims(blobs, free_index=10)
    services = replace(served(blobs), claims=claims)
    *claimed, free = pictures(services, 11)
    before = threading.active_count()
    looks = Looks(services, later=later)
    waiting = [looks.begin(key) for key in claimed]
    for _ in waiting:
        assert later.waits.acquire(timeout=10)
    assert threading.active_count() - before <= AT_ONCE
    assert looks.begin(free).result(10) == KeptView(SEEN, is_stored=True)
    assert later.asked == [LOOK_AGAIN_S] * 10

    claims.are_taken = False
    later.pass_by()
    assert [one.result(10) for one in waiting] == [KeptView(SEEN, is_stored=True)] * 10
    assert looks_of(services) == 11
    assert looks.shutdown()


def test_no_more_wait_than_may() -> None:
    blobs, later = MemoryBlobs(), HandLater()
    claims = TakenClaims(blobs)
    services = replace(served(blobs), claims=claims)
    *may, late = pictures(services, MAX_UNFINISHED + 1)
    looks = Looks(services, later=later)
    waiting = [looks.begin(key) for key in may]
    with pytest.raises(ModelBusyError) as caught:
        looks.begin(late)
    assert caught.value.retry_after_s
    assert looks.begin(KEY) is waiting[0], "whoever joins is no more"
    assert looks.shutdown()


def test_at_the_servers_end_who_looks_is_waited_for_and_nothing_is_begun() -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    services = served(MemoryBlobs(), viewer)
    looks = Looks(services)
    paid = looks.begin(KEY)
    assert viewer.called.acquire(timeout=10)
    with ThreadPoolExecutor(1) as pool:
        ending = pool.submit(looks.shutdown)
        until(lambda: looks._closed)
        with pytest.raises(ModelBusyError):
            looks.begin(replace(KEY, image_index=1))
        viewer.gate.set()
        assert ending.result(10)
    assert paid.result(0) == KeptView(SEEN, is_stored=True)
    assert viewer.looks == 1


def test_a_look_that_takes_too_long_holds_up_no_ending() -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    looks = Looks(served(MemoryBlobs(), viewer))
    paid = looks.begin(KEY)
    assert viewer.called.acquire(timeout=10)
    assert not looks.shutdown(timeout_s=0)
    assert all(one.daemon for one in threading.enumerate() if one.name == "look")
    viewer.gate.set()
    assert paid.result(10).view == SEEN


def test_no_more_look_at_once_than_may() -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    services = served(MemoryBlobs(), viewer)
    keys = pictures(services, AT_ONCE + 1)
    looks = Looks(services)
    begun = [looks.begin(key) for key in keys]
    for _ in range(AT_ONCE):
        assert viewer.called.acquire(timeout=10)
    assert len(looks._threads) == viewer.looks == AT_ONCE
    viewer.gate.set()
    assert [one.result(10).view for one in begun] == [SEEN] * len(keys)


def test_at_the_servers_end_who_has_had_no_turn_is_turned_away_at_once() -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    services = served(MemoryBlobs(), viewer)
    looks = Looks(services)
    *begun, late = [looks.begin(key) for key in pictures(services, AT_ONCE + 1)]
    for _ in begun:
        assert viewer.called.acquire(timeout=10)
    assert not looks.shutdown(timeout_s=0)
    assert isinstance(late.exception(0), ModelBusyError)
    viewer.gate.set()
    assert [one.result(10).view for one in begun] == [SEEN] * AT_ONCE


def test_after_a_mistake_of_ours_the_thread_goes_on() -> None:
    looks = Looks(served(MemoryBlobs(), FakeViewer(KeyError("ours"))))
    assert isinstance(looks.begin(KEY).exception(10), KeyError)
    assert looks.begin(KEY).result(10).is_stored
    assert len(looks._threads) == 1
