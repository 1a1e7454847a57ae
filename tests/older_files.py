"""Files that were written earlier than they were."""

from __future__ import annotations

import os
from pathlib import Path

_CLOCK_STEP_S = 0.02
"""The clock that gives files their times goes in steps, a hundred or more a second."""


def make_older(file: Path, seconds: float) -> None:
    """Let a file have been written so many seconds earlier, and by no step of its clock less.

    Raises:
        FileNotFoundError: It is gone.
    """
    status = file.stat()
    written_ns = status.st_mtime_ns - round((seconds + _CLOCK_STEP_S) * 1e9)
    os.utime(file, ns=(written_ns, written_ns))
