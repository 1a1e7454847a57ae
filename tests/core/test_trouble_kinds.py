"""Each thing that only the owner can mend leaves one line for many failures, with what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from imagespeak_core import errors
from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.generators.breaker import HUNG_S, Breaker
from imagespeak_core.models import ImageRequest
from imagespeak_core.operations.building import store_watcher
from imagespeak_core.operations.kinds import KINDS, tell_of
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.pictures.room import Room
from imagespeak_core.pictures.shares import AT_ONCE
from imagespeak_core.pictures.use_cases import generate_images, retrieve_images
from imagespeak_core.speaking.errors import SoundUnreadyError
from imagespeak_core.speaking.said_sentences import SaidSentences
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import Limits, name_of
from imagespeak_core.stores.blobs import Blob, BlobInfo
from imagespeak_core.stores.errors import StorageCredentialsError, StorageMisplacedError
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.watched import WatchedBlobs
from imagespeak_core.voices.base import Spoken
from imagespeak_core.voices.errors import VoiceUnreadyError
from tests.fakes import FAKE_MODEL, FakeGenerator, HandClock, TroubledStore, make_services
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs

SESSION = "secret-session"
WISH = ImageRequest(SESSION, "A secret zebra", width_px=256, height_px=256)
OFTEN = 5


@pytest.fixture(autouse=True)
def warnings_only(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.WARNING):
        yield


def often(act: Callable[[], object]) -> None:
    for _ in range(OFTEN):
        try:
            act()
        except ImageSpeakError:
            continue


def told(caplog: pytest.LogCaptureFixture) -> str:
    """The one warning there is."""
    assert all(record.levelno == logging.WARNING for record in caplog.records)
    [text] = caplog.messages
    assert SESSION not in text
    assert "zebra" not in text
    return text


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.ModelBusyError("Busy."), "model throttled"),
        (errors.ModelQuotaError("Used up."), "model quota"),
        (errors.ModelAccessError("Denied."), "model access"),
        (errors.ModelRetiredError("Retired."), "model retired"),
        (errors.ModelCredentialsError("Expired."), "model credentials"),
        (errors.ModelTimeoutError("Slow."), "model slow"),
        (errors.ModelNotReachedError("No way."), "model unreachable"),
        (errors.ModelUnreachableError("Cut."), "model unreachable"),
        (errors.ModelRejectedError("Odd."), "model rejects"),
        (errors.ModelError("Failed."), "model failed"),
    ],
)
def test_what_a_model_says(
    caplog: pytest.LogCaptureFixture, error: ImageSpeakError, kind: str
) -> None:
    services = make_services(TroubledStore(), FakeGenerator(*[error] * OFTEN))
    often(lambda: generate_images(services, WISH))
    assert told(caplog).startswith(f"{kind}: {error}")
    assert services.tally.figures().troubles == {kind: OFTEN}


def test_what_a_learner_can_mend_is_no_trouble(caplog: pytest.LogCaptureFixture) -> None:
    refused = errors.PromptRefusedError("A secret zebra")
    services = make_services(TroubledStore(), FakeGenerator(*[refused] * OFTEN))
    often(lambda: generate_images(services, WISH))
    assert caplog.messages == []


def test_a_model_that_keeps_silent(caplog: pytest.LogCaptureFixture) -> None:
    clock = iter([0.0, HUNG_S, *[HUNG_S + 1.0] * 50])
    generator = FakeGenerator(errors.ModelTimeoutError("Slow."))
    services = replace(
        make_services(TroubledStore(), generator), breaker=Breaker(lambda: next(clock))
    )
    often(lambda: generate_images(services, WISH))
    slow, silent = caplog.messages
    assert slow.startswith("model slow: ")
    assert silent.startswith("model silent: ")


def test_the_days_number(caplog: pytest.LogCaptureFixture) -> None:
    services = make_services(TroubledStore(), FakeGenerator(), day_limit=1)
    often(lambda: generate_images(services, WISH))
    assert "IMAGESPEAK_MAX_PICTURES_PER_DAY" in told(caplog)


def _money(blobs: MemoryBlobs) -> Budget:
    return Budget(blobs, Limits.of(Decimal("0.05"), None), dearest_usd=Decimal("0.04"))


def test_the_money_is_spent(caplog: pytest.LogCaptureFixture) -> None:
    generator = FakeGenerator()
    generator.price_usd = Decimal("0.04")
    services = make_services(TroubledStore(), generator, budget=_money(MemoryBlobs()))
    often(lambda: generate_images(services, WISH))
    assert told(caplog).startswith("budget spent: ")
    assert "IMAGESPEAK_BUDGET_USD_PER_DAY" in told(caplog)


def test_what_is_spent_can_not_be_read(caplog: pytest.LogCaptureFixture) -> None:
    blobs, generator = MemoryBlobs(), FakeGenerator()
    blobs.put(name_of(f"{blobs.now():%Y-%m}"), b"{", content_type="application/json")
    generator.price_usd = Decimal("0.04")
    services = make_services(TroubledStore(), generator, budget=_money(blobs))
    often(lambda: generate_images(services, WISH))
    assert [text for text in caplog.messages if text.startswith("budget damaged: ")]


@for_each(
    "limits, kind",
    [
        ((1, 0, 0), "session full"),
        ((0, 1, 0), "session full"),
        ((0, 0, 1), "day limit"),
    ],
)
def test_no_room(limits: tuple[int, int, int], kind: str) -> None:
    heard = list[str]()
    services = make_services(TroubledStore(), FakeGenerator())
    room = Room(
        session_pictures_per_day=limits[0],
        session_max_bytes=limits[1],
        stored_bytes_per_day=limits[2],
        is_exempt=lambda _: False,
        now=services.now,
    )
    services = replace(services, room=room, troubles=Troubles(on_trouble=heard.append))
    services.changes.subscribe(room)
    often(lambda: generate_images(services, WISH))
    assert heard == [kind] * (OFTEN - 1)


def test_a_visitor_who_wants_very_much(caplog: pytest.LogCaptureFixture) -> None:
    services = make_services(TroubledStore(), FakeGenerator())
    queue = GenerationQueue(services, workers=1, monotonic=lambda: 5.0)
    for number in range(AT_ONCE + OFTEN):
        wish = replace(WISH, session_id=f"{SESSION}-{number}")
        often_once(lambda wish=wish: queue.generate(wish, visitor="ana"))  # type: ignore[misc]
    queue.shutdown()
    assert told(caplog).startswith("visitor share: ")
    assert queue.standing() == {}


def often_once(act: Callable[[], object]) -> None:
    try:
        act()
    except ImageSpeakError:
        return


class FailingBlobs(MemoryBlobs):
    """Whose every look fails."""

    def __init__(self, error: StorageError) -> None:
        super().__init__()
        self.error = error

    def list(self, prefix: str, *, after: str = "") -> Iterator[Sequence[BlobInfo]]:
        yield from ()
        raise self.error

    def read(self, name: str) -> Blob | None:
        raise self.error


def watched(error: StorageError) -> tuple[WatchedBlobs, Tally]:
    tally = Tally()
    troubles = Troubles(on_trouble=tally.trouble)
    return WatchedBlobs(FailingBlobs(error), store_watcher(troubles, tally)), tally


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.StorageUnreachableError("Away."), "store unreachable"),
        (errors.StorageTimeoutError("Slow."), "store slow"),
        (errors.StorageAccessError("Denied."), "store access"),
        (StorageCredentialsError("Expired."), "store credentials"),
        (StorageMisplacedError("No bucket."), "store misplaced"),
        (errors.StorageFullError("Full."), "store full"),
        (errors.StorageUnsuitableError("Can't."), "store unsuitable"),
        (errors.StorageError("Failed."), "store failed"),
    ],
)
def test_what_a_store_says(
    caplog: pytest.LogCaptureFixture, error: StorageError, kind: str
) -> None:
    blobs, tally = watched(error)
    services = make_services(PictureStore(blobs, url_life_s=60), FakeGenerator())
    often(lambda: retrieve_images(services, SESSION))
    assert told(caplog).startswith(f"{kind}: {error}")
    assert tally.figures().store_errors == {error.code: OFTEN}
    assert tally.figures().troubles == {kind: OFTEN}


def test_where_money_is_counted_a_trouble_has_the_same_kind(
    caplog: pytest.LogCaptureFixture,
) -> None:
    generator = FakeGenerator()
    generator.price_usd = Decimal("0.04")
    money = _money(FailingBlobs(StorageCredentialsError("Expired.")))
    services = make_services(TroubledStore(), generator, budget=money)
    often(lambda: generate_images(services, WISH))
    assert told(caplog).startswith("store credentials: What is spent is kept under budgets/*")


def test_a_room_that_the_owner_gives_no_rights_to_is_as_it_should_be(
    caplog: pytest.LogCaptureFixture,
) -> None:
    blobs, tally = watched(errors.StorageAccessError("Denied."))
    often(lambda: blobs.read("voices/abc"))
    assert caplog.messages == []
    assert tally.figures().store_errors == {"storage_access": OFTEN}
    often(lambda: blobs.read("classes/abc"))
    assert told(caplog).startswith("store access: ")


def test_credentials_that_have_expired_are_told_of_in_whatever_room(
    caplog: pytest.LogCaptureFixture,
) -> None:
    blobs, _ = watched(StorageCredentialsError("Expired."))
    often(lambda: blobs.read("voices/abc"))
    assert told(caplog).startswith("store credentials: Expired.")


def test_a_key_that_is_taken_is_no_trouble(caplog: pytest.LogCaptureFixture) -> None:
    tell_of(Troubles(), errors.KeyTakenError("Taken."))
    assert caplog.messages == []


class NoVoice:
    """`Voice` that is not installed."""

    name = "nobody"

    def price_usd(self, sentence: str) -> Decimal:
        return Decimal(0)

    def speak(self, sentence: str) -> Spoken:
        raise VoiceUnreadyError("Install it.")


def test_a_voice_that_is_not_installed(caplog: pytest.LogCaptureFixture) -> None:
    services = make_services(TroubledStore(), FakeGenerator())
    said = SaidSentences(NoVoice(), store=None, paid_calls=services.paid_calls)
    often(lambda: said.say("There is a zebra."))
    assert told(caplog).startswith("voice not ready: Install it.")


def test_recordings_that_can_not_be_read(caplog: pytest.LogCaptureFixture) -> None:
    troubles = Troubles()
    often(lambda: tell_of(troubles, SoundUnreadyError("Install requirements.txt again.")))
    assert told(caplog).startswith("recordings not readable: Install")


def test_what_visitors_are_told_is_not_for_the_owner() -> None:
    for kind, found in KINDS.items():
        assert found is None or found[0] == found[0].strip()
        assert issubclass(kind, ImageSpeakError)


def test_full_queues_are_the_owners_business(caplog: pytest.LogCaptureFixture) -> None:
    generator = FakeGenerator()
    generator.gate.clear()
    services = make_services(TroubledStore(), generator)
    queue = GenerationQueue(services, workers=1, monotonic=HandSeconds())
    try:
        for number in range(500 + OFTEN):
            wish = replace(WISH, session_id=f"{SESSION}-{number}")
            often_once(lambda wish=wish: queue.generate(wish))  # type: ignore[misc]
        assert told(caplog) == "queue full: Start more servers."
        assert sum(queue.standing().values()) == 500
        assert queue.standing()["its turn"] >= 499
    finally:
        generator.gate.set()
        queue.shutdown()


class HandSeconds:
    """A clock that stands still."""

    def __call__(self) -> float:
        return 5.0


def test_the_model_of_a_line_is_the_one_that_was_asked() -> None:
    services = make_services(TroubledStore(), FakeGenerator(), clock=HandClock())
    generate_images(services, WISH)
    assert services.tally.figures().calls == {("picture", FAKE_MODEL, "made"): 1}
    assert services.tally.figures().cents == {("picture", FAKE_MODEL): 0}
