"""Which tabs may send the server a file: those whose page has a place for one.

Streamlit takes files for every tab, whatever its page shows, and keeps them in memory until it
forgets the tab (`/_stcore/upload_file/` of Streamlit 1.67, read in November 2026). Here they go
with the place for them, and soon after the tab.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx


class FileDoor:
    """Remembers them by Streamlit's ids of tabs. Safe for threads.

    Args:
        is_there: Whether a tab is open, or may come back to the same page, such as after a sleep.
    """

    def __init__(self, is_there: Callable[[str], bool]) -> None:
        self._is_there = is_there
        self._lock = threading.Lock()
        self._shows: dict[str, bool] = {}  # whether the page's last full run has come to it

    def is_open(self, tab: str) -> bool:
        """Whether the tab's page has a place for a file; what it had counts until a run's end."""
        return tab in self._shows

    def begin(self, tab: str) -> None:
        """The page is drawn anew."""
        with self._lock:
            if tab in self._shows:
                self._shows[tab] = False

    def open(self, tab: str) -> None:
        """The page shows a place for a file."""
        with self._lock:
            if tab not in self._shows:
                for gone in [one for one in self._shows if not self._is_there(one)]:
                    del self._shows[gone]
            self._shows[tab] = True

    def end(self, tab: str) -> bool:
        """The page is drawn to its end; gives whether its place for a file is gone."""
        with self._lock:
            is_gone = self._shows.get(tab) is False
            if is_gone:
                del self._shows[tab]
            return is_gone


@cache
def file_door() -> FileDoor:
    """That of this process."""
    return FileDoor(_is_there)


def _is_there(tab: str) -> bool:
    """Streamlit keeps a tab whose socket has ended for two minutes, in which it may come back."""
    return (
        runtime.exists() and runtime.get_instance()._session_mgr.get_session_info(tab) is not None
    )


def is_connected(tab: str) -> bool:
    """Whether a tab has its socket now."""
    return runtime.exists() and runtime.get_instance().is_active_session(tab)


def begin() -> None:
    """A run of a page begins."""
    if context := get_script_run_ctx():
        file_door().begin(context.session_id)


def show() -> None:
    """The page has a place for a file."""
    if context := get_script_run_ctx():
        file_door().open(context.session_id)


def end() -> None:
    """The page is drawn to its end. Files go with the place for them."""
    context = get_script_run_ctx()
    if context and file_door().end(context.session_id):
        context.uploaded_file_mgr.remove_session_files(context.session_id)
