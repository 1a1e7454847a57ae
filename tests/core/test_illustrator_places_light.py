"""Places in every light: each renders, shows what tells it, and tells what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_args

from imagespeak_core.generators.illustrator.drawing.colours import rgb
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.places.registry import PLACES, RANKED
from imagespeak_core.generators.illustrator.scene import Time, Weather
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from imagespeak_core.generators.illustrator.telling.description import (
    background,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.words import backdrops, settings
from tests.core.illustrator_bank import painted
from tests.core.illustrator_seen import seen_of_ids
from tests.core.illustrator_told import assert_named_is_shown, assert_well_formed
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
LEAST_SEEN, FEWEST_PIXELS = 0.25, 50
"""Of what fills the back of a picture that is `SMALL` pixels wide."""
SMALL = 128
SHAPES = [(480, 256), (256, 480)]


class Light(NamedTuple):
    """A picture of a place at this time in this weather; two women are in it where it says so."""

    place: str
    time: Time
    weather: Weather
    shape: tuple[int, int]
    women: bool


def _lights() -> Iterator[Light]:
    """Every place in every weather, each at another hour, and in every shape.

    From a room the weather is seen through windows that all rooms share: there it is tried at
    every hour, and all weathers are in some of the rooms.
    """
    for at, place in enumerate(sorted(PLACES)):
        for turn in range(len(TIMES) if PLACES[place].indoors else len(WEATHERS)):
            weather = tuple(WEATHERS)[(at + turn) % len(WEATHERS)]
            time = tuple(TIMES)[(at // len(WEATHERS) + turn) % len(TIMES)]
            women = turn < len(SHAPES)
            yield Light(place, time, weather, SHAPES[turn] if women else (256, 256), women)


LIGHTS = list(_lights())
EVERY_LIGHT = for_each("light", LIGHTS)

TELLING = {
    "museum": ("paintings", "ropes"),
    "airport": ("departures-board", "airfield-view", "glass-wall"),
    "sports field": ("field-lines", "far-goal", "floodlight-left", "floodlight-right"),
    "bus stop": ("waiting-bus", "houses"),
    "country road": ("country-road", "fields"),
    "shop": ("pennants",),
    "cafe": ("table-for-two",),
    "garden": ("hedge",),
    "station": ("lamps",),
    "river": ("river", "river-bank", "stone-bridge"),
    "harbour": ("moored-boats", "far-lighthouse", "harbour-town", "quay"),
    "workshop": ("tool-board", "work-bench"),
    "theatre": ("stage-curtains", "spotlights", "audience"),
    "train carriage": ("outlook-view", "carriage-windows", "luggage-rack"),
    "bus cabin": ("outlook-view", "carriage-windows", "straps"),
    "plane cabin": ("outlook-view", "carriage-windows", "wing", "lockers"),
    "ferry deck": ("deck-planks", "ship-rail", "ship-cabin"),
    "desert": ("mesas", "desert-road"),
    "building site": ("new-house", "far-crane"),
    "rooftop": ("town-below", "parapet", "string-lights"),
    "bathroom": ("wall-tiles", "shower"),
    "launderette": ("wall-tiles", "powder-shelf"),
    "post office": ("counter", "letter-sign", "parcel-shelf"),
    "bank": ("counter", "coin-sign", "cash-machine"),
    "hotel lobby": ("counter", "key-rack"),
    "gym": ("mirror-wall", "dumbbell-rack", "balls"),
    "cinema": ("screen", "screen-curtains", "seat-row"),
    "swimming pool": ("pool", "pool-ladder"),
    "zoo": ("zoo-fence", "zoo-gate", "zoo-board", "enclosure"),
    "balcony": ("balcony-rail", "house-wall", "town-below"),
    "attic": ("roof-beams", "trunk"),
    "church inside": ("altar", "church-carpet"),
    "fire station": ("fire-station",),
}
"""What the drawing of a place calls that by which one knows it."""

SHOWN = {
    "classroom": ["blackboard"],
    "station": ["clock"],
    "river": ["bridge"],
    "workshop": ["tool"],
    "harbour": ["lighthouse"],
    "museum": ["painting"],
    "living room": ["window"],
    "farm": ["barn"],
    "playground": ["swing"],
    "library": ["bookcase"],
}
"""What is named of a place's background."""

BACKS = {place.name: place.background.shown_by for place in RANKED if place.background}
"""What the painted back of a place calls that which its fact tells."""

HIGH_ROOMS = settings.INDOORS - {"theatre", "cinema", "church inside", "attic"}
"""Curtains, arches and the beams of a roof reach up to the picture's edge."""

LIT_GLASS = "#ffe0a0"


def test_every_time_and_weather_is_tried() -> None:
    assert set(TIMES) == set(get_args(Time))
    assert set(WEATHERS) == set(get_args(Weather))
    for indoors in (True, False):
        lit = [light for light in LIGHTS if PLACES[light.place].indoors == indoors]
        pairs = {(light.time, light.weather) for light in lit}
        assert len(pairs) == len(TIMES) * len(WEATHERS)
    for place in PLACES:
        here = [light for light in LIGHTS if light.place == place]
        assert {light.time for light in here} == set(TIMES)
        assert {light.weather for light in here} == set(WEATHERS) or PLACES[place].indoors
        assert {light.shape for light in here} == {*SHAPES, (256, 256)}


@cache
def _lit(light: Light) -> Composition:
    there = f"{IN_WORDS.get(light.place, light.place)} {WEATHERS[light.weather]}"
    prompt = f"{'two women in a' if light.women else 'a'} {there} {TIMES[light.time]}"
    width, height = light.shape
    return compose(prompt, seed=4, width_px=width, height_px=height)


@EVERY_LIGHT
def test_a_place_renders_in_every_light_and_shape(light: Light) -> None:
    composition = _lit(light)
    scene, (width, height) = composition.scene, light.shape
    assert (scene.place, scene.time, scene.weather) == (light.place, light.time, light.weather)
    assert short_alternative_text(scene).endswith(".")
    assert sum(item.kind == "person" for item in scene.items) >= 2 * light.women
    picture = painted(composition.svg, width // 4)
    assert picture.size == (width // 4, height // 4)
    assert len(picture.quantize(32).getcolors() or ()) > 12


@EVERY_LIGHT
def test_a_place_shows_and_names_what_tells_it(light: Light) -> None:
    composition = _lit(light)
    for name in TELLING.get(light.place, ()):
        assert composition.svg.count(f'id="{name}"') == 1, name
    if not light.women:
        own = {item.noun for item in composition.scene.items if item.given}
        assert set(SHOWN.get(light.place, ())) <= own.union(composition.scene.backdrop)


@for_each(
    "light", [light for light in LIGHTS if not light.women and all(PLACES[light.place].casts)]
)
def test_somebody_is_there_though_nobody_was_named(light: Light) -> None:
    assert any(item.kind != "thing" for item in _lit(light).scene.items)


@for_each(
    "light",
    [light for light in LIGHTS if light.place in HIGH_ROOMS and light.shape == SHAPES[1]],
)
def test_a_high_room_has_a_ceiling_instead_of_an_empty_wall(light: Light) -> None:
    assert _lit(light).svg.count('id="ceiling"') == 1


@for_each("light", [light for light in LIGHTS if light.place in BACKS and light.women])
def test_what_is_always_told_of_a_place_can_be_seen(light: Light) -> None:
    assert_fact_is_seen(_lit(light))


@for_each("place", sorted(BACKS))
def test_what_is_told_of_a_place_can_be_seen_behind_a_crowd(place: str) -> None:
    there = f"{IN_WORDS.get(place, place)} with ten people and two horses in the rain"
    assert_fact_is_seen(compose(f"a {there}", seed=2, width_px=640, height_px=640))


def assert_fact_is_seen(composition: Composition) -> None:
    """Where the fact of its place is told, enough of what it tells of is seen."""
    place = composition.scene.place
    if background(composition.scene) == [backdrops.FACTS[place].sentence]:
        seen = seen_of_ids(composition.svg, [BACKS[place]], SMALL)[BACKS[place]]
        assert seen.share > LEAST_SEEN
        assert seen.visible > FEWEST_PIXELS


@EVERY_LIGHT
def test_a_description_is_well_formed_and_names_what_is_shown(light: Light) -> None:
    assert_well_formed(_lit(light).scene)
    assert_named_is_shown(_lit(light).scene)


@EVERY_LIGHT
def test_a_background_tells_only_what_was_painted(light: Light) -> None:
    scene = _lit(light).scene
    for sentence in background(scene):
        fact = backdrops.FACTS.get(light.place)
        if fact is None or sentence != fact.sentence:
            names = [backdrops.NAMES.get(noun, noun) for noun in scene.backdrop]
            told = re.sub("^There (is|are) | (in the background|on the wall).$|[.]$", "", sentence)
            for phrase in re.split(", | and ", told):
                noun = re.sub("^(an?|some) ", "", phrase)
                assert noun in names or noun in map(plural_of, names), sentence


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
