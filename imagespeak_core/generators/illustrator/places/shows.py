"""What of time, weather and season can be told by looking at a picture of a place."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Season, Time, Weather
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_SEASONS = frozenset(get_args(Season))

_ONLY_THEN: frozenset[tuple[str, str]] = frozenset(
    (noun, season) for thing in THINGS.values() for season, noun in thing.seasons.items()
)
"""Things that look as they do at one time of the year alone, each with that."""


def shows(
    place: str,
    what: Time | Weather | Season,
    *,
    backdrop: Collection[str],
    items: Collection[str] = (),
    weather: Weather = "clear",
) -> bool:
    """Whether one can tell by looking that it is this time, weather or season.

    It is about a picture that was painted for just that. A room shows none of them but through
    a window that can be seen. Out of doors one can always tell the time and the weather, but the
    season only by what grows, or by snow.

    Args:
        place: The name of the place.
        what: What the picture was painted for.
        backdrop: The nouns of what can be seen of the place itself.
        items: The nouns of who and what else is to be seen.
        weather: What the weather is like there.
    """
    record = PLACES[place]
    outside = not record.indoors or (record.glass != "coloured" and "window" in backdrop)
    if what not in _SEASONS:
        return outside and what not in _unseen_from(record)
    if any((noun, what) in _ONLY_THEN for noun in items):
        return True
    if not outside:
        return False
    if what == "winter" and weather == "snow":
        return True
    if what == "summer":
        return weather != "snow"
    if record.indoors:
        return record.glass == "clear"
    if record.greenery == "meadow":
        return what == "autumn"
    return record.greenery == "country" or (record.greenery == "trees" and "tree" in backdrop)


def _unseen_from(place: Place) -> tuple[Weather, ...]:
    """The weather that nobody sees from there: from a vehicle one sees too little of the sky."""
    if not place.indoors:
        return ()
    return ("wind", "cloudy") if place.inside_of else ("wind",)
