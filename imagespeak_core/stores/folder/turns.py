"""One at a time, among all threads, processes and computers that see the folder.

Locks of the system are no help here: some disks have none, and others keep out the processes of
one computer only, without a word. So a turn is a folder, `turn`, that is never empty while
somebody has it, and the file in it is what is written in that turn:

    .tmp/3f….turn/3f….part      made ready, seen by nobody
    .tmp/turn/3f….part          renamed in one step; the system refuses while another one is there
    classes/class-7b.json       the file goes to its place, and with that the turn is over

Whoever was killed, or is held up for too long, has his file removed by those who wait. Then it
can't go to its place any more: nobody writes whose turn is over.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from imagespeak_core.stores.folder.errors import numbers
from imagespeak_core.stores.folder.in_use import when_free

TURN_ENDING = ".turn"

_LONGEST_TURN_S = 5.0
_LOOK_AGAIN_S = 0.005
_MOST_REFUSALS = 200
"""One after the other, and nobody has the turn: this folder can't be renamed at all."""

_GONE = numbers("ENOENT", "ESTALE")


@contextmanager
def turn(finished: Path) -> Iterator[Path]:
    """Wait for a turn, and have it until the file is moved or this block ends.

    Args:
        finished: A file in the folder of temporary files, which is moved into the turn.

    Yields:
        Where it is now. To move it away fails with FileNotFoundError if the turn is over.
    """
    folder, name = finished.parent, finished.name
    own, taken = folder / f"{finished.stem}{TURN_ENDING}", folder / TURN_ENDING[1:]
    own.mkdir()
    try:
        when_free(lambda: finished.rename(own / name))
        _take(own, taken, name)
        yield taken / name
    finally:
        for place in (own, taken):
            with suppress(OSError):
                (place / name).unlink(missing_ok=True)
            with suppress(OSError):  # what another one has is not empty, and stays
                place.rmdir()


def _take(own: Path, taken: Path, name: str) -> None:
    seen, since, refusals = set[str](), time.monotonic(), 0
    while True:
        refusal = _refusal(own, taken)
        there = _files(taken)
        if name in there:  # also where a network drive did it, and lost its answer
            _check_is_alone(name, there)
            return
        if refusal is None:
            raise OSError(errno.ENOTSUP, "folders that are renamed lose their place or files")
        if not there:
            refusals += 1
            if refusals > _MOST_REFUSALS:
                raise refusal
            with suppress(OSError):  # some systems rename to no folder, not even to an empty one
                taken.rmdir()
        elif there != seen:
            seen, since, refusals = there, time.monotonic(), 0
        elif time.monotonic() - since > _LONGEST_TURN_S:
            _end(taken, there)
        time.sleep(_LOOK_AGAIN_S)


def _refusal(own: Path, taken: Path) -> OSError | None:
    try:
        own.rename(taken)
    except OSError as exc:
        return exc
    return None


def _check_is_alone(name: str, there: set[str]) -> None:
    """Others' files mean that both have the turn; those with a dot are the system's own."""
    if any(other != name and not other.startswith(".") for other in there):
        raise OSError(errno.ENOTSUP, "two can be renamed to one name")


def _end(taken: Path, files: set[str]) -> None:
    for name in files:
        with suppress(OSError):
            (taken / name).unlink()


def _files(folder: Path) -> set[str]:
    """What is in a folder that leads nowhere else; nothing where there is none."""
    try:
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return {path.name for path in folder.iterdir()}
    except OSError as exc:
        if exc.errno not in _GONE:
            raise
        return set()
