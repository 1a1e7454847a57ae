"""What limits and rights do to what is kept, who reads what, and how it is swept."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import ValidationError

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    NotABlobError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
)
from imagespeak_core.pictures.naming import format_timestamp
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.speaking.attempt import Attempt, Disputed, Tried
from imagespeak_core.speaking.attempts import (
    change_attempt,
    create_attempt,
    list_attempts,
    open_attempt,
)
from imagespeak_core.speaking.deletion import NOT_LOOKED_AT, Spoken, count_spoken, delete_spoken
from imagespeak_core.speaking.errors import (
    SpokenDamagedError,
    SpokenGoneError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
)
from imagespeak_core.speaking.keys import MAX_INDEX, Ending
from imagespeak_core.speaking.limits import Limits, limits_of
from imagespeak_core.speaking.recordings import (
    delete_recording,
    find_upload,
    keep,
    list_recordings,
    open_recording,
)
from imagespeak_core.speaking.rights import may_keep
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.sweeping import Swept, sweep
from imagespeak_core.stores.blobs import NO_METADATA, Blob, BlobInfo, Written
from imagespeak_core.stores.recordings import RecordingStore, SpokenFiles
from imagespeak_core.stores.spoken_memory import RIGHTS_HOLD_S, KeepingRights, Owner, SeenOwners
from imagespeak_core.sweeper import EVERY_S, Sweeper
from tests.fakes import HandClock
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import (
    ANA,
    BO,
    LIMITS,
    MadeSound,
    clock_of_today,
    services_on,
    ticket_of,
    tried,
)

SOUND = MadeSound()


class WatchedBlobs(MemoryBlobs):
    """Notes what is asked, and refuses what it is told to.

    Attributes:
        refused: Pairs of a method's name and what the names begin with.
        error: What is raised then.
        asked: All calls, with their names.
    """

    def __init__(self, *refused: tuple[str, str]) -> None:
        super().__init__()
        self.refused = set(refused)
        self.error: StorageError = StorageAccessError("Not allowed.")
        self.asked: list[tuple[str, str]] = []

    def _ask(self, method: str, name: str) -> None:
        self.asked.append((method, name))
        if any(method == one and name.startswith(room) for one, room in self.refused):
            raise self.error

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        self._ask("create", name)
        return super().create(name, content, content_type=content_type, metadata=metadata)

    def read(self, name: str) -> Blob | None:
        self._ask("read", name)
        return super().read(name)

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        self._ask("list", prefix)
        return super().list(prefix, after=after)

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        refused: dict[str, StorageError] = {
            name: self.error
            for name in names
            if any(one == "delete" and name.startswith(room) for one, room in self.refused)
        }
        return refused | super().delete([name for name in names if name not in refused])


# Limits


def test_the_settings_are_the_limits() -> None:
    assert limits_of(Settings()) == Limits(180, 20_000_000, 50, timedelta(days=30))
    assert limits_of(Settings(recording_days=1, recordings_max=0)).recordings == 0


def test_too_long_and_too_large_is_told_and_nothing_is_kept() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    limits = replace(LIMITS, recording_s=5, recording_bytes=5)
    long = MadeSound(b"12345", speech=Speech(length_s=7.4))
    with pytest.raises(TooLongSoundError, match=r"7 seconds .* have 5\. Make a shorter one"):
        keep(services, ticket_of(services, "abc"), long, limits=limits)
    large = MadeSound(b"123456", speech=Speech(length_s=5))
    with pytest.raises(TooLargeSoundError, match="Make a shorter one"):
        keep(services, ticket_of(services, "abc"), large, limits=limits)
    assert blobs.kept == {}
    rounded = MadeSound(b"12345", speech=Speech(length_s=6.9))
    keep(services, ticket_of(services, "abc"), rounded, limits=limits)


def test_only_so_many_of_a_learner_are_kept_in_a_session() -> None:
    services = services_on(MemoryBlobs())
    limits = replace(LIMITS, recordings=2, attempts=1)
    tickets = [ticket_of(services, "abc") for _ in range(3)]
    kept = [keep(services, ticket, SOUND, limits=limits) for ticket in tickets[:2]]
    with pytest.raises(TooManyKeptError, match=r"keep 2 recordings .* Delete one"):
        keep(services, tickets[2], SOUND, limits=limits)
    assert keep(services, tickets[0], SOUND, limits=limits) == kept[0], "it is kept already"
    for session_id, learner in (("abc", BO), ("abd", ANA)):
        keep(services, ticket_of(services, session_id, learner), SOUND, limits=limits)
    delete_recording(services, "abc", kept[0].stem, ANA)
    keep(services, tickets[2], SOUND, limits=limits)

    create_attempt(services, tried(), session_id="abc", learner=ANA, limits=limits)
    with pytest.raises(TooManyKeptError, match="Delete one"):
        create_attempt(services, tried(), session_id="abc", learner=ANA, limits=limits)


def test_where_no_recordings_are_kept_that_is_told() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    with pytest.raises(TooManyKeptError, match="No recordings are kept here"):
        keep(services, ticket_of(services, "abc"), SOUND, limits=replace(LIMITS, recordings=0))
    assert blobs.kept == {}


@for_each(
    "changed",
    [
        {"words": "x" * 5001},
        {"picture": "x" * 251},
        {"speech": Speech(1.0)},
        {"speech_from": "browser"},
        {"disputed": (Disputed("not_so", 1),)},
        {"disputed": (Disputed("not_found", -1),)},
        {"mark": 5},
    ],
)
def test_an_attempt_is_bounded_and_fits_together(changed: Mapping[str, object]) -> None:
    fields = {name: getattr(tried(), name) for name in Tried.model_fields}
    with pytest.raises(ValidationError):
        Tried.model_validate(fields | dict(changed))


def test_the_longest_words_are_kept() -> None:
    services = services_on(MemoryBlobs())
    attempt = create_attempt(
        services, tried("\U0001f600" * 5000), session_id="abc", learner=ANA, limits=LIMITS
    )
    assert open_attempt(services, attempt.attempt_id) == attempt


def test_an_edit_can_not_change_whose_it_is_nor_break_it() -> None:
    services = services_on(MemoryBlobs())
    attempt = create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    for changed, error in (
        ({"learner": BO}, ValueError),
        ({"words": "x" * 5001}, SpokenDamagedError),
    ):
        with pytest.raises(error):
            change_attempt(
                services,
                attempt.attempt_id,
                ANA,
                lambda now: now.model_copy(update=changed),  # noqa: B023
            )
    assert open_attempt(services, attempt.attempt_id) == attempt


# Whose it is


def test_others_documents_are_read_once() -> None:
    blobs = WatchedBlobs()
    services = services_on(blobs)
    for _ in range(3):
        keep(services, ticket_of(services, "abc", BO), SOUND, limits=LIMITS)
        create_attempt(services, tried(), session_id="abc", learner=BO, limits=LIMITS)
    list_recordings(services, "abc", ANA)
    list_attempts(services, "abc", ANA)
    blobs.asked.clear()
    assert list_recordings(services, "abc", ANA) == []
    assert list_attempts(services, "abc", ANA) == []
    assert blobs.asked == [("list", "recordings/abc_"), ("list", "attempts/abc_")]
    assert len(list_attempts(services, "abc", BO)) == 3


def test_a_name_that_another_learner_has_now_is_read_again() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    theirs = create_attempt(services, tried(), session_id="abc", learner=BO, limits=LIMITS)
    assert list_attempts(services, "abc", ANA) == []
    blobs.delete([f"attempts/{theirs.attempt_id}.json"])
    elsewhere = services_on(blobs, HandClock(services.now()))
    mine = create_attempt(elsewhere, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    assert mine.attempt_id == theirs.attempt_id
    assert list_attempts(services, "abc", ANA) == [mine]


def test_only_so_many_owners_are_remembered() -> None:
    seen, owner = SeenOwners(most=2), Owner(ANA, clock_of_today().now)
    blobs = [BlobInfo(f"attempts/{number}", 1, clock_of_today().now) for number in range(3)]
    for blob in blobs:
        seen.note(blob, owner)
    assert [seen.owner(blob) for blob in blobs] == [None, owner, owner]


def test_what_a_learner_keeps_is_counted_without_being_read_again() -> None:
    blobs = WatchedBlobs()
    clock = clock_of_today()
    services = services_on(blobs, clock)
    for second in range(3):
        clock.now += timedelta(seconds=second)
        keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
        create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    list_recordings(services, "abc", ANA)
    list_attempts(services, "abc", ANA)
    clock.now += timedelta(seconds=1)
    blobs.asked.clear()
    attempt = create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    assert blobs.asked == [
        ("list", "attempts/abc_"),
        ("create", f"attempts/{attempt.attempt_id}.json"),
    ]
    blobs.asked.clear()
    kept = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    read = [name for method, name in blobs.asked if method == "read"]
    assert read == [f"recordings/{kept.stem}.json"], "its own, at the end"


def test_what_cannot_be_read_hides_nothing_else() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    mine = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    broken = mine.stem[:-1] + "5"
    for name in (f"recordings/{broken}.json", f"recordings/{broken}.webm"):
        blobs.keep(name, b'{"version": 2}', "application/json")
    blobs.keep(f"attempts/{broken}.json", b"{", "application/json")
    assert list_recordings(services, "abc", ANA) == [mine]
    assert list_attempts(services, "abc", ANA) == []
    assert open_recording(services, "abc", broken, ANA) is None
    with pytest.raises(SpokenDamagedError):
        open_attempt(services, broken)
    assert keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS).stem.endswith("_6")


def test_a_name_that_something_foreign_has_is_nobodys_and_the_next_is_taken() -> None:
    blobs = WatchedBlobs()
    services = services_on(blobs)
    mine = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    attempt = create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    for name in (f"recordings/{mine.stem}.json", f"attempts/{attempt.attempt_id}.json"):
        blobs.refused |= {("create", name), ("read", name)}
    blobs.error = NotABlobError("It is a link.")
    assert open_recording(services, "abc", mine.stem, ANA) is None
    assert list_recordings(services, "abc", ANA) == []
    assert list_attempts(services, "abc", ANA) == []
    assert may_keep(services, "abc")

    blobs.kept.clear()  # no listing shows what is none of ours
    next_one = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    assert next_one.stem == mine.stem[:-1] + "1"
    another = create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    assert another.attempt_id == attempt.attempt_id[:-1] + "1"


def test_after_the_last_index_of_a_second_nothing_more_has_a_name() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    second = f"recordings/abc_{format_timestamp(services.now())}"
    blobs.keep(f"{second}_{MAX_INDEX - 1}.webm", b"theirs", "audio/webm")
    last = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    assert f"recordings/{last.stem}" == f"{second}_{MAX_INDEX}"
    kept = {*blobs.kept}
    with pytest.raises(ChangedMeanwhileError):
        keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    assert {*blobs.kept} == kept


def test_a_recording_opens_for_its_own_learner_and_session() -> None:
    clock = clock_of_today()
    services = services_on(MemoryBlobs(), clock)
    mine = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    assert open_recording(services, "abc", mine.stem, ANA) == mine
    assert open_recording(services, "abc", mine.stem, BO) is None
    assert open_recording(services, "abd", mine.stem, ANA) is None
    attempt = create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    clock.advance(days=30)
    assert open_recording(services, "abc", mine.stem, ANA) is None
    assert open_attempt(services, attempt.attempt_id) is None
    with pytest.raises(SpokenGoneError):
        change_attempt(services, attempt.attempt_id, ANA, lambda now: now)


def test_no_document_has_a_key_or_a_mark() -> None:
    blobs = MemoryBlobs()
    services = services_on(blobs)
    keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    for name, there in blobs.kept.items():
        if name.endswith(".json"):
            assert b'"ana"' not in there.content
            assert ANA.encode() in there.content
    fields = {*Attempt.model_fields}
    assert not fields & {"mark", "grade", "score", "points", "stars"}


# Rights


@for_each("method", ["list", "create"])
@for_each("room", ["recordings/", "attempts/"])
def test_where_rights_lack_nothing_is_kept_and_all_else_goes_on(method: str, room: str) -> None:
    blobs = WatchedBlobs((method, room))
    services = services_on(blobs)
    if method == "create":
        assert may_keep(services, "abc"), "only a write can tell"
    writes: dict[str, Callable[[], object]] = {
        "recordings/": lambda: keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS),
        "attempts/": lambda: create_attempt(
            services, tried(), session_id="abc", learner=ANA, limits=LIMITS
        ),
    }
    with pytest.raises(StorageAccessError):
        writes[room]()
    blobs.asked.clear()
    assert not may_keep(services, "abc")
    assert blobs.asked == [], "it is remembered"
    assert blobs.kept == {}
    assert services.store.list_session("abc") == []


@for_each("room", ["recordings/", "attempts/"])
def test_one_document_that_may_not_be_read_takes_keeping_from_nobody(room: str) -> None:
    blobs = WatchedBlobs()
    keep(services_on(blobs), ticket_of(services_on(blobs), "aaa"), SOUND, limits=LIMITS)
    create_attempt(services_on(blobs), tried(), session_id="aaa", learner=ANA, limits=LIMITS)
    blobs.refused = {("read", f"{room}aaa_")}
    reads: dict[str, list[Callable[[Services], object]]] = {
        "recordings/": [
            lambda services: list_recordings(services, "aaa", BO),
            lambda services: keep(services, ticket_of(services, "aaa", BO), SOUND, limits=LIMITS),
        ],
        "attempts/": [
            lambda services: list_attempts(services, "aaa", BO),
            lambda services: create_attempt(
                services, tried(), session_id="aaa", learner=BO, limits=LIMITS
            ),
        ],
    }
    for read in reads[room]:
        services = services_on(blobs)
        with pytest.raises(StorageAccessError):
            read(services)
        assert may_keep(services, "bbb")


def test_rights_are_looked_at_again_after_some_minutes() -> None:
    blobs, now_s = WatchedBlobs(("list", "attempts/")), [0.0]
    services = services_on(blobs)
    rights = KeepingRights(monotonic=lambda: now_s[0])
    services = replace(services, recordings=RecordingStore(blobs, rights=rights))
    assert not may_keep(services, "abc")
    blobs.refused.clear()
    now_s[0] = RIGHTS_HOLD_S - 1
    assert not may_keep(services, "abc")
    now_s[0] = RIGHTS_HOLD_S
    assert may_keep(services, "abc")
    blobs.refused.add(("list", "attempts/"))
    assert may_keep(services, "abc"), "nobody asks again so soon"


def test_what_nobody_knows_may_be_tried() -> None:
    blobs = WatchedBlobs(("list", "recordings/"))
    blobs.error = StorageTimeoutError("It took too long.")
    services = services_on(blobs)
    assert may_keep(services, "abc")
    blobs.error = StorageAccessError("Not allowed.")
    assert not may_keep(services, "abc")


def test_what_may_not_be_looked_at_is_told_and_stops_no_deletion() -> None:
    services = services_on(WatchedBlobs(("list", "attempts/")))
    assert count_spoken(services, "abc") == Spoken(not_looked_at=NOT_LOOKED_AT)
    done = delete_spoken(services, "abc")
    assert (done.warnings, done.is_left) == ((NOT_LOOKED_AT,), False)


@for_each("refused", ["recordings/", "attempts/"])
def test_what_may_not_be_deleted_is_told(refused: str) -> None:
    blobs = WatchedBlobs(("delete", refused))
    services = services_on(blobs)
    keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    create_attempt(services, tried(), session_id="abc", learner=ANA, limits=LIMITS)
    done = delete_spoken(services, "abc")
    assert done.is_left
    [warning] = done.warnings
    assert warning == "Some of what learners spoke could not be deleted. Not allowed."
    counted = count_spoken(services, "abc")
    assert (counted.recordings, counted.attempts) == (
        (1, 0) if refused == "recordings/" else (0, 1)
    )


class Interrupted(RecordingStore):
    """Something else happens just before a sound comes, or before anything is deleted.

    Attributes:
        first: What happens, once.
    """

    first: Callable[[], object] | None = None

    def create(self, stem: str, ending: Ending, content: bytes) -> None:
        self._interrupt()
        super().create(stem, ending, content)

    def delete(self, found: Iterable[SpokenFiles]) -> dict[str, StorageError]:
        self._interrupt()
        return super().delete(found)

    def _interrupt(self) -> None:
        first, self.first = self.first, None
        if first:
            first()


@pytest.fixture
def interrupted() -> tuple[MemoryBlobs, Interrupted, Services]:
    blobs = MemoryBlobs()
    recordings = Interrupted(blobs)
    return blobs, recordings, replace(services_on(blobs), recordings=recordings)


def test_what_is_deleted_while_it_is_being_kept_leaves_nothing_and_is_told(
    interrupted: tuple[MemoryBlobs, Interrupted, Services],
) -> None:
    blobs, recordings, services = interrupted
    ticket = ticket_of(services, "abc")
    recordings.first = lambda: delete_spoken(services, "abc")
    with pytest.raises(SpokenGoneError, match="deleted before it was kept"):
        keep(services, ticket, SOUND, limits=LIMITS)
    assert blobs.kept == {}
    assert find_upload(services, ticket) is None


@pytest.mark.parametrize("ending", ["webm", "wav"])
def test_no_sound_comes_beside_what_another_learner_keeps_under_its_name(
    interrupted: tuple[MemoryBlobs, Interrupted, Services], ending: Ending
) -> None:
    blobs, recordings, services = interrupted
    mine, theirs = ticket_of(services, "abc"), ticket_of(services, "abc", BO)
    names: list[str] = []

    def delete_and_keep() -> None:
        names.extend(blobs.kept)
        delete_spoken(services, "abc")
        keep(services, theirs, MadeSound(b"of Bo", ending), limits=LIMITS)

    recordings.first = delete_and_keep
    with pytest.raises(SpokenGoneError):
        keep(services, mine, SOUND, limits=LIMITS)
    (kept,) = list_recordings(services, "abc", BO)
    assert names == [f"recordings/{kept.stem}.json"], "the name was the first learner's"
    assert {*blobs.kept} == {*names, f"recordings/{kept.stem}.{ending}"}
    assert recordings.read(kept.stem, ending) == b"of Bo"


def test_what_is_on_its_way_into_the_store_is_deleted_too(
    interrupted: tuple[MemoryBlobs, Interrupted, Services],
) -> None:
    blobs, recordings, services = interrupted
    first, second = ticket_of(services, "abc"), ticket_of(services, "abc", BO)
    keep(services, first, SOUND, limits=LIMITS)
    recordings.first = lambda: keep(services, second, SOUND, limits=LIMITS)
    assert delete_spoken(services, "abc").deleted == Spoken(recordings=2)
    assert blobs.kept == {}


# Sweeping


def test_a_sound_that_stays_keeps_its_document_for_the_next_sweep() -> None:
    clock, blobs = clock_of_today(), WatchedBlobs()
    services = services_on(blobs, clock)
    mine = keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS)
    clock.advance(days=30)
    blobs.refused = {("delete", f"recordings/{mine.stem}.webm")}
    assert sweep(services) == Swept(deleted=0, kept=1)
    assert len(blobs.kept) == 2
    blobs.refused.clear()
    assert sweep(services) == Swept(deleted=1)
    assert blobs.kept == {}


def test_a_sweep_reads_each_document_once() -> None:
    clock, blobs = clock_of_today(), WatchedBlobs()
    services = services_on(blobs, clock)
    limits = replace(LIMITS, life=timedelta(days=1))
    keep(services, ticket_of(services, "abc"), SOUND, limits=limits)
    clock.advance(hours=23)
    blobs.asked.clear()
    assert sweep(services) == Swept()
    assert [method for method, _ in blobs.asked] == ["list", "read", "list"]
    clock.advance(hours=1)
    assert sweep(services) == Swept(deleted=1)


@for_each("error", [StorageAccessError("Not allowed."), StorageTimeoutError("Slow.")])
def test_a_document_that_cannot_be_looked_at_stops_no_sweep(
    error: StorageError, caplog: pytest.LogCaptureFixture
) -> None:
    clock, blobs = clock_of_today(), WatchedBlobs()
    services = services_on(blobs, clock)
    stays = keep(services, ticket_of(services, "aaa"), SOUND, limits=LIMITS)
    keep(services, ticket_of(services, "bbb"), SOUND, limits=LIMITS)
    create_attempt(services, tried(), session_id="bbb", learner=ANA, limits=LIMITS)
    clock.advance(days=30)
    blobs.refused, blobs.error = {("read", "recordings/aaa_")}, error
    caplog.clear()
    assert sweep(services) == Swept(deleted=2)
    assert {*blobs.kept} == {f"recordings/{stays.stem}.{ending}" for ending in ("json", "webm")}
    assert caplog.messages == [f"1 documents could not be looked at: {error.code}"]
    blobs.refused.clear()
    assert sweep(services) == Swept(deleted=1)
    assert blobs.kept == {}


def test_it_sweeps_at_the_start_and_daily_until_the_end(caplog: pytest.LogCaptureFixture) -> None:
    clock, blobs = clock_of_today(), WatchedBlobs()
    services = services_on(blobs, clock)
    waits: list[float] = []

    def wait(end: threading.Event, seconds: float) -> bool:
        waits.append(seconds)
        if len(waits) == 1:  # the second sweep fails, which ends nothing
            blobs.refused = {("list", "recordings/")}
        if len(waits) == 2:
            blobs.refused = set()
            keep(services, ticket_of(services, "secret-session"), SOUND, limits=LIMITS)
            clock.advance(days=30)
        return len(waits) == 3

    with caplog.at_level(logging.INFO):
        Sweeper(services, wait=wait).run()
    assert waits == [EVERY_S] * 3
    assert blobs.kept == {}
    [warning] = caplog.messages
    assert "storage_access" in warning


def test_the_end_of_the_server_ends_it() -> None:
    services = services_on(MemoryBlobs())
    begun = threading.Event()

    def wait(end: threading.Event, _: float) -> bool:
        begun.set()
        return end.wait(10)

    with Sweeper(services, wait=wait).running():
        assert begun.wait(10)
        [thread] = [one for one in threading.enumerate() if one.name == "sweeper"]
        assert thread.daemon
    thread.join(10)
    assert not thread.is_alive()


def test_a_name_of_the_learner_is_bounded() -> None:
    services = services_on(MemoryBlobs())
    with pytest.raises(ValueError, match="at most 100 characters"):
        keep(services, ticket_of(services, "abc"), SOUND, limits=LIMITS, name="x" * 101)
