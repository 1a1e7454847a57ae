"""A sentence is said once, paid once, and kept for all servers where the store lets it be."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from imagespeak_core.errors import (
    DayLimitError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnsuitableError,
)
from imagespeak_core.speaking.said_sentences import SaidSentences
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.stores.blobs import NO_METADATA, Blob, Blobs, Written
from imagespeak_core.stores.sentences import SentenceStore, sentence_name
from imagespeak_core.stores.spoken_memory import KeepingRights
from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH, Voice
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from tests.fakes import HandClock
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs
from tests.patience import until
from tests.voice_rig import SENTENCE, FakeVoice, paid_voice, sound_of

OTHER = "Two children are playing football."


def said(
    voice: Voice,
    blobs: Blobs | None = None,
    *,
    limit: int | None = None,
    most_bytes: int = 10_000,
    monotonic: Callable[[], float] = lambda: 0.0,
) -> SaidSentences:
    return SaidSentences(
        voice,
        store=SentenceStore(blobs) if blobs else None,
        paid_calls=PaidCalls(DailyLimit(limit, now=HandClock())),
        remembered_bytes=most_bytes,
        rights=KeepingRights(monotonic=monotonic),
    )


class Refusing(MemoryBlobs):
    """Has no room, no rights or no time, as it is told; `read_too` for reading as well."""

    def __init__(self, error: StorageError, *, read_too: bool = False) -> None:
        super().__init__()
        self.error = error
        self.read_too = read_too
        self.tries: list[str] = []

    def read(self, name: str) -> Blob | None:
        self.tries.append("read")
        if self.read_too:
            raise self.error
        return super().read(name)

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        self.tries.append("create")
        raise self.error


class Unlisted(MemoryBlobs):
    """As S3 where nobody may list: what is not there is refused, too."""

    def read(self, name: str) -> Blob | None:
        there = super().read(name)
        if there is None:
            raise StorageAccessError("Not allowed.")
        return there


def test_a_sentence_is_said_once_however_its_words_are_spaced() -> None:
    voice = FakeVoice()
    sentences = said(voice)
    spoken = sentences.say(SENTENCE)
    assert (spoken.content, spoken.content_type) == (sound_of(SENTENCE), "audio/wav")
    assert sentences.say(f"  {SENTENCE.replace(' ', chr(10))} ") is spoken
    assert voice.said == [SENTENCE]


@for_each("text", ["", " \n", "a" * (MAX_SENTENCE_LENGTH + 1)])
def test_what_is_no_sentence_is_not_said(text: str) -> None:
    voice = FakeVoice()
    with pytest.raises(ValueError, match="1 to 400 characters"):
        said(voice).say(text)
    assert voice.said == []


def test_what_was_heard_last_is_remembered() -> None:
    voice = FakeVoice()
    one, two, three = ("First one.", "Second one.", "Third one.")
    sentences = said(voice, most_bytes=len(sound_of(one) + sound_of(two)) + 2)
    for sentence in (one, two, one, three, one):
        sentences.say(sentence)
    assert voice.said == [one, two, three]
    sentences.say(two)
    assert voice.said == [one, two, three, two]


def test_one_that_is_larger_than_all_that_is_remembered_is_heard_all_the_same() -> None:
    voice = FakeVoice()
    sentences = said(voice, most_bytes=3)
    assert sentences.say(SENTENCE).content == sound_of(SENTENCE)
    assert sentences.say(SENTENCE).content == sound_of(SENTENCE)
    assert voice.said == [SENTENCE] * 2


def test_who_asks_at_the_same_time_waits_for_one_call() -> None:
    voice = paid_voice()
    voice.gate.clear()
    sentences = said(voice, MemoryBlobs())
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(sentences.say, SENTENCE) for _ in range(5)]
        assert voice.called.acquire(timeout=30)
        other = pool.submit(sentences.say, OTHER)  # nobody waits for what others say
        assert voice.called.acquire(timeout=30)
        until(lambda: all(one.running() for one in (*asked, other)))
        voice.gate.set()
        assert {one.result(30).content for one in asked} == {sound_of(SENTENCE)}
        assert other.result(30).content == sound_of(OTHER)
    assert sorted(voice.said) == sorted([SENTENCE, OTHER])


def test_who_waits_is_told_what_went_wrong_and_the_next_one_tries_again() -> None:
    voice = FakeVoice(VoiceError("No."))
    voice.gate.clear()
    sentences = said(voice)
    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(sentences.say, SENTENCE) for _ in range(2)]
        assert voice.called.acquire(timeout=30)
        until(lambda: all(one.running() for one in asked))
        voice.gate.set()
        errors = [one.exception(30) for one in asked]
    assert any(isinstance(error, VoiceError) for error in errors)
    assert sentences.say(SENTENCE).content == sound_of(SENTENCE)


def test_what_costs_nothing_is_not_kept_nor_counted() -> None:
    blobs = MemoryBlobs()
    sentences = said(FakeVoice(), blobs, limit=0 + 1)
    for sentence in (SENTENCE, OTHER):
        sentences.say(sentence)
    assert blobs.kept == {}
    assert sentences.price_usd([SENTENCE]) == 0


def test_what_was_paid_for_is_kept_and_paid_once_on_all_servers() -> None:
    blobs = MemoryBlobs()
    first, second = paid_voice(), paid_voice()
    heard = said(first, blobs).say(SENTENCE)
    again = said(second, blobs, limit=1)
    assert again.say(SENTENCE) == heard
    assert (first.said, second.said) == ([SENTENCE], [])
    [name] = blobs.kept
    assert name == sentence_name("fake-paid", SENTENCE)
    assert blobs.kept[name].content == sound_of(SENTENCE)
    assert blobs.kept[name].content_type == "audio/mpeg"
    again.say(OTHER)  # what was kept has not been counted
    with pytest.raises(DayLimitError):
        again.say("A third one.")


def test_each_voice_is_kept_by_itself() -> None:
    blobs = MemoryBlobs()
    said(paid_voice(name="one"), blobs).say(SENTENCE)
    other = paid_voice(name="two")
    said(other, blobs).say(SENTENCE)
    assert other.said == [SENTENCE]
    assert len(blobs.kept) == 2


def test_of_two_servers_at_once_both_are_heard_and_one_is_kept() -> None:
    blobs = MemoryBlobs()
    slow, quick = paid_voice(), paid_voice()
    slow.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(said(slow, blobs).say, SENTENCE)
        assert slow.called.acquire(timeout=30)
        said(quick, blobs).say(SENTENCE)
        slow.gate.set()
        assert running.result(30).content == sound_of(SENTENCE)
    assert len(blobs.kept) == 1


def test_the_days_limit_stands_before_paid_calls_alone() -> None:
    voice = paid_voice()
    sentences = said(voice, MemoryBlobs(), limit=1)
    sentences.say(SENTENCE)
    with pytest.raises(DayLimitError, match="midnight UTC"):
        sentences.say(OTHER)
    assert sentences.say(SENTENCE).content == sound_of(SENTENCE)
    assert voice.said == [SENTENCE]


@for_each("error", [VoiceBusyError("Wait."), VoiceUnreadyError("Install it.")])
def test_a_call_after_which_nothing_was_paid_is_not_counted(error: Exception) -> None:
    sentences = said(paid_voice(error), MemoryBlobs(), limit=1)
    with pytest.raises(type(error)):
        sentences.say(SENTENCE)
    assert sentences.say(SENTENCE).content == sound_of(SENTENCE)


def test_a_call_that_may_have_been_paid_is_counted() -> None:
    sentences = said(paid_voice(VoiceError("Cut off.")), MemoryBlobs(), limit=1)
    with pytest.raises(VoiceError):
        sentences.say(SENTENCE)
    with pytest.raises(DayLimitError):
        sentences.say(SENTENCE)


def test_without_a_store_each_process_pays() -> None:
    voice = paid_voice()
    for _ in range(2):
        said(voice).say(SENTENCE)
    assert voice.said == [SENTENCE] * 2


@for_each("error", [StorageAccessError("No rights."), StorageUnsuitableError("Can't.")])
def test_where_it_may_not_be_kept_it_is_heard_and_the_owner_told_once(
    error: StorageError, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    blobs = Refusing(error, read_too=True)
    clock_s = [0.0]
    sentences = said(paid_voice(), blobs, monotonic=lambda: clock_s[-1])
    with caplog.at_level(logging.WARNING):
        for sentence in (SENTENCE, OTHER):
            assert sentences.say(sentence).content == sound_of(sentence)
        assert blobs.tries == ["read", "create", "read"]
        clock_s.append(3_600.0)  # it may be mended by now
        sentences.say("A third one.")
    assert blobs.tries == ["read", "create", "read", "read", "create"]
    assert caplog.text.count("--check") == 1
    assert SENTENCE not in caplog.text


def test_a_store_that_fails_warns_itself(caplog: pytest.LogCaptureFixture) -> None:
    blobs = Refusing(StorageTimeoutError("Slow."), read_too=True)
    with caplog.at_level(logging.INFO):
        assert said(paid_voice(), blobs).say(SENTENCE).content == sound_of(SENTENCE)
    assert blobs.tries == ["read", "create"]
    assert caplog.text.count("could not be") == 2
    assert {record.levelno for record in caplog.records} == {logging.INFO}


def test_where_it_may_not_be_kept_what_others_paid_for_is_heard_for_nothing() -> None:
    blobs = Refusing(StorageAccessError("No rights."))
    voice = paid_voice()
    sentences = said(voice, blobs)
    sentences.say(SENTENCE)
    content = sound_of(OTHER)
    MemoryBlobs.create(blobs, sentence_name(voice.name, OTHER), content, content_type="audio/mpeg")
    assert sentences.say(OTHER).content == content
    assert voice.said == [SENTENCE]


def test_what_nobody_may_list_is_kept_all_the_same() -> None:
    blobs = Unlisted()
    said(paid_voice(), blobs).say(SENTENCE)
    second = paid_voice()
    assert said(second, blobs).say(SENTENCE).content == sound_of(SENTENCE)
    assert second.said == []


def test_a_slow_store_is_asked_again_for_the_next_one() -> None:
    blobs = Refusing(StorageTimeoutError("Slow."), read_too=True)
    sentences = said(paid_voice(), blobs)
    for sentence in (SENTENCE, OTHER):
        assert sentences.say(sentence).content == sound_of(sentence)
    assert blobs.tries == ["read", "create"] * 2


def test_the_price_is_of_what_is_not_known_to_be_kept() -> None:
    blobs = MemoryBlobs()
    voice = paid_voice()
    sentences = said(voice, blobs, most_bytes=1)
    wanted = [SENTENCE, OTHER, f" {OTHER}"]
    both = Decimal(len(SENTENCE) + len(OTHER)) / 1000
    assert sentences.price_usd(wanted) == both
    sentences.say(SENTENCE)
    assert sentences.price_usd(wanted) == Decimal(len(OTHER)) / 1000
    other_server = said(paid_voice(), blobs)
    assert other_server.price_usd(wanted) == both  # at most; it has not looked
    other_server.say(SENTENCE)
    assert other_server.price_usd(wanted) == Decimal(len(OTHER)) / 1000
    assert voice.said == [SENTENCE]


def test_what_could_not_be_kept_costs_something_again_when_it_is_forgotten() -> None:
    sentences = said(paid_voice(), most_bytes=1)
    sentences.say(SENTENCE)
    assert sentences.price_usd([SENTENCE]) > 0
