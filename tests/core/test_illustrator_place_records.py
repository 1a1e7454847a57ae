"""A place's record: whole, and the only thing that tells of the place."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from imagespeak_core.generators.illustrator import places
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.places.place import Cue, Place
from imagespeak_core.generators.illustrator.places.registry import PLACES, RANKED
from imagespeak_core.generators.illustrator.reading.lexicon import lexicon
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.things.thing import Kind
from imagespeak_core.generators.illustrator.words import (
    actions,
    backdrops,
    people,
    settings,
    unseen,
)
from tests.for_each import for_each

BY_NAME = for_each("place", RANKED, ids=lambda place: place.name)


@BY_NAME
def test_a_record_is_whole(place: Place) -> None:
    assert place.name == place.name.strip().lower() != ""
    assert place.words or place.weak_words
    assert place.said.split()[0] in {"at", "by", "in", "on"}
    assert place.noun != place.name
    assert place.background is None or place.background.sentence[-1] == "."
    assert place.casts
    assert set(place.looks) <= set(settings.NATURAL_COLOURS) | set(unseen.TRUE_OF)
    assert set(place.as_scenery) <= {*place.words, *place.weak_words}
    assert {*place.behind, place.hints.young} <= {*PLACES, ""}
    assert set(place.built_in) <= set(THINGS)
    assert THINGS[place.seating.seat].seat_m is not None
    assert place.inside_of in {*THINGS, ""}


@BY_NAME
def test_what_makes_a_place_likely_is_in_the_vocabulary(place: Place) -> None:
    assert set(place.hints.nouns) <= {*THINGS, *people.PEOPLE}
    assert set(place.hints.actions) <= set(ACTIONS)
    assert set(place.hints.verbs) <= set(actions.VERBS)


@BY_NAME
def test_what_is_painted_behind_can_be_asked_for(place: Place) -> None:
    noun = place.background.noun if place.background else ""
    is_place = noun in lexicon() and lexicon()[noun].meaning == "place"
    assert backdrops.ASKED.get(noun, "") == (noun if is_place else "")


@BY_NAME
def test_a_place_is_a_room_where_its_record_says_so(place: Place) -> None:
    dice = random.Random(1)
    frame = Frame(512.0, 512.0, mood_for("day", "clear"), "day", "clear", "summer", dice)
    assert place.paint(frame).indoors == place.indoors
    assert place.indoors or not place.garage
    assert not (place.indoors and (place.roofed or place.grassy or place.water))


def test_every_record_is_in_the_registry() -> None:
    written = [
        value
        for module in pkgutil.iter_modules(places.__path__, f"{places.__name__}.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Place)
    ]
    assert {place.name for place in written} == set(PLACES)
    assert len(PLACES) == len(RANKED)


def test_no_two_places_claim_the_same_word_or_hint() -> None:
    for claims in (
        [(*p.words, *p.weak_words, *p.stand_ins) for p in RANKED],
        [p.hints.nouns for p in RANKED],
        [p.hints.names for p in RANKED],
        [p.hints.verbs for p in RANKED],
        [p.hints.actions for p in RANKED],
        [(*p.hints.pastimes, *p.hints.chores) for p in RANKED],
        [(p.inside_of,) for p in RANKED if p.inside_of],
    ):
        counted = Counter(word for claim in claims for word in claim)
        assert [word for word, count in counted.items() if count > 1] == []


def test_every_cue_tells_of_one_place() -> None:
    assert sorted(cue for p in RANKED for cue in p.hints.cues) == sorted(get_args(Cue))


def test_a_prompt_that_tells_of_no_place_has_a_choice() -> None:
    assert sum(place.default for place in RANKED) > 1


SORTS = (frozenset({*ACTIONS, *actions.VERBS}), frozenset(get_args(Kind)))
"""What else some of the names mean: an action ("garden"), or a kind of things ("street").

Beside other words of that sort, and with no other name, it is what such a name means.
"""
NAMES = frozenset(PLACES)
ONLY_PLACES = NAMES - {*THINGS}.union(*SORTS)
WRAPPED = {"frozenset", "set", "tuple", "list", "dict", "sorted", "fromkeys", "MappingProxyType"}


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _strings(node: ast.AST | None) -> Iterator[str]:
    """The texts of a collection, its own and those of the collections in it."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.Call(ast.Attribute(ast.Constant(value=str() as text), "split"), args):
            mark = next((str(one.value) for one in args if isinstance(one, ast.Constant)), None)
            yield from (part.strip() for part in text.split(mark))
        case ast.Dict() | ast.Set() | ast.List() | ast.Tuple() | ast.Starred() | ast.BinOp():
            for child in ast.iter_child_nodes(node):
                yield from _strings(child)
        case ast.Call() if _called(node) in WRAPPED:
            for argument in node.args:
                yield from _strings(argument)
        case ast.Match():
            for case in node.cases:
                for part in ast.walk(case.pattern):
                    yield from _strings(part)


def _is_table(node: ast.AST) -> bool:
    texts = set(_strings(node))
    named = texts & NAMES
    meant = any(named <= sort and (texts & sort) - named for sort in SORTS)
    return len(named) > 1 and not meant


def _is_asked_by_name(node: ast.AST) -> bool:
    """Whether a place is compared or looked up by a name that is written there."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    elif isinstance(node, ast.Subscript):
        sides = [node.value, node.slice]
    else:
        return False
    ends = {getattr(side, "attr", getattr(side, "id", "")).lower() for side in sides}
    texts = {text for side in sides for text in _strings(side)}
    return bool(texts & (NAMES if ends & {"place", "places"} else ONLY_PLACES))


def _is_given_by_name(node: ast.AST) -> bool:
    """Whether a place that is written there is returned, set or handed on."""
    given: Sequence[ast.expr | None]
    match node:
        case ast.Return(value=value) | ast.Assign(value=value):
            given = [value]
        case ast.BoolOp(values=values):
            given = values
        case ast.IfExp(body=body, orelse=orelse):
            given = [body, orelse]
        case ast.Call(args=args):
            given = args
        case _:
            return False
    return any(isinstance(one, ast.Constant) and one.value in ONLY_PLACES for one in given)


def second_tellings(source: str) -> list[int]:
    """The lines that tell of places by name: in a table, by asking for one, by giving one."""
    nodes = list(ast.walk(ast.parse(source)))
    return sorted(
        {
            node.lineno
            for node in nodes
            if isinstance(node, ast.expr | ast.stmt)
            and (_is_table(node) or _is_asked_by_name(node) or _is_given_by_name(node))
        }
    )


MODULES = [
    path
    for path in sorted(Path(places.__file__).parents[1].rglob("*.py"))
    if path.parent.name != "places"
]


@for_each("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_tells_of_places_a_second_time(path: Path) -> None:
    assert second_tellings(path.read_text("utf-8")) == []


@for_each(
    "source",
    [
        '_FRIENDLY = ("park", "street")',
        '_WITH_TABLES = frozenset({"market", "balcony"})',
        '_SEATS = {"park": "bench", "forest": "log"}',
        '_HINTS = {"cow": "farm", "desk": "office"}',
        'GRASSY = frozenset("park garden farm".split())',
        'GRASSY = frozenset([*"park garden".split(), "country road"])',
        '_FLOORS = dict.fromkeys(("street", "city"), "grey")',
        '_ROAD = frozenset("street,bus stop".split(","))',
        'match place:\n    case "park" | "zoo":\n        pass\n    case _:\n        pass',
        'def f(place):\n    return place == "cinema"',
        'def f(scene):\n    return scene.place in {"park"}',
        'def f(where):\n    return where == "living room"',
        'CINEMA = PLACES["cinema"]',
        'def f():\n    return "living room"',
        'def f(found):\n    found.places.append("lake")',
        'def f(bridge):\n    return "river" if bridge else None',
        'def f(home):\n    return home or "living room"',
    ],
)
def test_a_second_telling_is_found(source: str) -> None:
    assert second_tellings(source)


@for_each(
    "source",
    [
        'DOING = {"garden": "gardening", "shop": "shopping", "cry": "crying"}',
        'Kind = Literal["street", "kitchen", "vehicle"]',
        'THINGS = (Thing("sink", "kitchen"), Thing("bench", "street"))',
        'LION = Thing("lion", found_at="zoo")',
        '_AWAITED = frozenset({"bus", "bus stop", "tram"})',
        'def f(item):\n    return item.noun == "bus stop"',
        'PROMPTS = ("a park", "a park and a street")',
        "def f(place):\n    return place in INDOORS",
    ],
)
def test_what_only_sounds_like_a_place_is_none(source: str) -> None:
    assert second_tellings(source) == []
