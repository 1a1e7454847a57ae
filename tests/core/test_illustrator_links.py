"""Each link of a scene is true of the picture's pixels, and what is asked for is a link if it is.

The checks here see a picture from outside: whose pixels are where, what is painted later, and
which way a figure is turned. They know nothing of how the links were found.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from imagespeak_core.generators.illustrator.figures.person import plan_of
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Scene, ShownLink
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.telling.description import full_description
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from tests.core.illustrator_seen import SIDE, seen_of_ids
from tests.for_each import for_each

RELATIONS = (
    "left of", "to the right of", "on the left side of", "above", "over", "below", "next to",
    "behind", "in front of", "under", "on", "beside",
)  # fmt: skip
NOUNS = (
    "a dog", "a cat", "a horse", "a bird", "a man", "a girl", "a bicycle", "a car", "a bench",
    "a chair", "a table", "a sofa", "a tree", "a house", "a ball", "a kite", "a book", "a cup",
    "an apple", "a laptop", "a suitcase", "a teddy bear", "a vase", "a clock", "a boat",
)  # fmt: skip
OF_THREE = (
    "a dog between a boy and a girl",
    "a ball between two dogs in a park",
    "a cup between a laptop and a vase in an office",
    "a woman on a bench next to a dog",
    "a cat on a chair next to a table in a kitchen",
    "a man looking at a horse in front of a house",
    "a kite above a girl with a dog in a park",
    "a boy under a tree behind a bench",
    "two rabbits next to a teddy bear on a farm",
    "a bench below three birds and a chair next to three birds",
)
CONVERSE = {
    "left of": "right of", "right of": "left of", "above": "below", "below": "above",
    "in front of": "behind", "behind": "in front of", "next to": "next to", "on": "under",
}  # fmt: skip


def _prompts() -> list[str]:
    dice = random.Random(3)
    pairs = [
        f"a photo of {one} {relation} {other}"
        for relation in RELATIONS
        for one, other in (dice.sample(NOUNS, 2) for _ in range(2))
    ]
    return [*pairs, *OF_THREE]


@dataclass(frozen=True)
class Spot:
    """The pixels of an item, in a picture `SIDE` pixels wide."""

    left: int
    top: int
    right: int
    bottom: int
    x: float
    y: float
    order: int
    """The later it is painted, the nearer it is."""


@cache
def _seen(prompt: str) -> tuple[Composition, dict[str, Spot]]:
    composition = compose(prompt, seed=5, width_px=512, height_px=512)
    ids = [item.id for item in composition.scene.items]
    spots = {}
    for id_, seen in seen_of_ids(composition.svg, ids).items():
        columns = [at % SIDE for at in seen.pixels]
        rows = [at // SIDE for at in seen.pixels]
        spots[id_] = Spot(
            min(columns),
            min(rows),
            max(columns) + 1,
            max(rows) + 1,
            sum(columns) / len(columns),
            sum(rows) / len(rows),
            composition.svg.index(f'<g id="{id_}"'),
        )
    return composition, spots


def _across(one: Spot, other: Spot) -> float:
    """The columns that both have, as a share of the narrower's; below 0 is the gap in pixels."""
    common = min(one.right, other.right) - max(one.left, other.left)
    return common / min(one.right - one.left, other.right - other.left) if common > 0 else common


def _left_of(one: Spot, other: Spot) -> bool:
    apart = other.x - one.x
    return _across(one, other) < 0.4 and apart > 0.5 * abs(other.y - one.y)


def _above(one: Spot, other: Spot) -> bool:
    return _across(one, other) > 0.2 and one.y < other.y


def _before(one: Spot, other: Spot) -> bool:
    lower = one.bottom >= other.bottom
    covers = one.bottom > other.top and one.top < other.bottom
    return one.order > other.order and (lower or covers) and _across(one, other) > -12


def _beside(one: Spot, other: Spot, gap: float = 0.25) -> bool:
    rows = min(one.bottom, other.bottom) - max(one.top, other.top)
    return rows > -4 and _across(one, other) > -gap * SIDE


def _on(one: Spot, other: Spot) -> bool:
    return _across(one, other) > 0.3 and other.top - 6 <= one.bottom <= other.bottom + 12


def _in(one: Spot, other: Spot) -> bool:
    return _across(one, other) > 0.5 and other.top - 6 <= one.y <= other.bottom + 6


TRUE: dict[str, Callable[[Spot, Spot], bool]] = {
    "left of": _left_of,
    "right of": lambda one, other: _left_of(other, one),
    "above": _above,
    "below": lambda one, other: _above(other, one),
    "under": lambda one, other: _above(other, one) or _on(other, one),
    "in front of": _before,
    "behind": lambda one, other: _before(other, one),
    "next to": _beside,
    "with": lambda one, other: _beside(one, other, 0.6),
    "on": _on,
    "in": _in,
}


def _clearly_left(one: Spot, other: Spot) -> bool:
    return _across(one, other) < -2 and other.x - one.x > abs(other.y - one.y)


CLEAR: dict[str, Callable[[Spot, Spot], bool]] = {
    "left of": _clearly_left,
    "right of": lambda one, other: _clearly_left(other, one),
}
"""Where a relation is so clear that nobody would miss it."""


def _is_between(link: ShownLink, scene: Scene, spots: dict[str, Spot]) -> bool:
    sides = [
        more.target
        for more in scene.links
        if (more.subject, more.relation) == (link.subject, "between")
    ]
    at = spots[link.subject].x
    return any(
        min(spots[link.target].x, spots[side].x) < at < max(spots[link.target].x, spots[side].x)
        for side in sides
    )


def _faces(link: ShownLink, composition: Composition, spots: dict[str, Spot]) -> bool:
    (item,) = [one for one in composition.layout.placed if one.actor.id == link.subject]
    one, other = spots[link.subject], spots[link.target]
    person = item.actor.person
    view = plan_of(person).view if person else "side"
    if view == "back":
        return other.order < one.order
    ahead = other.left < one.x if item.mirrored else other.right > one.x
    return view == "side" and ahead


def _is_true(link: ShownLink, composition: Composition, spots: dict[str, Spot]) -> bool:
    if link.relation == "between":
        return _is_between(link, composition.scene, spots)
    if link.relation == "looking at":
        return _faces(link, composition, spots)
    return TRUE[link.relation](spots[link.subject], spots[link.target])


@for_each("prompt", _prompts())
def test_each_link_is_true_of_the_pixels(prompt: str) -> None:
    composition, spots = _seen(prompt)
    told = {(link.subject, link.relation, link.target) for link in composition.scene.links}
    assert len(told) == len(composition.scene.links)
    for link in composition.scene.links:
        assert link.subject != link.target
        assert _is_true(link, composition, spots), link
        if link.relation in CONVERSE:
            assert (link.target, CONVERSE[link.relation], link.subject) in told, link


@for_each("prompt", [one for one in _prompts() if "left" in one or "right" in one])
def test_what_is_asked_and_can_be_seen_is_a_link(prompt: str) -> None:
    composition, spots = _seen(prompt)
    (asked,) = read_prompt(prompt).links
    meant = {
        (link.subject, link.relation) for link in composition.scene.links if not link.by_chance
    }
    items = [item for item in composition.scene.items if not item.given]
    for one in items:
        for other in items:
            ids = (one.id.split("-")[-2], other.id.split("-")[-2])
            if ids == (str(asked.subject), str(asked.target)):
                clear = CLEAR[asked.relation](spots[one.id], spots[other.id])
                assert not clear or (one.id, asked.relation) in meant


@for_each("seed", range(2))
@for_each(
    "prompt, relation",
    [
        ("a dog left of a cat", "left of"),
        ("a cup to the right of a laptop", "right of"),
        ("a bus on the left side of an orange", "left of"),
        ("a boat left of a dog", "left of"),
        ("a kite right of an apple", "right of"),
        ("a bird above a house", "above"),
        ("a dog below a kite in a park", "below"),
        ("a clock over a sofa in a living room", "above"),
        ("a dog jumping over a box", "above"),
        ("a girl behind a tree", "behind"),
        ("a cat in front of a sofa", "in front of"),
        ("a butterfly next to a flower", "next to"),
        ("a man walking over a bridge", "on"),
    ],
)
def test_what_can_be_placed_is_placed(prompt: str, relation: str, seed: int) -> None:
    scene = compose(prompt, seed=seed, width_px=512, height_px=512).scene
    meant = [
        link
        for link in scene.links
        if not link.by_chance and link.subject.split("-")[-2:] == ["0", "0"]
    ]
    assert relation in {link.relation for link in meant}


@for_each("seed", range(4))
def test_both_are_next_to_it(seed: int) -> None:
    prompt = "two rabbits next to a teddy bear on a farm"
    links = compose(prompt, seed=seed, width_px=512, height_px=512).scene.links
    near = {link.subject for link in links if link.relation == "next to" and not link.by_chance}
    assert {id_ for id_ in near if id_.startswith("rabbit")} == {"rabbit-0-0", "rabbit-0-1"}


@for_each(
    "prompt, relation",
    [
        ("a photo of a glass above a kite", "above"),
        ("a cow above a man", "above"),
        ("a cat under a car", "under"),
        ("a sofa below a ball", "below"),
        ("a horse on a bird", "on"),
        ("a man in a house in a street", "in"),
        ("a dog behind a plane", "behind"),
    ],
)
def test_what_is_asked_but_not_to_be_seen_is_no_link(prompt: str, relation: str) -> None:
    assert relation in {link.relation for link in read_prompt(prompt).links}
    scene = compose(prompt, seed=1, width_px=512, height_px=512).scene
    asked = [item.id for item in scene.items if not item.given]
    assert len(asked) == 2
    of_two = [link for link in scene.links if {link.subject, link.target} == set(asked)]
    assert relation not in {link.relation for link in of_two}


@for_each(
    "word, relation",
    [
        ("above", "above"),
        ("over", "above"),
        ("below", "below"),
        ("underneath", "under"),
        ("on the right side of", "right of"),
        ("at the left of", "left of"),
    ],
)
def test_prepositions_of_place_are_read_as_what_they_say(word: str, relation: str) -> None:
    (link,) = read_prompt(f"a photo of a cup {word} a book").links
    assert (link.subject, link.relation, link.target) == (0, relation, 1)


def test_what_only_happens_to_be_so_is_not_told() -> None:
    scene = compose("a dog, a cat and a horse in a park", seed=1, width_px=512, height_px=512).scene
    assert {link.relation for link in scene.links} & {"left of", "right of"}
    assert all(link.by_chance for link in scene.links)
    told = full_description(scene)
    assert not any(f"{words} a " in told for words in ("left of", "right of", "next to", "behind"))
    words = set(word_list(scene, "C1").prepositions)
    assert not words & {"alongside", "to the left of", "to the right of", "behind", "in front of"}


def test_the_scene_of_a_crowd_stays_small() -> None:
    prompt = "ten children and eight women with dogs, a table with cakes and ten trees in a park"
    scene = compose(prompt, seed=1, width_px=768, height_px=768).scene
    assert len(scene.items) > 20
    assert len(scene_to_json(scene).encode()) < 30_000
    assert scene_from_json(scene_to_json(scene)) == scene


def test_links_of_old_scenes_are_meant() -> None:
    old = """{"version": 1, "place": "park", "time": "day", "weather": "clear", "season": "summer",
        "indoors": false, "items": [
        {"id": "cat-0-0", "kind": "animal", "noun": "cat", "side": "left", "depth": "middle"},
        {"id": "sofa-1-0", "kind": "thing", "noun": "sofa", "side": "left", "depth": "middle"}],
        "links": [{"subject": "cat-0-0", "relation": "on", "target": "sofa-1-0"}]}"""
    assert scene_from_json(old).links == (ShownLink("cat-0-0", "on", "sofa-1-0"),)
