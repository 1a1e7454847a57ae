"""One step of a sentence, as the reader takes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from imagespeak_core.generators.illustrator.reading.lexicon import Form, Token
from imagespeak_core.generators.illustrator.reading.phrases import Pending

Kind = Literal[
    "noun", "stranger", "pronoun", "verb", "relation", "position", "auxiliary", "who",
    "wearing", "and", "comma", "while", "stop", "busy", "feeling", "said",
]  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """One step of a sentence.

    A noun carries what is said of it; a verb its base form in `base`; a stranger is a noun that
    nothing is known of. `modifies` tells a place or time that stands before another noun.
    """

    kind: Kind
    text: str
    token: Token | None = None
    plural: bool = False
    said: Pending = field(default_factory=Pending)
    base: str = ""
    form: Form = "base"
    modifies: bool = False

    @property
    def meaning(self) -> str:
        """Of what sort the noun is; empty for all else."""
        return self.token.meaning if self.kind == "noun" and self.token else ""

    @property
    def value(self) -> str:
        """The key of the word in its own table; empty for what is unknown."""
        return self.token.value if self.token else ""
