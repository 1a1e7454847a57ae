"""The day's limit: a guard against a surprising bill, before every call to a model."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from imagespeak_core.errors import (
    DayLimitError,
    ModelAccessError,
    ModelBusyError,
    ModelCredentialsError,
    ModelNotReachedError,
    ModelRejectedError,
    ModelRetiredError,
    ModelSilentError,
    PaidCallsLimitError,
    PromptRefusedError,
)

NOTHING_WAS_MADE = (
    ModelAccessError,
    ModelBusyError,
    ModelCredentialsError,
    ModelNotReachedError,
    ModelRejectedError,
    ModelRetiredError,
    ModelSilentError,
    PromptRefusedError,
)


_SENTENCES: Mapping[type[DayLimitError], str] = MappingProxyType(
    {
        DayLimitError: "Today's limit of {limit} pictures is reached. New pictures can be made "
        "again after midnight UTC. The pictures you have stay here.",
        PaidCallsLimitError: "This was used {limit} times today, and more are not possible. It is "
        "open again after midnight UTC. You can go on without it.",
    }
)


class DailyLimit:
    """Counts the pictures, or other paid calls, that this process asks for in a day (UTC).

    Args:
        limit: So many a day; None for any number.
        now: The clock, aware.
        error: What is raised at the limit.
    """

    def __init__(
        self,
        limit: int | None,
        *,
        now: Callable[[], datetime],
        error: type[DayLimitError] = DayLimitError,
    ) -> None:
        self._limit = limit
        self._error = error
        self._now = now
        self._lock = threading.Lock()
        self._day = now().astimezone(UTC).date()
        self._count = 0

    @contextmanager
    def one(self, *, unmade: tuple[type[Exception], ...] = NOTHING_WAS_MADE) -> Iterator[None]:
        """Around one call. A call that surely made nothing is not counted.

        Args:
            unmade: The errors after which surely nothing was made.

        Raises:
            DayLimitError: The day's number is used up; the body did not run.
        """
        day = self._take()
        try:
            yield
        except unmade:
            with self._lock:
                if day == self._day:
                    self._count -= 1
            raise

    def _take(self) -> date:
        with self._lock:
            now = self._now().astimezone(UTC)
            if now.date() != self._day:
                self._day, self._count = now.date(), 0
            if self._limit is not None and self._count >= self._limit:
                raise self._error(
                    _SENTENCES[self._error].format(limit=self._limit),
                    retry_after_s=seconds_to_midnight(now),
                )
            self._count += 1
            return self._day


def seconds_to_midnight(now: datetime) -> int:
    """Whole seconds after which the next day (UTC) has begun, at least 1."""
    now = now.astimezone(UTC)
    tomorrow = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return int((tomorrow - now).total_seconds()) + 1
