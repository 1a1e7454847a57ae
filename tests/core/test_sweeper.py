"""What gone servers have left is swept at the start and daily, whatever a store allows."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from imagespeak_core.errors import StorageAccessError, StorageTimeoutError
from imagespeak_core.services import Services
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.stores.blobs import BlobInfo
from imagespeak_core.stores.claims import CLAIM_PREFIX
from imagespeak_core.sweeper import Sweeper
from tests.fakes import names_in
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import LIMITS, MadeSound, clock_of_today, services_on, ticket_of


class ClosedRoom(MemoryBlobs):
    """Its claims can't be listed.

    Attributes:
        error: Why.
        asked: How often somebody tried.
    """

    def __init__(self, error: StorageAccessError | StorageTimeoutError) -> None:
        super().__init__()
        self.error = error
        self.asked = 0

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        if prefix == CLAIM_PREFIX:
            self.asked += 1
            raise self.error
        return super().list(prefix, after=after)


def run(services: Services, *, days: int) -> None:
    """Sweep so many times."""
    ends = iter([False] * (days - 1) + [True])
    Sweeper(services, wait=lambda *_: next(ends)).run()


def test_claims_of_gone_servers_go_and_those_that_count_stay() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    for name in ("gone", "held"):
        assert services.claims.take(name)
    left = blobs.kept[f"{CLAIM_PREFIX}gone"]
    blobs.kept[f"{CLAIM_PREFIX}gone"] = replace(
        left, last_modified=left.last_modified - timedelta(days=1)
    )
    run(services, days=1)
    assert names_in(blobs, CLAIM_PREFIX) == ["held"]


def test_a_store_that_may_not_list_claims_is_told_once_and_holds_up_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    blobs, clock = ClosedRoom(StorageAccessError("Not allowed.")), clock_of_today()
    services = services_on(blobs, clock)
    keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    clock.advance(days=30)
    with caplog.at_level(logging.INFO):
        run(services, days=3)
    assert caplog.messages == ["what gone servers have claimed could not be swept: storage_access"]
    assert blobs.asked == 1
    assert blobs.kept == {}


def test_a_store_that_is_away_is_swept_the_next_day() -> None:
    blobs = ClosedRoom(StorageTimeoutError("Slow."))
    run(services_on(blobs), days=3)
    assert blobs.asked == 3
