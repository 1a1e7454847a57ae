"""After a press: brings into view what it led to, and gives the keyboard a place where it had one.

A button that goes with its press takes the keyboard with it: the next press of Tab would then
begin at the top of the page. And a text field that Tab has led to is seen whole.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from pages.components.shell import assets


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a press led.

    Attributes:
        about: Tells one press from another.
        shows: The key of the container that comes into view; empty: nothing moves.
        focuses: Keys of buttons, or of containers that have some: the first that is there when all
            is drawn gets the keyboard, if nothing has it.
        rests: The key of what has no such button, and gets the keyboard itself.
        leaves: Keys of buttons that the keyboard leaves for it.
    """

    about: int | str = 0
    shows: str = ""
    focuses: tuple[str, ...] = ()
    rests: str = ""
    leaves: tuple[str, ...] = ()


def draw(moved: Moved, *, key: str) -> None:
    """Goes there, once for each press.

    Args:
        moved: Where the last press led.
        key: Of the widget; it stands where nothing before it comes or goes.
    """
    component = assets.component(__file__)
    component(key=key, data=asdict(moved))
