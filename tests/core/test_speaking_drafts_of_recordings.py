"""Drafts of kept recordings: paid once, kept beside the sound, gone with it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal

import pytest

from imagespeak_core.errors import PaidCallsLimitError, StorageTimeoutError
from imagespeak_core.recognisers.base import Draft, DraftWord
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.services import Services
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.drafts.of_recordings import BEGUN_FOR, RecordingDrafts
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.sweeper import Sweeper
from tests.fakes import HandClock
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA, LIMITS, MadeSound, clock_of_today, services_on, ticket_of

DRAFT = Draft((DraftWord("A", True), DraftWord("dog.", False)))


class KilledError(Exception):
    """The process is gone from here on."""


def begun() -> RecogniserError:
    return RecogniserError("Press again in a minute.", is_begun=True)


@dataclass
class FakeTranscriber:
    """Writes the same draft of each recording, or fails."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    swept: list[datetime] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    called: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    may_go_on: threading.Event = field(default_factory=threading.Event)
    killed_before: Literal["keep", "delete", ""] = ""

    def __post_init__(self) -> None:
        self.may_go_on.set()

    def price_usd(self, length_s: float) -> Decimal:
        return Decimal(1) if length_s else Decimal(0)

    def recognise(
        self,
        sound_name: str,
        *,
        mark: str,
        keep: Callable[[Draft], None],
        ended: threading.Event,
    ) -> Draft:
        self.called.release()
        self.may_go_on.wait(10)
        if ended.is_set():
            raise begun()
        if self.troubles:
            raise self.troubles.pop(0)
        self.asked.append((sound_name, mark))
        if self.killed_before == "keep":
            raise KilledError
        keep(DRAFT)
        if self.killed_before == "delete":
            raise KilledError
        self.forget(sound_name, mark=mark)
        return DRAFT

    def forget(self, sound_name: str, *, mark: str) -> None:
        self.forgotten.append(mark)

    def delete_left(self, now: datetime) -> int:
        self.swept.append(now)
        if self.troubles:
            raise self.troubles.pop(0)
        return 0


@dataclass
class Rig:
    """A learner who keeps recordings on a server that has a transcriber."""

    services: Services
    transcriber: FakeTranscriber
    drafts: RecordingDrafts

    def keep(self, speech: Speech | None = None) -> Recording:
        sound = MadeSound(speech=speech) if speech else MadeSound()
        ticket = ticket_of(self.services, "abc")
        return recordings.keep(self.services, ticket, sound, limits=LIMITS)

    def again(self, recording: Recording) -> Recording | None:
        return recordings.open_recording(self.services, "abc", recording.stem, ANA)

    def another_server(self) -> RecordingDrafts:
        return RecordingDrafts(self.services)


@pytest.fixture
def rig() -> Iterator[Rig]:
    transcriber = FakeTranscriber()
    services = replace(services_on(MemoryBlobs()), transcriber=transcriber)
    drafts = RecordingDrafts(services)
    yield Rig(services, transcriber, drafts)
    drafts.shutdown()


def test_it_is_kept_beside_its_sound_and_never_paid_again(rig: Rig) -> None:
    recording = rig.keep()
    assert rig.drafts.price_usd(recording) == 1
    assert rig.drafts.ask(recording).result(10) == DRAFT
    kept = rig.again(recording)
    assert kept
    assert kept.draft == DRAFT.words
    assert rig.drafts.price_usd(kept) == 0
    assert rig.another_server().ask(recording).result(10) == DRAFT
    assert rig.transcriber.asked == [(f"recordings/{recording.stem}.webm", recording.upload)]


def test_two_presses_are_one_call(rig: Rig) -> None:
    recording = rig.keep()
    rig.transcriber.may_go_on.clear()
    first, second = rig.drafts.ask(recording), rig.drafts.ask(recording)
    rig.transcriber.may_go_on.set()
    assert first.result(10) == second.result(10) == DRAFT
    assert len(rig.transcriber.asked) == 1


def test_silence_costs_nothing_and_has_no_words(rig: Rig) -> None:
    recording = rig.keep(Speech(length_s=20))
    assert rig.drafts.price_usd(recording) == 0
    assert rig.drafts.ask(recording).result(10) == Draft(())
    assert rig.transcriber.asked == []


def test_what_is_deleted_is_not_listened_to(rig: Rig) -> None:
    recording = rig.keep()
    recordings.delete_recording(rig.services, "abc", recording.stem, ANA)
    with pytest.raises(SpokenGoneError):
        rig.drafts.ask(recording).result(10)
    assert rig.transcriber.asked == []


def test_what_is_deleted_meanwhile_stays_deleted(rig: Rig) -> None:
    recording = rig.keep()
    rig.transcriber.may_go_on.clear()
    asked = rig.drafts.ask(recording)
    recordings.delete_recording(rig.services, "abc", recording.stem, ANA)
    rig.transcriber.may_go_on.set()
    asked.exception(10)
    assert recordings.list_recordings(rig.services, "abc", ANA) == []


def failing_store(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StorageTimeoutError("It took too long.")

    monkeypatch.setattr(recordings, "keep_draft", fails)


def test_a_draft_that_could_not_be_kept_is_shown_and_not_paid_again(
    monkeypatch: pytest.MonkeyPatch, rig: Rig
) -> None:
    recording = rig.keep()
    with monkeypatch.context() as context:
        failing_store(context)
        for _ in range(2):
            assert rig.drafts.ask(recording).result(10) == DRAFT
    assert rig.transcriber.forgotten == [], "another server can read it there"
    assert rig.drafts.price_usd(recording) == 0
    assert rig.drafts.ask(recording).result(10) == DRAFT
    assert len(rig.transcriber.asked) == 1
    assert rig.transcriber.forgotten == [recording.upload]
    kept = rig.again(recording)
    assert kept
    assert kept.draft == DRAFT.words


def test_a_server_killed_after_it_was_kept_has_paid_once(rig: Rig) -> None:
    recording = rig.keep()
    rig.transcriber.killed_before = "delete"
    with pytest.raises(KilledError):
        rig.drafts.ask(recording).result(10)
    rig.transcriber.killed_before = ""
    assert rig.another_server().ask(recording).result(10) == DRAFT
    assert len(rig.transcriber.asked) == 1


def test_a_server_killed_before_it_was_kept_leaves_it_at_the_service(rig: Rig) -> None:
    recording = rig.keep()
    rig.transcriber.killed_before = "keep"
    with pytest.raises(KilledError):
        rig.drafts.ask(recording).result(10)
    assert rig.transcriber.forgotten == []


def test_no_words_stay_in_memory_when_they_are_kept_or_deleted(
    monkeypatch: pytest.MonkeyPatch, rig: Rig
) -> None:
    recording, other = rig.keep(), rig.keep()
    rig.drafts.ask(recording).result(10)
    assert not rig.drafts._known
    with monkeypatch.context() as context:
        failing_store(context)
        rig.drafts.ask(other).result(10)
    assert rig.drafts._known.keys() == {other.upload}
    recordings.delete_recording(rig.services, "abc", other.stem, ANA)
    with pytest.raises(SpokenGoneError):
        rig.drafts.ask(other).result(10)
    assert not rig.drafts._known


def limited(transcriber: FakeTranscriber, clock: HandClock) -> Services:
    """A server that may pay once a day."""
    base = services_on(MemoryBlobs(), clock)
    return replace(base, transcriber=transcriber, paid_calls=limit_of_one(base))


def test_what_goes_on_costs_nothing_more_and_is_not_counted_again() -> None:
    transcriber, clock = FakeTranscriber(troubles=[begun(), begun()]), clock_of_today()
    services = limited(transcriber, clock)
    drafts = RecordingDrafts(services)
    recording = recordings.keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    assert drafts.price_usd(recording) == 1
    for _ in range(2):
        assert isinstance(drafts.ask(recording).exception(10), RecogniserError)
        assert drafts.price_usd(recording) == 0
    assert drafts.ask(recording).result(10) == DRAFT
    assert not drafts._begun
    drafts.shutdown()


def test_what_has_failed_or_may_be_swept_is_paid_for_again() -> None:
    transcriber, clock = FakeTranscriber(), clock_of_today()
    services = replace(services_on(MemoryBlobs(), clock), transcriber=transcriber)
    drafts = RecordingDrafts(services)
    recording = recordings.keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    for trouble, price in (
        (begun(), 0),
        (RecogniserUnreadyError("no"), 0),
        (RecogniserError("no"), 1),
        (begun(), 0),
    ):
        transcriber.troubles = [trouble]
        assert drafts.ask(recording).exception(10) is trouble
        assert drafts.price_usd(recording) == price
    clock.now += BEGUN_FOR
    assert drafts.price_usd(recording) == 1
    drafts.shutdown()


def test_at_the_servers_end_what_runs_is_let_go_and_nothing_is_begun(rig: Rig) -> None:
    recording = rig.keep()
    rig.transcriber.may_go_on.clear()
    asked = rig.drafts.ask(recording)
    assert rig.transcriber.called.acquire(timeout=10)
    rig.drafts.shutdown()
    rig.transcriber.may_go_on.set()
    assert isinstance(asked.exception(10), RecogniserError), "it was told that the server ends"
    with pytest.raises(RecogniserBusyError):
        rig.drafts.ask(rig.keep())
    assert rig.transcriber.asked == []


@pytest.mark.parametrize(
    ("trouble", "counts"),
    [
        (RecogniserBusyError("Wait."), False),
        (RecogniserUnreadyError("Type."), False),
        (RecogniserError("Again."), True),
    ],
)
def test_the_days_limit_counts_what_may_be_paid(trouble: Exception, counts: bool) -> None:
    transcriber = FakeTranscriber(troubles=[trouble])
    services = limited(transcriber, clock_of_today())
    drafts = RecordingDrafts(services)
    recording = recordings.keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    assert drafts.ask(recording).exception(10) is trouble
    if counts:
        assert type(drafts.ask(recording).exception(10)) is PaidCallsLimitError
    else:
        assert drafts.ask(recording).result(10) == DRAFT
    drafts.shutdown()


def limit_of_one(services: Services) -> PaidCalls:
    return PaidCalls(DailyLimit(1, now=services.now, error=PaidCallsLimitError))


def test_nobody_writes_where_nobody_is_set() -> None:
    services = services_on(MemoryBlobs())
    recording = recordings.keep(services, ticket_of(services, "abc"), MadeSound(), limits=LIMITS)
    assert RecordingDrafts(services).price_usd(recording) is None
    with pytest.raises(RecogniserUnreadyError):
        RecordingDrafts(services).ask(recording)


def test_the_daily_sweep_goes_to_the_service_too(rig: Rig) -> None:
    rig.transcriber.troubles = [RecogniserUnreadyError("no")]
    days = iter([False, True])
    Sweeper(rig.services, wait=lambda *_: next(days)).run()
    assert len(rig.transcriber.swept) == 2, "a failure is tried again the next day"
