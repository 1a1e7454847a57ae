"""A strip of small pictures, one of which is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType

from pages.components.shell import assets
from pages.components.shell.kept import Kept


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small picture of a strip.

    Attributes:
        name: Tells it from the others; what a press gives.
        url: Where the small picture is.
        alt: What it is, for those who don't see it.
    """

    name: str
    url: str
    alt: str


def draw(
    label: str,
    thumbnails: Sequence[Thumbnail],
    *,
    chosen: str,
    on_press: Callable[[str], None],
    key: str,
) -> None:
    """The strip; a press calls back with the name before the next run.

    Args:
        label: What the strip is, for those who don't see it.
        thumbnails: In the order of the strip.
        chosen: The name of the one that is looked at.
        on_press: Called with the name of the one that was pressed.
        key: Of the widget.
    """
    component = assets.component(__file__)
    told: Kept[Mapping[str, str]] = Kept(key, MappingProxyType({}))

    def pressed() -> None:
        on_press(told.get()["pressed"])

    component(
        key=key,
        data={
            "label": label,
            "chosen": chosen,
            "thumbnails": [asdict(thumbnail) for thumbnail in thumbnails],
        },
        on_pressed_change=pressed,
    )
