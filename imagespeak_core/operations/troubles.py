"""What only the owner can mend, in the log: a WARNING, at most one a minute for each kind."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

logger = logging.getLogger(__name__)

ONE_EVERY_S = 60.0


@dataclass(slots=True)
class _Told:
    at_s: float
    since: int = 0


class Troubles:
    """Tells of them.

    Args:
        monotonic: Seconds that only go forward.
        on_trouble: Told the kind each time, also where the log is not.
    """

    def __init__(
        self,
        monotonic: Callable[[], float] = time.monotonic,
        *,
        on_trouble: Callable[[str], None] = lambda _kind: None,
    ) -> None:
        self._monotonic = monotonic
        self._on_trouble = on_trouble
        self._lock = threading.Lock()
        self._told: dict[str, _Told] = {}

    def tell(self, kind: str, sentence: str) -> None:
        """Log it, if none of its kind was logged in the last minute; else count it.

        Args:
            kind: A short name from a small set, such as `store down`: one entry is kept for each.
            sentence: What is wrong and what to do; names no prompt, session or signed address.
        """
        self._on_trouble(kind)
        now_s = self._monotonic()
        with self._lock:
            told = self._told.get(kind)
            if told is not None and now_s - told.at_s < ONE_EVERY_S:
                told.since += 1
                return
            unsaid = told.since if told else 0
            self._told[kind] = _Told(now_s)
        more = f" ({unsaid} more of this kind since it was last said.)" if unsaid else ""
        logger.warning("%s: %s%s", kind, sentence, more)
