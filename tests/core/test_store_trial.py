"""Whether a store keeps its promises is tried before anything is written there."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageUnreachableError,
    StorageUnsuitableError,
)
from imagespeak_core.stores.__main__ import main
from imagespeak_core.stores.blobs import NO_METADATA, Blob, BlobInfo, Blobs, Written, checked_name
from imagespeak_core.stores.checkup import LISTED_ROOMS, SPOKEN_ROOMS, Fetched
from imagespeak_core.stores.claims import CLAIM_PREFIX, Claims
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import VIEW_PREFIX
from imagespeak_core.stores.sentences import VOICE_PREFIX
from imagespeak_core.stores.trial import try_writes
from imagespeak_core.stores.tried import TriedBlobs
from tests.core.narrow_console import narrow_console
from tests.for_each import for_each
from tests.memory_blobs import HOST, MemoryBlobs

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


class Overwrites(MemoryBlobs):
    """Passes over the condition of `create`."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        return self.keep(checked_name(name), content, content_type, metadata)


class SaysTakenAndOverwrites(MemoryBlobs):
    """Refuses the second of a name, when it has written it."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        is_taken = name in self.kept
        written = self.keep(checked_name(name), content, content_type, metadata)
        if is_taken:
            raise ChangedMeanwhileError(name)
        return written


class AlwaysTaken(MemoryBlobs):
    """Refuses whatever has a condition."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        raise ChangedMeanwhileError(name)


class ReplacesUnseen(MemoryBlobs):
    """Passes over the version of `replace`."""

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        return self.keep(checked_name(name), content, content_type)


class NeverReplaces(MemoryBlobs):
    """Has other versions when it writes than when it compares."""

    def replace(self, name: str, content: bytes, *, content_type: str, version: str) -> Written:
        raise ChangedMeanwhileError(name)


class Forgets(MemoryBlobs):
    """Shows what was written only some time later."""

    def read(self, name: str) -> Blob | None:
        return None


LACKS: list[tuple[Callable[[], MemoryBlobs], str]] = [
    (Overwrites, "If-None-Match"),
    (SaysTakenAndOverwrites, "If-None-Match"),
    (AlwaysTaken, "If-None-Match"),
    (ReplacesUnseen, "If-Match"),
    (NeverReplaces, "If-Match"),
    (Forgets, "give back what was written"),
]


class Counting(MemoryBlobs):
    """Notes the rooms in which something is created."""

    def __init__(self) -> None:
        super().__init__()
        self.created: list[str] = []

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        self.created.append(name)
        return super().create(name, content, content_type=content_type, metadata=metadata)


def test_a_whole_store_is_left_as_it_was() -> None:
    blobs = MemoryBlobs()
    try_writes(blobs, CLAIM_PREFIX)
    assert blobs.kept == {}


@for_each("kind, words", LACKS)
def test_each_lack_is_found_told_and_cleared_away(
    kind: Callable[[], MemoryBlobs], words: str
) -> None:
    blobs = kind()
    with pytest.raises(StorageUnsuitableError) as caught:
        Claims(TriedBlobs(blobs)).take("abc")
    assert words in str(caught.value)
    assert "IMAGESPEAK_DATA_DIR" in str(caught.value)
    assert blobs.kept == {}


def test_the_trial_is_in_the_room_of_the_write_and_once_a_process() -> None:
    blobs = Counting()
    tried = TriedBlobs(blobs)
    for name in ("classes/a.json", "requests/b.json"):
        tried.create(name, b"1", content_type="text/plain")
    rooms = [name.partition("/")[0] for name in blobs.created]
    assert set(rooms[:-2]) == {"classes"}
    assert blobs.created[-2:] == ["classes/a.json", "requests/b.json"]


def test_to_warm_up_is_to_try() -> None:
    blobs = Counting()
    tried = TriedBlobs(blobs)
    tried.warm_up()
    assert {name.partition("/")[0] for name in blobs.created} == {"claims"}
    made = len(blobs.created)
    tried.replace(
        "classes/a.json",
        b"2",
        content_type="text/plain",
        version=tried.create("classes/a.json", b"1", content_type="text/plain").version,
    )
    assert len(blobs.created) == made + 1


def test_what_lies_there_is_shown_whatever_lacks() -> None:
    blobs = Overwrites()
    blobs.keep("generated-images/a", b"old", "image/png")
    tried = TriedBlobs(blobs)
    with pytest.raises(StorageUnsuitableError):
        tried.warm_up()
    assert tried.read("generated-images/a")
    assert [blob.name for page in tried.list("generated-images/") for blob in page] == [
        "generated-images/a"
    ]
    assert tried.delete(["generated-images/a"]) == {}


class Visitor:
    """A browser for what lies in memory."""

    def __init__(self, blobs: MemoryBlobs) -> None:
        self._blobs = blobs
        self.clock = NOW
        self.type = "image/png"

    def __call__(self, address: str) -> Fetched:
        there = self._blobs.kept[address.removeprefix(HOST).partition("?")[0]]
        headers = {
            "content-type": self.type,
            "content-disposition": "attachment" if "download" in address else "",
            "date": format_datetime(self.clock, usegmt=True),
        }
        return Fetched(there.content, headers)


def checked(blobs: Blobs, fetch: Callable[[str], Fetched]) -> tuple[int, list[str]]:
    """Exit status, and the lines."""
    with redirect_stdout(io.StringIO()) as out:
        status = main(["--check"], blobs=blobs, fetch=fetch, now=lambda: NOW)
    return status, out.getvalue().splitlines()


def test_a_whole_store_passes_the_check_and_each_room_is_named() -> None:
    blobs = MemoryBlobs()
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0
    assert blobs.kept == {}
    assert lines[0] == "Pictures are kept in memory."
    assert lines[-1] == "All that is needed is there."
    assert all(line.startswith("ok ") for line in lines[1:-1])
    for room in (*LISTED_ROOMS, VOICE_PREFIX):
        assert any(room in line for line in lines)


@for_each("kind, words", LACKS)
def test_the_check_tells_each_lack(kind: Callable[[], MemoryBlobs], words: str) -> None:
    blobs = kind()
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 1
    assert any(line.startswith("LACKS") and words in line for line in lines)
    assert blobs.kept == {}


def test_what_is_only_odd_is_a_note() -> None:
    blobs = MemoryBlobs()
    visitor = Visitor(blobs)
    visitor.clock, visitor.type = NOW - timedelta(minutes=7), "application/octet-stream"
    status, lines = checked(blobs, visitor)
    assert status == 0
    notes = [line for line in lines if line.startswith("note")]
    assert len(notes) == 2
    assert any("7 minutes" in line for line in notes)
    assert any("application/octet-stream" in line for line in notes)


def no_way(address: str) -> Fetched:
    raise OSError(f"HTTP Error 403: {address}")


def other_bytes(address: str) -> Fetched:
    return Fetched(b"<html>", {})


@for_each("fetch", [no_way, other_bytes])
def test_addresses_that_show_no_picture_are_a_lack(fetch: Callable[[str], Fetched]) -> None:
    status, lines = checked(MemoryBlobs(), fetch)
    assert status == 1
    lack = next(line for line in lines if line.startswith("LACKS"))
    assert lack.startswith("LACKS  an address shows its picture")


class OutOfReach(MemoryBlobs):
    def read(self, name: str) -> Blob | None:
        raise StorageUnreachableError("No way.")


class OnlyTheRightsOfTheReadme(MemoryBlobs):
    """Some can't be listed, and whoever may not list is refused what is not there."""

    unlisted: tuple[str, ...] = (VOICE_PREFIX,)

    def read(self, name: str) -> Blob | None:
        there = super().read(name)
        if there is None and name.startswith(self.unlisted):
            raise StorageAccessError("Not allowed.")
        return there

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        if prefix.startswith(self.unlisted):
            raise StorageAccessError("Not allowed.")
        return super().list(prefix, after=after)


def test_the_rights_of_the_readme_are_enough() -> None:
    blobs = OnlyTheRightsOfTheReadme()
    TriedBlobs(blobs).warm_up()
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0, lines


class OnlyTheRightsOfVersion12(OnlyTheRightsOfTheReadme):
    """It listed no claims."""

    unlisted = (VOICE_PREFIX, CLAIM_PREFIX)


def test_who_may_not_list_claims_is_told_what_stays_there() -> None:
    blobs = OnlyTheRightsOfVersion12()
    TriedBlobs(blobs).warm_up()
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0, lines
    [note] = [line for line in lines if line.startswith("note")]
    assert note.startswith("note   claims/: list")
    assert "s3:ListBucket for claims/*" in note


def test_who_may_not_list_claims_can_hold_them() -> None:
    blobs = OnlyTheRightsOfVersion12()
    first, second = Claims(blobs), Claims(blobs)
    held = first.take("abc")
    assert held
    assert not second.take_over("abc")
    held.release()
    assert second.take_over("abc"), "that it is gone is told as a refusal"


class NoRight(MemoryBlobs):
    """To write in one room."""

    def __init__(self, room: str) -> None:
        super().__init__()
        self._room = room

    def put(self, name: str, content: bytes, *, content_type: str) -> None:
        if name.startswith(self._room):
            raise StorageAccessError("Not allowed.")
        super().put(name, content, content_type=content_type)


class Lowers(MemoryBlobs):
    """Knows no capitals."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        if name.lower() in {there.lower() for there in self.kept}:
            raise ChangedMeanwhileError(name)
        return super().create(name, content, content_type=content_type, metadata=metadata)


def test_a_store_out_of_reach_is_told_once() -> None:
    status, lines = checked(OutOfReach(), no_way)
    assert status == 1
    assert sum("No way." in line for line in lines) == 1


def test_a_missing_right_is_told_with_its_room_and_step() -> None:
    blobs = NoRight("previews/")
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 1
    [lack] = [line for line in lines if line.startswith("LACKS")]
    assert lack.startswith("LACKS  previews/")
    assert "Could not write. Not allowed. On S3 that takes s3:PutObject for previews/*." in lack


@for_each("room", SPOKEN_ROOMS)
def test_without_rights_to_what_is_spoken_all_else_can_be_used(room: str) -> None:
    blobs = NoRight(room)
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0
    [note] = [line for line in lines if line.startswith("note")]
    assert note.startswith(f"note   {room}")
    assert f"s3:PutObject for {room}*. Learners can speak, but keep nothing of it." in note


def test_without_rights_to_sentences_that_were_paid_for_all_else_can_be_used() -> None:
    blobs = NoRight(VOICE_PREFIX)
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0
    [note] = [line for line in lines if line.startswith("note")]
    assert note.startswith("note   voices/: write, read, delete")
    assert "s3:PutObject for voices/*." in note
    assert "paid for again" in note


def test_without_rights_to_views_all_else_can_be_used() -> None:
    blobs = NoRight(VIEW_PREFIX)
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0
    [note] = [line for line in lines if line.startswith("note")]
    assert note.startswith("note   views/: write, read, list, delete")
    assert "s3:PutObject for views/*. All works, but what a model sees" in note


def test_names_that_are_one_without_capitals_are_a_note_where_the_second_is_refused() -> None:
    blobs = Lowers()
    status, lines = checked(blobs, Visitor(blobs))
    assert status == 0
    assert any(line.startswith("note") and "capital" in line for line in lines)
    assert blobs.kept == {}


def test_a_folder_is_checked_through_its_own_addresses(tmp_path: Path) -> None:
    status, lines = checked(FolderBlobs(tmp_path / "data", secret=b"secret"), no_way)
    assert status == 0, lines
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert files == []


def test_where_the_output_takes_few_alphabets_all_is_told_in_those(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blobs = FolderBlobs(tmp_path / "Картинки", secret=b"s" * 32)
    with narrow_console(monkeypatch) as told:
        assert main(["--check"], blobs=blobs) == 0
        assert r"\u041a\u0430\u0440\u0442" in told()
        assert "All that is needed is there." in told()


def test_wrong_settings_are_told_and_nothing_is_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IMAGESPEAK_BUKET", "pictures")
    with redirect_stderr(io.StringIO()) as err:
        assert main(["--check"]) == 2
    assert "IMAGESPEAK_BUCKET" in err.getvalue()
    assert list(tmp_path.iterdir()) == []
