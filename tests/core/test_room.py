"""How much learners may store: in a session, and in all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from imagespeak_core.access.makers import is_given_out
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.bootstrap import build_services
from imagespeak_core.changes import PicturesDeleted, PicturesStored
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.errors import DayLimitError, SessionFullError
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import ImageKey, format_timestamp
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.pictures.room import Room
from imagespeak_core.pictures.spooled import Errand, SpooledPicture
from imagespeak_core.pictures.storing import store_again
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from tests.fakes import FakeGenerator, HandClock, TroubledStore, make_services

WAIT_S = 30
CAT = ImageRequest("image-001", "A cat", width_px=256, height_px=256)
EVENING = datetime(2026, 11, 22, 23, 59, 50, tzinfo=UTC)


class CountedStore(TroubledStore):
    """Counts how often it is asked for a session's pictures."""

    listings = 0

    def list_session(self, session_id: str) -> list[StoredImage]:
        self.listings += 1
        return super().list_session(session_id)


def room(
    clock: Callable[[], datetime],
    *,
    pictures: int = 0,
    session_bytes: int = 0,
    day_bytes: int = 0,
) -> Room:
    return Room(
        session_pictures_per_day=pictures,
        session_max_bytes=session_bytes,
        stored_bytes_per_day=day_bytes,
        is_exempt=is_given_out,
        now=clock,
    )


def picture(
    at: datetime, *, index: int = 0, size: int = 1_000, of: str = "image-001"
) -> StoredImage:
    return StoredImage(ImageKey(of, format_timestamp(at), index, "cat"), size, at)


def pictures(number: int, at: datetime, *, size: int = 1_000) -> list[StoredImage]:
    return [picture(at, index=index, size=size) for index in range(number)]


def with_room(
    store: TroubledStore,
    generator: FakeGenerator,
    clock: HandClock,
    *,
    number: int = 0,
    session_bytes: int = 0,
    day_bytes: int = 0,
) -> Services:
    services = make_services(store, generator, clock=clock)
    made = room(clock, pictures=number, session_bytes=session_bytes, day_bytes=day_bytes)
    services.changes.subscribe(made)
    return replace(services, room=made)


class TestPicturesOfADay:
    def test_the_last_one_has_room_and_the_next_has_none(self) -> None:
        clock = HandClock(EVENING)
        limited = room(clock, pictures=200)
        limited.check(CAT, pictures(199, EVENING))
        with pytest.raises(SessionFullError, match=r"has 200 pictures of today\. Start a new"):
            limited.check(CAT, pictures(200, EVENING))

    def test_all_pictures_of_a_request_need_room(self) -> None:
        limited = room(HandClock(EVENING), pictures=200)
        limited.check(replace(CAT, image_count=3), pictures(197, EVENING))
        with pytest.raises(SessionFullError):
            limited.check(replace(CAT, image_count=3), pictures(198, EVENING))

    def test_those_of_other_days_do_not_count(self) -> None:
        clock = HandClock(EVENING)
        limited = room(clock, pictures=200)
        clock.advance(seconds=10)
        limited.check(CAT, pictures(1_000, EVENING))

    def test_another_servers_clock_may_be_in_tomorrow(self) -> None:
        limited = room(HandClock(EVENING), pictures=200)
        with pytest.raises(SessionFullError):
            limited.check(CAT, pictures(200, EVENING + timedelta(seconds=20)))

    def test_0_is_any_number(self) -> None:
        room(HandClock(EVENING)).check(CAT, pictures(5_000, EVENING, size=10**9))

    @pytest.mark.parametrize("session_id", ["class-7b-aaaaaaaa", "lab-abcdefghijklmnop"])
    def test_classes_and_experiments_have_no_limit(self, session_id: str) -> None:
        limited = room(HandClock(EVENING), pictures=100, session_bytes=1, day_bytes=1)
        limited.heed(PicturesStored((picture(EVENING),)))
        limited.check(replace(CAT, session_id=session_id), pictures(500, EVENING))


class TestBytesOfASession:
    def test_pictures_of_all_days_count(self) -> None:
        limited = room(HandClock(EVENING), session_bytes=3_000)
        old = EVENING - timedelta(days=30)
        limited.check(CAT, pictures(2, old))
        with pytest.raises(SessionFullError, match=r"no more room .* Start a new session"):
            limited.check(CAT, pictures(3, old))


class TestBytesOfADay:
    def test_what_was_stored_counts_for_everybody(self) -> None:
        limited = room(HandClock(EVENING), day_bytes=3_000)
        for number in range(3):
            limited.check(CAT, [])
            limited.heed(PicturesStored((picture(EVENING, of=f"image-{number}"),)))
        with pytest.raises(DayLimitError, match="midnight UTC") as caught:
            limited.check(replace(CAT, session_id="another"), [])
        assert caught.value.retry_after_s == 11

    def test_midnight_begins_anew(self) -> None:
        clock = HandClock(EVENING)
        limited = room(clock, day_bytes=1_000)
        limited.heed(PicturesStored((picture(EVENING),)))
        clock.advance(seconds=10)
        limited.check(CAT, [])
        limited.heed(PicturesStored((picture(EVENING, size=999),)))
        limited.check(CAT, [])

    def test_what_teachers_store_and_what_is_deleted_do_not_count(self) -> None:
        limited = room(HandClock(EVENING), day_bytes=1_000)
        limited.heed(PicturesStored((picture(EVENING, of="class-7b-aaaaaaaa", size=10**9),)))
        limited.check(CAT, [])
        limited.heed(PicturesStored((picture(EVENING),)))
        limited.heed(PicturesDeleted((picture(EVENING).key,)))
        with pytest.raises(DayLimitError):
            limited.check(CAT, [])


class TestMaking:
    def test_a_full_session_is_seen_before_anything_is_paid(self) -> None:
        clock, generator, store = HandClock(), FakeGenerator(), TroubledStore()
        services = with_room(store, generator, clock, number=100)
        for _ in range(20):
            generate_images(services, replace(CAT, image_count=5))
        with pytest.raises(SessionFullError):
            generate_images(services, CAT)
        assert len(generator.calls) == 100
        assert len(retrieve_images(services, CAT.session_id)) == 100
        generate_images(services, replace(CAT, session_id="image-002"))

    def test_other_servers_count_the_same(self) -> None:
        clock, store = HandClock(), TroubledStore()
        one, other = (with_room(store, FakeGenerator(), clock, number=100) for _ in range(2))
        for _ in range(10):
            generate_images(one, replace(CAT, image_count=5))
            generate_images(other, replace(CAT, image_count=5))
        for services in (one, other):
            with pytest.raises(SessionFullError):
                generate_images(services, CAT)

    def test_it_costs_no_further_listing(self) -> None:
        store = CountedStore()
        generate_images(make_services(store, FakeGenerator()), CAT)
        without, store.listings = store.listings, 0
        limits = {"number": 200, "session_bytes": 10**9, "day_bytes": 10**9}
        generate_images(with_room(store, FakeGenerator(), HandClock(), **limits), CAT)
        assert store.listings == without

    def test_the_days_bytes_stop_everybody_before_anything_is_paid(self) -> None:
        clock, generator = HandClock(), FakeGenerator()
        services = with_room(TroubledStore(), generator, clock, day_bytes=1)
        get_practice_image(services, CAT)
        with pytest.raises(DayLimitError):
            get_practice_image(services, replace(CAT, session_id="image-002"))
        assert len(generator.calls) == 1

    def test_what_was_paid_is_stored_though_no_more_is_made(self) -> None:
        clock, generator = HandClock(), FakeGenerator()
        services = with_room(TroubledStore(), generator, clock, number=100, day_bytes=1)
        paid = replace(CAT, seed=7)
        key = ImageKey(CAT.session_id, format_timestamp(clock.now), 0, "cat")
        spooled = SpooledPicture(paid, generator.generate(paid), key, Errand(CAT))
        get_practice_image(services, replace(CAT, session_id="image-002"))
        with pytest.raises(DayLimitError):
            generate_images(services, CAT)
        store_again(services, spooled)
        assert [image.key for image in retrieve_images(services, CAT.session_id)] == [key]

    def test_a_class_has_as_many_as_its_teacher_makes(self) -> None:
        clock, teacher = HandClock(), Teacher("ana@school.org")
        services = with_room(TroubledStore(), FakeGenerator(), clock, number=100, day_bytes=1)
        create_class(services, teacher, "7b", random_bytes=bytes)
        wish = replace(CAT, session_id="class-7b-aaaaaaaa", image_count=5)
        for _ in range(21):
            generate_images(services, wish, teacher=teacher)
        assert len(retrieve_images(services, "class-7b-aaaaaaaa")) == 105

    def test_nothing_of_it_is_in_the_lambda(self) -> None:
        settings = Settings(bucket="pictures", session_pictures_per_day=100)
        assert build_services(settings).room is None


def test_who_practises_steadily_makes_100_pictures_a_day() -> None:
    """One a minute, in one session and browser, with the limits as they are unless set."""
    clock, settings = HandClock(datetime(2026, 11, 22, 8, tzinfo=UTC)), Settings()
    services = with_room(
        TroubledStore(),
        FakeGenerator(),
        clock,
        number=settings.session_pictures_per_day,
        session_bytes=settings.session_max_bytes,
        day_bytes=settings.stored_bytes_per_day,
    )
    queue = GenerationQueue(services, workers=1, monotonic=lambda: clock.now.timestamp())
    for _ in range(100):
        assert queue.generate(CAT, visitor="ana").done.result(WAIT_S).error is None
        clock.advance(minutes=1)
    assert len(retrieve_images(services, CAT.session_id)) == 100
