"""State machines: any order of what teachers, servers and stores may do leaves things right."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from imagespeak_core.changes import Changes
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import CLASSES, MAX_PICTURES, ClassState
from imagespeak_core.documents.shelf import Opened, Shelf
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    ClaimLostError,
    ImageNotFoundError,
    ImageSpeakError,
    InvalidRequestError,
    ModelBusyError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.spending.budget import IDLE_S
from imagespeak_core.stores.blobs import Written
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, BEAT_S, Claim, Claims
from imagespeak_core.stores.documents import Documents
from tests.core.test_budget import Place, call
from tests.core.test_classroom_state import CLASS, NOW, a_class, current, key, order, picture
from tests.fakes import HandClock
from tests.memory_blobs import MemoryBlobs

STEPS = settings(max_examples=settings().max_examples // 2, stateful_step_count=30, deadline=None)
NUMBERS = st.integers(0, 5)


class LessonMachine(RuleBasedStateMachine):
    """A teacher's edits, held against a plain list of numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.state: ClassState = a_class()
        self.places: list[int] = []
        self.shown: int | None = None

    @rule(number=NUMBERS)
    def add(self, number: int) -> None:
        self.state = edits.add_pictures(self.state, [picture(number)] * 2)
        if number not in self.places:
            self.places.append(number)

    @rule(numbers=st.sets(NUMBERS, max_size=3))
    def remove(self, numbers: set[int]) -> None:
        self.state = edits.remove_pictures(self.state, {key(number) for number in numbers})
        if self.shown in numbers:
            behind = self.places[self.places.index(self.shown) :]
            left = [one for one in self.places if one not in numbers]
            self.shown = next(
                (one for one in behind if one not in numbers), left[-1] if left else None
            )
        self.places = [one for one in self.places if one not in numbers]

    @rule(number=NUMBERS, place=st.integers(-2, 8))
    def move(self, number: int, place: int) -> None:
        if number not in self.places:
            self.refused(lambda: edits.move_picture(self.state, key(number), place))
            return
        self.state = edits.move_picture(self.state, key(number), place)
        self.places.remove(number)
        self.places.insert(max(0, place), number)

    @rule(number=NUMBERS)
    def choose(self, number: int) -> None:
        if number not in self.places:
            self.refused(lambda: edits.choose_picture(self.state, key(number)))
            return
        before, self.state = self.state, edits.choose_picture(self.state, key(number))
        if number != self.shown:
            assert not self.state.prompt_shown
            assert not self.state.words_shown
        else:
            assert self.state == before
        self.shown = number

    @rule(by=st.sampled_from([1, -1]))
    def step(self, by: int) -> None:
        self.state = edits.step(self.state, by)
        if self.places:
            place = -1 if self.shown is None else self.places.index(self.shown)
            wanted = 0 if self.shown is None else min(max(place + by, 0), len(self.places) - 1)
            self.shown = self.places[wanted]

    @rule(number=NUMBERS, new=st.integers(6, 9))
    def replace(self, number: int, new: int) -> None:
        if number not in self.places:
            self.refused(lambda: edits.replace_picture(self.state, key(number), picture(new)))
        elif new in self.places:
            try:
                edits.replace_picture(self.state, key(number), picture(new))
            except InvalidRequestError:
                return
            raise AssertionError("a picture is there twice")
        else:
            self.state = edits.replace_picture(self.state, key(number), picture(new))
            self.places[self.places.index(number)] = new
            self.shown = new if self.shown == number else self.shown

    @rule(prompt=st.none() | st.booleans(), words=st.none() | st.booleans())
    def reveal(self, prompt: bool | None, words: bool | None) -> None:
        self.state = edits.reveal(self.state, prompt=prompt, words=words)
        assert prompt is None or self.state.prompt_shown == prompt

    @rule(locked=st.booleans())
    def lock(self, locked: bool) -> None:
        self.state = edits.lock(self.state, locked)
        assert self.state.locked == locked

    @rule()
    def end_and_extend(self) -> None:
        assert edits.end(self.state).is_over(NOW)
        self.state = edits.extend(edits.end(self.state), NOW)
        assert not self.state.is_over(NOW)

    def refused(self, edit: Any) -> None:
        try:
            edit()
        except ImageNotFoundError:
            return
        raise AssertionError("it is not in the class")

    @invariant()
    def is_as_the_list_says(self) -> None:
        assert order(self.state) == self.places
        assert current(self.state) == self.shown
        assert len(self.places) <= MAX_PICTURES
        assert CLASSES.read(CLASS, CLASSES.to_json(self.state)) == self.state


class ShelfMachine(RuleBasedStateMachine):
    """Three servers change one class, each with what it has read some time: no change is lost."""

    stale = Bundle("stale")

    def __init__(self) -> None:
        super().__init__()
        self.blobs = MemoryBlobs()
        self.shelf = Shelf(Documents(self.blobs), CLASSES, tell=Changes().tell)
        self.added: set[int] = set()

    @initialize(target=stale)
    def create(self) -> Opened[ClassState]:
        return self.shelf.create(a_class())

    @rule(target=stale)
    def look(self) -> Opened[ClassState]:
        opened = self.shelf.open(CLASS)
        assert opened
        return opened

    @rule(target=stale, opened=stale, number=st.integers(0, 30))
    def change(self, opened: Opened[ClassState], number: int) -> Opened[ClassState]:
        changed = self.shelf.change(
            opened, lambda state: edits.add_pictures(state, [picture(number)])
        )
        assert changed
        if order(opened.state) != order(changed.state) or number in self.added:
            self.added.add(number)
        return changed

    @rule(opened=stale, number=st.integers(31, 40))
    def replace(self, opened: Opened[ClassState], number: int) -> None:
        there = self.shelf.open(CLASS)
        assert there
        state = edits.add_pictures(opened.state, [picture(number)])
        try:
            self.shelf.replace(opened, state)
        except ChangedMeanwhileError:
            assert there.version != opened.version
            assert self.shelf.open(CLASS) == there
            return
        assert there.version == opened.version or state == opened.state
        self.added |= set(order(state))

    @invariant()
    def nothing_is_lost(self) -> None:
        opened = self.shelf.open(CLASS)
        assert opened is None or self.added <= set(order(opened.state))


class LossyBlobs(MemoryBlobs):
    """A store that may lose an answer, before or after it has written."""

    def __init__(self) -> None:
        super().__init__()
        self.now = self.clock = HandClock()
        self.lost = ""

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        lost, self.lost = self.lost, ""
        if lost == "before":
            raise StorageTimeoutError("slow")
        written = super().replace(name, content, content_type=content_type, version=version)
        if lost == "after":
            raise StorageTimeoutError("slow")
        return written


@dataclass
class _Server:
    claims: Claims
    held: Claim | None = None


class ClaimMachine(RuleBasedStateMachine):
    """Servers that take, renew and lose one name: never two that are sure of it."""

    def __init__(self) -> None:
        super().__init__()
        self.blobs = LossyBlobs()
        self.running_s = 0.0
        self.over = threading.Event()  # until then nothing is renewed but by the machine
        self.servers = [
            _Server(
                Claims(
                    self.blobs,
                    monotonic=lambda: self.running_s,
                    sleep=self._sleep,
                )
            )
            for _ in range(3)
        ]

    @rule(at=st.integers(0, 2), again=st.booleans())
    def take(self, at: int, again: bool) -> None:
        server = self.servers[at]
        if server.held is None:
            try:
                take = server.claims.take_over if again else server.claims.take
                server.held = take("abc")
            except StorageError:
                return

    @rule(at=st.integers(0, 2))
    def renew(self, at: int) -> None:
        server = self.servers[at]
        if server.held:
            try:
                server.held.renew()
            except ClaimLostError:
                server.held = None
            except StorageError:
                return

    @rule(at=st.integers(0, 2))
    def release(self, at: int) -> None:
        held, self.servers[at].held = self.servers[at].held, None
        if held:
            try:
                held.release()
            except StorageError:
                return

    @rule()
    def is_killed(self) -> None:
        self.servers[0].held = None

    @rule(seconds=st.sampled_from([BEAT_S, 14.0, 14.0, ABANDONED_AFTER_S, 60.0]))
    def wait(self, seconds: float) -> None:
        self.blobs.clock.advance(seconds=seconds)
        self.running_s += seconds

    def _sleep(self, _seconds: float) -> None:
        self.over.wait(60)

    def teardown(self) -> None:
        for server in self.servers:
            server.held = None
        self.over.set()

    @rule(when=st.sampled_from(["before", "after"]))
    def lose_an_answer(self, when: str) -> None:
        self.blobs.lost = when

    @invariant()
    def one_at_most_is_sure(self) -> None:
        lost, self.blobs.lost = self.blobs.lost, ""
        sure = 0
        for server in self.servers:
            if server.held:
                try:
                    server.held.check()
                    sure += 1
                except ClaimLostError:
                    server.held = None
        self.blobs.lost = lost
        assert sure <= 1


class BudgetMachine(RuleBasedStateMachine):
    """Servers that spend, crash and lose sight of the store: never more than the limits allow."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Place("0.30", "0.40")
        self.servers = [self.place.server(leases_blocks=at < 2) for at in range(3)]
        self.paid: dict[str, Decimal] = {}

    @rule(
        at=st.integers(0, 2),
        price=st.sampled_from(["0.04", "0.08", "0.14"]),
        unmade=st.booleans(),
    )
    def spend(self, at: int, price: str, unmade: bool) -> None:
        error = ModelBusyError("busy") if unmade else None
        try:
            made = call(self.servers[at], Decimal(price), error)
        except ImageSpeakError:
            assert self.place.blobs.trouble
            return
        if made and not unmade:
            day = f"{self.place.clock():%d}"
            self.paid[day] = self.paid.get(day, Decimal(0)) + Decimal(price)

    @rule(at=st.integers(0, 2))
    def crash(self, at: int) -> None:
        self.servers[at] = self.place.server(leases_blocks=at < 2)

    @rule(seconds=st.sampled_from([5.0, IDLE_S, 12 * 3_600.0]))
    def idle(self, seconds: float) -> None:
        if self.place.clock() + timedelta(seconds=seconds) < datetime(2026, 11, 30, 22, tzinfo=UTC):
            self.place.idle(seconds)

    @rule(trouble=st.sampled_from(["", "", "away", "lost answers"]))
    def store_is(self, trouble: Any) -> None:
        self.place.blobs.trouble = trouble

    @invariant()
    def no_limit_is_passed(self) -> None:
        assert all(sum_ <= Decimal("0.30") for sum_ in self.paid.values())
        assert sum(self.paid.values()) <= Decimal("0.40")
        if "budgets/2026-11.json" in self.place.blobs.kept:
            stored = self.place.spent()
            for day, sum_ in self.paid.items():
                assert stored.get(day, 0) >= sum_ * 1_000_000
            assert sum(stored.values()) <= 400_000


TestLesson = LessonMachine.TestCase
TestShelf = ShelfMachine.TestCase
TestClaims = ClaimMachine.TestCase
TestBudget = BudgetMachine.TestCase
for _machine in (TestLesson, TestShelf, TestClaims, TestBudget):
    _machine.settings = STEPS
del _machine
