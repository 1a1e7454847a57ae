"""Windows refuses to move or remove a file that somebody has open: a reader, a virus scanner."""

from __future__ import annotations

import time
from collections.abc import Callable

_IN_USE = {5, 32, 33}
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: somebody has it open.
https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499- (2026-11)"""

_IN_USE_WAITS_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)


def when_free(change: Callable[[], object]) -> None:
    """Move or remove a file; where Windows says that somebody has it open, try a second long.

    Raises:
        OSError: As the change does.
    """
    for wait_s in _IN_USE_WAITS_S:
        try:
            change()
        except PermissionError as exc:
            if getattr(exc, "winerror", None) not in _IN_USE:
                raise
            time.sleep(wait_s)
        else:
            return
    change()
