"""What is on its way into the store: on disk first, tried again, found by the next process."""

from __future__ import annotations

import errno
import logging
import shutil
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    ImageNotFoundError,
    SpoolLostError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.spool import files as spool_files
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import ADOPT_EVERY_S, NotWantedError, Spool, SpoolItem
from imagespeak_core.stores.claims import ABANDONED_AFTER_S

KIND = "picture"


class _Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class _Store:
    """Takes what it gets, or raises what it was told to."""

    def __init__(self) -> None:
        self.took: list[tuple[dict[str, object], bytes]] = []
        self.tries = 0
        self.trouble: BaseException | None = None

    def __call__(self, header: Mapping[str, object], content: bytes) -> str:
        self.tries += 1
        if self.trouble:
            raise self.trouble
        self.took.append((dict(header), content))
        return "stored"


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def store() -> _Store:
    return _Store()


@pytest.fixture
def spool(tmp_path: Path, clock: _Clock, store: _Store) -> Spool:
    return _spool(tmp_path, clock, store)


def _spool(
    root: Path | None,
    clock: _Clock,
    store: _Store,
    adopted: Callable[[Sequence[SpoolItem]], None] = lambda _items: None,
) -> Spool:
    spool = Spool(SpoolFiles(root) if root else None, monotonic=clock, chance=lambda: 1.0)
    spool.register(KIND, store, adopted=adopted)
    return spool


def _files(root: Path) -> list[Path]:
    return sorted(root.rglob("*.spool"))


def test_what_is_kept_lies_on_disk_for_its_user_alone_until_it_is_done(
    spool: Spool, tmp_path: Path
) -> None:
    item = spool.keep(KIND, {"a": 1}, b"content")

    (path,) = _files(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert item.is_safe
    assert spool.pending(KIND) == [item]
    spool.done(item, "a result")
    assert _files(tmp_path) == []
    assert spool.pending(KIND) == []
    assert item.end.result(0) == "a result"


def test_what_its_maker_still_stores_is_not_touched(spool: Spool, store: _Store) -> None:
    spool.keep(KIND, {}, b"content")

    assert spool.try_due() is None
    assert store.tries == 0


def test_what_is_left_is_tried_again_with_growing_pauses(
    spool: Spool, store: _Store, clock: _Clock
) -> None:
    store.trouble = StorageUnreachableError("away")
    spool.leave(spool.keep(KIND, {}, b"content"))

    pauses = []
    for _ in range(8):
        wait_s = spool.try_due()
        assert wait_s is not None
        pauses.append(wait_s)
        clock.now_s += wait_s

    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]


def test_why_the_store_takes_nothing_is_known_of_each_kind(
    spool: Spool, store: _Store, clock: _Clock
) -> None:
    refused = StorageAccessError("No rights.")
    answers: list[StorageError | None] = [refused, refused, None, StorageUnreachableError("away")]

    def answer(header: Mapping[str, object], content: bytes) -> None:
        if error := answers.pop(0):
            raise error

    spool.register("other", answer)
    store.trouble = refused
    for kind in (KIND, "other", "other"):
        spool.leave(spool.keep(kind, {}, b""))
    assert spool.trouble(KIND) is None, "nothing was said of it"
    clock.now_s += 1
    spool.try_due()
    found = spool.trouble("other")
    assert isinstance(found, StorageAccessError)
    assert found is not refused, "those to whom it is told say of it what is theirs"

    clock.now_s += 60
    spool.try_due()
    assert len(spool.pending("other")) == 1
    assert spool.trouble("other") is None
    assert isinstance(spool.trouble(KIND), StorageAccessError)


def test_servers_do_not_come_back_all_at_once(tmp_path: Path, clock: _Clock, store: _Store) -> None:
    spool = Spool(None, monotonic=clock, chance=lambda: 0.0)
    spool.register(KIND, store)
    spool.leave(spool.keep(KIND, {}, b""))

    assert spool.try_due() == 0.5


def test_the_store_is_there_again(
    spool: Spool, store: _Store, clock: _Clock, tmp_path: Path
) -> None:
    store.trouble = StorageTimeoutError("slow")
    items = [spool.keep(KIND, {"number": number}, bytes([number])) for number in range(3)]
    for item in items:
        spool.leave(item)
    for _ in range(6):
        clock.now_s += spool.try_due() or 0

    store.trouble = None
    spool.try_due()

    assert sorted(content for _, content in store.took) == [b"\0", b"\1", b"\2"]
    assert [item.end.result(0) for item in items] == ["stored"] * 3
    assert _files(tmp_path) == []


def test_what_is_due_is_left_when_it_is_time_for_something_else(
    spool: Spool, store: _Store, clock: _Clock
) -> None:
    for number in range(3):
        spool.leave(spool.keep(KIND, {"number": number}, bytes([number])))
    clock.now_s += 60
    assert spool.try_due(clock.now_s) == 0
    assert store.took == []
    assert spool.try_due(clock.now_s + 1) is None
    assert len(store.took) == 3


def test_one_that_is_stored_shows_the_others_that_the_store_is_back(
    spool: Spool, store: _Store, clock: _Clock
) -> None:
    store.trouble = StorageUnreachableError("away")
    long_ago, just_now = spool.keep(KIND, {}, b"long ago"), spool.keep(KIND, {}, b"just now")
    spool.leave(long_ago)
    for _ in range(6):
        clock.now_s += spool.try_due() or 0
    spool.try_due()
    spool.leave(just_now)
    store.trouble = None
    clock.now_s += 1

    assert spool.try_due() is None
    assert [content for _, content in store.took] == [b"just now", b"long ago"]


def test_what_this_computers_disk_does_not_give_now_is_not_dropped(
    spool: Spool, store: _Store, clock: _Clock
) -> None:
    item = spool.keep(KIND, {}, b"content")
    assert item.spooled
    item.spooled.path.unlink()
    item.spooled.path.mkdir()  # it is there, and can't be read
    spool.leave(item)
    clock.now_s += 1

    assert spool.try_due() == 2
    assert spool.pending(KIND) == [item]
    assert store.tries == 0


@pytest.mark.parametrize("error", [ImageNotFoundError("x"), NotWantedError("its class is gone")])
def test_what_nobody_wants_any_more_is_dropped(
    spool: Spool, store: _Store, clock: _Clock, tmp_path: Path, error: Exception
) -> None:
    store.trouble = error
    item = spool.keep(KIND, {}, b"content")
    spool.leave(item)
    clock.now_s += 1

    assert spool.try_due() is None
    assert item.end.exception(0) is error
    assert _files(tmp_path) == []
    assert spool.pending(KIND) == []


def test_our_own_mistake_ends_the_tries_and_keeps_what_is_on_disk(
    spool: Spool, store: _Store, clock: _Clock, tmp_path: Path
) -> None:
    store.trouble = ZeroDivisionError()
    item = spool.keep(KIND, {}, b"content")
    spool.leave(item)
    clock.now_s += 1

    assert spool.try_due() is None
    assert isinstance(item.end.exception(0), ZeroDivisionError)
    assert len(_files(tmp_path)) == 1


def test_the_next_process_goes_on(tmp_path: Path, clock: _Clock, store: _Store) -> None:
    dead = SpoolFiles(tmp_path)
    dead.keep(KIND, {"a": 1}, b"line\nline")
    dead.close()
    told: list[SpoolItem] = []
    spool = _spool(tmp_path, clock, store, told.extend)

    spool.adopt()

    assert [item.header for item in told] == [{"a": 1}]
    assert spool.pending(KIND) == told
    assert spool.try_due() is None
    assert store.took == [({"a": 1}, b"line\nline")]
    assert told[0].end.result(0) == "stored"
    assert _files(tmp_path) == []


def test_what_was_adopted_before_the_disk_gave_no_more_is_gone_on_with(
    tmp_path: Path, clock: _Clock, store: _Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = _spool(tmp_path, clock, store)
    for number in range(3):
        dead.keep(KIND, {"number": number}, bytes([number]))
    dead.shutdown(0)
    rename = Path.rename

    def once(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "rename", refuse)
        return rename(path, target)

    def refuse(_path: Path, _target: Path) -> Path:
        raise OSError(errno.EIO, "the disk fails")

    following = _spool(tmp_path, clock, store)
    monkeypatch.setattr(Path, "rename", once)
    following.adopt()
    assert [item.header for item in following.pending(KIND)] == [{"number": 0}]
    monkeypatch.setattr(Path, "rename", rename)
    following.adopt()
    assert len(following.pending(KIND)) == 3


def test_it_is_adopted_before_its_claim_is_taken_over() -> None:
    assert ADOPT_EVERY_S < ABANDONED_AFTER_S


def test_what_a_living_process_keeps_is_its_own(
    tmp_path: Path, clock: _Clock, store: _Store
) -> None:
    other = SpoolFiles(tmp_path)
    other.keep(KIND, {}, b"content")
    spool = _spool(tmp_path, clock, store)

    spool.adopt()

    assert spool.pending(KIND) == []
    other.close()


@pytest.mark.parametrize(
    "damaged",
    [
        lambda _: b"",
        lambda _: b"\x89PNG no header\nxx",
        lambda _: b'{"a": 1}\ncontent',
        lambda _: b'{"header": 1}\ncontent',
        lambda whole: whole.partition(b"\n")[0],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:-1] + b"\0",
    ],
    ids=["empty", "foreign", "other JSON", "no header", "no content", "cut", "longer", "changed"],
)
def test_what_is_damaged_on_disk_is_not_stored_and_stays_there(
    tmp_path: Path,
    clock: _Clock,
    store: _Store,
    caplog: pytest.LogCaptureFixture,
    damaged: Callable[[bytes], bytes],
) -> None:
    dead = SpoolFiles(tmp_path)
    path = dead.keep(KIND, {"a": 1}, b"content").path
    left = damaged(path.read_bytes())
    path.write_bytes(left)
    dead.keep(KIND, {}, b"whole")
    dead.close()
    spool = _spool(tmp_path, clock, store)

    with caplog.at_level(logging.WARNING):
        spool.adopt()
        assert spool.try_due() is None

    assert [content for _, content in store.took] == [b"whole"]
    assert spool.pending(KIND) == []
    (still,) = _files(tmp_path)
    assert still.read_bytes() == left
    [told] = [text for text in caplog.messages if text.startswith("spool damaged: ")]
    assert still.name in told
    assert spool.shutdown(0)
    assert _files(tmp_path) == [still]


def test_what_a_disk_has_lost_is_told_to_who_waits(
    spool: Spool, store: _Store, clock: _Clock, tmp_path: Path
) -> None:
    item = spool.keep(KIND, {}, b"content")
    shutil.rmtree(tmp_path)
    spool.leave(item)
    clock.now_s += 1

    assert spool.try_due() is None
    assert isinstance(item.end.exception(0), SpoolLostError)
    assert store.tries == 0
    assert spool.keep(KIND, {}, b"the next one").is_safe


class TestAFolderOfOthers:
    """Where the owner lets spools lie among other things."""

    @pytest.fixture(autouse=True)
    def others(self, tmp_path: Path) -> dict[Path, bytes]:
        names = ["data/image-001/a.png", "0123456789abcdef.old/notes", "notes.txt", "data/lock"]
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(b"foreign")
        return {tmp_path / name: b"foreign" for name in names}

    def test_it_is_not_touched(
        self, others: dict[Path, bytes], tmp_path: Path, clock: _Clock, store: _Store
    ) -> None:
        spool = _spool(tmp_path, clock, store)

        spool.adopt()
        spool.keep(KIND, {}, b"content")
        spool.shutdown(0)

        assert {path: path.read_bytes() for path in others} == others

    def test_nor_is_what_lies_in_a_spool(
        self, tmp_path: Path, clock: _Clock, store: _Store
    ) -> None:
        dead = SpoolFiles(tmp_path)
        own = dead.keep(KIND, {}, b"content").path.parent
        (own / "000009-picture.part").write_bytes(b"half")
        (own / "mine").write_bytes(b"foreign")
        (own / "film.part").write_bytes(b"foreign")
        (own / "folder").mkdir()
        (own / "folder" / "x.spool").write_bytes(b"foreign")
        dead.close()
        spool = _spool(tmp_path, clock, store)

        spool.adopt()
        spool.try_due()

        assert sorted(path.name for path in own.iterdir()) == ["film.part", "folder", "mine"]
        assert (own / "folder" / "x.spool").read_bytes() == b"foreign"
        assert store.took == [({}, b"content")]

    def test_nor_at_the_end(self, tmp_path: Path, clock: _Clock, store: _Store) -> None:
        spool = _spool(tmp_path, clock, store)
        item = spool.keep(KIND, {}, b"content")
        assert item.spooled
        own = item.spooled.path.parent
        (own / "mine").write_bytes(b"foreign")
        spool.done(item)

        spool.shutdown(0)

        assert [path.name for path in own.iterdir()] == ["mine"]


def test_an_empty_spool_leaves_nothing(tmp_path: Path, clock: _Clock, store: _Store) -> None:
    dead = SpoolFiles(tmp_path)
    dead.keep(KIND, {}, b"content")
    dead.close()
    spool = _spool(tmp_path, clock, store)
    spool.adopt()
    spool.try_due()

    spool.shutdown(0)

    assert [*tmp_path.iterdir()] == []


def test_what_this_process_does_not_know_stays_for_one_that_does(
    tmp_path: Path, clock: _Clock, store: _Store
) -> None:
    dead = SpoolFiles(tmp_path)
    for kind in ("hologram", KIND):
        dead.keep(kind, {}, b"content")
    dead.close()
    spool = _spool(tmp_path, clock, store)

    spool.adopt()

    assert [item.kind for item in spool.pending(KIND)] == [KIND]
    assert spool.pending("hologram") == []
    assert spool.try_due() is None
    (path,) = _files(tmp_path)
    other = SpoolFiles(tmp_path)
    (spooled,) = other.adopt({"hologram"})
    assert spooled.kind == "hologram"
    assert not path.parent.exists()
    other.close()
    assert spool.shutdown()


def test_where_the_disk_is_full_it_lies_in_memory_and_is_told_once(
    spool: Spool,
    store: _Store,
    clock: _Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(spool_files, "_write", full)
    with caplog.at_level(logging.WARNING):
        items = [spool.keep(KIND, {}, b"one"), spool.keep(KIND, {}, b"two")]

    [told] = caplog.messages
    assert told.startswith("spool full: ")
    assert "IMAGESPEAK_SPOOL_DIR" in told
    assert not any(item.is_safe for item in items)
    for item in items:
        spool.leave(item)
    clock.now_s += 1
    spool.try_due()
    assert [content for _, content in store.took] == [b"one", b"two"]


def test_the_end_waits_for_what_lies_in_memory_alone(store: _Store) -> None:
    spool = Spool(None)
    spool.register(KIND, store)
    spool.start()
    item = spool.keep(KIND, {}, b"content")
    spool.leave(item)

    assert spool.shutdown(30)
    assert item.end.result(0) == "stored"


def test_the_end_does_not_wait_for_what_is_on_disk(
    tmp_path: Path, clock: _Clock, store: _Store
) -> None:
    store.trouble = StorageUnreachableError("away")
    spool = _spool(tmp_path, clock, store)
    spool.start()
    spool.leave(spool.keep(KIND, {"a": 1}, b"content"))

    assert spool.shutdown(0)

    store.trouble = None
    after = _spool(tmp_path, clock, store)
    after.adopt()
    after.try_due()
    assert store.took == [({"a": 1}, b"content")]


def test_what_is_lost_at_the_end_is_said(clock: _Clock, store: _Store) -> None:
    spool = _spool(None, clock, store)
    spool.leave(spool.keep(KIND, {}, b"content"))

    assert not spool.shutdown(0)
