"""The ids that the furniture and scenery of the place itself have in the SVG."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.scenery.stage import Box, Prop


def named_props(layout: Layout) -> dict[str, Prop]:
    """The place's props that one can name, by their ids."""
    return {
        f"{(prop.noun or prop.shows).replace(' ', '-')}-of-place-{at}": prop
        for at, prop in enumerate(layout.props)
        if prop.noun or prop.shows
    }


def boxes_of(layout: Layout) -> dict[str, Box]:
    """About where everything with an id is, in pixels, by that id."""
    boxes = {item.actor.id: item.box for item in layout.placed}
    return boxes | {id_: prop.box for id_, prop in named_props(layout).items()}
