"""Every place by its name, with the fog that hangs between a place and its people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.frame import Frame
from imagespeak_core.generators.illustrator.places.aboard import (
    bus_cabin,
    plane_cabin,
    train_carriage,
)
from imagespeak_core.generators.illustrator.places.airport import airport
from imagespeak_core.generators.illustrator.places.building_site import building_site
from imagespeak_core.generators.illustrator.places.bus_stop import bus_stop
from imagespeak_core.generators.illustrator.places.cafe import cafe
from imagespeak_core.generators.illustrator.places.city import city
from imagespeak_core.generators.illustrator.places.country import farm, playground
from imagespeak_core.generators.illustrator.places.country_road import country_road
from imagespeak_core.generators.illustrator.places.desert import desert
from imagespeak_core.generators.illustrator.places.ferry import ferry_deck
from imagespeak_core.generators.illustrator.places.forest import forest
from imagespeak_core.generators.illustrator.places.garden import garden
from imagespeak_core.generators.illustrator.places.harbour import harbour
from imagespeak_core.generators.illustrator.places.home import bedroom, kitchen, living_room
from imagespeak_core.generators.illustrator.places.market import market
from imagespeak_core.generators.illustrator.places.mountains import lake, mountains
from imagespeak_core.generators.illustrator.places.museum import museum
from imagespeak_core.generators.illustrator.places.park import park
from imagespeak_core.generators.illustrator.places.public_rooms import (
    hospital,
    library,
    office,
    supermarket,
)
from imagespeak_core.generators.illustrator.places.restaurant import restaurant
from imagespeak_core.generators.illustrator.places.river import river
from imagespeak_core.generators.illustrator.places.rooftop import rooftop
from imagespeak_core.generators.illustrator.places.school import classroom
from imagespeak_core.generators.illustrator.places.sea import sea
from imagespeak_core.generators.illustrator.places.shop import shop
from imagespeak_core.generators.illustrator.places.sports import sports_field
from imagespeak_core.generators.illustrator.places.station import station
from imagespeak_core.generators.illustrator.places.street import street
from imagespeak_core.generators.illustrator.places.theatre import theatre
from imagespeak_core.generators.illustrator.places.workshop import workshop
from imagespeak_core.generators.illustrator.stage import Stage
from imagespeak_core.generators.illustrator.svg import group
from imagespeak_core.generators.illustrator.weather import draw_fog_bank

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
}


def _in_weather(place: Place, frame: Frame) -> Stage:
    stage = place(frame)
    if stage.indoors or frame.weather != "fog":
        return stage
    ground = min(ground.top_px for ground in stage.grounds if ground.kind == "land")
    return replace(stage, back=group(stage.back, draw_fog_bank(frame, ground)))


PLACES: Mapping[str, Place] = {name: partial(_in_weather, place) for name, place in _PLACES.items()}
