"""Every place there is, in the order in which they are preferred."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.places.aboard import (
    BUS_CABIN,
    PLANE_CABIN,
    TRAIN_CARRIAGE,
)
from imagespeak_core.generators.illustrator.places.airport import AIRPORT
from imagespeak_core.generators.illustrator.places.attic import ATTIC
from imagespeak_core.generators.illustrator.places.balcony import BALCONY
from imagespeak_core.generators.illustrator.places.building_site import BUILDING_SITE
from imagespeak_core.generators.illustrator.places.bus_stop import BUS_STOP
from imagespeak_core.generators.illustrator.places.cafe import CAFE
from imagespeak_core.generators.illustrator.places.campsite import CAMPSITE
from imagespeak_core.generators.illustrator.places.church import CHURCH_INSIDE
from imagespeak_core.generators.illustrator.places.cinema import CINEMA
from imagespeak_core.generators.illustrator.places.city import CITY
from imagespeak_core.generators.illustrator.places.counter_halls import (
    BANK,
    HOTEL_LOBBY,
    POST_OFFICE,
)
from imagespeak_core.generators.illustrator.places.country import FARM, PLAYGROUND
from imagespeak_core.generators.illustrator.places.country_road import COUNTRY_ROAD
from imagespeak_core.generators.illustrator.places.desert import DESERT
from imagespeak_core.generators.illustrator.places.ferry import FERRY_DECK
from imagespeak_core.generators.illustrator.places.fire_station import FIRE_STATION
from imagespeak_core.generators.illustrator.places.forest import FOREST
from imagespeak_core.generators.illustrator.places.garden import GARDEN
from imagespeak_core.generators.illustrator.places.gym import GYM
from imagespeak_core.generators.illustrator.places.harbour import HARBOUR
from imagespeak_core.generators.illustrator.places.home import BEDROOM, KITCHEN, LIVING_ROOM
from imagespeak_core.generators.illustrator.places.market import MARKET
from imagespeak_core.generators.illustrator.places.mountains import LAKE, MOUNTAINS
from imagespeak_core.generators.illustrator.places.museum import MUSEUM
from imagespeak_core.generators.illustrator.places.park import PARK
from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.places.pool import SWIMMING_POOL
from imagespeak_core.generators.illustrator.places.public_rooms import (
    HOSPITAL,
    LIBRARY,
    OFFICE,
    SUPERMARKET,
)
from imagespeak_core.generators.illustrator.places.restaurant import RESTAURANT
from imagespeak_core.generators.illustrator.places.river import RIVER
from imagespeak_core.generators.illustrator.places.rooftop import ROOFTOP
from imagespeak_core.generators.illustrator.places.salon import SALON
from imagespeak_core.generators.illustrator.places.school import CLASSROOM
from imagespeak_core.generators.illustrator.places.sea import SEA
from imagespeak_core.generators.illustrator.places.shop import SHOP
from imagespeak_core.generators.illustrator.places.sports import SPORTS_FIELD
from imagespeak_core.generators.illustrator.places.station import STATION
from imagespeak_core.generators.illustrator.places.street import STREET
from imagespeak_core.generators.illustrator.places.theatre import THEATRE
from imagespeak_core.generators.illustrator.places.wet_rooms import BATHROOM, LAUNDERETTE
from imagespeak_core.generators.illustrator.places.workshop import WORKSHOP
from imagespeak_core.generators.illustrator.places.zoo import ZOO

RANKED: tuple[Place, ...] = (
    SWIMMING_POOL,
    HOTEL_LOBBY,
    SALON,
    CHURCH_INSIDE,
    FIRE_STATION,
    BATHROOM,
    LAUNDERETTE,
    GYM,
    CINEMA,
    ZOO,
    POST_OFFICE,
    ATTIC,
    BALCONY,
    CAMPSITE,
    MARKET,
    PLAYGROUND,
    CLASSROOM,
    KITCHEN,
    BEDROOM,
    LIBRARY,
    CAFE,
    RESTAURANT,
    SUPERMARKET,
    THEATRE,
    WORKSHOP,
    TRAIN_CARRIAGE,
    BUS_CABIN,
    PLANE_CABIN,
    HOSPITAL,
    OFFICE,
    MUSEUM,
    AIRPORT,
    STATION,
    SHOP,
    BUS_STOP,
    SPORTS_FIELD,
    ROOFTOP,
    FERRY_DECK,
    HARBOUR,
    RIVER,
    DESERT,
    BUILDING_SITE,
    LAKE,
    SEA,
    FOREST,
    COUNTRY_ROAD,
    FARM,
    GARDEN,
    PARK,
    CITY,
    MOUNTAINS,
    BANK,
    STREET,
    LIVING_ROOM,
)
"""Where a prompt names two places, the earlier one here is drawn."""

PLACES: Mapping[str, Place] = {place.name: place for place in RANKED}
"""Places by their names."""
