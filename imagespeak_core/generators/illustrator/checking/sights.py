"""Looking for what must be seen in a scene, by its words and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.checking.expectations import (
    Named,
)
from imagespeak_core.generators.illustrator.checking.same_words import (
    names_for,
    same_colour,
)
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import backdrops
from imagespeak_core.generators.illustrator.words.animal_actions import food_drawn
from imagespeak_core.generators.illustrator.words.parts import PARTS
from imagespeak_core.generators.illustrator.words.people import (
    CROWDS,
    PEOPLE,
)
from imagespeak_core.generators.illustrator.words.settings import (
    GRASSY,
    NATURAL_COLOURS,
)
from imagespeak_core.generators.illustrator.words.things import SWALLOWED

AGES: dict[str | None, frozenset[str | None]] = {
    None: frozenset({None, "baby", "child", "teenager", "adult", "old"}),
    "adult": frozenset({None, "adult", "old"}),
    "child": frozenset({"child"}),
    "teenager": frozenset({"teenager"}),
    "old": frozenset({"old"}),
    "baby": frozenset({"baby"}),
}
"""The age that a word tells → the ages that an onlooker takes for it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing that can be seen.

    Attributes:
        names: The names it goes by.
        colours: Its colours and patterns.
        item: The item, where it is one by itself.
        bearer: Who holds or wears it.
    """

    names: frozenset[str]
    colours: tuple[str, ...] = ()
    item: Shown | None = None
    bearer: Shown | None = None


def sights_of(scene: Scene) -> tuple[Sight, ...]:
    """All that a scene tells of: its items, what they hold and wear, and what is behind them."""
    found = [Sight(_names_of(item), colours_of(item.colour), item=item) for item in scene.items]
    for item in scene.items:
        found += _of_bearer(item, scene)
    behind = (frozenset({noun, backdrops.NAMES.get(noun, noun)}) for noun in scene.backdrop)
    return (*found, *map(Sight, behind), *(Sight(frozenset({noun})) for noun in _always(scene)))


def _of_bearer(item: Shown, scene: Scene) -> Iterator[Sight]:
    """What somebody holds, wears or has for what they do, and what is part of a thing."""
    if item.holding:
        yield Sight(frozenset({item.holding}), colours_of(item.holding_colour), bearer=item)
    for what, colour in item.wearing:
        yield Sight(frozenset({what}), colours_of(colour), bearer=item)
    mounted = item.action == "ride" and any(
        link.subject == item.id and link.relation == "on" for link in scene.links
    )
    done = frozenset() if mounted else SWALLOWED.get(item.action or "", frozenset())
    if done - {item.holding}:
        yield Sight(done - {item.holding}, bearer=item)
    thing = THINGS.get(item.noun)
    kinds = {item.noun, thing.kind} if thing else {item.noun}
    for part, whole in PARTS.items():
        if not kinds.isdisjoint(whole):
            yield Sight(frozenset({part}), bearer=item)
    if item.kind == "animal" and item.action in {"eat", "drink"}:
        yield Sight(food_drawn(item.noun, item.action), bearer=item)


def _always(scene: Scene) -> frozenset[str]:
    """What is seen of every such place, and told of none."""
    if scene.indoors:
        return frozenset({"wall", "floor", "room"})
    return frozenset({"sky", "ground"} | ({"grass"} if scene.place in GRASSY else set()))


def is_a(sight: Sight, noun: str) -> bool:
    """Whether it is what the noun names."""
    if not sight.names.isdisjoint(names_for(noun)):
        return True
    item = sight.item
    if noun == "animal":
        return item is not None and item.kind == "animal"
    if item is None or item.kind != "person":
        return False
    word = PEOPLE.get(noun)
    if word is None:
        return noun in CROWDS
    return (
        item.age in AGES[word.age]
        and word.gender in {None, item.gender}
        and word.role in {None, item.role}
    )


def has_colour(sight: Sight, colour: str) -> bool:
    """Whether it is of the colour, as far as is told."""
    natural = NATURAL_COLOURS.get(colour, frozenset())
    return any(same_colour(colour, one) for one in sight.colours) or (
        not sight.colours and not sight.names.isdisjoint(natural)
    )


def is_named(sight: Sight, named: Named) -> bool:
    """Whether it is what the noun names, in its colours."""
    return is_a(sight, named.noun) and all(has_colour(sight, colour) for colour in named.colours)


def _names_of(item: Shown) -> frozenset[str]:
    names = {item.noun, noun_of(item)} | ({item.role} if item.role else set())
    return frozenset(names)


def colours_of(told: str | None) -> tuple[str, ...]:
    """A colour, or the several words of one text: "black and white", "long red"."""
    if not told:
        return ()
    return (told, *re.split(r" and |, | ", told))
