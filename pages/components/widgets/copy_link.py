"""A button that copies an address."""

from __future__ import annotations

from pages.components.shell import assets


def draw(
    link: str,
    *,
    label: str = "Link to this session",
    button: str = "Copy link",
    key: str = "copy_link",
) -> None:
    """The address in a field, and a button beside it that copies it.

    Args:
        link: The address.
        label: What the field is called for who does not see it.
        button: What the button says; no two on a page say the same.
        key: Of the widget, where a page has two.
    """
    component = assets.component(__file__)
    component(key=key, data={"link": link, "label": label, "button": button})
