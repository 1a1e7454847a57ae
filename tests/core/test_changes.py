"""Who changes something tells the caches: whichever use case it is, nobody else has to."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.changes import Change, Changes, DocumentSeen, PicturesDeleted, PicturesStored
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.classes import (
    change_class,
    change_latest,
    create_class,
    delete_class,
    open_class,
)
from imagespeak_core.classroom.errors import ClassChangedError
from imagespeak_core.classroom.state import ClassPicture
from imagespeak_core.classroom.watch import ClassWatch
from imagespeak_core.errors import PromptRefusedError
from imagespeak_core.gallery.deletion import delete_pictures, delete_session
from imagespeak_core.gallery.index import GalleryIndex
from imagespeak_core.lab.experiments import delete_experiment
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image
from imagespeak_core.services import Services
from tests.core.lab_rig import Rig
from tests.fakes import FakeGenerator, TroubledStore, make_services

ANA = Teacher("ana@school.org")
CLASS, SESSION = "class-7b-aaaaaaaa", "image-001"
WAIT_S = 30


class Ear:
    """Hears all changes."""

    def __init__(self) -> None:
        self.heard: list[Change] = []

    def heed(self, change: Change) -> None:
        self.heard.append(change)


@pytest.fixture
def services() -> Services:
    return make_services(TroubledStore(), FakeGenerator())


@pytest.fixture
def gallery(services: Services) -> GalleryIndex:
    """It has listed the store once, and does not again."""
    index = GalleryIndex(services.store, lambda: 0.0)
    services.changes.subscribe(index)
    index.snapshot(wait_s=WAIT_S)
    return index


@pytest.fixture
def watch(services: Services) -> ClassWatch:
    """For it no second passes, so it never reads a class again."""
    eye = ClassWatch(services.documents.read, monotonic=lambda: 0.0)
    services.changes.subscribe(eye)
    assert eye.latest(CLASS) is None
    return eye


def made(services: Services, session_id: str = SESSION, count: int = 1) -> list[ImageKey]:
    request = ImageRequest(session_id, "A cat", width_px=256, height_px=256, image_count=count)
    return [one.stored.key for one in generate_images(services, request, teacher=ANA).images]


def counts(gallery: GalleryIndex) -> dict[str, int]:
    return {one.session_id: one.picture_count for one in gallery.snapshot().sessions}


class TestPicturesReachTheGallery:
    def test_stored_ones(self, services: Services, gallery: GalleryIndex) -> None:
        made(services, count=3)
        assert counts(gallery) == {SESSION: 3}
        request = ImageRequest("image-002", "A dog", width_px=256, height_px=256)
        get_practice_image(services, request)
        assert counts(gallery) == {SESSION: 3, "image-002": 1}

    def test_deleted_ones(self, services: Services, gallery: GalleryIndex) -> None:
        first, *_ = made(services, count=3)
        delete_pictures(services, ANA, [first])
        assert counts(gallery) == {SESSION: 2}
        delete_session(services, ANA, SESSION)
        assert counts(gallery) == {}

    def test_those_of_a_class_that_is_deleted(
        self, services: Services, gallery: GalleryIndex
    ) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        made(services, CLASS, count=2)
        assert counts(gallery) == {CLASS: 2}
        delete_class(services, ANA, CLASS)
        assert counts(gallery) == {}

    def test_those_of_an_experiment_that_is_made_and_deleted(self, tmp_path: Path) -> None:
        rig = Rig(tmp_path)
        index = GalleryIndex(rig.store, lambda: 0.0)
        rig.services.changes.subscribe(index)
        index.snapshot(wait_s=WAIT_S)
        experiment = rig.created()
        rig.ran(experiment)
        assert counts(index) == {experiment: 3}
        delete_experiment(rig.services, ANA, experiment)
        assert counts(index) == {}

    def test_what_could_not_be_deleted_stays(self) -> None:
        class Stubborn(TroubledStore):
            def delete(self, keys: Collection[ImageKey]) -> dict[ImageKey, str]:
                return {key: "It stays." for key in keys if key.image_index}

        services, ear = make_services(Stubborn(), FakeGenerator()), Ear()
        first, second = made(services, count=2)
        services.changes.subscribe(ear)
        assert list(delete_pictures(services, ANA, [first, second]).kept) == [second]
        assert ear.heard == [PicturesDeleted((first,))]

    def test_each_is_told_as_soon_as_it_is_stored(self, services: Services) -> None:
        ear = Ear()
        services.changes.subscribe(ear)
        generator = services.generator
        assert isinstance(generator, FakeGenerator)
        generator.script_seed(11, PromptRefusedError("Refused."))
        request = ImageRequest(SESSION, "A cat", "", "standard", 256, 256, 10, image_count=2)
        [image] = generate_images(services, request).images
        assert ear.heard == [PicturesStored((image.stored,))]


class TestClassesReachTheirWatch:
    def test_created_changed_and_deleted(self, services: Services, watch: ClassWatch) -> None:
        opened = create_class(services, ANA, "7b", random_bytes=bytes)
        assert watch.latest(CLASS) == opened
        changed = change_class(services, ANA, opened, edits.lock)
        assert watch.latest(CLASS) == changed
        ended = change_latest(services, ANA, CLASS, edits.end)
        assert watch.latest(CLASS) == ended
        delete_class(services, ANA, CLASS)
        assert watch.latest(CLASS) is None

    def test_one_that_another_server_changed_as_soon_as_that_is_found(
        self, services: Services, watch: ClassWatch
    ) -> None:
        opened = create_class(services, ANA, "7b", random_bytes=bytes)
        elsewhere = replace(services, changes=Changes())
        theirs = change_class(elsewhere, ANA, opened, edits.lock)
        assert watch.latest(CLASS) == opened
        with pytest.raises(ClassChangedError):
            change_class(services, ANA, opened, edits.end)
        assert watch.latest(CLASS) == theirs

    def test_one_that_lost_a_picture(self, services: Services, watch: ClassWatch) -> None:
        create_class(services, ANA, "7b", random_bytes=bytes)
        [key] = made(services, CLASS)
        pictures = [ClassPicture(key=str(key))]
        change_latest(services, ANA, CLASS, partial(edits.add_pictures, pictures=pictures))
        delete_pictures(services, ANA, [key])
        latest = watch.latest(CLASS)
        assert latest == open_class(services, CLASS)
        assert latest
        assert latest.state.pictures == ()

    def test_other_documents_are_none_of_its_business(
        self, services: Services, watch: ClassWatch
    ) -> None:
        opened = create_class(services, ANA, "7b", random_bytes=bytes)
        services.changes.tell(DocumentSeen("experiments/class-7b-aaaaaaaa.json", None))
        services.changes.tell(DocumentSeen("classes/code-ABC234.json", None))
        assert watch.latest(CLASS) == opened


class TestListeners:
    def test_one_that_fails_costs_nobody_anything(
        self, services: Services, caplog: pytest.LogCaptureFixture
    ) -> None:
        class Deaf:
            def heed(self, change: Change) -> None:
                raise RuntimeError

        ear = Ear()
        services.changes.subscribe(Deaf())
        services.changes.subscribe(ear)
        with caplog.at_level(logging.ERROR):
            made(services)
        assert len(ear.heard) == 1
        assert "could not take over" in caplog.text

    def test_without_any_nothing_happens(self) -> None:
        Changes().tell(DocumentSeen(state_name(CLASS), None))
