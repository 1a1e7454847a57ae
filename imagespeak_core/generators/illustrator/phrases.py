"""What is said of a noun before it comes, and noun phrases about people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from imagespeak_core.generators.illustrator.scene import Age, Wanted
from imagespeak_core.generators.illustrator.words import people


@dataclass(slots=True)
class Pending:
    """What has been said of a noun that is still to come."""

    count: int | None = None
    vague: bool = False
    colour: str | None = None
    size: Literal["small", "big"] | None = None
    age: str | None = None
    feeling: str | None = None
    action: str | None = None


def person_phrase(pending: Pending, noun: str, count: int, vague: bool) -> Wanted:
    """A noun phrase about a person, from the noun and what was said before it."""
    word = people.PEOPLE[noun]
    age = (
        cast(Age | None, pending.age)
        if word.age in {None, "adult"} or pending.age == "old"
        else word.age
    )
    if pending.age == "child" and word.age == "adult":
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
        feeling=pending.feeling,
    )
