"""What is said of a noun before it comes, and noun phrases about people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from imagespeak_core.generators.illustrator.reading.lexicon import Token
from imagespeak_core.generators.illustrator.scene import Age, Wanted
from imagespeak_core.generators.illustrator.words import people, things
from imagespeak_core.generators.illustrator.words.hair import worn_as


@dataclass(slots=True)
class Pending:
    """What has been said of a noun that is still to come."""

    count: int | None = None
    vague: bool = False
    colour: str | None = None
    size: Literal["small", "big"] | None = None
    age: str | None = None
    feeling: str | None = None
    hair: str | None = None
    stature: Literal["small", "big"] | None = None
    action: str | None = None
    action_text: str = ""
    definite: bool = False

    def note(self, token: Token) -> None:
        """Takes a number, a colour, a size, an age or a feeling."""
        if token.meaning == "number":
            number = things.NUMBERS[token.value]
            if self.count != -1:
                self.count = number if number != 0 else self.count
            self.definite = token.text == "the"
        elif token.meaning == "vague":
            if self.count != -1:
                self.count, self.vague = things.VAGUE_NUMBERS[token.value] or self.count, True
        elif token.meaning == "colour":
            self.colour = token.value
        elif token.meaning == "size":
            self.size = "small" if token.value == "small" else "big"
            self.age = "child" if token.text == "little" else self.age
        elif token.meaning == "age":
            self.age = token.value
        elif token.meaning == "feeling":
            self.feeling = token.value
        elif token.meaning == "haired":
            self.hair = token.value


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
        size=pending.stature,
        feeling=pending.feeling,
        wearing=(worn_as(pending.hair),) if pending.hair else (),
    )


def counted(chunk_plural: bool, said: Pending, most: int) -> tuple[int, bool]:
    """How many, and whether the words leave the number open."""
    if said.count is None or (chunk_plural and said.count == 1):
        return (3, True) if chunk_plural else (1, False)
    return max(1, min(most, said.count)), said.vague
