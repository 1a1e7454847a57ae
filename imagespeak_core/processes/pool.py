"""A few processes that answer alike: taken in turn, kept, and replaced when they end."""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress

from imagespeak_core.processes.asked import AskedProcess, EndedError

logger = logging.getLogger(__name__)


class NoTurnError(Exception):
    """All processes were busy for too long."""


class ProcessPool:
    """A process is started when all others are busy, and kept. Safe to call from several threads.

    Attributes:
        close: Ends the processes that have nothing to do; called when the pool is forgotten.

    Args:
        start: Starts one more. It knows nothing of the pool, or that would never be forgotten.
        at_once: So many processes at most.
        waited_s: So many seconds a question waits for those before it; None: as long as it takes.
    """

    def __init__(
        self,
        start: Callable[[], AskedProcess],
        *,
        at_once: int = 1,
        waited_s: float | None = None,
    ) -> None:
        self._start = start
        self._waited_s = waited_s
        self._turns = threading.BoundedSemaphore(at_once)
        self._idle: list[AskedProcess] = []
        self.close = weakref.finalize(self, _close_all, self._idle)

    def ask(self, question: bytes, *, longest_s: float) -> bytes:
        """The answer; where a process ends in the middle, that of another one.

        Args:
            question: What to answer.
            longest_s: So many seconds it may take, once it has its turn.

        Raises:
            NoTurnError: Its turn did not come.
            NotStartedError: No process could be started.
            EndedError: It ended in the middle, twice.
            TooSlowError: It took longer.
        """
        if not self._turns.acquire(timeout=self._waited_s):
            raise NoTurnError
        try:
            return self._asked(self._kept_or_new, question, longest_s)
        except EndedError as exc:
            logger.warning("%s; another one is started", exc)
            return self._asked(self._start, question, longest_s)
        finally:
            self._turns.release()

    def rest(self) -> None:
        """End the processes that have nothing to do: the next question starts another."""
        _close_all(self._idle)

    def _asked(self, take: Callable[[], AskedProcess], question: bytes, longest_s: float) -> bytes:
        process = take()
        answer = process.ask(question, longest_s=longest_s)
        self._idle.append(process)
        return answer

    def _kept_or_new(self) -> AskedProcess:
        with suppress(IndexError):
            process = self._idle.pop()
            if not process.has_rested():
                return process
            process.close()
        return self._start()


def _close_all(processes: list[AskedProcess]) -> None:
    with suppress(IndexError):  # several threads may do so
        while True:
            processes.pop().close()
