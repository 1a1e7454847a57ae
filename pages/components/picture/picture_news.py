"""News of the picture: read aloud to who does not see it, and said on it while it travels."""

from __future__ import annotations

from pages.components.shell import assets


def draw(text: str, *, about: str, key: str) -> None:
    """Takes no room; the text is read aloud when it is about something new.

    Args:
        text: What has changed, as plain text.
        about: Tells one change from another.
        key: Of the widget.
    """
    component = assets.component(__file__)
    component(key=key, data={"text": text, "about": about})
