"""Recordings that wait here for the store: safe, kept once, ended and deleted like others."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnreachableError,
    StorageUnsuitableError,
)
from imagespeak_core.services import Services
from imagespeak_core.speaking import keeping, waiting
from imagespeak_core.speaking import uploads as uploads_module
from imagespeak_core.speaking.deletion import Spoken, count_spoken, delete_spoken
from imagespeak_core.speaking.errors import SpokenGoneError, TooLongSoundError, TooManyKeptError
from imagespeak_core.speaking.keeping import keep_or_wait
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.recordings import (
    delete_all_recordings,
    find_upload,
    keep,
    list_recordings,
)
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.uploads import Uploads
from imagespeak_core.speaking.waiting import WaitingRecording, find_waiting, list_waiting
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.blobs import NO_METADATA, BlobInfo, Written
from tests.fakes import HandClock
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA, BO, LIMITS, MadeSound, clock_of_today, services_on, ticket_of

SESSION = "abc"
SOUND = MadeSound(b"what somebody said")


class AwayBlobs(MemoryBlobs):
    """A store that fails, for as long as it is told to.

    Attributes:
        error: What is raised; None: it is there.
        fails_at: Raises only where a name ends so, if that is not empty.
        before: Called before something is created.
        lists: So often something was listed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.error: StorageError | None = None
        self.fails_at = ""
        self.before: Callable[[str], None] = lambda _name: None
        self.lists = 0

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        self.before(name)
        self._fail(name)
        return super().create(name, content, content_type=content_type, metadata=metadata)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        self.lists += 1
        self._fail(prefix)
        return super().list(prefix, after=after)

    def _fail(self, name: str) -> None:
        if self.error and name.endswith(self.fails_at):
            raise self.error


@dataclass
class Ticking:
    """Seconds that only go up when somebody says so."""

    now_s: float = 0.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Place:
    """A store, and a disk on which servers find what those before them have left."""

    root: Path
    blobs: AwayBlobs
    clock: HandClock
    ticking: Ticking
    files_of_last: SpoolFiles | None = None

    def server(self) -> Services:
        """Another process that uses both."""
        self.files_of_last = SpoolFiles(self.root)
        spool = Spool(self.files_of_last, monotonic=self.ticking, chance=lambda: 1.0)
        services = replace(services_on(self.blobs, self.clock), spool=spool)
        keeping.register(services)
        return services

    def restarted(self) -> Services:
        """The next process, after the last one was killed: its lock is gone, its files are not."""
        assert self.files_of_last
        self.files_of_last.close()
        services = self.server()
        assert services.spool
        services.spool.adopt()
        return services

    def files(self) -> list[Path]:
        return sorted(self.root.rglob("*.spool"))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "spool", AwayBlobs(), clock_of_today(), Ticking())


@pytest.fixture
def server(place: Place) -> Services:
    return place.server()


def try_again(place: Place, services: Services) -> None:
    """Have the spool try what is due, when it is due."""
    place.ticking.now_s += 60
    assert services.spool
    services.spool.try_due()


def wait(services: Services, learner: str = ANA) -> WaitingRecording:
    """Keep one while the store is away."""
    ticket = ticket_of(services, SESSION, learner)
    kept = keep_or_wait(services, ticket, SOUND, limits=LIMITS)
    assert isinstance(kept, WaitingRecording)
    return kept


def own(services: Services, learner: str = ANA) -> list[Recording]:
    return list_recordings(services, SESSION, learner)


def sounds(place: Place) -> list[bytes]:
    return [one.content for name, one in place.blobs.kept.items() if name.endswith(".webm")]


def test_what_the_store_takes_is_kept_and_nothing_of_it_waits(
    place: Place, server: Services
) -> None:
    on_disk: list[int] = []
    place.blobs.before = lambda _: on_disk.append(len(place.files()))

    kept = keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=LIMITS)

    assert own(server) == [kept]
    assert on_disk == [1, 1], "it was safe before the store was asked"
    assert (place.files(), list_waiting(server, SESSION)) == ([], [])


@pytest.mark.parametrize(
    "error",
    [
        StorageTimeoutError("slow"),
        StorageUnreachableError("away"),
        StorageError("failed"),
        StorageFullError("full"),
    ],
)
def test_what_a_store_that_fails_for_now_does_not_take_is_safe_and_kept_later(
    place: Place, server: Services, error: StorageError, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    place.blobs.error = error
    ticket = ticket_of(server, SESSION)

    safe = keep_or_wait(server, ticket, SOUND, limits=LIMITS)

    assert isinstance(safe, WaitingRecording)
    assert [path.stat().st_mode & 0o777 for path in place.files()] == [0o600]
    assert find_waiting(server, ticket) == safe
    assert list_waiting(server, SESSION, ANA) == [safe]
    assert list_waiting(server, SESSION, BO) == list_waiting(server, "other", ANA) == []
    try_again(place, server)
    assert list_waiting(server, SESSION, ANA) == [safe], "the store is still away"
    place.blobs.error = None
    place.clock.advance(minutes=10)
    try_again(place, server)
    (kept,) = own(server)
    assert (kept.created_at, kept.until) == (safe.created_at, safe.created_at + LIMITS.life)
    assert (kept.upload, kept.speech) == (ticket.upload, SOUND.speech)
    assert sounds(place) == [SOUND.content]
    assert (place.files(), find_waiting(server, ticket)) == ([], None)
    log = re.sub(r"\b[0-9a-f]{16}/lock", "", caplog.text)  # chance may spell a session's name
    for personal in (SESSION, ANA, ticket.upload, ticket.picture):
        assert personal not in log


@pytest.mark.parametrize(
    "error",
    [StorageAccessError("denied"), NotABlobError("a link"), StorageUnsuitableError("overwrites")],
)
def test_what_a_store_does_not_take_before_its_owner_does_something_is_told(
    place: Place, server: Services, error: StorageError
) -> None:
    place.blobs.error = error
    with pytest.raises(type(error)):
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=LIMITS)
    assert (place.files(), list_waiting(server, SESSION)) == ([], [])


def test_what_lies_in_memory_alone_is_not_called_safe(
    place: Place, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFullError("full")

    monkeypatch.setattr(SpoolFiles, "keep", full)
    kept = keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=LIMITS)
    assert own(server) == [kept]
    place.blobs.error = StorageTimeoutError("slow")
    with pytest.raises(StorageTimeoutError):
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=LIMITS)
    assert server.spool
    assert server.spool.pending(waiting.KIND) == []


def test_where_there_is_no_spool_it_is_as_before(place: Place) -> None:
    services = services_on(place.blobs, place.clock)
    kept = keep_or_wait(services, ticket_of(services, SESSION), SOUND, limits=LIMITS)
    assert own(services) == [kept]
    place.blobs.error = StorageTimeoutError("slow")
    with pytest.raises(StorageTimeoutError):
        keep_or_wait(services, ticket_of(services, SESSION), SOUND, limits=LIMITS)


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", [".json", ".webm", "nothing"])
def test_after_a_kill_the_next_process_keeps_it_once(
    place: Place, server: Services, at: str
) -> None:
    """Before the document, before the sound, and after both."""
    ticket = ticket_of(server, SESSION)

    def kill(name: str) -> None:
        if name.endswith(at):
            raise Killed

    assert server.spool
    item = waiting.write_down(server, ticket, SOUND, limits=LIMITS)
    assert item
    place.blobs.before = kill
    if at == "nothing":
        keep(server, ticket, SOUND, limits=LIMITS)
    else:
        with pytest.raises(Killed):
            keep(server, ticket, SOUND, limits=LIMITS)
    place.blobs.before = lambda _: None

    second = place.restarted()
    safe = find_waiting(second, ticket)
    assert safe
    assert safe.ticket == ticket
    try_again(place, second)

    (kept,) = own(second)
    assert find_upload(second, ticket) == kept
    assert sounds(place) == [SOUND.content]
    assert place.files() == []
    third = place.server()
    again = keep_or_wait(third, ticket, SOUND, limits=LIMITS)  # the browser knew nothing of it
    assert own(third) == [again] == [kept]


def test_a_restart_while_the_store_is_away_loses_nothing(place: Place, server: Services) -> None:
    place.blobs.error = StorageUnreachableError("away")
    safe = [wait(server) for _ in range(3)]
    second = place.restarted()
    try_again(place, second)
    place.clock.advance(minutes=10)
    third = place.restarted()
    assert list_waiting(third, SESSION, ANA) == safe
    place.blobs.error = None
    try_again(place, third)
    assert {one.upload for one in own(third)} == {one.ticket.upload for one in safe}


def test_what_was_called_safe_is_not_refused_for_its_number_or_length(
    place: Place, server: Services
) -> None:
    one = replace(LIMITS, recordings=1)
    place.blobs.error = StorageUnreachableError("away")
    ticket = ticket_of(server, SESSION)
    assert isinstance(keep_or_wait(server, ticket, SOUND, limits=one), WaitingRecording)
    with pytest.raises(StorageUnreachableError):  # no more wait than may be kept
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=one)
    place.blobs.error = None
    for_now = keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=one)
    assert isinstance(for_now, Recording)
    try_again(place, server)
    assert len(own(server)) == 2
    with pytest.raises(TooManyKeptError):
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=one)
    long = MadeSound(speech=Speech(length_s=LIMITS.recording_s * 2))
    with pytest.raises(TooLongSoundError):
        keep_or_wait(server, ticket_of(server, "other"), long, limits=LIMITS)
    assert place.files() == []


def test_where_none_is_kept_none_waits(place: Place, server: Services) -> None:
    none = replace(LIMITS, recordings=0)
    with pytest.raises(TooManyKeptError):
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=none)
    place.blobs.error = StorageUnreachableError("away")
    with pytest.raises(StorageUnreachableError):
        keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=none)


def test_no_more_bytes_wait_than_may(
    place: Place, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST_BYTES", 2 * len(SOUND.content))
    place.blobs.error = StorageUnreachableError("away")
    for learner in (ANA, BO):
        wait(server, learner)
    with pytest.raises(StorageUnreachableError):
        wait(server)
    place.blobs.error = None
    try_again(place, server)
    assert len(sounds(place)) == 2


def test_what_has_ended_while_it_waited_is_dropped(place: Place, server: Services) -> None:
    place.blobs.error = StorageUnreachableError("away")
    wait(server)
    place.clock.advance(seconds=LIMITS.life.total_seconds() - 1)
    assert len(list_waiting(server, SESSION)) == 1
    place.clock.advance(seconds=1)
    assert list_waiting(server, SESSION) == []
    second = place.restarted()
    place.blobs.error = None
    try_again(place, second)
    assert (place.files(), place.blobs.kept) == ([], {})


def test_a_learner_deletes_what_waits_and_nobody_elses(place: Place, server: Services) -> None:
    place.blobs.error = StorageUnreachableError("away")
    wait(server)
    others = wait(server, BO)
    with pytest.raises(StorageUnreachableError):
        delete_all_recordings(server, SESSION, ANA)
    assert list_waiting(server, SESSION) == [others]
    assert len(place.files()) == 1
    place.blobs.error = None
    try_again(place, server)
    assert (own(server), len(own(server, BO))) == ([], 1)


@pytest.mark.parametrize("who", ["teacher", "learner"])
def test_what_a_dead_process_has_left_is_deleted_too(
    place: Place, server: Services, who: str
) -> None:
    place.blobs.error = StorageUnreachableError("away")
    wait(server)
    assert place.files_of_last
    place.files_of_last.close()
    second = place.server()
    place.blobs.error = None
    if who == "teacher":
        assert count_spoken(second, SESSION).recordings == 1
        assert delete_spoken(second, SESSION).deleted.recordings == 1
    else:
        assert delete_all_recordings(second, SESSION, ANA) == 1
    assert place.files() == []
    try_again(place, place.restarted())
    assert own(second) == []


def test_a_deleted_session_is_not_brought_back(place: Place, server: Services) -> None:
    place.blobs.error = StorageUnreachableError("away")
    ticket = wait(server).ticket
    wait(server, BO)
    place.blobs.error = None
    assert count_spoken(server, SESSION) == Spoken(recordings=2)
    assert count_spoken(server, "other") == Spoken()
    assert delete_spoken(server, SESSION).deleted == Spoken(recordings=2)
    assert (place.files(), find_waiting(server, ticket)) == ([], None)
    try_again(place, server)
    assert place.blobs.kept == {}


@pytest.mark.parametrize("is_at_once", [True, False])
@pytest.mark.parametrize("name", [".json", ".webm"])
def test_what_is_deleted_while_it_is_stored_does_not_stay(
    place: Place, server: Services, is_at_once: bool, name: str
) -> None:
    """By whoever keeps it at once, and by the spool."""
    if not is_at_once:
        place.blobs.error = StorageUnreachableError("away")
        wait(server)
        place.blobs.error = None

    def delete(created: str) -> None:
        if created.endswith(name):
            place.blobs.before = lambda _: None
            delete_spoken(server, SESSION)

    place.blobs.before = delete
    if is_at_once:
        with pytest.raises(SpokenGoneError):
            keep_or_wait(server, ticket_of(server, SESSION), SOUND, limits=LIMITS)
    else:
        try_again(place, server)
    assert place.blobs.kept == {}
    assert place.files() == []


def test_what_is_deleted_while_the_store_fails_is_not_called_safe(
    place: Place, server: Services
) -> None:
    place.blobs.error = StorageUnreachableError("away")
    place.blobs.fails_at = ".json"

    def delete(_: str) -> None:
        place.blobs.before = lambda _: None
        delete_spoken(server, SESSION)

    place.blobs.before = delete
    with pytest.raises(SpokenGoneError):
        wait(server)
    assert place.files() == []


def test_what_another_version_has_written_is_left_to_it(place: Place, server: Services) -> None:
    place.blobs.error = StorageUnreachableError("away")
    safe = wait(server)
    assert server.spool
    header = safe.model_dump(mode="json") | {"version": 2}
    server.spool.keep(waiting.KIND, header, b"of a later version")
    assert list_waiting(server, SESSION) == [safe]
    place.blobs.error = None
    second = place.restarted()
    try_again(place, second)
    assert len(own(second)) == len(place.files()) == 1


def _believe(content: bytes, *, max_s: float, max_bytes: int) -> MadeSound:
    return MadeSound(content)


def test_who_comes_after_the_store_has_failed_does_not_wait_for_it_too(
    place: Place, server: Services
) -> None:
    uploads = Uploads(server, _believe, limits=LIMITS, monotonic=place.ticking)

    def send() -> object:
        ticket = ticket_of(server, SESSION)
        uploads.begin(ticket, offset=0, length=len(SOUND.content)).write(SOUND.content)
        return uploads.keep(ticket).result(60)

    place.blobs.error = StorageTimeoutError("slow")
    asked = place.blobs.lists
    assert isinstance(send(), WaitingRecording)
    first = place.blobs.lists - asked
    assert first > 0
    assert isinstance(send(), WaitingRecording)
    assert uploads.find(ticket_of(server, SESSION)).result(60) is None
    assert place.blobs.lists - asked == first

    place.ticking.now_s += uploads_module.AWAY_S
    assert uploads.find(ticket_of(server, SESSION)).result(60) is None, "nobody knows"
    assert place.blobs.lists - asked == first + 1
    assert isinstance(send(), WaitingRecording)
    assert place.blobs.lists - asked == first + 1, "who looks is an answer, too"
    place.blobs.error = None
    assert isinstance(send(), WaitingRecording)
    assert server.spool
    server.spool.try_due()  # which has found that it is back
    assert isinstance(send(), Recording)
    uploads.shutdown()


def test_that_rights_lack_is_told_to_who_looks(place: Place, server: Services) -> None:
    uploads = Uploads(server, _believe, limits=LIMITS, monotonic=place.ticking)
    place.blobs.error = StorageAccessError("denied")
    with pytest.raises(StorageAccessError):
        uploads.find(ticket_of(server, SESSION)).result(60)
    uploads.shutdown()


def test_an_upload_that_is_safe_is_here_no_more_and_need_not_be_sent_again(
    place: Place, server: Services
) -> None:
    uploads = Uploads(server, _believe, limits=LIMITS, monotonic=place.ticking)
    place.blobs.error, place.blobs.fails_at = StorageTimeoutError("slow"), ".webm"
    ticket = ticket_of(server, SESSION)
    told: list[object] = []
    place.blobs.before = lambda _: told.append(uploads.waiting(ticket))
    uploads.begin(ticket, offset=0, length=len(SOUND.content)).write(SOUND.content)

    safe = uploads.keep(ticket).result(60)

    assert told == [None, None], "it could be refused yet"
    assert isinstance(safe, WaitingRecording)
    assert uploads.waiting(ticket) == safe
    assert uploads.received(ticket) == 0
    uploads.shutdown()
    place.blobs.error = None
    try_again(place, server)
    assert uploads.waiting(ticket) is None
    assert sounds(place) == [SOUND.content]
