"""One at a time, among all threads and processes of this computer."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
    import time

    _LOOK_AGAIN_S = 0.02

    def lock(descriptor: int) -> None:
        """Wait until nobody else holds a lock on this file, then hold it."""
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except PermissionError:
                time.sleep(_LOOK_AGAIN_S)
            else:
                return

    def unlock(descriptor: int) -> None:
        """Let the next one in: Windows does so some time after the file was closed."""
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Wait until nobody else holds a lock on this file, then hold it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def unlock(descriptor: int) -> None:
        """Let the next one in."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)
