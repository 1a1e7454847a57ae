"""Kinds of stored documents, one of each, and what is done with those that can be read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from imagespeak_core.classroom.state import CLASSES
from imagespeak_core.documents.kind import Kind
from imagespeak_core.lab.experiment import EXPERIMENTS, ExperimentState
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.export import to_csv as experiment_to_csv
from imagespeak_core.lab.export import to_json as experiment_to_json
from imagespeak_core.lab.numbers import by_axis, over_repeats
from imagespeak_core.lab.plan import RepeatAxis, SeedAxis
from imagespeak_core.speaking.attempt import ATTEMPTS, Attempt, Tried
from imagespeak_core.speaking.progress import of_pictures, of_weeks, points_of
from imagespeak_core.speaking.progress_csv import to_csv
from imagespeak_core.speaking.recording import RECORDINGS, Recording
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.stores.documents import Documents
from tests.core.lab_rig import ANA as TEACHER
from tests.core.lab_rig import TwoModels, plan_of
from tests.core.test_classroom_state import a_class, picture
from tests.fakes import TroubledStore, make_services
from tests.memory_blobs import MemoryBlobs
from tests.speaking_rig import ANA, PICTURE, SPEECH, tried

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=30)
STEM = "abc_20261128_120000_0"


def _attempt() -> Attempt:
    said = {name: getattr(tried("=1+1 I see"), name) for name in Tried.model_fields}
    return Attempt(
        **said | {"speech": SPEECH, "speech_from": "browser"},
        attempt_id=STEM,
        session_id="abc",
        learner=ANA,
        created_at=NOON,
        until=LATER,
    )


def _recording() -> Recording:
    return Recording(
        stem=STEM,
        ending="webm",
        session_id="abc",
        picture=PICTURE,
        learner=ANA,
        upload="0" * 32,
        speech=Speech(2.5),
        size_bytes=5,
        created_at=NOON,
        until=LATER,
    )


def _experiment() -> ExperimentState:
    blobs = MemoryBlobs()
    services = make_services(TroubledStore(blobs), TwoModels(), documents=Documents(blobs))
    plan = plan_of(SeedAxis(values=(1, 2)), RepeatAxis(times=2))
    return create_experiment(services, TEACHER, plan).state


def _use_attempt(state: Attempt) -> None:
    rows = list(csv.reader(io.StringIO(to_csv([state]).decode("utf-8-sig"))))
    assert len(rows) == 2
    points = points_of([state])
    assert of_pictures(points)
    assert of_weeks(points, lambda moment: moment)


def _use_experiment(state: ExperimentState) -> None:
    assert experiment_to_csv(state)
    json.loads(experiment_to_json(state), parse_constant=_refuse)
    assert len(by_axis(state)) == len(state.axes)
    over_repeats(state)


def _refuse(name: str) -> object:
    raise AssertionError(f"{name} is no JSON")


@dataclass(frozen=True)
class Sort:
    """A kind of document, one of it, and what is done with those that can be read."""

    kind: Kind[Any]
    state: Any
    use: Callable[[Any], object]

    @property
    def id(self) -> str:
        return self.kind.id_of(self.state)

    @property
    def content(self) -> bytes:
        return self.kind.to_json(self.state)


SORTS: Mapping[str, Sort] = {
    "class": Sort(
        CLASSES,
        a_class(0, 1, pictures=(picture(0, words=("cat",)), picture(1, notes="Ask!"))),
        lambda state: (state.current_picture, state.is_over(NOON)),
    ),
    "experiment": Sort(EXPERIMENTS, _experiment(), _use_experiment),
    "attempt": Sort(ATTEMPTS, _attempt(), _use_attempt),
    "recording": Sort(RECORDINGS, _recording(), lambda state: state.model_dump_json()),
}
