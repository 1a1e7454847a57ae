"""Things are outlined in the picture that the page shows; those who don't see it are told where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from imagespeak_core.speaking.feedback import Where
from pages.components.shell import assets
from pages.components.shell.kept import Kept

_SIDES = {"left": "on the left", "middle": "in the middle", "right": "on the right"}
_DEPTHS = {"foreground": "at the front", "middle": "", "background": "far away"}
_FEW = 3


def draw(about: str, places: Iterable[Where], *, on_close: Callable[[str], None], key: str) -> None:
    """Outlines things.

    Args:
        about: Tells one press from another; the picture comes into view for a new one. Empty:
            nothing is outlined any more.
        places: Where the things are; none: the whole picture shows it.
        on_close: Callback: somebody pressed Escape. It is called with what was outlined then:
            where presses follow each other closely, that of a later one may be called before.
        key: Of the widget.
    """
    component = assets.component(__file__)
    told: Kept[Mapping[str, Any]] = Kept(key, MappingProxyType({}))
    shown = list(places)
    component(
        key=key,
        data={
            "about": about,
            "boxes": [list(place.box) for place in shown if place.box],
            "says": says(shown) if about else "",
        },
        on_closed_change=lambda: on_close(told.get().get("closed") or ""),
    )


def says(places: Iterable[Where]) -> str:
    """Where things are: "Look on the left, far away."."""
    told = dict.fromkeys(
        ", ".join(part for part in (_SIDES[one.side], _DEPTHS[one.depth]) if part) for one in places
    )
    if not told:
        return "Look at the whole picture."
    if len(told) > _FEW:
        return "Look at the whole picture: there are several."
    return f"Look {'; and '.join(told)}."
