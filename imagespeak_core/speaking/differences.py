"""What two drawn pictures show differently, in short sentences for a learner."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.light import it_is, seen_time
from imagespeak_core.generators.illustrator.telling.mentions import Mentions, alike
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    is_many,
    noun_of,
    plural_of,
    told_colour,
    with_article,
)
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.differing_numbers import animals_told, people_told, things_told

MOST = 3
_COUNTED_FIRST = 2
ALIKE = "Your picture shows the same people, animals and things."

_ON_IT = frozenset({"on", "in"})
"""Which of these is used of a bed tells nothing that is seen."""
_CARRYING = frozenset({"hold", "carry"})
_IDLE = frozenset({"stand", "hold", "lean"})
_PRONOUNS = {"woman": "she", "man": "he", None: "this person"}


def differences(original: Scene, drawn: Scene) -> tuple[str, ...]:
    """What the picture of a learner's words shows in another way than the first one.

    Each is one or two short sentences, true of both pictures: people and animals first, then the
    place, things, time and weather, where they do the same, colours. Of what is not there, or not
    as many, two come before the rest and further ones after it.

    Args:
        original: The first picture.
        drawn: That of the words, which shows nobody who is not in the words.

    Returns:
        At most `MOST`; `ALIKE` alone where nothing that is compared differs.
    """
    both = _Both(original, drawn)
    found = [(step in _COUNTING, sentence) for step in _STEPS for sentence in step(both)]
    late = [told for told in found if told[0]][_COUNTED_FIRST:]
    ordered = [told for told in found if told not in late] + late
    return tuple(sentence for _, sentence in ordered[:MOST]) or (ALIKE,)


@dataclass(frozen=True, slots=True)
class _Both:
    original: Scene
    drawn: Scene

    def pairs(self, *kinds: str) -> Iterator[tuple[str, list[Shown], list[Shown]]]:
        """Each noun of these kinds with those who are called so in the first one, and in yours."""
        first, yours = (_by_noun(scene, kinds) for scene in (self.original, self.drawn))
        for noun in dict.fromkeys([*first, *yours]):
            yield noun, first.get(noun, []), yours.get(noun, [])


def _by_noun(scene: Scene, kinds: tuple[str, ...]) -> dict[str, list[Shown]]:
    items = [item for item in scene.items if item.kind in kinds]
    return {noun_of(group[0]): group for group in alike(items, noun_of)}


def _living(both: _Both) -> Iterator[str]:
    """Who is there, and how many."""
    yield from people_told(both.original, both.drawn)
    yield from animals_told(both.original, both.drawn)


_Where = tuple[str, str] | None
"""How somebody is related to what, if that is told."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What all of some do, and where: what counts of it, and it in words after their noun."""

    does: Hashable
    where: _Where
    words: str


def _actions(both: _Both) -> Iterator[str]:
    """What those do who are there in both."""
    for who, again, first, yours in _deeds(both):
        if first.does != yours.does:
            yield f"In your picture {who} {yours.words}. In the first one {again} {first.words}."


def _whereabouts(both: _Both) -> Iterator[str]:
    """Where they do the same."""
    for who, again, first, yours in _deeds(both):
        if first.does == yours.does and _are_elsewhere(both, first.where, yours.where):
            yield f"In your picture {who} {yours.words}. In the first one {again} {first.words}."


def _are_elsewhere(both: _Both, first: _Where, yours: _Where) -> bool:
    """Whether neither picture has them where the other has, so far as it is told."""
    if first is None or yours is None or (first[1] == yours[1] and {first[0], yours[0]} <= _ON_IT):
        return False
    return first != yours


def _deeds(both: _Both) -> Iterator[tuple[str, str, _Deed, _Deed]]:
    for noun, first, yours in both.pairs("person", "animal"):
        if len(first) == len(yours):
            was, is_ = _deed(both.original, first), _deed(both.drawn, yours)
            if was and is_ and was.words != is_.words:
                yield *_names(noun, first), was, is_


def _deed(scene: Scene, group: list[Shown]) -> _Deed | None:
    """None where they do different things."""
    doing = Doing(scene, Mentions())
    if len({doing.key(item) for item in group}) > 1:
        return None
    first, place = group[0], doing.place(group)
    where = (place[0], place[1][0].noun) if place else None
    verb = "are" if len(group) > 1 else "is"
    if first.kind == "animal" and not doing.is_told(first):
        return _Deed(("stand", None, None), where, f"{verb} standing{doing.where(place)}")
    action = doing.action(first)
    held = first.holding is not None and action in _CARRYING | {"stand"}
    does = ("carry" if held else "stand" if action in _IDLE else action, first.holding,
            first.posture)  # fmt: skip
    return _Deed(does, where, f"{verb} {doing.words(group)}")


def _names(noun: str, group: list[Shown]) -> tuple[str, str]:
    """How some are named at first, and then again."""
    if len(group) > 1:
        number = telling.NUMBERS[len(group)] if len(group) < len(telling.NUMBERS) else "many"
        return f"the {number} {plural_of(noun)}", "they"
    again = "it" if group[0].kind != "person" else _PRONOUNS[group[0].gender]
    return f"the {noun}", again


def _place(both: _Both) -> Iterator[str]:
    first, yours = (
        with_article(telling.PLACE_NOUNS.get(scene.place, scene.place))
        for scene in (both.original, both.drawn)
    )
    if first != yours:
        yield f"Your picture shows {yours}. The first one shows {first}."


def _things(both: _Both) -> Iterator[str]:
    return things_told(both.original, both.drawn)


def _light(both: _Both) -> Iterator[str]:
    """Time and weather, where both pictures are outside or both inside, and both show the time."""
    scenes = (both.original, both.drawn)
    if both.original.indoors != both.drawn.indoors or None in map(seen_time, scenes):
        return
    first, yours = it_is(both.original), it_is(both.drawn)
    if first != yours:
        yield f"In your picture {_small(yours)}. In the first one {_small(first)}."


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _colours(both: _Both) -> Iterator[str]:
    for noun, first, yours in both.pairs("animal", "thing"):
        if len(first) != len(yours) or is_many(noun, 1):
            continue
        if all(item.given is not None for item in (*first, *yours)):
            continue  # nobody asked for it in either
        was, is_ = _colour_of_all(first), _colour_of_all(yours)
        if was and is_ and was != is_:
            who, again = _names(noun, first)
            verb = "are" if len(first) > 1 else "is"
            yield f"In your picture {who} {verb} {is_}. In the first one {again} {verb} {was}."


def _colour_of_all(group: list[Shown]) -> str:
    """The colour that all have; empty where they differ."""
    colours = {told_colour(item) for item in group}
    return colours.pop() or "" if len(colours) == 1 else ""


_STEPS: tuple[Callable[[_Both], Iterator[str]], ...] = (
    _living, _actions, _place, _things, _light, _whereabouts, _colours,
)  # fmt: skip
_COUNTING = (_living, _things)
