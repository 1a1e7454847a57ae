"""Every thing that the illustrator can draw, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from imagespeak_core.generators.illustrator.things.aircraft import AIRCRAFT
from imagespeak_core.generators.illustrator.things.bags import BAGS
from imagespeak_core.generators.illustrator.things.big_cats import BIG_CATS
from imagespeak_core.generators.illustrator.things.birds import BIRDS
from imagespeak_core.generators.illustrator.things.boats import BOATS
from imagespeak_core.generators.illustrator.things.buildings import BUILDINGS
from imagespeak_core.generators.illustrator.things.camping import CAMPING
from imagespeak_core.generators.illustrator.things.cars import CARS
from imagespeak_core.generators.illustrator.things.climbers import CLIMBERS
from imagespeak_core.generators.illustrator.things.clothes import CLOTHES
from imagespeak_core.generators.illustrator.things.cycles import CYCLES
from imagespeak_core.generators.illustrator.things.daily_things import DAILY_THINGS
from imagespeak_core.generators.illustrator.things.devices import DEVICES
from imagespeak_core.generators.illustrator.things.dishes import DISHES
from imagespeak_core.generators.illustrator.things.exotic_animals import EXOTIC_ANIMALS
from imagespeak_core.generators.illustrator.things.farm_animals import FARM_ANIMALS
from imagespeak_core.generators.illustrator.things.farm_birds import FARM_BIRDS
from imagespeak_core.generators.illustrator.things.flowers import FLOWERS
from imagespeak_core.generators.illustrator.things.forest_animals import FOREST_ANIMALS
from imagespeak_core.generators.illustrator.things.fruit import FRUIT
from imagespeak_core.generators.illustrator.things.furniture import FURNITURE
from imagespeak_core.generators.illustrator.things.games import GAMES
from imagespeak_core.generators.illustrator.things.garden import GARDEN
from imagespeak_core.generators.illustrator.things.gatherings import GATHERINGS
from imagespeak_core.generators.illustrator.things.home import HOME
from imagespeak_core.generators.illustrator.things.horses import HORSES
from imagespeak_core.generators.illustrator.things.household import HOUSEHOLD
from imagespeak_core.generators.illustrator.things.in_hand import (
    daily,
    food,
    home,
    play,
    sport,
    tools,
)
from imagespeak_core.generators.illustrator.things.insects import INSECTS
from imagespeak_core.generators.illustrator.things.kitchen import KITCHEN
from imagespeak_core.generators.illustrator.things.meals import MEALS
from imagespeak_core.generators.illustrator.things.music import MUSIC
from imagespeak_core.generators.illustrator.things.office import OFFICE
from imagespeak_core.generators.illustrator.things.pets import PETS
from imagespeak_core.generators.illustrator.things.playground import PLAYGROUND
from imagespeak_core.generators.illustrator.things.rail_vehicles import RAIL_VEHICLES
from imagespeak_core.generators.illustrator.things.road_vehicles import ROAD_VEHICLES
from imagespeak_core.generators.illustrator.things.roadside import ROADSIDE
from imagespeak_core.generators.illustrator.things.savanna_animals import SAVANNA_ANIMALS
from imagespeak_core.generators.illustrator.things.school import SCHOOL
from imagespeak_core.generators.illustrator.things.sea_animals import SEA_ANIMALS
from imagespeak_core.generators.illustrator.things.seats import SEATS
from imagespeak_core.generators.illustrator.things.sheep_and_goats import SHEEP_AND_GOATS
from imagespeak_core.generators.illustrator.things.sports import SPORTS
from imagespeak_core.generators.illustrator.things.square import SQUARE
from imagespeak_core.generators.illustrator.things.street import STREET
from imagespeak_core.generators.illustrator.things.structures import STRUCTURES
from imagespeak_core.generators.illustrator.things.sweets import SWEETS
from imagespeak_core.generators.illustrator.things.tableware import TABLEWARE
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Trait
from imagespeak_core.generators.illustrator.things.toys import TOYS
from imagespeak_core.generators.illustrator.things.treats import TREATS
from imagespeak_core.generators.illustrator.things.trees import TREES
from imagespeak_core.generators.illustrator.things.vegetables import VEGETABLES
from imagespeak_core.generators.illustrator.things.walls import WALLS
from imagespeak_core.generators.illustrator.things.water_animals import WATER_ANIMALS
from imagespeak_core.generators.illustrator.things.wheeled_toys import WHEELED_TOYS
from imagespeak_core.generators.illustrator.things.wonders import WONDERS

__all__ = ["HELD", "THINGS", "Thing", "by", "having"]

THINGS: Mapping[str, Thing] = {
    thing.name: thing
    for family in (
        PETS,
        HORSES,
        FARM_ANIMALS,
        SHEEP_AND_GOATS,
        FARM_BIRDS,
        BIRDS,
        BIG_CATS,
        SAVANNA_ANIMALS,
        FOREST_ANIMALS,
        CLIMBERS,
        WATER_ANIMALS,
        EXOTIC_ANIMALS,
        SEA_ANIMALS,
        INSECTS,
        CARS,
        ROAD_VEHICLES,
        CYCLES,
        RAIL_VEHICLES,
        BOATS,
        AIRCRAFT,
        FURNITURE,
        SEATS,
        HOME,
        KITCHEN,
        HOUSEHOLD,
        WALLS,
        DISHES,
        MEALS,
        SWEETS,
        TREATS,
        TABLEWARE,
        DAILY_THINGS,
        WONDERS,
        FRUIT,
        VEGETABLES,
        TREES,
        FLOWERS,
        STREET,
        ROADSIDE,
        SQUARE,
        BUILDINGS,
        STRUCTURES,
        GATHERINGS,
        CAMPING,
        GARDEN,
        TOYS,
        WHEELED_TOYS,
        PLAYGROUND,
        SPORTS,
        GAMES,
        MUSIC,
        BAGS,
        SCHOOL,
        OFFICE,
        DEVICES,
        CLOTHES,
    )
    for thing in family
}


HELD: Mapping[str, Held] = {
    **{name: thing.held for name, thing in THINGS.items() if thing.held is not None},
    **{
        name: held
        for family in (food, daily, tools, play, sport, home)
        for name, held in family.ONLY_HELD.items()
    },
}
"""Everything that a hand can hold, by name."""


def having(trait: Trait) -> frozenset[str]:
    """The names of the things of which it is true."""
    return frozenset(name for name, thing in THINGS.items() if trait in thing.traits)


def by(told: Callable[[Thing], Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """What is told of things → the names of all of which it is told."""
    return {
        what: frozenset(name for name, thing in THINGS.items() if what in told(thing))
        for what in {what for thing in THINGS.values() for what in told(thing)}
    }
