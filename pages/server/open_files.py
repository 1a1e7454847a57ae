"""How many files this process may open, and how many people it bears with them.

A socket is a file, too. A tab has its own socket, three files of the loop that Streamlit 1.67 gives
to its scripts, and mostly a request that waits. The loop stays for the two minutes in which a
closed tab may come back, of at most 128 tabs (`MemorySessionStorage`, read and measured in
November 2026).
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass

MOST_FILES = 16_384
"""More are not asked for: memory ends before."""

_OLDER_MACS_FILES = 10_240
_OWN_FILES = 200
"""For pictures, recordings on their way, the store's connections and other processes' pipes."""
_FILES_OF_A_TAB = 6  # with one that comes and goes, such as for a picture
_FILES_OF_A_LOOP = 3
_MOST_CLOSED_TABS = 128


@dataclass(frozen=True, slots=True)
class Bears:
    """What the process bears.

    Attributes:
        files: So many it may open.
        tabs: Whose pages are open at once.
        connections: Those of the tabs and all others.
    """

    files: int
    tabs: int
    connections: int


def bears(files: int) -> Bears:
    """What can be borne with so many open files, so that some are left for the server's work."""
    free = files - min(_OWN_FILES, files // 4)
    tabs = free // (_FILES_OF_A_TAB + _FILES_OF_A_LOOP)
    if tabs > _MOST_CLOSED_TABS:
        tabs = (free - _MOST_CLOSED_TABS * _FILES_OF_A_LOOP) // _FILES_OF_A_TAB
    loops = tabs + min(tabs, _MOST_CLOSED_TABS)
    return Bears(files, tabs, free - loops * _FILES_OF_A_LOOP)


def raised() -> int:
    """Raise this process's soft limit as far as it may and it makes sense; gives the limit.

    A system that has none bears as many as are asked for elsewhere.
    """
    if sys.platform == "win32":
        return MOST_FILES
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    may = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    for wanted in (may, min(may, _OLDER_MACS_FILES)):
        if soft == resource.RLIM_INFINITY or soft >= wanted:
            break
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return MOST_FILES if soft == resource.RLIM_INFINITY else min(soft, MOST_FILES)
