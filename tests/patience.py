"""Waiting in tests for what another thread or process is about to do."""

from __future__ import annotations

import time
from collections.abc import Callable

LIMIT_S = 20.0
_LOOK_AGAIN_S = 0.02


def until(condition: Callable[[], object], *, limit_s: float = LIMIT_S) -> None:
    """Return as soon as the condition holds.

    Raises:
        AssertionError: It did not hold in time.
    """
    deadline_s = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < deadline_s, "what was waited for did not come about"
        time.sleep(_LOOK_AGAIN_S)
