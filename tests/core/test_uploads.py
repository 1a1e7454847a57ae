"""Recordings on their way: in parts, from several tabs, in bounds, kept once."""

from __future__ import annotations

import errno
import io
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from imagespeak_core import bootstrap
from imagespeak_core.errors import StorageFullError, StorageTimeoutError
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.speaking import uploads as uploads_module
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundBusyError,
    TooLargeSoundError,
    UploadsBusyError,
)
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.recordings import list_recordings
from imagespeak_core.speaking.sound import Sound
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import Ticket, new_ticket
from imagespeak_core.speaking.uploads import Uploads, WrongOffsetError
from tests.for_each import for_each

SESSION = "my.own_session-1"
PICTURE = f"generated-images/{SESSION}_20250101_100000_0_red_bus.png"
LEARNER = key_hash(new_key())
CONTENT = bytes(range(256)) * 40
LIMITS = Limits(recording_s=60, recording_bytes=20_000, recordings=3, life=timedelta(days=1))


class Listener:
    """`Examine` that believes every file, or fails as it is told, and may be held."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.errors: list[Exception] = []
        self.may_go = threading.Event()
        self.may_go.set()

    def __call__(self, content: bytes, *, max_s: float, max_bytes: int) -> Sound:
        assert self.may_go.wait(timeout=60)
        self.heard.append(content)
        if self.errors:
            raise self.errors.pop(0)
        return Sound("webm", content, Speech(length_s=12.0, heard=True, speaking_s=9.0))


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def services(tmp_path: Path) -> Services:
    settings = Settings(
        data_dir=tmp_path / "kept",
        spool_dir=tmp_path / "spool",
        secret=SecretStr("a secret of this test"),
    )
    return bootstrap.build_services(settings)


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def uploads(services: Services, listener: Listener, clock: Clock) -> Iterator[Uploads]:
    uploads = Uploads(services, listener, limits=LIMITS, monotonic=clock)
    yield uploads
    listener.may_go.set()
    uploads.shutdown()


def ticket(learner: str = LEARNER) -> Ticket:
    return new_ticket(session_id=SESSION, learner=learner, picture=PICTURE, now=datetime.now(UTC))


def send(uploads: Uploads, of: Ticket, content: bytes = CONTENT, *, offset: int = 0) -> None:
    uploads.begin(of, offset=offset, length=len(CONTENT)).write(content)


def result(future: Future[Any]) -> Any:
    return future.result(timeout=60)


def test_in_parts_and_kept_once(uploads: Uploads, services: Services, listener: Listener) -> None:
    one = ticket()
    send(uploads, one, CONTENT[:4_000])
    assert (uploads.received(one), uploads.is_whole(one)) == (4_000, False)
    send(uploads, one, CONTENT[4_000:], offset=4_000)
    assert uploads.is_whole(one)
    kept = result(uploads.keep(one))
    assert kept.picture == PICTURE
    assert listener.heard == [CONTENT]
    assert uploads.received(one) == 0, "nothing of it is left here"
    assert result(uploads.find(one)) == kept
    send(uploads, one)  # another server that knows nothing of it gets all of it again
    assert result(uploads.keep(one)) == kept
    assert list_recordings(services, SESSION, LEARNER) == [kept]


def test_who_asks_twice_waits_for_the_same(uploads: Uploads, listener: Listener) -> None:
    one = ticket()
    listener.may_go.clear()
    send(uploads, one)
    futures = [uploads.keep(one) for _ in range(3)]
    with pytest.raises(WrongOffsetError) as told:
        uploads.begin(one, offset=0, length=len(CONTENT))
    assert told.value.received == len(CONTENT)
    listener.may_go.set()
    assert len({result(future).stem for future in futures}) == 1
    assert len(listener.heard) == 1


def test_the_newest_of_two_tabs_goes_on(uploads: Uploads, listener: Listener) -> None:
    one = ticket()
    older = uploads.begin(one, offset=0, length=len(CONTENT))
    older.write(CONTENT[:1_000])
    newer = uploads.begin(one, offset=1_000, length=len(CONTENT))
    with pytest.raises(WrongOffsetError):
        older.write(CONTENT[1_000:2_000])
    newer.write(CONTENT[1_000:])
    result(uploads.keep(one))
    assert listener.heard == [CONTENT]


def test_another_offset_is_told_where_to_go_on(uploads: Uploads) -> None:
    one = ticket()
    send(uploads, one, CONTENT[:10])
    for offset in (0, 9, 11, len(CONTENT)):
        with pytest.raises(WrongOffsetError) as told:
            uploads.begin(one, offset=offset, length=len(CONTENT))
        assert told.value.received == 10


def test_begun_anew_what_was_here_counts_no_more(uploads: Uploads, listener: Listener) -> None:
    one = ticket()
    older = uploads.begin(one, offset=0, length=len(CONTENT))
    older.write(b"of another try")
    newer = uploads.begin(one, offset=0, length=len(CONTENT), is_anew=True)
    with pytest.raises(WrongOffsetError):
        older.write(b"which is still on its way")
    newer.write(CONTENT)
    result(uploads.keep(one))
    assert listener.heard == [CONTENT]


def test_no_more_than_was_announced_or_may_be(uploads: Uploads) -> None:
    one = ticket()
    with pytest.raises(TooLargeSoundError):
        uploads.begin(one, offset=0, length=LIMITS.recording_bytes + 1)
    part = uploads.begin(one, offset=0, length=10)
    with pytest.raises(TooLargeSoundError):
        part.write(b"eleven byte")
    assert uploads.received(one) == 0


def test_a_learner_has_few_on_the_way_and_all_have_bounds(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = [ticket() for _ in range(uploads_module.MOST_OF_A_LEARNER + 1)]
    for one in own:
        send(uploads, one, CONTENT[:100])
    assert [uploads.received(one) for one in own] == [0, 100, 100, 100]
    monkeypatch.setattr(uploads_module, "MOST", 4)
    send(uploads, ticket(key_hash(new_key())), CONTENT[:100])
    with pytest.raises(UploadsBusyError) as told:
        send(uploads, ticket(key_hash(new_key())), CONTENT[:100])
    assert told.value.retry_after_s
    monkeypatch.setattr(uploads_module, "MOST_BYTES", 450)
    with pytest.raises(UploadsBusyError):
        send(uploads, own[1], CONTENT[100:200], offset=100)
    assert uploads.received(own[1]) == 100, "it goes on when there is room"


def test_what_nobody_goes_on_with_is_forgotten(uploads: Uploads, clock: Clock) -> None:
    one = ticket()
    send(uploads, one, CONTENT[:100])
    clock.now_s = uploads_module.LIFE_S
    assert uploads.received(one) == 100
    clock.now_s += 1
    assert uploads.received(one) == 0


def test_a_slow_one_lives_on_with_its_bytes(uploads: Uploads, clock: Clock) -> None:
    one = ticket()
    part = uploads.begin(one, offset=0, length=len(CONTENT))
    for sent in range(3):
        part.write(CONTENT[sent : sent + 1])
        clock.now_s += uploads_module.LIFE_S
    assert uploads.received(one) == 3


def test_what_is_being_kept_is_not_begun_anew(uploads: Uploads, listener: Listener) -> None:
    one = ticket()
    listener.may_go.clear()
    send(uploads, one)
    kept = uploads.keep(one)
    for length, is_anew in ((len(CONTENT), True), (len(CONTENT) - 1, False)):
        with pytest.raises(WrongOffsetError) as told:
            uploads.begin(one, offset=0, length=length, is_anew=is_anew)
        assert told.value.received == len(CONTENT)
    listener.may_go.set()
    assert result(kept).size_bytes == len(CONTENT)


def test_what_is_being_kept_makes_no_room_for_others(uploads: Uploads, listener: Listener) -> None:
    first, second, *more = [ticket() for _ in range(uploads_module.MOST_OF_A_LEARNER + 2)]
    listener.may_go.clear()
    send(uploads, first)
    kept = [uploads.keep(first)]
    for one in (second, *more[:-1]):
        send(uploads, one, CONTENT[:100])
    assert [uploads.is_whole(first), uploads.received(second)] == [True, 0]
    for one in more[:-1]:
        send(uploads, one, CONTENT[100:], offset=100)
        kept.append(uploads.keep(one))
    with pytest.raises(UploadsBusyError):
        send(uploads, more[-1])
    listener.may_go.set()
    assert len({result(one).stem for one in kept}) == uploads_module.MOST_OF_A_LEARNER


class FullDisk(io.RawIOBase):
    """Takes nothing; what is small waits in a buffer before it, as with every file."""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return 0

    def write(self, content: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@for_each("sent", [100, len(CONTENT)])
def test_a_full_disk_is_told(uploads: Uploads, monkeypatch: pytest.MonkeyPatch, sent: int) -> None:
    monkeypatch.setattr(
        tempfile, "SpooledTemporaryFile", lambda _most: io.BufferedRandom(FullDisk())
    )
    one = ticket()
    with pytest.raises(StorageFullError):
        send(uploads, one, CONTENT[:sent])
    assert uploads.received(one) == 0


def test_a_full_disk_is_told_to_nobody_else(
    uploads: Uploads, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unclosable(io.BytesIO):
        def close(self) -> None:
            super().close()
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", lambda _most: Unclosable())
    one, other = ticket(), ticket(key_hash(new_key()))
    send(uploads, one, CONTENT[:100])
    clock.now_s = uploads_module.LIFE_S + 1
    send(uploads, other, CONTENT[:100])
    assert (uploads.received(one), uploads.received(other)) == (0, 100)


def test_what_may_work_later_need_not_be_sent_again(uploads: Uploads, listener: Listener) -> None:
    one = ticket()
    listener.errors = [
        StorageTimeoutError("slow"),
        SoundBusyError("too many"),
        NotSoundError("no sound"),
    ]
    send(uploads, one)
    for passing in (StorageTimeoutError, SoundBusyError):
        with pytest.raises(passing):
            result(uploads.keep(one))
        assert uploads.is_whole(one)
    with pytest.raises(NotSoundError):
        result(uploads.keep(one))
    assert uploads.received(one) == 0
