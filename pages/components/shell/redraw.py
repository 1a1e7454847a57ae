"""A change in a fragment that changes more of the page than the fragment."""

from __future__ import annotations

from pages.components.shell.kept import Kept

_WANTED = Kept("redraw", False)


def request() -> None:
    """Callback: the next run of a fragment becomes one of the whole page.

    A text that is left is such a change: the press that left it comes in the same message, and
    Streamlit then runs the fragment of the text alone; the press, elsewhere, must be drawn too.
    """
    _WANTED.set(True)


def take_request() -> bool:
    """Whether that was asked for since the last look."""
    return _WANTED.take()
