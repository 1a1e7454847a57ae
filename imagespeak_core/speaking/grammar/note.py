"""One note on the grammar of a learner's words."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.speaking.grammar.kinds import Kind


@dataclass(frozen=True, slots=True)
class GrammarNote:
    """Something that may be said in another way; a program thinks so, and may be mistaken.

    Attributes:
        start: Where the words begin in the learner's text, in characters.
        end: Where they end.
        words: The words themselves: the text from `start` to `end`.
        kind: What it is about.
        rule: The rule, in one sentence of simple English.
        say: The same words in a way that one can say.
    """

    start: int
    end: int
    words: str
    kind: Kind
    rule: str
    say: str
