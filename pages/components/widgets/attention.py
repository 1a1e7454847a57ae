"""Brings what is said here into view: the press that led to it may have been far below."""

from __future__ import annotations

from pages.components.shell import assets


def draw(about: object, *, key: str) -> None:
    """Scrolls here once for each object.

    Args:
        about: What is said.
        key: Of the widget.
    """
    component = assets.component(__file__)
    component(key=key, data={"about": str(id(about))})
