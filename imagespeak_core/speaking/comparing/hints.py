"""Where to look for what the words don't have: sentences that name nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations
from typing import Final, Literal

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    listed,
    noun_of,
    told_colour,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.comparing.naming import item_of

ZONES: Final = {"left": " on the left", "right": " on the right", "middle": " in the middle"}
"""Where a third of the picture is."""
_FROM_LEFT = tuple((one, ZONES[one]) for one in ("left", "middle", "right"))

_OF_KINDS = {
    "vehicle": "There is something for travelling",
    "furniture": "There is a piece of furniture",
    "food": "There is something to eat or drink",
    "toy": "There is something to play with",
    "sport": "There is something for sport or games",
    "plant": "There is something that grows",
    "clothes": "There is something to wear",
    "bag": "There is something to carry things",
    "music": "There is something for music",
    "school": "There is something to read, write or learn with",
    "kitchen": "There is something for food or drink",
    "water": "There is some water",
}
_DEPTHS = {"foreground": " at the front", "middle": "", "background": " in the background"}
_STEM = 4
"""So many letters tell a word: who cooks is a cook."""

_More = Literal["number", "does", "sides", "depth", "colour", "clothes"]
_Besides = dict[_More, str]
"""Sentences that can follow a hint, each with a blank before it."""
_MORE: tuple[_More, ...] = ("number", "does", "sides", "depth", "colour", "clothes")
_BODY = frozenset({"hair", "beard", "moustache"})
_PIECES = 2
_WAYS = tuple(chain.from_iterable(combinations(_MORE, size) for size in range(len(_MORE) + 1)))
"""What a hint may tell besides, the least first."""


def hint_for(items: Sequence[Shown], doing: Doing | None = None, more: Sequence[_More] = ()) -> str:
    """A sentence or more that tell where to look, and name nothing.

    Args:
        items: Those of one name.
        doing: Tells what they do.
        more: What is told besides.
    """
    return _composed(items, _besides(items, doing, more), more)


def _besides(items: Sequence[Shown], doing: Doing | None, more: Sequence[_More]) -> _Besides:
    return {
        "does": _does(items, doing) if doing and "does" in more else "",
        "colour": _colour(items) if "colour" in more else "",
        "clothes": _clothes(items) if "clothes" in more else "",
    }


def _composed(items: Sequence[Shown], besides: _Besides, more: Sequence[_More]) -> str:
    ends = "".join(text for name, text in besides.items() if name in more)
    return f"{_what(items, exactly='number' in more)}{_where(items, more)}.{ends}"


def hints_for(groups: Sequence[Sequence[Shown]], scene: Scene) -> list[str]:
    """A hint for each group: as short as it can be, and another one for each where possible.

    Where two have the same, how many they are, what they do, where, in which colour or in which
    clothes tells them apart, as far as they differ.

    Args:
        groups: Those of one name each.
        scene: Where they are.
    """
    hints = [hint_for(items) for items in groups]
    doing = Doing(scene, Mentions())
    for plain, count in Counter(hints).items():
        if count == 1:
            continue
        places = [place for place, hint in enumerate(hints) if hint == plain]
        best = _told_apart([groups[place] for place in places], doing)
        for place, hint in zip(places, best, strict=True):
            hints[place] = hint
    return hints


def _told_apart(groups: Sequence[Sequence[Shown]], doing: Doing) -> list[str]:
    """The shortest way that tells the most of them apart."""
    besides = [_besides(items, doing, _MORE) for items in groups]
    best: list[str] = []
    for more in _WAYS:
        hints = [_composed(*one, more) for one in zip(groups, besides, strict=True)]
        if len(set(hints)) > len(set(best)):
            best = hints
        if len(set(best)) == len(groups):
            break
    return best


def _what(items: Sequence[Shown], *, exactly: bool) -> str:
    first, many = items[0], len(items) > 1
    number = "some"
    if exactly and many:
        number = telling.NUMBERS[len(items)] if len(items) < len(telling.NUMBERS) else "many"
    if first.kind == "person":
        return f"There are {number} people" if many else "There is somebody"
    if first.kind == "animal":
        return f"There are {number} animals" if many else "There is an animal"
    kind = THINGS[first.noun].kind if first.noun in THINGS else ""
    hint = _OF_KINDS.get(kind, "There is something")
    return f"{hint}, {number} of the same" if exactly and many else hint


def _where(items: Sequence[Shown], more: Sequence[_More]) -> str:
    sides = {item.side for item in items}
    depths = {item.depth for item in items}
    depth = _DEPTHS[items[0].depth] if len(depths) == 1 else ""
    side = ZONES[items[0].side] if len(sides) == 1 else ""
    if "sides" in more and not side:
        side = f" {listed([zone.strip() for one, zone in _FROM_LEFT if one in sides])}"
    if "sides" in more or "depth" in more:
        return f"{side}{',' if side and depth else ''}{depth}"
    return depth if depths == {"background"} else side


def _does(items: Sequence[Shown], doing: Doing) -> str:
    """What all of them are seen to do, if one word without a noun tells it."""
    if any(item.kind == "thing" for item in items):
        return ""
    if any(item.kind == "animal" and not doing.is_told(item) for item in items):
        return ""
    words = {telling.DOING.get(doing.action(item), "") for item in items}
    verb = words.pop() if len(words) == 1 else ""
    if not verb or " " in verb or "{" in verb or _tells(verb, items):
        return ""
    return f"{_pronoun(items)} {verb}."


def _colour(items: Sequence[Shown]) -> str:
    colours = {told_colour(item) for item in items}
    colour = (colours.pop() if len(colours) == 1 else "") or ""
    return f"{_pronoun(items)} {colour}." if colour and not _tells(colour, items) else ""


def _clothes(items: Sequence[Shown]) -> str:
    """What all of them have on, with its colour: two pieces at most."""
    worn = [
        f"the {colour} {piece}"
        for piece, colour in (*items[0].wearing, *items[0].also_wearing)
        if colour and piece not in _BODY and not _tells(f"{colour} {piece}", items)
        if all((piece, colour) in (*one.wearing, *one.also_wearing) for one in items)
    ]
    return f" Look for {' and '.join(worn[:_PIECES])}." if worn else ""


def _pronoun(items: Sequence[Shown]) -> str:
    if len(items) > 1:
        return " They are"
    return " This person is" if items[0].kind == "person" else " It is"


def _tells(word: str, items: Sequence[Shown]) -> bool:
    """Whether a word gives the name away."""
    names = {name for item in items for name in (item.noun, noun_of(item), item_of(item))}
    return any(part[:_STEM] in word for name in names for part in name.split())
