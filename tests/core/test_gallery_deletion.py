"""Pictures and sessions deleted: what is gone, what stays and why, and what classes then name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import change_class, create_class, open_class
from imagespeak_core.classroom.edits import add_pictures, choose_picture
from imagespeak_core.classroom.state import ClassPicture, ClassState
from imagespeak_core.errors import (
    InvalidSessionIdError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.gallery.deletion import DeletionReport, delete_pictures, delete_session
from imagespeak_core.gallery.previews import Previews
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempts import create_attempt
from imagespeak_core.speaking.deletion import Spoken, count_spoken
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.stores.blobs import BlobInfo
from imagespeak_core.stores.documents import Document, Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.core.gallery_pictures import AWAY, MemoryStore, key_of
from tests.fakes import FakeGenerator, TroubledStore, make_services, plain_png
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA, LIMITS, MadeSound, services_on, ticket_of, tried

TEACHER = Teacher("this computer")
SESSION = "class-7b-aaaaaaaa"


class StubbornStore(MemoryStore):
    """Keeps some pictures whatever is asked."""

    def __init__(self, keys: Sequence[ImageKey], *, stubborn: Sequence[ImageKey] = ()) -> None:
        super().__init__({key: plain_png(9, 9) for key in keys})
        self._stubborn = set(stubborn)

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        super().delete([key for key in keys if key not in self._stubborn])
        return {key: "It is held." for key in keys if key in self._stubborn}


class TroubledDocuments(Documents):
    """Can't be reached as soon as it is told so."""

    def __init__(self) -> None:
        super().__init__(MemoryBlobs())
        self.trouble: StorageError | None = None

    def read(self, name: str) -> Document | None:
        if self.trouble:
            raise self.trouble
        return super().read(name)


def keys_of(session_id: str, count: int) -> list[ImageKey]:
    return [key_of(session_id, index=index) for index in range(count)]


def services_for(store: MemoryStore, documents: Documents | None = None) -> Services:
    return make_services(store, FakeGenerator(), documents=documents)


class TestPictures:
    def test_they_go_with_their_previews(self) -> None:
        keys = keys_of("image-001", 3)
        store = StubbornStore(keys)
        for key in keys:
            Previews(store).of(key)
        report = delete_pictures(services_for(store), TEACHER, keys[:2])
        assert report == DeletionReport(deleted=tuple(keys[:2]), kept={})
        assert list(store.pictures) == list(store.previews) == keys[2:]

    def test_what_could_not_be_deleted_is_named_and_there(self) -> None:
        keys = keys_of("image-001", 3)
        store = StubbornStore(keys, stubborn=[keys[1]])
        report = delete_pictures(services_for(store), TEACHER, keys)
        assert report.deleted == (keys[0], keys[2])
        assert report.kept == {keys[1]: "It is held."}
        assert list(store.pictures) == [keys[1]]

    def test_what_is_gone_already_counts_as_deleted(self) -> None:
        [key] = keys_of("image-001", 1)
        report = delete_pictures(services_for(StubbornStore([])), TEACHER, [key, key])
        assert report == DeletionReport(deleted=(key,), kept={})

    def test_nothing_could_be_tried(self) -> None:
        store = StubbornStore(keys_of("image-001", 1))
        store.troubles["delete"] = AWAY
        with pytest.raises(StorageError, match="away"):
            delete_pictures(services_for(store), TEACHER, store.pictures)

    def test_a_preview_that_was_kept_at_the_last_moment_goes_too(self) -> None:
        class Late(StubbornStore):
            def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
                late = {key: b"webp" for key in keys if key in self.pictures}
                kept = super().delete(keys)
                self.previews |= late
                return kept

        store = Late(keys_of("image-001", 2))
        delete_pictures(services_for(store), TEACHER, list(store.pictures))
        assert store.previews == {}

    def test_late_previews_that_cannot_be_looked_for(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        class AwayThen(StubbornStore):
            def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
                kept = super().delete(keys)
                self.troubles["delete"] = AWAY
                return kept

        [key] = keys_of("image-001", 1)
        report = delete_pictures(services_for(AwayThen([key])), TEACHER, [key])
        assert report.deleted == (key,)
        assert "late previews" in caplog.text

    def test_nothing_wanted(self) -> None:
        report = delete_pictures(services_for(StubbornStore([])), TEACHER, [])
        assert report == DeletionReport((), {})


class TestSessions:
    def test_all_of_it_and_nothing_else(self) -> None:
        store = StubbornStore(keys_of("abc", 3) + keys_of("abc-2", 1) + keys_of("ABC", 1))
        report = delete_session(services_for(store), TEACHER, "abc")
        assert sorted(report.deleted, key=str) == keys_of("abc", 3)
        assert list(store.pictures) == keys_of("abc-2", 1) + keys_of("ABC", 1)

    def test_without_pictures(self) -> None:
        report = delete_session(services_for(StubbornStore([])), TEACHER, "abc")
        assert report == DeletionReport((), {})

    def test_a_bad_name(self) -> None:
        with pytest.raises(InvalidSessionIdError):
            delete_session(services_for(StubbornStore([])), TEACHER, "../abc")

    def test_in_a_folder(self, tmp_path: Path) -> None:
        store = TroubledStore(FolderBlobs(tmp_path, secret=b"s"))
        keys = keys_of("abc", 2)
        for key in keys:
            store.put(key, plain_png(600, 600), {})
            Previews(store).of(key)
        report = delete_session(make_services(store, FakeGenerator()), TEACHER, "abc")
        assert set(report.deleted) == set(keys)
        assert not report.kept
        assert [path for path in tmp_path.rglob("*") if path.suffix in {".png", ".webp"}] == []


class TestWhatWasSpoken:
    def test_it_goes_with_its_session_and_no_other(self) -> None:
        blobs = MemoryBlobs()
        services = services_on(blobs)
        for session_id in ("abc", "abc-2"):
            keep(services, ticket_of(services, session_id), MadeSound(), limits=LIMITS)
            create_attempt(services, tried(), session_id=session_id, learner=ANA, limits=LIMITS)
        assert delete_session(services, TEACHER, "abc") == DeletionReport((), {})
        assert count_spoken(services, "abc") == Spoken()
        assert count_spoken(services, "abc-2") == Spoken(1, 1)

    def test_only_the_pictures_that_were_asked_about_go_with_it(self) -> None:
        services = services_on(MemoryBlobs())
        asked, later = keys_of("abc", 2)
        for key in (asked, later):
            services.store.put(key, plain_png(9, 9), {})
        report = delete_session(services, TEACHER, "abc", [asked])
        assert report.deleted == (asked,)
        assert [image.key for image in services.store.list_session("abc")] == [later]

    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (StorageAccessError("Not allowed."), "could not be looked at"),
            (StorageTimeoutError("It took too long."), "could not be deleted. It took too long."),
        ],
    )
    def test_pictures_go_as_ever_where_it_may_not_be_looked_at(
        self, error: StorageError, words: str
    ) -> None:
        class Closed(MemoryBlobs):
            def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
                if prefix.startswith(("recordings/", "attempts/")):
                    raise error
                return super().list(prefix, after=after)

        services = services_on(Closed())
        [key] = keys_of("abc", 1)
        services.store.put(key, plain_png(9, 9), {})
        report = delete_session(services, TEACHER, "abc")
        assert report.deleted == (key,)
        [warning] = report.warnings
        assert words in warning
        assert services.store.list_session("abc") == []


def class_with(services: Services, store: MemoryStore, count: int) -> list[ImageKey]:
    """A class of so many pictures, the second one of which is shown."""
    opened = create_class(services, TEACHER, "7b", random_bytes=bytes)
    assert opened.state.session_id == SESSION
    keys = keys_of(SESSION, count)
    store.pictures |= {key: plain_png(9, 9) for key in keys}
    pictures = [ClassPicture(key=str(key), notes="Say it.") for key in keys]

    def fill(state: ClassState) -> ClassState:
        return choose_picture(add_pictures(state, pictures), str(keys[1]))

    change_class(services, TEACHER, opened, fill)
    return keys


def lesson(services: Services) -> tuple[list[str], str | None]:
    opened = open_class(services, SESSION)
    assert opened
    return [one.key for one in opened.state.pictures], opened.state.current


class TestClasses:
    def test_the_lesson_goes_on_without_them(self) -> None:
        store = StubbornStore([])
        services = services_for(store)
        keys = class_with(services, store, 4)
        report = delete_pictures(services, TEACHER, keys[:2])
        assert report == DeletionReport(tuple(keys[:2]), {})
        assert lesson(services) == ([str(key) for key in keys[2:]], str(keys[2]))

    def test_what_could_not_be_deleted_stays_in_the_lesson(self) -> None:
        keys = keys_of(SESSION, 3)
        store = StubbornStore([], stubborn=[keys[1]])
        services = services_for(store)
        assert class_with(services, store, 3) == keys
        report = delete_session(services, TEACHER, SESSION)
        assert set(report.kept) == {keys[1]}
        assert lesson(services) == ([str(keys[1])], str(keys[1]))

    def test_a_session_that_is_no_class(self) -> None:
        store = StubbornStore(keys_of("class-none", 1))
        report = delete_session(services_for(store), TEACHER, "class-none")
        assert report.warnings == ()

    def test_somebody_changes_the_class_meanwhile(self) -> None:
        class Busy(Documents):
            changes_left = 0

            def read(self, name: str) -> Document | None:
                there = super().read(name)
                if self.changes_left and there:
                    self.changes_left -= 1
                    shown = there.content.replace(b'"locked":false', b'"locked":true')
                    super().write(name, shown, replacing=there.version)
                return there

        documents, store = Busy(MemoryBlobs()), StubbornStore([])
        services = services_for(store, documents)
        keys = class_with(services, store, 3)
        documents.changes_left = 1
        report = delete_pictures(services, TEACHER, keys[:1])
        assert report.warnings == ()
        assert lesson(services)[0] == [str(key) for key in keys[1:]]
        opened = open_class(services, SESSION)
        assert opened
        assert opened.state.locked  # the other's change is there too

    def test_the_class_cannot_be_reached(self, caplog: pytest.LogCaptureFixture) -> None:
        documents, store = TroubledDocuments(), StubbornStore([])
        services = services_for(store, documents)
        keys = class_with(services, store, 2)
        documents.trouble = AWAY
        report = delete_pictures(services, TEACHER, keys)
        assert (report.deleted, report.kept) == (tuple(keys), {})
        [warning] = report.warnings
        assert SESSION in warning
        assert "away" in warning
        assert SESSION not in caplog.text

    def test_the_class_is_damaged(self) -> None:
        documents, store = Documents(MemoryBlobs()), StubbornStore(keys_of(SESSION, 1))
        documents.write(f"classes/{SESSION}.json", b"{", replacing=None)
        report = delete_session(services_for(store, documents), TEACHER, SESSION)
        assert report.deleted == tuple(keys_of(SESSION, 1))
        assert len(report.warnings) == 1
