"""What the projector's bar does in the browser alone: a timer, full screen, the space key."""

from __future__ import annotations

from collections.abc import Callable

from pages.components.shell import assets


def draw(*, soon: list[str], on_next: Callable[[], None]) -> None:
    """Timer and full screen, and the space key for the next picture.

    Args:
        soon: Addresses of the pictures to come, which the browser gets ahead.
        on_next: Called when space is pressed.
    """
    component = assets.component(__file__)
    component(key="stage_tools", data={"soon": soon}, on_next_change=on_next)
