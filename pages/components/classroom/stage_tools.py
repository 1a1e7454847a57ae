"""What the projector's bar does in the browser alone: timer, full screen, keys for its buttons."""

from __future__ import annotations

from pages.components.shell import assets


def draw(*, soon: list[str]) -> None:
    """Timer, full screen, and the keys of keyboards and presenters' remotes.

    Args:
        soon: Addresses of the pictures to come, which the browser gets ahead.
    """
    component = assets.component(__file__)
    component(key="stage_tools", data={"soon": soon})
