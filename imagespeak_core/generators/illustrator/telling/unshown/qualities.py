"""How somebody or something was to look, and does not: colour, size, age, clothes, place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Shown, Wanted
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    Asked,
    in_hands,
    is_a,
    on_the_body,
)
from imagespeak_core.generators.illustrator.telling.unshown.wording import (
    age_asked,
    are_there,
    held_name,
    listed_words,
    noun_asked,
    of_some,
    shown_instead,
    size_asked,
)
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import people, settings, telling, things

_SHADES: dict[str, frozenset[str]] = {
    "violet": frozenset({"purple"}), "purple": frozenset({"violet"}),
    "grey": frozenset({"gray", "silver"}), "gray": frozenset({"grey", "silver"}),
    "silver": frozenset({"grey", "gray", "white"}),
    "gold": frozenset({"golden", "yellow", "orange"}),
    "golden": frozenset({"gold", "yellow", "orange"}),
    "beige": frozenset({"brown", "white"}), "turquoise": frozenset({"blue", "green"}),
    "navy": frozenset({"blue"}),
}  # fmt: skip
"""Colour → simpler words for what is drawn for it."""
_ZONES = {
    "left": "on the left", "right": "on the right", "middle": "in the middle",
    "foreground": "in the foreground", "background": "in the background",
}  # fmt: skip

_MANY_COLOURS = 3
"""Several that are of so many colours are colourful."""


def is_coloured(shown: str | None, asked: str) -> bool:
    """Whether one can say the colour that was asked for of the one that is shown."""
    if shown is None:
        return False
    if shown == asked or shown in _SHADES.get(asked, ()):
        return True
    (*shade, plain), (*asked_shade, asked_plain) = shown.split(), asked.split()
    return plain == asked_plain and not (shade and asked_shade and shade != asked_shade)


def unlike(asked: Asked, others: Sequence[Asked], scene: Scene) -> Iterator[str]:
    """What of a noun phrase's qualities the picture does not show, in words.

    Args:
        asked: The noun phrase, and what is shown of it.
        others: All of the wish: several people may have one thing together.
        scene: What else is shown: what is with somebody need not be in the hands.
    """
    if asked.items:
        yield from _of_items(asked.wanted, asked.items)
        if asked.wanted.holding and not _is_beside(asked.wanted, scene):
            yield from _held(asked.wanted, _with_partners(asked, others))
    elif asked.is_shown:
        yield from _of_others(asked)


def _of_items(wanted: Wanted, items: Sequence[Shown]) -> Iterator[str]:
    noun = noun_asked(wanted, wanted.count)
    if wanted.colour and wanted.noun not in settings.WHOLLY.get(wanted.colour, ()):
        yield from _coloured(wanted, noun, items)
    if wanted.kind == "person":
        yield from _of_person(wanted, items, noun)
    if wanted.looks_of:
        yield from _of_what_they_have(wanted, items)
    elif wanted.looks and not _are_colourful(items):
        told = listed_words([item.colour for item in items if item.colour])
        yield f"{wanted.looks} {noun}: {shown_instead(items, f'{told} ' if told else '')}"
    if wanted.size:
        label = f"{size_asked(wanted)} {noun}"
        yield from _unless(
            lambda item: item.size == wanted.size, items, label, shown_instead(items)
        )
    if wanted.side:
        label = f"{noun} {_ZONES[wanted.side]}"
        yield from _unless(lambda item: item.side == wanted.side, items, label)
    if wanted.depth:
        label = f"{noun} {_ZONES[wanted.depth]}"
        yield from _unless(lambda item: item.depth == wanted.depth, items, label)


def _unless(
    fits: Callable[[Shown], bool], items: Sequence[Shown], label: str, instead: str = ""
) -> Iterator[str]:
    fit = [item for item in items if fits(item)]
    others = [item for item in items if not fits(item)]
    if others:
        yield of_some(label, fit, others, instead)


def _coloured(wanted: Wanted, noun: str, items: Sequence[Shown]) -> Iterator[str]:
    colour = wanted.colour or ""
    label = f"{colour} {noun}"
    around = THINGS[wanted.noun].indoors if wanted.noun in THINGS else None

    def fits(item: Shown) -> bool:
        """The colour of a vase is not that of the flowers in it."""
        holds_it = item.noun == around or wanted.said.endswith(f" in a {item.noun}")
        return is_coloured(item.colour, colour) and not holds_it

    told = listed_words([item.colour for item in items if item.colour])
    instead = shown_instead(items, f"{told} " if told else "")
    yield from _unless(fits, items, label, instead)


def _of_what_they_have(wanted: Wanted, items: Sequence[Shown]) -> Iterator[str]:
    """What they hold or wear is of many colours, if each has it of another one."""
    what = wanted.looks_of or ""
    with_it = [item for item in items if what in in_hands(item) or _worn_of(item, what)]
    told = {item.holding_colour for item in with_it if item.holding == what}
    told |= {said for item in with_it for said in _worn_of(item, what)}
    if with_it and len(told - {None}) < _MANY_COLOURS:
        noun = telling.WORN.get(what, held_name(what))
        yield f"{wanted.looks} {plural_of(noun) if len(with_it) > 1 else noun}"


def _worn_of(item: Shown, what: str) -> list[str | None]:
    return [said for worn, said in on_the_body(item) if worn == what]


def _are_colourful(items: Sequence[Shown]) -> bool:
    """Whether they are of many colours together."""
    return len({item.colour for item in items if item.colour}) >= _MANY_COLOURS


def _of_person(wanted: Wanted, items: Sequence[Shown], noun: str) -> Iterator[str]:
    age = age_asked(wanted)
    yield from _unless(
        lambda item: _is_who(item, wanted), items, f"{age} {noun}".strip(), shown_instead(items)
    )
    if wanted.feeling:
        feelings = listed_words([item.feeling for item in items if item.feeling])
        yield from _unless(
            lambda item: item.feeling == wanted.feeling,
            items,
            f"{wanted.feeling} {noun}",
            shown_instead(items, f"{feelings} " if feelings else ""),
        )
    for what, colour in wanted.wearing:
        yield from _worn(what, colour, items)


def _is_who(item: Shown, wanted: Wanted) -> bool:
    """Whether age, gender and role are those that were asked for."""
    if wanted.age and item.age != wanted.age:
        return False
    if wanted.gender and item.gender != wanted.gender:
        return False
    return not wanted.role or item.role == wanted.role


def _worn(what: str, colour: str | None, items: Sequence[Shown]) -> Iterator[str]:
    """A piece of clothing or hair that somebody has not on, or not in this colour."""
    noun = telling.WORN.get(what, what)
    named = noun if len(items) == 1 else plural_of(noun)
    label = f"{colour} {named}" if colour else named

    def fits(item: Shown) -> bool:
        said = [said for worn, said in on_the_body(item) if worn == what]
        return any(_is_said(words, colour) for words in said)

    told = [said for item in items for worn, said in on_the_body(item) if worn == what and said]
    instead = are_there(len(items), noun, listed_words(told)) if told else ""
    yield from _unless(fits, items, label, instead)


def _is_said(shown: str | None, asked: str | None) -> bool:
    """Whether all that was asked of a piece is so: its colour, how long the hair is."""
    if asked is None:
        return True
    said, there = set(asked.split()), set((shown or "").split())
    return said <= there or (said & people.PATTERNS <= there and is_coloured(shown, asked))


def _is_beside(wanted: Wanted, scene: Scene) -> bool:
    """Whether it lies or stands there, and nobody was to hold or carry it."""
    there = any(is_a(item.noun, wanted.holding or "") for item in scene.items)
    return there and wanted.action not in {"hold", "carry"} and not wanted.holding_colour


def _with_partners(asked: Asked, others: Sequence[Asked]) -> list[Shown]:
    """Who is to have it in the hands: all whom the prompt joins, if they have but one."""
    wanted = asked.wanted
    if wanted.each_holds:
        return list(asked.items)
    mine = (wanted.holding, wanted.holding_colour, wanted.action, wanted.doing)
    together = [
        one.items
        for one in others
        if (one.wanted.holding, one.wanted.holding_colour, one.wanted.action, one.wanted.doing)
        == mine
    ]
    return [item for items in together for item in items]


def _held(wanted: Wanted, items: Sequence[Shown]) -> Iterator[str]:
    """What somebody has not in the hands, or not in this colour."""
    asked, colour = wanted.holding or "", wanted.holding_colour
    in_both = HELD[asked].in_both_hands if asked in HELD else None
    same = {asked, in_both or asked}
    noun = held_name(asked)
    holders = [item for item in items if _holds(item, asked, same)]
    enough = len(holders) == len(items) if wanted.each_holds else bool(holders)
    named = plural_of(noun) if wanted.each_holds and wanted.count > 1 else noun
    label = f"{colour} {named}" if colour else named
    if not enough:
        yield of_some(label, holders, items)
    elif colour:
        told = listed_words([item.holding_colour for item in holders if item.holding_colour])
        fit = [item for item in holders if is_coloured(item.holding_colour, colour)]
        if not fit or (wanted.each_holds and len(fit) < len(holders)):
            instead = are_there(len(holders), noun, told) if told else ""
            yield of_some(label, fit, holders, instead)


def _holds(item: Shown, asked: str, same: set[str]) -> bool:
    if not same.isdisjoint(in_hands(item)):
        return True
    return asked in things.SWALLOWED.get(item.action or "", ()) or (
        asked in HELD and (item.action or "") in HELD[asked].shown_by
    )


def _of_others(asked: Asked) -> Iterator[str]:
    """What is asked of a thing that is held, or is the place's own."""
    wanted, noun = asked.wanted, noun_asked(asked.wanted, asked.wanted.count)
    colour, size = wanted.colour, wanted.size
    held = {item.holding_colour for item in asked.carried if item.holding_colour}
    if wanted.looks and len(held) < _MANY_COLOURS:
        yield f"{wanted.looks} {noun}"
    if colour and wanted.noun not in settings.WHOLLY.get(colour, ()):
        told = [item.colour for item in asked.others]
        told += [
            said
            for item in asked.carried
            for said in (
                item.holding_colour,
                *(said for worn, said in on_the_body(item) if worn == wanted.noun),
            )
        ]
        if not any(is_coloured(shown, colour) for shown in told):
            yield f"{colour} {noun}"
    if size and not any(item.size == size for item in asked.others):
        yield f"{size} {noun}"
    there = [*asked.others, *asked.carried]
    for zone in (wanted.side, wanted.depth):
        if zone and not (zone == "background" and asked.behind):
            so = [item for item in there if zone in {item.side, item.depth}]
            if len(so) < min(len(there), wanted.count) or not so:
                yield of_some(f"{noun} {_ZONES[zone]}", so, there)
