"""Nouns of which nothing is shown, and numbers that are not those of the prompt."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Shown, Wanted
from imagespeak_core.generators.illustrator.telling.unshown.asked import Asked, is_a
from imagespeak_core.generators.illustrator.telling.unshown.wording import (
    are_shown,
    noun_asked,
    number,
    phrase_asked,
    shown_instead,
)
from imagespeak_core.generators.illustrator.words import telling

_A_FEW, _MANY = 2, 4
"""How many are at least seen where the words leave the number open: "some", "many"."""
_MANY_FROM = 5


def of_number(asked: Asked, doing: str) -> str:
    """What is not shown of a noun phrase: all of it, or some of so many; empty for nothing.

    Args:
        asked: The noun phrase, and what is shown of it.
        doing: What they were to do, for a phrase of which nothing is shown.
    """
    wanted = asked.wanted
    if not asked.is_shown:
        return f"{phrase_asked(wanted)} {doing}".strip()
    others = [item for item in asked.items if not _is_such(item, wanted)]
    if others and len(others) == len(asked.items):
        return f"{phrase_asked(wanted)}: {shown_instead(others)}"
    if wanted.count < 2 or wanted.noun in telling.MASS_WORDS:
        return ""
    if wanted.at_least:
        enough = asked.count >= (_MANY if wanted.count >= _MANY_FROM else _A_FEW)
        label = noun_asked(wanted, wanted.count)
    else:
        enough = asked.count == wanted.count or (asked.count > wanted.count and asked.behind > 0)
        enough = enough or (wanted.kind == "person" and asked.count > wanted.count)
        label = f"{number(wanted.count)} {noun_asked(wanted, wanted.count)}"
    return "" if enough else f"{label}: {are_shown(asked.count)}"


def _is_such(item: Shown, wanted: Wanted) -> bool:
    """Whether it is what was asked for, and not another thing in its stead."""
    return wanted.kind == "person" or is_a(item.noun, wanted.noun)
