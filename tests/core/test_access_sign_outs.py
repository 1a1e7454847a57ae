"""Sign-outs hold on all servers, cost few looks at the store, and bear its absence."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from imagespeak_core.access.accounts import signed_in_of
from imagespeak_core.access.sign_outs import (
    GOES_ON_S,
    LOOK_EVERY_S,
    NAME,
    OLDEST_S,
    SignOuts,
)
from imagespeak_core.access.signed_in import LONGEST_LIFE_S, MOST_ENDED, Ended, SignedIn
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    DocumentDamagedError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.stores.documents import Document, Documents
from tests.fakes import HandClock
from tests.memory_blobs import MemoryBlobs

HOUR_S = 3_600


class ShakyDocuments(Documents):
    """Counts what is asked, fails when it is told, and lets others in before a write."""

    def __init__(self, blobs: MemoryBlobs) -> None:
        super().__init__(blobs)
        self.reads = self.writes = 0
        self.trouble: StorageError | None = None
        self.before_write: Callable[[], object] | None = None

    def read(self, name: str) -> Document | None:
        self.reads += 1
        if self.trouble:
            raise self.trouble
        return super().read(name)

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        self.writes += 1
        if self.trouble:
            raise self.trouble
        between, self.before_write = self.before_write, None
        if between:
            between()
        return super().write(name, content, replacing=replacing)


class Server:
    """One of several on a store; all share a clock, which is turned by hand."""

    def __init__(self, blobs: MemoryBlobs, clock: HandClock) -> None:
        self.clock = clock
        self.documents = ShakyDocuments(blobs)
        self.waiting: list[Callable[[], None]] = []
        self.is_slow, self.has_threads = False, True
        self.sign_outs = SignOuts(
            self.documents,
            now=clock,
            monotonic=lambda: clock().timestamp(),
            troubles=Troubles(lambda: clock().timestamp()),
            start=self._start,
        )

    def _start(self, work: Callable[[], None]) -> None:
        if not self.has_threads:
            raise RuntimeError("can't start new thread")
        if self.is_slow:
            self.waiting.append(work)
        else:
            work()

    def lets_in(self, one: SignedIn) -> bool:
        return self.sign_outs.still_counts(one)


class School:
    """Servers on one store."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.blobs = MemoryBlobs()
        self.a, self.b = self.server(), self.server()
        self._number = 0

    def server(self) -> Server:
        return Server(self.blobs, self.clock)

    def sign_in(self, account: str = "pin", life_s: int = 12 * HOUR_S) -> SignedIn:
        self._number += 1
        now_s = int(self.clock().timestamp())
        return SignedIn(f"{self._number:016x}", account, now_s, now_s + life_s)

    @property
    def stored(self) -> dict[str, object]:
        content: dict[str, object] = json.loads(self.blobs.kept[NAME].content)
        return content


@pytest.fixture
def school() -> School:
    return School()


def test_a_sign_out_holds_here_at_once_and_elsewhere_after_seconds(school: School) -> None:
    mine, others = school.sign_in(), school.sign_in()
    assert all(server.lets_in(mine) for server in (school.a, school.b))
    school.a.sign_outs.end(mine)
    assert not school.a.lets_in(mine)
    assert school.b.lets_in(mine), "what it knows is some seconds old"
    school.clock.advance(seconds=LOOK_EVERY_S)
    for server in (school.a, school.b, school.server()):
        assert not server.lets_in(mine)
        assert server.lets_in(others)


def test_nothing_stored_opens_or_names_anything(school: School) -> None:
    mine = school.sign_in()
    school.a.sign_outs.end(mine)
    school.a.sign_outs.end_everywhere(mine)
    assert school.stored == {
        "version": 1,
        "ended": {mine.id: mine.ends_s},
        "all_until": {"pin": mine.since_s},
    }


def test_a_crowd_of_teachers_shares_one_look(school: School) -> None:
    everybody = [school.sign_in() for _ in range(50)]
    for _ in range(4):
        for one in everybody:
            assert school.a.lets_in(one)
        school.clock.advance(seconds=LOOK_EVERY_S / 4)
    assert school.a.documents.reads == 1
    assert school.a.lets_in(everybody[0])
    assert school.a.documents.reads == 2
    assert school.a.documents.writes == 0


def test_nobody_waits_for_a_slow_look_who_is_known(school: School) -> None:
    mine = school.sign_in()
    assert school.a.lets_in(mine)
    school.a.is_slow = True
    school.clock.advance(seconds=LOOK_EVERY_S)
    school.b.sign_outs.end(mine)
    assert school.a.lets_in(mine), "the look goes on in its own thread"
    assert len(school.a.waiting) == 1
    school.a.waiting.pop()()
    assert not school.a.lets_in(mine)


def test_what_is_known_of_long_ago_lets_nobody_in(school: School) -> None:
    """The one who asks waits for the look, which here takes another thread to be over."""
    mine = school.sign_in()
    assert school.a.lets_in(mine)
    school.b.sign_outs.end(mine)
    school.clock.advance(seconds=OLDEST_S + 1)
    begun = threading.Event()

    class Later(list[Callable[[], None]]):
        def append(self, work: Callable[[], None]) -> None:
            begun.set()
            threading.Thread(target=work).start()

    school.a.is_slow, school.a.waiting = True, Later()
    assert not school.a.lets_in(mine)
    assert begun.is_set()


def test_a_look_for_which_there_is_no_thread_is_made_later(school: School) -> None:
    mine = school.sign_in()
    assert school.a.lets_in(mine)
    school.b.sign_outs.end(mine)
    school.clock.advance(seconds=LOOK_EVERY_S)
    school.a.has_threads = False
    assert school.a.lets_in(mine)
    school.clock.advance(seconds=LOOK_EVERY_S)
    school.a.has_threads = True
    assert not school.a.lets_in(mine)


def test_sign_outs_at_once_on_several_servers_are_all_kept(school: School) -> None:
    first, second, third = (school.sign_in() for _ in range(3))
    school.a.documents.before_write = lambda: school.b.sign_outs.end(second)
    school.b.documents.before_write = lambda: school.server().sign_outs.end(third)
    school.a.sign_outs.end(first)
    fresh = school.server()
    assert [fresh.lets_in(one) for one in (first, second, third)] == [False] * 3


class TestEverywhere:
    def test_all_of_the_account_have_to_sign_in_again(self, school: School) -> None:
        mine, thiefs, anas = school.sign_in(), school.sign_in(), school.sign_in("ana")
        school.clock.advance(seconds=60)
        school.a.sign_outs.end_everywhere(mine)
        school.clock.advance(seconds=LOOK_EVERY_S)
        for server in (school.a, school.b):
            assert not server.lets_in(mine)
            assert not server.lets_in(thiefs)
            assert server.lets_in(anas)
            assert server.lets_in(school.sign_in())

    def test_a_new_sign_in_counts_at_once_whatever_the_clocks_say(self, school: School) -> None:
        mine = school.sign_in()
        ahead = HandClock(school.clock())
        ahead.advance(seconds=40)
        Server(school.blobs, ahead).sign_outs.end_everywhere(mine)
        since_s = school.b.sign_outs.first_second("pin")
        assert since_s == int(ahead().timestamp()) + 1
        again = replace(school.sign_in(), since_s=since_s)
        for server in (school.a, school.b):
            assert server.lets_in(again)
            assert not server.lets_in(mine)
        school.b.sign_outs.end_everywhere(again)
        assert not school.b.lets_in(again), "though it is of a second that is still to come"
        assert school.a.sign_outs.first_second("ana") == int(school.clock().timestamp())

    def test_where_the_store_does_not_know_it_all_count_as_before(self, school: School) -> None:
        mine = school.sign_in()
        assert school.a.lets_in(mine)
        school.a.documents.trouble = StorageTimeoutError("slow")
        with pytest.raises(StorageTimeoutError):
            school.a.sign_outs.end_everywhere(mine)
        assert school.a.lets_in(mine)
        school.a.documents.trouble = None
        school.a.sign_outs.end_everywhere(mine)
        assert not school.a.lets_in(mine)


class TestTheStoreIsAway:
    def test_a_teacher_goes_on_for_15_minutes_and_then_signs_in_again(self, school: School) -> None:
        mine = school.sign_in()
        school.clock.advance(seconds=60)
        assert school.a.lets_in(mine)
        school.a.documents.trouble = StorageTimeoutError("slow")
        school.clock.advance(seconds=GOES_ON_S)
        assert school.a.lets_in(mine)
        school.clock.advance(seconds=1)
        assert not school.a.lets_in(mine)
        again = school.sign_in()
        school.clock.advance(hours=2)
        assert school.a.lets_in(again), "she is asked once, not each 15 minutes"
        school.a.documents.trouble = None
        school.clock.advance(seconds=LOOK_EVERY_S)
        assert school.a.lets_in(mine)

    def test_a_server_that_never_reached_it_takes_new_sign_ins_alone(self, school: School) -> None:
        old = school.sign_in()
        school.clock.advance(seconds=60)
        server = school.server()
        server.documents.trouble = StorageAccessError("Not allowed.")
        assert not server.lets_in(old)
        assert server.lets_in(school.sign_in())

    def test_a_sign_out_holds_here_and_is_stored_later(
        self, school: School, caplog: pytest.LogCaptureFixture
    ) -> None:
        mine = school.sign_in()
        school.a.documents.trouble = StorageTimeoutError("slow")
        with caplog.at_level(logging.WARNING):
            school.a.sign_outs.end(mine)
            for _ in range(5):
                assert not school.a.lets_in(mine)
        (said,) = caplog.messages
        assert said.startswith("sign-outs: Who signs out on another server")
        assert mine.id not in said
        assert school.server().lets_in(mine)
        school.a.documents.trouble = None
        school.clock.advance(seconds=LOOK_EVERY_S)
        school.a.lets_in(school.sign_in())
        assert not school.server().lets_in(mine)
        writes = school.a.documents.writes
        school.clock.advance(seconds=LOOK_EVERY_S)
        school.a.lets_in(school.sign_in())
        assert school.a.documents.writes == writes, "it is stored once"

    def test_a_failing_store_is_asked_no_more_often(self, school: School) -> None:
        mine = school.sign_in()
        school.a.documents.trouble = StorageTimeoutError("slow")
        for _ in range(100):
            school.a.lets_in(mine)
        assert school.a.documents.reads == 1

    def test_a_damaged_document_is_left_as_it_is(self, school: School) -> None:
        mine = school.sign_in()
        assert school.a.lets_in(mine)
        school.blobs.keep(NAME, b"{", "application/json")
        school.clock.advance(seconds=LOOK_EVERY_S)
        assert school.a.lets_in(mine)
        school.a.sign_outs.end(mine)
        with pytest.raises(DocumentDamagedError, match="Delete it"):
            school.a.sign_outs.end_everywhere(school.sign_in())
        assert school.blobs.kept[NAME].content == b"{"
        assert not school.a.lets_in(mine)

    def test_who_is_overtaken_again_and_again_gives_up(self, school: School) -> None:
        def overtake() -> None:
            school.b.sign_outs.end(school.sign_in())
            school.a.documents.before_write = overtake

        school.a.documents.before_write = overtake
        with pytest.raises(ChangedMeanwhileError):
            school.a.sign_outs.end_everywhere(school.sign_in())


class TestBounds:
    def test_what_is_over_by_itself_is_forgotten(self, school: School) -> None:
        school.a.sign_outs.end(school.sign_in())
        school.a.sign_outs.end_everywhere(school.sign_in("ana"))
        school.clock.advance(hours=13)
        last = school.sign_in()
        school.b.sign_outs.end(last)
        assert school.stored["ended"] == {last.id: last.ends_s}
        assert list(school.stored["all_until"]) == ["ana"]  # type: ignore[call-overload]
        school.clock.advance(seconds=LONGEST_LIFE_S)
        school.b.sign_outs.end(school.sign_in())
        assert school.stored["all_until"] == {}

    def test_of_too_many_those_go_that_are_over_first(self) -> None:
        many = Ended(ended={f"{number}": 1_000 + number for number in range(MOST_ENDED)})
        more = many.joined(Ended(ended={"late": 10**6, "soon": 999}), now_s=0)
        assert len(more.ended) == MOST_ENDED
        assert "late" in more.ended
        assert "soon" not in more.ended
        assert "0" not in more.ended
        assert len(more.model_dump_json()) < 200_000


CLAIMS = {"iss": "https://id.school.org", "sub": "7", "iat": 1_800_000_000, "nonce": "n1"}


class TestAccounts:
    def test_each_sign_in_is_another_one_of_the_same_account(self) -> None:
        first = signed_in_of(CLAIMS)
        assert signed_in_of({**CLAIMS, "email": "new@school.org"}) == first
        again = signed_in_of({**CLAIMS, "nonce": "n2"})
        assert (again.account, again.id == first.id) == (first.account, False)
        assert first.since_s == 1_800_000_000
        assert first.ends_s == first.since_s + LONGEST_LIFE_S
        for other in ({"sub": "8"}, {"iss": "https://id.other.org"}):
            assert signed_in_of({**CLAIMS, **other}).account != first.account

    def test_nobody_reads_a_person_in_it(self) -> None:
        one = signed_in_of({**CLAIMS, "email": "ana@school.org"})
        assert "ana" not in repr(one)
        assert "school" not in repr(one)

    @pytest.mark.parametrize("iat", [None, "", "yesterday", [], True])
    def test_a_token_that_does_not_say_when(self, iat: object) -> None:
        one = signed_in_of({**CLAIMS, "iat": iat})
        assert one.since_s <= 1
