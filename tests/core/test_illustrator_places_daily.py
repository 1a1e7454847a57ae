"""Places of every day: what people do there, and what leads to them and what does not."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.description import full_description
from tests.for_each import for_each


def _composed(prompt: str, seed: int = 1, width: int = 512, height: int = 512) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


def _nouns(scene: Scene) -> list[str]:
    return [item.noun for item in scene.items]


@for_each("seed", range(3))
def test_who_watches_a_film_sits_in_the_cinema_before_its_screen(seed: int) -> None:
    composition = _composed("A family watches a film at the cinema", seed)
    people = [item for item in composition.scene.items if item.kind == "person"]
    assert len(people) == 4
    assert all(item.action == "sit" for item in people)
    meant = [link for link in composition.scene.links if not link.by_chance]
    assert {(link.relation, link.target.split("-")[0]) for link in meant} == {("on", "seat")}
    assert "television" not in _nouns(composition.scene)
    assert not composition.scene.not_drawn
    views = [placed.actor.person for placed in composition.layout.placed if placed.actor.person]
    assert all(person.view == "back" for person in views)


def test_who_sweeps_in_a_cinema_does_not_sit() -> None:
    scene = _composed("a cleaner in a cinema").scene
    assert "seat" not in _nouns(scene)


def test_a_shower_in_the_bathroom_is_no_rain() -> None:
    scene = _composed("A man takes a shower in the bathroom").scene
    assert (scene.place, scene.weather) == ("bathroom", "clear")
    assert read_prompt("a street in heavy showers").weather == "rain"


def test_a_church_is_seen_from_inside_by_those_who_are_in_it() -> None:
    assert _composed("three people in a church").scene.place == "church inside"
    assert _composed("three people in front of a church").scene.place == "street"


def test_swimmers_are_in_the_water_of_the_pool() -> None:
    composition = _composed("Two girls swim in the swimming pool")
    (water,) = (ground for ground in composition.stage.grounds if ground.kind == "water")
    for placed in composition.layout.placed:
        assert water.top_px <= placed.ground_px <= water.bottom_px
    assert "swimming" in full_description(composition.scene)


def test_a_launderette_tells_of_its_machines() -> None:
    assert "washing machines" in full_description(_composed("a man in a launderette").scene)


def test_what_the_prompt_brings_to_a_campsite_and_a_pool_is_not_there_twice() -> None:
    camp = _composed("a red tent on a campsite")
    assert _nouns(camp.scene).count("tent") == 1
    assert all(prop.shows != "tent" for prop in camp.layout.props)
    pool = _composed("a beach umbrella at a swimming pool")
    assert all(prop.shows != "beach umbrella" for prop in pool.layout.props)


@for_each(
    "prompt, word",
    [
        ("two scientists in a laboratory", "laboratory"),
        ("a woman in a pharmacy", "pharmacy"),
        ("workers in a factory", "factory"),
        ("two officers in a police station", "police station"),
    ],
)
def test_a_place_drawn_by_the_nearest_one_is_named_as_not_drawn(prompt: str, word: str) -> None:
    assert word in _composed(prompt).scene.not_drawn


@for_each("seed", range(3))
def test_a_rainbow_is_in_the_sky_behind_everything(seed: int) -> None:
    composition = _composed("a rainbow over a farm", seed)
    svg = composition.svg
    assert svg.count('id="rainbow"') == 1
    assert svg.index('id="rainbow"') < min(
        svg.index(f'id="{item.id}"') for item in composition.scene.items
    )
    assert "rainbow" in composition.scene.backdrop
    assert "a rainbow" in full_description(composition.scene)
    assert not composition.scene.not_drawn


@for_each("place", ["kitchen", "street", "railway station"])
def test_there_is_no_rainbow_where_it_would_be_hidden(place: str) -> None:
    scene = _composed(f"a rainbow in a {place}").scene
    assert scene.not_drawn == ("rainbow",)
    assert "rainbow" not in scene.backdrop


def test_a_lamp_on_a_desk_is_a_small_one() -> None:
    assert "table lamp" in _nouns(_composed("a lamp on a desk").scene)
    assert "lamp" in _nouns(_composed("a lamp next to a desk").scene)


def test_a_fire_in_a_room_is_in_the_fireplace() -> None:
    assert "fireplace" in _nouns(_composed("a cat by the fire in a living room").scene)
    assert "campfire" in _nouns(_composed("two people by a fire on a campsite").scene)


def test_ducks_on_a_pond_swim_in_it() -> None:
    scene = _composed("three white ducks on a pond in the park").scene
    ducks = [item for item in scene.items if item.noun == "duck"]
    assert len(ducks) == 3
    assert all(item.action == "swim" for item in ducks)
    assert {link.relation for link in scene.links if not link.by_chance} == {"in"}
    beside = _composed("a duck next to a pond in the park").scene
    assert all(item.action != "swim" for item in beside.items)


def test_a_pumpkin_lies_on_the_ground_where_it_grows() -> None:
    assert _nouns(_composed("a big pumpkin on a farm").scene) == ["pumpkin"]
    assert "picnic blanket" in _nouns(_composed("a cake in a garden").scene)


@for_each("seed", range(4))
def test_who_is_behind_furniture_at_the_wall_stands_on_the_floor_and_looks_out(seed: int) -> None:
    composition = _composed("a grey mouse behind the fridge", seed)
    found = {item.actor.wanted.noun: item for item in composition.layout.placed}
    mouse, fridge = found["mouse"], found["fridge"]
    assert (composition.stage.wall_px or 0) < mouse.ground_px < fridge.ground_px
    assert mouse.mirrored == (mouse.x_px < fridge.x_px)


def test_a_meal_on_a_balcony_is_at_a_table() -> None:
    scene = _composed("a family is eating breakfast on a balcony").scene
    assert "table" in _nouns(scene)
    assert "bench" not in _nouns(scene)


def test_at_the_pool_people_are_dressed_for_it() -> None:
    def bare(prompt: str) -> list[bool]:
        placed = _composed(prompt).layout.placed
        return [
            item.actor.person.shoe_colour == item.actor.person.skin
            for item in placed
            if item.actor.person
        ]

    assert all(bare("two girls stand at a swimming pool in summer"))
    assert not any(bare("two girls stand in a park in summer"))
