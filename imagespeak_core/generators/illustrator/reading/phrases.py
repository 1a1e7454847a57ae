"""Noun phrases: what is wanted, from a noun and what is said of it."""

from __future__ import annotations

from typing import cast

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.scene import Age, Kind, Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people
from imagespeak_core.generators.illustrator.words.hair import worn_as

MOST_OF_A_NOUN = 10


def somebody(count: int = 1, *, at_least: bool = False) -> Wanted:
    """A person, or several, of whom the prompt does not tell who they are."""
    return Wanted("person", "person", count, at_least)


def person_phrase(said: Modifiers, noun: str, count: int = 1, *, vague: bool = False) -> Wanted:
    """A noun phrase about a person, from the noun and what was said before it."""
    word = people.PEOPLE[noun]
    age = cast(Age | None, said.age) if word.age in {None, "adult"} or said.age == "old" else None
    if said.age == "child" and word.age == "adult":
        age = "adult"
    return Wanted(
        "person",
        noun,
        max(1, count),
        vague,
        age=age or word.age,
        gender=word.gender,
        role=word.role,
        action=people.IMPLIED_ACTION.get(noun),
        size=said.stature,
        feeling=said.feeling,
        wearing=(worn_as(said.hair),) if said.hair else (),
    )


def thing_phrase(noun: str, chunk: Chunk) -> Wanted:
    """A noun phrase about a thing or an animal, of which `noun` is the key among the things."""
    count, vague = counted(chunk)
    kind: Kind = "animal" if THINGS[noun].kind == "animal" else "thing"
    if vague and kind == "thing" and not (chunk.plural or noun.endswith("s")):
        count, vague = 1, False
    if count > 1 and noun.endswith("s") and noun[:-1] in THINGS:
        noun = noun[:-1]
    return Wanted(kind, noun, count, vague, chunk.said.colour, chunk.said.size)


def counted(chunk: Chunk) -> tuple[int, bool]:
    """How many a noun tells of, and whether the words leave the number open."""
    said = chunk.said
    if said.count is None or (chunk.plural and said.count == 1):
        return (3, True) if chunk.plural else (1, False)
    return max(1, min(MOST_OF_A_NOUN, said.count)), said.vague
