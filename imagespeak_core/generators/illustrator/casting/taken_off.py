"""Takes off, or out of the hands, what the prompt says that somebody is without."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.figures.hats import COVERING
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.words.people import CLOTHES
from imagespeak_core.generators.illustrator.words.things import HOLDABLE


def without(person: Person, nouns: frozenset[str]) -> Person:
    """The person without these, as far as one can be: who takes off a coat has a jumper on.

    Args:
        person: Who it is.
        nouns: Nouns of the vocabulary for what is worn, grown or held.
    """
    for noun in nouns:
        person = _without(person, noun, CLOTHES.get(noun, noun))
    return person


def _without(person: Person, noun: str, worn: str) -> Person:
    if noun == "hat" or person.hat in {worn, noun} or person.hat.endswith(f" {noun}"):
        return replace(person, hat="") if person.hat not in COVERING - {worn} else person
    if worn in {"glasses", "sunglasses"}:
        return replace(person, glasses=False, sunglasses=False)
    if worn in {"beard", "moustache"}:
        return replace(person, beard="")
    if worn == "shoes":
        return replace(person, shoe_colour=person.skin)
    if worn == "gloves":
        return replace(person, glove_colour=None)
    if worn == "hair":
        return replace(person, hair="bald")
    if worn == person.top and worn in {"coat", "jacket"}:
        return replace(person, top="jumper")
    if person.held and person.held == HOLDABLE.get(noun):
        return replace(person, held=None, held_colour=None)
    return replace(person, signs=tuple(sign for sign in person.signs if sign != worn))
