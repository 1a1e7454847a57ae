"""A picture that a model has answered is stored once, whatever happens to store and server."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.changes import Change, PicturesDeleted, PicturesStored
from imagespeak_core.classroom.classes import create_class, delete_class
from imagespeak_core.classroom.errors import ClassGoneError
from imagespeak_core.errors import (
    ImageNotFoundError,
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.gallery.deletion import delete_session
from imagespeak_core.lab.canonical import find_made
from imagespeak_core.models import GeneratedImage, ImageRequest, StoredImage
from imagespeak_core.pictures.made_once import Waits, wait_for
from imagespeak_core.pictures.making import WITHOUT_SPOOL_AGAIN_S, Making
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.reservation import NewKeys
from imagespeak_core.pictures.spooled import KIND, Errand, SpooledPicture, keep, of
from imagespeak_core.pictures.storing import store_picture, store_spooled
from imagespeak_core.pictures.use_cases import (
    generate_images,
    get_practice_image,
    practice_errand,
    retrieve_images,
)
from imagespeak_core.services import Services
from imagespeak_core.spool import files as spool_files
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import Spool
from tests.fakes import (
    DRAWN_SEED,
    FakeGenerator,
    HandClock,
    TroubledStore,
    make_services,
    plain_png,
)

WISH = ImageRequest("image-001", "A cat", width_px=256, height_px=256)
ANA = Teacher("ana@school.org")
SHA = "ab" * 32


class _Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class LosesAnswers(TroubledStore):
    """Stores so many pictures more without anybody hearing of it."""

    def __init__(self, store: TroubledStore, lost: int = 1) -> None:
        super().__init__(store.blobs)
        self.lost = lost

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        image = super().put(key, png, metadata)
        if self.lost:
            self.lost -= 1
            raise StorageTimeoutError("slow")
        return image


class Killed(BaseException):
    """The process ends here."""


class Town:
    """Servers on one computer, one after the other, around one store."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.generator = FakeGenerator()
        self.store = TroubledStore()
        self.clock = _Clock()
        self.wall = HandClock()
        self.told: list[Change] = []

    def server(self, store: TroubledStore | None = None, *, has_spool: bool = True) -> Services:
        spool = Spool(SpoolFiles(self.root), monotonic=self.clock)
        services = make_services(store or self.store, self.generator, spool=spool, clock=self.wall)
        services.changes.subscribe(self)
        return services if has_spool else replace(services, spool=None)

    def heed(self, change: Change) -> None:
        self.told.append(change)

    def go_on(self, services: Services) -> None:
        """Let the spool try all that is left."""
        assert services.spool
        self.clock.now_s += 60
        services.spool.try_due()

    def restarted(self, dead: Services) -> Services:
        assert dead.spool
        dead.spool.shutdown(0)
        services = self.server()
        assert services.spool
        services.spool.adopt()
        services.spool.try_due()
        return services

    def spooled(self) -> list[Path]:
        return sorted(self.root.rglob("*.spool"))

    def pictures(self) -> list[StoredImage]:
        return self.store.list_session(WISH.session_id)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def _fail(
    town: Town,
    services: Services,
    error: StorageError | None = None,
    request: ImageRequest = WISH,
) -> None:
    """Ask while the store takes nothing."""
    town.store.troubles["put"] = error or StorageUnreachableError("away")
    with pytest.raises(StorageError) as caught:
        generate_images(services, request)
    assert caught.value.picture_kept
    del town.store.troubles["put"]


def test_it_lies_on_disk_before_the_put_and_is_away_after_it(town: Town) -> None:
    services = town.server()
    seen: list[int] = []

    class Looking(TroubledStore):
        def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
            seen.append(len(town.spooled()))
            return super().put(key, png, metadata)

    generate_images(replace(services, store=Looking(town.store.blobs)), WISH)

    assert seen == [1]
    assert town.spooled() == []


def test_the_model_is_what_is_asked_first(town: Town) -> None:
    """Nothing is spooled that nobody made."""
    town.generator.script(StorageFullError("no picture"))
    with pytest.raises(StorageFullError) as caught:
        generate_images(town.server(), WISH)
    assert not caught.value.picture_kept
    assert town.spooled() == []


def test_what_the_store_did_not_take_is_stored_later_under_its_key(town: Town) -> None:
    services = town.server()
    _fail(town, services)
    assert len(town.spooled()) == 1

    town.go_on(services)

    (image,) = town.pictures()
    assert image.key == ImageKey(WISH.session_id, "20241031_143022", 0, "cat")
    assert town.store.details(image.key).seed == DRAWN_SEED
    assert town.told == [PicturesStored((image,))]
    assert town.spooled() == []
    assert len(town.generator.calls) == 1


def test_a_server_that_is_killed_before_the_put_has_lost_nothing(town: Town) -> None:
    class Dying(TroubledStore):
        def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
            raise Killed

    dying = town.server(Dying(town.store.blobs))
    with pytest.raises(Killed):
        generate_images(dying, WISH)

    for _ in range(2):
        dying = town.restarted(dying)

    assert [image.key.image_index for image in town.pictures()] == [0]
    assert town.spooled() == []
    assert len(town.generator.calls) == 1


@pytest.mark.parametrize("index", [0, 1], ids=["at its key", "after it has moved on"])
def test_killed_after_the_put_it_is_stored_once(town: Town, index: int) -> None:
    """What lies there is found again, wherever it had to go."""
    services = town.server()
    assert services.spool
    keys = NewKeys(services.store, services.claims, WISH, now=services.now())
    if index:  # another server's picture has the index
        others = replace(keys[0], clean_prompt="dog")
        town.store.put(others, plain_png(8, 8), {})
    request = replace(WISH, seed=7)
    image = GeneratedImage(plain_png(256, 256, 7), 7, "m", 7)
    picture = SpooledPicture(request, image, keys[0], Errand(WISH))
    keep(services.spool, picture)
    stored = store_picture(services, picture, keys).image.stored
    assert stored.key.image_index == index
    before = town.pictures()

    town.restarted(services)

    assert town.pictures() == before
    assert town.spooled() == []


def test_a_lost_answer_of_the_put_makes_no_second_picture(town: Town) -> None:
    services = town.server(LosesAnswers(town.store))
    with pytest.raises(StorageTimeoutError):
        generate_images(services, WISH)

    town.go_on(services)

    assert len(town.pictures()) == 1
    assert town.spooled() == []


def test_another_picture_at_its_key_is_not_taken_for_it(town: Town) -> None:
    services = town.server()
    _fail(town, services)
    (path,) = town.spooled()
    key = ImageKey(WISH.session_id, "20241031_143022", 0, "cat")
    town.store.put(key, plain_png(8, 8), {})

    town.go_on(services)

    assert [image.key.image_index for image in town.pictures()] == [1, 0]
    assert not path.exists()


def test_the_next_version_stores_the_same_bytes(town: Town) -> None:
    services = town.server()
    assert services.spool
    made_by_last = SpooledPicture(
        replace(WISH, seed=7),
        GeneratedImage(plain_png(256, 256, 7), 7, "m", 7, ("Paler.",), '{"version": 2}'),
        ImageKey(WISH.session_id, "20241031_143022", 0, "cat"),
        Errand(WISH, ANA, "job", SHA),
        made_by="imagespeak/0.9",
    )
    item = keep(services.spool, made_by_last)
    assert of(item.header, made_by_last.image.png) == made_by_last

    town.restarted(services)

    (image,) = town.pictures()
    assert town.store.details(image.key).generated_by == "imagespeak/0.9"


def test_a_full_disk_is_no_reason_to_lose_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(spool_files, "_write", full)
    services = town.server()
    _fail(town, services)
    assert town.spooled() == []

    town.go_on(services)

    assert len(town.pictures()) == 1


def test_of_several_each_is_stored(town: Town) -> None:
    services = town.server()
    town.store.fail_for_index = 1
    result = generate_images(services, replace(WISH, image_count=3))
    assert result.warnings == ("Picture 2 of 3 was not saved: full",)
    town.store.fail_for_index = None

    town.go_on(services)

    assert [image.key.image_index for image in town.pictures()] == [2, 1, 0]
    assert len(town.generator.calls) == 3


def test_who_waits_gets_them_all(town: Town) -> None:
    services = town.server()
    told: list[int] = []
    making = Making(
        services,
        replace(WISH, image_count=2),
        on_stored=lambda image: told.append(image.stored.key.image_index),
    )
    town.store.fail_for_index = 1
    assert making.step() == Waits("the store", 1.0)
    assert making.is_safe
    town.store.fail_for_index = None
    town.go_on(services)

    result = making.step()

    assert not isinstance(result, Waits)
    assert [image.stored.key.image_index for image in result.images] == [0, 1]
    assert [image.key.image_index for image in result.listed] == [1, 0]
    assert result.warnings == ()
    assert sorted(told) == [0, 1]
    assert len(town.generator.calls) == 2


def test_nothing_is_stored_for_a_class_that_is_gone(town: Town) -> None:
    services = town.server()
    create_class(services, ANA, "7b", random_bytes=bytes)
    making = Making(services, replace(WISH, session_id="class-7b-aaaaaaaa"), teacher=ANA)
    town.store.troubles["put"] = StorageFullError("full")
    assert isinstance(making.step(), Waits)
    del town.store.troubles["put"]
    delete_class(services, ANA, "class-7b-aaaaaaaa")

    town.go_on(services)

    with pytest.raises(ClassGoneError):
        making.step()
    assert retrieve_images(services, "class-7b-aaaaaaaa") == []
    assert town.spooled() == []


def test_a_first_picture_that_is_spooled_here_is_not_paid_again(town: Town) -> None:
    services = town.server()
    _fail(town, services)

    image = get_practice_image(
        replace(services, wait=lambda _: town.go_on(services)), replace(WISH, prompt="A dog")
    )

    assert [image] == town.pictures()
    assert len(town.generator.calls) == 1


def test_nor_where_it_is_stored_during_the_look(town: Town) -> None:
    services = town.server()
    _fail(town, services)
    due = [services]

    class Looking(TroubledStore):
        def list_session(self, session_id: str) -> list[StoredImage]:
            listed = super().list_session(session_id)
            if due:
                town.go_on(due.pop())
            return listed

    looking = replace(services, store=Looking(town.store.blobs))

    errand = practice_errand(looking, WISH, was_looked=True)

    assert [*wait_for(looking, errand)] == town.pictures()
    assert len(town.generator.calls) == 1


def test_what_is_spooled_for_another_session_is_its_own(town: Town) -> None:
    services = town.server()
    _fail(town, services)

    image = get_practice_image(services, replace(WISH, session_id="image-002"))

    assert image.key.session_id == "image-002"
    assert len(town.generator.calls) == 2


@pytest.mark.parametrize("error", [StorageAccessError("No rights."), StorageFullError("Full.")])
def test_a_store_that_takes_no_pictures_is_told_before_anything_is_paid(
    town: Town, caplog: pytest.LogCaptureFixture, error: StorageError
) -> None:
    services = town.server()
    _fail(town, services, error)
    town.store.troubles["put"] = error
    dog = replace(WISH, session_id="image-002", prompt="A dog")
    for ask in (generate_images, get_practice_image):
        with pytest.raises(type(error), match=str(error)) as caught:
            ask(services, dog)
        assert not caught.value.picture_kept
        town.go_on(services)
    assert len(town.generator.calls) == 1
    of_spool = [record for record in caplog.records if "spool waiting: " in record.getMessage()]
    assert [record.levelno for record in of_spool] == [logging.WARNING]
    assert str(error) in of_spool[0].getMessage()

    del town.store.troubles["put"]
    town.go_on(services)
    assert generate_images(services, dog).images
    assert len(town.pictures()) == 1


@pytest.mark.parametrize("error", [StorageUnreachableError("away"), NotABlobError("A link.")])
def test_what_passes_or_is_one_pictures_own_trouble_keeps_nobody_from_theirs(
    town: Town, error: StorageError
) -> None:
    services = town.server()
    _fail(town, services, error)

    generate_images(services, replace(WISH, session_id="image-002"))


def test_where_nothing_waits_any_more_there_is_no_trouble(town: Town) -> None:
    services = town.server()
    create_class(services, ANA, "7b", random_bytes=bytes)
    making = Making(services, replace(WISH, session_id="class-7b-aaaaaaaa"), teacher=ANA)
    town.store.troubles["put"] = StorageAccessError("No rights.")
    assert isinstance(making.step(), Waits)
    del town.store.troubles["put"]
    delete_class(services, ANA, "class-7b-aaaaaaaa")
    town.go_on(services)

    assert generate_images(services, WISH).images


@pytest.mark.parametrize("is_dead", [False, True], ids=["here", "left by a dead process"])
def test_a_deleted_session_is_not_brought_back(town: Town, is_dead: bool) -> None:
    services = town.server()
    generate_images(services, WISH)
    making = Making(services, replace(WISH, prompt="A dog"))
    town.store.troubles["put"] = StorageUnreachableError("away")
    assert isinstance(making.step(), Waits)
    del town.store.troubles["put"]
    other = replace(WISH, session_id="image-002")
    _fail(town, services, request=other)
    if is_dead:
        assert services.spool
        services.spool.shutdown(0)
        services = town.server()

    delete_session(services, ANA, WISH.session_id)

    town.go_on(services)
    assert town.pictures() == []
    assert len(town.store.list_session(other.session_id)) == 1
    assert town.spooled() == []
    if not is_dead:
        with pytest.raises(ImageNotFoundError):
            making.step()


def test_what_is_deleted_while_it_is_stored_does_not_stay(town: Town) -> None:
    services = town.server()
    _fail(town, services)

    class Deleting(TroubledStore):
        def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
            delete_session(services, ANA, WISH.session_id)
            return super().put(key, png, metadata)

    assert services.spool
    storing = replace(services, store=Deleting(town.store.blobs))
    services.spool.register(KIND, partial(store_spooled, storing))
    town.go_on(services)

    assert town.pictures() == []
    assert isinstance(town.told[-1], PicturesDeleted)


def test_its_teacher_is_known_after_a_restart(town: Town) -> None:
    services = town.server()
    create_class(services, ANA, "7b", random_bytes=bytes)
    town.store.troubles["put"] = StorageFullError("full")
    with pytest.raises(StorageFullError):
        generate_images(services, replace(WISH, session_id="class-7b-aaaaaaaa"), teacher=ANA)
    del town.store.troubles["put"]

    again = town.restarted(services)

    assert len(retrieve_images(again, "class-7b-aaaaaaaa")) == 1


def test_the_labs_picture_is_found_again_by_its_request(town: Town) -> None:
    services = town.server()
    town.store.troubles["put"] = StorageFullError("full")
    assert isinstance(Making(services, WISH, sha=SHA).step(), Waits)
    del town.store.troubles["put"]

    again = town.restarted(services)

    assert find_made(again, SHA) == town.pictures()[0]


class TestWithoutASpool:
    """As in the Lambda."""

    @pytest.fixture
    def waits(self) -> list[float]:
        return []

    @pytest.fixture
    def then(self) -> list[Callable[[], object]]:
        return []

    @pytest.fixture
    def services(
        self, town: Town, waits: list[float], then: list[Callable[[], object]]
    ) -> Services:
        def wait(seconds: float) -> None:
            waits.append(seconds)
            for one in then:
                one()

        return replace(town.server(has_spool=False), wait=wait)

    def test_a_put_that_fails_is_tried_again_then_told(
        self, town: Town, services: Services, waits: list[float]
    ) -> None:
        town.store.troubles["put"] = StorageFullError("full")
        with pytest.raises(StorageFullError) as caught:
            generate_images(services, WISH)
        assert not caught.value.picture_kept
        assert waits == [*WITHOUT_SPOOL_AGAIN_S]
        assert len(town.generator.calls) == 1

    def test_a_store_that_is_there_again_takes_it(
        self, town: Town, services: Services, then: list[Callable[[], object]]
    ) -> None:
        town.store.troubles["put"] = StorageFullError("full")
        then.append(lambda: town.store.troubles.pop("put", None))
        generate_images(services, WISH)
        assert len(town.pictures()) == 1

    def test_a_lost_answer_makes_no_second_picture(self, town: Town, services: Services) -> None:
        generate_images(replace(services, store=LosesAnswers(town.store)), WISH)
        assert len(town.pictures()) == 1


def test_what_is_pending_can_be_asked(town: Town) -> None:
    services = town.server()
    assert services.spool
    _fail(town, services)
    (item,) = services.spool.pending(KIND)
    assert of(item.header).errand.asked == WISH
