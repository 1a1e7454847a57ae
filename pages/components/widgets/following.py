"""The part that waits in the browser until the teacher changes something."""

from __future__ import annotations

from pages.components.shell import assets


def draw(url: str, *, picture: str = "", says: str = "", waits: bool = False) -> None:
    """Waits unseen; reruns the fragment, or the page, when the URL answers 200.

    Args:
        url: A route that answers 200 when there is something new, and 204 to ask again.
        picture: The address of the picture that is shown. Where it can't be loaded, that is
            said in its place, and it is tried again.
        says: What is shown now, read out to those who don't see it when it is another than before.
        waits: While somebody types, is asked something or has just pressed, nothing is run again.
    """
    component = assets.component(__file__)
    component(
        key="following",
        data={"url": url, "picture": picture, "says": says, "waits": waits},
        on_changed_change=lambda: None,
    )
