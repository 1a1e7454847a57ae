"""What a place itself shows behind its people, as far as it can really be seen."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.layout.furniture import named_props
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.places.place import Background
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.seeing.sight import View
from imagespeak_core.generators.illustrator.seeing.visibility import can_be_seen

_FREE = 0.4
"""Share of a feature's box that must be in the picture, with nothing before it."""

_PAINTED, _PAINTED_PX = 0.25, 200
"""The same for a part of the painted back, and how many small pixels it has at least."""


def backdrop_of(
    stage: Stage,
    layout: Layout,
    view: View,
    told: frozenset[str],
    painted: Background | None = None,
) -> tuple[str, ...]:
    """The nouns of what of the place can be seen, one for each piece, the sky and the back first.

    What is `told` of the picture as an item of its own is left out. `painted` is what the place's
    record tells of its painted back.
    """
    seen = list(view.back)
    seen += [feature.noun for feature in stage.features if view.free_share(feature.box) >= _FREE]
    seen += [
        prop.shows or prop.noun
        for id_, prop in named_props(layout).items()
        if can_be_seen(view.sights.get(id_))
    ]
    if painted is not None and painted.noun not in seen:
        pixels, share = view.free_part(stage.back, painted.shown_by)
        if pixels >= _PAINTED_PX and share >= _PAINTED:
            seen.append(painted.noun)
    return tuple(noun for noun in seen if noun not in told)
