"""The part that waits in the browser for a picture: it is told of the end, and no run asks.

A first picture it shows until the page is drawn anew, which a busy server does later. Where it
can't be told, the page runs again every three seconds; else once in half a minute.
"""

from __future__ import annotations

from pages.components.shell import addresses, assets
from pages.components.widgets import news


def draw(
    line: str,
    *,
    is_stopped: bool,
    of: str,
    turn: str,
    page: str,
    elapsed_s: float,
    usual_s: float,
) -> None:
    """Progress, drawn and timed by the browser; runs the page again when there is another line.

    Args:
        line: What is going on, as plain text.
        is_stopped: Nothing is being made just now: the time that it usually needs tells nothing.
        of: What to wait for: `news.of_job`.
        turn: What changes the line before: `news.of_turn`.
        page: What to wait for then, where others come first: `news.of_page`.
        elapsed_s: Seconds since the work was asked for.
        usual_s: Seconds that it usually needs.
    """
    component = assets.component(__file__, news.SCRIPT)
    component(
        key="waiting",
        data={
            "url": addresses.news(),
            "of": of,
            "turn": turn,
            "page": page,
            "line": line,
            "is_stopped": is_stopped,
            "elapsed_s": elapsed_s,
            "usual_s": usual_s,
        },
        on_changed_change=lambda: None,
    )
