"""What a prompt asks for, beside what is shown for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene, Shown, Wanted, Wish, Worn
from imagespeak_core.generators.illustrator.telling.naming_shown import counted, noun_of, plural_of
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import backdrops, parts, people, telling, things

_SCREENS = having("screen")
_BARE = frozenset(tree for thing in THINGS.values() if (tree := thing.seasons.get("winter")))
"""What plants are in winter."""
_OF_ROOMS = having("of every inside")


@dataclass(frozen=True, slots=True)
class Asked:
    """One noun phrase of the wish, and what of it can be seen.

    Attributes:
        wanted: What was asked for.
        items: What is shown for it. For a thing that people carry these are the people.
        others: What else of its kind is shown: the place's furniture, a seat that was given.
        behind: How many of its kind the place itself shows behind all.
        carried: Who holds it or has it on, where it is no item of its own.
        within: Whether it is around all, or part of what is shown: a train that is seen from its
            inside, the window of a house.
    """

    wanted: Wanted
    items: tuple[Shown, ...] = ()
    others: tuple[Shown, ...] = ()
    behind: int = 0
    carried: tuple[Shown, ...] = ()
    within: bool = False

    @property
    def count(self) -> int:
        """How many of it can be seen."""
        own = len(self.items) + len(self.others) + self.behind + len(self.carried)
        return own or int(self.within)

    @property
    def is_shown(self) -> bool:
        """Whether at least one of it can be seen."""
        return self.count > 0


def held_against(wish: Wish, scene: Scene, shown_for: Mapping[str, int]) -> tuple[Asked, ...]:
    """Each noun phrase of a wish with what the scene shows of it.

    Args:
        wish: What was asked for.
        scene: What is shown.
        shown_for: The id of each item that is shown for a noun phrase → its index in the wish.
    """
    return tuple(_asked(index, wish, scene, shown_for) for index in range(len(wish.wanted)))


def _asked(index: int, wish: Wish, scene: Scene, shown_for: Mapping[str, int]) -> Asked:
    wanted = wish.wanted[index]
    own = tuple(item for item in scene.items if shown_for.get(item.id) == index)
    if wanted.kind == "person":
        return Asked(wanted, own)
    none = len(wish.wanted)
    free = [item for item in scene.items if shown_for.get(item.id, none) >= none]
    return Asked(
        wanted,
        tuple(item for item in own if item.kind != "person"),
        tuple(item for item in free if is_a(item.noun, wanted.noun)),
        sum(is_a(noun, wanted.noun) for noun in scene.backdrop),
        () if own and own[0].kind != "person" else _carriers(scene.items, wanted.noun),
        _is_within(wanted.noun, scene),
    )


def is_a(shown: str, asked: str) -> bool:
    """Whether what is shown under one noun is what another asks for: a pine tree is a tree."""
    if asked in names_of(shown) or shown in _forms(asked):
        return True
    if asked == "computer" and shown in _SCREENS:
        return True
    kinds = {noun: thing.kind for noun in (shown, asked) if (thing := THINGS.get(noun))}
    return shown.split()[-1] == asked and len(set(kinds.values())) == 1


def names_of(noun: str) -> frozenset[str]:
    """A noun of a scene, and what else it is called."""
    return frozenset(
        {noun, telling.NAMES.get(noun, noun), backdrops.NAMES.get(noun, noun)}
        | {telling.HELD.get(noun, noun), telling.WORN.get(noun, noun)}
    )


def _forms(noun: str) -> frozenset[str]:
    """The things that a noun stands for indoors, on water, on a table, and at times of the year."""
    thing = THINGS.get(noun)
    if thing is None:
        return frozenset({noun})
    forms = {thing.indoors, thing.afloat, thing.lifted, *thing.seasons.values()} - {None}
    return frozenset({noun, *(form for form in forms if form)})


def in_hands(item: Shown) -> tuple[str, ...]:
    """All that somebody has in the hands, or does something with."""
    return (*((item.holding,) if item.holding else ()), *item.also_holding)


def on_the_body(item: Shown) -> tuple[Worn, ...]:
    """All that can be seen of somebody's clothes, hair and beard."""
    return item.wearing + item.also_wearing


def _carriers(items: Sequence[Shown], noun: str) -> tuple[Shown, ...]:
    """Who holds such a thing, or has it on."""
    in_hand = {noun, things.HOLDABLE.get(noun, noun)}
    with_it = {done for done, own in things.SWALLOWED.items() if noun in own - _SCREENS}
    worn = people.CLOTHES.get(noun, noun)
    return tuple(
        item
        for item in items
        if item.kind == "person"
        and (
            not in_hand.isdisjoint(in_hands(item))
            or any(what == worn for what, _ in on_the_body(item))
            or item.action in with_it
        )
    )


def _is_within(noun: str, scene: Scene) -> bool:
    """Whether the picture is taken in such a thing, or shows it as a part of another."""
    here, inside = PLACES[scene.place], PLACES[scene.place].inside_of
    if here.seating.company == "audience" and noun in here.built_in:
        return True
    if noun in {scene.place, inside} or (inside and noun in _OF_ROOMS):
        return True
    shown = [*(item.noun for item in scene.items), *scene.backdrop]
    return any(has_part(one, noun) for one in shown)


def has_part(noun: str, part: str) -> bool:
    """Whether such a part can be seen of a thing: of a house its windows, of a dog its tail."""
    whole = parts.PARTS.get(part, frozenset())
    if part == "leaf" and noun in _BARE:
        return False
    return noun in whole or (noun in THINGS and THINGS[noun].kind in whole)


def seen_nouns(scene: Scene) -> frozenset[str]:
    """Every noun of which something can be seen, under all its names."""
    nouns = {item.noun for item in scene.items} | {noun_of(item) for item in scene.items}
    nouns |= set(scene.backdrop) | {scene.place, PLACES[scene.place].inside_of}
    nouns |= {word for word, noun in backdrops.ASKED.items() if noun in scene.backdrop}
    for word in nouns & {*scene.backdrop, *backdrops.ASKED}:
        count = scene.backdrop.count(backdrops.ASKED.get(word, word))
        nouns |= {plural_of(word), counted("", word, count)} if count > 1 else set()
    for item in scene.items:
        nouns |= {*in_hands(item), *(what for what, _ in on_the_body(item))}
        nouns |= things.SWALLOWED.get(item.action or "", frozenset())
    return frozenset(name for noun in nouns - {""} for name in names_of(noun))
