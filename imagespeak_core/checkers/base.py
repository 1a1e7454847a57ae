"""Port: a text in, what its rules have found out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class CheckerFailedError(Exception):
    """It could not look at this text. Nobody is told: a text without notes needs nothing."""


@dataclass(frozen=True, slots=True)
class Spotted:
    """What a rule has found.

    Attributes:
        rule: The rule's name.
        start: Where the words begin in the text, in characters.
        end: Where they end.
        instead: What could stand there, the best first.
    """

    rule: str
    start: int
    end: int
    instead: tuple[str, ...]


class GrammarChecker(Protocol):
    """Finds mistakes. Safe to call from several threads; they wait for each other."""

    def find(self, text: str, *, rules: tuple[str, ...]) -> tuple[Spotted, ...]:
        """What these rules find in a text; words that one kind of English knows are right.

        Args:
            text: Plain English; it goes nowhere else and is not kept.
            rules: Names of rules. One that the checker does not know finds nothing.

        Raises:
            CheckerFailedError: It ended, took too long or is not installed.
        """
        ...
