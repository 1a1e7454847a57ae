"""What the lab's tests stand on: a generator with two models, documents that can be watched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import StorageError
from imagespeak_core.generators.base import Offer, chosen_offer
from imagespeak_core.lab.experiment import ExperimentState
from imagespeak_core.lab.experiments import create_experiment, open_experiment
from imagespeak_core.lab.plan import Axis, Plan, SeedAxis
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality
from imagespeak_core.services import Services
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import Claim, Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.fakes import FakeGenerator, HandClock, TroubledClaims, TroubledStore, make_services
from tests.older_files import make_older

ANA = Teacher("ana@school.org")
CHEAP = Offer("fake.cheap-v1", Decimal("0.04"), 2.0, takes_negative_prompt=True)
DEAR = Offer("fake.dear-v1", Decimal("0.14"), 5.0, max_prompt_length=100)
WAIT_S = 30


class TwoModels(FakeGenerator):
    """A cheap model for standard, a dear one for premium."""

    def offer(self, quality: Quality) -> Offer:
        return CHEAP if quality == "standard" else DEAR

    def models(self) -> tuple[Offer, ...]:
        return (CHEAP, DEAR)

    def generate(self, request: ImageRequest) -> GeneratedImage:
        return replace(super().generate(request), model=chosen_offer(self, request).model)


class WatchedClaims(TroubledClaims):
    """Claims, right before which something may happen.

    Attributes:
        before_claim: Called once, right before the next one of a request.
    """

    before_claim: Callable[[], object] | None = None

    def take(self, name: str) -> Claim | None:
        between = self.before_claim if name.startswith("request_") else None
        if between:
            self.before_claim = None
            between()
        return super().take(name)


class HandLater:
    """`Later`, where the time passes when a test says so.

    Attributes:
        asked: For how many seconds somebody waited, in order.
        waits: Released once by each who begins to wait.
    """

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.waits = threading.Semaphore(0)
        self._due: list[Callable[[], object]] = []

    def __call__(self, seconds: float, do: Callable[[], object]) -> None:
        self.asked.append(seconds)
        self._due.append(do)
        self.waits.release()

    def pass_by(self) -> None:
        """Let all who wait go on."""
        due, self._due = self._due, []
        for do in due:
            do()


class WatchedDocuments(Documents):
    """Documents; counts writes of experiments, and fails as it is told to.

    Attributes:
        writes: The states of experiments that were written, in order.
        written: Released once by each of them.
        gate: A write of an experiment waits for it; open from the start.
        asked: Released by each write of an experiment when it begins.
        trouble: Raised by every write of an experiment, if there is one.
        before_write: Called once, right before the next write of an experiment.
    """

    def __init__(self, blobs: Blobs) -> None:
        super().__init__(blobs)
        self.writes: list[ExperimentState] = []
        self.written = threading.Semaphore(0)
        self.asked = threading.Semaphore(0)
        self.gate = threading.Event()
        self.gate.set()
        self.trouble: StorageError | None = None
        self.before_write: Callable[[], object] | None = None

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        if not name.startswith("experiments/"):
            return super().write(name, content, replacing=replacing)
        self.asked.release()
        assert self.gate.wait(WAIT_S), "nobody opened the gate"
        between, self.before_write = self.before_write, None
        if between:
            between()
        if self.trouble:
            raise self.trouble
        version = super().write(name, content, replacing=replacing)
        self.writes.append(ExperimentState.model_validate_json(content))
        self.written.release()
        return version


class Rig:
    """A store, a generator and a clock, and runners of as many servers as a test wants."""

    def __init__(self, root: Path, *, day_limit: int | None = None) -> None:
        self.clock = HandClock()
        self.generator = TwoModels()
        self.folder = root
        self.store = TroubledStore(FolderBlobs(root, secret=b"s"))
        self.claims = WatchedClaims(self.store.blobs, self.store.troubles)
        self.documents = WatchedDocuments(self.store.blobs)
        self.services = make_services(
            self.store,
            self.generator,
            documents=self.documents,
            claims=self.claims,
            clock=self.clock,
            day_limit=day_limit,
        )

    def runner(self, *, parallel: int = 4, **changes: Any) -> LabRunner:
        return LabRunner(
            changes.pop("services", self.services),
            parallel=parallel,
            monotonic=lambda: self.clock.now.timestamp(),
            **changes,
        )

    def server(self, *, ahead_s: float = 0) -> Services:
        """What another server works with, whose clock is so far ahead; the store is the same."""
        clock = HandClock(self.clock.now + timedelta(seconds=ahead_s))
        return replace(self.services, claims=Claims(self.store.blobs), now=clock)

    def silence(self, seconds: float) -> None:
        """Let so much time pass in the store, in which nobody writes."""
        for room in ("experiments", "claims"):
            for file in (self.folder / room).glob("[!.]*"):
                with suppress(FileNotFoundError):
                    make_older(file, seconds)

    def created(self, *axes: Axis, **settings: Any) -> str:
        """The id of a new experiment; one of the seeds 1, 2, 3 where no axis is given."""
        return create_experiment(self.services, ANA, plan_of(*axes, **settings)).state.id

    def state(self, experiment_id: str) -> ExperimentState:
        opened = open_experiment(self.services, experiment_id)
        assert opened is not None
        return opened.state

    def ran(self, experiment_id: str, runner: LabRunner | None = None) -> ExperimentState:
        """The experiment when all that waits was made."""
        done = (runner or self.runner()).start(ANA, experiment_id)
        if done:
            done.result(WAIT_S)
        return self.state(experiment_id)


def plan_of(*axes: Axis, **settings: Any) -> Plan:
    small: dict[str, Any] = {
        "prompt": "A dog in a park",
        "width_px": 256,
        "height_px": 256,
        "seed": 7,
    }
    return Plan(axes=axes or (SeedAxis(values=(1, 2, 3)),), **(small | settings))


def statuses(state: ExperimentState) -> list[str]:
    return [cell.status for cell in state.cells]
