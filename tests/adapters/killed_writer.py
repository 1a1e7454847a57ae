"""Puts a picture again and again, each time killed (SIGKILL) a line of the store later.

Called with a folder, under which each put has a root of its own: 0, 1, 2 … It ends with the
first put that was not killed.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from imagespeak_core.naming import ImageKey
from imagespeak_core.stores import atomic_files, directory

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
CONTENT = b"picture" * 20_000
_TRACED = {directory.__file__, atomic_files.__file__}
_MOST_LINES = 500


def main(folder: str) -> None:
    for lines in range(_MOST_LINES):
        child = os.fork()
        if not child:
            sys.settrace(_killer(lines))
            store_in(Path(folder) / str(lines)).put(KEY, CONTENT, {})
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return


def store_in(root: Path) -> directory.DirectoryStore:
    return directory.DirectoryStore(root, secret=b"s", url_life_s=60)


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
    main(sys.argv[1])
