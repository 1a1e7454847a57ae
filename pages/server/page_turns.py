"""Whose page is drawn next, of a crowd that was told at once of its picture.

If all drew at once, the threads that draw would keep the picture itself from those who have not
seen it yet; and who presses meanwhile would stand behind them all.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from functools import cache
from typing import Final

from pages.server.few_at_once import drawings

DRAWN_AT_ONCE: Final = 2
SEEN_WITHIN_S: Final = 3.0
"""So long after one was told, others wait until that one has seen the picture."""

LONGEST_TURN_S: Final = 0.2
"""Who is slow for another reason keeps nobody longer."""

_BEGUN_AFTER_S: Final = 0.01


class PageTurns:
    """The line in which a crowd stands; it belongs to one event loop.

    Args:
        drawn_now: How many pages are being drawn.
    """

    def __init__(self, drawn_now: Callable[[], int]) -> None:
        self._drawn_now = drawn_now
        self._line = asyncio.Lock()
        self._free_from_s = 0.0
        self._told_s: deque[float] = deque()  # when, of each who has not seen the picture

    def is_at_once(self) -> bool:
        """Whether who is told now may draw the page without standing in line."""
        now_s = time.monotonic()
        self._forget_who_is_gone(now_s)
        if now_s < self._free_from_s or len(self._told_s) >= DRAWN_AT_ONCE:
            self._told_s.append(now_s)
            return False
        self._free_from_s = now_s + _BEGUN_AFTER_S
        return True

    async def come(self) -> bool:
        """Stand in line, once the picture is seen, until it is one's turn."""
        came_s = time.monotonic()
        if self._told_s:
            self._told_s.popleft()
        async with self._line:
            while self._is_unseen_since(came_s):
                await asyncio.sleep(_BEGUN_AFTER_S)
            ends_s = time.monotonic() + LONGEST_TURN_S
            while self._drawn_now() >= DRAWN_AT_ONCE and time.monotonic() < ends_s:
                await asyncio.sleep(_BEGUN_AFTER_S)
            await asyncio.sleep(_BEGUN_AFTER_S)
        return True

    def _is_unseen_since(self, came_s: float) -> bool:
        self._forget_who_is_gone(time.monotonic())
        return bool(self._told_s) and self._told_s[0] < came_s

    def _forget_who_is_gone(self, now_s: float) -> None:
        while self._told_s and self._told_s[0] < now_s - SEEN_WITHIN_S:
            self._told_s.popleft()


@cache
def page_turns() -> PageTurns:
    """The line of this server."""
    return PageTurns(drawings().count)
