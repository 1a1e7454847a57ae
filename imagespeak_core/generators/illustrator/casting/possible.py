"""What is possible where: nobody flies in a room, swims on land, or climbs without a tree."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import having

CLIMBED = having("climbed")
PONDS = having("pond")
STEPS = having("has steps")
"""What people climb besides trees."""
_FLOATING = having("floats")
"""Who swims when it is on a pond."""


def where_possible(wish: Wish, place: Place) -> Wish:
    """The wish without flying and climbing in a room, and without swimming on land.

    What is left out is named among the words that are not drawn.
    """
    kept, unknown = [], list(wish.unknown)
    ponds = any(item.noun in PONDS for item in wish.wanted)
    afloat = {
        link.subject
        for link in wish.links
        if link.relation in {"on", "in"} and wish.wanted[link.target].noun in PONDS
    }
    for index, asked in enumerate(wish.wanted):
        swims = index in afloat and asked.noun in _FLOATING and asked.action in {None, "stand"}
        item = replace(asked, action="swim") if swims else asked
        missing = _not_here(item, place, ponds=ponds)
        if missing and missing not in unknown:
            unknown.append(missing)
        kept.append(replace(item, action=None) if missing else item)
    return replace(wish, wanted=tuple(kept), unknown=tuple(unknown))


def _not_here(item: Wanted, place: Place, *, ponds: bool) -> str:
    if item.kind != "animal":
        return ""
    if place.indoors:
        return {"fly": "flying", "climb": "climbing", "swim": "swimming"}.get(item.action or "", "")
    if item.action == "swim" and place.water not in {"fresh", "salt"} and not ponds:
        return "swimming"
    return ""


def only_up_what_is_there(wish: Wish) -> Wish:
    """The wish without climbing where there is nothing to climb; who would climb walks.

    The word is named among those that are not drawn.
    """
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
    if wanted == wish.wanted:
        return wish
    return replace(wish, wanted=wanted, unknown=(*wish.unknown, "climbing"))
