"""Places: reached by their words, different by seed."""

from __future__ import annotations

import random
import re
from functools import lru_cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.staging import set_stage
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from tests.for_each import for_each

REACHED = [
    ("tourists in a museum", "museum"),
    ("an exhibition with many paintings", "museum"),
    ("passengers waiting in an airport hall", "airport"),
    ("a family at the airport", "airport"),
    ("two teams on a sports field", "sports field"),
    ("a football match in a stadium", "sports field"),
    ("people waiting at a bus stop", "bus stop"),
    ("a cyclist on a country road", "country road"),
    ("a walk in the countryside", "country road"),
    ("a woman in a clothes shop", "shop"),
    ("two customers in a shop", "shop"),
    ("a family in a restaurant", "restaurant"),
    ("a boat on a river", "river"),
    ("a walk along the riverside", "river"),
    ("a boat under an old bridge", "river"),
    ("fishing boats in a harbour", "harbour"),
    ("a carpenter in a workshop", "workshop"),
    ("a mechanic repairs a car in a garage", "workshop"),
    ("an orchestra on a stage", "theatre"),
    ("a play in a small theatre", "theatre"),
    ("passengers on a ferry", "ferry deck"),
    ("three camels on a desert road", "desert"),
    ("workers on a construction site", "building site"),
    ("neighbours in a rooftop garden", "rooftop"),
    ("friends in a café", "cafe"),
    ("a nurse in a hospital room", "hospital"),
    ("people at a railway station", "station"),
    ("cows on a farm", "farm"),
    ("children on the beach", "sea"),
    ("a man in a supermarket", "supermarket"),
    ("a man in the bathroom", "bathroom"),
    ("two students in a laundromat", "launderette"),
    ("a queue in the post office", "post office"),
    ("a customer in a bank", "bank"),
    ("a family on the bank of a river", "river"),
    ("guests at the hotel reception", "hotel lobby"),
    ("a woman in a fitness studio", "gym"),
    ("two women at the hairdresser's", "salon"),
    ("a hairdresser and a girl", "salon"),
    ("friends at the cinema", "cinema"),
    ("children in the pool", "swimming pool"),
    ("a giraffe and a zebra", "zoo"),
    ("a man on a balcony", "balcony"),
    ("three children on a campsite", "campsite"),
    ("a cat in the attic", "attic"),
    ("a firefighter at the fire station", "fire station"),
    ("a tree in front of a bank", "street"),
]


@lru_cache(maxsize=256)
def _composed(prompt: str, seed: int = 1, width: int = 512, height: int = 512) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


@for_each("prompt, place", REACHED)
def test_a_place_is_reached_by_its_words(prompt: str, place: str) -> None:
    assert read_prompt(prompt).place == place


@for_each("seed", range(3))
def test_a_shop_has_clothes_goods_and_a_till(seed: int) -> None:
    svg = _composed("a shop", seed).svg
    for name in ("clothes-rail", "shelves", "till"):
        assert re.search(rf'id="{name}-\d+"', svg), name


@for_each("place", sorted(PLACES))
def test_a_place_differs_by_seed(place: str) -> None:
    light = mood_for("day", "clear")
    dice = [random.Random(seed) for seed in range(4)]
    frames = [Frame(512.0, 512.0, light, "day", "clear", "summer", rng) for rng in dice]
    assert len({set_stage(PLACES[place], frame).back for frame in frames}) == 4


@for_each("place", ["living room", "garden"])
def test_a_home_has_other_things_by_seed(place: str) -> None:
    stages = [_composed(f"a {place}", seed).stage for seed in range(5)]
    if place == "living room":
        kinds = {tuple(prop.noun for prop in stage.props) for stage in stages}
    else:
        kinds = {(str(len(stage.props)),) for stage in stages}
        kinds |= {("stones",) for stage in stages if "stepping-stones" in stage.back}
    assert len(kinds) >= 3


def test_whoever_waits_at_a_bus_stop_stands_by_a_shelter_of_which_there_is_one() -> None:
    composition = _composed("three people waiting at a bus stop")
    nouns = [item.noun for item in composition.scene.items]
    assert nouns.count("bus stop") == 1
    assert 'id="shelter"' not in composition.svg


def test_the_place_leaves_out_what_the_prompt_brings() -> None:
    assert 'id="waiting-bus"' not in _composed("a red bus at a bus stop").svg
    assert 'id="far-goal"' not in _composed("a goal on a sports field").svg
    assert 'id="stone-bridge"' not in _composed("a man on a bridge over a river").svg
    assert 'id="far-lighthouse"' not in _composed("a lighthouse in a harbour").svg


def test_a_shop_assistant_stands_by_the_till() -> None:
    composition = _composed("a shop assistant in a shop")
    (spot,) = composition.stage.spots
    (placed,) = composition.layout.placed
    assert placed.x_px == spot.x_px


def test_the_plane_of_an_airport_is_the_one_behind_the_glass() -> None:
    composition = _composed("a plane at the airport")
    assert all(item.noun != "plane" for item in composition.scene.items)
    assert not composition.scene.not_drawn


@for_each("prompt, role", [("a nurse in a hospital room", "nurse")])
def test_a_role_has_its_spot(prompt: str, role: str) -> None:
    composition = _composed(prompt)
    (spot,) = (spot for spot in composition.stage.spots if spot.purpose == role)
    (placed,) = composition.layout.placed
    assert placed.x_px == spot.x_px
