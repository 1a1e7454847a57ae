"""The part that waits in the browser: one request to our own route instead of many reruns."""

from __future__ import annotations

from pages.components.shell import assets


def draw(*, url: str, elapsed_s: float, usual_s: float) -> None:
    """Progress, drawn and timed by the browser; reruns the fragment when the URL answers 200.

    Args:
        url: A route that answers 200 at the end, and 202 to ask again.
        elapsed_s: Seconds since the work was asked for.
        usual_s: Seconds that it usually needs.
    """
    component = assets.component(__file__)
    component(
        key="waiting",
        data={"url": url, "elapsed_s": elapsed_s, "usual_s": usual_s},
        on_ended_change=lambda: None,
    )
