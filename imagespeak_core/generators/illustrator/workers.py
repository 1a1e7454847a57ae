"""The illustrator in processes of its own, so that a whole class can press at once.

Drawing is all computing, and most of it holds Python's lock: in the server's own process everybody
else would wait until all pictures are drawn.

    python -m imagespeak_core.generators.illustrator.workers FD

is such a process. It draws what it is sent through the socket, and ends with whoever holds the
other end.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import traceback
import weakref
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import imagespeak_core
from imagespeak_core.errors import ModelError, ModelTimeoutError
from imagespeak_core.generators.base import Offer, chosen_offer
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

logger = logging.getLogger(__name__)

MAX_WORKERS = 4
LONGEST_DRAWING_S = 60.0

_Order = tuple[ImageRequest, str | None]
"""What is to be drawn, and the scene of the picture that it is looked at beside, if any."""

_NICENESS = 5
"""The server's answers come before the next picture."""


class IllustratorPool:
    """`ImageGenerator` and `WordsDrawer`, like `Illustrator`, in up to `MAX_WORKERS` processes.

    A process is started when all others are busy, and kept. One that ended is replaced.

    Attributes:
        close: Ends the processes that have nothing to do; called when the pool is forgotten.
    """

    label = Illustrator.label

    def __init__(self) -> None:
        self._illustrator = Illustrator()
        self._turns = threading.BoundedSemaphore(self.max_parallel)
        self._idle: list[_Worker] = []
        self.close = weakref.finalize(self, _close_all, self._idle)

    @property
    def max_parallel(self) -> int:
        """One a processor, but not many: each has a copy of everything that can be drawn."""
        return min(self._illustrator.max_parallel, MAX_WORKERS)

    def warm_up(self) -> None:
        """See `ImageGenerator.warm_up`."""
        with self._turns:
            worker = self._take()
            with suppress(_WorkerEndedError, ModelTimeoutError):  # the next request starts another
                worker.ask(None)
                self._idle.append(worker)

    def offer(self, quality: Quality) -> Offer:
        """See `ImageGenerator.offer`."""
        return self._illustrator.offer(quality)

    def models(self) -> tuple[Offer, ...]:
        """See `ImageGenerator.models`."""
        return self._illustrator.models()

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """See `ImageGenerator.generate`; it never refuses.

        Raises:
            ModelTimeoutError: Nothing came for `LONGEST_DRAWING_S`.
            ModelError: No process could be started, or it ended in the middle, twice.
        """
        chosen_offer(self, request)
        return self._drawn((request, None))

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        """See `WordsDrawer.draw_beside`.

        Raises:
            ModelTimeoutError, ModelError: As `generate`.
        """
        return self._drawn((request, scene))

    def _drawn(self, order: _Order) -> GeneratedImage:
        with self._turns:
            try:
                return self._draw(order, self._take())
            except _WorkerEndedError:
                logger.warning("a drawing process ended; another one is started")
            try:
                return self._draw(order, _Worker())
            except _WorkerEndedError as exc:
                raise ModelError(
                    "The illustrator stopped in the middle of the picture. Try again, or use "
                    "other words."
                ) from exc

    def _draw(self, order: _Order, worker: _Worker) -> GeneratedImage:
        answer = worker.ask(order)
        self._idle.append(worker)
        if isinstance(answer, GeneratedImage):
            return answer
        raise RuntimeError(f"The illustrator failed by our own mistake:\n{answer}")

    def _take(self) -> _Worker:
        try:
            return self._idle.pop()
        except IndexError:
            return _Worker()


class _WorkerEndedError(Exception):
    pass


class _Worker:
    def __init__(self) -> None:
        self._connection, theirs = Pipe()
        with theirs:
            try:
                self._process = _start(theirs.fileno())
            except OSError as exc:
                raise ModelError(
                    "The illustrator could not be started: this computer has too much to do. "
                    "Try again in a minute."
                ) from exc

    def ask(self, order: _Order | None) -> GeneratedImage | str:
        """The picture, or the traceback of our own mistake."""
        try:
            self._connection.send(order)
            if not self._connection.poll(LONGEST_DRAWING_S):
                self.close()
                raise ModelTimeoutError("The picture took too long. Try other words.")
            answer: GeneratedImage | str = self._connection.recv()
        except (EOFError, OSError) as exc:
            self.close()
            raise _WorkerEndedError from exc
        return answer

    def close(self) -> None:
        self._connection.close()
        self._process.kill()
        self._process.wait()


def _start(handle: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this very module
        [sys.executable, "-m", __name__, str(handle)],
        cwd=Path(imagespeak_core.__file__).parents[1],
        stdin=subprocess.DEVNULL,
        **_given(handle),
    )


def _given(handle: int) -> dict[str, Any]:
    """What gives a process our pipe's other end; Ctrl-C is for the server alone.

    https://docs.python.org/3/library/subprocess.html#windows-popen-helpers (2026-11)
    """
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        return {
            "startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]}),
            "creationflags": subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.BELOW_NORMAL_PRIORITY_CLASS,
        }
    return {"pass_fds": [handle], "start_new_session": True}


def _close_all(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.close()


def main(handle: int) -> None:
    """Draw what comes until nobody is left to draw for."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the server ends us when it needs no more pictures
    if sys.platform != "win32":  # there it was started so
        os.nice(_NICENESS)
    illustrator = Illustrator()
    illustrator.warm_up()
    with _opened(handle) as connection:
        while True:
            try:
                order = connection.recv()
            except EOFError:
                return
            connection.send(_answer(illustrator, order))


def _opened(handle: int) -> Any:
    """Our end of the pipe, which is of another kind on Windows."""
    if sys.platform == "win32":
        return PipeConnection(handle)
    return Connection(handle)


def _answer(illustrator: Illustrator, order: _Order | None) -> GeneratedImage | str:
    if order is None:
        return ""
    request, beside = order
    try:
        if beside is None:
            return illustrator.generate(request)
        return illustrator.draw_beside(request, beside)
    except Exception:  # noqa: BLE001 - the outermost edge of a process; the server logs it
        return traceback.format_exc()


if __name__ == "__main__":
    main(int(sys.argv[1]))
