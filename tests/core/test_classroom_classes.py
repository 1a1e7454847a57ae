"""The use cases of classes, with teachers and servers that do not wait for each other."""

from __future__ import annotations

import inspect
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import (
    change_class,
    change_latest,
    create_class,
    delete_class,
    find_class,
    is_class,
    list_classes,
    open_class,
)
from imagespeak_core.classroom.errors import (
    ClassChangedError,
    ClassDamagedError,
    ClassNameTakenError,
)
from imagespeak_core.classroom.state import ClassPicture, ClassState
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    InvalidRequestError,
    InvalidSessionIdError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import generate_images, retrieve_images
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempts import create_attempt
from imagespeak_core.speaking.deletion import Spoken, count_spoken
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.stores.blobs import BlobInfo, Blobs
from imagespeak_core.stores.documents import Document, Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.fakes import FakeGenerator, HandClock, TroubledStore, make_services, plain_png
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA as LEARNER
from tests.speaking_rig import LIMITS, MadeSound, services_on, ticket_of, tried

ANA, BO = Teacher("ana@school.org"), Teacher("bo@school.org")
NAMED = "class-7b-monday"
CLASS = f"{NAMED}-aaaaaaaa"
WAIT_S = 30


class WatchedDocuments(Documents):
    """A folder of documents that notes what is asked of it, and lets others in between.

    Attributes:
        asked: "read classes/…" and so on.
        before_write: Called once, right before the next write.
        trouble: Raised by every method, if there is one.
    """

    def __init__(self, blobs: Blobs) -> None:
        super().__init__(blobs)
        self.asked: list[str] = []
        self.before_write: Callable[[], object] | None = None
        self.trouble: StorageError | None = None

    def read(self, name: str) -> Document | None:
        self._note("read", name)
        return super().read(name)

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        self._note("write", name)
        between, self.before_write = self.before_write, None
        if between:
            between()
        return super().write(name, content, replacing=replacing)

    def delete(self, name: str) -> None:
        self._note("delete", name)
        super().delete(name)

    def _note(self, what: str, name: str) -> None:
        self.asked.append(f"{what} {name}")
        if self.trouble:
            raise self.trouble


class StubbornStore(TroubledStore):
    """A folder in which some pictures can't be deleted."""

    stubborn: frozenset[int] = frozenset()

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        self._fail_if_told("delete")
        kept = {key: "It may not be deleted." for key in keys if key.image_index in self.stubborn}
        return super().delete([key for key in keys if key not in kept]) | kept


class School:
    """A server, and what it keeps."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.clock = HandClock()
        self.blobs = FolderBlobs(root, secret=b"s")
        self.documents = WatchedDocuments(self.blobs)
        self.store = StubbornStore(self.blobs)
        self.generator = FakeGenerator()
        self.services: Services = make_services(
            self.store, self.generator, documents=self.documents, clock=self.clock
        )

    def pictures(self, count: int, session_id: str = CLASS) -> list[ClassPicture]:
        request = ImageRequest(session_id, "A cat", width_px=256, height_px=256, image_count=count)
        made = generate_images(self.services, request, teacher=ANA).images
        return [ClassPicture(key=str(one.stored.key), prompt="A cat") for one in made]

    def files(self) -> list[str]:
        return sorted(path.name for path in (self.root / "classes").glob("*.json"))

    def overwrite(self, content: bytes, name: str = CLASS) -> None:
        (self.root / "classes" / f"{name}.json").write_bytes(content)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path / "data")


@pytest.fixture
def services(school: School) -> Services:
    return school.services


@pytest.mark.parametrize(
    "use_case", [create_class, list_classes, change_class, change_latest, delete_class]
)
def test_what_only_teachers_may_do_cant_be_called_without_one(
    use_case: Callable[..., object],
) -> None:
    parameter = list(inspect.signature(use_case).parameters.values())[1]
    assert (parameter.name, parameter.annotation) == ("teacher", "Teacher")
    assert parameter.default is inspect.Parameter.empty


class TestCreating:
    def test_a_class_and_its_code(self, school: School, services: Services) -> None:
        opened = create_class(services, ANA, " 7b  Monday ", random_bytes=bytes)
        state = opened.state
        assert (state.session_id, state.title, state.teacher) == (CLASS, "7b Monday", ANA.name)
        assert state.expires_at - state.created_at == timedelta(days=30)
        assert open_class(services, CLASS) == opened
        assert find_class(services, state.code) == CLASS
        assert find_class(services, f" {state.code[:3].lower()}-{state.code[3:].lower()} ") == CLASS
        assert school.files() == [f"{CLASS}.json", f"code-{state.code}.json"]

    def test_what_is_stored(self, school: School, services: Services) -> None:
        state = create_class(services, ANA, "7b Monday", random_bytes=bytes).state
        stored = json.loads((school.root / f"classes/{CLASS}.json").read_bytes())
        assert (stored["version"], stored["session_id"]) == (1, CLASS)
        code = json.loads((school.root / f"classes/code-{state.code}.json").read_bytes())
        assert code == {"version": 1, "session_id": CLASS}

    def test_without_a_name_it_cant_be_guessed(self, services: Services) -> None:
        ids = {create_class(services, ANA, "").state.session_id for _ in range(5)}
        assert len(ids) == 5
        assert all(len(one) == len("class-") + 16 for one in ids)

    def test_two_classes_of_one_name_are_two(self, school: School, services: Services) -> None:
        both = [create_class(services, one, "7b Monday").state for one in (ANA, BO)]
        assert [state.title for state in both] == ["7b Monday"] * 2
        for state in both:
            assert find_class(services, state.code) == state.session_id
            assert state.session_id.startswith(f"{NAMED}-")
            assert len(state.session_id) == len(f"{NAMED}-") + 8
        assert both[0].session_id != both[1].session_id

    def test_a_class_of_before_goes_on_under_its_id(
        self, school: School, services: Services
    ) -> None:
        state = create_class(services, ANA, "7b Monday", random_bytes=bytes).state
        older = state.model_copy(update={"session_id": NAMED})
        school.overwrite(older.model_dump_json().encode(), NAMED)
        target = json.dumps({"version": 1, "session_id": NAMED}).encode()
        school.overwrite(target, f"code-{state.code}")
        assert is_class(services, NAMED)
        assert find_class(services, state.code) == NAMED
        changed = change_latest(services, BO, NAMED, edits.end)
        assert changed
        assert changed.state.ended
        assert delete_class(services, ANA, NAMED) == {}
        assert not is_class(services, NAMED)

    def test_an_id_is_taken_once(self, school: School, services: Services) -> None:
        first = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        with pytest.raises(ClassNameTakenError, match="try again"):
            create_class(services, BO, "7B – monday", random_bytes=bytes)
        assert open_class(services, CLASS) == first
        assert len(school.files()) == 2

    def test_a_damaged_class_keeps_its_id(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.overwrite(b"broken")
        with pytest.raises(ClassNameTakenError):
            create_class(services, BO, "7b Monday", random_bytes=bytes)

    def test_of_two_servers_at_once_one_gets_the_id(self, school: School) -> None:
        start = threading.Barrier(8)
        servers = [School(school.root) for _ in range(8)]

        def create(server: School) -> bool:
            start.wait(WAIT_S)
            try:
                create_class(server.services, ANA, "7b Monday", random_bytes=bytes)
            except ClassNameTakenError:
                return False
            return True

        with ThreadPoolExecutor(max_workers=8) as pool:
            assert sum(pool.map(create, servers)) == 1
        state = open_class(school.services, CLASS)
        assert state is not None
        assert find_class(school.services, state.state.code) == CLASS
        assert len(school.files()) == 2  # the losers gave their codes back

    def test_a_taken_code_is_passed_over(self, services: Services) -> None:
        first = create_class(services, ANA, "one", choose=lambda text: text[0], random_bytes=bytes)
        letters = cycle("2" * 6 + "3" * 6)
        second = create_class(
            services, ANA, "two", choose=lambda _text: next(letters), random_bytes=bytes
        )
        assert (first.state.code, second.state.code) == ("222222", "333333")
        assert find_class(services, "222222") == "class-one-aaaaaaaa"

    def test_when_all_codes_are_taken_no_class_is_left_behind(
        self, school: School, services: Services
    ) -> None:
        create_class(services, ANA, "one", choose=lambda text: text[0], random_bytes=bytes)
        with pytest.raises(ClassNameTakenError, match="code"):
            create_class(services, ANA, "two", choose=lambda text: text[0], random_bytes=bytes)
        assert not is_class(services, "class-two-aaaaaaaa")
        assert len(school.files()) == 2

    @pytest.mark.parametrize("title", ["x" * 10_000, "a\x00b"], ids=ascii)
    def test_a_hostile_title_writes_nothing(
        self, school: School, services: Services, title: str
    ) -> None:
        with pytest.raises(InvalidRequestError):
            create_class(services, ANA, title, random_bytes=bytes)
        assert school.documents.asked == []


class TestOpening:
    def test_an_ordinary_session_costs_nothing(self, school: School, services: Services) -> None:
        assert open_class(services, "image-001") is None
        assert not is_class(services, "image-001")
        assert not is_class(services, "../../etc/passwd")
        assert school.documents.asked == []

    def test_a_class_id_without_document_is_no_class(
        self, school: School, services: Services
    ) -> None:
        assert open_class(services, CLASS) is None
        assert not is_class(services, CLASS)
        assert school.documents.asked == [f"read classes/{CLASS}.json"] * 2

    def test_a_hostile_id(self, services: Services) -> None:
        for look in (open_class, is_class):
            with pytest.raises(InvalidSessionIdError):
                look(services, "class-../../etc/passwd")

    def test_a_damaged_class_is_a_class_and_says_that_it_is_damaged(
        self, school: School, services: Services
    ) -> None:
        code = create_class(services, ANA, "7b Monday", random_bytes=bytes).state.code
        for content in (b"", b"{", b'{"version": 2}'):
            school.overwrite(content)
            assert is_class(services, CLASS)
            for look in (partial(open_class, services, CLASS), partial(find_class, services, code)):
                with pytest.raises(ClassDamagedError):
                    look()

    def test_a_store_that_is_down_is_no_answer(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.documents.trouble = StorageTimeoutError("slow")
        for look in (open_class, is_class):
            with pytest.raises(StorageTimeoutError):
                look(services, CLASS)


class TestFinding:
    @pytest.mark.parametrize("typed", ["", "ABC234", "../../x", "<script>", "A" * 10_000])
    def test_a_code_that_leads_nowhere(self, services: Services, typed: str) -> None:
        assert find_class(services, typed) is None

    def test_what_cant_be_a_code_is_not_looked_up(self, school: School, services: Services) -> None:
        find_class(services, "hello world")
        assert school.documents.asked == []

    @pytest.mark.parametrize("target", ["class-gone", "image-001"])
    def test_a_code_left_behind(self, school: School, services: Services, target: str) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.overwrite(json.dumps({"version": 1, "session_id": target}).encode(), "code-ABC234")
        assert find_class(services, "ABC234") is None

    def test_an_earlier_code_of_a_class(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", choose=lambda text: text[0], random_bytes=bytes)
        school.overwrite(json.dumps({"version": 1, "session_id": CLASS}).encode(), "code-ABC234")
        assert find_class(services, "ABC234") is None
        assert find_class(services, "222222") == CLASS

    def test_a_damaged_code_says_so(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.overwrite(b'{"version": 1, "session_id": ["class-x"]}', "code-ABC234")
        with pytest.raises(ClassDamagedError, match="ABC234"):
            find_class(services, "abc234")


class TestListing:
    def test_newest_first_with_the_damaged_ones_apart(
        self, school: School, services: Services
    ) -> None:
        for title in ("one", "two", "three"):
            school.clock.advance(seconds=1)
            create_class(services, ANA, title, random_bytes=bytes)
        school.overwrite(b"broken", "class-two-aaaaaaaa")
        school.overwrite(b"{}", "class-a_20241031_143022_b")
        classes = list_classes(services, BO)
        assert [opened.state.title for opened in classes] == ["three", "one"]
        assert classes.damaged == ("class-two-aaaaaaaa",), "no class can have the other name"
        assert classes[0] == open_class(services, "class-three-aaaaaaaa")

    def test_none(self, services: Services) -> None:
        classes = list_classes(services, ANA)
        assert (list(classes), classes.damaged) == ([], ())


class TestChanging:
    def test_a_change_is_stored(self, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        changed = change_class(services, ANA, opened, edits.lock)
        assert changed.state.locked
        assert changed.version != opened.version
        assert open_class(services, CLASS) == changed

    def test_the_second_of_two_tabs_is_told_how_it_is_now(self, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        first = change_class(services, ANA, opened, edits.lock)
        with pytest.raises(ClassChangedError, match="meanwhile") as caught:
            change_class(services, BO, opened, edits.end)
        assert caught.value.now == first
        assert open_class(services, CLASS) == first
        second = change_class(services, BO, first, edits.end)
        assert (second.state.locked, second.state.ended) == (True, True)

    def test_of_many_tabs_on_two_servers_one_is_first_and_none_is_lost(
        self, school: School, services: Services
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        pictures = school.pictures(5)
        servers = [School(school.root) for _ in range(5)]
        start = threading.Barrier(5)

        def add(number: int) -> bool:
            edit = partial(edits.add_pictures, pictures=[pictures[number]])
            start.wait(WAIT_S)
            try:
                change_class(servers[number].services, ANA, opened, edit)
            except ClassChangedError:
                change_latest(servers[number].services, ANA, CLASS, edit)
                return False
            return True

        with ThreadPoolExecutor(max_workers=5) as pool:
            assert sum(pool.map(add, range(5))) == 1
        now = open_class(services, CLASS)
        assert now
        assert {one.key for one in now.state.pictures} == {one.key for one in pictures}

    def test_a_class_deleted_meanwhile(self, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        delete_class(services, BO, CLASS)
        with pytest.raises(ClassChangedError, match="deleted") as caught:
            change_class(services, ANA, opened, edits.lock)
        assert caught.value.now is None
        assert not is_class(services, CLASS)

    def test_a_class_damaged_meanwhile(self, school: School, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.overwrite(b"broken")
        with pytest.raises(ClassDamagedError):
            change_class(services, ANA, opened, edits.lock)

    def test_what_changes_nothing_writes_nothing(self, school: School, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.documents.asked.clear()
        assert change_class(services, ANA, opened, lambda state: state) == opened
        assert change_class(services, ANA, opened, partial(edits.step, by=1)) == opened
        assert school.documents.asked == []

    @pytest.mark.parametrize(
        "field", ["session_id", "code", "teacher", "created_at", "title_too_long"]
    )
    def test_what_could_not_be_read_again_is_not_written(
        self, services: Services, field: str
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        changes: dict[str, object] = {
            "session_id": {"session_id": "class-other"},
            "code": {"code": "222222"},
            "teacher": {"teacher": "somebody"},
            "created_at": {"created_at": opened.state.created_at + timedelta(days=1)},
            "title_too_long": {"title": "x" * 1000},
        }[field]  # type: ignore[assignment]

        def edit(state: ClassState) -> ClassState:
            return state.model_copy(update=changes)

        with pytest.raises((ValueError, ClassDamagedError)):
            change_class(services, ANA, opened, edit)
        assert open_class(services, CLASS) == opened

    def test_too_much_text_is_told_in_words(self, services: Services) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        long = [
            ClassPicture(
                key=f"generated-images/{CLASS}_20261122_120000_{number}.png", prompt="🏔" * 10_000
            )
            for number in range(30)
        ]
        with pytest.raises(InvalidRequestError, match="too much text"):
            change_class(services, ANA, opened, partial(edits.add_pictures, pictures=long))
        assert open_class(services, CLASS) == opened

    def test_an_edit_that_fits_any_state_is_made_on_the_latest(
        self, school: School, services: Services
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        other = School(school.root).services
        school.documents.before_write = lambda: change_class(other, BO, opened, edits.lock)
        changed = change_latest(services, ANA, CLASS, edits.end)
        assert changed
        assert (changed.state.locked, changed.state.ended) == (True, True)
        assert change_latest(services, ANA, "class-none", edits.end) is None

    def test_it_gives_up_in_the_end(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)

        class Restless(WatchedDocuments):
            def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
                raise ChangedMeanwhileError(name)

        restless = replace(services, documents=Restless(school.blobs))
        with pytest.raises(ClassChangedError, match="all the time"):
            change_latest(restless, ANA, CLASS, edits.end)


class TestDeleting:
    def test_pictures_code_and_class_are_gone(self, school: School, services: Services) -> None:
        code = create_class(services, ANA, "7b Monday", random_bytes=bytes).state.code
        school.pictures(3)
        assert delete_class(services, ANA, CLASS) == {}
        assert retrieve_images(services, CLASS) == []
        assert school.files() == []
        assert find_class(services, code) is None
        assert create_class(services, BO, "7b Monday", random_bytes=bytes).state.teacher == BO.name

    def test_what_cant_be_deleted_is_told_and_kept_with_the_class(
        self, school: School, services: Services
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        pictures = school.pictures(3)
        opened = change_class(services, ANA, opened, partial(edits.add_pictures, pictures=pictures))
        school.store.stubborn = frozenset({1})
        kept = delete_class(services, ANA, CLASS)
        assert {str(key): why for key, why in kept.items()} == {
            pictures[1].key: "It may not be deleted."
        }
        now = open_class(services, CLASS)
        assert now
        assert [one.key for one in now.state.pictures] == [pictures[1].key]
        assert now.state.ended
        assert find_class(services, now.state.code) == CLASS
        school.store.stubborn = frozenset()
        assert delete_class(services, ANA, CLASS) == {}
        assert school.files() == []

    def test_what_was_spoken_in_it_is_gone_too(self) -> None:
        services = services_on(MemoryBlobs())
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        keep(services, ticket_of(services, CLASS), MadeSound(), limits=LIMITS)
        create_attempt(services, tried(), session_id=CLASS, learner=LEARNER, limits=LIMITS)
        assert delete_class(services, ANA, CLASS) == {}
        assert count_spoken(services, CLASS) == Spoken()
        assert not is_class(services, CLASS)

    def test_where_what_was_spoken_stays_the_class_stays(self) -> None:
        class Stubborn(MemoryBlobs):
            def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
                sounds = {name for name in names if name.endswith(".webm")}
                super().delete([name for name in names if name not in sounds])
                return {name: StorageAccessError("It may not be deleted.") for name in sounds}

        services = services_on(Stubborn())
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        keep(services, ticket_of(services, CLASS), MadeSound(), limits=LIMITS)
        with pytest.raises(StorageError, match="It may not be deleted"):
            delete_class(services, ANA, CLASS)
        assert is_class(services, CLASS)
        assert count_spoken(services, CLASS) == Spoken(recordings=1)

    def test_rights_that_let_nobody_look_keep_no_class(self) -> None:
        class Closed(MemoryBlobs):
            def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
                if prefix.startswith("recordings/"):
                    raise StorageAccessError("Not allowed.")
                return super().list(prefix, after=after)

        services = services_on(Closed())
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        assert delete_class(services, ANA, CLASS) == {}
        assert not is_class(services, CLASS)

    def test_a_store_that_deletes_nothing_keeps_the_class(
        self, school: School, services: Services
    ) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.pictures(1)
        school.store.troubles["delete"] = StorageAccessError("closed")
        with pytest.raises(StorageAccessError):
            delete_class(services, ANA, CLASS)
        assert is_class(services, CLASS)

    def test_a_damaged_class_can_be_deleted(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.pictures(1)
        school.overwrite(b"broken")
        school.store.stubborn = frozenset({0})
        assert len(delete_class(services, ANA, CLASS)) == 1
        school.store.stubborn = frozenset()
        assert delete_class(services, ANA, CLASS) == {}
        assert not is_class(services, CLASS)
        assert retrieve_images(services, CLASS) == []

    @pytest.mark.parametrize("session_id", ["image-001", CLASS])
    def test_an_ordinary_session_is_not_touched(
        self, school: School, services: Services, session_id: str
    ) -> None:
        services.store.put(ImageKey(session_id, "20241031_143022", 0), plain_png(8, 8), {})
        assert delete_class(services, ANA, session_id) == {}
        assert len(retrieve_images(services, session_id)) == 1

    def test_a_copy_of_another_class_is_not_touched(
        self, school: School, services: Services
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.pictures(1)
        content = services.documents.read(f"classes/{CLASS}.json")
        assert content
        copy = "class-copy-aaaaaaaa"
        services.documents.write(f"classes/{copy}.json", content.content, replacing=None)
        assert open_class(services, copy) is None
        assert not is_class(services, copy)
        classes = list_classes(services, ANA)
        assert ([one.state.session_id for one in classes], classes.damaged) == ([CLASS], ())
        assert delete_class(services, ANA, copy) == {}
        assert services.documents.read(f"classes/{copy}.json") == content
        assert find_class(services, opened.state.code) == CLASS
        with pytest.raises(ClassNameTakenError):
            create_class(services, ANA, "copy", random_bytes=bytes)
        assert len(retrieve_images(services, CLASS)) == 1

    def test_the_code_of_another_class_is_left_to_it(self, services: Services) -> None:
        first, second = (
            create_class(services, ANA, title, random_bytes=bytes) for title in ("one", "two")
        )
        name = "classes/class-two-aaaaaaaa.json"
        stolen = second.state.model_copy(update={"code": first.state.code})
        services.documents.write(name, stolen.model_dump_json().encode(), replacing=second.version)
        assert delete_class(services, ANA, "class-two-aaaaaaaa") == {}
        assert find_class(services, first.state.code) == "class-one-aaaaaaaa"

    def test_a_code_that_cant_be_read_goes_with_its_class(
        self, school: School, services: Services
    ) -> None:
        opened = create_class(services, ANA, "7b Monday", random_bytes=bytes)
        name = f"classes/code-{opened.state.code}.json"
        services.documents.delete(name)
        services.documents.write(name, b"{", replacing=None)
        delete_class(services, ANA, CLASS)
        assert school.files() == []

    def test_twice_at_the_same_time(self, school: School, services: Services) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.pictures(3)
        start = threading.Barrier(2)

        def delete(server: School) -> dict[ImageKey, str]:
            start.wait(WAIT_S)
            return delete_class(server.services, ANA, CLASS)

        with ThreadPoolExecutor(max_workers=2) as pool:
            assert list(pool.map(delete, [School(school.root), school])) == [{}, {}]
        assert school.files() == []

    def test_a_picture_that_comes_meanwhile_goes_too(
        self, school: School, services: Services
    ) -> None:
        create_class(services, ANA, "7b Monday", random_bytes=bytes)
        school.pictures(1)
        late = School(school.root)

        class SlowStore(StubbornStore):
            def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
                if late.generator.calls == []:
                    late.pictures(1)
                return super().delete(keys)

        delete_class(replace(services, store=SlowStore(school.blobs)), ANA, CLASS)
        assert len(late.generator.calls) == 1
        assert retrieve_images(services, CLASS) == []
