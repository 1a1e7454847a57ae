"""Places that nobody was named for: somebody is there; and riders are shown inside."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import actions
from tests.for_each import for_each

QUIET = {"mountains", "lake"}
"""Views that are worth describing without anybody in them."""

ONE_WAY = {"classroom", "market"}
"""Places where the same people meet every day."""

INSIDE = [
    ("A woman is sitting in a plane and looking out of the window.", "plane cabin", "sit"),
    ("two people reading on a train", "train carriage", "sit"),
    ("A man is sleeping on the bus.", "bus cabin", "sit"),
    ("passengers on a plane at night", "plane cabin", "sit"),
    ("children in a train", "train carriage", "sit"),
]
OUTSIDE = [
    ("A woman is driving a bus.", "street"),
    ("A man is waiting for a bus in a street.", "street"),
    ("a train at the railway station", "station"),
    ("two people waiting for a train", "station"),
]


def _composed(prompt: str, seed: int = 1) -> Composition:
    return compose(prompt, seed=seed, width_px=512, height_px=512)


@for_each("place", sorted(PLACES))
def test_every_place_has_its_usual_casts(place: str) -> None:
    casts = PLACES[place].casts
    assert len(casts) >= (1 if place in ONE_WAY else 2)
    assert all(casts) or place in QUIET
    for item in (item for cast in casts for item in cast):
        assert item.kind == "person" or item.noun in THINGS
        known = set(actions.VERBS.values()) | {"kick", "guitar", "doze", "photo"}
        assert item.action is None or item.action in known


def test_what_the_place_shows_anyway_does_not_leave_it_empty() -> None:
    scene = _composed("a plane at the airport").scene
    assert any(item.kind == "person" for item in scene.items)


@for_each("prompt, place, posture", INSIDE)
def test_riders_are_seen_from_inside_on_their_seats(prompt: str, place: str, posture: str) -> None:
    scene = _composed(prompt).scene
    assert scene.place == place
    riders = [item for item in scene.items if item.kind == "person"]
    assert riders
    assert all(posture in {item.posture, item.action} for item in riders)
    assert {item.noun for item in scene.items} & {"seat"}
    assert not {item.noun for item in scene.items} & {"train", "bus", "plane", "window"}
    assert not scene.not_drawn


@for_each("prompt, place", OUTSIDE)
def test_a_vehicle_is_seen_from_outside_by_all_others(prompt: str, place: str) -> None:
    assert _composed(prompt).scene.place == place


@for_each("vehicle", ["tram", "train"])
def test_trams_and_trains_have_windows_for_those_who_ride(vehicle: str) -> None:
    thing = THINGS[vehicle]
    assert len(thing.windows_m) >= 6
    for window in thing.windows_m:
        assert all(abs(x) < thing.width_m / 2 for x, _ in window)
        assert all(-thing.height_m < y < 0 for _, y in window)


def test_two_in_a_tram_sit_behind_its_windows() -> None:
    composition = _composed("Two women in a tram")
    relations = {(link.subject, link.relation) for link in composition.scene.links}
    assert {("woman-0-0", "in"), ("woman-0-1", "in")} <= relations
    assert composition.svg.count("-window") >= 2
