"""Models that look at pictures in the background: a closed tab loses nothing."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial

from imagespeak_core.errors import ImageSpeakError, ModelBusyError
from imagespeak_core.later import Later, Scheduler
from imagespeak_core.pictures.made_once import MadeOnce, Waits
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.model_view import KeptView, register, view_errand
from imagespeak_core.spool.spool import LONGEST_END_S

logger = logging.getLogger(__name__)

AT_ONCE = 4
MAX_UNFINISHED = 200


@dataclass(slots=True, eq=False)
class _Look:
    """One that somebody waits for.

    Attributes:
        key: Of the picture.
        done: Its end.
        errand: Gives it; None until it was its turn.
    """

    key: ImageKey
    done: Future[KeptView] = field(default_factory=Future)
    errand: MadeOnce[KeptView] | None = None


class Looks:
    """The looks that go on, and the threads that work on them. Safe to use from several threads.

    Whoever asks for a picture that is being looked at waits for the same look. One that waits for
    another server is put back by a timer, and holds no thread.
    """

    def __init__(self, services: Services, *, later: Later | None = None) -> None:
        """Look at nothing yet; have the spool know how views are stored.

        Args:
            services: What the use cases work with.
            later: Wakes those that wait; left out, a thread of its own.
        """
        self._services = services
        self._later = later or Scheduler()
        self._lock = threading.Lock()
        self._unfinished: dict[ImageKey, _Look] = {}
        self._work: queue.SimpleQueue[_Look] = queue.SimpleQueue()
        self._asleep = set[_Look]()
        self._threads: list[threading.Thread] = []
        self._closed = False
        register(services)

    def begin(self, image_key: ImageKey) -> Future[KeptView]:
        """The view, soon; what `look` raises comes with it.

        Raises:
            ModelBusyError: Too many are waiting, or the server is about to end.
        """
        with self._lock:
            running = self._unfinished.get(image_key)
            if running:
                return running.done
            if self._closed:
                raise _restarting()
            if len(self._unfinished) >= MAX_UNFINISHED:
                raise ModelBusyError(
                    "Models look at very many pictures right now. Please try again in a minute.",
                    retry_after_s=60,
                )
            if len(self._threads) < min(AT_ONCE, len(self._unfinished) + 1):
                # Daemon threads: a call that hangs must not keep the process from ending.
                thread = threading.Thread(target=self._work_on, name="look", daemon=True)
                thread.start()  # before there is a look: without a thread, nobody may wait for one
                self._threads.append(thread)
            look = _Look(image_key)
            look.done.set_running_or_notify_cancel()  # who stops waiting must not end it for others
            self._unfinished[image_key] = look
            self._work.put(look)
            return look.done

    def shutdown(self, timeout_s: float = LONGEST_END_S) -> bool:
        """Begin nothing new; who looks is waited for, and nobody else.

        Returns:
            Whether everything ended in time.
        """
        with self._lock:
            self._closed = True
            unfinished = [look.done for look in self._unfinished.values()]
            asleep, self._asleep = self._asleep, set()
        for look in asleep:
            self._turn_away(look)
        try:
            while True:
                self._turn_away(self._work.get_nowait())
        except queue.Empty:
            pass
        return not wait(unfinished, timeout=timeout_s).not_done

    def _work_on(self) -> None:
        while True:
            self._go_on_with(self._work.get())

    def _go_on_with(self, look: _Look) -> None:
        if self._closed:
            self._turn_away(look)
            return
        try:
            look.errand = look.errand or view_errand(self._services, look.key)
            seen = look.errand.step()
        except BaseException as error:
            if not isinstance(error, ImageSpeakError):
                logger.exception("a look failed by our own mistake")
            self._end(look, partial(look.done.set_exception, error))
            return
        if isinstance(seen, Waits):
            self._sleep(look, seen.again_s)
        else:
            self._end(look, partial(look.done.set_result, seen))
            look.errand.give_up()  # last, so that nobody waits for a slow store to see it

    def _sleep(self, look: _Look, seconds: float) -> None:
        with self._lock:
            if not self._closed:
                self._asleep.add(look)
                self._later(seconds, partial(self._wake, look))
                return
        self._turn_away(look)

    def _wake(self, look: _Look) -> None:
        with self._lock:
            if look in self._asleep:
                self._asleep.discard(look)
                self._work.put(look)

    def _turn_away(self, look: _Look) -> None:
        """Who waits for another server, or for a turn, holds no claim."""
        self._end(look, partial(look.done.set_exception, _restarting()))

    def _end(self, look: _Look, tell: Callable[[], None]) -> None:
        with self._lock:  # whoever asks anew finds what was seen
            self._unfinished.pop(look.key, None)
        tell()


def _restarting() -> ModelBusyError:
    return ModelBusyError("The server is restarting. Please try again in a minute.")
