"""Whether all that pictures need can be reached just now; asked now and then, however many ask.

Each part is looked at by a thread of its own, so that one that hangs keeps nobody waiting: not the
other parts, nor the server's loop, nor a later look, by which that part may be there again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future

from imagespeak_core.errors import ImageSpeakError

logger = logging.getLogger(__name__)

KNOWN_FOR_S = 10.0
"""So long an answer is not asked for again, nor one that has not come."""
MOST_AT_ONCE = 3
"""So many looks at one part may hang."""
OK = "ok"

Check = Callable[[], None]
"""Returns where a part is there; raises an ImageSpeakError where it is not."""


class _Part:
    """What is known of one part."""

    def __init__(self, check: Check, monotonic: Callable[[], float]) -> None:
        self._check = check
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._look: Future[str] | None = None
        self._since_s = 0.0  # when it began; once it has ended, when that was
        self._under_way = 0

    def look(self) -> Future[str]:
        """The look that was begun or made a moment ago; else a new one, if not too many hang."""
        with self._lock:
            look, now_s = self._look, self._monotonic()
            is_old = look is None or now_s - self._since_s >= KNOWN_FOR_S
            if look is None or (is_old and self._under_way < MOST_AT_ONCE):
                look = self._look = Future()
                self._since_s = now_s
                self._under_way += 1
                look.set_running_or_notify_cancel()
                threading.Thread(
                    target=self._ask, args=(look,), name="readiness", daemon=True
                ).start()
            return look

    def _ask(self, look: Future[str]) -> None:
        found = OK
        try:
            self._check()
        except ImageSpeakError as error:
            found = error.code
        except Exception:
            logger.exception("whether the server is ready could not be looked at")
            found = ImageSpeakError.code
        with self._lock:
            self._under_way -= 1
            if look is self._look:
                self._since_s = self._monotonic()
            look.set_result(found)


class Readiness:
    """Looks at all parts. Safe for threads.

    Args:
        checks: By the name of the part; they must cost nothing, or next to nothing.
        monotonic: Seconds that only go forward.
    """

    def __init__(
        self,
        checks: Mapping[str, Check],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._parts = {name: _Part(check, monotonic) for name, check in checks.items()}

    def looks(self) -> dict[str, Future[str]]:
        """For each part what is the matter with it, now or soon; `ok` where nothing is.

        Returns at once. Nobody can cancel a look: others wait for it too.
        """
        return {name: part.look() for name, part in self._parts.items()}
