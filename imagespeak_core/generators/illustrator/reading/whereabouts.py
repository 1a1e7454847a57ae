"""Where it all happens: the place that a prompt names, or where one would find such a thing."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import hints, settings

_TRAFFIC = having("traffic")


def place_of(found: Findings, *, beside: str | None = None) -> str | None:
    """The place that is named, else the one where such people, things or actions are found.

    Args:
        found: What the prompt tells.
        beside: The place of a picture that is looked at beside: it is the more likely one.
    """
    places = found.places or ([] if beside else found.weak_places)
    if places:
        place = min(places, key=settings.PLACE_RANK.index)
        traffic = any(item.noun in _TRAFFIC for item in found.wanted)
        closed = place in settings.INDOORS - settings.GARAGES
        return hints.CUE_PLACES["traffic"] if traffic and closed else place
    if beside:
        return beside
    return _of_water(found) or _of_a_group(found) or _of_nouns(found) or _of_actions(found)


def _of_water(found: Findings) -> str | None:
    for item in found.wanted:
        if item.noun in THINGS and THINGS[item.noun].stands_on == "water":
            if any(other.noun == "bridge" for other in found.wanted):
                return hints.CUE_PLACES["under a bridge"]
            at_sea = hints.CUE_PLACES["at sea"]
            return at_sea if THINGS[item.noun].found_at == at_sea else hints.CUE_PLACES["afloat"]
    return None


def _of_a_group(found: Findings) -> str | None:
    """Where people wave from a train or wait for a bus, or where several kinds have a meal."""
    waves = any(
        found.wanted[link.target].noun == "train" and found.wanted[link.subject].action == "wave"
        for link in found.links
        if link.relation == "in"
    )
    if waves:
        return hints.CUE_PLACES["waving from a train"]
    stops = any(item.noun == "bus stop" for item in found.wanted)
    waits = any(
        found.wanted[link.target].noun == "bus" and found.wanted[link.subject].action == "stand"
        for link in found.links
        if link.relation == "with"
    )
    if stops or waits:
        return hints.CUE_PLACES["waiting for a bus"]
    dines = found.has_meal and any(item.role and item.action == "eat" for item in found.wanted)
    return hints.CUE_PLACES["dining out"] if dines and not _is_outdoors(found) else None


def _of_nouns(found: Findings) -> str | None:
    for key in ("role", "noun"):
        for item in found.wanted:
            hint = hints.PLACE_HINTS.get(getattr(item, key) or "")
            if hint:
                young = any(other.age in {"child", "baby"} for other in found.wanted)
                return hints.PLACES_OF_THE_YOUNG.get(hint, hint) if young else hint
    return None


def _of_actions(found: Findings) -> str | None:
    outdoors = _is_outdoors(found)
    if found.at_home and not outdoors:
        return found.at_home
    for item in found.wanted:
        here = item.kind == "person" and not _moves(item)
        if item.posture == "lie" and not outdoors:
            return hints.CUE_PLACES["lying"]
        hint = hints.ACTION_HINTS.get(item.action or "") if here else None
        if hint and not (outdoors and hint in settings.INDOORS):
            return hint
    people = [item for item in found.wanted if item.kind == "person"]
    babies = bool(people) and all(item.age == "baby" for item in people)
    return hints.CUE_PLACES["babies"] if babies and not outdoors else None


def _is_outdoors(found: Findings) -> bool:
    """Whether something is wanted that nobody would look for in a room."""
    things = [THINGS[item.noun] for item in found.wanted if item.noun in THINGS]
    return any(thing.kind in settings.OUTDOOR_KINDS for thing in things)


def _moves(item: Wanted) -> bool:
    """Whether somebody does it on the way, and so not where it is usually done."""
    return item.posture in {"walk", "run"}
