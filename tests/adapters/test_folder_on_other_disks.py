"""A folder store on disks that lack something, or go away: network drives, sticks, clouds.

What they say was seen on real ones (exFAT, NTFS, sshfs, rclone, mergerfs), or is in their manuals.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from types import SimpleNamespace

import pytest

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    KeyTakenError,
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageUnreachableError,
)
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder import turns
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.folder.turns import turn
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.lacking import refusing, without_folders
from tests.contracts.racers import count_up, put_or_lose
from tests.contracts.store_backend import picture, side_by_side
from tests.for_each import for_each

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
NAME = "classes/class-7b.json"
ENOTSUPP = 524  # Linux' own


class Lesson:
    """All that is done in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.blobs = FolderBlobs(root, secret=b"s")
        self.store = PictureStore(self.blobs, url_life_s=60)
        self.documents = Documents(self.blobs)
        self.claims = Claims(self.blobs)

    def files(self) -> set[str]:
        paths = self.root.rglob("*") if self.root.exists() else ()
        return {str(path.relative_to(self.root)) for path in paths if not path.is_dir()}

    def hold(self) -> None:
        claim = self.claims.take("abc")
        assert claim
        assert not self.claims.take("abc")
        claim.renew()
        self.store.put(KEY, picture("teal"), {})
        with pytest.raises(KeyTakenError):
            self.store.put(KEY, picture("plum"), {})
        assert self.store.read(KEY) == picture("teal")
        version = self.documents.write(NAME, b"1", replacing=None)
        self.documents.write(NAME, b"2", replacing=version)
        with pytest.raises(ChangedMeanwhileError):
            self.documents.write(NAME, b"3", replacing=version)
        there = self.documents.read(NAME)
        assert there
        assert there.content == b"2"
        self.store.put_preview(KEY, b"webp")
        assert self.store.delete([KEY]) == {}
        self.documents.delete(NAME)
        claim.release()
        assert self.files() == set()


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return Lesson(tmp_path / "data")


def number_of(name: str) -> int:
    return int(getattr(errno, name, ENOTSUPP))


# Nothing can be asked to be on disk


@for_each(
    "name",
    ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "ENOTSUPP", "EBADF", "EACCES", "EPERM", "EISDIR"],
)
def test_a_folder_that_cannot_be_synced_holds(tmp_path: Path, name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", without_folders(os.fsync, number_of(name)))
        Lesson(tmp_path / name).hold()


@for_each("name", ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "ENOTSUPP"])
def test_files_that_cannot_be_synced_hold(tmp_path: Path, name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", refusing(number_of(name)))
        Lesson(tmp_path / name).hold()


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_a_folder_above_that_may_not_be_read_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = os.open

    def open_what_is_ours(path: Path, flags: int, *more: int) -> int:
        if path == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real_open(path, flags, *more)

    monkeypatch.setattr(os, "open", open_what_is_ours)
    Lesson(tmp_path / "data").hold()


@pytest.mark.parametrize(
    ("name", "expected"),
    [("EIO", StorageError), ("ENOSPC", StorageFullError), ("EDQUOT", StorageFullError)],
)
def test_a_name_that_may_be_lost_is_told_and_free_again(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, name: str, expected: type[StorageError]
) -> None:
    other = lesson.claims.take("other")
    assert other
    lesson.store.put(replace(KEY, image_index=1), picture(), {})
    lesson.documents.write("classes/other.json", b"{}", replacing=None)
    before = lesson.files()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", without_folders(os.fsync, number_of(name)))
        for attempt in (
            lambda: lesson.claims.take("abc"),
            lambda: lesson.store.put(KEY, picture(), {}),
            lambda: lesson.documents.write(NAME, b"1", replacing=None),
        ):
            with pytest.raises(StorageError) as caught:
                attempt()
            assert type(caught.value) is expected
        assert lesson.files() == before
    other.release()
    assert lesson.claims.take("abc")
    lesson.store.put(KEY, picture(), {})
    lesson.documents.write(NAME, b"1", replacing=None)


# No hard links


@for_each(
    "name",
    "EACCES EPERM ENOTSUP EOPNOTSUPP ENOSYS EXDEV EMLINK EINVAL EIO ENOTSUPP".split(),
)
def test_without_hard_links_it_holds(tmp_path: Path, name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", refusing(number_of(name)))
        Lesson(tmp_path / name).hold()


def _put_number(store: PictureStore, key: ImageKey, number: int) -> bool:
    return put_or_lose(store, key, b"%d" % number)


def test_without_hard_links_one_of_racing_writers_wins(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    for index in range(20):
        key = replace(KEY, image_index=index)
        won = side_by_side(partial(_put_number, lesson.store, key))
        assert won.count(True) == 1
        assert lesson.store.read(key) == b"%d" % won.index(True)
    assert len(lesson.files()) == 20


@pytest.mark.usefixtures("impatient")
@for_each("name", ["EACCES", "EPERM", "EROFS"])
def test_where_nothing_may_be_named_at_all_that_is_told(tmp_path: Path, name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", refusing(number_of("EACCES")))
        patch.setattr(os, "rename", refusing(number_of(name)))
        lesson = Lesson(tmp_path / name)
        with pytest.raises(StorageAccessError, match=r"right to write there.*IMAGESPEAK_DATA_DIR"):
            lesson.store.put(KEY, picture(), {})
        assert lesson.files() == set()


@for_each("name", ["EEXIST", "ETIMEDOUT"])
def test_a_name_that_was_given_though_the_answer_was_lost_is_ours(
    tmp_path: Path, name: str
) -> None:
    real_link = os.link

    def link(source: Path, target: Path) -> None:
        real_link(source, target)
        raise OSError(number_of(name), os.strerror(number_of(name)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "link", link)
        Lesson(tmp_path / name).hold()


# Turns


def finished(root: Path, name: str) -> Path:
    root.mkdir(exist_ok=True)
    path = root / f"{name}.part"
    path.write_text(name)
    return path


def test_turns_need_no_locks_and_end_when_the_file_is_in_its_place(tmp_path: Path) -> None:
    first, second = finished(tmp_path, "first"), finished(tmp_path, "second")
    with turn(first) as ours:
        ours.rename(tmp_path / "place")
        with turn(second) as theirs:
            assert theirs.read_text() == "second"
    assert (tmp_path / "place").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


class Clock:
    """Goes on while somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.meanwhile: Callable[[], object] = lambda: None

    def monotonic(self) -> float:
        return self.now_s

    def sleep(self, wait_s: float) -> None:
        self.now_s += wait_s
        self.meanwhile()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(turns, "time", clock)
    return clock


def test_one_waits_while_another_has_the_turn(tmp_path: Path, clock: Clock) -> None:
    with turn(finished(tmp_path, "first")) as ours:

        def move_after_a_second() -> None:
            if clock.now_s >= 1 and ours.exists():
                ours.rename(tmp_path / "place")

        clock.meanwhile = move_after_a_second
        with turn(finished(tmp_path, "second")):
            assert (tmp_path / "place").exists()
    assert 1 <= clock.now_s < 1.1


def test_whoever_is_held_up_for_too_long_can_write_no_more(tmp_path: Path, clock: Clock) -> None:
    with turn(finished(tmp_path, "first")) as ours:
        with turn(finished(tmp_path, "second")) as theirs:
            assert 5 < clock.now_s < 5.1
            with pytest.raises(FileNotFoundError):
                ours.rename(tmp_path / "place")
        with turn(finished(tmp_path, "third")) as theirs:
            assert theirs.exists()
            assert clock.now_s < 5.1
    assert list(tmp_path.iterdir()) == []


def test_a_queue_is_no_reason_to_end_a_turn_or_to_give_up(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before us, many have the turn for a moment each; and others are always faster."""
    real_rename, had = os.rename, tmp_path / "turn" / "theirs.part"
    had.parent.mkdir()

    def rename(source: Path, target: Path) -> None:
        if source.is_dir() and clock.now_s < 20:
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
        real_rename(source, target)

    def next_one() -> None:
        nonlocal had
        assert had.exists() == (had.stem != "nobody")
        had.unlink(missing_ok=True)
        is_had = clock.now_s < 20 and had.stem == "nobody"
        had = had.with_stem(f"{clock.now_s}" if is_had else "nobody")
        had.parent.mkdir(exist_ok=True)
        if is_had:
            had.touch()

    had.touch()
    clock.meanwhile = next_one
    monkeypatch.setattr(turns, "_LOOK_AGAIN_S", 0.1)
    monkeypatch.setattr(turns, "_MOST_REFUSALS", 20)
    monkeypatch.setattr(os, "rename", rename)
    with turn(finished(tmp_path, "ours")) as ours:
        assert ours.exists()
        assert 20 <= clock.now_s < 20.2


def test_a_writer_that_was_held_up_changes_nothing(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    version = lesson.documents.write(NAME, b"old", replacing=None)
    real_replace, others = os.replace, [b"newer"]

    def replace_later(source: Path, target: Path) -> None:
        while others:
            lesson.documents.write(NAME, others.pop(), replacing=version)
        real_replace(source, target)

    monkeypatch.setattr(os, "replace", replace_later)
    with pytest.raises(ChangedMeanwhileError):
        lesson.documents.write(NAME, b"late", replacing=version)
    assert clock.now_s > 5
    assert (lesson.root / NAME).read_bytes() == b"newer"
    assert lesson.files() == {NAME}


def test_without_hard_links_a_writer_that_was_held_up_is_told_so(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    real_rename, others = os.rename, [b"theirs"]

    def rename_later(source: Path, target: Path) -> None:
        while others and target.name == Path(str(KEY)).name:
            lesson.store.put(KEY, others.pop(), {})
        real_rename(source, target)

    monkeypatch.setattr(os, "rename", rename_later)
    with pytest.raises(StorageError, match="busy"):
        lesson.store.put(KEY, b"late", {})
    assert lesson.store.read(KEY) == b"theirs"
    assert lesson.files() == {str(KEY)}


def test_where_one_turn_silently_takes_the_place_of_another_no_change_is_lost(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_rename, one_step = os.rename, Lock()

    def rename(source: Path, target: Path) -> None:
        with one_step:
            if target.is_dir():
                shutil.rmtree(target)
            real_rename(source, target)

    monkeypatch.setattr(os, "rename", rename)

    def count(_: int) -> list[int]:
        numbers: list[int] = []
        while len(numbers) < 10:
            with suppress(StorageAccessError):
                numbers.append(count_up(lesson.documents, NAME))
        return numbers

    counted = side_by_side(count, workers=4)
    assert sorted(number for numbers in counted for number in numbers) == list(range(1, 41))


def test_what_is_deleted_too_late_does_not_come_back(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    """Another one's turn begins while we are held up, and he has seen what we delete."""
    version = lesson.documents.write(NAME, b"old", replacing=None)
    real_unlink, real_replace, others = Path.unlink, os.replace, [b"theirs"]

    def unlink_late(path: Path, missing_ok: bool = False) -> None:
        if others and path == lesson.root / NAME:
            with suppress(ChangedMeanwhileError):
                lesson.documents.write(NAME, others.pop(), replacing=version)
            return
        real_unlink(path, missing_ok)

    def replace_after_the_deletion(source: Path, target: Path) -> None:
        target.unlink()
        real_replace(source, target)

    monkeypatch.setattr(Path, "unlink", unlink_late)
    monkeypatch.setattr(os, "replace", replace_after_the_deletion)
    lesson.documents.delete(NAME)
    assert clock.now_s > 5
    assert lesson.files() == set()


def test_a_name_that_is_listed_is_taken_though_it_is_not_found_yet(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive remembers that there was none; another computer has made it since."""
    lesson.store.put(KEY, b"theirs", {})
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    with pytest.raises(KeyTakenError):
        lesson.store.put(KEY, b"ours", {})
    assert lesson.store.read(KEY) == b"theirs"


def _merge(real: Callable[[Path, Path], None], source: Path, target: Path) -> None:
    if not target.is_dir():
        return real(source, target)
    for path in source.iterdir():
        real(path, target / path.name)
    return source.rmdir()


def test_where_two_would_have_the_turn_the_second_one_writes_nothing(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = lesson.documents.write(NAME, b"old", replacing=None)
    with turn(finished(lesson.root / ".tmp", "first")) as ours:
        monkeypatch.setattr(os, "rename", partial(_merge, os.rename))
        with pytest.raises(StorageAccessError, match="Choose a folder on another disk"):
            lesson.documents.write(NAME, b"new", replacing=version)
        assert ours.exists()
    assert (lesson.root / NAME).read_bytes() == b"old"


@pytest.mark.usefixtures("impatient")
@for_each("way", ["lost", "EPERM", "ENOSYS", "EINVAL", "EXDEV"])
def test_where_there_are_no_turns_nothing_is_changed_and_it_is_told(
    tmp_path: Path, way: str
) -> None:
    lesson = Lesson(tmp_path / way)
    version = lesson.documents.write(NAME, b"old", replacing=None)
    before = lesson.files()
    real_rename = os.rename

    def rename(source: Path, target: Path) -> None:
        if not source.is_dir():
            real_rename(source, target)
        elif way == "lost":
            shutil.rmtree(source)
            target.mkdir()
        else:
            raise OSError(number_of(way), os.strerror(number_of(way)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "rename", rename)
        for attempt in (
            lambda: lesson.documents.write(NAME, b"new", replacing=version),
            lambda: lesson.documents.delete(NAME),
        ):
            with pytest.raises(StorageAccessError, match="IMAGESPEAK_DATA_DIR"):
                attempt()
    assert lesson.files() == before
    assert (lesson.root / NAME).read_bytes() == b"old"


def test_a_turn_that_was_had_though_the_answer_was_lost_is_ours(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_rename = os.rename

    def rename(source: Path, target: Path) -> None:
        is_folder = source.is_dir()
        real_rename(source, target)
        if is_folder:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(os, "rename", rename)
    lesson.hold()


def test_a_file_of_the_systems_own_beside_ours_takes_no_turn_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_rename = os.rename

    def rename(source: Path, target: Path) -> None:
        real_rename(source, target)
        if target.is_dir():
            (target / ".DS_Store").touch()

    monkeypatch.setattr(os, "rename", rename)
    with turn(finished(tmp_path, "ours")) as ours:
        assert ours.exists()


# What can't be replaced, and what is too large to be measured


@pytest.mark.parametrize("code", [errno.EEXIST, errno.EINVAL, errno.ENOSYS])
def test_where_no_file_can_be_replaced_the_old_one_stays_and_it_is_told(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    version = lesson.documents.write(NAME, b"old", replacing=None)
    lesson.store.put_preview(KEY, b"old")
    before = lesson.files()
    monkeypatch.setattr(os, "replace", refusing(code))
    for attempt in (
        lambda: lesson.documents.write(NAME, b"new", replacing=version),
        lambda: lesson.store.put_preview(KEY, b"new"),
    ):
        with pytest.raises(StorageAccessError, match="Choose a folder on another disk"):
            attempt()
    assert (lesson.root / NAME).read_bytes() == b"old"
    assert lesson.files() == before


def _size(total: int, free: int) -> Callable[[Path], SimpleNamespace]:
    return lambda _folder: SimpleNamespace(total=total, free=free)


@pytest.mark.parametrize("disk_usage", [_size(0, 0), _size(0, -1), refusing(errno.ENOSYS)])
def test_a_disk_that_does_not_know_its_size_is_not_full(
    lesson: Lesson, disk_usage: Callable[..., SimpleNamespace]
) -> None:
    assert Claims(FolderBlobs(lesson.root, secret=b"s", disk_usage=disk_usage)).take("abc")


def test_a_disk_that_is_gone_when_its_size_is_asked_is_told(lesson: Lesson) -> None:
    blobs = FolderBlobs(lesson.root, secret=b"s", disk_usage=refusing(errno.ESTALE))  # type: ignore[arg-type]
    with pytest.raises(StorageUnreachableError):
        Claims(blobs).take("abc")


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT"])
def test_on_a_full_disk_room_can_be_made(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lesson.store.put(KEY, picture(), {})
    monkeypatch.setattr(os, "mkdir", refusing(number_of(name)))
    with pytest.raises(StorageFullError):
        lesson.documents.write(NAME, b"1", replacing=None)
    assert lesson.store.delete([KEY]) == {}
    assert lesson.files() == set()


def test_many_are_deleted_in_turns_that_others_can_wait_for(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [replace(KEY, image_index=index) for index in range(45)]
    for key in keys:
        lesson.blobs.put(str(key), b"x", content_type="image/png")
    had: list[int] = []
    real_rename = os.rename

    def rename(source: Path, target: Path) -> None:
        had.append(len(lesson.store.list_session("abc")))
        real_rename(source, target)

    monkeypatch.setattr(os, "rename", rename)
    assert lesson.blobs.delete([str(key) for key in keys]) == {}
    assert sorted(set(had), reverse=True) == [45, 25, 5]


@for_each("told_s, year", [(-11_644_473_600, 1970), (-1, 1970), (2**62, 9999)])
def test_a_time_that_no_calendar_has_is_no_hindrance(
    tmp_path: Path, told_s: int, year: int
) -> None:
    lesson, real_stat = Lesson(tmp_path / str(told_s)), os.stat

    def stat_with_odd_time(path: Path, **options: bool) -> SimpleNamespace:
        status = real_stat(path, **options)
        return SimpleNamespace(st_mode=status.st_mode, st_size=status.st_size, st_mtime=told_s)

    lesson.store.put(KEY, picture(), {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "stat", stat_with_odd_time)
        [image] = lesson.store.list_session("abc")
    assert image.last_modified.year == year


# Links, and drives that are not there


def test_a_root_that_is_a_link_to_a_network_drive_holds(tmp_path: Path) -> None:
    (tmp_path / "drive").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "drive")
    Lesson(tmp_path / "data").hold()
    (tmp_path / "above").symlink_to(tmp_path / "drive")
    Lesson(tmp_path / "above" / "data").hold()


def test_a_link_to_a_drive_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(tmp_path / "drive")
    lesson = Lesson(tmp_path / "data")
    for attempt in (
        lambda: lesson.claims.take("abc"),
        lambda: lesson.store.put(KEY, picture(), {}),
        lambda: lesson.documents.write(NAME, b"1", replacing=None),
        lambda: lesson.store.read(KEY),
        lambda: lesson.store.list_session("abc"),
        lambda: lesson.documents.read(NAME),
        lambda: lesson.documents.delete(NAME),
    ):
        with pytest.raises(StorageUnreachableError, match="connected"):
            attempt()
    assert not (tmp_path / "drive").exists()


def test_a_drive_that_there_is_not_is_told(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "lstat", refusing(errno.ENOENT))
    monkeypatch.setattr(Path, "stat", refusing(errno.ENOENT))
    with pytest.raises(StorageUnreachableError, match="connected"):
        lesson.documents.write(NAME, b"1", replacing=None)


_AWAY = "ENOTCONN ESTALE EHOSTDOWN ETIMEDOUT ENODEV ECONNRESET ENETUNREACH EREMOTEIO ENOMEDIUM"
_WORDS: list[tuple[str, type[StorageError], str]] = [
    *((name, StorageUnreachableError, r"connected\?") for name in _AWAY.split()),
    ("EIO", StorageError, "Look after its disk"),
    ("EROFS", StorageAccessError, "right to write"),
    ("EDQUOT", StorageFullError, "Make room"),
    ("ENAMETOOLONG", StorageAccessError, "shorter path"),
    ("EXDEV", StorageAccessError, "on one disk"),
    ("EINVAL", StorageAccessError, "another disk"),
    ("EILSEQ", StorageAccessError, "another disk"),
    ("ENOLCK", StorageAccessError, "another disk"),
    ("ENOKEY", StorageAccessError, "right to write"),
    ("EBUSY", StorageError, "Try again"),
    ("EMFILE", StorageError, "Try again"),
    ("ELOOP", NotABlobError, "Move it away"),
]


@for_each("name, expected, words", [case for case in _WORDS if hasattr(errno, case[0])])
def test_what_the_system_says_is_told_with_what_to_do(
    tmp_path: Path, name: str, expected: type[StorageError], words: str
) -> None:
    lesson = Lesson(tmp_path / name)
    lesson.store.put(KEY, picture(), {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", refusing(number_of(name)))
        attempts: list[Callable[[], object]] = [
            lambda: lesson.documents.write(NAME, b"1", replacing=None)
        ]
        if expected is StorageUnreachableError:
            attempts.append(lambda: lesson.store.read(KEY))
        for attempt in attempts:
            with pytest.raises(StorageError, match=words) as caught:
                attempt()
            assert type(caught.value) is expected
            assert repr(str(lesson.root)) in str(caught.value)
            lasts = "Try again" not in words
            assert lasts != str(caught.value).endswith(" Try again.")
            assert isinstance(caught.value.__cause__, OSError)
