"""Places in every light: each renders, and what matters can be told from what is behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from imagespeak_core.generators.illustrator.drawing.colours import rgb
from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene, Time, Weather
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from imagespeak_core.generators.illustrator.telling.description import (
    background,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.words import backdrops
from tests.core.illustrator_bank import painted
from tests.for_each import for_each

TIMES: dict[Time, str] = {
    "morning": "in the morning",
    "day": "by day",
    "sunset": "at sunset",
    "night": "at night",
}
WEATHERS: dict[Weather, str] = {
    "clear": "in clear weather",
    "cloudy": "under a cloudy sky",
    "rain": "in the rain",
    "snow": "in the snow",
    "wind": "in the wind",
    "fog": "in fog",
}
IN_WORDS = {"sea": "beach", "city": "city skyline", "cafe": "café"}
LIGHTS = [
    (place, tuple(TIMES)[(at + turn) % len(TIMES)], weather)
    for at, place in enumerate(sorted(PLACES))
    for turn, weather in enumerate(WEATHERS)
]
"""Every place in every weather, each time at another hour."""

LIT_GLASS = "#ffe0a0"


def test_every_time_and_weather_is_tried() -> None:
    assert set(TIMES) == set(get_args(Time))
    assert set(WEATHERS) == set(get_args(Weather))
    pairs = {(time, weather) for _, time, weather in LIGHTS}
    assert len(pairs) == len(TIMES) * len(WEATHERS)
    for place in PLACES:
        assert {time for where, time, _ in LIGHTS if where == place} == set(TIMES)


@cache
def _lit(place: str, time: Time, weather: Weather) -> tuple[Scene, int]:
    """A place in this light, and in how many colours it is painted."""
    prompt = f"a {IN_WORDS.get(place, place)} {WEATHERS[weather]} {TIMES[time]}"
    composition = compose(prompt, seed=4, width_px=256, height_px=256)
    colours = painted(composition.svg, 64).quantize(32).getcolors()
    return composition.scene, len(colours or ())


@for_each("place, time, weather", LIGHTS)
def test_a_place_renders_in_every_light(place: str, time: Time, weather: Weather) -> None:
    scene, colours = _lit(place, time, weather)
    assert (scene.place, scene.time, scene.weather) == (place, time, weather)
    assert short_alternative_text(scene).endswith(".")
    assert colours > 12


@for_each("place, time, weather", LIGHTS)
def test_a_background_tells_only_what_was_painted(place: str, time: Time, weather: Weather) -> None:
    scene, _ = _lit(place, time, weather)
    for sentence in background(scene):
        if sentence != backdrops.FACTS.get(place):
            names = [backdrops.NAMES.get(noun, noun) for noun in scene.backdrop]
            told = re.sub("^There (is|are) | (in the background|on the wall).$|[.]$", "", sentence)
            for phrase in re.split(", | and ", told):
                noun = re.sub("^(an?|some) ", "", phrase)
                assert noun in names or noun in map(plural_of, names), sentence


@for_each("place", sorted(PLACES))
@for_each("width, height", [(480, 256), (256, 480)])
def test_a_place_renders_in_every_shape(place: str, width: int, height: int) -> None:
    prompt = f"two women in a {IN_WORDS.get(place, place)}"
    composition = compose(prompt, seed=2, width_px=width, height_px=height)
    assert painted(composition.svg, width // 4).size == (width // 4, height // 4)
    assert sum(item.kind == "person" for item in composition.scene.items) >= 2


@for_each("prompt", ["a railway station", "a bus stop"])
def test_windows_shine_at_night_and_not_by_day(prompt: str) -> None:
    night = compose(f"{prompt} at night", seed=2, width_px=512, height_px=512)
    day = compose(prompt, seed=2, width_px=512, height_px=512)
    assert LIT_GLASS in night.svg
    assert LIT_GLASS not in day.svg


def _brightness(colour: str) -> float:
    red, green, blue = rgb(colour)
    return 0.3 * red + 0.59 * green + 0.11 * blue


@for_each("weather", ["clear", "rain", "fog"])
def test_at_night_a_pale_and_a_dark_thing_are_told_apart(weather: Weather) -> None:
    mood = mood_for("night", weather)
    assert _brightness(mood.tone("#f3ead6")) - _brightness(mood.tone("#4f4a52")) > 80


def test_the_fog_hangs_behind_people_and_thins_out_towards_the_onlooker() -> None:
    composition = compose("a man in a park in fog", seed=1, width_px=512, height_px=512)
    (shown,) = (item for item in composition.scene.items if item.kind == "person")
    assert composition.svg.index('id="fog"') < composition.svg.index(f'id="{shown.id}"')
    assert 'id="fog"' not in compose("a park", seed=1, width_px=512, height_px=512).svg


def test_in_a_room_there_is_no_fog() -> None:
    composition = compose("a foggy day in a museum", seed=1, width_px=512, height_px=512)
    assert 'id="fog"' not in composition.svg
    assert 'id="wisps"' not in composition.svg
