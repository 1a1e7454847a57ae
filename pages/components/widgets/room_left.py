"""How much more can be written into a text area, said when there is little room left."""

from __future__ import annotations

from pages.components.shell import assets


def draw(of: str, *, most: int) -> None:
    """Takes no room until the end is near; it counts in the browser, as one writes.

    Args:
        of: The key of the text area.
        most: How many characters it takes.
    """
    component = assets.component(__file__)
    component(key=f"room_left_{of}", data={"of": of, "most": most})
