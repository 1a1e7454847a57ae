"""The button by which a teacher with a PIN signs out: our own route clears the cookie."""

from __future__ import annotations

from pages.components.shell import assets


def draw(url: str) -> None:
    """The button.

    Args:
        url: The route that clears the cookie.
    """
    component = assets.component(__file__)
    component(key="sign_out", data={"url": url})
