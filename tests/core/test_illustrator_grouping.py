"""Grouping goes step by step: one signature, one order, nobody lost or doubled on the way."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from dataclasses import replace
from types import FrameType, NoneType
from typing import get_type_hints

from imagespeak_core.generators.illustrator.casting.boarding import aboard
from imagespeak_core.generators.illustrator.casting.cast import Actor, actors_of
from imagespeak_core.generators.illustrator.casting.extras import idle_actions, with_extras
from imagespeak_core.generators.illustrator.grouping import grouping as pipeline
from imagespeak_core.generators.illustrator.grouping.grouping import STEPS, group_actors
from imagespeak_core.generators.illustrator.grouping.groups import Grouping
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.grouping.relating import WAYS
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Relation
from tests.core.illustrator_bank import BANK
from tests.for_each import for_each

PROMPTS = (
    *BANK,
    "two women at a desk in an office",
    "a teacher and six children at a table in a classroom",
    "a man paints a picture",
    "a man painting a woman, with a baby, in a park",
    "a mother and a baby, and a pram",
    "three babies and two grandmothers at a table in a kitchen",
    "a father carries a child",
    "a hairdresser cuts a woman's hair",
    "four children and a cat watch television",
    "people waiting for a bus, with a dog",
    "a dog between a chair and a bin",
    "a cat and a ball under a table, and a dog on the table",
    "an apple, a cake and a cup in a park",
    "six people in a cinema",
    "two men hug, a boy hugs a dog, and two girls dance",
    "four boys play football with a ball",
    "two girls with kites play volleyball",
    "three people sleep on the beach",
    "a man drives, and a cat climbs",
    "five people sit on a bench",
    "a woman sits and reads, and a man sits, in a city",
    "a girl sits, and an old man sits, in a living room",
)


def _begun(prompt: str, seed: int = 1) -> Grouping:
    wish = aboard(read_prompt(prompt))
    rng = random.Random(seed)
    place = wish.place or "park"
    wish = with_extras(wish, place, rng)
    casts = [
        actors_of(rng, at, item, weather="clear", place=place, idle=idle_actions(wish, at, place))
        for at, item in enumerate(wish.wanted)
    ]
    return Grouping(rng, PLACES[place], casts, wish.links)


def _actors(grouping: Grouping) -> list[Actor]:
    there = [member.actor for cluster in grouping.clusters for member in cluster.members]
    return there + [baby.actor for baby, _ in grouping.carried] + grouping.set_aside


def test_all_steps_have_one_signature() -> None:
    for step in STEPS:
        assert get_type_hints(step) == {"grouping": Grouping, "return": NoneType}
    for way in WAYS[:-1]:
        assert get_type_hints(way) == {"move": Move, "return": Relation | None}
    assert get_type_hints(WAYS[-1]) == {"move": Move, "return": Relation}


def test_the_steps_are_called_in_the_order_that_is_told() -> None:
    told = re.findall(r"^    ([a-z_]+)  ", pipeline.__doc__ or "", re.M)
    assert told == [step.__name__ for step in STEPS]
    codes = {step.__code__: step.__name__ for step in STEPS}
    called: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in codes:
            called.append(codes[frame.f_code])

    begun = _begun("a woman with a baby sits at a table in a café")
    sys.setprofile(note)
    try:
        group_actors(begun.rng, begun.casts, begun.wished, begun.place)
    finally:
        sys.setprofile(None)
    assert called == told


def test_no_step_loses_or_doubles_anybody() -> None:
    """Who came in is there once after each step; whoever else is there was given."""
    set_aside = given = 0
    for prompt in PROMPTS:
        grouping = _begun(prompt)
        came = {actor.id for actor in _actors(grouping)}
        links, shown = len(grouping.links), 0
        for step in STEPS:
            step(grouping)
            where = f"{step.__name__}: {prompt}"
            there = Counter(actor.id for actor in _actors(grouping))
            assert max(there.values(), default=1) == 1, where
            assert came <= set(there), where
            more = [actor for actor in _actors(grouping) if actor.id not in came]
            assert all(actor.given for actor in more), where
            assert not any(actor.given for actor in _actors(grouping) if actor.id in came), where
            assert all(cluster.members for cluster in grouping.clusters), where
            assert len(grouping.links) <= links, where
            assert len(grouping.shown) >= shown, where
            links, shown = len(grouping.links), len(grouping.shown)
        assert not grouping.carried, prompt
        there = Counter(actor.id for actor in _actors(grouping))
        owners = {actor.given.to for actor in _actors(grouping) if actor.given}
        assert owners - {None} <= set(there), prompt
        assert {id_ for link in grouping.shown for id_ in (link.subject, link.target)} <= set(there)
        set_aside, given = set_aside + len(grouping.set_aside), given + len(owners)
    assert set_aside > 3
    assert given > 30


@for_each(
    "prompt", ["a woman and a dog stand in a park", "a red car", "three children run", "two trees"]
)
def test_steps_leave_alone_what_is_not_their_business(prompt: str) -> None:
    grouping, before = _begun(prompt), _begun(prompt)
    for step in STEPS:
        step(grouping)
        assert not grouping.shown, step.__name__
        places = [(one.actor.wanted, one.x, one.near, one.lift, one.mirrored)
                  for cluster in grouping.clusters for one in cluster.members]  # fmt: skip
        assert places == [(actor.wanted, 0.0, 0.0, 0.0, None) for actor in _actors(before)]


def test_casts_and_wishes_stay_as_they_were() -> None:
    for prompt in PROMPTS[-20:]:
        begun = _begun(prompt)
        casts, wished = [list(cast) for cast in begun.casts], begun.wished
        grouped = group_actors(begun.rng, begun.casts, begun.wished, begun.place)
        assert (grouped.casts, grouped.wished) == (casts, wished)


def test_whose_a_thing_is_is_a_field() -> None:
    begun = _begun("a man types, and a girl sits, in an office")
    grouped = group_actors(begun.rng, begun.casts, begun.wished, begun.place)
    given = [actor.given for actor in _actors(grouped) if actor.given]
    assert {one.use for one in given} >= {"seat", "desk", "gear"}
    people = {actor.id for cast in begun.casts for actor in cast}
    assert {one.to for one in given} <= people


def test_grouping_reads_nothing_out_of_ids() -> None:
    for prompt in PROMPTS:
        begun, plain = _begun(prompt), _begun(prompt)
        numbers = (f"n{number}" for number in range(1000))
        casts = [[replace(actor, id=next(numbers)) for actor in cast] for cast in plain.casts]
        places = [
            [
                (one.actor.wanted, one.actor.given and one.actor.given.use, one.x, one.near)
                for cluster in group_actors(start.rng, made, start.wished, start.place).clusters
                for one in cluster.members
            ]
            for start, made in ((begun, begun.casts), (plain, casts))
        ]
        assert places[0] == places[1], prompt
