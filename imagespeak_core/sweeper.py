"""What has ended goes, at the start and daily, wherever it lies."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from imagespeak_core.errors import ImageSpeakError, StorageAccessError
from imagespeak_core.services import Services
from imagespeak_core.speaking.sweeping import sweep

logger = logging.getLogger(__name__)

EVERY_S = 24 * 60 * 60


class Sweeper:
    """Sweeps at once and then daily, in a thread of its own, until it is stopped."""

    def __init__(
        self, services: Services, *, wait: Callable[[threading.Event, float], bool] | None = None
    ) -> None:
        """Remember what to sweep.

        Args:
            services: What the use cases work with.
            wait: Waits for the end, at most so many seconds; says whether it has come.
        """
        self._services = services
        self._wait = wait or threading.Event.wait
        self._end = threading.Event()
        self._may_list_claims = True

    @contextmanager
    def running(self) -> Iterator[None]:
        """Sweep meanwhile; nobody waits for a sweep that is under way at the end."""
        threading.Thread(target=self.run, name="sweeper", daemon=True).start()
        try:
            yield
        finally:
            self._end.set()

    def run(self) -> None:
        """Sweep until the end."""
        while not self._end.is_set():
            self._sweep("what was spoken", self._sweep_spoken)
            self._sweep("what is left at the recogniser", self._sweep_service)
            self._sweep("what gone servers have claimed", self._sweep_claims)
            if self._wait(self._end, EVERY_S):
                return

    def _sweep(self, what: str, sweep_it: Callable[[], object]) -> None:
        """Whatever goes wrong: the next day has another sweep."""
        try:
            sweep_it()
        except ImageSpeakError as error:
            logger.warning("%s could not be swept: %s", what, error.code)
        except Exception:
            logger.exception("%s could not be swept", what)

    def _sweep_spoken(self) -> None:
        swept = sweep(self._services)
        if swept.kept:
            logger.warning("%d files that have ended could not be deleted", swept.kept)

    def _sweep_service(self) -> None:
        """What a server that ended in the middle has left at a paid service."""
        if self._services.transcriber:
            self._services.transcriber.delete_left(self._services.now())

    def _sweep_claims(self) -> None:
        """Where the rights don't cover it, it is tried and told once: they only take up room."""
        if self._may_list_claims:
            try:
                self._services.claims.sweep()
            except StorageAccessError:
                self._may_list_claims = False
                raise
