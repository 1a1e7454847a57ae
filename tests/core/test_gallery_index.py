"""The one listing of the store: how long it is kept, what is seen while it runs or fails."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from imagespeak_core.errors import StorageError
from imagespeak_core.gallery.index import KEEP_S, RETRY_S, GalleryIndex, Listing
from imagespeak_core.pictures.naming import ImageKey
from tests.core.gallery_pictures import AWAY, NOON, WAIT_S, MemoryStore, key_of, stored


class Seconds:
    """A monotonic clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def pictures(count: int, session: str = "many") -> dict[ImageKey, bytes]:
    return {key_of(session, index=index): b"png" for index in range(count)}


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


def loaded(index: GalleryIndex) -> Listing:
    listing = index.snapshot(wait_s=WAIT_S)
    assert not listing.loading
    return listing


class Held:
    """An index whose listing goes on page by page, when it is told to."""

    def __init__(self, store: MemoryStore, clock: Seconds) -> None:
        self.store = store
        self.store.gate = threading.Semaphore(0)
        self.index = GalleryIndex(store, clock)

    def begin(self) -> Listing:
        listing = self.index.snapshot()
        assert self.store.page_wanted.acquire(timeout=WAIT_S)
        return listing

    def give_page(self) -> Listing:
        """Let one page through; the next one is asked for only when it was taken in."""
        self.store.gate.release()
        assert self.store.page_wanted.acquire(timeout=WAIT_S)
        return self.index.snapshot()

    def finish(self) -> Listing:
        self.store.gate.release(1_000)
        return loaded(self.index)


class TestOneListing:
    def test_a_request_for_each_thousand_and_nothing_else(self, clock: Seconds) -> None:
        for count, requests in ((0, 1), (1, 1), (1_000, 1), (1_001, 2), (2_500, 3)):
            store = MemoryStore(pictures(count))
            listing = loaded(GalleryIndex(store, clock))
            assert store.calls == {"list_all": requests}
            assert listing.picture_count == count
            assert listing.complete
            assert listing.error is None
            assert sum(one.picture_count for one in listing.sessions) == count

    def test_however_many_look(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500)), clock)
        with ThreadPoolExecutor(20) as pool:
            looks = list(pool.map(lambda _: held.index.snapshot(), range(100)))
        assert all(look.loading and not look.complete for look in looks)
        assert held.finish().picture_count == 1_500
        assert held.store.calls == {"list_all": 2}

    def test_nothing_is_listed_before_somebody_looks(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(1))
        GalleryIndex(store, clock)
        assert store.calls == {}

    def test_kept_for_a_minute(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(1))
        index = GalleryIndex(store, clock)
        assert loaded(index).age_s == 0
        store.pictures |= pictures(1, "new")
        clock.now += KEEP_S - 0.1
        listing = loaded(index)
        assert listing.age_s == pytest.approx(KEEP_S - 0.1)
        assert listing.picture_count == 1
        assert store.calls == {"list_all": 1}
        clock.now += 0.1
        assert loaded(index).picture_count == 2
        assert store.calls == {"list_all": 2}

    def test_the_old_one_is_shown_while_a_new_one_runs(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1)), clock)
        held.begin()
        held.finish()
        held.store.gate = threading.Semaphore(0)
        held.store.pictures |= pictures(1_200, "new")
        clock.now += KEEP_S
        for listing in (held.begin(), held.give_page()):
            assert listing.loading
            assert listing.complete
            assert listing.age_s == KEEP_S
            assert [one.session_id for one in listing.sessions] == ["many"]
        assert held.finish().picture_count == 1_201

    def test_forgetting_lists_anew(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(1))
        index = GalleryIndex(store, clock)
        loaded(index)
        index.forget()
        assert loaded(index).picture_count == 1
        assert store.calls == {"list_all": 2}

    def test_forgetting_while_one_runs_lists_anew_after_it(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1)), clock)
        held.begin()
        held.index.forget()
        held.store.gate.release(10)
        loaded(held.index)
        assert loaded(held.index).complete
        assert held.store.calls == {"list_all": 2}


class TestPartOfIt:
    def test_is_seen_while_it_loads(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(1_000, "a") | pictures(1_000, "b") | pictures(500, "c"))
        held = Held(store, clock)
        first = held.begin()
        assert (first.picture_count, first.sessions, first.age_s) == (0, (), None)
        assert (first.loading, first.complete) == (True, False)
        second = held.give_page()
        assert (second.picture_count, [one.session_id for one in second.sessions]) == (1_000, ["a"])
        third = held.give_page()
        assert (third.picture_count, third.loading, third.complete) == (2_000, True, False)
        last = held.finish()
        assert (last.picture_count, last.loading, last.complete) == (2_500, False, True)

    def test_a_session_that_goes_over_two_pages_is_one(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500)), clock)
        held.begin()
        assert held.give_page().sessions[0].picture_count == 1_000
        [one] = held.finish().sessions
        assert (one.picture_count, one.cover.image_index) == (1_500, 1_499)

    def test_waiting_ends_when_the_time_is_over(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1)), clock)
        assert held.index.snapshot(wait_s=0.001).loading
        held.finish()


class TestTrouble:
    def test_what_was_there_before_stays(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(3))
        index = GalleryIndex(store, clock)
        loaded(index)
        store.troubles["list_all"] = AWAY
        clock.now += KEEP_S
        listing = loaded(index)
        assert listing.error is AWAY
        assert (listing.picture_count, listing.complete, listing.age_s) == (3, True, KEEP_S)

    def test_the_first_one_fails_in_the_middle(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500)), clock)
        held.begin()
        held.give_page()
        held.store.troubles["list_all"] = AWAY
        listing = held.finish()
        assert (listing.picture_count, listing.complete, listing.age_s) == (1_000, False, None)
        assert listing.error is AWAY

    def test_it_is_tried_again_after_some_seconds(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(3))
        store.troubles["list_all"] = AWAY
        index = GalleryIndex(store, clock)
        loaded(index)
        clock.now += RETRY_S - 0.1
        assert loaded(index).error is AWAY
        assert store.calls == {"list_all": 1}
        clock.now += 0.1
        del store.troubles["list_all"]
        listing = loaded(index)
        assert (listing.error, listing.complete, listing.picture_count) == (None, True, 3)

    def test_forgetting_tries_again_at_once(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(3))
        store.troubles["list_all"] = AWAY
        index = GalleryIndex(store, clock)
        loaded(index)
        del store.troubles["list_all"]
        index.forget()
        assert loaded(index).complete

    def test_our_own_mistake_is_an_error_too(
        self, clock: Seconds, caplog: pytest.LogCaptureFixture
    ) -> None:
        store = MemoryStore(pictures(3))
        store.troubles["list_all"] = mistake = RuntimeError("a mistake")
        listing = loaded(GalleryIndex(store, clock))
        assert listing.error is mistake
        assert "Traceback" in caplog.text

    def test_no_session_is_named_in_the_log(
        self, clock: Seconds, caplog: pytest.LogCaptureFixture
    ) -> None:
        store = MemoryStore(pictures(3, "secret-session"))
        store.troubles["list_all"] = StorageError("secret-session")
        caplog.set_level(logging.INFO, logger="imagespeak_core")
        loaded(GalleryIndex(store, clock))
        assert "listing failed" in caplog.text
        assert "secret-session" not in caplog.text


class TestDeleted:
    def test_they_vanish_at_once(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(3, "a") | pictures(1, "b"))
        index = GalleryIndex(store, clock)
        loaded(index)
        index.remove([key_of("a", index=2), key_of("b"), key_of("unknown")])
        listing = index.snapshot()
        assert listing.picture_count == 2
        [one] = listing.sessions
        assert (one.session_id, one.picture_count, one.size_bytes) == ("a", 2, 6)
        assert one.cover == key_of("a", index=1)
        assert store.calls == {"list_all": 1}

    def test_also_from_the_first_listing_that_runs(self, clock: Seconds) -> None:
        """One was listed already, the other one comes with a page that is still to come."""
        held = Held(MemoryStore(pictures(1_000, "a") | pictures(3, "b")), clock)
        held.begin()
        held.give_page()
        held.index.remove([key_of("a", index=999), key_of("b", index=1)])
        assert held.index.snapshot().picture_count == 999
        listing = held.finish()
        assert listing.picture_count == 1_001
        assert {one.session_id: one.picture_count for one in listing.sessions} == {
            "a": 999,
            "b": 2,
        }

    def test_also_from_a_later_listing_that_runs(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_000, "a") | pictures(3, "b")), clock)
        held.begin()
        held.finish()
        held.store.gate = threading.Semaphore(0)
        clock.now += KEEP_S
        held.begin()
        held.give_page()
        held.index.remove([key_of("a", index=5), key_of("b", index=1)])
        assert held.index.snapshot().picture_count == 1_001
        assert held.finish().picture_count == 1_001

    def test_also_from_what_a_failed_one_left(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500)), clock)
        held.begin()
        held.give_page()
        held.store.troubles["list_all"] = AWAY
        held.finish()
        held.index.remove(list(pictures(10)))
        assert held.index.snapshot().picture_count < 1_000

    def test_a_key_that_is_there_again_is_listed_again(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(2))
        index = GalleryIndex(store, clock)
        loaded(index)
        index.remove([key_of("many", NOON, 0)])
        index.forget()
        assert loaded(index).picture_count == 2


class TestStored:
    def test_they_appear_at_once(self, clock: Seconds) -> None:
        store = MemoryStore(pictures(1, "a"))
        index = GalleryIndex(store, clock)
        loaded(index)
        index.add([stored(key_of("a", index=1)), stored(key_of("b")), stored(key_of("b"))])
        assert shown(index.snapshot()) == {"a": 2, "b": 1}
        assert store.calls == {"list_all": 1}

    def test_also_where_a_listing_is_past_them(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500, "b")), clock)
        held.begin()
        held.give_page()
        held.index.add([stored(key_of("a"))])
        assert shown(held.finish()) == {"a": 1, "b": 1_500}

    def test_before_anybody_looked_nothing_is_known(self, clock: Seconds) -> None:
        index = GalleryIndex(MemoryStore(pictures(2, "a")), clock)
        index.add([stored(key_of("a", index=1))])
        assert shown(loaded(index)) == {"a": 2}

    def test_one_that_was_deleted_again_stays_away(self, clock: Seconds) -> None:
        held = Held(MemoryStore(pictures(1_500, "b")), clock)
        held.begin()
        held.index.remove([key_of("a")])
        held.index.add([stored(key_of("a"))])
        assert shown(held.finish()) == {"b": 1_500}


def shown(listing: Listing) -> dict[str, int]:
    return {one.session_id: one.picture_count for one in listing.sessions}


def test_the_same_summaries_are_not_made_again(clock: Seconds) -> None:
    index = GalleryIndex(MemoryStore(pictures(10)), clock)
    assert loaded(index).sessions is index.snapshot().sessions
