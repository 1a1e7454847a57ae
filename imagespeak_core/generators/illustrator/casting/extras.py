"""Who else is there: people and things that make a place what it is, though nobody asked."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.possible import (
    only_ridden_if_known,
    only_up_what_is_there,
    where_possible,
)
from imagespeak_core.generators.illustrator.places.casts import people
from imagespeak_core.generators.illustrator.places.place import Cast, Place
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Link, Season, Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having

_OUTDOORS_ONLY = having("traffic") | having("open air")
_INDOORS_ONLY = having("indoors only")
_OF_ROOMS = having("of every room")
_BUNCH = frozenset({"flower", "flowers"})
_PASSERS_BY = 4
_A_LINE = 2
_APART = frozenset({"above", "below", "under", "left of", "right of"})
"""What is so related to something hangs where it is said, and not where rooms have it."""


def with_extras(wish: Wish, place: str, rng: random.Random) -> Wish:
    """The wish with the usual people where nobody was named, and passers-by where it is busy."""
    here, wish = PLACES[place], only_ridden_if_known(wish)
    closed = here.indoors and not here.garage
    out_of_place = _OUTDOORS_ONLY if closed else _INDOORS_ONLY
    if here.roofed:
        out_of_place |= {"rainbow"}
    lifted = {link.subject for link in wish.links if link.relation == "on"}
    hung = {
        index
        for link in wish.links
        if link.relation in _APART
        for index in (link.subject, link.target)
    }
    used = {link.target for link in wish.links if link.relation in {"on", "in"}}
    in_vases = _in_vases(wish)
    wish = replace(
        wish,
        wanted=tuple(
            replace(item, count=0)
            if item.noun in out_of_place or index in in_vases
            else _fitting(item, here, wish.season, used=index in used, lifted=index in lifted)
            if index not in hung or item.noun not in _OF_ROOMS
            else item
            for index, item in enumerate(wish.wanted)
        ),
    )
    wish = _under_umbrellas(wish)
    lonely = not any(item.count and item.noun != place for item in wish.wanted)
    if lonely and not wish.deserted:
        wish = replace(wish, wanted=(*wish.wanted, *_cast(wish, here, rng)))
    if wish.busy:
        more = people(3, "talk") if here.indoors else people(_PASSERS_BY, "walk")
        wish = replace(wish, wanted=(*wish.wanted, replace(more, depth="background")))
    wish = _at_the_stop(wish) if here.seating.company == "queue" else wish
    if not wish.deserted:
        roles = {item.role for item in wish.wanted}
        missing = tuple(item for item in here.always if item.role not in roles)
        wish = replace(wish, wanted=wish.wanted + missing)
    return only_up_what_is_there(where_possible(wish, here))


def _in_vases(wish: Wish) -> frozenset[int]:
    """The indices of flowers that are in a vase, which is drawn with flowers anyway."""
    inside = [
        (link.subject, link.target) if link.relation == "in" else (link.target, link.subject)
        for link in wish.links
        if link.relation in {"in", "with"}
    ]
    nouns = [item.noun for item in wish.wanted]
    return frozenset(
        flowers for flowers, vase in inside if nouns[flowers] in _BUNCH and nouns[vase] == "vase"
    )


def _cast(wish: Wish, here: Place, rng: random.Random) -> Cast:
    """Who is usually there, without what the prompt says is not."""
    denied = {without.what for without in wish.without if without.kind == "noun"}
    return tuple(item for item in rng.choice(here.casts) if item.noun not in denied)


def _under_umbrellas(wish: Wish) -> Wish:
    """The wish with somebody under each umbrella where the prompt names nobody."""
    if wish.deserted or wish.links or any(item.kind == "person" for item in wish.wanted):
        return wish
    walkers = [
        replace(
            people(1, "walk", "umbrella"),
            count=item.count,
            holding_colour=item.colour,
            side=item.side,
            depth=item.depth,
        )
        if item.noun == "umbrella"
        else item
        for item in wish.wanted
    ]
    return replace(wish, wanted=tuple(walkers))


def _at_the_stop(wish: Wish) -> Wish:
    """The wish with a bus stop beside those who wait for a bus, unless the prompt has its own."""
    waiting = [
        index
        for index, item in enumerate(wish.wanted)
        if item.kind == "person" and item.action == "stand" and item.count
    ]
    stops = any(item.noun == "bus stop" for item in wish.wanted)
    if stops or sum(wish.wanted[index].count for index in waiting) < _A_LINE:
        return wish
    stop = len(wish.wanted)
    links = tuple(Link(index, "next to", stop) for index in waiting)
    with_stop = (*wish.wanted, Wanted("thing", "bus stop"))
    return replace(wish, wanted=with_stop, links=(*wish.links, *links))


def _fitting(item: Wanted, place: Place, season: Season, *, used: bool, lifted: bool) -> Wanted:
    """The same in the form that fits the place: what is there anyway is not put there again.

    What is `used`, because somebody is on it, has to be a thing of its own if it is a bridge.
    A lamp that is `lifted` onto something is a small one.
    """
    if item.noun == "rainbow":
        return replace(item, count=0)
    noun = _in_its_form(item, place, season, lifted=lifted)
    if noun is not None:
        return replace(item, noun=noun)
    if used and item.noun == "bridge":
        return item
    waited_for = item.noun == "bus" and place.seating.company == "queue"
    if waited_for and not item.colour and item.count == 1:
        return replace(item, count=0)
    if item.noun in place.built_in or (place.indoors and item.noun in _OF_ROOMS):
        return replace(item, count=0)
    return item


def _in_its_form(item: Wanted, place: Place, season: Season, *, lifted: bool) -> str | None:
    """What the thing is there and then, if it is another: a bare tree, a lamp for a table."""
    thing = THINGS.get(item.noun)
    if thing is None:
        return None
    if place.indoors and thing.indoors:
        return thing.indoors
    if lifted and thing.lifted:
        return thing.lifted
    if place.water == "fresh" and item.action in {None, "stand", "swim"} and thing.afloat:
        return thing.afloat
    return thing.seasons.get(season)


def idle_actions(wish: Wish, index: int, place: str) -> tuple[str, ...]:
    """What people do of whom the prompt says nothing: little, and nothing that could mislead."""
    item = wish.wanted[index]
    related = any(index in (link.subject, link.target) for link in wish.links)
    told = item.role or item.holding or item.feeling or wish.unknown
    if related or PLACES[place].indoors or told:
        return ("stand",)
    if item.age == "child":
        return ("stand", "walk", "run", "wave")
    return ("stand", "walk", "walk", "wave", "talk")
