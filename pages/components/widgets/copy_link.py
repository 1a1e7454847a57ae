"""A button that copies an address."""

from __future__ import annotations

from pages.components.shell import assets


def draw(link: str, *, label: str = "Link to this session") -> None:
    """The address in a field, and a button beside it that copies it."""
    component = assets.component(__file__)
    component(key="copy_link", data={"link": link, "label": label})
