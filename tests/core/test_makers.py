"""Who may make pictures: for a class or an experiment its teacher alone, while it is stored."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_latest, create_class, delete_class
from imagespeak_core.classroom.errors import ClassDamagedError, ClassGoneError, ClassLockedError
from imagespeak_core.errors import (
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.lab.errors import ExperimentGoneError
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.plan import Plan
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import Claim, Claims
from imagespeak_core.stores.documents import Document, Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.fakes import FakeGenerator, HandClock, TroubledStore, make_services, plain_png
from tests.memory_blobs import MemoryBlobs

ANA = Teacher("ana@school.org")
WISH = ImageRequest("class-7b-aaaaaaaa", "A cat", width_px=256, height_px=256)
USE_CASES = pytest.mark.parametrize("make", [generate_images, get_practice_image])
Make = Callable[..., object]
EXPERIMENT = "lab-aaaaaaaaaaaaaaaa"
ONLY_ITS_TEACHER = "^Only its teacher can make pictures for this class\\.$"
WAIT_S = 30


class CountingDocuments(Documents):
    """A folder of documents that counts what is read, may be down, and lets others in between."""

    reads = 0
    trouble: StorageError | None = None
    before_delete: Callable[[], object] | None = None

    def read(self, name: str) -> Document | None:
        self.reads += 1
        if self.trouble:
            raise self.trouble
        return super().read(name)

    def delete(self, name: str) -> None:
        between, self.before_delete = self.before_delete, None
        if between:
            between()
        super().delete(name)


class CountingClaims(Claims):
    """Claims that are counted."""

    count = 0

    def take(self, name: str) -> Claim | None:
        self.count += 1
        return super().take(name)


@pytest.fixture
def generator() -> FakeGenerator:
    return FakeGenerator()


@pytest.fixture
def documents(tmp_path: Path) -> CountingDocuments:
    return CountingDocuments(FolderBlobs(tmp_path, secret=b"s"))


@pytest.fixture
def claims() -> CountingClaims:
    return CountingClaims(MemoryBlobs())


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def services(
    claims: CountingClaims,
    generator: FakeGenerator,
    documents: CountingDocuments,
    clock: HandClock,
) -> Services:
    return make_services(
        TroubledStore(), generator, documents=documents, claims=claims, clock=clock
    )


class TestInAClass:
    @USE_CASES
    def test_nobody_but_a_teacher_makes_pictures(
        self, services: Services, generator: FakeGenerator, claims: CountingClaims, make: Make
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        with pytest.raises(ClassLockedError, match=ONLY_ITS_TEACHER) as caught:
            make(services, WISH)
        assert caught.value.code == "class_locked"
        assert generator.calls == []
        assert claims.count == 0
        make(services, WISH, teacher=ANA)
        assert len(generator.calls) == 1

    @USE_CASES
    def test_a_class_that_is_over_is_locked_too(
        self, services: Services, generator: FakeGenerator, clock: HandClock, make: Make
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        change_latest(services, ANA, "class-7b-aaaaaaaa", edits.end)
        clock.advance(days=400)
        with pytest.raises(ClassLockedError):
            make(services, WISH)
        assert generator.calls == []

    @USE_CASES
    @pytest.mark.parametrize("content", [b"", b"{", b'{"version": 2}', b"\xff"])
    def test_a_class_that_cant_be_read_is_locked_too(
        self,
        services: Services,
        generator: FakeGenerator,
        tmp_path: Path,
        make: Make,
        content: bytes,
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        (tmp_path / "classes" / "class-7b-aaaaaaaa.json").write_bytes(content)
        with pytest.raises(ClassLockedError):
            make(services, WISH)
        with pytest.raises(ClassDamagedError):
            make(services, WISH, teacher=ANA)
        assert generator.calls == []

    @USE_CASES
    @pytest.mark.parametrize(
        "trouble",
        [StorageTimeoutError("slow"), StorageUnreachableError("away"), StorageAccessError("no")],
        ids=lambda error: error.code,
    )
    def test_where_nobody_can_tell_nothing_is_made(
        self,
        services: Services,
        generator: FakeGenerator,
        documents: CountingDocuments,
        make: Make,
        trouble: StorageError,
    ) -> None:
        documents.trouble = trouble
        with pytest.raises(type(trouble)):
            make(services, WISH, teacher=ANA)
        with pytest.raises(ClassLockedError):
            make(services, WISH)
        assert generator.calls == []

    def test_learners_get_the_picture_that_is_there(self, services: Services) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        made = generate_images(services, WISH, teacher=ANA).images[0].stored
        assert get_practice_image(services, WISH) == made
        assert retrieve_images(services, "class-7b-aaaaaaaa") == [made]


class TestWithoutIts:
    """Its class, or its experiment: such an id is then nobody's, and nothing is stored there."""

    @USE_CASES
    @pytest.mark.parametrize(
        "session_id", ["class-7b-aaaaaaaa", "class-", "class-7b.", EXPERIMENT, "lab-1"]
    )
    def test_nothing_is_made(
        self,
        services: Services,
        generator: FakeGenerator,
        claims: CountingClaims,
        make: Make,
        session_id: str,
    ) -> None:
        wish = replace(WISH, session_id=session_id)
        with pytest.raises(ClassLockedError, match=ONLY_ITS_TEACHER):
            make(services, wish)
        with pytest.raises((ClassGoneError, ExperimentGoneError), match=session_id):
            make(services, wish, teacher=ANA)
        assert (generator.calls, claims.count) == ([], 0)
        assert retrieve_images(services, session_id) == []

    @USE_CASES
    def test_nor_after_it_was_deleted(
        self, services: Services, generator: FakeGenerator, make: Make
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        delete_class(services, ANA, "class-7b-aaaaaaaa")
        with pytest.raises(ClassGoneError):
            make(services, WISH, teacher=ANA)
        assert generator.calls == []

    @USE_CASES
    def test_nor_where_what_lies_there_is_anothers(
        self, services: Services, generator: FakeGenerator, tmp_path: Path, make: Make
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        copy = tmp_path / "classes" / "class-8b.json"
        copy.write_bytes((tmp_path / "classes" / "class-7b-aaaaaaaa.json").read_bytes())
        with pytest.raises(ClassGoneError):
            make(services, replace(WISH, session_id="class-8b"), teacher=ANA)
        assert generator.calls == []

    def test_what_lies_there_is_still_given(self, services: Services) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        made = generate_images(services, WISH, teacher=ANA).images[0].stored
        services.documents.delete("classes/class-7b-aaaaaaaa.json")
        assert get_practice_image(services, WISH) == made
        assert retrieve_images(services, "class-7b-aaaaaaaa") == [made]

    def test_an_experiment_is_filled_by_teachers_alone(
        self, services: Services, generator: FakeGenerator
    ) -> None:
        opened = create_experiment(services, ANA, Plan(prompt="A cat", width_px=256, height_px=256))
        wish = replace(WISH, session_id=opened.state.id)
        with pytest.raises(ClassLockedError):
            generate_images(services, wish)
        assert generator.calls == []
        assert generate_images(services, wish, teacher=ANA).images


class TestDeletedMeanwhile:
    """Nothing is stored for what is gone, now or later."""

    @USE_CASES
    def test_the_picture_is_not_stored(
        self, services: Services, generator: FakeGenerator, claims: CountingClaims, make: Make
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        generator.gate.clear()
        with ThreadPoolExecutor() as pool:
            making = pool.submit(make, services, WISH, teacher=ANA)
            assert generator.called.acquire(timeout=WAIT_S)
            delete_class(services, ANA, "class-7b-aaaaaaaa")
            generator.gate.set()
            with pytest.raises(ClassGoneError):
                making.result(WAIT_S)
        assert retrieve_images(services, "class-7b-aaaaaaaa") == []
        create_class(services, ANA, "7b", random_bytes=bytes)
        assert services.spool
        services.spool.try_due()
        assert services.spool.pending(KIND) == []
        assert retrieve_images(services, "class-7b-aaaaaaaa") == []

    def test_one_that_was_on_its_way_into_the_store_goes_with_the_class(
        self, services: Services, documents: CountingDocuments
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        picture = plain_png(8, 8)
        key = ImageKey("class-7b-aaaaaaaa", "20241031_143022", 0, "cat")
        documents.before_delete = lambda: services.store.put(key, picture, {})
        assert delete_class(services, ANA, "class-7b-aaaaaaaa") == {}
        assert retrieve_images(services, "class-7b-aaaaaaaa") == []


class TestElsewhere:
    @USE_CASES
    @pytest.mark.parametrize(
        "session_id",
        ["Class-7b", "CLASS-7B", "image-class-7b-aaaaaaaa", "class", "class_7b", "LAB-1", "lab"],
    )
    def test_what_only_looks_like_such_an_id_is_free(
        self, services: Services, generator: FakeGenerator, make: Make, session_id: str
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        make(services, replace(WISH, session_id=session_id))
        assert len(generator.calls) == 1


class TestCost:
    def test_other_sessions_read_no_document_at_all(
        self, services: Services, documents: CountingDocuments
    ) -> None:
        wish = replace(WISH, session_id="image-001")
        for make in (get_practice_image, generate_images, get_practice_image):
            make(services, wish)
        assert documents.reads == 0

    def test_nor_does_who_may_make_nothing_anyway(
        self, services: Services, documents: CountingDocuments
    ) -> None:
        for make in (get_practice_image, generate_images):
            with pytest.raises(ClassLockedError):
                make(services, WISH)
        assert documents.reads == 0

    def test_a_hit_in_a_class_reads_none_either_and_a_picture_two(
        self, services: Services, documents: CountingDocuments
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        documents.reads = 0
        generate_images(services, WISH, teacher=ANA)
        assert documents.reads == 2
        get_practice_image(services, WISH, teacher=ANA)
        assert documents.reads == 2
