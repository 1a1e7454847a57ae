"""Stand-ins that implement the ports, and a clock that is set by hand."""

from __future__ import annotations

import io
import threading
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

from PIL import Image

from imagespeak_core.checkers.base import Spotted
from imagespeak_core.errors import PaidCallsLimitError, StorageError, StorageFullError
from imagespeak_core.generators.base import ImageGenerator, Offer
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality, StoredImage
from imagespeak_core.operations.building import build_calls
from imagespeak_core.operations.calls import Call
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.storing import store_spooled
from imagespeak_core.services import Services
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import Claim, Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.viewers.base import SeenThing, View
from tests.memory_blobs import MemoryBlobs

FAKE_MODEL = "fake.model-v1:0"
DRAWN_SEED = 4242
_LONGEST_WAIT_S = 30

Outcome = BaseException | GeneratedImage | None
"""What a call ends with; None: a picture of the requested size."""


def plain_png(width_px: int, height_px: int, seed: int = 0) -> bytes:
    """A real PNG of one colour, which the seed decides."""
    colour = (seed % 256, seed // 256 % 256, seed // 65_536 % 256)
    png = io.BytesIO()
    Image.new("RGB", (width_px, height_px), colour).save(png, format="PNG", compress_level=1)
    return png.getvalue()


class FakeGenerator:
    """Makes plain pictures at once, or does what it was told to.

    Attributes:
        price_usd: Of each picture.
        calls: The requests so far, in the order in which they came.
        gate: A call waits for it; open from the start.
        called: Released once by each call when it begins: `called.acquire(timeout=…)`.
    """

    def __init__(self, *script: Outcome) -> None:
        self.price_usd = Decimal(0)
        self.calls: list[ImageRequest] = []
        self.gate = threading.Event()
        self.gate.set()
        self.called = threading.Semaphore(0)
        self._script: deque[Outcome] = deque(script)
        self._by_seed: dict[int, Outcome] = {}
        self._held: dict[int, threading.Event] = {}
        self._lock = threading.Lock()

    @property
    def label(self) -> str:
        return "Pictures by nobody"

    @property
    def max_parallel(self) -> int:
        return 8

    def warm_up(self) -> None:
        """Nothing is cold."""

    def offer(self, quality: Quality) -> Offer:
        return Offer(FAKE_MODEL, self.price_usd, 0.1)

    def models(self) -> tuple[Offer, ...]:
        return (self.offer("standard"),)

    def script(self, *outcomes: Outcome) -> None:
        """What the next calls end with, in this order; afterwards pictures again."""
        with self._lock:
            self._script.extend(outcomes)

    def script_seed(self, seed: int, outcome: Outcome) -> None:
        """What every call with this seed ends with: for calls side by side."""
        with self._lock:
            self._by_seed[seed] = outcome

    def hold_seed(self, seed: int) -> threading.Event:
        """Every call with this seed waits until the event is set."""
        with self._lock:
            return self._held.setdefault(seed, threading.Event())

    def generate(self, request: ImageRequest) -> GeneratedImage:
        with self._lock:
            self.calls.append(request)
            scripted = self._script.popleft() if self._script else None
            outcome = scripted or self._by_seed.get(request.seed)
            gates = [self.gate, self._held.get(request.seed, self.gate)]
        self.called.release()
        if not all(gate.wait(_LONGEST_WAIT_S) for gate in gates):
            raise AssertionError("nobody opened the gate")
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome or GeneratedImage(
            png=plain_png(request.width_px, request.height_px, request.seed),
            seed=request.seed,
            model=FAKE_MODEL,
            duration_ms=7,
        )


SEEN = View(
    "fake.viewer-v1:0",
    (
        SeenThing("dog", 2, "Two dogs run on the grass."),
        SeenThing("woman", 1, "A woman holds a spatula."),
        SeenThing("spatula", 1, "The spatula is red."),
        SeenThing("beach", None, "They are on a beach."),
    ),
    Decimal("0.0003"),
)


class FakeViewer:
    """Sees `SEEN` in every picture, or does what it was told to.

    Attributes:
        looks: How often it was paid.
        gate: A look waits for it; open from the start.
        called: Released once by each look when it begins.
        usd: What a look costs at most.
    """

    model = SEEN.model

    def __init__(self, *script: BaseException | View) -> None:
        self.looks = 0
        self.gate = threading.Event()
        self.gate.set()
        self.called = threading.Semaphore(0)
        self.usd: Decimal | None = Decimal("0.0004")
        self._script = deque(script)
        self._lock = threading.Lock()

    def script(self, *outcomes: BaseException | View) -> None:
        """What the next looks end with, in this order."""
        with self._lock:
            self._script.extend(outcomes)

    def price_usd(self) -> Decimal | None:
        return self.usd

    def look(self, png: bytes) -> View:
        assert png.startswith(b"\x89PNG")
        with self._lock:
            self.looks += 1
            outcome = self._script.popleft() if self._script else SEEN
        self.called.release()
        if not self.gate.wait(_LONGEST_WAIT_S):
            raise AssertionError("nobody opened the gate")
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome


class TroubledStore(PictureStore):
    """Pictures, and claims beside them, whose methods fail as they are told to.

    Attributes:
        blobs: What they lie in; in memory where nothing else is given.
        claims: Beside them.
        troubles: By the name of the method, what it raises.
        fail_for_index: No room for the picture with this index.
        stored: Released once by each picture that was put.
    """

    def __init__(self, blobs: Blobs | None = None) -> None:
        self.blobs = MemoryBlobs() if blobs is None else blobs
        super().__init__(self.blobs, url_life_s=60)
        self.troubles: dict[str, StorageError] = {}
        self.claims = TroubledClaims(self.blobs, self.troubles)
        self.fail_for_index: int | None = None
        self.stored = threading.Semaphore(0)

    def put(self, key: ImageKey, png: bytes, metadata: Mapping[str, str]) -> StoredImage:
        self._fail_if_told("put")
        if key.image_index == self.fail_for_index:
            raise StorageFullError("full")
        image = super().put(key, png, metadata)
        self.stored.release()
        return image

    def check_room(self) -> None:
        self._fail_if_told("check_room")
        super().check_room()

    def list_session(self, session_id: str) -> list[StoredImage]:
        self._fail_if_told("list_session")
        return super().list_session(session_id)

    def _fail_if_told(self, method: str) -> None:
        if method in self.troubles:
            raise self.troubles[method]


class TroubledClaims(Claims):
    """Claims whose methods fail as they are told to, by their names."""

    def __init__(self, blobs: Blobs, troubles: Mapping[str, StorageError]) -> None:
        super().__init__(blobs)
        self._troubles = troubles

    def take(self, name: str) -> Claim | None:
        self._fail_if_told("take")
        return super().take(name)

    def take_over(self, name: str) -> Claim | None:
        self._fail_if_told("take")
        return super().take_over(name)

    def rewrite(self, name: str, mark: bytes, version: str) -> str:
        self._fail_if_told("rewrite")
        return super().rewrite(name, mark, version)

    def remove(self, name: str, version: str) -> None:
        self._fail_if_told("remove")
        super().remove(name, version)

    def _fail_if_told(self, method: str) -> None:
        if method in self._troubles:
            raise self._troubles[method]


class HandClock:
    """A clock that stands still until somebody moves it."""

    def __init__(self, now: datetime = datetime(2024, 10, 31, 14, 30, 22, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        """Move it on: `advance(seconds=1)`."""
        self.now += timedelta(**by)


A_CALL = Call("picture", "fake.painter-v1:0", "image-001")


def make_services(
    store: PictureStore,
    generator: ImageGenerator,
    *,
    documents: Documents | None = None,
    claims: Claims | None = None,
    recordings: RecordingStore | None = None,
    clock: HandClock | None = None,
    day_limit: int | None = None,
    paid_calls_limit: int | None = None,
    budget: Budget | None = None,
    spool: Spool | None = None,
) -> Services:
    """Services around a store and a generator; seeds left open are `DRAWN_SEED`.

    Documents, claims and recordings lie beside the pictures of a `TroubledStore`, else in memory.
    The spool keeps in memory alone where none is given, and nobody has started it.
    """
    now = clock or HandClock()
    tally = Tally()
    troubles = Troubles(on_trouble=tally.trouble)
    calls = build_calls(None, troubles, tally, now=now)
    beside = store if isinstance(store, TroubledStore) else TroubledStore()
    services = Services(
        generator=generator,
        store=store,
        documents=documents or Documents(beside.blobs),
        claims=claims or beside.claims,
        recordings=recordings or RecordingStore(beside.blobs),
        picture_calls=PaidCalls(DailyLimit(day_limit, now=now), budget, calls=calls),
        paid_calls=PaidCalls(
            DailyLimit(paid_calls_limit, now=now, error=PaidCallsLimitError),
            budget,
            are_pictures=False,
            calls=calls,
        ),
        troubles=troubles,
        tally=tally,
        budget=budget,
        now=now,
        spool=Spool(None) if spool is None else spool,
        draw_seed=lambda: DRAWN_SEED,
    )
    register_pictures(services)
    return services


def register_pictures(services: Services) -> None:
    """Let the spool of these services store pictures, when it is told to, or was started."""
    assert services.spool is not None
    services.spool.register(KIND, partial(store_spooled, services))


def names_in(blobs: Blobs, prefix: str) -> list[str]:
    """The last parts of all names in a room."""
    return [blob.name.partition("/")[2] for page in blobs.list(prefix) for blob in page]


class ListedChecker:
    """`GrammarChecker` that finds what it was told, whatever the text."""

    def __init__(self, *spotted: Spotted) -> None:
        self.spotted = spotted
        self.texts: list[str] = []

    def find(self, text: str, *, rules: tuple[str, ...]) -> tuple[Spotted, ...]:
        self.texts.append(text)
        return self.spotted
