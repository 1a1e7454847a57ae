"""Nouns of which nothing is shown, and numbers that are not those of the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.scene import Shown, Wanted
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    Asked,
    in_hands,
    is_a,
    names_of,
)
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


def of_all_such(asked: Asked, others: Sequence[Asked]) -> str:
    """How many are shown of a noun that several phrases have, where this one's is not there.

    Empty where more is told of it than the noun, so that its own phrase says what is not shown.
    """
    wanted, plain = asked.wanted, noun_asked(asked.wanted)
    same = [other for other in others if noun_asked(other.wanted) == plain]
    shown, count = sum(other.count for other in same), sum(other.wanted.count for other in same)
    if asked.is_shown or not 0 < shown < count or phrase_asked(wanted) != plain:
        return ""
    return f"{number(count)} {noun_asked(wanted, count)}: {are_shown(shown)}"


def of_one_held(asked: Asked, text: str) -> str:
    """Of what several hold though the prompt's text says that it is one; empty for nothing."""
    held = [thing for item in asked.items if item.kind == "person" for thing in in_hands(item)]
    for thing in dict.fromkeys(held):
        name = next((name for name in names_of(thing) if f" one {name} " in f" {text} "), None)
        if name and asked.wanted.count > 1 and held.count(thing) > 1:
            return f"one {name}: {are_shown(held.count(thing))}"
    return ""


def _is_such(item: Shown, wanted: Wanted) -> bool:
    """Whether it is what was asked for, and not another thing in its stead."""
    return wanted.kind == "person" or is_a(item.noun, wanted.noun)
