"""Every place by its name, with the fog that hangs between a place and its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.drawing.svg import group
from imagespeak_core.generators.illustrator.places.aboard import (
    bus_cabin,
    plane_cabin,
    train_carriage,
)
from imagespeak_core.generators.illustrator.places.airport import airport
from imagespeak_core.generators.illustrator.places.attic import attic
from imagespeak_core.generators.illustrator.places.balcony import balcony
from imagespeak_core.generators.illustrator.places.building_site import building_site
from imagespeak_core.generators.illustrator.places.bus_stop import bus_stop
from imagespeak_core.generators.illustrator.places.cafe import cafe
from imagespeak_core.generators.illustrator.places.campsite import campsite
from imagespeak_core.generators.illustrator.places.church import church_inside
from imagespeak_core.generators.illustrator.places.cinema import cinema
from imagespeak_core.generators.illustrator.places.city import city
from imagespeak_core.generators.illustrator.places.counter_halls import (
    bank,
    hotel_lobby,
    post_office,
)
from imagespeak_core.generators.illustrator.places.country import farm, playground
from imagespeak_core.generators.illustrator.places.country_road import country_road
from imagespeak_core.generators.illustrator.places.desert import desert
from imagespeak_core.generators.illustrator.places.ferry import ferry_deck
from imagespeak_core.generators.illustrator.places.fire_station import fire_station
from imagespeak_core.generators.illustrator.places.forest import forest
from imagespeak_core.generators.illustrator.places.garden import garden
from imagespeak_core.generators.illustrator.places.gym import gym
from imagespeak_core.generators.illustrator.places.harbour import harbour
from imagespeak_core.generators.illustrator.places.home import bedroom, kitchen, living_room
from imagespeak_core.generators.illustrator.places.market import market
from imagespeak_core.generators.illustrator.places.mountains import lake, mountains
from imagespeak_core.generators.illustrator.places.museum import museum
from imagespeak_core.generators.illustrator.places.park import park
from imagespeak_core.generators.illustrator.places.pool import swimming_pool
from imagespeak_core.generators.illustrator.places.public_rooms import (
    hospital,
    library,
    office,
    supermarket,
)
from imagespeak_core.generators.illustrator.places.restaurant import restaurant
from imagespeak_core.generators.illustrator.places.river import river
from imagespeak_core.generators.illustrator.places.rooftop import rooftop
from imagespeak_core.generators.illustrator.places.salon import hair_salon
from imagespeak_core.generators.illustrator.places.school import classroom
from imagespeak_core.generators.illustrator.places.sea import sea
from imagespeak_core.generators.illustrator.places.shop import shop
from imagespeak_core.generators.illustrator.places.sports import sports_field
from imagespeak_core.generators.illustrator.places.station import station
from imagespeak_core.generators.illustrator.places.street import street
from imagespeak_core.generators.illustrator.places.theatre import theatre
from imagespeak_core.generators.illustrator.places.wet_rooms import bathroom, laundry
from imagespeak_core.generators.illustrator.places.workshop import workshop
from imagespeak_core.generators.illustrator.places.zoo import zoo
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.sky import RAINBOW, rainbow_reach
from imagespeak_core.generators.illustrator.scenery.stage import Box, Feature, Stage
from imagespeak_core.generators.illustrator.scenery.weather import draw_fog_bank

Place = Callable[[Frame], Stage]

_PLACES: Mapping[str, Place] = {
    "mountains": mountains,
    "lake": lake,
    "sea": sea,
    "forest": forest,
    "city": city,
    "street": street,
    "park": park,
    "kitchen": kitchen,
    "living room": living_room,
    "bedroom": bedroom,
    "classroom": classroom,
    "market": market,
    "playground": playground,
    "garden": garden,
    "farm": farm,
    "office": office,
    "library": library,
    "cafe": cafe,
    "supermarket": supermarket,
    "hospital": hospital,
    "station": station,
    "museum": museum,
    "airport": airport,
    "shop": shop,
    "sports field": sports_field,
    "bus stop": bus_stop,
    "country road": country_road,
    "restaurant": restaurant,
    "river": river,
    "harbour": harbour,
    "workshop": workshop,
    "theatre": theatre,
    "train carriage": train_carriage,
    "bus cabin": bus_cabin,
    "plane cabin": plane_cabin,
    "ferry deck": ferry_deck,
    "desert": desert,
    "building site": building_site,
    "rooftop": rooftop,
    "bathroom": bathroom,
    "launderette": laundry,
    "post office": post_office,
    "bank": bank,
    "hotel lobby": hotel_lobby,
    "gym": gym,
    "salon": hair_salon,
    "cinema": cinema,
    "swimming pool": swimming_pool,
    "zoo": zoo,
    "balcony": balcony,
    "campsite": campsite,
    "attic": attic,
    "church inside": church_inside,
    "fire station": fire_station,
}


_SAND, _STONE = "#e3c48a", "#b9b5ac"
_FLOORS: Mapping[str, str] = {
    "sea": _SAND,
    "desert": _SAND,
    **dict.fromkeys(
        ("street", "bus stop", "market", "city", "station", "harbour", "fire station"), _STONE
    ),
}
"""The colour of the ground where no grass grows."""


def _with_rainbow(stage: Stage, frame: Frame) -> Stage:
    """The stage, which tells of the rainbow in the sky over it, and keeps its crown free."""
    if stage.indoors or RAINBOW not in frame.brought:
        return stage
    reach, middle = rainbow_reach(frame, stage.horizon_px), frame.width / 2
    low = stage.horizon_px
    crown = Box(middle - reach * 0.25, low - reach, middle + reach * 0.25, low - reach * 0.8)
    told = (Feature(RAINBOW, crown), *stage.features)
    return replace(stage, features=told, clear=(*stage.clear, crown))


def _in_weather(name: str, place: Place, frame: Frame) -> Stage:
    stage = _with_rainbow(place(frame), frame)
    if not stage.indoors:
        bare = "" if frame.snowy else _FLOORS.get(name, "")
        stage = replace(stage, floor=bare or frame.ground()[1])
    if stage.indoors or frame.weather != "fog":
        return stage
    ground = min(ground.top_px for ground in stage.grounds if ground.kind == "land")
    return replace(stage, back=group(stage.back, draw_fog_bank(frame, ground)))


PLACES: Mapping[str, Place] = {
    name: partial(_in_weather, name, place) for name, place in _PLACES.items()
}
