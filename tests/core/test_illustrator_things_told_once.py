"""Each thing is told once, in its record: no other table names things, and no record is half."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import imagespeak_core.generators.illustrator as illustrator
from imagespeak_core.generators.illustrator.figures.gestures import GESTURES
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS, Thing, having
from imagespeak_core.generators.illustrator.things.thing import Held, Trait
from imagespeak_core.generators.illustrator.words import actions, people
from imagespeak_core.generators.illustrator.words.parts import PARTS
from imagespeak_core.pictures.prompts import LEVELS
from tests.for_each import for_each

ROOT = Path(illustrator.__file__).parent
OF_THEIR_OWN = frozenset({"things", "places"})
"""Rooms that may name things: their own, and that of places, each of which tells what stands in
it and who usually is there."""

ALSO_OTHERS = frozenset(
    {*actions.VERBS, *ACTIONS, *people.CLOTHES, *people.CLOTHES.values(), *PARTS}
)
"""Names that are words for something else as well: what is done, what is worn, what is a part."""

NAMES = THINGS.keys() - ALSO_OTHERS

NOT_ABOUT_THINGS = {
    "figures/gestures.py GESTURES": "a gesture tells what its hands hold",
    "figures/front_gestures.py FRONT_GESTURES": "the same from the front",
    "figures/poses.py USUALLY_HELD": "an action tells what is carried for it",
    "figures/poses.py OWN_THINGS": "an action tells what it is drawn with",
    "figures/roles.py ROLES": "a role tells what it wears and carries",
    "figures/role_signs.py SIGNS": "a sign of a role is drawn on the body",
    "words/actions.py _ACTIVITIES_DONE": "games, and drinks that are named by what they are in",
    "scene.py Use": "what a given thing is used as, which is no thing",
    "grouping/groups.py _IN_STEAD": "the same: what is given in the stead of the prompt's own",
    "scene_json.py _USES": "how scenes told that before they had a field for it",
    "words/unseen.py SILENT": "words of grammar: well done, in the picture",
    "grouping/tables.py _SERVED": "how a table is laid, in the order that the dice know",
    "grouping/tables.py _FOR_WORK": "the same of a table where people work",
    "grouping/desks.py put_desk": "what is on a desk, in the order that the dice know",
}
"""Where words that are things' names tell of something else, and of what."""

EVERY_THING = for_each("thing", THINGS.values(), ids=lambda thing: thing.name)
EVERY_HELD = for_each("name, held", HELD.items(), ids=lambda name, _: name)


def _words(node: ast.AST) -> Iterator[str]:
    """The texts of a literal; where it is split into words, the words."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        text = node.func.value
        if node.func.attr == "split" and isinstance(text, ast.Constant):
            between = ast.literal_eval(node.args[0]) if node.args else None
            yield from (word.strip() for word in str(text.value).split(between))
            return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _words(child)


def _literals(node: ast.AST) -> Iterator[ast.AST]:
    """The outermost literal collections, and texts that are split into one."""
    split = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "split"
    if split or isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


def _statement_name(node: ast.stmt) -> str:
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0])
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.target)
    return str(getattr(node, "name", ""))


def tables_of_things(source: str) -> Iterator[tuple[str, list[str]]]:
    """What names several things: the name of the statement, and the things."""
    for statement in ast.parse(source).body:
        for literal in _literals(statement):
            named = sorted(NAMES & set(_words(literal)))
            if len(named) > 1:
                yield _statement_name(statement), named


@for_each(
    "source",
    [
        'WET = frozenset({"boat", "fountain"})',
        'WET: dict[str, str] = {"boat": "lake", "fountain": "park"}',
        'WET = frozenset("boat fountain".split())',
        'WET = "boat,police car".split(",")',
        'def is_wet(noun):\n    return noun in {"boat", "fountain"}',
        'WET = {**other, "a": ("boat", 1), "b": ("fountain", 2)}',
    ],
)
def test_a_table_of_things_is_found(source: str) -> None:
    assert list(tables_of_things(source))


def test_no_second_table_names_things() -> None:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        inside = path.relative_to(ROOT)
        if inside.parts[0] not in OF_THEIR_OWN:
            for name, things in tables_of_things(path.read_text("utf-8")):
                found[f"{inside.as_posix()} {name}"] = things
    second = {where: things for where, things in found.items() if where not in NOT_ABOUT_THINGS}
    assert not second, "tell it in the things' records instead"
    assert not NOT_ABOUT_THINGS.keys() - found.keys(), "no longer needed"


def test_each_name_has_one_record() -> None:
    names = re.compile(r'\bThing\(\s*"([^"]+)"')
    told = [
        name
        for path in sorted((ROOT / "things").glob("*.py"))
        for name in names.findall(path.read_text("utf-8"))
    ]
    assert sorted(told) == sorted(THINGS)


def test_no_word_means_two_things() -> None:
    claimed = [word for thing in THINGS.values() for word in thing.words.also]
    assert len(claimed) == len(set(claimed))
    in_hand = [word for held in HELD.values() for word in held.also]
    assert len(in_hand) == len(set(in_hand))


def test_what_is_true_of_things_is_true_of_some() -> None:
    assert not [trait for trait in get_args(Trait) if not having(trait)]


@EVERY_THING
def test_the_record_fits_the_rest(thing: Thing) -> None:
    words = thing.words
    assert thing.found_at is None or thing.found_at in PLACES
    assert set(thing.traits) <= set(get_args(Trait))
    assert len(thing.traits) == len(set(thing.traits))
    forms = {thing.indoors, thing.afloat, thing.lifted, *thing.seasons.values()} - {None}
    assert forms <= THINGS.keys()
    assert thing.name not in {*words.also, *forms}
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in (thing.colour, *thing.colours))
    assert set(thing.shown_by) <= set(ACTIONS)
    for action, in_hand in thing.done_with.values():
        assert action in ACTIONS
        assert in_hand is None or in_hand in HELD
    assert thing.ridden_at is None or 0 < thing.ridden_at <= 1


@EVERY_THING
def test_its_words_are_of_levels_and_can_be_counted(thing: Thing) -> None:
    words = thing.words
    assert [level for level in LEVELS if level in words.learned] == list(words.learned)
    assert words.told != thing.name
    assert words.behind != thing.name
    assert words.plural is None or words.number == "one"
    said = words.told or thing.name
    uncounted = words.number != "one" or words.plural == thing.name or " of " in said
    assert (plural_of(said) == said) == uncounted


@EVERY_HELD
def test_what_is_held_fits_hands_and_words(name: str, held: Held) -> None:
    assert held.gesture in GESTURES
    assert held.told != name
    assert set(held.shown_by) <= set(ACTIONS)
    assert held.in_both_hands is None or held.in_both_hands in HELD
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in (held.colour, *held.colours))
    words = THINGS[name].words.also if name in THINGS else ()
    assert not set(held.also) & {name, *words}
    assert held.asked or not held.also
