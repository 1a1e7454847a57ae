"""Sessions out of keys: summaries, search by words and date, order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from imagespeak_core.gallery.sessions import (
    ORDERS,
    Order,
    Sessions,
    SessionSummary,
    search,
    summarize,
)
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from tests.core.gallery_pictures import key_of, stored


def summary(session_id: str, *words: str, timestamp: str = "20241031_120000") -> SessionSummary:
    images = [stored(key_of(session_id, timestamp, n, word)) for n, word in enumerate(words)]
    return summarize(images)[0]


def names(summaries: list[SessionSummary]) -> list[str]:
    return [one.session_id for one in summaries]


class TestSummaries:
    def test_one_session(self) -> None:
        newest = key_of("image-001", "20241102_080000", 10, "forest_lake")
        [one] = summarize(
            [
                stored(key_of("image-001", "20241101_090000", 0, "city"), 700),
                stored(newest, 1_000),
                stored(key_of("image-001", "20241102_080000", 9, "boat"), 300),
            ]
        )
        assert one.session_id == "image-001"
        assert one.cover == newest
        assert one.picture_count == 3
        assert one.first_at == datetime(2024, 11, 1, 9, tzinfo=UTC)
        assert one.last_at == datetime(2024, 11, 2, 8, tzinfo=UTC)
        assert one.size_bytes == 2_000

    def test_the_newest_picture_puts_its_session_first(self) -> None:
        images = [
            stored(key_of("a", "20240101_000000")),
            stored(key_of("b", "20240103_000000")),
            stored(key_of("c", "20240102_000000")),
            stored(key_of("a", "20240104_000000")),
        ]
        assert names(summarize(images)) == ["a", "b", "c"]

    def test_sessions_that_begin_alike_are_kept_apart(self) -> None:
        images = [stored(key_of(name)) for name in ("abc", "abc-2", "abc_2", "abcd", "ABC")]
        counts = {one.session_id: one.picture_count for one in summarize(images)}
        assert counts == {"abc": 1, "abc-2": 1, "abc_2": 1, "abcd": 1, "ABC": 1}

    def test_keys_without_words(self) -> None:
        [one] = summarize([stored(key_of("image-001", words=""))])
        assert search([one], "image") == [one]
        assert search([one], "forest") == []

    def test_a_picture_that_is_listed_twice_is_one(self) -> None:
        [one] = summarize([stored(key_of(), 5), stored(key_of(), 5)])
        assert (one.picture_count, one.size_bytes) == (1, 5)

    def test_no_pictures(self) -> None:
        assert summarize([]) == []


def test_adding_the_same_part_twice_counts_it_once() -> None:
    sessions = Sessions()
    for _ in range(2):
        sessions.add([stored(key_of())])
    assert sessions.picture_count == 1


class TestWords:
    one = summary("class-7b-Monday", "forest_lake", "cafe_berlin", "boats")

    @pytest.mark.parametrize(
        "typed",
        ["", "  ", "!?", "forest", "FOR", "lake forest", "7b", "class-7b", "monday lake", "boat",
         "Café", "c b", "mon, for", "Бо"],
    )  # fmt: skip
    def test_found(self, typed: str) -> None:
        assert search([self.one], typed) == [self.one]

    @pytest.mark.parametrize("typed", ["orest", "boatss", "forest dog", "b7", "day", "lakeforest"])
    def test_not_found(self, typed: str) -> None:
        assert search([self.one], typed) == []

    @pytest.mark.parametrize("prompt", ["Tom's café über alles", "山の夕日", "Don’t 1,000 boats"])
    def test_typed_as_it_was_prompted(self, prompt: str) -> None:
        one = summary("x", clean_prompt(prompt))
        for word in prompt.split():
            assert search([one], word) == [one], word

    @given(st.text(max_size=30))
    def test_any_text_does_no_harm(self, text: str) -> None:
        search([self.one], text)

    @given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20))
    def test_what_a_key_keeps_is_found(self, word: str) -> None:
        parts = slugify(word).split("-")
        one = summary("x", clean_prompt(word))
        if one.cover.clean_prompt == "_".join(parts):  # nothing was left out as empty or too long
            assert search([one], word) == [one]


class TestDates:
    one = summarize(
        [
            stored(key_of("a", "20241001_100000")),
            stored(key_of("a", "20241001_100000", 1)),
            stored(key_of("a", "20241020_100000")),
        ]
    )

    @pytest.mark.parametrize(
        ("since", "until", "is_found"),
        [
            (None, None, True),
            ((10, 1), None, True),
            ((10, 20), None, True),
            ((10, 21), None, False),
            (None, (10, 1), False),
            (None, (10, 2), True),
            ((10, 1), (10, 2), True),
            ((10, 2), (10, 20), False),  # between its pictures
            ((10, 2), (10, 21), True),
            ((10, 21), (10, 1), False),
        ],
    )
    def test_any_picture_between(
        self, since: tuple[int, int] | None, until: tuple[int, int] | None, is_found: bool
    ) -> None:
        found = search(
            self.one,
            since=since and datetime(2024, *since, tzinfo=UTC),
            until=until and datetime(2024, *until, tzinfo=UTC),
        )
        assert bool(found) == is_found

    def test_to_the_second_and_in_the_visitors_zone(self) -> None:
        made = datetime(2024, 10, 20, 10, tzinfo=UTC)
        second = timedelta(seconds=1)
        assert search(self.one, since=made, until=made + second)
        assert not search(self.one, since=made + second)
        assert not search(self.one, since=made - second, until=made)
        tokyo = timezone(timedelta(hours=9))
        assert search(self.one, since=made.astimezone(tokyo), until=(made + second))

    def test_words_and_dates_together(self) -> None:
        since = datetime(2024, 10, 2, tzinfo=UTC)
        assert search(self.one, "sunset", since=since)
        assert not search(self.one, "boat", since=since)


class TestOrder:
    summaries = summarize(
        [
            *(stored(key_of("Bravo", "20240301_000000", n), 10) for n in range(3)),
            *(stored(key_of("alpha", "20240101_000000", n), 50) for n in range(2)),
            stored(key_of("charlie", "20240201_000000"), 1_000),
            stored(key_of("delta", "20240201_000000"), 1_000),
        ]
    )

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            ("newest", ["Bravo", "charlie", "delta", "alpha"]),
            ("oldest", ["alpha", "charlie", "delta", "Bravo"]),
            ("name", ["alpha", "Bravo", "charlie", "delta"]),
            ("most pictures", ["Bravo", "alpha", "charlie", "delta"]),
            ("largest", ["charlie", "delta", "alpha", "Bravo"]),
        ],
    )
    def test_sorted(self, order: Order, expected: list[str]) -> None:
        assert names(search(reversed(self.summaries), order=order)) == expected

    def test_all_orders_are_tried_here(self) -> None:
        assert set(ORDERS) == {"newest", "oldest", "name", "most pictures", "largest"}


def test_a_cover_is_a_key_that_exists() -> None:
    keys = [ImageKey("a", f"2024010{day}_000000", index) for day in (3, 1, 2) for index in (2, 10)]
    [one] = summarize(stored(key) for key in keys)
    assert one.cover == ImageKey("a", "20240103_000000", 10)
