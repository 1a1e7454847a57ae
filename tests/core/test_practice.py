"""The use cases: retrieve, generate, get or generate."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imagespeak_core.errors import (
    DayLimitError,
    InvalidSessionIdError,
    KeyTakenError,
    ModelBusyError,
    ModelError,
    ModelTimeoutError,
    PromptRefusedError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnreachableError,
    StorageUnsuitableError,
)
from imagespeak_core.models import MAX_SEED, ImageRequest, StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.blobs import Written
from imagespeak_core.stores.claims import CLAIM_PREFIX
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.tried import TriedBlobs
from tests.fakes import (
    DRAWN_SEED,
    FAKE_MODEL,
    FakeGenerator,
    HandClock,
    TroubledStore,
    make_services,
    names_in,
    plain_png,
)
from tests.memory_blobs import MemoryBlobs

SESSION = "image-001"
WAIT_S = 30


def wish(prompt: str = "A cat", *, seed: int = 0, count: int = 1) -> ImageRequest:
    return ImageRequest(SESSION, prompt, width_px=256, height_px=256, seed=seed, image_count=count)


@pytest.fixture
def store() -> TroubledStore:
    return TroubledStore()


class MeetingStore(TroubledStore):
    """Another server stores a dog of the same index right after our first picture.

    Args:
        fails_at: What fails then.
    """

    def __init__(self, fails_at: str = "") -> None:
        super().__init__()
        self._fails_at = fails_at
        self._is_met = False

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        stored = super().put(key, png, metadata)
        if not self._is_met:
            self._is_met = True
            PictureStore.put(self, replace(key, clean_prompt="dog"), plain_png(8, 8), {})
            method = {"is_alone": "list_session", "second put": "put"}
            self.troubles[method.get(self._fails_at, self._fails_at)] = StorageTimeoutError("slow")
        return stored

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        self._fail_if_told("delete")
        return super().delete(keys)


def claims_left(store: TroubledStore) -> list[str]:
    return names_in(store.blobs, CLAIM_PREFIX)


def stored_keys(services: Services) -> list[str]:
    return [str(image.key) for image in retrieve_images(services, SESSION)]


class TestSeeds:
    def test_a_seed_left_open_is_drawn_and_known_afterwards(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        result = generate_images(make_services(store, generator), wish())
        assert [call.seed for call in generator.calls] == [DRAWN_SEED]
        assert [image.seed for image in result.images] == [DRAWN_SEED]
        assert store.details(result.images[0].stored.key).seed == DRAWN_SEED

    def test_a_given_seed_is_kept(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        generate_images(make_services(store, generator), wish(seed=7))
        assert [call.seed for call in generator.calls] == [7]

    def test_one_seed_is_drawn_for_all_pictures_and_counted_on(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        result = generate_images(make_services(store, generator), wish(count=3))
        assert [image.seed for image in result.images] == [4242, 4243, 4244]

    def test_past_the_largest_seed_it_goes_on_at_one(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        request = wish(seed=MAX_SEED - 1, count=4)
        result = generate_images(make_services(store, generator), request)
        assert [image.seed for image in result.images] == [MAX_SEED - 1, MAX_SEED, 1, 2]
        assert sorted(call.seed for call in generator.calls) == [1, 2, MAX_SEED - 1, MAX_SEED]

    def test_what_the_model_reports_counts(self, store: TroubledStore) -> None:
        other = FakeGenerator().generate(wish(seed=99))
        services = make_services(store, FakeGenerator(other))
        result = generate_images(services, wish(seed=7))
        assert result.images[0].seed == 99
        assert store.details(result.images[0].stored.key).seed == 99


class TestSeveralPictures:
    def test_they_are_made_side_by_side(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        generator.gate.clear()
        with ThreadPoolExecutor() as pool:
            running = pool.submit(generate_images, make_services(store, generator), wish(count=5))
            for _ in range(5):  # all are on their way before the first one ends
                assert generator.called.acquire(timeout=WAIT_S)
            generator.gate.set()
            result = running.result(WAIT_S)
        assert [image.stored.key.image_index for image in result.images] == [0, 1, 2, 3, 4]
        assert {call.image_count for call in generator.calls} == {1}

    def test_each_is_stored_as_soon_as_it_is_there(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        slow = generator.hold_seed(11)
        services = make_services(store, generator)
        with ThreadPoolExecutor() as pool:
            running = pool.submit(generate_images, services, wish(seed=10, count=2))
            try:
                assert store.stored.acquire(timeout=WAIT_S)
                assert [key[-7:] for key in stored_keys(services)] == ["cat.png"]
                assert not running.done()
            finally:
                slow.set()
            assert len(running.result(WAIT_S).images) == 2

    def test_some_failures_keep_the_good_ones_and_are_named(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        generator.script_seed(11, ModelTimeoutError("It took too long."))
        result = generate_images(make_services(store, generator), wish(seed=10, count=3))
        assert [image.seed for image in result.images] == [10, 12]
        assert result.warnings == ("Picture 2 of 3 was not made: It took too long.",)
        assert len(store.list_session(SESSION)) == 2

    def test_when_all_fail_it_is_the_first_ones_error(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        for offset, error in enumerate((ModelError("one"), ModelError("two"), ModelError("three"))):
            generator.script_seed(10 + offset, error)
        with pytest.raises(ModelError, match=r"^one$"):
            generate_images(make_services(store, generator), wish(seed=10, count=3))
        assert store.list_session(SESSION) == []

    def test_the_models_warnings_are_told_once_each(self, store: TroubledStore) -> None:
        picture = replace(FakeGenerator().generate(wish(seed=1)), warnings=("Smaller.", "Paler."))
        services = make_services(store, FakeGenerator(picture, picture))
        assert generate_images(services, wish(count=2)).warnings == ("Smaller.", "Paler.")

    def test_what_is_so_of_one_picture_alone_is_told_with_its_number(
        self, store: TroubledStore
    ) -> None:
        plain = FakeGenerator().generate(wish(seed=1))
        first = replace(plain, warnings=("Smaller.",))
        second = replace(plain, warnings=("Smaller.", "Paler."))
        services = make_services(store, FakeGenerator(first, second))
        told = generate_images(services, wish(count=2)).warnings
        assert sorted(told) in (
            ["Picture 1: Paler.", "Smaller."],
            ["Picture 2: Paler.", "Smaller."],
        )

    def test_the_days_limit_may_fall_in_the_middle(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        services = make_services(store, generator, day_limit=2)
        result = generate_images(services, wish(count=3))
        assert (len(result.images), len(generator.calls)) == (2, 2)
        assert "limit" in result.warnings[0]
        with pytest.raises(DayLimitError):
            generate_images(services, wish())
        assert len(generator.calls) == 2


class TestNothingIsPaidForWhatCannotBeStored:
    @pytest.mark.parametrize("method", ["check_room", "list_session"])
    @pytest.mark.parametrize(
        "trouble",
        [
            StorageUnreachableError("away"),
            StorageAccessError("closed"),
            StorageFullError("full"),
            StorageTimeoutError("slow"),
        ],
        ids=lambda error: error.code,
    )
    def test_the_model_is_not_asked(
        self, store: TroubledStore, method: str, trouble: StorageError
    ) -> None:
        generator = FakeGenerator()
        services = make_services(store, generator)
        store.troubles[method] = trouble
        for use_case in (generate_images, get_practice_image):
            with pytest.raises(type(trouble), match=str(trouble)):
                use_case(services, wish())
        assert generator.calls == []
        assert claims_left(store) == []

    def test_nor_where_nobody_can_claim(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        store.troubles["take"] = StorageAccessError("closed")
        with pytest.raises(StorageAccessError):
            get_practice_image(make_services(store, generator), wish())
        assert generator.calls == []

    def test_nor_in_a_store_that_overwrites(self) -> None:
        class Overwrites(MemoryBlobs):
            def create(self, name: str, *args: Any, **more: Any) -> Written:
                self.kept.pop(name, None)
                return super().create(name, *args, **more)

        generator = FakeGenerator()
        services = make_services(TroubledStore(TriedBlobs(Overwrites())), generator)
        with pytest.raises(StorageUnsuitableError):
            generate_images(services, wish())
        assert generator.calls == []

    def test_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        generator = FakeGenerator()
        services = make_services(
            TroubledStore(FolderBlobs(tmp_path / "file", secret=b"s")), generator
        )
        with pytest.raises(StorageAccessError):
            generate_images(services, wish())
        assert generator.calls == []


class TestKeys:
    def test_the_key_of_the_contract(self, store: TroubledStore) -> None:
        services = make_services(store, FakeGenerator())
        made = generate_images(services, wish("A beautiful sunset over mountains")).images[0]
        expected = "generated-images/image-001_20241031_143022_0_sunset_mountains.png"
        assert str(made.stored.key) == expected
        assert made.model == FAKE_MODEL
        assert stored_keys(services) == [expected]

    def test_in_the_same_second_the_index_goes_on(self, store: TroubledStore) -> None:
        services = make_services(store, FakeGenerator())
        for prompt in ("A cat", "A dog", "A cat"):
            generate_images(services, wish(prompt))
        assert [key.partition("_143022_")[2] for key in stored_keys(services)] == [
            "2_cat.png",
            "1_dog.png",
            "0_cat.png",
        ]

    def test_racing_requests_never_share_an_index(self, store: TroubledStore) -> None:
        """Two servers, eight requests in one second; no picture is there while keys are taken."""
        generator = FakeGenerator()
        generator.gate.clear()
        servers = [make_services(TroubledStore(store.blobs), generator) for _ in range(2)]
        with ThreadPoolExecutor(max_workers=8) as pool:
            running = [
                pool.submit(generate_images, servers[number % 2], wish(f"thing{number}", count=2))
                for number in range(8)
            ]
            for _ in range(16):
                assert generator.called.acquire(timeout=WAIT_S)
            generator.gate.set()
            results = [future.result(WAIT_S) for future in running]
        indexes = [image.stored.key.image_index for one in results for image in one.images]
        assert len(set(indexes)) == 16
        assert len(retrieve_images(servers[0], SESSION)) == 16

    def test_racing_requests_whose_pictures_come_at_once(self, store: TroubledStore) -> None:
        servers = [make_services(TroubledStore(store.blobs), FakeGenerator()) for _ in range(2)]
        start = threading.Barrier(8)

        def press(number: int) -> None:
            start.wait(WAIT_S)
            generate_images(servers[number % 2], wish(f"thing{number}"))

        with ThreadPoolExecutor(max_workers=8) as pool:
            list(pool.map(press, range(8)))
        pictures = retrieve_images(servers[0], SESSION)
        assert len({image.key.image_index for image in pictures}) == len(pictures) == 8

    def test_a_clock_behind_another_servers_still_gives_the_newest(
        self, store: TroubledStore
    ) -> None:
        clock = HandClock()
        ahead = make_services(
            store, FakeGenerator(), clock=HandClock(clock.now + timedelta(hours=1))
        )
        behind = make_services(store, FakeGenerator(), clock=clock)
        generate_images(ahead, wish("A dog", count=2))
        made = generate_images(behind, wish("A cat")).images[0].stored
        assert get_practice_image(behind, wish()).key == made.key
        assert made.key.order == ("20241031_153022", 2)

    def test_a_key_taken_meanwhile_by_a_foreign_program(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        generator.gate.clear()
        foreign = ImageKey(SESSION, "20241031_143022", 0, "cat")
        with ThreadPoolExecutor() as pool:
            running = pool.submit(generate_images, make_services(store, generator), wish())
            assert generator.called.acquire(timeout=WAIT_S)
            TroubledStore(store.blobs).put(foreign, plain_png(8, 8), {})
            generator.gate.set()
            made = running.result(WAIT_S).images[0].stored.key
        assert (made.timestamp, made.image_index) == (foreign.timestamp, 1)
        assert store.details(made).key == made
        assert store.read(foreign) == plain_png(8, 8)
        assert len(generator.calls) == 1
        assert claims_left(store) == []

    def test_keys_taken_again_and_again_lose_no_paid_picture(self) -> None:
        class RivalStore(TroubledStore):
            """Somebody else is faster at the first three keys."""

            rivals = 3

            def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
                if self.rivals:
                    self.rivals -= 1
                    super().put(key, plain_png(8, 8), {})
                return super().put(key, png, metadata)

        rivalled = RivalStore()
        made = generate_images(make_services(rivalled, FakeGenerator()), wish()).images[0].stored
        assert rivalled.list_session(SESSION)[0] == made
        assert made.key.image_index == 3

    def test_no_picture_is_paid_that_could_have_no_key(self, store: TroubledStore) -> None:
        store.put(ImageKey(SESSION, "20990101_000000", 999_999_999, "cat"), plain_png(8, 8), {})
        generator = FakeGenerator()
        with pytest.raises(KeyTakenError):
            generate_images(make_services(store, generator), wish())
        assert generator.calls == []

    def test_who_moves_leaves_a_gap_where_another_one_moves_too(self) -> None:
        met = MeetingStore()
        assert met.claims.take(f"{SESSION}_20241031_143022_1")
        made = generate_images(make_services(met, FakeGenerator()), wish()).images[0].stored
        assert made.key.image_index == 2

    def test_who_meets_another_ones_picture_moves_on(self) -> None:
        met = MeetingStore()
        services = make_services(met, FakeGenerator())
        result = generate_images(services, wish())
        assert [key[-9:] for key in stored_keys(services)] == ["1_cat.png", "0_dog.png"]
        assert met.details(result.images[0].stored.key).key == result.images[0].stored.key
        assert list(result.listed) == retrieve_images(services, SESSION)
        assert claims_left(met) == []

    @pytest.mark.parametrize("method", ["is_alone", "take", "second put", "delete"])
    def test_what_is_stored_counts_where_the_store_fails_afterwards(
        self, method: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Else it would be stored twice when it is asked for again."""
        met, generator = MeetingStore(fails_at=method), FakeGenerator()
        services = make_services(met, generator)
        result = generate_images(services, wish())
        met.troubles.clear()
        made = result.images[0].stored
        assert made in retrieve_images(services, SESSION)
        assert made in result.listed
        assert services.spool
        assert services.spool.pending(KIND) == []
        warned = [] if method != "delete" else ["a picture that was moved is still at its old key"]
        assert [text.partition(":")[0] for text in caplog.messages] == warned, "the store warns"
        assert claims_left(met) == []

    def test_what_a_listing_was_too_early_for_is_shown_too(self) -> None:
        class Late(TroubledStore):
            """A server whose lists come after its writes."""

            def list_session(self, session_id: str) -> list[StoredImage]:
                return []

        result = generate_images(make_services(Late(), FakeGenerator()), wish(count=3))
        assert [one.key.image_index for one in result.listed] == [2, 1, 0]


class TestClaimsAreGivenBack:
    def test_after_pictures(self, store: TroubledStore) -> None:
        services = make_services(store, FakeGenerator())
        generate_images(services, wish(count=3))
        generate_images(services, wish(count=2))
        get_practice_image(services, wish())
        assert claims_left(store) == []

    @pytest.mark.parametrize(
        "error", [PromptRefusedError("no"), ModelBusyError("busy"), ZeroDivisionError("ours")]
    )
    def test_after_a_failure(self, store: TroubledStore, error: Exception) -> None:
        generator = FakeGenerator(error, error)
        services = make_services(store, generator)
        for use_case in (generate_images, get_practice_image):
            with pytest.raises(type(error)):
                use_case(services, wish())
        assert claims_left(store) == []

    def test_after_a_failed_write(self, store: TroubledStore) -> None:
        store.troubles["put"] = StorageFullError("full")
        with pytest.raises(StorageFullError):
            generate_images(make_services(store, FakeGenerator()), wish(count=2))
        assert claims_left(store) == []

    def test_one_that_cannot_be_given_back_spoils_nothing(
        self, store: TroubledStore, caplog: pytest.LogCaptureFixture
    ) -> None:
        store.troubles["remove"] = StorageTimeoutError("slow")
        services = make_services(store, FakeGenerator())
        made = get_practice_image(services, wish())
        assert "a claim could not be given back" in caplog.messages
        assert SESSION not in caplog.text
        assert retrieve_images(services, SESSION) == [made]

    def test_one_of_an_index_neither(self, caplog: pytest.LogCaptureFixture) -> None:
        met = MeetingStore()
        met.troubles["remove"] = StorageTimeoutError("slow")
        services = make_services(met, FakeGenerator())
        assert generate_images(services, wish()).images[0].stored.key.image_index == 1
        assert "a claim could not be given back" in caplog.messages
        assert SESSION not in caplog.text


class TestGetPracticeImage:
    def test_a_hit_makes_nothing_and_asks_for_no_claim(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        services = make_services(store, generator)
        made = generate_images(services, wish()).images[0].stored
        store.troubles["take"] = StorageAccessError("a reader may not write")
        assert get_practice_image(services, wish("A dog")) == made
        assert len(generator.calls) == 1

    def test_a_miss_makes_one_and_the_next_time_it_is_there(self, store: TroubledStore) -> None:
        generator = FakeGenerator()
        services = make_services(store, generator)
        first = get_practice_image(services, wish())
        assert get_practice_image(services, wish()) == first
        assert len(generator.calls) == 1

    def test_the_newest_is_given(self, store: TroubledStore) -> None:
        clock = HandClock()
        services = make_services(store, FakeGenerator(), clock=clock)
        for _ in range(3):
            clock.advance(seconds=1)
            newest = generate_images(services, wish()).images[0].stored
        assert get_practice_image(services, wish()) == newest

    def test_another_sessions_pictures_do_not_count(self, store: TroubledStore) -> None:
        services = make_services(store, FakeGenerator())
        generate_images(services, replace(wish(), session_id=f"{SESSION}-2"))
        assert get_practice_image(services, wish()).key.session_id == SESSION

    def test_retrieve_refuses_a_bad_session(self, store: TroubledStore) -> None:
        with pytest.raises(InvalidSessionIdError):
            retrieve_images(make_services(store, FakeGenerator()), "../etc")


texts = st.text(st.characters(codec="utf-8"), max_size=300)


@pytest.fixture(scope="module")
def make_and_look() -> Callable[[str, str], None]:
    store = TroubledStore()
    clock = HandClock()
    services = make_services(store, FakeGenerator(), clock=clock)

    def check(prompt: str, negative_prompt: str) -> None:
        clock.advance(seconds=1)
        request = replace(wish(prompt), negative_prompt=negative_prompt)
        made = generate_images(services, request).images[0].stored.key
        details = store.details(made)
        assert (details.prompt, details.negative_prompt) == (prompt, negative_prompt)
        assert (details.key, details.model, details.quality) == (made, FAKE_MODEL, "standard")
        assert (details.width_px, details.height_px, details.duration_ms) == (256, 256, 7)

    return check


@settings(deadline=None, max_examples=60)
@given(prompt=texts.filter(str.strip), negative_prompt=texts)
def test_any_prompt_comes_back_exactly(
    make_and_look: Callable[[str, str], None], prompt: str, negative_prompt: str
) -> None:
    make_and_look(prompt, negative_prompt)


@pytest.mark.parametrize("prompt", ["🏔️" * 5_000, "\x00" * 9_999 + "x", "é" * 10_000, " x\r\n "])
def test_long_and_odd_prompts_come_back_exactly(
    make_and_look: Callable[[str, str], None], prompt: str
) -> None:
    make_and_look(prompt, prompt)
