"""Tells whether a noun before another is shown with it: "a guitar player", "a woman doctor"."""

from __future__ import annotations

from collections.abc import Iterable

from imagespeak_core.generators.illustrator.reading.lexicon import Token
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.words import actions, people, things


def is_of_gender(token: Token, items: Iterable[Wanted]) -> bool:
    """Whether a noun before a person only tells their gender: "a woman doctor"."""
    told = people.PEOPLE.get(token.value)
    if told is None or token.text not in {"man", "woman", "lady"}:
        return False
    return any(item.gender == told.gender for item in items)


def is_shown_with(token: Token, items: Iterable[Wanted]) -> bool:
    """Whether a noun before a noun goes with what it says of it: "a guitar player"."""
    names = {token.text, token.value, things.HOLDABLE.get(token.value, "")} - {""}
    done = {item.action or "" for item in items}
    shown = {item.holding for item in items} | done
    shown |= {noun for action in done for noun in things.SWALLOWED.get(action, ())}
    shown |= {
        noun
        for objects in actions.DOING.values()
        for noun, (action, _) in objects.items()
        if action in done - {"", "stand", "hold", "look"}
    }
    return bool(names & shown)
