"""Tells those who don't see the page what has changed on it."""

from __future__ import annotations

from pages.components.shell import assets


def draw(text: str, *, key: str) -> None:
    """Reads the text out when it is another one than before.

    Args:
        text: Plain; empty: nothing is read out.
        key: Of the widget; its place on the page stays the same.
    """
    component = assets.component(__file__)
    component(key=key, data={"text": text})
