"""Look, claim, wait, make: in which order, how long, and what is given back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from imagespeak_core.errors import ModelError, StorageError, StorageTimeoutError
from imagespeak_core.pictures.made_once import LOOK_AGAIN_S, MadeOnce, Waits, wait_for
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import CLAIM_PREFIX, Claim
from tests.fakes import FakeGenerator, TroubledClaims, TroubledStore, make_services, names_in
from tests.memory_blobs import MemoryBlobs

CLAIM = "image-001_first"


class ScriptedClaims(TroubledClaims):
    """Gives a claim as it is told to, and notes what it is asked."""

    def __init__(self, script: Iterable[bool | StorageError], notes: list[str]) -> None:
        self.blobs = MemoryBlobs()
        self.troubles: dict[str, StorageError] = {}
        super().__init__(self.blobs, self.troubles)
        self._script = deque(script)
        self._notes = notes

    def take(self, name: str) -> Claim | None:
        return self._given("claim", name)

    def take_over(self, name: str) -> Claim | None:
        return self._given("take over", name)

    def _given(self, how: str, name: str) -> Claim | None:
        assert name == CLAIM
        self._notes.append(how)
        answer = self._script.popleft()
        if isinstance(answer, StorageError):
            raise answer
        return super().take(name) if answer else None

    def remove(self, name: str, version: str) -> None:
        self._notes.append("release")
        super().remove(name, version)

    def lose(self) -> None:
        """Let another server take over what is held."""
        self.blobs.keep(f"{CLAIM_PREFIX}{CLAIM}", b"another's", "application/json")


class Errand:
    """One who wants a picture, and what happens on the way.

    Attributes:
        steps: Each look, check, claim, wait, making and giving back, in order.
        claims: As they were told to answer.
        failing: What each step raises, by its name.
        made: What the making gives, one after another; then "made".
        silent_s: For so long the claim was not renewed before it is paid.
    """

    def __init__(
        self,
        *,
        claims: Iterable[bool | StorageError],
        looks: Iterable[str | Exception | None] = (),
    ) -> None:
        self.steps: list[str] = []
        self.claims = ScriptedClaims(claims, self.steps)
        self.failing: dict[str, BaseException] = {}
        self.waited: list[float] = []
        self.made: deque[str | Waits] = deque()
        self.silent_s = 0.0
        self._looks = deque(looks)

    def run(self, *, was_looked: bool = False) -> str:
        return wait_for(self.services(), self.once(was_looked=was_looked))

    def services(self) -> Services:
        services = make_services(TroubledStore(), FakeGenerator(), claims=self.claims)
        return replace(services, wait=self._wait)

    def once(self, *, was_looked: bool = False) -> MadeOnce[str]:
        return MadeOnce(
            self.services(),
            CLAIM,
            look=self._look,
            make=self._make,
            check=lambda: self._step("check"),
            was_looked=was_looked,
        )

    def held(self) -> list[str]:
        return names_in(self.claims.blobs, CLAIM_PREFIX)

    def _look(self) -> str | None:
        self._step("look")
        found = self._looks.popleft() if self._looks else None
        if isinstance(found, Exception):
            raise found
        return found

    def _make(self, before_call: Callable[[], None]) -> str | Waits:
        assert self.held() == [CLAIM]
        running_s = self.claims.monotonic() + self.silent_s
        self.claims.monotonic = lambda: running_s
        self._step("make")
        before_call()
        self._step("pay")
        return self.made.popleft() if self.made else "made"

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
    assert errand.steps == ["look", "check", "claim", "look", "make", "pay", "release"]


def test_a_look_of_a_moment_ago_is_spared_and_the_one_after_the_claim_is_not() -> None:
    errand = Errand(claims=[True], looks=["theirs"])
    assert errand.run(was_looked=True) == "theirs"
    assert errand.steps == ["check", "claim", "look", "release"]


def test_what_came_between_look_and_claim_is_not_made_again() -> None:
    errand = Errand(claims=[True], looks=[None, "theirs"])
    assert errand.run() == "theirs"
    assert errand.steps == ["look", "check", "claim", "look", "release"]


def test_whoever_does_not_get_the_claim_waits_and_takes_what_is_made() -> None:
    errand = Errand(claims=[False, False], looks=[None, None, "theirs"])
    assert errand.run() == "theirs"
    assert errand.steps[:4] == ["look", "check", "claim", "wait"]
    assert errand.steps[4:] == ["look", "check", "take over", "wait", "look"]
    assert errand.waited == [LOOK_AGAIN_S] * 2


def test_when_the_first_one_fails_the_next_one_makes_it() -> None:
    errand = Errand(claims=[False, True])
    assert errand.run() == "made"
    assert errand.steps[4:] == ["look", "check", "take over", "look", "make", "pay", "release"]


def test_who_waits_holds_no_thread_and_says_why() -> None:
    errand = Errand(claims=[False, True])
    once = errand.once()
    assert once.step() == Waits("another server", LOOK_AGAIN_S)
    assert errand.waited == []
    assert once.step() == "made"


def test_nothing_is_ever_made_without_the_claim() -> None:
    """However long it is another's: an hour here."""
    errand = Errand(claims=[False] * 1_800)
    once = errand.once()
    assert {once.step() for _ in range(1_800)} == {Waits("another server", LOOK_AGAIN_S)}
    assert "make" not in errand.steps


def test_whose_claim_was_taken_over_looks_and_claims_again_before_it_pays() -> None:
    errand = Errand(claims=[True, False], looks=[None, None, None, "theirs"])
    errand.silent_s = 30

    def look() -> str | None:
        found = Errand._look(errand)
        if errand.held() and found is None:
            errand.claims.lose()
        return found

    errand._look = look  # type: ignore[method-assign]
    assert errand.run() == "theirs"
    assert errand.steps[:5] == ["look", "check", "claim", "look", "make"]
    assert "pay" not in errand.steps
    assert errand.waited == [0.0, LOOK_AGAIN_S]
    assert errand.held() == [CLAIM], "another's is not given back"


def test_a_claim_that_is_late_but_nobodys_else_still_pays() -> None:
    errand = Errand(claims=[True])
    errand.silent_s = 30
    assert errand.run() == "made"
    assert errand.held() == []


def test_a_making_that_waits_keeps_its_claim_and_goes_on_without_a_look() -> None:
    errand = Errand(claims=[True])
    waits = Waits("the store", 5.0)
    errand.made.extend([waits, waits])
    once = errand.once()
    assert once.step() == waits
    assert errand.held() == [CLAIM]
    assert once.step() == waits
    assert once.step() == "made"
    assert errand.steps[4:] == ["make", "pay"] * 3
    once.give_up()
    assert errand.held() == []


def test_after_a_slow_model_somebody_else_may_have_made_it() -> None:
    errand = Errand(claims=[True], looks=[None, None, None, "theirs"])
    errand.made.extend([Waits("the model")] * 2)
    once = errand.once()
    assert [once.step() for _ in range(2)] == [Waits("the model")] * 2
    assert errand.held() == [CLAIM]
    assert once.step() == "theirs"
    assert errand.steps[4:] == ["make", "pay", "look", "make", "pay", "look"]
    once.give_up()
    assert errand.held() == []


def test_nobody_waits_for_the_claim_to_be_given_back() -> None:
    errand = Errand(claims=[True])
    once = errand.once()
    assert once.step() == "made"
    assert errand.held() == [CLAIM]
    once.give_up()
    assert errand.steps[-1] == "release"
    assert errand.held() == []


def test_what_waits_can_be_given_up() -> None:
    errand = Errand(claims=[True])
    errand.made.append(Waits("the store"))
    once = errand.once()
    once.step()
    for _ in range(2):
        once.give_up()
        assert errand.held() == []


def test_a_waiting_that_is_broken_off_gives_it_back() -> None:
    errand = Errand(claims=[True])
    errand.made.append(Waits("the store"))
    errand.failing["wait"] = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        errand.run()
    assert errand.held() == []


@pytest.mark.parametrize("error", [ModelError("It failed."), ZeroDivisionError(), SystemExit()])
def test_it_is_given_back_after_an_error_too(error: BaseException) -> None:
    errand = Errand(claims=[True])
    errand.failing["make"] = error
    with pytest.raises(type(error)):
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


def test_where_nobody_knows_whose_it_is_nothing_is_paid() -> None:
    errand = Errand(claims=[True])
    errand.silent_s = 30
    errand.claims.troubles["rewrite"] = StorageTimeoutError("It hangs.")
    with pytest.raises(StorageTimeoutError):
        errand.run()
    assert "pay" not in errand.steps


def test_a_claim_that_can_not_be_given_back_costs_nobody_the_picture() -> None:
    errand = Errand(claims=[True])
    errand.claims.troubles["remove"] = StorageError("No.")
    assert errand.run() == "made"
