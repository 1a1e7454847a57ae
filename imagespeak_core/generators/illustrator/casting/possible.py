"""What is possible where: nobody flies in a room, swims on land, or climbs without a tree."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scene import Wish
from imagespeak_core.generators.illustrator.things.catalog import having

CLIMBED = having("climbed")
PONDS = having("pond")
STEPS = having("has steps")
"""What people climb besides trees."""
_FLOATING = having("floats")
"""Who swims when it is on a pond."""


def where_possible(wish: Wish, place: Place) -> Wish:
    """The wish without animals that fly or climb in a room, or swim on land."""
    ponds = any(item.noun in PONDS for item in wish.wanted)
    afloat = {
        link.subject
        for link in wish.links
        if link.relation in {"on", "in"} and wish.wanted[link.target].noun in PONDS
    }
    kept = []
    for index, asked in enumerate(wish.wanted):
        swims = index in afloat and asked.noun in _FLOATING and asked.action in {None, "stand"}
        item = replace(asked, action="swim") if swims else asked
        possible = item.kind != "animal" or _is_possible(item.action or "", place, ponds=ponds)
        kept.append(item if possible else replace(item, action=None))
    return replace(wish, wanted=tuple(kept))


def _is_possible(action: str, place: Place, *, ponds: bool) -> bool:
    """Whether an animal can do it there."""
    if place.indoors:
        return action not in {"fly", "climb", "swim"}
    return action != "swim" or place.water in {"fresh", "salt"} or ponds


def only_ridden_if_known(wish: Wish) -> Wish:
    """The wish without riding what has no drawing: nobody is on a bicycle who asked for none."""
    if not wish.unknown:
        return wish
    linked = {link.subject for link in wish.links}
    wanted = tuple(
        replace(item, action=None)
        if item.action == "ride"
        and item.holding != "bicycle"
        and not (item.noun == "cyclist" or item.doing.startswith("cycl") or index in linked)
        else item
        for index, item in enumerate(wish.wanted)
    )
    return replace(wish, wanted=wanted)


def only_up_what_is_there(wish: Wish) -> Wish:
    """The wish without climbing where there is nothing to climb; who would climb walks."""
    climbers = {
        link.subject
        for link in wish.links
        if wish.wanted[link.target].noun in CLIMBED | STEPS and wish.wanted[link.target].count
    }
    wanted = tuple(
        replace(item, action="walk")
        if item.kind == "person" and item.action == "climb" and index not in climbers
        else item
        for index, item in enumerate(wish.wanted)
    )
    return replace(wish, wanted=wanted)
