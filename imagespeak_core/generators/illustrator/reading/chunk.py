"""One step of a sentence, as the parser takes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from imagespeak_core.generators.illustrator.reading.lexicon import Form, Meaning, Token
from imagespeak_core.generators.illustrator.scene import Gender
from imagespeak_core.generators.illustrator.words.numbers import OF_EACH, number_of
from imagespeak_core.generators.illustrator.words.things import VAGUE_NUMBERS

ChunkKind = Literal[
    "noun", "stranger", "pronoun", "verb", "relation", "position", "auxiliary", "who",
    "wearing", "and", "comma", "while", "stop", "busy", "feeling", "said", "denied",
]  # fmt: skip


@dataclass(slots=True)
class Modifiers:
    """What is said of a noun, most of it before the noun comes; `count` is -1 for "no".

    `noted` are all words that were taken for it, each with its index among the prompt's words;
    `denied_at` is the index of the "no". `each` tells that it is said of every single one of them,
    `in_hand` that the noun is in a hand.
    """

    count: int | None = None
    vague: bool = False
    colour: str | None = None
    size: Literal["small", "big"] | None = None
    age: str | None = None
    feeling: str | None = None
    hair: str | None = None
    stature: Literal["small", "big"] | None = None
    gender: Gender | None = None
    action: str | None = None
    action_at: int = -1
    definite: bool = False
    each: bool = False
    denied_at: int = -1
    in_hand: bool = False
    noted: list[tuple[int, Token]] = field(default_factory=list, compare=False)

    def note(self, at: int, token: Token) -> None:
        """Takes a number, a colour, a size, an age or a feeling, which is the word at `at`."""
        self.noted.append((at, token))
        if token.meaning == "number":
            number = number_of(token.value)
            self.denied_at = at if number == -1 else self.denied_at
            if self.count != -1:
                self.count = number if number != 0 else self.count
                self.vague = self.vague and number < 2
            self.each = self.each or token.text in OF_EACH
            self.definite = token.text == "the" or token.text in OF_EACH
        elif token.meaning == "vague":
            if self.count != -1:
                self.count, self.vague = VAGUE_NUMBERS[token.value] or self.count, True
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

    def deny(self, at: int) -> None:
        """Takes a "no" at `at`: there is none of what comes."""
        self.note(at, Token("no", "number", "no"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """One step of a sentence.

    A noun carries what is said of it; a verb its base form in `base`; a stranger is a noun that
    nothing is known of. `modifies` tells a place or time that stands before another noun. `at`
    is the index of its word among the prompt's words.
    """

    kind: ChunkKind
    text: str
    token: Token | None = None
    plural: bool = False
    said: Modifiers = field(default_factory=Modifiers)
    base: str = ""
    form: Form = "base"
    modifies: bool = False
    at: int = -1

    @property
    def meaning(self) -> Meaning | None:
        """Of what sort the noun is; None for all else."""
        return self.token.meaning if self.kind == "noun" and self.token else None

    @property
    def phrase(self) -> str:
        """The noun as it is written, after the words that were taken for it."""
        return " ".join((*(token.text for _, token in self.said.noted), self.text))

    @property
    def value(self) -> str:
        """The key of the word in its own table; empty for what is unknown."""
        return self.token.value if self.token else ""

    @property
    def entry(self) -> str:
        """The word as the lexicon has it, in the singular; empty for what is unknown."""
        return self.token.text if self.token else ""


BOUNDARY = Chunk("stop", "")
"""What stands before the first chunk and after the last."""
