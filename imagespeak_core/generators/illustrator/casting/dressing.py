"""People in what the prompt says that they wear."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any, cast

from imagespeak_core.generators.illustrator.casting.hair_asked import STYLED, with_hair
from imagespeak_core.generators.illustrator.figures.hats import HATS
from imagespeak_core.generators.illustrator.figures.person import Bottom, Person, Top
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words.people import PATTERNS
from imagespeak_core.generators.illustrator.words.things import COLOURS

_HAIR = frozenset({"hair", "bald head", *STYLED})
_TOPS = frozenset({"dress", "shirt", "long shirt", "jumper", "jacket", "coat"})
_BOTTOMS = frozenset({"trousers", "shorts", "skirt"})
_SIGNS = frozenset({"scarf", "tie", "apron"})
_ON_THE_FACE: dict[str, dict[str, Any]] = {
    "glasses": {"glasses": True}, "sunglasses": {"sunglasses": True},
    "beard": {"beard": "full"}, "moustache": {"beard": "moustache"},
}  # fmt: skip
_SHOES, _GLOVES = "#6b4a3e", "#5b4a8a"
"""Their colours where neither the prompt nor the dice tell one."""


def dressed(rng: random.Random, person: Person, wanted: Wanted) -> Person:
    """The person in what is wanted, from the hair on; what has no drawing is left out."""
    for worn, said in wanted.wearing:
        if worn in _HAIR:
            person = with_hair(person, worn, said or "")
    for worn, said in wanted.wearing:
        colour = COLOURS.get(
            " ".join(word for word in (said or "").split() if word not in PATTERNS)
        )
        if worn == "backpack":
            pack = colour or rng.choice(THINGS[worn].colours)
            person = replace(_with_sign(person, worn, pack), view="side")
        elif worn not in _HAIR:
            person = _wearing(person, worn, colour)
            if worn in _TOPS and "striped" in (said or ""):
                person = replace(person, striped=True)
    return person


def _wearing(person: Person, worn: str, colour: str | None) -> Person:
    if worn in _TOPS:
        top_colour = colour or person.top_colour
        return replace(person, top=cast(Top, worn), top_colour=top_colour, striped=False)
    if worn in _BOTTOMS:
        return replace(
            person,
            bottom=cast(Bottom, worn),
            bottom_colour=colour or person.bottom_colour,
            top="jumper" if person.top == "dress" else person.top,
        )
    if worn in {"shoes", "boots"}:
        usual = _SHOES if person.shoe_colour == person.skin else person.shoe_colour
        return replace(person, shoe_colour=colour or usual, boots=worn == "boots")
    if worn == "gloves":
        return replace(person, glove_colour=colour or _GLOVES)
    if worn in _SIGNS:
        return _with_sign(person, worn, colour)
    if worn in _ON_THE_FACE:
        grown = replace(person, **_ON_THE_FACE[worn])
        return replace(grown, hair_colour=colour) if worn == "beard" and colour else grown
    if worn in HATS:
        return replace(person, hat=worn, hat_colour=colour or person.hat_colour)
    return person


def _with_sign(person: Person, sign: str, colour: str | None) -> Person:
    signs = (*(other for other in person.signs if other != sign), sign)
    colours = tuple(pair for pair in person.sign_colours if pair[0] != sign)
    own = ((sign, colour),) if colour else ()
    return replace(person, signs=signs, sign_colours=(*colours, *own))
