"""Writes something again and again, each time killed (SIGKILL) a line of the store later.

Called with a folder, under which each write has a root of its own: 0, 1, 2 …, and with what is
written. It ends with the first write that was not killed.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.stores import documents, pictures
from imagespeak_core.stores.folder import atomic_files, blobs, folder, in_use, turns
from tests.contracts.lacking import take_away
from tests.fakes import HandClock
from tests.speaking_rig import ANA, LIMITS, PICTURE, MadeSound, services_on

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
CONTENT = b"picture" * 20_000
DOCUMENT = "classes/class-7b.json"
OLD, NEW = b'{"version": 1}' * 1000, b'{"version": 2}' * 1000
_MODULES = (atomic_files, blobs, documents, folder, in_use, pictures, recordings, turns)
_TRACED = {module.__file__ for module in _MODULES}
_MOST_LINES = 500


def main(folder_name: str, kind: str) -> None:
    os.fsync = lambda fd: None  # a kill loses nothing of what the system was given
    for lines in range(_MOST_LINES):
        root = Path(folder_name) / str(lines)
        write = _KINDS[kind](root)
        child = os.fork()
        if not child:
            sys.settrace(_killer(lines))
            write()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return


def store_in(root: Path) -> pictures.PictureStore:
    return pictures.PictureStore(blobs.FolderBlobs(root, secret=b"s"), url_life_s=60)


def documents_in(root: Path) -> documents.Documents:
    return documents.Documents(blobs.FolderBlobs(root, secret=b"s"))


def _picture(root: Path) -> Callable[[], object]:
    store = store_in(root)
    return lambda: store.put(KEY, CONTENT, {})


def _picture_without_links(root: Path) -> Callable[[], object]:
    take_away(setattr)
    return _picture(root)


def services_in(root: Path) -> Services:
    return services_on(blobs.FolderBlobs(root, secret=b"s"), HandClock())


def brought(services: Services) -> Recording:
    """What the one ticket of these tests brings."""
    issued = int(services.now().timestamp())
    ticket = Ticket("abc", ANA, PICTURE, "a" * 32, issued)
    return keep(services, ticket, MadeSound(CONTENT), limits=LIMITS)


def _recording(root: Path) -> Callable[[], object]:
    services = services_in(root)
    return lambda: brought(services)


def _preview(root: Path) -> Callable[[], object]:
    store = store_in(root)
    store.put_preview(KEY, OLD)
    return lambda: store.put_preview(KEY, NEW)


def _document(root: Path) -> Callable[[], object]:
    documents = documents_in(root)
    version = documents.write(DOCUMENT, OLD, replacing=None)
    return lambda: documents.write(DOCUMENT, NEW, replacing=version)


_KINDS = {
    "picture": _picture,
    "picture_without_links": _picture_without_links,
    "preview": _preview,
    "document": _document,
    "recording": _recording,
}


def _killer(lines: int) -> Callable[[FrameType, str, Any], Any]:
    """A trace function that kills this process before the line with this number."""
    left = lines

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename not in _TRACED:
            return None
        if event == "line":
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
        return trace

    return trace


if __name__ == "__main__":
    main(*sys.argv[1:])
