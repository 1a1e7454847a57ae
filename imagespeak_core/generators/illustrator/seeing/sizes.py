"""Whether one sees that something is big or small, beside others that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_PLAINLY = 1.15
"""By so much the larger of two of a kind is higher in the picture, however near each one is."""

_OTHERS = 1.0
"""The same of two animals or vehicles of different kinds, of which one is to be big, one small."""


def with_sizes_seen(shown: Sequence[Shown], placed: Sequence[Placed]) -> tuple[Shown, ...]:
    """The same; no size for what was to be larger or smaller than another and does not look so.

    It is held against others of its noun, and a small elephant against a big mouse: what is to be
    big against what is to be small among all animals, or all things of one family. People are left
    as they are: by their feet one sees how near they are.
    """
    boxes = {item.actor.id: item for item in placed}
    return tuple(
        replace(item, size=None) if item.size and not _looks_so(item, shown, boxes) else item
        for item in shown
    )


def _looks_so(item: Shown, shown: Sequence[Shown], placed: dict[str, Placed]) -> bool:
    if item.kind == "person" or item.id not in placed:
        return True
    own = _height_px(placed[item.id])
    for other in shown:
        if other.id not in placed or other.size == item.size:
            continue
        if other.noun == item.noun:
            least = _PLAINLY
        elif other.size and _family(other) == _family(item):
            least = _OTHERS
        else:
            continue
        ratio = own / _height_px(placed[other.id])
        if (ratio if item.size == "big" else 1 / ratio) < least:
            return False
    return True


def _family(item: Shown) -> str:
    return THINGS[item.noun].kind if item.noun in THINGS else item.kind


def _height_px(item: Placed) -> float:
    return item.box.bottom - item.box.top
