"""Does things after some seconds: whoever waits for a moment holds no thread until then."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from typing import TypeAlias

logger = logging.getLogger(__name__)

Later: TypeAlias = Callable[[float, Callable[[], object]], None]
"""Does something, which takes no time itself, after so many seconds."""


class Scheduler:
    """Implements `Later` in one thread, however much waits; without any there is none."""

    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Wait for nothing yet.

        Args:
            monotonic: Seconds that only go up.
        """
        self._monotonic = monotonic
        self._changed = threading.Condition()
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = itertools.count()
        self._is_running = False

    def __call__(self, seconds: float, do: Callable[[], object]) -> None:
        """See `Later`."""
        with self._changed:
            due = (self._monotonic() + seconds, next(self._numbers), do)
            heapq.heappush(self._due, due)
            if not self._is_running:
                # A daemon: what waits must not keep the process from ending.
                threading.Thread(target=self._run, name="later", daemon=True).start()
                self._is_running = True
            self._changed.notify()

    def _run(self) -> None:
        while do := self._next():
            try:
                do()
            except Exception:
                logger.exception("what was to be done later failed by our own mistake")

    def _next(self) -> Callable[[], object] | None:
        """What is due, as soon as it is; None where nothing waits any more."""
        with self._changed:
            while self._due:
                wait_s = self._due[0][0] - self._monotonic()
                if wait_s <= 0:
                    return heapq.heappop(self._due)[2]
                self._changed.wait(wait_s)
            self._is_running = False
            return None
