"""Whether store and model can be reached: one look for many who ask, and nobody waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest

from imagespeak_core.errors import (
    ModelCredentialsError,
    ModelSilentError,
    ModelTimeoutError,
    ModelUnreachableError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.generators.breaker import HUNG_S, OPEN_S, Breaker
from imagespeak_core.operations.building import ANSWER_COUNTS_S, build_readiness
from imagespeak_core.operations.readiness import KNOWN_FOR_S, MOST_AT_ONCE, OK, Readiness
from imagespeak_core.settings import Settings
from tests.fakes import FakeGenerator, TroubledStore, make_services

LIMIT_S = 30


class Clock:
    def __init__(self) -> None:
        self.now_s = 5.0

    def __call__(self) -> float:
        return self.now_s


class Looks:
    """A check that counts, and ends as it is told to."""

    def __init__(self) -> None:
        self.number = 0
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self) -> None:
        self.number += 1
        assert self.gate.wait(LIMIT_S)
        if self.error:
            raise self.error


def now(readiness: Readiness) -> dict[str, str]:
    return {name: look.result(LIMIT_S) for name, look in readiness.looks().items()}


def test_an_answer_holds_for_ten_seconds_whatever_it_is() -> None:
    clock, store = Clock(), Looks()
    readiness = Readiness({"store": store}, clock)
    assert [now(readiness) for _ in range(5)] == [{"store": OK}] * 5
    assert store.number == 1
    store.error = StorageUnreachableError("Away.")
    clock.now_s += KNOWN_FOR_S - 1
    assert now(readiness) == {"store": OK}
    clock.now_s += 1
    assert [now(readiness) for _ in range(5)] == [{"store": "storage_unreachable"}] * 5
    assert store.number == 2
    store.error = None
    clock.now_s += KNOWN_FOR_S
    assert now(readiness) == {"store": OK}


def test_many_who_ask_at_once_share_a_look_and_one_that_hangs_is_not_asked_again() -> None:
    clock, hangs, quick = Clock(), Looks(), Looks()
    hangs.gate.clear()
    readiness = Readiness({"store": hangs, "model": quick}, clock)
    looks = [readiness.looks() for _ in range(50)]
    assert looks[0]["model"].result(LIMIT_S) == OK
    clock.now_s += KNOWN_FOR_S - 1
    again = [readiness.looks() for _ in range(50)]
    assert {look["store"] for look in looks + again} == {looks[0]["store"]}
    assert not looks[0]["store"].done()
    hangs.gate.set()
    assert again[0]["store"].result(LIMIT_S) == OK
    assert hangs.number == quick.number == 1


def test_a_part_that_is_there_again_is_so_while_an_older_look_hangs_and_fails_later() -> None:
    clock, later = Clock(), Looks()
    gate, begun = threading.Event(), threading.Event()

    def store() -> None:
        if begun.is_set():
            return later()
        begun.set()
        assert gate.wait(LIMIT_S)
        raise StorageTimeoutError("Slow.")

    readiness = Readiness({"store": store}, clock)
    old = readiness.looks()["store"]
    assert begun.wait(LIMIT_S)
    clock.now_s += KNOWN_FOR_S
    assert now(readiness) == {"store": OK}
    clock.now_s += KNOWN_FOR_S - 1
    gate.set()
    assert old.result(LIMIT_S) == "storage_timeout"
    assert now(readiness) == {"store": OK}
    assert later.number == 1
    clock.now_s += 1
    assert now(readiness) == {"store": OK}
    assert later.number == 2


def test_few_looks_hang_at_once_however_long_that_lasts() -> None:
    clock, store = Clock(), Looks()
    store.gate.clear()
    readiness = Readiness({"store": store}, clock)
    hanging = set()
    for _ in range(10 * MOST_AT_ONCE):
        hanging.add(readiness.looks()["store"])
        clock.now_s += KNOWN_FOR_S
    assert len(hanging) == MOST_AT_ONCE
    store.gate.set()
    assert {look.result(LIMIT_S) for look in hanging} == {OK}
    clock.now_s += KNOWN_FOR_S
    assert now(readiness) == {"store": OK}
    assert store.number == MOST_AT_ONCE + 1


def test_who_stops_waiting_ends_no_look_of_others() -> None:
    store = Looks()
    store.gate.clear()
    readiness = Readiness({"store": store}, Clock())
    assert not readiness.looks()["store"].cancel()
    store.gate.set()
    assert now(readiness) == {"store": OK}


def test_our_own_bug_is_not_ready(caplog: pytest.LogCaptureFixture) -> None:
    store = Looks()
    store.error = ZeroDivisionError()
    assert now(Readiness({"store": store}, Clock())) == {"store": "internal_error"}
    assert "ZeroDivisionError" in caplog.text


def ready_with(model: Callable[[], None], store: TroubledStore | None = None) -> dict[str, str]:
    services = make_services(store or TroubledStore(), FakeGenerator())
    return now(build_readiness(Settings(), services, model))


def test_a_store_that_is_away_and_credentials_that_have_expired_are_told_to_the_owner_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store, model = TroubledStore(), Looks()
    assert ready_with(model, store) == {"store": OK, "model": OK}
    store.troubles["list_session"] = StorageUnreachableError("Away.")
    model.error = ModelCredentialsError("Expired.")
    assert ready_with(model, store) == {"store": "storage_unreachable", "model": "credentials"}
    assert "model credentials: Expired." in caplog.text


def test_a_model_that_is_left_alone_is_not_ready_until_it_may_be_tried() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.check("a model")
    with suppress(ModelTimeoutError), breaker.one("a model"):
        clock.now_s += HUNG_S
        raise ModelTimeoutError("Slow.")
    with pytest.raises(ModelSilentError):
        breaker.check("a model")
    breaker.check("another model")
    clock.now_s += OPEN_S
    breaker.check("a model")


def test_a_model_that_has_answered_lately_is_ready_whatever_the_catalogue_says() -> None:
    clock, model, standard = Clock(), Looks(), Settings().standard_model
    model.error = ModelUnreachableError("No way to the catalogue.")
    breaker = Breaker(clock)
    services = replace(make_services(TroubledStore(), FakeGenerator()), breaker=breaker)

    def ready() -> str:
        return now(build_readiness(Settings(), services, model))["model"]

    assert ready() == "model_unreachable"
    with suppress(ModelTimeoutError), breaker.one(standard):
        raise ModelTimeoutError("Slow.")
    assert ready() == "model_unreachable"
    with breaker.one(standard):
        pass
    assert ready() == OK
    clock.now_s += ANSWER_COUNTS_S + 1
    assert ready() == "model_unreachable"
