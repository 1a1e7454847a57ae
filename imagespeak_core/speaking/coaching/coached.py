"""What a learner is shown to learn from: model answers, frames and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from imagespeak_core.pictures.prompts import Level

AnswerLevel = Literal["A1", "A2–B1", "B2"]
"""What there is; where it is and what they do; guesses and reasons besides."""

ANSWER_LEVELS: Final[tuple[AnswerLevel, ...]] = ("A1", "A2–B1", "B2")


@dataclass(frozen=True, slots=True)
class ModelSentence:
    """One sentence of a model answer.

    Attributes:
        text: Without Markdown, to be read aloud as it stands.
        items: Ids of the scene's items that it speaks of.
    """

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameLine:
    """One line of a speaking frame.

    Attributes:
        asks: What it helps to think of, such as "Who?".
        starters: How a sentence about it may begin, such as "On the left there is …".
    """

    asks: str
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a picture.

    Attributes:
        text: Ends with a question mark.
        starter: How an answer may begin, ends with "…".
        names: What a good answer names: words of `answer` that `text` does not tell, without
            their articles; of a guess none.
        answer: One answer in a whole sentence; of a guess one that may be.
    """

    text: str
    starter: str
    names: tuple[str, ...]
    answer: str


def answer_level(level: Level) -> AnswerLevel:
    """The level of the model answer that suits a learner's own."""
    if level == "A1":
        return "A1"
    return "A2–B1" if level in ("A2", "B1") else "B2"
