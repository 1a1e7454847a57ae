"""What of a page is drawn but not sent yet, while a part of the page already runs again.

Streamlit then drops the part's old drawing, but still tells the browser that the page was drawn to
its end. The browser takes the part away, and with it forgets what was typed and chosen there
(`ForwardMsgQueue.clear` of Streamlit 1.67, read in November 2026; a busy server comes to it when
somebody presses twice within a second).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from pages.server.replaced import replaced

CLEARED_BY: Final = "clear"
"""Streamlit's method of a queue."""


def kept() -> AbstractContextManager[None]:
    """Send it all, in its order: the old drawing of the part, the page's end, the new drawing."""
    return replaced(ForwardMsgQueue, CLEARED_BY, _unless_part)


def _unless_part(streamlits_own: Callable[[ForwardMsgQueue, bool], None]) -> Callable[..., None]:
    def clear(
        self: ForwardMsgQueue,
        retain_lifecycle_msgs: bool = False,
        fragment_ids_this_run: list[str] | None = None,
    ) -> None:
        if fragment_ids_this_run is None:
            streamlits_own(self, retain_lifecycle_msgs)
        else:
            self._delta_index_map = {}  # nothing of the new drawing takes an old one's place

    return clear
