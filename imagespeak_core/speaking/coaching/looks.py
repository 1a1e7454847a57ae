"""What is told of somebody's or something's looks: hair, clothes, face and colour."""

from __future__ import annotations

from collections.abc import Iterator

from imagespeak_core.generators.illustrator.scene import Shown, Worn
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    held_thing,
    listed,
    noun_of,
    told_colour,
)
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.referring import Referred, capital

_MOST_WORN = 2
_BODY = frozenset({"hair", "beard", "moustache", "bald head", "ponytail", "bun", "braids", "locs",
                   "afro"})  # fmt: skip
_SIMPLE = frozenset({"shirt", "long shirt", "jumper", "jacket", "dress", "coat", "skirt", "hat",
                     "sun hat", "trousers", "shorts", "shoes", "cap"})  # fmt: skip
"""Clothes whose words are learned first."""
_SIMPLE_NAMES = {"long shirt": "shirt"}
COLOURS = frozenset("red blue green yellow orange brown black white grey pink purple blond".split())
_SIMPLE_FEELINGS = frozenset({"happy", "sad", "angry", "tired"})
_FACES = _SIMPLE_FEELINGS | {"surprised"}


def pieces(item: Shown, *, untold: bool = False) -> list[Worn]:
    """What somebody has on, what is told of them at first before the rest.

    Args:
        item: Who it is.
        untold: Without what the telling names with them anyway.
    """
    worn = [*(() if untold else item.wearing), *item.also_wearing]
    return list(dict.fromkeys(piece for piece in worn if piece[0] not in telling.UNTOLD))


def clothes_of(item: Shown) -> list[Worn]:
    """What somebody has on, without hair and beard."""
    return [piece for piece in pieces(item) if piece[0] not in _BODY]


def worn_piece(piece: Worn, wearer: Shown) -> str:
    """A piece as one names it: "a red dress", "blue trousers", "short brown hair"."""
    what, said = piece[0], (piece[1] or "").replace("gray", "grey")
    noun = telling.WORN.get(what, what)
    if noun == "blouse" and wearer.gender == "man":
        noun = "shirt"
    return counted(f"{said} " if said else "", noun, 1).removeprefix("some ")


def held_by(item: Shown) -> str:
    """What somebody has in the hands, as it is named at first: "a kite", "some flowers"."""
    held = held_thing(item)
    return f"some {held}" if held and not held.startswith(("a ", "an ")) else held


def feeling_of(item: Shown) -> str:
    """What somebody's face plainly shows; empty for nothing."""
    feeling = item.feeling or item.also_feeling or ""
    return feeling if feeling in _FACES else ""


def plain_colour(item: Shown) -> str:
    """The colour of an animal or a thing in one word that its name does not tell, if any."""
    colour = item.colour or ""
    return colour if colour in COLOURS and colour not in noun_of(item) else ""


def plain_looks(who: Referred) -> Iterator[str]:
    """What can be told with "be" and "have" alone, after the subject: "has a red hat"."""
    item = who.items[0]
    if len(who.items) > 1:
        feelings = {feeling_of(one) for one in who.items}
        if len(feelings) == 1 and feelings <= _SIMPLE_FEELINGS:
            yield f"are {feelings.pop()}"
        return
    if item.kind != "person":
        if plain_colour(item) and not told_colour(item):
            yield f"{who.forms['is']} {item.colour}"
        return
    held = held_by(item)
    if held and item.holding_colour in COLOURS | {None}:
        yield f"has {held}"
    simple = [
        (_SIMPLE_NAMES.get(what, what), said)
        for what, said in pieces(item)
        if what in _SIMPLE and said in COLOURS
    ]
    hair = [said for what, said in pieces(item) if what == "hair" and said]
    if simple and hair and who.they == who.the:
        yield f"has {worn_piece(simple[0], item)} and {hair[0]} hair"
    elif simple:
        yield f"has {worn_piece(simple[0], item)}"
    if hair and not (simple and who.they == who.the):
        yield f"has {hair[0]} hair"
    if feeling_of(item) in _SIMPLE_FEELINGS:
        yield f"is {feeling_of(item)}"


def told_looks(who: Referred, they: str, *, at_once: bool = False) -> Iterator[ModelSentence]:
    """One person's hair and clothes, as they follow a sentence about them; a thing's colour.

    Args:
        who: Whose looks they are.
        they: How the sentence begins: a pronoun, where it can mean nobody else.
        at_once: Whether hair and clothes are told in one sentence.
    """
    item = who.items[0]
    if len(who.items) > 1:
        return
    if item.kind != "person":
        if told_colour(item) is None and plain_colour(item) and not item.given:
            verb = who.forms["is"]
            yield ModelSentence(f"{capital(they)} {verb} {item.colour}.", who.ids)
        return
    left = pieces(item, untold=True)
    body = [piece for piece in left if piece[0] in _BODY and piece[0] != "bald head"]
    clothes = [piece for piece in left if piece[0] not in _BODY][:_MOST_WORN]
    has = listed([worn_piece(piece, item) for piece in body[:_MOST_WORN]])
    wears = listed([worn_piece(piece, item) for piece in clothes])
    if has and wears and at_once:
        yield ModelSentence(f"{capital(they)} has {has} and is wearing {wears}.", who.ids)
        return
    if has:
        yield ModelSentence(f"{capital(they)} has {has}.", who.ids)
    if wears:
        yield ModelSentence(f"{capital(they)} is wearing {wears}.", who.ids)


def told_feeling(who: Referred, they: str) -> ModelSentence | None:
    """How the faces of those look, where all look the same and it was not told yet."""
    feelings = {feeling_of(item) for item in who.items if item.kind == "person"}
    feeling = feelings.pop() if len(feelings) == 1 else ""
    if not feeling or any(item.feeling for item in who.items):
        return None
    look = "look" if who.many else "looks"
    return ModelSentence(f"{capital(they)} {look} {feeling}.", who.ids)
