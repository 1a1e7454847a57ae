"""Reads a prompt: what it asks for, as a wish."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.lexicon import read_words
from imagespeak_core.generators.illustrator.reader import Reader
from imagespeak_core.generators.illustrator.scene import Season, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import settings


def _place_of(reader: Reader) -> str | None:
    """The place that is named, else the one where such people, things or actions are found."""
    places = reader.places or reader.weak_places
    if places:
        place = min(places, key=settings.PLACE_RANK.index)
        traffic = any(item.noun in settings.OUTDOOR_ONLY for item in reader.wanted)
        return "street" if traffic and place in settings.INDOORS else place
    for item in reader.wanted:
        if item.noun in THINGS and THINGS[item.noun].stands_on == "water":
            return "sea" if item.noun in {"ship", "sailing boat", "dolphin", "whale"} else "lake"
    for item in reader.wanted:
        hint = settings.PLACE_HINTS.get(item.role or "") or settings.PLACE_HINTS.get(item.noun)
        if hint:
            return hint
    for item in reader.wanted:
        if item.action in settings.ACTION_HINTS:
            return settings.ACTION_HINTS[item.action]
    return None


def _season_of(reader: Reader) -> Season:
    if reader.season:
        return reader.season
    return "winter" if reader.weather == "snow" else "summer"


def read_prompt(prompt: str) -> Wish:
    """What a prompt asks for.

    Any text is read without an error; what is not understood is in `unknown`, in its order.
    """
    reader = Reader()
    reads = read_words(prompt)
    for index, read in enumerate(reads):
        reader.take(read, reads[index + 1] if index + 1 < len(reads) else None)
    return Wish(
        place=_place_of(reader),
        time=reader.time or "day",
        weather=reader.weather or "clear",
        season=_season_of(reader),
        wanted=tuple(reader.wanted),
        links=tuple(reader.links),
        busy=reader.busy,
        unknown=tuple(reader.unknown),
    )
