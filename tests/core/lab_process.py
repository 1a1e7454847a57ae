"""A server of its own that makes an experiment's pictures.

`python -m tests.core.lab_process FOLDER EXPERIMENT AHEAD_S [hang]` goes on with it until all is
done, by a clock that is so far ahead. Each call that is paid leaves a file `calls/{process id}_…`
beside the pictures; with `hang` it waits for a file `go` there.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.models import GeneratedImage, ImageRequest
from tests.core.lab_rig import ANA, Rig, TwoModels, statuses
from tests.patience import until


class NotedModels(TwoModels):
    """Notes each call outside of the process, which may be killed."""

    def __init__(self, folder: Path, *, hangs: bool) -> None:
        super().__init__()
        self._folder = folder
        self._hangs = hangs

    def generate(self, request: ImageRequest) -> GeneratedImage:
        (self._folder / "calls" / f"{os.getpid()}_{request.seed}").touch(exist_ok=False)
        if self._hangs:
            until((self._folder / "go").exists, limit_s=120)
        return super().generate(request)


def main() -> None:
    folder, experiment, ahead_s = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    rig = Rig(folder / "pictures")
    generator = NotedModels(folder, hangs="hang" in sys.argv)
    services = replace(rig.server(ahead_s=ahead_s), generator=generator)
    runner = LabRunner(services, parallel=2, monotonic=time.monotonic)

    def is_done() -> bool:
        made = runner.retry(ANA, experiment)
        if made:
            made.result()
        return statuses(rig.state(experiment)) == ["done"] * 4

    until(is_done, limit_s=120)
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main()
