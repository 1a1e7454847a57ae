"""Look, claim, wait, make: in which order, how long, and what is given back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

import pytest

from imagespeak_core.errors import ModelError, StorageError, StorageTimeoutError
from imagespeak_core.pictures.made_once import LONGEST_GENERATION_S, LOOK_AGAIN_S, made_once
from tests.fakes import FakeGenerator, TroubledClaims, TroubledStore, make_services
from tests.memory_blobs import MemoryBlobs

CLAIM = "image-001_first"


class ScriptedClaims(TroubledClaims):
    """Gives a claim as it is told to, and notes what it is asked."""

    def __init__(self, script: Iterable[bool | StorageError], notes: list[str]) -> None:
        self.troubles: dict[str, StorageError] = {}
        super().__init__(MemoryBlobs(), self.troubles)
        self._script = deque(script)
        self._notes = notes

    def claim(self, name: str) -> bool:
        assert name == CLAIM
        self._notes.append("claim")
        answer = self._script.popleft()
        if isinstance(answer, StorageError):
            raise answer
        return answer

    def release(self, name: str) -> None:
        assert name == CLAIM
        self._notes.append("release")
        self._fail_if_told("release")


class Errand:
    """One who wants a picture, and what happens on the way.

    Attributes:
        steps: Each look, check, claim, wait, making and giving back, in order.
        claims: As they were told to answer.
        failing: What each step raises, by its name.
    """

    def __init__(
        self,
        *,
        claims: Iterable[bool | StorageError],
        looks: Iterable[str | Exception | None] = (),
    ) -> None:
        self.steps: list[str] = []
        self.claims = ScriptedClaims(claims, self.steps)
        self.failing: dict[str, Exception] = {}
        self.waited: list[float] = []
        self._looks = deque(looks)

    def run(self) -> str:
        services = make_services(TroubledStore(), FakeGenerator(), claims=self.claims)
        return made_once(
            replace(services, wait=self._wait),
            CLAIM,
            look=self._look,
            make=self._make,
            check=lambda: self._step("check"),
        )

    def _look(self) -> str | None:
        self._step("look")
        found = self._looks.popleft() if self._looks else None
        if isinstance(found, Exception):
            raise found
        return found

    def _make(self) -> str:
        self._step("make")
        return "made"

    def _wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self._step("wait")

    def _step(self, name: str) -> None:
        self.steps.append(name)
        if name in self.failing:
            raise self.failing[name]


def test_what_is_there_is_given_and_nothing_is_asked() -> None:
    errand = Errand(claims=[], looks=["there"])
    assert errand.run() == "there"
    assert errand.steps == ["look"]


@pytest.mark.parametrize("empty", ["", "0"])
def test_what_is_there_counts_even_if_it_is_nothing_much(empty: str) -> None:
    assert Errand(claims=[], looks=[empty]).run() == empty


def test_nothing_is_made_without_another_look_after_the_claim() -> None:
    errand = Errand(claims=[True])
    assert errand.run() == "made"
    assert errand.steps == ["look", "check", "claim", "look", "make", "release"]


def test_what_came_between_look_and_claim_is_not_made_again() -> None:
    errand = Errand(claims=[True], looks=[None, "theirs"])
    assert errand.run() == "theirs"
    assert errand.steps == ["look", "check", "claim", "look", "release"]


def test_whoever_does_not_get_the_claim_waits_and_takes_what_is_made() -> None:
    errand = Errand(claims=[False, False], looks=[None, None, "theirs"])
    assert errand.run() == "theirs"
    assert errand.steps == ["look", "check", "claim", "wait"] * 2 + ["look"]
    assert errand.waited == [LOOK_AGAIN_S] * 2


def test_when_the_first_one_fails_the_next_one_makes_it() -> None:
    errand = Errand(claims=[False, True])
    assert errand.run() == "made"
    assert errand.steps[4:] == ["look", "check", "claim", "look", "make", "release"]


def test_a_claim_that_is_never_given_back_holds_up_no_longer_than_a_generation() -> None:
    errand = Errand(claims=[False] * 1_000)
    assert errand.run() == "made"
    assert sum(errand.waited) == LONGEST_GENERATION_S
    assert errand.steps[-3:] == ["look", "make", "release"]


def test_it_is_given_back_after_an_error_too() -> None:
    errand = Errand(claims=[True])
    errand.failing["make"] = ModelError("It failed.")
    with pytest.raises(ModelError):
        errand.run()
    assert errand.steps[-2:] == ["make", "release"]


def test_also_where_the_look_after_the_claim_fails() -> None:
    errand = Errand(claims=[True], looks=[None, ModelError("It failed.")])
    with pytest.raises(ModelError):
        errand.run()
    assert errand.steps[-2:] == ["look", "release"]


@pytest.mark.parametrize("step", ["look", "check", "wait"])
def test_what_is_not_held_is_not_given_back(step: str) -> None:
    errand = Errand(claims=[False])
    errand.failing[step] = ModelError("It failed.")
    with pytest.raises(ModelError):
        errand.run()
    assert "release" not in errand.steps
    assert "make" not in errand.steps


def test_without_a_store_nothing_is_made() -> None:
    errand = Errand(claims=[StorageTimeoutError("It hangs.")])
    with pytest.raises(StorageTimeoutError):
        errand.run()
    assert errand.steps == ["look", "check", "claim"]


def test_a_claim_that_can_not_be_given_back_costs_nobody_the_picture() -> None:
    errand = Errand(claims=[True])
    errand.claims.troubles["release"] = StorageError("No.")
    assert errand.run() == "made"
