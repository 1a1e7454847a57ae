"""Reads a prompt: what it asks for, as a wish."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.accounting import not_drawn
from imagespeak_core.generators.illustrator.chunks import Chunker
from imagespeak_core.generators.illustrator.findings import Findings
from imagespeak_core.generators.illustrator.reader import Reader
from imagespeak_core.generators.illustrator.scene import Season, Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import settings


def _place_of(found: Findings) -> str | None:
    """The place that is named, else the one where such people, things or actions are found."""
    places = found.places or found.weak_places
    if places:
        place = min(places, key=settings.PLACE_RANK.index)
        traffic = any(item.noun in settings.OUTDOOR_ONLY for item in found.wanted)
        return "street" if traffic and place in settings.INDOORS - settings.GARAGES else place
    for item in found.wanted:
        if item.noun in THINGS and THINGS[item.noun].stands_on == "water":
            if any(other.noun == "bridge" for other in found.wanted):
                return "river"
            return "sea" if item.noun in {"ship", "sailing boat", "dolphin", "whale"} else "lake"
    for key in ("role", "noun"):
        for item in found.wanted:
            hint = settings.PLACE_HINTS.get(getattr(item, key) or "")
            if hint:
                young = any(other.age in {"child", "baby"} for other in found.wanted)
                return "classroom" if hint == "office" and young else hint
    outdoors = any(
        item.noun in THINGS and THINGS[item.noun].kind in settings.OUTDOOR_KINDS
        for item in found.wanted
    )
    for item in found.wanted:
        here = item.kind == "person" and not _moves(item)
        hint = settings.ACTION_HINTS.get(item.action or "") if here else None
        if hint and not (outdoors and hint in settings.INDOORS):
            return hint
    return None


def _moves(item: Wanted) -> bool:
    """Whether somebody does it on the way, and so not where it is usually done."""
    return item.posture in {"walk", "run"}


def _season_of(found: Findings) -> Season:
    if found.season:
        return found.season
    return "winter" if found.weather == "snow" else "summer"


def read_prompt(prompt: str) -> Wish:
    """What a prompt asks for.

    Any text is read without an error; what is not understood is in `unknown`, in its order.
    """
    chunker = Chunker(prompt)
    found = Reader(chunker.cut(), chunker.unknown).read()
    wish = Wish(
        place=_place_of(found),
        time=found.time or "day",
        weather=found.weather or "clear",
        season=_season_of(found),
        wanted=tuple(found.wanted),
        links=tuple(found.links),
        busy=found.busy,
        deserted=chunker.deserted,
        unknown=tuple(found.unknown),
    )
    return replace(wish, unknown=not_drawn(prompt, chunker.reads, wish))
