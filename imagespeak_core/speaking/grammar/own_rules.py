"""All rules of our own, and where they find something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from imagespeak_core.speaking.grammar.kinds import RULES
from imagespeak_core.speaking.grammar.note import GrammarNote
from imagespeak_core.speaking.grammar.noun_rules import noun_rules
from imagespeak_core.speaking.grammar.place_rules import place_rules
from imagespeak_core.speaking.grammar.rule import Rule
from imagespeak_core.speaking.grammar.verb_rules import verb_rules


@cache
def own_rules() -> tuple[Rule, ...]:
    """All of them; their patterns take a third of a second, so they are made when words come."""
    return (*verb_rules(), *noun_rules(), *place_rules())


def found_by_own_rules(words: str) -> Iterator[GrammarNote]:
    """All that they find, in no order; several may be about the same words."""
    for one in own_rules():
        for found in one.pattern.finditer(words):
            note = _note(one, found)
            if note:
                yield note


def _note(one: Rule, found: re.Match[str]) -> GrammarNote | None:
    start, end = found.span("said")
    before = found.string[max(0, start - 100) : start]
    if one.unless_before and one.unless_before.search(before):
        return None
    said = found["said"]
    better = one.better(found)
    if said[:1].isupper():
        better = better[:1].upper() + better[1:]
    return GrammarNote(start, end, said, one.kind, RULES[one.kind], better)
