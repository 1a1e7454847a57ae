"""Claims in time: renewed, asked after a silence, lost, and given back."""

from __future__ import annotations

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from imagespeak_core.errors import (
    ClaimLostError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.stores.blobs import Blob, Written
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, BEAT_S, CLAIM_PREFIX, Claim, Claims
from tests.fakes import HandClock, names_in
from tests.memory_blobs import MemoryBlobs
from tests.patience import until

WAIT_S = 30


class FailingBlobs(MemoryBlobs):
    """A store whose answers to changes are lost, before or after they are made.

    Attributes:
        lost: What it does with the next changes.
        reads: How often it was read.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now = self.clock = HandClock()
        self.lost: list[str] = []
        self.reads = 0

    def read(self, name: str) -> Blob | None:
        self.reads += 1
        return super().read(name)

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        lost = self.lost.pop(0) if self.lost else ""
        if lost == "before":
            raise StorageTimeoutError("slow")
        written = super().replace(name, content, content_type=content_type, version=version)
        if lost == "after":
            raise StorageTimeoutError("slow")
        return written


class Server:
    """One that claims.

    Attributes:
        running_s: Its own clock.
        beat: Each release lets it renew once.
        slept: How long it slept between.
    """

    def __init__(self, blobs: MemoryBlobs) -> None:
        self.running_s = 0.0
        self.beat = threading.Semaphore(0)
        self.slept: list[float] = []
        self.claims = Claims(blobs, monotonic=lambda: self.running_s, sleep=self._sleep)

    def take(self) -> Claim:
        taken = self.claims.take("abc")
        assert taken
        return taken

    def beats(self) -> bool:
        """Renew once more, where the renewal before has ended."""
        self.beat.release()
        return True

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.beat.acquire(timeout=WAIT_S)


@pytest.fixture
def blobs() -> FailingBlobs:
    return FailingBlobs()


@pytest.fixture
def server(blobs: FailingBlobs) -> Server:
    return Server(blobs)


def pass_by(blobs: FailingBlobs, server: Server, seconds: float) -> None:
    blobs.clock.advance(seconds=seconds)
    server.running_s += seconds


def held(blobs: MemoryBlobs) -> bytes | None:
    there = blobs.kept.get(f"{CLAIM_PREFIX}abc")
    return there.content if there else None


def test_what_is_held_is_renewed_every_few_seconds_until_it_is_given_back(
    blobs: FailingBlobs, server: Server
) -> None:
    claim = server.take()
    seen = {held(blobs)}
    for _ in range(3):
        until(lambda: server.beats() and held(blobs) not in seen)
        seen.add(held(blobs))
    claim.release()
    server.beat.release()
    until(lambda: not server.claims._is_beating)
    assert set(server.slept) == {BEAT_S}
    assert held(blobs) is None


def test_the_beat_begins_again_with_the_next_claim(blobs: FailingBlobs, server: Server) -> None:
    for _ in range(2):
        claim = server.take()
        _assert_renewed(blobs, server)
        claim.release()
        server.beat.release()
        until(lambda: not server.claims._is_beating)


def _assert_renewed(blobs: FailingBlobs, server: Server) -> None:
    before = held(blobs)
    until(lambda: server.beats() and held(blobs) != before)


def test_a_renewal_that_fails_does_not_end_the_beat(
    blobs: FailingBlobs, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    claim = server.take()
    first = held(blobs)
    blobs.lost = ["before", "before"]
    until(lambda: server.beats() and held(blobs) != first)
    assert caplog.messages == ["a claim could not be renewed: storage_timeout"] * 2
    claim.release()
    server.beat.release()


def test_nor_does_one_for_which_there_is_no_thread(
    blobs: FailingBlobs, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = server.take()
    first = held(blobs)
    with monkeypatch.context() as patch:
        patch.setattr(ThreadPoolExecutor, "submit", _no_thread)
        server.beat.release()
        until(lambda: len(server.slept) == 2)
    until(lambda: server.beats() and held(blobs) != first)
    claim.release()
    server.beat.release()


def _no_thread(*_: object) -> None:
    raise RuntimeError("can't start new thread")


def test_a_renewal_that_hangs_holds_up_no_other(blobs: FailingBlobs, server: Server) -> None:
    claim, hanging = server.take(), server.claims.take("hanging")
    assert hanging
    before = blobs.kept[f"{CLAIM_PREFIX}hanging"].content
    with hanging._lock:
        for _ in range(3):
            _assert_renewed(blobs, server)
    name = f"{CLAIM_PREFIX}hanging"
    until(lambda: server.beats() and blobs.kept[name].content != before)
    for one in (claim, hanging):
        one.release()
    server.beat.release()


def test_a_claim_that_nobody_has_any_more_is_soon_another_ones(
    blobs: FailingBlobs, server: Server
) -> None:
    server.take()
    gc.collect()
    server.beat.release()
    until(lambda: not server.claims._is_beating)
    blobs.clock.advance(seconds=ABANDONED_AFTER_S)
    assert Server(blobs).take()


def test_a_fresh_claim_is_checked_without_a_request(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    mark = held(blobs)
    pass_by(blobs, server, ABANDONED_AFTER_S - BEAT_S)
    claim.check()
    assert (blobs.reads, held(blobs)) == (0, mark)


def test_after_a_silence_the_store_is_asked(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    mark = held(blobs)
    pass_by(blobs, server, 30)
    claim.check()
    assert held(blobs) != mark
    pass_by(blobs, server, ABANDONED_AFTER_S - BEAT_S)
    renewed = held(blobs)
    claim.check()
    assert held(blobs) == renewed


def test_whoever_was_frozen_finds_out(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    pass_by(blobs, server, 30)
    other = Server(blobs).take()
    for _ in range(2):
        with pytest.raises(ClaimLostError):
            claim.check()
    other.check()


def test_whoever_was_frozen_finds_out_when_the_other_is_done_too(
    blobs: FailingBlobs, server: Server
) -> None:
    claim = server.take()
    pass_by(blobs, server, 30)
    Server(blobs).take().release()
    with pytest.raises(ClaimLostError):
        claim.check()
    assert held(blobs) is None


def test_where_the_store_is_away_nobody_knows(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    pass_by(blobs, server, 30)
    blobs.lost = ["before"]
    with pytest.raises(StorageTimeoutError):
        claim.check()
    claim.check()


def test_the_clock_of_a_server_is_in_no_age(blobs: FailingBlobs, server: Server) -> None:
    server.take()
    other = Server(blobs)
    other.running_s = 3_600
    assert not other.claims.take("abc")
    blobs.clock.advance(seconds=ABANDONED_AFTER_S)
    assert other.claims.take("abc")


@pytest.mark.parametrize(
    "lost", [["after"], ["after", "after"], ["before", "after"], ["after", "before", "before"]]
)
def test_a_lost_answer_does_not_lose_the_claim(
    blobs: FailingBlobs, server: Server, lost: list[str]
) -> None:
    """The next write is refused, though what is there is our own."""
    claim = server.take()
    blobs.lost = [*lost]
    while blobs.lost:
        with suppress(StorageTimeoutError):
            claim.renew()
    claim.renew()
    claim.release()
    assert held(blobs) is None


def test_a_lost_answer_does_not_win_it_back(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    blobs.lost = ["after"]
    with pytest.raises(StorageTimeoutError):
        claim.renew()
    pass_by(blobs, server, 30)
    other = Server(blobs).take()
    with pytest.raises(ClaimLostError):
        claim.renew()
    claim.release()
    other.check()
    assert held(blobs)


def test_one_that_is_taken_over_between_two_writes_is_lost(
    blobs: FailingBlobs, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After our own was found, and before it was written anew."""
    claim = server.take()
    blobs.lost = ["after"]
    with pytest.raises(StorageTimeoutError):
        claim.renew()
    real_read = blobs.read

    def read(name: str) -> Blob | None:
        there = real_read(name)
        blobs.keep(name, b"another's", "application/json")
        return there

    monkeypatch.setattr(blobs, "read", read)
    with pytest.raises(ClaimLostError):
        claim.renew()
    assert held(blobs) == b"another's"


@pytest.mark.parametrize("seconds", [0, 30])
def test_another_ones_is_not_given_back(
    blobs: FailingBlobs, server: Server, seconds: float
) -> None:
    claim = server.take()
    pass_by(blobs, server, seconds)
    blobs.keep(f"{CLAIM_PREFIX}abc", b"another's", "application/json")
    claim.release()
    assert held(blobs) == b"another's"


def test_what_was_given_back_can_not_be_renewed(blobs: FailingBlobs, server: Server) -> None:
    claim = server.take()
    claim.release()
    for ask in (claim.renew, claim.check):
        with pytest.raises(ClaimLostError):
            ask()
    assert names_in(blobs, CLAIM_PREFIX) == []


def test_what_can_not_be_given_back_is_not_renewed_any_more(
    blobs: FailingBlobs, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = server.take()
    mark = held(blobs)
    with monkeypatch.context() as patch:
        patch.setattr(blobs, "delete_unchanged", _slow)
        with pytest.raises(StorageError):
            claim.release()
    server.beat.release()
    until(lambda: not server.claims._is_beating)
    assert held(blobs) == mark


def _slow(*_: object, **__: object) -> None:
    raise StorageTimeoutError("slow")
