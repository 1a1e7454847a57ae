"""Whether somebody or something in its place can be seen, by what stands in front of it."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scenery.stage import Box
from imagespeak_core.generators.illustrator.things.catalog import having

_LOOKS = 9
"""So many times so many points of a box are looked at."""
_HIDDEN_FROM = 0.8
_SMALLEST = 0.00012
"""Share of the picture that a thing's box must have to be told."""
_OF_A_PERSON, _OF_A_THING = 0.56, 0.94
"""How much of the width of its box a drawing fills, so that nothing is seen beside it."""
_TOP = 0.05
_OPEN_BELOW = having("seen through")
_TABLE_TOP = 0.3


def can_be_seen(item: Placed, placed: list[Placed], size: tuple[int, int]) -> bool:
    """Whether enough of it is to be seen to be told. People are: no layout hides them.

    Args:
        item: One of those that are placed.
        placed: Everybody and everything in its place.
        size: The picture's width and height, in pixels.
    """
    if item.actor.person is not None:
        return True
    large = item.box.area > _SMALLEST * size[0] * size[1]
    return large and hidden_share(item, placed) < _HIDDEN_FROM


def hidden_share(item: Placed, placed: list[Placed]) -> float:
    """About how much of its box is behind what is painted after it, from 0 to 1."""
    order = sorted(placed, key=lambda other: other.ground_px)
    at = next(index for index, other in enumerate(order) if other is item)
    return covered_share(item.box, order[at + 1 :])


def covered_share(box: Box, before: Sequence[Placed]) -> float:
    """About how much of a box is behind these, from 0 to 1."""
    covers = [_filled(other) for other in before if other.box.meets(box)]
    steps = [(step + 0.5) / _LOOKS for step in range(_LOOKS)]
    covered = 0
    for across in steps:
        x = box.left + (box.right - box.left) * across
        for down in steps:
            y = box.top + (box.bottom - box.top) * down
            covered += any(
                other.left <= x <= other.right and other.top <= y <= other.bottom
                for other in covers
            )
    return covered / _LOOKS**2


def _filled(item: Placed) -> Box:
    """The part of its box that a drawing covers; between a table's legs one can see."""
    box = item.box
    if item.actor.wanted.noun in _OPEN_BELOW:
        return Box(box.left, box.top, box.right, box.top + (box.bottom - box.top) * _TABLE_TOP)
    share = _OF_A_PERSON if item.actor.person else _OF_A_THING
    margin = (box.right - box.left) * (1 - share) / 2
    top = box.top + (box.bottom - box.top) * _TOP
    return Box(box.left + margin, top, box.right - margin, box.bottom)
