"""What counts without a restart when a file with settings is changed: who is a teacher.

Schools change PINs and lists while lessons run, and sign-in services let their secrets end.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from imagespeak_core.settings.fields import Settings, setting_name
from imagespeak_core.settings.reading import Reading, usable

LIVE = frozenset({"teachers", "tenant", "teacher_pin"})
LOOK_EVERY_S = 2

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Current:
    """What counts now.

    Attributes:
        settings: As at the start, but for those of `LIVE`.
        auth: The section `[auth]`; None where there is none.
    """

    settings: Settings
    auth: Mapping[str, object] | None


class LiveSettings:
    """Settings whose files are looked at again when somebody asks, at most every two seconds.

    Where the files have become wrong, what counted before goes on counting, and the log says so.

    Args:
        read: Reads everything.
        stamp: Another value as soon as one of the files changes.
        monotonic: Seconds that never go back.

    Raises:
        SettingsError: The settings are wrong at the start; lists everything that is.
    """

    def __init__(
        self,
        read: Callable[[], Reading],
        stamp: Callable[[], object],
        monotonic: Callable[[], float],
    ) -> None:
        self._read, self._stamp, self._monotonic = read, stamp, monotonic
        self._lock = threading.Lock()
        self._looked_at_s = monotonic()
        self.at_start = read()
        self._seen: object = self.at_start.stamp
        self._started = usable(self.at_start)
        self._current = Current(self._started, self.at_start.auth)

    def now(self) -> Current:
        """What counts now; the same object until something has changed."""
        with self._lock:
            if self._monotonic() - self._looked_at_s >= LOOK_EVERY_S:
                self._looked_at_s = self._monotonic()
                if self._stamp() != self._seen:
                    self._take(self._read())
            return self._current

    def _take(self, reading: Reading) -> None:
        self._seen = reading.stamp
        if reading.problems:
            _logger.warning(
                "The settings have changed and are wrong; the earlier ones still count:\n%s",
                "\n".join(reading.problems),
            )
            return
        changed = {
            field
            for field in Settings.model_fields
            if getattr(reading.settings, field) != getattr(self._started, field)
        }
        live = {field: getattr(reading.settings, field) for field in LIVE}
        self._current = Current(self._started.model_copy(update=live), reading.auth)
        waiting = ", ".join(setting_name(field) for field in sorted(changed - LIVE))
        if waiting:
            _logger.warning("%s changed. Restart ImageSpeak to use it.", waiting)
        _logger.warning("The settings were read again: teachers and sign-in are as written now.")
