"""What of a picture a learner's words tell: never a grade, and nothing that was not looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

About = Literal[
    "count", "colour", "action", "place", "time", "weather", "position", "who", "missing"
]
"""What a wrong fact is about, in the order of the contract."""

Kind = Literal["person", "animal", "thing", "place", "time", "weather"]
"""What kind of thing a picture shows, the most important first."""

HeldAgainst = Literal["scene", "view", "prompt", "nothing"]
"""What the words were held against: what the picture shows, as its generator told; where nobody
told, what a model sees in it, else what it was made from; or nothing, where none is known."""


@dataclass(frozen=True, slots=True)
class Said:
    """A part of the words that is in the picture.

    Attributes:
        words: The learner's own words, exactly as they stand in the text.
        start: The index of their first character in the text.
        item: The scene's own word for it: the role where one is set ("nurse"), else the noun.
        ids: Those of the scene's items that it may be, none for place, time, weather and what
            only the place shows.
    """

    words: str
    start: int
    item: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """Something in the picture that was not found in the words; one for each noun.

    Attributes:
        kind: What it is.
        item: The scene's own word for it, as in `Said`; of place, time and weather that were held
            against a prompt the prompt's.
        hint: A sentence that helps to see it and does not name it.
        sentence: A sentence that tells it.
        ids: Its items, none for place, time and weather.
    """

    kind: Kind
    item: str
    hint: str
    sentence: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotSo:
    """A fact in the words that the picture surely contradicts; one for each wrong fact.

    Attributes:
        words: The learner's own words, exactly as they stand in the text.
        start: The index of their first character in the text.
        about: What the fact is about.
        shown: What the picture shows instead, in words ("two dogs").
        question: What to look at again, without the answer ("How many dogs are there?").
        ids: The items that show it; none where nothing of it is there.
    """

    words: str
    start: int
    about: About
    shown: str
    question: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Words held against a picture. What can't be decided is in none of the lists.

    Attributes:
        held_against: What was looked at; with "nothing" all lists are empty.
        said: In the order of the text.
        not_found: The most important first: people and animals, things, place, time, weather.
        not_so: In the order of the text.
    """

    held_against: HeldAgainst
    said: tuple[Said, ...] = ()
    not_found: tuple[NotFound, ...] = ()
    not_so: tuple[NotSo, ...] = ()
