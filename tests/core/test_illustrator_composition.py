"""Every scene of the bank is composed well: nobody is cut off, hidden, tiny or off the ground."""

from __future__ import annotations

import pytest

from imagespeak_core.generators.illustrator.illustrator import Composition
from imagespeak_core.generators.illustrator.layout.placing import Placed, hidden_head
from tests.core.illustrator_bank import BANK, SIDE, composed

_OUT = 0.08
_FACE_HIDDEN = 0.5
_HIDDEN_BY_ONE = 0.7
_GROWN_UP_M = 1.7
_TARGETS = ((6, 0.25), (12, 0.17))
_SMALLEST = 0.13
_OF_ALL = 0.9


def _composed(prompt: str) -> Composition:
    return composed(prompt, 1)


def _main_people(composition: Composition) -> list[Placed]:
    return [
        item
        for item in composition.layout.placed
        if item.actor.person
        and item.actor.stands == "ground"
        and item.actor.wanted.depth != "background"
    ]


def _related(composition: Composition) -> set[frozenset[str]]:
    return {frozenset({link.subject, link.target}) for link in composition.scene.links}


def _size_reached(prompt: str) -> bool:
    people = _main_people(_composed(prompt))
    shares = sorted(_GROWN_UP_M * item.px_per_m / SIDE for item in people)
    wanted = next((share for most, share in _TARGETS if len(shares) <= most), 0.13)
    return not shares or shares[len(shares) // 2] >= wanted


@pytest.mark.parametrize("prompt", BANK)
def test_everybody_is_in_the_picture(prompt: str) -> None:
    for item in _composed(prompt).layout.placed:
        box = item.box
        out = max(-box.left, box.right - SIDE, -box.top, box.bottom - SIDE)
        assert out <= _OUT * min(box.right - box.left, box.bottom - box.top), item.actor.id


@pytest.mark.parametrize("prompt", BANK)
def test_no_main_person_is_hidden(prompt: str) -> None:
    composition = _composed(prompt)
    related, placed = _related(composition), composition.layout.placed
    for item in _main_people(composition):
        free = [
            other
            for other in placed
            if frozenset({other.actor.id, item.actor.id}) not in related and other is not item
        ]
        assert hidden_head(item, free) < _FACE_HIDDEN, item.actor.id
        for other in free:
            if other.ground_px > item.ground_px and not other.lifted:
                hidden = item.box.common(other.box).area / item.box.area
                assert hidden < _HIDDEN_BY_ONE, (item.actor.id, other.actor.id)


@pytest.mark.parametrize("prompt", BANK)
def test_feet_are_on_walkable_ground(prompt: str) -> None:
    composition = _composed(prompt)
    spots = {spot.foot_px for spot in composition.stage.spots}
    land = [ground for ground in composition.stage.grounds if ground.kind in {"land", "road"}]
    top = min(ground.top_px for ground in land)
    bottom = max(ground.bottom_px for ground in land)
    for item in _main_people(composition):
        if item.ground_px not in spots:
            reach = 0.6 * item.px_per_m
            assert top - reach <= item.ground_px <= bottom + reach, item.actor.id


@pytest.mark.parametrize("prompt", BANK)
def test_nobody_is_tiny(prompt: str) -> None:
    for item in _main_people(_composed(prompt)):
        assert _GROWN_UP_M * item.px_per_m / SIDE >= _SMALLEST, item.actor.id


def test_people_are_large_for_their_number() -> None:
    reached = sum(map(_size_reached, BANK))
    assert reached >= _OF_ALL * len(BANK)
