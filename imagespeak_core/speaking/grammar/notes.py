"""At most three notes on the grammar of words that a learner has confirmed, the surest first.

They are no judgement: nothing is counted, and what they leave alone may be wrong all the same.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from imagespeak_core.checkers.base import CheckerFailedError, GrammarChecker
from imagespeak_core.speaking.grammar.allowed import ALLOWED, allowed
from imagespeak_core.speaking.grammar.kinds import Kind, how_unsure
from imagespeak_core.speaking.grammar.note import GrammarNote
from imagespeak_core.speaking.grammar.own_rules import found_by_own_rules

logger = logging.getLogger(__name__)

MOST: Final = 3

_A_MOMENT: Final = 10
"""Characters in which somebody corrects what was just said."""

Dismissed = tuple[Kind, str]
"""What a learner does not want to be told again: a kind of note, and the words in small letters."""


def notes_on(
    words: str, checker: GrammarChecker, *, dismissed: Collection[Dismissed] = frozenset()
) -> tuple[GrammarNote, ...]:
    """What may be said in another way: at most `MOST`, no two about the same words.

    Other kinds come before another one of the same kind. A checker that fails gives no notes: a
    learner can do nothing about it.

    Args:
        words: As the learner confirmed them; never an unconfirmed draft, in which recognisers
            make mistakes and repair others.
        checker: Finds what our own rules don't.
        dismissed: What is not said again.
    """
    try:
        spotted = checker.find(words, rules=tuple(ALLOWED))
    except CheckerFailedError:
        logger.warning("no notes on grammar: the checker failed", exc_info=True)
        return ()
    found = [*found_by_own_rules(words), *allowed(words, spotted)]
    return _surest(
        one for one in found if as_dismissed(one) not in dismissed and not _is_corrected(one, words)
    )


def as_dismissed(note: GrammarNote) -> Dismissed:
    """How a note is remembered that a learner calls right."""
    return note.kind, " ".join(note.words.lower().split())


def _is_corrected(note: GrammarNote, words: str) -> bool:
    """Whether the learner says it right a moment later: "she wear, she wears a hat"."""
    return note.say.lower() in words[note.end : note.end + _A_MOMENT + len(note.say)].lower()


def _surest(found: Iterable[GrammarNote]) -> tuple[GrammarNote, ...]:
    apart: list[GrammarNote] = []
    for note in sorted(found, key=lambda one: (how_unsure(one.kind), one.start, -one.end)):
        is_other = all(note.end <= one.start or one.end <= note.start for one in apart)
        if is_other and note.say.lower() != note.words.lower():
            apart.append(note)
    times: Counter[Kind] = Counter()
    ordered: list[tuple[int, int, int, GrammarNote]] = []
    for note in apart:
        ordered.append((times[note.kind], how_unsure(note.kind), note.start, note))
        times[note.kind] += 1
    return tuple(note for *_, note in sorted(ordered, key=lambda one: one[:3])[:MOST])
