"""A server of its own that lets a model look.

    python -m tests.core.looking_process FOLDER [hang | die]

Each look that is paid leaves a file `looks/{process id}` beside the pictures. With `hang` the
model never answers, and the process waits to be killed; with `die` it ends at once where it
would store what the model has answered. It goes on first with what others have left in `spool/`.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.model_view import look, register
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.blobs import NO_METADATA, Written
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import VIEW_PREFIX
from imagespeak_core.viewers.base import View
from tests.fakes import FakeViewer
from tests.speaking_rig import services_on

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
DIED = 9


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


class DeadlyRoom(FolderBlobs):
    """Whoever stores a view dies of it."""

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        if name.startswith(VIEW_PREFIX):
            os._exit(DIED)
        return super().create(name, content, content_type=content_type, metadata=metadata)


def main() -> None:
    folder = Path(sys.argv[1])
    room = DeadlyRoom if "die" in sys.argv else FolderBlobs
    spool = Spool(SpoolFiles(folder / "spool"))
    viewer = NotedViewer(folder / "looks", hangs="hang" in sys.argv)
    services = replace(
        services_on(room(folder / "pictures", secret=b"x" * 16)),
        spool=spool,
        viewer=viewer,
        wait=lambda _: time.sleep(0.01),
    )
    register(services)
    spool.adopt()
    spool.try_due()
    kept = look(services, KEY)
    sys.stdout.write(f"{len(kept.view.things)} {kept.is_stored}\n")


if __name__ == "__main__":
    main()
