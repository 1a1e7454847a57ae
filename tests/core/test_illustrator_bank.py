"""Every prompt of the bank: how its scene is composed, and how it is described.

Nobody is cut off, hidden, tiny or off the ground; what is told has its grammar and is shown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from imagespeak_core.generators.illustrator.illustrator import Composition
from imagespeak_core.generators.illustrator.layout.placing import Placed, hidden_head
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.words import telling
from tests.core.illustrator_bank import BANK, SIDE, composed
from tests.core.illustrator_told import assert_named_is_shown, assert_told_truly
from tests.for_each import for_each

_OUT = 0.08
_FACE_HIDDEN = 0.5
_HIDDEN_BY_ONE = 0.7
_GROWN_UP_M = 1.7
_TARGETS = ((6, 0.25), (12, 0.17))
_SMALLEST = 0.13
_OF_ALL = 0.9


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
    people = _main_people(composed(prompt))
    shares = sorted(_GROWN_UP_M * item.px_per_m / SIDE for item in people)
    wanted = next((share for most, share in _TARGETS if len(shares) <= most), 0.13)
    return not shares or shares[len(shares) // 2] >= wanted


@for_each("prompt", BANK)
def test_everybody_is_in_the_picture(prompt: str) -> None:
    for item in composed(prompt).layout.placed:
        box = item.box
        out = max(-box.left, box.right - SIDE, -box.top, box.bottom - SIDE)
        assert out <= _OUT * min(box.right - box.left, box.bottom - box.top), item.actor.id


@for_each("prompt", BANK)
def test_no_main_person_is_hidden(prompt: str) -> None:
    composition = composed(prompt)
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


@for_each("prompt", BANK)
def test_feet_are_on_walkable_ground(prompt: str) -> None:
    composition = composed(prompt)
    spots = {spot.foot_px for spot in composition.stage.spots}
    land = [ground for ground in composition.stage.grounds if ground.kind in {"land", "road"}]
    top = min(ground.top_px for ground in land)
    bottom = max(ground.bottom_px for ground in land)
    for item in _main_people(composition):
        if item.ground_px not in spots:
            reach = 0.6 * item.px_per_m
            assert top - reach <= item.ground_px <= bottom + reach, item.actor.id


@for_each("prompt", BANK)
def test_nobody_is_tiny(prompt: str) -> None:
    for item in _main_people(composed(prompt)):
        assert _GROWN_UP_M * item.px_per_m / SIDE >= _SMALLEST, item.actor.id


def test_people_are_large_for_their_number() -> None:
    reached = sum(map(_size_reached, BANK))
    assert reached >= _OF_ALL * len(BANK)


@for_each("prompt", BANK)
def test_all_that_is_said_of_the_bank_is_well_formed_and_so(prompt: str) -> None:
    assert_told_truly(composed(prompt).scene)


@for_each("prompt", BANK)
def test_what_a_description_names_is_shown(prompt: str) -> None:
    assert_named_is_shown(composed(prompt).scene)


@for_each("prompt", BANK)
def test_what_people_do_is_told(prompt: str) -> None:
    scene = composed(prompt).scene
    text = full_description(scene)
    people = [item for item in scene.items if item.kind == "person"]
    main = [item for item in people if not (scene.busy and item.noun == "person")]
    said = re.compile("holding|sitting|flying|riding|driving|kneeling")
    for item in main[:3]:
        first = telling.DOING[item.action or "stand"].split()[0]
        assert first in text or said.search(text), (item, text)


def _with_plain_ids(scene: Scene) -> Scene:
    """The same with ids that tell nothing."""
    plain = {item.id: f"n{number}" for number, item in enumerate(scene.items)}
    return replace(
        scene,
        items=tuple(
            replace(
                item,
                id=plain[item.id],
                given=item.given and replace(item.given, to=plain.get(item.given.to or "")),
            )
            for item in scene.items
        ),
        links=tuple(
            replace(link, subject=plain[link.subject], target=plain[link.target])
            for link in scene.links
        ),
    )


def test_nothing_is_read_out_of_ids() -> None:
    for prompt in BANK:
        scene = composed(prompt).scene
        assert full_description(_with_plain_ids(scene)) == full_description(scene)
