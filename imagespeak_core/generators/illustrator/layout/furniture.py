"""The furniture of the place itself that is told as an item, with its ids in the SVG."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.scenery.stage import Box, Prop
from imagespeak_core.generators.illustrator.things.catalog import having

_MATTERS = having("furnishes")
"""Furniture of a place that is worth telling."""


def named_props(layout: Layout, size: tuple[int, int]) -> list[tuple[str, Prop]]:
    """The place's furniture that matters and can be seen, each with its id."""
    picture = Box(0, 0, *size)
    seen = [
        prop
        for prop in layout.props
        if prop.noun in _MATTERS
        and prop.box.shared(picture) > 0.7 * prop.box.area
        and _hidden(prop, layout) < 0.6
    ]
    return [(f"{prop.noun.replace(' ', '-')}-of-place-{at}", prop) for at, prop in enumerate(seen)]


def _hidden(prop: Prop, layout: Layout) -> float:
    before = (item for item in layout.placed if item.ground_px > prop.foot_px)
    return sum(prop.box.shared(item.box) for item in before) / max(1.0, prop.box.area)
