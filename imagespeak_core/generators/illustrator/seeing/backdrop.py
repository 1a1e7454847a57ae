"""What a place itself shows behind its people, as far as it can really be seen."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.scenery.stage import Box, Feature, Stage

_IN_THE_PICTURE = 0.6
_IN_SIGHT = 0.55
"""Shares of a feature's box that must be inside the picture, and free of what stands before it."""

_CELLS = 12


def backdrop_of(
    stage: Stage, layout: Layout, size: tuple[int, int], told: frozenset[str]
) -> tuple[str, ...]:
    """The nouns of what of the place can be seen, one for each piece, the painted back first.

    What is `told` of the picture as an item of its own is left out.
    """
    actors = [item.box for item in layout.placed]
    props = [prop.box for prop in layout.props]
    seen = [
        feature.noun for feature in stage.features if _in_sight(feature, [*actors, *props], size)
    ]
    seen += [
        prop.shows or prop.noun
        for prop in layout.props
        if (prop.noun or prop.shows) and _in_sight(Feature(prop.noun, prop.box), actors, size)
    ]
    return tuple(noun for noun in seen if noun not in told)


def _in_sight(feature: Feature, before: list[Box], size: tuple[int, int]) -> bool:
    shown = feature.box.common(Box(0, 0, *size))
    if shown.area < _IN_THE_PICTURE * feature.box.area:
        return False
    near = [box for box in before if box.meets(shown)]
    free = 0
    for row in range(_CELLS):
        y = shown.top + (shown.bottom - shown.top) * (row + 0.5) / _CELLS
        for column in range(_CELLS):
            x = shown.left + (shown.right - shown.left) * (column + 0.5) / _CELLS
            free += not any(b.left < x < b.right and b.top < y < b.bottom for b in near)
    return free >= _IN_SIGHT * _CELLS * _CELLS
