"""Which of the configured models are to end: asked at the server's start and daily, by a thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from imagespeak_core.errors import ImageSpeakError

logger = logging.getLogger(__name__)

EVERY_S = 24 * 60 * 60


class ModelLife(Protocol):
    """Knows whom to ask how long a configured model will be there."""

    @property
    def model_id(self) -> str:
        """The model's raw id."""
        ...

    def end(self, now: datetime) -> str | None:
        """Ask for the model's end; costs nothing.

        Args:
            now: Aware; tells an end that has come from one that will.

        Returns:
            Sentences for a person: when it ends or has ended, and what the owner can do. None
            where no end is set.

        Raises:
            ImageSpeakError: Nobody knows, by subclass.
        """
        ...


class ModelLives:
    """What is known of the ends of models; nobody waits for it.

    Args:
        lives: One of each model.
        now: The clock, aware.
        wait: Waits for the end of the server, at most so many seconds; says whether it has come.
    """

    def __init__(
        self,
        lives: Sequence[ModelLife],
        now: Callable[[], datetime],
        *,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
    ) -> None:
        self._lives = tuple(lives)
        self._now = now
        self._wait = wait
        self._end = threading.Event()
        self._told: dict[ModelLife, str] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on models that are to end, or have ended; none before the first look."""
        told = self._told
        return tuple(told[life] for life in self._lives if life in told)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Look meanwhile; nobody waits for a look that is under way at the end."""
        if self._lives:
            threading.Thread(target=self.run, name="model lives", daemon=True).start()
        try:
            yield
        finally:
            self._end.set()

    def run(self) -> None:
        """Look at once and then daily, until the end."""
        while not self._end.is_set():
            self.look()
            if self._wait(self._end, EVERY_S):
                return

    def look(self) -> None:
        """Ask for each model; of one that nobody can tell of, what was known stays known."""
        told = dict(self._told)
        for life in self._lives:
            try:
                sentence = life.end(self._now())
            except ImageSpeakError as error:
                logger.info("when %s ends could not be asked: %s", life.model_id, error.code)
                continue
            except Exception:
                logger.exception("when %s ends could not be asked", life.model_id)
                continue
            if sentence and told.get(life) != sentence:
                logger.warning("%s", sentence)
            if sentence:
                told[life] = sentence
            else:
                told.pop(life, None)
        self._told = told
