"""The scene's own word for what is no item of it: in hands, on somebody or behind all."""

from __future__ import annotations

from collections.abc import Iterable

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    in_hands,
    is_a,
    on_the_body,
)
from imagespeak_core.generators.illustrator.words import backdrops
from imagespeak_core.speaking.comparing.clothes import alike_in
from imagespeak_core.speaking.comparing.naming import is_nearly


def own_word(noun: str, said: str, holders: Iterable[Shown], scene: Scene) -> str:
    """The word for what a noun names, which is not an item alone.

    Args:
        noun: A key of the vocabulary.
        said: The noun as it was said; it is the word where the scene has none.
        holders: Who has it in the hands or on.
        scene: What is shown.
    """
    for there in (_carried(holders), list(scene.backdrop)):
        found = _among(there, noun, said)
        if found:
            return found
    if noun in backdrops.ASKED:
        return backdrops.ASKED[noun]
    return noun if said.startswith(noun[:3]) else said


def worn_word(piece: str, wearers: Iterable[Shown]) -> str:
    """The word for what somebody has on, where another piece is called so."""
    pieces = [what for item in wearers for what, _ in on_the_body(item)]
    if piece in pieces:
        return piece
    return next(iter(alike_in(piece, pieces)), piece)


def _carried(holders: Iterable[Shown]) -> list[str]:
    return [
        word
        for item in holders
        for word in (*in_hands(item), *(what for what, _ in on_the_body(item)))
    ]


def _among(there: Iterable[str], noun: str, said: str) -> str:
    """Which of those it is; empty for none."""
    known = list(there)
    for word in (noun, said):
        if word in known:
            return word
    alike = (one for one in known if is_a(one, noun))
    nearly = (one for one in known if is_nearly(one, noun))
    return next(alike, "") or next(nearly, "")
