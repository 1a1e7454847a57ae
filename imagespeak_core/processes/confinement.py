"""What a process that reads other people's sound may use of the computer."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

if sys.platform != "win32":
    import resource

MEMORY_BYTES = 768 * 2**20
"""Of addresses; the libraries' own are a third of it, three minutes of sound a tenth."""

_OPEN_ALREADY = 3
_NICENESS = 10
"""A click of anybody comes before a recording of somebody."""


def confine(
    *, cpu_s: int | None, memory_bytes: int = MEMORY_BYTES, opens_files: bool = False
) -> None:
    """Give up all that reading a sound doesn't need, once the libraries are loaded.

    From here on no file and no connection can be opened, nothing be written to a disk, and no
    memory taken without end. Windows knows no such limits: there the time that the server waits
    is the only one.

    Args:
        cpu_s: Seconds of computing, after which the system ends the process; None for any number.
        memory_bytes: Of addresses; no more can be taken.
        opens_files: Libraries go on to load parts of theirs when they need them; then connections
            are not refused here either.
    """
    if sys.platform != "win32":
        os.nice(_NICENESS)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        if not opens_files:
            _limit(resource.RLIMIT_NOFILE, _OPEN_ALREADY)
        _limit(resource.RLIMIT_AS, memory_bytes)
        if cpu_s is not None:
            _limit(resource.RLIMIT_CPU, cpu_s, last=cpu_s + 1)


def _limit(what: int, most: int, *, last: int | None = None) -> None:
    """Sets a limit, and no higher one than is set already.

    Args:
        what: One of the system's limits.
        most: From here on the system says that there is no more.
        last: From here on it ends the process, where it knows both; `most` itself by default.
    """
    hard = resource.getrlimit(what)[1]
    wanted = most if last is None else last
    last = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with suppress(ValueError, OSError):  # macOS has names for limits that it does not set
        resource.setrlimit(what, (min(most, last), last))
