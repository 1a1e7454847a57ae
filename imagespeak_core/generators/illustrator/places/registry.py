"""Every place by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from imagespeak_core.generators.illustrator.frame import Frame
from imagespeak_core.generators.illustrator.places.city import city
from imagespeak_core.generators.illustrator.places.country import farm, garden, playground
from imagespeak_core.generators.illustrator.places.forest import forest
from imagespeak_core.generators.illustrator.places.home import bedroom, kitchen, living_room
from imagespeak_core.generators.illustrator.places.market import market
from imagespeak_core.generators.illustrator.places.mountains import lake, mountains
from imagespeak_core.generators.illustrator.places.park import park
from imagespeak_core.generators.illustrator.places.public_rooms import (
    cafe,
    hospital,
    library,
    office,
    supermarket,
)
from imagespeak_core.generators.illustrator.places.school import classroom
from imagespeak_core.generators.illustrator.places.sea import sea
from imagespeak_core.generators.illustrator.places.station import station
from imagespeak_core.generators.illustrator.places.street import street
from imagespeak_core.generators.illustrator.stage import Stage

PLACES: Mapping[str, Callable[[Frame], Stage]] = {
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
}
