"""A heading that comes into view, and gets the keyboard, when what it names was chosen."""

from __future__ import annotations

from pages.components.shell import assets


def draw(text: str, *, back: str, key: str) -> None:
    """The heading.

    Args:
        text: What is shown below it, as plain text; another one comes into view again.
        back: The key of the button that gets the keyboard when the heading goes.
        key: Of the widget.
    """
    component = assets.component(__file__)
    component(key=key, data={"text": text, "back": back})
