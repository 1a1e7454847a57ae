"""Learners can't spend: the lock is the class's document, whichever use case is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_latest, create_class, delete_class
from imagespeak_core.classroom.errors import ClassLockedError
from imagespeak_core.errors import (
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Document, Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.fakes import FakeGenerator, HandClock, TroubledStore, make_services
from tests.memory_blobs import MemoryBlobs

ANA = Teacher("ana@school.org")
WISH = ImageRequest("class-7b", "A cat", width_px=256, height_px=256)
USE_CASES = pytest.mark.parametrize("make", [generate_images, get_practice_image])
Make = Callable[..., object]


class CountingDocuments(Documents):
    """A folder of documents that counts what is read, and may be down."""

    reads = 0
    trouble: StorageError | None = None

    def read(self, name: str) -> Document | None:
        self.reads += 1
        if self.trouble:
            raise self.trouble
        return super().read(name)


class CountingClaims(Claims):
    """Claims that are counted."""

    count = 0

    def claim(self, name: str) -> bool:
        self.count += 1
        return super().claim(name)


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
        create_class(services, ANA, "7b")
        with pytest.raises(ClassLockedError, match="Only its teacher") as caught:
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
        create_class(services, ANA, "7b")
        change_latest(services, ANA, "class-7b", edits.end)
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
        create_class(services, ANA, "7b")
        (tmp_path / "classes" / "class-7b.json").write_bytes(content)
        with pytest.raises(ClassLockedError):
            make(services, WISH)
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
            make(services, WISH)
        assert generator.calls == []

    def test_learners_get_the_picture_that_is_there(self, services: Services) -> None:
        create_class(services, ANA, "7b")
        made = generate_images(services, WISH, teacher=ANA).images[0].stored
        assert get_practice_image(services, WISH) == made
        assert retrieve_images(services, "class-7b") == [made]


class TestElsewhere:
    @USE_CASES
    def test_a_class_id_without_class_is_an_ordinary_session(
        self, services: Services, generator: FakeGenerator, make: Make
    ) -> None:
        make(services, WISH)
        assert len(generator.calls) == 1

    @USE_CASES
    def test_after_the_class_was_deleted_too(
        self, services: Services, generator: FakeGenerator, make: Make
    ) -> None:
        create_class(services, ANA, "7b")
        delete_class(services, ANA, "class-7b")
        make(services, WISH)
        assert len(generator.calls) == 1

    @USE_CASES
    @pytest.mark.parametrize("session_id", ["class-7b-2", "class-7", "Class-7b", "image-class-7b"])
    def test_a_neighbour_of_a_class_is_free(
        self, services: Services, generator: FakeGenerator, make: Make, session_id: str
    ) -> None:
        create_class(services, ANA, "7b")
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

    def test_a_hit_in_a_class_reads_none_either_and_making_one_or_two(
        self, services: Services, documents: CountingDocuments
    ) -> None:
        get_practice_image(services, WISH)
        assert documents.reads == 2
        get_practice_image(services, WISH)
        assert documents.reads == 2
        generate_images(services, WISH)
        assert documents.reads == 3
