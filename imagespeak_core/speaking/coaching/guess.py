"""A guess about a picture beside its reason, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import is_many, noun_of
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.referring import capital, there

About = Literal["deed", "rain", "family", "face", "role", "thing", "weather", "time", "place",
                "behind", "crowd"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """What may be so, and why one may think so.

    Attributes:
        about: What kind of guess it is.
        guess: What may be so: "the man must be tired".
        reason: What the picture shows of it: "he is sleeping".
        items: The ids of those whom it is about.
    """

    about: About
    guess: str
    reason: str
    items: tuple[str, ...] = ()

    def said(self, turn: int) -> ModelSentence:
        """As a sentence; the words between the two change from turn to turn."""
        ways = (
            f"{self.guess} because {self.reason}",
            f"{self.guess}, since {self.reason}",
            f"besides, {self.guess} because {self.reason}",
        )
        return ModelSentence(f"{capital(ways[turn % len(ways)])}.", self.items)


def there_is_or_are(group: list[Shown]) -> str:
    """That these are there: "there are two students"."""
    many = is_many(noun_of(group[0]), len(group))
    return f"there {'are' if many else 'is'} {there(group)}"
