"""Words for places, times of day, weather and seasons."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.scene import Season, Time, Weather
from imagespeak_core.generators.illustrator.things.catalog import by

PLACE_WORDS: dict[str, tuple[str, ...]] = {
    place.name: (*place.words, *place.weak_words, *place.stand_ins) for place in RANKED
}

STAND_INS = frozenset(word for place in RANKED for word in place.stand_ins)
"""Places for which the nearest one is drawn, so that the word itself is not."""

WEAK_PLACES = frozenset(word for place in RANKED for word in place.weak_words)
"""Place words that give way to any other place in the prompt ("the garden of a house")."""

ROUND_A_ROOM = frozenset({"home", "house", "flat", "apartment", "room", "indoors", "hotel"})
"""Places that are round a room, and of which nothing can be seen in it."""

IN_TOWN = frozenset({"corner", "home", "country"})
"""The same out of doors."""

GARAGES = frozenset(place.name for place in RANKED if place.garage)
"""Rooms that a car gets into."""

OUTDOOR_KINDS = frozenset({"plant", "outdoor", "street", "vehicle", "water"})
"""Kinds of things that nobody would look for in a room."""

GRASSY = frozenset(place.name for place in RANKED if place.grassy)
"""Places where grass grows."""

_LOOKS = by(lambda thing: thing.looks)

_NATURAL: dict[str, frozenset[str]] = {
    "green": frozenset({"plant", "leaf"}),
    "red": frozenset({"roof"}),
    "blue": frozenset({"clear"}),
    "white": frozenset({"snow", "cloudy"}),
    "black": frozenset(),
    "brown": frozenset(),
    "yellow": frozenset({"clear"}),
    "grey": frozenset({"cloudy", "rain"}),
    "gray": frozenset({"cloudy", "rain"}),
}

NATURAL_COLOURS: dict[str, frozenset[str]] = {
    colour: nouns
    | {place.name for place in RANKED if colour in place.looks}
    | _LOOKS.get(colour, frozenset())
    for colour, nouns in _NATURAL.items()
}
"""Colours that go without saying, by what has them."""

WHOLLY: dict[str, frozenset[str]] = {
    colour: nouns
    - {noun for other in _NATURAL if other != colour for noun in _LOOKS.get(other, frozenset())}
    for colour, nouns in NATURAL_COLOURS.items()
}
"""The same where it is the only one: what is black and white is neither black nor white."""

SHOWN_WITH: dict[str, frozenset[str]] = {
    place.name: frozenset(place.behind) for place in RANKED if place.behind
}
"""Places that can be seen behind another one."""

PLACE_RANK = tuple(place.name for place in RANKED)
"""Where a prompt names two places, the earlier one here is drawn."""

TIME_WORDS: dict[Time, tuple[str, ...]] = {
    "morning": (
        "morning",
        "sunrise",
        "dawn",
        "breakfast",
        "early morning",
        "sun rises",
        "sun is rising",
    ),
    "day": ("day", "noon", "midday", "afternoon", "lunchtime", "daytime", "sunny day"),
    "sunset": (
        "sunset",
        "evening",
        "dusk",
        "twilight",
        "golden hour",
        "sundown",
        "setting sun",
        "sun sets",
        "sun is setting",
        "sun goes down",
        "sun is going down",
    ),
    "night": (
        "night",
        "midnight",
        "moon",
        "moonlight",
        "star",
        "starry",
        "nighttime",
        "full moon",
        "stars",
    ),
}

WEATHER_WORDS: dict[Weather, tuple[str, ...]] = {
    "rain": (
        "rain", "rainy", "raining", "storm", "stormy", "showers", "rain shower", "wet", "drizzle",
        "rainstorm", "puddle",
    ),
    "snow": (
        "snow", "snowy", "snowing", "snowfall", "snowstorm", "icy", "ice", "frost", "snowballs",
        "ski", "skiing",
    ),
    "fog": ("fog", "foggy", "mist", "misty", "haze", "hazy"),
    "wind": ("wind", "windy", "breeze", "breezy", "stormy wind"),
    "cloudy": ("cloudy", "cloud", "overcast", "grey sky", "gray sky"),
    "clear": ("sunny", "sun", "clear", "clear sky", "sunshine", "bright", "blue sky", "hot"),
}  # fmt: skip

NOT_WEATHER_BEFORE_NOUNS = frozenset(
    "snow ice wind rain sun star moon storm cloud frost stars square".split()
)
"""Nouns that make another noun a thing of its own: a "snow globe" tells nothing of the weather."""

SEASON_WORDS: dict[Season, tuple[str, ...]] = {
    "spring": ("spring", "blossom", "cherry blossom"),
    "summer": ("summer",),
    "autumn": ("autumn", "fall leaves", "autumn leaves", "autumnal"),
    "winter": ("winter", "wintry", "christmas"),
}

INDOORS = frozenset(place.name for place in RANKED if place.indoors)
