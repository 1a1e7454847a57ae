"""12 cells of an experiment at 4 at a time, with a model that takes 2 seconds.

    python -m tests.benchmarks.bench_lab [--data FOLDER]

The ideal is 6 s: three rounds of the model's time. What is above it is the lab's own: keys,
pictures and the experiment's state in a folder store. Also said: writes of the state, and how
long a plan of 24 cells takes to be written out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.lab.estimate import estimate
from imagespeak_core.lab.expansion import expand
from imagespeak_core.lab.experiments import create_experiment, open_experiment
from imagespeak_core.lab.plan import Plan, SeedAxis
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.benchmarks.figures import Figures
from tests.core.lab_rig import CHEAP, TwoModels, WatchedDocuments
from tests.fakes import TroubledStore, make_services, plain_png

CELLS = 12
PARALLEL = 4
MODEL_S = 2.0
MOST = 1.15


class SlowModel(TwoModels):
    """Takes its time, as a model elsewhere does; its pictures cost this computer nothing."""

    def prepare(self, seeds: Iterable[int]) -> None:
        for seed in seeds:
            png = plain_png(1024, 1024, seed)
            self.script_seed(seed, GeneratedImage(png, seed, CHEAP.model, round(MODEL_S * 1000)))

    def generate(self, request: ImageRequest) -> GeneratedImage:
        time.sleep(MODEL_S)
        return super().generate(request)


def main() -> int:
    parser = argparse.ArgumentParser(description="An experiment of 12 cells.")
    parser.add_argument("--data", type=Path, help="where the pictures go; a temporary folder")
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory(dir=options.data) as name:
        _run(Path(name), figures)
    return figures.exit_status


def _run(root: Path, figures: Figures) -> None:
    blobs = FolderBlobs(root, secret=b"s")
    documents, teacher, model = WatchedDocuments(blobs), Teacher("benchmark"), SlowModel()
    model.prepare(range(1, CELLS + 1))
    services = make_services(TroubledStore(blobs), model, documents=documents)
    plan = Plan(prompt="A dog in a park", seed=1, axes=(SeedAxis(values=tuple(range(1, 25))),))
    started_s = time.perf_counter()
    cells = expand(plan, services.generator).cells
    figures.check("24 cells written out", 1000 * (time.perf_counter() - started_s), 50, " ms")

    axis = SeedAxis(values=tuple(range(1, CELLS + 1)))
    plan = plan.model_copy(update={"axes": (axis,)})
    experiment = create_experiment(services, teacher, plan).state.id
    runner = LabRunner(services, parallel=PARALLEL, monotonic=time.monotonic)
    started_s = time.perf_counter()
    done = runner.start(teacher, experiment)
    if done:
        done.result()
    took_s = time.perf_counter() - started_s
    ideal_s = MODEL_S * CELLS / PARALLEL
    figures.say("expected before", f"{estimate(cells[:CELLS], parallel=PARALLEL).expected_s:g} s")
    figures.check(f"{CELLS} cells, {PARALLEL} at a time", took_s, MOST * ideal_s, " s")
    figures.check("of the ideal", took_s / ideal_s, MOST, " x")
    figures.say("writes of the experiment", str(len(documents.writes)))
    opened = open_experiment(services, experiment)
    figures.check("cells without a picture", _missing(opened is not None and opened.state.cells), 0)


def _missing(cells: object) -> int:
    return sum(cell.status != "done" for cell in cells) if isinstance(cells, tuple) else CELLS


if __name__ == "__main__":
    sys.exit(main())
