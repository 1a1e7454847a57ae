"""Takes the picture inside a train, a bus, a plane or a church, when its people are in it."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.places.registry import PLACES, RANKED
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import having

_INSIDE = {place.inside_of: place for place in RANKED if place.inside_of}
"""What one gets into → the place that is then shown."""
_OUTSIDE = frozenset({"wave", "drive", "run", "walk", "push", "paint", "carry"})
"""What is done at a vehicle's window, at its wheel or on the way to it."""

_UPRIGHT = frozenset({"stand", "point", "hug", "dance", "jump", "cheer", "kneel", "sweep", "fight"})
_WITHOUT = having("of every inside")
"""What every such inside shows."""


def aboard(wish: Wish) -> Wish:
    """The wish, in the inside of the vehicle in or on which all its linked people are."""
    found = {
        link.target: wish.wanted[link.target].noun
        for link in wish.links
        if link.relation in {"in", "on"}
        and wish.wanted[link.target].noun in _INSIDE
        and _stays(wish.wanted[link.subject])
    }
    if len(found) != 1 or (wish.place is not None and not PLACES[wish.place].boarding):
        return wish
    if any(item.action in _OUTSIDE for item in wish.wanted):
        return wish
    (vehicle,) = found
    inside = _INSIDE[found[vehicle]]
    riders = {
        link.subject
        for link in wish.links
        if link.target == vehicle and link.relation in {"in", "on"}
    }
    wanted = tuple(
        replace(item, count=0)
        if index == vehicle or item.noun in _WITHOUT
        else _seated(item)
        if index in riders and inside.seating.seat == "seat"
        else item
        for index, item in enumerate(wish.wanted)
    )
    links = tuple(
        link for link in wish.links if wanted[link.subject].count and wanted[link.target].count
    )
    return replace(wish, place=inside.name, wanted=wanted, links=links)


def _stays(item: Wanted) -> bool:
    return item.kind == "person" and item.action not in _OUTSIDE


def _seated(item: Wanted) -> Wanted:
    """A rider on a seat, unless they do what is done standing."""
    if item.kind != "person" or item.action in _UPRIGHT or item.posture:
        return item
    if item.action in {"sleep", "lie"}:
        return replace(item, action="doze", posture="sit")
    return replace(item, action=item.action or "sit", posture="sit")
