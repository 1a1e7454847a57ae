"""A server of its own that lets a model look: `python -m tests.core.looking_process FOLDER [hang]`.

Each look that is paid leaves a file `looks/{process id}` beside the pictures. With `hang` the
model never answers, and the process waits to be killed.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.model_view import look
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.viewers.base import View
from tests.fakes import FakeViewer
from tests.speaking_rig import services_on

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")


class NotedViewer(FakeViewer):
    """Notes each look outside of the process, which may be killed."""

    def __init__(self, folder: Path, *, hangs: bool) -> None:
        super().__init__()
        self._folder = folder
        self._hangs = hangs

    def look(self, png: bytes) -> View:
        (self._folder / str(os.getpid())).touch()
        if self._hangs:
            threading.Event().wait()
        return super().look(png)


def main() -> None:
    folder = Path(sys.argv[1])
    viewer = NotedViewer(folder / "looks", hangs="hang" in sys.argv)
    services = replace(
        services_on(FolderBlobs(folder / "pictures", secret=b"x" * 16)),
        viewer=viewer,
        wait=lambda _: time.sleep(0.01),
    )
    kept = look(services, KEY)
    sys.stdout.write(f"{len(kept.view.things)} {kept.is_stored}\n")


if __name__ == "__main__":
    main()
