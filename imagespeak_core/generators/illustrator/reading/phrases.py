"""Noun phrases: what is wanted, from a noun and what is said of it."""

from __future__ import annotations

from typing import cast

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.scene import Age, Kind, Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people
from imagespeak_core.generators.illustrator.words.hair import worn_as
from imagespeak_core.generators.illustrator.words.numbers import (
    BORN_TOGETHER,
    MOST_OF_A_NOUN,
    PAIRS,
)
from imagespeak_core.generators.illustrator.words.unseen import MANY_COLOURED

_SEVERAL = frozenset({"many", "several", "few", "a few"})
"""Words that count, so that learners mean several by "many car"."""
_OF_SEVERAL = frozenset({"women", "men", "children"})
"""Plurals that learners take for singulars: "a women"."""


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
        gender=word.gender or said.gender,
        role=word.role,
        action=people.IMPLIED_ACTION.get(noun),
        size=said.stature,
        feeling=said.feeling,
        wearing=(worn_as(said.hair),) if said.hair else (),
        each=said.each,
    )


def thing_phrase(noun: str, chunk: Chunk) -> Wanted:
    """A noun phrase about a thing or an animal, of which `noun` is the key among the things."""
    count, vague = counted(chunk)
    kind: Kind = "animal" if THINGS[noun].kind == "animal" else "thing"
    if THINGS[noun].words.number == "many" and any(
        known.text in PAIRS for _, known in chunk.said.noted
    ):
        count = 1
    several = chunk.entry.endswith("s") and not chunk.entry.endswith("ss")
    counts = any(known.text in _SEVERAL for _, known in chunk.said.noted)
    several = several or (counts and THINGS[noun].words.number == "one")
    if vague and kind == "thing" and not (chunk.plural or several):
        count, vague = 1, False
    if count > 1 and noun.endswith("s") and noun[:-1] in THINGS:
        noun = noun[:-1]
    colour, looks = _colour_of(noun, chunk.said), many_coloured(chunk.said)
    each, size = chunk.said.each, chunk.said.size
    return Wanted(kind, noun, count, vague, colour, size, looks=looks, each=each)


def many_coloured(said: Modifiers) -> str | None:
    """The word by which it has several colours; None where there is none."""
    return next((token.text for _, token in said.noted if token.text in MANY_COLOURED), None)


def _colour_of(noun: str, said: Modifiers) -> str | None:
    """The colour that is asked for; none where several are, and the thing has them anyway."""
    colours = {token.value for _, token in said.noted if token.meaning == "colour"}
    own = len(colours) > 1 and colours <= {*THINGS[noun].looks}
    return None if own else said.colour


def counted(chunk: Chunk) -> tuple[int, bool]:
    """How many a noun tells of, and whether the words leave the number open."""
    said = chunk.said
    if said.count is None and chunk.plural and chunk.entry in BORN_TOGETHER:
        return BORN_TOGETHER[chunk.entry], False
    same = chunk.text == chunk.entry
    if any(token.text.startswith("one of ") for _, token in said.noted):
        return 1, False
    if chunk.text in _OF_SEVERAL and any(known.text in {"a", "an"} for _, known in said.noted):
        return 1, False
    if said.count is None or (chunk.plural and said.count == 1 and not same):
        return (3, True) if chunk.plural else (1, False)
    return max(1, min(MOST_OF_A_NOUN, said.count)), said.vague
