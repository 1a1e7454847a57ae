"""The shelf of versioned documents, with a kind of document that nothing else knows."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from imagespeak_core.changes import DocumentSeen
from imagespeak_core.documents.kind import Kind
from imagespeak_core.documents.shelf import Opened, Shelf
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    DocumentDamagedError,
    InvalidRequestError,
)
from imagespeak_core.stores.documents import MAX_DOCUMENT_BYTES, Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.fakes import HandClock
from tests.memory_blobs import MemoryBlobs

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
WAIT_S = 30


class ToyDamagedError(DocumentDamagedError):
    """The toy can't be read."""

    code = "toy_damaged"


class Toy(BaseModel):
    """A document with marks on it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str
    created_at: AwareDatetime = NOON
    marks: Annotated[tuple[str, ...], Field(max_length=50)] = ()


def name_of(toy_id: str) -> str:
    if "/" in toy_id:
        raise InvalidRequestError("toy", "There is no such toy.")
    return f"requests/{toy_id}.json"


def no_name(toy_id: str) -> str:
    raise InvalidRequestError("toy", f"No toy is called {toy_id!r}.")


TOYS = Kind(
    model=Toy,
    noun="toy",
    prefix="requests/toy-",
    may_be=lambda toy_id: toy_id.startswith("toy-"),
    name=name_of,
    id_field="id",
    fixed=("id", "created_at"),
    damaged=ToyDamagedError,
    remedy="Buy another one.",
    large_field="marks",
    too_large="The toy has too many marks.",
)


def marked(toy: Toy, mark: str) -> Toy:
    return toy.model_copy(update={"marks": (*toy.marks, mark)})


class Corner:
    """A shelf, what it told, and the documents below it."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self.told: list[DocumentSeen] = []
        self.shelf = Shelf(documents, TOYS, tell=self.told.append)

    def put(self, toy_id: str, content: bytes) -> None:
        """Write by the back door."""
        there = self.documents.read(name_of(toy_id))
        replacing = there.version if there else None
        self.documents.write(name_of(toy_id), content, replacing=replacing)

    def marks(self, toy_id: str) -> tuple[str, ...]:
        opened = self.shelf.open(toy_id)
        assert opened
        return opened.state.marks


@pytest.fixture(params=["memory", "folder"])
def corner(request: pytest.FixtureRequest, tmp_path: Path) -> Corner:
    if request.param == "memory":
        return Corner(Documents(MemoryBlobs()))
    return Corner(Documents(FolderBlobs(tmp_path, secret=b"s" * 32)))


class TestOpening:
    def test_what_was_created_is_opened_as_it_was(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a", marks=("猫",)))
        assert corner.shelf.open("toy-a") == opened
        assert opened.state.marks == ("猫",)

    def test_what_is_there_is_not_created_again(self, corner: Corner) -> None:
        first = corner.shelf.create(Toy(id="toy-a"))
        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.create(Toy(id="toy-a", marks=("mine",)))
        assert corner.shelf.open("toy-a") == first

    @pytest.mark.parametrize("toy_id", ["toy-none", "class-a", "", "../x"])
    def test_what_is_not_there(self, corner: Corner, toy_id: str) -> None:
        assert corner.shelf.open(toy_id) is None

    def test_an_id_that_can_be_no_name(self, corner: Corner) -> None:
        with pytest.raises(InvalidRequestError):
            corner.shelf.open("toy-/../x")

    def test_how_it_is_seen_is_told_by_its_kind_and_not_written(self, corner: Corner) -> None:
        corner.shelf.create(Toy(id="toy-a", marks=("new",)))
        old = Shelf(
            corner.documents,
            TOYS,
            tell=corner.told.append,
            as_seen=lambda toy, _: toy.model_copy(update={"marks": ("old",)}),
        )
        opened = old.open("toy-a")
        assert opened
        assert opened.state.marks == ("old",)
        assert old.change(opened, lambda toy: toy) == opened
        assert corner.marks("toy-a") == ("new",)

    def test_its_age_is_told_by_the_stores_own_clock(self) -> None:
        blobs, ages = MemoryBlobs(), list[float]()
        clock = HandClock()
        blobs.now = clock

        def note(toy: Toy, age_s: float) -> Toy:
            ages.append(age_s)
            return toy

        shelf = Shelf(Documents(blobs), TOYS, tell=lambda _: None, as_seen=note)
        shelf.create(Toy(id="toy-a"))
        clock.advance(seconds=21)
        shelf.open("toy-a")
        shelf.listed()
        shelf.look_again("toy-a")
        assert ages == [21, 21, 21]


class TestDamaged:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{}",
            b"null",
            b"\xff",
            b"[" * 100_000,
            b'{"id": "toy-a", "x": 1}',
        ],
        ids=lambda content: str(content)[:20],
    )
    def test_it_is_told_and_never_taken_for_none(self, corner: Corner, content: bytes) -> None:
        corner.put("toy-a", content)
        with pytest.raises(ToyDamagedError, match=r"The toy 'toy-a' .* Buy another one\."):
            corner.shelf.open("toy-a")
        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.delete("toy-a")
        assert corner.shelf.open("toy-a") is None

    def test_its_words_are_not_told(self, corner: Corner) -> None:
        corner.put("toy-a", b'{"id": "toy-a", "marks": "my secret"}')
        with pytest.raises(ToyDamagedError) as caught:
            corner.shelf.open("toy-a")
        assert "secret" not in str(caught.value)
        assert "at marks" in str(caught.value)

    def test_one_that_is_damaged_while_it_is_changed(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.put("toy-a", b"{")
        with pytest.raises(ToyDamagedError):
            corner.shelf.change(opened, partial(marked, mark="x"))

    def test_what_could_not_be_read_again_is_not_written(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        with pytest.raises(ToyDamagedError):
            corner.shelf.replace(opened, opened.state.model_copy(update={"marks": ("x",) * 51}))
        assert corner.shelf.open("toy-a") == opened


OF_TOY_B = [
    b'{"id": "toy-b"}',
    b'{"id": "toy-b", "version": 9}',
    b'{"id": "toy-b", "marks": ["cut of',
    b'<<<<<<< ours\n{"id" : "toy-b"}\n=======\n{"id": "toy-b"}\n>>>>>>> theirs\n',
]


class TestAnothers:
    """What lies under a name and tells of another id: a copy, or what a disk gives for it."""

    @pytest.mark.parametrize("content", OF_TOY_B)
    def test_it_is_neither_opened_nor_called_damaged(self, corner: Corner, content: bytes) -> None:
        corner.put("toy-a", content)
        assert corner.shelf.open("toy-a") is None
        assert corner.shelf.look_again("toy-a") is None
        listed = corner.shelf.listed()
        assert (list(listed), listed.damaged) == ([], ())

    @pytest.mark.parametrize("content", OF_TOY_B)
    def test_it_is_not_touched(self, corner: Corner, content: bytes) -> None:
        corner.put("toy-a", content)
        corner.shelf.delete("toy-a")
        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.create(Toy(id="toy-a"))
        there = corner.documents.read(name_of("toy-a"))
        assert there
        assert there.content == content

    def test_of_a_document_and_its_copy_the_one_of_its_name_is_listed(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-b"))
        corner.put("toy-a", TOYS.to_json(opened.state))
        assert list(corner.shelf.listed()) == [opened]

    @pytest.mark.parametrize("content", [b"", b"\0\0\0", b"<html>no room</html>"])
    def test_what_says_nothing_under_a_name_that_was_never_given(
        self, corner: Corner, content: bytes
    ) -> None:
        kind = replace(TOYS, gives=lambda toy_id: toy_id.islower())
        shelf = Shelf(corner.documents, kind, tell=corner.told.append)
        for toy_id in ("toy-b", "toy-b-PC"):
            corner.put(toy_id, content)
        assert shelf.listed().damaged == ("toy-b",)
        assert shelf.open("toy-b-PC") is None
        shelf.delete("toy-b-PC")
        assert corner.documents.read(name_of("toy-b-PC"))

    def test_one_that_takes_its_place_while_it_is_changed(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.put("toy-a", b'{"id": "toy-b"}')
        assert corner.shelf.change(opened, partial(marked, mark="x")) is None

    def test_a_name_that_no_id_has_is_not_listed(self, corner: Corner) -> None:
        never = replace(TOYS, name=no_name)
        corner.put("toy-a", b"{}")
        listed = Shelf(corner.documents, never, tell=corner.told.append).listed()
        assert (list(listed), listed.damaged) == ([], ())


class TestChanging:
    def test_a_change_has_another_version(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        changed = corner.shelf.replace(opened, marked(opened.state, "x"))
        assert changed.version != opened.version
        assert corner.shelf.open("toy-a") == changed

    def test_what_was_opened_too_early_replaces_nothing(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.replace(opened, marked(opened.state, "first"))
        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.replace(opened, marked(opened.state, "second"))
        assert corner.marks("toy-a") == ("first",)

    def test_an_edit_is_made_on_what_others_left(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.replace(opened, marked(opened.state, "first"))
        changed = corner.shelf.change(opened, partial(marked, mark="second"))
        assert changed
        assert changed.state.marks == ("first", "second")
        assert corner.shelf.open("toy-a") == changed

    def test_of_writers_that_race_none_is_lost(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        start = threading.Barrier(2)

        def write(writer: str) -> None:
            start.wait(WAIT_S)
            for number in range(10):
                edit = partial(marked, mark=f"{writer}{number}")
                assert corner.shelf.change(opened, edit, tries=100)

        threads = [threading.Thread(target=write, args=(writer,)) for writer in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(WAIT_S)
        marks = corner.marks("toy-a")
        assert sorted(marks) == [f"{writer}{number}" for writer in "ab" for number in range(10)]
        assert [mark for mark in marks if mark[0] == "a"] == [f"a{number}" for number in range(10)]

    def test_what_changes_nothing_writes_and_tells_nothing(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.delete("toy-a")
        corner.told.clear()
        assert corner.shelf.change(opened, lambda toy: toy) is opened
        assert corner.told == []

    def test_one_that_is_gone_stays_gone(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.delete("toy-a")
        assert corner.shelf.change(opened, partial(marked, mark="x")) is None
        assert corner.shelf.change(None, partial(marked, mark="x")) is None
        assert corner.shelf.open("toy-a") is None

    def test_it_gives_up_in_the_end(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        tries: list[Opened[Toy]] = []

        def overtaken(toy: Toy) -> Toy:
            now = corner.shelf.open("toy-a")
            assert now
            tries.append(corner.shelf.replace(now, marked(now.state, "theirs")))
            return marked(toy, "ours")

        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.change(opened, overtaken, tries=4)
        assert corner.marks("toy-a") == ("theirs",) * len(tries) == ("theirs",) * 4

    def test_an_edit_that_refuses_is_asked_once(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        asked: list[Toy] = []

        def refuse(toy: Toy) -> Toy:
            asked.append(toy)
            raise ChangedMeanwhileError("the edit's own")

        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.change(opened, refuse)
        assert len(asked) == 1

    @pytest.mark.parametrize("change", [{"id": "toy-b"}, {"created_at": NOON + timedelta(1)}])
    def test_an_edit_makes_no_other_document_of_it(
        self, corner: Corner, change: dict[str, object]
    ) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        with pytest.raises(ValueError, match="toy"):
            corner.shelf.replace(opened, opened.state.model_copy(update=change))
        assert corner.shelf.open("toy-a") == opened

    def test_too_much_is_told_in_words(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        large = marked(opened.state, "x" * MAX_DOCUMENT_BYTES)
        writes: tuple[Callable[[], object], ...] = (
            lambda: corner.shelf.replace(opened, large),
            lambda: corner.shelf.create(large.model_copy(update={"id": "toy-b"})),
            lambda: corner.shelf.create(Toy(id="toy-b"), free_bytes=MAX_DOCUMENT_BYTES),
        )
        for write in writes:
            with pytest.raises(InvalidRequestError, match="too many marks"):
                write()
        assert [one.state.id for one in corner.shelf.listed()] == ["toy-a"]


class TestListing:
    def test_newest_first_with_the_damaged_ones_apart(self, corner: Corner) -> None:
        for days, toy_id in ((1, "toy-old"), (3, "toy-new"), (2, "toy-mid")):
            corner.shelf.create(Toy(id=toy_id, created_at=NOON + timedelta(days)))
        corner.put("toy-z", b"{")
        corner.put("toy-y", b"")
        corner.put("other", b"no toy at all")
        listed = corner.shelf.listed()
        assert [one.state.id for one in listed] == ["toy-new", "toy-mid", "toy-old"]
        assert listed.damaged == ("toy-y", "toy-z")

    def test_none(self, corner: Corner) -> None:
        listed = corner.shelf.listed()
        assert (list(listed), listed.damaged) == ([], ())


class TestTelling:
    """What a cache hears is what is stored, whoever wrote it."""

    def is_told(self, corner: Corner, do: Callable[[], object]) -> None:
        corner.told.clear()
        do()
        assert corner.told[-1] == DocumentSeen(
            name_of("toy-a"), corner.documents.read(name_of("toy-a"))
        )

    def test_each_write(self, corner: Corner) -> None:
        shelf = corner.shelf
        self.is_told(corner, lambda: shelf.create(Toy(id="toy-a")))
        opened = shelf.open("toy-a")
        assert opened
        self.is_told(corner, lambda: shelf.replace(opened, marked(opened.state, "x")))
        self.is_told(corner, lambda: shelf.change(opened, partial(marked, mark="y")))
        self.is_told(corner, lambda: shelf.delete("toy-a"))

    def test_what_others_wrote_meanwhile_is_told_when_it_is_found(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.put("toy-a", b"{")

        def change() -> None:
            with pytest.raises(ToyDamagedError):
                corner.shelf.change(opened, partial(marked, mark="x"))

        self.is_told(corner, change)

    def test_what_was_not_written_is_not_told(self, corner: Corner) -> None:
        opened = corner.shelf.create(Toy(id="toy-a"))
        corner.shelf.delete("toy-a")
        corner.told.clear()
        with pytest.raises(ChangedMeanwhileError):
            corner.shelf.replace(opened, marked(opened.state, "x"))
        corner.shelf.open("toy-a")
        corner.shelf.listed()
        assert corner.told == []
